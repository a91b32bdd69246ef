import { createHash } from 'node:crypto';
import { noteLine } from '@samenbeeld/answers';
import {
  isWaiting,
  pairsAtStake,
  parsePairSubject,
  probabilityText,
  recordsOfPair,
  say,
  scopeOfSubject,
  verdictText,
} from '@samenbeeld/merge';
import type { BuiltAnalysis } from '@samenbeeld/recipes';
import { pictureReleases } from '@samenbeeld/recipes';
import {
  conflictTypes,
  type Decision,
  errorWords,
  formatQuantity,
  groupBy,
  type JointTotal,
  type Language,
  listed,
  type Observation,
} from '@samenbeeld/schema';
import { currentDecisions, releaserProblem } from '@samenbeeld/store';
import { decideWords } from './decide-words.ts';
import { type Decided, decidedLine, decidedOf } from './decided-by.ts';

/** What decides a matter of each kind, first what is mostly meant; `reopen` undoes it. */
const verdicts: Readonly<Partial<Record<Decision['kind'], readonly string[]>>> = {
  conflict: ['keep', 'add', 'accept', 'reopen'],
  ceiling: ['accept', 'reopen'],
  'same-seizure': ['same', 'different', 'unsure', 'reopen'],
  override: ['accept', 'reopen'],
  release: ['accept', 'reopen'],
};

/** The options that decide a matter of a kind. */
export const verdictOptions = (kind: Decision['kind']): readonly string[] => verdicts[kind] ?? [];

/** Something a person may decide. */
export interface Open {
  readonly subject: string;
  readonly kind: Decision['kind'];
  readonly state: string;
  /** Where and of which drugs it is; empty where it is of none in particular. */
  readonly places: readonly string[];
  readonly substances: readonly string[];
  readonly lines: readonly string[];
  readonly proposal: string | null;
}

/** Something to decide as the list of a picture has it. */
export interface Matter extends Open {
  /** Its place in the whole list, which changes with it. */
  readonly number: number;
  /** What it is called wherever and whenever it is listed. */
  readonly name: string;
  /** What stands decided on it, and by which role. */
  readonly decided: readonly Decided[];
}

/**
 * A short name for what is decided, from its subject alone: the same in the next build, on another machine and in another
 * language, so that it can stand in a letter ("m-5bd28a0f").
 */
export function matterName(subject: string): string {
  return `m-${createHash('sha256').update(subject).digest('hex').slice(0, 8)}`;
}

/** The figure of a row in its own unit, as a language prints it. */
export function figureOf({ value, unit }: Observation, language: Language): string {
  return value === null ? '–' : formatQuantity(value, unit, language);
}

/** A verdict with the claim's own number instead of its id. */
function namedVerdict(verdict: string, analysis: BuiltAnalysis, language: Language): string {
  const { observations } = analysis.gathered;
  return verdictText(verdict, (id) => observations.find((row) => row.id === id)?.reference ?? id)[
    language
  ];
}

/** Sums that the comparability guard refused and a decision can make, and those that rest on one. */
function refusedSums(analysis: BuiltAnalysis, language: Language): readonly Open[] {
  const refused = analysis.whole.guarded.flatMap(({ total, refusal }) =>
    refusal?.subject ? [{ subject: refusal.subject, total, refusal }] : [],
  );
  const resting = analysis.whole.guarded.flatMap(({ total, overrides }) =>
    overrides
      .filter(({ dimension }) => dimension !== 'break')
      .map(({ decision: { subject }, says }) => ({ subject, says, total })),
  );
  const ofTotals = (own: readonly { readonly total: JointTotal }[]) => ({
    places: [...new Set(own.map(({ total }) => total.complex))],
    substances: [...new Set(own.map(({ total }) => total.substance))],
  });
  const subjects = [...new Set(refused.map(({ subject }) => subject))];
  const decided = new Map(resting.map((one) => [one.subject, one]));
  return [
    ...subjects.map((subject): Open => {
      const own = refused.filter((one) => one.subject === subject);
      return {
        subject,
        kind: 'override',
        state: 'refused',
        ...ofTotals(own),
        lines: [
          `    ${own.map(({ total }) => total.period).join(', ')}: ${own[0] ? errorWords(own[0].refusal)[language] : ''}`,
        ],
        proposal: null,
      };
    }),
    ...[...decided].map(
      ([subject, { says }]): Open => ({
        subject,
        kind: 'override',
        state: 'decided',
        ...ofTotals(resting.filter((one) => one.subject === subject)),
        lines: [`    ${says[language]}`],
        proposal: null,
      }),
    ),
  ];
}

