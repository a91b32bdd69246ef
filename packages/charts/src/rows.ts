import type { Layers } from './drawing/marks.ts';
import { field, mark, rimmed, when } from './drawing/marks.ts';
import { widthOf } from './lines.ts';
import { steps, tickFormat } from './numbers.ts';
import { palette } from './palette.ts';

/** One row of a chart of intervals: a label, a range on the common axis, and words beside it. */
export interface Row {
  readonly row: string;
  /** In lines, where it needs more than one. */
  readonly name: string | readonly string[];
  readonly lowest: number | null;
  readonly likely: number | null;
  /** null has no upper end. */
  readonly highest: number | null;
  /** Whether the true value may lie beyond `highest`. */
  readonly open: boolean;
  /** How sure it is; each state has a shape of its own, so that colour is never needed. */
  readonly state: 'reported' | 'undecided' | 'floor' | 'absorbed' | 'none';
  readonly words: string;
}

/** How a range is drawn of which no value is the likeliest. */
export const rangeState = (highest: number | null): Row['state'] =>
  highest === null ? 'floor' : 'reported';

/** Pixels between the end of a row's mark and its words. */
function gapAfter(row: Pick<Row, 'state' | 'open'>): number {
  if (row.state === 'none') return 0;
  return row.open ? (row.state === 'undecided' ? 42 : 36) : 12;
}

/** The common axis: how far it goes, its printed values, and on which side of its mark each row's words stand. */
export interface RowAxis {
  readonly reach: number;
  readonly values: readonly number[];
  readonly unit: string;
  readonly sides: readonly ('left' | 'right')[];
}

/** The side on which a row's words fit at this reach, or null. */
function sideFor(row: Row, reach: number, width: number, either: boolean): 'left' | 'right' | null {
  const needed = row.state === 'none' ? 0 : widthOf(row.words, 12) + 4;
  const start = ((row.lowest ?? 0) / reach) * width;
  const end = ((row.highest ?? row.lowest ?? 0) / reach) * width;
  if (end + gapAfter(row) + needed <= width) return 'right';
  return either && start - 10 - needed >= 0 ? 'left' : null;
}

/** Round values up to `most` whose labels have room on an axis of `width` pixels that goes to `reach`. */
export function ticksFor(most: number, reach: number, width: number): readonly number[] {
  const count = Math.max(1, Math.floor((width * most) / reach / 58));
  const values = steps(most, count).filter((value) => (value / reach) * width <= width - 28);
  if (values.some((value) => value > 0 && value <= most)) return values;
  const power = 10 ** Math.floor(Math.log10(most));
  return [
    0,
    Math.max(...[1, 2, 5].map((factor) => factor * power).filter((value) => value <= most)),
  ];
}

/** Pixels below rows: a unit that is a word stands under the last value, on a line of its own. */
export function roomBelow(unit: string): number {
  return isWord(unit) ? 40 : 26;
}

/** Whether a unit is a word; a sign (kg, €) stands beside its number. */
function isWord(unit: string): boolean {
  return unit.length > 5;
}

/**
 * The shortest axis on which every row's words find room beside its mark; `either` also allows them before it,
 * which narrow pages need. A `fixed` reach is shared with other charts.
 */
export function rowAxis(
  rows: readonly Row[],
  width: number,
  unit: string,
  either = false,
  fixed: number | null = null,
): RowAxis {
  const most = Math.max(...rows.map((row) => row.highest ?? row.lowest ?? 0), 1);
  const open = rows.some((row) => row.open) ? 1.12 : 1.02;
  const reaches = Array.from({ length: 80 }, (_, step) => most * open * 1.02 ** step);
  const reach =
    fixed ??
    reaches.find((reach) => rows.every((row) => sideFor(row, reach, width, either) !== null)) ??
    most * 3;
  return {
    reach,
    values: ticksFor(most, reach, width),
    unit,
    sides: rows.map((row) => sideFor(row, reach, width, either) ?? 'right'),
  };
}

/** Channel of an axis across whose last printed value names the unit, below it where that is a word. */
export function acrossChannel(
  name: string,
  reach: number,
  values: readonly number[],
  unit: string,
): object {
  const isNamed = isWord(unit);
  const last = isNamed ? `[datum.label, ${JSON.stringify(unit)}]` : `datum.label + ' ${unit}'`;
  return {
    field: name,
    type: 'quantitative',
    scale: { domain: [0, reach], nice: false },
    axis: {
      ...{ values: [...values], format: tickFormat(values), grid: true, title: null },
      ...{ labelOverlap: false, labelFlush: false },
      labelExpr: `datum.value === ${values.at(-1)} ? ${last} : datum.label`,
      ...(isNamed && { labelLineHeight: 14 }),
    },
  };
}

