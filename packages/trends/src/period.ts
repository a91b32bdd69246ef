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

/** Periods already read: series after series has the same ones, and the calendar costs more than most tests. */
const known = new Map<string, Period>();
const mostKnown = 20_000;

/** Reads a period of a series, which must be a whole year, half, quarter, month, week or day. */
export function readPeriod(code: string): Period {
  const found = known.get(code);
  if (found) return found;
  if (known.size >= mostKnown) known.clear();
  const period = periodOf(code);
  known.set(code, period);
  return period;
}

function periodOf(code: string): Period {
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
