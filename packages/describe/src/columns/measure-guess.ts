import { measureOf } from './measures.ts';
import { shareOf } from './profile-column.ts';
import { holdsQuantities } from './quantity-shape.ts';
import type { SettledColumn } from './settle-columns.ts';
import type { TableView } from './table-view.ts';
import { writeColumn } from './write-column.ts';
import { ignored, type WrittenGuess } from './written-guess.ts';

/** A column of figures whose heading names a measure, whatever else it might be. */
export function measureGuess(
  { profile, meanings }: SettledColumn,
  view: TableView,
  hasFold: boolean,
): { readonly guess: WrittenGuess; readonly confidence: number; readonly reason: string } | null {
  const numeric = shareOf(profile, profile.numbers.cells) >= 0.8;
  const measure = measureOf(profile.heading);
  const [top] = meanings;
  const otherwise = top && top.concept !== 'value' && (top.heading?.score ?? 0) >= 0.6;

  if (measure?.ignore && !otherwise && !numeric && profile.filled > 0)
    return {
      guess: ignored(measure.ignore, [], false),
      confidence: 0.9,
      reason: `the heading says ${measure.name}`,
    };
  if (
    !(numeric || (profile.said === 0 && profile.filled > 0)) ||
    holdsQuantities(profile, view.language)
  )
    return null;
  if (!measure) return null;
  const named = meanings.find(
    ({ concept }) => concept === 'arrests' || concept === 'period' || concept === 'date',
  );
  if (named && (named.heading?.score ?? 0) >= (measure.ignore ? 0.8 : 0.6)) return null;
  const counted = `${profile.numbers.cells} of ${profile.said} cells are figures`;
  if (measure.ignore) {
    const guess = ignored(measure.ignore, [], false);
    return { guess, confidence: 0.93, reason: `the heading says ${measure.name}; ${counted}` };
  }
  const other =
    view.columns.some(
      ({ profile: each, meanings: [top] }) =>
        each !== profile &&
        top?.concept === 'value' &&
        measureOf(each.heading)?.name !== 'population' &&
        measureOf(each.heading)?.name !== 'dwellings' &&
        measureOf(each.heading)?.ignore === undefined,
    ) || hasFold;
  const base = measure.name === 'population' || measure.name === 'dwellings';
  const crime = view.columns.some(
    ({ meanings: [top] }) =>
      top && ['offence', 'offenceKey', 'substance'].includes(top.concept) && top.confidence > 0.6,
  );
  if (base && (other || crime)) {
    const reason =
      measure.name === 'population'
        ? 'the population, repeated in each row; a population source governs'
        : 'the dwellings, repeated in each row';
    return {
      guess: ignored(reason, [], false),
      confidence: 0.92,
      reason: `the heading says ${measure.name}, beside other figures`,
    };
  }
  const guess = writeColumn('value', profile, view);
  return guess
    ? { guess, confidence: 0.95, reason: `the heading says ${measure.name}; ${counted}` }
    : null;
}
