import { mkdir, readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { type Decision, UsageError } from '@samenbeeld/schema';
import { currentDecisions } from './current-decisions.ts';
import { type DecisionDraft, decisionId, decisionLine, decisionProblem } from './decision-line.ts';
import { appendDurably, syncPath } from './durable.ts';
import { readDecisions } from './read-decisions.ts';

/** What keeps a decision from standing beside those recorded; null where nothing does. */
function linkProblem(draft: DecisionDraft, recorded: readonly Decision[]): string | null {
  const { subject, kind, supersedes } = draft;
  if (supersedes === null) {
    const standing = currentDecisions(recorded, kind).get(subject);
    return standing
      ? `"${subject}" is decided by ${standing.id} ("${standing.verdict}"): name it in "supersedes" to replace it`
      : null;
  }
  const former = recorded.find(({ id }) => id === supersedes);
  if (!former) return `it supersedes "${supersedes}", which is not recorded`;
  if (former.subject !== subject || former.kind !== kind)
    return `it supersedes ${former.id}, which is about ${former.kind} "${former.subject}"`;
  const successor = recorded.find((decision) => decision.supersedes === supersedes);
  return successor
    ? `${supersedes} is already superseded by ${successor.id}: supersede that one instead`
    : null;
}

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
  const problem = decisionProblem({ ...draft });
  if (problem !== null) throw new UsageError(`The decision is not recorded: ${problem}.`);
  const recorded = await readDecisions(path);
  const decision: Decision = { ...draft, id: decisionId(draft) };
  const link = recorded.some(({ id }) => id === decision.id)
    ? `${decision.id} says the same`
    : linkProblem(draft, recorded);
  if (link !== null) throw new UsageError(`The decision is not recorded: ${link}.`);
  await mkdir(dirname(path), { recursive: true });
  const before = await readFile(path, 'utf8').catch(() => '');
  const start = before === '' || before.endsWith('\n') ? '' : '\n';
  await appendDurably(path, `${start}${decisionLine(decision)}\n`);
  await syncPath(dirname(path));
  return decision;
}
