import { searchCost } from '../turning-points/knot-grid.ts';
import type { AdvisedName } from './advised-method.ts';
import type { ExaminedSeries } from './examine-series.ts';
import { type AdviceDepth, methodRules } from './method-rules.ts';

/** What advice will do, before it does it. */
export interface AdvicePlan {
  readonly depth: AdviceDepth;
  readonly methods: readonly AdvisedName[];
  /** About how long it takes on one processor, in seconds; rounded up. */
  readonly seconds: number;
}

/** Placements of joinpoints fitted in a second, all permutations counted. */
const fitsPerSecond = 4e7;

/** Which methods will run, and about how long they take. */
export function planAdvice(examined: ExaminedSeries, depth: AdviceDepth): AdvicePlan {
  const chosen = methodRules.filter(({ refuses }) => refuses(examined, depth) === null);
  const searches = chosen.some(({ method }) => method === 'joinpoint');
  const grid = { n: examined.n, minEnd: 2, minBetween: 2 };
  const most = [7, 12, 17, 22].filter((least) => examined.n >= least).length;
  const fits = searches ? searchCost(grid, most) * (depth === 'full' ? 4500 * most : 1) : 0;
  // Beyond 250 million fits the number of permutations is lowered.
  const seconds = Math.min(fits, 2.5e8) / fitsPerSecond + (depth === 'full' ? 0.2 : 0.01);
  return {
    depth,
    methods: ['mann_kendall', ...chosen.map(({ method }) => method)],
    seconds: seconds < 1 ? Math.ceil(seconds * 10) / 10 : Math.ceil(seconds),
  };
}
