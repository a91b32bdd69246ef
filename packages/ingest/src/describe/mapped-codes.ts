import type { Language } from '@samenbeeld/schema';
import { resolveCell } from '../cell/resolve-cell.ts';
import { mappingOf } from '../description/build-mapping.ts';
import type { WrittenMapping } from '../description/written.ts';
import { fields } from '../fields.ts';
import type { ColumnGuess } from './column-guess.ts';

/** The mappings a guess proposes; none where the column is ignored or a fold. */
export function mappingsOf({ kind, written }: ColumnGuess): readonly WrittenMapping[] {
  if (kind === 'fold' || written === null) return [];
  const all = Array.isArray(written) ? written : [written];
  return (all as readonly Readonly<Record<string, unknown>>[]).filter(
    (mapping) => typeof mapping['to'] === 'string',
  ) as unknown as readonly WrittenMapping[];
}

/**
 * What each label of a column becomes in the field that its guess feeds first: a code, null where the field stays
 * empty, or undefined where the label would be rejected.
 */
export function codesOf(
  labels: readonly string[],
  guess: ColumnGuess,
  record: 'observation' | 'seizure',
  language: Language,
): ReadonlyMap<string, string | null | undefined> {
  const written = mappingsOf(guess).find(({ to }) => to === guess.to);
  const field = guess.to === null ? undefined : fields[record][guess.to];
  if (!written || !field) return new Map(labels.map((label) => [label, null]));
  const mapping = mappingOf(written, guess.headings[0] ?? '', {
    fields: fields[record],
    file: '',
    crosswalk: (name) => ({
      file: name,
      rows: guess.crosswalks.find(({ file }) => file === name)?.rows ?? [],
    }),
  });
  return new Map(
    labels.map((label) => {
      const resolved = resolveCell(label, mapping, field, language);
      return [label, 'rule' in resolved ? undefined : (resolved.values[0] ?? null)];
    }),
  );
}
