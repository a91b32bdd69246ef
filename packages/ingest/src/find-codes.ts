import {
  type CodeEntry,
  type CodeList,
  codeWords,
  foldText,
  inFour,
  inSigns,
  joinWith,
  type Language,
  listedTexts,
  nameDistance,
  noneNamed,
  ownValue,
  quoted,
  type Text,
  type UsageError,
  unlike,
} from '@samenbeeld/schema';
import { codeLists } from './code-lists.ts';

/** A code of a list that a word means, or nearly. */
export interface FoundCode {
  readonly list: string;
  readonly entry: CodeEntry;
  /** The code, alias, label or synonym that is like the word. */
  readonly name: string;
  /** The name is the word, whatever its case and accents. */
  readonly exact: boolean;
  /** The code begins with the word, up to a mark that parts it ("BE" of "BE_FPS_FIN"). */
  readonly begins: boolean;
  /** From 0 (the word itself) to 1 (nothing alike). */
  readonly distance: number;
}

/** What a code list lists, in words. */
export const listedThings: Readonly<Record<string, Text>> = {
  agencies: inFour(
    'diensten en uitgevers',
    'services et éditeurs',
    'Stellen und Herausgeber',
    'services and publishers',
  ),
  bases: inFour(
    'hoe een cijfer tot stand kwam: geregistreerd, in beslag genomen, in een haven in beslag genomen',
    'comment un chiffre est né : enregistré, saisi, saisi dans un port',
    'wie eine Zahl zustande kam: erfasst, sichergestellt, in einem Hafen sichergestellt',
    'how a figure came about: recorded, seized, seized in a port',
  ),
  concealments: inFour(
    'hoe drugs verborgen zijn',
    'comment les drogues sont cachées',
    'wie Drogen versteckt sind',
    'how drugs are hidden',
  ),
  confidences: inFour(
    'hoe zeker een aanname is',
    'à quel point une hypothèse est sûre',
    'wie sicher eine Annahme ist',
    'how sure an assumption is',
  ),
  countUnits: inFour(
    'wat als één telt',
    'ce qui compte pour un',
    'was als eins zählt',
    'what is counted as one',
  ),
  countries: inFour(
    'landen, ISO 3166',
    'pays, ISO 3166',
    'Länder, ISO 3166',
    'countries, ISO 3166',
  ),
  dateRoles: inFour(
    'welk moment een datum is: feit, registratie, inbeslagname',
    'quel moment désigne une date : fait, enregistrement, saisie',
    'welchen Zeitpunkt ein Datum meint: Tat, Erfassung, Sicherstellung',
    'which moment a date is: offence, registration, seizure',
  ),
  directions: inFour(
    'welke kant het volgens een uitspraak op gaat',
    'dans quel sens vont les choses selon un énoncé',
    'in welche Richtung es laut einer Aussage geht',
    'which way a statement says that things go',
  ),
  drugs: inFour(
    'groepen drugs voor inbeslagnames',
    'groupes de drogues pour les saisies',
    'Drogengruppen für Sicherstellungen',
    'groups of drugs for seizures',
  ),
  extents: inFour(
    'of een cijfer over een geheel of een deel gaat',
    'si un chiffre porte sur un tout ou une partie',
    'ob eine Zahl ein Ganzes oder einen Teil betrifft',
    'whether a figure is of a whole or a part',
  ),
  marketLevels: inFour(
    'groothandel of detailhandel, voor prijzen',
    'gros ou détail, pour les prix',
    'Groß- oder Einzelhandel, für Preise',
    'wholesale or retail, for prices',
  ),
  massBases: inFour(
    'bruto-, netto- of zuiver gewicht',
    'poids brut, net ou pur',
    'Brutto-, Netto- oder Reingewicht',
    'gross, net or pure weight',
  ),
  measures: inFour(
    'wat een bestuur mag doen: sluiting, weigering van een vergunning',
    'ce qu’une autorité administrative peut faire : fermeture, refus de permis',
    'was eine Verwaltung tun darf: Schließung, Versagung einer Erlaubnis',
    'what an administrative authority may do: closure, permit refused',
  ),
  metrics: inFour(
    'wat is gemeten: misdrijven, verdachten, inbeslaggenomen hoeveelheid, prijs',
    'ce qui est mesuré : infractions, suspects, quantité saisie, prix',
    'was gemessen wird: Straftaten, Tatverdächtige, sichergestellte Menge, Preis',
    'what is measured: offences, suspects, quantity seized, price',
  ),
  missingReasons: inFour(
    'waarom een cijfer ontbreekt',
    'pourquoi un chiffre manque',
    'warum eine Zahl fehlt',
    'why a figure is missing',
  ),
  offences: inFour('misdrijven, ICCS', 'infractions, ICCS', 'Straftaten, ICCS', 'offences, ICCS'),
  phenomena: inFour(
    'waar een uitspraak in woorden over gaat',
    'de quoi parle un énoncé en mots',
    'wovon eine Aussage in Worten handelt',
    'what a statement in words is about',
  ),
  placeLevels: inFour(
    'soorten plaatsen: land, regio, haven',
    'types de lieux : pays, région, port',
    'Arten von Orten: Land, Region, Hafen',
    'kinds of places: country, region, port',
  ),
  places: inFour(
    'landen, NUTS-regio’s, havens (UN/LOCODE)',
    'pays, régions NUTS, ports (UN/LOCODE)',
    'Länder, NUTS-Regionen, Häfen (UN/LOCODE)',
    'countries, NUTS regions, ports (UN/LOCODE)',
  ),
  programmes: inFour(
    'samenwerkingsverbanden: EMPACT, Hazeldonk',
    'cadres de coopération : EMPACT, Hazeldonk',
    'Rahmen der Zusammenarbeit: EMPACT, Hazeldonk',
    'frames of cooperation: EMPACT, Hazeldonk',
  ),
  stats: inFour(
    'welke maat: aantal, som, gemiddelde, laagste, hoogste',
    'quelle statistique : nombre, somme, moyenne, minimum, maximum',
    'welche Kennzahl: Anzahl, Summe, Mittel, niedrigste, höchste',
    'which statistic: count, sum, mean, lowest, highest',
  ),
  substances: inFour(
    'drugs en precursoren',
    'drogues et précurseurs',
    'Drogen und Grundstoffe',
    'drugs and precursors',
  ),
  transportModes: inFour(
    'hoe goederen reizen',
    'comment voyagent les marchandises',
    'wie Waren reisen',
    'how goods travel',
  ),
  units: inFour(
    'meeteenheden en teleenheden: kg, tablet, offence, EUR/g',
    'unités de mesure et de compte : kg, tablet, offence, EUR/g',
    'Maß- und Zähleinheiten: kg, tablet, offence, EUR/g',
    'units of measure and of count: kg, tablet, offence, EUR/g',
  ),
  wordings: inFour(
    'hoe een cijfer is verwoord: precies, ongeveer, meer dan',
    'comment un chiffre est formulé : exact, environ, plus de',
    'wie eine Zahl formuliert ist: genau, etwa, mehr als',
    'how a figure is worded: exact, about, more than',
  ),
};

