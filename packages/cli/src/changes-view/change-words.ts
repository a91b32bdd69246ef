import type { ChangesInFolder, FigureReason } from '@samenbeeld/recipes';
import {
  inFour,
  inSigns,
  type MemberTotal,
  memberStates,
  type Text,
  terms,
} from '@samenbeeld/schema';

/** What is said where there is nothing to compare with. */
export const comparedWords: Readonly<Record<Exclude<ChangesInFolder['kind'], 'compared'>, Text>> = {
  first: inFour(
    'Eerste bouw in {folder}: er stond nog geen beeld om mee te vergelijken.',
    'Première construction dans {folder} : aucun tableau ne s’y trouvait, rien à comparer.',
    'Erster Bau in {folder}: Es stand dort noch kein Lagebild, mit dem zu vergleichen wäre.',
    'First build in {folder}: no picture stood there to compare with.',
  ),
  'another picture': inFour(
    'In {folder} stond een ander beeld ("{title}"): niet vergeleken.',
    '{folder} contenait un autre tableau (« {title} ») : pas de comparaison.',
    'In {folder} stand ein anderes Lagebild („{title}“): nicht verglichen.',
    'Another picture stood in {folder} ("{title}"): not compared.',
  ),
  unreadable: inFour(
    'Wat er sinds de vorige bouw in {folder} is veranderd, is niet bekend: dat beeld kon niet worden gelezen ({problem})',
    'Ce qui a changé depuis la construction précédente dans {folder} n’est pas connu : ce tableau n’a pas pu être lu ({problem})',
    'Was sich seit dem vorigen Bau in {folder} geändert hat, ist nicht bekannt: Das Lagebild ließ sich nicht lesen ({problem})',
    'What changed since the last build in {folder} is not known: that picture could not be read ({problem})',
  ),
};

type CountWord =
  | 'figuresChanged'
  | 'figuresNew'
  | 'figuresGone'
  | 'figuresNotCompared'
  | 'contradictionsNew'
  | 'contradictionsGone'
  | 'contradictionsMoved'
  | 'pairsNew'
  | 'pairsGone'
  | 'decisionsApply'
  | 'decisionsLapsed'
  | 'findings'
  | 'inputs';

