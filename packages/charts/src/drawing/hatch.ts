/** A stripe of a hatched area, in pixels. */
interface Stripe {
  readonly x: number;
  readonly y: number;
  readonly x2: number;
  readonly y2: number;
}

/** Slanted lines over the part of a drawing area of `height` from one x to another. */
export function hatch(from: number, to: number, height: number, gap = 9): readonly Stripe[] {
  const count = Math.max(0, Math.ceil((to - from + height) / gap));
  return Array.from({ length: count }, (_, index) => {
    // Each line rises to the right through (start, height).
    const start = Math.ceil((from - height) / gap) * gap + index * gap;
    const x = Math.max(from, start);
    const x2 = Math.min(to, start + height);
    return { x, y: height - (x - start), x2, y2: height - (x2 - start) };
  }).filter(({ x, x2 }) => x2 - x > 0.5);
}
