import { inEach, type Language, listed, paragraph, type Text } from '@samenbeeld/schema';
import type { FirstPlace, OrderChange } from './sensitivity.ts';

/** Evidence or a group of it, and what leaving it out makes of the first place. */
export interface Left extends Pick<OrderChange, 'what' | 'first'> {
  readonly kind: 'without' | 'without_group';
}

/** What a sentence about rival explanations may say. */
export interface HypothesesWords {
  /** Those that least speaks against; none where the evidence tells nothing. */
  readonly first: readonly string[];
  /** Evidence without which the first place is another. */
  readonly left: readonly Left[];
  /** Those that no evidence speaks for or against. */
  readonly untested: readonly string[];
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

const becomes: Readonly<Record<Exclude<FirstPlace, 'same'>, Text>> = {
  replaced: {
    nl: 'Zonder {pieces} staat een andere verklaring vooraan.',
    fr: 'Sans {pieces}, une autre explication vient en tête.',
    de: 'Ohne {pieces} stünde eine andere Erklärung vorn.',
    en: 'Without {pieces} another explanation comes first.',
  },
  joined: {
    nl: 'Zonder {pieces} wordt de eerste plaats met een andere verklaring gedeeld.',
    fr: 'Sans {pieces}, une autre explication partage la première place.',
    de: 'Ohne {pieces} stünde eine weitere Erklärung gleichauf vorn.',
    en: 'Without {pieces} another explanation shares first place.',
  },
  narrowed: {
    nl: 'Zonder {pieces} staan er minder verklaringen vooraan.',
    fr: 'Sans {pieces}, moins d’explications sont en tête.',
    de: 'Ohne {pieces} stünden weniger Erklärungen vorn.',
    en: 'Without {pieces} fewer explanations stand first.',
  },
  lost: {
    nl: 'Zonder {pieces} blijft er geen volgorde over.',
    fr: 'Sans {pieces}, il ne reste aucun ordre.',
    de: 'Ohne {pieces} bliebe keine Reihenfolge.',
    en: 'Without {pieces} no order is left.',
  },
};

const groupWord: Text = { nl: 'groep', fr: 'le groupe', de: 'Gruppe', en: 'group' };

const untestedWords: Text = {
  nl: 'Geen bewijs pleit voor of tegen {names}: niet getoetst.',
  fr: 'Aucun indice ne parle pour ou contre {names}\u00a0: pas de mise à l’épreuve.',
  de: 'Für oder gegen {names} spricht kein Hinweis: ungeprüft.',
  en: 'No evidence speaks for or against {names}: untested.',
};

/** Which explanation the least speaks against, on which evidence that order rests, and which are untested. */
export function hypothesesSay({ first, left, untested, nameOf }: HypothesesWords): Text {
  const bare =
    untested.length === 0
      ? null
      : inEach((language) =>
          untestedWords[language].replace('{names}', () => listed(untested, language)),
        );
  if (first.length === 0) return paragraph(nothing, bare);
  const main = inEach((language) => {
    const names = first.map((id) => `${id} (${nameOf(id, language)})`);
    const all = listed(names, language);
    return {
      nl: `Tegen ${all} pleit het minst.`,
      fr: `C’est contre ${all} que les indices sont les plus faibles.`,
      de: `Gegen ${all} spricht am wenigsten.`,
      en: `The least speaks against ${all}.`,
    }[language];
  });
  const rests = (['replaced', 'joined', 'narrowed', 'lost'] as const).map((place) =>
    withoutWords(
      left.filter((one) => one.first === place),
      place,
    ),
  );
  return paragraph(main, ...rests, bare, verdict);
}

function withoutWords(left: readonly Left[], place: Exclude<FirstPlace, 'same'>): Text | null {
  if (left.length === 0) return null;
  return inEach((language) => {
    const names = left.map(({ kind, what }) =>
      kind === 'without' ? (what ?? '') : `${groupWord[language]} ${what}`,
    );
    return becomes[place][language].replace('{pieces}', () => listed(names, language, 'or'));
  });
}
