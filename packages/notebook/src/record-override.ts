import { wrongUse } from '@samenbeeld/schema';
import type { Picture } from './opened-picture.ts';
import { type Deciding, type Recorded, record, recorded } from './record-decision.ts';
import type { Refused } from './refused.ts';

/**
 * Records that rows which were refused may be put together all the same, as the decision that the refusal names. It stands
 * in every output that rests on it, with role and reason. The picture shows it once opened with that file of decisions. The cell
 * shows a receipt, also where the call stands in an `if`.
 *
 * A UsageError says that nothing can be recorded on it (a basis has no override), or that role or reason is missing.
 *
 * @param picture that was asked
 * @param refusal what was answered
 * @example
 * ```ts
 * import { comparable, ingest, recordOverride } from '@samenbeeld/notebook';
 * const { mkdtemp } = await import('node:fs/promises');
 * const { tmpdir } = await import('node:os');
 * const folder = await mkdtemp(`${tmpdir()}/override-`);
 * const { picture } = await ingest('exercise-nl-harc', 'fixtures/exercise/nl-harc-2018-2025.csv', { out: `${folder}/picture` });
 * const refusal = comparable(picture.seizures.where({ place: 'NLVLI', substance: 'COC' }));
 * const word = { decisions: `${folder}/decisions.jsonl`, role: 'analyst', reason: 'one find' };
 * await recordOverride(picture, refusal, word).catch(({ message }) => message) // => 'No decision puts rows together that differ in basis. Show each of them, or choose one.'
 * await picture.close();
 * ```
 */
export function recordOverride(
  picture: Picture,
  { subject, dimension }: Refused,
  deciding: Deciding,
): Promise<Recorded> {
  return recorded('recordOverride', picture.language, async () => {
    if (subject === null)
      throw wrongUse(
        'Geen beslissing telt rijen samen die verschillen in {dimension}. Toon elk ervan, of kies er een.',
        'Aucune décision ne réunit des lignes qui diffèrent en {dimension}. Montrez chacune d’elles, ou choisissez-en une.',
        'Keine Entscheidung bringt Zeilen zusammen, die sich in {dimension} unterscheiden. Zeigen Sie jede, oder wählen Sie eine.',
        'No decision puts rows together that differ in {dimension}. Show each of them, or choose one.',
        { dimension },
      );
    return record({ kind: 'override', subject, verdict: 'accept' }, deciding, picture);
  });
}
