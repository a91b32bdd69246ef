import type { SourceDescription } from '@samenbeeld/ingest';
import { type ClusterMethod, clusterLabels, type LabelCluster } from './cluster-labels.ts';
import { cellUse } from './replay/cell-use.ts';

/** Labels of a column that may be variants of one another. */
export interface ColumnCluster extends LabelCluster {
  readonly column: string;
}

/**
 * Clusters of the labels in each coded column of files of a source, known ones and unknown. Throws InputError where a
 * file is not of this source.
 *
 * @example
 * ```ts
 * import { columnClusters } from '@samenbeeld/harmonise';
 * import { loadSource } from '@samenbeeld/ingest';
 * import { catalogueFolder, sampleFile } from '@samenbeeld/sources';
 * const source = loadSource(catalogueFolder('exercise-nl-harc'));
 * await columnClusters(source, [sampleFile('exercise-nl-harc')], 'fingerprint') // => []
 * ```
 */
export async function columnClusters(
  source: SourceDescription,
  files: readonly string[],
  by: ClusterMethod,
): Promise<readonly ColumnCluster[]> {
  const { labels } = await cellUse(source, files, [], () => []);
  return [...labels].flatMap(([column, uses]) =>
    clusterLabels(
      [...uses.values()].map(({ label, cells }) => ({ label, count: cells })),
      { by, language: source.language },
    ).map((cluster) => ({ column, ...cluster })),
  );
}
