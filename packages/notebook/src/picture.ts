import { pictureRecords } from '@samenbeeld/recipes';
import {
  type JointTotal,
  type Language,
  type Observation,
  RefusalError,
  type Seizure,
  totalFromStored,
} from '@samenbeeld/schema';
import { openPicture, type Picture as Stored } from '@samenbeeld/store';
import type { Row } from './criteria.ts';
import { spanOf } from './match-row.ts';
import type { Picture } from './opened-picture.ts';
import { pictureOutputs } from './picture-view.ts';
import { selectionOf } from './selection.ts';
import { plainly } from './show.ts';
import { view } from './view.ts';

/** Options of `open`. */
export interface OpenOptions {
  /** Language of the outputs; English unless said otherwise. */
  readonly language?: Language;
  /**
   * A decisions.jsonl whose lines come after those in the picture, so that one sees what they would change before a build.
   * Meanings of labels and corrections of cells change how files are read, and wait for the build.
   */
  readonly decisions?: string;
}

function inOrder<R extends Row>(rows: readonly R[]): readonly R[] {
  const key = (row: R): string => `${spanOf(row).start} ${row.place} ${row.id}`;
  const keyed = rows.map((row) => ({ row, key: key(row) }));
  return keyed.sort((a, b) => (a.key < b.key ? -1 : 1)).map(({ row }) => row);
}

async function storedTotals(stored: Stored): Promise<readonly JointTotal[]> {
  if (!stored.has('joint_total')) return [];
  const rows = await stored.rows<{ readonly detail: string }>('joint_total');
  return rows.map(({ detail }) => totalFromStored(detail));
}

/** Puts a stored picture before an analyst. */
async function prepare(
  stored: Stored,
  { language = 'en', decisions: path }: OpenOptions,
): Promise<Picture> {
  const records = await pictureRecords(stored, path);
  const {
    taken: decisions,
    decisions: inForce,
    judged,
    breaks,
    coverage,
    definitions,
    seed,
  } = records;
  const observations: readonly Observation[] = inOrder(records.observations);
  const seizures: readonly Seizure[] = inOrder(records.seizures);
  const { metadata, folder } = stored;
  // Where comparing is refused, whoever asks for pairs is told, and the rest of the picture opens.
  const pairs = await records.pairs().then(
    (found) => () => found,
    (error: unknown) => {
      if (!(error instanceof RefusalError)) throw error;
      return () => {
        throw plainly(error);
      };
    },
  );
  const picture = view<Picture>(
    {
      kind: 'picture',
      folder,
      language,
      banner: metadata.banner,
      metadata,
      totals: await storedTotals(stored),
      decisions,
      inForce,
      judged,
      breaks,
      coverage,
      definitions,
      seed,
      stored,
      close: () => stored.close(),
    } as Omit<Picture, 'outputs'>,
    pictureOutputs,
  );
  const whole = { picture, steps: [], tests: [] };
  Object.defineProperties(picture, {
    observations: { value: selectionOf<Observation>({ ...whole, all: observations }) },
    seizures: { value: selectionOf<Seizure>({ ...whole, all: seizures }) },
    doubleReports: { get: pairs },
  });
  return picture;
}

/**
 * Opens a picture that a build wrote. It shows what is in it: sources, periods, completeness and handling. Every file
 * is checked against its hash; an InputError says which one is damaged, or that the folder holds no picture.
 *
 * Events registered after the picture's date are left out, as they are in its totals.
 *
 * @param folder what `--out` named, such as "out/north-sea-port"
 * @example
 * ```ts
 * import { open } from '@samenbeeld/notebook';
 * await open('/tmp').catch((error) => error.name) // => 'InputError'
 * ```
 */
export async function open(folder: string, options: OpenOptions = {}): Promise<Picture> {
  try {
    return await prepare(await openPicture(folder), options);
  } catch (error) {
    throw plainly(error);
  }
}
