import { type Finding, inFour, takes } from '@samenbeeld/schema';
import chisquareCdf from '@stdlib/stats-base-dists-chisquare-cdf';
import fCdf from '@stdlib/stats-base-dists-f-cdf';
import normalQuantile from '@stdlib/stats-base-dists-normal-quantile';
import tQuantile from '@stdlib/stats-base-dists-t-quantile';
import { type About, checkProbability, checkTogether, optionsShape } from '../about.ts';
import { checkExposure } from '../check-count.ts';
import { type JudgedRatio, knownDispersion, usualDispersion } from '../dispersion.ts';
import { compareRates } from '../rate-ratio.ts';
import { type Random, randomOf } from '../sampling/random.ts';
import { type RatioVerdict, verdictOfRatio } from '../verdict.ts';
import { listWarnings, withoutSite } from '../warnings.ts';
import { takesEvents } from './require-events.ts';
import { shareDispersion, totalDispersion } from './share-dispersion.ts';
import { type ShiftBasis, type SiteShift, siteShifts } from './site-shift.ts';
import {
  networkShape,
  phaseSums,
  type SiteNetwork,
  type SiteTable,
  siteTable,
} from './site-table.ts';
import { type WaterbedVerdict, waterbedSays } from './waterbed-words.ts';

/** A test of whether a distribution over sites changed. */
interface ShareTest {
  /** Pearson's χ² of the table of sites before and after. */
  readonly statistic: number;
  readonly degreesOfFreedom: number;
  readonly p: number;
  readonly method: 'Monte Carlo' | 'chi-square' | 'F';
}

/** What the test knows of over-dispersion. */
interface TestDispersion {
  /** At least 1. */
  readonly factor: number;
  /** Degrees of freedom it was estimated with; null where it is declared or absent. */
  readonly estimatedWith: number | null;
}

/** Above so many events the χ² distribution is as good as drawing, unless sites have hardly any. */
const drawUpTo = 2000;
const drawSparseUpTo = 50_000;

/**
 * Tests whether counts before and after share one distribution over the sites.
 *
 * Without over-dispersion: Monte Carlo over tables with the same margins, p `(b + 1)/(B + 1)` (Agresti, Wackerly and
 * Boyett 1979; R `chisq.test(simulate.p.value = TRUE)`), or the χ² distribution above 2,000 events. With a declared
 * factor φ: χ²/φ. With an estimated one: `F = χ²/(df·φ)` (McCullagh and Nelder 1989).
 */
function shareTest(
  early: readonly number[],
  late: readonly number[],
  dispersion: TestDispersion,
  draws: number,
  seed: number,
): ShareTest {
  const filled = early.map((count, i) => [count, late[i] as number] as const).filter(isFilled);
  const sums = filled.map(([a, b]) => a + b);
  const before = filled.reduce((sum, [a]) => sum + a, 0);
  const all = sums.reduce((sum, count) => sum + count, 0);
  // Both sides give the same statistic: the smaller one is drawn.
  const side = Math.min(before, all - before);
  const scale = (all * all) / (before * (all - before));
  const statisticOf = (counts: readonly number[]): number =>
    counts.reduce((sum, count, i) => {
      const size = sums[i] as number;
      return sum + (scale * (count - (side * size) / all) ** 2) / size;
    }, 0);
  const statistic = statisticOf(filled.map(([a, b]) => (side === before ? a : b)));
  const degreesOfFreedom = filled.length - 1;
  const { factor, estimatedWith } = dispersion;
  if (factor > 1 && estimatedWith !== null)
    return {
      statistic,
      degreesOfFreedom,
      p: 1 - fCdf(statistic / degreesOfFreedom / factor, degreesOfFreedom, estimatedWith),
      method: 'F',
    };
  const sparse = (side * Math.min(...sums)) / all < 5;
  if (factor > 1 || all > (sparse ? drawSparseUpTo : drawUpTo))
    return {
      statistic,
      degreesOfFreedom,
      p: 1 - chisquareCdf(statistic / factor, degreesOfFreedom),
      method: 'chi-square',
    };
  const random = randomOf(seed);
  const events = sums.flatMap((size, site) => Array.from({ length: size }, () => site));
  let farther = 0;
  for (let draw = 0; draw < draws; draw += 1)
    if (statisticOf(drawn(events, side, sums.length, random)) >= statistic * (1 - 1e-9))
      farther += 1;
  return { statistic, degreesOfFreedom, p: (farther + 1) / (draws + 1), method: 'Monte Carlo' };
}

function isFilled([a, b]: readonly [number, number]): boolean {
  return a + b > 0;
}

