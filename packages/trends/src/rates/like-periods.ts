import { parsePeriod, RefusalError, shape, takes } from '@samenbeeld/schema';

/** A period that may be compared with others of its kind: a year, half, quarter, month or week, or the same part of a year. */
export interface LikePeriod {
  readonly code: string;
  readonly start: string;
  readonly end: string;
}

/**
 * Periods, once they are known to be alike; refuses those that are not.
 *
 * A first half is compared with first halves, a third quarter with third quarters, January to August with January to
 * August. Anything else would compare seasons. 29 February does not make a difference.
 *
 * @param codes periods as `parsePeriod` reads them ("2024-S1", "2025-Q3", "2025-01..2025-08")
 * @throws RefusalError where one period is not of the kind of the first
 * @throws InputError for unreadable periods
 * @example
 * ```ts
 * import { likePeriods } from '@samenbeeld/trends';
 * likePeriods(['2023-01..2023-02', '2024-01..2024-02']).map(({ end }) => end) // => ['2023-02-28', '2024-02-29']
 * ```
 */
export function likePeriods(codes: readonly string[]): readonly LikePeriod[] {
  takes('likePeriods', ['codes', codes, shape.list(shape.text)]);

  const read = codes.map((code) => ({ code, ...parsePeriod(code) }));
  const [first] = read;
  const other = first && read.find((period) => kindOf(period) !== kindOf(first));
  if (first && other)
    throw new RefusalError(`${first.code} and ${other.code} are not like periods.`, {
      dimension: 'period',
      remedy: `Compare ${first.code} with the same part of another year.`,
    });
  return read.map(({ code, start, end }) => ({ code, start, end }));
}

interface Read {
  readonly start: string;
  readonly end: string;
  readonly freq: string;
}

/** Which part of a year, and how many years further it ends. Weeks are told apart by their number. */
function kindOf({ start, end, freq }: Read): string {
  if (freq === 'W') return `week ${weekNumber(start)}`;
  const years = Number(end.slice(0, 4)) - Number(start.slice(0, 4));
  return [start, end]
    .map((day) => day.slice(5).replace('02-29', '02-28'))
    .concat(String(years))
    .join(' ');
}

/** ISO week of a Monday: its Thursday lies in the year that counts the week. */
function weekNumber(monday: string): number {
  const thursday = Date.parse(monday) + 3 * day;
  const newYear = Date.UTC(new Date(thursday).getUTCFullYear(), 0, 1);
  return Math.floor((thursday - newYear) / day / 7) + 1;
}

const day = 86_400_000;
