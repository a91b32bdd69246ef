import { memberStates, obsStatuses, statuses, type Text, terms } from '@samenbeeld/schema';
import type { Mark } from './document.ts';

/** The languages by their own names. */
export const languageNames: Text = {
  nl: 'Nederlands',
  fr: 'Français',
  de: 'Deutsch',
  en: 'English',
};

type Word =
  | 'languages'
  | 'contents'
  | 'findings'
  | 'confidence'
  | 'frame'
  | 'everyFrame'
  | 'whyThis'
  | 'whyAll'
  | 'brief'
  | 'rests'
  | 'more'
  | 'cut'
  | 'whyIntro'
  | 'close'
  | 'sort'
  | 'filter'
  | 'search'
  | 'nothing'
  | 'save'
  | 'cite'
  | 'cited'
  | 'data'
  | 'printed'
  | 'claim'
  | 'cell'
  | 'decisions'
  | 'superseded'
  | 'inForce'
  | 'command'
  | 'notAdded'
  | 'notAddedWhy'
  | 'period'
  | 'place'
  | 'substance'
  | 'basis'
  | 'value'
  | 'reason'
  | 'notes'
  | 'overview'
  | 'evidence'
  | 'figure'
  | 'role'
  | 'publisher'
  | 'address'
  | 'file'
  | 'sheet'
  | 'line'
  | 'column'
  | 'raw'
  | 'skip'
  | 'exercise'
  | 'legend'
  | 'asShown'
  | 'dictionary'
  | 'unit'
  | 'holds'
  | 'rows'
  | 'marking'
  | 'of';

