import {
  agencies,
  capital,
  filled,
  formatNumber,
  formatPeriod,
  formatQuantity,
  inEach,
  joinWith,
  type Language,
  parsePeriod,
  periodPhrase,
  placeLabel,
  substances,
  type Text,
  units,
} from '@samenbeeld/schema';

/** What may stand in a sentence: a number (printed per language), words, or a code with a label. */
export type Word =
  | number
  | string
  | Text
  | { readonly place: string }
  | { readonly agencies: readonly string[] }
  | { readonly substance: string }
  /** A number with its unit, in words where the unit is a thing; `of` is what is counted where the unit does not say it. */
  | { readonly quantity: number; readonly unit: string; readonly of?: Text | undefined }
  /** A day, month, year or span, as ISO writes it. */
  | { readonly date: string }
  /** The same as a time when something was done: "on 29 December 2021", "in January 2023". */
  | { readonly on: string };

/** The names of agencies, joined by `+`. */
export function agencyLabel(codes: readonly string[], language: Language): string {
  return codes
    .map((code) => (agencies.has(code) ? agencies.label(code, language) : code))
    .join(' + ');
}

function amount(
  {
    quantity,
    unit,
    of,
  }: { readonly quantity: number; readonly unit: string; readonly of?: Text | undefined },
  language: Language,
): string {
  if (of === undefined) return formatQuantity(quantity, unit, language);
  return units.get(unit).dimension === 'count'
    ? `${formatNumber(quantity, language)} ${of[language]}`
    : `${formatQuantity(quantity, unit, language)} (${of[language]})`;
}

function print(word: Word, language: Language): string {
  if (typeof word === 'number') return formatNumber(word, language);
  if (typeof word === 'string') return word;
  if ('place' in word) return placeLabel(word.place, language);
  if ('agencies' in word) return agencyLabel(word.agencies, language);
  if ('quantity' in word) return amount(word, language).replaceAll('\u00a0', ' ');
  if ('date' in word) return formatPeriod(parsePeriod(word.date), language);
  if ('on' in word) return periodPhrase('on', parsePeriod(word.on), language);
  if ('substance' in word)
    return substances.has(word.substance)
      ? substances.label(word.substance, language)
      : word.substance;
  return word[language];
}

/**
 * A sentence in four languages: `{name}` in each template is replaced by the word of that name, numbers printed as the
 * language prints them, and `{n:one|more}` by the form that goes with that many. What ends in a full stop is a sentence and begins with a capital.
 *
 * @example
 * ```ts
 * import { say } from '@samenbeeld/merge';
 * say({ nl: '{v} kg', fr: '{v} kg', de: '{v} kg', en: '{v} kg' }, { v: 4157 }).nl // => '4.157 kg'
 * ```
 */
export function say(templates: Text, words: Readonly<Record<string, Word>> = {}): Text {
  return inEach((language) => {
    const text = filled(templates[language], language, words, (word) => print(word, language));
    return text.endsWith('.') ? capital(text) : text;
  });
}

/** The same of words in the order nl, fr, de, en. */
export function sayInFour(
  nl: string,
  fr: string,
  de: string,
  en: string,
  words: Readonly<Record<string, Word>> = {},
): Text {
  return say({ nl, fr, de, en }, words);
}

/** What stands before the last of several. */
export const and: Text = { nl: ' en ', fr: ' et ', de: ' und ', en: ' and ' };

/** Several sentences as one. */
export function join(texts: readonly Text[]): Text {
  return joinWith(texts, ' ');
}

/** Said wherever a total of events is shown. */
export const modelledSaying: Text = {
  nl: 'Gemodelleerd: welke meldingen één vangst zijn en hoe een gewicht te lezen is (netto, bruto, afgerond), is gewogen en niet gemeld; nooit aan te halen als gemeld cijfer.',
  fr: 'Modélisé : quelles mentions forment une même saisie, et comment lire un poids (net, brut, arrondi), est pesé et non déclaré ; à ne jamais citer comme chiffre déclaré.',
  de: 'Modelliert: welche Meldungen ein Fund sind und wie ein Gewicht zu lesen ist (netto, brutto, gerundet), ist gewogen und nicht gemeldet; nie als gemeldete Zahl zu zitieren.',
  en: 'Modelled: which reports are one find, and how a weight is to be read (net, gross, rounded), is weighed and not reported; never to be quoted as a reported figure.',
};

/** Said wherever finds are counted. */
export const countOfFinds: Text = {
  nl: 'Het aantal vangsten in de bestanden, elk eenmaal en hoe klein ook; het aantal inbeslagnames dat een dienst publiceert, kan een andere telregel volgen (een drempel, een vangst van drie drugs).',
  fr: 'Nombre de saisies figurant dans les fichiers, chacune une fois, si petite soit-elle ; le nombre de saisies que publie un service peut suivre une autre règle de comptage (un seuil, une saisie de trois drogues).',
  de: 'Zahl der Funde in den Dateien, jeder einmal und so klein er auch ist; die Zahl der Sicherstellungen, die eine Behörde veröffentlicht, kann einer anderen Zählregel folgen (eine Schwelle, ein Fund von drei Drogen).',
  en: 'The number of finds in the files, each once and however small; the number of seizures that an agency publishes may follow another counting rule (a threshold, a find of three drugs).',
};

/** Words that may begin with a path or an id, which no capital is put on. */
export function sayAsIs(templates: Text, words: Readonly<Record<string, Word>> = {}): Text {
  const open = inEach((language) => templates[language].replace(/\.$/u, ''));
  const said = say(open, words);
  return inEach((language) => `${said[language]}${templates[language].endsWith('.') ? '.' : ''}`);
}
