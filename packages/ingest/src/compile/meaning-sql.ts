import { dialect } from '@samenbeeld/engine';
import type { Resolved } from '../cell/resolved.ts';
import type { StagedBinding } from './binding.ts';
import type { Codes } from './coded-cells.ts';
import type { CodedWords } from './coded-words.ts';
import type { Dictionary, Dimension } from './dictionary.ts';
import type { Stage } from './stage-table.ts';

/** How SQL finds what the cells of a dimension mean. */
export interface MeaningSql {
  /** What fills a column of its field, by the place of the column. */
  readonly value: (place: number) => string;
  /** Whether nothing does. */
  readonly isNull: (place: number) => string;
  /** Whether the words do not hold the cell. */
  readonly unread: string;
  /** Whether the cell breaks a rule, and which; null where none of its texts does. */
  readonly problem: { readonly when: string; readonly rule: string } | null;
  /** The place of the cell among the words, to be found before it is asked for; null where it is not used. */
  readonly placed: { readonly name: string; readonly sql: string } | null;
  /** The join that brings the words; '' where none is needed. */
  readonly join: (stage: Stage) => string;
}

/** Texts beyond this number are joined: a statement that lists them is read anew for each question. */
const mostListed = 1000;

const isFlawed = (meaning: Resolved | undefined): boolean =>
  meaning !== undefined && 'rule' in meaning;

/** The meanings of some texts in their order; `textOf` and `isAny` are SQL over the place that a cell has among them. */
function meaningsByPlace(
  meanings: readonly (Resolved | undefined)[],
  isBlank: string,
  textOf: (texts: readonly (string | null)[]) => string,
  isAny: (holds: (meaning: Resolved | undefined) => boolean) => string,
): Pick<MeaningSql, 'value' | 'isNull' | 'problem'> {
  const meant = (meaning: Resolved | undefined, place: number): string | null =>
    meaning && 'values' in meaning ? (meaning.values[place] ?? null) : null;
  return {
    value: (place) => textOf(meanings.map((meaning) => meant(meaning, place))),
    isNull: (place) => `(${isBlank} or ${isAny((meaning) => meant(meaning, place) === null)})`,
    problem: meanings.some(isFlawed)
      ? {
          when: isAny(isFlawed),
          rule: textOf(
            meanings.map((meaning) => (meaning && 'rule' in meaning ? meaning.rule : null)),
          ),
        }
      : null,
  };
}

/** SQL that holds where a place, counted from `first`, is that of a meaning of a kind. */
function anyOf(
  meanings: readonly (Resolved | undefined)[],
  sql: string,
  first: number,
): (holds: (meaning: Resolved | undefined) => boolean) => string {
  return (holds) => {
    const places = meanings.flatMap((meaning, place) => (holds(meaning) ? place + first : []));
    return places.length === 0 ? 'false' : `coalesce(${sql} in (${places.join(', ')}), false)`;
  };
}

/** The meanings of few texts, looked up by the code of the cell: nothing is joined. */
function listedMeaning({ name, texts }: Codes, words: ReadonlyMap<string, Resolved>): MeaningSql {
  const code = `i.${name}`;
  const meanings = texts.map((text) => words.get(text));
  const isAny = anyOf(meanings, dialect.oneOfPlace(code), 0);
  const textOf = (texts: readonly (string | null)[]): string => dialect.lookUp(code, texts);
  return {
    ...meaningsByPlace(meanings, `${code} is null`, textOf, isAny),
    unread: isAny((meaning) => meaning === undefined),
    placed: null,
    join: () => '',
  };
}

/** Comparisons of a cell with a text that cost less than to join the words: an engine makes ready for many. */
const fewComparisons = 100_000;
const fewLetters = 20_000;

/** Whether the words of a dimension can stand in the statement, to be looked up row by row. */
function canBePlaced(
  words: ReadonlyMap<string, Resolved>,
  { bound }: Dimension,
  { staged, slots, personal }: StagedBinding,
): boolean {
  const texts = [...words.keys()];
  return (
    texts.length * staged.size * slots.length <= fewComparisons &&
    texts.reduce((sum, text) => sum + text.length, 0) <= fewLetters &&
    !texts.some((text) => text.includes('\0')) &&
    !personal.has(bound.column.index)
  );
}

/** The meanings of few texts of few rows, by the place of the cell among them, which is found once a row. */
function placedMeaning(
  index: number,
  cell: string,
  words: ReadonlyMap<string, Resolved>,
): MeaningSql {
  const name = `m${index}`;
  const place = `i.${name}`;
  const meanings = [...words.values()];
  return {
    ...meaningsByPlace(
      meanings,
      `${place} is null`,
      (texts) => dialect.textAt(place, texts),
      anyOf(meanings, place, 1),
    ),
    unread: `${cell} is not null and ${place} is null`,
    placed: { name, sql: dialect.placeAmong(cell, [...words.keys()]) },
    join: () => '',
  };
}

/** What must be known to write the SQL of meanings. */
export interface MeaningContext {
  readonly dictionary: Dictionary;
  readonly coded: CodedWords;
  /** SQL of a described column's cell after the corrections. */
  readonly cell: (header: string) => string;
  /** The codes of a described column's cells. */
  readonly codes: (header: string) => Codes | null;
  readonly binding: StagedBinding;
  /** Whether what is kept of the records is worked out again when it is asked for: it then rests on cells and words alone. */
  readonly isKept: boolean;
}

/** The meanings of one dimension that is joined as `d0` …: by the code of the cell where it has one, else by its text. */
function joinedMeaning(
  { at, bound }: Dimension,
  index: number,
  { dictionary, coded, cell, codes }: MeaningContext,
): MeaningSql {
  const name = `d${index}`;
  const text = cell(bound.rule.header);
  const table = coded.get(at);
  const own = table === undefined ? null : codes(bound.rule.header);
  const given = own ? `i.${own.name}` : text;
  const found = own ? `${name}.text_code` : `${name}.text`;
  const words = dictionary.meanings.get(at) ?? new Map<string, Resolved>();
  const join = (stage: Stage): string => {
    if (table !== undefined) return `left join ${table} ${name} on ${found} = ${given}`;
    return `left join ${stage.word} ${name} on ${name}.at = ${at} and ${found} = ${given}`;
  };
  return {
    value: (place) => `${name}.v${place}`,
    isNull: (place) => `${name}.v${place}${table === undefined ? '' : '_code'} is null`,
    unread: `${given} is not null and ${found} is null`,
    problem: [...words.values()].some(isFlawed)
      ? { when: `${name}.problem is not null`, rule: `${name}.problem` }
      : null,
    placed: null,
    join,
  };
}

/** How SQL finds what the cells of each dimension mean, by its place in the dictionary; null for those that are copied. */
export function meaningsSql(context: MeaningContext): readonly (MeaningSql | null)[] {
  const { dictionary, coded, codes, cell, binding, isKept } = context;
  return dictionary.dimensions.map((dimension, index) => {
    const { at, bound } = dimension;
    if (at < 0) return null;
    const own = coded.has(at) ? codes(bound.rule.header) : null;
    const words = dictionary.meanings.get(at);
    if (own && words && own.texts.length <= mostListed) return listedMeaning(own, words);
    return !isKept && words && canBePlaced(words, dimension, binding)
      ? placedMeaning(index, cell(bound.rule.header), words)
      : joinedMeaning(dimension, index, context);
  });
}
