import { type Finding, takes } from '@samenbeeld/schema';
import normalQuantile from '@stdlib/stats-base-dists-normal-quantile';
import { type About, checkProbability, checkTogether, optionsShape } from '../about.ts';
import { refuseTargetsAsControls } from '../interventions/refuse-targets.ts';
import { type QuotientVerdict, quotientSays } from '../words/quotient.ts';
import { type BeforeAfter, beforeAfterShape, checkBeforeAfter } from './before-after.ts';
import { fieller } from './fieller.ts';
import { requireEvents } from './require-events.ts';

/** Options of `displacementQuotient`. */
export interface DisplacementQuotientOptions extends About {
  /** Sites to which traffic could plausibly have moved: refused as the control. */
  readonly targets?: readonly string[];
  /** Level of the interval; 0.95. */
  readonly level?: number;
}

/** A finding whose estimate is the weighted displacement quotient; null where it must not be read. */
export interface DisplacementQuotient extends Finding {
  readonly details: {
    readonly verdict: QuotientVerdict;
    /** The published reading of the quotient alone, whatever its interval; null where it must not be read. */
    readonly reading: QuotientReading | null;
    /** GE = Rb − Ra. */
    readonly grossEffect: number;
    /** NE = Rb/Cb − Ra/Ca. */
    readonly netEffect: number | null;
    /** TNE = [Rb(Ca/Cb) − Ra] + [Db(Ca/Cb) − Da]. */
    readonly totalNetEffect: number | null;
    /** Ra/Ca − Rb/Cb: the quotient is read only where it is negative. */
    readonly success: number | null;
    /** Da/Ca − Db/Cb. */
    readonly buffer: number | null;
    /** The bare quotient, also where it must not be read. */
    readonly quotient: number | null;
  };
}

/** How the guide of Bowers and Johnson reads the quotient. */
export type QuotientReading =
  | 'diffusion_exceeds_effect'
  | 'diffusion'
  | 'neither'
  | 'displacement_below_effect'
  | 'displacement_exceeds_effect';

/**
 * The weighted displacement quotient: how the area next to a treated one moved, in parts of the treated one's fall.
 *
 * Counts of a response area R, a buffer D next to it and a control C that neither reaches, before b and after a:
 * `WDQ = (Da/Ca − Db/Cb) / (Ra/Ca − Rb/Cb)`. Read only where the denominator is negative, undefined where the control
 * is zero (POP Center guide 10, appendix B). The interval is Fieller's with the variances of counts; where it has no
 * ends the fall itself cannot be shown. The sentence follows the interval.
 * Bowers and Johnson 2003; Guerette 2009; Fieller 1954.
 *
 * @throws RefusalError for kilograms or other measures, or a control that is a plausible target of displacement
 * @throws InputError for counts that are no whole numbers
 * @example
 * ```ts
 * import { displacementQuotient } from '@samenbeeld/trends';
 * const { estimate, details } = displacementQuotient({ before: 207, after: 110 }, { before: 178, after: 157 }, { before: 308, after: 318 });
 * [estimate?.toFixed(4), details.reading, details.verdict] // => ['0.2582', 'diffusion', 'not_shown']
 * ```
 */
export function displacementQuotient(
  response: BeforeAfter,
  buffer: BeforeAfter,
  control: BeforeAfter,
  options: DisplacementQuotientOptions = {},
): DisplacementQuotient {
  takes(
    'displacementQuotient',
    ['response', response, beforeAfterShape],
    ['buffer', buffer, beforeAfterShape],
    ['control', control, beforeAfterShape],
    ['options', options, optionsShape],
  );

  const level = checkProbability('level', options.level ?? 0.95);
  requireEvents('The displacement quotient', options.unit);
  refuseTargetsAsControls([control.name], options.targets ?? []);
  const alike = checkTogether(options, 'rate');
  checkBeforeAfter('the response area', response);
  checkBeforeAfter('the buffer', buffer);
  checkBeforeAfter('the control', control);
  const counts = [response, buffer, control].flatMap(({ before, after }) => [before, after]);
  const parts = control.before > 0 && control.after > 0 ? partsOf(response, buffer, control) : null;
  const bare = parts && parts.success.value !== 0 ? parts.buffer.value / parts.success.value : null;
  const z = normalQuantile((1 + level) / 2, 0, 1);
  const ends =
    parts && parts.success.value < 0
      ? fieller(parts.buffer, parts.success, parts.covariance, z)
      : null;
  const verdict = verdictOf(parts?.success.value ?? null, ends);
  const readable = ends !== null && bare !== null;
  const interval = ends && { ...ends, level };
  return {
    kind: 'displacement_quotient',
    subject: options.subject ?? '',
    estimate: readable ? bare : null,
    unit: null,
    interval,
    n: counts.reduce((sum, count) => sum + count, 0),
    p: null,
    method: "Weighted displacement quotient, Fieller's interval",
    definition:
      'WDQ = (Da/Ca - Db/Cb) / (Ra/Ca - Rb/Cb), read where the denominator is negative (Bowers and Johnson 2003)',
    assumptions: [
      'the control would have moved like the response area and the buffer',
      'nothing could move to the control',
      'events are independent of each other',
    ],
    warnings: [
      ...alike,
      ...(Math.min(...counts) < 10
        ? ['fewer than 10 events somewhere: the interval is rough']
        : []),
    ],
    confidence: !readable || Math.min(...counts) < 10 ? 'low' : 'medium',
    details: {
      verdict,
      reading: readable ? readingOf(bare) : null,
      grossEffect: response.before - response.after,
      netEffect: parts && -parts.success.value,
      totalNetEffect: parts?.totalNetEffect ?? null,
      success: parts?.success.value ?? null,
      buffer: parts?.buffer.value ?? null,
      quotient: bare,
    },
    says: quotientSays({
      verdict,
      quotient: bare,
      interval,
      label: options.label,
      controls: options.controls ?? false,
    }),
  };
}

function partsOf(response: BeforeAfter, buffer: BeforeAfter, control: BeforeAfter) {
  const { before: cb, after: ca } = control;
  const change = ({ before, after }: BeforeAfter) => ({
    value: after / ca - before / cb,
    variance: after / ca ** 2 + after ** 2 / ca ** 3 + before / cb ** 2 + before ** 2 / cb ** 3,
  });
  return {
    success: change(response),
    buffer: change(buffer),
    // Both stand over the same control counts.
    covariance:
      (response.after * buffer.after) / ca ** 3 + (response.before * buffer.before) / cb ** 3,
    totalNetEffect:
      response.before * (ca / cb) - response.after + (buffer.before * (ca / cb) - buffer.after),
  };
}

function verdictOf(
  success: number | null,
  ends: { readonly low: number; readonly high: number } | null,
): QuotientVerdict {
  if (success === null || success === 0) return 'undefined';
  if (success > 0) return 'no_fall';
  if (!ends) return 'fall_not_shown';
  if (ends.low > 0) return 'buffer_fell';
  return ends.high < 0 ? 'buffer_rose' : 'not_shown';
}

function readingOf(quotient: number): QuotientReading {
  if (quotient > 1) return 'diffusion_exceeds_effect';
  if (quotient > 0) return 'diffusion';
  if (quotient === 0) return 'neither';
  return quotient >= -1 ? 'displacement_below_effect' : 'displacement_exceeds_effect';
}
