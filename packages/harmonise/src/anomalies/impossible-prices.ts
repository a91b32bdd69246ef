import { units } from '@samenbeeld/schema';
import type { Anomaly } from './anomaly.ts';
import { anomalyOf } from './anomaly-of.ts';
import { shown } from './expectation.ts';
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
      ? `the price is out of all range; ${best.reading.says} it would be usual: another measure than the unit says`
      : 'the price is out of all range: another unit, level of sale or substance',
    evidence: [
      `${shown(one.price)} ${one.per.split(' ')[0]} per ${one.per.split(' ')[1]} against a median of ${shown(middle)} (${shown(low)} to ${shown(high)}) in ${peers.length} prices of ${one.per.split(' ').slice(2).join(', ')} in ${new Set(peers.map(({ own }) => own)).size} countries: ${shown(Math.max(one.price / middle, middle / one.price))} times`,
    ],
    rivals: ['a true price of another quality or size of deal'],
    score: -asIs,
    to: null,
    open:
      best && !second
        ? 'check which unit the price is in before it is changed'
        : 'what was meant cannot be told',
    alternatives: readings.map(({ reading }) => String(reading.value)),
  });
}

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
        ? ([low, high, 'the least price is above the highest'] as const)
        : usual && low && usual.price < low.price * (1 - 1e-9)
          ? ([usual, low, 'the usual price is below the least'] as const)
          : usual && high && usual.price > high.price * (1 + 1e-9)
            ? ([usual, high, 'the usual price is above the highest'] as const)
            : null;
    if (!wrong) return [];
    const [one, other, says] = wrong;
    return [
      anomalyOf(one.point, study.input, {
        kind: 'impossible_price',
        cause: `${says}: one of them is wrong`,
        evidence: [`${shown(one.price)} against ${shown(other.price)} in the same row`],
        rivals: ['the prices are of different measures or currencies'],
        score: 3,
        to: null,
        open: 'which of them is wrong cannot be told',
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
