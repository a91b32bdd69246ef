import type { OrderChange } from '@samenbeeld/money';
import type { Language, Text } from '@samenbeeld/schema';

const words: Readonly<Record<OrderChange['kind'], Text>> = {
  without: { nl: 'zonder {0}', fr: 'sans {0}', de: 'ohne {0}', en: 'without {0}' },
  without_group: {
    nl: 'zonder groep {0}',
    fr: 'sans le groupe {0}',
    de: 'ohne Gruppe {0}',
    en: 'without group {0}',
  },
  equal_weights: {
    nl: 'als alle bewijs even zwaar telt',
    fr: 'si tous les indices pèsent autant',
    de: 'wenn alle Hinweise gleich zählen',
    en: 'if all evidence counts alike',
  },
  source_low: {
    nl: 'als bron {0} zwak is',
    fr: 'si la source {0} est faible',
    de: 'wenn Quelle {0} schwach ist',
    en: 'if source {0} is weak',
  },
  one_step: {
    nl: '{0} als {2} tegenover {1}',
    fr: '{0} coté {2} face à {1}',
    de: '{0} als {2} gegenüber {1}',
    en: '{0} rated {2} against {1}',
  },
};

/** What another assumption is, where it changes what stands first. */
export function changeIn({ kind, what }: OrderChange, language: Language): string {
  const parts = (what ?? '').split(' ');
  return words[kind][language].replace(/\{(\d)\}/g, (_, at: string) => parts[Number(at)] ?? '');
}
