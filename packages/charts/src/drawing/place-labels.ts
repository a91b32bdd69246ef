import { widthOf } from '../lines.ts';
import { type Layers, rimmed, when } from './marks.ts';

export interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Words that belong to a point, or to one of several. */
export interface WantedLabel {
  readonly words: string;
  /** Stands in for the words where they find no place. */
  readonly shorter?: string | undefined;
  readonly at: readonly { readonly x: number; readonly y: number }[];
  readonly bold?: boolean | undefined;
  /** Only above or below the point, as for the level of a stretch. */
  readonly upright?: boolean | undefined;
}

/** Words with the middle of the place they were given. */
export interface PlacedLabel {
  readonly words: string;
  readonly x: number;
  readonly y: number;
  readonly bold: boolean;
}

const size = 12;

/** The area that words cover around their middle. */
export function boxOf({ x, y, words, bold }: PlacedLabel): Box {
  const half = (widthOf(words, size) * (bold ? 1.08 : 1)) / 2 + 2;
  return { left: x - half, right: x + half, top: y - 7, bottom: y + 7 };
}

function overlap(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

/** A square around a point. */
export function around(x: number, y: number, half: number): Box {
  return { left: x - half, right: x + half, top: y - half, bottom: y + half };
}

/** Boxes along a broken line, so that words keep off it. */
export function along(
  points: readonly { readonly x: number; readonly y: number }[],
  half: number,
): readonly Box[] {
  return points.flatMap((to, index) => {
    const from = points[index - 1] ?? to;
    const count = Math.max(1, Math.ceil(Math.hypot(to.x - from.x, to.y - from.y) / 6));
    return Array.from({ length: count }, (_, step) => {
      const part = (step + 1) / count;
      return around(from.x + (to.x - from.x) * part, from.y + (to.y - from.y) * part, half);
    });
  });
}

/** Where words may stand beside a point, best first. */
function placesBeside(x: number, y: number, words: string, upright: boolean) {
  const aside = widthOf(words, size) / 2 + 10;
  const [over, under] = [[x, y - 14] as const, [x, y + 15] as const];
  const beside = [[x + aside, y] as const, [x - aside, y] as const];
  const slanted = [[x + aside - 4, y - 12] as const, [x - aside + 4, y - 12] as const];
  return upright ? [over, under] : [over, under, ...beside, ...slanted, [x, y - 24] as const];
}

/**
 * Sets words beside their points, most wanted first: above, below, right or left, wherever they cover neither each
 * other nor what is taken. Words that find no such place are left out.
 */
export function placeLabels(
  wanted: readonly WantedLabel[],
  taken: readonly Box[],
  within: Box,
): readonly PlacedLabel[] {
  const boxes: Box[] = [...taken];
  return wanted.flatMap(({ at, words: whole, shorter, bold = false, upright = false }) => {
    const places = [whole, shorter ?? whole].flatMap((words) =>
      at.flatMap(({ x, y }) =>
        placesBeside(x, y, words, upright).map(([x, y]) => ({ words, x, y, bold })),
      ),
    );
    for (const place of places) {
      const box = boxOf(place);
      const isInside =
        box.left >= within.left &&
        box.right <= within.right &&
        box.top >= within.top &&
        box.bottom <= within.bottom;
      if (!isInside || boxes.some((other) => overlap(box, other))) continue;
      boxes.push(box);
      return [place];
    }
    return [];
  });
}

/** Layers that draw words with a rim of paper, so that they read on lines. */
export function labelLayers(labels: readonly PlacedLabel[]): Layers {
  const weight = { fontSize: size, fontWeight: when('bold', 'bold', 'normal') };
  return rimmed(labels, { x: 'x', y: 'y', text: 'words', ...weight });
}
