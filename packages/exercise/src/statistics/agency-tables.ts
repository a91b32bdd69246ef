import type { PlantedAnomaly } from '../planted-anomaly.ts';
import { type Random, randomOf } from '../random.ts';
import type { StatisticsTable } from './table.ts';

/** Quantities of one country and drug as two agencies publish them, by year. */
interface AgencySeries {
  readonly country: string;
  readonly drug: string;
  readonly agencies: readonly [string, string];
  readonly years: readonly (readonly [year: number, first: number, second: number])[];
}

const pairs: Readonly<Record<string, readonly [string, string]>> = {
  NL: ['NL_HARC', 'NL_CUST'],
  BE: ['BE_CUST', 'BE_POL'],
  FR: ['FR_DOUANE', 'FR_PN'],
  LU: ['LU_CUST', 'LU_POL'],
};

/** A whole number whose last digit is no zero, so that its digits tell it from others. */
function telling(value: number, random: Random): number {
  return 10 * Math.round(value / 10) + random.int(1, 9);
}

/** What each country's two agencies publish. */
function agencySeries(seed: number): readonly AgencySeries[] {
  const random = randomOf(seed, 'statistics agencies');
  return Object.entries(pairs).flatMap(([country, agencies]) =>
    ['COC', 'HER', 'CAN_RESIN'].map((drug) => ({
      country,
      drug,
      agencies,
      years: Array.from({ length: 8 }, (_, at) => {
        const first = telling(20_000 * Math.exp(0.3 * random.normal()), random);
        const ratio = Math.exp(
          (random.chance(0.5) ? 1 : -1) * (0.04 + 0.1 * Math.abs(random.normal())),
        );
        return [2018 + at, first, telling(first * ratio, random)] as const;
      }),
    })),
  );
}

/** What the agencies publish, a row each. */
function agencyTable(series: readonly AgencySeries[]): StatisticsTable {
  return {
    name: 'exercise-agencies.csv',
    header: ['Country', 'Agency', 'Drug', 'Year', 'Kilograms'],
    rows: series.flatMap(({ country, drug, agencies, years }) =>
      years.flatMap(([year, ...figures]) =>
        figures.map((value, at) => [
          country,
          agencies[at] ?? '',
          drug,
          String(year),
          String(value),
        ]),
      ),
    ),
  };
}

/** What a compiler prints: the first agency's figure, from the given year on the second's. */
function compilation(
  series: readonly AgencySeries[],
  changed: ReadonlyMap<AgencySeries, number>,
): StatisticsTable {
  return {
    name: 'exercise-compilation.csv',
    header: ['Country', 'Drug', 'Year', 'Kilograms'],
    rows: series.flatMap((one) =>
      one.years.map(([year, first, second]) => [
        one.country,
        one.drug,
        String(year),
        String(year >= (changed.get(one) ?? Number.POSITIVE_INFINITY) ? second : first),
      ]),
    ),
  };
}

/** The tables of agencies and of a compiler, who changes to the second agency of two series in some year. */
export function plantAgencyChanges(
  seed: number,
  random: Random,
): { readonly tables: readonly StatisticsTable[]; readonly planted: readonly PlantedAnomaly[] } {
  const series = agencySeries(seed);
  const changed = new Map(
    random
      .shuffle(series)
      .slice(0, 2)
      .map((one) => [one, random.int(2020, 2024)] as const),
  );
  const compiled = compilation(series, changed);
  const planted = [...changed].map(
    ([one, year]): PlantedAnomaly => ({
      kind: 'agency_change',
      file: compiled.name,
      lines: [
        compiled.rows.findIndex(
          ([country, drug, at]) =>
            country === one.country && drug === one.drug && at === String(year),
        ) + 2,
      ],
      columns: ['Kilograms'],
      truth: one.agencies[0],
      written: one.agencies[1],
      visible: true,
    }),
  );
  return { tables: [agencyTable(series), compiled], planted };
}
