import {
  changedRules,
  type DoubleReport,
  type DoubleReportOptions,
  findDoubleReports,
  judgeSeizures,
  reweighReports,
  type SeizureJudgements,
} from '@samenbeeld/merge';
import {
  type Break,
  type Coverage,
  type Decision,
  type Definition,
  isPublishedBy,
  type JointTotal,
  type Language,
  type Observation,
  RefusalError,
  type Seizure,
  type Text,
  totalFromStored,
} from '@samenbeeld/schema';
import {
  currentDecisions,
  mayDecide,
  openPicture,
  type PictureMetadata,
  pictureDecisions,
  readDecisions,
  type Picture as Stored,
} from '@samenbeeld/store';
import type { Row } from './criteria.ts';
import { declaredBy } from './declared.ts';
import { spanOf } from './match-row.ts';
import { pictureOutputs } from './picture-view.ts';
import { type ObservationSelection, type SeizureSelection, selectionOf } from './selection.ts';
import { plainly } from './show.ts';
import { type View, view } from './view.ts';

/** A picture, opened for analysis. */
export interface Picture extends View {
  readonly kind: 'picture';
  readonly folder: string;
  /** The language in which outputs are shown. */
  readonly language: Language;
  /** The marking that stands on every output. */
  readonly banner: Text;
  readonly metadata: PictureMetadata;
  /** Claims and cells of tables. */
  readonly observations: ObservationSelection;
  /** Events. */
  readonly seizures: SeizureSelection;
  /** The joint totals as the picture holds them. */
  readonly totals: readonly JointTotal[];
  /** Every decision in the order it was taken, and those in force by subject. */
  readonly decisions: readonly Decision[];
  readonly inForce: ReadonlyMap<string, Decision>;
  /** What persons said of records that may be one seizure, as far as it holds. */
  readonly judged: SeizureJudgements;
  /** What the sources declare. */
  readonly breaks: readonly Break[];
  readonly coverage: readonly Coverage[];
  readonly definitions: readonly Definition[];
  /** Seed of what is drawn where not every way in which records may belong together can be weighed. */
  readonly seed: number;
  /** Pairs of events known by the picture's date that may be one seizure. */
  readonly doubleReports: readonly DoubleReport[];
  /** The stored picture: its tables, its engine. */
  readonly stored: Stored;
  close(): Promise<void>;
}

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

/** The events known by the picture's date. */
function knownBy(asOf: string | undefined, seizures: readonly Seizure[]): readonly Seizure[] {
  return seizures.filter(({ registeredOn, date }) => !asOf || (registeredOn ?? date) <= asOf);
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

interface StoredPair extends Omit<DoubleReport, 'reasons' | 'prior'> {
  readonly reasons: string;
  readonly prior?: number;
}

/** The pairs as the build weighed them; null where a picture was written without. */
async function storedPairs(stored: Stored): Promise<readonly DoubleReport[] | null> {
  if (!stored.has('double_report')) return null;
  const rows = await stored.rows<StoredPair>('double_report');
  return rows.map(({ reasons: text, prior, ...pair }): DoubleReport => {
    const reasons = JSON.parse(text) as DoubleReport['reasons'];
    // Pictures of earlier versions hold the weight with the odds before it.
    const before = pair.weight - reasons.reduce((sum, { weight }) => sum + weight, 0);
    return { ...pair, prior: prior ?? before, reasons };
  });
}

/**
 * Pairs as the build weighed them, with what was decided since. A picture that was written without them has them compared;
 * where that is refused, whoever asks for them is told, and the rest of the picture opens.
 */
async function pairsOf(
  stored: Stored,
  seizures: readonly Seizure[],
  options: DoubleReportOptions & { readonly decisions: ReadonlyMap<string, Decision> },
): Promise<() => readonly DoubleReport[]> {
  try {
    const found = await storedPairs(stored);
    const pairs = found
      ? reweighReports(seizures, found, options)
      : await findDoubleReports(stored.engine, seizures, options);
    return () => pairs;
  } catch (error) {
    if (!(error instanceof RefusalError)) throw error;
    return () => {
      throw plainly(error);
    };
  }
}

/** Puts a stored picture before an analyst. */
async function prepare(
  stored: Stored,
  { language = 'en', decisions: path }: OpenOptions,
): Promise<Picture> {
  const { all: built, deciding } = await pictureDecisions(stored);
  const known = new Set(built.map(({ id }) => id));
  const later = path === undefined ? [] : await readDecisions(path);
  const decisions: readonly Decision[] = [...built, ...later.filter(({ id }) => !known.has(id))];
  const { asOf } = stored.metadata;
  const observations: readonly Observation[] = inOrder(
    (await stored.observations()).filter(
      ({ publishedOn }) => asOf === undefined || isPublishedBy(publishedOn, asOf),
    ),
  );
  const seizures: readonly Seizure[] = inOrder(knownBy(asOf, await stored.seizures()));
  const { breaks, coverage, definitions, doubleCounts } = declaredBy(stored.metadata.sources);
  const allowed = decisions.filter((one) => mayDecide(deciding, one));
  const judged = judgeSeizures(allowed, seizures, {
    definitions,
    agreeing: stored.metadata.details?.['twoPersons'] === true ? 2 : 1,
  });
  const inForce: ReadonlyMap<string, Decision> = new Map([
    ...[...currentDecisions(allowed.filter(({ kind }) => kind !== 'same-seizure'))].filter(
      ([, decision]) => changedRules(decision, { breaks, definitions }) === null,
    ),
    ...judged.inForce,
  ]);
  const { seed: given } = stored.metadata.details ?? {};
  const seed = typeof given === 'number' ? given : 1;
  const { metadata, folder } = stored;
  const pairs = await pairsOf(stored, seizures, {
    decisions: judged.inForce,
    definitions,
    declared: doubleCounts,
    seed,
  });
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
