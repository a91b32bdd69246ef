import {
  InputError,
  inEach,
  inFour,
  ownValue,
  RefusalError,
  semicolon,
  shape,
  takes,
} from '@samenbeeld/schema';
import { assumedShape } from './assumed.ts';
import type { Distribution } from './distribution.ts';
import type { Price } from './price.ts';

/** Annual average of a rate, as published: how many units of the currency a euro bought. */
export interface ExchangeRate {
  readonly currency: string;
  readonly year: number;
  /** Units of the currency for one euro. */
  readonly perEuro: number;
  readonly source: string;
}

const grams: Readonly<Record<string, number>> = {
  kg: 1000,
  g: 1,
  mg: 0.001,
  oz: 28.349523125,
  lb: 453.59237,
};

/** How many grams a price is for: 10 of "10 g", 28.3 of "oz" (the avoirdupois ounce); null for pieces. */
function gramsOf(amount: string): number | null {
  const match = /^(?:(\d+(?:\.\d+)?) )?(\p{L}+)$/u.exec(amount.trim());
  const each = match && ownValue(grams, match[2] as string);
  return each ? Number(match[1] ?? 1) * each : null;
}

/**
 * A price in euro a kilogram or a gram, from another currency and another amount ("USD/10 g"), at the rate of its year.
 *
 * @throws RefusalError where no rate of the price's year is known, or the price is for pieces
 * @throws InputError for a rate that is not above zero, or a price of no year
 * @example
 * ```ts
 * import { priceInEuro } from '@samenbeeld/money';
 * const label = { nl: 'x', fr: 'x', de: 'x', en: 'x' };
 * const price = { id: 'P', label, unit: 'USD/10 g', source: 's', year: 2022, level: 'retail', purity: null, declared: false };
 * const rates = [{ currency: 'USD', year: 2022, perEuro: 1.053, source: 'ECB' }];
 * const euro = priceInEuro({ ...price, distribution: { kind: 'fixed', value: 1053 } }, rates);
 * [euro.unit, euro.distribution.value] // => ['EUR/g', 100]
 * ```
 */
