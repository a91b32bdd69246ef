import {
  type Finding,
  figure,
  filled,
  groupBy,
  InputError,
  inEach,
  inFour,
  intervalName,
  paragraph,
  range,
  shape,
  type Text,
  takes,
} from '@samenbeeld/schema';
import tQuantile from '@stdlib/stats-base-dists-t-quantile';
import { type About, checkProbability, optionsShape } from '../about.ts';
import { leastSquares } from '../regression/least-squares.ts';
import { listWarnings } from '../warnings.ts';
import { headed } from '../words/headed.ts';
import { withPercent } from '../words/percentage.ts';

/** One price asked: by whom, for how much of one thing. */
export interface PriceAsked {
  /** Whoever asks it, under any name: what one vendor asks for several weights belongs together. */
  readonly vendor: string;
  readonly amount: number;
  /** For the whole amount, in one currency. */
  readonly price: number;
}

/** What may be said of a price per unit by amount. */
export type DiscountVerdict = 'falls' | 'rises' | 'not_shown' | 'no_conclusion';

/** A finding whose estimate is the factor of the price per unit when ten times as much is bought. */
export interface QuantityDiscount extends Finding {
  readonly details: {
    readonly verdict: DiscountVerdict;
    readonly listings: number;
    readonly vendors: number;
    /** Vendors who ask a price for at least two amounts. */
    readonly comparing: number;
    /** Mean slope of log price per unit on log amount. */
    readonly elasticity: number | null;
  };
}

/** The slope within one vendor of log price per unit on log amount, each offer once; null where every amount is the same. */
function slopeOf(listed: readonly PriceAsked[]): number | null {
  const asked = [
    ...new Map(listed.map((one) => [JSON.stringify([one.amount, one.price]), one])).values(),
  ];
  if (new Set(asked.map(({ amount }) => amount)).size < 2) return null;
  const { coefficients } = leastSquares(
    asked.map(({ amount }) => [1, Math.log(amount)]),
    asked.map(({ amount, price }) => Math.log(price / amount)),
  );
  return coefficients[1] as number;
}

/** Fewer vendors than this leave no interval. */
const fewest = 3;

/** On fewer vendors than this a verdict says so. */
const fewVendors = 10;

/** Slopes that differ by less do so by the rounding of floating point: at ten times as much, by a billionth of the price. */
const rounding = 1e-9;

/**
 * How the price per gram falls with the amount that is bought, from prices asked by vendors who sell several amounts.
 *
 * A log-log line is fitted within each vendor (`log(price/amount) = a + b log(amount)`), and the vendors are compared: the
 * estimate is `10^mean(b)`, the factor of the price per gram at ten times the amount, with Student's interval of the mean over vendors,
 * each counting once, and so does the same amount at the same price within a vendor. So neither a vendor of many listings nor
 * an item that is listed several times weighs more, and what differs between vendors (purity, place, reputation) leaves the slope alone. The mean of summary measures: Matthews,
 * Altman, Campbell and Royston 1990. A vendor of one amount says nothing of the slope and is counted.
 *
 * @param asked prices of one substance in one currency, amounts in one unit
 * @throws InputError for amounts or prices that are not above zero
 * @example
 * ```ts
 * import { quantityDiscount } from '@samenbeeld/trends';
 * const asked = ['a', 'b', 'c'].flatMap((vendor, i) => [
 *   { vendor, amount: 1, price: 50 + i },
 *   { vendor, amount: 10, price: (50 + i) * (7 + i) },
 * ]);
 * const { estimate, details } = quantityDiscount(asked);
 * [estimate?.toFixed(4), details.comparing] // => ['0.7958', 3]
 * ```
 */
