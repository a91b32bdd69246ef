import type { Language } from './language.ts';
import type { ParsedNumber, Readings } from './parse-number.ts';
import { refuseQuantity } from './quantity-parts.ts';
import { isWhole } from './unit-power.ts';

/** A point groups thousands in nl, fr and de, a comma in en. */
function habitual(readings: Readings, language: Language): 'grouped' | 'decimal' {
  return (readings.mark === ',') === (language === 'en') ? 'grouped' : 'decimal';
}

/** A figure with two readings, settled by what is counted or by habit, never for tonnes or millions by habit. */
export function settleReading(
  text: string,
  readings: Readings,
  language: Language | undefined,
  unit: string,
  scaled: boolean,
): { readonly number: ParsedNumber; readonly ambiguous: string | null } {
  const take = (reading: 'grouped' | 'decimal'): ParsedNumber => ({
    value: Number(readings[reading]),
    printed: readings[reading],
  });
  if (!scaled && unit !== 'kg' && isWhole(unit))
    return { number: take('grouped'), ambiguous: null };
  const usual = language && habitual(readings, language);
  if (!usual || (usual === 'grouped' && (scaled || unit === 't'))) {
    return refuseQuantity(
      text,
      `the number is either ${readings.grouped} or ${readings.decimal}`,
      language
        ? 'write the number without a mark for thousands'
        : 'name the language of the text, or write the number without a mark for thousands',
    );
  }
  const other = usual === 'grouped' ? readings.decimal : readings.grouped;
  return {
    number: take(usual),
    ambiguous: `"${text}" read as ${readings[usual]} ${unit}; in another habit it is ${other} ${unit}`,
  };
}