/** How many of each changed; only what there is one of is said. */
export const countWords: Readonly<Record<CountWord, Text>> = {
  figuresChanged: inFour(
    '{n} {n:cijfer|cijfers} gewijzigd',
    '{n} {n:chiffre modifié|chiffres modifiés}',
    '{n} {n:Zahl|Zahlen} geändert',
    '{n} {n:figure|figures} changed',
  ),
  figuresNew: inFour(
    '{n} {n:cijfer|cijfers} nieuw',
    '{n} {n:nouveau chiffre|nouveaux chiffres}',
    '{n} {n:Zahl|Zahlen} neu',
    '{n} {n:figure is|figures are} new',
  ),
  figuresGone: inFour(
    '{n} {n:cijfer|cijfers} vervallen',
    '{n} {n:chiffre disparu|chiffres disparus}',
    '{n} {n:Zahl|Zahlen} entfallen',
    '{n} {n:figure is|figures are} gone',
  ),
  figuresNotCompared: inFour(
    '{n} {n:cijfer|cijfers} van iets anders dan toen, dus niet vergeleken',
    '{n} {n:chiffre porte|chiffres portent} sur autre chose qu’alors, donc sans comparaison',
    '{n} {n:Zahl|Zahlen} von etwas anderem als damals, also nicht verglichen',
    '{n} {n:figure is|figures are} of something else than then, so not compared',
  ),
  contradictionsNew: inFour(
    '{n} {n:tegenspraak|tegenspraken} nieuw',
    '{n} {n:nouvelle contradiction|nouvelles contradictions}',
    '{n} {n:Widerspruch|Widersprüche} neu',
    '{n} {n:contradiction is|contradictions are} new',
  ),
  contradictionsGone: inFour(
    '{n} {n:tegenspraak|tegenspraken} verdwenen',
    '{n} {n:contradiction disparue|contradictions disparues}',
    '{n} {n:Widerspruch|Widersprüche} verschwunden',
    '{n} {n:contradiction is|contradictions are} gone',
  ),
  contradictionsMoved: inFour(
    '{n} {n:tegenspraak staat|tegenspraken staan} er anders voor',
    '{n} {n:contradiction a changé|contradictions ont changé} d’état',
    '{n} {n:Widerspruch steht|Widersprüche stehen} anders',
    '{n} {n:contradiction stands|contradictions stand} differently',
  ),
  pairsNew: inFour(
    '{n} {n:mogelijke dubbele melding|mogelijke dubbele meldingen} nieuw',
    '{n} {n:nouveau doublon possible|nouveaux doublons possibles}',
    '{n} {n:mögliche Doppelmeldung|mögliche Doppelmeldungen} neu',
    '{n} {n:possible double report is|possible double reports are} new',
  ),
  pairsGone: inFour(
    '{n} {n:mogelijke dubbele melding|mogelijke dubbele meldingen} niet meer open',
    '{n} {n:doublon possible n’est plus à trancher|doublons possibles ne sont plus à trancher}',
    '{n} {n:mögliche Doppelmeldung|mögliche Doppelmeldungen} nicht mehr offen',
    '{n} {n:possible double report is|possible double reports are} no longer open',
  ),
  decisionsApply: inFour(
    '{n} {n:beslissing geldt|beslissingen gelden} voor het eerst',
    '{n} {n:décision s’applique désormais|décisions s’appliquent désormais}',
    '{n} {n:Entscheidung gilt|Entscheidungen gelten} neu',
    '{n} {n:decision newly applies|decisions newly apply}',
  ),
  decisionsLapsed: inFour(
    '{n} {n:beslissing geldt|beslissingen gelden} niet meer',
    '{n} {n:décision ne s’applique plus|décisions ne s’appliquent plus}',
    '{n} {n:Entscheidung gilt|Entscheidungen gelten} nicht mehr',
    '{n} {n:decision no longer applies|decisions no longer apply}',
  ),
  findings: inFour(
    '{n} {n:bevinding|bevindingen} anders',
    '{n} {n:constat différent|constats différents}',
    '{n} {n:Befund|Befunde} anders',
    '{n} {n:finding differs|findings differ}',
  ),
  inputs: inFour(
    '{n} {n:invoerbestand|invoerbestanden} gewijzigd',
    '{n} {n:fichier d’entrée modifié|fichiers d’entrée modifiés}',
    '{n} {n:Eingabedatei|Eingabedateien} geändert',
    '{n} {n:input|inputs} changed',
  ),
};

type ChangeWord =
  | 'since'
  | 'between'
  | 'unchanged'
  | 'same'
  | 'more'
  | 'noFigure'
  | 'likely'
  | 'inAll'
  | 'middle'
  | 'notReportedBy'
  | 'modelled'
  | 'newFigure'
  | 'goneFigure'
  | 'notComparable'
  | 'unknownReason'
  | 'otherClaims'
  | 'applies'
  | 'replacing'
  | 'lapsed'
  | 'replaced'
  | 'reopened'
  | 'vanished'
  | 'inputs';