export function quantityDiscount(
  asked: readonly PriceAsked[],
  options: About & { readonly level?: number } = {},
): QuantityDiscount {
  takes(
    'quantityDiscount',
    ['asked', asked, shape.list(shape.record<PriceAsked>({ vendor: shape.text }))],
    ['options', options, optionsShape],
  );
  const level = checkProbability('level', options.level ?? 0.95);
  const odd = asked.find(({ amount, price }) => !(amount > 0 && price > 0));
  if (odd)
    throw new InputError(
      inFour(
        'verwacht: hoeveelheden en prijzen boven nul; gevonden: {amount}, {price}',
        'attendu : des quantités et des prix au-dessus de zéro ; trouvé : {amount}, {price}',
        'erwartet: Mengen und Preise über null; gefunden: {amount}, {price}',
        'expected amounts and prices above zero, found {amount}, {price}',
        { amount: String(odd.amount), price: String(odd.price) },
      ),
      inFour(
        'laat een aanbieding zonder hoeveelheid of prijs weg',
        'laissez de côté une annonce sans quantité ou sans prix',
        'ein Angebot ohne Menge oder Preis weglassen',
        'leave out a listing without an amount or a price',
      ),
    );
  const byVendor = groupBy(asked, ({ vendor }) => vendor);
  const slopes = [...byVendor.values()].flatMap((own) => slopeOf(own) ?? []);
  const n = slopes.length;
  const mean = slopes.reduce((sum, slope) => sum + slope, 0) / n;
  const spread = Math.sqrt(slopes.reduce((sum, slope) => sum + (slope - mean) ** 2, 0) / (n - 1));
  const half = (tQuantile((1 + level) / 2, n - 1) * spread) / Math.sqrt(n);
  const isEnough = n >= fewest;
  const isAlike = isEnough && spread <= rounding;
  const factor = (slope: number): number => 10 ** slope;
  const interval =
    isEnough && !isAlike ? { low: factor(mean - half), high: factor(mean + half), level } : null;
  const estimate = isEnough ? factor(mean) : null;
  const verdict = verdictOf(interval);
  const details = {
    ...{ verdict, listings: asked.length, vendors: byVendor.size, comparing: n },
    elasticity: isEnough ? mean : null,
  };
  return {
    kind: 'quantity-discount',
    subject: options.subject ?? '',
    estimate,
    unit: options.unit ?? null,
    interval,
    n,
    p: null,
    method: 'Mean of log-log slopes within vendors, Student interval',
    definition:
      'log(price/amount) = a + b log(amount) in each vendor; 10^mean(b) (Matthews, Altman, Campbell and Royston 1990)',
    assumptions: [
      inFour(
        'verkopers hangen niet van elkaar af',
        'les vendeurs ne dépendent pas les uns des autres',
        'Verkäufer hängen nicht voneinander ab',
        'vendors do not depend on each other',
      ),
      inFour(
        'de prijzen van één verkoper zijn van één kwaliteit',
        'les prix d’un vendeur sont d’une même qualité',
        'die Preise eines Verkäufers gelten für eine Qualität',
        'prices of one vendor are of one quality',
      ),
      inFour(
        'gevraagde, geen betaalde prijzen',
        'prix demandés, non payés',
        'verlangte, nicht gezahlte Preise',
        'prices asked, not paid',
      ),
    ],
    warnings: listWarnings(
      byVendor.size > n &&
        inFour(
          '{n} {n:verkoper vraagt|verkopers vragen} een prijs voor maar één hoeveelheid',
          '{n} {n:vendeur ne demande|vendeurs ne demandent} un prix que pour une seule quantité',
          '{n} {n:Verkäufer verlangt|Verkäufer verlangen} einen Preis für nur eine Menge',
          '{n} {n:vendor asks|vendors ask} a price for one amount only',
          { n: byVendor.size - n },
        ),
      isAlike &&
        inFour(
          'de verkopers verschillen niet: geen interval',
          'les vendeurs ne diffèrent pas\u00a0: pas d’intervalle',
          'die Verkäufer unterscheiden sich nicht: kein Intervall',
          'vendors do not differ: no interval',
        ),
      interval &&
        n < fewVendors &&
        inFour(
          'minder dan {few} verkopers zijn te vergelijken',
          'moins de {few} vendeurs se comparent',
          'weniger als {few} Verkäufer lassen sich vergleichen',
          'fewer than {few} vendors compare',
          { few: fewVendors },
        ),
    ),
    confidence: n < fewVendors || isAlike ? 'low' : n < 30 ? 'medium' : 'high',
    details,
    says: headed(
      options.label,
      discountSays(verdict, { estimate, interval, n, of: byVendor.size }),
    ),
  };
}

function verdictOf(interval: Finding['interval']): DiscountVerdict {
  if (interval === null) return 'no_conclusion';
  if (interval.high < 1) return 'falls';
  return interval.low > 1 ? 'rises' : 'not_shown';
}

