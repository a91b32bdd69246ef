import { judgeSeizures, parsePairSubject } from '@samenbeeld/merge';
import type { Decision, Definition, Seizure } from '@samenbeeld/schema';
import { describe, expect, test } from 'vitest';
import { pairSubject } from '../../src/judgements/pair-subject.ts';
import { withSeen } from '../../src/judgements/replay-decisions.ts';
import { seizure } from '../seizure.ts';

const files = { a: 'nl', b: 'be', c: 'lu', d: 'be', e: 'be' } as const;
const at = (id: keyof typeof files, given: Partial<Seizure> = {}): Seizure =>
  seizure(id, {
    source: files[id],
    origin: { file: id, sheet: null, line: 1, column: 'A', raw: '' },
    ...given,
  });
const all = (Object.keys(files) as (keyof typeof files)[]).map((id) => at(id));

let number = 0;
function say(pair: string, verdict: string, given: Partial<Decision> = {}): Decision {
  const [one = '', other = ''] = pair.split(' ');
  number += 1;
  return {
    id: `D${number}`,
    kind: 'same-seizure',
    subject: pairSubject(one, other),
    verdict,
    role: 'customs analyst',
    time: `2026-01-01T09:${String(number % 60).padStart(2, '0')}:00Z`,
    reason: 'looked at both',
    evidence: null,
    supersedes: null,
    ...given,
  };
}
const inForce = (decisions: readonly Decision[], agreeing = 1, seizures = all): string[] =>
  [...judgeSeizures(decisions, seizures, { agreeing }).inForce].map(
    ([subject, { verdict }]) => `${subject}: ${verdict}`,
  );