/** The releases that the audience of a picture takes, given or not. */
function releases(analysis: BuiltAnalysis, language: Language): readonly Open[] {
  const current = currentDecisions(analysis.decisions, 'release');
  return pictureReleases(analysis).map((needed): Open => {
    const given = current.get(needed.subject);
    const flaw = given ? releaserProblem(given, needed) : null;
    return {
      subject: needed.subject,
      kind: 'release',
      state: given && flaw === null ? 'decided' : 'to decide',
      places: [],
      substances: [],
      lines: [
        needed.roles.length === 0
          ? `    ${releaserProblem({ role: '' }, needed)?.[language]}`
          : `    ${say(decideWords.by, { roles: listed(needed.roles, language, 'or') })[language]}${given ? `: ${verdictText(given.verdict)[language]} (${given.id})${flaw === null ? '' : say(decideWords.notCounting, { flaw })[language]}` : ''}`,
      ],
      proposal: null,
    };
  });
}

/** How the differences of one subject stand, by the worst of them. */
function ofStates(
  conflicts: BuiltAnalysis['conflicts'],
): 'to decide' | 'counted apart' | 'decided' {
  const states = new Set(conflicts.map(({ state }) => state));
  return states.has('undecided') ? 'to decide' : states.has('apart') ? 'counted apart' : 'decided';
}

/** Contradictions by how they stand, each subject once, as the list has them; differences that something explains apart. */
export function countConflicts(conflicts: BuiltAnalysis['conflicts']): {
  readonly open: number;
  readonly decided: number;
  readonly apart: number;
  readonly explained: number;
} {
  const open = conflicts.filter(({ state }) => state !== 'explained');
  const standings = [...groupBy(open, ({ subject }) => subject).values()].map(ofStates);
  const count = (standing: ReturnType<typeof ofStates>): number =>
    standings.filter((one) => one === standing).length;
  return {
    open: count('to decide'),
    apart: count('counted apart'),
    decided: count('decided'),
    explained: conflicts.filter(({ state }) => state === 'explained').length,
  };
}

/** Everything in a picture that a person may decide: conflicts, ceilings, pairs of records, breaks, refused sums and releases. */
export function openMatters(analysis: BuiltAnalysis, language: Language): readonly Matter[] {
  return mattersOf(analysis, language).map((matter, index): Matter => {
    const { kind, subject, lines } = matter;
    const decided = decidedOf(kind, subject, analysis);
    return {
      ...matter,
      ...{ number: index + 1, name: matterName(subject), decided },
      lines: [
        ...lines,
        ...decided.map((one) =>
          decidedLine(one, namedVerdict(one.verdict, analysis, language), language),
        ),
      ],
    };
  });
}

/** The rows that the id of a claim names: its own, or those that make up a family ("COC 8f… b2…"). */
const rowIdsOf = (claim: string): readonly string[] => claim.split(' ');

