import { coverOf } from '@samenbeeld/answers';
import { expect, test } from 'vitest';
import { type Barrier, matrixCell } from '../../src/barriers/barrier-model.ts';

const step = (id: string) => ({
  ...{ id, published: false, cites: [], line: 1 },
  text: { nl: id, fr: id, de: id, en: id },
});
const barrier = (of: Partial<Barrier>): Barrier => ({
  ...{ id: 'b', step: 'a', type: 'legal', mechanism: 'deny', status: 'in_force', line: 1 },
  ...{ owners: ['X'], supporting: [], countries: ['NL'], start: null, grade: null, rights: null },
  ...{ needs: [], effects: [], cites: ['s'], text: step('b').text },
  ...of,
});

test('coverOf(model) counts what is in force; a proposal or a pilot fills no gap', () => {
  const covers = coverOf({
    countries: ['BE', 'NL'],
    steps: [step('a'), step('b'), step('c')],
    barriers: [
      barrier({}),
      barrier({ step: 'b', status: 'pilot' }),
      barrier({ step: 'c', countries: ['BE', 'NL'] }),
    ],
  });
  expect(
    covers.map(({ inForce, known, unknown, mayMove }) => [inForce.length, known, unknown, mayMove]),
  ).toEqual([
    [1, ['NL'], ['BE'], true],
    [0, [], ['BE', 'NL'], false],
    [1, ['BE', 'NL'], [], false],
  ]);
});

test('matrixCell(barriers, step, partner) is the number in force, else the furthest status, else nothing', () => {
  const barriers = [
    barrier({ owners: ['X'], supporting: ['Y'] }),
    barrier({ status: 'idea', owners: ['Y'] }),
    barrier({ step: 'b', status: 'idea' }),
    barrier({ step: 'b', status: 'pilot' }),
  ];
  expect(matrixCell(barriers, 'a', 'X')).toEqual({ inForce: 1 });
  expect(matrixCell(barriers, 'a', 'Y')).toEqual({ inForce: 1 });
  expect(matrixCell(barriers, 'b', 'X')).toEqual({ status: 'pilot' });
  expect(matrixCell(barriers, 'b', 'Y')).toBeNull();
});
