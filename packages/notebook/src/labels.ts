import {
  type CodeEntry,
  type CodeList,
  formatNumber,
  formatQuantity,
  type Interval,
  type Language,
  units,
  wordings,
} from '@samenbeeld/schema';
import { words } from './words.ts';

/** What a code is called, or the code itself where the list does not know it. */
export function labelOf(
  list: CodeList<CodeEntry>,
  code: string | null,
  language: Language,
): string {
  if (code === null) return '–';
  return list.has(code) ? list.label(code, language) : code;
}

/** A number with its unit; units outside the list are printed as they are. */
export function quantityIn(value: number | null, unit: string, language: Language): string {
  if (value === null) return '–';
  return units.has(unit)
    ? formatQuantity(value, unit, language)
    : `${formatNumber(value, language)} ${unit}`;
}

/** A figure or a dash. */
export function numberIn(value: number | null, language: Language): string {
  return value === null ? '–' : formatNumber(value, language);
}

/** "more than 3,900 kg": a quantity in the words it was published in. */
export function worded(
  row: { readonly value: number | null; readonly unit: string; readonly wording: string },
  language: Language,
): string {
  const figure = quantityIn(row.value, row.unit, language);
  const said = row.value === null ? '' : wordingName(row.wording, language);
  return said === '' ? figure : `${said} ${figure}`;
}

/** "more than", "almost", "about", or nothing for an exact figure. */
export function wordingName(wording: string, language: Language): string {
  if (wording === 'exact' || wording === 'unmarked') return '';
  return wording === 'rounded' ? words.about[language] : labelOf(wordings, wording, language);
}

/** "2,050–2,150", "≥ 3,900" or one figure. */
export function rangeIn({ low, high }: Pick<Interval, 'low' | 'high'>, language: Language): string {
  if (high === null) return `≥ ${formatNumber(low, language)}`;
  if (high === low) return formatNumber(low, language);
  return `${formatNumber(low, language)}–${formatNumber(high, language)}`;
}
