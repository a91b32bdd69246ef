import type { ColumnGuess } from '../column-guess.ts';
import type { Cut } from './cut-heading.ts';
import { samplesOf } from './personal.ts';
import type { ColumnView } from './table-view.ts';

/** Flags that stand beside each year in a column of their own, which a fold cannot join. */
export function besides(
  cuts: readonly Cut[],
  views: readonly ColumnView[],
): readonly ColumnGuess[] {
  const pairs = new Set(cuts.map(({ profile }) => profile.heading.replace(/ #\d+$/, '')));
  return views.flatMap(({ profile }) => {
    const bare = profile.heading.replace(/ #\d+$/, '');
    const letters = [...profile.values.keys()].every((text) => /^[a-z*]{1,3}$/i.test(text));
    if (
      bare === profile.heading ||
      !pairs.has(bare) ||
      !letters ||
      cuts.some((cut) => cut.profile === profile)
    )
      return [];
    return [
      {
        kind: 'column',
        headings: [profile.heading],
        letters: [profile.column.letter],
        to: null,
        written: { ignore: 'flags of the figures beside it' },
        confidence: 0.85,
        reason: `stands beside "${bare}" and holds ${profile.said} marks`,
        alternatives: [],
        decide: [
          'A description cannot join the marks beside a folded figure to it: are they needed (breaks, estimates)?',
        ],
        crosswalks: [],
        samples: samplesOf(profile, false),
      } satisfies ColumnGuess,
    ];
  });
}

/** A total beside places or substances: the sum of the others, and counted twice if it were kept. */
export function totalsBeside(
  cuts: readonly Cut[],
  figures: readonly ColumnView[],
): readonly ColumnGuess[] {
  if (cuts.length === 0 || cuts.some(({ time }) => time !== null)) return [];
  return figures
    .filter(
      ({ profile }) =>
        /^(?:total|totaal|insgesamt|gesamt|summe|ensemble|all)\b/iu.test(profile.heading) &&
        !cuts.some((cut) => cut.profile === profile),
    )
    .map(({ profile }) => ({
      kind: 'column',
      headings: [profile.heading],
      letters: [profile.column.letter],
      to: null,
      written: { ignore: 'the total of the columns beside it', screen: false },
      confidence: 0.85,
      reason: 'the heading says total, beside columns of places or substances',
      alternatives: [],
      decide: ['Is the total no more than the sum of the columns beside it?'],
      crosswalks: [],
      samples: samplesOf(profile, false),
    }));
}
