import type { CostTerms } from './cost-family.ts';
import { type Segmentation, traceBack } from './segmentation.ts';

/** For stretches of levels from low to high, the place of the last change that costs least there. */
interface Envelope {
  size: number;
  /** Upper end of each stretch, with u and v of it. */
  end: Float64Array;
  endU: Float64Array;
  endV: Float64Array;
  start: Int32Array;
  a: Float64Array;
  b: Float64Array;
  c: Float64Array;
}

/** Cost of the segment since the change at `start`, plus everything before it. */
interface Entrant {
  readonly start: number;
  readonly a: number;
  readonly b: number;
  readonly c: number;
}

/**
 * The segmentation of least cost plus penalty, exact, by functional pruning (Maidstone, Hocking, Rigaill and
 * Fearnhead 2017): for each level only the best place of the last change is kept, so that it is fast with and
 * without changes. A new place enters once its segment has `minLength` values; two places that have entered see the
 * same values from then on, so the worse of them at a level can never become the better one there.
 */
export function functionalPruning(
  terms: CostTerms,
  penalty: number,
  minLength: number,
): Segmentation {
  const n = terms.a.length;
  const best = new Float64Array(n + 1).fill(Number.POSITIVE_INFINITY);
  const before = new Int32Array(n + 1);
  best[0] = -penalty;
  let envelope = emptyEnvelope(64);
  let spare = emptyEnvelope(64);
  for (let t = 1; t <= n; t++) {
    for (let i = 0; i < envelope.size; i++) {
      (envelope.a[i] as number) += terms.a[t - 1] as number;
      (envelope.b[i] as number) += terms.b[t - 1] as number;
      (envelope.c[i] as number) += terms.c[t - 1] as number;
    }
    const start = t - minLength;
    const base = start < 0 ? Number.POSITIVE_INFINITY : (best[start] as number) + penalty;
    if (base < Number.POSITIVE_INFINITY) {
      if (spare.end.length < 2 * envelope.size + 3) spare = emptyEnvelope(4 * envelope.size + 6);
      merge(terms, envelope, spare, entrant(terms, start, t, base));
      [envelope, spare] = [spare, envelope];
    }
    lowest(terms, envelope, t, best, before);
  }
  return { changes: traceBack(before), cost: best[n] as number };
}

function emptyEnvelope(room: number): Envelope {
  const numbers = (): Float64Array => new Float64Array(room);
  const ends = { end: numbers(), endU: numbers(), endV: numbers() };
  return {
    size: 0,
    ...ends,
    start: new Int32Array(room),
    a: numbers(),
    b: numbers(),
    c: numbers(),
  };
}

function entrant(terms: CostTerms, start: number, t: number, base: number): Entrant {
  let a = 0;
  let b = 0;
  let c = base;
  for (let i = start; i < t; i++) {
    a += terms.a[i] as number;
    b += terms.b[i] as number;
    c += terms.c[i] as number;
  }
  return { start, a, b, c };
}

/** Writes into `to`, stretch by stretch, the lower of `from` and of the entrant. */
function merge(terms: CostTerms, from: Envelope, to: Envelope, entrant: Entrant): void {
  const { family } = terms;
  to.size = 0;
  let low = terms.low;
  let lowU = family.u(low);
  let lowV = family.v(low);
  for (let i = 0; i < from.size; i++) {
    const high = from.end[i] as number;
    const highU = from.endU[i] as number;
    const highV = from.endV[i] as number;
    // The entrant's segment is shorter, so this difference between it and the older one is concave in the level.
    const a = entrant.a - (from.a[i] as number);
    const b = entrant.b - (from.b[i] as number);
    const c = entrant.c - (from.c[i] as number);
    const lowWins = a * lowU - b * lowV + c < 0;
    const highWins = a * highU - b * highV + c < 0;
    if (lowWins && highWins) {
      const top = b / a;
      if (top > low && top < high && a * family.u(top) - b * family.v(top) + c > 0) {
        put(terms, to, from, i, entrant, family.root(a, b, c, low, top, true));
        put(terms, to, from, i, null, family.root(a, b, c, top, high, false));
      }
    } else if (lowWins !== highWins)
      put(terms, to, from, i, lowWins ? entrant : null, family.root(a, b, c, low, high, lowWins));
    put(terms, to, from, i, highWins ? entrant : null, high);
    low = high;
    lowU = highU;
    lowV = highV;
  }
  if (from.size === 0) put(terms, to, from, 0, entrant, terms.high);
}

/** One more stretch up to `end`, of the entrant or of stretch `i`; it grows the last one where that is of the same place. */
function put(
  terms: CostTerms,
  to: Envelope,
  from: Envelope,
  i: number,
  entrant: Entrant | null,
  end: number,
): void {
  const start = entrant ? entrant.start : (from.start[i] as number);
  let at = to.size - 1;
  if (at < 0 || to.start[at] !== start) {
    at = to.size;
    to.size += 1;
    to.start[at] = start;
    to.a[at] = entrant ? entrant.a : (from.a[i] as number);
    to.b[at] = entrant ? entrant.b : (from.b[i] as number);
    to.c[at] = entrant ? entrant.c : (from.c[i] as number);
  }
  const same = end === from.end[i];
  to.end[at] = end;
  to.endU[at] = same ? (from.endU[i] as number) : terms.family.u(end);
  to.endV[at] = same ? (from.endV[i] as number) : terms.family.v(end);
}

/** The least cost up to `t`, and the place of the last change that has it. */
function lowest(
  terms: CostTerms,
  envelope: Envelope,
  t: number,
  best: Float64Array,
  before: Int32Array,
): void {
  const { family } = terms;
  let low = terms.low;
  for (let i = 0; i < envelope.size; i++) {
    const a = envelope.a[i] as number;
    const b = envelope.b[i] as number;
    const high = envelope.end[i] as number;
    const level = a > 0 ? b / a : high;
    const x = Math.min(high, Math.max(low, level));
    const cost = a * family.u(x) - b * family.v(x) + (envelope.c[i] as number);
    if (cost < (best[t] as number)) {
      best[t] = cost;
      before[t] = envelope.start[i] as number;
    }
    low = high;
  }
}
