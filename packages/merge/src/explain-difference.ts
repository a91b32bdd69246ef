import {
  bases,
  expandPlace,
  intervalsOverlap,
  type Observation,
  observationShape,
  observationsShape,
  placeContains,
  subtractExact,
  type Text,
  takes,
} from '@samenbeeld/schema';
import { agencyRelation } from './agency-relation.ts';
import { type Cell, cellOf } from './cell.ts';
import type { Claim } from './claim.ts';
import type { Explanation } from './explain/explanation.ts';
import { explainPair } from './explain-pair.ts';
import { ranked } from './govern.ts';
import type { FilesAside } from './put-aside.ts';
import { isCountry } from './roles.ts';
import { toClaims } from './to-claims.ts';
import { join, sayInFour } from './words.ts';

type Sentence = (difference: DifferingDimension) => Text;

function place({ a, b }: DifferingDimension): Text {
  const [whole, part] = placeContains(a, b) ? [a, b] : placeContains(b, a) ? [b, a] : [null, null];
  return whole === null
    ? sayInFour(
        'Verschillende plaatsen: {a}; {b}.',
        'Lieux différents : {a} ; {b}.',
        'Verschiedene Orte: {a}; {b}.',
        'Different places: {a}; {b}.',
        { a: { place: a }, b: { place: b } },
      )
    : sayInFour(
        'Verschillende plaatsen: {part} is een deel van het ruimere gebied "{whole}".',
        'Lieux différents : {part} fait partie de la zone plus large « {whole} ».',
        'Verschiedene Orte: {part} ist ein Teil des größeren Gebiets „{whole}“.',
        'Different places: {part} is a part of the wider area "{whole}".',
        { part: { place: part }, whole: { place: whole } },
      );
}

function basis({ a, b }: DifferingDimension): Text {
  return sayInFour(
    'Verschillende grondslagen: "{a}" en "{b}"; die worden nooit opgeteld.',
    'Bases différentes : « {a} » et « {b} » ; elles ne s’additionnent jamais.',
    'Verschiedene Grundlagen: „{a}“ und „{b}“; beides wird nie addiert.',
    'Different bases: "{a}" and "{b}"; these are never added.',
    { a: bases.get(a).label, b: bases.get(b).label },
  );
}

const sentences: Partial<Record<DifferingDimension['dimension'], Sentence>> = {
  metric: () => ({
    nl: 'Ze meten iets anders.',
    fr: 'Ils ne mesurent pas la même chose.',
    de: 'Sie messen Verschiedenes.',
    en: 'They measure different things.',
  }),
  place,
  basis,
  agency: ({ a, b }) =>
    sayInFour(
      'Verschillende diensten: {a}; {b}.',
      'Services différents : {a} ; {b}.',
      'Verschiedene Behörden: {a}; {b}.',
      'Different agencies: {a}; {b}.',
      { a: { agencies: a.split('+') }, b: { agencies: b.split('+') } },
    ),
  substance: ({ a, b }) =>
    sayInFour(
      'Verschillende drugs: {a}; {b}.',
      'Drogues différentes : {a} ; {b}.',
      'Verschiedene Drogen: {a}; {b}.',
      'Different drugs: {a}; {b}.',
      { a: { substance: a }, b: { substance: b } },
    ),
  period: ({ a, b }) =>
    sayInFour(
      'Verschillende perioden of peildata: {a}; {b}.',
      'Périodes ou dates de situation différentes : {a} ; {b}.',
      'Verschiedene Zeiträume oder Stichtage: {a}; {b}.',
      'Different periods or cut-off dates: {a}; {b}.',
      { a: { date: a }, b: { date: b } },
    ),
  extent: () => ({
    nl: 'Het ene cijfer telt alles, het andere maar een deel (losse vangsten, één dienst, of één soort van wat geteld wordt).',
    fr: 'L’un compte tout, l’autre une partie seulement (des saisies isolées, un seul service, ou une sorte de ce qui est compté).',
    de: 'Die eine Zahl umfasst alles, die andere nur einen Teil (einzelne Funde, eine Behörde oder eine Art von dem, was gezählt wird).',
    en: 'One counts everything, the other only a part (single finds, one agency, or one kind of what is counted).',
  }),
};

/** One sentence for each dimension of scope in which two figures are unlike. */
function scopeSentences(dimensions: readonly DifferingDimension[]): readonly Text[] {
  return dimensions.flatMap((difference) => sentences[difference.dimension]?.(difference) ?? []);
}

/** One dimension in which two claims differ. */
export interface DifferingDimension {
  readonly dimension:
    | 'place'
    | 'basis'
    | 'agency'
    | 'substance'
    | 'period'
    | 'extent'
    | 'wording'
    | 'vintage'
    | 'unit'
    | 'metric';
  readonly a: string;
  readonly b: string;
}

/** Why two published figures are not the same number. */
export interface Difference {
  readonly a: string;
  readonly b: string;
  /** b − a in the unit compared, or null where they do not measure the same. */
  readonly difference: number | null;
  /** Whether both speak of the same scope, so that they ought to agree. */
  readonly comparable: boolean;
  readonly dimensions: readonly DifferingDimension[];
  readonly explanation: Explanation | null;
  readonly says: Text;
}

