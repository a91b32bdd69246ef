import { decisionsOfRole, judgeSeizures, pairQuestions, pairsAtStake } from '@samenbeeld/merge';
import type { Decision } from '@samenbeeld/schema';
import { expect, test } from 'vitest';

const report = (a: string, b: string) => ({
  key: `same ${a} ${b}`,
  a,
  b,
  prior: 0,
  weight: 1,
  probability: 2 / 3,
  verdict: 'candidate' as const,
  decision: null,
  reasons: [],
});
const pairs = pairsAtStake([report('b', 'c'), report('a', 'b')], [], judgeSeizures([], []));
const said = (
  id: string,
  subject: string,
  role: string,
  given: Partial<Decision> = {},
): Decision => ({
  id,
  kind: 'same-seizure',
  subject,
  verdict: 'same',
  role,
  time: '2026-01-01T09:00:00Z',
  reason: 'seal',
  evidence: null,
  supersedes: null,
  ...given,
});
const decisions = [
  said('D1', 'same a b', 'analyst'),
  said('D2', 'same b c', 'analyst', { verdict: 'unsure' }),
];
const asked = (role: string, blind: boolean): readonly string[] =>
  pairQuestions(pairs, decisions, { role, blind }).map(({ pair }) => pair.key);

test('blind, a role is asked what it has not judged itself, whatever others said', () => {
  expect(asked('customs', false)).toEqual([]);
  expect(asked('customs', true)).toEqual(['same a b', 'same b c']);
  expect(asked('Analyst', true)).toEqual([]);
});

test('a word that was taken back is not a word of the role', () => {
  const undone = said('D3', 'same a b', 'analyst', { verdict: 'reopen', supersedes: 'D1' });
  expect(decisionsOfRole([...decisions, undone], 'analyst').map(({ id }) => id)).toEqual([
    'D2',
    'D3',
  ]);
});
