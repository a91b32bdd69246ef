import type { Comparison } from '@samenbeeld/schema';
import type { Picture } from './opened-picture.ts';

/** What a picture says of which rows are alike, for the comparability guard: declared by its sources, and decided. */
export function comparisonOf({
  breaks,
  definitions,
  inForce,
}: Picture): Pick<Comparison, 'breaks' | 'definitions' | 'overrides'> {
  return { breaks, definitions, overrides: [...inForce.values()] };
}
