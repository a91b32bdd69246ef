import type { ReadColumn, ReadRow } from './table.ts';

/** Codes and labels told apart, where a column holds both as "A: Annual". */
export interface SdmxColumn {
  /** Identifier of the component, without label and marks. */
  readonly id: string;
  /** Cells are "code: label". */
  readonly both: boolean;
}

const header = /^(?<id>[A-Za-z][\w@$-]*)(?<marks>\[.?\])?(?:: (?<label>.+))?$/s;
const cell = /^(?<code>[\w@$+.:()-]*?): ?(?<label>.*)$/s;

/** A code and its label; null where the cell is no such pair. */
export function splitLabel(text: string): readonly [code: string, label: string] | null {
  const groups = cell.exec(text)?.groups;
  return groups?.['code'] ? [groups['code'], groups['label'] ?? ''] : null;
}

/** Every cell is a pair, and a code has one label: a remark that happens to hold a colon is no pair. */
function holdsPairs(index: number, rows: readonly ReadRow[]): boolean {
  const labels = new Map<string, string>();
  for (const { cells } of rows) {
    const text = cells[index] ?? null;
    if (text === null) continue;
    const pair = splitLabel(text);
    if (!pair) return false;
    const [code, label] = pair;
    if ((labels.get(code) ?? label) !== label) return false;
    labels.set(code, label);
  }
  return labels.size > 0;
}

/** What a column of SDMX-CSV is, by its header and its cells. */
export function sdmxColumn({ index, headers }: ReadColumn, rows: readonly ReadRow[]): SdmxColumn {
  const text = headers.at(-1) ?? '';
  const { id, label } = header.exec(text)?.groups ?? {};
  if (id === undefined) return { id: text, both: false };
  return { id, both: label !== undefined && holdsPairs(index, rows) };
}
