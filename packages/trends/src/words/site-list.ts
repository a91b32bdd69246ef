import type { Language } from '@samenbeeld/schema';
import { placeName } from './place-name.ts';

/** Names where they are few, a number where they are many. */
export function siteList(names: readonly string[], language: Language): string {
  if (names.length <= 4) return names.map((name) => placeName(name, language)).join(', ');
  return {
    nl: `${names.length} plaatsen`,
    fr: `${names.length} sites`,
    de: `${names.length} Orte`,
    en: `${names.length} sites`,
  }[language];
}
