import {
  type ClusterMethod,
  clusterLabels as cluster,
  type LabelCluster,
  type LabelCount,
} from '@samenbeeld/harmonise';
import { table } from '@samenbeeld/page';
import type { Language } from '@samenbeeld/schema';
import { output } from './cell.ts';
import { plainly } from './kernel.ts';
import { officeOnly } from './office-only.ts';
import { type View, view } from './view.ts';
import { howMany, words } from './words.ts';

/** Spellings that may be one label. */
export interface Clusters extends View {
  readonly kind: 'clusters';
  readonly by: ClusterMethod;
  readonly clusters: readonly LabelCluster[];
}

/** Options of `clusterLabels`: how, the language of the labels, and that of the output. */
export interface ClusterLabelsOptions {
  readonly by?: ClusterMethod;
  readonly labelsIn?: Language;
  readonly language?: Language;
}

/**
 * Labels that may be spellings of one another, the commonest of each group first: by `fingerprint` (the same words in any
 * order; the default), `ngram` (blanks do not matter), `phonetic` or `distance` (a fifth of the letters). Nothing is joined.
 *
 * @example
 * ```ts
 * import { clusterLabels } from '@samenbeeld/notebook';
 * clusterLabels(['Sloe-kade', 'sloe kade', 'Terneuzen']).clusters[0].labels.length // => 2
 * ```
 */
export function clusterLabels(
  labels: readonly (string | LabelCount)[],
  { by = 'fingerprint', labelsIn, language = 'en' }: ClusterLabelsOptions = {},
): Clusters {
  try {
    const clusters = cluster(labels, { by, ...(labelsIn && { language: labelsIn }) });
    return view<Clusters>({ kind: 'clusters', by, clusters }, () => [
      output(officeOnly(language), [
        table(
          `${howMany(clusters.length, 'clusters')[language]} · ${by}`,
          [
            ['label', words.commonest],
            ['words', words.labels],
            ['number', words.cells],
          ],
          clusters.map(({ canonical, labels: members }) => [
            canonical,
            members.map(({ label, count }) => `${label} (${count})`).join(', '),
            String(members.reduce((sum, { count }) => sum + count, 0)),
          ]),
        ),
      ]),
    ]);
  } catch (error) {
    throw plainly(error, language);
  }
}
