import { dialect, type Engine } from '@samenbeeld/engine';
import type { Issue } from '@samenbeeld/schema';
import { isOneOf, meets } from './compile/conditions.ts';
import type { Check, Condition, SourceDescription } from './description/description.ts';
import { fields, recordTables } from './fields.ts';
import type { Part } from './read-part.ts';

interface Broken {
  readonly part: number;
  readonly line: number;
  readonly shown: string;
  readonly message: string;
}

interface Context {
  readonly engine: Engine;
  readonly items: string;
  readonly description: SourceDescription;
}

function columnOf(field: string, { description }: Context): string {
  return fields[description.record][field]?.columns[0] ?? field;
}

async function conditionOn(field: string, condition: Condition, context: Context): Promise<string> {
  const column = columnOf(field, context);
  if ('texts' in condition) return isOneOf(column, condition.texts);
  const rows = await context.engine.rows<{ text: string | null }>(
    `select distinct ${column} as text from ${context.items} order by 1`,
  );
  return isOneOf(
    column,
    rows.map(({ text }) => text ?? '').filter((text) => meets(text, condition)),
  );
}

async function acceptedWhere(check: Check, context: Context): Promise<string> {
  const value = recordTables[context.description.record].value;
  const all = [`${value} is not null`];
  for (const [field, condition] of Object.entries(check.where))
    all.push(await conditionOn(field, condition, context));
  return all.join(' and ');
}

/** Dimensions that a sum may never cross, whatever a check names. */
const apart = ['unit', 'metric', 'stat', 'count_unit'];

async function totalBroken(
  check: Extract<Check, { check: 'total' }>,
  context: Context,
): Promise<readonly Broken[]> {
  const { record } = context.description;
  const { value, columns } = recordTables[record];
  const field = columnOf(check.field, context);
  const known = apart.filter((name) => columns.some((column) => column.name === name));
  const within = [...new Set([...check.within.map((name) => columnOf(name, context)), ...known])];
  const isTotal = isOneOf(field, [check.total]);
  const isPart = await conditionOn(check.field, check.parts, context);
  const rows = await context.engine.rows<
    Readonly<Record<string, string>> & { part: number; line: number; total: number; parts: number }
  >(
    `select min(case when ${isTotal} then part end) as part, min(case when ${isTotal} then line end) as line,
  min(case when ${isTotal} then shown end) as shown,
  sum(case when ${isTotal} then ${value} end) as total, sum(case when ${isPart} then ${value} end) as parts,
  ${within.join(', ')}
from ${context.items} where ${await acceptedWhere(check, context)} group by ${within.join(', ')}
having sum(case when ${isTotal} then ${value} end) is not null and sum(case when ${isPart} then ${value} end) is not null
  and abs(sum(case when ${isTotal} then ${value} end) - sum(case when ${isPart} then ${value} end)) > ${dialect.literal(check.tolerance)}
order by ${within.join(', ')}`,
  );
  return rows.map((row) => ({
    part: row.part,
    line: row.line,
    shown: row['shown'] ?? '',
    message: `${check.field} "${check.total}" is ${row.total}, its parts add up to ${row.parts} (${check.within
      .map((name) => row[columnOf(name, context)])
      .join(', ')})`,
  }));
}

async function uniqueBroken(
  check: Extract<Check, { check: 'unique' }>,
  context: Context,
): Promise<readonly Broken[]> {
  const columns = check.fields.map((name) => columnOf(name, context)).join(', ');
  const rows = await context.engine.rows<Broken & { n: number }>(
    `select min(part) as part, min(line) as line, min(shown) as shown, count(*) as n, ${columns} from ${context.items}
where ${await acceptedWhere(check, context)} group by ${columns} having count(*) > 1 order by ${columns}`,
  );
  return rows.map((row) => ({
    ...row,
    message: `${row.n} records have the same ${check.fields.join(', ')}`,
  }));
}

async function rangeBroken(
  check: Extract<Check, { check: 'range' }>,
  context: Context,
): Promise<readonly Broken[]> {
  const { value } = recordTables[context.description.record];
  const beyond = [
    ...(check.min === null ? [] : [`${value} < ${dialect.literal(check.min)}`]),
    ...(check.max === null ? [] : [`${value} > ${dialect.literal(check.max)}`]),
  ];
  if (beyond.length === 0) return [];
  const rows = await context.engine.rows<Broken & { value: number }>(
    `select part, line, shown, ${value} as value from ${context.items}
where ${await acceptedWhere(check, context)} and (${beyond.join(' or ')}) order by part, line, slot`,
  );
  return rows.map((row) => ({
    ...row,
    message: `${row.value} is outside ${check.min ?? '…'} to ${check.max ?? '…'}`,
  }));
}

function broken(check: Check, context: Context): Promise<readonly Broken[]> {
  if (check.check === 'total') return totalBroken(check, context);
  return check.check === 'unique' ? uniqueBroken(check, context) : rangeBroken(check, context);
}

/** `case` over the parts: their number, and that of the value column in each. */
function placeSql(parts: readonly Part[]): { readonly part: string; readonly slot: string } {
  const cases = parts.map(({ binding }, part) => {
    const { file, sheet } = binding.table;
    const sheets = sheet === null ? 'is null' : `= ${dialect.literal(sheet)}`;
    const slots = binding.slots.map(
      ({ shown }, slot) => `when origin_column = ${dialect.literal(shown)} then ${slot}`,
    );
    return {
      when: `when origin_file = ${dialect.literal(file)} and origin_sheet ${sheets}`,
      part,
      slot: `case ${slots.join(' ')} end`,
    };
  });
  return {
    part: `case ${cases.map(({ when, part }) => `${when} then ${part}`).join(' ')} end`,
    slot: `case ${cases.map(({ when, slot }) => `${when} then ${slot}`).join(' ')} end`,
  };
}

/** Runs the checks of a description on the records just written; what does not hold is a warning. */
export async function runChecks(
  engine: Engine,
  name: string,
  description: SourceDescription,
  parts: readonly Part[],
): Promise<readonly Issue[]> {
  if (description.checks.length === 0) return [];
  const { table } = recordTables[description.record];
  const { part, slot } = placeSql(parts);
  const files = [...new Set(parts.map(({ binding }) => dialect.literal(binding.table.file)))];
  await engine.run(`create temporary view ${name} as
select *, ${part} as part, ${slot} as slot, origin_line as line, origin_column as shown from ${table}
where source = ${dialect.literal(description.id)} and origin_file in (${files.join(', ')})`);
  try {
    return await brokenChecks({ engine, items: name, description }, parts);
  } finally {
    await engine.run(`drop view ${name}`);
  }
}

async function brokenChecks(context: Context, parts: readonly Part[]): Promise<readonly Issue[]> {
  const { description } = context;
  const issues: Issue[] = [];
  for (const check of description.checks)
    for (const { part, line, shown, message } of await broken(check, context))
      issues.push({
        file: parts[part]?.binding.table.file ?? description.file,
        sheet: parts[part]?.binding.table.sheet ?? null,
        line,
        column: shown,
        value: null,
        rule: `check.${check.check}`,
        severity: 'warning',
        message,
        repair: 'ask the publisher, or state the difference as a break or a tolerance',
      });
  return issues;
}
