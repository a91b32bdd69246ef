// Named peer: arquero 8 in JavaScript, on the same 200,000 rows.
import { type ColumnTable, openEngine } from '@samenbeeld/engine';
import { op, table } from 'arquero';
import { beforeAll, bench, describe } from 'vitest';

const rows = Array.from(
  { length: 200_000 },
  (_, n) => [`P${(n * 7919) % 500}`, (n % 977) / 8] as const,
);
const engine = await openEngine();
let peer: ColumnTable;

beforeAll(async () => {
  await engine.insert(
    'find',
    [
      { name: 'port', type: 'VARCHAR' },
      { name: 'kg', type: 'DECIMAL(38,12)' },
    ],
    rows,
  );
  peer = table({ port: rows.map(([port]) => port), kg: rows.map(([, kg]) => kg) });
});

describe('sum of 200,000 rows by 500 ports', () => {
  bench('engine, exact decimals', async () => {
    await engine.rows('select port, sum(kg) as kg from find group by port order by port');
  });
  bench('arquero, doubles', () => {
    peer
      .groupby('port')
      .rollup({ kg: op.sum('kg') })
      .orderby('port')
      .objects();
  });
});

describe('200,000 rows in and out', () => {
  bench('insert', async () => {
    await engine.run('drop table if exists again');
    await engine.insert(
      'again',
      [
        { name: 'port', type: 'VARCHAR' },
        { name: 'kg', type: 'DECIMAL(38,12)' },
      ],
      rows,
    );
  });
  bench('rows', async () => {
    await engine.rows('select port, kg from find');
  });
  bench('query', async () => {
    await engine.query('select port, kg from find');
  });
});
