import { checkTied } from './check-tied.ts';
import type { Component } from './record-pair.ts';
import type { TiedRecords } from './tied-records.ts';
import { enumerateUpTo, type PartitionOptions, weighComponent } from './weigh-component.ts';

export { enumerateUpTo, type PartitionOptions };

/**
 * The partitions of tied records with their probabilities: each admissible partition is weighted by the product of the odds
 * of the pairs that it joins (joint total, rule 12).
 *
 * A pair that is kept apart weighs 1, so that a pair alone, of odds o, is the same with probability o / (1 + o); the product
 * over the pairs joined is the product of p over them and of 1 − p over those kept apart, up to a factor that all
 * partitions share. Up to {@link enumerateUpTo} partitions are weighed one by one; of more, 6,000 are drawn, each with
 * exactly its probability, or where they are too many for that by four walks of a sampler, which must agree (`settled`).
 * What is drawn follows from the seed and the ids.
 *
 * @throws InputError for odds below 0 or that are no number, for an id or a pair given twice, for a pair of a record not given
 * @example
 * ```ts
 * import { partitionComponent } from '@samenbeeld/merge';
 * const records = [{ id: 'a', source: 'nl' }, { id: 'b', source: 'be' }];
 * const { partitions } = partitionComponent({ records, pairs: [{ a: 'a', b: 'b', odds: 3 }] });
 * partitions.map(({ groups, probability }) => `${groups.length} seizures: ${probability}`)
 * // => ['1 seizures: 0.75', '2 seizures: 0.25']
 * ```
 */
export function partitionComponent(tied: TiedRecords, options: PartitionOptions = {}): Component {
  checkTied(tied);
  return weighComponent(tied, options).component;
}

/** The probability that two sides of a pair are the same seizure, with everything else that is tied to them weighed. */
export function togetherIn({ partitions }: Component, ids: readonly string[]): number {
  return partitions
    .filter(({ groups }) => groups.some((group) => ids.every((id) => group.includes(id))))
    .reduce((sum, { probability }) => sum + probability, 0);
}
