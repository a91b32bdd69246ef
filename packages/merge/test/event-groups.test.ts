import { type GroupedPair, groupEvents, groupKilograms } from '@samenbeeld/merge';
import { describe, expect, it } from 'vitest';
import { seizure } from './seizure.ts';

function pair(
  a: string,
  b: string,
  verdict: GroupedPair['verdict'],
  decision: string | null = null,
): GroupedPair {
  const probability = { same: 0.99, candidate: 0.4, different: 0.0005 }[verdict];
  return { key: `same ${a} ${b}`, a, b, probability, verdict, decision };
}

function groups(ids: readonly string[], pairs: readonly GroupedPair[]): readonly string[] {
  const made = groupEvents(
    ids.map((id) => seizure(id)),
    pairs,
  );
  return made.map(({ members }) =>
    members
      .map(({ id }) => id)
      .sort()
      .join(' '),
  );
}

const rows = ['a1', 'b1', 'b2', 'c1'];
const whole = pair('a1', 'b1+b2', 'same');
const single = [pair('a1', 'b1', 'different'), pair('a1', 'b2', 'different')];

describe('groupEvents(seizures, pairs) with batches', () => {
  it('joins batches although each row by itself is another find', () => {
    expect(groups(rows, [whole, ...single])).toEqual(['a1 b1 b2', 'c1']);
    expect(groups(rows, [...single, whole])).toEqual(['a1 b1 b2', 'c1']);
  });

  it('joins no batches of which a person said that one row is another find', () => {
    const decided = [pair('a1', 'b1', 'different', 'D1'), pair('a1', 'b2', 'different')];
    expect(groups(rows, [whole, ...decided])).toEqual(['a1', 'b1', 'b2', 'c1']);
  });

  it('keeps the rows apart where the batches are held to be another find', () => {
    const refuted = pair('a1', 'b1+b2', 'different');
    expect(groups(rows, [refuted, pair('a1', 'b1', 'same'), pair('a1', 'b2', 'same')])).toEqual([
      'a1 b1',
      'b2',
      'c1',
    ]);
    expect(groups(rows, [{ ...refuted, decision: 'D1' }, ...single])).toEqual(rows);
  });

  it('keeps computed differences between records that are no batches of one find', () => {
    const third = [pair('b1', 'c1', 'different'), pair('a1', 'c1', 'same')];
    expect(groups(rows, [whole, ...single, ...third])).toEqual(['a1 b1 b2', 'c1']);
  });

  it('takes batches of one file together with a record of a third', () => {
    expect(groups(rows, [whole, ...single, pair('b1+b2', 'c1', 'same')])).toEqual(['a1 b1 b2 c1']);
  });

  it('weighs what the leading file gives, its batches together', () => {
    const told = { agencies: ['BE_CUST'] };
    const kilograms = (records: Parameters<typeof groupEvents>[0]) =>
      groupEvents(records, [whole, ...single]).map(groupKilograms);
    const [b1, b2] = [seizure('b1', { quantity: 60 }), seizure('b2', { quantity: 39 })];
    expect(kilograms([seizure('a1', told), b1, b2])).toEqual([99]);
    expect(kilograms([seizure('a1'), { ...b1, ...told }, { ...b2, ...told }])).toEqual([100]);
    expect(kilograms([seizure('a1', { quantity: null })])).toEqual([null]);
  });
});
