import { dialect, type Engine } from '@samenbeeld/engine';
import { neverSummedAcross, units } from '@samenbeeld/schema';
import { isOneOf, meets } from '../compile/conditions.ts';
import { tellingColumn } from '../fields.ts';
import type { CrossCheck, CrossChecked, Selection } from './cross-check.ts';

type Querying = Pick<Engine, 'rows'>;

/** A figure is never compared with one that differs in these. */
const same = ['metric', 'stat', 'level'];

const counted = units.filter(({ dimension }) => dimension === 'count').map(({ code }) => code);

/** Cases of one office are offences of another; kilograms are nothing but kilograms. */
const alike = (side: 'a' | 'b'): string =>
  `case when ${isOneOf(`${side}.unit`, counted)} then 'count' else ${side}.unit end`;

const columnOf = (field: string): string => tellingColumn('observation', field);

const textOf = (side: 'a' | 'b', column: string): string => `cast(${side}.${column} as VARCHAR)`;

const equal = (column: string): string =>
  `coalesce(${textOf('a', column)}, '') = coalesce(${textOf('b', column)}, '')`;

async function conditionsOf(engine: Querying, { source, where }: Selection): Promise<string> {
  const all = [`source = ${dialect.literal(source)}`, 'value is not null'];
  for (const [field, condition] of Object.entries(where)) {
    const text = `cast(${columnOf(field)} as VARCHAR)`;
    if ('texts' in condition) {
      all.push(isOneOf(text, condition.texts));
      continue;
    }
    const rows = await engine.rows<{ text: string | null }>(
      `select distinct ${text} as text from observation where source = ${dialect.literal(source)} order by 1`,
    );
    const texts = rows.map(({ text }) => text ?? '').filter((text) => meets(text, condition));
    all.push(isOneOf(text, texts));
  }
  return all.join(' and ');
}

async function compared(engine: Querying, check: CrossCheck): Promise<readonly CrossChecked[]> {
  const by = check.by.map(columnOf);
  const keys = [...new Set([...by, ...neverSummedAcross.map(columnOf)])];
  const sums = async (selection: Selection): Promise<string> =>
    `select ${keys.join(', ')}, sum(value) as total from observation
where ${await conditionsOf(engine, selection)} group by ${keys.join(', ')}`;
  const on = [...[...new Set([...by, ...same])].map(equal), `${alike('a')} = ${alike('b')}`].join(
    ' and ',
  );
  const counting = ['unit', 'count_unit'].map(equal).join(' and ');
  const partner = (side: 'a' | 'b'): string =>
    `max(case when ${counting} then 1 else 0 end) over (partition by ${keys.map((key) => `${side}.${key}`).join(', ')})`;
  const pairs = `select ${by.map((key) => `${textOf('a', key)} as ${key}`).join(', ')}, a.total as a_total, b.total as b_total,
case when ${counting} then 1 else 0 end as counts_alike, ${partner('a')} as a_partner, ${partner('b')} as b_partner
from (${await sums(check.left)}) a join (${await sums(check.right)}) b on ${on}`;
  const rows = await engine.rows<
    Readonly<Record<string, string | null>> & { readonly a_total: number; readonly b_total: number }
  >(
    `select ${[...by, 'a_total', 'b_total'].join(', ')} from (${pairs}) pairs
where counts_alike = 1 or (a_partner = 0 and b_partner = 0)
order by ${[...by, 'a_total', 'b_total'].map((_, at) => at + 1).join(', ')}`,
  );
  return rows.map((row): CrossChecked => {
    const [left, right] = [row.a_total, row.b_total];
    const slack = Math.max(check.tolerance, Math.abs(right) * check.share);
    const over = check.relation === 'equal' ? Math.abs(left - right) : left - right;
    const at = Object.fromEntries(by.map((key) => [key, row[key] ?? null]));
    return {
      check: check.id,
      at,
      left,
      right,
      holds: over <= slack + Number.EPSILON * Math.abs(right),
    };
  });
}

/**
 * Compares figures of several sources that are in the engine's table `observation`, as `ingest` leaves it. A check
 * says something only where both sources have a figure; figures of one side with the same fields in `by` add up, never
 * across units, metrics, statistics, what is counted, and market levels. Figures that differ in metric, statistic or level
 * are not compared, and counts only with counts: with those of the same unit and counting unit, and only where neither side
 * has such a partner, with what the other office counts.
 */
export async function runCrossChecks(
  engine: Querying,
  checks: readonly CrossCheck[],
): Promise<readonly CrossChecked[]> {
  const found: CrossChecked[] = [];
  for (const check of checks) found.push(...(await compared(engine, check)));
  return found;
}
