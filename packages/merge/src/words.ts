import {
  agencies,
  formatNumber,
  type Language,
  languages,
  places,
  substances,
  type Text,
} from '@samenbeeld/schema';

/** What may stand in a sentence: a number (printed per language), words, or a code with a label. */
export type Word =
  | number
  | string
  | Text
  | { readonly place: string }
  | { readonly agencies: readonly string[] }
  | { readonly substance: string };

/** The label of a place code, or of several joined by `+`. */
export function placeLabel(code: string, language: Language): string {
  return code
    .split('+')
    .map((part) => (places.has(part) ? places.label(part, language) : part))
    .join(' + ');
}

/** The names of agencies, joined by `+`. */
export function agencyLabel(codes: readonly string[], language: Language): string {
  return codes
    .map((code) => (agencies.has(code) ? agencies.label(code, language) : code))
    .join(' + ');
}

function print(word: Word, language: Language): string {
  if (typeof word === 'number') return formatNumber(word, language);
  if (typeof word === 'string') return word;
  if ('place' in word) return placeLabel(word.place, language);
  if ('agencies' in word) return agencyLabel(word.agencies, language);
  if ('substance' in word)
    return substances.has(word.substance)
      ? substances.label(word.substance, language)
      : word.substance;
  return word[language];
}

/** A sentence in four languages: `{name}` in each template is replaced by the word of that name. */
export function say(templates: Text, words: Readonly<Record<string, Word>> = {}): Text {
  return Object.fromEntries(
    languages.map((language) => [
      language,
      templates[language].replace(/\{(\w+)\}/g, (_, name: string) => {
        const word = words[name];
        return word === undefined ? `{${name}}` : print(word, language);
      }),
    ]),
  ) as Text;
}

/** Several sentences as one. */
export function join(texts: readonly Text[]): Text {
  return Object.fromEntries(
    languages.map((language) => [language, texts.map((text) => text[language]).join(' ')]),
  ) as Text;
}
