import { dialect } from '@samenbeeld/engine';
import type { SourceDescription } from '../description/description.ts';
import { recordTables } from '../fields.ts';
import type { Binding, Slot } from './binding.ts';
import { cellsSql } from './cells-sql.ts';
import { conditionSql, isOneOf, whereSql } from './conditions.ts';
import type { Dictionary } from './dictionary.ts';
import { type ConstantTexts, fieldSql } from './field-sql.ts';
import { keySql, separator } from './key-sql.ts';
import { problemSql } from './problem-sql.ts';
import { type Stage, setColumns } from './stage-table.ts';
import { type ValueSql, valueSql } from './value-sql.ts';

/** What the value columns say; those that are read alike share one expression. */
function valuesSql(
  binding: Binding,
  description: SourceDescription,
  flags: Dictionary['flags'],
): ValueSql {
  const kinds = new Map<string, { readonly slots: number[]; readonly slot: Slot }>();
  for (const [index, slot] of binding.slots.entries()) {
    const { as, decimalChar, groupChar } = slot.mapping;
    const kind = JSON.stringify([as, decimalChar, groupChar, flags.has(slot.name)]);
    const before = kinds.get(kind);
    if (before) before.slots.push(index);
    else kinds.set(kind, { slots: [index], slot });
  }
  const read = [...kinds.values()].map(({ slots, slot }) => ({
    slots,
    sql: valueSql('i.cell', slot.mapping, description, 'w', flags.has(slot.name)),
  }));
  const [single, ...others] = read;
  const pick = (part: keyof ValueSql): string =>
    single && others.length === 0
      ? single.sql[part]
      : `case ${read.map(({ slots, sql }) => `when i.slot in (${slots.join(', ')}) then ${sql[part]}`).join(' ')} end`;
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
): ReadonlyMap<string, string> {
  const or = (column: string, ...others: readonly string[]): string =>
    `coalesce(${[filled.get(column) ?? [], others].flat().join(', ')})`;
  const record = new Map(filled);
  const given = filled.get('missing');
  const said = given ? `case when i.read_value is null then ${given} end, ` : '';
  record.set('missing', `coalesce(fl.v1, ${said}i.read_missing)`);
  record.set(
    recordTables[description.record].value,
    'case when fl.v1 is null then i.read_value end',
  );
  record.set('printed', 'case when fl.v1 is null then i.read_printed end');
  // The unit printed in the cell itself beats a column or constant: "874 g" is never 874 kg.
  record.set('unit', `coalesce(${['i.read_unit', filled.get('unit') ?? []].flat().join(', ')})`);
  if (description.record === 'observation') {
    record.set(
      'wording',
      or('wording', 'i.read_wording', filled.has('wording') ? "'unmarked'" : "'exact'"),
    );
    record.set('wording_printed', or('wording_printed', 'i.read_words'));
    record.set('status', or('status', 'fl.v0'));
  }
  return record;
}

function totalsSql(
  { totals }: SourceDescription,
  binding: Binding,
  cell: (header: string) => string,
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
  const used = new Map(
    binding.columns.map(({ rule, name }) => [
      rule.header,
      { sql: cells.cell(rule.header), name: `k_${name}` },
    ]),
  );
  const cell = (header: string): string =>
    used.has(header) ? `i.${used.get(header)?.name}` : 'cast(NULL as VARCHAR)';
  const filled = fieldSql(description, binding, dictionary, constants, cell);
  const value = valuesSql(binding, description, dictionary.flags);
  const record = recordSql(description, filled);
  const { problem, at } = problemSql(description, dictionary, cell, filled, {
    missing: record.get('missing') ?? 'NULL',
    problem: 'i.read_problem',
    unit: record.get('unit') ?? 'NULL',
  });
  const exclusions = description.exclusions.map(({ rule, where, columns }) => {
    const here = columns.length > 0 ? ` and ${isOneOf('i.header', columns)}` : '';
    return `when ${whereSql(where, binding, cell)}${here} then ${dialect.literal(rule)}`;
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
      : `left join ${stage.word} d${index} on d${index}.at = ${number} and d${index}.text = ${cell(bound.rule.header)}`,
  );
  const corrected = [...used.values()].map(({ sql, name }) => `, ${sql} as ${name}`).join('');
  return `create table ${stage.read} as
with trimmed as (
  select i.*, s.slot, s.shown, s.slot_key, s.header, s.word, s.flag${setColumns(binding)
    .map((column) => `, s.set_${column}`)
    .join('')}, ${cells.value} as cell${corrected}
  from ${items} i join ${stage.slot} s on s.name = i.name
), parsed as (
  select i.*, ${value.value} as read_value, ${value.printed} as read_printed, ${value.missing} as read_missing, ${value.problem} as read_problem,
    w.v2 as read_wording, w.v3 as read_words, w.v4 as read_unit
  from trimmed i left join ${stage.word} w on w.at = i.word and w.text = i.cell
)
select i.row_no, i.line, i.slot, i.shown, i.raw, i.cell,
  ${keySql(description, fileKey, cells)} as record_key,
  q.detector as quarantined,
  ${exclusions.length > 0 ? `case ${exclusions.join(' ')} end` : 'cast(NULL as VARCHAR)'} as excluded,
  ${problem} as problem,
  ${at} as problem_at,
  ${[...totalsSql(description, binding, cell), ...columns].join(',\n  ')}
from parsed i
left join ${stage.word} fl on fl.at = i.flag and fl.text = i.cell
left join ${stage.quarantine} q on q.row_no = i.row_no
${joins.join('\n')}`;
}
