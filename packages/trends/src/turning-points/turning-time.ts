import type { Language } from '@samenbeeld/schema';
import { periodText, spanText } from '../period.ts';

/** What a time of a series is called: a period or time by itself, a mere position as the value it is. */
export type TimeNaming = 'time' | 'position';

const values: Readonly<Record<Language, string>> = {
  nl: 'waarde',
  fr: 'la valeur',
  de: 'Wert',
  en: 'value',
};

/** "2016", "la valeur 29". */
function timeName(name: string, naming: TimeNaming, language: Language): string {
  return naming === 'time' ? periodText(name, language) : `${values[language]} ${name}`;
}

/** "from 2016", "à partir de la valeur 29", "ab 2016". */
export function fromTime(name: string, naming: TimeNaming, language: Language): string {
  const before = { nl: 'vanaf', fr: 'à partir de', de: 'ab', en: 'from' }[language];
  return `${before} ${timeName(name, naming, language)}`;
}

/** "in 2016", "en 2016", "2016" (German), "at value 29". */
export function atTime(name: string, naming: TimeNaming, language: Language): string {
  const at = timeName(name, naming, language);
  if (naming === 'time')
    return { nl: `in ${at}`, fr: `en ${at}`, de: at, en: `in ${at}` }[language];
  const before = { nl: 'bij', fr: 'à', de: 'bei', en: 'at' }[language];
  return `${before} ${at}`;
}

/** "1985, 1995 and 1998". */
export function listed(items: readonly string[], language: Language): string {
  const and = { nl: 'en', fr: 'et', de: 'und', en: 'and' }[language];
  const [last = '', ...before] = items.map((item) => periodText(item, language)).toReversed();
  return before.length === 0 ? last : `${before.toReversed().join(', ')} ${and} ${last}`;
}

/** "2016–2021", "values 1–9". */
export function stretch(from: string, to: string, naming: TimeNaming, language: Language): string {
  const many = { nl: 'waarden', fr: 'valeurs', de: 'Werte', en: 'values' }[language];
  return `${naming === 'time' ? '' : `${many} `}${spanText(from, to, language)}`;
}