function mattersOf(analysis: BuiltAnalysis, language: Language): readonly Open[] {
  const subjects = [
    ...new Set(
      analysis.conflicts
        .filter((conflict) => conflict.state !== 'explained')
        .map((conflict) => conflict.subject),
    ),
  ];
  const sources = analysis.gathered.sources.map(({ source }) => source);
  const conflicts = subjects.map((subject): Open => {
    const own = analysis.conflicts.filter((conflict) => conflict.subject === subject);
    const named = scopeOfSubject(subject);
    const proposal = own.find((conflict) => conflict.proposal)?.proposal ?? null;
    const ids = [...new Set(own.flatMap((conflict) => conflict.claims.slice(0, 2)))];
    const rows = [...new Set(ids.flatMap(rowIdsOf))];
    const values = rows.flatMap((id) => {
      const row = analysis.gathered.observations.find((observation) => observation.id === id);
      return row
        ? [
            `    ${row.reference ?? id}  ${figureOf(row, language)}  ${row.agencies.join('+')}  ${row.publishedOn ?? ''}  ${row.origin.file}:${row.origin.line}`,
            ...(row.note === null ? [] : [`          ${noteLine(row, sources, language)}`]),
          ]
        : [];
    });
    return {
      subject,
      kind: 'conflict',
      state: ofStates(own),
      places: [...new Set([named?.place ?? [], own.map(({ place }) => place)].flat())],
      substances: [
        ...new Set([named?.substance ?? [], own.flatMap((one) => one.substance ?? [])].flat()),
      ],
      lines: [
        ...values,
        ...(ofStates(own) === 'counted apart' ? [`    ${decideWords.addApart[language]}`] : []),
        ...own.map(
          ({ type, explanation }) =>
            `    ${conflictTypes.has(type) ? conflictTypes.label(type, language) : type}: ${explanation[language]}`,
        ),
      ],
      proposal: proposal
        ? `${namedVerdict(proposal.verdict, analysis, language)} (${proposal.reason[language]})`
        : null,
    };
  });
  const ceilings = analysis.whole.totals.flatMap((total) =>
    total.ceilings.map(
      (ceiling): Open => ({
        subject: ceiling.key,
        kind: 'ceiling',
        state: ceiling.inUse ? 'in use' : 'on offer',
        places: [ceiling.places.join('+')],
        substances: [total.substance],
        lines: [
          `    ${formatQuantity(ceiling.value, total.unit, language)}: ${ceiling.assumption[language]}`,
        ],
        proposal: null,
      }),
    ),
  );
  const saidOf = new Map(analysis.judged.judged.map((judged) => [judged.subject, judged]));
  const events = new Map(analysis.gathered.seizures.map((event) => [event.id, event]));
  const ofEvents = (subject: string) => {
    const pair = parsePairSubject(subject);
    const own = (pair ? recordsOfPair(pair) : []).flatMap((id) => events.get(id) ?? []);
    return {
      places: [...new Set(own.map(({ place }) => place))],
      substances: [...new Set(own.map(({ substance }) => substance))],
    };
  };
  // A pair held to be the same waits too where a total rests on it, as `link` lists it.
  const atStake = pairsAtStake(analysis.doubleReports, analysis.whole.totals, analysis.judged);
  const waiting = new Set(atStake.filter(isWaiting).map(({ pair }) => pair.key));
  const pairs = analysis.doubleReports
    .filter((pair) => pair.verdict === 'candidate' || saidOf.has(pair.key) || waiting.has(pair.key))
    .map(
      (pair): Open => ({
        subject: pair.key,
        kind: 'same-seizure',
        state: pair.decision === null ? 'to decide' : 'decided',
        ...ofEvents(pair.key),
        lines: [
          ...(saidOf.has(pair.key) ? [`    ${saidOf.get(pair.key)?.says[language]}`] : []),
          `    ${probabilityText(pair.probability, language)}: ${pair.reasons.map((reason) => reason.text[language]).join('; ')}`,
        ],
        proposal: null,
      }),
    );
  const breaks = analysis.breaks
    .filter((entry) => entry.severity === 'block_trend')
    .map(
      (entry): Open => ({
        subject: entry.id,
        kind: 'override',
        state: analysis.inForce.has(entry.id) ? 'decided' : 'blocks a trend',
        places: [entry.series.place ?? []].flat(),
        substances: [entry.series.substance ?? []].flat(),
        lines: [`    ${entry.on}: ${entry.note[language]}`],
        proposal: null,
      }),
    );
  return [
    ...conflicts,
    ...ceilings,
    ...pairs,
    ...breaks,
    ...refusedSums(analysis, language),
    ...releases(analysis, language),
  ];
}
