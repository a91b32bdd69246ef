import {
  isDay,
  latestVintage,
  type Observation,
  placeLabel,
  substances,
  UsageError,
} from '@samenbeeld/schema';
import type { CriteriaOf, Row } from './criteria.ts';
import { frameOf, tableOf } from './frames.ts';
import { labelOf } from './labels.ts';
import { type AnyCriteria, resolveCriteria, testsOf } from './match-row.ts';
import type { Picture, Selection } from './opened-picture.ts';
import { rowsTable } from './rows-table.ts';
import { awaited, plainly, shown } from './show.ts';

function valueIn(field: string, value: unknown): string {
  if (field === 'place') return placeLabel(value as string, 'en');
  if (field === 'substance') return labelOf(substances, value as string, 'en');
  return [value].flat().join(' or ');
}

/**
 * Why no row is left: the first criterion that leaves none of the rows which those before it had kept. Tests of your own come
 * last.
 */
function whyEmpty(all: readonly Row[], steps: readonly AnyCriteria[]): string {
  if (all.length === 0) return 'The picture holds no rows of this kind.';
  const before: string[] = [];
  let left = all;
  const fulfilled = (): string =>
    `${left.length === 1 ? '1 row fulfils' : `${left.length} rows fulfil`} ${before.join(', ')}`;
  for (const [field, value] of steps.flatMap((step) => Object.entries(step))) {
    if (value === undefined) continue;
    const tests = testsOf({ [field]: value } as AnyCriteria, all);
    const kept = left.filter((row) => tests.every((test) => test(row)));
    const criterion = `\`${field}: ${valueIn(field, value)}\``;
    if (kept.length === 0)
      return before.length === 0
        ? `No row fulfils ${criterion}.`
        : `${fulfilled()}; none of these fulfils ${criterion}.`;
    before.push(criterion);
    left = kept;
  }
  const last = 'a test of your own, or the day of `asOf`, leaves none';
  return before.length === 0 ? `No row is left: ${last}.` : `${fulfilled()}; ${last}.`;
}

/** A selection as the steps that lead to it. */
export interface Steps<R extends Row> {
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
    async: {
      rows: async () => rows(),
      size: async () => rows().length,
      arquero: async () => tableOf(rows()),
    },
    load: async () => selection,
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
