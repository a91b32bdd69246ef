/** How a series with zeros behaves. */
export interface DemandPattern {
  /** Periods over periods above zero. */
  readonly adi: number;
  /** Variance over squared mean of the values above zero. */
  readonly cv2: number;
  readonly pattern: 'smooth' | 'erratic' | 'intermittent' | 'lumpy';
}

/**
 * By how often something is found and how much its size varies: cut at an average interval of 1.32 and a squared coefficient
 * of variation of 0.49 (Syntetos, Boylan and Croston 2005).
 */
export function demandPattern(values: Float64Array): DemandPattern {
  const sizes = values.filter((value) => value > 0);
  const mean = sizes.reduce((sum, size) => sum + size, 0) / sizes.length;
  const squares = sizes.reduce((sum, size) => sum + (size - mean) ** 2, 0);
  const cv2 = sizes.length > 1 ? squares / (sizes.length - 1) / mean ** 2 : 0;
  const adi = values.length / sizes.length;
  const often = adi < 1.32;
  return {
    adi,
    cv2,
    pattern: cv2 < 0.49 ? (often ? 'smooth' : 'intermittent') : often ? 'erratic' : 'lumpy',
  };
}
