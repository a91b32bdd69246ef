import type { ColumnTable } from '@samenbeeld/engine';
import {
  isDay,
  latestVintage,
  type Observation,
  type Seizure,
  UsageError,
} from '@samenbeeld/schema';
import type { CriteriaOf, Row } from './criteria.ts';
import type { DataFrame } from './danfo.ts';
import { whyEmpty } from './empty-selection.ts';
import { frameOf, tableOf } from './frames.ts';
import { type AnyCriteria, resolveCriteria, testsOf } from './match-row.ts';
import type { Picture } from './picture.ts';
import { rowsTable, type TableOptions, type TableView } from './rows-table.ts';
import { awaited, plainly, shown } from './show.ts';

/**
 * Rows of a picture, chosen step by step. Each step keeps the rows that also fulfil the next criteria; nothing is
 * computed until it is asked for.
 */
export interface Selection<R extends Row = Row> {
  readonly picture: Picture;
  /** The steps that led here, names resolved to codes. */
  readonly steps: readonly CriteriaOf<R>[];
  /** Plain records. */
  readonly rows: readonly R[];
  readonly size: number;
  /** Keeps the rows that fulfil all criteria. Throws a UsageError for a name that no code list knows. */
  where(criteria: CriteriaOf<R>): this;
  /** Whether a row passes the tests of your own. */
  passes(row: R): boolean;
  /** `where({ place })`. */
  at(place: string): this;
  /**
   * Keeps what was known on a day (ISO): of each figure what was published last up to it, of events those registered by it.
   * A claim dated by month or year counts from its last day; one without date was always there.
   */
  asOf(day: string): this;
  /** Keeps the rows that pass a test of your own. */
  filter(test: (row: R) => boolean): this;
  /** Shows the rows: shape, types, flags, first and last rows, and a search where the front end runs scripts. */
  table(options?: TableOptions): TableView;
  /** The rows as an arquero table, one column a field. */
  arquero(): ColumnTable;
  /** The rows as a danfo.js frame; danfo is loaded here and nowhere else. */
  danfo(): Promise<DataFrame>;
}

/** Claims and cells of tables, chosen step by step. An interface, because a notebook must be able to name its type. */
export interface ObservationSelection extends Selection<Observation> {}

/** Events, chosen step by step. */
export interface SeizureSelection extends Selection<Seizure> {}

interface Steps<R extends Row> {
  readonly picture: Picture;
  readonly all: readonly R[];
  readonly steps: readonly CriteriaOf<R>[];
  readonly tests: readonly ((row: R) => boolean)[];
}

function knownOn<R extends Row>(day: string, rows: readonly R[]): ReadonlySet<Row> {
  if (!isDay(day))
    throw new UsageError(`\`asOf\` takes a day, such as "2023-06-30", not "${day}".`);
  const observations = rows.filter((row): row is R & Observation => row.kind === 'observation');
  return new Set<Row>([
    ...latestVintage(observations, day),
    ...rows.filter((row) => row.kind === 'seizure' && (row.registeredOn ?? row.date) <= day),
  ]);
}

const emptied = new WeakMap<object, () => string>();

/** Why a selection holds no row, in words. */
export function emptyBecause(selection: Selection): string {
  return emptied.get(selection)?.() ?? 'No row fulfils these criteria.';
}

/** The rows of a picture that fulfil every step. */
export function selectionOf<R extends Row>({ picture, all, steps, tests }: Steps<R>): Selection<R> {
  let chosen: readonly R[] | null = null;
  const rows = (): readonly R[] => {
    if (chosen === null) {
      const every = steps.flatMap((step) => testsOf(step as AnyCriteria, all));
      chosen = all.filter(
        (row) => every.every((test) => test(row)) && tests.every((test) => test(row)),
      );
    }
    return chosen;
  };
  const selection: Selection<R> = {
    picture,
    steps,
    passes: (row) => tests.every((test) => test(row)),
    get rows() {
      return rows();
    },
    get size() {
      return rows().length;
    },
    where(criteria) {
      try {
        const step = resolveCriteria(criteria as AnyCriteria, all) as CriteriaOf<R>;
        testsOf(step as AnyCriteria, all);
        return selectionOf({ picture, all, steps: [...steps, step], tests });
      } catch (error) {
        throw plainly(error);
      }
    },
    at: (place) => selection.where({ place } as CriteriaOf<R>),
    asOf(day) {
      try {
        const known = knownOn(day, all);
        return selectionOf({ picture, all, steps, tests: [...tests, (row) => known.has(row)] });
      } catch (error) {
        throw plainly(error);
      }
    },
    filter: (test) => selectionOf({ picture, all, steps, tests: [...tests, test] }),
    table: (options) => rowsTable(picture, rows(), options),
    arquero: () => tableOf(rows()),
    danfo: () => awaited('….danfo()', frameOf(rows())),
  };
  emptied.set(selection, () => whyEmpty(all, steps as readonly AnyCriteria[]));
  return shown(selection, () => rowsTable(picture, rows()).outputs());
}
