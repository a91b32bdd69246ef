import { capitalised } from '@samenbeeld/answers';
import { sayInFour } from '@samenbeeld/merge';
import type { Break } from '@samenbeeld/schema';
import {
  type CochranArmitage,
  type LargestShare,
  type LeaveLargestOut,
  type Quantities,
  scopesByBreak,
  largestShare as shareOf,
  cochranArmitage as testShares,
  leaveLargestOut as trendWithout,
} from '@samenbeeld/trends';
import { about, known, yearsOf } from './about-seizures.ts';
import { countOnce } from './counted-once.ts';
import { type FindingAnswer, findingAnswer } from './finding-answer.ts';
import { type Joint, jointOf } from './joint.ts';
import type { Selection } from './opened-picture.ts';
import { answer, type Refused } from './refused.ts';

/** Options of `cochranArmitage`. */
export interface ShareOptions {
  /** A seizure of more than this many kilograms is large; 100. */
  readonly above?: number;
}

/** The declared breaks of the sources that the selection holds. */
function breaksOf({ picture, rows }: Selection): readonly Break[] {
  const sources = new Set(rows.map(({ source }) => source));
  return picture.breaks.filter(({ source }) => sources.has(source));
}

/** Whether the share of large seizures rises or falls over the years (Cochran-Armitage), each seizure counted once. */
export function cochranArmitage(
  selection: Selection,
  { above = 100 }: ShareOptions = {},
): FindingAnswer<CochranArmitage> | Refused {
  const { picture } = selection;
  return answer(picture, () => {
    const { subject } = about(selection);
    const seizures = known(countOnce(selection).rows);
    const years = yearsOf(seizures);
    const of = (year: number) => seizures.filter((seizure) => seizure.year === year);
    const label = capitalised(
      sayInFour(
        'aandeel van de vangsten boven {v} kg',
        'part des saisies de plus de {v} kg',
        'Anteil der Funde über {v} kg',
        'share of finds over {v} kg',
        { v: above },
      ),
    );
    const finding = testShares(
      years.map((year) => of(year).filter(({ kilograms }) => kilograms > above).length),
      years.map((year) => of(year).length),
      {
        subject,
        label,
        groups: years.map(String),
        scopes: scopesByBreak(years.map(String), breaksOf(selection), [
          ...picture.inForce.values(),
        ]),
      },
    );
    return findingAnswer(picture, finding);
  });
}

/** Single seizures where the picture has them, else the annual figures, in which none can be seen. */
function quantitiesOf(selection: Selection, { totals }: Joint): Quantities {
  if (selection.rows[0]?.kind === 'seizure')
    return {
      events: countOnce(selection).rows.map(({ year, kilograms }) => ({
        period: String(year),
        quantity: kilograms,
      })),
    };
  return {
    annual: totals.map(({ period, reported: { likely } }) => ({
      period,
      value: typeof likely === 'number' ? likely : null,
    })),
  };
}

/** How much of the quantity the largest seizure is; "not computable" from annual figures. */
export function largestShare(selection: Selection): FindingAnswer<LargestShare> | Refused {
  return answer(selection.picture, () =>
    findingAnswer(
      selection.picture,
      shareOf(quantitiesOf(selection, jointOf(selection, 'year')), about(selection)),
    ),
  );
}

/** Options of `leaveLargestOut`. */
export interface WithoutLargestOptions {
  /** How many of the largest seizures are left out; 1. */
  readonly leave?: number;
}

/** The trend with and without the largest seizures; "not computable" from annual figures. */
export function leaveLargestOut(
  selection: Selection,
  { leave = 1 }: WithoutLargestOptions = {},
): FindingAnswer<LeaveLargestOut> | Refused {
  return answer(selection.picture, () => {
    const total = jointOf(selection, 'year');
    const covered = total.totals
      .filter(({ status }) => status === 'complete')
      .map(({ period }) => period);
    const finding = trendWithout(quantitiesOf(selection, total), {
      ...about(selection),
      leave,
      covered,
    });
    return findingAnswer(selection.picture, finding);
  });
}
