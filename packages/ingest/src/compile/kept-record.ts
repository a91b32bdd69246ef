import { dialect } from '@samenbeeld/engine';
import { isMass, type observationTable, units } from '@samenbeeld/schema';
import type { SourceDescription } from '../description/description.ts';
import { recordTables } from '../fields.ts';
import type { StagedBinding } from './binding.ts';
import { codesOf } from './coded-cells.ts';
import type { CodedWords } from './coded-words.ts';
import { isOneOf } from './conditions.ts';
import type { Dictionary } from './dictionary.ts';
import { idSql, keySql } from './key-sql.ts';
import { problemAt } from './problem-sql.ts';
import type { Reading } from './reading.ts';
import { type Stage, slotColumns, slotRows } from './stage-table.ts';

/** SQL of the status of an observation where the source gives no flag (SDMX CL_OBS_STATUS), by why it is missing. */
function missingStatus(missing: string): string {
  return `case when ${missing} is null then 'A' when ${missing} = 'not_collected' then 'L' when ${missing} = 'not_applicable' then 'M' else 'O' end`;
}

const isWhole = 'quarantined is null and excluded is null and problem is null';

/** The side of each total that is left out, as a rule name. Only items that would be accepted count as given. */
function totalsSql({ totals }: SourceDescription, value: string): readonly string[] {
  return totals.map(({ rule, use }, index) => {
    const [winner, loser] = use === 'total' ? ['total', 'part'] : ['part', 'total'];
    const given = `max(case when ${winner}_${index} and ${isWhole} and ${value} is not null then 1 else 0 end) over (partition by within_${index}, slot)`;
    return `when ${loser}_${index} and ${given} = 1 then ${dialect.literal(rule)}`;
  });
}

const masses = units.flatMap(({ code, digits, exponent }) =>
  isMass(code) ? [{ code: dialect.literal(code), scale: `${digits}e${exponent}` }] : [],
);

/** What two figures of one find may differ in: how it was weighed, and how that is written. */
const weighing: ReadonlySet<string> = new Set([
  ...['quantity', 'unit', 'missing', 'mass_basis', 'estimated'],
  ...['printed', 'wording', 'wording_printed'],
]);

/**
 * Of a find that one row weighs more than once, what is left out: the net weight stands, else one of which nobody says how it
 * was weighed, else the gross one, and of nought and a weight the weight. Of the same weight in two columns the first stands, where
 * nothing else sets them apart. Two records of it would be two finds.
 */
function weighedTwiceSql(description: SourceDescription): readonly string[] {
  const { record, columns, folds } = description;
  const values = columns.flatMap(({ mappings }) => mappings.filter(({ to }) => to === 'value'));
  const isFolded = (field: string): boolean =>
    folds.some(({ groups }) => groups[field] !== undefined);
  const isTold =
    (values.length > 1 && values.some(({ set }) => set['massBasis'] !== undefined)) ||
    isFolded('massBasis');
  if (record !== 'seizure') return [];
  const codes = masses.map(({ code }) => code).join(', ');
  const way = "case mass_basis when 'net' then 0 when 'gross' then 2 else 1 end";
  const empty = 'case when quantity is null then 6 when quantity = 0 then 3 else 0 end';
  const given = `case when ${isWhole} and (unit is null or unit in (${codes})) then ${way} + ${empty} end`;
  const best = `min(${given}) over (partition by row_no, substance, place, date, basis)`;
  const scales = masses.map(({ code, scale }) => `when ${code} then ${scale}`).join(' ');
  const weight = `round(cast(quantity as DOUBLE) * case unit ${scales} end, 9)`;
  const own = recordColumns(description).flatMap(({ name }) => (weighing.has(name) ? [] : [name]));
  const isWeight = `${isWhole} and quantity is not null and unit in (${codes})`;
  const alike = ['row_no', ...own, way, weight, isWeight].join(', ');
  return [
    ...(isTold ? [`when ${given} % 3 <> ${best} % 3 then 'weighed-otherwise'`] : []),
    ...(values.length > 1 || isFolded('unit')
      ? [
          `when ${isWeight} and row_number() over (partition by ${alike} order by slot) > 1 then 'weighed-otherwise'`,
        ]
      : []),
  ];
}

