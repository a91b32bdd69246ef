import {
  type Finding,
  headed,
  inEach,
  inFour,
  inSigns,
  shape,
  type Text,
  takes,
  wrongUse,
} from '@samenbeeld/schema';
import { eurosFromTo } from '../words/millions.ts';
import { type Assumed, assumedShape } from './assumed.ts';
import { checkAmount } from './check-amount.ts';
import { checkShare } from './check-share.ts';
import { atPricesOf } from './level-words.ts';
import { checkLevel, eurosPerKilogram, type MarketLevel, type Price } from './price.ts';
import { type Influence, type Simulation, type SimulationOptions, simulate } from './simulate.ts';

interface ValueWords {
  readonly interval: { readonly low: number; readonly high: number };
  readonly level: MarketLevel;
  readonly label: Text | undefined;
}

const nineOfTen = inFour(
  '90%-interval',
  'intervalle à 90\u00a0%',
  '90-%-Intervall',
  '90% interval',
);
/** What one quantity at one price is: no range, since nothing says how far either may lie from it. */
const onePrice = inFour(
  'één hoeveelheid tegen één prijs; hoe ver die uiteenlopen, is niet bekend',
  'une quantité à un prix\u00a0; leur dispersion n’est pas connue',
  'eine Menge zu einem Preis; wie weit beide streuen, ist nicht bekannt',
  'one quantity at one price; how far either may vary is not known',
);

/** The range, the level of its prices, and what it is not. */
function valueSays({ interval, level, label }: ValueWords): Text {
  return headed(
    label,
    inEach((language) => {
      const range = eurosFromTo(interval.low, interval.high, language);
      const prices = atPricesOf[level][language];
      const how = (interval.low === interval.high ? onePrice : nineOfTen)[language];
      return {
        nl: `Wat in beslag werd genomen, was ${range} waard ${prices} (${how}). Dat is geen omzet en geen winst.`,
        fr: `Ce qui a été saisi valait ${range} ${prices} (${how}). Ce n’est ni un chiffre d’affaires ni un bénéfice.`,
        de: `Das Sichergestellte war ${prices} ${range} wert (${how}). Das ist weder Umsatz noch Gewinn.`,
        en: `What was seized was worth ${range} ${prices} (${how}). That is neither turnover nor profit.`,
      }[language];
    }),
  );
}

/** What a seizure, or a year of them, is worth. */
export interface SeizedValueInput extends SimulationOptions {
  readonly subject?: string;
  readonly label?: Text;
  /** Kilograms as they were weighed. */
  readonly quantity: Assumed;
  /** Price at the level at which the drugs were seized; wholesale for ports. */
  readonly price: Price;
  /** Level of the seizure; wholesale. */
  readonly level?: MarketLevel;
  /**
   * Purity of what was seized, 0 to 1. It enters only where the price was paid for a stated purity: a kilogram of twice the
   * purity is worth twice as much.
   */
  readonly purity?: Assumed;
}

/** A value with what its spread comes from; the interval holds nine of ten draws. */
export interface SeizedValue extends Finding {
  readonly simulation: Simulation;
  /** Every number that entered, by id. */
  readonly inputs: readonly Assumed[];
  readonly influences: readonly Influence[];
}

/**
 * What seized drugs would have cost at the level at which they were seized, as a range.
 *
 * `kilograms × price per kilogram`, times purity over the price's purity where both are known. Never what the offenders lost
 * (they paid less), never what consumers would have paid, and never a turnover: for that see `estimateRevenue`. A value that
 * an agency declared is no price and is refused. Monte Carlo with a seed; the interval is from the 5 % to the 95 % quantile.
 *
 * @throws InputError for a purity that can lie outside 0…1, and for kilograms or prices below zero
 * @throws RefusalError for a declared value, a price of another level, currency or unit
 * @throws UsageError where a quantity is not in kilograms
 * @example
 * ```ts
 * import { wholesaleValue } from '@samenbeeld/money';
 * const label = { nl: 'x', fr: 'x', de: 'x', en: 'x' };
 * const fixed = (id, value, unit) => ({ id, label, unit, distribution: { kind: 'fixed', value }, source: 's', year: 2022 });
 * const price = { ...fixed('P', 30000, 'EUR/kg'), level: 'wholesale', purity: null, declared: false };
 * wholesaleValue({ quantity: fixed('Q', 4157, 'kg'), price }).interval // => { low: 124710000, high: 124710000, level: 0.9 }
 * ```
 */
