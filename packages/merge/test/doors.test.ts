import { openEngine } from '@samenbeeld/engine';
import {
  checkClaim,
  coverage,
  eventTotals,
  explainDifference,
  findConflicts,
  findDoubleReports,
  jointTotals,
} from '@samenbeeld/merge';
import { InputError } from '@samenbeeld/schema';
import { describe, expect, test } from 'vitest';
import { nspCocaine } from './nsp-cocaine.ts';

type Call = (given: never) => unknown;

const asked = { years: [2022], coverage: [], pairs: [] } as const;
const doors: Readonly<Record<string, Call>> = {
  jointTotals: (rows) => jointTotals(rows, { ...nspCocaine, years: [2022] }),
  findConflicts: (rows) => findConflicts(rows),
  checkClaim: (rows) => checkClaim('7 kg cocaine Vlissingen 2022', rows),
  eventTotals: (rows) => eventTotals(rows, { ...nspCocaine, ...asked }),
  explainDifference: (row) => explainDifference(row, row),
  coverage: (totals) => coverage(totals),
  async findDoubleReports(rows) {
    const engine = await openEngine();
    try {
      return await findDoubleReports(engine, rows);
    } finally {
      await engine.close();
    }
  },
};

const hostile: Readonly<Record<string, () => unknown>> = {
  Set: () => new Set(),
  Map: () => new Map(),
  iterator: () => [][Symbol.iterator](),
  'arquero table': () => ({ columnNames: () => ['year'], objects: () => [{ year: 2022 }] }),
  numbers: () => [1, 2],
  lists: () => [[1]],
  'empty records': () => [{}],
  'other records': () => [{ year: 2022, value: 3 }],
  'rows as a table names them': () => [{ period_start: '2022-01-01', value: 3, id: 'a' }],
  null: () => null,
  undefined: () => undefined,
  text: () => 'seven',
  number: () => 7,
  Promise: () => Promise.resolve([]),
};

describe.each(Object.entries(doors))('%s', (_, call) => {
  test.each(Object.entries(hostile))('refuses %s in words', async (_name, make) => {
    const refused = (async () => call(make() as never))();
    await expect(refused).rejects.toBeInstanceOf(InputError);
    await expect(refused).rejects.toThrow(/expected `.+` to be .+, found .+ Repair: /s);
  });
});