/** The columns of a record that reading fills: all but its id, source and origin. */
export function recordColumns({ record }: SourceDescription): typeof observationTable {
  return recordTables[record].columns.filter(
    ({ name, field }) => !['id', 'source'].includes(name) && !field.startsWith('origin.'),
  );
}

/**
 * The statement that makes the view in which each read item has its one fate: rejected for personal data, excluded by name, rejected for a
 * broken rule, left out beside a total, or accepted. With what is `kept` of its record, where that is not the record.
 */
export function fateSql(
  stage: Stage,
  description: SourceDescription,
  kept: KeptRecord | null,
): string {
  const { value } = recordTables[description.record];
  const cases = [...totalsSql(description, value), ...weighedTwiceSql(description)];
  const leftOut = cases.length > 0 ? `case ${cases.join(' ')} end` : 'cast(NULL as VARCHAR)';
  const spans = description.record === 'observation';
  const reversed = spans ? "p.freq = ''" : 'false';
  const problem = `coalesce(r.problem, case when ${reversed} then 'period.reversed' end)`;
  const columns = recordColumns(description).map(({ name: column }) => {
    if (column === 'freq') return 'coalesce(r.freq, p.freq) as freq';
    if (column === 'status') return `coalesce(r.status, ${missingStatus('r.missing')}) as status`;
    return `r.${column}`;
  });
  const inputs = (kept?.inputs ?? []).flatMap(({ name, kept: sql }) => {
    if (sql !== null) return `r.in_${name}`;
    return name === 'span' ? 'p.freq as in_span' : [];
  });
  const finds = description.exclusions.filter(({ leavesOut }) => leavesOut);
  const isLeftOut =
    description.record === 'seizure' && finds.length > 0
      ? `r.quarantined is null and coalesce(${isOneOf(
          'r.excluded',
          finds.map(({ rule }) => rule),
        )}, false) and (r.broken is null or coalesce(r.publication_restriction, 'none') <> 'none')`
      : 'false';
  return `create temporary view ${stage.judged} as
with judged as (
  select *, ${leftOut} as beside from ${stage.read}
)
select r.row_no, r.line, r.slot, r.shown, coalesce(r.raw, '') as raw, r.record_key,
  case when r.quarantined is not null then 'rejected' when r.excluded is not null then 'excluded' when ${problem} is not null then 'rejected'
    when r.beside is not null then 'excluded' else 'accepted' end as fate,
  r.quarantined is null and r.excluded is null and r.broken is null and r.beside is null${spans ? ` and not coalesce(${reversed}, false)` : ''} as accepted,
  ${isLeftOut} as left_out,
  case when r.quarantined is not null then 'personal-data.' || r.quarantined else coalesce(r.excluded, ${problem}, r.beside) end as fate_rule,
  case when r.quarantined is not null then ${problemAt.personalData} when r.problem is not null then r.problem_at when ${reversed} then ${problemAt.span} end as problem_at,
  ${[...columns, ...inputs].join(', ')}
from judged r${spans ? `\nleft join ${stage.span} p on p.period_start = r.period_start and p.period_end = r.period_end and r.freq is null` : ''}`;
}

/** What a statement of `readSql` reads: a column of the item, of a dictionary, of the words or of the flags. */
const input = /'(?:[^']|'')*'|(?<![\w."])(?:i|d\d+|w|fl)\.\w+/g;

/** An expression with each of its inputs replaced; texts within quotes stay. */
export function replaceInputs(sql: string, replace: (input: string) => string): string {
  return sql.replace(input, (found) => (found.startsWith("'") ? found : replace(found)));
}

/**
 * An expression in which inputs that are worked out from others are written out, until only those are left that are
 * not. Definitions must not go in a circle.
 */
export function writtenOut(sql: string, definitions: ReadonlyMap<string, string>): string {
  return replaceInputs(sql, (found) => {
    const definition = definitions.get(found);
    return definition === undefined || definition === found
      ? found
      : `(${writtenOut(definition, definitions)})`;
  });
}

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
