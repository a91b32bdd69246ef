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

const digitsOf = (value: number): string => [...value.toFixed(1)].sort().join('');

/**
 * A weight of another scale or of part of the packing: one and a half to four and a half per cent off, to neither side by
 * rule, and neither a rounder figure nor the same digits in another order, which would be slips of their own.
 */
export function weighedAgain(kg: number, random: Random): number {
  const share = random.int(15, 45) / 1000;
  const other = Number((kg * (random.chance(0.5) ? 1 + share : 1 - share)).toFixed(1));
  const isSlip = other % 10 === 0 || digitsOf(other) === digitsOf(kg);
  return isSlip ? Number((other + 0.1).toFixed(1)) : other;
}

/** A quantity as this way of telling it writes it; null where it is left out or cannot be told so. */
export function tell(kg: number, told: Told, random: Random): number | null {
  switch (told) {
    case 'same':
      return kg;
    case 'gross':
      return withPacking(kg, random);
    case 'reweighed':
      return weighedAgain(kg, random);
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
