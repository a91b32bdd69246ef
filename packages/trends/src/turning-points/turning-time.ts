import type { Language } from '@samenbeeld/schema';
import { periodTextAfter, spanText } from '../period.ts';

/** What a time of a series is called: a period or time by itself, a mere position as the value it is. */
export type TimeNaming = 'time' | 'position';

const values: Readonly<Record<Language, string>> = {
  nl: 'waarde',
  fr: 'la valeur',
  de: 'Wert',
  en: 'value',
};

/** "from 2016", "à partir d’avril 2024", "à partir de la valeur 29", "ab 2016". */
export function fromTime(name: string, naming: TimeNaming, language: Language): string {
  if (naming === 'time') return periodTextAfter('from', name, language);
  const before = { nl: 'vanaf', fr: 'à partir de', de: 'ab', en: 'from' }[language];
  return `${before} ${values[language]} ${name}`;
}

/** "in 2016", "en 2016", "2016" (German), "im März 2024", "at value 29". */
export function atTime(name: string, naming: TimeNaming, language: Language): string {
  if (naming === 'time') return periodTextAfter('on', name, language);
  const before = { nl: 'bij', fr: 'à', de: 'bei', en: 'at' }[language];
  return `${before} ${values[language]} ${name}`;
}

/** "2016–2021", "values 1–9". */
export function stretch(from: string, to: string, naming: TimeNaming, language: Language): string {
  const many = { nl: 'waarden', fr: 'valeurs', de: 'Werte', en: 'values' }[language];
  return `${naming === 'time' ? '' : `${many} `}${spanText(from, to, language)}`;
}
