import { type Finding, takes } from '@samenbeeld/schema';
import normalQuantile from '@stdlib/stats-base-dists-normal-quantile';
import tQuantile from '@stdlib/stats-base-dists-t-quantile';
import { type About, checkProbability, checkTogether, optionsShape } from '../about.ts';
import { checkExposure } from '../check-count.ts';
import { usualDispersion } from '../dispersion.ts';
import type { RatioVerdict } from '../verdict.ts';
import { takesEvents } from './require-events.ts';
import { shareDispersion } from './share-dispersion.ts';
import { shareTest } from './share-test.ts';
import { type ShiftBasis, type SiteShift, siteShifts } from './site-shift.ts';
import {
  networkShape,
  phaseSums,
  type SiteNetwork,
  type SiteTable,
  siteTable,
} from './site-table.ts';
import { totalChange } from './total-change.ts';
import { type WaterbedVerdict, waterbedSays } from './waterbed-words.ts';

/** Options of `waterbed`. */
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
    declared === undefined ? (estimate ?? 1) : checkExposure('the dispersion', declared),
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
      'the sites are the whole network that is asked about',
      'every site counts by one rule',
      ...(counted ? ['beyond the over-dispersion events are independent of each other'] : []),
    ],
    warnings: [
      ...alike,
      ...(table.dropped.length > 0
        ? [`left out, since a site has no value there: ${table.dropped.join(', ')}`]
        : []),
      ...(unknown
        ? [
            `${table.periods.length === 2 ? 'each side is one period' : 'neither side has two sites and two periods that counted anything'}: over-dispersion cannot be examined; only what holds at the usual dispersion is concluded`,
          ]
        : []),
      ...(counted ? [] : ['kilograms and other measures have no interval: one find moves a share']),
    ],
    confidence:
      verdict === 'no_conclusion' || verdict === 'described' || estimate === null
        ? 'low'
        : before + after < 100
          ? 'medium'
          : 'high',
    sites,
    shares: sharesOf(table),
    details,
    says: waterbedSays({
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
      label: options.label,
      controls: options.controls ?? false,
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