/** The words of the page itself. */
export const words: Readonly<Record<Word, Text>> = {
  languages: { nl: 'Taal', fr: 'Langue', de: 'Sprache', en: 'Language' },
  contents: { nl: 'Inhoud', fr: 'Sommaire', de: 'Inhalt', en: 'Contents' },
  findings: { nl: 'Bevindingen', fr: 'Constats', de: 'Befunde', en: 'Findings' },
  frame: {
    nl: 'Samenwerkingsverband',
    fr: 'Cadre de coopération',
    de: 'Kooperationsrahmen',
    en: 'Frame of cooperation',
  },
  everyFrame: { nl: 'alle', fr: 'tous', de: 'alle', en: 'all' },
  confidence: { nl: 'Zekerheid', fr: 'Fiabilité', de: 'Verlässlichkeit', en: 'Confidence' },
  whyThis: {
    nl: 'waarom dit cijfer?',
    fr: 'pourquoi ce chiffre ?',
    de: 'warum diese Zahl?',
    en: 'why this number?',
  },
  whyAll: {
    nl: 'Waar elk cijfer vandaan komt',
    fr: 'D’où vient chaque chiffre',
    de: 'Woher jede Zahl kommt',
    en: 'Where each number comes from',
  },
  whyIntro: {
    nl: 'Elk onderstreept cijfer in dit rapport leidt hierheen: de bronnen die meetellen, die erin opgaan en die tegenspreken, met bestand, regel en kolom.',
    fr: 'Chaque chiffre souligné de ce rapport mène ici : les sources retenues, couvertes ou contradictoires, avec fichier, ligne et colonne.',
    de: 'Jede unterstrichene Zahl in diesem Bericht führt hierher: die maßgeblichen, abgedeckten und widersprechenden Quellen mit Datei, Zeile und Spalte.',
    en: 'Each underlined number in this report leads here: the sources that count, those covered and those that disagree, with file, line and column.',
  },
  brief: {
    nl: 'In het kort afdrukken',
    fr: 'Imprimer en bref',
    de: 'Kurzfassung drucken',
    en: 'Print in short',
  },
  rests: {
    nl: 'Waarop deze cijfers berusten',
    fr: 'Sur quoi reposent ces chiffres',
    de: 'Worauf diese Zahlen beruhen',
    en: 'What these figures rest on',
  },
  more: { nl: 'en nog {n}', fr: 'et {n} de plus', de: 'und {n} weitere', en: 'and {n} more' },
  cut: {
    nl: 'Schuif de tabel opzij: er staat meer →',
    fr: 'Faites défiler le tableau : la suite est à droite →',
    de: 'Tabelle seitwärts schieben: rechts steht mehr →',
    en: 'Scroll the table sideways: there is more →',
  },
  close: { nl: 'Sluiten', fr: 'Fermer', de: 'Schließen', en: 'Close' },
  sort: { nl: 'Sorteren', fr: 'Trier', de: 'Sortieren', en: 'Sort' },
  filter: {
    nl: 'Rijen filteren: plaats, middel …',
    fr: 'Filtrer les lignes : lieu, substance…',
    de: 'Zeilen filtern: Ort, Substanz …',
    en: 'Filter rows: place, drug …',
  },
  search: {
    nl: 'Zoeken in het rapport',
    fr: 'Chercher dans le rapport',
    de: 'Im Bericht suchen',
    en: 'Search the report',
  },
  nothing: {
    nl: 'Niets gevonden.',
    fr: 'Aucun résultat.',
    de: 'Nichts gefunden.',
    en: 'Nothing found.',
  },
  save: { nl: 'Downloaden', fr: 'Télécharger', de: 'Herunterladen', en: 'Download' },
  cite: {
    nl: 'Bronvermelding kopiëren',
    fr: 'Copier la citation',
    de: 'Quellenangabe kopieren',
    en: 'Copy citation',
  },
  cited: { nl: 'Gekopieerd', fr: 'Copié', de: 'Kopiert', en: 'Copied' },
  data: {
    nl: 'De cijfers achter deze grafiek',
    fr: 'Les chiffres derrière ce graphique',
    de: 'Die Zahlen hinter dieser Grafik',
    en: 'The numbers behind this chart',
  },
  printed: { nl: 'Er staat', fr: 'Il est écrit', de: 'Wortlaut', en: 'As printed' },
  claim: { nl: 'Opgave', fr: 'Déclaration', de: 'Angabe', en: 'Claim' },
  cell: { nl: 'Cel', fr: 'Cellule', de: 'Zelle', en: 'Cell' },
  decisions: { nl: 'Beslissingen', fr: 'Décisions', de: 'Entscheidungen', en: 'Decisions' },
  superseded: { nl: 'vervangen', fr: 'remplacée', de: 'ersetzt', en: 'superseded' },
  inForce: { nl: 'geldig', fr: 'en vigueur', de: 'gültig', en: 'in force' },
  command: {
    nl: 'Zelf nagaan',
    fr: 'Vérifier soi-même',
    de: 'Selbst nachprüfen',
    en: 'Check it yourself',
  },
  notAdded: { nl: 'Niet opgeteld', fr: 'Non additionné', de: 'Nicht addiert', en: 'Not added' },
  notAddedWhy: {
    nl: 'Deze cijfers staan naast het totaal, elk om de genoemde reden.',
    fr: 'Ces chiffres figurent à côté du total, chacun pour la raison indiquée.',
    de: 'Diese Zahlen stehen neben der Summe, jede aus dem genannten Grund.',
    en: 'These figures stand beside the total, each for the reason given.',
  },
  period: { nl: 'Periode', fr: 'Période', de: 'Zeitraum', en: 'Period' },
  place: { nl: 'Plaats', fr: 'Lieu', de: 'Ort', en: 'Place' },
  basis: { nl: 'Grondslag', fr: 'Base', de: 'Grundlage', en: 'Basis' },
  substance: { nl: 'Drug', fr: 'Drogue', de: 'Droge', en: 'Drug' },
  value: { nl: 'Cijfer', fr: 'Chiffre', de: 'Zahl', en: 'Figure' },
  reason: {
    nl: 'Waarom niet opgeteld',
    fr: 'Pourquoi non additionné',
    de: 'Warum nicht addiert',
    en: 'Why not added',
  },
  notes: { nl: 'Noten', fr: 'Notes', de: 'Anmerkungen', en: 'Notes' },
  overview: { nl: 'Overzicht', fr: 'Aperçu', de: 'Übersicht', en: 'Overview' },
  evidence: { nl: 'Herkomst', fr: 'Provenance', de: 'Herkunft', en: 'Provenance' },
  figure: { nl: 'Cijfer', fr: 'Chiffre', de: 'Zahl', en: 'Figure' },
  role: { nl: 'Rol', fr: 'Rôle', de: 'Rolle', en: 'Role' },
  publisher: { nl: 'Uitgever', fr: 'Éditeur', de: 'Herausgeber', en: 'Publisher' },
  address: { nl: 'Adres', fr: 'Adresse', de: 'Adresse', en: 'Address' },
  file: { nl: 'Bestand', fr: 'Fichier', de: 'Datei', en: 'File' },
  sheet: { nl: 'Blad', fr: 'Feuille', de: 'Blatt', en: 'Sheet' },
  line: { nl: 'Regel', fr: 'Ligne', de: 'Zeile', en: 'Line' },
  column: { nl: 'Kolom', fr: 'Colonne', de: 'Spalte', en: 'Column' },
  raw: {
    nl: 'Cel zoals gelezen',
    fr: 'Cellule telle que lue',
    de: 'Zelle wie gelesen',
    en: 'Cell as read',
  },
  skip: {
    nl: 'Naar de inhoud',
    fr: 'Aller au contenu',
    de: 'Zum Inhalt',
    en: 'Skip to content',
  },
  exercise: { nl: 'OEFENING', fr: 'EXERCICE', de: 'ÜBUNG', en: 'EXERCISE' },
  legend: { nl: 'Tekens', fr: 'Signes', de: 'Zeichen', en: 'Signs' },
  asShown: { nl: 'Zoals getoond', fr: 'Tel qu’affiché', de: 'Wie gezeigt', en: 'As shown' },
  dictionary: { nl: 'Woordenboek', fr: 'Dictionnaire', de: 'Wörterbuch', en: 'Dictionary' },
  unit: { nl: 'Eenheid', fr: 'Unité', de: 'Einheit', en: 'Unit' },
  holds: { nl: 'Wat erin staat', fr: 'Contenu', de: 'Was darin steht', en: 'What it holds' },
  rows: { nl: 'Rijen', fr: 'Lignes', de: 'Zeilen', en: 'Rows' },
  marking: { nl: 'Markering', fr: 'Marquage', de: 'Kennzeichnung', en: 'Marking' },
  of: { nl: 'van', fr: 'sur', de: 'von', en: 'of' },
};

/** Each mark as a sign and a word; states and statuses have the house's own words. */
export const markWords: Readonly<Record<Mark, { readonly sign: string; readonly text: Text }>> = {
  complete: { sign: '●', text: statuses.get('complete').label },
  partial: { sign: '◐', text: statuses.get('partial').label },
  none: { sign: '○', text: statuses.get('none').label },
  reported: { sign: '●', text: memberStates.get('reported').label },
  undecided: { sign: '◇', text: terms.undecided },
  apart: { sign: '◫', text: terms.apart },
  finds_only: { sign: '▯', text: memberStates.get('finds_only').label },
  not_reported: { sign: '–', text: memberStates.get('not_reported').label },
  provisional: { sign: 'ᵖ', text: obsStatuses.get('P').label },
};