/** What `build` and `diff` say of what changed between two pictures. */
export const changeWords: Readonly<Record<ChangeWord, Text>> = {
  since: inFour(
    'Sinds de vorige bouw (peildatum {since}): {counts}.',
    'Depuis la construction précédente (situation au {since}) : {counts}.',
    'Seit dem letzten Bau (Stand {since}): {counts}.',
    'Since the last build (as of {since}): {counts}.',
  ),
  between: inFour(
    'Van {earlier} naar {later}: {counts}.',
    'De {earlier} à {later} : {counts}.',
    'Von {earlier} zu {later}: {counts}.',
    'From {earlier} to {later}: {counts}.',
  ),
  unchanged: inFour(
    'Sinds de vorige bouw (peildatum {since}) is geen cijfer, tegenspraak, beslissing of invoerbestand veranderd.',
    'Depuis la construction précédente (situation au {since}), aucun chiffre, aucune contradiction, aucune décision ni aucun fichier d’entrée n’a changé.',
    'Seit dem letzten Bau (Stand {since}) hat sich keine Zahl, kein Widerspruch, keine Entscheidung und keine Eingabedatei geändert.',
    'Since the last build (as of {since}) no figure, contradiction, decision or input has changed.',
  ),
  same: inFour(
    'Van {earlier} naar {later} is geen cijfer, tegenspraak, beslissing of invoerbestand veranderd.',
    'De {earlier} à {later}, aucun chiffre, aucune contradiction, aucune décision ni aucun fichier d’entrée n’a changé.',
    'Von {earlier} zu {later} hat sich keine Zahl, kein Widerspruch, keine Entscheidung und keine Eingabedatei geändert.',
    'From {earlier} to {later} no figure, contradiction, decision or input has changed.',
  ),
  more: inFour(
    '… en nog {n}; --json geeft alles',
    '… et {n} de plus ; --json donne tout',
    '… und {n} weitere; --json nennt alle',
    '… and {n} more; --json has them all',
  ),
  noFigure: inFour('geen cijfer', 'aucun chiffre', 'keine Zahl', 'no figure'),
  likely: inFour(
    'waarschijnlijk {likely}',
    'probablement {likely}',
    'wahrscheinlich {likely}',
    'likely {likely}',
  ),
  inAll: inFour('in totaal {range}', '{range} en tout', 'insgesamt {range}', '{range} in all'),
  middle: inFour(
    'midden 90% {range}',
    '90 % centraux {range}',
    'mittlere 90 % {range}',
    'middle 90% {range}',
  ),
  notReportedBy: inFour(
    'niet gemeld door {places}',
    'non déclaré par {places}',
    'nicht gemeldet von {places}',
    'not reported by {places}',
  ),
  modelled: inFour('gemodelleerd', 'modélisé', 'modelliert', 'modelled'),
  newFigure: inFour('nieuw: {after}', 'nouveau : {after}', 'neu: {after}', 'new: {after}'),
  goneFigure: inFour(
    'vervallen, was {before}',
    'disparu, était {before}',
    'entfallen, war {before}',
    'gone, was {before}',
  ),
  notComparable: inFour(
    'niet vergeleken, het gaat om iets anders dan toen: nu {after}, toen {before}',
    'sans comparaison, car il s’agit d’autre chose : maintenant {after}, alors {before}',
    'nicht verglichen, es geht um etwas anderes als damals: jetzt {after}, damals {before}',
    'not compared, it is of something else than then: now {after}, then {before}',
  ),
  unknownReason: inFour(
    'geen cijfer, beslissing of bestand eronder is veranderd: de beeldbeschrijving of het programma is anders',
    'aucun chiffre, aucune décision ni aucun fichier sous-jacent n’a changé : la description du tableau ou le programme diffère',
    'keine Angabe, Entscheidung oder Datei darunter hat sich geändert: Die Bildbeschreibung oder das Programm ist anders',
    'no claim, decision or file beneath it changed: the picture file or the program differs',
  ),
  otherClaims: inFour(
    'andere cijfers in het geding',
    'd’autres chiffres en cause',
    'andere Angaben im Streit',
    'other claims contend',
  ),
  applies: inFour(
    'Geldt nu: {verdict} voor "{subject}", {who}, {on} ({id}){replacing}',
    'S’applique désormais : {verdict} pour « {subject} », {who}, {on} ({id}){replacing}',
    'Gilt jetzt: {verdict} zu „{subject}“, {who}, {on} ({id}){replacing}',
    'Applies now: {verdict} on "{subject}", {who}, {on} ({id}){replacing}',
  ),
  replacing: inFour(
    ', in plaats van {by}',
    ', à la place de {by}',
    ', anstelle von {by}',
    ', superseding {by}',
  ),
  lapsed: inFour(
    'Geldt niet meer: beslissing {id} over "{subject}" ({verdict}, {who}, {on}){why}',
    'Ne s’applique plus : décision {id} sur « {subject} » ({verdict}, {who}, {on}){why}',
    'Gilt nicht mehr: Entscheidung {id} zu „{subject}“ ({verdict}, {who}, {on}){why}',
    'No longer applies: decision {id} on "{subject}" ({verdict}, {who}, {on}){why}',
  ),
  replaced: inFour(
    'vervangen door {by}',
    'remplacée par {by}',
    'ersetzt durch {by}',
    'superseded by {by}',
  ),
  reopened: inFour(
    'heropend door {by}',
    'rouverte par {by}',
    'wieder geöffnet durch {by}',
    'reopened by {by}',
  ),
  vanished: inFour(
    'zij staat niet meer in het bestand',
    'elle n’est plus dans le fichier',
    'sie steht nicht mehr in der Datei',
    'it is not in the file any more',
  ),
  inputs: inFour(
    'Invoerbestanden: {files}',
    'Fichiers d’entrée : {files}',
    'Eingabedateien: {files}',
    'Inputs: {files}',
  ),
};

