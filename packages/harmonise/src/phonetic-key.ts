import { foldText, type Language } from '@samenbeeld/schema';
import { colognePhonetic } from 'cologne-phonetic';
import { doubleMetaphone } from 'double-metaphone';
import { wordsOf } from './word-parts.ts';

/**
 * How a text sounds: Cologne phonetics (Postel 1969) for German, else the first key of Double Metaphone (Philips 2000),
 * word by word. Digits are kept, because they are no sound.
 */
export function phoneticKey(text: string, language: Language = 'en'): string {
  return wordsOf(text)
    .map((word) => {
      const letters = foldText(word).replace(/\d/g, '');
      const sound = language === 'de' ? colognePhonetic(letters) : doubleMetaphone(letters)[0];
      return `${word.replace(/\D/g, '')}${sound}`;
    })
    .join(' ');
}
