import type { WhyConversion } from '@samenbeeld/merge';
import { formatNumber, type Language, type Origin } from '@samenbeeld/schema';
import { words } from './words.ts';

/** The cell a record was read from: file, sheet, line, column and what stands there. */
export function whereLine({ file, sheet, line, column, raw }: Origin, language: Language): string {
  const parts = [
    file,
    ...(sheet === null ? [] : [`${words.sheet[language]} "${sheet}"`]),
    `${words.line[language]} ${line}`,
    `${words.column[language]} ${column}`,
    `${words.cell[language]} "${raw}"`,
  ];
  return parts.join(', ');
}

/** A conversion with its factor: "converted: 317.5 g × 0.001 = 0.3175 kg". */
export function conversionLine({ from, to, factor }: WhyConversion, language: Language): string {
  const number = (value: number) => formatNumber(value, language);
  return `${words.converted[language]}: ${number(from.value)} ${from.unit} × ${number(factor)} = ${number(to.value)} ${to.unit}`;
}
