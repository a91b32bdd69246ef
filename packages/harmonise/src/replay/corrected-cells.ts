import {
  type Binding,
  bindFile,
  type Condition,
  cellText,
  foldColumn,
  headingsOf,
  meets,
  namedFiles,
  type SourceDescription,
  type CellConditions as Where,
} from '@samenbeeld/ingest';
import { expression, type ReadRow } from '@samenbeeld/read';
import type { CorrectionDecision, Decision } from '@samenbeeld/schema';
import type { LabelUse } from '../label-use.ts';
import type { DecidedCorrection } from './decided-corrections.ts';
import type { CellAt } from './inapplicable.ts';

/** What the cells say that a correction is about. */
interface SlipUse {
  /** Rows that meet its conditions. */
  readonly rows: number;
  /** Cells among them that say what is wrong, and what is right. */
  readonly from: number;
  readonly to: number;
  /** What the others say, at most five. */
  readonly others: readonly string[];
  /** The first cell that says what is wrong, else the first of all. */
  readonly at: CellAt;
}

/** Labels by column, and what became of the cells of corrections. */
export interface CellUse {
  readonly labels: ReadonlyMap<string, ReadonlyMap<string, LabelUse>>;
  readonly slips: ReadonlyMap<Decision, SlipUse>;
}

/** Unknown headings of folds must not stop the reading: they are what is asked for. */
function lenient(source: SourceDescription): SourceDescription {
  return {
    ...source,
    folds: source.folds.map((fold) => ({
      ...fold,
      groups: Object.fromEntries(
        Object.entries(fold.groups).map(([name, mapping]) => [
          name,
          mapping.as === 'code'
            ? { ...mapping, otherwise: { to: null, reason: 'asked for' } }
            : mapping,
        ]),
      ),
    })),
  };
}

function countRows(
  binding: Binding,
  source: SourceDescription,
  slips: readonly DecidedCorrection[],
  labels: CellCount,
  counted: SlipCount,
): void {
  const { table, columns } = binding;
  const at = indexesOf(binding);
  const letters = new Map([
    ...binding.slots.map(({ heading, column }) => [heading, column.letter] as const),
    ...columns.map(({ rule, column }) => [rule.header, column.letter] as const),
  ]);
  const coded = columns.filter(({ rule }) => rule.mappings.some(({ as }) => as === 'code'));
  const excluded = source.exclusions
    .filter(({ columns: only }) => only.length === 0)
    .map(({ where }) => rowTest(where));
  const asked = slips.map((slip) => ({ ...slip, here: rowTest(slip.correction.where) }));
  const correct = correctedCells(binding, source);
  for (const row of table.rows) {
    const plain: ReadCell = (header) => cellText(row.cells[at.get(header) ?? -1]) ?? '';
    for (const { decision, says, here } of asked)
      if (here(plain)) {
        const { file, sheet } = table;
        const column = letters.get(says.column) ?? '';
        const text = plain(says.column);
        counted.add(decision, says, { file, sheet, line: row.line, column, text });
      }
    const read: ReadCell = (header) => correct(row, header, plain(header));
    if (excluded.some((here) => here(read))) continue;
    for (const { rule } of coded) {
      const text = read(rule.header);
      if (text !== '') labels.add(rule.header, text, 1, table.file, row.line);
    }
  }
}

function countHeadings({ table }: Binding, source: SourceDescription, labels: CellCount): void {
  for (const [column, heading] of headingsOf(table))
    for (const { headers, groups } of source.folds) {
      const match = expression(headers).find(heading);
      if (!match) continue;
      const cells = table.rows.filter((row) => cellText(row.cells[column.index]) !== null).length;
      for (const [name, mapping] of Object.entries(groups)) {
        const text = match.named(name)?.trim() ?? '';
        if (mapping.as === 'code' && text !== '')
          labels.add(foldColumn(name), text, cells, table.file, null);
      }
    }
}

/**
 * Reads files of a source for the labels in its coded columns, in rows that are not left out, after corrections, and for
 * the cells that decided corrections are about.
 */
