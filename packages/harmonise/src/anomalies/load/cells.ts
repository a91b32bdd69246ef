import {
  type Binding,
  type BoundColumn,
  cellText,
  fields,
  type Mapping,
  type Slot,
  type SourceDescription,
} from '@samenbeeld/ingest';
import { ownValue } from '@samenbeeld/schema';
import { columnHabit, readByHabit } from '../column-habit.ts';

/** A column of figures in one table: a value column of the description, or one of numbers that it ignores. */
export interface FigureColumn {
  readonly index: number;
  readonly key: string;
  readonly style: string;
  readonly shown: string;
  readonly heading: string | null;
  readonly slot: Slot | null;
  readonly marks: { readonly group: string | null; readonly decimal: string | null };
}

/** Key of a table of a file. */
export function tableKey({ table }: Binding): string {
  return `${table.file}\u0000${table.sheet ?? ''}`;
}

function marksOf(mapping: Mapping, { language }: SourceDescription): FigureColumn['marks'] {
  const decimal =
    mapping.decimalChar ?? (mapping.as === 'quantity' && language !== 'en' ? ',' : null);
  return { group: mapping.groupChar, decimal };
}

/** Whether nearly all cells of a column that is ignored are numbers. */
function holdsNumbers({ column }: BoundColumn, { table }: Binding): boolean {
  const cells = table.rows.flatMap((row) => cellText(row.cells[column.index]) ?? []);
  if (cells.length < 10) return false;
  const habit = columnHabit(cells);
  const numbers = cells.filter(
    (cell) => /^[+-]?[\d.,'\s]+%?$/u.test(cell) && readByHabit(cell, habit) !== null,
  );
  return numbers.length >= 0.9 * cells.length;
}

/** The columns of figures of a table. */
export function figureColumns(
  binding: Binding,
  source: SourceDescription,
): readonly FigureColumn[] {
  const table = tableKey(binding);
  const slots = binding.slots.map((slot): FigureColumn => {
    const key = `${table}\u0000${slot.column.letter}`;
    return {
      index: slot.column.index,
      key,
      style: slot.header === null ? `${table}\u0000${slot.key.split(':')[0]}` : key,
      shown: slot.shown,
      heading: slot.heading,
      slot,
      marks: marksOf(slot.mapping, source),
    };
  });
  const ignored = binding.columns
    .filter(
      (bound) =>
        bound.rule.ignore !== null &&
        bound.rule.mappings.length === 0 &&
        holdsNumbers(bound, binding),
    )
    .map((bound): FigureColumn => {
      const key = `${table}\u0000${bound.column.letter}`;
      return {
        index: bound.column.index,
        key,
        style: key,
        shown: bound.shown,
        heading: bound.rule.header,
        slot: null,
        marks: { group: null, decimal: null },
      };
    });
  return [...slots, ...ignored];
}

/** Whether a column may name a row in a correction: never a hashed reference, a remark or what is kept out of the picture. */
export function isLabel({ rule }: BoundColumn, source: SourceDescription): boolean {
  return (
    rule.mappings.length > 0 &&
    rule.mappings.every(
      ({ to, as }) =>
        as !== 'hash' &&
        as !== 'quantity' &&
        to !== 'value' &&
        to !== 'note' &&
        to !== 'placeNote' &&
        Object.hasOwn(fields[source.record], to),
    )
  );
}

/** Whether a column feeds what tells one series from another: a dimension that is no time. */
export function isDimension({ rule }: BoundColumn, source: SourceDescription): boolean {
  return rule.mappings.some(({ to }) => {
    const field = ownValue(fields[source.record], to);
    return field?.dimension === true && field.kind !== 'time';
  });
}

/** Whether a column feeds a time. */
export function isTime({ rule }: BoundColumn, source: SourceDescription): boolean {
  return rule.mappings.some(({ to }) => ownValue(fields[source.record], to)?.kind === 'time');
}
