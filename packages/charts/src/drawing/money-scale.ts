import { formatNumber, type Language, type Text } from '@samenbeeld/schema';

/** Euros in units that keep printed numbers short. */
export interface MoneyScale {
  readonly divisor: number;
  readonly unit: Text;
}

const euros = { nl: 'euro', fr: 'euros', de: 'Euro', en: '€' };

const scales: readonly (readonly [divisor: number, unit: Text])[] = [
  [1e9, { nl: 'miljard euro', fr: 'milliards d’euros', de: 'Mrd. Euro', en: '€ billion' }],
  [1e6, { nl: 'miljoen euro', fr: 'millions d’euros', de: 'Mio. Euro', en: '€ million' }],
  [1e3, { nl: 'duizend euro', fr: 'milliers d’euros', de: 'Tsd. Euro', en: '€ thousand' }],
];

/** The unit in which the largest of some amounts has one to four digits. */
export function moneyScale(amounts: readonly number[]): MoneyScale {
  const most = amounts.reduce((a, b) => Math.max(a, Math.abs(b)), 0);
  const [divisor, unit] = scales.find(([divisor]) => most >= 2 * divisor) ?? [1, euros];
  return { divisor, unit };
}

/** An amount in a scale, without its unit, to so many significant digits. */
export function printMoney(
  amount: number,
  scale: MoneyScale,
  language: Language,
  digits = 2,
): string {
  const value = amount / scale.divisor;
  const isLong = Math.abs(value) >= 10 ** digits;
  const rounded = isLong ? Math.round(value) : Number(value.toPrecision(digits));
  return formatNumber(rounded, language).replace('-', '\u2212');
}

/** An amount as it stands in the table behind a chart, in the unit of its axis: draws bear no more than three digits. */
export function tableMoney(amount: number, { divisor }: MoneyScale): number {
  return Number((amount / divisor).toPrecision(3));
}
