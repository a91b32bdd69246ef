import { dialect, type Engine } from '@samenbeeld/engine';
import type { Comparison } from './comparison.ts';
import { explainPairs } from './explain-pairs.ts';
import type { Links } from './links.ts';
import type { Pair } from './pair.ts';
import { probabilityOf } from './weight.ts';

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
