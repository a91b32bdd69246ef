import type { Engine } from '@samenbeeld/engine';
import { ownValue } from '@samenbeeld/schema';
import { resolveFlags } from '../cell/flagged-cell.ts';
import { resolveCell } from '../cell/resolve-cell.ts';
import { resolveQuantity } from '../cell/resolve-quantity.ts';
import { means, type Resolved } from '../cell/resolved.ts';
import type { Mapping, SourceDescription } from '../description/description.ts';
import { fields, mayBeUnknown } from '../fields.ts';
import { type BoundColumn, mappingOfCell, type StagedBinding, settleText } from './binding.ts';

/** A column that feeds a field through the dictionary; `at` is its number there. */
export interface Dimension {
  readonly at: number;
  readonly mapping: Mapping;
  readonly bound: BoundColumn;
}

/** A dictionary: what each distinct text of each column means. */
export interface Dictionary {
  readonly dimensions: readonly Dimension[];
  /** Number of the value words (`as: quantity`) and of the flags, by slot name. */
  readonly words: ReadonlyMap<string, number>;
  readonly flags: ReadonlyMap<string, number>;
  /** By number and text, for messages. */
  readonly meanings: ReadonlyMap<number, ReadonlyMap<string, Resolved>>;
}

/** Fields that are copied as they stand need no dictionary. */
export function isCopied({ as }: Mapping): boolean {
  return as === 'string' || as === 'hash';
}

/** Fields of a record that hold words somebody wrote, which may name persons. */
const wordFields: ReadonlySet<string> = new Set([
  'note',
  'placeNote',
  'reference',
  'publication',
  'wordingPrinted',
  'substancePrinted',
]);

/**
 * What a column keeps that somebody wrote and may name persons in: words, or a key, which tells records apart. A key keeps every
 * letter, or two would become one.
 */
export function writtenAs(
  record: SourceDescription['record'],
  { as, to }: Mapping,
): 'words' | 'key' | null {
  if (to === 'nationalCode') return 'key';
  if (as !== 'string' || !wordFields.has(to)) return null;
  return ownValue(fields[record], to)?.dimension ? 'key' : 'words';
}

/** Letters of a cell that means a code, a day or a figure: what is longer is none, and every reader would go over all of it. */
const longestLabel = 2000;

function tooLong(text: string): Resolved {
  return {
    rule: 'cell.too-long',
    message: `a text of ${text.length.toLocaleString('en')} characters, and ${longestLabel.toLocaleString('en')} are more than any code, day or figure has`,
    repair: 'correct the cell, or leave the row out by another column',
  };
}

/** So many wrong texts of a column come with what is like them; who has more has the wrong description. */
const mostAdvised = 200;

function distinct(binding: StagedBinding, index: number, more: readonly string[]): Set<string> {
  const texts = new Set(more);
  for (const text of binding.texts.get(index)?.seen.keys() ?? []) if (text !== '') texts.add(text);
  return texts;
}

/** Reads each distinct text once, and notes what it means in the table `name` of the engine. */
export async function buildDictionary(
  engine: Engine,
  name: string,
  binding: StagedBinding,
  description: SourceDescription,
): Promise<Dictionary> {
  const meanings = new Map<number, Map<string, Resolved>>();
  const words = new Map<string, number>();
  const flags = new Map<string, number>();
  const dimensions: Dimension[] = [];
  const missing = Object.keys(description.missingValues);
  const corrected = (header: string): readonly string[] =>
    description.corrections.filter(({ column }) => column === header).map(({ to }) => to);
  const note = (
    texts: ReadonlySet<string>,
    read: (text: string, advised: boolean) => Resolved,
  ): number => {
    const at = meanings.size;
    const words = new Map<string, Resolved>();
    let wrong = 0;
    for (const text of texts) {
      const meaning = text.length > longestLabel ? tooLong(text) : read(text, wrong < mostAdvised);
      if ('rule' in meaning) wrong += 1;
      words.set(text, meaning);
    }
    meanings.set(at, words);
    return at;
  };
  for (const bound of binding.columns)
    for (const mapping of bound.rule.mappings) {
      const field = ownValue(fields[description.record], mapping.to);
      if (mapping.to === 'value' || !field) continue;
      if (isCopied(mapping)) {
        dimensions.push({ at: -1, mapping, bound });
        continue;
      }
      const texts = distinct(binding, bound.column.index, corrected(bound.rule.header));
      const open = mayBeUnknown(field, mapping);
      const at = note(texts, (text, advised) => {
        const meaning = resolveCell(text, mapping, field, description.language, advised);
        // A mark that the description declares missing says that nothing is known, unless the field may not be empty.
        return 'rule' in meaning && open && missing.includes(text) ? means(null) : meaning;
      });
      dimensions.push({ at, mapping, bound });
    }
  for (const slot of binding.slots) {
    const { mapping } = slot;
    const flagged = Object.keys(mapping.flags).length > 0;
    if (mapping.as !== 'quantity' && !flagged) continue;
    const more = [
      ...corrected(slot.heading),
      ...(mapping.blank === null ? [] : [mapping.blank]),
      ...((description.zeroValues ?? []).length > 0 ? ['0'] : []),
    ];
    const texts = distinct(binding, slot.column.index, more);
    if (mapping.as === 'quantity')
      words.set(
        slot.name,
        note(texts, (text) => {
          const { language } = description;
          const own = mappingOfCell(slot, text, binding.table, language);
          const read = resolveQuantity(text, own, language, missing);
          const isUnsettled = 'rule' in read && own.decimalChar !== mapping.decimalChar;
          return isUnsettled ? { ...read, repair: settleText } : read;
        }),
      );
    if (!flagged) continue;
    const read = new Map(
      [...texts].flatMap((text) => {
        if (text.length > longestLabel) return [];
        const meaning = resolveFlags(text, mapping, missing);
        return meaning ? [[text, meaning] as const] : [];
      }),
    );
    if (read.size === 0) continue;
    flags.set(slot.name, meanings.size);
    meanings.set(meanings.size, read);
  }
  await engine.insert(
    name,
    [
      { name: 'at', type: 'INTEGER' },
      { name: 'text', type: 'VARCHAR' },
      ...['v0', 'v1', 'v2', 'v3', 'v4', 'problem'].map((column) => ({
        name: column,
        type: 'VARCHAR' as const,
      })),
    ],
    [...meanings].flatMap(([at, texts]) =>
      [...texts].map(([text, resolved]) => {
        const values = 'values' in resolved ? resolved.values : [];
        const problem = 'rule' in resolved ? resolved.rule : null;
        return [at, text, ...[0, 1, 2, 3, 4].map((index) => values[index] ?? null), problem];
      }),
    ),
  );
  return { dimensions, words, flags, meanings };
}
