import { probabilityText, say } from '@samenbeeld/merge';
import { type Analysis, pictureReleases } from '@samenbeeld/recipes';
import { conflictTypes, type Decision, type Language, listed } from '@samenbeeld/schema';
import { currentDecisions, releaserProblem } from '@samenbeeld/store';
import { noteLine } from '../why-view/where.ts';
import { decideWords } from './decide-words.ts';

/** Something a person may decide. */
export interface Open {
  readonly subject: string;
  readonly kind: Decision['kind'];
  readonly state: string;
  readonly lines: readonly string[];
  readonly proposal: string | null;
}

/** A verdict with the claim's own number instead of its id. */
function named(verdict: string, analysis: Analysis): string {
  const [verb, id] = verdict.split(' ');
  const row = analysis.gathered.observations.find((observation) => observation.id === id);
  return row?.reference ? `${verb} ${row.reference}` : verdict;
}

/** Sums that the comparability guard refused and a decision can make, and those that rest on one. */
function refusedSums(analysis: Analysis, language: Language): readonly Open[] {
  const refused = analysis.whole.guarded.flatMap(({ total, refusal }) =>
    refusal?.subject ? [{ subject: refusal.subject, period: total.period, refusal }] : [],
  );
  const resting = analysis.whole.guarded.flatMap(({ overrides }) =>
    overrides.filter(({ dimension }) => dimension !== 'break'),
  );
  const subjects = [...new Set(refused.map(({ subject }) => subject))];
  const decided = new Map(resting.map((one) => [one.decision.subject, one]));
  return [
    ...subjects.map((subject): Open => {
      const own = refused.filter((one) => one.subject === subject);
      return {
        subject,
        kind: 'override',
        state: 'refused',
        lines: [
          `    ${own.map(({ period }) => period).join(', ')}: ${own[0]?.refusal.message ?? ''}`,
        ],
        proposal: null,
      };
    }),
    ...[...decided].map(
      ([subject, { says }]): Open => ({
        subject,
        kind: 'override',
        state: 'decided',
        lines: [`    ${says[language]}`],
        proposal: null,
      }),
    ),
  ];
}

/** The releases that the audience of a picture takes, given or not. */
function releases(analysis: Analysis, language: Language): readonly Open[] {
  const current = currentDecisions(analysis.decisions, 'release');
  return pictureReleases(analysis).map((needed): Open => {
    const given = current.get(needed.subject);
    const flaw = given ? releaserProblem(given, needed) : null;
    return {
      subject: needed.subject,
      kind: 'release',
      state: given && flaw === null ? 'decided' : 'to decide',
      lines: [
        needed.roles.length === 0
          ? `    ${releaserProblem({ role: '' }, needed)}`
          : `    ${say(decideWords.by, { roles: listed(needed.roles, language, 'or') })[language]}${given ? `: ${given.verdict} (${given.id})${flaw === null ? '' : say(decideWords.notCounting, { flaw })[language]}` : ''}`,
      ],
      proposal: null,
    };
  });
}

/** Contradictions by how they stand, each subject once, as the list has them; differences that something explains apart. */
export function countConflicts(conflicts: Analysis['conflicts']): {
  readonly open: number;
  readonly decided: number;
  readonly explained: number;
} {
  const count = (state: string): ReadonlySet<string> =>
    new Set(conflicts.filter((one) => one.state === state).map(({ subject }) => subject));
  const open = count('undecided');
  return {
    open: open.size,
    decided: [...count('decided')].filter((subject) => !open.has(subject)).length,
    explained: conflicts.filter(({ state }) => state === 'explained').length,
  };
}

/** Everything in a picture that a person may decide: conflicts, ceilings, pairs of records, breaks, refused sums and releases. */
export function openMatters(analysis: Analysis, language: Language): readonly Open[] {
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
    const proposal = own.find((conflict) => conflict.proposal)?.proposal ?? null;
    const ids = [...new Set(own.flatMap((conflict) => conflict.claims.slice(0, 2)))];
    const values = ids.flatMap((id) => {
      const row = analysis.gathered.observations.find((observation) => observation.id === id);
      return row
        ? [
            `    ${row.reference ?? id}  ${row.value} ${row.unit}  ${row.agencies.join('+')}  ${row.publishedOn ?? ''}  ${row.origin.file}:${row.origin.line}`,
            ...(row.note === null ? [] : [`          ${noteLine(row, sources, language)}`]),
          ]
        : [];
    });
    return {
      subject,
      kind: 'conflict',
      state: own.some((conflict) => conflict.state === 'undecided') ? 'to decide' : 'decided',
      lines: [
        ...values,
        ...own.map(
          ({ type, explanation }) =>
            `    ${conflictTypes.has(type) ? conflictTypes.label(type, language) : type}: ${explanation[language]}`,
        ),
      ],
      proposal: proposal
        ? `${named(proposal.verdict, analysis)} (${proposal.reason[language]})`
        : null,
    };
  });
  const ceilings = analysis.whole.totals.flatMap((total) =>
    total.ceilings.map(
      (ceiling): Open => ({
        subject: ceiling.key,
        kind: 'ceiling',
        state: ceiling.inUse ? 'in use' : 'on offer',
        lines: [`    ${ceiling.value} ${total.unit}: ${ceiling.assumption[language]}`],
        proposal: null,
      }),
    ),
  );
  const saidOf = new Map(analysis.judged.judged.map((judged) => [judged.subject, judged]));
  const pairs = analysis.doubleReports
    .filter((pair) => pair.verdict === 'candidate' || saidOf.has(pair.key))
    .map(
      (pair): Open => ({
        subject: pair.key,
        kind: 'same-seizure',
        state: pair.decision === null ? 'to decide' : 'decided',
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
        state: 'blocks a trend',
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
