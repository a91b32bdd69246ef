import { dialect, type Engine } from '@samenbeeld/engine';
import { type Issue, neverSummedAcross, ownValue } from '@samenbeeld/schema';
import { isOneOf, meets } from './compile/conditions.ts';
import type { Check, Condition, SourceDescription } from './description/description.ts';
import { recordTables, tellingColumn } from './fields.ts';
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

const columnOf = (field: string, { description }: Context): string =>
  tellingColumn(description.record, field);

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

/** The condition that finds the records a check is about. */
async function recordsWhere(check: Check, context: Context): Promise<string> {
  const all: string[] = [];
  for (const [field, condition] of Object.entries(check.where))
    all.push(await conditionOn(field, condition, context));
  return all.length > 0 ? all.join(' and ') : 'true';
}

/** Those of them that have a figure. */
async function figuresWhere(check: Check, context: Context): Promise<string> {
  const { value } = recordTables[context.description.record];
  return `${value} is not null and ${await recordsWhere(check, context)}`;
}

async function totalBroken(
  check: Extract<Check, { check: 'total' }>,
  context: Context,
): Promise<readonly Broken[]> {
  const { record } = context.description;
  const { value, columns } = recordTables[record];
  const field = columnOf(check.field, context);
  const known = neverSummedAcross
    .filter((name) => name !== check.field)
    .map((name) => columnOf(name, context))
    .filter((name) => columns.some((column) => column.name === name));
  const within = [...new Set([...check.within.map((name) => columnOf(name, context)), ...known])];
  const isTotal = isOneOf(field, [check.total]);
  const isPart = await conditionOn(check.field, check.parts, context);
  const whole = `sum(case when ${isTotal} then ${value} end)`;
  const sum = `sum(case when ${isPart} then ${value} end)`;
  const gaps = `count(case when ${isPart} and ${value} is null then 1 end)`;
  const tolerance = dialect.literal(check.tolerance);
  // Parts without a figure leave room below the total, and none above it.
  const rows = await context.engine.rows<
    Readonly<Record<string, string>> & {
      part: number;
      line: number;
      total: number;
      parts: number;
      gaps: number;
    }
  >(
    `select min(case when ${isTotal} then part end) as part, min(case when ${isTotal} then line end) as line,
  min(case when ${isTotal} then shown end) as shown, ${whole} as total, ${sum} as parts, ${gaps} as gaps, ${within.join(', ')}
from ${context.items} where ${await recordsWhere(check, context)} group by ${within.join(', ')}
having ${whole} is not null and ${sum} is not null
  and (${sum} - ${whole} > ${tolerance} or (${gaps} = 0 and ${whole} - ${sum} > ${tolerance}))
order by ${within.join(', ')}`,
  );
  return rows.map((row) => ({
    part: row.part,
    line: row.line,
    shown: row['shown'] ?? '',
    message: `${check.field} "${check.total}" is ${row.total}, its parts add up to ${row.parts}${
      row.gaps > 0 ? `, and ${row.gaps} more ${row.gaps === 1 ? 'has' : 'have'} no figure` : ''
    } (${check.within.map((name) => ownValue(row, columnOf(name, context))).join(', ')})`,
  }));
}

async function uniqueBroken(
  check: Extract<Check, { check: 'unique' }>,
  context: Context,
): Promise<readonly Broken[]> {
  const columns = check.fields.map((name) => columnOf(name, context)).join(', ');
  const rows = await context.engine.rows<Broken & { n: number }>(
    `select min(part) as part, min(line) as line, min(shown) as shown, count(*) as n, ${columns} from ${context.items}
where ${await figuresWhere(check, context)} group by ${columns} having count(*) > 1 order by ${columns}`,
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
where ${await figuresWhere(check, context)} and (${beyond.join(' or ')}) order by part, line, slot`,
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

const repairs: Readonly<Record<Check['check'], string>> = {
  total: 'ask the publisher, or state the difference as a break or a tolerance',
  unique:
    'name under `fields` of the check what tells the records apart, such as a place; only where none does, leave out the one that does not hold by an `exclude` rule or a correction',
  range:
    'look at the cell and correct it (`samenbeeld harmonise … --correct`), or widen `min` or `max` of the check',
};

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
        repair: repairs[check.check],
      });
  return issues;
}