/** Channel of rows below each other, in the order of their keys. */
export function downChannel(
  name: string,
  keys: readonly string[],
  axis: object | null = null,
): object {
  const scale = { domain: [...keys], paddingInner: 0, paddingOuter: 0 };
  return { field: name, type: 'ordinal', scale, axis };
}

/** The sign of a floor: an upright tick. */
export const tick = 'M-0.35,-1h0.7v2h-0.7Z';

/** Layers that draw rows: a bar for the range, a dot for the likely value, an arrow where the end is open. */
export function rowLayers(
  rows: readonly Row[],
  axis: RowAxis,
  names: 'left' | 'above' | 'none' = 'left',
): Layers {
  const values = rows.map((row, index) => ({
    ...row,
    side: axis.sides[index],
    start: row.lowest ?? 0,
    end: row.highest ?? row.lowest ?? 0,
    gap: gapAfter(row),
    isUndecided: row.state === 'undecided',
  }));
  const most = Math.max(1, ...rows.map(({ name }) => (typeof name === 'string' ? 1 : name.length)));
  const yOffset = names === 'above' ? 2 + 7 * most : 0;
  const more = 'isArray(datum.name) ? length(datum.name) - 1 : 0';
  const y = downChannel(
    'row',
    rows.map(({ row }) => row),
  );
  const x = (name: string) => acrossChannel(name, axis.reach, axis.values, axis.unit);
  const of = (state: Row['state']) => values.filter((row) => row.state === state);
  const ranged = (state: Row['state']) => of(state).filter(({ start, end }) => end > start);
  const open = values.filter((row) => row.open && row.state !== 'none');
  const dashed = { strokeWidth: 1.5, strokeDash: [3, 2] };
  const openColour = when('isUndecided', palette.undecided, palette.grey);
  const bar = { y, x: x('start'), x2: 'end', yOffset };
  const dotted = [...of('reported'), ...of('absorbed')].filter(({ likely }) => likely !== null);
  const ticked = [...of('floor'), ...of('undecided').filter(({ start, end }) => end === start)];
  const ink = `datum.isUndecided ? "${palette.undecidedInk}" : datum.state === "absorbed" ? "${palette.grey}" : "${palette.ink}"`;
  return [
    mark('text', values, {
      ...{ y, text: 'name', lineHeight: 14, opacity: names === 'none' ? 0 : 1 },
      ...(names === 'above'
        ? { x: 0, align: 'left', dy: { expr: `${yOffset - 17} - 14 * (${more})` } }
        : { x: 0, align: 'right', dx: -10, dy: { expr: `-7 * (${more})` } }),
    }),
    mark('text', of('none'), {
      ...{ y, x: 2, dy: yOffset, text: 'words', align: 'left' },
      ...{ fontStyle: 'italic', color: palette.grey },
    }),
    mark('bar', ranged('reported'), { ...bar, height: 10, color: palette.reported, opacity: 0.4 }),
    mark('bar', ranged('absorbed'), { ...bar, height: 8, color: palette.rule }),
    mark('bar', ranged('undecided'), {
      ...{ ...bar, ...dashed, height: 12 },
      ...{ color: palette.undecidedPale, stroke: palette.undecided },
    }),
    mark('rule', open, {
      ...{ y, x: x('end'), x2: 'end', yOffset, ...dashed, color: openColour },
      xOffset: { expr: 'datum.end > datum.start || datum.isUndecided ? 1 : 8' },
      x2Offset: { expr: 'datum.gap - 14' },
    }),
    mark('point', open, {
      ...{ y, x: x('end'), yOffset, xOffset: { expr: 'datum.gap - 12' } },
      ...{ shape: 'triangle-right', filled: true, size: 42, color: openColour },
    }),
    mark('point', ticked, {
      ...{ y, x: x('start'), yOffset, shape: tick, size: 230, strokeWidth: 1.5 },
      ...{ filled: false, fill: palette.paper },
      color: when('isUndecided', palette.undecided, palette.reported),
    }),
    mark('point', dotted, {
      ...{ y, x: x('likely'), yOffset, size: 90, filled: true },
      ...{ stroke: palette.paper, strokeWidth: 1.5 },
      color: when('state === "absorbed"', '#9a958c', palette.reported),
    }),
    ...(['right', 'left'] as const).flatMap((side) => {
      const own = values.filter((row) => row.state !== 'none' && row.side === side);
      return rimmed(own, {
        ...{ y, x: x(side === 'right' ? 'end' : 'start'), dy: yOffset, text: 'words' },
        align: side === 'right' ? 'left' : 'right',
        dx: side === 'right' ? field('gap') : -10,
        fontWeight: when('state === "reported"', 'bold', 'normal'),
        color: { expr: ink },
      });
    }),
  ];
}
