import { breakLines, widthOf } from '../lines.ts';
import { type Layers, mark } from './marks.ts';

/** A numbered or lettered line below a chart, for words that found no room in it. */
export interface KeyEntry {
  readonly sign: string;
  readonly words: string;
}

const lineHeight = 16;

/** Room for the longest sign. */
function indentOf(key: readonly KeyEntry[]): number {
  // Bold, and as wide as the widest of usual letters.
  return Math.max(20, ...key.map(({ sign }) => widthOf(sign, 15) + 8));
}

function linesOf(key: readonly KeyEntry[], width: number) {
  const indent = indentOf(key);
  return key.map(({ sign, words }) => ({ sign, lines: breakLines(words, width - indent - 4, 12) }));
}

/** Pixels that a key takes below a chart. */
export function keyHeight(key: readonly KeyEntry[], width: number): number {
  const lines = linesOf(key, width).reduce((sum, one) => sum + one.lines.length, 0);
  return lines > 0 ? lines * lineHeight + 12 : 0;
}

/** Layers that draw a key from `top` down, at the left edge of the whole chart. */
export function keyLayers(
  key: readonly KeyEntry[],
  place: { readonly left: number; readonly top: number; readonly width: number },
): Layers {
  if (key.length === 0) return [];
  let y = place.top + 10;
  const values = linesOf(key, place.width).map((entry) => {
    const at = { ...entry, y };
    y += entry.lines.length * lineHeight;
    return at;
  });
  const look = { y: 'y', align: 'left' } as const;
  return [
    mark('text', values, { ...look, x: 0 - place.left, text: 'sign', fontWeight: 'bold' }),
    mark('text', values, { ...look, x: indentOf(key) - place.left, text: 'lines', lineHeight }),
  ];
}
