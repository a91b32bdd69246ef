import { dialect } from '@samenbeeld/engine';
import type { SourceDescription } from '../description/description.ts';
import { fields, recordTables } from '../fields.ts';
import type { Slot, StagedBinding } from './binding.ts';
import { type CellsSql, cellsSql } from './cells-sql.ts';
import type { CodedWords } from './code-words.ts';
import { conditionSql, isOneOf, whereSql } from './conditions.ts';
import type { Dictionary } from './dictionary.ts';
import { recordColumns } from './fate-sql.ts';
import { type ConstantTexts, fieldSql } from './field-sql.ts';
import type { KeptRecord } from './kept-record.ts';
import { keySql, separator } from './key-sql.ts';
import { brokenParts, problemSql, requiredColumns } from './problem-sql.ts';
import { type Stage, slotColumns, slotRows } from './stage-table.ts';
import { type ValueSql, valueSql } from './value-sql.ts';

/** What the value columns say; those that are read alike share one expression. */
function valuesSql(
  binding: StagedBinding,
  description: SourceDescription,
  flags: Dictionary['flags'],
): ValueSql {
  const kinds = new Map<string, { readonly slots: number[]; readonly slot: Slot }>();
  for (const [index, slot] of binding.slots.entries()) {
    const { as, decimalChar, groupChar } = slot.mapping;
    const kind = JSON.stringify([
      as,
      decimalChar,
      groupChar,
      flags.has(slot.name) && Object.keys(slot.mapping.flags),
    ]);
    const before = kinds.get(kind);
    if (before) before.slots.push(index);
    else kinds.set(kind, { slots: [index], slot });
  }
  const read = [...kinds.values()].map(({ slots, slot }) => ({
    slots,
    sql: valueSql('i.cell', slot.mapping, description, 'w', flags.has(slot.name), 'i.plain'),
  }));
  const [single, ...others] = read;
  const pick = (part: keyof ValueSql): string =>
    single && others.length === 0
      ? single.sql[part]
      : `case ${read.map(({ slots, sql }) => `when i.slot in (${slots.join(', ')}) then ${sql[part]}`).join(' ')} end`;
  return {
    plain: pick('plain'),
    value: pick('value'),
    printed: pick('printed'),
    missing: pick('missing'),
    problem: pick('problem'),
  };
}

/** SQL of a column of what the flags mean; NULL where no value column has any. */
type FlagSql = (column: 'v0' | 'v1') => string;

/** The columns of the record, with those that the value and its words and flags fill. */
function recordSql(
  description: SourceDescription,
  filled: ReadonlyMap<string, string>,
  flag: FlagSql,
  told: boolean,
): ReadonlyMap<string, string> {
  const or = (column: string, ...others: readonly string[]): string =>
    `coalesce(${[filled.get(column) ?? [], others].flat().join(', ')})`;
  const record = new Map(filled);
  const given = filled.get('missing');
  const said = given ? `case when i.read_value is null then ${given} end, ` : '';
  record.set('missing', `coalesce(${flag('v1')}, ${said}i.read_missing)`);
  record.set(
    recordTables[description.record].value,
    `case when ${flag('v1')} is null then i.read_value end`,
  );
  record.set('printed', `case when ${flag('v1')} is null then i.read_printed end`);
  // The unit printed in the cell itself beats a column or constant: "874 g" is never 874 kg.
  record.set('unit', `coalesce(${['i.read_unit', filled.get('unit') ?? []].flat().join(', ')})`);
  if (description.record === 'observation') {
    record.set(
      'wording',
      or('wording', 'i.read_wording', filled.has('wording') ? "'unmarked'" : "'exact'"),
    );
    record.set('wording_printed', or('wording_printed', 'i.read_words'));
    record.set('status', or('status', flag('v0')));
  } else if (told) {
    // A seizure has no wording: what words and flags make of the figure is `estimated`, and they are kept as a note.
    record.set(
      'estimated',
      `case when i.read_wording in ('rounded', 'floor', 'just_under') or ${flag('v0')} like '%E%' then 'true' else ${or('estimated', "'false'")} end`,
    );
    const note = filled.get('note');
    const before = note ? `coalesce(${note} || '; ', '') || ` : '';
    record.set(
      'note',
      `case when coalesce(i.read_words, ${flag('v0')}) is not null then ${before}i.cell else ${note ?? 'NULL'} end`,
    );
  }
  return record;
}

