import {
  addIntervals,
  convertQuantity,
  decimalText,
  type Interval,
  inSigns,
  intervalContains,
  intervalsOverlap,
  multiplyExact,
  places as placeList,
  subtractExact,
  sumExact,
  type Text,
} from '@samenbeeld/schema';
import { finestOf } from './absorbed.ts';
import { type Cell, placeRelation, substanceRelation } from './cell.ts';
import { addendsText, type Claim, isProvisional, preparedOnce } from './claim.ts';
import { type Explanation, ofItsPeriod, type Rule } from './explain/explanation.ts';
import { transposition } from './explain/transposition.ts';
import { isLaterVintage } from './govern.ts';
import { isRivalEdition } from './superseded.ts';
import { say, sayInFour, type Word } from './words.ts';

/** The other figure is what the same publisher said earlier. Several newspapers are no one publisher. */
const vintage: Rule = (governing, other) => {
  if (!isLaterVintage(governing, other)) return null;
  return {
    type: 'vintage',
    computed: true,
    rests: [],
    text: sayInFour(
      '{who}: eerst {other} ({earlier}), later {governing} ({later}); het latere cijfer geldt.',
      '{who} : d’abord {other} ({earlier}), puis {governing} ({later}) ; le chiffre le plus récent fait foi.',
      '{who}: zuerst {other} ({earlier}), später {governing} ({later}); es gilt die spätere Zahl.',
      '{who}: first {other} ({earlier}), later {governing} ({later}); the later figure stands.',
      {
        who: { agencies: governing.agencies },
        other: other.value,
        governing: governing.value,
        earlier: { date: other.publishedOn as string },
        later: { date: governing.publishedOn as string },
      },
    ),
  };
};

/** Two agencies differ, and no other figure says why. */
const otherAgency: Rule = (governing, other) => {
  if (governing.agencies.join() === other.agencies.join()) return null;
  return {
    type: 'agency',
    computed: false,
    rests: [],
    text: sayInFour(
      '{ours}: {governing}; {theirs}: {other}. Geen ander cijfer verklaart het verschil.',
      '{ours} : {governing} ; {theirs} : {other}. Aucun autre chiffre n’explique l’écart.',
      '{ours}: {governing}; {theirs}: {other}. Keine andere Zahl erklärt den Unterschied.',
      '{ours}: {governing}; {theirs}: {other}. No other figure explains the difference.',
      {
        other: other.value,
        governing: governing.value,
        theirs: { agencies: other.agencies },
        ours: { agencies: governing.agencies },
      },
    ),
  };
};

/** A figure, and of which figures it is the sum where nobody published it. */
function figureOf(claim: Claim): Word {
  const parts = addendsText(claim);
  return parts ? say(inSigns('{value} (= {parts})'), { value: claim.value, parts }) : claim.value;
}

/** Why one service gives two figures of one thing, and no other figure says it. */
function rivalText(governing: Claim, other: Claim): Text {
  const words = { other: figureOf(other), governing: figureOf(governing) };
  if (isRivalEdition(governing, other))
    return sayInFour(
      'Eén tabel geeft {other} én {governing}: twee uitgaven, of twee rijen die niet uit elkaar te houden zijn. Welk cijfer geldt, staat er niet bij.',
      'Un même tableau donne {other} et {governing} : deux éditions, ou deux lignes que rien ne distingue. Lequel des deux chiffres fait foi n’est pas dit.',
      'Eine Tabelle gibt {other} und {governing} an: zwei Ausgaben oder zwei Zeilen, die nichts unterscheidet. Welche Zahl gilt, steht nicht dabei.',
      'One table gives both {other} and {governing}: two editions, or two rows that nothing tells apart. It is not said which of the figures stands.',
      words,
    );
  const ofTables = [governing, other].every(({ publication }) => publication === null);
  const areDated = governing.publishedOn !== null && other.publishedOn !== null;
  if (ofTables && !areDated && governing.rows[0]?.source !== other.rows[0]?.source)
    return sayInFour(
      '{other} en {governing} komen uit twee bestanden van dezelfde dienst: het ene kan een latere uitgave zijn. Van wanneer elk bestand is, is niet gezegd; staat bij beide een datum (publishedOn in de beschrijving), dan geldt het latere.',
      '{other} et {governing} viennent de deux fichiers du même service : l’un peut être une édition plus récente. La date de chaque fichier n’est pas dite ; si les deux sont datés (publishedOn dans la description), le plus récent fait foi.',
      '{other} und {governing} stammen aus zwei Dateien derselben Stelle: Eine davon kann eine spätere Ausgabe sein. Von wann jede Datei ist, ist nicht gesagt; sind beide datiert (publishedOn in der Beschreibung), gilt die spätere.',
      '{other} and {governing} come from two files of one service: one may be a later edition. Of when each file is, is not said; where both are dated (publishedOn in the description), the later stands.',
      words,
    );
  return sayInFour(
    '{other} en {governing} gaan over hetzelfde; geen ander cijfer verklaart het verschil.',
    '{other} et {governing} portent sur la même chose ; aucun autre chiffre n’explique l’écart.',
    '{other} und {governing} beziehen sich auf dasselbe; keine andere Zahl erklärt den Unterschied.',
    '{other} and {governing} are about the same thing; no other figure explains the difference.',
    words,
  );
}

