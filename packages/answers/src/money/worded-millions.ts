import type { Text } from '@samenbeeld/schema';
import { worded } from '../text.ts';

/** A claim’s value in its words, for tables of published amounts. */
export function wordedMillions(value: number, wording: string | null): Text {
  return worded(Number((value / 1e6).toPrecision(4)), wording);
}
