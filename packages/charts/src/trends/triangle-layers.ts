import { figure, type Language } from '@samenbeeld/schema';
import type { Layers } from '../frame.ts';
import { widthOf } from '../lines.ts';
import { palette } from '../palette.ts';
import { type CellLook, type DrawnCell, rangeLine, tintOf } from './triangle-cells.ts';

interface Grid {
  readonly periods: readonly string[];
  readonly names: readonly string[];
  readonly ages: readonly number[];
  readonly look: CellLook;
  readonly width: number;
  readonly height: number;
  readonly left: number;
  readonly language: Language;
  readonly unit: string;
  readonly age: string;
}

function cellWords(cell: DrawnCell, look: CellLook, language: Language) {
  const { low, high } = cell;
  if (look.ranges === 'line') return [rangeLine(cell, language)].filter((line) => line !== '');
  if (look.ranges !== 'lines' || low === null || high === null) return [];
  return [`${figure(low, language)}\u2013`, figure(high, language)];
}

/** Cells in pixels, with their colour, words and whether they are the newest report of their period. */
function placedCells(cells: readonly DrawnCell[], grid: Grid) {
  const { periods, ages, look, width, language } = grid;
  const across = width / Math.max(ages.length, 1);
  return cells.map((cell) => {
    const row = cells.filter(({ period }) => period === cell.period);
    const known = row.filter(({ expected, value }) => !expected && value !== null);
    const highest = row.reduce((most, { value }) => Math.max(most, value ?? 0), 0);
    const x = ages.indexOf(cell.age) * across;
    const y = periods.indexOf(cell.period) * look.height;
    const extra = cellWords(cell, look, language);
    return {
      x,
      x2: x + across,
      y,
      y2: y + look.height,
      middle: x + across / 2,
      valueY: y + look.height / 2 - (extra.length > 0 ? 6 * extra.length : 0),
      extraY: y + look.height / 2 + (extra.length > 1 ? 4 : 8),
      value: cell.value === null ? '' : figure(cell.value, language),
      extra,
      expected: cell.expected,
      colour: tintOf(cell, highest),
      latest: !cell.expected && cell === known.at(-1),
    };
  });
}

function headings(grid: Grid): Layers {
  const { names, ages, look, width, left, unit, age } = grid;
  const across = width / Math.max(ages.length, 1);
  const every = Math.ceil((Math.max(...ages.map((one) => widthOf(String(one), 12))) + 6) / across);
  const rows = Math.ceil(14 / look.height);
  return [
    {
      data: {
        values: names
          .map((name, index) => ({ name, y: (index + 0.5) * look.height }))
          .filter((_, index) => (names.length - 1 - index) % rows === 0),
      },
      mark: { type: 'text', align: 'right', x: -8, y: { expr: 'datum.y' } },
      encoding: { text: { field: 'name' } },
    },
    {
      data: {
        values: ages
          .map((one, index) => ({ words: String(one), x: (index + 0.5) * across }))
          .filter((_, index) => index % every === 0),
      },
      mark: { type: 'text', x: { expr: 'datum.x' }, y: -10, color: palette.grey },
      encoding: { text: { field: 'words' } },
    },
    {
      data: { values: [{ words: `${age} →` }] },
      mark: { type: 'text', align: 'left', x: 0, y: -30, color: palette.grey },
      encoding: { text: { field: 'words' } },
    },
    {
      data: { values: unit === '' ? [] : [{ unit }] },
      mark: { type: 'text', align: 'left', x: -left, y: -30, color: palette.grey },
      encoding: { text: { field: 'unit' } },
    },
  ];
}

/** Layers that draw a triangle in pixels. */
export function triangleLayers(cells: readonly DrawnCell[], grid: Grid): Layers {
  const { look } = grid;
  const values = placedCells(cells, grid);
  const rect = { type: 'rect' as const, x: { expr: 'datum.x' }, x2: { expr: 'datum.x2' } };
  const down = { y: { expr: 'datum.y' }, y2: { expr: 'datum.y2' } };
  const letters: Layers = [
    {
      data: { values },
      mark: {
        type: 'text',
        x: { expr: 'datum.middle' },
        y: { expr: 'datum.valueY' },
        fontSize: look.size,
        fontStyle: { expr: 'datum.expected ? "italic" : "normal"' },
        ...(look.upright && { angle: 270 }),
      },
      encoding: { text: { field: 'value' } },
    },
    {
      data: { values: values.filter(({ extra }) => extra.length > 0) },
      mark: {
        type: 'text',
        x: { expr: 'datum.middle' },
        y: { expr: 'datum.extraY' },
        fontSize: Math.min(look.size, 9.5),
        lineHeight: 11,
        fontStyle: 'italic',
        color: '#454545',
      },
      encoding: { text: { field: 'extra' } },
    },
  ];
  return [
    {
      data: { values },
      mark: {
        ...rect,
        ...down,
        fill: { expr: 'datum.colour' },
        stroke: palette.paper,
        strokeWidth: 1,
      },
      encoding: {},
    },
    {
      data: { values: values.filter(({ latest }) => latest) },
      mark: {
        ...rect,
        ...down,
        fill: 'transparent',
        stroke: palette.ink,
        strokeWidth: 2,
      },
      encoding: {},
    },
    ...(look.size > 0 ? letters : []),
    ...headings(grid),
  ];
}