/** Nothing says why. */
function unexplained(governing: Claim, other: Claim): Explanation {
  return {
    type: 'same_scope_different_value',
    computed: false,
    rests: [],
    text: rivalText(governing, other),
  };
}

const butForRounding: Text = {
  nl: ', op afronding na,',
  fr: ', à l’arrondi près,',
  de: ', bis auf Rundung,',
  en: ', but for rounding,',
};

function significantDigits(value: number): number {
  return decimalText(value).replace('.', '').replace(/^0+/, '').replace(/0+$/, '').length;
}

/** Whether `rounded` is `fine` with its decimal mark moved, rounded to the digits printed; "almost" and "over" hold of it too. */
function isMoved(fine: Claim, rounded: Claim, power: number): boolean {
  const moved = multiplyExact(fine.value, Number(`1e${power}`));
  const isSided = rounded.wording === 'just_under' || rounded.wording === 'floor';
  return (
    intervalContains(rounded.asPrinted, moved) &&
    (!isSided || intervalContains(rounded.interval, moved))
  );
}

/**
 * One figure is the other with its decimal mark moved by up to three places, and rounded. It is a computed explanation only
 * where the rounder of the two has two digits or more: a single digit fits too much.
 */
const slip: Rule = (governing, other) => {
  if (governing.interval.high === null || governing.value === 0 || other.value === 0) return null;
  for (const power of [1, -1, 2, -2, 3, -3]) {
    const fits = isMoved(governing, other, power) || isMoved(other, governing, -power);
    if (!fits) continue;
    const factor = 10 ** Math.abs(power);
    const isExact = multiplyExact(governing.value, Number(`1e${power}`)) === other.value;
    return {
      type: 'factor_10^k',
      computed: Math.min(significantDigits(governing.value), significantDigits(other.value)) > 1,
      rests: [],
      text: say(
        power > 0
          ? {
              nl: '{other} is{about} {factor} keer {governing}: vermoedelijk een verschoven komma.',
              fr: '{other} est{about} {factor} fois {governing} : sans doute une virgule déplacée.',
              de: '{other} ist{about} das {factor}-Fache von {governing}: vermutlich ein verschobenes Komma.',
              en: '{other} is{about} {factor} times {governing}: probably a misplaced decimal mark.',
            }
          : {
              nl: '{governing} is{about} {factor} keer {other}: vermoedelijk een verschoven komma.',
              fr: '{governing} est{about} {factor} fois {other} : sans doute une virgule déplacée.',
              de: '{governing} ist{about} das {factor}-Fache von {other}: vermutlich ein verschobenes Komma.',
              en: '{governing} is{about} {factor} times {other}: probably a misplaced decimal mark.',
            },
        {
          other: other.value,
          governing: governing.value,
          factor,
          about: isExact ? '' : butForRounding,
        },
      ),
    };
  }
  return null;
};

/**
 * What a claim's printed digits allow. A statistical table prints every figure to the same decimals, so that its zeros
 * count: half of the last place. In a text, half of the last digit that is not zero.
 */
function digitsOf(claim: Claim): Interval {
  const [row] = claim.rows;
  if (claim.publication !== null || !row) return claim.asPrinted;
  const decimals = row.printed?.split('.')[1]?.length ?? 0;
  const half = convertQuantity(5 * 10 ** -(decimals + 1), row.unit, claim.unit).value;
  return {
    low: subtractExact(claim.value, half),
    high: sumExact([claim.value, half]),
    closed: false,
  };
}