/** A code list by its name. Throws a UsageError that names all of them. */
export function codeListOf(name: string): CodeList<CodeEntry> {
  const list = ownValue(codeLists, name);
  if (list) return list;
  throw noCodeList(name);
}

/** A code list that is not there, with those that are near, or all. */
export function noCodeList(name: string): UsageError {
  const none = inFour(
    'Er is geen codelijst {name}.',
    'Il n’y a pas de liste de codes {name}.',
    'Es gibt keine Codeliste {name}.',
    'There is no code list {name}.',
    { name: quoted(name) },
  );
  return noneNamed(none, name, Object.keys(codeLists));
}

const namesOf = ({ code, aliases = [], label, synonyms }: CodeEntry): readonly string[] => [
  code,
  ...aliases,
  ...Object.values(label),
  ...synonyms,
];

const mark = /[._-]/u;

function begins({ code }: CodeEntry, word: string): boolean {
  const start = word.trim().toLowerCase();
  return (
    start.length > 1 &&
    code.toLowerCase().startsWith(start) &&
    (mark.test(start) || mark.test(code.charAt(start.length)))
  );
}

/**
 * Codes that a word means, nearest first: by code, alias, label in any of the four languages and synonym, whatever its
 * case, accents and spelling. Where names are the word itself, only their codes; else codes that begin with the word up to
 * one of their marks (`BE` of `BE_FPS_FIN`); else up to `most`, or eight, that are about as much alike as the nearest.
 * Throws a UsageError for a list that does not exist.
 *
 * @example
 * ```ts
 * import { findCodes } from '@samenbeeld/ingest';
 * findCodes('COCAINE', { list: 'substances' })[0]?.entry.code // => 'COC'
 * findCodes('cocaïen')[0]?.entry.code // => 'COC'
 * ```
 */
