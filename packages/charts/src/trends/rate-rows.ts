import { bound, figure, type Language, rangeEnds } from '@samenbeeld/schema';
import { breakLines, widthOf } from '../lines.ts';
import { words } from '../words.ts';

/** A row as it is drawn. */
export interface DrawnRate {
  readonly name: string;
  readonly group: string;
  readonly estimate: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly provisional?: boolean | undefined;
}

/** A row, or the name of a group, with its lines and place. */
export interface PlacedRate {
  readonly lines: readonly string[];
  readonly heading: boolean;
  readonly labelY: number;
  readonly y: number;
  readonly bottom: number;
  readonly printed: string;
  readonly row: DrawnRate | null;
}

/** "1.60 (0.81–3.28)"; an end that is not known is left open. */
export function printedRate(row: DrawnRate, language: Language, reference: number | null): string {
  const { estimate, low, high } = row;
  if (estimate === null) return words.noFigure[language];
  const note = row.provisional ? ` (${words.provisional[language]})` : '';
  if (low === null && high === null) return figure(estimate, language) + note;
  const ends =
    low !== null && high !== null
      ? rangeEnds({ low, high }, reference ?? 0, language)
      : [low, high].map((end) => (end === null ? '…' : bound(end, reference ?? 0, language)));
  return `${figure(estimate, language)} (${ends.join('\u2013')})${note}`;
}

/** Places rows below each other, with the name of a group above its first row. */
export function placeRates(
  rows: readonly DrawnRate[],
  on: {
    readonly language: Language;
    readonly narrow: boolean;
    readonly labelRoom: number;
    readonly reference: number | null;
    /** Width of the whole chart, for the names of groups. */
    readonly whole: number;
  },
): readonly PlacedRate[] {
  const { language, narrow, labelRoom } = on;
  let top = 0;
  return rows.flatMap((row, index) => {
    const placed: PlacedRate[] = [];
    if (row.group !== '' && row.group !== rows[index - 1]?.group) {
      const lines = breakLines(row.group, on.whole, 12.7);
      const y = top + (index === 0 ? 10 : 18);
      top = y + 12 + 14 * (lines.length - 1);
      placed.push({ lines, heading: true, labelY: y, y, bottom: top, printed: '', row: null });
    }
    const printed = printedRate(row, language, on.reference);
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
