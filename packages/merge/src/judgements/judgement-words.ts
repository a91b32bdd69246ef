import type { SettledPair } from '@samenbeeld/linkage';
import {
  type Decision,
  inEach,
  inSigns,
  joinWith,
  ownValue,
  semicolon,
  type Text,
} from '@samenbeeld/schema';
import { say, sayInFour } from '../words.ts';
import type { JudgedPair } from './seizure-judgement.ts';

/** A pair of records by name, and what is said of it. */
export interface NamedLink {
  readonly a: string;
  readonly b: string;
  readonly verdict: 'same' | 'different';
}

const link: Readonly<Record<NamedLink['verdict'], Text>> = {
  same: inSigns('{a} = {b}'),
  different: inSigns('{a} ≠ {b}'),
};

function linksText(links: readonly NamedLink[]): Text {
  return joinWith(
    links.map(({ a, b, verdict }) => say(link[verdict], { a, b })),
    ', ',
  );
}

const idsOf = (decisions: readonly Decision[]): string =>
  [...new Set(decisions.map(({ id }) => id))].join(', ');

/** A chain of "the same" that meets a "different". */
export function chainText(links: readonly NamedLink[], decisions: readonly Decision[]): Text {
  return sayInFour(
    'Dit gaat niet samen: {links} (beslissingen {ids}). Geen ervan die "dezelfde" zegt wordt gevolgd, tot iemand er een vervangt.',
    'Incompatible : {links} (décisions {ids}). Aucune de celles qui disent « la même » n’est suivie, tant que personne n’en remplace une.',
    'Dies passt nicht zusammen: {links} (Entscheidungen {ids}). Keiner, die „derselbe“ sagt, wird gefolgt, bis jemand eine ersetzt.',
    'These cannot all hold: {links} (decisions {ids}). None of them that says "same" is followed, until someone supersedes one.',
    { links: linksText(links), ids: idsOf(decisions) },
  );
}

/** A chain of "the same" that makes one find of two rows of a file. */
export function oneFileText(
  links: readonly NamedLink[],
  rows: readonly [string, string],
  decisions: readonly Decision[],
): Text {
  return sayInFour(
    'Eén vangst zou het worden van {a} en {b}, twee rijen van één bestand: {links} (beslissingen {ids}). Geen ervan wordt gevolgd, tot iemand er een vervangt.',
    'Une seule saisie serait faite de {a} et {b}, deux lignes d’un même fichier : {links} (décisions {ids}). Aucune n’est suivie, tant que personne n’en remplace une.',
    'Aus {a} und {b}, zwei Zeilen einer Datei, würde ein Fund: {links} (Entscheidungen {ids}). Keiner wird gefolgt, bis jemand eine ersetzt.',
    'One seizure would be made of {a} and {b}, two rows of one file: {links} (decisions {ids}). None of them is followed, until someone supersedes one.',
    { links: linksText(links), a: rows[0], b: rows[1], ids: idsOf(decisions) },
  );
}

/** What follows for a pair, from which decisions. */
export function followsText(links: readonly NamedLink[], decisions: readonly Decision[]): Text {
  return sayInFour(
    'volgt uit {links} (beslissingen {ids})',
    'découle de {links} (décisions {ids})',
    'folgt aus {links} (Entscheidungen {ids})',
    'follows from {links} (decisions {ids})',
    { links: linksText(links), ids: idsOf(decisions) },
  );
}

/** The verdicts on two records, as a person gives them, and what else is decided in a word. */
const verdicts: Readonly<Record<string, Text>> = {
  same: { nl: 'dezelfde', fr: 'la même', de: 'derselbe', en: 'the same' },
  different: { nl: 'verschillend', fr: 'différentes', de: 'verschieden', en: 'different' },
  unsure: { nl: 'niet te zeggen', fr: 'indécidable', de: 'nicht zu sagen', en: 'cannot be told' },
  add: { nl: 'optellen', fr: 'additionner', de: 'zusammenzählen', en: 'add' },
  accept: { nl: 'aanvaarden', fr: 'accepter', de: 'annehmen', en: 'accept' },
  reopen: { nl: 'heropenen', fr: 'rouvrir', de: 'wieder öffnen', en: 'reopen' },
};

