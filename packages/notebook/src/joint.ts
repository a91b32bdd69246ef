import { answered, besideTotals, memberTable, scopeText, yearlyTable } from '@samenbeeld/answers';
import {
  filesIn,
  type Records,
  type Settled,
  say,
  type TotalQuestion,
  type WhyLine,
} from '@samenbeeld/merge';
import type { Block } from '@samenbeeld/page';
import {
  type Conflict,
  groupBy,
  type JointTotal,
  type NotAdded,
  parsePeriod,
  type Seizure,
  type Text,
} from '@samenbeeld/schema';
import { output } from './cell.ts';
import { type Apart, type CellScope, cellScopes, isApart, otherCriteria } from './cell-scope.ts';
import type { CriteriaOf, Row } from './criteria.ts';
import type { Picture, Selection } from './opened-picture.ts';
import { answer, type Refused } from './refused.ts';
import { selectionOf } from './selection.ts';
import { type View, view } from './view.ts';
import { words } from './words.ts';

/** Totals of one scope, with the question that they answer. */
interface ScopeTotals {
  readonly totals: readonly JointTotal[];
  readonly question: TotalQuestion;
}

/** Totals by what they are of, in the order in which they come: no table puts one drug, unit or length of period under another. */
export function scopesOf(all: readonly JointTotal[]): readonly ScopeTotals[] {
  const scopes = groupBy(all, ({ complex, substance, basis, metric, unit, agencies, period }) =>
    JSON.stringify([complex, substance, basis, metric, unit, agencies, period.replace(/\d/g, '0')]),
  );
  return [...scopes.values()].map((totals) => {
    const [first] = totals as [JointTotal];
    return {
      totals,
      question: { ...first, place: first.complex, substance: first.substance || null },
    };
  });
}

const byPlace: Text = { nl: 'Per plaats', fr: 'Par lieu', de: 'Nach Orten', en: 'By place' };

/** Totals as a cell shows them: each table with its places, then what stands beside them all. */
function jointBlocks({
  picture,
  totals,
  notAdded,
  conflicts,
  claims,
  leftOut,
}: Joint): readonly Block[] {
  const scopes = scopesOf(totals).flatMap((scope): readonly Block[] => [
    yearlyTable(scope.totals, null, scopeText(scope.question), picture.metadata.asOf ?? null),
    ...((scope.totals[0]?.members.length ?? 0) > 1
      ? [
          {
            kind: 'box',
            title: byPlace,
            folded: true,
            blocks: [memberTable({ ...scope, claims })],
          } as const,
        ]
      : []),
  ]);
  return [
    ...scopes,
    ...(leftOut > 0
      ? [{ kind: 'paragraph', text: say(words.leftOut, { n: leftOut }) } as const]
      : []),
    ...besideTotals({ totals, conflicts, notAdded, claims }),
  ];
}

/** How long the periods of totals are. */
export type TotalStep = Exclude<TotalQuestion['by'], undefined | 'to-date'>;

/**
 * What totals are shown by: a period, and the dimensions that must not be summed. Without a period it is that of the figures: the
 * month, quarter or half where all of them are of one, else the year.
 */
export type By = TotalStep | readonly (TotalStep | Apart)[];

/** Options of `joint`. */
export interface JointOptions {
  readonly by?: By;
}

/** Joint totals by year or part of years, as docs/joint-total.md defines them. */
export interface Joint extends View {
  readonly kind: 'joint';
  readonly picture: Picture;
  readonly totals: readonly JointTotal[];
  readonly conflicts: readonly Conflict[];
  readonly notAdded: readonly NotAdded[];
  /** The claims behind them; none where the totals are of events. */
  readonly claims: readonly WhyLine['claim'][];
  /** Rows that criteria of your own left out of what may speak about the totals. */
  readonly leftOut: number;
}

/** The rows of a picture that may speak about a cell: all but those that the selection does not believe. */
function context<R extends Row>(
  selection: Selection,
  { picture, rows }: Selection<R>,
): readonly R[] {
  const steps = otherCriteria(selection.steps) as readonly CriteriaOf<R>[];
  return selectionOf<R>({ picture, all: rows, steps, tests: [(row) => selection.passes(row)] })
    .rows;
}

/** Full coverage is declared for whole files: with rows of a file left out, its finds are single finds. */
function coverageFor(
  picture: Picture,
  seizures: readonly Seizure[],
  believed: (source: string) => boolean,
): Picture['coverage'] {
  const all = picture.seizures.rows;
  const has = new Set(picture.extent.seizures.sources.map(({ source }) => source));
  const count = (rows: readonly Seizure[], source: string): number =>
    rows.filter((row) => row.source === source).length;
  return picture.coverage.filter(
    ({ source }) =>
      count(seizures, source) === count(all, source) && (believed(source) || !has.has(source)),
  );
}

