import { type PairAtStake, pairsAtStake, pairsShown, withheldFrom } from '@samenbeeld/merge';
import { type Seizure, UsageError } from '@samenbeeld/schema';
import type { Picture } from './picture.ts';
import { reviewOutputs } from './review-view.ts';
import { plainly } from './show.ts';
import { type View, view } from './view.ts';

/** A pair to judge, with its number: it stays whatever the order. */
export interface ReviewRow {
  readonly number: number;
  readonly pair: PairAtStake;
  readonly first: readonly Seizure[];
  readonly second: readonly Seizure[];
  /** Why its values are not shown; null where they are. */
  readonly withheld: string | null;
}

/** What a review table can be ordered by. */
export type ReviewOrder = 'stake' | 'probability' | 'date' | 'place';

/** Pairs of records that a person may judge, in the order asked. */
export interface ReviewTable extends View {
  readonly kind: 'review-table';
  readonly picture: Picture;
  readonly rows: readonly ReviewRow[];
  readonly blind: boolean;
  /** The same table in another order; a click on a heading does the same in a cell. */
  sortBy(order: ReviewOrder): ReviewTable;
}

/** What a review table shows. */
export interface ReviewTableOptions {
  /** Decided pairs and those that are as good as sure too; without it, those that a total depends on. */
  readonly all?: boolean;
  /** Hides probabilities and earlier verdicts, in an order that tells nothing. */
  readonly blind?: boolean;
  /** Who reads along: what they may not see is blanked. Without it, everything in the picture is shown. */
  readonly audience?: string;
}

const orders: Readonly<Record<ReviewOrder, (row: ReviewRow) => number | string>> = {
  stake: ({ number }) => number,
  probability: ({ pair }) => Math.abs(pair.pair.probability - 0.5),
  date: ({ first }) => first[0]?.date ?? '',
  place: ({ first }) => first[0]?.place ?? '',
};

function tableOf(picture: Picture, rows: readonly ReviewRow[], blind: boolean): ReviewTable {
  const sortBy = (order: ReviewOrder): ReviewTable => {
    if (!Object.hasOwn(orders, order))
      throw plainly(
        new UsageError(`sortBy takes ${Object.keys(orders).join(', ')}, not "${order}".`),
      );
    if (blind && (order === 'stake' || order === 'probability'))
      throw plainly(new UsageError('A blind table is not ordered by what it hides.'));
    const key = orders[order];
    const sorted = [...rows].sort((x, y) => {
      const [a, b] = [key(x), key(y)];
      return a < b ? -1 : a > b ? 1 : x.number - y.number;
    });
    return tableOf(picture, sorted, blind);
  };
  return view<ReviewTable>({ kind: 'review-table', picture, rows, blind, sortBy }, reviewOutputs);
}

/**
 * The pairs of records that may be one seizure, for a person to judge: what each record says, the reasons for and against,
 * how likely, and what deciding it is worth. The columns sort by a click. `recordVerdict` records what you say of one.
 *
 * Where no total depends on an undecided pair, the least sure are shown. Throws UsageError for an audience that does not exist.
 *
 * @param picture of events
 * @example
 * ```ts
 * import { ingest, reviewTable } from '@samenbeeld/notebook';
 * const { mkdtemp } = await import('node:fs/promises');
 * const { tmpdir } = await import('node:os');
 * const out = `${await mkdtemp(`${tmpdir()}/review-`)}/picture`;
 * const { picture } = await ingest('exercise-nl-harc', 'fixtures/exercise/nl-harc-2018-2025.csv', { out });
 * reviewTable(picture).rows.length // => 0
 * ```
 */
export function reviewTable(
  picture: Picture,
  { all = false, blind = false, audience }: ReviewTableOptions = {},
): ReviewTable {
  try {
    const pairs = pairsAtStake(picture.doubleReports, picture.totals, picture.judged);
    const byId = new Map(picture.seizures.rows.map((seizure) => [seizure.id, seizure]));
    const side = (ids: string): readonly Seizure[] =>
      ids.split('+').flatMap((id) => byId.get(id) ?? []);
    const hides =
      audience === undefined
        ? () => null
        : withheldFrom({
            sources: picture.metadata.sources,
            audience,
            releases: picture.decisions,
          });
    const rows = pairsShown(pairs, { all, blind }).map((pair, at): ReviewRow => {
      const [first, second] = [side(pair.pair.a), side(pair.pair.b)];
      const marks = [...first, ...second].flatMap((seizure) => hides(seizure) ?? []);
      const withheld = marks.length > 0 ? [...new Set(marks)].join(', ') : null;
      return { number: at + 1, pair, first, second, withheld };
    });
    return tableOf(picture, rows, blind);
  } catch (error) {
    throw plainly(error);
  }
}
