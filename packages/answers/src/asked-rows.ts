import { expandPlace, type Observation, placeContains } from '@samenbeeld/schema';
import type { Analysis } from './analysis.ts';
import {
  agencyOf,
  codeOf,
  dayOf,
  drugsAsked,
  type QuestionWords,
  wordsGiven,
} from './questions.ts';

/** The first and the last day asked of, where they are named. */
export function daysAsked({ from, to }: QuestionWords): {
  readonly from: string | null;
  readonly to: string | null;
} {
  const [first] = wordsGiven(from);
  const [last] = wordsGiven(to);
  return { from: dayOf(first, 'start'), to: dayOf(last, 'end') };
}

/** Figures of a picture of what a block names, with a value; {@link recordsAsked} gives those without one too. */
export function rowsAsked(analysis: Analysis, words: QuestionWords): readonly Observation[] {
  return recordsAsked(analysis, words).filter(({ value }) => value !== null);
}

/**
 * Records of a picture of what a block names: within its places and its days, of its substances, bases, metrics and services.
 * What it leaves out is not looked at.
 */
export function recordsAsked(
  { gathered, counted, picture }: Analysis,
  words: QuestionWords,
): readonly Observation[] {
  const written = picture.written ?? ((name: string) => name);
  const context = { rows: counted, written };
  const codes = (key: 'place' | 'basis' | 'metric'): readonly string[] =>
    wordsGiven(words[key]).map((word) => codeOf(word, key, context));
  const places = codes('place').flatMap(expandPlace);
  const drugs = drugsAsked(words['substance'], context) ?? [];
  const [bases, metrics] = [codes('basis'), codes('metric')];
  const services = wordsGiven(words['agency']).map((word) => agencyOf(word, written));
  const { from, to } = daysAsked(words);
  const isNamed = (named: readonly string[], code: string | null): boolean =>
    named.length === 0 || (code !== null && named.includes(code));
  const isWithin = (place: string): boolean =>
    places.length === 0 ||
    expandPlace(place).every((part) => places.some((asked) => placeContains(asked, part)));
  return gathered.observations.filter(
    (row) =>
      (drugs.length === 0 || drugs.includes(row.substance)) &&
      isNamed(bases, row.basis) &&
      isNamed(metrics, row.metric) &&
      (services.length === 0 || services.some((one) => row.agencies.includes(one))) &&
      (from === null || row.periodStart >= from) &&
      (to === null || row.periodEnd <= to) &&
      isWithin(row.place),
  );
}
