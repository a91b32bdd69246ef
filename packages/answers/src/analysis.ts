import type { Engine } from '@samenbeeld/engine';
import {
  type Claim,
  type ComparableSum,
  type Counted,
  type CoverageCell,
  changedRules,
  countsHeld,
  coverage,
  coverageAsRead,
  type DoubleReport,
  findConflicts,
  findDoubleReports,
  joinGrounds,
  judgeSeizures,
  lapsedAmong,
  type Records,
  type Rules,
  reweighReports,
  type SeizureJudgements,
  type Settled,
  type TotalQuestion,
  toClaims,
} from '@samenbeeld/merge';
import {
  type Break,
  breaksAmong,
  type Conflict,
  type Coverage,
  combineHandling,
  type Decision,
  expandPlace,
  type Ground,
  type Handling,
  isMass,
  isPublishedBy,
  type JointTotal,
  type Observation,
  parseOverrideSubject,
  RefusalError,
  type Seizure,
  type Text,
  UsageError,
  usedAt,
} from '@samenbeeld/schema';
import { currentDecisions, disagreements, mayDecide } from '@samenbeeld/store';
import { answers } from './cards.ts';
import type { Held, PictureAsked } from './held.ts';
import { saltMarksOf } from './picture-records.ts';
import { type QuestionWords, questionsOf, type Written } from './questions.ts';
import { answered } from './unanswered.ts';

/** What a picture asks, with the answer; `problem` says why there is none. */
export interface Answered {
  readonly question: TotalQuestion;
  readonly settled: Settled;
  readonly problem: Text | null;
  /** The call that was wrong, where that is the reason. */
  readonly wrong?: UsageError;
}