export function wholesaleValue(input: SeizedValueInput): SeizedValue {
  takes('wholesaleValue', [
    'input',
    input,
    shape.record<SeizedValueInput>({ quantity: assumedShape, price: assumedShape }),
  ]);

  const { quantity, price, purity } = input;
  const level = input.level ?? 'wholesale';
  checkLevel(price, level);
  if (quantity.unit !== 'kg')
    throw wrongUse(
      '`quantity` is in kg, niet in {unit}',
      '`quantity` est en kg, et non en {unit}',
      '`quantity` ist in kg, nicht in {unit}',
      '`quantity` must be in kg, got {unit}',
      { unit: quantity.unit },
    );
  const factor = eurosPerKilogram(price);
  const paidFor = price.purity;
  const adjusts = purity !== undefined && paidFor !== null;
  checkAmount(quantity);
  checkAmount(price);
  if (purity) checkShare(purity.id, purity.distribution);
  if (paidFor !== null)
    checkShare(`${price.id}.purity`, { kind: 'fixed', value: paidFor }, { divides: true });
  const inputs = adjusts ? [quantity, price, purity] : [quantity, price];
  const simulation = simulate(
    inputs,
    (value) =>
      value(quantity.id) * value(price.id) * factor * (adjusts ? value(purity.id) / paidFor : 1),
    input,
  );
  const { p5, median, p95 } = simulation.spread;
  const interval = { low: p5, high: p95, level: 0.9 };
  return {
    kind: 'wholesale_value',
    subject: input.subject ?? '',
    estimate: median,
    unit: 'EUR',
    interval,
    n: 1,
    p: null,
    method: `Monte Carlo, ${simulation.draws} draws, seed ${simulation.seed}`,
    definition: adjusts
      ? 'kilograms x price per kilogram x purity over the purity the price was paid for; 5 % to 95 % quantile'
      : 'kilograms x price per kilogram at the level of the seizure; 5 % to 95 % quantile',
    assumptions: inputs.map(({ id, label }) => inSigns('{id}: {label}', { id, label })),
    warnings: [
      ...(purity && paidFor === null
        ? [
            inFour(
              'voor welke zuiverheid de prijs is betaald, is niet bekend: er is niet voor zuiverheid gecorrigeerd',
              'la pureté pour laquelle le prix a été payé n’est pas connue\u00a0: aucune correction de pureté n’est faite',
              'für welchen Reinheitsgrad der Preis gezahlt wurde, ist nicht bekannt: Es wird nicht um die Reinheit korrigiert',
              'the purity the price was paid for is not known: no correction for purity is made',
            ),
          ]
        : []),
      ...(price.year !== null && quantity.year !== null && price.year !== quantity.year
        ? [
            inFour(
              'een prijs uit {price} voor een hoeveelheid uit {quantity}',
              'un prix de {price} pour une quantité de {quantity}',
              'ein Preis von {price} für eine Menge von {quantity}',
              'a price of {price} for a quantity of {quantity}',
              { price: String(price.year), quantity: String(quantity.year) },
            ),
          ]
        : []),
    ],
    confidence: 'low',
    details: { level, median, p25: simulation.spread.p25, p75: simulation.spread.p75 },
    says: valueSays({ interval, level, label: input.label }),
    simulation,
    inputs,
    influences: simulation.influences,
  };
}
