import { countedGroups, type GroupedPair, partitionComponent } from '@samenbeeld/merge';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { groupEvents } from '../src/event-groups.ts';
import { tiedRecords } from '../src/same-seizure/partition/tied-records.ts';
import { seizure } from './seizure.ts';

fc.configureGlobal({ seed: 20260630 });

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
});

describe('countedGroups(seizures, pairs)', () => {
  const counted = (ids: readonly string[], pairs: readonly GroupedPair[]): readonly string[] =>
    countedGroups(
      ids.map((id) => seizure(id)),
      pairs,
    ).map(({ members }) =>
      members
        .map(({ id }) => id)
        .sort()
        .join(' '),
    );
  const bothSame = [pair('a1', 'b1', 'same', 'D1'), pair('a1', 'b2', 'same', 'D2')];

  it('joins no candidates', () => {
    expect(counted(rows, [pair('a1', 'b1', 'candidate')])).toEqual(rows);
    expect(counted(rows, [pair('a1', 'b1', 'same')])).toEqual(['a1 b1', 'b2', 'c1']);
  });

  it('follows two decisions on rows of one file where they were compared as batches, whatever came of it', () => {
    for (const verdict of ['same', 'candidate', 'different'] as const)
      expect(counted(rows, [...bothSame, pair('a1', 'b1+b2', verdict)])).toEqual([
        'a1 b1 b2',
        'c1',
      ]);
  });

  it('follows the first of two decisions that would make one find of two rows of a file', () => {
    expect(counted(rows, bothSame)).toEqual(['a1 b1', 'b2', 'c1']);
    expect(counted(rows, [...bothSame].reverse())).toEqual(['a1 b1', 'b2', 'c1']);
  });

  it('never joins what a person said is not one find, not even by way of a third record', () => {
    const third = [pair('a1', 'c1', 'same'), pair('b1+b2', 'c1', 'same')];
    expect(counted(rows, [pair('a1', 'b1+b2', 'different', 'D1'), ...third])).toEqual([
      'a1 c1',
      'b1',
      'b2',
    ]);
  });

  const side = fc.constantFrom('a1', 'a2', 'a1+a2', 'b1', 'b2', 'b1+b2', 'b1+b2+b3', 'c1');
  const link = fc.tuple(side, side, fc.constantFrom('same', 'different', null, null));

  it('makes of decisions what the totals make of them', () => {
    fc.assert(
      fc.property(fc.array(link, { maxLength: 9 }), (links) => {
        const pairs = new Map<string, GroupedPair>();
        for (const [one, other, decided] of links) {
          const [a, b] = [one, other].sort() as [string, string];
          if (a.charAt(0) === b.charAt(0)) continue;
          const made = pair(a, b, decided ?? 'different', decided && 'D1');
          pairs.set(made.key, made);
        }
        const listed = [...pairs.values()];
        const records = ['a1', 'a2', 'b1', 'b2', 'b3', 'c1'].map((id) => seizure(id));
        const tied = tiedRecords(
          records,
          listed.map(({ a, b, verdict, decision }) => ({
            a,
            b,
            odds: 1e-9,
            decided: decision === null || verdict === 'candidate' ? null : verdict,
          })),
        );
        const likeliest = tied.map((one) => {
          const found = partitionComponent(one).partitions.find(
            ({ probability }) => probability > 0.5,
          );
          return found?.groups ?? [];
        });
        const groupsOf = likeliest.flat().map((ids) => ids.join(' '));
        const ids = records.map(({ id }) => id);
        expect([...counted(ids, listed)].sort()).toEqual([...groupsOf].sort());
      }),
      { numRuns: 500 },
    );
  });
});
