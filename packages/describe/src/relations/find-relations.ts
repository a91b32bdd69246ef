import type { ReadTable } from '@samenbeeld/read';
import { formatNumber, inEach, type Text } from '@samenbeeld/schema';
import { type FigureHabit, isRounded } from '../numbers.ts';
import { thresholds } from '../thresholds.ts';
import { columnSums } from './column-sums.ts';
import { type NumericColumn, numericColumns } from './numeric-columns.ts';
import type { Relation } from './relation.ts';

/** Shares and rates as publishers print them: per cent, per 1,000, per 10,000, per 100,000, or a plain quotient. */
const scales: readonly number[] = [100, 1, 1_000, 10_000, 100_000];
/** Rows on which a relation is tried before it is counted on all. */
const tried = 12;
const near = 12;

function holding(
  rate: NumericColumn,
  over: NumericColumn,
  under: NumericColumn,
  scale: number,
  limit = Number.POSITIVE_INFINITY,
): { readonly holds: number; readonly rows: number } {
  let holds = 0;
  let rows = 0;
  for (const [row, value] of rate.values.entries()) {
    const a = over.values[row] ?? null;
    const b = under.values[row] ?? null;
    if (value === null || a === null || b === null || a === 0 || b === 0) continue;
    rows += 1;
    if (isRounded(value, (scale * a) / b, rate.decimals)) holds += 1;
    else if (rows - holds > limit / 3) break;
    if (rows >= limit) break;
  }
  return { holds, rows };
}

/** Whether a quotient of these may be what a publisher prints: a whole one only as a share of counts. */
function plausible(rate: NumericColumn, under: NumericColumn, scale: number): boolean {
  if (!rate.whole) return true;
  return (
    under.whole &&
    scale === 100 &&
    rate.values.every((value) => value === null || (value >= 0 && value <= 100))
  );
}

function formulaOf(scale: number, over: string, under: string): Text {
  return inEach(
    (language) => `${scale === 1 ? '' : `${formatNumber(scale, language)} × `}${over} / ${under}`,
  );
}

/** Columns that are a quotient of two others in (nearly) every row: rates and shares. */
function derivedColumns(columns: readonly NumericColumn[]): readonly Relation[] {
  return columns.flatMap((rate, at) => {
    if (new Set(rate.values).size <= 5) return [];
    const around =
      columns.length > thresholds.fewFigureColumns
        ? columns.slice(Math.max(0, at - near), at + near + 1)
        : columns;
    const counts = around.filter(({ whole }) => whole);
    for (const scale of scales)
      for (const over of counts)
        for (const under of around) {
          if (rate === over || rate === under || over === under) continue;
          if (!plausible(rate, under, scale)) continue;
          const sample = holding(rate, over, under, scale, tried);
          if (sample.rows < 5 || sample.holds < sample.rows * thresholds.quotientHolds) continue;
          const { holds, rows } = holding(rate, over, under, scale);
          if (holds < rows * thresholds.quotientHolds) continue;
          return [
            {
              column: rate.heading,
              kind: scale === 100 ? ('share' as const) : ('rate' as const),
              from: [over.heading, under.heading],
              formula: formulaOf(scale, over.heading, under.heading),
              holds,
              rows,
            },
          ];
        }
    return [];
  });
}

/**
 * Columns of a table that follow from others, verified row by row: sums ("Totaal" = "Mannen" + "Vrouwen"), shares and
 * rates (100,000 × "Fälle" / "Einwohner"). A column that follows from two ways is named once, as a quotient first.
 */
export function findRelations(table: ReadTable, habit: FigureHabit): readonly Relation[] {
  const columns = numericColumns(table, habit);
  const derived = derivedColumns(columns);
  const named = new Set(derived.map(({ column }) => column));
  const plain = columns.filter(({ heading }) => !named.has(heading));
  return [...derived, ...columnSums(plain)];
}
