import { partitionComponent } from '@samenbeeld/merge';
import { describe, expect, it } from 'vitest';
import { crediblePartitions } from '../../../src/same-seizure/partition/credible.ts';

const records = ['a1', 'a2', 'b1', 'c1'].map((id) => ({ id, source: id.charAt(0) }));
const decided = { a: 'a1+a2', b: 'b1', odds: 1, decided: 'same' } as const;

function chanceOf(pairs: Parameters<typeof partitionComponent>[0]['pairs']) {
  const tied = { records, pairs };
  const found = partitionComponent(tied);
  const isAll = (groups: readonly (readonly string[])[]): boolean => groups.length === 1;
  return {
    together: found.partitions
      .filter(({ groups }) => isAll(groups))
      .reduce((sum, { probability }) => sum + probability, 0),
    credible: crediblePartitions(found, tied).map(({ groups }) => isAll(groups)),
  };
}

describe('unitOdds(pairs): batches that were not compared as one with a record', () => {
  it('are another find than a record is by all that their rows show', () => {
    const { together, credible } = chanceOf([decided, { a: 'a1', b: 'c1', odds: 1e-6 }]);
    expect(together).toBeCloseTo(1e-6, 9);
    expect(credible).toEqual([false]);
  });

  it('are one find with a record by the odds of their likeliest row', () => {
    const rows = [
      { a: 'a1', b: 'c1', odds: 3 },
      { a: 'a2', b: 'c1', odds: 0.25 },
    ];
    expect(chanceOf([decided, ...rows]).together).toBeCloseTo(0.75, 9);
    expect(chanceOf([decided, ...[...rows].reverse()]).together).toBeCloseTo(0.75, 9);
    expect(chanceOf([decided, ...rows]).credible.toSorted()).toEqual([false, true]);
  });

  it('weigh what they weigh as one, where they were compared as one', () => {
    const whole = { a: 'a1+a2', b: 'c1', odds: 9 };
    const row = { a: 'a1', b: 'c1', odds: 1e-6 };
    expect(chanceOf([decided, whole, row]).together).toBeCloseTo(0.9, 9);
  });

  it('are one find with it as far as comparing shows, decided or not', () => {
    const whole = { a: 'a1+a2', b: 'b1', odds: 1 };
    const third = [
      { a: 'b1', b: 'c1', odds: 1 },
      { a: 'a1', b: 'c1', odds: 0.5 },
    ];
    const groups = (pairs: Parameters<typeof partitionComponent>[0]['pairs']) =>
      partitionComponent({ records, pairs }).partitions;
    const all = groups([whole, ...third]).find(({ groups: some }) => some.length === 1);
    const apart = groups([whole, ...third]).find(({ groups: some }) => some.length === 4);
    expect((all?.probability ?? 0) / (apart?.probability ?? 1)).toBeCloseTo(0.5, 9);
    expect(chanceOf([{ ...whole, decided: 'same' }, ...third]).together).toBeCloseTo(0.5 / 1.5, 9);
  });

  it('follow a person on a row', () => {
    const row = { a: 'a1', b: 'c1', odds: 1e-6 };
    expect(chanceOf([decided, { ...row, decided: 'same' }]).together).toBe(1);
    expect(chanceOf([decided, { ...row, decided: 'different' }]).together).toBe(0);
  });
});
