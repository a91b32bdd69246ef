import { inFour, type Text, terms } from '@samenbeeld/schema';
import type { DecisionsFile } from '@samenbeeld/store';

type DamagedLine = DecisionsFile['damage'][number];

/** How something to decide stands. */
export const stateWords: Readonly<Record<string, Text>> = {
  'to decide': inFour('te beslissen', 'à trancher', 'zu entscheiden', 'to decide'),
  decided: inFour('beslist', 'tranché', 'entschieden', 'decided'),
  'counted apart': terms.apart,
  'in use': inFour('in gebruik', 'utilisé', 'in Gebrauch', 'in use'),
  'on offer': inFour('aangeboden', 'proposé', 'angeboten', 'on offer'),
  'blocks a trend': inFour(
    'blokkeert een trend',
    'bloque une tendance',
    'blockiert einen Trend',
    'blocks a trend',
  ),
  refused: inFour('geweigerd', 'refusé', 'abgelehnt', 'refused'),
};

type DecideWord =
  | 'proposed'
  | 'noProposal'
  | 'addApart'
  | 'countedApart'
  | 'nothing'
  | 'recordOne'
  | 'orInstead'
  | 'recorded'
  | 'superseding'
  | 'buildAgain'
  | 'toldLater'
  | 'lapsed'
  | 'differently'
  | 'saidBy'
  | 'of'
  | 'originatorsAgree'
  | 'originatorDecides'
  | 'notApplied'
  | 'unstated'
  | 'summary'
  | 'vanished'
  | 'doubles'
  | 'damaged'
  | 'settleFirst'
  | 'wasSettled'
  | 'settled'
  | 'nothingRemoved'
  | 'standsInFile'
  | 'by'
  | 'notCounting'
  | 'decidedBy'
  | 'saidNotFollowed'
  | 'elsewhere'
  | 'nothingHere';

