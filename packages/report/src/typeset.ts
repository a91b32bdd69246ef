import type { Language, Text } from '@samenbeeld/schema';
import type { Edition } from './edition.ts';
import { escapeXml } from './escape-xml.ts';

/** Words as HTML; in French the signs that stand off their word do not start a line. */
export function typeset(words: string, language: Language): string {
  const spaced = language === 'fr' ? words.replaceAll(/ (?=[:;?!»%])|(?<=«) /g, '\u00a0') : words;
  return escapeXml(spaced);
}

/** A text as HTML in the language of the edition. */
export function say(text: Text, edition: Edition): string {
  return typeset(text[edition.language], edition.language);
}
