import {
  addDays,
  type Cause,
  expandPlace,
  hasFigure,
  inSigns,
  joinWith,
  missingReasons,
  type Observation,
  ownValue,
  substances,
  type Text,
  unknownPlace,
} from '@samenbeeld/schema';
import { type Cell, substanceRelation } from './cell.ts';
import { addendsText, type Claim, isOfFinds, partOf } from './claim.ts';
import type { Resolution } from './resolution.ts';
import { say, sayInFour, type Word } from './words.ts';

const notPlaced: Text = {
  nl: 'van welke plaats dit is, is niet gezegd',
  fr: 'le lieu n’est pas indiqué',
  de: 'welcher Ort gemeint ist, ist nicht gesagt',
  en: 'of which place this is, is not said',
};

type Words = Readonly<Record<string, Word>>;

const figure: Text = inSigns('{value}');

/** The period and the drug that are asked. */
type Asked = Pick<Cell, 'periodStart' | 'periodEnd' | 'substance'>;

/** Parts of the post, as sheets of figures write them. */
const parts: Readonly<Record<string, readonly [nl: string, fr: string, de: string]>> = {
  'letter post': ['briefpost', 'courrier', 'Briefpost'],
  'outgoing letter post': ['uitgaande briefpost', 'courrier sortant', 'ausgehende Briefpost'],
  'outgoing post': ['uitgaande post', 'envois sortants', 'ausgehende Post'],
  'parcels and letters': ['pakketten en brieven', 'colis et lettres', 'Pakete und Briefe'],
  'letters and letter parcels': [
    'brieven en briefpakketten',
    'lettres et paquets-lettres',
    'Briefe und Briefpakete',
  ],
  'outgoing post: parcels and letters': [
    'uitgaande post: pakketten en brieven',
    'envois sortants : colis et lettres',
    'ausgehende Post: Pakete und Briefe',
  ],
};

/** Which part a figure is of, in its source's words, and in the reader's where they are known. */
function inBrackets(part: string | null): string | Text {
  if (part === null) return '';
  const quoted = ` (“${part}”)`;
  const told = ownValue(parts, part);
  return told
    ? { nl: ` (${told[0]})`, fr: ` (${told[1]})`, de: ` (${told[2]})`, en: quoted }
    : quoted;
}

/** Whether figures over parts of a period leave no day of it out. */
function tile(parts: readonly Claim[], { periodStart, periodEnd }: Asked): boolean {
  const inOrder = [...parts].sort((a, b) => (a.periodStart < b.periodStart ? -1 : 1));
  let next = periodStart;
  for (const part of inOrder) {
    if (part.periodStart > next) return false;
    if (part.periodEnd >= next) next = addDays(part.periodEnd, 1);
  }
  return next > periodEnd;
}

/**
 * Single finds and figures over part of the period, or only a floor in words ("more than 5,000"). `others` are within what is asked
 * as well, and in no floor: parts are not added.
 */
