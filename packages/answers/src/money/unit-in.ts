import { formatNumber, type Language, units } from '@samenbeeld/schema';

/** A unit that is printed as a word, in the language; one with a sign, or one of no list, as it stands. */
function worded(unit: string, language: Language, isMany: boolean): string {
  if (!units.has(unit)) return unit;
  const { symbol, label, plural, dimension } = units.get(unit);
  if (symbol !== null) return dimension === 'share' ? symbol : unit;
  return (isMany ? plural : label)[language];
}

/** "EUR/kg" as it stands, "USD/1000 tablet" in words: "USD/1,000 tablets"; "report" of many: "reports". */
export function unitIn(unit: string, language: Language, isMany = false): string {
  const [currency, amount] = unit.split('/');
  if (amount === undefined) return worded(unit, language, isMany);
  const match = /^(\d+) (.+)$/.exec(amount);
  if (!match) return `${currency}/${worded(amount, language, false)}`;
  const [, count = '', each = ''] = match;
  return `${currency}/${formatNumber(Number(count), language)}\u00a0${worded(each, language, true)}`;
}
