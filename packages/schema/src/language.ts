/** The four languages a picture is read in, in the order they are shown. */
export const languages = ['nl', 'fr', 'de', 'en'] as const;

/** One of the four languages. */
export type Language = (typeof languages)[number];

/** Words for an analyst or a policymaker, complete in all four languages. */
export type Text = Readonly<Record<Language, string>>;

/** The BCP 47 locale used to print numbers and dates in each language. */
export const locales: Readonly<Record<Language, string>> = {
  nl: 'nl-NL',
  fr: 'fr-BE',
  de: 'de-DE',
  en: 'en-GB',
};
