import {
  comparableEvents,
  eventTotals,
  type JointTotals,
  jointTotals,
  type WhyLine,
} from '@samenbeeld/merge';
import type { Conflict, JointTotal, NotAdded, Observation, Seizure } from '@samenbeeld/schema';
import { type Apart, type CellScope, cellScopes, otherCriteria } from './cell-scope.ts';
import { comparisonOf } from './comparison-of.ts';
import type { CriteriaOf, Row } from './criteria.ts';
import { jointOutputs } from './joint-view.ts';
import type { Picture } from './picture.ts';
import { answer, type Refused } from './refused.ts';
import { type Selection, selectionOf } from './selection.ts';
import { type View, view } from './view.ts';

/** What totals are shown by: always the year, and the dimensions that must not be summed. */
export type By = 'year' | readonly ('year' | Apart)[];

/** Options of `joint`. */
export interface JointOptions {
  readonly by?: By;
}

/** Joint totals by year, as docs/joint-total.md defines them. */
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

function yearsOf(seizures: readonly Seizure[]): readonly number[] {
  const years = seizures.map(({ date }) => Number(date.slice(0, 4)));
  if (years.length === 0) return [];
  const [first, last] = [Math.min(...years), Math.max(...years)];
  return Array.from({ length: last - first + 1 }, (_, at) => first + at);
}

function fromClaims(
  { place, substance, basis, metric, unit, years, agencies }: CellScope,
  rows: readonly Observation[],
  picture: Picture,
): JointTotals {
  const found = jointTotals(rows, {
    complex: place,
    substance,
    basis,
    metric,
    unit,
    agencies,
    decisions: picture.inForce,
    definitions: picture.definitions,
    ...(years.named && { years: years.named }),
  });
  const totals = found.totals.filter(({ period }) => years.allows(Number(period)));
  const periods = new Set(totals.map(({ period }) => period));
  const keys = new Set(totals.flatMap(({ conflicts }) => conflicts));
  return {
    ...found,
    totals,
    conflicts: found.conflicts.filter(({ key }) => keys.has(key)),
    notAdded: found.notAdded.filter(({ period }) => periods.has(period)),
  };
}

/** Full coverage is declared for whole files: with rows of a file left out, its finds are single finds. */
function coverageFor(picture: Picture, seizures: readonly Seizure[]): Picture['coverage'] {
  const all = picture.seizures.rows;
  const count = (rows: readonly Seizure[], source: string): number =>
    rows.filter((row) => row.source === source).length;
  return picture.coverage.filter(({ source }) => count(seizures, source) === count(all, source));
}

function fromEvents(
  { place, substance, basis, years }: CellScope,
  seizures: readonly Seizure[],
  picture: Picture,
): JointTotals {
  const byId = new Map(seizures.map((seizure) => [seizure.id, seizure]));
  const isHere = (side: string): boolean => side.split('+').every((id) => byId.has(id));
  const totals = eventTotals(seizures, {
    complex: place,
    substance,
    basis,
    years: (years.named ?? yearsOf(picture.seizures.rows)).filter(years.allows),
    coverage: coverageFor(picture, seizures),
    pairs: picture.doubleReports.filter(({ a, b }) => isHere(a) && isHere(b)),
    seed: picture.seed,
  });
  const guarded = totals.map((total) => comparableEvents(total, byId, comparisonOf(picture)));
  return {
    totals: guarded.map(({ total }) => total),
    conflicts: [],
    notAdded: [],
    claims: [],
    guarded,
    grounds: new Map(),
    lapsed: new Map(),
  };
}

function ofEvents({ picture, rows }: Selection): boolean {
  const [first] = rows;
  return first ? first.kind === 'seizure' : picture.observations.size === 0;
}

/** The joint totals of a selection, without a refusal caught. */
export function jointOf(selection: Selection, by: By): Joint {
  const { picture } = selection;
  const apart = [by].flat().filter((name) => name !== 'year');
  const scopes = cellScopes(selection, apart);
  const seizures = context(selection, picture.seizures);
  const observations = context(selection, picture.observations);
  const events = ofEvents(selection);
  const results = scopes.map((scope) =>
    events ? fromEvents(scope, seizures, picture) : fromClaims(scope, observations, picture),
  );
  const claims = new Map(results.flatMap((result) => result.claims).map((one) => [one.id, one]));
  return view<Joint>(
    {
      kind: 'joint',
      picture,
      totals: results.flatMap(({ totals }) => totals),
      conflicts: results.flatMap((result) => result.conflicts),
      notAdded: apart.includes('basis') ? [] : results.flatMap(({ notAdded }) => notAdded),
      claims: [...claims.values()],
      leftOut: events
        ? picture.seizures.size - seizures.length
        : picture.observations.size - observations.length,
    },
    jointOutputs,
  );
}

/**
 * The joint total of a selection, year by year: what is reported (lowest, likely, highest), what always holds (at
 * least), how complete it is and why. Its criteria name the cell; every other row of the picture may speak about it,
 * so that wider figures, ceilings and what is not added are found. Criteria that name no cell (a source, a date of
 * publication, a test of your own) say which rows are believed.
 *
 * Several bases, drugs or units are not summed: the answer is then a `Refused` that says what to choose.
 *
 * @param selection claims or events of one place: a port, or an area such as "NSP"
 */
export function joint(selection: Selection, { by = 'year' }: JointOptions = {}): Joint | Refused {
  return answer(selection.picture, () => jointOf(selection, by));
}
