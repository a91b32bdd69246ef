import { InputError, type Language, parseQuantity } from '@samenbeeld/schema';
import { type ColumnProfile, labelsOf } from './profile-column.ts';

/** Labels that are tried at most. */
const tried = 200;
/** Part of the labels that must be figures, with a unit or without. */
const most = 0.8;

const withWords = /^(?:\p{L}+\.?\s){1,3}[\d.,\s]*\d$/u;

function parses(text: string, language: Language | undefined): boolean {
  try {
    parseQuantity(text, language);
    return true;
  } catch (error) {
    if (error instanceof InputError) return false;
    throw error;
  }
}

/** A figure with its unit, as the parser of quantities reads it ("ruim 15,3 miljard euro", "386 kg"). */
function hasUnit(text: string, language: Language | undefined): boolean {
  return /\d/.test(text) && /\p{L}{1,}\.?$/u.test(text) && parses(text, language);
}

/** Labels of a column that are figures with their unit. */
export function quantitiesIn(profile: ColumnProfile, language?: Language): number {
  return labelsOf(profile)
    .slice(0, tried)
    .filter((text) => hasUnit(text, language)).length;
}

/** Figures of which most stand with their unit ("386 kg", "12 300 comprimés"): the parser of quantities wants one. */
export function holdsQuantities(profile: ColumnProfile, language?: Language): boolean {
  const texts = labelsOf(profile).slice(0, tried);
  const units = texts.filter((text) => hasUnit(text, language));
  const bare = texts.filter((text) => /^[\d.,\s]+$/.test(text));
  const worded = texts.filter((text) => withWords.test(text));
  return (
    units.length > bare.length && units.length + bare.length + worded.length >= texts.length * most
  );
}

/** Whether no figure stands without its unit. */
export function everyOneHasUnit(profile: ColumnProfile, language?: Language): boolean {
  return quantitiesIn(profile, language) === Math.min(tried, labelsOf(profile).length);
}
