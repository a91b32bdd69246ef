import { UsageError } from '@samenbeeld/schema';
import type { DecomposeOptions } from './decompose.ts';
import { type StlSettings, stlSettings } from './stl-settings.ts';

/** The settings of each season, from the shortest to the longest, or a UsageError. */
export function seasonSettings(n: number, options: DecomposeOptions): readonly StlSettings[] {
  const { period, periods, windows, seasonal, ...shared } = options;
  if ((period === undefined) === (periods === undefined))
    throw new UsageError('`period` or `periods` must be given, and not both');
  const asked = periods ?? [period as number];
  if (asked.length === 0 || new Set(asked).size < asked.length)
    throw new UsageError(`\`periods\` must be different numbers, got ${asked.join(', ')}`);
  if (windows && windows.length !== asked.length)
    throw new UsageError(
      `\`windows\` must have one entry per period: got ${windows.length} for ${asked.length}`,
    );
  if (periods && periods.length > 1 && seasonal !== undefined)
    throw new UsageError('`seasonal` is for one period; use `windows` for several');
  return asked
    .map((own, i) => ({ own, window: windows?.[i] ?? seasonal }))
    .sort((a, b) => a.own - b.own)
    .map(({ own, window }, i) => {
      const usual = asked.length > 1 ? 11 + 4 * i : 'periodic';
      return stlSettings(n, own, { ...shared, seasonal: window ?? usual });
    });
}

/** Where in its cycle a series begins, and the names of the positions, or a UsageError. */
export function checkPositions(
  { startsAt = 1, names }: DecomposeOptions,
  settings: readonly StlSettings[],
): number {
  const longest = settings.at(-1)?.period ?? 1;
  if (!Number.isSafeInteger(startsAt) || startsAt < 1 || startsAt > longest)
    throw new UsageError(`\`startsAt\` must be a position from 1 to ${longest}, got ${startsAt}`);
  if (names && !settings.some(({ period }) => period === names.length))
    throw new UsageError(
      `\`names\` must have one entry per position of the cycle (${longest}), got ${names.length}`,
    );
  return startsAt;
}
