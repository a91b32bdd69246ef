import type { ColumnType } from '../value.ts';
import { identifier } from './identifier.ts';
import { literal } from './literal.ts';
import { type OneOfType, oneOfType } from './one-of-type.ts';
import { readParquet } from './parquet.ts';
import { parseDecimal } from './parse-decimal.ts';
import { heldBack, printed } from './printed.ts';
import { readCsv } from './read-csv.ts';
import { unpivot } from './unpivot.ts';

const tokens: Readonly<Record<string, readonly [regex: string, specifier: string]>> = {
  yyyy: ['\\d{4}', '%Y'],
  mm: ['\\d{2}', '%m'],
  m: ['\\d{1,2}', '%m'],
  dd: ['\\d{2}', '%d'],
  d: ['\\d{1,2}', '%d'],
};

/**
 * Text as DATE, or NULL where the whole text is not a day of the calendar in this format. The format is made of
 * `yyyy`, `mm` or `m`, `dd` or `d` (one letter: one or two digits) and the characters between them, each part once.
 *
 * @example
 * ```ts
 * import { dialect, openEngine } from '@samenbeeld/engine';
 * const engine = await openEngine();
 * const day = dialect.parseDate('t', 'd-m-yyyy');
 * await engine.rows(`select ${day} as day from (values ('3-11-2022'), ('31-2-2022'), ('2022-11-03')) v(t)`) // => [{ day: '2022-11-03' }, { day: null }, { day: null }]
 * await engine.close();
 * ```
 */
function parseDate(text: string, format: string): string {
  const parts = format.match(/[a-z]+|[^a-z]/gi)?.flatMap((part) => runsOf(part)) ?? [];
  const known = parts.filter((part) => Object.hasOwn(tokens, part)).map((part) => part[0]);
  const letters = parts.some((part) => /[a-z%]/i.test(part) && !Object.hasOwn(tokens, part));
  const unsure = parts.some(
    (part, index) =>
      Object.hasOwn(tokens, part) &&
      Object.hasOwn(tokens, parts[index + 1] ?? '') &&
      (part.length === 1 || parts[index + 1]?.length === 1),
  );
  if (letters || unsure || known.length !== 3 || new Set(known).size !== 3)
    throw new TypeError(
      `the date format "${format}" must hold yyyy, mm or m, and dd or d, each once, no other letters, and something between one-letter parts`,
    );
  const pattern = parts
    .map((part) => tokens[part]?.[0] ?? `\\x{${part.codePointAt(0)?.toString(16)}}`)
    .join('');
  const specifiers = parts.map((part) => tokens[part]?.[1] ?? part).join('');
  return `case when regexp_full_match(${text}, ${literal(pattern)}) then cast(try_strptime(${text}, ${literal(specifiers)}) as DATE) end`;
}

/** "yyyymmdd" into its parts; anything else stays whole. */
function runsOf(part: string): readonly string[] {
  const runs = part.match(/(.)\1*/g) ?? [];
  return runs.every((run) => Object.hasOwn(tokens, run)) ? runs : [part];
}

/**
 * An expression cast to a type, or NULL where it does not fit. It also rounds and trims; for figures of people use
 * `parseDecimal` and `parseDate`.
 *
 * @example
 * ```ts
 * import { dialect } from '@samenbeeld/engine';
 * dialect.tryCast('year', 'INTEGER') // => 'try_cast(year as INTEGER)'
 * ```
 */
function tryCast(expression: string, type: ColumnType | OneOfType): string {
  return `try_cast(${expression} as ${type})`;
}

/**
 * Whether the whole text matches a regular expression (RE2 syntax); NULL for NULL.
 *
 * @example
 * ```ts
 * import { dialect } from '@samenbeeld/engine';
 * dialect.regexMatch('line', 'Bron: .*') // => "regexp_full_match(line, 'Bron: .*')"
 * ```
 */
function regexMatch(text: string, pattern: string): string {
  return `regexp_full_match(${text}, ${literal(pattern)})`;
}

/** The text with each match of a regular expression (RE2 syntax) replaced; `\1` is the first group. */
function regexReplace(text: string, pattern: string, replacement: string): string {
  return `regexp_replace(${text}, ${literal(pattern)}, ${literal(replacement)}, 'g')`;
}

/** The first match of a regular expression (RE2 syntax), or of one of its groups; NULL where there is none. */
function regexExtract(text: string, pattern: string, group = 0): string {
  return `nullif(regexp_extract(${text}, ${literal(pattern)}, ${literal(group)}), '')`;
}

