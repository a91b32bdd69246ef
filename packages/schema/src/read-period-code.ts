import type { Span } from './period.ts';
import { partOfYear, type Reader, refusePeriod, weekOfYear } from './period-reader.ts';

const letters: Readonly<Record<string, number>> = { S: 6, H: 6, HJ: 6, Q: 3, T: 3, M: 1, MM: 1 };

/** `KW` is a quarter in Dutch codes and a week in German text. */
function kwOf(reader: Reader, at: number): 'Q' | 'W' {
  if (reader.language === 'nl') return 'Q';
  if (reader.language === 'de' || at > 4) return 'W';
  return refusePeriod(reader, 'KW is a quarter in Dutch and a week in German', 'name the language');
}

/** Codes: `2024`, `2024-S1`, `2024-07`, `2024-W05`, `2023KW01`, `2023JJ00`, `Q3 2024`. */
export function readPeriodCode(reader: Reader, text: string): Span | null {
  const year = /^(\d{4})(?:JJ00|-?A1?)?$/i.exec(text) ?? /^(\d{2})$/.exec(text);
  if (year) return partOfYear(reader, year[1] ?? '', 12, 1);
  const month = /^(\d{4})-(\d{1,2})$/.exec(text);
  if (month) return partOfYear(reader, month[1] ?? '', 1, Number(month[2]));
  const code =
    /^(?<year>\d{4})[- ]?(?<kind>[SHQTMW]|HJ|KW|MM)[- ]?0?(?<at>\d{1,2})$/i.exec(text) ??
    /^(?<kind>[SHQTW])(?<at>\d{1,2})[- /](?<year>\d{4})$/i.exec(text);
  if (!code?.groups) return null;
  const { year: digits = '', kind = '', at } = code.groups;
  const letter = kind.toUpperCase() === 'KW' ? kwOf(reader, Number(at)) : kind.toUpperCase();
  if (letter === 'W') return weekOfYear(reader, digits, Number(at));
  return partOfYear(reader, digits, letters[letter] ?? 1, Number(at));
}
