import { isSingular, type Language, units } from '@samenbeeld/schema';
import { withPercent } from './percentage.ts';

/** A unit by its name in the language, or its symbol; one that the code list does not know, as it was given. */
export function unitWord(unit: string, value: number | null, language: Language): string {
  if (!units.has(unit)) return unit;
  const { symbol, label, plural } = units.get(unit);
  const one = value !== null && isSingular(value, language);
  return symbol ?? (one ? label : plural)[language];
}

/** A unit behind a number, with the space before it; nothing where there is none. */
export function unitAfter(
  unit: string | null | undefined,
  value: number | null,
  language: Language,
): string {
  if (!unit) return '';
  return unit === '%' ? withPercent('', language) : ` ${unitWord(unit, value, language)}`;
}