function discountSays(
  verdict: DiscountVerdict,
  {
    estimate,
    interval,
    n,
    of,
  }: Pick<Finding, 'estimate' | 'interval' | 'n'> & { readonly of: number },
): Text {
  const vendors = inEach((language) => filled(vendorsOf[language], language, { n, of }, String));
  const offering = inEach((language) => filled(offer[language], language, { n, of }, String));
  if (estimate === null)
    return {
      nl: `Of meer kopen de prijs per eenheid verandert, is niet te zeggen: ${vendors.nl} ${offering.nl}.`,
      fr: `Impossible de dire si acheter plus change le prix à l’unité\u00a0: ${vendors.fr} ${offering.fr}.`,
      de: `Ob mehr zu kaufen den Preis je Einheit ändert, lässt sich nicht sagen: ${vendors.de} ${offering.de}.`,
      en: `Whether buying more changes the price per unit cannot be said: ${vendors.en} ${offering.en}.`,
    };
  if (interval === null)
    return inEach((language) => {
      const ratio = figure(Number(estimate.toPrecision(6)), language);
      return {
        nl: `Bij tien keer zoveel is de prijs per eenheid ${ratio} keer zo hoog, bij elk van de ${n} verkopers die meer dan één hoeveelheid aanbieden. Zij verschillen niet, dus er is geen interval en geen conclusie.`,
        fr: `Pour dix fois plus, le prix à l’unité est ${ratio} fois aussi élevé, chez chacun des ${n} vendeurs qui proposent plus d’une quantité. Ils ne diffèrent pas\u00a0: ni intervalle, ni conclusion.`,
        de: `Beim Zehnfachen ist der Preis je Einheit ${ratio}-mal so hoch, bei jedem der ${n} Verkäufer, die mehr als eine Menge anbieten. Sie unterscheiden sich nicht, also gibt es kein Intervall und keine Aussage.`,
        en: `At ten times as much the price per unit is ${ratio} times as high, with each of the ${n} vendors who offer more than one amount. They do not differ, so there is no interval and no conclusion.`,
      }[language];
    });
  const main = inEach((language) => {
    const less = (factor: number): number => Math.abs(1 - factor) * 100;
    const change = withPercent(figure(less(estimate), language), language);
    const within = `${intervalName(interval.level, language)} ${range(
      { low: interval.low, high: interval.high },
      1,
      language,
    )}`;
    const ratio = figure(estimate, language);
    if (verdict === 'not_shown')
      return {
        nl: `Dat de prijs per eenheid met de hoeveelheid verandert, is niet aan te tonen: bij tien keer zoveel is die ${ratio} keer zo hoog (${within}; ${vendors.nl}).`,
        fr: `Rien ne montre que le prix à l’unité change avec la quantité\u00a0: pour dix fois plus, il est ${ratio} fois aussi élevé (${within}\u00a0; ${vendors.fr}).`,
        de: `Dass sich der Preis je Einheit mit der Menge ändert, lässt sich nicht zeigen: Beim Zehnfachen ist er ${ratio}-mal so hoch (${within}; ${vendors.de}).`,
        en: `That the price per unit changes with the amount cannot be shown: at ten times as much it is ${ratio} times as high (${within}; ${vendors.en}).`,
      }[language];
    const way = {
      nl: verdict === 'falls' ? 'lager' : 'hoger',
      fr: verdict === 'falls' ? 'plus bas' : 'plus élevé',
      de: verdict === 'falls' ? 'niedriger' : 'höher',
      en: verdict === 'falls' ? 'lower' : 'higher',
    }[language];
    return {
      nl: `Bij tien keer zoveel ligt de prijs per eenheid ${change} ${way}: ${ratio} keer zo hoog (${within}; ${vendors.nl} ${offering.nl}).`,
      fr: `Pour dix fois plus, le prix à l’unité est ${change} ${way}\u00a0: ${ratio} fois aussi élevé (${within}\u00a0; ${vendors.fr} ${offering.fr}).`,
      de: `Beim Zehnfachen liegt der Preis je Einheit ${change} ${way}: ${ratio}-mal so hoch (${within}; ${vendors.de} ${offering.de}).`,
      en: `At ten times as much the price per unit is ${change} ${way}: ${ratio} times as high (${within}; ${vendors.en} ${offering.en}).`,
    }[language];
  });
  return paragraph(main, n < fewVendors ? restsOnFew : null);
}

/** How many of the vendors, and that they offer several amounts; a verb as it goes with their number. */
const vendorsOf: Text = {
  nl: '{n} van {of:# verkoper|# verkopers}',
  fr: '{n} {n:vendeur|vendeurs} sur {of}',
  de: '{n} von {of:# Verkäufer|# Verkäufern}',
  en: '{n} of {of:# vendor|# vendors}',
};
const offer: Text = {
  nl: '{n:biedt|bieden} meer dan één hoeveelheid aan',
  fr: '{n:propose|proposent} plus d’une quantité',
  de: '{n:bietet|bieten} mehr als eine Menge an',
  en: '{n:offers|offer} more than one amount',
};

const restsOnFew: Text = {
  nl: 'Dat berust op minder dan tien verkopers en is weinig zeker.',
  fr: 'Cela repose sur moins de dix vendeurs et reste peu sûr.',
  de: 'Das beruht auf weniger als zehn Verkäufern und ist wenig sicher.',
  en: 'That rests on fewer than ten vendors and is little certain.',
};
