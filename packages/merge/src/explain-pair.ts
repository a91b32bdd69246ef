import {
  addIntervals,
  type ConflictType,
  intervalContains,
  intervalsOverlap,
  multiplyExact,
  places as placeList,
  sumExact,
  type Text,
} from '@samenbeeld/schema';
import { type Cell, placeRelation, substanceRelation } from './cell.ts';
import type { Claim } from './claim.ts';
import { say } from './words.ts';

/** Why two claims differ, and whether that follows from other figures. */
export interface Explanation {
  readonly type: ConflictType;
  readonly computed: boolean;
  readonly text: Text;
  /** Ids of further claims the explanation rests on. */
  readonly rests: readonly string[];
}

type Rule = (
  governing: Claim,
  other: Claim,
  all: readonly Claim[],
  cell: Cell,
) => Explanation | null;

function sameMoment(a: string, b: string): boolean {
  return a.startsWith(b) || b.startsWith(a);
}

const vintage: Rule = (governing, other) => {
  const [later, earlier] = [governing.publishedOn, other.publishedOn];
  const samePublisher = governing.agencies.join() === other.agencies.join();
  if (!samePublisher || !later || !earlier || sameMoment(later, earlier) || earlier > later)
    return null;
  return {
    type: 'vintage',
    computed: true,
    rests: [],
    text: say(
      {
        nl: '{other} is een eerdere publicatie ({earlier}) van dezelfde bron; {governing} ({later}) vervangt haar.',
        fr: '{other} est une publication antérieure ({earlier}) de la même source ; {governing} ({later}) la remplace.',
        de: '{other} ist eine frühere Veröffentlichung ({earlier}) derselben Quelle; {governing} ({later}) ersetzt sie.',
        en: '{other} is an earlier release ({earlier}) of the same source; {governing} ({later}) replaces it.',
      },
      { other: other.value, governing: governing.value, earlier, later },
    ),
  };
};

const cutoff: Rule = (_governing, other) => {
  const on = other.publishedOn;
  const early = on !== null && on.slice(0, 7) <= other.periodEnd.slice(0, 7) && on.length >= 7;
  if (!early && !(other.status.includes('P') && other.extent !== 'whole')) return null;
  return {
    type: 'cutoff',
    computed: true,
    rests: [],
    text: say(
      {
        nl: '{other} is geteld voordat de periode voorbij was (gepubliceerd {on}).',
        fr: '{other} a été compté avant la fin de la période (publié {on}).',
        de: '{other} wurde gezählt, bevor der Zeitraum zu Ende war (veröffentlicht {on}).',
        en: '{other} was counted before the period was over (published {on}).',
      },
      { other: other.value, on: on ?? '–' },
    ),
  };
};

const slip: Rule = (governing, other) => {
  for (const power of [1, -1, 2, -2, 3, -3]) {
    const up = multiplyExact(governing.value, Number(`1e${power}`));
    const down = multiplyExact(other.value, Number(`1e${-power}`));
    const fits =
      [other.asPrinted, other.interval].some((interval) => intervalContains(interval, up)) ||
      [governing.asPrinted, governing.interval].some((interval) =>
        intervalContains(interval, down),
      );
    if (governing.interval.high === null || governing.value === 0 || other.value === 0 || !fits)
      continue;
    const factor = power > 0 ? `×${10 ** power}` : `÷${10 ** -power}`;
    return {
      type: 'factor_10^k',
      computed: true,
      rests: [],
      text: say(
        {
          nl: '{other} is {governing} {factor}, afgerond: vermoedelijk een verschoven komma.',
          fr: '{other} est {governing} {factor}, arrondi : sans doute une virgule déplacée.',
          de: '{other} ist {governing} {factor}, gerundet: vermutlich ein verschobenes Komma.',
          en: '{other} is {governing} {factor}, rounded: probably a misplaced decimal mark.',
        },
        { other: other.value, governing: governing.value, factor },
      ),
    };
  }
  return null;
};

function digits(value: number): string {
  return String(value);
}

/** Two adjacent digits swapped, everything else alike. */
export function isTransposition(a: number, b: number): boolean {
  const [first, second] = [digits(a), digits(b)];
  if (first.length !== second.length || first === second) return false;
  const differing = [...first].flatMap((digit, index) => (digit === second[index] ? [] : [index]));
  const [i, j] = differing;
  if (differing.length !== 2 || i === undefined || j !== i + 1) return false;
  return first[i] === second[j] && first[j] === second[i];
}

const transposition: Rule = (governing, other) => {
  if (!isTransposition(governing.value, other.value)) return null;
  return {
    type: 'digit_transposition',
    computed: true,
    rests: [],
    text: say(
      {
        nl: '{other} en {governing} verschillen alleen in twee omgewisselde cijfers: vermoedelijk een verschrijving.',
        fr: '{other} et {governing} ne diffèrent que par deux chiffres intervertis : sans doute une coquille.',
        de: '{other} und {governing} unterscheiden sich nur durch zwei vertauschte Ziffern: vermutlich ein Zahlendreher.',
        en: '{other} and {governing} differ only in two swapped digits: probably a slip of the pen.',
      },
      { other: other.value, governing: governing.value },
    ),
  };
};

/** Ports that some area holds together, so that a figure for one may silently include the other. */
function neighbours(a: readonly string[], b: readonly string[]): boolean {
  return placeList.some(
    (area) =>
      area.members.length > 0 &&
      a.every((x) => area.members.includes(x)) &&
      b.every((x) => area.members.includes(x)),
  );
}

