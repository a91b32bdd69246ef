import { figure, type Language, type Text } from '@samenbeeld/schema';
import type { Chart, ChartOptions } from '../chart.ts';
import { periodName, periodStep } from '../drawing/period-step.ts';
import { drawable } from '../drawing/period-values.ts';
import { sentences } from '../drawing/sentences.ts';
import { chart, type Layers, widthFor } from '../frame.ts';
import { widthOf } from '../lines.ts';
import { palette } from '../palette.ts';
import { words } from '../words.ts';
import { axisUnit } from './axis-unit.ts';
import { type CellLook, cellLook, type DrawnCell, rangeLine, tintOf } from './triangle-cells.ts';

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
function triangleLayers(cells: readonly DrawnCell[], grid: Grid): Layers {
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

/** What a triangle shows. */
const triangleTitle: Text = {
  nl: 'Wat er na verloop van tijd over elke periode bekend was',
  fr: 'Ce que l’on savait de chaque période au fil du temps',
  de: 'Was mit der Zeit über jeden Zeitraum bekannt war',
  en: 'What was known of each period as time passed',
};

/** Words of the chart of a triangle. */
const triangleWords: Readonly<Record<'age' | 'ages' | 'expected', Text>> = {
  age: {
    nl: 'Periodes later',
    fr: 'Périodes plus tard',
    de: 'Zeiträume später',
    en: 'Periods later',
  },
  ages: {
    nl: 'periodes later',
    fr: 'périodes plus tard',
    de: 'Zeiträume später',
    en: 'periods later',
  },
  expected: { nl: 'verwacht', fr: 'attendu', de: 'erwartet', en: 'expected' },
};

const marks: Text = {
  nl: 'Hoe donkerder, hoe dichter bij het hoogste cijfer van de rij. Omlijnd: het nieuwste bericht over elke periode.',
  fr: 'Plus c’est foncé, plus on approche du chiffre le plus élevé de la ligne. Encadré\u00a0: le dernier rapport sur chaque période.',
  de: 'Je dunkler, desto näher an der höchsten Zahl der Zeile. Umrandet: der neueste Bericht über jeden Zeitraum.',
  en: 'The darker, the nearer to the highest figure of the row. Outlined: the newest report on each period.',
};

const expectedCells: Text = {
  nl: 'Oranje, cursief: verwacht, nog niet gemeld.',
  fr: 'Orange, italique\u00a0: attendu, pas encore déclaré.',
  de: 'Orange, kursiv: erwartet, noch nicht gemeldet.',
  en: 'Orange, in italics: expected, not yet reported.',
};

const rangesBelow: Text = {
  nl: 'Eronder: het bereik.',
  fr: 'Au-dessous\u00a0: la fourchette.',
  de: 'Darunter: die Spanne.',
  en: 'Below it: the range.',
};

const rangesInTable: Text = {
  nl: 'Het bereik staat in de tabel.',
  fr: 'La fourchette figure dans le tableau.',
  de: 'Die Spanne steht in der Tabelle.',
  en: 'The range is in the table.',
};

const numbersInTable: Text = {
  nl: 'De cijfers staan in de tabel.',
  fr: 'Les chiffres figurent dans le tableau.',
  de: 'Die Zahlen stehen in der Tabelle.',
  en: 'The figures are in the table.',
};

function lastOnly(hidden: number, all: number): Text {
  return {
    nl: `Getekend: de laatste ${all - hidden} van ${all} periodes; alle staan in de tabel.`,
    fr: `Dessinées\u00a0: les ${all - hidden} dernières de ${all} périodes\u00a0; toutes figurent dans le tableau.`,
    de: `Gezeichnet: die letzten ${all - hidden} von ${all} Zeiträumen; alle stehen in der Tabelle.`,
    en: `Drawn: the last ${all - hidden} of ${all} periods; all are in the table.`,
  };
}

/** Explains the marks that are there, and what stands only in the table. */
function triangleCaption(there: {
  readonly expected: boolean;
  readonly ranges: CellLook['ranges'];
  readonly printed: boolean;
  readonly hidden: number;
  readonly periods: number;
}): Text {
  const { ranges, printed } = there;
  return sentences(
    marks,
    there.expected && expectedCells,
    printed && (ranges === 'line' || ranges === 'lines') && rangesBelow,
    printed && ranges === 'none' && rangesInTable,
    !printed && numbersInTable,
    there.hidden > 0 && lastOnly(there.hidden, there.periods),
  );
}

/** What was known of a period so many steps later, or what is expected to be known then. */
export interface TriangleCell {
  readonly period: string;
  /** Steps between the end of the period and the report. */
  readonly age: number;
  readonly value: number | null;
  /** Expected, not reported; its range. */
  readonly expected?: boolean | undefined;
  readonly low?: number | null | undefined;
  readonly high?: number | null | undefined;
}

/** Options of {@link triangleChart}. */
export interface TriangleChartOptions extends ChartOptions {
  readonly unit?: string | undefined;
  /** What an age counts ("months after the end of the year"). */
  readonly age?: Text | undefined;
}

/** Rows beyond which only the last are drawn. */
const mostRows = 60;

/**
 * What was known of each period as reports came in: periods below each other, ages side by side, with the numbers
 * printed where they fit. The newest report of each period is outlined; what is expected has a tint of its own and its
 * range.
 *
 * @throws InputError where a period is none, or a number is not finite
 * @example
 * ```ts
 * import { triangleChart } from '@samenbeeld/charts';
 * triangleChart([{ period: '2024', age: 0, value: 140 }], { language: 'en' }).table.rows // => [['2024', 0, 140, null, null, 'reported']]
 * ```
 */
export function triangleChart(
  cells: readonly TriangleCell[],
  options: TriangleChartOptions,
): Chart {
  const { language } = options;
  const sorted = cells
    .map((cell) => ({
      ...cell,
      at: periodStep(cell.period).step,
      value: drawable(cell.value, cell.period),
      low: drawable(cell.low, cell.period),
      high: drawable(cell.high, cell.period),
      expected: cell.expected ?? false,
    }))
    .sort((a, b) => a.at - b.at || a.age - b.age);
  const all = [...new Set(sorted.map(({ period }) => period))];
  const periods = all.slice(-mostRows);
  const ages = [...new Set(sorted.map(({ age }) => age))].sort((a, b) => a - b);
  const drawn = sorted.filter(({ period }) => periods.includes(period));
  const names = periods.map((period) => periodName(period, language));
  const left = Math.max(0, ...names.map((name) => widthOf(name, 12))) + 14;
  const width = widthFor(options) - left - 8;
  const look = cellLook(drawn, width / Math.max(ages.length, 1), language);
  const height = periods.length * look.height;
  return chart(
    options,
    {
      title: triangleTitle,
      caption: triangleCaption({
        expected: drawn.some(({ expected }) => expected),
        ranges: look.ranges,
        printed: look.size > 0,
        hidden: all.length - periods.length,
        periods: all.length,
      }),
      table: {
        columns: [
          words.period,
          triangleWords.age,
          words.value,
          words.lowest,
          words.highest,
          words.status,
        ].map((text) => text[language]),
        rows: sorted.map(({ period, age, value, low, high, expected }) => [
          ...[period, age, value, low, high],
          (expected ? triangleWords.expected : words.reported)[language],
        ]),
      },
    },
    {
      layer: triangleLayers(drawn, {
        periods,
        names,
        ages,
        look,
        width,
        height,
        left,
        language,
        unit: axisUnit(options.unit, language),
        age: (options.age ?? triangleWords.ages)[language],
      }),
      height,
      left,
      right: 8,
      top: 50,
      bottom: 8,
    },
  );
}
