import type { Text } from '@samenbeeld/schema';

type LinkWord =
  | 'probability'
  | 'alone'
  | 'tied'
  | 'stake'
  | 'stakeShare'
  | 'noStake'
  | 'said'
  | 'withheld'
  | 'missing'
  | 'notThere'
  | 'ofCase'
  | 'contradiction'
  | 'lapsed'
  | 'nothingAtStake'
  | 'noPairs'
  | 'oneFile'
  | 'more'
  | 'review'
  | 'orRecord'
  | 'settles'
  | 'closes'
  | 'closesThis'
  | 'twoPersons'
  | 'question'
  | 'reason'
  | 'noReason'
  | 'blindWhy'
  | 'unknownAnswer'
  | 'recorded'
  | 'takesBack'
  | 'nowHolds'
  | 'done'
  | 'standIn';

/** What `samenbeeld link` says, in the reader's language. */
export const linkWords: Readonly<Record<LinkWord, Text>> = {
  probability: { nl: 'kans', fr: 'probabilité', de: 'Wahrscheinlichkeit', en: 'probability' },
  alone: { nl: 'op zichzelf', fr: 'isolément', de: 'für sich', en: 'by itself' },
  ofCase: { nl: 'zaak #{key}', fr: 'affaire #{key}', de: 'Fall #{key}', en: 'case #{key}' },
  tied: {
    nl: 'met alles wat eraan vastzit',
    fr: 'avec tout ce qui y est lié',
    de: 'mit allem, was daran hängt',
    en: 'with all that is tied to it',
  },
  stake: {
    nl: 'wat ervan afhangt: {kg} {unit}, {share} van wat in {period} onzeker is',
    fr: 'enjeu : {kg} {unit}, {share} de l’incertitude de {period}',
    de: 'was davon abhängt: {kg} {unit}, {share} der Unsicherheit von {period}',
    en: 'stake {kg} {unit}: {share} of what is uncertain in {period}',
  },
  stakeShare: {
    nl: 'wat ervan afhangt: {share} van wat in {period} onzeker is',
    fr: 'enjeu : {share} de l’incertitude de {period}',
    de: 'was davon abhängt: {share} der Unsicherheit von {period}',
    en: 'stake: {share} of what is uncertain in {period}',
  },
  noStake: {
    nl: 'geen totaal hangt ervan af',
    fr: 'aucun total n’en dépend',
    de: 'keine Summe hängt davon ab',
    en: 'no total depends on it',
  },
  said: { nl: 'gezegd', fr: 'déjà dit', de: 'gesagt', en: 'said' },
  withheld: { nl: 'afgeschermd', fr: 'masqué', de: 'verdeckt', en: 'withheld' },
  missing: { nl: 'geen gewicht', fr: 'sans poids', de: 'ohne Gewicht', en: 'no weight' },
  notThere: { nl: 'niet gelezen', fr: 'non lue', de: 'nicht gelesen', en: 'not read' },
  contradiction: {
    nl: 'Beslissingen spreken elkaar tegen: {says}',
    fr: 'Des décisions se contredisent : {says}',
    de: 'Entscheidungen widersprechen sich: {says}',
    en: 'Decisions contradict each other: {says}',
  },
  lapsed: {
    nl: 'Niet meer van toepassing: {id} over "{subject}": {says}',
    fr: 'Sans objet : {id} sur « {subject} » : {says}',
    de: 'Nicht mehr anwendbar: {id} zu „{subject}“: {says}',
    en: 'No longer applies: {id} on "{subject}": {says}',
  },
  nothingAtStake: {
    nl: 'Geen onbeslist paar verandert een totaal. De minst zekere staan hieronder.',
    fr: 'Aucune paire non tranchée ne change un total. Les moins sûres figurent ci-dessous.',
    de: 'Kein offenes Paar ändert eine Summe. Die unsichersten stehen unten.',
    en: 'No undecided pair changes a total. The least sure are shown.',
  },
  noPairs: {
    nl: 'Geen twee meldingen kunnen dezelfde vangst zijn.',
    fr: 'Aucune paire de fiches ne peut être la même saisie.',
    de: 'Keine zwei Datensätze können derselbe Fund sein.',
    en: 'No two records can be the same seizure.',
  },
  oneFile: {
    nl: 'Er is niets vergeleken: de vangsten staan in één bestand, en binnen een bestand wordt niet vergeleken.',
    fr: 'Rien n’a été comparé : les saisies figurent dans un seul fichier, et rien n’est comparé à l’intérieur d’un fichier.',
    de: 'Es wurde nichts verglichen: Die Funde stehen in einer einzigen Datei, und innerhalb einer Datei wird nicht verglichen.',
    en: 'Nothing was compared: the finds are in one file, and nothing is compared within a file.',
  },
  more: {
    nl: '… en nog {n}; --all {n:toont het|toont ze}.',
    fr: '… et {n} {n:autre ; --all la montre|autres ; --all les montre}.',
    de: '… und {n} {n:weiteres; --all zeigt es|weitere; --all zeigt sie}.',
    en: '… and {n} more; --all shows {n:it|them}.',
  },
  review: {
    nl: 'Loop ze na:',
    fr: 'Pour les passer en revue :',
    de: 'So gehen Sie sie durch:',
    en: 'Review them:',
  },
  orRecord: {
    nl: 'Of leg er een vast:',
    fr: 'Ou pour en enregistrer une :',
    de: 'Oder halten Sie eines fest:',
    en: 'Or record one:',
  },
  settles: {
    nl: 'Wie {n:één paar beslist|# paren beslist}, neemt {share} van de onzekerheid van {period} weg.',
    fr: 'Trancher {n:une seule paire|# paires} lève {share} de l’incertitude de {period}.',
    de: '{n:Ein einziges Paar|# Paare} zu entscheiden nimmt {share} der Unsicherheit von {period} weg.',
    en: 'Deciding {n:one pair|# pairs} removes {share} of the uncertainty of {period}.',
  },
  closes: {
    nl: 'Of {period} een bovengrens heeft, hangt ook van een paar af.',
    fr: 'Que {period} ait un plafond dépend aussi d’une paire.',
    de: 'Ob {period} eine Obergrenze hat, hängt auch von einem Paar ab.',
    en: 'Whether {period} has an upper end depends on a pair too.',
  },
  closesThis: {
    nl: 'zegt of {period} een bovengrens heeft',
    fr: 'dit si {period} a un plafond',
    de: 'sagt, ob {period} eine Obergrenze hat',
    en: 'tells whether {period} has an upper end',
  },
  twoPersons: {
    nl: 'Twee rollen moeten hetzelfde zeggen voordat het telt.',
    fr: 'Deux rôles doivent dire de même pour que cela compte.',
    de: 'Zwei Rollen müssen dasselbe sagen, bevor es zählt.',
    en: 'Two roles must say the same before it counts.',
  },
  question: {
    nl: 'Dezelfde vangst?  j ja · n nee · u niet te zeggen · s overslaan · w waarom · q stoppen',
    fr: 'La même saisie ?  o oui · n non · u indécidable · s passer · w pourquoi · q quitter',
    de: 'Derselbe Fund?  j ja · n nein · u nicht zu sagen · s überspringen · w warum · q aufhören',
    en: 'The same seizure?  y yes · n no · u unsure · s skip · w why · q quit',
  },
  reason: { nl: 'Reden:', fr: 'Motif :', de: 'Grund:', en: 'Reason:' },
  noReason: {
    nl: 'Zonder reden wordt niets vastgelegd.',
    fr: 'Sans motif, rien n’est enregistré.',
    de: 'Ohne Grund wird nichts festgehalten.',
    en: 'Nothing is recorded without a reason.',
  },
  blindWhy: {
    nl: 'Blind: kansen en oordelen blijven verborgen tot u hebt geantwoord.',
    fr: 'À l’aveugle : probabilités et verdicts restent cachés jusqu’à votre réponse.',
    de: 'Blind: Wahrscheinlichkeiten und Urteile bleiben verborgen, bis Sie geantwortet haben.',
    en: 'Blind: probabilities and verdicts stay hidden until you have answered.',
  },
  unknownAnswer: {
    nl: 'Antwoord met j, n, u, s, w of q.',
    fr: 'Répondez par o, n, u, s, w ou q.',
    de: 'Antworten Sie mit j, n, u, s, w oder q.',
    en: 'Answer y, n, u, s, w or q.',
  },
  recorded: {
    nl: 'Vastgelegd {id}: {verdict}',
    fr: 'Enregistré {id} : {verdict}',
    de: 'Festgehalten {id}: {verdict}',
    en: 'Recorded {id}: {verdict}',
  },
  takesBack: {
    nl: 'neemt terug: {said} ({role}, {id})',
    fr: 'annule : {said} ({role}, {id})',
    de: 'nimmt zurück: {said} ({role}, {id})',
    en: 'takes back: {said} ({role}, {id})',
  },
  nowHolds: { nl: 'nu: {says}', fr: 'désormais : {says}', de: 'jetzt: {says}', en: 'now: {says}' },
  done: {
    nl: '{n} vastgelegd in {path}, {skipped} overgeslagen, {left} nog te vragen.',
    fr: '{n} {n:enregistrée|enregistrées} dans {path}, {skipped} {skipped:passée|passées}, {left} {left:reste|restent} à poser.',
    de: '{n} in {path} festgehalten, {skipped} übersprungen, {left} noch zu fragen.',
    en: '{n} recorded in {path}, {skipped} skipped, {left} left to ask.',
  },
  standIn: {
    nl: '{n} vastgelegd in {path}.',
    fr: '{n} {n:enregistrée|enregistrées} dans {path}.',
    de: '{n} in {path} festgehalten.',
    en: '{n} recorded in {path}.',
  },
};
