import type { ColumnGuess } from '../column-guess.ts';
import type { Cut } from './cut-heading.ts';
import { headingTime } from './heading-time.ts';
import { samplesOf } from './personal.ts';
import { type ColumnProfile, labelsOf } from './profile-column.ts';
import type { ColumnView, TableView } from './table-view.ts';

const flagWords =
  /(?<![\p{L}])(?:flags?|status|statut|vlag|markering|symbool|symbole?|kennzeichen|kennzeichnung|fu[sß]{1,2}note|footnotes?|voetnoot|notes?|marks?|marker|remarks?|opmerking|bemerkung|remarque)(?![\p{L}])/iu;

const separators = /[\s_.:;,()[\]/-]+/gu;
const plain = (text: string): string => text.replace(separators, ' ').trim().toLowerCase();

/** Whether a heading says that it holds marks, beside a year or what else it names. */
export function isFlagHeading(heading: string): boolean {
  return flagWords.test(heading.replaceAll('_', ' '));
}

const isMarks = (profile: ColumnProfile): boolean =>
  labelsOf(profile).every((text) => /^[a-z*†‡]{1,3}$/iu.test(text));

/** The folded heading that a column of marks stands beside: it has its name, or its year and another word. */
function folded(profile: ColumnProfile, cuts: readonly Cut[], view: TableView): Cut | undefined {
  const bare = profile.heading.replace(/ #\d+$/u, '');
  if (bare !== profile.heading && isMarks(profile))
    return cuts.find((cut) => cut.profile.heading.replace(/ #\d+$/u, '') === bare);
  const flagged = isFlagHeading(bare);
  const name = plain(bare.replaceAll('_', ' ').replace(flagWords, ' '));
  const named = cuts.find((cut) => plain(cut.profile.heading) === name);
  if (flagged && named) return named;
  const time = headingTime(bare, view.language);
  if (time === null || (profile.numbers.cells > 0 && !flagged)) return undefined;
  return cuts.find((cut) => cut.time?.text === time.text);
}

/**
 * Marks and words that stand beside each folded heading in a column of their own: a fold cannot join them, and as columns of
 * the row they would be put on every heading. Where a row has one figure only, they are its own.
 */
export function besides(cuts: readonly Cut[], view: TableView): readonly ColumnGuess[] {
  if (cuts.length < 2) return [];
  return view.columns.flatMap(({ profile }: ColumnView) => {
    if (cuts.some((cut) => cut.profile === profile)) return [];
    const beside = folded(profile, cuts, view)?.profile.heading;
    if (beside === undefined) return [];
    const labels = labelsOf(profile);
    const shown = labels
      .slice(0, 6)
      .map((label) => JSON.stringify(label))
      .join(', ');
    const held = isMarks(profile) ? 'marks' : 'cells';
    return [
      {
        kind: 'column',
        headings: [profile.heading],
        letters: [profile.column.letter],
        to: null,
        written: { ignore: `${held} that belong to "${beside}" alone` },
        confidence: 0.85,
        reason: `stands beside "${beside}" and holds ${profile.said} ${held}`,
        alternatives: [],
        decide: [
          `A description cannot join what stands beside a folded figure to it${shown ? ` (${shown})` : ''}: is it needed (breaks, estimates, figures kept back)?`,
        ],
        crosswalks: [],
        samples: samplesOf(profile, false),
      } satisfies ColumnGuess,
    ];
  });
}
