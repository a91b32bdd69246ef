import { type FileHead, makeColumns } from '@samenbeeld/read';
import { InputError } from '@samenbeeld/schema';
import { bindColumns } from '../compile/bind-columns.ts';
import type { Binding } from '../compile/binding.ts';
import type { SourceDescription } from '../description/description.ts';
import { manyColumns } from './cells-as-rows.ts';
import { canBeCodes, fewTexts, mostTexts } from './foresee-codes.ts';
import { foreseeDays } from './foresee-days.ts';
import type { ShortForm, TableHead } from './staged-table.ts';
import { textsAsked } from './texts-asked.ts';

/** The columns of a file joined to the description before its rows are read; null where they do not fit. */
function foreseenBinding(
  file: string,
  { headers, rows, width }: FileHead,
  description: SourceDescription,
): Binding<TableHead> | null {
  const columns = makeColumns(headers, width, (index) =>
    rows.some((cells) => (cells[index] ?? null) !== null),
  );
  const lines = { total: 0, title: 0, header: 0, footer: 0, blank: 0, data: 0 };
  const head = { file, sheet: null, columns, lines, sha256: '', notes: [], rejects: [] };
  try {
    return bindColumns(head, description);
  } catch (error) {
    if (error instanceof InputError) return null;
    throw error;
  }
}

/** Texts that a column of few is expected to hold: those of the beginning, and days beside the days. */
function foreseenTexts(
  { rows }: FileHead,
  { columns }: Binding<TableHead>,
  index: number,
): readonly string[] | null {
  const seen = fewTexts(rows, index);
  if (!seen) return null;
  const mappings = columns.find(({ column }) => column.index === index)?.rule.mappings ?? [];
  const date = mappings.find(({ as }) => as === 'date');
  const days = date ? foreseeDays(seen, date.formats, mostTexts - seen.size) : [];
  const texts = [...seen, ...days].sort();
  return canBeCodes(texts) ? texts : null;
}

/**
 * Decides, by the headings and the beginning of a file, how its cells are kept while they are read: as codes where a
 * column is translated text by text and has few, as numbers too where the one value column holds plain figures. A
 * guess may be wrong; then more is looked at later. Other columns stay text, and all of a file that does not fit.
 */
export function foreseeForm(
  file: string,
  head: FileHead,
  description: SourceDescription,
): ShortForm {
  const coded = new Map<number, readonly string[]>();
  const binding = foreseenBinding(file, head, description);
  if (!binding) return { coded, figure: null };
  const [slot, ...others] = binding.slots;
  const single = slot && others.length === 0 && slot.mapping.as !== 'quantity';
  const figure = single ? { index: slot.column.index, mapping: slot.mapping } : null;
  for (const index of textsAsked(binding, description).slice(0, manyColumns)) {
    const texts = index === figure?.index ? null : foreseenTexts(head, binding, index);
    if (texts) coded.set(index, texts);
  }
  return { coded, figure };
}
