import { periodStep } from '../drawing/period-step.ts';

/** One stretch of a fit: its first and last period, and its height at both ends. */
export interface Segment {
  readonly from: string;
  readonly to: string;
  readonly start: number;
  readonly end: number;
}

/** How a fit runs between its ends: flat steps, straight lines, or straight lines of the logarithm. */
export type Fit = 'levels' | 'linear' | 'log_linear';

interface Placed {
  readonly at: number;
  readonly value: number;
}

function heightAt({ start, end }: Segment, share: number, fit: Fit): number {
  if (fit === 'levels') return start;
  if (fit === 'log_linear' && start > 0 && end > 0) return start * (end / start) ** share;
  return start + (end - start) * share;
}

/** The height of a segment at a step, or null beyond its ends. */
export function fitAt(segment: Segment, at: number, fit: Fit): number | null {
  const [from, to] = [periodStep(segment.from).step, periodStep(segment.to).step];
  if (at < from || at > to) return null;
  return heightAt(segment, to > from ? (at - from) / (to - from) : 0, fit);
}

/** Points that draw a segment: a level covers its whole periods, a line joins their middles. */
export function segmentPoints(segment: Segment, fit: Fit): readonly Placed[] {
  const [from, to] = [periodStep(segment.from).step, periodStep(segment.to).step];
  if (fit === 'levels')
    return [
      { at: from - 0.5, value: segment.start },
      { at: to + 0.5, value: segment.start },
    ];
  const pieces = fit === 'linear' ? 1 : 24;
  return Array.from({ length: pieces + 1 }, (_, index) => ({
    at: from + ((to - from) * index) / pieces,
    value: heightAt(segment, index / pieces, fit),
  }));
}
