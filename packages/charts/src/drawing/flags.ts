import { breakLines, widthOf } from '../lines.ts';
import { palette } from '../palette.ts';
import { field, type Layers, mark, rimmed, when } from './marks.ts';
import type { Box } from './place-labels.ts';

/** Words that stand above a vertical rule of a chart over time. */
export interface Flag {
  /** Pixels from the left of the drawing area. */
  readonly x: number;
  readonly words: string;
  readonly kind: 'declared' | 'suggested' | 'start';
}

/** A flag with its lines and the place it was given. */
interface PlacedFlag extends Flag {
  readonly lines: readonly string[];
  /** Rows above the drawing area, from zero. */
  readonly row: number;
  readonly side: 'left' | 'right';
  readonly from: number;
  readonly to: number;
}

/** Flags placed, and the pixels that they take above the drawing area. */
export interface Flags {
  readonly placed: readonly PlacedFlag[];
  readonly height: number;
}

/** Letter size of flags, and pixels of one of their rows. */
const flagSize = 11;
const flagRow = 14;

function candidate(flag: Flag, lines: readonly string[], row: number, side: 'left' | 'right') {
  const wide = Math.max(...lines.map((line) => widthOf(line, flagSize))) + 4;
  const [from, to] = side === 'right' ? [flag.x, flag.x + 5 + wide] : [flag.x - 5 - wide, flag.x];
  return { ...flag, lines, row, side, from, to };
}

/** Whether two flags stand in each other's way: words on words, or a rule through words. */
function collide(a: PlacedFlag, b: PlacedFlag, mayCross: boolean): boolean {
  const top = (flag: PlacedFlag) => flag.row + flag.lines.length;
  const words = a.from < b.to && b.from < a.to && a.row < top(b) && b.row < top(a);
  const crosses = (rule: PlacedFlag, over: PlacedFlag) =>
    rule.x > over.from - 3 && rule.x < over.to + 3 && rule !== over && top(rule) > over.row;
  const apart = Math.abs(a.x - b.x) > 0.5;
  return words || (!mayCross && apart && (crosses(a, b) || crosses(b, a)));
}

/** Places flags in an order, each as low as it can; null where one finds no place. */
function inTurn(
  flags: readonly Candidates[],
  rows: number,
  mayCross: boolean,
): readonly PlacedFlag[] | null {
  const placed: PlacedFlag[] = [];
  for (const { sides } of flags) {
    const all = Array.from({ length: rows }, (_, row) => sides.map((one) => ({ ...one, row })));
    const free = all.flat().find((one) => !placed.some((other) => collide(one, other, mayCross)));
    if (!free) return null;
    placed.push(free);
  }
  return placed;
}

interface Candidates {
  readonly x: number;
  readonly sides: readonly PlacedFlag[];
}

interface Room {
  readonly left: number;
  readonly right: number;
  readonly width: number;
}

/** The sides of a rule on which words find room, broken into lines of at most `most` pixels. */
function candidatesFor(flag: Flag, room: Room, most: number): Candidates {
  const sides = (['right', 'left'] as const).map((side) => {
    const free = side === 'right' ? room.width + room.right - flag.x : flag.x + room.left;
    const lines = breakLines(flag.words, Math.min(most, free - 9), flagSize);
    return candidate(flag, lines, 0, side);
  });
  const inside = sides.filter(
    ({ from, to }) => from >= -room.left && to <= room.width + room.right,
  );
  const fewest = Math.min(...inside.map(({ lines }) => lines.length));
  const flat = inside.filter(({ lines }) => lines.length <= fewest + 1);
  return { x: flag.x, sides: flat.length > 0 ? flat : sides };
}

/**
 * Gives each flag the lowest row and the side of its rule where it covers no other, within the drawing area and
 * its margins; lines grow shorter until they do. Where nothing keeps every rule out of every other's words, words
 * stand on rules.
 */
