import { dialect } from '@samenbeeld/engine';
import type { SourceDescription } from '../description/description.ts';
import type { StagedBinding } from './binding.ts';
import { cellsSql } from './cells-sql.ts';
import { cellCodes, oneOfCodes } from './coded-cells.ts';
import { conditionSql, isOneOf, type OneOf, whereSql } from './conditions.ts';
import type { Dictionary } from './dictionary.ts';
import type { KeptRecord } from './kept-record.ts';
import { recordColumns } from './kept-record.ts';
import { keySql, separator } from './key-sql.ts';
import { brokenParts, problemSql } from './problem-sql.ts';
import type { Reading } from './reading.ts';
import { type Stage, slotColumns, slotRows } from './stage-table.ts';

function totalsSql(
  { totals }: SourceDescription,
  binding: StagedBinding,
  cell: (header: string) => string,
  oneOf: OneOf,
): readonly string[] {
  return totals.flatMap(({ column, total, parts, within }, index) => [
    `${conditionSql(column, total, binding, oneOf)} as total_${index}`,
    `${conditionSql(column, parts, binding, oneOf)} as part_${index}`,
    `${within.map((name) => `coalesce(${cell(name)}, '')`).join(` || ${dialect.literal(separator)} || `) || "''"} as within_${index}`,
  ]);
}

/** Items of the rows of a relation, each with its cell (`raw`) and what is known of its value column. */
function itemsSql(
  stage: Stage,
  rows: string,
  binding: StagedBinding,
  dictionary: Dictionary,
): string {
  const [only, ...others] = binding.slots;
  const columns = slotColumns(binding);
  if (only && others.length === 0) {
    const [values = []] = slotRows(binding, dictionary);
    const known = columns.map(
      ({ name, type }, at) => `cast(${dialect.literal(values[at] ?? null)} as ${type}) as ${name}`,
    );
    return `select *, v${only.column.index} as raw, ${known.join(', ')} from ${rows}`;
  }
  const items = dialect.unpivot({
    from: rows,
    columns: binding.slots.map(({ column }) => `v${column.index}`),
    name: 'name',
    value: 'raw',
  });
  const known = columns.map(({ name }) => `s.${name}`);
  return `select i.*, ${known.join(', ')} from ${items} i join ${stage.slot} s on s.name = i.name`;
}

/**
 * The query that reads one table of a file: unpivots its value columns into items, joins what each cell means,
 * and names the first rule an item breaks. One row an item; nothing is dropped. Words are joined by their codes where
 * they have any; what is `kept` of records comes beside.
 */
export function readSql(
  stage: Stage,
  description: SourceDescription,
  binding: StagedBinding,
  dictionary: Dictionary,
  { cells, value, cell, meanings, filled, record, unproved, unfit }: Reading,
  fileKey: readonly string[],
  quarantined: boolean,
  kept: KeptRecord | null,
): string {
  const flagged = dictionary.flags.size > 0;
  const oneOf = oneOfCodes(cell, cellCodes(binding, cells));
  const broken = problemSql(description, dictionary, meanings, filled, unproved, {
    missing: record.get('missing') ?? 'NULL',
    problem: 'i.read_problem',
    unit: record.get('unit') ?? 'NULL',
    unfit,
    flag: flagged ? 'fl.problem' : null,
  });
  const exclusions = description.exclusions.map(({ rule, where, columns }) => {
    const here = columns.length > 0 ? ` and ${isOneOf('i.header', columns)}` : '';
    return `when ${whereSql(where, binding, oneOf)}${here} then ${dialect.literal(rule)}`;
  });
  const columns = recordColumns(description).map(
    ({ name, type }) => `cast(${record.get(name) ?? 'NULL'} as ${type}) as ${name}`,
  );
  const items = itemsSql(stage, stage.raw, binding, dictionary);
  const joins = meanings.flatMap((meaning) => meaning?.join(stage) || []);
  const placed = meanings
    .flatMap((meaning) => meaning?.placed ?? [])
    .map(({ name, sql }) => `, ${sql} as ${name}`)
    .join('');
  const inputs = (kept?.inputs ?? []).flatMap(({ name, kept: sql }) =>
    sql === null ? [] : `${sql} as in_${name}`,
  );
  const corrected = binding.columns
    .filter(({ rule }) => cells.isCorrected(rule.header))
    .map(({ rule, name }) => `, ${cells.cell(rule.header)} as k_${name}`)
    .join('');
  const nameless = binding.columns
    .filter(({ column }) => binding.named.has(column.index))
    .map(({ rule, name }) => {
      const cell = cells.cell(rule.header);
      return `, coalesce((select n.kept from ${stage.named} n where n.text = ${cell}), ${cell}) as n_${name}`;
    })
    .join('');
  const worded = dictionary.words.size > 0;
  return `with trimmed as (
  select i.*, ${cells.value} as cell${corrected}${nameless} from (${items}) i
), weighed as (
  select i.*, ${value.told} as plain${placed} from trimmed i
), parsed as (
  select i.*, ${value.value} as read_value, ${value.printed} as read_printed, ${value.missing} as read_missing, ${value.problem} as read_problem,
    ${['v2 as read_wording', 'v3 as read_words', 'v4 as read_unit'].map((column) => (worded ? `w.${column}` : `cast(NULL as VARCHAR) as ${column.slice(6)}`)).join(', ')}
  from weighed i${worded ? ` left join ${stage.word} w on w.at = i.word and w.text = i.cell` : ''}
)
select *, ${brokenParts.rule} as problem, ${brokenParts.at} as problem_at from (
select i.row_no, i.line, i.slot, i.shown, i.raw, i.cell,
  ${keySql(description, fileKey, cells)} as record_key,
  ${quarantined ? 'q.detector' : 'cast(NULL as VARCHAR)'} as quarantined,
  ${exclusions.length > 0 ? `case ${exclusions.join(' ')} end` : 'cast(NULL as VARCHAR)'} as excluded,
  ${broken} as broken,
  ${[...totalsSql(description, binding, cell, oneOf), ...columns, ...inputs].join(',\n  ')}
from parsed i
${flagged ? `left join ${stage.word} fl on fl.at = i.flag and fl.text = i.cell` : ''}
${quarantined ? `left join ${stage.quarantine} q on q.row_no = i.row_no` : ''}
${joins.join('\n')}
) r`;
}

/** SQL of the keys of the items of some rows, before any cell is read. */
export function keyedSql(
  stage: Stage,
  rows: string,
  description: SourceDescription,
  binding: StagedBinding,
  dictionary: Dictionary,
  fileKey: readonly string[],
): string {
  const key = keySql(description, fileKey, cellsSql(description, binding));
  return `select i.row_no, i.line, i.slot, coalesce(i.raw, '') as raw, ${key} as record_key from (${itemsSql(stage, rows, binding, dictionary)}) i`;
}
