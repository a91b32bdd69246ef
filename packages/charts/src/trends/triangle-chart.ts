import { figure, type Language, type Text } from '@samenbeeld/schema';
import { type Chart, type ChartOptions, tableOf } from '../chart.ts';
import { axisUnit } from '../drawing/axis-unit.ts';
import type { Layers } from '../drawing/marks.ts';
import { field, mark, when } from '../drawing/marks.ts';
import { periodName, periodStep } from '../drawing/period-step.ts';
import { drawables } from '../drawing/period-values.ts';
import { marginWords } from '../drawing/plot.ts';
import { chart, widthFor } from '../frame.ts';
import { widthOf } from '../lines.ts';
import { periodWords } from '../numbers.ts';
import { palette } from '../palette.ts';
import { words } from '../words.ts';

/** What a cell of a triangle says. */
type DrawnCell = Required<Pick<TriangleCell, 'period' | 'age' | 'value'>> &
  Readonly<Record<'low' | 'high', number | null>> & { readonly expected: boolean };

/** How the numbers of a triangle are set, the same in every cell. */
interface CellLook {
  /** Letter size of numbers; 0 where they do not fit. */
  readonly size: number;
  readonly upright: boolean;
  /** Whether ranges are printed: below the number in one line, in two, or not. */
  readonly ranges: 'none' | 'absent' | 'line' | 'lines';
  readonly height: number;
}

/** The largest letters, of nine or more, in which all words fit a width, or 0. */
function sizeFor(words: readonly string[], width: number): number {
  const widest = words.reduce((most, word) => Math.max(most, widthOf(word, 1)), 0);
  const size = Math.min(12, Math.floor(width / Math.max(widest, 0.01)));
  return size >= 9 ? size : 0;
}

/** Both ends of the range of a cell, or nothing. */
function rangeOf({ low, high }: DrawnCell, language: Language): readonly string[] {
  if (low === null || high === null) return [];
  return [`${figure(low, language)}\u2013`, figure(high, language)];
}

/** Chooses how numbers are set in cells of a width: lying, with ranges if they fit; upright; or not at all. */
function cellLook(cells: readonly DrawnCell[], width: number, language: Language): CellLook {
  const values = cells.flatMap(({ value }) => (value === null ? [] : [figure(value, language)]));
  const ranges = cells.map((cell) => rangeOf(cell, language)).filter(({ length }) => length > 0);
  const size = sizeFor(values, width - 6);
  const bare = { size, upright: false, height: 24, ranges: 'none' } as const;
  if (size > 0) {
    if (ranges.length === 0) return { ...bare, ranges: 'absent' };
    const inLine = ranges.map((ends) => ends.join(''));
    if (sizeFor(inLine, width - 4) > 0) return { ...bare, ranges: 'line', height: 36 };
    if (sizeFor(ranges.flat(), width - 4) > 0) return { ...bare, ranges: 'lines', height: 48 };
    return bare;
  }
  const none = ranges.length > 0 ? 'none' : 'absent';
  if (width < 12) return { ...bare, ranges: none, height: 12 };
  const longest = Math.max(...values.map((word) => widthOf(word, 10)));
  return { size: 10, upright: true, ranges: none, height: longest + 10 };
}

/** A colour between two, mixed in equal steps of light. */
function mix(from: readonly number[], to: readonly number[], share: number): string {
  const parts = from.map((part, index) => Math.round(part + ((to[index] ?? part) - part) * share));
  return `#${parts.map((part) => part.toString(16).padStart(2, '0')).join('')}`;
}

/** Tint of a cell: the darker, the nearer to the highest figure of its row; another hue where expected. */
function tintOf(cell: DrawnCell, highest: number): string {
  const share = highest > 0 ? Math.max(0, Math.min(1, (cell.value ?? 0) / highest)) : 0;
  return cell.expected
    ? mix([255, 246, 232], [245, 205, 150], share)
    : mix([238, 245, 250], [104, 172, 214], share);
}

