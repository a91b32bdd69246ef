import { type Observation, RefusalError } from '@samenbeeld/schema';

/** "2022", "2022-S1", "2022-Q3", "2022-07": the period of a figure, in an order that text sorts. */
export function periodCode({ periodStart, periodEnd, freq }: Observation): string {
  const [year = '', month = ''] = periodStart.split('-');
  switch (freq) {
    case 'A':
      return year;
    case 'S':
      return `${year}-S${month === '01' ? 1 : 2}`;
    case 'Q':
      return `${year}-Q${(Number(month) + 2) / 3}`;
    case 'M':
      return `${year}-${month}`;
    default:
      throw new RefusalError(
        `${periodStart} to ${periodEnd} is no year, half, quarter or month, so it has no place in a series.`,
        {
          dimension: 'period',
          remedy: 'Leave the figure out of the series and show it by itself.',
        },
      );
  }
}
