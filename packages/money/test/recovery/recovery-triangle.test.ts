import { type RecoveryEvent, recoveryTriangle } from '@samenbeeld/money';
import { expect, it } from 'vitest';

const event = (
  caseRef: string,
  stage: RecoveryEvent['stage'],
  amount: number,
  date: string,
): RecoveryEvent => ({
  caseRef,
  country: 'BE',
  stage,
  route: 'conviction',
  amount,
  currency: 'EUR',
  valueBasis: 'realised',
  date,
});

const events = [
  event('a', 'seized', 100, '2020-05-01'),
  event('a', 'executed', 30.05, '2020-11-01'),
  event('a', 'executed', 20.1, '2022-05-01'),
  event('b', 'frozen', 80, '2021-05-01'),
  event('b', 'executed', 10, '2022-01-01'),
];

it('cumulates what each cohort had brought by the end of each year that has ended', () => {
  const [triangle] = recoveryTriangle(events, { stage: 'executed', asOf: '2023-06-30' });
  // By hand; 2023 has not ended, so the last diagonal is 2022.
  expect(triangle?.cells).toEqual([
    { period: '2020', age: 0, value: 30.05 },
    { period: '2020', age: 1, value: 30.05 },
    { period: '2020', age: 2, value: 50.15 },
    { period: '2021', age: 0, value: 0 },
    { period: '2021', age: 1, value: 10 },
  ]);
});

it('looks no further than the day asked for', () => {
  const [triangle] = recoveryTriangle(events, { stage: 'executed', asOf: '2021-12-31' });
  expect(triangle?.cells.map(({ value }) => value)).toEqual([30.05, 30.05, 0]);
  expect(recoveryTriangle([], { stage: 'executed', asOf: '2021-12-31' })).toEqual([]);
});

it('refuses an unknown stage', () => {
  expect(() =>
    recoveryTriangle(events, { stage: 'shared' as 'final', asOf: '2023-06-30' }),
  ).toThrowErrorMatchingInlineSnapshot(
    `[UsageError: \`stage\` must be one of traced, frozen, seized, confiscation_ordered, final, executed, got shared]`,
  );
});
