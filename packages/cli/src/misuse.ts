import type { Language, Text } from '@samenbeeld/schema';
import { languageOf } from './terminal.ts';

/** The language that a command line asks for, be the rest of it right or wrong; else the machine's. */
export function languageIn(args: readonly string[]): Language {
  const at = args.indexOf('--language');
  const asked = args.find((arg) => arg.startsWith('--language='))?.slice('--language='.length);
  try {
    return languageOf(asked ?? (at < 0 ? undefined : args[at + 1]), process.env);
  } catch {
    return languageOf(undefined, process.env);
  }
}

/** What the reader of the command line is told of commander's findings. */
const misuses: readonly (readonly [RegExp, Text])[] = [
  [
    /^error: unknown option '(?<a>.+?)'/su,
    {
      nl: 'fout: onbekende optie "{a}"',
      fr: 'erreur : option inconnue « {a} »',
      de: 'Fehler: unbekannte Option „{a}“',
      en: "error: unknown option '{a}'",
    },
  ],
  [
    /^error: option '(?<a>.+?)' belongs after the command: samenbeeld (?<b>\S+)/su,
    {
      nl: 'fout: de optie "{a}" hoort achter het commando: samenbeeld {b} … {a}',
      fr: 'erreur : l’option « {a} » se place après la commande : samenbeeld {b} … {a}',
      de: 'Fehler: die Option „{a}“ gehört hinter den Befehl: samenbeeld {b} … {a}',
      en: "error: option '{a}' belongs after the command: samenbeeld {b} … {a}",
    },
  ],
  [
    /^error: unknown command '(?<a>.+?)'/su,
    {
      nl: 'fout: onbekend commando "{a}"',
      fr: 'erreur : commande inconnue « {a} »',
      de: 'Fehler: unbekannter Befehl „{a}“',
      en: "error: unknown command '{a}'",
    },
  ],
  [
    /^error: missing required argument '(?<a>.+?)'/su,
    {
      nl: 'fout: het argument "{a}" ontbreekt',
      fr: 'erreur : l’argument « {a} » manque',
      de: 'Fehler: das Argument „{a}“ fehlt',
      en: "error: missing required argument '{a}'",
    },
  ],
  [
    /^error: option '(?<a>.+?)' argument missing/su,
    {
      nl: 'fout: achter de optie "{a}" ontbreekt iets',
      fr: 'erreur : il manque une valeur après l’option « {a} »',
      de: 'Fehler: hinter der Option „{a}“ fehlt eine Angabe',
      en: "error: option '{a}' argument missing",
    },
  ],
  [
    /^error: required option '(?<a>.+?)' not specified/su,
    {
      nl: 'fout: de optie "{a}" is verplicht',
      fr: 'erreur : l’option « {a} » est obligatoire',
      de: 'Fehler: die Option „{a}“ ist nötig',
      en: "error: required option '{a}' not specified",
    },
  ],
  [
    /^error: option '(?<a>.+?)' argument '(?<b>.*?)' is invalid\. Allowed choices are (?<c>.+?)\.\s*$/su,
    {
      nl: 'fout: de optie "{a}" kent "{b}" niet; mogelijk zijn {c}',
      fr: 'erreur : l’option « {a} » n’admet pas « {b} » ; valeurs possibles : {c}',
      de: 'Fehler: die Option „{a}“ kennt „{b}“ nicht; möglich sind {c}',
      en: "error: option '{a}' argument '{b}' is invalid. Allowed choices are {c}.",
    },
  ],
  [
    /^error: too many arguments.* Expected (?<a>\d+) arguments? but got (?<b>\d+)/su,
    {
      nl: 'fout: te veel argumenten: {a} verwacht, {b} gekregen',
      fr: 'erreur : trop d’arguments : {a} attendus, {b} reçus',
      de: 'Fehler: zu viele Argumente: {a} erwartet, {b} erhalten',
      en: 'error: too many arguments: expected {a}, got {b}',
    },
  ],
];

/** A text with its words put in; what is called `say` elsewhere would load the whole merge for a slip of the keyboard. */
function filled(template: string, words: Readonly<Record<string, string>>): string {
  return template.replace(/\{(\w+)\}/gu, (whole, name: string) => words[name] ?? whole);
}

/** A finding of commander in the reader's language; as it is in English, and where it is none of those that are known. */
export function misuseIn(text: string, language: Language): string {
  if (language === 'en') return text;
  for (const [pattern, words] of misuses) {
    const found = pattern.exec(text.trimEnd());
    if (found?.groups) return `${filled(words[language], found.groups)}\n`;
  }
  return text;
}

const suggestions: Text = {
  nl: '(Bedoelde u {names}?)',
  fr: '(Vouliez-vous dire {names} ?)',
  de: '(Meinten Sie {names}?)',
  en: '(Did you mean {names}?)',
};

/** commander's "(Did you mean build?)" in the reader's language. */
export function suggestionIn(suggestion: string, language: Language): string {
  const names = /\(Did you mean (?<names>[^?]+)\?\)/u.exec(suggestion)?.groups?.['names'];
  if (names === undefined || language === 'en') return suggestion;
  const plain = names.replace(/^one of /u, '');
  return suggestion.replace(
    /\(Did you mean [^?]+\?\)/u,
    filled(suggestions[language], { names: plain }),
  );
}
