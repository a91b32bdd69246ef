import { inFour, type Text, units } from '@samenbeeld/schema';
import type { Anomaly } from './anomaly.ts';
import { anomalyOf } from './anomaly-of.ts';
import { said } from './expectation.ts';
import { robust, tailed } from './likelihood.ts';
import type { Point } from './point.ts';
import { readingsOf } from './readings.ts';
import type { Study } from './study.ts';
import { thresholds } from './thresholds.ts';

/** What a unit of price divides by: a currency, and an amount in grams, litres, tablets, doses or pieces. */
export interface PriceUnit {
  readonly currency: string;
  readonly base: string;
  readonly amount: number;
}

/**
 * A unit of price such as `EUR/g`, `USD/10 g` or `USD/1000 tablet`, in grams for anything that is weighed; null where it
 * is none.
 */
export function pricePerUnit(unit: string): PriceUnit | null {
  const match = /^([A-Z]{3})\/(?:(\d+(?:\.\d+)?) )?(\S+)$/u.exec(unit);
  const [, currency, count, measure = ''] = match ?? [];
  if (currency === undefined || !units.has(measure)) return null;
  const { base, digits, exponent } = units.get(measure);
  const grams = base === 'kg' ? 1000 : 1;
  const amount = Number((Number(count ?? 1) * digits * 10 ** exponent * grams).toPrecision(12));
  return { currency, base: base === 'kg' ? 'g' : base, amount };
}

interface Priced {
  readonly point: Point;
  /** Per gram, tablet, dose, piece or litre. */
  readonly price: number;
  readonly per: string;
  readonly own: string;
}

const fewest = 6;
/** Prices of one substance and level differ between countries and years by a factor of two without anything being wrong. */
const narrowest = Math.log(2);

function priced(study: Study): readonly Priced[] {
  return study.input.points.flatMap((point) => {
    if (point.measure !== 'price') return [];
    const value = study.read(point);
    const unit = pricePerUnit(point.unit);
    if (value === null || value <= 0 || !unit) return [];
    const { substance = '', nationalCode = '', level = '', place = '' } = point.scope;
    return [
      {
        point,
        price: value / unit.amount,
        per: `${unit.currency} ${unit.base} ${substance || nationalCode} ${level}`,
        own: place,
      },
    ];
  });
}

/** Peers of a price: the same substance, level and measure in other places and years, itself left out. */
function peersOf(one: Priced, all: readonly Priced[]): readonly Priced[] {
  return all.filter(
    ({ point, own, point: { start } }) =>
      point !== one.point && !(own === one.own && start === one.point.start),
  );
}

function outOfRange(one: Priced, peers: readonly Priced[], study: Study): Anomaly | null {
  if (peers.length < fewest || new Set(peers.map(({ own }) => own)).size < 1) return null;
  const { center, spread } = robust(peers.map(({ price }) => Math.log(price)));
  const wide = Math.max(spread, narrowest) * (1 + 3 / peers.length);
  const far = (Math.log(one.price) - center) / wide;
  const asIs = tailed(far) / Math.LN10;
  if (-asIs < thresholds.impossible_price) return null;
  const middle = Math.exp(center);
  const [currency = '', base = '', ...what] = one.per.split(' ');
  const readings = readingsOf(study.read(one.point) ?? 0, false)
    .filter(({ kind }) => kind !== 'transposition')
    .map((reading) => ({
      reading,
      off:
        Math.abs(Math.log((reading.value / (study.read(one.point) ?? 1)) * one.price) - center) /
        wide,
    }))
    .filter(({ off }) => off < 1.5)
    .sort((a, b) => a.off - b.off);
  const [best, second] = readings;
  const [low, high] = [
    Math.min(...peers.map(({ price }) => price)),
    Math.max(...peers.map(({ price }) => price)),
  ];
  return anomalyOf(one.point, study.input, {
    kind: 'impossible_price',
    cause: best
      ? said(
          'de prijs valt buiten elk bereik; {reading} zou hij gewoon zijn: een andere maat dan de eenheid zegt',
          'le prix est hors de toute plage ; {reading}, il serait habituel : une autre mesure que celle de l’unité',
          'der Preis liegt außerhalb jedes Bereichs; {reading} wäre er üblich: ein anderes Maß als die Einheit sagt',
          'the price is out of all range; {reading} it would be usual: another measure than the unit says',
          { reading: best.reading.says },
        )
      : inFour(
          'de prijs valt buiten elk bereik: een andere eenheid, een ander handelsniveau of een ander middel',
          'le prix est hors de toute plage : une autre unité, un autre stade de vente ou une autre substance',
          'der Preis liegt außerhalb jedes Bereichs: eine andere Einheit, Handelsstufe oder ein anderer Stoff',
          'the price is out of all range: another unit, level of sale or substance',
        ),
    evidence: [
      said(
        '{price} {currency} per {base} tegen een mediaan van {middle} ({low} tot {high}) in {n} prijzen van {what} in {places:# land|# landen}: {times} keer',
        '{price} {currency} par {base} contre une médiane de {middle} ({low} à {high}) dans {n} prix de {what} dans {places:# pays|# pays} : {times} fois',
        '{price} {currency} je {base} gegenüber einem Median von {middle} ({low} bis {high}) in {n} Preisen von {what} in {places:# Land|# Ländern}: das {times}-Fache',
        '{price} {currency} per {base} against a median of {middle} ({low} to {high}) in {n} prices of {what} in {places:# country|# countries}: {times} times',
        {
          price: one.price,
          currency,
          base,
          middle,
          low,
          high,
          n: peers.length,
          what: what.join(', '),
          places: new Set(peers.map(({ own }) => own)).size,
          times: Math.max(one.price / middle, middle / one.price),
        },
      ),
    ],
    rivals: [
      inFour(
        'een echte prijs van een andere kwaliteit of omvang',
        'un vrai prix d’une autre qualité ou d’un autre volume',
        'ein echter Preis einer anderen Qualität oder Menge',
        'a true price of another quality or size of deal',
      ),
    ],
    score: -asIs,
    to: null,
    open:
      best && !second
        ? inFour(
            'ga na in welke eenheid de prijs staat voordat hij wordt gewijzigd',
            'vérifiez dans quelle unité est le prix avant de le changer',
            'prüfen Sie, in welcher Einheit der Preis steht, bevor er geändert wird',
            'check which unit the price is in before it is changed',
          )
        : inFour(
            'wat er was bedoeld, is niet te zeggen',
            'on ne peut dire ce qui était voulu',
            'was gemeint war, lässt sich nicht sagen',
            'what was meant cannot be told',
          ),
    alternatives: readings.map(({ reading }) => String(reading.value)),
  });
}

