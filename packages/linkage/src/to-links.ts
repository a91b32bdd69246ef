import { dialect, type Engine } from '@samenbeeld/engine';
import { namesIn } from './blocking-pass.ts';
import type { Comparison } from './comparison.ts';
import type { ExplainOptions, Links, PairKey } from './links.ts';
import type { LinkageModel } from './model.ts';
import type { ExplainedPair, Pair, Reason } from './pair.ts';
import { caseSql, levelNames, raritySql } from './pattern-sql.ts';
import { rarityBase } from './score-sql.ts';
import { probabilityOf, toUnits, unitsPerBit } from './weight.ts';

/**
 * Which columns an explanation may not show: those named, however they are spelt, and what is derived from them. A name
 * that no column has is refused: what it was meant to hide would be shown.
 */
function withheldColumns(
  { withhold = false }: ExplainOptions,
  {
    comparisons,
    columns,
  }: { readonly comparisons: readonly Comparison[]; readonly columns: readonly string[] },
): (column: string) => boolean {
  if (typeof withhold === 'boolean') return () => withhold;
  if (!Array.isArray(withhold))
    throw new TypeError(
      `\`withhold\` must be true, false or a list of columns, such as ['name']; found ${JSON.stringify(withhold)}`,
    );
  const derived = comparisons.flatMap(({ derive = {} }) => Object.entries(derive));
  const known = new Set(
    [
      ...columns,
      ...comparisons.flatMap((one) => one.columns),
      ...derived.map(([column]) => column),
    ].map((column) => column.toLowerCase()),
  );
  const hidden = new Set<string>();
  for (const column of withhold) {
    const name = String(column).toLowerCase();
    if (!known.has(name))
      throw new TypeError(
        `\`withhold\` names the column "${column}", which no linked table has; there are ${columns.join(', ')}`,
      );
    hidden.add(name);
  }
  for (let before = -1; before < hidden.size; ) {
    before = hidden.size;
    for (const [column, sql] of derived)
      if ([...namesIn(sql)].some((name) => hidden.has(name.toLowerCase())))
        hidden.add(column.toLowerCase());
  }
  return (column) => hidden.has(column.toLowerCase());
}

/** What an explanation needs of a linkage. */
interface Explainable {
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
async function explainPairs(
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

/** What a linkage came to, with the start of the names of its tables. */
export interface Made
  extends Omit<Links, 'table' | 'records' | 'count' | 'pairs' | 'explain' | 'explainAll' | 'drop'> {
  readonly name: string;
  readonly comparisons: readonly Comparison[];
  /** Of all linked tables. */
  readonly columns: readonly string[];
}

/** The result as what is handed out: plain facts, and ways to read the pairs. */
export function toLinks(engine: Engine, made: Made): Links {
  const { name, tables, columns, comparisons, model, threshold, rules, training, notes } = made;
  const table = `${name} pair`;
  const records = `${name} record`;
  const compared = `${name} compared`;
  const [pairs, record, wide] = [table, records, compared].map(dialect.identifier);
  const explainable = { engine, records: compared, tables, columns, comparisons, model };
  const reaching = (atLeast: number | undefined): string =>
    atLeast === undefined ? '' : ` where probability >= ${dialect.literal(atLeast)}`;
  return {
    table,
    records,
    tables,
    model,
    threshold,
    rules,
    training,
    notes,
    async count({ atLeast } = {}) {
      const [row] = await engine.rows<{ n: number }>(
        `select count(*) as n from ${pairs}${reaching(atLeast)}`,
      );
      return row?.n ?? 0;
    },
    async pairs({ atLeast, limit } = {}) {
      const rows = await engine.rows<{
        a: string;
        b: string;
        of: number;
        and: number;
        weight: number;
      }>(
        `select l.id as a, r.id as b, l.source as "of", r.source as "and", weight from (select * from ${pairs}${reaching(atLeast)}${limit === undefined ? '' : ` order by weight desc, a, b limit ${Math.max(0, Math.floor(limit))}`}) pair join ${record} l on l.n = pair.a join ${record} r on r.n = pair.b order by weight desc, pair.a, pair.b`,
      );
      return rows.map(
        (row): Pair => ({
          a: row.a,
          b: row.b,
          tableA: tables[row.of] ?? '',
          tableB: tables[row.and] ?? '',
          weight: row.weight,
          probability: probabilityOf(row.weight),
        }),
      );
    },
    async explain(a, b, { tableA, tableB, ...explainOptions } = {}) {
      const key = {
        a,
        b,
        ...(tableA === undefined ? {} : { tableA }),
        ...(tableB === undefined ? {} : { tableB }),
      };
      const [pair] = await explainPairs(explainable, [key], explainOptions);
      if (!pair) throw new TypeError(`there is no pair "${a}" and "${b}"`);
      return pair;
    },
    explainAll: (wanted, explainOptions) => explainPairs(explainable, wanted, explainOptions),
    async drop() {
      await engine.run(`drop view if exists ${record}`);
      for (const one of [pairs, wide]) await engine.run(`drop table if exists ${one}`);
    },
  };
}
