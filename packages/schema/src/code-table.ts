import { type CodeEntry, type CodeList, codeList } from './code-list.ts';
import { UsageError } from './errors.ts';
import { foldText } from './fold-text.ts';
import type { Text } from './language.ts';

/** The parts of a cell that holds a list ("coke; coca"). */
export function partsOf(cell: string | undefined): readonly string[] {
  return (cell ?? '')
    .split(';')
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

/**
 * The rows of a table written as a person reviews it: a line a row, cells between bars.
 * Throws UsageError for a row that has another number of cells than `columns`.
 */
export function tableRows(table: string, columns: number): readonly (readonly string[])[] {
  return table
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const cells = line.split('|').map((cell) => cell.trim());
      if (cells.length !== columns)
        throw new UsageError(`Expected ${columns} cells, found ${cells.length}: ${line.trim()}`);
      return cells;
    });
}

/** Labels in the order nl, fr, de, en. */
export function textOf(cells: readonly (string | undefined)[]): Text {
  const [nl = '', fr = '', de = '', en = ''] = cells;
  return { nl, fr, de, en };
}

/** Those names that add something to a label and to each other. */
export function furtherNames(label: Text, names: readonly string[]): readonly string[] {
  const known = new Set(['', ...Object.values(label).map(foldText)]);
  return names.filter((name) => {
    const key = foldText(name);
    const isNew = !known.has(key);
    known.add(key);
    return isNew;
  });
}

/**
 * A code list of words alone. Each row holds the labels nl | fr | de | en, and where there are any, the synonyms
 * as a fifth cell. The type makes sure that every code of a union has its row.
 */
export function wordList<Code extends string>(
  name: string,
  rows: Readonly<Record<Code, string>>,
): CodeList<CodeEntry<Code>> {
  const entries = Object.entries<string>(rows).map(([code, row]) => {
    const cells = row.split('|').map((cell) => cell.trim());
    return { code: code as Code, label: textOf(cells), synonyms: partsOf(cells[4]) };
  });
  return codeList(name, entries);
}
