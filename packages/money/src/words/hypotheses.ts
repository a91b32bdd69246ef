import { inEach, type Language, paragraph, type Text } from '@samenbeeld/schema';

/** What a sentence about rival explanations may say. */
export interface HypothesesWords {
  /** Those that least speaks against; none where the evidence tells nothing. */
  readonly first: readonly string[];
  /** Pieces of evidence without which others would come first. */
  readonly resting: readonly string[];
  readonly nameOf: (id: string, language: Language) => string;
}

const verdict: Text = {
  nl: 'Dit is een volgorde, geen oordeel.',
  fr: 'C’est un ordre, pas un verdict.',
  de: 'Das ist eine Reihenfolge, kein Urteil.',
  en: 'This is an order, not a verdict.',
};

const nothing: Text = {
  nl: 'Het bewijs onderscheidt de verklaringen niet.',
  fr: 'Les indices ne départagent pas les explications.',
  de: 'Die Hinweise unterscheiden die Erklärungen nicht.',
  en: 'The evidence does not tell the explanations apart.',
};

/** Which explanation the least speaks against, and on which evidence that order rests. */
export function hypothesesSay({ first, resting, nameOf }: HypothesesWords): Text {
  if (first.length === 0) return nothing;
  const main = inEach((language) => {
    const names = first.map((id) => `${id} (${nameOf(id, language)})`);
    const listed = list(names, language);
    return {
      nl: `Tegen ${listed} pleit het minst.`,
      fr: `C’est contre ${listed} que les indices sont les plus faibles.`,
      de: `Gegen ${listed} spricht am wenigsten.`,
      en: `The least speaks against ${listed}.`,
    }[language];
  });
  const rests =
    resting.length === 0
      ? null
      : inEach((language) => {
          const pieces = list(resting, language, 'or');
          return {
            nl: `Zonder ${pieces} verandert wat vooraan staat.`,
            fr: `Sans ${pieces}, la première place change.`,
            de: `Ohne ${pieces} stünde vorn etwas anderes.`,
            en: `Without ${pieces} what comes first would change.`,
          }[language];
        });
  return paragraph(main, rests, verdict);
}

function list(names: readonly string[], language: Language, how: 'and' | 'or' = 'and'): string {
  const joint = {
    and: { nl: 'en', fr: 'et', de: 'und', en: 'and' },
    or: { nl: 'of', fr: 'ou', de: 'oder', en: 'or' },
  }[how][language];
  return names.length < 2
    ? (names[0] ?? '')
    : `${names.slice(0, -1).join(', ')} ${joint} ${names.at(-1)}`;
}
