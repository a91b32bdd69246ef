import {
  type ComparableSum,
  type CoverageCell,
  changedRules,
  comparableEvents,
  coverage,
  type DoubleReport,
  eventTotals,
  findConflicts,
  findDoubleReports,
  type JointTotals,
  joinGrounds,
  jointTotals,
  judgeSeizures,
  lapsedAmong,
  type Rules,
  reweighReports,
  type SeizureJudgements,
} from '@samenbeeld/merge';
import {
  type Break,
  type Conflict,
  type Coverage,
  combineHandling,
  type Decision,
  type Ground,
  type Handling,
  isPublishedBy,
  type JointTotal,
  parseOverrideSubject,
  type Seizure,
  type Text,
} from '@samenbeeld/schema';
import { currentDecisions, disagreements, mayDecide } from '@samenbeeld/store';
import type { Gathered } from './gather.ts';
import type { PictureFileDescription } from './picture-file.ts';

/** What is asked of a port picture. */
export const scope = {
  complex: 'PC_NSP',
  substance: 'COC',
  basis: 'seized_in_port',
  metric: 'quantity',
  unit: 'kg',
} as const;

/** A picture's inputs with everything that merging makes of them. */
export interface Analysis {
  readonly picture: PictureFileDescription;
  /** What the inputs hold; of the claims those published by the picture's date. */
  readonly gathered: Gathered;
  /** Claims left out because they were published later; they stand in the picture's table. */
  readonly later: number;
  readonly handling: Handling;
  readonly synthetic: boolean;
  readonly breaks: readonly Break[];
  readonly declared: readonly Coverage[];
  /** What persons said of records that may be one seizure, as far as it holds. */
  readonly judged: SeizureJudgements;
  /** Every decision, in the order they were taken, and those in force by subject. */
  readonly decisions: readonly Decision[];
  readonly inForce: ReadonlyMap<string, Decision>;
  readonly result: JointTotals;
  readonly totals: readonly JointTotal[];
  /** What the comparability guard said of each total: a refusal, or the overrides it rests on. */
  readonly guarded: readonly ComparableSum[];
  /** Conflicts of the totals and of the whole picture, each once. */
  readonly conflicts: readonly Conflict[];
  readonly coverage: readonly CoverageCell[];
  /** Pairs of events that may be one seizure; empty in a picture of claims. */
  readonly doubleReports: readonly DoubleReport[];
  /** Decisions that nobody replaced and that no longer hold: their subject is gone, or what they were taken on has changed. */
  readonly stale: readonly Decision[];
  /** What has changed since decisions were taken, by id. */
  readonly lapsed: ReadonlyMap<string, Text>;
  /** Decisions of services that differ on one subject, of which none is followed. */
  readonly disagreed: readonly (readonly Decision[])[];
  /** Decisions that are followed and do not say what they were taken on: recorded by an older version, or by hand. */
  readonly unstated: readonly Decision[];
  /** Decisions of roles that may not decide in this picture. */
  readonly outside: readonly Decision[];
  /** What a decision on each subject is taken on. */
  readonly grounds: ReadonlyMap<string, readonly Ground[]>;
  /** What the sources declare. */
  readonly rules: Rules;
}

function uniqueConflicts(lists: readonly (readonly Conflict[])[]): readonly Conflict[] {
  const found = new Map<string, Conflict>();
  for (const conflict of lists.flat()) {
    const key = [...conflict.claims.slice(0, 2)].sort().join('|') + conflict.type;
    if (!found.has(key)) found.set(key, conflict);
  }
  return [...found.values()].sort((a, b) => (a.key < b.key ? -1 : 1));
}

function subjectsOf(
  totals: readonly JointTotal[],
  conflicts: readonly Conflict[],
  breaks: readonly Break[],
): ReadonlySet<string> {
  return new Set([
    ...conflicts.map((conflict) => conflict.subject),
    ...totals.flatMap((total) =>
      [...total.members, ...total.together].map((member) => member.subject),
    ),
    ...totals.flatMap((total) => total.ceilings.map((ceiling) => ceiling.key)),
    ...breaks.map((entry) => entry.id),
  ]);
}

/** Kinds of decision that are not about what the merge finds: whoever reads them says whether they still apply. */
const elsewhere: ReadonlySet<Decision['kind']> = new Set([
  'release',
  'repair',
  'crosswalk',
  'correction',
  'same-measure',
  'same-seizure',
]);

/** Kinds of decision that say what they were taken on in a field of their own. */
const statesGrounds: ReadonlySet<Decision['kind']> = new Set(['conflict', 'ceiling', 'override']);

/** A decision applies where its subject still exists and, where it keeps a claim, that claim too. */
function isStale(
  decision: Decision,
  subjects: ReadonlySet<string>,
  ids: ReadonlySet<string>,
): boolean {
  if (elsewhere.has(decision.kind)) return false;
  if (decision.kind === 'override' && parseOverrideSubject(decision.subject)) return false;
  const [verb, id] = decision.verdict.split(' ');
  return !subjects.has(decision.subject) || (verb === 'keep' && id !== undefined && !ids.has(id));
}

/** The years of a picture of events, from the first to the last event. */
function yearsOf(gathered: Gathered): readonly number[] {
  const years = gathered.seizures.map((seizure) => Number(seizure.date.slice(0, 4)));
  if (years.length === 0) return [];
  const [first, last] = [Math.min(...years), Math.max(...years)];
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}

/** The events known by the picture's date. */
function knownEvents(
  picture: PictureFileDescription,
  { seizures }: Pick<Gathered, 'seizures'>,
): readonly Seizure[] {
  return seizures.filter((seizure) => (seizure.registeredOn ?? seizure.date) <= picture.asOf);
}