export function placeFlags(flags: readonly Flag[], room: Room): Flags {
  const rows = flags.reduce((sum, { words }) => sum + 1 + Math.ceil(words.length / 8), 4);
  let placed: readonly PlacedFlag[] | null = null;
  for (const most of [230, 160, 120, 90, 60]) {
    const wanted = flags.map((flag) => candidatesFor(flag, room, most));
    const found = ordersOf(wanted)
      .map((order) => inTurn(order, rows, false))
      .filter((one) => one !== null)
      .sort((a, b) => rowsOf(a) - rowsOf(b));
    placed = found[0] ?? null;
    if (placed) break;
  }
  placed ??=
    inTurn(
      flags.map((flag) => candidatesFor(flag, room, 160)),
      rows,
      true,
    ) ?? [];
  const taken = rowsOf(placed);
  return { placed, height: taken > 0 ? taken * flagRow + 6 : 0 };
}

/**
 * Orders in which to place flags: from the right; all that can hang right, then the rest; all that can hang left, then
 * the rest. A flag that hangs right never has a rule from further left through its words.
 */
function ordersOf(wanted: readonly Candidates[]): readonly (readonly Candidates[])[] {
  const back = [...wanted].sort((a, b) => b.x - a.x);
  const forth = [...back].reverse();
  const hanging = (side: PlacedFlag['side'], order: readonly Candidates[]) =>
    order.flatMap(({ x, sides }) => {
      const own = sides.filter((one) => one.side === side);
      return own.length > 0 ? [{ x, sides: own }] : [];
    });
  const without = (side: PlacedFlag['side'], order: readonly Candidates[]) =>
    order.filter(({ sides }) => sides.every((one) => one.side !== side));
  return [
    back,
    [...hanging('right', back), ...without('right', forth)],
    [...hanging('left', forth), ...without('left', back)],
  ];
}

function rowsOf(placed: readonly PlacedFlag[]): number {
  return Math.max(0, ...placed.map(({ row, lines }) => row + lines.length));
}

/** Pixels by which the name of the unit must rise so that no flag stands on it. */
export function unitRise({ placed, height }: Flags, unit: string, left: number): number {
  const end = widthOf(unit, 12) + 6 - left;
  return placed.some(({ row, from, x }) => (row === 0 && from < end) || x < end) ? height : 0;
}

/** Pixels above a drawing area that flags and the name of the unit take. */
export function topOf(flags: Flags, unit: string, left: number): number {
  const named = unit === '' ? 0 : unitRise(flags, unit, left) + 30;
  return Math.max(16, flags.height + 8, named);
}

/** The rules of flags as areas that words keep off. */
export function ruleBoxes({ placed }: Flags, height: number): readonly Box[] {
  return placed.map(({ x }) => ({ left: x - 1, right: x + 1, top: 0, bottom: height }));
}

const dashes = { declared: {}, suggested: { strokeDash: [5, 3] }, start: { strokeDash: [1, 3] } };

/** Layers that draw rules and their words; a declared break is solid, a suggested one dashed. */
export function flagLayers({ placed }: Flags, height: number): Layers {
  const values = placed.map(({ x, row, lines, side, kind }) => ({
    x,
    top: -4 - (row + lines.length) * flagRow + 2,
    bottom: height,
    y: -4 - (row + lines.length - 1) * flagRow - flagRow / 2,
    wordsX: x + (side === 'right' ? 5 : -5),
    lines,
    side,
    kind,
    colour: kind === 'suggested' ? palette.undecidedInk : palette.ink,
  }));
  const rule = (kind: Flag['kind']) => {
    const own = values.filter((one) => one.kind === kind);
    const strokeWidth = kind === 'declared' ? 1.5 : 1.2;
    const place = { x: 'x', y: 'top', y2: 'bottom' };
    return mark('rule', own, { ...place, strokeWidth, color: field('colour'), ...dashes[kind] });
  };
  return [
    ...(['declared', 'suggested', 'start'] as const).map(rule),
    ...rimmed(values, {
      ...{ x: 'wordsX', y: 'y', text: 'lines', fontSize: flagSize, lineHeight: flagRow },
      align: when('side === "right"', 'left', 'right'),
      color: field('colour'),
    }),
  ];
}
