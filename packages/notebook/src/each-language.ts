import { type Language, languages, type Text } from '@samenbeeld/schema';

/** Writes one wording for each language. */
export function eachLanguage(write: (language: Language) => string): Text {
  return Object.fromEntries(languages.map((language) => [language, write(language)])) as Text;
}
