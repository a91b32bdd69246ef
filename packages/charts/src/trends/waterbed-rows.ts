import { figure, type Language } from '@samenbeeld/schema';
import type { ChartOptions } from '../chart.ts';
import { isNarrow } from '../frame.ts';
import { breakLines } from '../lines.ts';
import { axisUnit } from './axis-unit.ts';

/** A site as it is drawn. */
export interface DrawnSite {
  readonly name: string;
  readonly before: number;
  readonly after: number;
  readonly shareBefore: number | null;
  readonly shareAfter: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly rise: number | null;
  readonly fall: number | null;
}

/** What a drawing of shares is asked for. */
export interface WaterbedLook extends ChartOptions {
  readonly unit?: string | undefined;
  readonly spans: readonly [string, string];
}

/** Whether the range of a change keeps clear of no change. */
export function hasMoved({ low, high }: Pick<DrawnSite, 'low' | 'high'>): boolean {
  return low !== null && high !== null && (low > 0 || high < 0);
}

/** Letter size at which the width of a name is reckoned, for fonts that run wide: bold letters take more room. */
export function nameSize(site: DrawnSite): number {
  return hasMoved(site) ? 15 : 13;
}

/** "80 → 40 kg". */
export function countsOf(site: DrawnSite, unit: string | undefined, language: Language): string {
  const name = axisUnit(unit, language);
  const printed = [site.before, site.after].map((count) => figure(Math.round(count), language));
  return `${printed.join(' → ')}${name === '' ? '' : `\u00a0${name}`}`;
}

/** A row in pixels; null where something is not known. */
export interface PlacedSite {
  readonly lines: readonly string[];
  readonly bottom: number;
  readonly counts: string;
  readonly y: number;
  readonly labelY: number;
  readonly countsY: number;
  readonly before: number | null;
  readonly after: number | null;
  /** Range of the share after. */
  readonly from: number | null;
  readonly until: number | null;
  /** Band in which a shift would not show. */
  readonly bandFrom: number | null;
  readonly bandTo: number | null;
  readonly moved: boolean;
}

/** Where everything of a row stands, in pixels. */
export function waterbedRows(
  sites: readonly DrawnSite[],
  look: WaterbedLook,
  on: { readonly width: number; readonly to: number; readonly labelRoom: number },
): readonly PlacedSite[] {
  const { width, to, labelRoom } = on;
  const narrow = isNarrow(look);
  let top = 0;
  const place = (share: number): number => Math.max(0, Math.min(1, (100 * share) / to)) * width;
  return sites.map((site) => {
    const lines = [...breakLines(site.name, labelRoom, nameSize(site))];
    const below = 14 * (lines.length - 1);
    const height = narrow ? 46 + below : 32 + Math.max(0, below - 12);
    const y = narrow ? top + 32 + below : top + height / 2;
    const labelY = narrow ? top + 14 : y - below / 2;
    top += height;
    // Where only one of the two is known, no shift the other way would show.
    const isBound = site.rise !== null || site.fall !== null;
    const { shareBefore: before, shareAfter: after, low, high, rise, fall } = site;
    return {
      lines,
      bottom: top,
      counts: countsOf(site, look.unit, look.language),
      y,
      labelY,
      countsY: narrow ? labelY : y,
      before: before === null ? null : place(before),
      after: after === null ? null : place(after),
      from: before === null || low === null ? null : place(before + low),
      until: before === null || high === null ? null : place(before + high),
      bandFrom: before === null || !isBound ? null : place(before - (fall ?? before)),
      bandTo: before === null || !isBound ? null : place(before + (rise ?? 1)),
      moved: hasMoved(site),
    };
  });
}
