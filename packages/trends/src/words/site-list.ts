import type { Language } from '@samenbeeld/schema';

/** Names where they are few, a number where they are many. */
export function siteList(names: readonly string[], language: Language): string {
  if (names.length <= 4) return names.join(', ');
  return {
    nl: `${names.length} plaatsen`,
    fr: `${names.length} sites`,
    de: `${names.length} Orte`,
    en: `${names.length} sites`,
  }[language];
}