/** Cells with their numbers; the newest report of each period is outlined. */
function cellLayers(
  cells: readonly (DrawnCell & { readonly row: number; readonly column: number })[],
  { size, height, ranges, upright }: CellLook,
  across: number,
  language: Language,
): Layers {
  const rows = new Map(
    [...new Set(cells.map(({ row }) => row))].map((row) => {
      const own = cells.filter((cell) => cell.row === row);
      const latest = own.findLast(({ expected, value }) => !expected && value !== null);
      return [row, { latest, highest: Math.max(0, ...own.map(({ value }) => value ?? 0)) }];
    }),
  );
  const values = cells.map((cell) => {
    const { latest, highest = 0 } = rows.get(cell.row) ?? {};
    const [x, y] = [cell.column * across, cell.row * height];
    const ends = ranges === 'line' || ranges === 'lines' ? rangeOf(cell, language) : [];
    const extra = ranges === 'line' && ends.length > 0 ? [ends.join('')] : ends;
    return {
      ...{ x, x2: x + across, y, y2: y + height, middle: x + across / 2 },
      valueY: y + height / 2 - 6 * extra.length,
      extraY: y + height / 2 + (extra.length > 1 ? 4 : 8),
      value: cell.value === null ? '' : figure(cell.value, language),
      extra: [...extra],
      expected: cell.expected,
      colour: tintOf(cell, highest),
      latest: cell === latest,
    };
  });
  const [latest, ranged] = [
    values.filter((one) => one.latest),
    values.filter((one) => one.extra.length > 0),
  ];
  const box = { x: 'x', x2: 'x2', y: 'y', y2: 'y2' };
  const ring = { fill: 'transparent', stroke: palette.ink, strokeWidth: 2 };
  const small = { fontSize: Math.min(size, 9.5), lineHeight: 11, color: '#454545' };
  const letters = [
    mark('text', values, {
      ...{ x: 'middle', y: 'valueY', text: 'value', fontSize: size },
      fontStyle: when('expected', 'italic', 'normal'),
      ...(upright && { angle: 270 }),
    }),
    mark('text', ranged, {
      x: 'middle',
      y: 'extraY',
      text: 'extra',
      fontStyle: 'italic',
      ...small,
    }),
  ];
  return [
    mark('rect', values, { ...box, fill: field('colour'), stroke: palette.paper, strokeWidth: 1 }),
    mark('rect', latest, { ...box, ...ring }),
    ...(size > 0 ? letters : []),
  ];
}

/** Names of the periods, and the ages above, as many as have room. */
function headings(
  names: readonly string[],
  height: number,
  ages: readonly number[],
  across: number,
) {
  const widest = Math.max(...ages.map((one) => widthOf(String(one), 12)));
  const [every, each] = [Math.ceil((widest + 6) / across), Math.ceil(14 / height)];
  const rows = names
    .map((name, index) => ({ name, y: (index + 0.5) * height }))
    .filter((_, index) => (names.length - 1 - index) % each === 0);
  const columns = ages
    .map((one, index) => ({ words: String(one), x: (index + 0.5) * across }))
    .filter((_, index) => index % every === 0);
  return [
    mark('text', rows, { x: -8, y: 'y', text: 'name', align: 'right' }),
    mark('text', columns, { x: 'x', y: -10, text: 'words', color: palette.grey }),
  ];
}

const triangleTitle: Text = {
  nl: 'Wat er na verloop van tijd over elke periode bekend was',
  fr: 'Ce que l’on savait de chaque période au fil du temps',
  de: 'Was mit der Zeit über jeden Zeitraum bekannt war',
  en: 'What was known of each period as time passed',
};

const triangleWords = {
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
} satisfies Readonly<Record<string, Text>>;

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

export interface TriangleChartOptions extends ChartOptions {
  readonly unit?: string | undefined;
  /** What an age counts ("months after the end of the year"). */
  readonly age?: Text | undefined;
}

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
      ...drawables(cell, cell.period, 'value', 'low', 'high'),
      at: periodStep(cell.period).step,
      expected: cell.expected ?? false,
    }))
    .sort((a, b) => a.at - b.at || a.age - b.age);
  const all = [...new Set(sorted.map(({ period }) => period))];
  // Of more rows only the last are drawn.
  const periods = all.slice(-60);
  const ages = [...new Set(sorted.map(({ age }) => age))].sort((a, b) => a - b);
  const drawn = sorted
    .map((cell) => {
      return { ...cell, row: periods.indexOf(cell.period), column: ages.indexOf(cell.age) };
    })
    .filter(({ row }) => row >= 0);
  const names = periods.map((period) => periodName(period, language));
  const left = Math.max(0, ...names.map((name) => widthOf(name, 12))) + 14;
  const across = (widthFor(options) - left - 8) / Math.max(ages.length, 1);
  const look = cellLook(drawn, across, language);
  const printed = look.size > 0;
  const hidden = all.length - periods.length;
  return chart(options, {
    title: triangleTitle,
    says: [
      marks,
      drawn.some(({ expected }) => expected) && expectedCells,
      printed && (look.ranges === 'line' || look.ranges === 'lines') && rangesBelow,
      printed && look.ranges === 'none' && rangesInTable,
      !printed && numbersInTable,
      hidden > 0 && lastOnly(hidden, all.length),
    ],
    table: tableOf(sorted, language, [
      [words.period, ({ period }) => periodWords(period, language)],
      [triangleWords.age, ({ age }) => age],
      [words.value, ({ value }) => value],
      [words.lowest, ({ low }) => low],
      [words.highest, ({ high }) => high],
      [words.status, ({ expected }) => (expected ? triangleWords.expected : words.reported)],
    ]),
    layer: [
      ...cellLayers(drawn, look, across, language),
      ...headings(names, look.height, ages, across),
      ...marginWords(`${(options.age ?? triangleWords.ages)[language]} →`, 0, -30, 'left'),
      ...marginWords(axisUnit(options.unit, language), -left, -30, 'left'),
    ],
    height: periods.length * look.height,
    left,
    right: 8,
    top: 50,
    bottom: 8,
  });
}
