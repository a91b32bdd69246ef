import { say } from '@samenbeeld/merge';
import { formatNumber, type Language, type Text } from '@samenbeeld/schema';
import {
  type CochranArmitage,
  sizeBands as inBands,
  type LargestShare,
  type LeaveLargestOut,
  type Quantities,
  type SizeBands,
  largestShare as shareOf,
  cochranArmitage as testShares,
  leaveLargestOut as trendWithout,
} from '@samenbeeld/trends';
import { type CellScope, cellScopes } from './cell-scope.ts';
import { type CountedSeizure, countOnce } from './counted-once.ts';
import { eachLanguage } from './each-language.ts';
import { type FindingAnswer, findingAnswer } from './finding-answer.ts';
import { type Grid, grid } from './html.ts';
import { type Joint, jointOf } from './joint.ts';
import { answer, type Refused } from './refused.ts';
import type { Selection } from './selection.ts';
import { words } from './words.ts';

function capitalised(text: Text): Text {
  return eachLanguage(
    (language) => text[language].charAt(0).toUpperCase() + text[language].slice(1),
  );
}

function scopeOf(selection: Selection): CellScope {
  const [scope] = cellScopes(selection, []);
  return scope as CellScope;
}

function about(selection: Selection): {
  readonly subject: string;
  readonly unit: string;
  readonly label: Text;
} {
  const { place, substance, basis } = scopeOf(selection);
  return {
    subject: `${place} ${substance} ${basis} kg`,
    unit: 'kg',
    label: capitalised(
      say(
        {
          nl: '{substance} in {place}',
          fr: '{substance} à {place}',
          de: '{substance} in {place}',
          en: '{substance} in {place}',
        },
        { substance: { substance }, place: { place } },
      ),
    ),
  };
}

function yearsOf(seizures: readonly CountedSeizure[]): readonly number[] {
  const years = seizures.map(({ year }) => year);
  if (years.length === 0) return [];
  const [first, last] = [Math.min(...years), Math.max(...years)];
  return Array.from({ length: last - first + 1 }, (_, at) => first + at);
}

function known(
  seizures: readonly CountedSeizure[],
): readonly (CountedSeizure & { kilograms: number })[] {
  return seizures.filter(
    (seizure): seizure is CountedSeizure & { kilograms: number } => seizure.kilograms !== null,
  );
}

/** Seizures of one band in one year. */
export interface BandCount {
  readonly year: number;
  /** Lower edge, included; the upper one is not, and null has none. */
  readonly low: number;
  readonly high: number | null;
  readonly count: number;
}

/** Size bands over all years, with the counts of each year. */
export interface SizeBandsAnswer extends FindingAnswer<SizeBands> {
  readonly counts: readonly BandCount[];
}

/** "10–100 kg". */
export function bandName(low: number, high: number | null, language: Language): string {
  const [from, to] = [
    formatNumber(low, language),
    high === null ? '' : formatNumber(high, language),
  ];
  if (high === null) return `≥ ${from} kg`;
  return low === 0 ? `< ${to} kg` : `${from}–${to} kg`;
}

function bandGrid(counts: readonly BandCount[], language: Language): Grid {
  const years = [...new Set(counts.map(({ year }) => year))];
  const bands = [...new Map(counts.map(({ low, high }) => [low, high]))];
  return {
    headings: [
      { label: words.sizeBand[language] },
      ...years.map((year) => ({ label: String(year), number: true })),
    ],
    rows: bands.map(([low, high]) => [
      bandName(low, high, language),
      ...years.map((year) =>
        String(counts.find((one) => one.year === year && one.low === low)?.count ?? 0),
      ),
    ]),
  };
}

/** Options of `sizeBands`. */
export interface BandOptions {
  /** Lower edges of the second and later bands, in kilograms; 1, 10, 100, 1000. */
  readonly edges?: readonly number[];
}

/** How many seizures, each counted once, fall in each size band, over all years and year by year. */
export function sizeBands(
  selection: Selection,
  { edges = [1, 10, 100, 1000] }: BandOptions = {},
): SizeBandsAnswer | Refused {
  const { picture } = selection;
  return answer(picture, () => {
    const seizures = countOnce(selection).rows;
    const finding = inBands(
      seizures.map(({ kilograms }) => kilograms),
      edges,
      about(selection),
    );
    const counts = yearsOf(seizures).flatMap((year) =>
      finding.bands.map(
        ({ low, high }): BandCount => ({
          year,
          low,
          high,
          count: known(seizures).filter(
            (one) =>
              one.year === year && one.kilograms >= low && (high === null || one.kilograms < high),
          ).length,
        }),
      ),
    );
    const shown = findingAnswer(picture, finding, [grid(bandGrid(counts, picture.language))]);
    return Object.assign(shown, { counts });
  });
}

/** Options of `cochranArmitage`. */
export interface ShareOptions {
  /** A seizure of more than this many kilograms is large; 100. */
  readonly above?: number;
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
      say(
        {
          nl: 'aandeel van de vangsten boven {v} kg',
          fr: 'part des saisies de plus de {v} kg',
          de: 'Anteil der Funde über {v} kg',
          en: 'share of finds over {v} kg',
        },
        { v: above },
      ),
    );
    const finding = testShares(
      years.map((year) => of(year).filter(({ kilograms }) => kilograms > above).length),
      years.map((year) => of(year).length),
      { subject, label, groups: years.map(String) },
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
