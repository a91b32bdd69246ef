import { basename } from 'node:path';
import { dialect, type Engine } from '@samenbeeld/engine';
import { expression } from '@samenbeeld/read';
import {
  freqOf,
  InputError,
  type Issue,
  inEach,
  inFour,
  ownValue,
  type Text,
} from '@samenbeeld/schema';
import { resolveCell } from './cell/resolve-cell.ts';
import type { Resolved } from './cell/resolved.ts';
import { type Binding, hasFewItems, type StagedBinding } from './compile/binding.ts';
import { cellsSql } from './compile/cells-sql.ts';
import { cellCodes, oneOfCodes } from './compile/coded-cells.ts';
import { type CodedWords, codedWords } from './compile/coded-words.ts';
import { conditionSql, isOneOf, type OneOf, whereSql } from './compile/conditions.ts';
import { buildDictionary, type Dictionary } from './compile/dictionary.ts';
import { fateSql, type KeptRecord, keptRecord, recordColumns } from './compile/kept-record.ts';
import { keyFingerprint, keySql, separator } from './compile/key-sql.ts';
import { brokenParts, problemSql } from './compile/problem-sql.ts';
import { rawRows } from './compile/raw-sql.ts';
import { type ConstantTexts, type Reading, readingOf } from './compile/reading.ts';
import { type Stage, slotColumns, slotRows, stageSlots } from './compile/stage-table.ts';
import type { Constant, SourceDescription } from './description/description.ts';
import { type Field, fields } from './fields.ts';
import { flawWords } from './issue-words.ts';
import { screenRows } from './screen-personal-data.ts';
import { knowCells } from './stage/know-cells.ts';
import type { StagedTable, TableHead } from './stage/staged-table.ts';

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
function readSql(
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
function keyedSql(
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

/** Names the frequency of periods given as two days; '' where the second comes before the first. */
async function stageSpans(engine: Engine, stage: Stage): Promise<void> {
  const spans = await engine.rows<{ start: string; end: string }>(
    `select distinct period_start as start, period_end as "end" from ${stage.read}
where freq is null and period_start is not null and period_end is not null order by period_start, period_end`,
  );
  const text = (name: string): { name: string; type: 'VARCHAR' } => ({ name, type: 'VARCHAR' });
  await engine.insert(
    stage.span,
    [text('period_start'), text('period_end'), text('freq')],
    spans.map(({ start, end }) => [start, end, end < start ? '' : freqOf({ start, end })]),
  );
}

type Where = 'name' | 'sheet' | 'title';

/** Where a constant is found, and the pattern that finds it; null where it is plain. */
function soughtIn(constant: Constant): { readonly where: Where; readonly pattern: string } | null {
  if ('fromFile' in constant) return { where: 'name', pattern: constant.fromFile };
  if ('fromSheet' in constant) return { where: 'sheet', pattern: constant.fromSheet };
  if ('fromTitle' in constant) return { where: 'title', pattern: constant.fromTitle };
  return null;
}

const places: Readonly<Record<Where, { readonly says: Text; readonly repair: Text }>> = {
  name: {
    says: inFour(
      'de naam van het bestand',
      'le nom du fichier',
      'der Name der Datei',
      'the file’s name',
    ),
    repair: inFour(
      'geef het bestand de naam van de uitgever terug',
      'rendez au fichier le nom de l’éditeur',
      'der Datei den Namen des Herausgebers zurückgeben',
      "give the file its publisher's name back",
    ),
  },
  sheet: {
    says: inFour(
      'de naam van het blad',
      'le nom de la feuille',
      'der Name des Blatts',
      'the file’s sheet',
    ),
    repair: inFour(
      'noem de bladen met tabellen in sheetName',
      'nommez dans sheetName les feuilles qui contiennent des tableaux',
      'die Blätter mit Tabellen in sheetName nennen',
      'name the sheets that hold tables in sheetName',
    ),
  },
  title: {
    says: inFour(
      'de tekst boven de tabel',
      'le texte au-dessus du tableau',
      'der Text über der Tabelle',
      'the file’s title',
    ),
    repair: inFour(
      'haal het bestand op met de regels boven zijn tabel',
      'récupérez le fichier avec les lignes au-dessus de son tableau',
      'die Datei mit den Zeilen über ihrer Tabelle abrufen',
      'fetch the file with the lines above its table',
    ),
  },
};

type Flaw = { readonly message: Text; readonly repair: Text };

function absent(
  name: string,
  { where, pattern }: NonNullable<ReturnType<typeof soughtIn>>,
  description: SourceDescription,
): Flaw {
  const { says, repair } = places[where];
  return {
    message: inFour(
      '{where} bevat {name} niet als {pattern}',
      '{where} ne contient pas {name} comme {pattern}',
      '{where} enthält {name} nicht als {pattern}',
      '{where} does not hold the {name} as {pattern}',
      { where: says, name, pattern },
    ),
    repair: inFour(
      '{repair}, of maak van {name} een gewone constante in {file}',
      '{repair}, ou faites de {name} une simple constante dans {file}',
      '{repair} oder {name} in {file} zu einer einfachen Konstante machen',
      '{repair}, or make {name} a plain constant in {file}',
      { repair, name, file: description.file },
    ),
  };
}

/** What the text of a constant says that no record can hold. */
function flawed(where: Text, text: string, flaw: Parameters<typeof flawWords>[1]): Flaw {
  const { message, repair } = flawWords(text, flaw);
  return {
    message: inFour(
      '{where}: {message}',
      '{where} : {message}',
      '{where}: {message}',
      '{where} {message}',
      {
        where,
        message,
      },
    ),
    repair,
  };
}

function resolve(
  constant: Constant,
  text: string,
  field: Field,
  description: SourceDescription,
): Resolved {
  if ('value' in constant && field.kind !== 'time')
    return { values: field.columns.map(() => text || null) };
  return resolveCell(text, constant.mapping, field, description.language);
}

/** Where constants may be sought: the file's name, the sheet's, and the lines above the table. */
interface Titled {
  readonly file: string;
  readonly sheet: string | null;
  readonly titles?: readonly string[];
}

/**
 * The constants of a description as texts by column of the record, those in the name of the file or the sheet or in the
 * title read from it, and the parts of these that belong to each record's key. Throws an InputError where one is missing.
 */
export function fileConstants(
  description: SourceDescription,
  { file, sheet, titles }: Titled,
): { readonly constants: ConstantTexts; readonly key: readonly string[] } {
  // A pattern is written for the name; folders only tell files of one name apart.
  const texts = { name: basename(file), sheet: sheet ?? '', title: titles?.join('\n') ?? '' };
  const constants: Record<string, string | null> = {};
  const key: string[] = [];
  for (const [name, constant] of Object.entries(description.constants)) {
    const field = ownValue(fields[description.record], name);
    if (!field) continue;
    const sought = soughtIn(constant);
    const text = sought
      ? (expression(sought.pattern, 'm').find(texts[sought.where])?.groups[1]?.trim() ?? '')
      : 'value' in constant
        ? constant.value
        : '';
    const refused = ({ message, repair }: Flaw): InputError =>
      new InputError(message, { place: { file, ...(sheet === null ? {} : { sheet }) }, repair });
    if (text === '' && sought) throw refused(absent(name, sought, description));
    const resolved = resolve(constant, text, field, description);
    if ('rule' in resolved) {
      const where = sought ? places[sought.where].says : inEach(() => name);
      throw refused(flawed(where, text, resolved));
    }
    if (sought) key.push(text);
    for (const [at, column] of field.columns.entries())
      constants[column] = resolved.values[at] ?? null;
  }
  return { constants, key };
}

/** One table of one file, read into items: views over its cells in the engine. */
export interface Part {
  readonly stage: Stage;
  readonly binding: StagedBinding;
  readonly dictionary: Dictionary;
  /** Cells that look like personal data. */
  readonly issues: readonly Issue[];
  /** What is kept of its records, where that is not the records themselves. */
  readonly kept: KeptRecord | null;
  /** SQL of a number, over the staged rows, that rows with equal keys share; see `keyFingerprint`. */
  readonly fingerprint: (alone: boolean) => string;
  /** SQL of the keys of the items of some of its rows. */
  readonly keyed: (rows: string) => string;
  /** Makes the views of the items of some rows and their fates. */
  readonly judge: (stage: Pick<Stage, 'raw' | 'read' | 'judged'>) => Promise<void>;
}

/**
 * Describes to the engine how one table becomes items: cells, dictionary, quarantine, reading, fates. Of the records of
 * large tables only what varies is kept (`lean`).
 */
export async function readPart(
  engine: Engine,
  description: SourceDescription,
  bound: Binding<TableHead>,
  staged: StagedTable,
  stage: Stage,
  lean: boolean,
): Promise<Part> {
  const { constants, key } = fileConstants(description, bound.table);
  const known = await knowCells(engine, bound, staged, description);
  const { issues, personal, named } = await screenRows(engine, stage, known, description.record);
  const binding = { ...known, personal, named };
  const dictionary = await buildDictionary(engine, stage.word, binding, description);
  const few = hasFewItems(binding);
  const coded: CodedWords = lean ? await codedWords(engine, stage, binding, dictionary) : new Map();
  await stageSlots(engine, stage, binding, dictionary);
  await engine.run(`create temporary view ${stage.raw} as ${rawRows(binding, 'described')}`);
  const quarantined = issues.some(({ severity }) => severity === 'rejection');
  const reading = readingOf(description, binding, dictionary, constants, coded, lean);
  const kept = lean ? keptRecord(description, binding, dictionary, reading, key, coded) : null;
  const readView = async (at: Stage, written: boolean): Promise<void> => {
    const sql = readSql(at, description, binding, dictionary, reading, key, quarantined, kept);
    if (written) await engine.run(`create temporary table ${at.items} as ${sql}`);
    await engine.run(
      `create temporary view ${at.read} as ${written ? `select * from ${at.items}` : sql}`,
    );
  };
  const fateView = (at: Stage): Promise<void> => engine.run(fateSql(at, description, kept));
  await readView(stage, few);
  if (description.record === 'observation') await stageSpans(engine, stage);
  await fateView(stage);
  return {
    stage,
    binding,
    dictionary,
    issues,
    kept,
    fingerprint: (alone) => keyFingerprint(description, key, binding, alone),
    keyed: (rows) => keyedSql(stage, rows, description, binding, dictionary, key),
    judge: async (views) => {
      await readView({ ...stage, ...views }, false);
      await fateView({ ...stage, ...views });
    },
  };
}
