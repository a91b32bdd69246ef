import { capitalised } from '@samenbeeld/answers';
import { type TableBlock, table } from '@samenbeeld/page';
import { formatNumber, type Language } from '@samenbeeld/schema';
import { sizeBands as inBands, type SizeBands } from '@samenbeeld/trends';
import { about, known, yearsOf } from './about-seizures.ts';
import { countOnce } from './counted-once.ts';
import { type FindingAnswer, findingAnswer } from './finding-answer.ts';
import type { Selection } from './opened-picture.ts';
import { answer, type Refused } from './refused.ts';
import { words } from './words.ts';

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

function bandTable(counts: readonly BandCount[], language: Language): TableBlock {
  const years = [...new Set(counts.map(({ year }) => year))];
  const bands = [...new Map(counts.map(({ low, high }) => [low, high]))];
  return table(
    capitalised(words.seizures),
    [['label', words.sizeBand], ...years.map((year) => ['number', String(year)] as const)],
    bands.map(([low, high]) => [
      bandName(low, high, language),
      ...years.map((year) =>
        String(counts.find((one) => one.year === year && one.low === low)?.count ?? 0),
      ),
    ]),
  );
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
    const shown = findingAnswer(picture, finding, [bandTable(counts, picture.language)]);
    return Object.assign(shown, { counts });
  });
}