/** Whether a regular expression (RE2 syntax) is found anywhere in the text; NULL for NULL. */
function regexFind(text: string, pattern: string): string {
  return `regexp_matches(${text}, ${literal(pattern)})`;
}

/** A range of whole numbers, both ends in it; at most a thousand million of them. */
export interface NumberRange {
  readonly least: number;
  readonly most: number;
}

/**
 * An aggregate: which whole numbers of a range stand in a column, as a text with a letter for each, '1' where it does
 * and '0' where not; NULL where there are no rows. All must lie in the range.
 *
 * @example
 * ```ts
 * import { dialect, openEngine } from '@samenbeeld/engine';
 * const engine = await openEngine();
 * const lines = dialect.numberSet('line', { least: 1, most: 5 });
 * await engine.rows(`select ${lines} as lines from (values (2), (3), (3)) v(line)`) // => [{ lines: '01100' }]
 * await engine.close();
 * ```
 */
function numberSet(number: string, { least, most }: NumberRange): string {
  return `cast(bitstring_agg(${number}, ${least}, ${most}) as VARCHAR)`;
}

/** A column of a table that gets another type. */
export interface ChangedColumn {
  readonly table: string;
  readonly column: string;
  readonly type: string;
  /** SQL of the new value over the row as it was. */
  readonly value: string;
}

/**
 * The statement that gives a column of a table another type, each value worked out anew from its row. Rows keep their
 * places.
 *
 * @example
 * ```ts
 * import { dialect, openEngine } from '@samenbeeld/engine';
 * const engine = await openEngine();
 * await engine.run("create table find as select '71' as kg");
 * await engine.run(dialect.changeType({ table: 'find', column: 'kg', type: 'INTEGER', value: 'cast(kg as INTEGER) + 1' }));
 * await engine.rows('select kg from find') // => [{ kg: 72 }]
 * await engine.close();
 * ```
 */
function changeType({ table, column, type, value }: ChangedColumn): string {
  return `alter table ${table} alter column ${column} set data type ${type} using ${value}`;
}

const short = '[+-]?[0-9]{1,12}(?:\\.[0-9]{1,6})?';

/**
 * Text with digits and a point as DECIMAL(38,12), rounded beyond it; NULL where it does not fit. The same as a cast,
 * and some thirty times faster where the number is short, as nearly all are: it passes through 64 bits.
 *
 * @example
 * ```ts
 * import { dialect, openEngine } from '@samenbeeld/engine';
 * const engine = await openEngine();
 * await engine.rows(`select ${dialect.toDecimal('t')} as kg from (values ('1250.5'), ('8e-07'), ('ruim')) v(t)`) // => [{ kg: 1250.5 }, { kg: 8e-7 }, { kg: null }]
 * await engine.close();
 * ```
 */
function toDecimal(text: string): string {
  const wide = tryCast(text, 'DECIMAL(38,12)');
  return `case when regexp_full_match(${text}, ${literal(short)}) then cast(${tryCast(text, 'DECIMAL(18,6)')} as DECIMAL(38,12)) else ${wide} end`;
}

/**
 * The place, from 0, of a value in the list of its type, which `oneOfType` made: to compare it with others as a number.
 *
 * @example
 * ```ts
 * import { dialect, openEngine } from '@samenbeeld/engine';
 * const engine = await openEngine();
 * const unit = `cast('l' as ${dialect.oneOfType(['kg', 'l'])})`;
 * await engine.rows(`select ${dialect.oneOfPlace(unit)} as place`) // => [{ place: 1 }]
 * await engine.close();
 * ```
 */
function oneOfPlace(expression: string): string {
  return `enum_code(${expression})`;
}

/**
 * The text that belongs to a value of a type that `oneOfType` made: one for each text of the type, in the same order.
 * NULL for NULL.
 *
 * @example
 * ```ts
 * import { dialect, openEngine } from '@samenbeeld/engine';
 * const engine = await openEngine();
 * const unit = `cast('l' as ${dialect.oneOfType(['kg', 'l'])})`;
 * await engine.rows(`select ${dialect.lookUp(unit, ['kilogram', 'litre'])} as unit`) // => [{ unit: 'litre' }]
 * await engine.close();
 * ```
 */
function lookUp(value: string, texts: readonly (string | null)[]): string {
  return textAt(`${oneOfPlace(value)} + 1`, texts);
}