/** A picture's inputs with everything that merging makes of them. */
export interface Analysis<P extends PictureAsked = PictureAsked, H extends Held = Held> {
  readonly picture: P;
  /** What the inputs hold; of the claims those published by the picture's date. */
  readonly gathered: H;
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
  /** What the questions are asked of; a folder that is written must hold the same. */
  readonly records: Records;
  /** Each question of the picture, in the order of its file; those of blocks of the report come last. */
  readonly answers: readonly Answered[];
  /** The answers to what a block asks, by its `of` as JSON. */
  readonly asked: ReadonlyMap<string, readonly Answered[]>;
  /** The answers to every question together, each figure once. */
  readonly whole: Pick<Settled, 'totals' | 'notAdded' | 'claims' | 'guarded'>;
  /** What the records count. */
  readonly counted: readonly Counted[];
  /** The first question, or the one that a part of the report is about, with its answer. */
  readonly question: TotalQuestion;
  readonly result: Settled;
  readonly totals: readonly JointTotal[];
  /** What the comparability guard said of each total: a refusal, or the overrides it rests on. */
  readonly guarded: readonly ComparableSum[];
  /** Conflicts of the totals, and of the whole picture where all of it was read, each once. */
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

/** What makes two conflicts one: the same two claims, differing in the same way. */
const pairKey = ({ claims, type }: Conflict): string =>
  [...claims.slice(0, 2)].sort().join('|') + type;

function uniqueConflicts(lists: readonly (readonly Conflict[])[]): readonly Conflict[] {
  const found = new Map<string, Conflict>();
  for (const conflict of lists.flat()) {
    const key = pairKey(conflict);
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

/** Decisions that hold for no question: one that holds for another has not lapsed. */
function lapsedInAll(all: readonly Settled[]): readonly (readonly [string, Text])[] {
  const lapsed = all.flatMap((settled) => [...settled.lapsed]);
  return lapsed.filter(([id]) =>
    all.every((settled) => settled.lapsed.has(id) || !holdsFor(settled, id)),
  );
}

/** Whether a decision has a part in an answer. */
function holdsFor({ conflicts, totals, guarded }: Settled, id: string): boolean {
  return (
    conflicts.some(({ decision }) => decision === id) ||
    totals.some(({ ceilings }) => ceilings.some(({ decision }) => decision === id)) ||
    guarded.some(({ overrides }) => overrides.some(({ decision }) => decision.id === id))
  );
}

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

/** How a picture file writes what a question names. */
const written = (name: string): string => name;

const asksQuestions: ReadonlySet<string> = new Set(
  answers.flatMap(({ name, about }) => (about === 'question' ? [name] : [])),
);

/** What the blocks of a report ask, where it is not the first question. */
function askedInBlocks({ report }: PictureAsked): readonly QuestionWords[] {
  const blocks = [
    ...(report?.front ?? []),
    ...(report?.chapters ?? []).flatMap((chapter) => chapter.blocks),
  ];
  return blocks.flatMap(({ answer, of }) => (of && asksQuestions.has(answer ?? '') ? [of] : []));
}

const noQuestion: TotalQuestion = {
  ...{ place: 'EU', substance: null, basis: '', metric: '', unit: '' },
};

/** Nothing was answered. */
function unanswered(question: TotalQuestion): Settled {
  return {
    question,
    of: 'claims',
    ...{ totals: [], conflicts: [], notAdded: [], claims: [], guarded: [] },
    grounds: new Map(),
    lapsed: new Map(),
  };
}

/** What a picture asks of its records, each question once; one that cannot be answered says why. */
function answersOf(
  picture: PictureAsked,
  records: Records,
): Pick<Analysis, 'answers' | 'asked' | 'counted'> {
  const counted = picture.counted ?? countsHeld(records);
  const answers = new Map<string, Answered>();
  const answer = (question: TotalQuestion): Answered => {
    const key = JSON.stringify(question);
    const known = answers.get(key) ?? answerOf(question, records, picture.written);
    answers.set(key, known);
    return known;
  };
  const ask = (words: QuestionWords, own: QuestionWords = words): readonly Answered[] => {
    try {
      return questionsOf(words, counted, written).map(answer);
    } catch (error) {
      throw picture.placeOf ? usedAt(picture.placeOf(own), error) : error;
    }
  };
  if (picture.understood) picture.understood.map(answer);
  else for (const words of picture.questions) ask(words);
  const asked = new Map(
    askedInBlocks(picture).map((of) => [
      JSON.stringify(of),
      ask({ ...picture.questions[0], ...of }, of),
    ]),
  );
  return { answers: [...answers.values()], asked, counted };
}

/** A question with its answer, which is looked for when somebody reads it. */
function answerOf(
  question: TotalQuestion,
  records: Records,
  writtenBy: Written = written,
): Answered {
  return lazily({}, ['question', 'settled', 'problem', 'wrong'], (): Answered => {
    try {
      const settled = answered(records, question, writtenBy);
      return { question: settled.question, settled, problem: null };
    } catch (error) {
      if (!(error instanceof RefusalError || error instanceof UsageError) || !error.says)
        throw error;
      const wrong = error instanceof UsageError ? { wrong: error } : {};
      return { question, settled: unanswered(question), problem: error.says, ...wrong };
    }
  });
}

/** An object with what `make` gives, which is made once, when the first of it is read: also `{ ...it }` reads it. */
export function lazily<Own extends object, Made extends object>(
  own: Own,
  keys: readonly (keyof Made & string)[],
  make: () => Made,
): Own & Made {
  let made: Made | null = null;
  const read = (key: keyof Made): unknown => {
    made ??= make();
    return made[key];
  };
  const properties = keys.map((key) => [key, { enumerable: true, get: () => read(key) }] as const);
  return Object.defineProperties({ ...own }, Object.fromEntries(properties)) as Own & Made;
}

function unique<Value>(
  values: readonly Value[],
  keyOf: (value: Value) => string,
): readonly Value[] {
  return [...new Map(values.map((value) => [keyOf(value), value])).values()];
}

function wholeOf(all: readonly Settled[]): Analysis['whole'] {
  return {
    totals: unique(
      all.flatMap((settled) => settled.totals),
      ({ key }) => key,
    ),
    guarded: unique(
      all.flatMap((settled) => settled.guarded),
      ({ total }) => total.key,
    ),
    claims: unique(
      all.flatMap((settled) => settled.claims),
      ({ id }) => id,
    ),
    notAdded: unique(
      all.flatMap((settled) => settled.notAdded),
      (entry) => JSON.stringify(entry),
    ),
  };
}

/** An analysis as a part of the report sees it that is about one of its questions. */
export function aboutAnswer<A extends Analysis>(analysis: A, { question, settled }: Answered): A {
  const { totals, guarded } = settled;
  const own = { question, result: settled, totals, guarded, coverage: coverage(totals) };
  // What nobody has read yet is not looked for because it is copied.
  return Object.defineProperties(
    {},
    { ...Object.getOwnPropertyDescriptors(analysis), ...Object.getOwnPropertyDescriptors(own) },
  ) as A;
}

/**
 * Whether a contradiction is about what a picture asks: it stands in the answer to a question, or is about places of one within the
 * periods it names. A picture that asks nothing is about all that it holds.
 */
export function isOfQuestions(
  { answers: asked }: Pick<Analysis, 'answers'>,
  conflict: Conflict,
): boolean {
  const { place, periodStart, periodEnd } = conflict;
  const isOf = ({ question, settled }: Answered): boolean => {
    const { from = '', to = '9999' } = question;
    const own = expandPlace(question.place);
    return (
      (periodEnd >= from &&
        periodStart <= to &&
        expandPlace(place).every((part) => own.includes(part))) ||
      settled.conflicts.some((one) => pairKey(one) === pairKey(conflict))
    );
  };
  return asked.length === 0 || asked.some(isOf);
}

/**
 * The claims of rows of a picture in one unit. Rows without a value belong with them, and what was put aside of the files is
 * known: a family of which a part is withheld or was put aside is known from below only.
 */
export function claimsAmong(
  { conservation: files }: Pick<Held, 'conservation'>,
  rows: readonly Observation[],
  { metric, unit }: Pick<Observation, 'metric' | 'unit'>,
): readonly Claim[] {
  return toClaims(rows, { metric, unit, files });
}

/** Each metric of some rows with each unit that it has a value in, weights in kilograms. */
export function claimKinds(
  rows: readonly Observation[],
): readonly Pick<Observation, 'metric' | 'unit'>[] {
  const kinds = rows.flatMap(({ metric, unit, value }) => {
    const shown = metric === 'quantity' && isMass(unit) ? 'kg' : unit;
    return value === null ? [] : [[`${metric} ${shown}`, { metric, unit: shown }] as const];
  });
  return [...new Map(kinds).values()];
}

/** The claims of an analysis by their id: several answers of a report look them up. */
const claimsOf = new WeakMap<Analysis['whole'], ReadonlyMap<string, Claim>>();

/** Every claim of amounts and seizures, of the questions and beyond, by its id. */
export function claimsById({
  whole,
  gathered,
}: Pick<Analysis, 'whole' | 'gathered'>): ReadonlyMap<string, Claim> {
  const known = claimsOf.get(whole);
  if (known) return known;
  const rows = gathered.observations.filter(
    ({ metric }) => metric === 'quantity' || metric === 'seizures',
  );
  const all = claimKinds(rows).flatMap((kind) => claimsAmong(gathered, rows, kind));
  const byId = new Map([...all, ...whole.claims].map((claim) => [claim.id, claim]));
  claimsOf.set(whole, byId);
  return byId;
}

/** What stands for the question of an answer that is of the whole picture. */
export function aboutPicture(analysis: Analysis): Answered {
  const [first] = analysis.answers;
  return first ?? { question: analysis.question, settled: analysis.result, problem: null };
}

/** The events known by the picture's date. */
function knownEvents(
  picture: PictureAsked,
  { seizures }: Pick<Held, 'seizures'>,
): readonly Seizure[] {
  return seizures.filter((seizure) => (seizure.registeredOn ?? seizure.date) <= picture.asOf);
}

/** What persons said of the events of a picture, as far as it holds for them. */
export function judgeGathered(
  picture: PictureAsked,
  gathered: Pick<Held, 'seizures' | 'sources'>,
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
  engine: Engine,
  picture: PictureAsked,
  gathered: Held,
  decisions: readonly Decision[],
): Promise<readonly DoubleReport[]> {
  const { sources } = gathered;
  return findDoubleReports(engine, knownEvents(picture, gathered), {
    decisions: judgeGathered(picture, gathered, decisions).inForce,
    declared: sources.flatMap((source) => source.doubleCounts ?? []),
    definitions: sources.flatMap((source) => source.definitions),
    saltMarks: saltMarksOf(sources),
    seed: picture.seed,
  });
}

/** Merges what a picture gathered: joint totals, conflicts, coverage, double reports, decisions that no longer apply. */
export function analyse<P extends PictureAsked, H extends Held>(
  picture: P,
  gathered: H,
  decisions: readonly Decision[],
  doubleReports: readonly DoubleReport[] = [],
): Analysis<P, H> {
  const judged = judgeGathered(picture, gathered, decisions);
  const allowed = decisions.filter((one) => mayDecide(picture.deciding, one));
  const current = new Map([
    ...currentDecisions(allowed.filter(({ kind }) => kind !== 'same-seizure')),
    ...judged.inForce,
  ]);
  const synthetic = gathered.sources.some(({ source }) => source.synthetic);
  const declared = coverageAsRead(
    gathered.sources.flatMap((source) => source.coverage),
    gathered.conservation,
  );
  const allBreaks = gathered.sources.flatMap((source) => source.breaks);
  const observations = gathered.observations.filter(({ publishedOn }) =>
    isPublishedBy(publishedOn, picture.asOf),
  );
  const definitions = gathered.sources.flatMap((source) => source.definitions);
  const breaks = gathered.isPart
    ? allBreaks
    : breaksAmong(allBreaks, [...gathered.observations, ...gathered.seizures]);
  const rules = { breaks: allBreaks, definitions };
  const ruled = [...current.values()].flatMap((decision) => {
    const changed = changedRules(decision, rules);
    return changed ? [[decision, changed] as const] : [];
  });
  const inForce = new Map(
    [...current].filter(([, decision]) => !ruled.some(([lapsed]) => lapsed === decision)),
  );
  const records = {
    observations,
    seizures: knownEvents(picture, gathered),
    pairs: doubleReports,
    coverage: declared,
    files: gathered.conservation,
    breaks: allBreaks,
    definitions,
    decisions: inForce,
    seed: picture.seed,
  };
  const { answers, asked, counted } = answersOf(picture, records);
  // A picture that asks nothing can be asked of itself.
  const [first = { question: noQuestion, settled: unanswered(noQuestion), problem: null }] =
    answers;
  const ids = new Set([...gathered.observations, ...gathered.seizures].map((record) => record.id));
  const own = {
    picture,
    gathered: { ...gathered, observations },
    later: gathered.observations.length - observations.length,
    handling: combineHandling(
      [...gathered.sources.map(({ source }) => source), ...(gathered.sheets?.sources ?? [])].map(
        ({ handling }) => handling,
      ),
    ),
    synthetic,
    breaks,
    declared,
    judged,
    decisions,
    inForce,
    rules,
    records,
    disagreed: disagreements(allowed),
    outside: decisions.filter((one) => !mayDecide(picture.deciding, one)),
    answers,
    asked,
    counted,
    doubleReports,
  };
  return lazily(own, merged, (): Pick<Analysis, (typeof merged)[number]> => {
    const all = answers.map(({ settled }) => settled);
    const whole = wholeOf(all);
    const conflicts = uniqueConflicts([
      ...all.map((settled) => settled.conflicts),
      ...(gathered.isPart ? [] : [findConflicts(observations, inForce, gathered.conservation)]),
    ]);
    const ofAnswers = joinGrounds(all.flatMap((settled) => [...settled.grounds]));
    const grounds = joinGrounds([
      ...ofAnswers,
      ...conflicts.map((conflict) => [conflict.subject, conflict.grounds ?? []] as const),
    ]);
    const beyond = new Map(
      conflicts
        .filter(({ subject, state }) => state === 'undecided' && !ofAnswers.has(subject))
        .map((conflict) => [conflict.subject, conflict.grounds ?? []] as const),
    );
    const allGrounds = new Map([...grounds.values()].flat().map((ground) => [ground.id, ground]));
    const lapsed = new Map([
      ...lapsedAmong(inForce.values(), beyond, (id) => allGrounds.get(id) ?? null),
      ...lapsedInAll(all),
      ...ruled.map(([{ id }, changed]) => [id, changed] as const),
      ...judged.lapsed.map(({ decision, says }) => [decision.id, says] as const),
    ]);
    const subjects = subjectsOf(whole.totals, conflicts, breaks);
    const { totals, guarded } = first.settled;
    return {
      ...{ whole, conflicts, grounds, lapsed, totals, guarded },
      question: first.question,
      result: first.settled,
      coverage: coverage(totals),
      unstated: [...inForce.values()].filter(
        ({ id, kind, takenOn }) => statesGrounds.has(kind) && !takenOn && !lapsed.has(id),
      ),
      stale: [
        ...[...current.values()].filter(
          (decision) =>
            lapsed.has(decision.id) ||
            isStale(decision, subjects, ids) ||
            gathered.unfitting?.includes(decision.id),
        ),
        ...judged.lapsed.map(({ decision }) => decision),
      ],
    };
  });
}

/** What of an analysis rests on its answers. */
const merged = [
  'whole',
  'conflicts',
  'grounds',
  'lapsed',
  'totals',
  'guarded',
  'question',
  'result',
  'coverage',
  'unstated',
  'stale',
] as const;

/**
 * An analysis once other decisions on seizures are recorded, from what was read and compared before: pairs and totals are
 * weighed anew, no file is read.
 */
export function analyseAgain<P extends PictureAsked, H extends Held>(
  {
    picture,
    gathered,
    doubleReports,
  }: Pick<Analysis<P, H>, 'picture' | 'gathered' | 'doubleReports'>,
  decisions: readonly Decision[],
): Analysis<P, H> {
  const pairs = reweighReports(knownEvents(picture, gathered), doubleReports, {
    decisions: judgeGathered(picture, gathered, decisions).inForce,
    seed: picture.seed,
  });
  return analyse(picture, gathered, decisions, pairs);
}
