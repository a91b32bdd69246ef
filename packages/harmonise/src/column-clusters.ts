import type { SourceDescription } from '@samenbeeld/ingest';
import { editDistance, foldText, type Language, wrongUse } from '@samenbeeld/schema';
import { phoneticKey } from './evidence/look-alikes.ts';
import { cellUse } from './replay/corrected-cells.ts';
import { digitsOf } from './word-parts.ts';

/** How labels are brought together. */
export type ClusterMethod = 'fingerprint' | 'ngram' | 'phonetic' | 'distance';

/** How labels are clustered. */
export interface ClusterOptions {
  /**
   * - `fingerprint`: the same words in any order, but for case, accents and punctuation
   * - `ngram`: the same pairs of letters in any order, so that blanks do not matter
   * - `phonetic`: the same sound, by Cologne phonetics in German, else by Double Metaphone
   * - `distance`: chains of labels that differ by at most a fifth of their letters (restricted Damerau-Levenshtein)
   */
  readonly by: ClusterMethod;
  readonly language?: Language;
}

/** A label and how often it stands in a file. */
export interface LabelCount {
  readonly label: string;
  readonly count: number;
}

/** Variant labels that may be one. */
export interface LabelCluster {
  /** The commonest of them; of equals the one that is not all capitals, then the first in the alphabet. */
  readonly canonical: string;
  /** With the number of times each was given; the commonest first. */
  readonly labels: readonly LabelCount[];
}

/** OpenRefine's fingerprint: words without accents, case and punctuation, each once, in order. */
function fingerprint(label: string): string {
  const words = label
    .split(/[^\p{L}\p{N}\p{M}%€]+/u)
    .map(foldText)
    .filter(Boolean);
  return [...new Set(words)].sort().join(' ');
}

/** OpenRefine's n-gram fingerprint with n = 2. */
function ngrams(label: string): string {
  const letters = [...foldText(label)];
  const pairs = letters.slice(1).map((letter, index) => `${letters[index]}${letter}`);
  return pairs.length === 0 ? letters.join('') : [...new Set(pairs)].sort().join('');
}

function byKey(labels: readonly string[], keyOf: (label: string) => string): readonly string[][] {
  const groups = new Map<string, string[]>();
  for (const label of labels) {
    const key = keyOf(label);
    // A key of nothing but blanks brings nothing together.
    const own = key.trim() === '' ? `\u0000${label}` : key;
    groups.set(own, [...(groups.get(own) ?? []), label]);
  }
  return [...groups.values()];
}

/** Chains of near labels. */
function byDistance(labels: readonly string[]): readonly string[][] {
  const folded = labels.map(foldText);
  const group = labels.map((_, index) => index);
  const root = (index: number): number => {
    let at = index;
    while (group[at] !== at) at = group[at] ?? at;
    return at;
  };
  const order = labels
    .map((_, index) => index)
    .sort((a, b) => (folded[a]?.length ?? 0) - (folded[b]?.length ?? 0));
  for (const [place, a] of order.entries())
    for (let next = place + 1; next < order.length; next += 1) {
      const b = order[next] as number;
      const [one, two] = [folded[a] ?? '', folded[b] ?? ''];
      const most = Math.floor(two.length / 5);
      if (two.length - one.length > Math.floor((two.length + 1) / 5)) break;
      if (root(a) === root(b) || digitsOf(one) !== digitsOf(two)) continue;
      if (one === two || (most > 0 && editDistance(one, two) <= most)) group[root(b)] = root(a);
    }
  const places = new Map(labels.map((label, index) => [label, index]));
  return byKey(labels, (label) => String(root(places.get(label) ?? 0)));
}

/**
 * Clusters of labels that may be variants of one another, as OpenRefine makes them; labels given several times count as
 * often. Only clusters of two labels or more are returned, the largest first. The order of the labels changes nothing.
 *
 * @example
 * ```ts
 * import { clusterLabels } from '@samenbeeld/harmonise';
 * const labels = ['Port de Gand', 'port de gand', 'Gand, port de', 'Port de Gand', 'Anvers'];
 * clusterLabels(labels, { by: 'fingerprint' }).map(({ canonical }) => canonical) // => ['Port de Gand']
 * clusterLabels(['Vlissingen', 'Vlisingen', 'Terneuzen'], { by: 'distance' })[0].labels.length // => 2
 * ```
 */
export function clusterLabels(
  labels: readonly (string | LabelCount)[],
  { by, language }: ClusterOptions,
): readonly LabelCluster[] {
  const counts = new Map<string, number>();
  for (const given of labels) {
    const { label, count } = typeof given === 'string' ? { label: given, count: 1 } : given;
    counts.set(label, (counts.get(label) ?? 0) + count);
  }
  const distinct = [...counts.keys()].sort();
  const keys: Readonly<Record<string, (label: string) => string>> = {
    fingerprint,
    ngram: ngrams,
    phonetic: (label) => phoneticKey(label, language),
  };
  const keyOf = keys[by];
  if (!keyOf && by !== 'distance')
    throw wrongUse(
      'Labels komen bijeen met fingerprint, ngram, phonetic of distance, niet "{by}".',
      'Les libellés se regroupent par fingerprint, ngram, phonetic ou distance, et non « {by} ».',
      'Bezeichnungen gehören nach fingerprint, ngram, phonetic oder distance zusammen, nicht „{by}“.',
      'Labels cluster by fingerprint, ngram, phonetic or distance, not "{by}".',
      { by },
    );
  const groups = keyOf ? byKey(distinct, keyOf) : byDistance(distinct);
  const shouted = (label: string): number => (label === label.toUpperCase() ? 1 : 0);
  return groups
    .filter(({ length }) => length > 1)
    .map((group) => {
      const members = group
        .map((label) => ({ label, count: counts.get(label) ?? 0 }))
        .sort(
          (a, b) =>
            b.count - a.count ||
            shouted(a.label) - shouted(b.label) ||
            (a.label < b.label ? -1 : 1),
        );
      return { canonical: members[0]?.label ?? '', labels: members };
    })
    .sort((a, b) => b.labels.length - a.labels.length || (a.canonical < b.canonical ? -1 : 1));
}

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
