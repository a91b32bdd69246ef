import { type Observation, RefusalError } from '@samenbeeld/schema';
import {
  cochranArmitage,
  largestShare,
  leaveLargestOut,
  poissonRate,
  rateRatio,
  sizeBands,
} from '@samenbeeld/trends';
import { expect, test } from 'vitest';
import { observation, years } from '../../schema/test/example-records.ts';

const together = (records: readonly Observation[]) => ({ together: { records, comparison: {} } });
const unlike = together([...years(2), ...years(3, { basis: 'entered_via_port' }).slice(2)]);
const alike = together(years(3, { status: 'P' }));
const events = { events: [{ period: '2020', quantity: 3 }] };

test.each([
  ['poissonRate', (about: typeof unlike) => poissonRate(12, 1, about)],
  ['rateRatio', (about: typeof unlike) => rateRatio(12, 15, about)],
  ['cochranArmitage', (about: typeof unlike) => cochranArmitage([1, 2], [3, 4], about)],
  ['sizeBands', (about: typeof unlike) => sizeBands([1, 20], [1, 10], about)],
  ['largestShare', (about: typeof unlike) => largestShare(events, about)],
  ['leaveLargestOut', (about: typeof unlike) => leaveLargestOut(events, about)],
])('%s asks the comparability guard first, and keeps what it says', (_, of) => {
  expect(() => of(unlike)).toThrow(RefusalError);
  expect(() => of(unlike)).toThrow(/two bases/);
  expect(of(alike).warnings[0]?.en).toBe('Provisional: three of three rows.');
});

test('records that are one by one alike may still not be rated together', () => {
  const half = observation({ id: 'h', periodEnd: '2022-06-30', freq: 'S' });
  expect(() => rateRatio(1, 2, together([...years(1), half]))).toThrow(/frequencies/);
});
