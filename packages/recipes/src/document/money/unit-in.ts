import { formatNumber, type Language } from '@samenbeeld/schema';

const tablets: Readonly<Record<Language, readonly [one: string, many: string]>> = {
  nl: ['tablet', 'tabletten'],
  fr: ['comprimé', 'comprimés'],
  de: ['Tablette', 'Tabletten'],
  en: ['tablet', 'tablets'],
};

/** "EUR/kg" as it stands, "USD/1000 tablet" in words: "USD/1,000 tablets". */
export function unitIn(unit: string, language: Language): string {
  return unit.replace(/(\d+) tablet$|tablet$/, (_, many?: string) =>
    many === undefined
      ? tablets[language][0]
      : `${formatNumber(Number(many), language)}\u00a0${tablets[language][1]}`,
  );
}