/** What persons said of the events of a picture, as far as it holds for them. */
export function judgeGathered(
  picture: PictureFileDescription,
  gathered: Pick<Gathered, 'seizures' | 'sources'>,
  decisions: readonly Decision[],
): SeizureJudgements {
  const allowed = decisions.filter((one) => mayDecide(picture.deciding, one));
  return judgeSeizures(allowed, knownEvents(picture, gathered), {
    agreeing: picture.twoPersons ? 2 : 1,
    definitions: gathered.sources.flatMap((source) => source.definitions),
  });
}

/** Pairs of records that may be one seizure, among those known by the picture's date; none in a picture of claims. */
export function linkGathered(
  picture: PictureFileDescription,
  gathered: Gathered,
  decisions: readonly Decision[],
): Promise<readonly DoubleReport[]> {
  const { engine, sources } = gathered;
  return findDoubleReports(engine, knownEvents(picture, gathered), {
    decisions: judgeGathered(picture, gathered, decisions).inForce,
    declared: sources.flatMap((source) => source.doubleCounts ?? []),
    definitions: sources.flatMap((source) => source.definitions),
    seed: picture.seed,
  });
}

/** Merges what a picture gathered: joint totals, conflicts, coverage, double reports, decisions that no longer apply. */
export function analyse(
  picture: PictureFileDescription,
  gathered: Gathered,
  decisions: readonly Decision[],
  doubleReports: readonly DoubleReport[] = [],
): Analysis {
  const judged = judgeGathered(picture, gathered, decisions);
  const allowed = decisions.filter((one) => mayDecide(picture.deciding, one));
  const current = new Map([
    ...currentDecisions(allowed.filter(({ kind }) => kind !== 'same-seizure')),
    ...judged.inForce,
  ]);
  const synthetic = gathered.sources.some(({ source }) => source.synthetic);
  const declared = gathered.sources.flatMap((source) => source.coverage);
  const breaks = gathered.sources.flatMap((source) => source.breaks);
  const observations = gathered.observations.filter(({ publishedOn }) =>
    isPublishedBy(publishedOn, picture.asOf),
  );
  const definitions = gathered.sources.flatMap((source) => source.definitions);
  const rules = { breaks, definitions };
  const ruled = [...current.values()].flatMap((decision) => {
    const changed = changedRules(decision, rules);
    return changed ? [[decision, changed] as const] : [];
  });
  const inForce = new Map(
    [...current].filter(([, decision]) => !ruled.some(([lapsed]) => lapsed === decision)),
  );
  const result = jointTotals(observations, { ...scope, decisions: inForce, definitions });
  const seizures = knownEvents(picture, gathered);
  const byId = new Map(seizures.map((seizure) => [seizure.id, seizure]));
  const overrides = [...inForce.values()];
  const guarded =
    seizures.length > 0
      ? eventTotals(seizures, {
          ...scope,
          years: yearsOf(gathered),
          coverage: declared,
          pairs: doubleReports,
          seed: picture.seed,
        }).map((total) => comparableEvents(total, byId, { breaks, definitions, overrides }))
      : result.guarded;
  const totals = guarded.map(({ total }) => total);
  const conflicts = uniqueConflicts([result.conflicts, findConflicts(observations, inForce)]);
  const grounds = joinGrounds([
    ...result.grounds,
    ...conflicts.map((conflict) => [conflict.subject, conflict.grounds ?? []] as const),
  ]);
  const beyond = new Map(
    conflicts
      .filter(({ subject, state }) => state === 'undecided' && !result.grounds.has(subject))
      .map((conflict) => [conflict.subject, conflict.grounds ?? []] as const),
  );
  const allGrounds = new Map([...grounds.values()].flat().map((ground) => [ground.id, ground]));
  const lapsed = new Map([
    ...lapsedAmong(inForce.values(), beyond, (id) => allGrounds.get(id) ?? null),
    ...result.lapsed,
    ...ruled.map(([{ id }, changed]) => [id, changed] as const),
    ...judged.lapsed.map(({ decision, says }) => [decision.id, says] as const),
  ]);
  const ids = new Set([...gathered.observations, ...gathered.seizures].map((record) => record.id));
  const subjects = subjectsOf(totals, conflicts, breaks);
  return {
    picture,
    gathered: { ...gathered, observations },
    later: gathered.observations.length - observations.length,
    handling: combineHandling(gathered.sources.map(({ source }) => source.handling)),
    synthetic,
    breaks,
    declared,
    judged,
    decisions,
    inForce,
    grounds,
    rules,
    lapsed,
    disagreed: disagreements(allowed),
    unstated: [...inForce.values()].filter(
      ({ id, kind, takenOn }) => statesGrounds.has(kind) && !takenOn && !lapsed.has(id),
    ),
    outside: decisions.filter((one) => !mayDecide(picture.deciding, one)),
    result,
    totals,
    guarded,
    conflicts,
    coverage: coverage(totals),
    doubleReports,
    stale: [
      ...[...current.values()].filter(
        (decision) => lapsed.has(decision.id) || isStale(decision, subjects, ids),
      ),
      ...judged.lapsed.map(({ decision }) => decision),
    ],
  };
}

/**
 * An analysis once other decisions on seizures are recorded, from what was read and compared before: pairs and totals are
 * weighed anew, no file is read.
 */
export function analyseAgain(
  { picture, gathered, doubleReports }: Pick<Analysis, 'picture' | 'gathered' | 'doubleReports'>,
  decisions: readonly Decision[],
): Analysis {
  const pairs = reweighReports(knownEvents(picture, gathered), doubleReports, {
    decisions: judgeGathered(picture, gathered, decisions).inForce,
    seed: picture.seed,
  });
  return analyse(picture, gathered, decisions, pairs);
}
