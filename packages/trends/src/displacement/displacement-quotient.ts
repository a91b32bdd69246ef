import {
  bound,
  type Finding,
  inEach,
  inFour,
  intervalName,
  range,
  type Text,
  takes,
} from '@samenbeeld/schema';
import normalQuantile from '@stdlib/stats-base-dists-normal-quantile';
import type { WithLevel } from '../about.ts';
import { type About, checkProbability, checkTogether, optionsShape } from '../about.ts';
import { independentEvents } from '../assumptions.ts';
import { refuseTargetsAsControls } from '../interventions/refuse-targets.ts';
import type { Ends } from '../newcombe.ts';
import { fewSomewhere, listWarnings } from '../warnings.ts';
import { changeSays } from '../words/effort.ts';
import { type BeforeAfter, beforeAfterShape, checkBeforeAfter } from './before-after.ts';
import { requireEvents } from './require-events.ts';

/** What may be said of a displacement quotient. */
export type QuotientVerdict =
  | 'buffer_fell'
  | 'buffer_rose'
  | 'not_shown'
  | 'fall_not_shown'
  | 'no_fall'
  | 'undefined';

interface QuotientWords {
  readonly verdict: QuotientVerdict;
  readonly quotient: number | null;
  readonly interval: { readonly low: number; readonly high: number; readonly level: number } | null;
}

const unread: Readonly<Record<'fall_not_shown' | 'no_fall' | 'undefined', Text>> = {
  fall_not_shown: {
    nl: 'Geen conclusie mogelijk: afgezet tegen het controlegebied is in het onderzochte gebied geen daling aantoonbaar, zodat het quotiënt niets zegt.',
    fr: 'Aucune conclusion possible\u00a0: par rapport à la zone témoin, aucune baisse ne peut être démontrée dans la zone étudiée, le quotient ne dit donc rien.',
    de: 'Keine Aussage möglich: Im Verhältnis zum Kontrollgebiet lässt sich im untersuchten Gebiet kein Rückgang nachweisen, sodass der Quotient nichts besagt.',
    en: 'No conclusion possible: relative to the control area no fall can be shown in the area studied, so that the quotient says nothing.',
  },
  no_fall: {
    nl: 'Geen conclusie mogelijk: afgezet tegen het controlegebied is het onderzochte gebied niet gedaald, en dan mag het quotiënt niet worden gelezen.',
    fr: 'Aucune conclusion possible\u00a0: par rapport à la zone témoin, la zone étudiée n’a pas connu de baisse, et le quotient ne doit alors pas être lu.',
    de: 'Keine Aussage möglich: Im Verhältnis zum Kontrollgebiet gab es im untersuchten Gebiet keinen Rückgang, und dann darf der Quotient nicht gelesen werden.',
    en: 'No conclusion possible: relative to the control area the area studied did not fall, and then the quotient must not be read.',
  },
  undefined: {
    nl: 'Geen conclusie mogelijk: het quotiënt is niet gedefinieerd, want in het controlegebied is niets geteld of het onderzochte gebied liep er precies gelijk mee op.',
    fr: 'Aucune conclusion possible\u00a0: le quotient n’est pas défini, car rien n’a été compté dans la zone témoin ou la zone étudiée a évolué exactement comme elle.',
    de: 'Keine Aussage möglich: Der Quotient ist nicht definiert, denn im Kontrollgebiet wurde nichts gezählt oder das untersuchte Gebiet verlief genau wie dieses.',
    en: 'No conclusion possible: the quotient is not defined, for nothing was counted in the control area or the area studied moved exactly as it did.',
  },
};

