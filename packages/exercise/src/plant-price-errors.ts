import type { PlantedAnomaly } from './planted-anomaly.ts';
import type { Random } from './random.ts';
import { priceSpread } from './statistics/price-table.ts';
import type { StatisticsTable } from './statistics/table.ts';

/** Prices in another measure than the unit says: a thousand times too much or too little, or ten times. */
export function plantPriceErrors(
  table: StatisticsTable,
  random: Random,
): { readonly table: StatisticsTable; readonly planted: readonly PlantedAnomaly[] } {
  const rows = table.rows.map((row) => [...row]);
  const chosen = random.shuffle(rows.map((_, at) => at)).slice(0, 5);
  const factors = [1000, 1 / 1000, 1000, 1 / 1000, 10];
  const planted = chosen.map((at, index): PlantedAnomaly => {
    const factor = factors[index] ?? 1000;
    const row = rows[at] as string[];
    const truth = row[5] ?? '';
    for (const column of [4, 5, 6]) row[column] = (Number(row[column]) * factor).toPrecision(4);
    return {
      kind: 'impossible_price',
      file: table.name,
      lines: [at + 2],
      columns: ['Minimum', 'Typical', 'Maximum'],
      truth,
      written: row[5] ?? '',
      visible: Math.abs(Math.log(factor)) >= 16 * priceSpread,
    };
  });
  return { table: { ...table, rows }, planted };
}