function floorText(
  { finds, absorbed, places }: Resolution,
  words: Words,
  asked: Asked,
  others: readonly Claim[],
): Text {
  const { substance } = asked;
  if (finds.length > 0 && finds.every(isOfFinds) && !absorbed.every(isOfFinds))
    return sayInFour(
      '{place}: een ondergrens; losse vangsten komen samen hoger, op ten minste {low}',
      '{place} : un minimum ; des saisies isolées donnent davantage, au moins {low} au total',
      '{place}: eine Untergrenze; einzelne Funde ergeben mehr, zusammen mindestens {low}',
      '{place}: a lower limit; single finds come to more, at least {low} in all',
      words,
    );
  if (finds.length > 0 && finds.every(isOfFinds))
    return sayInFour(
      '{place}: alleen losse vangsten bekend, samen ten minste {low}',
      '{place} : seules des saisies isolées sont connues, au moins {low} au total',
      '{place}: nur einzelne Funde bekannt, zusammen mindestens {low}',
      '{place}: single finds only, at least {low} in all',
      words,
    );
  const [piece] = finds.filter((claim) => claim.extent === 'part');
  if (piece && !piece.rows.some(({ extent }) => extent === 'part'))
    return sayInFour(
      '{place}: alleen in delen gemeld, waarvan niet bekend is of zij samen alles zijn; het grootste{which} geeft ten minste {low}',
      '{place} : déclaré seulement par parties, dont on ne sait si elles forment le tout ; la plus grande{which} donne au moins {low}',
      '{place}: nur in Teilen gemeldet, von denen nicht bekannt ist, ob sie zusammen alles sind; der größte{which} ergibt mindestens {low}',
      '{place}: reported in parts only, of which it is not known whether they are all there is; the largest{which} gives at least {low}',
      { ...words, which: inBrackets(partOf(piece)) },
    );
  if (piece)
    return sayInFour(
      '{place}: alleen een deel ervan geteld{which}, dus ten minste {low}',
      '{place} : seule une partie est comptée{which}, donc au moins {low}',
      '{place}: nur ein Teil davon gezählt{which}, also mindestens {low}',
      '{place}: only a part of it is counted{which}, so at least {low}',
      { ...words, which: inBrackets(partOf(piece)) },
    );
  const narrower = finds.find((claim) => claim.substance !== substance);
  if (narrower && substances.has(narrower.substance)) {
    const drugs = new Set(narrower.rows.map((row) => row.substance ?? narrower.substance));
    const drug = joinWith(
      [...drugs].sort().flatMap((code) => (substances.has(code) ? substances.get(code).label : [])),
      ' + ',
    );
    const isOther = ({ substance: code, places: own }: Claim): boolean =>
      substanceRelation({ substance: code }, narrower.substance) === 'apart' &&
      own.some((place) => places.includes(place));
    return others.some(isOther)
      ? sayInFour(
          '{place}: alleen per soort drug gemeld, niet over alle samen; het hoogste cijfer ({drug}) geeft ten minste {low}',
          '{place} : déclaré seulement par sorte de drogue, non pour toutes ensemble ; le chiffre le plus élevé ({drug}) donne au moins {low}',
          '{place}: nur je Drogenart gemeldet, nicht für alle zusammen; die höchste Zahl ({drug}) ergibt mindestens {low}',
          '{place}: reported by kind of drug only, not for all of them together; the highest figure ({drug}) gives at least {low}',
          { ...words, drug },
        )
      : sayInFour(
          '{place}: alleen {drug} gemeld, dus ten minste {low}',
          '{place} : seul ce qui suit est déclaré : {drug} ; donc au moins {low}',
          '{place}: nur {drug} gemeldet, also mindestens {low}',
          '{place}: only {drug} is reported, so at least {low}',
          { ...words, drug },
        );
  }
  const part = finds.find(
    (claim) => claim.interval.high !== null && claim.places.join() !== places.join(),
  );
  if (part && others.some((one) => !one.places.some((place) => part.places.includes(place))))
    return sayInFour(
      '{place}: alleen delen ervan gemeld; het grootste ({part}) geeft ten minste {low}',
      '{place} : seules des parties en sont connues ; la plus grande ({part}) donne au moins {low}',
      '{place}: nur Teile davon gemeldet; der größte ({part}) ergibt mindestens {low}',
      '{place}: only parts of it are reported; the largest ({part}) gives at least {low}',
      { ...words, part: { place: part.place } },
    );
  if (part)
    return sayInFour(
      '{place}: alleen een deel ervan gemeld ({part}), dus ten minste {low}',
      '{place} : seule une partie est connue ({part}), donc au moins {low}',
      '{place}: nur ein Teil davon gemeldet ({part}), also mindestens {low}',
      '{place}: only a part of it is reported ({part}), so at least {low}',
      { ...words, part: { place: part.place } },
    );
  if (finds.some((claim) => claim.extent === 'one_agency'))
    return sayInFour(
      '{place}: cijfer van slechts één dienst, dus ten minste {low}',
      '{place} : chiffre d’un seul service, donc au moins {low}',
      '{place}: Zahl nur einer Behörde, also mindestens {low}',
      '{place}: the figure of one agency only, so at least {low}',
      words,
    );
  const spans = new Set(
    finds
      .filter((claim) => claim.periodStart > asked.periodStart || claim.periodEnd < asked.periodEnd)
      .map((claim) => `${claim.periodStart}/${claim.periodEnd}`),
  );
  const [span] = spans;
  if (span !== undefined)
    return spans.size === 1
      ? sayInFour(
          '{place}: alleen een deel van de periode gemeld ({span}), dus ten minste {low}',
          '{place} : seule une partie de la période est connue ({span}), donc au moins {low}',
          '{place}: nur ein Teil des Zeitraums gemeldet ({span}), also mindestens {low}',
          '{place}: only a part of the period is reported ({span}), so at least {low}',
          { ...words, span: { date: span } },
        )
      : tile(finds, asked)
        ? sayInFour(
            '{place}: alleen per deel van de periode gemeld, niet als geheel; delen tellen alleen als ondergrens, ten minste {low}',
            '{place} : déclaré seulement par parties de la période, non dans son ensemble ; des parties ne valent que comme minimum, au moins {low}',
            '{place}: nur in Teilen des Zeitraums gemeldet, nicht als Ganzes; Teile gelten nur als Untergrenze, mindestens {low}',
            '{place}: reported only in parts of the period, not as a whole; parts count as a floor only, at least {low}',
            words,
          )
        : sayInFour(
            '{place}: alleen delen van de periode gemeld, dus ten minste {low}',
            '{place} : seules des parties de la période sont connues, donc au moins {low}',
            '{place}: nur Teile des Zeitraums gemeldet, also mindestens {low}',
            '{place}: only parts of the period are reported, so at least {low}',
            words,
          );
  if (finds.some((claim) => claim.interval.high !== null))
    return sayInFour(
      '{place}: alleen een tussenstand, dus ten minste {low}',
      '{place} : seulement un chiffre intermédiaire, donc au moins {low}',
      '{place}: nur ein Zwischenstand, also mindestens {low}',
      '{place}: an interim figure only, so at least {low}',
      words,
    );
  return sayInFour(
    '{place}: alleen een ondergrens, ten minste {low}',
    '{place} : un minimum seulement, au moins {low}',
    '{place}: nur eine Untergrenze, mindestens {low}',
    '{place}: a lower limit only, at least {low}',
    words,
  );
}

