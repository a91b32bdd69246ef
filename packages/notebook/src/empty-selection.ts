import { substances } from '@samenbeeld/schema';
import type { Row } from './criteria.ts';
import { labelOf, placeName } from './labels.ts';
import { type AnyCriteria, testsOf } from './match-row.ts';

function valueIn(field: string, value: unknown): string {
  if (field === 'place') return placeName(value as string, 'en');
  if (field === 'substance') return labelOf(substances, value as string, 'en');
  return [value].flat().join(' or ');
}

/**
 * Why no row is left: the first criterion that leaves none of the rows which those before it had kept. Tests of your own come
 * last.
 */
export function whyEmpty(all: readonly Row[], steps: readonly AnyCriteria[]): string {
  if (all.length === 0) return 'The picture holds no rows of this kind.';
  const before: string[] = [];
  let left = all;
  const fulfilled = (): string =>
    `${left.length === 1 ? '1 row fulfils' : `${left.length} rows fulfil`} ${before.join(', ')}`;
  for (const [field, value] of steps.flatMap((step) => Object.entries(step))) {
    if (value === undefined) continue;
    const tests = testsOf({ [field]: value } as AnyCriteria, all);
    const kept = left.filter((row) => tests.every((test) => test(row)));
    const criterion = `\`${field}: ${valueIn(field, value)}\``;
    if (kept.length === 0)
      return before.length === 0
        ? `No row fulfils ${criterion}.`
        : `${fulfilled()}; none of these fulfils ${criterion}.`;
    before.push(criterion);
    left = kept;
  }
  const last = 'a test of your own, or the day of `asOf`, leaves none';
  return before.length === 0 ? `No row is left: ${last}.` : `${fulfilled()}; ${last}.`;
}
