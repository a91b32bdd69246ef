import type { Text } from '@samenbeeld/schema';
import { ownValue } from '@samenbeeld/schema';

type RareOrCommon = Readonly<Record<'rare' | 'common', Text>>;

/** By comparison, and where its levels share different things by comparison and level. */
const words: Readonly<Record<string, RareOrCommon>> = {
  quantity: {
    rare: {
      nl: 'een zeldzaam gewicht',
      fr: 'un poids rare',
      de: 'ein seltenes Gewicht',
      en: 'a rare weight',
    },
    common: {
      nl: 'een veelvoorkomend gewicht',
      fr: 'un poids fréquent',
      de: 'ein häufiges Gewicht',
      en: 'a common weight',
    },
  },
  'load: same cover load': {
    rare: {
      nl: 'een zeldzame deklading',
      fr: 'un chargement rare',
      de: 'eine seltene Tarnladung',
      en: 'a rare cover load',
    },
    common: {
      nl: 'een veelvoorkomende deklading',
      fr: 'un chargement fréquent',
      de: 'eine häufige Tarnladung',
      en: 'a common cover load',
    },
  },
  load: {
    rare: {
      nl: 'een zeldzaam land van vertrek',
      fr: 'un pays de départ rare',
      de: 'ein seltenes Abgangsland',
      en: 'a rare country of departure',
    },
    common: {
      nl: 'een veelvoorkomend land van vertrek',
      fr: 'un pays de départ fréquent',
      de: 'ein häufiges Abgangsland',
      en: 'a common country of departure',
    },
  },
};

const value: RareOrCommon = {
  rare: {
    nl: 'een zeldzame waarde',
    fr: 'une valeur rare',
    de: 'ein seltener Wert',
    en: 'a rare value',
  },
  common: {
    nl: 'een veelvoorkomende waarde',
    fr: 'une valeur fréquente',
    de: 'ein häufiger Wert',
    en: 'a common value',
  },
};

/** Whether the value that two records share is rarer or commoner than values of its kind are, in words without the value. */
export function rarityText(comparison: string, level: string, weight: number): Text {
  const found = words[`${comparison}: ${level}`] ?? ownValue(words, comparison) ?? value;
  return found[weight > 0 ? 'rare' : 'common'];
}
