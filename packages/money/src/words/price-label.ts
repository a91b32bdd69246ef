import { inEach, substances, type Text } from '@samenbeeld/schema';
import { placeLabel } from '../series/series-label.ts';
import type { MarketLevel } from '../value/price.ts';

/** Which price it is. */
export interface PriceLabelWords {
  readonly level: MarketLevel;
  readonly substance: string;
  readonly place: string;
  readonly year: number;
}

const names: Readonly<Record<MarketLevel, Text>> = {
  import: { nl: 'invoerprijs', fr: 'prix à l’importation', de: 'Einfuhrpreis', en: 'import price' },
  wholesale: {
    nl: 'groothandelsprijs',
    fr: 'prix de gros',
    de: 'Großhandelspreis',
    en: 'wholesale price',
  },
  mid_level: {
    nl: 'tussenhandelsprijs',
    fr: 'prix de demi-gros',
    de: 'Zwischenhandelspreis',
    en: 'mid-level price',
  },
  retail: { nl: 'straatprijs', fr: 'prix de détail', de: 'Straßenpreis', en: 'retail price' },
};

/** "wholesale price, cocaine, Belgium, 2022". */
export function priceLabel({ level, substance, place, year }: PriceLabelWords): Text {
  const drug = substances.has(substance)
    ? substances.get(substance).label
    : inEach(() => substance);
  const where = placeLabel(place);
  return inEach((language) =>
    [names[level][language], drug[language], where[language], year].join(', '),
  );
}
