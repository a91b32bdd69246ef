import { dialect, type Engine } from '@samenbeeld/engine';
import {
  type ColumnUse,
  detectPersonalData,
  type Issue,
  mayBePersonal,
  namesPerson,
  withheldNames,
} from '@samenbeeld/schema';
import type { BoundColumn, StagedBinding } from './compile/binding.ts';
import { cellText } from './compile/cell-text.ts';
import { writtenAs } from './compile/dictionary.ts';
import type { Stage } from './compile/stage-table.ts';
import type { Parser, SourceDescription } from './description/description.ts';
import { inMemory } from './stage/blanks.ts';
import { askCells, readAsRows } from './stage/cells-as-rows.ts';
import {
  figureColumn,
  heldCells,
  stagedRows,
  type TableHead,
  textColumn,
} from './stage/staged-table.ts';

const repair =
  'take the personal data out at the source and deliver the row again; or ignore the column with a reason and `screen: report`, then nothing of it is kept; or write `screen: false` on it, where it cannot hold any';
const ignoredRepair =
  'take the personal data out at the source and deliver the row again; or write `screen: report` beside the column’s `ignore`: nothing of it is kept, so its rows may be; or `screen: false`, where it cannot hold any';
const reportedRepair =
  'have the publisher leave the column out; where it cannot hold personal data, write `screen: false` beside its `ignore`';

/** A bound table before anybody knows where its personal data are. */
type ScreenedBinding = Omit<StagedBinding, 'personal' | 'named'>;

/** The first detector that a text sets off, or null. */
export function detectorOf(text: string, column: ColumnUse): string | null {
  return detectPersonalData(text, { column })[0]?.detector ?? null;
}

/** A text that may be shown: unchanged, or null where a detector goes off or a person is named. */
export function showable(text: string | null): string | null {
  if (text === null || detectorOf(text, 'free-text') !== null) return null;
  return namesPerson(text) ? null : text;
}

const figures: ReadonlySet<Parser> = new Set<Parser>(['integer', 'number', 'hash']);

async function hasWords(engine: Engine, binding: ScreenedBinding, index: number): Promise<boolean> {
  const { held } = binding.staged;
  if (held) return heldCells(held, index).some((cell) => cell !== null && /\p{L}/u.test(cell));
  const name = textColumn(index);
  const found = await engine.rows(
    `select 1 as found from ${stagedRows(binding.staged)} where ${dialect.regexFind(name, '\\pL')} limit 1`,
  );
  return found.length > 0;
}

/** What a column is for; null where it is not looked at. References and container numbers are kept as hashes only. */
async function useOf(
  engine: Engine,
  binding: ScreenedBinding,
  { rule, column }: BoundColumn,
): Promise<ColumnUse | null> {
  if (!rule.screen) return null;
  const kinds = rule.mappings.filter(({ screen }) => screen).map(({ as }) => as);
  if (rule.ignore === null && kinds.every((as) => as === 'hash')) return null;
  if (kinds.some((as) => as === 'string' || as === 'quantity')) return 'free-text';
  if (kinds.includes('code')) return 'code';
  if (kinds.some((as) => !figures.has(as))) return 'free-text';
  const words = rule.ignore !== null && (await hasWords(engine, binding, column.index));
  return words ? 'free-text' : 'number';
}