function main(w: QuotientWords): Text {
  const { verdict, interval, quotient } = w;
  if (verdict === 'undefined' || verdict === 'no_fall' || verdict === 'fall_not_shown')
    return unread[verdict];
  if (!interval || quotient === null) return unread.undefined;
  return inEach((language) => {
    const within = `${bound(quotient, 0, language)}, ${intervalName(interval.level, language)} ${range(interval, 0, language)}`;
    if (verdict === 'not_shown')
      return {
        nl: `In het gebied ernaast is geen stijging of daling aantoonbaar die bij de daling in het onderzochte gebied past (quotiënt ${within}). Dat bewijst niet dat er niets is verschoven.`,
        fr: `Dans la zone voisine, aucune hausse ni baisse accompagnant la baisse de la zone étudiée ne peut être démontrée (quotient ${within}). Cela ne prouve pas que rien ne s’est déplacé.`,
        de: `Im Nachbargebiet lässt sich weder ein Anstieg noch ein Rückgang nachweisen, der mit dem Rückgang im untersuchten Gebiet einhergeht (Quotient ${within}). Das beweist nicht, dass sich nichts verlagert hat.`,
        en: `Next to it neither a rise nor a fall can be shown that goes with the fall in the area studied (quotient ${within}). That does not prove that nothing moved.`,
      }[language];
    return verdict === 'buffer_rose'
      ? {
          nl: `Tegelijk met de daling in het onderzochte gebied stegen de cijfers ernaast, beide afgezet tegen het controlegebied (quotiënt ${within}). Dat bewijst niet dat er iets is verschoven.`,
          fr: `Alors que la zone étudiée était en baisse, la zone voisine était en hausse, toutes deux par rapport à la zone témoin (quotient ${within}). Cela ne prouve pas un déplacement.`,
          de: `Während die Zahlen im untersuchten Gebiet sanken, stiegen sie im Nachbargebiet, beides im Verhältnis zum Kontrollgebiet (Quotient ${within}). Das beweist keine Verlagerung.`,
          en: `While the figures in the area studied fell, those next to it rose, both relative to the control area (quotient ${within}). That does not prove that anything moved there.`,
        }[language]
      : {
          nl: `Tegelijk met de daling in het onderzochte gebied daalden de cijfers ernaast, beide afgezet tegen het controlegebied (quotiënt ${within}).`,
          fr: `Alors que la zone étudiée était en baisse, la zone voisine l’était aussi, toutes deux par rapport à la zone témoin (quotient ${within}).`,
          de: `Während die Zahlen im untersuchten Gebiet sanken, sanken sie auch im Nachbargebiet, beides im Verhältnis zum Kontrollgebiet (Quotient ${within}).`,
          en: `While the figures in the area studied fell, those next to it fell too, both relative to the control area (quotient ${within}).`,
        }[language];
  });
}

function quotientSays(about: About, w: QuotientWords): Text {
  return changeSays(about, main(w));
}

/** A numerator or a denominator with its variance. */
interface Measured {
  readonly value: number;
  readonly variance: number;
}

/**
 * The interval of a ratio of two correlated, roughly normal figures (Fieller 1954): every q with
 * `(N − qD)² ≤ z² (V_N − 2qC + q² V_D)`. Null where the denominator cannot be told from zero: then it has no ends.
 */
function fieller(
  numerator: Measured,
  denominator: Measured,
  covariance: number,
  z: number,
): Ends | null {
  const square = z * z;
  const a = denominator.value ** 2 - square * denominator.variance;
  if (!(a > 0)) return null;
  const b = numerator.value * denominator.value - square * covariance;
  const c = numerator.value ** 2 - square * numerator.variance;
  const root = Math.sqrt(Math.max(0, b * b - a * c));
  return { low: (b - root) / a, high: (b + root) / a };
}

export interface DisplacementQuotientOptions extends About, WithLevel {
  /** Sites to which traffic could plausibly have moved: refused as the control. */
  readonly targets?: readonly string[];
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
  requireEvents(
    inFour(
      'De verschuivingsquotiënt',
      'Le quotient de déplacement',
      'Der Verlagerungsquotient',
      'The displacement quotient',
    ),
    options.unit,
  );
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
      inFour(
        'het vergelijkingsgebied zou hetzelfde verloop hebben gehad als het onderzochte gebied en de bufferzone',
        'la zone de comparaison aurait évolué comme la zone étudiée et la zone tampon',
        'das Vergleichsgebiet wäre wie das untersuchte Gebiet und die Pufferzone verlaufen',
        'the control would have moved like the response area and the buffer',
      ),
      inFour(
        'naar het vergelijkingsgebied kon niets verschuiven',
        'rien ne pouvait se déplacer vers la zone de comparaison',
        'ins Vergleichsgebiet konnte sich nichts verlagern',
        'nothing could move to the control',
      ),
      independentEvents,
    ],
    warnings: listWarnings(alike, Math.min(...counts) < 10 && fewSomewhere(10)),
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
    says: quotientSays(options, {
      verdict,
      quotient: bare,
      interval,
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
