import { type Language, languages, type Text } from './language.ts';

/**
 * Writes one wording for each language.
 *
 * @example
 * ```ts
 * import { inEach } from '@samenbeeld/schema';
 * inEach((language) => `p.${language}`) // => { nl: 'p.nl', fr: 'p.fr', de: 'p.de', en: 'p.en' }
 * ```
 */
export function inEach(write: (language: Language) => string): Text {
  const [nl, fr, de, en] = languages.map(write) as [string, string, string, string];
  return { nl, fr, de, en };
}

/** Sentences one after another; those that are null are left out. */
export function paragraph(...sentences: readonly (Text | null)[]): Text {
  return inEach((language) =>
    sentences
      .filter((sentence) => sentence !== null)
      .map((sentence) => sentence[language])
      .join(' '),
  );
}

/** Puts what a sentence is about before it: "Cocaine seized in Vlissingen, 2020–2025: …". */
export function headed(label: Text | undefined, span: string | null, says: Text): Text {
  if (!label && !span) return says;
  return inEach((language) => {
    const heading = [label?.[language], span].filter(Boolean).join(', ');
    const rest = language === 'de' ? says.de : uncapital(says[language]);
    return `${heading}${language === 'fr' ? '\u00a0:' : ':'} ${rest}`;
  });
}

/**
 * With its first letter in capitals.
 *
 * @example
 * ```ts
 * import { capital } from '@samenbeeld/schema';
 * capital('één vondst') // => 'Één vondst'
 * ```
 */
export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function uncapital(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}

/** A semicolon as the language spaces it. */
export const semicolon: Text = { nl: '; ', fr: '\u00a0; ', de: '; ', en: '; ' };
