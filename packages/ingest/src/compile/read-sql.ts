import { dialect } from '@samenbeeld/engine';
import type { SourceDescription } from '../description/description.ts';
import { recordTables } from '../fields.ts';
import type { Binding, Slot } from './binding.ts';
import { type CellsSql, cellsSql } from './cells-sql.ts';
import { conditionSql, isOneOf, whereSql } from './conditions.ts';
import type { Dictionary } from './dictionary.ts';
import { type ConstantTexts, fieldSql } from './field-sql.ts';
import { keySql, separator } from './key-sql.ts';
import { problemSql } from './problem-sql.ts';
import type { Stage } from './stage-table.ts';
import { type ValueSql, valueSql } from './value-sql.ts';

/** What the value columns say; those that are read alike share one expression. */
function valuesSql(binding: Binding, description: SourceDescription): ValueSql {
  const kinds = new Map<string, { readonly slots: number[]; readonly slot: Slot }>();
  for (const [index, slot] of binding.slots.entries()) {
    const { as, decimalChar, groupChar, flags } = slot.mapping;
    const kind = JSON.stringify([as, decimalChar, groupChar, Object.keys(flags).length > 0]);
    const before = kinds.get(kind);
    if (before) before.slots.push(index);
    else kinds.set(kind, { slots: [index], slot });
  }
  const read = [...kinds.values()].map(({ slots, slot }) => ({
    slots,
    sql: valueSql('i.cell', slot.mapping, description, 'w'),
  }));
  const [single, ...others] = read;
  const pick = (part: keyof ValueSql): string =>
    single && others.length === 0
      ? single.sql[part]
      : `case ${read.map(({ slots, sql }) => `when s.slot in (${slots.join(', ')}) then ${sql[part]}`).join(' ')} end`;
  return {
    value: pick('value'),
    printed: pick('printed'),
    missing: pick('missing'),
    problem: pick('problem'),
  };
}

/** The columns of the record, with those that the value and its words and flags fill. */
function recordSql(
  description: SourceDescription,
  filled: ReadonlyMap<string, string>,
  value: ValueSql,
): ReadonlyMap<string, string> {
  const or = (column: string, ...others: readonly string[]): string =>
    `coalesce(${[filled.get(column) ?? [], others].flat().join(', ')}, NULL)`;
  const record = new Map(filled);
  record.set('missing', `coalesce(fl.v1, ${value.missing}, case when ${value.value} is null then ${filled.get('missing') ?? 'NULL'} end)`);
  record.set(recordTables[description.record].value, `case when fl.v1 is null then ${value.value} end`);
  record.set('printed', `case when fl.v1 is null then ${value.printed} end`);
  record.set('unit', or('unit', 'w.v4'));
  if (description.record === 'observation') {
    record.set('wording', or('wording', 'w.v2', filled.has('wording') ? "'unmarked'" : "'exact'"));
    record.set('wording_printed', or('wording_printed', 'w.v3'));
    record.set('status', or('status', 'fl.v0'));
  }
  return record;
}

function totalsSql(
  { totals }: SourceDescription,
  binding: Binding,
  { cell }: CellsSql,
): readonly string[] {
  return totals.flatMap(({ column, total, parts, within }, index) => [
    `${conditionSql(column, total, binding, cell)} as total_${index}`,
    `${conditionSql(column, parts, binding, cell)} as part_${index}`,
    `${within.map((name) => `coalesce(${cell(name)}, '')`).join(` || ${dialect.literal(separator)} || `)} as within_${index}`,
  ]);
}

/**
 * The statement that reads one table of a file: unpivots its value columns into items, joins what each cell means,
 * and names the first rule an item breaks. One row an item; nothing is dropped.
 */
export function readSql(
  stage: Stage,
  description: SourceDescription,
  binding: Binding,
  dictionary: Dictionary,
  constants: ConstantTexts,
  fileKey: readonly string[],
): string {
  const cells = cellsSql(description, binding);
  const filled = fieldSql(description, binding, dictionary, constants, cells.cell);
  const value = valuesSql(binding, description);
  const record = recordSql(description, filled, value);
  const { problem, at } = problemSql(description, dictionary, cells, filled, {
    missing: record.get('missing') ?? 'NULL',
    problem: value.problem,
    unit: record.get('unit') ?? 'NULL',
  });
  const exclusions = description.exclusions.map(({ rule, where, columns }) => {
    const here = columns.length > 0 ? ` and ${isOneOf('s.header', columns)}` : '';
    return `when ${whereSql(where, binding, cells.cell)}${here} then ${dialect.literal(rule)}`;
  });
  const columns = recordTables[description.record].columns
    .filter(({ name }) => !['id', 'source'].includes(name) && !name.startsWith('origin_'))
    .map(({ name, type }) => `cast(${record.get(name) ?? 'NULL'} as ${type}) as ${name}`);
  const items = dialect.unpivot({
    from: stage.raw,
    columns: binding.slots.map(({ column }) => `v${column.index}`),
    name: 'name',
    value: 'raw',
  });
  const joins = dictionary.dimensions.flatMap(({ at: number, bound }, index) =>
    number < 0
      ? []
      : `left join ${stage.word} d${index} on d${index}.at = ${number} and d${index}.text = ${cells.cell(bound.rule.header)}`,
  );
  return `create table ${stage.read} as
with trimmed as (
  select i.*, ${cells.value} as cell from ${items} i join ${stage.slot} s on s.name = i.name
)
select i.row_no, i.line, s.slot, s.shown, i.raw, i.cell,
  ${keySql(description, fileKey, cells)} as record_key,
  q.detector as quarantined,
  ${exclusions.length > 0 ? `case ${exclusions.join(' ')} end` : 'cast(NULL as VARCHAR)'} as excluded,
  ${problem} as problem,
  ${at} as problem_at,
  ${[...totalsSql(description, binding, cells), ...columns].join(',\n  ')}
from trimmed i
join ${stage.slot} s on s.name = i.name
left join ${stage.word} w on w.at = s.word and w.text = i.cell
left join ${stage.word} fl on fl.at = s.flag and fl.text = i.cell
left join ${stage.quarantine} q on q.row_no = i.row_no
${joins.join('\n')}`;
}