function between(words: Words): Text {
  return sayInFour(
    '{place}: betwist, tussen {low} en {high}',
    '{place} : contesté, entre {low} et {high}',
    '{place}: umstritten, zwischen {low} und {high}',
    '{place}: contested, between {low} and {high}',
    words,
  );
}

/** What services that each counted for themselves give together. */
function apartText({ highest }: Resolution, words: Words): Text {
  return highest === null
    ? sayInFour(
        '{place}: elke dienst telde apart, samen ten minste {low}',
        '{place} : chaque service a compté de son côté, au moins {low} ensemble',
        '{place}: jede Behörde zählte für sich, zusammen mindestens {low}',
        '{place}: each service counted for itself, together at least {low}',
        words,
      )
    : sayInFour(
        '{place}: elke dienst telde apart, samen tussen {low} en {high}',
        '{place} : chaque service a compté de son côté, ensemble entre {low} et {high}',
        '{place}: jede Behörde zählte für sich, zusammen zwischen {low} und {high}',
        '{place}: each service counted for itself, together between {low} and {high}',
        { ...words, high: highest },
      );
}

/** Rival figures by name; where the range exceeds each of them (services that count apart), the range. */
function contestedText({ rivals, highest }: Resolution, words: Words): Text {
  if (highest === null)
    return sayInFour(
      '{place}: betwist, ten minste {low}',
      '{place} : contesté, au moins {low}',
      '{place}: umstritten, mindestens {low}',
      '{place}: contested, at least {low}',
      words,
    );
  const values = [...new Set(rivals.map((claim) => claim.value))];
  const isRange = rivals.every(({ interval }) => (interval.high ?? 0) < highest);
  if (isRange || values.length < 2) return between({ ...words, high: highest });
  const named = values.map((value) => say(figure, { value }));
  return sayInFour(
    '{place}: betwist, {first} of {last}',
    '{place} : contesté, {first} ou {last}',
    '{place}: umstritten, {first} oder {last}',
    '{place}: contested, {first} or {last}',
    { ...words, first: joinWith(named.slice(0, -1), ', '), last: named.at(-1) as Text },
  );
}

function inexactText({ governing, highest, lowest }: Resolution, words: Words): Text {
  const range = { ...words, value: governing?.value ?? lowest, high: highest ?? lowest };
  if (governing?.wording === 'just_under')
    return sayInFour(
      '{place}: "bijna {value}", gerekend als {low} tot {high}',
      '{place} : « près de {value} », compté comme {low} à {high}',
      '{place}: „knapp {value}“, gerechnet als {low} bis {high}',
      '{place}: "almost {value}", taken as {low} to {high}',
      range,
    );
  const own = governing?.interval;
  if (own && (lowest > own.low || (highest !== null && highest < (own.high ?? highest))))
    return sayInFour(
      '{place}: {value} is afgerond, en andere cijfers begrenzen het: {low} tot {high}',
      '{place} : {value} est un chiffre arrondi, que d’autres chiffres bornent : {low} à {high}',
      '{place}: {value} ist gerundet, und andere Zahlen begrenzen es: {low} bis {high}',
      '{place}: {value} is a rounded figure, and other figures bound it: {low} to {high}',
      range,
    );
  const parts = governing ? addendsText(governing) : null;
  if (parts)
    return sayInFour(
      '{place}: {value} is een som van afgeronde cijfers, {parts}, dus {low} tot {high}',
      '{place} : {value} est une somme de chiffres arrondis, {parts}, donc {low} à {high}',
      '{place}: {value} ist eine Summe gerundeter Zahlen, {parts}, also {low} bis {high}',
      '{place}: {value} is a sum of rounded figures, {parts}, so {low} to {high}',
      { ...range, parts },
    );
  return sayInFour(
    '{place}: {value} is afgerond, dus {low} tot {high}',
    '{place} : {value} est un chiffre arrondi, donc {low} à {high}',
    '{place}: {value} ist gerundet, also {low} bis {high}',
    '{place}: {value} is a rounded figure, so {low} to {high}',
    range,
  );
}

