import type { Text } from '@samenbeeld/schema';
import type { MarketLevel } from './price.ts';

/** "at wholesale prices". */
export const atPricesOf: Readonly<Record<MarketLevel, Text>> = {
  import: {
    nl: 'tegen prijzen bij invoer',
    fr: 'aux prix d’importation',
    de: 'zu Einfuhrpreisen',
    en: 'at import prices',
  },
  wholesale: {
    nl: 'tegen groothandelsprijzen',
    fr: 'aux prix de gros',
    de: 'zu Großhandelspreisen',
    en: 'at wholesale prices',
  },
  mid_level: {
    nl: 'tegen prijzen van de tussenhandel',
    fr: 'aux prix de demi-gros',
    de: 'zu Zwischenhandelspreisen',
    en: 'at mid-level prices',
  },
  retail: {
    nl: 'tegen straatprijzen',
    fr: 'aux prix de détail',
    de: 'zu Straßenpreisen',
    en: 'at retail prices',
  },
};