function dimensionsOf(a: Observation, b: Observation): readonly DifferingDimension[] {
  const pairs: readonly (readonly [DifferingDimension['dimension'], string, string])[] = [
    ['metric', a.metric, b.metric],
    ['unit', a.unit, b.unit],
    ['place', a.place, b.place],
    ['basis', a.basis, b.basis],
    ['agency', a.agencies.join('+'), b.agencies.join('+')],
    ['substance', a.substance ?? '', b.substance ?? ''],
    ['period', `${a.periodStart}..${a.periodEnd}`, `${b.periodStart}..${b.periodEnd}`],
    ['extent', a.extent, b.extent],
    ['wording', a.wording, b.wording],
    ['vintage', a.publishedOn ?? '', b.publishedOn ?? ''],
  ];
  const samePlaces = expandPlace(a.place).join() === expandPlace(b.place).join();
  return pairs
    .filter(([dimension, x, y]) => x !== y && !(dimension === 'place' && samePlaces))
    .map(([dimension, x, y]) => ({ dimension, a: x, b: y }));
}

const scope: ReadonlySet<DifferingDimension['dimension']> = new Set([
  'metric',
  'place',
  'basis',
  'substance',
  'period',
  'extent',
]);

function agreement(first: Claim, second: Claim): Explanation {
  const words = { a: first.value, b: second.value };
  return {
    type: 'absorbed',
    computed: true,
    rests: [],
    text: sayInFour(
      '{a} en {b} spreken elkaar niet tegen.',
      '{a} et {b} ne se contredisent pas.',
      '{a} und {b} widersprechen sich nicht.',
      '{a} and {b} do not contradict each other.',
      words,
    ),
  };
}

/** The better-ranked of the two leads, so that the order in which they are named changes nothing. */
function explain(first: Claim, second: Claim, all: readonly Claim[], cell: Cell): Explanation {
  if (intervalsOverlap(first.interval, second.interval)) return agreement(first, second);
  const [lead, other] = ranked([first, second]) as [Claim, Claim];
  return explainPair(lead, other, all, cell);
}

/**
 * Explains why two published figures differ: the dimensions of scope in which they are unlike, and, where they speak
 * of the same thing, the first explanation that follows from the other figures in `context` (a part of another scope,
 * an earlier vintage, a cut-off, a slip), or none. Figures whose words allow a common value are not in conflict.
 *
 * @param files what became of the files of the context
 * @example
 * ```ts
 * import { explainDifference } from '@samenbeeld/merge';
 * const row = { id: 'a', metric: 'quantity', stat: 'sum', value: 3900, printed: '3900', wording: 'floor', unit: 'kg', status: 'A', extent: 'whole', place: 'NLVLI', basis: 'seized_in_port', agencies: ['NL_OM'], substance: 'COC', periodStart: '2022-01-01', periodEnd: '2022-12-31', publication: null, publishedOn: null };
 * const other = { ...row, id: 'b', value: 10000, printed: '10000', wording: 'rounded', basis: 'entered_via_port' };
 * explainDifference(row, other).says.en // => 'Different bases: "seized in the port" and "entered via the port"; these are never added.'
 * ```
 */
export function explainDifference(
  a: Observation,
  b: Observation,
  context: readonly Observation[] = [],
  files: FilesAside = [],
): Difference {
  takes(
    'explainDifference',
    ['a', a, observationShape],
    ['b', b, observationShape],
    ['context', context, observationsShape],
  );
  const dimensions = dimensionsOf(a, b);
  const mass = ['kg', 'g', 'mg', 't'];
  const unit = mass.includes(a.unit) && mass.includes(b.unit) ? 'kg' : a.unit;
  const claimOf = (row: Observation): Claim | undefined =>
    toClaims([row], { metric: row.metric, unit })[0];
  const [first, second] = [claimOf(a), claimOf(b)];
  const measured = first && second && a.metric === b.metric;
  const sameAgency = agencyRelation(a.agencies, b.agencies, isCountry(expandPlace(a.place)));
  const unlike = dimensions.filter(
    ({ dimension }) => scope.has(dimension) || (dimension === 'agency' && sameAgency !== 'same'),
  );
  const comparable = Boolean(measured) && unlike.length === 0;
  const cell = cellOf(
    a.place,
    { period: a.periodStart.slice(0, 4), start: a.periodStart, end: a.periodEnd },
    { substance: a.substance ?? '', basis: a.basis, metric: a.metric, unit },
  );
  const all = toClaims(context, { metric: a.metric, unit, files });
  const explanation = comparable ? explain(first as Claim, second as Claim, all, cell) : null;
  return {
    a: a.id,
    b: b.id,
    difference: measured ? subtractExact(second.value, first.value) : null,
    comparable,
    dimensions,
    explanation,
    says: explanation ? explanation.text : join(scopeSentences(unlike)),
  };
}
