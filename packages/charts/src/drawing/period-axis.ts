import { type Language, periodsPerYear, shortMonths, shortParts } from '@samenbeeld/schema';
import { widthOf } from '../lines.ts';
import { type Frequency, frequencyOf, type PeriodStep, periodStep } from './period-step.ts';

const dayLength = 86_400_000;

/** The calendar year of a step and its place in it, from zero; an ISO week belongs to the year of its Thursday. */
function calendarOf({ frequency, step }: PeriodStep): {
  readonly year: number;
  readonly place: number;
} {
  if (frequency === 'W' || frequency === 'D') {
    const day = new Date((frequency === 'W' ? step * 7 + 4 + 3 : step) * dayLength);
    const year = day.getUTCFullYear();
    const days = Math.round((day.getTime() - Date.UTC(year, 0, 1)) / dayLength);
    return { year, place: frequency === 'W' ? Math.floor(days / 7) : days };
  }
  const each = periodsPerYear[frequency];
  return { year: Math.floor(step / each), place: ((step % each) + each) % each };
}

/** The month, from zero, in which a week or day begins, and its year. */
function monthOf({ frequency, step }: PeriodStep): {
  readonly year: number;
  readonly month: number;
} {
  const day = new Date((frequency === 'W' ? step * 7 + 4 : step) * dayLength);
  return { year: day.getUTCFullYear(), month: day.getUTCMonth() };
}

/** A period in as few letters as an axis has room for; without its year for what is shorter than one. */
function shortName(period: PeriodStep, language: Language): string {
  const { frequency, step } = period;
  const { year, place } = calendarOf(period);
  if (frequency === 'A') return String(year);
  if (frequency === 'M') return shortMonths[language][place] ?? '';
  if (frequency !== 'D') return `${shortParts[frequency][language]}${place + 1}`;
  const day = new Date(step * dayLength);
  return `${day.getUTCDate()} ${shortMonths[language][day.getUTCMonth()] ?? ''}`;
}

/** A mark on the axis of periods: where it stands, and its one or two lines. */
interface PeriodTick {
  readonly at: number;
  readonly lines: readonly string[];
}

/** The axis of periods: every period from the first to the last is one step wide, also one without a value. */
export interface PeriodAxis {
  readonly frequency: Frequency;
  readonly first: number;
  readonly last: number;
  readonly ticks: readonly PeriodTick[];
  /** Where years meet, for periods shorter than a year. */
  readonly bounds: readonly number[];
}

const yearRoom = 34;

/** Every year, or every second, fifth, tenth: as many as have room. */
function yearSteps(pixels: number): number {
  return [1, 2, 5, 10, 20, 50].find((every) => every * pixels >= yearRoom) ?? 100;
}

function range(first: number, last: number): readonly number[] {
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}

function years(first: number, last: number, pixels: number): readonly PeriodTick[] {
  const every = yearSteps(pixels);
  return range(first, last)
    .filter((year) => year % every === 0 || last - first < every)
    .map((year) => ({ at: year, lines: [String(year)] }));
}

/** Years over their span, where periods are shorter and there are many. */
function spans(axis: Omit<PeriodAxis, 'ticks'>, pixels: number): readonly PeriodTick[] {
  const { frequency, first, last, bounds } = axis;
  const edges = [first - 0.5, ...bounds, last + 0.5];
  const every = yearSteps(periodsPerYear[frequency] * pixels);
  return edges.slice(0, -1).flatMap((from, index) => {
    const to = edges[index + 1] ?? from;
    const { year } = calendarOf({ frequency, step: Math.ceil(from) });
    const room = Math.min((to - from) * every, last + 0.5 - from) * pixels;
    if (room < yearRoom - 2 || year % every !== 0) return [];
    const at = every === 1 ? (from + to) / 2 : from + Math.min(to - from, 18 / pixels);
    return [{ at, lines: [String(year)] }];
  });
}

/** The periods themselves, as many as have room, with the year below the first of each. */
function singles(
  axis: Omit<PeriodAxis, 'ticks'>,
  pixels: number,
  language: Language,
): readonly PeriodTick[] {
  const { frequency, first, last } = axis;
  const names = range(first, last).map((step) => shortName({ frequency, step }, language));
  const needed = Math.max(...names.map((name) => widthOf(name, 12)), 30) + 8;
  const every = Math.max(1, Math.ceil(needed / pixels));
  let before: number | null = null;
  return names.flatMap((name, index) => {
    if (index % every !== 0) return [];
    const { year } = calendarOf({ frequency, step: first + index });
    const isNew = year !== before;
    before = year;
    return [{ at: first + index, lines: isNew ? [name, String(year)] : [name] }];
  });
}

/** Months over weeks or days, with the year below the first of each. */
function monthStarts(
  axis: Omit<PeriodAxis, 'ticks'>,
  pixels: number,
  language: Language,
): readonly PeriodTick[] {
  const { frequency, first, last } = axis;
  const starts = range(first, last).flatMap((step) => {
    const { year, month } = monthOf({ frequency, step });
    const isFirst = monthOf({ frequency, step: step - 1 }).month !== month;
    return isFirst ? [{ at: step, year, month }] : [];
  });
  const needed = Math.max(...shortMonths[language].map((name) => widthOf(name, 12)), 30) + 8;
  const perMonth = (frequency === 'W' ? 4.35 : 30.4) * pixels;
  const every = [1, 2, 3, 6].find((count) => count * perMonth >= needed) ?? 12;
  return starts
    .filter(({ month }) => month % every === 0)
    .map(({ at, year, month }, index, all) => {
      const name = shortMonths[language][month] ?? '';
      return { at, lines: all[index - 1]?.year === year ? [name] : [name, String(year)] };
    });
}

/** Places periods on an axis of `width` pixels; throws where they are no periods or not of one length. */
export function periodAxis(
  codes: readonly string[],
  width: number,
  language: Language,
): PeriodAxis {
  const frequency = frequencyOf(codes);
  const steps = codes.map((code) => periodStep(code).step);
  const [first, last] = [
    steps.reduce((a, b) => Math.min(a, b)),
    steps.reduce((a, b) => Math.max(a, b)),
  ];
  const pixels = width / (last - first + 1);
  const bounds =
    frequency === 'A'
      ? []
      : range(first + 1, last)
          .filter(
            (step) =>
              calendarOf({ frequency, step }).year !==
              calendarOf({ frequency, step: step - 1 }).year,
          )
          .map((step) => step - 0.5);
  const axis = { frequency, first, last, bounds };
  if (frequency === 'A') return { ...axis, ticks: years(first, last, pixels) };
  const few = bounds.length < 2 || (frequency === 'S' && last - first < 8);
  const days = frequency === 'W' ? 7 * (last - first) : frequency === 'D' ? last - first : 0;
  if (few && days > 150) return { ...axis, ticks: monthStarts(axis, pixels, language) };
  return { ...axis, ticks: few ? singles(axis, pixels, language) : spans(axis, pixels) };
}
