/** Which parts an exponential smoothing model has; its error is additive. */
export interface EtsForm {
  readonly trend: 'none' | 'additive' | 'damped';
  /** 1 without a season. */
  readonly period: number;
}

/** How fast each part follows the errors, and how much of the slope is kept. */
export interface EtsParameters {
  readonly alpha: number;
  readonly beta: number;
  readonly gamma: number;
  readonly phi: number;
}

/** "ETS(A,Ad,A)", after error, trend and season. */
function etsName({ trend, period }: EtsForm): string {
  const letter = { none: 'N', additive: 'A', damped: 'Ad' }[trend];
  return `ETS(A,${letter},${period > 1 ? 'A' : 'N'})`;
}

/** Initial values that are estimated: a level, a slope, and one a position of the cycle but the last. */
function initialCount({ trend, period }: EtsForm): number {
  return 1 + (trend === 'none' ? 0 : 1) + (period - 1);
}

/** Smoothing parameters that are estimated. */
function smoothingCount({ trend, period }: EtsForm): number {
  return 1 + { none: 0, additive: 1, damped: 2 }[trend] + (period > 1 ? 1 : 0);
}

const bend = (x: number): number => 1 / (1 + Math.exp(-x));

/**
 * Parameters from numbers without bounds, one a smoothing parameter, within the usual region: 0 < β < α < 1, 0 < γ < 1 − α,
 * 0.8 < φ < 0.98, each end kept clear of.
 */
function parametersAt(form: EtsForm, at: readonly number[]): EtsParameters {
  const least = 1e-4;
  const within = (low: number, high: number, x: number): number =>
    low + Math.max(0, high - low) * bend(x);
  let next = 0;
  const take = (): number => at[next++] as number;
  const alpha = within(least, 1 - least, take());
  const beta = form.trend === 'none' ? 0 : within(least, alpha, take());
  const gamma = form.period > 1 ? within(least, 1 - alpha, take()) : 0;
  const phi = form.trend === 'damped' ? within(0.8, 0.98, take()) : 1;
  return { alpha, beta, gamma, phi };
}

/** Level, slope and one value a position of the cycle, that of the first value of the series first. */
type EtsState = Float64Array;

/**
 * Runs a series through a model, one step ahead at a time, and fills `errors`; `state` is the state before the first value
 * and becomes the state after the last.
 *
 * `e = y − l − φb − s`; `l ← l + φb + αe`; `b ← φb + βe`; `s ← s + γe` (Hyndman, Koehler, Ord and Snyder 2008, table 2.2).
 *
 * @param values null for a series of zeros, to see what the initial state alone does
 */
function etsFilter(
  { trend, period }: EtsForm,
  { alpha, beta, gamma, phi }: EtsParameters,
  state: EtsState,
  values: Float64Array | null,
  errors: Float64Array,
): void {
  const damping = trend === 'none' ? 0 : phi;
  const seasonal = period > 1;
  let level = state[0] as number;
  let slope = state[1] as number;
  let place = 2;
  for (let t = 0; t < errors.length; t++) {
    const kept = damping * slope;
    const own = seasonal ? (state[place] as number) : 0;
    const error = (values === null ? 0 : (values[t] as number)) - level - kept - own;
    errors[t] = error;
    level += kept + alpha * error;
    slope = kept + beta * error;
    if (!seasonal) continue;
    state[place] = own + gamma * error;
    place = place === period + 1 ? 2 : place + 1;
  }
  state[0] = level;
  state[1] = slope;
}

/**
 * The multiples of columns that, added to a target, leave the least squares; by the Cholesky factor of the normal equations.
 * A column that depends on the ones before it gets none.
 */
function solveNormal(columns: readonly Float64Array[], target: Float64Array): readonly number[] {
  const k = columns.length;
  const factor = new Float64Array(k * k);
  const half = new Float64Array(k);
  const used = new Uint8Array(k);
  for (let i = 0; i < k; i++) {
    const column = columns[i] as Float64Array;
    let pivot = product(column, column);
    const size = pivot;
    for (let j = 0; j < i; j++) {
      if (used[j] === 0) continue;
      let sum = product(column, columns[j] as Float64Array);
      for (let l = 0; l < j; l++) sum -= at(factor, i * k + l) * at(factor, j * k + l);
      factor[i * k + j] = sum / at(factor, j * k + j);
      pivot -= at(factor, i * k + j) ** 2;
    }
    if (!(pivot > 1e-12 * size)) {
      factor.fill(0, i * k, i * k + i);
      continue;
    }
    used[i] = 1;
    factor[i * k + i] = Math.sqrt(pivot);
    let rest = -product(column, target);
    for (let j = 0; j < i; j++) rest -= at(factor, i * k + j) * at(half, j);
    half[i] = rest / at(factor, i * k + i);
  }
  const found = new Array<number>(k).fill(0);
  for (let i = k - 1; i >= 0; i--) {
    if (used[i] === 0) continue;
    let rest = at(half, i);
    for (let j = i + 1; j < k; j++) rest -= at(factor, j * k + i) * (found[j] as number);
    found[i] = rest / at(factor, i * k + i);
  }
  return found;
}

