import { type Text, UsageError } from '@samenbeeld/schema';
import { placesMeant } from '../cell-name.ts';
import { say, sayInFour, type Word } from '../words.ts';

const repair: Text = {
  nl: 'Schrijf het zoals "4100 kg cocaïne Vlissingen 2022".',
  fr: 'Écrivez par exemple « 4100 kg cocaïne Flessingue 2022 ».',
  de: 'Schreiben Sie es wie „4100 kg Kokain Vlissingen 2022“.',
  en: 'Repair: write it like "4100 kg cocaine Vlissingen 2022".',
};

type Fault =
  | 'quantity'
  | 'quantities'
  | 'range'
  | 'figure'
  | 'year'
  | 'place'
  | 'notPlaced'
  | 'several'
  | 'words'
  | 'source'
  | 'oneFind';

/** What a sentence lacks, or what in it is not known. */
const faults: Readonly<Record<Fault, Text>> = {
  quantity: {
    nl: 'verwacht een hoeveelheid met een eenheid, een middel, een plaats en een jaar; geen hoeveelheid gevonden',
    fr: 'attendu : une quantité avec son unité, une substance, un lieu et une année ; aucune quantité trouvée',
    de: 'erwartet werden eine Menge mit Einheit, eine Droge, ein Ort und ein Jahr; keine Menge gefunden',
    en: 'expected a quantity, a drug, a place and a year, found no quantity',
  },
  quantities: {
    nl: 'er staan twee hoeveelheden in ({what}); vraag ze een voor een',
    fr: 'il y a deux quantités ({what}) ; demandez-les une à une',
    de: 'es stehen zwei Mengen darin ({what}); fragen Sie sie einzeln',
    en: 'there are two quantities in it ({what}): ask them one by one',
  },
  range: {
    nl: 'verwacht een bereik van een kleiner naar een groter getal',
    fr: 'attendu : un intervalle allant du plus petit au plus grand nombre',
    de: 'erwartet wird ein Bereich von der kleineren zur größeren Zahl',
    en: 'expected a range from a smaller to a larger figure',
  },
  figure: {
    nl: '"{what}" is op meer dan één manier te lezen, of helemaal niet: schrijf het getal zonder teken voor duizendtallen, met een eenheid, of noem de taal met --language',
    fr: '« {what} » se lit de plusieurs façons, ou pas du tout : écrivez le nombre sans séparateur de milliers, avec une unité, ou indiquez la langue avec --language',
    de: '„{what}“ ist auf mehr als eine Weise zu lesen oder gar nicht: Schreiben Sie die Zahl ohne Tausenderzeichen, mit einer Einheit, oder nennen Sie die Sprache mit --language',
    en: '"{what}" can be read in more than one way, or not at all: write the number without a mark for thousands, with a unit, or name the language with --language',
  },
  year: {
    nl: 'geen jaar of andere periode gevonden',
    fr: 'ni année ni autre période trouvée',
    de: 'kein Jahr und kein anderer Zeitraum gefunden',
    en: 'found no year or other period',
  },
  place: {
    nl: 'geen plaats gevonden',
    fr: 'aucun lieu trouvé',
    de: 'kein Ort gefunden',
    en: 'found no place',
  },
  notPlaced: {
    nl: 'geen plaats gevonden; "{what}" is geen bekende plaats',
    fr: 'aucun lieu trouvé ; « {what} » n’est pas un lieu connu',
    de: 'kein Ort gefunden; „{what}“ ist kein bekannter Ort',
    en: 'found no place; "{what}" is no place that is known',
  },
  several: {
    nl: 'geen plaats gevonden; {what}',
    fr: 'aucun lieu trouvé ; {what}',
    de: 'kein Ort gefunden; {what}',
    en: 'found no place; {what}',
  },
  words: {
    nl: '"{what}" is geen bekende plaats, geen middel en geen grondslag',
    fr: '« {what} » n’est ni un lieu, ni une substance, ni une base connus',
    de: '„{what}“ ist kein bekannter Ort, keine Droge und keine Grundlage',
    en: '"{what}" is no place, drug or basis that is known',
  },
  oneFind: {
    nl: 'het gaat over één vangst, en niet over alles wat daar in die tijd in beslag is genomen; de grootste vangst noemt `samenbeeld ask` met `largest-find`',
    fr: 'il s’agit d’une seule saisie, et non de tout ce qui y a été saisi pendant ce temps ; la plus grande saisie est donnée par `samenbeeld ask`, réponse `largest-find`',
    de: 'es geht um einen einzelnen Fund und nicht um alles, was dort in der Zeit sichergestellt wurde; den größten Fund nennt `samenbeeld ask` mit `largest-find`',
    en: 'it is about one find, and not about all that was seized there in that time; `samenbeeld ask` with `largest-find` names the largest',
  },
  source: {
    nl: '"{what}" is geen bekende dienst',
    fr: '« {what} » n’est pas un service connu',
    de: '„{what}“ ist keine bekannte Stelle',
    en: '"{what}" is no agency that is known',
  },
};

const largest =
  '(?:grootste|plus (?:grande?|grosse|importante?)|größte[nrms]?|grösste[nrms]?|largest|biggest|record)';
const find =
  '(?:vangst|vondst|partij|inbeslagname|inbeslagneming|onderschepping|saisie|prise|interception|fund|sicherstellung|aufgriff|seizure|find|haul|interception|bust)';
const ofLargest = new RegExp(
  `(?<!\\p{L})${largest}[ -](?:\\p{L}+ ){0,2}(?:\\p{L}+-?)?${find}(?!\\p{L})|(?<!\\p{L})(?:record${find}|rekord${find}|${find} (?:record|la plus (?:grande|grosse|importante)))(?!\\p{L})`,
  'iu',
);

/** Whether a sentence gives the weight of the largest find, which is no figure of a place and a period. */
export function isOfLargestFind(text: string): boolean {
  return ofLargest.test(text);
}

/** The error of a sentence that is not understood, in the words of each language. */
export function notUnderstood(text: string, fault: Fault, what: Word = ''): UsageError {
  // A word that no list has may be a slip of a place: then that is what to repair.
  const isUnknown = fault === 'notPlaced' || fault === 'words';
  const meant = isUnknown && typeof what === 'string' ? placesMeant(what) : null;
  const says = sayInFour(
    'Niet begrepen: "{text}": {fault}. {rest}',
    'Pas compris : « {text} » : {fault}. {rest}',
    'Nicht verstanden: „{text}“: {fault}. {rest}',
    'Not understood: "{text}": {fault}. {rest}',
    { text, fault: say(faults[fault], { what }), rest: meant ?? repair },
  );
  return new UsageError(says);
}
