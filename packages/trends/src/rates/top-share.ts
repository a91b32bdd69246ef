import {
  type Finding,
  inEach,
  inFour,
  paragraph,
  percent,
  sumExact,
  type Text,
  takes,
} from '@samenbeeld/schema';
import { type About, checkTogether, optionsShape } from '../about.ts';
import { eventIsSeizure, oneUnit } from '../assumptions.ts';
import { checkWholeAboveZero } from '../check-argument.ts';
import { knownEvents, type Quantities, quantitiesShape } from '../largest-share.ts';
import { hidesFinds, listWarnings, shareOfKnown } from '../warnings.ts';
import { noneAboveZero, unknownQuantities } from '../words/bands.ts';
import { headed } from '../words/headed.ts';
import { annualHidesFinds } from '../words/largest.ts';

interface TopWords {
  readonly top: number;
  readonly n: number;
  readonly share: number | null;
  readonly half: number | null;
  readonly unknown: number;
  readonly label: Text | undefined;
}

function topSays(w: TopWords): Text {
  const { share, half, top } = w;
  const main =
    share === null || half === null
      ? noneAboveZero
      : inEach((language) => {
          const part = percent(share, language);
          const one = top === 1;
          return {
            nl: `${one ? 'De grootste inbeslagname maakt' : `De ${top} grootste inbeslagnames maken`} ${part} van de totale hoeveelheid uit (n\u00a0=\u00a0${w.n}); de helft ligt in ${half === 1 ? 'één inbeslagname' : `${half} inbeslagnames`}.`,
            fr: `${one ? 'La plus grande saisie représente' : `Les ${top} plus grandes saisies représentent`} ${part} de la quantité totale (n\u00a0=\u00a0${w.n})\u00a0; la moitié tient en ${half === 1 ? 'une seule saisie' : `${half} saisies`}.`,
            de: `${one ? 'Die größte Sicherstellung macht' : `Die ${top} größten Sicherstellungen machen`} ${part} der Gesamtmenge aus (n\u00a0=\u00a0${w.n}); die Hälfte steckt in ${half === 1 ? 'einer einzigen Sicherstellung' : `${half} Sicherstellungen`}.`,
            en: `${one ? 'The largest seizure makes' : `The ${top} largest seizures make`} up ${part} of the total quantity (n\u00a0=\u00a0${w.n}); half of it lies in ${half === 1 ? 'one seizure' : `${half} seizures`}.`,
          }[language];
        });
  return headed(w.label, paragraph(main, w.unknown > 0 ? unknownQuantities(w.unknown) : null));
}

export interface TopShareOptions extends About {
  /** How many of the largest seizures; 3. */
  readonly top?: number;
}

/** A finding whose estimate is the share of the largest seizures; null from annual totals. */
export interface TopShare extends Finding {
  readonly details: {
    readonly top: number;
    readonly quantity: number | null;
    readonly total: number | null;
    /** How many of the largest seizures hold half of the quantity. */
    readonly half: number | null;
    readonly unknown: number;
    readonly verdict: 'dominant' | 'not_dominant' | 'no_conclusion' | 'not_computable';
  };
}

/**
 * The share of the few largest seizures in a total, and how few of them hold half of it.
 *
 * `Σ of the k largest / Σ`. Dominant where they hold half or more while being fewer than half of the seizures. It describes the
 * seizures that were made; no interval is given, since a resample never holds a larger find than those seen.
 *
 * @param quantities events or annual totals, in one unit
 * @throws InputError for negative, NaN or infinite quantities
 * @throws UsageError for a `top` that is no whole number above zero, or a plain list
 * @example
 * ```ts
 * import { topShare } from '@samenbeeld/trends';
 * const events = [40, 30, 10, 10, 10].map((quantity) => ({ period: '2020', quantity }));
 * const { estimate, details } = topShare({ events }, { top: 2 });
 * [estimate, details.half] // => [0.7, 2]
 * ```
 */
export function topShare(quantities: Quantities, options: TopShareOptions = {}): TopShare {
  takes(
    'topShare',
    ['quantities', quantities, quantitiesShape],
    ['options', options, optionsShape],
  );

  const alike = checkTogether(options, 'sum');
  const top = checkWholeAboveZero('top', options.top ?? 3);
  const base = {
    kind: 'top_share',
    subject: options.subject ?? '',
    unit: 'share',
    interval: null,
    p: null,
    method: `Share of the ${top} largest seizures`,
    definition: 'sum of the largest quantities / sum of quantities',
    assumptions: [eventIsSeizure, oneUnit],
  };
  if ('annual' in quantities)
    return {
      ...base,
      estimate: null,
      n: quantities.annual.length,
      warnings: [hidesFinds],
      confidence: 'low',
      details: {
        top,
        quantity: null,
        total: null,
        half: null,
        unknown: 0,
        verdict: 'not_computable',
      },
      says: headed(options.label, annualHidesFinds),
    };
  const sizes = knownEvents(quantities.events)
    .map(({ quantity }) => quantity)
    .sort((a, b) => b - a);
  const unknown = quantities.events.length - sizes.length;
  const n = sizes.length;
  const total = sumExact(sizes);
  const quantity = sumExact(sizes.slice(0, top));
  const share = total > 0 ? quantity / total : null;
  const half = share === null ? null : halfOf(sizes, total);
  return {
    ...base,
    estimate: share,
    n,
    warnings: listWarnings(
      alike,
      unknown > 0 && shareOfKnown(unknown),
      n <= top &&
        inFour(
          'van maar {n} {n:vangst|vangsten} is de hoeveelheid bekend',
          'la quantité n’est connue que pour {n} {n:saisie|saisies}',
          'nur bei {n} {n:Fund|Funden} ist die Menge bekannt',
          'only {n} {n:seizure has|seizures have} a quantity',
          { n },
        ),
    ),
    confidence: share === null || n <= top ? 'low' : unknown > 0 ? 'medium' : 'high',
    details: {
      top,
      quantity: n > 0 ? quantity : null,
      total: n > 0 ? total : null,
      half,
      unknown,
      verdict:
        share === null
          ? 'no_conclusion'
          : share >= 0.5 && 2 * top < n
            ? 'dominant'
            : 'not_dominant',
    },
    says: topSays({ top: Math.min(top, n), n, share, half, unknown, label: options.label }),
  };
}

function halfOf(sizes: readonly number[], total: number): number {
  let sum = 0;
  return (
    1 +
    sizes.findIndex((size) => {
      sum += size;
      return 2 * sum >= total;
    })
  );
}
