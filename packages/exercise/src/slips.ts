import type { Random } from './random.ts';
import type { Told } from './world.ts';

/** Two adjacent digits swapped, so that the figure changes by more than a rounding; null where none can be. */
export function transpose(value: number, random: Random): number | null {
  const text = String(value);
  const swaps = [...text.slice(1)].flatMap((digit, at) => {
    const before = text[at] as string;
    if (!/[1-9]/.test(digit) || !/[1-9]/.test(before) || digit === before) return [];
    const swapped = Number(`${text.slice(0, at)}${digit}${before}${text.slice(at + 2)}`);
    return Math.abs(swapped - value) / Math.max(swapped, value) > 0.05 ? [swapped] : [];
  });
  return swaps.length > 0 ? random.pick(swaps) : null;
}

/** The same mass with its packing: two and a half to three and a half per cent more. */
export function withPacking(kg: number, random: Random): number {
  const gross = kg * (1 + random.int(25, 35) / 1000);
  return Number(gross.toFixed(gross >= 1 ? 1 : 3));
}

/** A quantity as this way of telling it writes it; null where it is left out or cannot be told so. */
export function tell(kg: number, told: Told, random: Random): number | null {
  switch (told) {
    case 'same':
      return kg;
    case 'gross':
      return withPacking(kg, random);
    case 'transposed':
      return transpose(kg, random);
    case 'factor_10':
      return Number((kg * 10).toFixed(3));
    case 'factor_1000':
      return Number((kg * 1000).toFixed(0));
    case 'missing':
      return null;
  }
}
