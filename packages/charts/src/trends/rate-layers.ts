import { bound, figure, formatNumber, rangeEnds, type Text } from '@samenbeeld/schema';
import type { ChartOptions } from '../chart.ts';
import { pixel } from '../drawing/pixel.ts';
import { rimmedText } from '../drawing/rimmed-text.ts';
import { linearAxis, logAxis, type ValueAxis } from '../drawing/value-axis.ts';
import { isNarrow, type Layers, type Sheet, widthFor } from '../frame.ts';
import { breakLines, widthOf } from '../lines.ts';
import { palette } from '../palette.ts';
import { words } from '../words.ts';
import { axisUnit } from './axis-unit.ts';

/** A row as it is drawn. */
interface DrawnRate {
  readonly name: string;
  readonly group: string;
  readonly estimate: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly provisional?: boolean | undefined;
}

/** A row, or the name of a group, with its lines and place. */
interface PlacedRate {
  readonly lines: readonly string[];
  readonly heading: boolean;
  readonly labelY: number;
  readonly y: number;
  readonly bottom: number;
  readonly printed: string;
  readonly row: DrawnRate | null;
}

/** "1.60 (0.81–3.28)"; "109 or more" where no upper end is known. */
function printedRate(
  row: DrawnRate,
  {
    language,
    reference,
    hollow = words.provisional,
    decimals,
  }: Pick<RateLook, 'language' | 'reference' | 'hollow' | 'decimals'>,
): string {
  const { estimate, low, high } = row;
  if (estimate === null) return words.noFigure[language];
  const note = row.provisional ? ` (${hollow[language]})` : '';
  const shown =
    decimals === undefined
      ? figure(estimate, language)
      : formatNumber(estimate, language, decimals);
  if (low === null && high === null) return shown + note;
  if (low !== null && high !== null && decimals !== undefined)
    return `${shown} (${[low, high].map((end) => formatNumber(end, language, decimals)).join('\u2013')})${note}`;
  if (low !== null && high !== null)
    return `${shown} (${rangeEnds({ low, high }, reference ?? 0, language).join('\u2013')})${note}`;
  const end = bound(low ?? high ?? estimate, reference ?? 0, language);
  if (high !== null) return `${shown} (\u2264 ${end})${note}`;
  const orMore = `${end} ${words.orMore[language]}`;
  return low === estimate ? orMore + note : `${shown} (${orMore})${note}`;
}

/** Places rows below each other, with the name of a group above its first row. */
function placeRates(
  rows: readonly DrawnRate[],
  on: {
    readonly narrow: boolean;
    readonly labelRoom: number;
    readonly look: RateLook;
    /** Width of the whole chart, for the names of groups. */
    readonly whole: number;
  },
): readonly PlacedRate[] {
  const { narrow, labelRoom } = on;
  let top = 0;
  return rows.flatMap((row, index) => {
    const placed: PlacedRate[] = [];
    if (row.group !== '' && row.group !== rows[index - 1]?.group) {
      const lines = breakLines(row.group, on.whole, 12.7);
      const y = top + (index === 0 ? 10 : 18);
      top = y + 12 + 14 * (lines.length - 1);
      placed.push({ lines, heading: true, labelY: y, y, bottom: top, printed: '', row: null });
    }
    const printed = printedRate(row, on.look);
    const room = narrow ? labelRoom - widthOf(printed, 12) - 12 : labelRoom;
    const lines = breakLines(row.name, room, 12);
    const below = 14 * (lines.length - 1);
    const height = narrow ? 40 + below : 26 + Math.max(0, below - 8);
    const y = narrow ? top + 28 + below : top + height / 2;
    const labelY = narrow ? top + 11 : y - below / 2;
    top += height;
    placed.push({ lines, heading: false, labelY, y, bottom: top, printed, row });
    return placed;
  });
}

interface RateLook extends ChartOptions {
  readonly reference: number | null;
  readonly log: boolean;
  readonly unit?: string | undefined;
  readonly hollow?: Text | undefined;
  readonly decimals?: number | undefined;
}

/** An axis that a single very wide range does not stretch: it ends at 20 times the outermost estimates. */
function axisFor(rows: readonly DrawnRate[], look: RateLook, width: number): ValueAxis {
  const estimates = rows.flatMap(({ estimate }) => (estimate === null ? [] : [estimate]));
  const all = [...estimates, ...(look.reference === null ? [] : [look.reference])];
  const most = Math.max(...all, 0);
  const ends = rows.flatMap(({ low, high }) => [low, high]).filter((end) => end !== null);
  const count = Math.max(2, Math.floor(width / 70));
  if (!look.log) return linearAxis([...all, ...ends], { language: look.language, count });
  const above = [...all, ...ends].filter((value) => value > 0);
  const least = Math.min(...all.filter((value) => value > 0));
  const kept = above.filter((value) => value <= most * 20 && value >= least / 20);
  return logAxis(kept, { language: look.language, count });
}

/** An axis in pixels; `gutter` is the room left of a logarithmic axis in which zero stands. */
interface RateScale {
  readonly axis: ValueAxis;
  readonly width: number;
  readonly gutter: number;
}

/** Pixels from the left, within the drawing area. */
function placer({ axis, width, gutter }: RateScale): (value: number) => number {
  const to = (value: number) => (axis.type === 'log' ? Math.log10(value) : value);
  const [from, until] = [to(axis.from), to(axis.to)];
  return (value) => {
    if (axis.type === 'log' && value <= 0) return 0;
    const share = Math.max(0, Math.min(1, (to(value) - from) / (until - from)));
    return gutter + share * (width - gutter);
  };
}