function product(left: Float64Array, right: Float64Array): number {
  let sum = 0;
  for (let t = 0; t < left.length; t++) sum += at(left, t) * at(right, t);
  return sum;
}

function at(list: Float64Array, i: number): number {
  return list[i] as number;
}

/** The best initial state for given parameters, and the squared errors it leaves. */
interface EtsErrors {
  readonly initial: EtsState;
  readonly squared: number;
}

/**
 * The initial state of greatest likelihood for given parameters. Errors are linear in it, so that it is a least-squares
 * solution, and only the smoothing parameters need a search.
 */
function initialSearch(
  form: EtsForm,
  values: Float64Array,
): (parameters: EtsParameters) => EtsErrors {
  const n = values.length;
  const free = new Float64Array(n);
  const effects = Array.from({ length: initialCount(form) }, () => new Float64Array(n));
  const units = effects.map((_, i) =>
    stateOf(
      form,
      effects.map((_, j) => (i === j ? 1 : 0)),
    ),
  );
  const state: EtsState = new Float64Array(2 + form.period);
  return (parameters) => {
    state.fill(0);
    etsFilter(form, parameters, state, values, free);
    for (const [i, effect] of effects.entries()) {
      state.set(units[i] as EtsState);
      etsFilter(form, parameters, state, null, effect);
    }
    const found = solveNormal(effects, free);
    let squared = 0;
    for (let t = 0; t < n; t++) {
      let error = free[t] as number;
      for (let i = 0; i < found.length; i++)
        error += (found[i] as number) * ((effects[i] as Float64Array)[t] as number);
      squared += error * error;
    }
    return { initial: stateOf(form, found), squared };
  };
}

/** From the numbers that are free: a level, a slope where there is one, and a season whose values add up to zero. */
function stateOf({ trend, period }: EtsForm, free: readonly number[]): EtsState {
  const state = new Float64Array(2 + period);
  const positions = free.slice(trend === 'none' ? 1 : 2);
  state[0] = free[0] as number;
  if (trend !== 'none') state[1] = free[1] as number;
  state.set(positions, 2);
  state[1 + period] = -positions.reduce((sum, value) => sum + value, 0);
  return state;
}

interface Vertex {
  readonly at: readonly number[];
  readonly value: number;
}

/**
 * The least value of a function of a few numbers, without derivatives (Nelder and Mead 1965).
 *
 * @param tolerance stops where the vertices differ by no more than this in their values
 */
function nelderMead(
  lossOf: (at: readonly number[]) => number,
  start: readonly number[],
  step: number,
  tolerance: number,
): Vertex {
  const vertexAt = (at: readonly number[]): Vertex => ({ at, value: lossOf(at) });
  const simplex = [
    vertexAt(start),
    ...start.map((_, i) => vertexAt(start.map((x, j) => (i === j ? x + step : x)))),
  ];
  const order = (): void => {
    simplex.sort((a, b) => a.value - b.value);
  };
  const last = start.length;
  for (let round = 0; round < 200 * last; round++) {
    order();
    const [best, worst] = [simplex[0] as Vertex, simplex[last] as Vertex];
    if (worst.value - best.value <= tolerance) break;
    const centre = start.map(
      (_, j) => simplex.slice(0, last).reduce((sum, { at }) => sum + (at[j] as number), 0) / last,
    );
    const along = (factor: number): Vertex =>
      vertexAt(centre.map((c, j) => c + factor * ((worst.at[j] as number) - c)));
    const reflected = along(-1);
    if (reflected.value < best.value) {
      const expanded = along(-2);
      simplex[last] = expanded.value < reflected.value ? expanded : reflected;
      continue;
    }
    if (reflected.value < (simplex[last - 1] as Vertex).value) {
      simplex[last] = reflected;
      continue;
    }
    const contracted = along(reflected.value < worst.value ? -0.5 : 0.5);
    if (contracted.value < Math.min(reflected.value, worst.value)) {
      simplex[last] = contracted;
      continue;
    }
    for (let i = 1; i <= last; i++)
      simplex[i] = vertexAt(
        (simplex[i] as Vertex).at.map((x, j) => ((best.at[j] as number) + x) / 2),
      );
  }
  order();
  return simplex[0] as Vertex;
}

/**
 * Whether old values matter less and less: the roots of the model's moving average lie within the unit circle (Hyndman,
 * Koehler, Ord and Snyder 2008, chapter 10). Without a season the usual region is within; with one it is not.
 */
