/** A channel that takes its pixels from a field, without a scale. */
export interface PixelChannel {
  readonly field: string;
  readonly type: 'quantitative';
  readonly scale: null;
  readonly axis: null;
}

/** Places a mark by pixels: rules need a channel, and margins have no scale. */
export function pixel(field: string): PixelChannel {
  return { field, type: 'quantitative', scale: null, axis: null };
}
