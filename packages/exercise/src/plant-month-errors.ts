import type { PlantedAnomaly, PlantedKind } from './planted-anomaly.ts';
import type { Random } from './random.ts';
import { transpose } from './slips.ts';
import type { StatisticsTable } from './statistics/table.ts';

const kinds: readonly (readonly [
  PlantedKind,
  number,
  (value: number, random: Random) => number | null,
])[] = [
  ['unit_slip', 2, (value) => value * 1000],
  ['decimal_slip', 3, (value) => value * 10],
  ['transposition', 3, (value, random) => (value >= 100 ? transpose(value, random) : null)],
];

/** The table of months with slips in months, and totals of years to which the months do not add up. */
export function plantMonthErrors(
  table: StatisticsTable,
  random: Random,
): { readonly table: StatisticsTable; readonly planted: readonly PlantedAnomaly[] } {
  const rows = table.rows.map((row) => [...row]);
  const planted: PlantedAnomaly[] = [];
  const used = new Set<string>();
  const yearOf = ([place = '', period = '']: readonly string[]): string =>
    `${place} ${period.slice(0, 4)}`;
  const change = (
    kind: PlantedKind,
    fits: (period: string) => boolean,
    write: (value: number) => number | null,
  ): void => {
    for (const at of random.shuffle(rows.map((_, index) => index))) {
      const row = rows[at] as string[];
      const truth = row[2] ?? '';
      if (!fits(row[1] ?? '') || used.has(yearOf(row)) || Number(truth) < 30) continue;
      const written = write(Number(truth));
      if (written === null || String(written) === truth) continue;
      row[2] = String(written);
      used.add(yearOf(row));
      planted.push({
        kind,
        file: table.name,
        lines: [at + 2],
        columns: ['Parcels'],
        truth,
        written: row[2],
        visible: true,
      });
      return;
    }
  };
  for (const [kind, count, write] of kinds)
    for (let left = count; left > 0; left -= 1)
      change(
        kind,
        (period) => period.length > 4,
        (value) => write(value, random),
      );
  // Neither a factor nor a swap: the share of the total is drawn so that no digit tells what was meant.
  for (let left = 3; left > 0; left -= 1)
    change(
      'parts_not_total',
      (period) => period.length === 4,
      (value) => Math.round((value * random.int(1031, 1072)) / 1000),
    );
  return { table: { ...table, rows }, planted };
}
