import { type GivenVerdict, type VerdictContext, verdictDraft } from '@samenbeeld/merge';
import {
  type Analysis,
  analyse,
  besidePicture,
  gather,
  linkGathered,
  type PictureFileDescription,
  readPictureFile,
} from '@samenbeeld/recipes';
import {
  type Decision,
  dimensionLabel,
  overrideSubject,
  parseOverrideSubject,
  UsageError,
} from '@samenbeeld/schema';
import { appendDecision, readDecisions } from '@samenbeeld/store';
import { openTerminal } from '../terminal.ts';

/** Something a person may decide. */
interface Open {
  readonly subject: string;
  readonly kind: Decision['kind'];
  readonly state: string;
  readonly lines: readonly string[];
  readonly proposal: string | null;
}

function openMatters(analysis: Analysis, language: 'nl' | 'fr' | 'de' | 'en'): readonly Open[] {
  const subjects = [
    ...new Set(
      analysis.conflicts
        .filter((conflict) => conflict.state !== 'explained')
        .map((conflict) => conflict.subject),
    ),
  ];
  const conflicts = subjects.map((subject): Open => {
    const own = analysis.conflicts.filter((conflict) => conflict.subject === subject);
    const proposal = own.find((conflict) => conflict.proposal)?.proposal ?? null;
    const ids = [...new Set(own.flatMap((conflict) => conflict.claims.slice(0, 2)))];
    const values = ids.flatMap((id) => {
      const row = analysis.gathered.observations.find((observation) => observation.id === id);
      return row
        ? [
            `    ${row.reference ?? id}  ${row.value} ${row.unit}  ${row.agencies.join('+')}  ${row.publishedOn ?? ''}  ${row.origin.file}:${row.origin.line}`,
            ...(row.note === null ? [] : [`          note: ${row.note}`]),
          ]
        : [];
    });
    return {
      subject,
      kind: 'conflict',
      state: own.some((conflict) => conflict.state === 'undecided') ? 'to decide' : 'decided',
      lines: [
        ...values,
        ...own.map((conflict) => `    ${conflict.type}: ${conflict.explanation[language]}`),
      ],
      proposal: proposal
        ? `${named(proposal.verdict, analysis)} (${proposal.reason[language]})`
        : null,
    };
  });
  const ceilings = analysis.totals.flatMap((total) =>
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
          `    ${Math.round(pair.probability * 1000) / 10} %: ${pair.reasons.map((reason) => reason.text[language]).join('; ')}`,
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
  return [...conflicts, ...ceilings, ...pairs, ...breaks, ...refusedSums(analysis, language)];
}

/** Sums that the comparability guard refused and a decision can make, and those that rest on one. */
function refusedSums(analysis: Analysis, language: 'nl' | 'fr' | 'de' | 'en'): readonly Open[] {
  const refused = analysis.guarded.flatMap(({ total, refusal }) =>
    refusal?.subject ? [{ subject: refusal.subject, period: total.period, refusal }] : [],
  );
  const resting = analysis.guarded.flatMap(({ overrides }) =>
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

/**
 * The override that a subject names in the words of a refusal. It need not be listed: a notebook may have refused what
 * this picture never asks.
 */
function overrideNamed(subject: string, language: 'nl' | 'fr' | 'de' | 'en'): Open | null {
  const named = parseOverrideSubject(subject);
  if (named === null) return null;
  if (named.override === 'never')
    throw new UsageError(
      `Nothing can be recorded on "${subject}": rows that differ in ${named.dimension} are never put together. Show each of them, or choose one.`,
    );
  if (new Set(named.values).size < 2)
    throw new UsageError(
      `"${subject}" names one value; an override names the values that are put together, as in "sum across agencies: NL_CUST, NL_KMAR".`,
    );
  return {
    subject: overrideSubject(named.purpose, named.plural, named.values),
    kind: 'override',
    state: `differ in ${dimensionLabel(named.dimension)[language]}`,
    lines: [],
    proposal: null,
  };
}

/** A pair of records by its key; it need not be open: what is as good as sure may be wrong. */
function pairNamed(subject: string, { doubleReports }: Analysis): Open | null {
  const pair = doubleReports.find(({ key }) => key === subject);
  return pair
    ? { subject, kind: 'same-seizure', state: pair.verdict, lines: [], proposal: null }
    : null;
}

/** A verdict with the claim's own number instead of its id. */
function named(verdict: string, analysis: Analysis): string {
  const [verb, id] = verdict.split(' ');
  const row = analysis.gathered.observations.find((observation) => observation.id === id);
  return row?.reference ? `${verb} ${row.reference}` : verdict;
}

/** The claim a person means: by its own number, its id, the start of an id, or its value among the rivals. */
function claimOf(named: string, subject: string, analysis: Analysis): string {
  const ids = [
    ...new Set(
      analysis.conflicts
        .filter((conflict) => conflict.subject === subject)
        .flatMap((conflict) => conflict.claims.slice(0, 2)),
    ),
  ];
  const rivals = analysis.result.claims.filter((claim) => ids.includes(claim.id));
  const wanted = Number(named.replace(/[\s,]/g, ''));
  const found = rivals.filter((claim) =>
    claim.rows.some(
      (row) => row.reference === named || row.id.startsWith(named) || row.value === wanted,
    ),
  );
  const [only] = found;
  if (!only || found.length > 1) {
    const known = rivals.flatMap((claim) =>
      claim.rows.map((row) => `${row.reference ?? row.id} (${row.value} ${row.unit})`),
    );
    throw new UsageError(
      `"${named}" names ${found.length === 0 ? 'no claim' : 'more than one claim'} of "${subject}". Its claims: ${known.join(', ')}.`,
    );
  }
  return only.id;
}

function verdictOf(
  options: Readonly<Record<string, unknown>>,
  matter: Open,
  analysis: Analysis,
): string {
  const flags = ['accept', 'add', 'same', 'different', 'unsure', 'reopen'].filter(
    (flag) => options[flag] === true,
  );
  const given = [...(options['keep'] === undefined ? [] : ['keep']), ...flags];
  const [only] = given;
  if (!only || given.length !== 1)
    throw new UsageError(
      'Say one of --keep CLAIM, --accept, --add, --same, --different, --unsure or --reopen.',
    );
  const fits: Readonly<Record<string, readonly string[]>> = {
    conflict: ['keep', 'add', 'accept', 'reopen'],
    ceiling: ['accept', 'reopen'],
    'same-seizure': ['same', 'different', 'unsure', 'reopen'],
    override: ['accept', 'reopen'],
  };
  if (!fits[matter.kind]?.includes(only))
    throw new UsageError(
      `--${only} does not fit a decision of kind ${matter.kind}; use --${fits[matter.kind]?.join(', --')}.`,
    );
  return only === 'keep'
    ? `keep ${claimOf(String(options['keep']), matter.subject, analysis)}`
    : only;
}

function matterOf(named: string, matters: readonly Open[]): Open {
  const byNumber = matters[Number(named) - 1];
  if (/^\d+$/.test(named) && byNumber) return byNumber;
  const exact = matters.find((matter) => matter.subject === named);
  const found = exact
    ? [exact]
    : matters.filter((matter) => matter.subject.toLowerCase().includes(named.toLowerCase()));
  const [only] = found;
  if (only && found.length === 1) return only;
  throw new UsageError(
    found.length === 0
      ? `Nothing to decide is called "${named}". Run without a subject for the list.`
      : `"${named}" fits ${found.length} matters: ${found.map((matter) => `"${matter.subject}"`).join(', ')}.`,
  );
}

/** What a verdict on two records stands beside. */
function contextOf({ decisions, judged, gathered }: Analysis): VerdictContext {
  const seizures = new Map(gathered.seizures.map((seizure) => [seizure.id, seizure]));
  return { decisions, seizures, agreeing: judged.agreeing };
}

async function analysed(picture: PictureFileDescription): Promise<Analysis> {
  const gathered = await gather(picture);
  try {
    const decisions = await readDecisions(besidePicture(picture, picture.decisions));
    const doubleReports = await linkGathered(picture, gathered, decisions);
    return analyse(picture, gathered, decisions, doubleReports);
  } finally {
    await gathered.engine.close();
  }
}

/** `samenbeeld decide`: the list of what is to decide, or one decision recorded. */
export async function decide(
  options: Readonly<Record<string, unknown>>,
  file: string | readonly string[],
  subject?: string | readonly string[],
): Promise<undefined> {
  const terminal = openTerminal(options);
  const picture = readPictureFile(String(file));
  const analysis = await analysed(picture);
  const matters = openMatters(analysis, terminal.language);
  if (subject === undefined) {
    matters.forEach((matter, index) => {
      terminal.print(`${index + 1}. ${matter.subject}  [${matter.kind}, ${matter.state}]`);
      for (const line of matter.lines) terminal.print(line);
      if (matter.proposal) terminal.print(`    proposed: ${matter.proposal}`);
    });
    terminal.print(
      matters.length === 0
        ? 'Nothing to decide.'
        : `\nRecord one: samenbeeld decide ${String(file)} NUMBER --keep CLAIM --role "…" --reason "…"`,
    );
    terminal.result({ matters, decisions: analysis.decisions, stale: analysis.stale });
    return;
  }
  const matter =
    overrideNamed(String(subject), terminal.language) ??
    pairNamed(String(subject), analysis) ??
    matterOf(String(subject), matters);
  const [role, reason] = [options['role'], options['reason']];
  if (typeof role !== 'string' || typeof reason !== 'string')
    throw new UsageError('A decision needs --role (never a name) and --reason.');
  const verdict = verdictOf(options, matter, analysis);
  const current = analysis.decisions
    .filter((decision) => decision.subject === matter.subject)
    .at(-1);
  const given = {
    subject: matter.subject,
    verdict,
    role,
    time: typeof options['time'] === 'string' ? options['time'] : new Date().toISOString(),
    reason,
    evidence: typeof options['evidence'] === 'string' ? options['evidence'] : null,
  };
  const recorded = await appendDecision(
    besidePicture(picture, picture.decisions),
    matter.kind === 'same-seizure'
      ? verdictDraft({ ...given, verdict: verdict as GivenVerdict['verdict'] }, contextOf(analysis))
      : { kind: matter.kind, ...given, supersedes: current?.id ?? null },
  );
  terminal.print(
    `  Recorded ${recorded.id}: ${verdict} on "${matter.subject}"${recorded.supersedes ? `, superseding ${recorded.supersedes}` : ''}.`,
  );
  terminal.print(`  Build again to see it: samenbeeld build ${String(file)} --out …`);
  terminal.result(recorded);
}
