import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { fileProblem } from '@samenbeeld/engine';
import { type Decision, InputError } from '@samenbeeld/schema';
import { decisionId, decisionProblem } from './decision-line.ts';

/** A million decisions and more. */
const mostBytes = 400_000_000;

function parseLine(line: string): Readonly<Record<string, unknown>> | null {
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : null;
  } catch {
    return null;
  }
}

function readLine(text: string, file: string, line: number, cut: boolean): Decision {
  const fail = (problem: string, repair: string): never => {
    throw new InputError(problem, { place: { file, line }, repair });
  };
  const value = parseLine(text);
  if (value === null)
    return cut
      ? fail('the last line is cut off', 'remove it and record the decision again')
      : fail('expected one decision as a JSON object, found something else', 'restore the line');
  const problem = decisionProblem(value);
  if (problem !== null) return fail(problem, 'restore the line as it was recorded');
  const decision = { evidence: null, supersedes: null, ...value } as unknown as Decision;
  if (decision.id !== decisionId(decision))
    return fail(
      `the decision "${decision.id}" was changed after it was recorded`,
      'restore the line, and record a decision that supersedes it',
    );
  return decision;
}

function checkLinks(decisions: readonly Decision[], lines: readonly number[], file: string): void {
  const byId = new Map<string, Decision>();
  decisions.forEach((decision, index) => {
    const place = { file, line: lines[index] ?? 0 };
    if (byId.has(decision.id))
      throw new InputError(`the decision "${decision.id}" stands here a second time`, {
        place,
        repair: 'remove one of the two lines',
      });
    byId.set(decision.id, decision);
  });
  decisions.forEach((decision, index) => {
    if (decision.supersedes === null) return;
    const place = { file, line: lines[index] ?? 0 };
    const former = byId.get(decision.supersedes);
    if (!former)
      throw new InputError(`it supersedes "${decision.supersedes}", which is not in the file`, {
        place,
        repair: 'restore the missing line: nothing is ever removed from this file',
      });
    if (former.subject !== decision.subject || former.kind !== decision.kind)
      throw new InputError(
        `it supersedes "${former.id}", which is about ${former.kind} "${former.subject}"`,
        { place, repair: 'restore the line as it was recorded' },
      );
  });
}

/**
 * The decisions in a `decisions.jsonl`, one a line, in the order of the file; none where there is no file. A line that is
 * malformed, changed, double or refers to a missing one is an InputError that names the line.
 *
 * @example
 * ```ts
 * import { readDecisions } from '@samenbeeld/store';
 * await readDecisions('/nowhere/decisions.jsonl') // => []
 * ```
 */
export async function readDecisions(path: string): Promise<readonly Decision[]> {
  const problem = existsSync(path) ? fileProblem(path, mostBytes) : null;
  if (problem !== null)
    throw new InputError(`the file cannot be read: ${problem}`, {
      place: { file: path },
      repair: 'check the path and its permissions',
    });
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return '';
    throw new InputError(`the file cannot be read (${error.code})`, {
      place: { file: path },
      repair: 'check the path and its permissions',
    });
  });
  const all = text.replace(/^\uFEFF/, '').split('\n');
  const lines = all.flatMap((line, index) => (line.trim() === '' ? [] : [index + 1]));
  const decisions = lines.map((line) =>
    readLine(all[line - 1] ?? '', path, line, line === all.length),
  );
  checkLinks(decisions, lines, path);
  return decisions;
}
