import { describe, expect, it } from 'vitest';
import { columnHabit, readByHabit } from '../../src/anomalies/column-habit.ts';

describe('columnHabit(cells, marks)', () => {
  it.each([
    [
      'commas, some short',
      [
        '365,753',
        '371,11',
        '363,655',
        '4,444,108',
        '22',
        '3,5',
        '1,204',
        '7,001',
        '9,118',
        '12,331',
      ],
      true,
    ],
    ['points', ['365.753', '371.11', '363.655', '4.444.108'], true],
    [
      'both marks, as a spreadsheet leaves them',
      ['365.753', '371.11', '363.655', '4,444,108'],
      true,
    ],
    ['rates with two decimals', ['7,268.70', '5.7', '4.25', '3.125'], false],
    ['kilograms below one', ['0.371', '3.125', '2.751', '1.504'], false],
    ['four decimals', ['1.2345', '3.125', '2.751', '1.504'], false],
    ['numbers without marks', ['365753', '37111', '3.125', '2.751', '1.504'], false],
    ['too few groups', ['365.753', '371.11'], false],
  ])('%s: grouped %s', (_, cells, grouped) => {
    expect(columnHabit(cells).grouped).toBe(grouped);
  });

  it('believes a description that declares groups, and one that declares decimals', () => {
    expect(columnHabit(['365.753', '371.11', '12'], { group: '.', decimal: null }).grouped).toBe(
      true,
    );
    expect(
      columnHabit(['1.250', '12.5', '3.125', '7.001'], { group: null, decimal: '.' }).grouped,
    ).toBe(false);
  });

  it('does not believe a declared decimal mark that stands twice in cells', () => {
    const cells = ['365,753', '371,11', '1,204', '4,444,108', '2,008,331', '7,119'];
    expect(columnHabit(cells, { group: null, decimal: ',' })).toMatchObject({
      grouped: true,
      decimal: null,
    });
    expect(columnHabit(cells.slice(0, 3), { group: null, decimal: ',' }).grouped).toBe(false);
  });

  it('knows groups beside decimals where both marks are declared', () => {
    const habit = columnHabit(['1.638', '107,6', '12,5', '16.38'], { group: '.', decimal: ',' });
    expect(habit).toMatchObject({ grouped: true, decimal: ',', short: 1 });
    expect(readByHabit('107,6', habit)).toBe(107.6);
    expect(readByHabit('1.638', habit)).toBe(1638);
  });
});

describe('readByHabit(raw, habit)', () => {
  const grouped = columnHabit(['365.753', '371.11', '363.655', '4.444.108']);
  it.each([
    ['365.753', 365_753],
    ['371.11', 371_110],
    ['3.5', 3500],
    ['4.444.108', 4_444_108],
    ['22', 22],
    ['n.b.', null],
  ])('%s in a column of groups is %s', (raw, value) => {
    expect(readByHabit(raw, grouped)).toBe(value);
  });

  it('takes the last mark for the decimal one elsewhere', () => {
    const rates = columnHabit(['7,268.70', '5.7']);
    expect(readByHabit('7,268.70', rates)).toBe(7268.7);
    expect(readByHabit('1.234,5', rates)).toBe(1234.5);
    expect(readByHabit('7,83e-03', rates)).toBe(0.00783);
  });
});
