import type { Language } from '@samenbeeld/schema';

/** A printed number with the per cent sign as the language spaces it. */
export function withPercent(printed: string, language: Language): string {
  return `${printed}${language === 'nl' || language === 'en' ? '%' : '\u00a0%'}`;
}

/** A printed number with a plus before it where it is above zero. */
export function signed(value: number, printed: string): string {
  return value > 0 ? `+${printed}` : printed;
}
