import type { PlantedKind } from './planted-anomaly.ts';
import type { Random } from './random.ts';
import { transpose } from './slips.ts';
import type { CaseRow } from './statistics/case-table.ts';
import { grouped } from './statistics/table.ts';

/** An error in one cell of the table of cases: how often, in which column, and what is written. */
export interface Change {
  readonly kind: PlantedKind;
  readonly count: number;
  readonly column: 'Fälle' | 'Versuche' | 'Tatverdächtige' | 'männlich' | 'weiblich';
  /** What is written for a figure of this row; null where it cannot be. */
  readonly write: (value: number, row: CaseRow, random: Random) => string | null;
}

const times =
  (factor: number) =>
  (value: number): string | null =>
    value >= 30 ? grouped(value * factor) : null;

function swapped(value: number, _: CaseRow, random: Random): string | null {
  const other = value >= 100 ? transpose(value, random) : null;
  return other === null ? null : grouped(other);
}

function withoutZeros(value: number): string | null {
  const cell = grouped(value);
  return /^\d{1,3}\.\d{3}$/.test(cell) && cell.endsWith('0')
    ? cell.replace(/0+$/, '').replace(/\.$/, '')
    : null;
}

/** The errors that are planted in single cells of the table of cases. */
export const caseChanges: readonly Change[] = [
  { kind: 'unit_slip', count: 2, column: 'Fälle', write: times(1000) },
  { kind: 'unit_slip', count: 2, column: 'Tatverdächtige', write: times(1000) },
  { kind: 'decimal_slip', count: 2, column: 'Fälle', write: times(10) },
  { kind: 'decimal_slip', count: 2, column: 'Tatverdächtige', write: times(100) },
  { kind: 'transposition', count: 3, column: 'Fälle', write: swapped },
  { kind: 'transposition', count: 2, column: 'männlich', write: swapped },
  { kind: 'lost_zeros', count: 4, column: 'Fälle', write: withoutZeros },
  { kind: 'lost_zeros', count: 3, column: 'Tatverdächtige', write: withoutZeros },
  { kind: 'lost_zeros', count: 2, column: 'männlich', write: withoutZeros },
  {
    kind: 'part_exceeds_whole',
    count: 3,
    column: 'Versuche',
    write: (_, row, random) =>
      row.cases >= 30 ? grouped(Math.round((row.cases * random.int(113, 187)) / 100)) : null,
  },
  {
    kind: 'placeholder',
    count: 2,
    column: 'Fälle',
    write: (value) => (value >= 40 && value < 9000 ? '99.999' : null),
  },
  {
    kind: 'placeholder',
    count: 2,
    column: 'Tatverdächtige',
    write: (value) => (value >= 40 ? '0' : null),
  },
];
