/** Words before a time at which something else began, or for which it is only expected. */
export const asides: RegExp =
  /(?<!\p{L})(?:opgericht|gestart|begonnen|wet van|besluit van|fondée?|créée?|lancée?|loi du|loi de|arrêté du|gegründet|eingeführt|gesetz von|gesetz vom|founded|created|launched|set up|established|born|law of|act of|tegen|tegen eind|d[’']ici|by|before|avant|vor|until|tot aan|prochaine?|volgend|geplant|expected)\s*(?:de |le |la |het |the |en |in |im |von |vom |begin |eind |fin |début |ende |anfang )*$/iu;
/** What had not happened yet, behind the figure: "made 3 million before it was closed on 11 June". */
export const beforeClause: RegExp =
  /(?<!\p{L})(?:before|until|voordat|vooraleer|totdat|avant (?:que?|d['’]être|sa|son|leur)|avant qu['’]\p{L}+|jusqu['’]à ce qu\p{L}*|bevor|ehe)\s+(?:[\p{L}'’]+\s+){1,8}$/iu;
/** "een toename ten opzichte van 2019", "more than in the first half of 2024": what a figure is held against is not its period. */
export const heldAgainst: RegExp =
  /(?<!\p{L})(?:ten opzichte van|vergeleken met|in vergelijking met|tegenover|than|par rapport à|comparé(?:e|es|s)? à|contre|gegenüber|im vergleich zu|verglichen mit|compared (?:to|with)|against|(?:increase|rise|drop|fall|decrease|decline|jump|up|down) (?:on|over)|(?:meer|minder|hoger|lager|groter|kleiner)(?:\s+\p{L}+){0,8}\s+dan|(?:plus|moins)(?:\s+\p{L}+){0,8}\s+qu(?:e|['’])|(?:mehr|weniger|höher|niedriger|größer|kleiner)(?:\s+\p{L}+){0,8}\s+als|(?:so viele?|zo veel|zoveel|as (?:much|many)|autant)(?:\s+\p{L}+){0,3}\s+(?:wie|als|as|qu(?:e|['’])))\s*(?:de |le |la |het |the |en |in |im |dem |den |au |à |of |noch |sur |pour |l['’]ensemble |toute? |l['’]année |heel |gans |gesamten |ganzen |jahre? |all |whole |year |jaar )*$/iu;
/** Unless something is told of it: "compared to the first half of 2023, during which 43.4 tonnes were seized". */
export const toldOf: RegExp =
  /^\s*,?\s*(?:toen|waarin|when|als(?: noch)? (?=\p{L}*\s*[\d.,]+)|during which|in which|lorsque|quand|où|in dem|in der|wo|\(?\d)/iu;
/** Words that tell, before the day or the year in which they did: "said on 4 February". */
const toldBefore =
  /(?<!\p{L})(?:said|says|announced|published|revealed|bekendgemaakt|bekend|gepubliceerd|verschenen|zei|annoncé|communiqué|publiée?s?|mitgeteilt|teilte|bekanntgegeben|veröffentlicht\p{L}*)\s*(?:\p{L}+ ){0,2}(?:\p{L}+day|\p{L}+dag|\p{L}+tag|\p{L}+di)?,?\s*(?:op|on|le|am|den|dem|in|im|en|de|the|het)?\s*$/iu;
/** Words that tell of a day, and of a year that so many were reported. */
const reportedBefore =
  /(?<!\p{L})(?:reported|confirmed|told \p{L}+|declared|stated|released|gemeld|meldde|vrijgegeven|bevestigde|déclaré|indiqué|confirmé|signalé|gemeldet|erklärte|bestätigte|berichtete)\s*(?:\p{L}+ ){0,2}(?:\p{L}+day|\p{L}+dag|\p{L}+tag|\p{L}+di)?,?\s*(?:op|on|le|am|den|dem)?\s*$/iu;
const toldBehind =
  /^(?:, (?:(?:heeft|hat|a|has|have|ont|the|de|het|der|die|das|la|le|les|l['’])\s*)?(?:(?!saisi|seized|arrested|found)[\p{L}-]+\s+){0,4}?|\s*)(?:maakten? .{0,40}bekend|gab .{0,40}bekannt|liet(?:en)? .{0,40}weten|said|announced|confirmed|reported that|told|zei|meldde|verklaarde|bevestigde|kondigde|annoncé|déclaré|indiqué|fait savoir|mitteilte|mitgeteilt|teilten?|erklärten?|bestätigten?|berichteten?)(?!\p{L})(?=.{0,80}(?<!\p{L})(?:dat|dass|daß|that|que|qu['’]|bekend|bekannt|weten|aan|mit)(?!\p{L})|,)/iu;
/** Of a day, whatever it was that was told. */
const isDayAlone =
  /^(?:\p{L}+ ){0,2}(?:\d{1,2}\.?\p{L}* (?:of )?\p{L}+\.? \d{4}|\p{L}+ \d{1,2}\p{L}*,? \d{4}|\d{4}-\d\d-\d\d|\d{1,2}[-/.]\d{1,2}[-/.]\d{4})$/u;

/** Whether a time is the one at which something was told. */
export function isTelling(lead: string, words: string, rest: string): boolean {
  const isAtStart = !/\p{L}/u.test(lead);
  return (
    toldBefore.test(lead) ||
    (isDayAlone.test(words) && reportedBefore.test(lead)) ||
    ((isAtStart || !rest.startsWith(',')) && toldBehind.test(rest))
  );
}

/** What began, was stolen or founded then, behind the time: "in 2021 begonnen". */
export const elseBehind: RegExp =
  /^\s*(?:(?:is|was|werd|waren|werden|has been|were|a été)\s+)?(?:van start (?:ging|gegaan)|opgericht|gestarte?|begon(?:nen)?|gestolen|geopende?|gebouwde?|opgestart\p{L}*|gegründete?\p{L}*|begonnene?\p{L}*|gesloten|opgedoekte?|gestohlen\p{L}*|gestartet\p{L}*|eingeführt\p{L}*|eröffnet\p{L}*|geschlossene?\p{L}*|started|began|begun|launched|stolen|founded|opened|closed|shut down|volée?s?|ouverte?s?|fermée?s?|entamée?s?|lancée?s?|créée?s?)(?!\p{L})/iu;
export const elseBefore: RegExp =
  /(?<!\p{L})(?:gestolen|geopend|gesloten|opgedoekt|begon|begonnen|startte|opgestart|stolen|opened|closed|shut down|began|started|volée?s?|ouverte?s?|fermée?s?|entamée?s?|débuté|commencé|gestohlen|eröffnet\p{L}*|geschlossen\p{L}*|begann|begannen)\s*(?:op|on|le|am|in|im|en|de|the)?\s*$/iu;
/** A report of a year is seldom only of that year. */
export const reportBefore: RegExp =
  /(?:report|rapport|verslag|bericht|article|artikels?|persbericht|communiqué(?: de presse)?|pressemitteilung|press release|statement|brief|lettre|letter|tweet|survey|assessment|nota|strategie|stratégie|strategy|budget|begroting|editie|édition|edition|ausgabe)(?:\s+(?:annuel|d['’]activités?))?\s*(?:van|de|du|vom|von|for|of|pour|für|über|over)?\s*$/iu;
export const reportBehind: RegExp =
  /^\s*(?:\p{L}+\s+){0,2}(?:reports?|rapports?|survey|assessment|edition|budget|strategy)(?!\p{L})/iu;
export const annual: RegExp = /(?:annual|annuel|jaar|jahres|lagebild|annuaire|jaarlijks|activit)/iu;
/** What came in or left then, and where it was found is told later. */
export const arrivedBefore: RegExp =
  /(?<!\p{L})(?:kwam(?:en)?|vertrok(?:ken)?|aangekomen|arrived|docked|sailed|left|arrivée?s?|partie?s?|angekommen|eingetroffen|eingelaufen|ausgelaufen)\s*(?:op|on|le|am|in|im|en)?\s*$/iu;
export const arrivedBehind: RegExp =
  /^\s*(?:\p{L}+\s+){0,4}?(?:kwam(?:en)?|vertrok(?:ken)?|aangekomen|aankwam(?:en)?|arrived|docked|arrivée?s?|angekommen|eingetroffen|eingelaufen)(?!\p{L})/iu;
/** A date before a dash at the start of a release is the day it was written. */
export const dateline: RegExp = /^\s*(?:[\p{L}/.()' -]{2,40},\s*)?(?:(?:den|le|op|am|on)\s+)?$/iu;
/** A week of a year, or a year that ends on another day. */
export const weekOf: RegExp =
  /(?<!\p{L})(?:week|weeks|weken|semaines?|kalenderwochen?|woche|kw)\s*\d{1,2}\.?\s*(?:van|of|de|in|\/|,|im jahr)?\s*$/iu;
/** "het eerste halfjaar van zowel 2018 als 2019": not all of either. */
export const partOfBoth: RegExp =
  /(?<!\p{L})(?:half\s?jaar|helft|kwartaal|semestre|trimestre|moitié|halbjahre?s?|hälfte|quartals?|half|quarter|maanden|mois|monaten?|months)\s+(?:van |de |des |du |von |of |in |d['’])?(?:zowel|both|sowohl|tant)\s+(?:(?:van|in|de|of|von|en)\s+)?(?:(?:19|20)\d{2}[^.;]{0,25}?\s(?:als(?: ook| auch)?|wie|and|que|et|en)\s+(?:(?:van|in|de|of|von|en)\s+)?)?$/iu;
export const fiscalBefore: RegExp =
  /(?<!\p{L})(?:(?:fiscal|financial|tax) years?|fy|boekjaar|begrotingsjaar|schooljaar|seizoen|exercice(?: fiscal| comptable)?|année (?:fiscale|scolaire)|saison|season|geschäftsjahre?s?|haushaltsjahre?s?|rechnungsjahre?s?)(?:\s+(?:ending|ended|to|that ended|ending in|clos|terminé|bis))?\s*(?:van|of|de|in|en|le|on)?\s*$/iu;
export const fiscalBehind: RegExp = /^\s*(?:fiscal|financial|tax) year(?!\p{L})/iu;
/** "Sinds de start van het meldpunt in": what began then goes on. */
export const sinceStart: RegExp =
  /(?<!\p{L})(?:sinds|sedert|vanaf|depuis|dès|à partir de|seit|ab|since|from)\s+(?:[\p{L}'’]+\s+){0,2}(?:[ldLD]['’])?(?:start|begin|beginn|oprichting|opening|invoering|lancering|ingebruikname|inwerkingtreding|uitbraak|création|lancement|début|ouverture|entrée|instauration|mise|gründung|einführung|eröffnung|inbetriebnahme|ausbruch|launch|beginning|creation|introduction|establishment|outbreak|inception)(?:\s+[\p{L}'’-]+){0,7}\s*$/iu;
export const since: RegExp =
  /(?<!\p{L})(?:sinds|sedert|vanaf|bis|tot|until|till|jusqu['’](?:en|à|au)|depuis|à partir de|seit|ab|since)\s*(?:de |le |la |het |the |en |in |im |begin |beginn |start |beginning |eind |fin |début |ende |anfang |van |of |des jahres |l['’]année |année |jaar |year )*$|(?<!\p{L})(?:sinds|sedert|depuis|seit|since)\s+(?:de |het |la |le |l['’]|the |der |dem |zijn |sa |son |its )?\p{L}{4,}\s+(?:(?:in|en|im|van|of)\s+)?$/iu;

/** Words before a year or a month that leave open which of its days are meant: "l'été 2015", "eind 2022", "Mitte Mai". */
export const about: RegExp =
  /(?<!\p{L})(?:zomer|winter|lente|voorjaar|herfst|najaar|eind(?:e)?|begin|medio|halverwege|midden|été|hiver|printemps|automne|fin|début|mi|milieu|courant|sommer|frühling|frühjahr|herbst|ende|anfang|mitte|summer|spring|autumn|late|early|mid|end|beginning)[\s-]*(?:van |de |d['’]|du |of |in |im |l['’])*$/iu;
