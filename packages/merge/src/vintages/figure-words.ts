import {
  formatNumber,
  formatQuantity,
  inEach,
  type Language,
  missingReasons,
  type Observation,
  type Text,
  type Wording,
} from '@samenbeeld/schema';

/** What stands before a figure that is not stated plainly, as intervals are worded. */
const before: Readonly<Record<Wording, Text | null>> = {
  exact: null,
  unmarked: null,
  rounded: { nl: 'ongeveer', fr: 'environ', de: 'rund', en: 'about' },
  floor: { nl: 'minstens', fr: 'au moins', de: 'mindestens', en: 'at least' },
  just_under: { nl: 'bijna', fr: 'près de', de: 'knapp', en: 'just under' },
};

/** Whether a figure so worded is an end of a range, so that no difference is known from it. */
export function isBound(wording: Wording): boolean {
  return wording === 'floor' || wording === 'just_under';
}

/** Whether a figure stands without a word that changes it. */
export function isPlain(wording: Wording): boolean {
  return before[wording] === null;
}

/** Whether two figures are worded alike: exact, and without a word, are both plain. */
export function alike(a: Wording, b: Wording): boolean {
  return before[a] === before[b];
}

function amount(value: number, unit: string, language: Language): string {
  try {
    return formatQuantity(value, unit, language).replaceAll('\u00a0', ' ');
  } catch {
    return formatNumber(value, language);
  }
}

/**
 * What an observation states, with its wording and unit, or why there is no figure.
 *
 * @example
 * ```ts
 * import { figureWords } from '@samenbeeld/merge';
 * figureWords({ value: 300, unit: 'kg', wording: 'floor', missing: null }).en // => 'at least 300 kg'
 * figureWords({ value: null, unit: 'kg', wording: 'unmarked', missing: 'suppressed' }).nl // => 'afgeschermd'
 * ```
 */
export function figureWords({
  value,
  unit,
  wording,
  missing,
}: Pick<Observation, 'value' | 'unit' | 'wording' | 'missing'>): Text {
  return inEach((language) => {
    if (value === null) return missing === null ? '–' : missingReasons.label(missing, language);
    const word = before[wording]?.[language];
    return `${word ? `${word} ` : ''}${amount(value, unit, language)}`;
  });
}
