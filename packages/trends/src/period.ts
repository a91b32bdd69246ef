import { InputError, parsePeriod } from '@samenbeeld/schema';

/** A calendar period with its place in time. */
export interface Period {
  readonly code: string;
  readonly freq: 'A' | 'S' | 'Q' | 'M' | 'W' | 'D';
  /** First and last day, ISO. */
  readonly start: string;
  readonly end: string;
  /** Start in years, evenly spaced within a frequency. */
  readonly time: number;
}

/** Reads a period of a series, which must be a whole year, half, quarter, month, week or day. */
export function readPeriod(code: string): Period {
  const { start, end, freq } = parsePeriod(code);
  if (freq === 'O')
    throw new InputError(
      `expected a whole year, half, quarter, month, week or day, found "${code}"`,
      {
        repair: 'give each value its calendar period',
      },
    );
  const [year = 0, month = 1] = start.split('-').map(Number);
  const time =
    freq === 'W' || freq === 'D'
      ? 1970 + Date.parse(start) / 86_400_000 / 365.2425
      : year + (month - 1) / 12;
  return { code, freq, start, end, time };
}
