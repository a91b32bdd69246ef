import type { Legend } from '@samenbeeld/ingest';
import { inFour, type MissingReason, quoted } from '@samenbeeld/schema';
import type { Guess } from '../guess.ts';
import { guessMark, meaningOf, nilMark } from './missing-marks.ts';
import type { SettledMark } from './number-habit.ts';
import type { ColumnProfile } from './profile-column.ts';

/** What each mark of a table that stands for a figure means, with its cells counted: a reason for being missing, or nil. */
export function markGuess(
  profiles: readonly ColumnProfile[],
  legend: Legend,
  isStatLine: boolean,
): {
  readonly missingValues: Readonly<Record<string, Guess<MissingReason>>>;
  readonly zeroValues: Readonly<Record<string, Guess<number>>>;
} {
  const marks = new Map<string, number>();
  for (const profile of profiles)
    for (const [mark, cells] of profile.marks) marks.set(mark, (marks.get(mark) ?? 0) + cells);
  const isNil = (mark: string): boolean => (meaningOf(mark, legend)?.nil ?? 0) > 0;
  const seen = [...marks];
  return {
    missingValues: Object.fromEntries(
      seen.flatMap(([mark, cells]) =>
        isNil(mark) ? [] : [[mark, guessMark(mark, cells, legend, isStatLine)] as const],
      ),
    ),
    zeroValues: Object.fromEntries(
      seen.flatMap(([mark, cells]) =>
        isNil(mark) ? [[mark, nilMark(mark, cells, legend)] as const] : [],
      ),
    ),
  };
}

/** The mark between thousands (`groups`), or the decimal one, that most cells of a table prove, or that all settle. */
export function charGuess<T extends string>(
  counts: ReadonlyMap<string, number>,
  settled: SettledMark | null,
  groups: boolean,
): Guess<T | null> {
  const what = groups
    ? inFour(
        'teken tussen duizendtallen',
        'signe entre milliers',
        'Zeichen zwischen Tausendern',
        'mark between thousands',
      )
    : inFour('decimaalteken', 'signe décimal', 'Dezimalzeichen', 'decimal mark');
  const [first, second] = [...counts].sort((a, b) => b[1] - a[1]);
  if (!first && settled?.groups === groups) {
    const { mark, confidence, reason } = settled;
    return { value: mark as T, confidence, reason, alternatives: [] };
  }
  if (!first)
    return {
      value: null,
      confidence: 0.6,
      reason: inFour(
        'geen enkele cel bewijst een {what}',
        'aucune cellule ne prouve un {what}',
        'keine Zelle beweist ein {what}',
        'no cell proves a {what}',
        { what },
      ),
      alternatives: [],
    };
  const all = [...counts.values()].reduce((sum, count) => sum + count, 0);
  return {
    value: first[0] as T,
    confidence: Math.round(Math.min(0.97, first[1] / all) * 100) / 100,
    reason: inFour(
      '{n} van de {all} {all:cel die|cellen die} een {what} {all:bewijst|bewijzen}, {n:gebruikt|gebruiken} {mark}',
      '{n} {n:cellule|cellules} sur {all} qui {n:prouve|prouvent} un {what} {n:emploie|emploient} {mark}',
      '{n} von {all} {all:Zelle|Zellen}, die ein {what} {all:beweist|beweisen}, {n:verwendet|verwenden} {mark}',
      '{n} of {all} cells that prove a {what} use {mark}',
      { n: first[1], all, what, mark: quoted(first[0]) },
    ),
    alternatives: second
      ? [
          {
            value: second[0] as T,
            confidence: Math.round((second[1] / all) * 100) / 100,
            reason: inFour(
              '{n} {n:cel gebruikt|cellen gebruiken} het',
              '{n} {n:cellule l’emploie|cellules l’emploient}',
              '{n} {n:Zelle verwendet|Zellen verwenden} es',
              '{n} cells use it',
              { n: second[1] },
            ),
          },
        ]
      : [],
  };
}