/** Draws `count` of the events without putting back, and counts them by site. */
function drawn(events: number[], count: number, sites: number, random: Random): readonly number[] {
  const found = new Array<number>(sites).fill(0);
  for (let i = 0; i < count; i += 1) {
    const other = random.int(i, events.length - 1);
    const site = events[other] as number;
    events[other] = events[i] as number;
    events[i] = site;
    found[site] = (found[site] as number) + 1;
  }
  return found;
}

/** The total of all sites per period, after over before. */
interface TotalChange {
  readonly before: number;
  readonly after: number;
  readonly ratio: number | null;
  readonly interval: { readonly low: number; readonly high: number; readonly level: number } | null;
  /** At the usual dispersion, which the verdict follows, where nothing is known of it. */
  readonly usual: JudgedRatio['usual'];
  readonly verdict: RatioVerdict;
}

/** Compares the totals per period: exactly as Poisson counts, or, where they vary more than that, by their own spread. */
function totalChange(
  table: SiteTable,
  before: number,
  after: number,
  level: number,
  declared: number | undefined,
): TotalChange {
  const lengths = [table.periods.length - table.before, table.before] as const;
  const { estimate, degreesOfFreedom } = totalDispersion(table);
  // What the periods show is known, also where it is not above that of independent events.
  const factor = declared ?? (estimate === null ? undefined : 1);
  const { finding: exact, judged } = compareRates(
    after,
    before,
    { exposures: lengths, level },
    knownDispersion(factor === undefined ? {} : { dispersion: Math.max(1, factor) }),
  );
  if (declared !== undefined || estimate === null || estimate <= 1 || before === 0 || after === 0)
    return {
      before,
      after,
      ratio: exact.estimate,
      interval: exact.interval,
      usual: judged.usual,
      verdict: exact.details.verdict,
    };
  const ratio = exact.estimate as number;
  const reach =
    tQuantile((1 + level) / 2, degreesOfFreedom) * Math.sqrt(estimate * (1 / before + 1 / after));
  const interval = { low: ratio * Math.exp(-reach), high: ratio * Math.exp(reach), level };
  return { before, after, ratio, interval, usual: null, verdict: verdictOfRatio(interval) };
}

export interface WaterbedOptions extends About {
  /** Level of the simultaneous intervals, and one minus that of the test; 0.95. */
  readonly level?: number;
  /** How many times as much as chance the counts vary; estimated from the periods of each phase where left out. */
  readonly dispersion?: number;
  /** Tables drawn for the test; 9,999. */
  readonly draws?: number;
  /** Where the draws begin; 1. */
  readonly seed?: number;
}

/** A finding without one estimate: what moved stands in `sites`. */
export interface Waterbed extends Finding {
  readonly sites: readonly SiteShift[];
  /** Shares of each period, for a chart; null in a period without events. */
  readonly shares: readonly {
    readonly period: string;
    readonly site: string;
    readonly share: number | null;
  }[];
  readonly details: {
    readonly verdict: WaterbedVerdict;
    readonly chiSquare: number | null;
    readonly degreesOfFreedom: number | null;
    readonly dispersion: number | null;
    /** The usual dispersion and p at it, where nothing is known of it; verdicts, words and what was detectable follow it. */
    readonly usualDispersion: number | null;
    readonly usualP: number | null;
    /** Range over the sites of the smallest rise that would show; null where none would at any site. */
    readonly detectableLow: number | null;
    readonly detectableHigh: number | null;
    /** Sites at which no rise at all would show. */
    readonly undetectable: number | null;
    readonly totalBefore: number;
    readonly totalAfter: number;
    readonly totalRatio: number | null;
    readonly totalLow: number | null;
    readonly totalHigh: number | null;
    /** At the usual dispersion, which `totalVerdict` follows, where nothing is known of it. */
    readonly totalUsualLow: number | null;
    readonly totalUsualHigh: number | null;
    readonly totalVerdict: RatioVerdict | 'described';
  };
}

/**
 * Whether the shares of a network of sites (ports, post hubs, airports) moved between two spans of time.
 *
 * No site is taken as a control: if traffic shifts from one to another, a share falls and another rises. Counts may be
 * zero. The test compares the whole distribution; each site has Newcombe's (1998) interval of its change, at
 * Bonferroni's level, counts divided by their over-dispersion; with one period a side, which shows none, verdicts and sentence
 * follow the usual one. Where nothing is shown, the smallest shift that would
 * have shown is given. The total is told apart: shares say nothing about it. Kilograms, tablets and euros are
 * described without an interval, since one find moves them. Shares that moved do not say that traffic moved.
 *
 * @throws InputError for counts that are no whole numbers, negative or infinite values, no period on a side
 * @throws UsageError for sites named twice, fewer than two sites, or no `from` where there are more than two periods
 * @throws RefusalError for mixed frequencies, or records that must not be compared
 * @example
 * ```ts
 * import { waterbed } from '@samenbeeld/trends';
 * const sites = [{ site: 'NLRTM', values: [80, 40] }, { site: 'NLVLI', values: [4, 30] }, { site: 'BEANR', values: [90, 85] }];
 * const { details, sites: moved } = waterbed({ unit: 'seizure', periods: ['2021', '2023'], sites }, { dispersion: 1 });
 * [details.verdict, moved.map(({ verdict }) => verdict)] // => ['moved', ['down', 'up', 'not_shown']]
 * ```
 */