function isOutsidePart(part: Claim, governing: Claim, cell: Cell): boolean {
  if (part.metric !== governing.metric || part.interval.high === null || part.extent !== 'whole')
    return false;
  if (part.periodStart !== governing.periodStart || part.periodEnd !== governing.periodEnd)
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
  if (substance === 'same') return place === 'apart' && neighbours(part.places, governing.places);
  return substance === 'apart' && place === 'same';
}

const partOfAnotherScope: Rule = (governing, other, all, cell) => {
  for (const part of all) {
    if (!isOutsidePart(part, governing, cell)) continue;
    const together = addIntervals([governing.interval, part.interval]);
    if (!intervalsOverlap(other.interval, together)) continue;
    return {
      type: part.basis === governing.basis ? 'scope' : 'basis',
      computed: true,
      rests: [part.id],
      text: say(
        {
          nl: '{other} is, afgerond, {governing} + {part} ({where}, {what}) = {sum}: het cijfer telt meer mee dan {here}.',
          fr: '{other} est, arrondi, {governing} + {part} ({where}, {what}) = {sum} : le chiffre couvre plus que {here}.',
          de: '{other} ist gerundet {governing} + {part} ({where}, {what}) = {sum}: die Zahl umfasst mehr als {here}.',
          en: '{other} is, rounded, {governing} + {part} ({where}, {what}) = {sum}: the figure covers more than {here}.',
        },
        {
          other: other.value,
          governing: governing.value,
          part: part.value,
          where: { place: part.place },
          what: { substance: part.substance },
          sum: sumExact([governing.value, part.value]),
          here: { place: governing.place },
        },
      ),
    };
  }
  return null;
};

const relabelled: Rule = (governing, other, all, cell) => {
  const whole = all.find(
    (claim) =>
      claim.metric === other.metric &&
      claim.basis === other.basis &&
      claim.extent === 'whole' &&
      claim.periodStart === other.periodStart &&
      claim.periodEnd === other.periodEnd &&
      substanceRelation(claim, cell.substance) !== 'apart' &&
      placeRelation(claim, governing.places) === 'around' &&
      claim.value !== governing.value &&
      (claim.value === other.value ||
        (claim.interval.closed && intervalContains(other.asPrinted, claim.value))),
  );
  if (!whole) return null;
  return {
    type: 'scope',
    computed: true,
    rests: [whole.id],
    text: say(
      {
        nl: '{other} is het cijfer van {where}: vermoedelijk verkeerd toegeschreven aan {here}.',
        fr: '{other} est le chiffre de {where} : sans doute attribué à tort à {here}.',
        de: '{other} ist die Zahl für {where}: vermutlich irrtümlich {here} zugeschrieben.',
        en: '{other} is the figure for {where}: probably attributed to {here} by mistake.',
      },
      { other: other.value, where: { place: whole.place }, here: { place: governing.place } },
    ),
  };
};

const rounding: Rule = (governing, other) => {
  if (other.wording === 'exact' || !intervalContains(other.asPrinted, governing.value)) return null;
  return {
    type: 'rounding',
    computed: true,
    rests: [],
    text: say(
      {
        nl: '{other} is {governing}, afgerond.',
        fr: '{other} est {governing}, arrondi.',
        de: '{other} ist {governing}, gerundet.',
        en: '{other} is {governing}, rounded.',
      },
      { other: other.value, governing: governing.value },
    ),
  };
};

const otherAgency: Rule = (governing, other) => {
  if (governing.agencies.join() === other.agencies.join()) return null;
  return {
    type: 'agency',
    computed: false,
    rests: [],
    text: say(
      {
        nl: '{other} komt van {theirs}, {governing} van {ours}; geen ander cijfer verklaart het verschil.',
        fr: '{other} vient de {theirs}, {governing} de {ours} ; aucun autre chiffre n’explique l’écart.',
        de: '{other} stammt von {theirs}, {governing} von {ours}; keine andere Zahl erklärt den Unterschied.',
        en: '{other} comes from {theirs}, {governing} from {ours}; no other figure explains the difference.',
      },
      {
        other: other.value,
        governing: governing.value,
        theirs: { agencies: other.agencies },
        ours: { agencies: governing.agencies },
      },
    ),
  };
};

const unexplained: Rule = (governing, other) => ({
  type: 'same_scope_different_value',
  computed: false,
  rests: [],
  text: say(
    {
      nl: '{other} en {governing} gaan over hetzelfde; geen ander cijfer verklaart het verschil.',
      fr: '{other} et {governing} portent sur la même chose ; aucun autre chiffre n’explique l’écart.',
      de: '{other} und {governing} betreffen dasselbe; keine andere Zahl erklärt den Unterschied.',
      en: '{other} and {governing} are about the same thing; no other figure explains the difference.',
    },
    { other: other.value, governing: governing.value },
  ),
});

const rules: readonly Rule[] = [
  rounding,
  vintage,
  cutoff,
  transposition,
  slip,
  partOfAnotherScope,
  relabelled,
  otherAgency,
  unexplained,
];

/**
 * The first explanation that fits, from those that follow from other figures to "none" (joint total, rule 5).
 */
export function explainPair(
  governing: Claim,
  other: Claim,
  all: readonly Claim[],
  cell: Cell,
): Explanation {
  for (const rule of rules) {
    const found = rule(governing, other, all, cell);
    if (found) return found;
  }
  return unexplained(governing, other, all, cell) as Explanation;
}