function isAdmissible(
  { trend, period }: EtsForm,
  { alpha, beta, gamma, phi }: EtsParameters,
): boolean {
  if (period < 2) return true;
  if (trend === 'none')
    return isStable([1, ...new Array<number>(period - 1).fill(alpha), alpha + gamma - 1]);
  const gain = alpha + phi * beta;
  const between = gain - alpha * phi;
  return isStable([
    1,
    gain - phi,
    ...new Array<number>(period - 2).fill(between),
    between + gamma - 1,
    phi * (1 - alpha - gamma),
  ]);
}

/** Jury's test: every reflection of the polynomial is below one in size. Coefficients from the highest power down. */
function isStable(coefficients: readonly number[]): boolean {
  let now = coefficients;
  while (now.length > 1) {
    const [first, last] = [now[0] as number, now.at(-1) as number];
    const reflection = last / first;
    if (Math.abs(reflection) >= 1) return false;
    now = now
      .map((value, i) => value - reflection * (now[now.length - 1 - i] as number))
      .slice(0, -1);
  }
  return true;
}

/** A fitted exponential smoothing model. */
export interface EtsFit {
  readonly name: string;
  readonly form: EtsForm;
  readonly parameters: EtsParameters;
  readonly initial: EtsState;
  readonly last: EtsState;
  readonly n: number;
  /** −n/2 · ln Σe², the constants left out as is usual for these models. */
  readonly logLikelihood: number;
  readonly aicc: number;
  /** Variance of one-step errors: Σe² over the values less the estimated numbers. */
  readonly variance: number;
  /** Where the search ended, to start the next one from. */
  readonly at: readonly number[];
}

/** Estimated numbers, the variance of the errors left out. */
export function etsSize(form: EtsForm): number {
  return smoothingCount(form) + initialCount(form);
}

/**
 * One form at maximum likelihood, initial state included.
 *
 * @param values not all equal, and more than `etsSize` + 2 of them
 * @param near where a search on a part of the same series ended
 */
export function fitForm(
  values: Float64Array,
  form: EtsForm,
  near: readonly number[] | null = null,
): EtsFit {
  const n = values.length;
  const centre = values.reduce((sum, value) => sum + value, 0) / n;
  const scale = Math.sqrt(values.reduce((sum, value) => sum + (value - centre) ** 2, 0) / n) || 1;
  const initialOf = initialSearch(
    form,
    values.map((value) => (value - centre) / scale),
  );
  const lossOf = (at: readonly number[]): number => {
    const parameters = parametersAt(form, at);
    return isAdmissible(form, parameters)
      ? n * Math.log(Math.max(initialOf(parameters).squared, 1e-20))
      : Number.POSITIVE_INFINITY;
  };
  const at = near ? nelderMead(lossOf, near, 0.5, 1e-5).at : least(form, lossOf);
  const parameters = parametersAt(form, at);
  const { initial: scaled, squared } = initialOf(parameters);
  const initial = scaled.map((value, i) => (i === 0 ? centre : 0) + scale * value);
  const last = Float64Array.from(initial);
  etsFilter(form, parameters, last, values, new Float64Array(n));
  const logLikelihood = (-n / 2) * Math.log(squared * scale * scale);
  const k = etsSize(form) + 1;
  return {
    name: etsName(form),
    form,
    parameters,
    initial,
    last,
    n,
    logLikelihood,
    aicc: -2 * logLikelihood + 2 * k + (2 * k * (k + 1)) / (n - k - 1),
    variance: (squared * scale * scale) / (n - k + 1),
    at,
  };
}

/**
 * The best of several searches: the likelihood has more than one hill, and is flat near the bounds of the region, where a
 * single search stops. Each starts from one of the best points of a coarse grid; the winner is searched on from where it ended.
 */
function least(form: EtsForm, lossOf: (at: readonly number[]) => number): readonly number[] {
  const hills = startsOf(form)
    .map((at) => ({ at, value: lossOf(at) }))
    .sort((a, b) => a.value - b.value)
    .slice(0, searches)
    .map(({ at }) => nelderMead(lossOf, at, 1, 1e-7));
  let best = hills.reduce((one, other) => (other.value < one.value ? other : one));
  for (;;) {
    const onward = nelderMead(lossOf, best.at, 1, 1e-7);
    if (onward.value > best.value - 1e-6) return best.at;
    best = onward;
  }
}

/** Of 132 series and models, thirty searches found no likelihood higher by more than 0.001 of its logarithm. */
const searches = 12;

function startsOf(form: EtsForm): readonly (readonly number[])[] {
  const axes = [
    [-5, -2.5, -1, 1, 4],
    ...(form.trend === 'none' ? [] : [[-5, -1.5, 3]]),
    ...(form.period > 1 ? [[-5, -1, 1, 4]] : []),
    ...(form.trend === 'damped' ? [[-1, 3]] : []),
  ];
  return axes.reduce<readonly (readonly number[])[]>(
    (starts, axis) => starts.flatMap((start) => axis.map((x) => [...start, x])),
    [[]],
  );
}
