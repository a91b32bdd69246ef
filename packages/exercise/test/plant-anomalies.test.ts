import { generateExercise, plantAnomalies, tableText } from '@samenbeeld/exercise';
import { describe, expect, it } from 'vitest';

const seeds = Array.from({ length: 8 }, (_, at) => at + 1);
const exercises = seeds.map((seed) => plantAnomalies(generateExercise({ seed })));

describe('plantAnomalies(world)', () => {
  it('gives the same for the same seed', () => {
    expect(plantAnomalies(generateExercise({ seed: 1 }))).toEqual(exercises[0]);
  });

  it('plants every kind in every world', () => {
    for (const { planted } of exercises)
      expect([...new Set(planted.map(({ kind }) => kind))].sort()).toEqual([
        'agency_change',
        'copied_year',
        'date_outside',
        'decimal_slip',
        'duplicate_differs',
        'impossible_price',
        'level_shift',
        'lost_zeros',
        'part_exceeds_whole',
        'parts_not_total',
        'placeholder',
        'transposition',
        'unit_slip',
      ]);
  });

  it('writes in the named cell of the named line what it says, and the truth nowhere near', () => {
    for (const { planted, tables } of exercises)
      for (const { file, lines, columns, written, truth } of planted) {
        const table = tables.find(({ name }) => name === file);
        const [column] = columns;
        if (!table || written === null || column === undefined || file.includes('compilation'))
          continue;
        const cells = tableText(table).split('\r\n')[(lines[0] ?? 0) - 1]?.split(';') ?? [];
        const printed = columns.map((name) => cells[table.header.indexOf(name)]);
        expect(printed).toContain(written);
        expect(printed).not.toContain(truth);
      }
  });

  it('lets no two errors of a table share a cell, and ties what it does not touch', () => {
    for (const { planted, tables } of exercises) {
      const cells = planted.flatMap(({ file, lines, columns }) =>
        lines.flatMap((line) => columns.map((column) => `${file} ${line} ${column}`)),
      );
      expect(new Set(cells).size).toBe(cells.length);
      const wrong = new Set(
        planted.flatMap(({ file, lines }) => lines.map((line) => `${file} ${line}`)),
      );
      const [cases] = tables;
      const number = (cell: string | undefined): number => Number((cell ?? '').replaceAll('.', ''));
      for (const [at, row] of (cases?.rows ?? []).entries())
        if (!wrong.has(`${cases?.name} ${at + 2}`))
          expect(number(row[8]) + number(row[9])).toBe(number(row[7]));
    }
  });
});
