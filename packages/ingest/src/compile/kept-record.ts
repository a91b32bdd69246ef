import { dialect } from '@samenbeeld/engine';
import type { SourceDescription } from '../description/description.ts';
import { recordTables } from '../fields.ts';
import type { StagedBinding } from './binding.ts';
import type { CodedWords } from './code-words.ts';
import { codesOf } from './coded-cells.ts';
import type { Dictionary } from './dictionary.ts';
import { missingStatus } from './fate-sql.ts';
import { idSql, keySql } from './key-sql.ts';
import type { Reading } from './reading.ts';
import { replaceInputs, writtenOut } from './sql-inputs.ts';
import { slotColumns, slotRows } from './stage-table.ts';

/** What varies from record to record, and how it is kept: texts of a few as codes. */
export interface KeptInput {
  readonly name: string;
  /** SQL where items are read; null for the frequency of a span and the number of an occurrence, which come later. */
  readonly kept: string | null;
  /** SQL of the input itself, over a row `i` of what is kept. */
  readonly shown: string;
}

/** The records of a large table: what is kept of each, and what each column of the record is then. */
export interface KeptRecord {
  readonly inputs: readonly KeptInput[];
  /** SQL over a row `i` of what is kept, cast to the type of the column. */
  readonly columns: readonly (readonly [name: string, sql: string])[];
}

const later: ReadonlyMap<string, string> = new Map([
  ['i.span', 'span'],
  ['i.occurrence', 'occurrence'],
]);

/** Inputs that need not be kept, because they are worked out from others. */
function definitionsOf(
  binding: StagedBinding,
  dictionary: Dictionary,
  { cells, value }: Reading,
): ReadonlyMap<string, string> {
  const worded = dictionary.words.size > 0;
  const found = new Map<string, string>();
  for (const bound of binding.columns) {
    const own = codesOf(binding, bound);
    if (own) found.set(`i.${bound.name}`, `cast(i.${own.name} as VARCHAR)`);
  }
  for (const { name, rule } of binding.columns) found.set(`i.k_${name}`, cells.cell(rule.header));
  if (!worded) {
    // The number itself is kept: a question about its size then passes over what cannot answer it.
    const { plain, told, value: number, ...others } = value;
    found.set('i.plain', plain);
    for (const [name, sql] of Object.entries(others)) found.set(`i.read_${name}`, sql);
    for (const name of ['wording', 'words', 'unit'])
      found.set(`i.read_${name}`, 'cast(NULL as VARCHAR)');
  }
  if (cells.asItStands) found.set('i.cell', cells.value);
  if (binding.slots.length === 1) {
    const [row = []] = slotRows(binding, dictionary);
    for (const [at, { name, type }] of slotColumns(binding).entries())
      found.set(`i.${name}`, `cast(${dialect.literal(row[at] ?? null)} as ${type})`);
  }
  return found;
}

/** How an input that is no more than a text of few is kept as a code, if it is. */
function codeOf(
  input: string,
  binding: StagedBinding,
  dictionary: Dictionary,
  { cells }: Reading,
  coded: CodedWords,
): string | null {
  const [owner = '', name = ''] = input.split('.');
  const at = dictionary.dimensions.findIndex(({ at: number, bound }, index) =>
    owner === 'i'
      ? coded.has(number) && bound.name === name
      : coded.has(number) && owner === `d${index}`,
  );
  if (at < 0) return null;
  if (owner !== 'i') return `${owner}.${name}_code`;
  const header = binding.columns.find((bound) => bound.name === name)?.rule.header ?? '';
  return cells.cell(header) === cells.plain(header) ? `d${at}.text_code` : null;
}

/** Decides what is kept of the records of a table, so that each column can be worked out when it is asked for. */
export function keptRecord(
  description: SourceDescription,
  binding: StagedBinding,
  dictionary: Dictionary,
  reading: Reading,
  fileKey: readonly string[],
  coded: CodedWords,
): KeptRecord {
  const { record } = reading;
  const definitions = definitionsOf(binding, dictionary, reading);
  const inputs = new Map<string, KeptInput>();
  const shown = (sql: string): string =>
    replaceInputs(writtenOut(sql, definitions), (input) => {
      const before = inputs.get(input);
      if (before) return before.shown;
      const name = later.get(input) ?? input.replace('.', '_').replace(/^i_/, '');
      const code = codeOf(input, binding, dictionary, reading, coded);
      const own = `i.${name}`;
      const one = {
        name,
        kept: later.has(input) ? null : (code ?? input),
        shown: code === null ? own : `cast(${own} as VARCHAR)`,
      };
      inputs.set(input, one);
      return one.shown;
    });
  const filled = (column: string): string => record.get(column) ?? 'NULL';
  const { file, sheet } = binding.table;
  const own: Readonly<Record<string, string>> = {
    id: idSql(
      keySql(description, fileKey, reading.cells),
      'cast(coalesce(i.occurrence, 1) as VARCHAR)',
    ),
    source: dialect.literal(description.id),
    ...(description.record === 'observation'
      ? {
          freq: `coalesce(${filled('freq')}, i.span)`,
          status: `coalesce(${filled('status')}, ${missingStatus(filled('missing'))})`,
        }
      : {}),
    origin_file: dialect.literal(file),
    origin_sheet: dialect.literal(sheet),
    origin_line: 'i.line',
    origin_column: 'i.shown',
    origin_raw: "coalesce(i.raw, '')",
  };
  const columns = recordTables[description.record].columns.map(
    ({ name, type }) => [name, `cast(${shown(own[name] ?? filled(name))} as ${type})`] as const,
  );
  return { inputs: [...inputs.values()], columns };
}
