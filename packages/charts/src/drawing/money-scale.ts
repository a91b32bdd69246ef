import { formatNumber, type Language, type Text } from '@samenbeeld/schema';

/** Euros in units that keep printed numbers short. */
export interface MoneyScale {
  readonly divisor: number;
  readonly unit: Text;
}

const scales: readonly MoneyScale[] = [
  {
    divisor: 1e9,
    unit: { nl: 'miljard euro', fr: 'milliards d’euros', de: 'Mrd. Euro', en: '€ billion' },
  },
  {
    divisor: 1e6,
    unit: { nl: 'miljoen euro', fr: 'millions d’euros', de: 'Mio. Euro', en: '€ million' },
  },
  {
    divisor: 1e3,
    unit: { nl: 'duizend euro', fr: 'milliers d’euros', de: 'Tsd. Euro', en: '€ thousand' },
  },
  { divisor: 1, unit: { nl: 'euro', fr: 'euros', de: 'Euro', en: '€' } },
];

/** The unit in which the largest of some amounts has one to four digits. */
export function moneyScale(amounts: readonly number[]): MoneyScale {
  const most = amounts.reduce((a, b) => Math.max(a, Math.abs(b)), 0);
  const found = scales.find(({ divisor }) => most >= 2 * divisor) ?? scales.at(-1);
  return found ?? { divisor: 1, unit: { nl: 'euro', fr: 'euros', de: 'Euro', en: '€' } };
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

/** An amount as it stands in the table behind a chart: draws bear no more than four digits. */
export function tableEuros(amount: number): number {
  return Number(amount.toPrecision(4));
}
