import {
  fields,
  headingsOf,
  mappingOf,
  resolveCell,
  type WrittenMapping,
} from '@samenbeeld/ingest';
import type { ReadTable } from '@samenbeeld/read';
import { inEach, type Language, ownValue } from '@samenbeeld/schema';
import type { ColumnGuess } from './column.ts';
import { fieldIn, inLanguage, partsOf, type WrittenPart } from './written.ts';

type Mapping = WrittenPart & WrittenMapping;

/** What a guess writes is in the words of the schema: with a field it is a mapping. */
function isMapping(part: WrittenPart): part is Mapping {
  return fieldIn(part) !== null;
}

/** The mappings a guess proposes; none where the column is ignored or a fold. */
export function mappingsOf({ kind, written }: ColumnGuess): readonly Mapping[] {
  if (kind === 'fold' || written === null) return [];
  return partsOf(written).filter(isMapping);
}

/** What a label becomes by a mapping: a code, null where the field stays empty, or undefined where it is rejected. */
export function codeBy(
  written: WrittenMapping,
  { headings, crosswalks }: Pick<ColumnGuess, 'headings' | 'crosswalks'>,
  record: 'observation' | 'seizure',
  language: Language,
): (label: string) => string | null | undefined {
  const field = ownValue(fields[record], written.to);
  if (!field) return () => null;
  const mapping = mappingOf(
    inLanguage(written, 'en'),
    inEach(() => headings[0] ?? ''),
    {
      fields: fields[record],
      file: '',
      // What is noted beside a code does not change it.
      crosswalk: (name) => ({
        file: name,
        rows: (crosswalks.find(({ file }) => file === name)?.rows ?? []).map((row) => ({
          ...row,
          note: null,
        })),
      }),
    },
  );
  return (label) => {
    const resolved = resolveCell(label, mapping, field, language, false);
    return 'rule' in resolved ? undefined : (resolved.values[0] ?? null);
  };
}

/** What each label of a column becomes in the field that its guess feeds first, as `codeBy` says it. */
export function codesOf(
  labels: readonly string[],
  guess: ColumnGuess,
  record: 'observation' | 'seizure',
  language: Language,
): ReadonlyMap<string, string | null | undefined> {
  const written = mappingsOf(guess).find(({ to }) => to === guess.to);
  const codeOf = written ? codeBy(written, guess, record, language) : () => null;
  return new Map(labels.map((label) => [label, codeOf(label.trim())]));
}

/** The texts of a column without blanks around, each once; null where the table has no such heading. */
export function labelsUnder(
  table: ReadTable,
  heading: string | undefined,
): readonly string[] | null {
  const [found] = [...headingsOf(table)].find(([, name]) => name === heading) ?? [];
  if (!found) return null;
  return [...new Set(table.rows.flatMap(({ cells }) => cells[found.index]?.trim() || []))];
}