/** The other figure is the governing one, rounded further than its words allow ("over 70,000" for 69,800; a table's 2 for 1.7). */
const rounding: Rule = (governing, other) => {
  const isSaidExact = other.wording === 'exact' && other.publication !== null;
  if (isSaidExact || !intervalContains(digitsOf(other), governing.value)) return null;
  return {
    type: 'rounding',
    computed: true,
    rests: [],
    text: sayInFour(
      '{other} is het afgeronde {governing}.',
      '{other} est l’arrondi de {governing}.',
      '{other} ist das gerundete {governing}.',
      '{other} is {governing}, rounded.',
      { other: other.value, governing: governing.value },
    ),
  };
};

const aside: Text = inSigns(' ({value})');

/** The other figure is that of a wider area, printed under the name of the narrower one. */
const relabelled: Rule = (governing, other, all, cell) => {
  const { metric, basis, periodStart, periodEnd } = other;
  const key = `wider than ${governing.places} ${cell.substance} ${metric} ${basis} ${periodStart} ${periodEnd}`;
  const wider = preparedOnce(all, key, () =>
    finestOf(
      ofItsPeriod(all, other).filter(
        (claim) =>
          claim.metric === metric &&
          claim.basis === basis &&
          claim.extent === 'whole' &&
          claim.interval.high !== null &&
          ['same', 'around'].includes(substanceRelation(claim, cell.substance)) &&
          placeRelation(claim, governing.places) === 'around',
      ),
    ),
  );
  const whole = wider.find(
    (claim) =>
      claim.value !== governing.value &&
      (claim.value === other.value ||
        (claim.interval.closed && intervalContains(other.asPrinted, claim.value))),
  );
  if (!whole) return null;
  return {
    type: 'scope',
    computed: true,
    rests: [whole.id],
    text: sayInFour(
      '{other} is het cijfer voor {where}{whole}, vermoedelijk ten onrechte toegeschreven aan {here}.',
      '{other} est le chiffre d’un autre lieu ({where}{whole}), sans doute attribué par erreur ({here}).',
      '{other} ist die Zahl für {where}{whole}, vermutlich irrtümlich {here} zugeschrieben.',
      '{other} is the figure for {where}{whole}, probably attributed to {here} by mistake.',
      {
        other: other.value,
        whole: whole.value === other.value ? '' : say(aside, { value: whole.value }),
        where: { place: whole.place },
        here: { place: governing.place },
      },
    ),
  };
};

/** Published before the period was over, as far as the date is known. */
function isCountedEarly({ publishedOn: on, periodEnd }: Claim): boolean {
  return on !== null && on.length >= 7 && on.slice(0, 7) <= periodEnd.slice(0, 7);
}

/** The other figure was counted before the period was over, or was given as provisional, and is lower. */
const cutoff: Rule = (governing, other) => {
  const on = other.publishedOn;
  const isEarly = isCountedEarly(other);
  if ((!isEarly && !isProvisional(other)) || isCountedEarly(governing)) return null;
  if (other.value >= governing.value) return null;
  return {
    type: 'cutoff',
    computed: true,
    rests: [],
    text: say(
      isEarly
        ? {
            nl: '{other} is geteld voordat de periode voorbij was (gepubliceerd {on}).',
            fr: '{other} a été compté avant la fin de la période (publié {on}).',
            de: '{other} wurde gezählt, bevor der Zeitraum zu Ende war (veröffentlicht {on}).',
            en: '{other} was counted before the period was over (published {on}).',
          }
        : {
            nl: '{other} was een voorlopig cijfer (gepubliceerd {on}).',
            fr: '{other} était un chiffre provisoire (publié {on}).',
            de: '{other} war eine vorläufige Zahl (veröffentlicht {on}).',
            en: '{other} was a provisional figure (published {on}).',
          },
      { other: other.value, on: on === null ? '–' : { on } },
    ),
  };
};

/** Ports that some area holds together, so that a figure for one may silently include the other. */
function areNeighbours(a: readonly string[], b: readonly string[]): boolean {
  return placeList.some(
    (area) =>
      area.members.length > 0 &&
      a.every((x) => area.members.includes(x)) &&
      b.every((x) => area.members.includes(x)),
  );
}

