import { units } from '@samenbeeld/schema';
import type { TableGuess } from '../column-guess.ts';

/** The unit of the figures, where the file has one for all. */
export function unitOf({ constants, columns }: TableGuess): string | null {
  const constant = constants['unit']?.value;
  if (constant !== undefined) return constant;
  const sets = columns.flatMap(({ written }) => {
    const all = written === null ? [] : Array.isArray(written) ? written : [written];
    return (all as readonly Readonly<Record<string, unknown>>[]).flatMap((mapping) => {
      const set = ((mapping['value'] as Readonly<Record<string, unknown>> | undefined) ?? mapping)[
        'set'
      ];
      const unit = (set as Readonly<Record<string, unknown>> | undefined)?.['unit'];
      return typeof unit === 'string' && units.has(unit) ? [unit] : [];
    });
  });
  return new Set(sets).size === 1 ? (sets[0] ?? null) : null;
}
