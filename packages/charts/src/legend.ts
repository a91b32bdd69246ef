import type { Layers } from './drawing/marks.ts';
import { field, mark } from './drawing/marks.ts';
import { widthOf } from './lines.ts';

/** A sign and what it stands for. */
export interface LegendEntry {
  readonly words: string;
  readonly shape: string;
  readonly color: string;
  readonly fill: string;
}

/** Pixels that a legend takes above its chart. */
export function legendHeight(entries: readonly LegendEntry[], width: number): number {
  const last = placed(entries, width).at(-1);
  return last ? last.y + 22 : 0;
}

function placed(entries: readonly LegendEntry[], width: number) {
  let [x, y] = [0, 0];
  return entries.map((entry) => {
    const needed = 18 + widthOf(entry.words, 12) + 14;
    if (x > 0 && x + needed - 14 > width) [x, y] = [0, y + 19];
    const at = { ...entry, x, y };
    x += needed;
    return at;
  });
}

/** Layers that draw a legend above a chart whose drawing area starts `left` pixels from its edge. */
export function legendLayers(entries: readonly LegendEntry[], width: number, left: number): Layers {
  if (entries.length === 0) return [];
  const height = legendHeight(entries, width);
  const values = placed(entries, width).map((entry) => ({
    ...entry,
    x: entry.x - left + 6,
    wordsX: entry.x - left + 18,
    y: entry.y - height + 8,
  }));
  const look = { size: 90, filled: false, strokeWidth: 1.5, stroke: field('color') };
  return [
    mark('point', values, { x: 'x', y: 'y', shape: field('shape'), fill: field('fill'), ...look }),
    mark('text', values, { x: 'wordsX', y: 'y', text: 'words', align: 'left' }),
  ];
}
