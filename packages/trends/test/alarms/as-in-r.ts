import type { farrington } from '@samenbeeld/trends';
import { expect } from 'vitest';

/** The bounds of each time. */
export const uppers = (result: ReturnType<typeof farrington>): readonly (number | null)[] =>
  result.times.map(({ upper }) => upper);

/** Equal to the digits printed. */
export function same(found: readonly (number | null)[], expected: readonly number[]): void {
  expect(found.length).toBe(expected.length);
  expect(found.map((upper) => Number(upper?.toFixed(6)))).toEqual(expected);
}