/** Whether the criteria of a selection leave a source in. */
function believedBy({ steps }: Selection): (source: string) => boolean {
  const named = steps.flatMap(({ source }) => (source === undefined ? [] : [[source].flat()]));
  return (source) => named.every((sources) => sources.includes(source));
}

/** What files declare of the rows that a selection believes. */
export function declaredFor(selection: Selection): Picture['coverage'] {
  return coverageFor(
    selection.picture,
    context(selection, selection.picture.seizures),
    believedBy(selection),
  );
}

/** What may speak about the totals of a selection: the rows that it believes, with what is declared and decided of them. */
function recordsOf(selection: Selection): Records {
  const { picture } = selection;
  const seizures = context(selection, picture.seizures);
  const here = new Set(seizures.map(({ id }) => id));
  const isHere = (side: string): boolean => side.split('+').every((id) => here.has(id));
  return {
    observations: context(selection, picture.observations),
    seizures,
    pairs:
      seizures.length === 0
        ? []
        : picture.doubleReports.filter(({ a, b }) => isHere(a) && isHere(b)),
    coverage: coverageFor(picture, seizures, believedBy(selection)),
    breaks: picture.breaks,
    definitions: picture.definitions,
    decisions: picture.inForce,
    files: filesIn(picture.metadata),
    seed: picture.seed,
  };
}

/** The totals of one cell by a period, of the years that are asked for. */
function settledIn(
  records: Records,
  { years, ...scope }: CellScope,
  by: TotalStep | undefined,
): Settled | null {
  const { named } = years;
  if (named?.length === 0) return null;
  const found = answered(
    records,
    {
      ...scope,
      ...(by && { by }),
      substance: scope.substance === '' ? null : scope.substance,
      ...(named && { from: `${named[0]}-01-01`, to: `${named.at(-1)}-12-31` }),
    },
    (name) => `where({ ${name} })`,
  );
  const totals = found.totals.filter(({ period }) =>
    years.allows(Number(parsePeriod(period).start.slice(0, 4))),
  );
  const periods = new Set(totals.map(({ period }) => period));
  const spans = totals.map(({ period }) => parsePeriod(period));
  return {
    ...found,
    totals,
    conflicts: found.conflicts.filter(({ periodStart, periodEnd }) =>
      spans.some(({ start, end }) => periodStart <= end && periodEnd >= start),
    ),
    notAdded: found.notAdded.filter(({ period }) => periods.has(period)),
  };
}

/** The joint totals of a selection, without a refusal caught. */
export function jointOf(selection: Selection, by: By = []): Joint {
  const { picture } = selection;
  const dimensions = [by].flat();
  const apart = dimensions.filter(isApart);
  const step = dimensions.find((name) => !isApart(name));
  const scopes = cellScopes(selection, apart);
  const records = recordsOf(selection);
  const results = scopes.flatMap((scope) => settledIn(records, scope, step) ?? []);
  const claims = new Map(results.flatMap((result) => result.claims).map((one) => [one.id, one]));
  return view<Joint>(
    {
      kind: 'joint',
      picture,
      totals: results.flatMap(({ totals }) => totals),
      conflicts: results.flatMap((result) => result.conflicts),
      notAdded: apart.includes('basis') ? [] : results.flatMap(({ notAdded }) => notAdded),
      claims: [...claims.values()],
      leftOut:
        (results.some(({ of }) => of !== 'events')
          ? picture.observations.size - records.observations.length
          : 0) +
        (results.some(({ of }) => of !== 'claims')
          ? picture.seizures.size - (records.seizures ?? []).length
          : 0),
    },
    (joint) => [output(picture, jointBlocks(joint))],
  );
}

/**
 * The joint total of a selection, period by period: what is reported (lowest, likely, highest), what always holds (at
 * least), how complete it is and why. Its criteria name the cell; every other row of the picture may speak about it,
 * so that wider figures, ceilings and what is not added are found. Criteria that name no cell (a source, a date of
 * publication, a test of your own) say which rows are believed.
 *
 * Several bases, drugs or units are not summed: the answer is then a `Refused` that says what to choose.
 *
 * @param selection claims or events of one place: a port, or an area such as "NSP"
 */
export function joint(selection: Selection, { by }: JointOptions = {}): Joint | Refused {
  return answer(selection.picture, () => jointOf(selection, by));
}
