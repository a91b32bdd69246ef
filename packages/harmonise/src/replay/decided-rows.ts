import { type CrosswalkRow, codedMappings, type SourceDescription } from '@samenbeeld/ingest';
import type { Decision } from '@samenbeeld/schema';
import { decidedLabels } from './decided-labels.ts';

/**
 * Decided labels that the description does not know, as rows of the crosswalks they belong to, and those whose column
 * has no crosswalk.
 *
 * @example
 * ```ts
 * import { decidedRows } from '@samenbeeld/harmonise';
 * import { loadSource } from '@samenbeeld/ingest';
 * import { catalogueFolder } from '@samenbeeld/sources';
 * const source = loadSource(catalogueFolder('exercise-nl-harc'));
 * const decision = { id: 'd1', kind: 'crosswalk', subject: 'crosswalk exercise-nl-harc substance "Middel" "keta"', verdict: 'exact KETA', role: 'analyst', time: '2026-01-01', reason: 'asked', evidence: null, supersedes: null } as const;
 * decidedRows(source, [decision]).rows['substances.csv'][0].note // => 'asked (decision d1)'
 * ```
 */
export function decidedRows(
  source: SourceDescription,
  decisions: readonly Decision[],
): {
  readonly rows: Readonly<Record<string, readonly CrosswalkRow[]>>;
  readonly homeless: readonly Decision[];
} {
  const rows: Record<string, CrosswalkRow[]> = Object.create(null);
  const homeless: Decision[] = [];
  for (const { decision, says } of decidedLabels(source, decisions).labels) {
    const file = codedMappings(source).find(
      ([column, { to }]) => column === says.column && to === says.field,
    )?.[1].crosswalk?.file;
    const { label: from, to, match } = says;
    const note = `${decision.reason} (decision ${decision.id})`;
    if (file === undefined) homeless.push(decision);
    else rows[file] = [...(rows[file] ?? []), { from, to, match, note }];
  }
  return { rows, homeless };
}