export function waterbed(network: SiteNetwork, options: WaterbedOptions = {}): Waterbed {
  takes('waterbed', ['network', network, networkShape], ['options', options, optionsShape]);

  const level = checkProbability('level', options.level ?? 0.95);
  const alike = checkTogether(options, 'rate');
  const counted = takesEvents(network.unit);
  const table = siteTable(network, counted);
  const { early, late } = phaseSums(table);
  const add = (list: readonly number[]): number => list.reduce((sum, value) => sum + value, 0);
  const [before, after] = [add(early), add(late)];
  const { estimate, degreesOfFreedom } = shareDispersion(table);
  const declared = options.dispersion;
  const factor = Math.max(
    1,
    declared === undefined
      ? (estimate ?? 1)
      : checkExposure(
          inFour('de spreiding', 'la dispersion', 'die Streuung', 'the dispersion'),
          declared,
        ),
  );
  const estimatedWith = declared === undefined && factor > 1 ? degreesOfFreedom : null;
  const filled = early.filter((count, i) => count + (late[i] as number) > 0).length;
  const testable = counted && before > 0 && after > 0 && filled > 1;
  const tail = 1 - (1 - level) / (2 * filled);
  const z = estimatedWith === null ? normalQuantile(tail, 0, 1) : tQuantile(tail, estimatedWith);
  const basisAt = (by: number): ShiftBasis | null =>
    testable ? { early: before / by, late: after / by, z } : null;
  const test = testable
    ? shareTest(early, late, { factor, estimatedWith }, options.draws ?? 9999, options.seed ?? 1)
    : null;
  // One period a side says nothing of the dispersion: what is concluded holds at the usual one.
  const unknown = testable && declared === undefined && estimate === null;
  const usual = unknown ? usualDispersion((before + after) / (2 * filled)).factor : null;
  const usualP =
    usual === null ? null : shareTest(early, late, { factor: usual, estimatedWith: null }, 0, 1).p;
  const stated = siteShifts(table.names, early, late, basisAt(factor));
  const judged = usual === null ? stated : siteShifts(table.names, early, late, basisAt(usual));
  const sites = stated.map((site, i) => ({
    ...site,
    verdict: judged[i]?.verdict ?? site.verdict,
  }));
  const rises = judged.flatMap(({ detectableRise }) => detectableRise ?? []);
  const falls = judged.flatMap(({ detectableFall }) => detectableFall ?? []);
  const moved = sites.filter(({ verdict }) => verdict === 'up' || verdict === 'down');
  const verdict = verdictOf(
    counted,
    usualP ?? test?.p ?? null,
    1 - level,
    moved.length > 0,
    rises.length + falls.length > 0,
  );
  // Where no table could show anything, also of independent events, p says nothing.
  const untold =
    verdict === 'no_conclusion' &&
    !stated.some(({ detectableRise, detectableFall }) => detectableRise ?? detectableFall);
  const total = totalOf(counted, table, before, after, level, declared);
  const details: Waterbed['details'] = {
    verdict,
    chiSquare: test?.statistic ?? null,
    degreesOfFreedom: test?.degreesOfFreedom ?? null,
    dispersion: declared ?? estimate,
    usualDispersion: usual,
    usualP,
    detectableLow: rises.length > 0 ? Math.min(...rises) : null,
    detectableHigh: rises.length > 0 ? Math.max(...rises) : null,
    undetectable: testable ? sites.length - rises.length : null,
    totalBefore: before,
    totalAfter: after,
    totalRatio: total.ratio,
    totalLow: total.interval?.low ?? null,
    totalHigh: total.interval?.high ?? null,
    totalUsualLow: total.usual?.interval.low ?? null,
    totalUsualHigh: total.usual?.interval.high ?? null,
    totalVerdict: total.verdict,
  };
  return {
    kind: 'waterbed',
    subject: options.subject ?? '',
    estimate: null,
    unit: 'share',
    interval: null,
    n: counted ? before + after : table.periods.length,
    p: untold ? null : (test?.p ?? null),
    method: test
      ? `Shares of a network, ${test.method}, simultaneous Newcombe intervals`
      : 'Shares of a network, described',
    definition: counted
      ? 'chi-square of sites before and after, given the totals; Newcombe (1998) intervals at Bonferroni level, over-dispersion taken off'
      : 'value of the site / value of all sites',
    assumptions: [
      inFour(
        'de plaatsen zijn het hele netwerk waar de vraag over gaat',
        'les sites sont tout le réseau sur lequel porte la question',
        'die Orte sind das ganze Netz, nach dem gefragt wird',
        'the sites are the whole network that is asked about',
      ),
      inFour(
        'elke plaats telt volgens één regel',
        'chaque site compte selon une même règle',
        'jeder Ort zählt nach derselben Regel',
        'every site counts by one rule',
      ),
      ...(counted
        ? [
            inFour(
              'afgezien van de overdispersie zijn gebeurtenissen onafhankelijk van elkaar',
              'hormis la surdispersion, les événements sont indépendants les uns des autres',
              'abgesehen von der Überdispersion sind die Ereignisse unabhängig voneinander',
              'beyond the over-dispersion events are independent of each other',
            ),
          ]
        : []),
    ],
    warnings: listWarnings(
      alike,
      table.dropped.length > 0 && withoutSite(table.dropped),
      unknown &&
        inFour(
          '{why}: overdispersie is niet na te gaan; de conclusie is alleen wat bij de gebruikelijke spreiding geldt',
          '{why}\u00a0: la surdispersion ne peut être vérifiée\u00a0; on ne conclut que ce qui vaut à la dispersion usuelle',
          '{why}: Überdispersion lässt sich nicht prüfen; geschlossen wird nur, was bei der üblichen Streuung gilt',
          '{why}: over-dispersion cannot be examined; only what holds at the usual dispersion is concluded',
          {
            why:
              table.periods.length === 2
                ? inFour(
                    'elke kant is één periode',
                    'chaque côté est une seule période',
                    'jede Seite ist ein einziger Zeitraum',
                    'each side is one period',
                  )
                : inFour(
                    'geen van beide kanten heeft twee plaatsen en twee perioden waarin iets is geteld',
                    'aucun des deux côtés n’a deux sites et deux périodes où quelque chose a été compté',
                    'keine der beiden Seiten hat zwei Orte und zwei Zeiträume, in denen etwas gezählt wurde',
                    'neither side has two sites and two periods that counted anything',
                  ),
          },
        ),
      !counted &&
        inFour(
          'kilogrammen en andere maten hebben geen interval: één vangst verschuift een aandeel',
          'les kilogrammes et autres mesures n’ont pas d’intervalle\u00a0: une seule saisie déplace une part',
          'Kilogramm und andere Maße haben kein Intervall: Ein einziger Fund verschiebt einen Anteil',
          'kilograms and other measures have no interval: one find moves a share',
        ),
    ),
    confidence:
      verdict === 'no_conclusion' || verdict === 'described' || estimate === null
        ? 'low'
        : before + after < 100
          ? 'medium'
          : 'high',
    sites,
    shares: sharesOf(table),
    details,
    says: waterbedSays(options, {
      verdict,
      sites: judged,
      from: table.from,
      p: usualP ?? test?.p ?? null,
      usual: usual === null || !test ? null : { factor: usual, p: test.p, alpha: 1 - level },
      level,
      before,
      after,
      unit: network.unit,
      detectable: rises.length > 0 ? [Math.min(...rises), Math.max(...rises)] : null,
      total,
    }),
  };
}

