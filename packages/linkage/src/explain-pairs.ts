import { dialect, type Engine } from '@samenbeeld/engine';
import type { Comparison } from './comparison.ts';
import { caseSql, levelNames, raritySql } from './level-sql.ts';
import type { ExplainOptions, PairKey } from './links.ts';
import type { LinkageModel } from './model.ts';
import type { ExplainedPair, Reason } from './pair.ts';
import { rarityBase } from './score-sql.ts';
import { probabilityOf, toUnits, unitsPerBit } from './weight.ts';
import { withheldColumns } from './withheld.ts';

/** What an explanation needs of a linkage. */
export interface Explainable {
  readonly engine: Engine;
  readonly records: string;
  readonly tables: readonly string[];
  /** Of all linked tables. */
  readonly columns: readonly string[];
  readonly comparisons: readonly Comparison[];
  readonly model: LinkageModel;
}

interface Place {
  readonly n: number;
  readonly source: number;
  readonly id: string;
}

const batch = 500;

async function findRecords(
  { engine, records, tables }: Explainable,
  pairs: readonly PairKey[],
): Promise<(id: string, table: string | undefined) => Place> {
  const ids = [...new Set(pairs.flatMap(({ a, b }) => [a, b]))];
  const found = await engine.rows<Place>(
    `select "#n" as n, "#source" as source, "#id" as id from ${dialect.identifier(records)} where "#id" in (${ids.map((id) => dialect.literal(id)).join(', ')}) order by n`,
  );
  for (const { tableA, tableB } of pairs)
    for (const table of [tableA, tableB])
      if (table !== undefined && !tables.includes(table))
        throw new TypeError(
          `there is no table "${table}" in this linkage; there ${tables.length === 1 ? 'is' : 'are'} ${tables.join(', ')}`,
        );
  return (id, table) => {
    const fit = found.filter(
      (one) => one.id === id && (table === undefined || tables[one.source] === table),
    );
    const [only] = fit;
    if (only && fit.length === 1) return only;
    throw new TypeError(
      only
        ? `the id "${id}" stands in several tables (${fit.map(({ source }) => tables[source]).join(', ')}); say which with tableA and tableB`
        : `there is no record "${id}"${table === undefined ? '' : ` in "${table}"`} in this linkage`,
    );
  };
}

/** One pair's row: levels, rarities and what the records say, column by column. */
type Row = Readonly<Record<string, string | number | null>>;

function selected(comparisons: readonly Comparison[]): string {
  const parts = comparisons.flatMap((comparison, at) => {
    const place = `${caseSql(comparison, String)} as place${at}`;
    const terms = comparison.levels.flatMap(({ termFrequency }, level) =>
      termFrequency === undefined
        ? []
        : [`${raritySql(termFrequency, -1)} as rarity${at}_${level}`],
    );
    const values = comparison.columns.flatMap((column, c) =>
      ['l', 'r'].map(
        (side) => `cast(${side}.${dialect.identifier(column)} as VARCHAR) as ${side}${at}_${c}`,
      ),
    );
    return [place, ...terms, ...values];
  });
  return parts.join(', ');
}

function reasonOf(
  { comparisons, model }: Explainable,
  row: Row,
  at: number,
  isWithheld: (column: string) => boolean,
): Reason {
  const comparison = comparisons[at] as Comparison;
  const place = Number(row[`place${at}`]);
  const weight = toUnits(model.comparisons[at]?.levels[place]?.weight ?? 0);
  const rare = Number(row[`rarity${at}_${place}`] ?? -1);
  const rarity = rare < 0 ? 0 : rare - rarityBase(comparison, at, model);
  const says = (side: 'l' | 'r'): (string | null)[] =>
    comparison.columns.map((column, c) =>
      isWithheld(column) ? null : ((row[`${side}${at}_${c}`] as string | null | undefined) ?? null),
    );
  return {
    comparison: comparison.name,
    level: levelNames(comparison)[place] ?? 'null',
    weight: (weight + rarity) / unitsPerBit,
    rarity: rarity / unitsPerBit,
    left: says('l'),
    right: says('r'),
  };
}

async function explainBatch(
  of: Explainable,
  pairs: readonly PairKey[],
  isWithheld: (column: string) => boolean,
): Promise<readonly ExplainedPair[]> {
  const { engine, records, tables, comparisons, model } = of;
  const find = await findRecords(of, pairs);
  const places = pairs.map(({ a, b, tableA, tableB }) => {
    const [one, two] = [find(a, tableA), find(b, tableB)];
    if (one.n === two.n) throw new TypeError(`a record is not compared with itself ("${a}")`);
    return one.n < two.n ? ([one, two] as const) : ([two, one] as const);
  });
  const values = places.map(([a, b], at) => `(${at}, ${a.n}, ${b.n})`).join(', ');
  const table = dialect.identifier(records);
  const rows = await engine.rows<Row>(
    `select pair.asked, ${selected(comparisons)} from (values ${values}) pair(asked, a, b) join ${table} l on l."#n" = pair.a join ${table} r on r."#n" = pair.b order by pair.asked`,
  );
  const prior = toUnits(Math.log2(model.prior / (1 - model.prior)));
  return rows.map((row, at) => {
    const [a, b] = places[at] as (typeof places)[number];
    const reasons = comparisons.map((_, comparison) => reasonOf(of, row, comparison, isWithheld));
    const units = reasons.reduce((sum, { weight }) => sum + toUnits(weight), prior);
    return {
      a: a.id,
      b: b.id,
      tableA: tables[a.source] ?? '',
      tableB: tables[b.source] ?? '',
      weight: units / unitsPerBit,
      probability: probabilityOf(units / unitsPerBit),
      prior: prior / unitsPerBit,
      reasons,
    };
  });
}

/** Explains pairs in the order asked. */
export async function explainPairs(
  of: Explainable,
  pairs: readonly PairKey[],
  options: ExplainOptions = {},
): Promise<readonly ExplainedPair[]> {
  const isWithheld = withheldColumns(options, of);
  const explained: ExplainedPair[] = [];
  for (let from = 0; from < pairs.length; from += batch)
    explained.push(...(await explainBatch(of, pairs.slice(from, from + batch), isWithheld)));
  return explained;
}