const textList = (texts: readonly (string | null)[]): string =>
  `cast([${texts.map((text) => literal(text)).join(', ')}] as VARCHAR[])`;

/**
 * Which of some texts an expression is, counted from one; NULL for NULL and for another text.
 *
 * @example
 * ```ts
 * import { dialect, openEngine } from '@samenbeeld/engine';
 * const engine = await openEngine();
 * await engine.rows(`select ${dialect.placeAmong("'l'", ['kg', 'l'])} as place`) // => [{ place: 2 }]
 * await engine.close();
 * ```
 */
function placeAmong(expression: string, texts: readonly string[]): string {
  return `list_position(${textList(texts)}, ${expression})`;
}

/** The text at a place, counted from one; NULL where none stands there. */
function textAt(place: string, texts: readonly (string | null)[]): string {
  return `list_extract(${textList(texts)}, ${place})`;
}

/**
 * Jaro-Winkler similarity of two texts, from 0 to 1 (Winkler 1990, prefix weight 0.1).
 *
 * @example
 * ```ts
 * import { dialect, openEngine } from '@samenbeeld/engine';
 * const engine = await openEngine();
 * await engine.rows(`select round(${dialect.jaroWinkler("'MARTHA'", "'MARHTA'")}, 3) as s`) // => [{ s: 0.961 }]
 * await engine.close();
 * ```
 */
function jaroWinkler(a: string, b: string): string {
  return `jaro_winkler_similarity(${a}, ${b})`;
}

/** Levenshtein distance of two texts: insertions, deletions and substitutions of bytes. */
function levenshtein(a: string, b: string): string {
  return `levenshtein(${a}, ${b})`;
}

/**
 * How many different items two lists share; NULL where a list is NULL.
 *
 * @example
 * ```ts
 * import { dialect, openEngine } from '@samenbeeld/engine';
 * const engine = await openEngine();
 * await engine.rows(`select ${dialect.sharedItems("['a', 'b', 'b']", "['b', 'c']")} as n`) // => [{ n: 1 }]
 * await engine.close();
 * ```
 */
function sharedItems(a: string, b: string): string {
  return `len(list_intersect(${a}, ${b}))`;
}

/** How many different items a list has; NULL for NULL. */
function differentItems(list: string): string {
  return `len(list_distinct(${list}))`;
}

/**
 * A text split into a list of its items, without the blanks around them; between two separators, or after the last, may be
 * none.
 *
 * @example
 * ```ts
 * import { dialect, openEngine } from '@samenbeeld/engine';
 * const engine = await openEngine();
 * await engine.rows(`select ${dialect.split("'NLVLI+NLTNZ'", '+')} as places`) // => [{ places: ['NLVLI', 'NLTNZ'] }]
 * await engine.close();
 * ```
 */
function split(text: string, separator: string): string {
  return `[trim(item) for item in string_split(${text}, ${literal(separator)}) if trim(item) <> '']`;
}

/**
 * A whole number from 0 up to, not including, a size, drawn by the hash of a text: evenly spread, and the same on every
 * machine. The size may be at most a thousand million.
 *
 * @example
 * ```ts
 * import { dialect, openEngine } from '@samenbeeld/engine';
 * const engine = await openEngine();
 * await engine.rows(`select ${dialect.hashNumber("'seed 1'", 100)} as a, ${dialect.hashNumber("'seed 2'", 100)} as b`) // => [{ a: 41, b: 69 }]
 * await engine.close();
 * ```
 */
function hashNumber(text: string, size: number): string {
  if (!(Number.isInteger(size) && size >= 1 && size <= 1e9))
    throw new RangeError(`a size must be a whole number from 1 to 1,000,000,000, not ${size}`);
  return `cast(md5_number_lower(${text}) % ${size} as BIGINT)`;
}

/**
 * The place of a row in a table that was filled in one go and never deleted from, from 0, in the order of filling.
 *
 * @example
 * ```ts
 * import { dialect, openEngine } from '@samenbeeld/engine';
 * const engine = await openEngine();
 * await engine.insert('find', [{ name: 'port', type: 'VARCHAR' }], [['NLVLI'], ['BEGNE']]);
 * await engine.rows(`select ${dialect.rowPlace()} as at, port from find order by 1`) // => [{ at: 0, port: 'NLVLI' }, { at: 1, port: 'BEGNE' }]
 * await engine.close();
 * ```
 */