const aboveHighest: Text = inFour(
  'de laagste prijs ligt boven de hoogste: een van beide is fout',
  'le prix le plus bas dépasse le plus haut : l’un des deux est faux',
  'der niedrigste Preis liegt über dem höchsten: einer von beiden ist falsch',
  'the least price is above the highest: one of them is wrong',
);
const belowLeast: Text = inFour(
  'de gebruikelijke prijs ligt onder de laagste: een van beide is fout',
  'le prix habituel est inférieur au plus bas : l’un des deux est faux',
  'der übliche Preis liegt unter dem niedrigsten: einer von beiden ist falsch',
  'the usual price is below the least: one of them is wrong',
);
const usualAbove: Text = inFour(
  'de gebruikelijke prijs ligt boven de hoogste: een van beide is fout',
  'le prix habituel dépasse le plus haut : l’un des deux est faux',
  'der übliche Preis liegt über dem höchsten: einer von beiden ist falsch',
  'the usual price is above the highest: one of them is wrong',
);

/** The least, the usual and the highest price of one row in the wrong order. */
function disordered(all: readonly Priced[], study: Study): readonly Anomaly[] {
  const rows = new Map<string, Map<string, Priced>>();
  for (const one of all) {
    const stat = one.point.scope['stat'] ?? '';
    const row = rows.get(one.point.row) ?? new Map<string, Priced>();
    row.set(stat, one);
    rows.set(one.point.row, row);
  }
  return [...rows.values()].flatMap((row) => {
    const [low, high] = [row.get('min'), row.get('max')];
    const usual = row.get('mode') ?? row.get('mean') ?? row.get('median');
    const wrong =
      low && high && low.price > high.price * (1 + 1e-9)
        ? ([low, high, aboveHighest] as const)
        : usual && low && usual.price < low.price * (1 - 1e-9)
          ? ([usual, low, belowLeast] as const)
          : usual && high && usual.price > high.price * (1 + 1e-9)
            ? ([usual, high, usualAbove] as const)
            : null;
    if (!wrong) return [];
    const [one, other, says] = wrong;
    return [
      anomalyOf(one.point, study.input, {
        kind: 'impossible_price',
        cause: says,
        evidence: [
          said(
            '{price} tegen {other} in dezelfde rij',
            '{price} contre {other} dans la même ligne',
            '{price} gegen {other} in derselben Zeile',
            '{price} against {other} in the same row',
            { price: one.price, other: other.price },
          ),
        ],
        rivals: [
          inFour(
            'de prijzen zijn van verschillende maten of munten',
            'les prix sont de mesures ou de monnaies différentes',
            'die Preise sind in verschiedenen Maßen oder Währungen',
            'the prices are of different measures or currencies',
          ),
        ],
        score: 3,
        to: null,
        open: inFour(
          'welke ervan fout is, is niet te zeggen',
          'on ne peut dire lequel est faux',
          'welcher davon falsch ist, lässt sich nicht sagen',
          'which of them is wrong cannot be told',
        ),
        alternatives: [],
        also: [other.point],
      }),
    ];
  });
}

/**
 * Prices out of all range: per gram, tablet or dose against the same substance and level of sale in other places and
 * years, by more than a factor of two per spread; and the least, usual and highest price of one row out of order.
 */
export function findImpossiblePrices(study: Study): readonly Anomaly[] {
  const all = priced(study);
  const groups = new Map<string, Priced[]>();
  for (const one of all) groups.set(one.per, [...(groups.get(one.per) ?? []), one]);
  const out = all.flatMap(
    (one) => outOfRange(one, peersOf(one, groups.get(one.per) ?? []), study) ?? [],
  );
  const seen = new Set(out.map(({ where }) => `${where.file} ${where.sheet} ${where.line}`));
  return [
    ...out,
    ...disordered(all, study).filter(
      ({ where }) => !seen.has(`${where.file} ${where.sheet} ${where.line}`),
    ),
  ];
}
