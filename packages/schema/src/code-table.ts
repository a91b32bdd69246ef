import { type CodeEntry, type CodeList, codeList } from './code-list.ts';
import { foldText } from './fold-text.ts';
import type { Text } from './language.ts';
import { cellParts } from './table-rows.ts';

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
    return { code: code as Code, label: textOf(cells), synonyms: cellParts(cells[4]) };
  });
  return codeList(name, entries);
}
