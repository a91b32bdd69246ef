/**
 * The states of a Poisson CUSUM as a Markov chain (Brook and Evans 1972): multiples of 1/q below the threshold. Exact where reference value
 * and threshold are multiples of 1/q; otherwise the run length is interpolated between the two multiples around the reference value.
 */
export interface Lattice {
  /** States in one count. */
  readonly q: number;
}

/** The chances of 0, 1, 2 … events with this mean and variance `dispersion` times the mean, up to where the rest does not matter. */
export function countMasses(mean: number, dispersion: number = 1): readonly number[] {
  const most = Math.ceil(mean + 12 * Math.sqrt(mean * dispersion) + 20 * dispersion);
  const size = dispersion > 1 ? mean / (dispersion - 1) : null;
  const logs: number[] = [size === null ? -mean : -size * Math.log(dispersion)];
  for (let count = 1; count <= most; count++)
    logs.push(
      (logs[count - 1] as number) +
        Math.log(
          size === null ? mean / count : ((1 - 1 / dispersion) * (size + count - 1)) / count,
        ),
    );
  return logs.map(Math.exp);
}

/** The coarsest lattice, up to fifty states a count, on which a reference value lies; else a fine one. */
export function latticeFor(reference: number, mean: number): Lattice {
  for (let q = 1; q <= 50; q++)
    if (Math.abs(reference * q - Math.round(reference * q)) < 1e-9) return { q };
  return { q: Math.max(1, Math.min(200, Math.floor(200 / Math.sqrt(mean)))) };
}

export function statesBelow(threshold: number, { q }: Lattice): number {
  return Math.max(1, Math.ceil(threshold * q - 1e-9));
}

/**
 * Mean number of periods until the chart, started at zero, reaches its threshold, counts having this mean and a variance `dispersion`
 * times as large; Infinity where that is less likely than a number can hold.
 */
export function runLength(
  reference: number,
  states: number,
  mean: number,
  lattice: Lattice,
  dispersion: number = 1,
): number {
  const masses = countMasses(mean, dispersion);
  const at = reference * lattice.q;
  const nearest = Math.round(at);
  if (Math.abs(at - nearest) < 1e-7) return runLengthOn(nearest, states, masses, lattice.q);
  const low = Math.floor(at);
  const [below, above] = [low, low + 1].map((step) =>
    runLengthOn(step, states, masses, lattice.q),
  ) as [number, number];
  // Between a run length and none that a number can hold, the one is the more cautious.
  if (!Number.isFinite(above)) return below;
  return Math.exp(Math.log(below) + (at - low) * (Math.log(above) - Math.log(below)));
}

/**
 * From zero, each excursion ends back at zero or beyond the threshold; the run length is its mean duration over the chance that it ends
 * beyond. Excursions are short, so that Gauss-Seidel settles in few sweeps even where the run length is in the thousands.
 */
function runLengthOn(step: number, states: number, masses: readonly number[], q: number): number {
  const duration = new Float64Array(states);
  const beyond = new Float64Array(states);
  const tails = tailsOf(masses);
  const update = (state: number): readonly [number, number] => {
    let [time, chance] = [1, tailFrom(tails, Math.ceil((states - state + step) / q))];
    const first = Math.max(0, Math.floor((step - state) / q) + 1);
    for (
      let x = first, j = state + first * q - step;
      j < states && x < masses.length;
      x++, j += q
    ) {
      time += (masses[x] as number) * (duration[j] as number);
      chance += (masses[x] as number) * (beyond[j] as number);
    }
    return [time, chance];
  };
  for (let sweep = 0; sweep < 100_000; sweep++) {
    let change = 0;
    for (let state = 1; state < states; state++) {
      const [time, chance] = update(state);
      change = Math.max(
        change,
        Math.abs(time - (duration[state] as number)) / time,
        Math.abs(chance - (beyond[state] as number)) / Math.max(chance, 1e-300),
      );
      duration[state] = time;
      beyond[state] = chance;
    }
    if (change < 1e-11) break;
  }
  const [time, chance] = update(0);
  return time / chance;
}

/**
 * How often the chart reaches its threshold over the given periods where nothing changes: the sum over the periods of the chance of it.
 *
 * @param restart whether the chart goes back to zero after an alarm; otherwise only the first alarm counts
 */
export function alarmsWhereNothingChanges(
  periods: readonly { readonly mean: number; readonly reference: number }[],
  states: number,
  { q }: Lattice,
  restart: boolean,
): number {
  let now = new Float64Array(states);
  now[0] = 1;
  let alarms = 0;
  let known = { mean: -1, masses: [] as readonly number[], tails: [] as readonly number[] };
  for (const { mean, reference } of periods) {
    if (mean !== known.mean) {
      const masses = countMasses(mean);
      known = { mean, masses, tails: tailsOf(masses) };
    }
    const step = Math.round(reference * q);
    const next = new Float64Array(states);
    let reached = 0;
    for (let state = 0; state < states; state++) {
      const weight = now[state] as number;
      if (weight < 1e-18) continue;
      reached += weight * tailFrom(known.tails, Math.ceil((states - state + step) / q));
      const first = Math.max(0, Math.floor((step - state) / q) + 1);
      next[0] = (next[0] as number) + weight * (1 - tailFrom(known.tails, first));
      for (
        let x = first, j = state + first * q - step;
        j < states && x < known.masses.length;
        x++, j += q
      )
        next[j] = (next[j] as number) + weight * (known.masses[x] as number);
    }
    alarms += reached;
    if (restart) next[0] = (next[0] as number) + reached;
    now = next;
  }
  return alarms;
}

/** Chances of so many events or more. */
function tailsOf(masses: readonly number[]): readonly number[] {
  const tails = new Array<number>(masses.length + 1).fill(0);
  for (let x = masses.length - 1; x >= 0; x--)
    tails[x] = (tails[x + 1] as number) + (masses[x] as number);
  return tails;
}

function tailFrom(tails: readonly number[], count: number): number {
  return count <= 0 ? 1 : (tails[count] ?? 0);
}
