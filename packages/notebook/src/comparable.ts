import { list, paragraph } from '@samenbeeld/page';
import {
  type AppliedOverride,
  assertComparable,
  type Seizure,
  type Text,
} from '@samenbeeld/schema';
import { output } from './cell.ts';
import { comparisonOf } from './comparison-of.ts';
import type { Row } from './criteria.ts';
import type { Bundle } from './kernel.ts';
import type { Picture, Selection } from './opened-picture.ts';
import { answer, type Refused } from './refused.ts';
import { type View, view } from './view.ts';
import { howMany, words } from './words.ts';

/** What rows are to be put together for. */
export type PutTogether = 'sum' | 'rate' | 'trend';

/** Rows that may be put together, with what must be said of it. */
export interface Comparable extends View {
  readonly kind: 'comparable';
  readonly picture: Picture;
  readonly rows: number;
  readonly warnings: readonly Text[];
  /** Recorded decisions without which it would have been refused. */
  readonly overrides: readonly AppliedOverride[];
}

function outputs({ picture, rows, warnings, overrides }: Comparable): readonly Bundle[] {
  const { language } = picture;
  return [
    output(picture, [
      paragraph(`${howMany(rows, 'rows')[language]}: ${words.mayBeTogether[language]}`),
      ...overrides.map(({ says }) => paragraph(says)),
      ...list(warnings),
    ]),
  ];
}

/**
 * Whether the rows of a selection may be put together as they stand, row by row: the comparability guard, asked alone.
 * Every sum, rate and trend asks it too. Where they may not, the refusal names what differs and what would make it
 * right; where a recorded decision allows it, that is shown.
 *
 * @param selection claims, or events: each of these as it stands, also where two are one seizure
 * @example
 * ```ts
 * import { comparable, ingest } from '@samenbeeld/notebook';
 * const { mkdtemp } = await import('node:fs/promises');
 * const { tmpdir } = await import('node:os');
 * const out = `${await mkdtemp(`${tmpdir()}/comparable-`)}/picture`;
 * const { picture } = await ingest('exercise-nl-harc', 'fixtures/exercise/nl-harc-2018-2025.csv', { out });
 * const { kind, dimension } = comparable(picture.seizures.where({ place: 'NLVLI', substance: 'COC' }));
 * [kind, dimension] // => ['refused', 'basis']
 * await picture.close();
 * ```
 */
export function comparable(
  { picture, rows }: Selection<Row>,
  { for: purpose = 'sum' }: { readonly for?: PutTogether } = {},
): Comparable | Refused {
  return answer(picture, () => {
    const said = assertComparable(rows as readonly Seizure[], {
      for: purpose,
      ...comparisonOf(picture),
    });
    const told = new Set(said.overrides.map(({ says }) => says));
    const warnings = said.warnings.filter((warning) => !told.has(warning));
    const { overrides } = said;
    return view<Comparable>(
      { kind: 'comparable', picture, rows: rows.length, warnings, overrides },
      outputs,
    );
  });
}
