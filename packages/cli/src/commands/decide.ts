import {
  type Analysis,
  analyse,
  besidePicture,
  gather,
  type PictureFileDescription,
  readPictureFile,
} from '@samenbeeld/recipes';
import { type Decision, UsageError } from '@samenbeeld/schema';
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
  const pairs = analysis.doubleReports
    .filter((pair) => pair.verdict === 'candidate' || pair.decision !== null)
    .map(
      (pair): Open => ({
        subject: pair.key,
        kind: 'same-seizure',
        state: pair.decision === null ? 'to decide' : 'decided',
        lines: [
          `    ${pair.points} points: ${pair.reasons.map((reason) => reason.text[language]).join('; ')}`,
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
  return [...conflicts, ...ceilings, ...pairs, ...breaks];
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
  const flags = ['accept', 'add', 'same', 'different', 'reopen'].filter(
    (flag) => options[flag] === true,
  );
  const given = [...(options['keep'] === undefined ? [] : ['keep']), ...flags];
  const [only] = given;
  if (!only || given.length !== 1)
    throw new UsageError(
      'Say one of --keep CLAIM, --accept, --add, --same, --different or --reopen.',
    );
  const fits: Readonly<Record<string, readonly string[]>> = {
    conflict: ['keep', 'add', 'accept', 'reopen'],
    ceiling: ['accept', 'reopen'],
    'same-seizure': ['same', 'different', 'reopen'],
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

async function analysed(picture: PictureFileDescription): Promise<Analysis> {
  const gathered = await gather(picture);
  await gathered.engine.close();
  return analyse(picture, gathered, await readDecisions(besidePicture(picture, picture.decisions)));
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
  const matter = matterOf(String(subject), matters);
  const [role, reason] = [options['role'], options['reason']];
  if (typeof role !== 'string' || typeof reason !== 'string')
    throw new UsageError('A decision needs --role (never a name) and --reason.');
  const verdict = verdictOf(options, matter, analysis);
  const current = analysis.decisions
    .filter((decision) => decision.subject === matter.subject)
    .at(-1);
  const recorded = await appendDecision(besidePicture(picture, picture.decisions), {
    kind: matter.kind,
    subject: matter.subject,
    verdict,
    role,
    time: typeof options['time'] === 'string' ? options['time'] : new Date().toISOString(),
    reason,
    evidence: typeof options['evidence'] === 'string' ? options['evidence'] : null,
    supersedes: current?.id ?? null,
  });
  terminal.print(
    `  Recorded ${recorded.id}: ${verdict} on "${matter.subject}"${current ? `, superseding ${current.id}` : ''}.`,
  );
  terminal.print(`  Build again to see it: samenbeeld build ${String(file)} --out …`);
  terminal.result(recorded);
}
