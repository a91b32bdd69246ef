import {
  type Binding,
  bindFile,
  cellText,
  foldColumn,
  headingsOf,
  namedFiles,
  type SourceDescription,
} from '@samenbeeld/ingest';
import { expression } from '@samenbeeld/read';
import type { Decision } from '@samenbeeld/schema';
import type { LabelUse } from '../label-use.ts';
import { CellCount, type ReadCell, rowTest, SlipCount } from './cell-count.ts';
import { correctedCells, indexesOf } from './corrected-cells.ts';
import type { DecidedCorrection } from './decided-corrections.ts';

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
  const coded = columns.filter(({ rule }) => rule.mappings.some(({ as }) => as === 'code'));
  const excluded = source.exclusions
    .filter(({ columns: only }) => only.length === 0)
    .map(({ where }) => rowTest(where));
  const asked = slips.map((slip) => ({ ...slip, here: rowTest(slip.correction.where) }));
  const correct = correctedCells(binding, source);
  for (const row of table.rows) {
    const plain: ReadCell = (header) => cellText(row.cells[at.get(header) ?? -1]) ?? '';
    for (const { decision, says, here } of asked)
      if (here(plain)) counted.add(decision, plain(says.column), says.from, says.to);
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
