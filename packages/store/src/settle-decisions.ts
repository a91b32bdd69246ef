import { basename } from 'node:path';
import { type Decision, wrongUse } from '@samenbeeld/schema';
import { appendDecisions } from './append-decision.ts';

/** Who settles what is damaged, and why. */
export type Settling = Pick<Decision, 'role' | 'reason' | 'time'> &
  Partial<Pick<Decision, 'agency' | 'evidence'>>;

/**
 * Settles what is damaged in a `decisions.jsonl`, as decisions of kind `repair`: torn and changed lines are set aside, lines
 * whose neighbours are gone are taken as they stand. Nothing is removed or changed: what was damaged stays in the file, and
 * that somebody settled it stands there too.
 *
 * A UsageError says that nothing is damaged.
 *
 * @example
 * ```ts
 * import { readDecisions, settleDecisions } from '@samenbeeld/store';
 * const { mkdtemp, writeFile } = await import('node:fs/promises');
 * const { tmpdir } = await import('node:os');
 * const path = `${await mkdtemp(`${tmpdir()}/decisions-`)}/decisions.jsonl`;
 * await writeFile(path, '{"id":"x","ki');
 * await readDecisions(path).catch((error) => error.name) // => 'InputError'
 * await settleDecisions(path, { role: 'analyst', reason: 'cut off by a full disk', time: '2026-01-01' });
 * (await readDecisions(path)).map(({ kind, verdict }) => [kind, verdict]) // => [['repair', 'set aside']]
 * ```
 */
export async function settleDecisions(
  path: string,
  settling: Settling,
): Promise<readonly Decision[]> {
  return appendDecisions(path, ({ damage }) => {
    if (damage.length === 0)
      throw wrongUse(
        'In {file} is niets beschadigd: er valt niets te herstellen.',
        'Rien n’est endommagé dans {file} : il n’y a rien à réparer.',
        'In {file} ist nichts beschädigt: Es gibt nichts zu reparieren.',
        'Nothing in {file} is damaged: there is nothing to settle.',
        { file: basename(path) },
      );
    const bySubject = new Map(damage.map((one) => [one.subject, one]));
    return [...bySubject.values()].map(({ subject, settling: verdict, line }) => ({
      agency: null,
      ...settling,
      evidence: settling.evidence ?? `line ${line}`,
      kind: 'repair' as const,
      subject,
      verdict,
      supersedes: null,
    }));
  });
}