function totalsSql(
  { totals }: SourceDescription,
  binding: StagedBinding,
  cell: (header: string) => string,
): readonly string[] {
  return totals.flatMap(({ column, total, parts, within }, index) => [
    `${conditionSql(column, total, binding, cell)} as total_${index}`,
    `${conditionSql(column, parts, binding, cell)} as part_${index}`,
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

/** How the columns of a record are worked out from an item, over the aliases of `readSql`. */
export interface Reading {
  readonly cells: CellsSql;
  /** What the value columns say. */
  readonly value: ValueSql;
  /** SQL of a described column's cell after the corrections. */
  readonly cell: (header: string) => string;
  /** By column of the record: what fills it without a value, and with it. */
  readonly filled: ReadonlyMap<string, string>;
  readonly record: ReadonlyMap<string, string>;
  /** Columns that a record may not leave empty and that may be empty all the same. */
  readonly unproved: readonly string[];
}

/** A column of the file, a constant, or every value column by itself fills a field for certain, or says which row does not. */
function unprovedColumns(
  { record }: SourceDescription,
  { slots }: StagedBinding,
  { dimensions }: Dictionary,
  constants: ConstantTexts,
): readonly string[] {
  const { defaults } = recordTables[record];
  const looked = new Set(
    dimensions.flatMap(({ mapping }) => fields[record][mapping.to]?.columns ?? []),
  );
  return requiredColumns(record).filter(
    (column) =>
      !looked.has(column) &&
      !(constants[column] ?? defaults[column]) &&
      slots.some(({ sets }) => !sets[column]),
  );
}

/** Works out how a description reads the items of a table. */
export function readingOf(
  description: SourceDescription,
  binding: StagedBinding,
  dictionary: Dictionary,
  constants: ConstantTexts,
): Reading {
  const cells = cellsSql(description, binding);
  const names = new Map(binding.columns.map(({ rule, name }) => [rule.header, name]));
  const cell = (header: string): string =>
    names.has(header) ? `i.k_${names.get(header)}` : 'cast(NULL as VARCHAR)';
  const filled = fieldSql(description, binding, dictionary, constants, cell);
  const flagged = dictionary.flags.size > 0;
  const flag: FlagSql = (column) => (flagged ? `fl.${column}` : 'cast(NULL as VARCHAR)');
  return {
    cells,
    value: valuesSql(binding, description, dictionary.flags),
    cell,
    filled,
    record: recordSql(description, filled, flag, dictionary.words.size > 0 || flagged),
    unproved: unprovedColumns(description, binding, dictionary, constants),
  };
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
  { cells, value, cell, filled, record, unproved }: Reading,
  fileKey: readonly string[],
  quarantined: boolean,
  coded: CodedWords,
  kept: KeptRecord | null,
): string {
  const flagged = dictionary.flags.size > 0;
  const broken = problemSql(description, dictionary, cell, filled, unproved, {
    missing: record.get('missing') ?? 'NULL',
    problem: 'i.read_problem',
    unit: record.get('unit') ?? 'NULL',
    flag: flagged ? 'fl.problem' : null,
  });
  const exclusions = description.exclusions.map(({ rule, where, columns }) => {
    const here = columns.length > 0 ? ` and ${isOneOf('i.header', columns)}` : '';
    return `when ${whereSql(where, binding, cell)}${here} then ${dialect.literal(rule)}`;
  });
  const columns = recordColumns(description).map(
    ({ name, type }) => `cast(${record.get(name) ?? 'NULL'} as ${type}) as ${name}`,
  );
  const items = itemsSql(stage, stage.raw, binding, dictionary);
  const joins = dictionary.dimensions.flatMap(({ at: number, bound }, index) => {
    const same = `d${index}.text = ${cell(bound.rule.header)}`;
    const table = coded.get(number);
    if (table !== undefined) return `left join ${table} d${index} on ${same}`;
    return number < 0
      ? []
      : `left join ${stage.word} d${index} on d${index}.at = ${number} and ${same}`;
  });
  const inputs = (kept?.inputs ?? []).flatMap(({ name, kept: sql }) =>
    sql === null ? [] : `${sql} as in_${name}`,
  );
  const corrected = binding.columns
    .map(({ rule, name }) => `, ${cells.cell(rule.header)} as k_${name}`)
    .join('');
  const worded = dictionary.words.size > 0;
  return `with trimmed as (
  select i.*, ${cells.value} as cell${corrected} from (${items}) i
), weighed as (
  select i.*, ${value.plain} as plain from trimmed i
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
  ${[...totalsSql(description, binding, cell), ...columns, ...inputs].join(',\n  ')}
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
