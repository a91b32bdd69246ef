import { loadSource } from '@samenbeeld/ingest';
import {
  changedRules,
  type DoubleReport,
  type DoubleReportOptions,
  findDoubleReports,
  judgeSeizures,
  reweighReports,
} from '@samenbeeld/merge';
import {
  type Break,
  type Coverage,
  type Decision,
  type Definition,
  type DoubleCount,
  isPublishedBy,
  type JointTotal,
  type Language,
  type Observation,
  RefusalError,
  type Seizure,
  type Source,
  totalFromStored,
} from '@samenbeeld/schema';
import { catalogue, catalogueFolder } from '@samenbeeld/sources';
import {
  currentDecisions,
  mayDecide,
  openPicture,
  pictureDecisions,
  readDecisions,
  type Picture as Stored,
} from '@samenbeeld/store';
import type { Row } from './criteria.ts';
import { spanOf } from './match-row.ts';
import type { Picture } from './opened-picture.ts';
import { pictureOutputs } from './picture-view.ts';
import { selectionOf } from './selection.ts';
import { plainly } from './show.ts';
import { view } from './view.ts';

/** What the sources of a picture declare: breaks that a trend may not cross, and what their files cover in full. */
interface Declared {
  readonly breaks: readonly Break[];
  readonly coverage: readonly Coverage[];
  readonly doubleCounts: readonly DoubleCount[];
  /** What each source counts. */
  readonly definitions: readonly Definition[];
}

/** Reads the declarations of the sources from the catalogue; of a source that it does not hold nothing is known. */
function declaredBy(sources: readonly Source[]): Declared {
  const known = new Set(catalogue());
  const descriptions = sources
    .filter(({ id }) => known.has(id))
    .map(({ id }) => loadSource(catalogueFolder(id)));
  return {
    breaks: descriptions.flatMap(({ breaks }) => breaks),
    coverage: descriptions.flatMap(({ coverage }) => coverage),
    doubleCounts: descriptions.flatMap(({ doubleCounts = [] }) => doubleCounts),
    definitions: descriptions.flatMap(({ definitions }) => definitions),
  };
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
