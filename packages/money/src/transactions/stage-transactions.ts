import { type Column, dialect, type Engine, type Scalar } from '@samenbeeld/engine';
import { InputError } from '@samenbeeld/schema';
import type { Transaction } from './transaction.ts';

const texts = [
  'tx',
  'written',
  'sender',
  'receiver',
  'currency',
  'instrument',
  'from_country',
  'to_country',
];
const columns: readonly Column[] = [
  ...texts.map((name): Column => ({ name, type: 'VARCHAR' })),
  { name: 'cents', type: 'BIGINT' },
];

const required = ['tx', 'at', 'sender', 'receiver', 'cents'];
const optional = ['currency', 'instrument', 'from_country', 'to_country'];

/** Puts transactions of the caller into a table of texts and whole cents, as they were given. */
export async function stageTransactions(
  engine: Engine,
  given: Iterable<Transaction> | string,
  stage: string,
): Promise<void> {
  if (typeof given === 'string') await copyTable(engine, given, stage);
  else await engine.insert(stage, columns, cells(given));
}

function* cells(rows: Iterable<Transaction>): Generator<readonly Scalar[]> {
  let row = 0;
  for (const one of rows) {
    row += 1;
    if (!Number.isSafeInteger(one.cents))
      throw new InputError(`row ${row}: expected whole cents, found ${one.cents}`, {
        repair: 'give amounts in cents; `toCents` turns amounts into them',
      });
    yield [
      one.tx ?? null,
      one.at ?? null,
      one.sender ?? null,
      one.receiver ?? null,
      one.currency ?? null,
      one.instrument ?? null,
      one.fromCountry ?? null,
      one.toCountry ?? null,
      one.cents,
    ];
  }
}

async function copyTable(engine: Engine, table: string, stage: string): Promise<void> {
  const source = dialect.identifier(table);
  const found = new Set(
    (await engine.columns(`select * from ${source}`)).map(({ name }) => name.toLowerCase()),
  );
  const missing = required.filter((name) => !found.has(name));
  if (missing.length > 0)
    throw new InputError(
      `table "${table}" has no column ${missing.join(', ')}; it has ${[...found].join(', ')}`,
      { repair: `rename its columns to ${[...required, ...optional].join(', ')}` },
    );
  const text = (name: string, as: string): string =>
    found.has(name)
      ? `nullif(cast(${dialect.identifier(name)} as VARCHAR), '') as ${as}`
      : `cast(NULL as VARCHAR) as ${as}`;
  const odd = await engine.rows<{ n: number }>(
    `select count(*) as n from ${source} where cents <> floor(cents)`,
  );
  if ((odd[0]?.n ?? 0) > 0)
    throw new InputError(`table "${table}" holds ${odd[0]?.n} amounts that are no whole cents`, {
      repair: 'multiply amounts in euros by 100 and round them',
    });
  const selected = [
    text('tx', 'tx'),
    text('at', 'written'),
    ...['sender', 'receiver', ...optional].map((name) => text(name, name)),
    'cast(cents as BIGINT) as cents',
  ];
  await engine.run(`create table ${stage} as select ${selected.join(', ')} from ${source}`);
}
