import { formatNumber, type Language } from '@samenbeeld/schema';

/** "EUR 1,250.50": the code before or after the number as the language has it, to the cent where there are cents. */
export function moneyIn(amount: number, currency: string, language: Language): string {
  const decimals = Number.isInteger(amount) ? 0 : 2;
  const number = formatNumber(amount, language, decimals);
  return language === 'en' || language === 'nl'
    ? `${currency}\u00a0${number}`
    : `${number}\u00a0${currency}`;
}
