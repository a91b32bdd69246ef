import type { ColumnGuess } from '../column-guess.ts';
import { alternativeGuesses, assemble, unknown } from './assemble.ts';
import type { KnownHeading } from './known-headings.ts';
import { measureGuess } from './measure-guess.ts';
import { findPersonal, type PersonalFinding, samplesOf } from './personal.ts';
import type { SettledColumn } from './settle-columns.ts';
import type { TableView } from './table-view.ts';
import type { Weighed } from './weigh.ts';
import { writeColumn } from './write-column.ts';
import { ignored, type WrittenGuess } from './written-guess.ts';

/** Below this nothing is written: the column stays an open question. */
const least = 0.35;

/** Cells that prove a column of remarks to be one of personal data. */
const several = 5;

/** Half of what a column says looks like personal data; remarks are left out only where that is more than a few cells. */
function isPersonal({ share, cells }: PersonalFinding, first: Weighed | undefined): boolean {
  const hashed = first?.concept === 'reference' && (first.heading?.score ?? 0) >= 0.6;
  if (first?.concept === 'publication' || hashed) return false;
  const remarks = first?.concept === 'note' && (first.heading?.score ?? 0) >= 0.6;
  return share >= 0.5 && (!remarks || cells >= several);
}

/** What one column seems to mean. Columns that look like personal data are left out, and their cells are never shown. */
export function guessColumn(
  column: SettledColumn,
  view: TableView,
  known: KnownHeading | undefined,
  hasFold: boolean,
): ColumnGuess {
  const { profile, gives } = column;
  const [first, ...others] = column.meanings;
  const personal = findPersonal(profile);
  const person = first?.concept === 'person';
  const hidden = person || (personal !== null && isPersonal(personal, first));
  const samples = samplesOf(profile, hidden);
  if (personal && isPersonal(personal, first)) {
    const reason = `${personal.cells} of ${profile.said} cells look like personal data (${personal.detectors.join(', ')})`;
    return assemble(
      column,
      ignored(`personal data: ${reason}`, [
        'Does this column hold personal data? Then take it out at the source.',
      ]),
      0.85,
      reason,
      [],
      [],
    );
  }
  const alternatives = alternativeGuesses(others, column, view);
  if (known?.ignore)
    return assemble(
      column,
      ignored(known.ignore),
      0.9,
      `as in ${known.source}`,
      alternatives,
      samples,
    );
  if (gives) {
    const written = gives.field ? { to: gives.field } : { ignore: gives.ignore };
    const guess: WrittenGuess = {
      to: gives.field,
      written,
      crosswalks: [],
      decide: gives.decide,
      factor: gives.decide.length > 0 ? 0.7 : 1,
      why: null,
    };
    const more = alternativeGuesses(column.meanings, column, view).map((each) => ({
      ...each,
      confidence: Math.min(each.confidence, 0.3),
    }));
    return assemble(
      column,
      guess,
      Math.min(0.95, (first?.confidence ?? 0.5) + 0.05),
      first?.reason ?? gives.ignore,
      more,
      samples,
    );
  }
  const measured = measureGuess(column, view, hasFold);
  const figures =
    first?.concept === 'value' ||
    (first?.confidence ?? 0) < 0.85 ||
    (first?.heading?.score ?? 0) < 0.8;
  if (measured && figures)
    return assemble(
      column,
      measured.guess,
      measured.confidence,
      measured.reason,
      alternatives,
      samples,
    );
  if (!first || first.confidence < least || profile.filled === 0)
    return unknown(column, view, alternatives, samples);
  const guess = writeColumn(first.concept, profile, view);
  if (!guess) return unknown(column, view, alternatives, samples);
  const screened = personal
    ? {
        ...guess,
        decide: [
          ...guess.decide,
          `${personal.cells} cells look like personal data (${personal.detectors.join(', ')}): their rows will be kept out.`,
        ],
      }
    : guess;
  return assemble(column, screened, first.confidence, first.reason, alternatives, samples);
}
