import type { ColumnGuess, Written } from '../column-guess.ts';
import type { Alternative } from '../guess.ts';
import type { SettledColumn } from './settle-columns.ts';
import type { TableView } from './table-view.ts';
import type { Weighed } from './weigh.ts';
import { writeColumn } from './write-column.ts';
import { ignored, type WrittenGuess } from './written-guess.ts';

/** Below this a person must look. */
const sure = 0.9;

/** Labels that another reading of a column is tried on. */
const shown = 12;

const round = (value: number): number => Math.round(Math.max(0, Math.min(0.99, value)) * 100) / 100;

/** Other meanings of a column, likeliest first. */
export function alternativeGuesses(
  meanings: readonly Weighed[],
  column: SettledColumn,
  view: TableView,
): ColumnGuess['alternatives'] {
  const { profile } = column;
  // Another reading shows its form; its crosswalk is written when a person takes it.
  const sketch = { ...profile, values: new Map([...profile.values].slice(0, shown)) };
  return meanings
    .filter(({ confidence }) => confidence >= 0.3)
    .slice(0, 4)
    .flatMap(
      (
        meaning,
      ): readonly Alternative<{ readonly to: string | null; readonly written: Written }>[] => {
        const other = writeColumn(meaning.concept, sketch, view);
        if (!other?.written) return [];
        return [
          {
            value: { to: other.to, written: other.written },
            confidence: meaning.confidence,
            reason: meaning.reason,
          },
        ];
      },
    )
    .filter(({ value }, at, all) => all.findIndex((each) => each.value.to === value.to) === at);
}

/** One meaning as a guess: its confidence after what the writing leaves open, and a question wherever it is not sure. */
export function assemble(
  column: SettledColumn,
  guess: WrittenGuess,
  confidence: number,
  reason: string,
  alternatives: ColumnGuess['alternatives'],
  samples: readonly string[],
): ColumnGuess {
  const { profile } = column;
  const certain = round(confidence * guess.factor);
  const asked = guess.decide.length > 0;
  const question = `Is "${profile.heading}" ${guess.to === null ? 'rightly left out' : `the ${guess.to}`}?`;
  return {
    kind: 'column',
    headings: [profile.heading],
    letters: [profile.column.letter],
    to: guess.to,
    written: guess.written,
    confidence: certain,
    reason: [reason, guess.why].filter(Boolean).join('; '),
    alternatives: [...(guess.alternatives ?? []), ...alternatives].filter(
      ({ value }, at, all) => all.findIndex((each) => each.value.to === value.to) === at,
    ),
    decide: asked || certain >= sure ? guess.decide : [question],
    crosswalks: guess.crosswalks,
    samples,
  };
}

/** A column of which nothing could be concluded: a question, never a guess. */
export function unknown(
  column: SettledColumn,
  view: TableView,
  alternatives: ColumnGuess['alternatives'],
  samples: readonly string[],
): ColumnGuess {
  const { profile } = column;
  const [first] = column.meanings;
  const empty =
    profile.filled === 0 && first?.heading ? writeColumn(first.concept, profile, view) : null;
  if (empty?.written)
    return {
      ...assemble(
        column,
        empty,
        (first?.heading?.score ?? 0) * 0.8,
        `${first?.reason}; no row holds a value`,
        alternatives,
        samples,
      ),
      decide: ['No row holds a value here: is the meaning of the heading right?'],
    };
  if (profile.filled === 0) {
    const guess = ignored('empty in this file', [
      'No row holds a value here: what does the column hold in other editions?',
    ]);
    return assemble(column, guess, 0.5, 'no row holds a value', alternatives, samples);
  }
  return {
    ...assemble(
      column,
      { to: null, written: null, crosswalks: [], decide: [], factor: 1, why: null },
      0.2,
      'neither the heading nor the cells say what it is',
      alternatives,
      samples,
    ),
    decide: [`What is "${profile.heading}"? Map it, or leave it out with a reason.`],
  };
}