export function priceInEuro<Known extends Price>(
  price: Known,
  rates: readonly ExchangeRate[],
): Known {
  takes(
    'priceInEuro',
    ['price', price, assumedShape],
    [
      'rates',
      rates,
      shape.list(
        shape.record<ExchangeRate>({
          currency: shape.text,
          year: shape.number,
          perEuro: shape.number,
        }),
      ),
    ],
  );

  const [currency = '', amount = ''] = price.unit.split('/');
  const weight = gramsOf(amount);
  if (weight === null)
    throw new RefusalError(
      inFour(
        '{id} is een prijs voor {amount}, niet voor een gewicht.',
        '{id} est un prix pour {amount}, et non pour un poids.',
        '{id} ist ein Preis für {amount}, nicht für ein Gewicht.',
        '{id} is a price for {amount}, not for a weight.',
        {
          id: price.id,
          amount:
            amount || inFour('geen hoeveelheid', 'aucune quantité', 'keine Menge', 'no amount'),
        },
      ),
      {
        dimension: 'unit',
        remedy: inFour(
          'Stuks hebben geen prijs per gewicht zonder een aanname over wat er één van weegt.',
          'Des pièces n’ont pas de prix au poids sans hypothèse sur ce que pèse l’une d’elles.',
          'Stücke haben keinen Preis nach Gewicht ohne eine Annahme, was eines davon wiegt.',
          'Pieces have no price by weight without an assumption about what one of them weighs.',
        ),
      },
    );
  if (price.year === null)
    throw new InputError(
      inFour(
        '{id} heeft geen jaar, dus valt er geen koers te kiezen',
        '{id} n’a pas d’année, aucun cours ne peut être choisi',
        '{id} hat kein Jahr, also lässt sich kein Kurs wählen',
        '{id} has no year, so no rate can be chosen',
        { id: price.id },
      ),
      inFour(
        'geef het jaar waarin de prijs betaald is',
        'donnez l’année où le prix a été payé',
        'das Jahr angeben, in dem der Preis bezahlt wurde',
        'give the year in which the price was paid',
      ),
    );
  const rate =
    currency === 'EUR'
      ? { perEuro: 1, source: null }
      : rates.find((one) => one.currency === currency && one.year === price.year);
  if (!rate)
    throw new RefusalError(
      inFour(
        'Voor {year} is geen koers van {currency} naar de euro bekend.',
        'Aucun cours de {currency} vers l’euro n’est connu pour {year}.',
        'Für {year} ist kein Kurs von {currency} zum Euro bekannt.',
        'No rate of {currency} to the euro is known for {year}.',
        { currency, year: String(price.year) },
      ),
      {
        dimension: 'currency',
        remedy: inFour(
          'Geef het jaargemiddelde van dat jaar met zijn bron, in het bestand met vragen over geld als {line}; de koers van een ander jaar geeft een andere prijs.',
          'Donnez la moyenne annuelle de cette année avec sa source, dans le fichier de questions sur l’argent : {line} ; le cours d’une autre année est un autre prix.',
          'Geben Sie den Jahresdurchschnitt dieses Jahres mit Quelle an, in der Datei mit Fragen zum Geld als {line}; der Kurs eines anderen Jahres ist ein anderer Preis.',
          'Give the annual average of that year with its source, in the file of questions about money as {line}; another year’s rate is another price.',
          {
            line: `exchange: [{ currency: ${currency}, year: ${price.year}, perEuro: …, source: … }]`,
          },
        ),
      },
    );
  if (!(rate.perEuro > 0))
    throw new InputError(
      inFour(
        'verwacht: een koers boven nul; gevonden: {perEuro}',
        'attendu : un cours supérieur à zéro ; trouvé : {perEuro}',
        'erwartet: ein Kurs über null; gefunden: {perEuro}',
        'expected a rate above zero, found {perEuro}',
        { perEuro: String(rate.perEuro) },
      ),
      inFour(
        'geef hoeveel eenheden van de munt een euro koopt',
        'donnez combien d’unités de la monnaie achète un euro',
        'angeben, wie viele Einheiten der Währung ein Euro kauft',
        'give how many units of the currency a euro buys',
      ),
    );
  const target = weight >= 500 ? ['EUR/kg', 1000] : ['EUR/g', 1];
  const factor = (target[1] as number) / weight / rate.perEuro;
  const { sourceWords } = price;
  return {
    ...price,
    unit: target[0] as string,
    distribution: scaled(price.distribution, factor),
    source: rate.source === null ? price.source : `${price.source}; ${rate.source}`,
    ...(sourceWords &&
      rate.source !== null && {
        sourceWords: inEach((to) => `${sourceWords[to]}${semicolon[to]}${rate.source}`),
      }),
  };
}

/** A distribution of a number times a factor; a share stays what it is. */
function scaled(one: Distribution, factor: number): Distribution {
  switch (one.kind) {
    case 'fixed':
      return { kind: 'fixed', value: one.value * factor };
    case 'uniform':
      return { kind: 'uniform', low: one.low * factor, high: one.high * factor };
    case 'triangular':
    case 'pert':
      return {
        ...one,
        low: one.low * factor,
        mode: one.mode * factor,
        high: one.high * factor,
        ...(one.pulledFrom !== undefined && { pulledFrom: one.pulledFrom * factor }),
      };
    case 'lognormal':
      return { kind: 'lognormal', median: one.median * factor, p95: one.p95 * factor };
    case 'beta':
      throw new InputError(
        inFour(
          'een aandeel tussen 0 en 1 is geen prijs',
          'une part entre 0 et 1 n’est pas un prix',
          'ein Anteil zwischen 0 und 1 ist kein Preis',
          'a share between 0 and 1 is no price',
        ),
        inFour(
          'geef prijzen als fixed, uniform, triangular, pert of lognormal',
          'donnez les prix comme fixed, uniform, triangular, pert ou lognormal',
          'Preise als fixed, uniform, triangular, pert oder lognormal angeben',
          'give prices as fixed, uniform, triangular, pert or lognormal',
        ),
      );
  }
}

const source =
  'European Central Bank, euro foreign exchange reference rates, annual averages, US dollar';

/** US dollars that a euro bought, annual averages. */
export const referenceRates: readonly ExchangeRate[] = (
  [
    [2018, 1.181],
    [2019, 1.1195],
    [2020, 1.1422],
    [2021, 1.1827],
    [2022, 1.053],
    [2023, 1.0813],
  ] as const
).map(([year, perEuro]) => ({ currency: 'USD', year, perEuro, source }));
