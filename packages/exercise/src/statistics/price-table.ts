import { randomOf } from '../random.ts';
import type { StatisticsTable } from './table.ts';

/** Median retail price in euro a gram. */
const retail: Readonly<Record<string, number>> = {
  COC: 60,
  HER: 28,
  CAN_RESIN: 9,
  CAN_HERB: 10,
  AMF: 9,
  KETA: 25,
};
export const priceSpread = 0.35;

/** Prices by country, drug, level of sale and year: retail a gram, wholesale a kilogram. */
export function priceTable(seed: number): StatisticsTable {
  const random = randomOf(seed, 'statistics prices');
  const years = Array.from({ length: 8 }, (_, at) => 2018 + at);
  const rows = ['BE', 'NL', 'LU', 'FR', 'DE'].flatMap((country) =>
    Object.entries(retail).flatMap(([drug, median]) =>
      (['retail', 'wholesale'] as const).flatMap((level) =>
        years.map((year) => {
          const usual =
            (level === 'retail' ? median : 450 * median) * Math.exp(priceSpread * random.normal());
          const width = 1.2 + random.int(0, 60) / 100;
          return [
            country,
            drug,
            level,
            String(year),
            (usual / width).toFixed(2),
            usual.toFixed(2),
            (usual * width).toFixed(2),
            level === 'retail' ? 'g' : 'kg',
          ];
        }),
      ),
    ),
  );
  return {
    name: 'exercise-prices.csv',
    header: ['Country', 'Drug', 'Level', 'Year', 'Minimum', 'Typical', 'Maximum', 'Unit'],
    rows,
  };
}
