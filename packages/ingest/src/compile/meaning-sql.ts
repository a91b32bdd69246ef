import { dialect } from '@samenbeeld/engine';
import type { Resolved } from '../cell/resolved.ts';
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
  /** The join that brings the words; '' where none is needed. */
  readonly join: (stage: Stage) => string;
}

/** Texts beyond this number are joined: a statement that lists them is read anew for each question. */
const mostListed = 1000;

const isFlawed = (meaning: Resolved | undefined): boolean =>
  meaning !== undefined && 'rule' in meaning;

/** The meanings of few texts, looked up by the code of the cell: nothing is joined. */
function listedMeaning({ name, texts }: Codes, words: ReadonlyMap<string, Resolved>): MeaningSql {
  const code = `i.${name}`;
  const meanings = texts.map((text) => words.get(text));
  const textOf = (meaning: Resolved | undefined, place: number): string | null =>
    meaning && 'values' in meaning ? (meaning.values[place] ?? null) : null;
  const listed = (texts: readonly (string | null)[]): string => dialect.lookUp(code, texts);
  const isAny = (holds: (meaning: Resolved | undefined) => boolean): string => {
    const places = meanings.flatMap((meaning, place) => (holds(meaning) ? place : []));
    return places.length === 0
      ? 'false'
      : `coalesce(${dialect.oneOfPlace(code)} in (${places.join(', ')}), false)`;
  };
  return {
    value: (place) => listed(meanings.map((meaning) => textOf(meaning, place))),
    isNull: (place) =>
      `(${code} is null or ${isAny((meaning) => textOf(meaning, place) === null)})`,
    unread: isAny((meaning) => meaning === undefined),
    problem: meanings.some(isFlawed)
      ? {
          when: isAny(isFlawed),
          rule: listed(
            meanings.map((meaning) => (meaning && 'rule' in meaning ? meaning.rule : null)),
          ),
        }
      : null,
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
    join,
  };
}

/** How SQL finds what the cells of each dimension mean, by its place in the dictionary; null for those that are copied. */
export function meaningsSql(context: MeaningContext): readonly (MeaningSql | null)[] {
  const { dictionary, coded, codes } = context;
  return dictionary.dimensions.map((dimension, index) => {
    const { at, bound } = dimension;
    if (at < 0) return null;
    const own = coded.has(at) ? codes(bound.rule.header) : null;
    const words = dictionary.meanings.get(at);
    return own && words && own.texts.length <= mostListed
      ? listedMeaning(own, words)
      : joinedMeaning(dimension, index, context);
  });
}
