import { dialect } from '@samenbeeld/engine';
import { flaggedPattern } from '../cell/flagged-cell.ts';
import type { Mapping, SourceDescription } from '../description/description.ts';
import { escapedCharacter, numberBlanks } from './escaped-character.ts';
import { figureNumber, figureText, plainFigure } from './plain-figure.ts';

/** SQL of what a value cell says. Each expression may be NULL. */
export interface ValueSql {
  /** Whether the cell is a short number without anything around it, as nearly all are: the rest need not be looked at. */
  readonly plain: string;
  /** The same where items are read: figures that were told apart when the file was read need not be looked at again. */
  readonly told: string;
  readonly value: string;
  readonly printed: string;
  readonly missing: string;
  /** Rule that the cell breaks. */
  readonly problem: string;
}

/** A cell without blanks around it, as SQL; `odd` where some cells have other blanks than plain ones. */
export function trimmedSql(raw: string, odd: boolean): string {
  const text = odd
    ? dialect.regexReplace(raw, `^${numberBlanks}+|${numberBlanks}+$`, '')
    : `trim(${raw})`;
  return `nullif(${text}, '')`;
}

/** The pattern of a number as the description says it is written. */
function numberPattern({ as, decimalChar, groupChar }: Mapping): string {
  const group = groupChar === null ? '' : escapedCharacter(groupChar);
  const whole = group ? `(?:\\d{1,3}(?:${group}\\d{3})+|\\d+)` : '\\d+';
  if (as === 'integer') return `[+-]?${whole}`;
  const mark = decimalChar === null ? '[.,]' : escapedCharacter(decimalChar);
  return `[+-]?${whole}(?:${mark}\\d+)?(?:[eE][+-]?\\d{1,2})?`;
}

/** Cells that are read at once: plain figures that do not stand for a missing value. */
function plainSql(figure: string, cell: string, { missingValues }: SourceDescription): string {
  const missing = Object.keys(missingValues).filter((text) => /^\d/.test(text));
  const others = missing.map((text) => ` and ${cell} <> ${dialect.literal(text)}`).join('');
  return `coalesce(${figure}${others}, false)`;
}

/** The number of a plain cell, and of any other. */
function quickly(plain: string, quick: string, slow: string): string {
  return `case when ${plain} then ${quick} else ${slow} end`;
}

const twoReadings = '[+-]?[1-9]\\d{0,2}[.,]\\d{3}';

function digitsOnly(body: string, { decimalChar, groupChar }: Mapping): string {
  const digits =
    groupChar === null ? body : dialect.regexReplace(body, escapedCharacter(groupChar), '');
  return decimalChar === '.' ? digits : `replace(${digits}, ',', '.')`;
}

/** The digits of a number; one with an exponent ("8e-07") is written out, as far as it is kept. */
function digitsSql(number: string): string {
  const kept = `cast(${dialect.tryCast(number, 'DECIMAL(38,12)')} as VARCHAR)`;
  const plain = dialect.regexReplace(dialect.regexReplace(kept, '0+$', ''), '\\.$', '');
  return `case when ${dialect.regexMatch(number, '.*[eE].*')} then ${plain} else ${number} end`;
}

/** Beyond it sums are no longer exact in every program that reads them. */
const largestFigure = 1_000_000_000_000_000;

function missingSql(cell: string, body: string, description: SourceDescription): string {
  const cases = Object.entries(description.missingValues).map(([text, reason]) =>
    text === ''
      ? `when ${cell} is null then ${dialect.literal(reason)}`
      : `when ${body} = ${dialect.literal(text)} then ${dialect.literal(reason)}`,
  );
  return cases.length > 0 ? `case ${cases.join(' ')} end` : 'cast(NULL as VARCHAR)';
}

/**
 * What a value cell says, as SQL over the trimmed cell: the number (exact to 12 decimals), its digits, the reason it
 * is missing, or the rule it breaks. The flags behind it are taken off where the column is `flagged`. Words (`as: quantity`) are read from `word`, the joined dictionary; `isPlain` is a column that holds `told`,
 * and `figure` the number of a plain figure where it is kept beside the cell.
 */
export function valueSql(
  cell: string,
  mapping: Mapping,
  description: SourceDescription,
  word: string,
  flagged: boolean,
  isPlain: string,
  figure: string | null,
): ValueSql {
  const plain = plainSql(plainFigure(cell, mapping), cell, description);
  const pattern = flagged && flaggedPattern(mapping, Object.keys(description.missingValues));
  const body = pattern
    ? `coalesce(nullif(${dialect.regexExtract(cell, pattern, 1)}, ''), ${cell})`
    : cell;
  const missing = missingSql(cell, body, description);
  if (mapping.as === 'quantity')
    return {
      plain,
      told: plain,
      value: dialect.tryCast(`${word}.v0`, 'DECIMAL(38,12)'),
      printed: `${word}.v1`,
      missing,
      problem: `case when ${missing} is not null then NULL when ${cell} is null then 'value.blank' when ${word}.problem is not null then ${word}.problem when abs(${dialect.tryCast(`${word}.v0`, 'DECIMAL(38,12)')}) > ${largestFigure} then 'number.too-large' end`,
    };
  const ambiguous = mapping.decimalChar === null && mapping.groupChar === null;
  const right = dialect.regexMatch(body, numberPattern(mapping));
  const refused = dialect.regexMatch(body, twoReadings);
  const number = digitsOnly(body, mapping);
  const valid = ambiguous ? `${right} and not ${refused}` : right;
  const read =
    mapping.times === 1
      ? dialect.toDecimal(number)
      : dialect.tryCast(
          `(${digitsSql(number)}) || 'e${Math.round(Math.log10(mapping.times))}'`,
          'DECIMAL(38,12)',
        );
  const value = `case when ${valid} then ${read} end`;
  const problems = [
    `when ${missing} is not null then NULL`,
    `when ${cell} is null then 'value.blank'`,
    ...(ambiguous ? [`when ${refused} then 'number.ambiguous'`] : []),
    `when ${value} is null then 'number.invalid'`,
    `when abs(${value}) > ${largestFigure} then 'number.too-large'`,
  ];
  return {
    plain,
    told: figure === null ? plain : plainSql(`${figure} is not null`, cell, description),
    value: quickly(
      isPlain,
      `cast(${figure ?? figureNumber(cell, mapping)} as DECIMAL(38,12))`,
      `case when ${missing} is null then ${value} end`,
    ),
    printed: quickly(
      isPlain,
      figureText(cell, mapping),
      `case when ${missing} is null then ${digitsSql(number)} end`,
    ),
    missing: quickly(isPlain, 'NULL', missing),
    problem: quickly(isPlain, 'NULL', `case ${problems.join(' ')} end`),
  };
}
