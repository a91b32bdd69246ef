import { inFour, type Text } from '@samenbeeld/schema';

type BuildWord =
  | 'exercise'
  | 'rows'
  | 'items'
  | 'became'
  | 'byRules'
  | 'warnings'
  | 'later'
  | 'withheld'
  | 'contradict'
  | 'notCounted'
  | 'whichPairs'
  | 'report'
  | 'opensOffline'
  | 'data'
  | 'workbook'
  | 'why'
  | 'differ';

/** What `samenbeeld build` says, in the reader's language. */
export const buildWords: Readonly<Record<BuildWord, Text>> = {
  exercise: inFour(
    'OEFENING: synthetische vangsten, geen echte inbeslagnames',
    'EXERCICE : saisies synthétiques, aucune saisie réelle',
    'ÜBUNG: synthetische Funde, keine echten Sicherstellungen',
    'EXERCISE: synthetic events, no real seizures',
  ),
  rows: inFour(
    '{n} {n:rij|rijen}',
    '{n} {n:ligne|lignes}',
    '{n} {n:Zeile|Zeilen}',
    '{n} {n:row|rows}',
  ),
  items: inFour(
    '{n} {n:gegeven|gegevens}',
    '{n} {n:donnée|données}',
    '{n} {n:Angabe|Angaben}',
    '{n} {n:item|items}',
  ),
  became: inFour(
    '{accepted} aanvaard · {excluded} uitgesloten{why} · {rejected} geweigerd{whyNot} · {notes:# opmerking|# opmerkingen}',
    '{accepted} acceptées · {excluded} exclues{why} · {rejected} rejetées{whyNot} · {notes:# remarque|# remarques}',
    '{accepted} angenommen · {excluded} ausgeschlossen{why} · {rejected} abgewiesen{whyNot} · {notes:# Anmerkung|# Anmerkungen}',
    '{accepted} accepted · {excluded} excluded{why} · {rejected} rejected{whyNot} · {notes:# note|# notes}',
  ),
  byRules: inFour(
    ' ({n:# regel|# regels})',
    ' ({n:# règle|# règles})',
    ' ({n:# Regel|# Regeln})',
    ' ({n:# rule|# rules})',
  ),
  warnings: inFour(
    '{n} {n:waarschuwing|waarschuwingen}, in de tabel "issue" van het beeld',
    '{n} {n:avertissement|avertissements}, dans la table « issue » du tableau',
    '{n} {n:Warnung|Warnungen}, in der Tabelle „issue“ des Lagebilds',
    '{n} {n:warning|warnings}, in the table "issue" of the picture',
  ),
  later: inFour(
    '{n} {n:cijfer is|cijfers zijn} gepubliceerd na {on}: in de tabel, in geen totaal',
    '{n} {n:chiffre a été publié|chiffres ont été publiés} après le {on} : dans la table, dans aucun total',
    '{n} {n:Angabe wurde|Angaben wurden} nach dem {on} veröffentlicht: in der Tabelle, in keiner Summe',
    '{n} {n:claim was|claims were} published after {on}: in the table, in no total',
  ),
  withheld: inFour(
    '{n:# rij|# rijen} van {source} {n:staat|staan} niet in dit beeld, en het beeld zegt dat niet. {why}',
    '{n:Une ligne|# lignes} de {source} {n:ne figure|ne figurent} pas dans ce tableau, qui ne le dit pas. {why}',
    '{n:Eine Zeile|# Zeilen} aus {source} {n:steht|stehen} nicht in diesem Lagebild, und das Lagebild sagt es nicht. {why}',
    '{n:# row|# rows} of {source} {n:is|are} not in this picture, and the picture does not say so. {why}',
  ),
  contradict: inFour(
    'Beslissingen die elkaar tegenspreken: {says}',
    'Décisions qui se contredisent : {says}',
    'Entscheidungen, die einander widersprechen: {says}',
    'Decisions that contradict each other: {says}',
  ),
  notCounted: inFour(
    'Nog niet meegeteld: "{subject}": {says}',
    'Pas encore pris en compte : « {subject} » : {says}',
    'Noch nicht gezählt: „{subject}“: {says}',
    'Not counted yet: "{subject}": {says}',
  ),
  whichPairs: inFour(
    'Welke paren: {command}',
    'Quelles paires : {command}',
    'Welche Paare: {command}',
    'Which pairs: {command}',
  ),
  report: inFour('Rapport', 'Rapport', 'Bericht', 'Report'),
  opensOffline: inFour(
    '(nl fr de en, opent zonder internet)',
    '(nl fr de en, s’ouvre hors ligne)',
    '(nl fr de en, öffnet ohne Internet)',
    '(nl fr de en, opens offline)',
  ),
  data: inFour('Gegevens', 'Données', 'Daten', 'Data'),
  workbook: inFour('Werkmap', 'Classeur', 'Arbeitsmappe', 'Workbook'),
  why: inFour('Waarom?', 'Pourquoi ?', 'Warum?', 'Why?'),
  differ: inFour(
    'Van {of} cijfers die twee bronnen geven, {n:verschilt #|verschillen #}: {command} noemt ze',
    'Sur {of} chiffres donnés par deux sources, {n:# diffère|# diffèrent} : {command} les nomme',
    'Von {of} Zahlen, die zwei Quellen nennen, {n:weicht # ab|weichen # ab}: {command} nennt sie',
    '{n} of {of} figures that two sources give {n:differs|differ}: {command} names them',
  ),
};