describe('judgeSeizures', () => {
  test('counts what one role says, and with two persons only what two roles say', () => {
    const first = say('a b', 'same');
    expect(inForce([first])).toEqual(['same a b: same']);
    expect(inForce([first], 2)).toEqual([]);
    expect(inForce([first, say('a b', 'same', { role: 'Customs Analyst' })], 2)).toEqual([]);
    expect(inForce([first, say('a b', 'same', { role: 'police analyst' })], 2)).toEqual([
      'same a b: same',
    ]);
    const [awaiting] = judgeSeizures([first], all, { agreeing: 2 }).judged;
    expect(awaiting?.because).toBe('awaiting');
    expect(awaiting?.says.en).toBe(
      `the same (customs analyst, ${first.id}); counts once 2 roles say the same`,
    );
  });

  test('outvotes nobody: roles that differ decide nothing, until one is superseded', () => {
    const [yes, no] = [say('a b', 'same'), say('a b', 'different', { role: 'police analyst' })];
    expect(inForce([yes, no])).toEqual([]);
    expect(judgeSeizures([yes, no], all).judged[0]?.because).toBe('disagreed');
    const undone = say('a b', 'reopen', { role: 'police analyst', supersedes: no.id });
    expect(inForce([yes, no, undone])).toEqual(['same a b: same']);
  });

  test('tells what follows: A = B and B = C make A = C, A ≠ B and B = C make A ≠ C', () => {
    const same = judgeSeizures([say('a b', 'same'), say('b c', 'same')], all);
    expect(same.follows('same a c')?.verdict).toBe('same');
    expect(same.follows('same a c')?.decisions).toHaveLength(2);
    expect(same.follows('same a d')).toBeNull();
    const apart = judgeSeizures([say('a b', 'different'), say('b c', 'same')], all);
    expect(apart.follows('same a c')?.verdict).toBe('different');
    expect(apart.follows('same a b')).toBeNull();
  });

  test('follows no "same" of a chain that a "different" parts, and tells the chain', () => {
    const decisions = [say('a b', 'same'), say('b c', 'same'), say('a c', 'different')];
    const judged = judgeSeizures(decisions, all);
    expect(inForce(decisions)).toEqual(['same a c: different']);
    expect(judged.conflicts).toHaveLength(1);
    expect(judged.conflicts[0]?.decisions.map(({ id }) => id)).toEqual(
      decisions.map(({ id }) => id),
    );
    expect(judged.conflicts[0]?.says.en).toMatch(/^These cannot all hold: a:1 = b:1, /);
    const [, second] = decisions;
    const mended = [...decisions, say('b c', 'reopen', { supersedes: second?.id ?? '' })];
    expect(inForce(mended)).toEqual(['same a b: same', 'same a c: different']);
    expect(judgeSeizures(mended, all).conflicts).toEqual([]);
  });

  test('makes no find of two rows that one file lists as two, unless they are batches', () => {
    const rows = [say('a b', 'same'), say('a d', 'same')];
    expect(inForce(rows)).toEqual([]);
    expect(judgeSeizures(rows, all).conflicts.map(({ kind, records }) => [kind, records])).toEqual([
      ['one file', ['b', 'd']],
    ]);
    expect(inForce([say('a b+d', 'same')])).toEqual(['same a b+d: same']);
  });

  test('knows rows that may be batches of one find, where the source counts batches', () => {
    const batch = { definition: 'lots', date: '2022-03-10' };
    const rows = [at('a'), at('b', batch), at('d', batch)];
    const decisions = [say('a b', 'same'), say('a d', 'same')];
    const lots = { source: 'be', id: 'lots', countUnit: 'batch' } as Definition;
    expect(judgeSeizures(decisions, rows).conflicts).toHaveLength(1);
    expect(judgeSeizures(decisions, rows, { definitions: [lots] }).conflicts).toEqual([]);
  });

  test('takes batches apart: what is one with both is one with each', () => {
    const batches = say('a b+d', 'same');
    expect(judgeSeizures([batches], all).follows('same a b')?.verdict).toBe('same');
    const torn = [batches, say('a b', 'different')];
    expect(inForce(torn)).toEqual(['same a b: different']);
    const whole = [say('a c', 'same'), say('b+d c', 'same'), say('a b+d', 'different')];
    expect(judgeSeizures(whole, all).conflicts[0]?.records).toEqual(['a', 'b+d']);
    expect(inForce(whole)).toEqual(['same a b+d: different']);
  });

  test('lets a decision lapse whose record is gone or says something else now', () => {
    const seen = say('a b', 'same', { evidence: withSeen('form 12', [at('a')], [at('b')]) });
    expect(inForce([seen])).toEqual(['same a b: same']);
    const without = all.filter(({ id }) => id !== 'b');
    expect(inForce([seen], 1, without)).toEqual([]);
    const gone = judgeSeizures([seen], without).lapsed;
    expect(gone.map(({ because, says }) => [because, says.en])).toEqual([
      ['gone', 'b is not, or no longer, in the data'],
    ]);
    const changed = all.map((one) => (one.id === 'b' ? at('b', { quantity: 1 }) : one));
    expect(judgeSeizures([seen], changed).lapsed.map(({ because }) => because)).toEqual([
      'altered',
    ]);
    const noted = all.map((one) => (one.id === 'b' ? at('b', { note: 'new words' }) : one));
    expect(inForce([seen], 1, noted)).toEqual(['same a b: same']);
  });

  test('says nothing of superseded decisions, and names a subject that is no pair', () => {
    const gone = say('a x', 'same');
    const undone = say('a x', 'reopen', { supersedes: gone.id });
    expect(judgeSeizures([gone, undone], all).lapsed).toEqual([]);
    const odd = say('a b', 'same', { subject: 'b and a' });
    expect(judgeSeizures([odd], all).lapsed.map(({ because }) => because)).toEqual(['not a pair']);
  });

  test('is the same in whatever order the decisions and records come', () => {
    const decisions = [
      say('a b', 'same'),
      say('b c', 'different'),
      say('c e', 'unsure'),
      say('d a', 'different', { role: 'police analyst' }),
    ];
    expect(new Set(inForce(decisions.toReversed(), 1, all.toReversed()))).toEqual(
      new Set(inForce(decisions)),
    );
  });
});

test('a subject is read whichever record comes first', () => {
  expect(parsePairSubject('same b a')).toEqual({ a: 'a', b: 'b' });
  expect(parsePairSubject('same d+b a')).toEqual({ a: 'a', b: 'b+d' });
  expect(parsePairSubject('same a a')).toBeNull();
  expect(parsePairSubject('same a b c')).toBeNull();
});
