import { dimensionText, figureDimensions, type Observation } from '@samenbeeld/schema';
import type { Measure } from '../point.ts';

/** What tells series of one dimension apart in an edition of a publication. */
const printed = ['placeNote', 'publication', 'publishedOn'] as const;

/** What a record is about, by field; without its period and value. */
export function scopeOf(record: Observation): Readonly<Record<string, string>> {
  return Object.fromEntries(
    [
      ...figureDimensions.map((name) => [name, dimensionText(record, name)] as const),
      ...printed.map((name) => [name, record[name] ?? ''] as const),
    ].filter(([, text]) => text !== ''),
  );
}

/** Key of a scope. */
export function scopeKey(scope: Readonly<Record<string, string>>): string {
  return Object.entries(scope)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, value]) => `${name}=${value}`)
    .join(' ');
}

/** How a figure of this statistic is noisy. */
export function measureOf({ stat, metric }: Pick<Observation, 'stat' | 'metric'>): Measure {
  if (metric === 'price') return 'price';
  return stat === 'count' ? 'count' : stat === 'sum' ? 'amount' : 'rate';
}
