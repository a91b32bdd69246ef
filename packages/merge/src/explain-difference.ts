import { type Observation, subtractExact, type Text } from '@samenbeeld/schema';
import { agencyRelation, placeRelation, substanceRelation, yearCell } from './cell.ts';
import { type Claim, toClaims } from './claim.ts';
import { type Explanation, explainPair } from './explain-pair.ts';
import { join, say } from './words.ts';

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
    ['period', `${a.periodStart}/${a.periodEnd}`, `${b.periodStart}/${b.periodEnd}`],
    ['extent', a.extent, b.extent],
    ['wording', a.wording, b.wording],
    ['vintage', a.publishedOn ?? '', b.publishedOn ?? ''],
  ];
  return pairs
    .filter(([, x, y]) => x !== y)
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

function saysScope(dimensions: readonly DifferingDimension[]): Text {
  const sentences: Partial<
    Record<DifferingDimension['dimension'], (d: DifferingDimension) => Text>
  > = {
    metric: () =>
      say({
        nl: 'Zij meten iets anders.',
        fr: 'Ils ne mesurent pas la même chose.',
        de: 'Sie messen Verschiedenes.',
        en: 'They measure different things.',
      }),
    place: (d) =>
      say(
        {
          nl: 'Andere plaats: {a} tegenover {b}.',
          fr: 'Autre lieu : {a} contre {b}.',
          de: 'Anderer Ort: {a} gegenüber {b}.',
          en: 'Another place: {a} against {b}.',
        },
        { a: { place: d.a }, b: { place: d.b } },
      ),
    basis: () =>
      say({
        nl: 'Andere grondslag: wat in de haven in beslag is genomen, is iets anders dan wat erdoorheen kwam of ervoor bestemd was.',
        fr: 'Autre base : ce qui est saisi dans le port n’est pas ce qui y est passé ou lui était destiné.',
        de: 'Andere Grundlage: Was im Hafen sichergestellt wurde, ist nicht, was durch ihn kam oder für ihn bestimmt war.',
        en: 'Another basis: what was seized in the port is not what came through it or was bound for it.',
      }),
    substance: (d) =>
      say(
        {
          nl: 'Andere drugs: {a} tegenover {b}.',
          fr: 'Autres drogues : {a} contre {b}.',
          de: 'Andere Drogen: {a} gegenüber {b}.',
          en: 'Other drugs: {a} against {b}.',
        },
        { a: { substance: d.a }, b: { substance: d.b } },
      ),
    period: (d) =>
      say(
        {
          nl: 'Andere periode of peildatum: {a} tegenover {b}.',
          fr: 'Autre période ou date d’arrêt : {a} contre {b}.',
          de: 'Anderer Zeitraum oder Stichtag: {a} gegenüber {b}.',
          en: 'Another period or cut-off date: {a} against {b}.',
        },
        { a: d.a, b: d.b },
      ),
    extent: () =>
      say({
        nl: 'De ene telt alles, de andere losse vondsten.',
        fr: 'L’un compte tout, l’autre des saisies isolées.',
        de: 'Die eine zählt alles, die andere einzelne Funde.',
        en: 'One counts everything, the other single finds.',
      }),
  };
  return join(
    dimensions.flatMap((dimension) => {
      const sentence = sentences[dimension.dimension];
      return sentence ? [sentence(dimension)] : [];
    }),
  );
}

/**
 * Explains why two published figures differ: the dimensions of scope in which they are unlike, and, where they speak
 * of the same thing, the first explanation that follows from the other figures in `context` (a part of another scope,
 * an earlier vintage, a cut-off, a slip), or none.
 */
export function explainDifference(
  a: Observation,
  b: Observation,
  context: readonly Observation[] = [],
): Difference {
  const dimensions = dimensionsOf(a, b);
  const mass = ['kg', 'g', 'mg', 't'];
  const unit = mass.includes(a.unit) && mass.includes(b.unit) ? 'kg' : a.unit;
  const claimOf = (row: Observation): Claim | undefined =>
    toClaims([row], { metric: row.metric, unit })[0];
  const [first, second] = [claimOf(a), claimOf(b)];
  const measured = first && second && a.metric === b.metric;
  const comparable =
    Boolean(measured) &&
    dimensions.every(({ dimension }) => !scope.has(dimension)) &&
    agencyRelation(a.agencies, b.agencies) === 'same' &&
    placeRelation(first as Claim, (second as Claim).places) === 'same' &&
    substanceRelation(first as Claim, b.substance ?? '') === 'same';
  const cell = yearCell(a.place, Number(a.periodStart.slice(0, 4)), {
    substance: a.substance ?? '',
    basis: a.basis,
    metric: a.metric,
    unit,
  });
  const all = toClaims(context, { metric: a.metric, unit });
  const explanation = comparable ? explainPair(first as Claim, second as Claim, all, cell) : null;
  return {
    a: a.id,
    b: b.id,
    difference: measured ? subtractExact(second.value, first.value) : null,
    comparable,
    dimensions,
    explanation,
    says: explanation ? explanation.text : saysScope(dimensions),
  };
}
