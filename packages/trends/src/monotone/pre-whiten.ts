import { autocorrelations } from './autocorrelation.ts';
import type { EvenGrid } from './even-grid.ts';
import { detrended } from './serial-correction.ts';

/** Values freed of their dependence on the one before; the first after each gap is lost. */
export interface Whitened {
  readonly values: readonly number[];
  /** The autocorrelation that was taken out. */
  readonly r1: number;
}

/** `x_t − r₁ x_{t−1}` (von Storch 1995). */
export function preWhiten({ places, values }: EvenGrid): Whitened {
  const [r1 = 0] = autocorrelations(places, values, 1);
  return { values: whiten(places, values, r1).map(({ value }) => value), r1 };
}

/** As `preWhiten`, the trend taken out before and put back after (Yue, Pilon, Phinney and Cavadias 2002). */
export function trendFreePreWhiten(grid: EvenGrid, slope: number): Whitened {
  const rest = detrended(grid, slope);
  const [r1 = 0] = autocorrelations(grid.places, rest, 1);
  return {
    values: whiten(grid.places, rest, r1).map(({ place, value }) => value + place * slope),
    r1,
  };
}

function whiten(
  places: readonly number[],
  values: readonly number[],
  r1: number,
): readonly { readonly place: number; readonly value: number }[] {
  return values.flatMap((value, i) => {
    const place = places[i] as number;
    if (i === 0 || places[i - 1] !== place - 1) return [];
    return [{ place, value: value - r1 * (values[i - 1] as number) }];
  });
}
