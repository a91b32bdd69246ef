import type { WhyConversion } from '@samenbeeld/merge';
import {
  formatNumber,
  formatPeriod,
  type Language,
  type Observation,
  type Origin,
  parsePeriod,
  type Source,
} from '@samenbeeld/schema';
import { writtenIn } from '../sources/remarks.ts';
import { words } from './why-words.ts';

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

/** A day, a month or a year of a publication, a find or a decision, in words. */
export function dayText(iso: string, language: Language): string {
  return formatPeriod(parsePeriod(iso.slice(0, 10)), language);
}

/** What whoever entered a row remarked, in their own words: quoted, with its language where it is another. */
export function noteLine(
  { note, source }: Pick<Observation, 'note' | 'source'>,
  sources: readonly Pick<Source, 'id' | 'language'>[],
  language: Language,
): string {
  const written = writtenIn(note ?? '', sources.find(({ id }) => id === source)?.language);
  const head = words.note[language];
  if (written === undefined || written === language) return `${head}: ${note}`;
  return `${head} (${written}): ${words.quoted[language].replace('{words}', () => note ?? '')}`;
}