/** What `samenbeeld decide` says, and `build` of decisions, in the reader's language. */
export const decideWords: Readonly<Record<DecideWord, Text>> = {
  proposed: inFour('voorstel', 'proposition', 'Vorschlag', 'proposed'),
  noProposal: inFour('geen voorstel', 'pas de proposition', 'kein Vorschlag', 'no proposal'),
  addApart: inFour(
    'Deze cijfers spreken elkaar niet tegen. Wie weet dat geen vangst in beide zit, legt dat vast met --add.',
    'Ces chiffres ne se contredisent pas. Qui sait qu’aucune saisie ne figure dans les deux l’enregistre avec --add.',
    'Diese Zahlen widersprechen sich nicht. Wer weiß, dass kein Fund in beiden steht, hält das mit --add fest.',
    'These figures do not contradict each other. Whoever knows that no find is in both records it with --add.',
  ),
  countedApart: inFour(
    '{apart} keer telde elke dienst apart, wat geen tegenspraak is',
    '{apart} fois, chaque service a compté de son côté, ce qui n’est pas une contradiction',
    '{apart}-mal zählte jede Behörde für sich, was kein Widerspruch ist',
    '{apart} {apart:time|times} services each counted for themselves, which is no contradiction',
  ),
  nothing: inFour(
    'Er valt niets te beslissen.',
    'Rien à trancher.',
    'Es gibt nichts zu entscheiden.',
    'Nothing to decide.',
  ),
  recordOne: inFour(
    'Zo legt u er een vast: {command}{others}',
    'Pour en enregistrer une : {command}{others}',
    'So wird eine festgehalten: {command}{others}',
    'Record one: {command}{others}',
  ),
  orInstead: inFour(
    '  (of: {others})',
    '  (ou : {others})',
    '  (oder: {others})',
    '  (or: {others})',
  ),
  recorded: inFour(
    '{id} vastgelegd: {verdict} voor "{subject}"{superseding}.',
    '{id} enregistrée : {verdict} pour « {subject} »{superseding}.',
    '{id} festgehalten: {verdict} zu „{subject}“{superseding}.',
    'Recorded {id}: {verdict} on "{subject}"{superseding}.',
  ),
  superseding: inFour(
    ', in plaats van {id}',
    ', à la place de {id}',
    ', anstelle von {id}',
    ', superseding {id}',
  ),
  buildAgain: inFour(
    'Bouw opnieuw om het te zien: {command}',
    'Reconstruisez pour le voir : {command}',
    'Neu bauen, um es zu sehen: {command}',
    'Build again to see it: {command}',
  ),
  toldLater: inFour(
    'Of deze rol mag vrijgeven, zegt de bronbeschrijving zodra het beeld wordt gebouwd.',
    'La description de la source dira, à la construction du tableau, si ce rôle peut l’autoriser.',
    'Ob diese Rolle freigeben darf, sagt die Quellenbeschreibung, sobald das Bild gebaut wird.',
    'Whether this role may release it is told by the source description, when the picture is built.',
  ),
  lapsed: inFour(
    'Geldt niet meer: beslissing {id} over "{subject}"{why}',
    'Ne s’applique plus : décision {id} sur « {subject} »{why}',
    'Gilt nicht mehr: Entscheidung {id} zu „{subject}“{why}',
    'No longer applies: decision {id} on "{subject}"{why}',
  ),
  differently: inFour(
    'Verschillend beslist: "{subject}": {said}. {until}',
    'Décidé différemment : « {subject} » : {said}. {until}',
    'Unterschiedlich entschieden: „{subject}“: {said}. {until}',
    'Decided differently: "{subject}": {said}. {until}',
  ),
  saidBy: inFour(
    '{id} "{verdict}" door {who}',
    '{id} « {verdict} » par {who}',
    '{id} „{verdict}“ von {who}',
    '{id} "{verdict}" by {who}',
  ),
  of: inFour(
    '{role} van {agency}',
    '{role} de {agency}',
    '{role} von {agency}',
    '{role} of {agency}',
  ),
  originatorsAgree: inFour(
    'Diensten die de cijfers zelf leverden, spreken elkaar tegen: geen van de beslissingen wordt gevolgd tot zij hetzelfde beslissen',
    'Des services dont émanent ces chiffres se contredisent : aucune décision n’est suivie tant qu’ils ne décident pas la même chose',
    'Stellen, von denen die Zahlen stammen, widersprechen einander: keiner Entscheidung wird gefolgt, bis sie dasselbe entscheiden',
    'Originators of these figures contradict each other: none is followed until they agree',
  ),
  originatorDecides: inFour(
    'Geen ervan wordt gevolgd tot de dienst van wie het cijfer komt beslist, of allen hetzelfde beslissen',
    'Aucune n’est suivie tant que le service dont émane le chiffre n’a pas décidé ou que tous ne décident pas la même chose',
    'Keiner wird gefolgt, bis die Stelle entscheidet, von der die Zahl stammt, oder alle dasselbe entscheiden',
    'None is followed until the originator of the figure decides, or all decide the same',
  ),
  notApplied: inFour(
    'Niet toegepast: beslissing {id} over "{subject}": de rol "{role}" beslist niet in dit beeld',
    'Non appliquée : décision {id} sur « {subject} » : le rôle « {role} » ne décide pas dans ce tableau',
    'Nicht angewandt: Entscheidung {id} zu „{subject}“: die Rolle „{role}“ entscheidet in diesem Bild nicht',
    'Not applied: decision {id} on "{subject}": the role "{role}" does not decide in this picture',
  ),
  unstated: inFour(
    'Beslissing {id} over "{subject}" zegt niet waarop ze berust: of deze cijfers sindsdien zijn veranderd, is niet bekend; leg haar opnieuw vast om dat te zeggen',
    'La décision {id} sur « {subject} » ne dit pas sur quoi elle repose : on ignore si ces chiffres ont changé depuis ; enregistrez-la de nouveau pour le dire',
    'Entscheidung {id} zu „{subject}“ sagt nicht, worauf sie beruht: ob sich diese Zahlen seither geändert haben, ist nicht bekannt; halten Sie sie erneut fest, um das zu sagen',
    'Decision {id} on "{subject}" does not say what it was taken on: whether these figures have changed since is not known; record it again to say so',
  ),
  summary: inFour(
    'Tegenspraken tussen cijfers: {open} te beslissen, {decided} beslist ({file}); {explained} {explained:verschil|verschillen} verklaard',
    'Contradictions entre chiffres : {open} à trancher, {decided} {decided:tranchée|tranchées} ({file}) ; {explained} {explained:écart expliqué|écarts expliqués}',
    'Widersprüche zwischen Zahlen: {open} zu entscheiden, {decided} entschieden ({file}); {explained} {explained:Unterschied|Unterschiede} erklärt',
    'Conflicts between claims: {open} to decide, {decided} decided ({file}); {explained} {explained:difference|differences} explained',
  ),
  vanished: inFour(
    'Verdwenen: beslissing {id}, waarmee het beeld in {out} eerder is gebouwd, staat niet meer in {file}: zet de regel terug uit een kopie; wie een beslissing ongedaan wil maken, heropent haar',
    'Disparue : la décision {id}, avec laquelle le tableau dans {out} a été construit, n’est plus dans {file} : remettez la ligne d’après une copie ; pour annuler une décision, rouvrez-la',
    'Verschwunden: Entscheidung {id}, mit der das Bild in {out} zuvor gebaut wurde, steht nicht mehr in {file}: Zeile aus einer Kopie wiederherstellen; wer eine Entscheidung aufheben will, öffnet sie wieder',
    'Vanished: decision {id}, with which the picture in {out} was built before, is not in {file} any more: restore the line from a copy; to undo a decision, reopen it',
  ),
  doubles: inFour(
    '{same} {same:dubbele melding|dubbele meldingen} één keer geteld, {open} {open:paar|paren} te beslissen',
    '{same} {same:doublon compté|doublons comptés} une seule fois, {open} {open:paire|paires} à trancher',
    '{same} {same:Doppelmeldung|Doppelmeldungen} einmal gezählt, {open} {open:Paar|Paare} zu entscheiden',
    '{same} double {same:report|reports} counted once, {open} {open:pair|pairs} to decide',
  ),
  damaged: inFour(
    '{path}, regel {line}: {problem}. Regelen: {settling}.',
    '{path}, ligne {line} : {problem}. Règlement : {settling}.',
    '{path}, Zeile {line}: {problem}. Regelung: {settling}.',
    '{path}, line {line}: {problem}. Settling it: {settling}.',
  ),
  settleFirst: inFour(
    'Geen bouw gaat door tot het is geregeld, zonder dat iets wordt verwijderd: {command}',
    'Aucune construction ne se fait avant règlement, sans rien supprimer : {command}',
    'Kein Bau geht weiter, bis es geregelt ist, ohne dass etwas entfernt wird: {command}',
    'No build goes on until it is settled, with nothing removed: {command}',
  ),
  wasSettled: inFour(
    '{path}, regel {line}: {problem}. Geregeld: {settling}.',
    '{path}, ligne {line} : {problem}. Réglé : {settling}.',
    '{path}, Zeile {line}: {problem}. Geregelt: {settling}.',
    '{path}, line {line}: {problem}. Settled: {settling}.',
  ),
  settled: inFour(
    '{id} vastgelegd: {verdict}, {evidence} ("{subject}").',
    '{id} enregistrée : {verdict}, {evidence} (« {subject} »).',
    '{id} festgehalten: {verdict}, {evidence} („{subject}“).',
    'Recorded {id}: {verdict}, {evidence} ("{subject}").',
  ),
  nothingRemoved: inFour(
    'Uit {path} is niets verwijderd.',
    'Rien n’a été supprimé de {path}.',
    'Aus {path} wurde nichts entfernt.',
    'Nothing was removed from {path}.',
  ),
  standsInFile: inFour(
    '{n} {n:beslissing|beslissingen}, {m} beschadigde {m:regel|regels}.',
    '{n} {n:décision|décisions}, {m} {m:ligne endommagée|lignes endommagées}.',
    '{n} {n:Entscheidung|Entscheidungen}, {m} beschädigte {m:Zeile|Zeilen}.',
    '{n} {n:decision|decisions}, {m} damaged {m:line|lines}.',
  ),
  by: inFour('door {roles}', 'par {roles}', 'durch {roles}', 'by {roles}'),
  notCounting: inFour(
    ', wat niet telt: {flaw}',
    ', ce qui ne compte pas : {flaw}',
    ', was nicht zählt: {flaw}',
    ', which does not count: {flaw}',
  ),
  decidedBy: inFour('beslist', 'tranché', 'entschieden', 'decided'),
  saidNotFollowed: inFour(
    'beslist, niet gevolgd',
    'tranché, non suivi',
    'entschieden, nicht befolgt',
    'decided, not followed',
  ),
  elsewhere: inFour(
    'Van {all} zijn {n} niet van deze keuze of van geen plaats of middel; zonder --place en --substance komen ze allemaal.',
    'Sur {all}, {n} ne relèvent pas de ce choix, ou d’aucun lieu ni produit ; sans --place ni --substance, tous s’affichent.',
    'Von {all} gehören {n} nicht zu dieser Auswahl oder zu keinem Ort oder Stoff; ohne --place und --substance kommen alle.',
    'Of {all}, {n} are not of this choice, or of no place or drug; without --place and --substance all are listed.',
  ),
  nothingHere: inFour(
    'Van deze keuze valt er niets te beslissen.',
    'Rien à trancher pour ce choix.',
    'In dieser Auswahl gibt es nichts zu entscheiden.',
    'Nothing to decide of this choice.',
  ),
};

/** What settling a damaged line does with it. */
export const settlingWords: Readonly<Record<DamagedLine['settling'], Text>> = {
  'set aside': inFour('buiten beschouwing laten', 'écarter', 'außer Acht lassen', 'set aside'),
  'take as it stands': inFour(
    'nemen zoals hij er staat',
    'prendre telle quelle',
    'nehmen, wie sie dasteht',
    'take as it stands',
  ),
};