export function findCodes(
  word: string,
  options: { readonly list?: string; readonly language?: Language; readonly most?: number } = {},
): readonly FoundCode[] {
  const { list: asked, language, most } = options;
  const wanted = foldText(word);
  const names = asked === undefined ? Object.keys(codeLists) : [asked];
  const found = names.flatMap((list) =>
    codeListOf(list).map((entry): FoundCode => {
      const [best] = namesOf(entry)
        .map((name) => ({ name, distance: nameDistance(wanted, foldText(name)) }))
        .sort((a, b) => a.distance - b.distance);
      const { name, distance } = best ?? { name: entry.code, distance: 1 };
      return { list, entry, name, distance, exact: distance === 0, begins: begins(entry, word) };
    }),
  );
  const own = ({ entry }: FoundCode): boolean =>
    language !== undefined && foldText(entry.label[language]) === wanted;
  const sorted = found.sort(
    (a, b) =>
      a.distance - b.distance ||
      Number(own(b)) - Number(own(a)) ||
      (a.list < b.list ? -1 : a.list > b.list ? 1 : a.entry.code < b.entry.code ? -1 : 1),
  );
  const exact = sorted.filter((one) => one.exact);
  if (exact.length > 0) return exact;
  const begun = sorted.filter((one) => one.begins);
  if (begun.length > 0)
    return begun
      .map((one) => ({ ...one, name: one.entry.code }))
      .sort((a, b) => (a.entry.code < b.entry.code ? -1 : 1))
      .slice(0, most);
  const nearest = sorted[0]?.distance ?? 1;
  return sorted
    .filter(({ distance }) => distance < Math.min(unlike, nearest + 0.25))
    .slice(0, most ?? 8);
}

/** What else may be written where nothing of a list is near: a place may have a code of its own. */
export function ownCodeAdvice(list: string | null): Text {
  if (list !== 'places') return inSigns('');
  return inFour(
    '; een plaats die op geen lijst staat, kan een eigen code krijgen: land, soort en naam, zoals NL.GM.Delfzijl',
    ' ; un lieu qui ne figure sur aucune liste peut recevoir un code propre : pays, sorte et nom, comme NL.GM.Delfzijl',
    '; ein Ort, der auf keiner Liste steht, kann einen eigenen Code erhalten: Land, Art und Name, etwa NL.GM.Delfzijl',
    '; a place that no list has may get a code of its own: country, kind and name, such as NL.GM.Delfzijl',
  );
}

/** What to write instead of a text that is no code of a list: the code that it means, or the nearest. */
export function codeAdvice(list: string, text: string): Text {
  const wrong = text.split('+').find((part) => !ownValue(codeLists, list)?.has(part)) ?? text;
  const found = findCodes(wrong, { list, most: 3 });
  const shown = found.map(({ entry }) => codeWords(entry));
  const said = {
    look: inFour(
      '`samenbeeld codes {list}` toont ze',
      '`samenbeeld codes {list}` les montre',
      '`samenbeeld codes {list}` zeigt sie',
      '`samenbeeld codes {list}` lists them',
      { list },
    ),
    wrong: quoted(wrong),
    own: ownCodeAdvice(list),
    shown: joinWith(shown, ', '),
    one: listedTexts(shown, 'or'),
  };
  if (!found[0])
    return inFour(
      'gebruik een code van de lijst; {look}{own}',
      'employez un code de la liste ; {look}{own}',
      'einen Code der Liste verwenden; {look}{own}',
      'use a code of the list; {look}{own}',
      said,
    );
  if (!found[0].exact)
    return inFour(
      'gebruik een code van de lijst; het dichtst bij: {shown}; {look}',
      'employez un code de la liste ; les plus proches : {shown} ; {look}',
      'einen Code der Liste verwenden; am nächsten: {shown}; {look}',
      'use a code of the list; nearest: {shown}; {look}',
      said,
    );
  return found.length === 1
    ? inFour(
        'schrijf {one}, wat {wrong} betekent; {look}',
        'écrivez {one}, ce que signifie {wrong} ; {look}',
        '{one} schreiben, was {wrong} bedeutet; {look}',
        'write {one}, which {wrong} means; {look}',
        said,
      )
    : inFour(
        '{wrong} betekent {one}: schrijf de code die is bedoeld; {look}',
        '{wrong} signifie {one} : écrivez le code voulu ; {look}',
        '{wrong} bedeutet {one}: den gemeinten Code schreiben; {look}',
        '{wrong} means {one}: write the code that is meant; {look}',
        said,
      );
}
