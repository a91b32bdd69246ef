import type { Span } from './period.ts';
import { dayOf, partOfYear, type Reader, refusePeriod, yearOf } from './period-reader.ts';
import { monthOf, ordinalOf, partOf } from './period-words.ts';

function orderOf(reader: Reader, mark: string, first: number, second: number): 'd-m' | 'm-d' {
  if (reader.order) return reader.order;
  if (first > 12 || first === second || mark === '.') return 'd-m';
  if (second > 12) return reader.language && reader.language !== 'en' ? 'd-m' : 'm-d';
  if (reader.language && reader.language !== 'en') return 'd-m';
  return refusePeriod(
    reader,
    'day and month can be either way round',
    "declare the order: order: 'd-m' or order: 'm-d', or name the language if it is nl, fr or de",
  );
}

/** All-figure dates. */
export function readDate(reader: Reader, text: string): Span | null {
  const iso =
    /^(\d{4})-(\d{2})-(\d{2})(?:T00:00(?::00(?:\.0+)?)?Z?)?$/.exec(text) ??
    /^(\d{4})\/(\d{2})\/(\d{2})$/.exec(text);
  if (iso) return dayOf(reader, yearOf(reader, iso[1] ?? ''), Number(iso[2]), Number(iso[3]));
  const date = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{2})$/.exec(text.replace(/(?<=\.) /g, ''));
  if (!date) return null;
  const [, a = '', mark = '', b = '', digits = ''] = date;
  const [first, second] = [Number(a), Number(b)];
  const dayFirst = orderOf(reader, mark, first, second) === 'd-m';
  const year = yearOf(reader, digits);
  return dayFirst ? dayOf(reader, year, second, first) : dayOf(reader, year, first, second);
}

/** Dates and parts of a year in words. */
export function readDateInWords(reader: Reader, text: string): Span | null {
  const words = text
    .replace(/,/g, ' ')
    .split(/[\s\u00a0-]+/u)
    .filter((word) => !/^(?:van|de|du|d['’]|des|von|of|in|het|le|la|the|im|den|en)$/i.test(word));
  const digits = words.at(-1) ?? '';
  if (!/^(?:\d{4}|['’]?\d{2})$/.test(digits) || words.length < 2 || words.length > 3) return null;
  const year = digits.replace(/\D/g, '');
  const [first = '', second = ''] = words;
  if (words.length === 2) {
    const month = monthOf(first);
    return month === null ? null : partOfYear(reader, year, 1, month);
  }
  const months = partOf(second);
  const ordinal = ordinalOf(first.replace(/\.$/, ''));
  if (months !== null && ordinal !== null) return partOfYear(reader, year, months, ordinal);
  const [day, month] = /^\d/.test(second) ? [second, monthOf(first)] : [first, monthOf(second)];
  const number = /^(\d{1,2})(?:er|e|\.|st|nd|rd|th)?$/.exec(day)?.[1];
  if (month === null || number === undefined) return null;
  return dayOf(reader, yearOf(reader, year), month, Number(number));
}
