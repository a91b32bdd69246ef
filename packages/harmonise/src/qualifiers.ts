import { wordsOf } from './word-parts.ts';

/** How a word beside a listed term changes what the term covers. */
export type Qualifier =
  | 'other'
  | 'total'
  | 'unspecified'
  | 'type'
  | 'without'
  | 'with'
  | 'and'
  | 'kind';

const words: Readonly<Record<Qualifier, string>> = {
  other:
    'other others autre autres sonstige sonstiges sonstiger sonstigen ubrige ubrigen andere anderen anderer ander overig overige overigen rest restant divers diverse miscellaneous',
  total:
    'total totals totale totaux totales totaal totalen insgesamt gesamt summe ensemble all alle allen tous toutes tout samen together zusammen subtotal subtotaal above bovenstaande obige obigen cidessus',
  unspecified:
    'unspecified nonspecified undistinguished undifferentiated unknown specified gespecificeerd onbekend precise precisee precisees precision inconnu nichtnaher unbekannt bestimmt bezeichnet specifie specifiee angabe ona nnb',
  type: 'type types typen soort soorten art arten achtige achtigen artige verwante related apparentes derivatives derivaten derives derivate analogues analogen',
  without:
    'without except excluding exclusive excl exclusief zonder behalve uitgezonderd sauf hors sans excepte ohne ausser ausgenommen exkl',
  with: 'with including inclusive incl inclusief met waaronder avec compris dont mit einschliesslich einschl inkl inklusive',
  and: 'and or plus en of et ou und u oder',
  kind: 'hard harde dure dures harte harten soft zachte douce douces weiche weichen liquid vloeibaar vloeibare liquide liquides flussig flussiges dissolved opgelost dissous gelost pure puur pur',
};

/** Words that make something else of the term beside them: its opposite, or an attempt at it. */
export const reversing: ReadonlySet<string> = new Set(
  'not no non niet geen nicht kein keine pas aucun poging pogingen tentative tentatives versuch versuchte versuchter attempt attempts attempted'.split(
    ' ',
  ),
);

const meaning: ReadonlyMap<string, Qualifier> = new Map(
  (Object.entries(words) as [Qualifier, string][]).flatMap(([qualifier, list]) =>
    list.split(' ').map((word): [string, Qualifier] => [word, qualifier]),
  ),
);

/** What a folded word says about the term beside it, or null. */
export function qualifierOf(word: string): Qualifier | null {
  return meaning.get(word) ?? null;
}

const wholes: readonly (readonly [Qualifier, RegExp])[] = [
  ['with', /\b(?:y compris|met inbegrip van)\b/iu],
  [
    'unspecified',
    /\b(?:o\.\s*n\.\s*[aA]\.|n\.\s*n\.\s*b\.|n\.\s*o\.\s*s\.|niet nader|nicht näher|sans précision)/iu,
  ],
  ['and', /[/+&;]/u],
  ['total', /∑|Σ/u],
];

/** The qualifiers that a text holds. */
export function qualifiersIn(text: string): ReadonlySet<Qualifier> {
  const found = new Set<Qualifier>();
  for (const word of [...wordsOf(text), ...text.toLowerCase().split(/[^\p{L}]+/u)]) {
    const qualifier = qualifierOf(word);
    if (qualifier) found.add(qualifier);
  }
  for (const [qualifier, pattern] of wholes) if (pattern.test(text)) found.add(qualifier);
  return found;
}
