import { type Column, dialect, type Engine } from '@samenbeeld/engine';
import { type ExplainedPair, type LinkageModel, linkRecords } from '@samenbeeld/linkage';
import { RefusalError } from '@samenbeeld/schema';
import type { ComparableRecord } from './compare/comparable-record.ts';
import { after, farthest, gap, seizureComparisons, window } from './compare/seizure-comparisons.ts';
import { repetitionRemedy } from './weigh-pairs.ts';

const columns: readonly (Column & { readonly name: keyof ComparableRecord })[] = [
  { name: 'id', type: 'VARCHAR' },
  { name: 'block', type: 'VARCHAR' },
  { name: 'source', type: 'VARCHAR' },
  { name: 'place', type: 'VARCHAR' },
  { name: 'day', type: 'INTEGER' },
  { name: 'last', type: 'INTEGER' },
  { name: 'dated', type: 'BOOLEAN' },
  { name: 'registered', type: 'BOOLEAN' },
  { name: 'closed', type: 'BOOLEAN' },
  { name: 'kg', type: 'DOUBLE' },
  { name: 'weighs', type: 'VARCHAR' },
  { name: 'step', type: 'DOUBLE' },
  { name: 'packed', type: 'BOOLEAN' },
  { name: 'digits', type: 'INTEGER' },
  { name: 'magnitude', type: 'DOUBLE' },
  { name: 'crowd', type: 'DOUBLE' },
  { name: 'swaps', type: 'VARCHAR' },
  { name: 'own', type: 'BOOLEAN' },
  { name: 'country', type: 'VARCHAR' },
  { name: 'seized_by', type: 'VARCHAR' },
  { name: 'credits', type: 'VARCHAR' },
  { name: 'service', type: 'VARCHAR' },
  { name: 'services', type: 'VARCHAR' },
  { name: 'declared', type: 'VARCHAR' },
  { name: 'excluded', type: 'VARCHAR' },
  { name: 'every', type: 'DOUBLE' },
  { name: 'container', type: 'VARCHAR' },
  { name: 'departure', type: 'VARCHAR' },
  { name: 'cover', type: 'VARCHAR' },
  { name: 'hidden', type: 'VARCHAR' },
  { name: 'transport', type: 'VARCHAR' },
];

/** So small that every pair that is compared is kept: how unlike two records are counts too. */
const keepFrom = 1e-12;
const prefix = 'same seizure';

/** A tenth off, in logarithms. */
const alike = -Math.log(0.9);
/** Two weights that differ by a tenth at most. */
const weighAlike = 'abs(l.kg - r.kg) <= 0.1 * greatest(l.kg, r.kg)';
/** The longer of the two spans of days that dates stand for, less one. */
const span = 'greatest(l.last - l.day, r.last - r.day)';
const month = 30;

/** What brings two records together: days that are near, and beyond them what is rare. */
function rulesFor(records: readonly ComparableRecord[]) {
  const longest = records.reduce((most, { day, last }) => Math.max(most, last - day), 0);
  const near = (days: number, spans = longest) => ({
    bucket: 'day',
    width: days + spans,
    neighbours: true,
  });
  const magnitude = { bucket: 'magnitude', width: alike, neighbours: true };
  const rare = { sql: 'case when digits >= 3 then weighs end' };
  const has = (what: 'registered' | 'closed'): boolean => records.some((record) => record[what]);
  const beyond = (days: number): string => `${gap} > ${window} and ${gap} <= ${days}`;
  return [
    {
      keys: ['block', near(window, Math.min(longest, month))],
      where: `${gap} <= ${window} and ${span} <= ${month}`,
    },
    // Of a quarter or a year too many are near: a weight or a container is shared as well.
    ...(longest > month
      ? [magnitude, 'container'].map((shared) => ({
          keys: ['block', shared, near(window)],
          where: `${gap} <= ${window} and ${span} > ${month}${shared === magnitude ? ` and ${weighAlike}` : ''}`,
        }))
      : []),
    { keys: ['block', 'container', near(farthest.container)], where: beyond(farthest.container) },
    { keys: ['block', rare, near(farthest.weight)], where: beyond(farthest.weight) },
    ...(has('registered')
      ? [
          {
            keys: ['block', magnitude, near(farthest.registered)],
            where: `${beyond(farthest.registered)} and ${after('registered')} and ${weighAlike}`,
          },
        ]
      : []),
    ...(has('closed')
      ? ['container', rare].map((shared) => ({
          keys: ['block', shared, near(farthest.closed)],
          where: `${beyond(farthest.closed)} and ${after('closed')}`,
        }))
      : []),
  ];
}

/** More pairs than persons could ever judge, and about what a machine of an office holds with their reasons. */
const mostPairs = 250_000;

/** Records that repeat one another a thousandfold are no reports of finds: which of them are the same cannot be told. */
function tooAlike(error: unknown): never {
  if (!(error instanceof RangeError) || !error.message.startsWith('blocking brings together'))
    throw error;
  const [, pairs = ''] = /^blocking brings together ([\d,]+) pairs/.exec(error.message) ?? [];
  throw new RefusalError(
    `${pairs} pairs of records of different files, at one place, with one basis and of one substance, lie within ${window} days of each other or share a weight or a container; at most ${mostPairs.toLocaleString('en')} can be compared.`,
    {
      dimension: 'records',
      remedy: repetitionRemedy,
    },
  );
}

/**
 * Compares the records of different files by a model, and returns every pair that blocking brings together, with its
 * reasons, in the order of the ids. The tables it makes in the engine are dropped again.
 */
export async function linkSeizures(
  engine: Engine,
  records: readonly ComparableRecord[],
  model: LinkageModel,
): Promise<readonly ExplainedPair[]> {
  const sources = [...new Set(records.map(({ source }) => source))].sort();
  if (sources.length < 2) return [];
  const tables = sources.map((source) => ({
    source,
    table: `${prefix} of ${source}`,
    id: 'id',
    name: source,
  }));
  const drop = async (): Promise<void> => {
    for (const { table } of tables)
      await engine.run(`drop table if exists ${dialect.identifier(table)}`);
  };
  await drop();
  try {
    for (const { table, source } of tables)
      await engine.insert(
        table,
        columns,
        records
          .filter((record) => record.source === source)
          .map((record) => columns.map(({ name }) => record[name])),
      );
    const links = await linkRecords(engine, {
      tables: tables.map(({ table, id, name }) => ({ table, id, name })),
      blocking: rulesFor(records),
      maxPairs: mostPairs,
      // A find stands in four files at most.
      leastShare: 1 / 4,
      comparisons: seizureComparisons,
      model,
      threshold: keepFrom,
      name: prefix,
    }).catch(tooAlike);
    try {
      const explained = await links.explainAll(await links.pairs());
      const key = ({ a, b }: ExplainedPair): string => `${a} ${b}`;
      return [...explained].sort((x, y) => (key(x) < key(y) ? -1 : 1));
    } finally {
      await links.drop();
    }
  } finally {
    await drop();
  }
}
