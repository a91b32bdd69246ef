import type { GivenVerdict } from '@samenbeeld/merge';
import { recordVerdicts } from '@samenbeeld/recipes';
import { type Decision, UsageError, wrongUse } from '@samenbeeld/schema';
import { type Deciding, type Recorded, recorded, recordedView } from './record-decision.ts';
import { noPair, type ReviewTable } from './review-table.ts';

const verdicts: readonly GivenVerdict['verdict'][] = ['same', 'different', 'unsure', 'reopen'];

/**
 * Records what you say of a pair of a `reviewTable`, as a decision that the next build applies; nothing is changed or removed,
 * and `reopen` undoes it. Under the two-person rule of the picture it counts once another role says the same.
 *
 * A UsageError says that there is no such number, that the verdict is none, or that role or reason is missing.
 *
 * @param number of the pair as shown
 * @param verdict `same`, `different`, `unsure` or `reopen`
 * @example
 * ```ts
 * import { ingest, recordVerdict, reviewTable } from '@samenbeeld/notebook';
 * const { mkdtemp } = await import('node:fs/promises');
 * const { tmpdir } = await import('node:os');
 * const folder = await mkdtemp(`${tmpdir()}/verdict-`);
 * const { picture } = await ingest('exercise-nl-harc', 'fixtures/exercise/nl-harc-2018-2025.csv', { out: `${folder}/picture` });
 * const word = { decisions: `${folder}/decisions.jsonl`, role: 'analyst, port desk', reason: 'same container' };
 * await recordVerdict(reviewTable(picture), 1, 'same', word).catch(({ message }) => message) // => 'There is no pair 1; there are none.'
 * ```
 */
export function recordVerdict(
  { picture, rows }: ReviewTable,
  number: number,
  verdict: GivenVerdict['verdict'],
  { decisions: path, role, agency, reason, evidence, time }: Deciding,
): Promise<Recorded> {
  return recorded('recordVerdict', picture.language, async () => {
    const found = rows.find((row) => row.number === number);
    if (!found) throw new UsageError(noPair(number, rows));
    if (!verdicts.includes(verdict))
      throw wrongUse(
        'Een oordeel is {verdicts}, niet "{verdict}".',
        'Un verdict est {verdicts}, et non « {verdict} ».',
        'Ein Urteil ist {verdicts}, nicht „{verdict}“.',
        'A verdict is {verdicts}, not "{verdict}".',
        { verdicts: verdicts.join(', '), verdict },
      );
    const [decision] = await recordVerdicts(
      path,
      [
        {
          subject: found.pair.pair.key,
          verdict,
          role,
          agency: agency ?? null,
          reason,
          evidence: evidence ?? null,
          time: time ?? new Date().toISOString(),
        },
      ],
      {
        seizures: new Map(picture.seizures.rows.map((seizure) => [seizure.id, seizure])),
      },
    );
    return recordedView(decision as Decision, picture);
  });
}
