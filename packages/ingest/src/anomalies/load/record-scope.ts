import type { Observation } from '@samenbeeld/schema';
import type { Measure } from '../point.ts';

const kept = [
  'metric',
  'stat',
  'unit',
  'place',
  'placeNote',
  'basis',
  'substance',
  'offence',
  'nationalCode',
  'countUnit',
  'definition',
  'level',
  'extent',
  'publication',
  'publishedOn',
] as const;

/** What a record is about, by field; without its period and value. */
export function scopeOf(record: Observation): Readonly<Record<string, string>> {
  const scope: Record<string, string> = {};
  for (const name of kept) {
    const value = record[name];
    if (value !== null && value !== '') scope[name] = String(value);
  }
  if (record.agencies.length > 0) scope['agencies'] = record.agencies.join('+');
  return scope;
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
