import { loadSource, type SourceDescription } from '@samenbeeld/ingest';
import {
  changedRules,
  type DoubleReport,
  type DoubleReportOptions,
  findDoubleReports,
  judgeSeizures,
  type Records,
  reweighReports,
  type SeizureJudgements,
} from '@samenbeeld/merge';
import {
  type Break,
  type Coverage,
  type Decision,
  type Definition,
  type DoubleCount,
  isPublishedBy,
  type Observation,
  type Seizure,
  type Source,
} from '@samenbeeld/schema';
import { catalogue, catalogueFolder } from '@samenbeeld/sources';
import {
  currentDecisions,
  mayDecide,
  type Picture,
  pictureDecisions,
  readDecisions,
} from '@samenbeeld/store';

/** What the sources of a picture declare: breaks that a trend may not cross, and what their files cover in full. */
interface Declared {
  readonly breaks: readonly Break[];
  readonly coverage: readonly Coverage[];
  readonly doubleCounts: readonly DoubleCount[];
  /** What each source counts. */
  readonly definitions: readonly Definition[];
}

/** What descriptions declare, as a picture keeps it of sources that no catalogue holds. */
export function declarationsOf(descriptions: readonly SourceDescription[]): readonly Declared[] {
  return descriptions.map(({ breaks, coverage, definitions, doubleCounts = [] }) => ({
    ...{ breaks, coverage, definitions, doubleCounts },
  }));
}

/**
 * The declarations of the sources: of those of the catalogue from there, of an analyst's own as the picture keeps them. Of any
 * other nothing is known.
 */
function declaredBy(sources: readonly Source[], kept: readonly Declared[]): Declared {
  const known = new Set(catalogue());
  const descriptions: readonly Declared[] = [
    ...declarationsOf(
      sources.filter(({ id }) => known.has(id)).map(({ id }) => loadSource(catalogueFolder(id))),
    ),
    ...kept,
  ];
  return {
    breaks: descriptions.flatMap(({ breaks }) => breaks),
    coverage: descriptions.flatMap(({ coverage }) => coverage),
    doubleCounts: descriptions.flatMap(({ doubleCounts }) => doubleCounts),
    definitions: descriptions.flatMap(({ definitions }) => definitions),
  };
}

/** The records of a stored picture that were known by its date, with what its sources declare and what was decided. */
export interface PictureRecords extends Required<Omit<Records, 'pairs'>> {
  /** Every decision in the order it was taken. */
  readonly taken: readonly Decision[];
  /** What persons said of records that may be one seizure, as far as it holds. */
  readonly judged: SeizureJudgements;
  /**
   * Pairs of seizures that may be one, as the build weighed them, with what was decided since. A picture that was written
   * without them has them compared; where that is refused, asking for them throws that RefusalError.
   */
  pairs(): Promise<readonly DoubleReport[]>;
}

interface StoredPair extends Omit<DoubleReport, 'reasons' | 'prior'> {
  readonly reasons: string;
  readonly prior?: number;
}

/** The pairs as the build weighed them; null where a picture was written without. */
async function storedPairs(stored: Picture): Promise<readonly DoubleReport[] | null> {
  if (!stored.has('double_report')) return null;
  const rows = await stored.rows<StoredPair>('double_report');
  return rows.map(({ reasons: text, prior, ...pair }): DoubleReport => {
    const reasons = JSON.parse(text) as DoubleReport['reasons'];
    // Pictures of earlier versions hold the weight with the odds before it.
    const before = pair.weight - reasons.reduce((sum, { weight }) => sum + weight, 0);
    return { ...pair, prior: prior ?? before, reasons };
  });
}

async function weighedPairs(
  stored: Picture,
  seizures: readonly Seizure[],
  options: DoubleReportOptions & { readonly decisions: ReadonlyMap<string, Decision> },
): Promise<readonly DoubleReport[]> {
  const found = await storedPairs(stored);
  return found
    ? reweighReports(seizures, found, options)
    : findDoubleReports(stored.engine, seizures, options);
}

/**
 * What a stored picture holds that may speak about a question, for `settle`: records known by its date, what their sources
 * declare, and the decisions in force.
 *
 * @param later a decisions.jsonl whose lines come after those in the picture
 */
export async function pictureRecords(stored: Picture, later?: string): Promise<PictureRecords> {
  const { all: built, deciding } = await pictureDecisions(stored);
  const known = new Set(built.map(({ id }) => id));
  const added = later === undefined ? [] : await readDecisions(later);
  const taken: readonly Decision[] = [...built, ...added.filter(({ id }) => !known.has(id))];
  const { asOf, details, sources } = stored.metadata;
  const observations: readonly Observation[] = (await stored.observations()).filter(
    ({ publishedOn }) => asOf === undefined || isPublishedBy(publishedOn, asOf),
  );
  const seizures: readonly Seizure[] = (await stored.seizures()).filter(
    ({ registeredOn, date }) => !asOf || (registeredOn ?? date) <= asOf,
  );
  const { breaks, coverage, definitions, doubleCounts } = declaredBy(
    sources,
    (details?.['declared'] ?? []) as readonly Declared[],
  );
  const allowed = taken.filter((one) => mayDecide(deciding, one));
  const judged = judgeSeizures(allowed, seizures, {
    definitions,
    agreeing: details?.['twoPersons'] === true ? 2 : 1,
  });
  const decisions: ReadonlyMap<string, Decision> = new Map([
    ...[...currentDecisions(allowed.filter(({ kind }) => kind !== 'same-seizure'))].filter(
      ([, decision]) => changedRules(decision, { breaks, definitions }) === null,
    ),
    ...judged.inForce,
  ]);
  const { seed: given } = details ?? {};
  const seed = typeof given === 'number' ? given : 1;
  const options = { decisions: judged.inForce, definitions, declared: doubleCounts, seed };
  let weighed: Promise<readonly DoubleReport[]> | null = null;
  return {
    observations,
    seizures,
    taken,
    decisions,
    judged,
    breaks,
    coverage,
    definitions,
    seed,
    pairs: () => {
      weighed ??= weighedPairs(stored, seizures, options);
      return weighed;
    },
  };
}
