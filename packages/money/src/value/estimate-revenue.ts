import {
  type Finding,
  figure,
  formatNumber,
  foundNone,
  headed,
  InputError,
  inEach,
  inFour,
  inSigns,
  type Language,
  paragraph,
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
import { type Influence, type SimulationOptions, type Spread, simulate } from './simulate.ts';

interface RevenueWords {
  readonly lowest: RevenueAtRate;
  readonly highest: RevenueAtRate;
  readonly level: MarketLevel;
  readonly label: Text | undefined;
  /** How many times more at the lowest rate than at the highest. */
  readonly rateFactor: number;
  /** The number other than the rate that changes the result most; null where all are fixed. */
  readonly widest: { readonly label: Text; readonly factor: number } | null;
}

const unknown: Text = {
  nl: 'Welk deel werd onderschept, weet niemand; er is daarom geen enkel bedrag. Omzet is geen winst.',
  fr: 'Personne ne sait quelle part a été interceptée\u00a0; il n’y a donc pas de montant unique. Un chiffre d’affaires n’est pas un bénéfice.',
  de: 'Welcher Teil abgefangen wurde, weiß niemand; darum gibt es keinen einzelnen Betrag. Umsatz ist kein Gewinn.',
  en: 'Nobody knows which share was intercepted, so there is no single amount. Revenue is not profit.',
};

const interval: Text = {
  nl: ' (90%-interval)',
  fr: ' (intervalle à 90\u00a0%)',
  de: ' (90-%-Intervall)',
  en: ' (90% interval)',
};

/** What the spread comes from: the rate over what was assumed of it, and the next number. */
function dominance({ rateFactor, widest }: RevenueWords): Text | null {
  if (!(rateFactor > 1)) return null;
  return inEach((language) => {
    const [rate, next] = [rateFactor, widest?.factor ?? 1].map((value) =>
      formatNumber(Number(value.toPrecision(2)), language),
    ) as [string, string];
    const alone = {
      nl: `Het aangenomen onderschepte deel maakt een factor ${rate} uit`,
      fr: `La part interceptée supposée compte pour un facteur ${rate}`,
      de: `Der angenommene abgefangene Anteil macht einen Faktor ${rate} aus`,
      en: `The share assumed to be intercepted makes a factor of ${rate}`,
    }[language];
    if (!widest) return `${alone}.`;
    const other = widest.label[language];
    return {
      nl: `${alone}; van de andere getallen telt dit het zwaarst: ${other}, een factor ${next}.`,
      fr: `${alone}\u00a0; parmi les autres nombres, celui qui compte le plus est\u00a0: ${other}, facteur ${next}.`,
      de: `${alone}; von den übrigen Zahlen zählt am meisten: ${other}, ein Faktor ${next}.`,
      en: `${alone}; of the other numbers this one matters most: ${other}, a factor of ${next}.`,
    }[language];
  });
}

/** Revenue at the lowest and at the highest assumed rate, never one number; and what its spread comes from. */
function revenueSays(words: RevenueWords): Text {
  const { lowest, highest, level, label } = words;
  const isRange = lowest.spread.p5 < lowest.spread.p95;
  const at = ({ rate, spread }: RevenueAtRate, language: Language): string => {
    const range = eurosFromTo(spread.p5, spread.p95, language);
    const share = `${figure(Number((rate * 100).toPrecision(3)), language)}${language === 'fr' || language === 'de' ? '\u00a0%' : '%'}`;
    return {
      nl: `als ${share} werd onderschept ${range}`,
      fr: `si ${share} ont été interceptés, ${range}`,
      de: `wenn ${share} abgefangen wurden, ${range}`,
      en: `if ${share} was intercepted, ${range}`,
    }[language];
  };
  const main = inEach((language) => {
    const prices = atPricesOf[level][language];
    const spread = isRange ? interval[language] : '';
    const one = at(lowest, language);
    const other = lowest.rate === highest.rate ? null : at(highest, language);
    const both =
      other === null
        ? one
        : {
            nl: `${one}, en ${other}`,
            fr: `${one}\u00a0; ${other}`,
            de: `${one}; ${other}`,
            en: `${one}; ${other}`,
          }[language];
    return {
      nl: `De omzet van wat doorkwam, ${prices}: ${both}${spread}.`,
      fr: `Chiffre d’affaires de ce qui est passé, ${prices}\u00a0: ${both}${spread}.`,
      de: `Umsatz mit dem, was durchkam, ${prices}: ${both}${spread}.`,
      en: `Revenue from what got through, ${prices}: ${both}${spread}.`,
    }[language];
  });
  return headed(label, paragraph(main, dominance(words), unknown));
}

/** From what was seized to what the rest may have brought in. */
export interface RevenueInput extends SimulationOptions {
  readonly subject?: string;
  readonly label?: Text;
  /** Kilograms seized, as they were weighed. */
  readonly seized: Assumed;
  /** Price at the level at which the revenue is asked. */
  readonly price: Price;
  /** Level of the revenue; wholesale. */
  readonly level?: MarketLevel;
  /** Purity as seized and as sold, 0 to 1; both or neither. Cutting makes more of it, by their ratio. */
  readonly purity?: { readonly seized: Assumed; readonly sold: Assumed };
  /** Share lost between import and sale other than to the authorities; 0 where not given. */
  readonly loss?: Assumed;
  /** Shares of the flow that may have been intercepted, each above 0 and below 1. Nobody has measured them. */
  readonly rates?: readonly number[];
}

/** Revenue at one assumed interception rate. */
export interface RevenueAtRate {
  readonly rate: number;
  readonly spread: Spread;
}

/** A finding without an estimate: revenue is a function of a rate that nobody knows. */
export interface Revenue extends Finding {
  readonly byRate: readonly RevenueAtRate[];
  readonly inputs: readonly Assumed[];
  /** What the spread comes from at the highest rate given; the same at every rate, but for scale. */
  readonly influences: readonly Influence[];
  /** Revenue at the highest rate given, with every input at its median. */
  readonly middle: number;
}

/** The input other than the rate that changes the result most, and by which factor from its low to its high end. */
function widestOf(
  influences: readonly Influence[],
  inputs: readonly Assumed[],
): { readonly id: string; readonly label: Text; readonly factor: number } | null {
  const [first] = influences;
  const input = first && inputs.find(({ id }) => id === first.id);
  if (!first || !input) return null;
  const { atLow, atHigh } = first;
  const [less, more] = [Math.min(atLow, atHigh), Math.max(atLow, atHigh)];
  return less > 0 ? { id: first.id, label: input.label, factor: more / less } : null;
}

const usual: readonly number[] = [0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6];

/**
 * What drugs that were not intercepted may have brought in, as a function of the share that was.
 *
 * `R(r) = Q (1 − r)/r · (1 − loss) · purity seized / purity sold · price`, Q the kilograms seized and r the interception rate.
 * r cannot be measured: there is no headline, no interval, only the curve, with a range at each rate. Halving r more than
 * doubles the result. The sentence says by which factor r changes it, and the next number. Revenue is not profit, and not what
 * is laundered. Monte Carlo with a seed over all inputs but r.
 *
 * @throws InputError for rates outside 0…1, for shares that can lie outside it, and for kilograms or prices below zero
 * @throws RefusalError for a declared value, a price of another level, currency or unit
 * @throws UsageError where a quantity is not in kilograms
 * @example
 * ```ts
 * import { estimateRevenue } from '@samenbeeld/money';
 * const label = { nl: 'x', fr: 'x', de: 'x', en: 'x' };
 * const fixed = (id, value, unit) => ({ id, label, unit, distribution: { kind: 'fixed', value }, source: 's', year: 2022 });
 * const price = { ...fixed('P', 50, 'EUR/g'), level: 'retail', purity: null, declared: false };
 * const purity = { seized: fixed('S', 0.85, 'share'), sold: fixed('R', 0.65, 'share') };
 * const given = { seized: fixed('Q', 1000, 'kg'), price, level: 'retail', purity, loss: fixed('L', 0.1, 'share') };
 * // A tonne that passes for each that is seized: 1,000 kg × 0.85 / 0.65 × 0.9 × 50,000 EUR.
 * Math.round(estimateRevenue({ ...given, rates: [0.5] }).byRate[0].spread.median) // => 58846154
 * ```
 */
export function estimateRevenue(input: RevenueInput): Revenue {
  takes('estimateRevenue', [
    'input',
    input,
    shape.record<RevenueInput>({
      seized: assumedShape,
      price: assumedShape,
      rates: shape.maybe(shape.numbers),
    }),
  ]);

  const { seized, price, purity, loss } = input;
  const level = input.level ?? 'wholesale';
  checkLevel(price, level);
  if (seized.unit !== 'kg')
    throw wrongUse(
      '`seized` is in kg, niet in {unit}',
      '`seized` est en kg, et non en {unit}',
      '`seized` ist in kg, nicht in {unit}',
      '`seized` must be in kg, got {unit}',
      { unit: seized.unit },
    );
  const rates = input.rates ?? usual;
  const odd = rates.find((rate) => !(rate > 0 && rate < 1));
  if (odd !== undefined || rates.length === 0)
    throw new InputError(
      inFour(
        'verwacht: onderscheppingsgraden tussen 0 en 1; gevonden: {odd}',
        'attendu : des taux d’interception entre 0 et 1 ; trouvé : {odd}',
        'erwartet: Abfangraten zwischen 0 und 1; gefunden: {odd}',
        'expected interception rates between 0 and 1, found {odd}',
        { odd: odd === undefined ? foundNone : String(odd) },
      ),
      inFour(
        'geef aandelen zoals 0.1 voor 10 %; bij 0 is niets in beslag genomen, bij 1 niets verkocht',
        'donnez des parts comme 0.1 pour 10 % ; à 0 rien n’a été saisi, à 1 rien n’a été vendu',
        'Anteile wie 0.1 für 10 % angeben; bei 0 wurde nichts sichergestellt, bei 1 nichts verkauft',
        'give shares such as 0.1 for 10 %; at 0 nothing was seized, at 1 nothing was sold',
      ),
    );
  const factor = eurosPerKilogram(price);
  checkAmount(seized);
  checkAmount(price);
  if (purity) checkShare(purity.seized.id, purity.seized.distribution);
  if (purity) checkShare(purity.sold.id, purity.sold.distribution, { divides: true });
  if (loss) checkShare(loss.id, loss.distribution);
  const inputs = [
    seized,
    price,
    ...(purity ? [purity.seized, purity.sold] : []),
    ...(loss ? [loss] : []),
  ];
  // At a rate of one half what passes is what was seized; other rates only scale it.
  const passing = simulate(
    inputs,
    (value) =>
      value(seized.id) *
      (1 - (loss ? value(loss.id) : 0)) *
      (purity ? value(purity.seized.id) / value(purity.sold.id) : 1) *
      value(price.id) *
      factor,
    input,
  );
  const timesAt = (rate: number): number => (1 - rate) / rate;
  const byRate = [...rates]
    .sort((a, b) => a - b)
    .map((rate): RevenueAtRate => {
      const times = timesAt(rate);
      const { p5, p25, median, p75, p95 } = passing.spread;
      return {
        rate,
        spread: {
          p5: p5 * times,
          p25: p25 * times,
          median: median * times,
          p75: p75 * times,
          p95: p95 * times,
        },
      };
    });
  const [lowest, highest] = [byRate[0] as RevenueAtRate, byRate.at(-1) as RevenueAtRate];
  const rateFactor = lowest.spread.median / highest.spread.median;
  const least = timesAt(highest.rate);
  const influences = passing.influences.map(
    (one): Influence => ({ ...one, atLow: one.atLow * least, atHigh: one.atHigh * least }),
  );
  const widest = widestOf(influences, inputs);
  return {
    kind: 'revenue',
    subject: input.subject ?? '',
    estimate: null,
    unit: 'EUR',
    // A range over assumed rates has no level; the range at each rate is in `byRate`.
    interval: null,
    // One quantity was asked about; assumed rates are no observations.
    n: 1,
    p: null,
    method: `Monte Carlo, ${passing.draws} draws, seed ${passing.seed}, at ${byRate.length} assumed interception rates`,
    definition:
      'kilograms seized x (1 - r)/r x (1 - loss) x purity seized over purity sold x price; 5 % to 95 % quantile at each rate r',
    assumptions: [
      ...inputs.map(({ id, label }) => inSigns('{id}: {label}', { id, label })),
      inFour(
        'het onderscheppingspercentage is aangenomen: het is niet te meten',
        'le taux d’interception est supposé\u00a0: il ne peut être mesuré',
        'die Abfangquote ist angenommen: Sie lässt sich nicht messen',
        'the interception rate is assumed: it cannot be measured',
      ),
      inFour(
        'wat niet is onderschept, is verkocht',
        'ce qui n’a pas été intercepté a été vendu',
        'was nicht abgefangen wurde, wurde verkauft',
        'what was not intercepted was sold',
      ),
    ],
    warnings: [
      inFour(
        'omzet is geen winst, en ook niet wat wordt witgewassen',
        'le chiffre d’affaires n’est ni le bénéfice ni ce qui est blanchi',
        'Umsatz ist weder Gewinn noch das, was gewaschen wird',
        'revenue is neither profit nor what is laundered',
      ),
    ],
    confidence: 'low',
    details: {
      level,
      lowestRate: lowest.rate,
      highestRate: highest.rate,
      rateFactor: rateFactor > 1 ? rateFactor : null,
      widestInput: widest?.id ?? null,
      widestFactor: widest?.factor ?? null,
    },
    says: revenueSays({ lowest, highest, level, label: input.label, rateFactor, widest }),
    byRate,
    inputs,
    influences,
    middle: passing.middle * least,
  };
}
