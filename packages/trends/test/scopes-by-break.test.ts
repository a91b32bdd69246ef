import type { Break, Decision } from '@samenbeeld/schema';
import { cochranArmitage, scopesByBreak } from '@samenbeeld/trends';
import { expect, test } from 'vitest';

const note = { nl: 'n', fr: 'f', de: 'd', en: 'e' };
function broken(on: string, severity: Break['severity'] = 'block_trend'): Break {
  return { id: `x:${on}`, source: 'x', on, kind: 'threshold', severity, series: {}, note };
}

test('periods between the same breaks share a rule, and one with a break in it stands alone', () => {
  const groups = ['2019', '2020', '2021', '2022'];
  expect(scopesByBreak(groups, [broken('2021-01-01'), broken('2022-07-01')])).toEqual([
    '',
    '',
    'x:2021-01-01',
    'x:2021-01-01 x:2022-07-01 within 2022',
  ]);
  expect(scopesByBreak(groups, [broken('2021-01-01', 'info')])).toEqual(['', '', '', '']);
});

test('an override in force joins both sides, and the test leaves out only what it must', () => {
  const override: Decision = {
    id: 'd',
    kind: 'override',
    subject: 'x:2021-01-01',
    verdict: 'accept',
    role: 'analyst',
    time: '2026-01-01',
    reason: 'small finds were left out of both',
    evidence: null,
    supersedes: null,
  };
  const groups = ['2019', '2020', '2021'];
  const scopes = scopesByBreak(groups, [broken('2021-01-01')]);
  const [large, all] = [
    [3, 4, 9],
    [10, 10, 10],
  ];
  expect(cochranArmitage(large, all, { groups, scopes }).n).toBe(20);
  const joined = scopesByBreak(groups, [broken('2021-01-01')], [override]);
  expect(cochranArmitage(large, all, { groups, scopes: joined }).n).toBe(30);
});
