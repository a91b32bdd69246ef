import type { Language } from '@samenbeeld/schema';

/** Months in few letters, January first. */
export const shortMonths: Readonly<Record<Language, readonly string[]>> = {
  nl: 'jan feb mrt apr mei jun jul aug sep okt nov dec'.split(' '),
  fr: 'janv. févr. mars avr. mai juin juil. août sept. oct. nov. déc.'.split(' '),
  de: 'Jan. Feb. März Apr. Mai Juni Juli Aug. Sep. Okt. Nov. Dez.'.split(' '),
  en: 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' '),
};

/** What stands before the number of a half, a quarter and a week. */
export const subPeriods: Readonly<Record<'S' | 'Q' | 'W', Readonly<Record<Language, string>>>> = {
  S: { nl: 'H', fr: 'S', de: 'H', en: 'H' },
  Q: { nl: 'K', fr: 'T', de: 'Q', en: 'Q' },
  W: { nl: 'wk\u00a0', fr: 'sem.\u00a0', de: 'KW\u00a0', en: 'wk\u00a0' },
};