/** A whole figure, of the same period, that lies beside the governing one: a neighbour port, other drugs, found elsewhere. */
function isBeside(part: Claim, governing: Claim, cell: Cell): boolean {
  if (part.metric !== governing.metric || part.interval.high === null || part.extent !== 'whole')
    return false;
  const place = placeRelation(part, governing.places);
  const substance = substanceRelation(part, cell.substance);
  if (part.basis !== governing.basis) {
    return (
      part.basis === 'entered_via_port' &&
      part.containsOwn === false &&
      place !== 'apart' &&
      substance === 'same'
    );
  }
  if (substance === 'same')
    return place === 'apart' && areNeighbours(part.places, governing.places);
  return substance === 'apart' && place === 'same';
}

/** What is left of the governing figure without the part, or null where that is nothing. */
function without(governing: Interval, part: Interval): Interval | null {
  if (governing.high === null || part.high === null) return null;
  const low = Math.max(0, subtractExact(governing.low, part.high));
  const high = subtractExact(governing.high, part.low);
  return high > 0 ? { low, high, closed: governing.closed && part.closed } : null;
}

const rounded: Text = {
  nl: ', afgerond,',
  fr: ', arrondi,',
  de: ', gerundet,',
  en: ', rounded,',
};

/** The other figure is the governing one plus or minus a part of another scope, within rounding (joint total, rule 5). */
const anotherScope: Rule = (governing, other, all, cell) => {
  // What has no upper end has something in common with every larger figure.
  if (other.interval.high === null) return null;
  const key = `beside ${governing.id} ${cell.substance}`;
  const beside = preparedOnce(all, key, () =>
    finestOf(ofItsPeriod(all, governing).filter((claim) => isBeside(claim, governing, cell)))
      .filter(({ value }) => value > 0)
      .map((part) => ({
        part,
        more: addIntervals([governing.interval, part.interval]),
        less: without(governing.interval, part.interval),
      })),
  );
  for (const { part, more, less } of beside) {
    const isMore = intervalsOverlap(other.interval, more);
    const isLess = less !== null && intervalsOverlap(other.interval, less);
    if (!isMore && !isLess) continue;
    const sum = isMore
      ? sumExact([governing.value, part.value])
      : subtractExact(governing.value, part.value);
    return {
      type: part.basis === governing.basis ? 'scope' : 'basis',
      computed: true,
      rests: [part.id],
      text: say(
        isMore
          ? {
              nl: '{other} is{about} {governing} + {part} ({where}, {what}) = {sum}: het cijfer omvat meer dan {here}.',
              fr: '{other} est{about} {governing} + {part} ({where}, {what}) = {sum} : le chiffre ne porte pas seulement sur {here}.',
              de: '{other} ist{about} {governing} + {part} ({where}, {what}) = {sum}: Die Zahl umfasst mehr als {here}.',
              en: '{other} is{about} {governing} + {part} ({where}, {what}) = {sum}: the figure covers more than {here}.',
            }
          : {
              nl: '{other} is{about} {governing} − {part} ({where}, {what}) = {sum}: dat deel is in het ene cijfer wel en in het andere niet geteld.',
              fr: '{other} est{about} {governing} − {part} ({where}, {what}) = {sum} : cette part est comptée dans un chiffre et non dans l’autre.',
              de: '{other} ist{about} {governing} − {part} ({where}, {what}) = {sum}: Dieser Teil ist in der einen Zahl enthalten, in der anderen nicht.',
              en: '{other} is{about} {governing} − {part} ({where}, {what}) = {sum}: one figure includes that part and the other does not.',
            },
        {
          other: other.value,
          governing: governing.value,
          part: part.value,
          where: { place: part.place },
          what: { substance: part.substance },
          sum,
          about: sum === other.value ? '' : rounded,
          here: { place: governing.place },
        },
      ),
    };
  }
  return null;
};

/** From those that follow from other figures to "none". */
const rules: readonly Rule[] = [
  rounding,
  cutoff,
  vintage,
  transposition,
  slip,
  anotherScope,
  relabelled,
  otherAgency,
];

/**
 * The first explanation that fits why another claim differs from the governing one of its scope (joint total, rule 5);
 * `computed` where it follows from other figures, so that the governing claim may stand. A suspicion that does not
 * (a slip of a single digit) yields to an explanation that does.
 */
export function explainPair(
  governing: Claim,
  other: Claim,
  all: readonly Claim[],
  cell: Cell,
): Explanation {
  let suspected: Explanation | null = null;
  for (const rule of rules) {
    const found = rule(governing, other, all, cell);
    if (found?.computed) return found;
    suspected ??= found;
  }
  return suspected ?? unexplained(governing, other);
}
