import {
  type Finding,
  InputError,
  inFour,
  type Shape,
  shape,
  sumExact,
  takes,
} from '@samenbeeld/schema';
import { type About, checkTogether, optionsShape } from './about.ts';
import { eventIsSeizure, oneUnit } from './assumptions.ts';
import { nullWhereUnknown } from './check-count.ts';
import { hidesFinds, listWarnings, shareOfKnown } from './warnings.ts';
import { headed } from './words/headed.ts';
import { annualHidesFinds, largestSays } from './words/largest.ts';

/** A seizure as these analyses need it: when, and how much; null where the quantity is not known. */
export interface QuantityEvent {
  readonly period: string;
  readonly quantity: number | null;
}

export interface AnnualQuantity {
  readonly period: string;
  readonly value: number | null;
}

/** Single seizures, or annual totals, from which nothing about single seizures can be known. */
export type Quantities =
  | { readonly events: readonly QuantityEvent[] }
  | { readonly annual: readonly AnnualQuantity[] };

/** A finding whose estimate is the share of the largest seizure; null from annual totals. */
export interface LargestShare extends Finding {
  readonly details: {
    readonly largest: number | null;
    readonly period: string | null;
    readonly total: number | null;
    readonly unknown: number;
    readonly verdict: 'dominant' | 'not_dominant' | 'no_conclusion' | 'not_computable';
  };
}

/**
 * The share of the largest seizure in a total: how much one find decides it.
 *
 * `max / Σ`. A share of a half or more is called dominant, a convention. From events only: annual totals hide
 * the single seizures, so that they give a finding without an estimate that says so.
 *
 * @param quantities events or annual totals, in one unit
 * @throws InputError for negative, NaN or infinite quantities, or a plain list
 * @example
 * ```ts
 * import { largestShare } from '@samenbeeld/trends';
 * largestShare({ events: [{ period: '2020', quantity: 30 }, { period: '2020', quantity: 10 }] }).estimate // => 0.75
 * largestShare({ annual: [{ period: '2020', value: 6055 }] }).says.en // => 'Not computable: annual totals hide the single seizures.'
 * ```
 */
export function largestShare(quantities: Quantities, options: About = {}): LargestShare {
  takes(
    'largestShare',
    ['quantities', quantities, quantitiesShape],
    ['options', options, optionsShape],
  );

  const alike = checkTogether(options, 'sum');
  const base = {
    kind: 'largest_share',
    subject: options.subject ?? '',
    unit: 'share',
    interval: null,
    p: null,
    method: 'Share of the largest seizure',
    definition: 'largest quantity / sum of quantities',
    assumptions: [eventIsSeizure, oneUnit],
  };
  if ('annual' in quantities)
    return {
      ...base,
      estimate: null,
      n: quantities.annual.length,
      warnings: [hidesFinds],
      confidence: 'low',
      details: { largest: null, period: null, total: null, unknown: 0, verdict: 'not_computable' },
      says: headed(options.label, annualHidesFinds),
    };
  const known = knownEvents(quantities.events);
  const unknown = quantities.events.length - known.length;
  const total = sumExact(known.map(({ quantity }) => quantity));
  const largest = known.reduce<{ period: string; quantity: number } | null>(
    (found, event) => (found && found.quantity >= event.quantity ? found : event),
    null,
  );
  const share = largest && total > 0 ? largest.quantity / total : null;
  return {
    ...base,
    estimate: share,
    n: known.length,
    warnings: listWarnings(alike, unknown > 0 && shareOfKnown(unknown)),
    confidence: share === null ? 'low' : unknown > 0 ? 'medium' : 'high',
    details: {
      largest: largest?.quantity ?? null,
      period: largest?.period ?? null,
      total: known.length > 0 ? total : null,
      unknown,
      verdict: share === null ? 'no_conclusion' : share >= 0.5 ? 'dominant' : 'not_dominant',
    },
    says: largestSays({
      n: known.length,
      largest: largest?.quantity ?? 0,
      share,
      unit: options.unit ?? 'kg',
      unknown,
      label: options.label,
    }),
  };
}

/** The events with a quantity; a negative or infinite one is an InputError. */
export function knownEvents(
  events: readonly QuantityEvent[],
): readonly { readonly period: string; readonly quantity: number }[] {
  return events.flatMap(({ period, quantity }) => {
    if (quantity === null) return [];
    if (!Number.isFinite(quantity) || quantity < 0)
      throw new InputError(
        inFour(
          'verwacht: een hoeveelheid van nul of meer in {period}; gevonden: {quantity}',
          'attendu : une quantité de zéro ou plus en {period} ; trouvé : {quantity}',
          'erwartet: eine Menge von null oder mehr in {period}; gefunden: {quantity}',
          'expected a quantity of zero or more in {period}, found {quantity}',
          { period, quantity: String(quantity) },
        ),
        nullWhereUnknown,
      );
    return [{ period, quantity }];
  });
}

export const quantitiesShape: Shape = shape.either(
  shape.record<{ events: unknown }>({
    events: shape.list(
      shape.record<QuantityEvent>({ period: shape.text, quantity: shape.orNull(shape.number) }),
    ),
  }),
  shape.record<{ annual: unknown }>({
    annual: shape.list(
      shape.record<AnnualQuantity>({ period: shape.text, value: shape.orNull(shape.number) }),
    ),
  }),
);
