import { type GivenVerdict, judgeSeizures, verdictDraft } from '@samenbeeld/merge';
import type { Decision, Seizure } from '@samenbeeld/schema';
import { expect, test } from 'vitest';
import { pairSubject } from '../../src/judgements/pair-subject.ts';
import { seizure } from '../seizure.ts';

const records: readonly Seizure[] = ['a', 'b'].map((id) => seizure(id, { source: id }));
const seizures = new Map(records.map((one) => [one.id, one]));

/** Verdicts recorded one after another, each as the draft says; decisions have their place for an id. */
function recorded(
  ...words: readonly (readonly [GivenVerdict['verdict'], string])[]
): readonly Decision[] {
  const decisions: Decision[] = [];
  for (const [verdict, role] of words) {
    const given = {
      subject: pairSubject('a', 'b'),
      verdict,
      role,
      reason: 'held both papers',
      evidence: null,
      time: `2026-01-01T09:0${decisions.length}:00Z`,
    };
    const draft = verdictDraft(given, { decisions, seizures });
    decisions.push({ ...draft, id: `D${decisions.length + 1}` });
  }
  return decisions;
}
const superseded = (decisions: readonly Decision[]): readonly (string | null)[] =>
  decisions.map(({ supersedes }) => supersedes);

test.each([1, 2])('with %d to agree, no role takes the word of another away', (agreeing) => {
  const words = recorded(['same', 'analyst'], ['different', 'customs']);
  expect(superseded(words)).toEqual([null, null]);
  const { inForce, judged } = judgeSeizures(words, records, { agreeing });
  expect(inForce.size).toBe(0);
  expect(judged.map(({ because, says }) => [because, says.en])).toEqual([
    [
      'disagreed',
      'the same (analyst, D1); different (customs, D2); they contradict each other, so it does not count',
    ],
  ]);
});

test('a role replaces and reopens its own word, however it is spelt', () => {
  const words = recorded(
    ['same', 'analyst, port desk'],
    ['different', 'customs'],
    ['different', 'Analyst port desk'],
    ['reopen', 'customs'],
  );
  expect(superseded(words)).toEqual([null, null, 'D1', 'D2']);
  const { inForce } = judgeSeizures(words, records);
  expect([...inForce.values()].map(({ id, verdict }) => [id, verdict])).toEqual([
    ['D3', 'different'],
  ]);
});

test('nobody reopens what another role said, nor what nobody said', () => {
  expect(() => recorded(['same', 'analyst'], ['reopen', 'a third desk'])).toThrow(
    'The role "a third desk" has decided nothing on "same a b"; each role reopens what it said itself (D1 by "analyst").',
  );
  expect(() => recorded(['reopen', 'analyst'])).toThrow('there is nothing to reopen');
});
