import {
  formatNumber,
  formatPeriod,
  type Language,
  parsePeriod,
  shortPeriod,
} from '@samenbeeld/schema';

/** A number as it is printed in a language; at most `decimals` decimals. */
export function printNumber(value: number, language: Language, decimals = 1): string {
  return formatNumber(Number(value.toFixed(decimals)), language);
}

/** The lower end of a range as it is printed: rounded down, so that what is printed still holds. */
export function printLow(value: number, language: Language): string {
  return formatNumber(outward(value, Math.floor), language);
}

/** The upper end of a range as it is printed: rounded up. */
function printHigh(value: number, language: Language): string {
  return formatNumber(outward(value, Math.ceil), language);
}

/** To the gram, as words beside a chart have it; a value that has no more is left as it is, whatever its binary form makes of it. */
function outward(value: number, round: (value: number) => number): number {
  const near = Number(value.toFixed(3));
  return near === value ? value : round(value * 1000) / 1000;
}

/** How axes print numbers in a language. */
export function numberLocale(language: Language): {
  readonly decimal: string;
  readonly thousands: string;
  readonly grouping: number[];
  readonly currency: [string, string];
} {
  const [, thousands = '', decimal = ''] =
    /^12(.)345(.)6$/u.exec(formatNumber(12_345.6, language)) ?? [];
  return { decimal, thousands, grouping: [3], currency: ['', ''] };
}

/** How an axis prints round values, each with the decimals that it has: left to itself a renderer prints 2.5 as 3. */
export function tickFormat(values: readonly number[]): string {
  const decimals = values.map((value) => formatNumber(value, 'en').split('.')[1]?.length ?? 0);
  return `,.${Math.max(0, ...decimals)}~f`;
}

/** A range as it is printed in a language, never narrower than it is: one number where both ends are the same. */
export function printRange(low: number, high: number, language: Language): string {
  if (low === high) return printNumber(low, language, 3);
  return `${printLow(low, language)}–${printHigh(high, language)}`;
}

/** Round steps from zero to at least `reach`, at most `count` of them. */
export function steps(reach: number, count: number): readonly number[] {
  const rough = Math.max(reach, 1e-9) / count;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = ([1, 2, 2.5, 5, 10].find((factor) => factor * power >= rough) ?? 10) * power;
  const last = Math.ceil(reach / step - 1e-9);
  return Array.from({ length: last + 1 }, (_, index) => Number((index * step).toPrecision(12)));
}

/** A period of a total as a row has room for: "2022", "H1 2022", "mrt 2022"; of any other part of a year the year. */
export function rowName(period: string, language: Language): string {
  const span = parsePeriod(period);
  return span.freq === 'O' ? span.start.slice(0, 4) : shortPeriod(span, language);
}

/** A period of a total as a table behind a chart has it: "2022", "maart 2022". */
export function periodWords(period: string, language: Language): string {
  return formatPeriod(parsePeriod(period), language);
}