/** Whether a row reaches zero, which has no place on a logarithmic axis. */
export function hasZero({ estimate, low, high }: DrawnRate): boolean {
  if (estimate === null || (low === null && high === null)) return estimate === 0;
  return (low ?? 0) <= 0;
}

/** What is drawn of a row: its range with arrows where it goes on, and its dot. */
function drawnRow({ row, y }: PlacedRate, scale: RateScale, look: RateLook) {
  const { axis, width } = scale;
  const place = placer(scale);
  if (row === null || row.estimate === null) return [];
  const { estimate, low, high, provisional = false } = row;
  const isRanged = low !== null || high !== null;
  const lower = low ?? (axis.type === 'log' ? 0 : axis.from);
  const upper = high ?? Number.POSITIVE_INFINITY;
  const { reference } = look;
  const isClear = reference !== null && isRanged && (lower > reference || upper < reference);
  return [
    {
      y,
      x: place(estimate),
      from: isRanged ? place(lower) : place(estimate),
      to: isRanged ? (high === null ? width : place(high)) : place(estimate),
      goesLeft: isRanged && lower > 0 && lower < axis.from,
      goesRight: isRanged && upper > axis.to,
      atEdge: axis.type === 'log' && estimate <= 0,
      // Without a reference there is nothing to keep clear of: what is provisional is hollow.
      full: reference === null ? !provisional : isClear,
    },
  ];
}

function axisLayers(scale: RateScale, look: RateLook, height: number): Layers {
  const { axis, width, gutter } = scale;
  const place = placer(scale);
  const zero = gutter > 0 ? [{ x: 0, label: '0' }] : [];
  const ticks = [...zero, ...axis.ticks.map(({ at, label }) => ({ x: place(at), label }))];
  const { reference } = look;
  return [
    {
      data: { values: ticks },
      mark: { type: 'rule', y: 0, y2: height, color: palette.rule },
      encoding: { x: pixel('x') },
    },
    {
      data: { values: reference === null ? [] : [{ x: place(reference) }] },
      mark: { type: 'rule', y: -4, y2: height, color: palette.ink, strokeWidth: 1.2 },
      encoding: { x: pixel('x') },
    },
    {
      data: { values: ticks },
      mark: { type: 'text', x: { expr: 'datum.x' }, y: height + 14, color: palette.grey },
      encoding: { text: { field: 'label' } },
    },
    {
      data: { values: look.unit ? [{ unit: axisUnit(look.unit, look.language) }] : [] },
      mark: { type: 'text', align: 'right', x: width, y: height + 32, color: palette.grey },
      encoding: { text: { field: 'unit' } },
    },
  ];
}

/** The drawing area of rates with their ranges. */
export function rateSheet(rows: readonly DrawnRate[], look: RateLook): Sheet {
  const narrow = isNarrow(look);
  const whole = widthFor(look);
  const printed = rows.map((row) => widthOf(printedRate(row, look), 12));
  const right = narrow ? 22 : Math.max(30, ...printed) + 18;
  const widest = Math.max(30, ...rows.map(({ name }) => widthOf(name, 12)));
  // Letters of some fonts are wider than they are counted.
  const left = narrow ? 16 : Math.min(widest * 1.12, 216) + 16;
  const width = whole - left - right;
  const labelRoom = narrow ? whole : left - 16;
  const placed = placeRates(rows, { narrow, labelRoom, look, whole });
  const height = placed.at(-1)?.bottom ?? 0;
  const axis = axisFor(rows, look, width);
  const isZero = axis.type === 'log' && rows.some(hasZero);
  const scale = { axis, width, gutter: isZero ? 30 : 0 };
  const drawn = placed.flatMap((one) => drawnRow(one, scale, look));
  const arrow = (field: 'goesLeft' | 'goesRight', shape: string, at: string): Layers[number] => ({
    data: { values: drawn },
    transform: [{ filter: `datum.${field}` }],
    mark: { type: 'point', filled: true, shape, size: 60, opacity: 1, color: palette.reported },
    encoding: { x: pixel(at), y: pixel('y') },
  });
  const layer: Layers = [
    ...axisLayers(scale, look, height),
    {
      data: { values: drawn },
      mark: { type: 'rule', strokeWidth: 2, color: palette.reported },
      encoding: { x: pixel('from'), x2: { field: 'to' }, y: pixel('y') },
    },
    arrow('goesLeft', 'triangle-left', 'from'),
    arrow('goesRight', 'triangle-right', 'to'),
    {
      data: { values: drawn },
      mark: {
        type: 'point',
        shape: { expr: 'datum.atEdge ? "diamond" : "circle"' },
        filled: false,
        size: 80,
        opacity: 1,
        strokeWidth: 2,
        stroke: palette.reported,
        fill: { expr: `datum.full ? "${palette.reported}" : "${palette.paper}"` },
      },
      encoding: { x: pixel('x'), y: pixel('y') },
    },
    ...rimmedText(
      placed.map(({ lines, labelY, heading }) => ({ lines: [...lines], labelY, heading })),
      'lines',
      {
        align: narrow ? 'left' : { expr: 'datum.heading ? "left" : "right"' },
        x: narrow ? -left : { expr: `datum.heading ? ${-left} : -12` },
        y: { expr: 'datum.labelY' },
        lineHeight: 14,
        fontWeight: { expr: 'datum.heading ? "bold" : "normal"' },
      },
    ),
    ...rimmedText(
      placed.map(({ printed: words, y, labelY }) => ({ words, y: narrow ? labelY : y })),
      'words',
      {
        align: narrow ? 'right' : 'left',
        x: narrow ? width + right : width + 14,
        y: { expr: 'datum.y' },
        color: palette.grey,
      },
    ),
  ];
  return { layer, height, left, right, top: 14, bottom: look.unit ? 42 : 26 };
}
