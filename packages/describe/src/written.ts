import type { CrosswalkRow } from '@samenbeeld/ingest';
import { type Language, languages, type Text } from '@samenbeeld/schema';

/** A mapping, a list of mappings, `{ ignore }` or a fold, in the words of source-description.schema.json. */
export type Written =
  | Readonly<Record<string, unknown>>
  | readonly Readonly<Record<string, unknown>>[];

/** A crosswalk to be written beside the description. */
export interface ProposedCrosswalk {
  readonly file: string;
  /** The code list it leads to ("substance"). */
  readonly list: string;
  /** One a label of the column; those that a person must confirm have their reason in `note`. */
  readonly rows: readonly (Omit<CrosswalkRow, 'note'> & {
    readonly note: Text | null;
    readonly confidence: number;
    readonly decide: boolean;
    /** The code only keeps the label until somebody says what it is: no proposal. */
    readonly standsIn?: true;
  })[];
}

function isText(value: object): value is Text {
  const words: Partial<Record<Language, unknown>> = value;
  return (
    Object.keys(value).length === languages.length &&
    languages.every((language) => typeof words[language] === 'string')
  );
}

/** What a description writes, with its reasons in the language of whoever reads it. */
export function inLanguage<T>(value: T, language: Language): T {
  const worded = (item: unknown): unknown => {
    if (item === null || typeof item !== 'object') return item;
    if (Array.isArray(item)) return item.map(worded);
    if (isText(item)) return item[language];
    return Object.fromEntries(Object.entries(item).map(([key, each]) => [key, worded(each)]));
  };
  return worded(value) as T;
}

/** One mapping, an ignored heading or a fold as a guess writes it: keys of source-description.schema.json. */
export type WrittenPart = Readonly<Record<string, unknown>>;

function isPart(value: unknown): value is WrittenPart {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function partIn(part: WrittenPart, key: string): WrittenPart | null {
  const value = part[key];
  return isPart(value) ? value : null;
}

/** Whether a guess is one mapping, an ignored heading or a fold, and no list of mappings. */
export function isOne(written: Written): written is WrittenPart {
  return !Array.isArray(written);
}

/** All that a guess writes: one part, or the mappings of a list; none where nothing was concluded. */
export function partsOf(written: Written | null | undefined): readonly WrittenPart[] {
  if (!written) return [];
  return isOne(written) ? [written] : written;
}

/** The field that a part feeds, or null. */
export function fieldIn({ to }: WrittenPart): string | null {
  return typeof to === 'string' ? to : null;
}

/** Whether a field, as descriptions name it, holds figures: observations have a value, seizures a quantity. */
export function isFigureField(field: string | null): boolean {
  return field === 'value' || field === 'quantity';
}

/** The fields that a column feeds. */
export function fieldsOf(written: Written | null): readonly string[] {
  return partsOf(written).flatMap((part) => fieldIn(part) ?? []);
}

/** Whether a part holds figures. */
export function isFigure(part: WrittenPart): boolean {
  return isFigureField(fieldIn(part));
}

/** Fields that a fold reads in its headings, by the name of the group. */
export function groupsIn(part: WrittenPart): Readonly<Record<string, WrittenPart>> {
  const groups = partIn(part, 'groups');
  return Object.fromEntries(
    Object.entries(groups ?? {}).flatMap(([name, group]) => (isPart(group) ? [[name, group]] : [])),
  );
}

/** The mapping of the cells: that of a fold's cells, or the part itself. */
export function cellsOf(part: WrittenPart): WrittenPart {
  return partIn(part, 'value') ?? part;
}

/** A part whose mapping of cells is changed. */
export function withCells(
  part: WrittenPart,
  change: (cells: WrittenPart) => WrittenPart,
): WrittenPart {
  const value = partIn(part, 'value');
  return value ? { ...part, value: change(value) } : change(part);
}

/** Fields that a mapping sets by itself. */
export function setIn(part: WrittenPart): WrittenPart {
  return partIn(part, 'set') ?? {};
}

/** Fields that keep words as they stand: no figure changes its meaning by them. */
export const keptWords: ReadonlySet<string> = new Set([
  'note',
  'placeNote',
  'wordingPrinted',
  'publication',
  'reference',
  'substancePrinted',
  'coverLoadHs',
  'containsOwn',
]);