/** Nothing is known of places: where a source states that the figure is not given, by its reason. */
function absentText(
  places: readonly string[],
  { periodStart, periodEnd }: Asked,
  withheld: readonly Observation[],
): Text {
  const stated = withheld.find(
    (row) =>
      row.periodStart === periodStart &&
      row.periodEnd === periodEnd &&
      expandPlace(row.place).join() === places.join(),
  )?.missing;
  const words = { place: { place: places.join('+') } };
  return stated
    ? sayInFour(
        '{place}: {reason}, zegt de bron zelf',
        '{place} : {reason}, dit la source même',
        '{place}: {reason}, sagt die Quelle selbst',
        '{place}: {reason}, as the source itself says',
        { ...words, reason: missingReasons.get(stated).label },
      )
    : sayInFour(
        '{place}: niet gemeld',
        '{place} : non déclaré',
        '{place}: nicht gemeldet',
        '{place}: not reported',
        words,
      );
}

/** What stands beside the members of a total: every claim of its cell, and the rows that state that a figure is not given. */
interface Beside {
  readonly others: readonly Claim[];
  readonly withheld: readonly Observation[];
}

function causeOf(resolution: Resolution, asked: Asked, { others, withheld }: Beside): Cause | null {
  const place = resolution.places.join('+');
  const words = { place: { place }, low: resolution.lowest };
  switch (resolution.state) {
    case 'not_reported':
      return { kind: 'not_reported', place, text: absentText(resolution.places, asked, withheld) };
    case 'finds_only':
      return { kind: 'finds_only', place, text: floorText(resolution, words, asked, others) };
    case 'undecided':
      return { kind: 'conflict', place, text: contestedText(resolution, words) };
    case 'apart':
      return { kind: 'separate_counts', place, text: apartText(resolution, words) };
    case 'reported':
      return resolution.highest === resolution.lowest
        ? null
        : { kind: 'wording', place, text: inexactText(resolution, words) };
  }
}

function jointText(set: Resolution): Text {
  const words = { place: { place: set.places.join('+') }, low: set.lowest };
  return hasFigure(set)
    ? sayInFour(
        '{place}: één cijfer voor deze havens samen',
        '{place} : un seul chiffre pour ces ports ensemble',
        '{place}: eine einzige Zahl für diese Häfen zusammen',
        '{place}: one figure for these ports together',
        words,
      )
    : sayInFour(
        '{place}: samen ten minste {low}',
        '{place} : ensemble au moins {low}',
        '{place}: zusammen mindestens {low}',
        '{place}: together at least {low}',
        words,
      );
}

/**
 * Why a row is partial or a range wide, in the order of its members. A port that is counted in a set's figure is not
 * called missing. `others` are figures within what is asked that are not added.
 */
export function causesOf(
  members: readonly Resolution[],
  together: readonly Resolution[],
  missing: readonly string[],
  asked: Asked,
  beside: Beside,
): readonly Cause[] {
  const single = members.flatMap((member) => {
    const cause = causeOf(member, asked, beside);
    const isCovered = !member.places.some((place) => missing.includes(place));
    return cause && !(cause.kind === 'not_reported' && isCovered) ? [cause] : [];
  });
  const joint = together.map(
    (set): Cause => ({
      kind: 'joint_report',
      place: set.places.join('+'),
      text: jointText(set),
    }),
  );
  const unplaced = missing.includes(unknownPlace)
    ? [{ kind: 'not_reported', place: unknownPlace, text: notPlaced } as const]
    : [];
  return [...single, ...joint, ...unplaced];
}