type RecordChange = Extract<FigureReason, { readonly kind: 'record' }>['change'];

/** Why a figure moved, by what became of a record it rests on. */
export const recordWords: Readonly<Record<RecordChange, Text>> = {
  new: inFour(
    '{name} is nieuw: {after} ({file}:{line})',
    '{name} est nouveau : {after} ({file}:{line})',
    '{name} ist neu: {after} ({file}:{line})',
    '{name} is new: {after} ({file}:{line})',
  ),
  gone: inFour(
    '{name} is weg: {before} ({file})',
    '{name} a disparu : {before} ({file})',
    '{name} ist weg: {before} ({file})',
    '{name} is gone: {before} ({file})',
  ),
  changed: inSigns('{name}: {before} → {after} ({file}:{line})'),
  counts: inFour(
    '{name} telt nu mee: {after} ({file}:{line})',
    '{name} compte désormais : {after} ({file}:{line})',
    '{name} zählt jetzt mit: {after} ({file}:{line})',
    '{name} counts now: {after} ({file}:{line})',
  ),
  'set aside': inFour(
    '{name} telt niet meer mee: {after} ({file}:{line})',
    '{name} ne compte plus : {after} ({file}:{line})',
    '{name} zählt nicht mehr mit: {after} ({file}:{line})',
    '{name} no longer counts: {after} ({file}:{line})',
  ),
};

/** A record of the same figure, of which something else is said now. */
export const sameFigureWords: Text = inFour(
  '{name} zegt iets anders dan het cijfer: {after} ({file}:{line})',
  '{name} dit autre chose que le chiffre : {after} ({file}:{line})',
  '{name} sagt außer der Zahl etwas anderes: {after} ({file}:{line})',
  '{name} says something else beside its figure: {after} ({file}:{line})',
);

/** Why a figure moved, by a decision. */
export const decisionReasons: Readonly<Record<'applies' | 'lapsed', Text>> = {
  applies: inFour(
    'beslissing {id} geldt nu',
    'la décision {id} s’applique désormais',
    'Entscheidung {id} gilt jetzt',
    'decision {id} applies now',
  ),
  lapsed: inFour(
    'beslissing {id} geldt niet meer',
    'la décision {id} ne s’applique plus',
    'Entscheidung {id} gilt nicht mehr',
    'decision {id} no longer applies',
  ),
};

/** What became of an input. */
export const inputWords: Readonly<Record<'new' | 'gone' | 'changed', Text>> = {
  new: inFour('{file} is nieuw', '{file} est nouveau', '{file} ist neu', '{file} is new'),
  gone: inFour('{file} is weg', '{file} a disparu', '{file} ist weg', '{file} is gone'),
  changed: inFour(
    '{file} heeft een andere inhoud',
    '{file} a un autre contenu',
    '{file} hat einen anderen Inhalt',
    '{file} has other contents',
  ),
};

/** How many records an input gives, and gave. */
export const inputRecordWords: Readonly<Record<'both' | 'one', Text>> = {
  both: inFour(
    '{before} → {after} {after:record|records}',
    '{before} → {after} {after:enregistrement|enregistrements}',
    '{before} → {after} {after:Datensatz|Datensätze}',
    '{before} → {after} {after:record|records}',
  ),
  one: inFour(
    '{n} {n:record|records}',
    '{n} {n:enregistrement|enregistrements}',
    '{n} {n:Datensatz|Datensätze}',
    '{n} {n:record|records}',
  ),
};

/** Of a contradiction that was not there before, and of one that is gone. */
export const appearedWords: Readonly<Record<'new' | 'gone', Text>> = {
  new: inFour('nieuw', 'nouvelle', 'neu', 'new'),
  gone: inFour('verdwenen', 'disparue', 'verschwunden', 'gone'),
};

/** How a port stands in its area. */
export const memberWords = (state: MemberTotal['state']): Text =>
  state === 'undecided' || state === 'apart' ? terms[state] : memberStates.get(state).label;