function verdictOf(
  counted: boolean,
  p: number | null,
  alpha: number,
  some: boolean,
  visible: boolean,
): WaterbedVerdict {
  if (!counted) return 'described';
  if (p === null || (!visible && !some && p > alpha)) return 'no_conclusion';
  if (p <= alpha) return some ? 'moved' : 'moved_somewhere';
  return some ? 'unclear' : 'not_shown';
}

function totalOf(
  counted: boolean,
  table: SiteTable,
  before: number,
  after: number,
  level: number,
  declared: number | undefined,
): Omit<ReturnType<typeof totalChange>, 'verdict'> & {
  readonly verdict: RatioVerdict | 'described';
} {
  if (counted) return totalChange(table, before, after, level, declared);
  const later = table.periods.length - table.before;
  const ratio = before > 0 ? after / later / (before / table.before) : null;
  return { before, after, ratio, interval: null, usual: null, verdict: 'described' };
}

function sharesOf({ names, periods, rows }: SiteTable): Waterbed['shares'] {
  return periods.flatMap((period, t) => {
    const total = rows.reduce((sum, row) => sum + (row[t] as number), 0);
    return names.map((site, i) => ({
      period,
      site,
      share: total > 0 ? (rows[i]?.[t] as number) / total : null,
    }));
  });
}
