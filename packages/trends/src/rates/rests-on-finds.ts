import { type Finding, takes, UsageError } from '@samenbeeld/schema';
import { type About, checkProbability, optionsShape } from '../about.ts';
import { knownEvents, type Quantities, quantitiesShape } from '../largest-share.ts';
import { type LeaveLargestOut, leaveLargestOut } from '../leave-largest-out.ts';
import type { TrendVerdict } from '../verdict.ts';
import { headed } from '../words/headed.ts';
import { annualHidesFinds } from '../words/largest.ts';
import { restsOnSays } from '../words/rests-on-finds.ts';

/** Options of `restsOnFinds`. */
export interface RestsOnFindsOptions extends About {
  /** How many of the largest seizures are left out at most; 10. */
  readonly upTo?: number;
  /** Periods in which every seizure is known, as in `leaveLargestOut`. */
  readonly covered?: readonly string[];
  /** Level of the intervals; 0.95. */
  readonly level?: number;
}

/** A finding whose estimate is the number of finds on which the verdict rests; null where it stands without them. */
export interface RestsOnFinds extends Finding {
  readonly details: {
    readonly verdict: TrendVerdict | 'not_computable';
    /** Once that many finds are left out. */
    readonly verdictWithout: TrendVerdict | 'not_computable';
    /** How many of the largest were left out; 0 where nothing can be told without the first. */
    readonly upTo: number;
    /** `too_few_left` where leaving out more would leave too few different values to conclude anything from. */
    readonly stopped: 'too_few_left' | null;
    /** Share of the left-out seizures in the whole quantity. */
    readonly share: number | null;
    readonly unknown: number;
  };
}

/**
 * On how few of the largest finds does the verdict about a trend rest?
 *
 * `leaveLargestOut` with one find, two, three …, until the verdict changes, `upTo` are left out, or too few different values
 * are left to conclude anything from; that is no change of verdict. A verdict that one find can turn says more about that
 * find than about the years.
 *
 * @param quantities events or annual totals, in one unit
 * @throws InputError for negative or infinite quantities, or unreadable periods
 * @throws RefusalError for events of mixed frequencies
 * @throws UsageError for an `upTo` that is no whole number above zero, or a plain list
 * @example
 * ```ts
 * import { restsOnFinds } from '@samenbeeld/trends';
 * const sizes = [[1, 9], [2, 9], [3, 9], [4, 9], [5, 9], [90, 6]];
 * const events = sizes.flatMap(([a = 0, b = 0], i) => [a, b].map((quantity) => ({ period: String(2018 + i), quantity })));
 * const { estimate, details } = restsOnFinds({ events });
 * [estimate, details.verdict, details.verdictWithout] // => [1, 'rising', 'not_shown']
 * ```
 */
export function restsOnFinds(
  quantities: Quantities,
  options: RestsOnFindsOptions = {},
): RestsOnFinds {
  takes(
    'restsOnFinds',
    ['quantities', quantities, quantitiesShape],
    ['options', options, optionsShape],
  );

  checkProbability('level', options.level ?? 0.95);
  const upTo = options.upTo ?? 10;
  if (!Number.isSafeInteger(upTo) || upTo < 1)
    throw new UsageError(`\`upTo\` must be a whole number above zero, got ${upTo}`);
  const { upTo: _, ...about } = options;
  const events = 'events' in quantities ? knownEvents(quantities.events).length : 0;
  const whole = leaveLargestOut(quantities, { ...about, leave: 1 });
  const { verdict } = whole.details;
  const most = verdict === 'no_conclusion' ? 0 : Math.min(upTo, events);
  let leave = 0;
  let without: LeaveLargestOut | null = null;
  let stopped = false;
  while (leave < most && (without?.details.verdictWithout ?? verdict) === verdict) {
    const next = leaveLargestOut(quantities, { ...about, leave: leave + 1 });
    stopped = next.details.verdictWithout === 'no_conclusion';
    if (stopped) break;
    without = next;
    leave += 1;
  }
  const verdictWithout = without?.details.verdictWithout ?? verdict;
  const { unknown } = whole.details;
  const share = without?.details.share ?? null;
  const n = without?.n ?? whole.details.nWhole;
  const rests = verdictWithout !== verdict;
  const computable = verdict !== 'not_computable' && verdictWithout !== 'not_computable';
  return {
    kind: 'rests_on_finds',
    subject: options.subject ?? '',
    estimate: rests ? leave : null,
    unit: 'seizures',
    interval: null,
    n,
    p: null,
    method: 'Mann-Kendall with Sen slope, without the 1, 2, 3 … largest seizures',
    definition: 'fewest of the largest events without which the verdict about the trend changes',
    assumptions: whole.assumptions,
    warnings: [
      ...(without ?? whole).warnings.filter((warning) => without || !/largest$/.test(warning)),
      ...(stopped ? ['too few different values are left to leave out more'] : []),
    ],
    confidence: without?.confidence ?? 'low',
    details: {
      verdict,
      verdictWithout,
      upTo: leave,
      stopped: stopped ? 'too_few_left' : null,
      share,
      unknown,
    },
    says: computable
      ? restsOnSays({
          verdict,
          verdictWithout,
          left: leave,
          share,
          n,
          stopped,
          unknown,
          label: options.label,
          controls: options.controls ?? false,
        })
      : headed(options.label, null, annualHidesFinds),
  };
}