export async function cellUse(
  source: SourceDescription,
  files: readonly string[],
  slips: readonly DecidedCorrection[],
  catalogue: () => readonly SourceDescription[],
): Promise<CellUse> {
  const labels = new CellCount();
  const counted = new SlipCount();
  const asked = lenient(source);
  for (const file of namedFiles(files))
    for (const binding of await bindFile(file, asked, catalogue)) {
      countRows(binding, source, slips, labels, counted);
      countHeadings(binding, source, labels);
    }
  return { labels: labels.result, slips: counted.result };
}

/** The text of a row's cell by heading, trimmed. */
export type ReadCell = (header: string) => string;

function tester(condition: Condition): (text: string) => boolean {
  if ('texts' in condition) {
    const texts = new Set(condition.texts);
    return (text) => texts.has(text);
  }
  return (text) => meets(text, condition);
}

/** Conditions made ready to be asked of many rows. */
export function rowTest(where: Where): (read: ReadCell) => boolean {
  const tests = Object.entries(where).map(
    ([header, condition]) => [header, tester(condition)] as const,
  );
  return (read) => tests.every(([header, test]) => test(read(header)));
}

interface Counted {
  readonly label: string;
  cells: number;
  readonly file: string;
  readonly line: number | null;
}

/** Counts the labels of columns, each with its first place. */
export class CellCount {
  readonly #columns = new Map<string, Map<string, Counted>>();

  add(column: string, label: string, cells: number, file: string, line: number | null): void {
    let known = this.#columns.get(column);
    if (!known) {
      known = new Map();
      this.#columns.set(column, known);
    }
    const before = known.get(label);
    if (before) before.cells += cells;
    else known.set(label, { label, cells, file, line });
  }

  get result(): ReadonlyMap<string, ReadonlyMap<string, LabelUse>> {
    return this.#columns;
  }
}

/** Counts what the cells say that corrections are about. */
export class SlipCount {
  readonly #known = new Map<
    Decision,
    { rows: number; from: number; to: number; others: Set<string>; at: CellAt }
  >();

  add(decision: Decision, { from, to }: Pick<CorrectionDecision, 'from' | 'to'>, at: CellAt): void {
    let known = this.#known.get(decision);
    if (!known) {
      known = { rows: 0, from: 0, to: 0, others: new Set(), at };
      this.#known.set(decision, known);
    }
    const { text } = at;
    if (text === from && known.from === 0) known.at = at;
    known.rows += 1;
    if (text === from) known.from += 1;
    else if (text === to) known.to += 1;
    else if (known.others.size < 5) known.others.add(text);
  }

  get result(): ReadonlyMap<Decision, SlipUse> {
    return new Map(
      [...this.#known].map(([decision, { others, ...counts }]) => [
        decision,
        { ...counts, others: [...others].sort() },
      ]),
    );
  }
}

/** Where the cells that corrections can name stand in a row, by heading: described columns, and those that a fold takes. */
export function indexesOf({ columns, slots }: Binding): ReadonlyMap<string, number> {
  return new Map([
    ...slots.map(({ heading, column }) => [heading, column.index] as const),
    ...columns.map(({ rule, column }) => [rule.header, column.index] as const),
  ]);
}

/** How the cells of a table read once the description's corrections are made, by heading. */
export function correctedCells(
  binding: Binding,
  { corrections }: SourceDescription,
): (row: ReadRow, heading: string, text: string) => string {
  const at = indexesOf(binding);
  const prepared = corrections.map(({ column, from, to, where }) => ({
    key: `${column}\u0000${from}`,
    to,
    here: rowTest(where),
  }));
  const byCell = new Map<string, (typeof prepared)[number][]>();
  for (const one of prepared) {
    const list = byCell.get(one.key);
    if (list) list.push(one);
    else byCell.set(one.key, [one]);
  }
  return (row, heading, text) =>
    byCell
      .get(`${heading}\u0000${text}`)
      ?.find(({ here }) => here((header) => cellText(row.cells[at.get(header) ?? -1]) ?? ''))?.to ??
    text;
}
