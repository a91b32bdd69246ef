import type { Settled } from '@samenbeeld/merge';
import { expect, test } from 'vitest';
import { type Analysis, aboutAnswer } from '../src/analysis.ts';

test('an analysis seen from one of its answers looks for no other', () => {
  const settled = { totals: [], guarded: [] } as unknown as Settled;
  const analysis = {
    later: 3,
    get conflicts(): never {
      throw new Error('looked for');
    },
  } as unknown as Analysis;
  const own = aboutAnswer(analysis, {
    question: { place: 'BEGNE', substance: 'COC', basis: '', metric: '', unit: '' },
    settled,
    problem: null,
  });
  expect([own.later, own.question.place, own.result]).toEqual([3, 'BEGNE', settled]);
  expect(() => own.conflicts).toThrow('looked for');
});
