import { basename } from 'node:path';
import type { Decision } from '@samenbeeld/schema';
import { bindFile } from '../bind-file.ts';
import { headingsOf } from '../compile/bind-columns.ts';
import type { Binding } from '../compile/binding.ts';
import { cellText } from '../compile/cell-text.ts';
import { meets } from '../compile/conditions.ts';
import type { SourceDescription, Where } from '../description/description.ts';
import type { DecidedCorrection } from './decided-corrections.ts';
import { foldColumn } from './decided-labels.ts';

/** Where a label stands: in how many cells, and the first of them. */
export interface LabelUse {
  readonly label: string;
  readonly cells: number;
  readonly file: string;
  readonly line: number | null;
}

/** What the cells say that a correction is about. */
export interface SlipUse {
  /** Rows that meet its conditions. */
  readonly rows: number;
  /** Cells among them that say what is wrong, and what is right. */
  readonly from: number;
  readonly to: number;
  /** What the others say, at most five. */
  readonly others: readonly string[];
}

/** Labels by column, and what became of the cells of corrections. */
export interface CellUse {
  readonly labels: ReadonlyMap<string, ReadonlyMap<string, LabelUse>>;
  readonly slips: ReadonlyMap<Decision, SlipUse>;
}

type Read = (header: string) => string;

function all(where: Where, read: Read): boolean {
  return Object.entries(where).every(([header, condition]) => meets(read(header), condition));
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

/** Counts labels and slips, file by file. */
class Count {
  readonly labels = new Map<string, Map<string, LabelUse>>();
  readonly slips = new Map<
    Decision,
    { rows: number; from: number; to: number; others: Set<string> }
  >();

  label(column: string, label: string, cells: number, file: string, line: number | null): void {
    const known = this.labels.get(column) ?? new Map<string, LabelUse>();
    const before = known.get(label);
    known.set(
      label,
      before ? { ...before, cells: before.cells + cells } : { label, cells, file, line },
    );
    this.labels.set(column, known);
  }

  slip({ decision, says, correction }: DecidedCorrection, read: Read): void {
    if (!all(correction.where, read)) return;
    const known = this.slips.get(decision) ?? {
      rows: 0,
      from: 0,
      to: 0,
      others: new Set<string>(),
    };
    const text = read(says.column);
    known.rows += 1;
    if (text === says.from) known.from += 1;
    else if (text === says.to) known.to += 1;
    else if (known.others.size < 5) known.others.add(text);
    this.slips.set(decision, known);
  }
}

function countRows(
  binding: Binding,
  source: SourceDescription,
  slips: readonly DecidedCorrection[],
  count: Count,
): void {
  const { table, columns } = binding;
  const at = new Map(columns.map(({ rule, column }) => [rule.header, column.index]));
  const coded = columns.filter(({ rule }) => rule.mappings.some(({ as }) => as === 'code'));
  const excluded = source.exclusions.filter(({ columns: only }) => only.length === 0);
  for (const row of table.rows) {
    const plain: Read = (header) => cellText(row.cells[at.get(header) ?? -1]) ?? '';
    for (const slip of slips) count.slip(slip, plain);
    const read: Read = (header) => {
      const text = plain(header);
      const known = source.corrections.find(
        ({ column, from, where }) => column === header && from === text && all(where, plain),
      );
      return known?.to ?? text;
    };
    if (excluded.some(({ where }) => all(where, read))) continue;
    for (const { rule } of coded) {
      const text = read(rule.header);
      if (text !== '') count.label(rule.header, text, 1, table.file, row.line);
    }
  }
}

function countHeadings({ table }: Binding, source: SourceDescription, count: Count): void {
  for (const [column, heading] of headingsOf(table))
    for (const { headers, groups } of source.folds) {
      const match = new RegExp(headers, 'u').exec(heading);
      if (!match) continue;
      const cells = table.rows.filter((row) => cellText(row.cells[column.index]) !== null).length;
      for (const [name, mapping] of Object.entries(groups)) {
        const text = match.groups?.[name]?.trim() ?? '';
        if (mapping.as === 'code' && text !== '')
          count.label(foldColumn(name), text, cells, table.file, null);
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
  const count = new Count();
  const asked = lenient(source);
  const byName = [...files].sort((a, b) => (basename(a) < basename(b) ? -1 : 1));
  for (const path of byName)
    for (const binding of await bindFile(path, asked, catalogue)) {
      countRows(binding, source, slips, count);
      countHeadings(binding, source, count);
    }
  return {
    labels: count.labels,
    slips: new Map(
      [...count.slips].map(([decision, use]) => [
        decision,
        { ...use, others: [...use.others].sort() },
      ]),
    ),
  };
}
