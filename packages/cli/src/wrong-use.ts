import { say, type Word } from '@samenbeeld/merge';
import { inEach, type Text, UsageError } from '@samenbeeld/schema';

/** Words that may begin with a path or an id, which no capital is put on. */
export function sayAsIs(templates: Text, words: Readonly<Record<string, Word>> = {}): Text {
  const open = inEach((language) => templates[language].replace(/\.$/u, ''));
  const said = say(open, words);
  return inEach((language) => `${said[language]}${templates[language].endsWith('.') ? '.' : ''}`);
}

/** The error of a call that is wrong, in four languages. */
export function wrongUse(
  nl: string,
  fr: string,
  de: string,
  en: string,
  words: Readonly<Record<string, Word>> = {},
): UsageError {
  const says = sayAsIs({ nl, fr, de, en }, words);
  return new UsageError(says.en, { says });
}