function rowPlace(): string {
  return 'rowid';
}

/**
 * The whole numbers from 0 up to, not including, a count, as a relation with the column n.
 *
 * @example
 * ```ts
 * import { dialect, openEngine } from '@samenbeeld/engine';
 * const engine = await openEngine();
 * await engine.rows(`select n from ${dialect.numbers(2)} order by n`) // => [{ n: 0 }, { n: 1 }]
 * await engine.close();
 * ```
 */
function numbers(count: number): string {
  return `(select range as n from range(${count}))`;
}

/**
 * Damerau-Levenshtein distance of two texts: as Levenshtein's, and two neighbours that changed places count as one.
 *
 * @example
 * ```ts
 * import { dialect, openEngine } from '@samenbeeld/engine';
 * const engine = await openEngine();
 * await engine.rows(`select ${dialect.damerauLevenshtein("'1971-06-24'", "'1971-06-42'")} as d`) // => [{ d: 1 }]
 * await engine.close();
 * ```
 */
function damerauLevenshtein(a: string, b: string): string {
  return `damerau_levenshtein(${a}, ${b})`;
}

/**
 * A number of 64 bits that is the same for the same texts within one process, and seldom for others: to find what may
 * be equal, never to name it. NULL and '' differ.
 *
 * @example
 * ```ts
 * import { dialect } from '@samenbeeld/engine';
 * dialect.fingerprint(['port', 'kg']) // => 'hash(port, kg)'
 * ```
 */
function fingerprint(expressions: readonly string[]): string {
  return `hash(${expressions.join(', ')})`;
}

/**
 * Hash of a text as lower-case hexadecimal, the same on every machine; NULL for NULL.
 *
 * @example
 * ```ts
 * import { dialect } from '@samenbeeld/engine';
 * dialect.hash("source || '|' || line", 'md5') // => "md5(source || '|' || line)"
 * ```
 */
function hash(text: string, algorithm: 'md5' | 'sha256' = 'sha256'): string {
  return `${algorithm}(${text})`;
}

/**
 * The closed list of SQL that differs between engines. Arguments called text, a, b or expression are SQL; the rest are
 * constants and are quoted. Any other SQL in the house is standard, and a test reads it.
 */
export const dialect: {
  readonly identifier: typeof identifier;
  readonly literal: typeof literal;
  readonly parseDecimal: typeof parseDecimal;
  readonly parseDate: typeof parseDate;
  readonly tryCast: typeof tryCast;
  readonly toDecimal: typeof toDecimal;
  readonly regexMatch: typeof regexMatch;
  readonly regexReplace: typeof regexReplace;
  readonly regexExtract: typeof regexExtract;
  readonly regexFind: typeof regexFind;
  readonly jaroWinkler: typeof jaroWinkler;
  readonly levenshtein: typeof levenshtein;
  readonly damerauLevenshtein: typeof damerauLevenshtein;
  readonly sharedItems: typeof sharedItems;
  readonly differentItems: typeof differentItems;
  readonly hashNumber: typeof hashNumber;
  readonly numbers: typeof numbers;
  readonly hash: typeof hash;
  readonly fingerprint: typeof fingerprint;
  readonly rowPlace: typeof rowPlace;
  readonly numberSet: typeof numberSet;
  readonly oneOfType: typeof oneOfType;
  readonly oneOfPlace: typeof oneOfPlace;
  readonly lookUp: typeof lookUp;
  readonly placeAmong: typeof placeAmong;
  readonly textAt: typeof textAt;
  readonly changeType: typeof changeType;
  readonly unpivot: typeof unpivot;
  readonly split: typeof split;
  readonly printed: typeof printed;
  readonly heldBack: typeof heldBack;
  readonly readParquet: typeof readParquet;
  readonly readCsv: typeof readCsv;
} = {
  identifier,
  literal,
  parseDecimal,
  parseDate,
  tryCast,
  toDecimal,
  regexMatch,
  regexReplace,
  regexExtract,
  regexFind,
  jaroWinkler,
  levenshtein,
  damerauLevenshtein,
  sharedItems,
  differentItems,
  hashNumber,
  numbers,
  hash,
  fingerprint,
  rowPlace,
  numberSet,
  oneOfType,
  oneOfPlace,
  lookUp,
  placeAmong,
  textAt,
  changeType,
  unpivot,
  split,
  printed,
  heldBack,
  readParquet,
  readCsv,
};
