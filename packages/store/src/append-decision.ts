import { readFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { type Decision, UsageError } from '@samenbeeld/schema';
import { type DecisionDraft, decisionId, decisionLine, decisionProblem } from './decision-line.ts';
import { appendDurably, makeFolder, syncPath } from './durable.ts';
import { readDecisions } from './read-decisions.ts';
import { RecordedDecisions } from './recorded-decisions.ts';

/**
 * Records a decision as one more line of a `decisions.jsonl`, on disk when the promise resolves. Its id is a hash of what
 * it says. Nothing is ever changed or removed: a later decision supersedes.
 *
 * A UsageError refuses an empty or unknown field, a role that looks like a person, a decision on what is already decided
 * without `supersedes`, one that supersedes what is unknown, of another subject, or already superseded.
 *
 * @example
 * ```ts
 * import { appendDecision, currentDecisions, readDecisions } from '@samenbeeld/store';
 * const { mkdtemp } = await import('node:fs/promises');
 * const path = `${await mkdtemp('/tmp/decisions-')}/decisions.jsonl`;
 * const draft = { kind: 'conflict', subject: 'COC NLVLI 2021', verdict: 'keep c1', role: 'analyst', time: '2026-01-01T09:00:00Z', reason: 'counting authority', evidence: null, supersedes: null } as const;
 * const first = await appendDecision(path, draft);
 * await appendDecision(path, { ...draft, verdict: 'reopen', reason: 'new figures', supersedes: first.id });
 * (await readDecisions(path)).length // => 2
 * currentDecisions(await readDecisions(path)).size // => 0
 * ```
 */
export async function appendDecision(path: string, draft: DecisionDraft): Promise<Decision> {
  const [decision] = await appendDecisions(path, [draft]);
  return decision as Decision;
}

/**
 * Records many decisions in one go, as `appendDecision` does one: in their order, each also against those before it. All
 * are recorded or, where one is refused, none.
 *
 * @example
 * ```ts
 * import { appendDecisions, readDecisions } from '@samenbeeld/store';
 * const { mkdtemp } = await import('node:fs/promises');
 * const path = `${await mkdtemp('/tmp/decisions-')}/decisions.jsonl`;
 * const draft = { kind: 'conflict', verdict: 'keep c1', role: 'analyst', time: '2026-01-01T09:00:00Z', reason: 'counting authority', evidence: null, supersedes: null } as const;
 * await appendDecisions(path, ['COC NLVLI 2021', 'COC NLVLI 2022'].map((subject) => ({ ...draft, subject })));
 * (await readDecisions(path)).map(({ subject }) => subject) // => ['COC NLVLI 2021', 'COC NLVLI 2022']
 * ```
 */
export async function appendDecisions(
  path: string,
  drafts: readonly DecisionDraft[],
): Promise<readonly Decision[]> {
  const refuse = (problem: string | null): void => {
    if (problem !== null) throw new UsageError(`The decision is not recorded: ${problem}.`);
  };
  for (const draft of drafts) refuse(decisionProblem({ ...draft }));
  const recorded = new RecordedDecisions(await readDecisions(path));
  const decisions = drafts.map((draft): Decision => {
    const decision = { ...draft, id: decisionId(draft) };
    refuse(recorded.problemOf(draft, decision.id));
    recorded.add(decision);
    return decision;
  });
  if (decisions.length === 0) return decisions;
  await makeFolder(dirname(resolve(path)));
  const before = await readFile(path, 'utf8').catch(() => '');
  const start = before === '' || before.endsWith('\n') ? '' : '\n';
  const lines = decisions.map((decision) => `${decisionLine(decision)}\n`);
  await appendDurably(path, start + lines.join(''));
  await syncPath(dirname(path));
  return decisions;
}