/** Figures that are nobody's number: too short, or with one decimal mark. */
const plainFigure = /^(?:[\d.,' \u00a0\u202f+-]{1,10}|-?\d{1,9}[.,]\d+)$/u;

/** As many letters of a plain figure are nobody's number, whatever they are. */
const shortFigure = 10;

/** So many texts are looked at one by one sooner than the engine has searched the column. */
const few = 20_000;

/** In a table of so few rows texts are told apart first and searched then: a search costs more than a comparison, and most texts return. */
const searchedOnce = 100_000;

/** Distinct texts of a column in which an expression finds something, among the rows of which `where` holds. */
async function textsFound(
  engine: Engine,
  { staged }: ScreenedBinding,
  index: number,
  expression: string,
  where = 'true',
): Promise<readonly string[]> {
  if (staged.held) {
    const test = inMemory(expression);
    const cells = new Set(heldCells(staged.held, index));
    return [...cells].filter((cell) => cell !== null && test.test(cell)) as string[];
  }
  const name = textColumn(index);
  const texts = `select distinct ${name} as text from ${stagedRows(staged)} where ${where}`;
  const found = await engine.rows<{ text: string }>(
    staged.size > searchedOnce
      ? `${texts} and ${dialect.regexFind(name, expression)}`
      : `with t as materialized (${texts}) select text from t where ${dialect.regexFind('text', expression)}`,
  );
  return found.map(({ text }) => text);
}

/** Indexes of the columns in which the engine finds what may set a detector off; all where they are few. */
async function columnsToSearch(
  engine: Engine,
  { staged, texts }: ScreenedBinding,
  indexes: readonly number[],
): Promise<ReadonlySet<number>> {
  if (staged.held || !readAsRows(staged, indexes.length)) return new Set(indexes);
  const found = await askCells<{ name: string }>(
    engine,
    staged,
    indexes,
    (cells) =>
      `select distinct i.name from ${cells} i where ${dialect.regexFind('i.cell', mayBePersonal)}`,
  );
  const names = new Set(found.map(({ name }) => name));
  return new Set(indexes.filter((index) => texts.has(index) || names.has(textColumn(index))));
}

/** Cells of a column, letter for letter, that set a detector off. The engine leaves out those that cannot. */
async function detected(
  engine: Engine,
  binding: ScreenedBinding,
  index: number,
  use: ColumnUse,
): Promise<readonly (readonly [text: string, detector: string])[]> {
  const name = textColumn(index);
  const { figure } = binding.staged;
  const others =
    use === 'number' && figure?.index === index
      ? `(${figureColumn(index)} is null or length(${name}) > ${shortFigure})`
      : undefined;
  const known = binding.texts.get(index);
  const candidates =
    known && !known.untrimmed && known.seen.size <= few
      ? [...known.seen.keys()]
      : await textsFound(engine, binding, index, mayBePersonal, others);
  return candidates.flatMap((text) => {
    const cell = cellText(text);
    if (cell === null || (use === 'number' && plainFigure.test(cell))) return [];
    const detector = detectorOf(cell, use);
    return detector === null ? [] : [[text, detector] as const];
  });
}

/** A cell that looks like personal data: its place and the detector, nothing else. */
interface Hit {
  readonly at: number;
  readonly row_no: number;
  readonly line: number;
  readonly detector: string;
}

interface Screened {
  readonly index: number;
  readonly shown: string;
  readonly use: ColumnUse;
  readonly ignored: boolean;
  /** Nothing of it is kept, and a person has said that its hits keep no row out. */
  readonly reported: boolean;
}

/** Hits in columns of which nothing is kept, one warning for each column and detector: nothing of them is kept. */
function reportedIssues(
  hits: readonly Hit[],
  columns: readonly Screened[],
  { file, sheet }: TableHead,
): readonly Issue[] {
  const groups = new Map<string, { readonly first: Hit; cells: number }>();
  for (const hit of hits) {
    const key = `${hit.at} ${hit.detector}`;
    const group = groups.get(key);
    if (group) group.cells += 1;
    else groups.set(key, { first: hit, cells: 1 });
  }
  return [...groups.values()].map(({ first: { at, line, detector }, cells }) => ({
    file,
    sheet,
    line,
    column: columns[at]?.shown ?? null,
    value: null,
    rule: `personal-data.${detector}`,
    severity: 'warning',
    message: `${cells === 1 ? '1 cell looks' : `${cells} cells look`} like personal data (${detector}); the column is ignored, so that nothing of it is kept or shown, and its rows are`,
    repair: reportedRepair,
  }));
}

const namedRepair =
  'none needed; where what is left out names nobody, write `screen: false` on the column';
const keyRepair =
  'leave names out of the key at the source, or keep a `reference` with `as: hash`; where it names nobody, write `screen: false` on the column';

/**
 * Finds the cells of columns of words and keys that seem to name persons: their rows stay, and one warning a column says how many.
 * What is kept of words is noted in a table; a key stays as it is.
 */
async function withoutNamed(
  engine: Engine,
  stage: Stage,
  binding: ScreenedBinding,
  record: SourceDescription['record'],
  someKeptOut: boolean,
): Promise<Pick<Screening, 'issues' | 'named'>> {
  const { staged, table, texts } = binding;
  const kept = new Map<string, string>();
  const found: { readonly bound: BoundColumn; readonly isKey: boolean }[] = [];
  for (const bound of binding.columns) {
    const { rule, column } = bound;
    const written = rule.screen
      ? rule.mappings.flatMap((each) => (each.screen && writtenAs(record, each)) || [])
      : [];
    if (written.length === 0) continue;
    const known = texts.get(column.index)?.seen.keys();
    const candidates = known
      ? [...known]
      : await textsFound(engine, binding, column.index, '[^\\s\\p{Z}.:,=][\\s\\p{Z}.:,=]');
    let any = false;
    for (const text of candidates) {
      const cell = cellText(text);
      const shown = cell === null ? null : withheldNames(cell);
      if (cell === null || shown === null || shown === cell) continue;
      any = true;
      kept.set(cell, shown).set(text, shown);
    }
    if (any) found.push({ bound, isKey: !written.includes('words') });
  }
  if (found.length === 0) return { issues: [], named: new Set() };
  await engine.insert(
    stage.named,
    [
      { name: 'text', type: 'VARCHAR' },
      { name: 'kept', type: 'VARCHAR' },
    ],
    kept,
  );
  const issues: Issue[] = [];
  for (const { bound, isKey } of found) {
    const [counted] = await engine.rows<{ cells: number; line: number }>(
      `select count(*) as cells, min(r.line) as line from ${stagedRows(staged)} r join ${stage.named} n on n.text = r.${textColumn(bound.column.index)}${someKeptOut ? ` where r.row_no not in (select row_no from ${stage.quarantine})` : ''}`,
    );
    const cells = Number(counted?.cells ?? 0);
    // Of a row that is kept out nothing is kept, and no more is said of it.
    if (cells === 0) continue;
    const seem = `${cells === 1 ? '1 cell holds' : `${cells} cells hold`} what looks like the name of a person`;
    issues.push({
      file: table.file,
      sheet: table.sheet,
      line: counted?.line ?? null,
      column: bound.shown,
      value: null,
      rule: isKey ? 'personal-data.name-in-key' : 'personal-data.name',
      severity: 'warning',
      message: isKey
        ? `${seem}, in a key: a key is kept as it is written, because two would become one`
        : `${seem}: each is kept as "(not shown)", and the rows are kept`,
      repair: isKey ? keyRepair : namedRepair,
    });
  }
  const words = found.filter(({ isKey }) => !isKey);
  return { issues, named: new Set(words.map(({ bound }) => bound.column.index)) };
}

/** What a search for personal data finds. */
export interface Screening {
  readonly issues: readonly Issue[];
  /** Indexes of the columns with hits, and of those that may have had some in lines that are no data. */
  readonly personal: ReadonlySet<number>;
  /** Indexes of the columns of words in which persons are named. */
  readonly named: ReadonlySet<number>;
}

/** Whether a code stands for a text that no data row holds and that looks like personal data: a footer may. */
function isPersonalBeside({ staged, texts }: ScreenedBinding, index: number): boolean {
  const seen = texts.get(index)?.seen;
  const beside = (staged.coded.get(index) ?? []).filter((text) => !seen?.has(text));
  return beside.some((text) => showable(text) === null);
}

/**
 * Finds the rows that hold what looks like personal data, notes their numbers in the table of the quarantine, and
 * yields an issue for each cell; the value is never shown. An ignored column with `screen: report` keeps no row out: nothing
 * of it is kept, and its hits are a warning.
 */
export async function screenRows(
  engine: Engine,
  stage: Stage,
  binding: ScreenedBinding,
  record: SourceDescription['record'],
): Promise<Screening> {
  const { table, staged } = binding;
  const columns: Screened[] = [];
  for (const bound of binding.columns) {
    const use = await useOf(engine, binding, bound);
    const { ignore, screen } = bound.rule;
    const ignored = ignore !== null;
    const reported = ignored && screen === 'report';
    if (use)
      columns.push({ index: bound.column.index, shown: bound.shown, use, ignored, reported });
  }
  for (const { header, column, shown } of binding.slots)
    if (header === null)
      columns.push({ index: column.index, shown, use: 'number', ignored: false, reported: false });
  const hits: Hit[] = [];
  const searched = await columnsToSearch(
    engine,
    binding,
    columns.map(({ index }) => index),
  );
  for (const [at, { index, use }] of columns.entries()) {
    if (!searched.has(index)) continue;
    const texts = await detected(engine, binding, index, use);
    if (texts.length === 0) continue;
    await engine.run(`drop table if exists ${stage.flagged}`);
    await engine.insert(
      stage.flagged,
      [
        { name: 'cell', type: 'VARCHAR' },
        { name: 'detector', type: 'VARCHAR' },
      ],
      texts,
    );
    const found = await engine.rows<Omit<Hit, 'at'>>(
      `select r.row_no, r.line, f.detector from ${stagedRows(staged)} r join ${stage.flagged} f on f.cell = r.${textColumn(index)} order by r.row_no`,
    );
    for (const hit of found) hits.push({ ...hit, at });
  }
  const kept = hits.filter(({ at }) => !columns[at]?.reported);
  const first = new Map<number, string>();
  for (const { row_no, detector } of kept) if (!first.has(row_no)) first.set(row_no, detector);
  if (first.size > 0)
    await engine.insert(
      stage.quarantine,
      [
        { name: 'row_no', type: 'INTEGER' },
        { name: 'detector', type: 'VARCHAR' },
      ],
      first,
    );
  const rejections = kept.map(
    ({ at, line, detector }): Issue => ({
      file: table.file,
      sheet: table.sheet,
      line,
      column: columns[at]?.shown ?? null,
      value: null,
      rule: `personal-data.${detector}`,
      severity: 'rejection',
      message: `looks like personal data (${detector}); the whole row is kept out and the value is not shown`,
      repair: columns[at]?.ignored ? ignoredRepair : repair,
    }),
  );
  const others = hits.filter(({ at, row_no }) => columns[at]?.reported && !first.has(row_no));
  const names = await withoutNamed(engine, stage, binding, record, first.size > 0);
  return {
    issues: [...rejections, ...reportedIssues(others, columns, table), ...names.issues],
    named: names.named,
    personal: new Set([
      ...names.named,
      ...hits.flatMap(({ at }) => columns[at]?.index ?? []),
      ...[...staged.coded.keys()].filter((index) => isPersonalBeside(binding, index)),
    ]),
  };
}
