import { dialect, type Engine } from '@samenbeeld/engine';
import { units } from '@samenbeeld/schema';
import { isOneOf, meets } from '../compile/conditions.ts';
import { fields } from '../fields.ts';
import type { CrossCheck, CrossChecked, Selection } from './cross-check.ts';

type Querying = Pick<Engine, 'rows'>;

/** Sums of one side never cross these, whatever a check names. */
const apart = ['unit', 'metric', 'stat', 'count_unit', 'level'];

const counted = units.filter(({ dimension }) => dimension === 'count').map(({ code }) => code);

/** Cases of one office are offences of another; kilograms are nothing but kilograms. */
const alike = (side: 'a' | 'b'): string =>
  `case when ${isOneOf(`${side}.unit`, counted)} then 'count' else ${side}.unit end`;

const columnOf = (field: string): string => fields.observation[field]?.columns[0] ?? field;

const textOf = (side: 'a' | 'b', column: string): string => `cast(${side}.${column} as VARCHAR)`;

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
  const keys = [...new Set([...by, ...apart])];
  const sums = async (selection: Selection): Promise<string> =>
    `select ${keys.join(', ')}, sum(value) as total from observation
where ${await conditionsOf(engine, selection)} group by ${keys.join(', ')}`;
  const joined = by
    .map((key) => `coalesce(${textOf('a', key)}, '') = coalesce(${textOf('b', key)}, '')`)
    .concat(`a.metric = b.metric and ${alike('a')} = ${alike('b')}`)
    .join(' and ');
  const rows = await engine.rows<
    Readonly<Record<string, string | null>> & { readonly a_total: number; readonly b_total: number }
  >(
    `select ${by.map((key) => `${textOf('a', key)} as ${key}`).join(', ')}, a.total as a_total, b.total as b_total
from (${await sums(check.left)}) a join (${await sums(check.right)}) b on ${joined}
order by ${by.map((_, at) => at + 1).join(', ')}`,
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
 * across units, metrics and statistics. Figures of different metrics are not compared, and counts only with counts.
 */
export async function runCrossChecks(
  engine: Querying,
  checks: readonly CrossCheck[],
): Promise<readonly CrossChecked[]> {
  const found: CrossChecked[] = [];
  for (const check of checks) found.push(...(await compared(engine, check)));
  return found;
}