/**
 * A verdict as a reader is told it; one that holds words of a file, such as what a label means, as it stands.
 *
 * @param nameOf how a claim is called that is kept; by its id where nothing is said
 * @example
 * ```ts
 * import { verdictText } from '@samenbeeld/merge';
 * verdictText('keep 69522757bf2a0984', () => 'C086').fr // => 'retenir C086'
 * verdictText('accept until 2027-01-31').nl // => 'aanvaarden tot en met 31 januari 2027'
 * verdictText('exact COC').de // => 'exact COC'
 * ```
 */
export function verdictText(
  verdict: string,
  nameOf: (claim: string) => string | Text = (claim) => claim,
): Text {
  const { kept, day } =
    /^(?:keep (?<kept>.+)|accept until (?<day>\d{4}-\d\d-\d\d))$/u.exec(verdict)?.groups ?? {};
  if (kept !== undefined)
    return sayInFour(
      '{claim} aanhouden',
      'retenir {claim}',
      '{claim} beibehalten',
      'keep {claim}',
      { claim: nameOf(kept) },
    );
  if (day !== undefined)
    return sayInFour(
      'aanvaarden tot en met {day}',
      'accepter jusqu’au {day}',
      'annehmen bis {day}',
      'accept until {day}',
      { day: { date: day } },
    );
  return ownValue(verdicts, verdict) ?? inSigns('{verdict}', { verdict });
}

const sentences: Readonly<Record<SettledPair['because'] | 'contradicted', Text>> = {
  agreed: inSigns('{said}'),
  'said unsure': inSigns('{said}'),
  awaiting: {
    nl: '{said}; telt pas als {n} rollen hetzelfde zeggen',
    fr: '{said} ; ne compte que si {n} rôles disent de même',
    de: '{said}; zählt erst, wenn {n} Rollen dasselbe sagen',
    en: '{said}; counts once {n} roles say the same',
  },
  disagreed: {
    nl: '{said}; zij spreken elkaar tegen, dus het telt niet',
    fr: '{said} ; ils se contredisent, donc rien ne compte',
    de: '{said}; sie widersprechen sich, also zählt es nicht',
    en: '{said}; they contradict each other, so it does not count',
  },
  contradicted: {
    nl: '{said}; andere beslissingen spreken dit tegen, dus het telt niet',
    fr: '{said} ; d’autres décisions le contredisent, donc cela ne compte pas',
    de: '{said}; andere Entscheidungen widersprechen dem, also zählt es nicht',
    en: '{said}; other decisions contradict it, so it does not count',
  },
};

/** Who said what of a pair, and whether it counts. */
export function judgedText(
  by: readonly Decision[],
  because: JudgedPair['because'],
  agreeing: number,
): Text {
  const said = joinWith(
    by.map(({ verdict, role, id }) => {
      const words = verdictText(verdict);
      return inEach((language) => `${words[language]} (${role}, ${id})`);
    }),
    semicolon,
  );
  return say(sentences[because], { said, n: agreeing });
}

/** Why a decision is not applied. */
export const lapsedText = {
  gone: (records: string): Text =>
    sayInFour(
      '{records} staat niet (meer) in de gegevens',
      '{records} ne figure pas (ou plus) dans les données',
      '{records} steht nicht (mehr) in den Daten',
      '{records} is not, or no longer, in the data',
      { records },
    ),
  altered: (records: string): Text =>
    sayInFour(
      '{records} zegt nu iets anders dan toen dit werd beslist',
      '{records} dit autre chose qu’au moment de la décision',
      '{records} sagt jetzt etwas anderes als bei der Entscheidung',
      '{records} says something else now than when this was decided',
      { records },
    ),
  'not a pair': (): Text => ({
    nl: 'het onderwerp noemt geen twee meldingen',
    fr: 'l’objet ne nomme pas deux fiches',
    de: 'der Gegenstand nennt keine zwei Datensätze',
    en: 'the subject names no two records',
  }),
} as const;
