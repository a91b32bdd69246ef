import type { Language } from '@samenbeeld/schema';
import { says } from './acts.ts';
import type { NoClaim } from './claim-words.ts';
import { countedAt } from './counted.ts';
import type { NumberRead } from './figure.ts';
import { clauseAround, inserted, unrealIn } from './told.ts';

/** "400 kilo minder dan in", "11 Tonnen Kokain mehr als im", "5 kg de moins qu'en", "7,6 ton of 21 procent meer"; not "300 agenten meer dan 1.000 …". */
const comparedBehind =
  /^\s*(?:(?!was |were |waren |werd|wurde|in |im )\p{L}+ )?(?:minder|meer|fewer|less|more|weniger|mehr)\s+(?:dan|than|als)\s+(?:nu|vandaag|now|today|jetzt|heute|in|im|en|op|de|het|een|die|der|den|das|the|a|an|last|vorig|eerder|voorheen|verwacht|noch|(?:19|20)\d{2}(?![\d.,]))|^\s*(?:(?:de |d['’])\p{L}+ )?(?:de |en )(?:plus|moins)\s+qu(?:e(?!\p{L})|['’])|^\s*(?:of|ou|oder|or)\s+\d+(?:[.,]\d+)?\s*(?:%|procent|pour cent|prozent|per ?cent)\s+(?:minder|meer|fewer|less|more|weniger|mehr|de plus|de moins)/iu;
/** "zwei Tonnen mehr an Rauschgift aus dem Verkehr als im Jahr davor": the thing stands between the two words. */
const comparedApart =
  /^\s*(?:minder|meer|fewer|less|more|weniger|mehr|de plus|de moins)\s+(?:an|aan|of|de|d['’])?[^.;:,\d]{1,60}?\s(?:(?:dan|als|than|as)\s+(?:(?:in|im|en)\s+)?(?:(?:het|the|dem|das|vorige|last|previous)\s+)?(?:jahr|jaar|year|vorjahr|monat|maand|month|(?:vorige|last|previous|same|selben|dezelfde|zelfde)\s|(?:19|20)\d{2}(?![\d.,]))|qu(?:e|['’])\s*(?:en |à |dans )?(?:l['’](?:an|année)|la même|le mois|(?:19|20)\d{2}(?![\d.,])))/iu;
const changes =
  'toename|stijging|daling|afname|verhoging|vermindering|augmentation|hausse|baisse|diminution|recul|progression|increase|decrease|rise|drop|decline|reduction|anstieg|zunahme|rückgang|abnahme|steigerung';
const changed =
  'steeg|stegen|stijgt|daalden?|daalt|gestegen|gedaald|toegenomen|afgenomen|augmenté|diminué|reculé|progressé|baissé|rose|fell|grew|dropped|increased|decreased|declined|stieg(?:en)?|sank(?:en)?|gestiegen|gesunken|gefallen|zugenommen|abgenommen|zurückgegangen|(?:nam|namen|neemt|nemen) (?:\\p{L}+ ){0,2}(?:toe|af)|nahm(?:en)? (?:\\p{L}+ ){0,2}(?:zu|ab)';
/** "rose by", "stieg im Jahr 2018 um": always how much more; "een toename van" is so unless it arrives somewhere ("van 5 naar 7"). */
const changedBy = new RegExp(
  `(?<!\\p{L})(?:${changes}|${changed})\\s+(?:(?:\\p{L}+\\s+)?(?:met|by)|(?:[\\p{L}\\d]+\\s+){0,6}?um)\\s*$`,
  'iu',
);
const changeOf = new RegExp(
  `(?<!\\p{L})(?:(?:${changes})\\s+(?:van|de|d['’]|of|von)|(?:${changed})\\s+(?:\\p{L}+\\s+){0,2}(?:de|d['’]))\\s*$`,
  'iu',
);
/** "dropped from 542 to 498" */
export const changedFrom: RegExp = new RegExp(
  `(?<!\\p{L})(?:${changes}|${changed}|passée?s?|pass(?:ent?|er|ant)|ging(?:en)?|went)\\s+(?:\\p{L}+\\s+){0,3}?(?:van|from|de|von)\\s*$`,
  'iu',
);
const changeBehind = new RegExp(`^\\s*(?:\\p{L}+\\s+)?(?:${changed})(?!\\p{L})`, 'iu');
const arrives = /^\s*(?:\p{L}+\s+){0,2}(?:naar|tot|à|to|auf|bis)\s+(?:\p{L}+\s+){0,2}\d/iu;

/** Whether a figure is how much more or less there was, not how much there was. */
function isDifference(lead: string, rest: string): boolean {
  return (
    comparedBehind.test(rest) ||
    comparedApart.test(rest) ||
    /^\s*(?:minder|meer|weniger|mehr|fewer|less|more|de moins|de plus)\s*(?:[:,.;)–]|$)/iu.test(
      rest,
    ) ||
    changedBy.test(lead) ||
    (changeOf.test(lead) && !arrives.test(rest)) ||
    (/(?<!\p{L})(?:met|um)\s*$/iu.test(lead) && changeBehind.test(rest))
  );
}

/** What somebody expects or fears was not counted: "We verwachten in 2026 zeker 60 ton". */
const expected =
  /(?<!\p{L})(?:verwacht(?:en|te|ten)?|voorspel(?:t|len)|vre(?:est|zen)|hoopt|hopen|s['’]attend(?:ent)?|prévoi(?:t|ent)|table(?:nt)? sur|craign?(?:t|ent)|espère(?:nt)?|erwarte[nt]?|rechne[nt]|befürchte[nt]?|hofft|hoffen|expects?|forecasts?|predicts?|fears?|hopes?)(?!\p{L})(?!\s+(?:werd|wurde|was|were)(?!\p{L}))/giu;

/** A goal, or what can be done at most: "wil 300 containers scannen", "une capacité de 80 conteneurs". */
const intended =
  /(?<!\p{L})(?:wil(?:len)?|stree(?:ft|fde|ven) (?:\p{L}+ )?naar|mikt op|mikken op|\p{L}*(?:doelstelling|streefcijfer|streefdoel|targets?)(?= (?:van|is|was|om|blijft|\())|(?:streef|doel)(?= (?:van|is|was|om|blijft))|zou(?:den)? kunnen|capaciteit|in staat om|objectif|ambition|ambitionne(?:nt)?|souhaite(?:nt)?|veu(?:t|lent)|vise(?:nt)?(?: (?:à|les?)|(?=\s*$))|(?:devrai|pourrai)(?:t|ent)(?= (?:atteindre|dépasser|passer))|capacité|capables? de|zielmarke|\p{L}{5,}ziel|(?:das|als|vom|zum|unser|erklärte[sm]?) ziel|ziel (?:von|ist|war)|strebt|streben|möchte[n]?|könnte[n]?|dürfte[n]?|kapazität|in der lage|aims? (?:to|for)|(?:target|goal|objective|aim) (?:of|is|was|(?=\())|intends?|plans? to|wants? to|could (?:reach|exceed|end|rise|top|hit)|will (?:scan|check|control|deploy|hire|recruit|reach|rise|exceed|be (?:scanned|checked|deployed|hired))|capacity|capable of|able to)(?!\p{L})/giu;
/** What is still to be done or could be, if it is no sum that somebody must pay: "Dit jaar moeten 60.000 containers worden gescand". */
const due =
  /(?<!\p{L})(?:moet(?:en)?(?! er )|doi(?:t|vent)|devr(?:a|ont)|muss|müssen|must|shall|kan|kunnen|peu(?:t|vent)|kann|können|can)(?!\p{L})(?=(?:(?! (?:dat|que|dass|that) | qu['’])[^,])*$)/giu;
/** What is to be done is not done. */
const toBeDone =
  /(?<!\p{L})(?:de (?:confiscation|saisies?)|saisir|intercepter|découvrir|trouver|confisquer|interpeller|arrêter|contrôler|(?:to|will|could|of) (?:seize|seizing|find|finding|detect|discover|recover|intercept)|onderscheppen|vinden|ontdekken|in beslag (?:te )?nemen|arresteren)(?!\p{L})/giu;

/** Where another clause begins, which an expectation does not reach. */
export const otherClause: RegExp =
  /[;:]|\.(?!\d)|(?:,\s)?(?<!\p{L})(?:maar|mais|aber|but|terwijl|alors|während|while|nadat|omdat|doordat|après|parce|puisque|nachdem|weil|after|because)(?!\p{L})/iu;

/** Whether what a figure says lies ahead: somebody expects it, and nothing in the clause says that it was found. */
function isForecast(lead: string, rest: string, isMoney: boolean): boolean {
  const clause = lead.split(otherClause).at(-1) ?? '';
  const [verb] = [expected, intended, ...(isMoney ? [] : [due])].flatMap((words) =>
    [...clause.matchAll(words)].slice(-1),
  );
  // "Anders dan verwacht", "as expected"
  if (
    !verb ||
    /(?<!\p{L})(?:dan|als|zoals|wie|than|as|que)\s+$/iu.test(clause.slice(0, verb.index))
  )
    return false;
  const behindVerb =
    `${clause.slice(verb.index + verb[0].length)} ${rest.split(otherClause)[0] ?? ''}`.replace(
      toBeDone,
      '',
    );
  const isDone = (['seized', 'taken', 'arrested'] as const).some((act) => says(behindVerb, act));
  return !isDone || /^\s+(?:dat|que|qu['’]|dass|that)(?!\p{L})/iu.test(behindVerb);
}

export const notSo: Readonly<Record<Language, RegExp>> = {
  nl: /(?<!\p{L})(?:niet|geen)\s+(?:om )?$/iu,
  fr: /(?<!\p{L})(?:pas|non)\s+(?:de )?$/iu,
  de: /(?<!\p{L})(?:nicht|keine?[nrs]?)\s+(?:um )?$/iu,
  en: /(?<!\p{L})(?:not|no)\s+$/iu,
};
const butSo = /^[^.;]{0,60}?(?<!\p{L})(?:maar|mais|sondern|but)(?!\p{L})/iu;
const insteadOf =
  /(?<!\p{L})(?:in plaats van|instead of|rather than|au lieu d(?:e |es |['’])|plutôt que|statt|anstatt|anstelle von|(?:(?<=, )|(?:en|et|und|and) )(?:niet|non(?: pas)?|nicht|not))\s*(?:de |les |the |der |den )?$/iu;

/** Whether a figure is said to be wrong: "not 400 but 380 kilos", "380 kilos et non 400". */
function isDenied(lead: string, rest: string, language: Language): boolean {
  return insteadOf.test(lead) || (notSo[language].test(lead) && butSo.test(rest));
}

/** "20 kilos par semaine", "€100,000 per container": so much of each, and no total. */
const ofEach =
  /^\s*(?:(?:(?:of|de|van|von) |d['’])?\p{L}+\s+){0,2}?(?:per|par|pro|an?|je|elke|elk|chaque|each|every|jede[nrs]?)\s+(?:dag|week|maand|jaar|uur|kwartaal|vangst|partij|zending|lading|jour|semaine|mois|an|année|heure|prise|saisie|envoi|conteneur|tag|woche|monat|jahr|stunde|fund|sicherstellung|lieferung|day|month|year|hour|quarter|seizure|find|shipment|consignment|load|container|persoon|personne|person|inwoner|habitant|einwohner|inhabitant)(?!\p{L})(?!\s+(?:after|before|later|earlier|ago|na|voor|eerder|later))/iu;
/** "1 tous les 2 jours", "één om de drie dagen". */
const everySoOften =
  /^\s*(?:(?:de |d['’]|of )?\p{L}+\s+)?(?:tous les|toutes les|om de|alle|every)\s+(?:\d+|\p{L}+)\s+(?:jours?|semaines?|mois|heures?|minutes|dagen|weken|maanden|uren|tage|wochen|monate|stunden|minuten|days|weeks|months|hours)(?!\p{L})/iu;
/** "bankbiljetten van 10 euro": what each is worth. */
const denomination =
  /(?<!\p{L})(?:\p{L}*biljet(?:ten)?|briefjes?|coupures?|billets?(?: de banque)?|\p{L}*scheinen?|banknoten?|(?:bank)?notes)\s+(?:van|de|zu|à|von|of)\s+$/iu;
/** "32 personen per 100.000 inwoners": so many of each so many. */
const ofSoMany =
  /^\s*(?:(?:(?:of|de|van|von) |d['’])?[\p{L}-]+\s+){0,6}?(?:per|par|pour|pro|je|auf|op|sur) (?:1[ .,]?000(?:[ .,]?000)?|100(?:[ .,]?000)?|10[ .,]?000|million|miljoen|honderd(?:duizend)?|duizend|cent(?: mille)?|mille|hundert(?:tausend)?|tausend|(?:(?:a|one|a hundred) )?thousand|a hundred)(?![\d.,]\d)(?! (?:kilo|kg|ton))/iu;
const beforeSoMany = /(?<!\p{L})(?:per|par|pour|pro|je|auf|op|sur)\s*$/iu;
/** "Per dag gaan er 35.000 containers door". */
const everyBefore =
  /(?:^|[.;:,]\s*)(?:per|par|pro|elke|chaque|jeden?|every|each) (?:dag|week|maand|uur|jour|semaine|mois|heure|tag|woche|monat|stunde|day|month|hour),?\s+(?:\p{L}[\p{L}’']*\s+){0,6}$|(?<!\p{L})(?:per|par|pro) (?:dag|week|maand|uur|jour|semaine|mois|heure|tag|woche|monat|stunde|day|month|hour)\s+$/iu;
/** "5 euros per box", "153 milligram per pil"; "12 kilo per post" tells how it came. */
const perThing =
  /^\s*(?:(?:(?:of|de|van|von) |d['’])?\p{L}+\s+)?(?:per|pro)\s+(?!post|vliegtuig|schip|boot|auto|trein|koerier|vrachtwagen|fiets|mail|courier|sea|air|ship|plane|train)\p{L}/iu;
/** Of so many, before what is told of them: "Je 100.000 Einwohner waren es 342", "Sur 100 kilos". */
const ratioBefore =
  /(?<!\p{L})(?:per|pro|je)\s*$|(?:^|[;:]\s*)\P{L}*(?:sur|op|auf|von|of|out of|pour)\s*$/iu;
/** Whoever does so: a rule, and nobody who did. */
const anyoneWho: Readonly<Record<Language, RegExp>> = {
  nl: /^\P{L}*(?:wie|iedereen die)(?!\p{L})[^;:]*$/iu,
  fr: /^\P{L}*(?:quiconque|toute personne)(?!\p{L})[^;:]*$/iu,
  de: /^\P{L}*wer(?!\p{L})[^;:]*$/iu,
  en: /^\P{L}*(?:anyone|any(?! of)|whoever)(?!\p{L})[^;:]*$/iu,
};
const eachBefore =
  /(?<!\p{L})(?:elk|each|je|jeweils|chacune?s?|telkens|zu je)\s+(?:van |of |de |d['’])?$/iu;
const eachBehind =
  /^\s*(?:(?:(?:of|de|van|von) |d['’])?\p{L}+\s+)?(?:each|apiece|elk|chacune?s?|per stuk|la pièce|pro stück|das stück)(?!\p{L})/iu;

/** Whether a mass is of each of the things before it: "300 pakketten van 1 kilo", "acht Pakete à 1 Kilo". */
function isOfEachPiece({ previous, text, candidate: { at }, end, counted }: NumberRead): boolean {
  if (counted?.kind !== 'mass') return false;
  const lead = text.slice(0, at);
  return (
    eachBefore.test(lead) ||
    eachBehind.test(text.slice(end)) ||
    (previous !== undefined &&
      previous.value > 1 &&
      (previous.unknown !== null ||
        previous.counted?.unit === 'parcel' ||
        previous.counted?.kind === 'pieces') &&
      /^\s*(?:van|of|de|à|von|zu)\s+$/iu.test(text.slice(previous.end, at)))
  );
}

/** Money set aside for what is still to be done. */
const setAside =
  /(?<!\p{L})(?:gereserveerd|uitgetrokken|vrijgemaakt|begroot|trekt[^.;]* uit|budget(?:s|té\p{L}*|ed)?|begroting|(?<!cartes? de )crédits|(?<!de )crédit|débloqu\p{L}*|alloué\p{L}*|prévus?|bereitgestellt|eingeplant|haushaltsmittel|(?:steh|stünd|stand)\p{L}*[^.;]* (?:bereit|zur verfügung)|earmarked|allocated|set aside|(?:ge)?invest(?:s|ed|ing|ments?|eer\p{L}*|ering\p{L}*|ier\p{L}*|i|is|it|ir|iss\p{L}*)?)(?!\p{L})/iu;
/** The taking as a noun: "un budget pour la saisie de". */
const taking =
  /(?<!\p{L})(?:(?:une |la |les |des )saisies?|(?:inbeslag|beschlag)\p{L}*)(?!\p{L})/giu;

/** Whether money is set aside, and not what somebody took: "prévus pour l'achat de cocaïne, ont été saisis". */
function isSetAside(text: string, start: number, end: number): boolean {
  if (!setAside.test(clauseAround(text, start, end).text)) return false;
  const whole = `${text.slice(0, end)}${text.slice(end).replace(inserted, ' ')}`;
  const clause = clauseAround(whole, start, end).text.replace(toBeDone, '').replace(taking, '');
  return !says(clause, 'taken');
}

/** What comes in by law, and nobody took: "Eingenommen hat das Hauptzollamt 2,5 Milliarden", "2.5 billion in duties". */
const revenue =
  /(?<!\p{L})(?:eingenommen|\p{L}*einnahmen|(?:steuern|abgaben|zölle)(?= (?:erhoben|eingenommen))|recettes|droits (?:de douane|et taxes)|\p{L}*(?:ontvangsten|inkomsten|rechten)|(?:tax|customs|duty|excise) revenues?|(?:in|of) (?:\p{L}+ )?(?:duties|taxes|revenues?)|duties and taxes)(?!\p{L})/iu;

function isRevenue(text: string, start: number, end: number): boolean {
  const clause = clauseAround(text, start, end).text;
  return revenue.test(clause) && !says(clause, 'taken');
}

/** What is to come: "1 800 agents seront recrutés". */
const ahead =
  /^[^.;]{0,60}?(?<!\p{L})(?:seront|sera|doivent être|will be|must be|can be|zullen|zal|moeten|worden|sollen|müssen|werden)\s+(?:\p{L}+\s+){0,4}?(?:recruté|embauché|engagé|déployé|installé|scanné|aangeworven|ingezet|gescand|geïnstalleerd|rekruteerd|eingestellt|installiert|recruited|hired|deployed|installed|scanned|invested|expected)(?:e?s)?(?!\p{L})/iu;

const penaltyBefore =
  /(?<!\p{L})(?:\p{L}*boetes?|dwangsom(?:men)?|schadevergoeding|amendes?|dommages(?:[- ]et[- ]intérêts)?|geldstrafen?|geldbußen?|bußgelder?n?|schadenersatz|fine[ds]?|damages|(?:re)?pay(?:ing)? back|repay|terug(?: te )?betalen|rembourser|zurückzahlen|bail|caution|kaution|borgsom)\s+(?:\p{L}+\s+){0,3}$/iu;
const penaltyBehind =
  /^\s*(?:(?:gevorderd|geëist|gefordert|réclamée?s?|requise?s?|demanded)(?!\p{L})|(?:aan |d['’]|in |an )?(?:openstaande |uitstaande |unpaid |offene |impayées? )?(?:\p{L}*boetes?|amendes?|geldstrafen?|bußgeld\p{L}*|fines?))(?!\p{L})/iu;

/** "17 batches were over 1,000 kilograms", "vingt saisies supérieures à cent kilos": how heavy each of them was at least. */
const eachAbove =
  /^\s*(?:(?:were|waren|war|étaient|wogen|weighed|pesaient|zijn|sind|are) )?(?:(?:elk|each|chacune?|jeweils) )?(?:(?:van|de|von|of|à|d['’]) ?)?(?:(?:elk|each|chacune?|jeweils) )?(?:meer dan|boven(?: de)?|zwaarder dan|groter dan|over|above|more than|larger than|heavier than|exceeding|at least|plus d(?:e |['’])|supérieur(?:e?s)? à|dépassant(?: les)?|de plus d(?:e |['’])|au moins|mehr als|über|schwerer als|größer als|mindestens|minstens|tenminste|ten minste)\s*$/iu;

/** "of more than 5,000 kilograms in total": of all of them, and no size of each. */
const together =
  /^[^.;]{0,60}?(?<!\p{L})(?:in total|au total|en tout|in totaal|samen|together|combined|zusammen|insgesamt)(?!\p{L})/iu;

/** Whether a mass is the size from which on the finds before it were counted. */
function isThreshold({ previous, text, candidate: { at }, end, counted }: NumberRead): boolean {
  return (
    counted?.kind === 'mass' &&
    !together.test(text.slice(end)) &&
    previous?.noClaim === null &&
    previous.value > 1 &&
    (previous.counted?.kind === 'finds' || previous.counted?.kind === 'other') &&
    eachAbove.test(text.slice(previous.end, at))
  );
}

/** "Zendingen van meer dan 1000 kilo": of no number of finds, how heavy such are. */
function ofSize(lead: string, language: Language): boolean {
  const [, noun = '', size = ''] = /^[^\p{L}\d]*(\p{L}+)(\s.*)$/u.exec(lead) ?? [];
  return countedAt(noun, language)?.kind === 'finds' && eachAbove.test(size);
}

/** "€3.5 billion ($3.8 billion)": the same sum once more. */
function isConversion({ previous, lead, counted }: NumberRead): boolean {
  return (
    counted?.kind === 'money' &&
    previous?.counted?.kind === 'money' &&
    previous.counted.unit !== counted.unit &&
    /^\s*\((?:(?!and |en |et |und )\p{L}+\.? )?$/iu.test(lead.slice(previous.end))
  );
}

/** Whether so much is told of each of something, and no total. */
function isRate(one: NumberRead): boolean {
  const { text, previous, candidate, amount, counted, end, lead, unmarked } = one;
  const rest = text.slice(end);
  const isMoney = counted?.kind === 'money';
  return (
    candidate.isPriced === true ||
    everySoOften.test(rest) ||
    (isMoney && denomination.test(lead)) ||
    ofEach.test(rest) ||
    ofSoMany.test(text.slice(amount.end)) ||
    everyBefore.test(unmarked) ||
    ((isMoney || counted?.kind === 'mass') && perThing.test(rest)) ||
    (previous?.noClaim === 'rate' &&
      (beforeSoMany.test(lead) ||
        (ratioBefore.test(text.slice(0, previous.at)) &&
          !/[;:]/u.test(text.slice(previous.end, candidate.at))))) ||
    (/^10{2,}$/u.test(String(amount.value * amount.factor)) &&
      !isMoney &&
      ratioBefore.test(lead)) ||
    isOfEachPiece(one)
  );
}

/** What a number tells that nobody counted, or null: what is denied, to come, to be paid, of each, or told before. */
export function notCounted(one: NumberRead): NoClaim | null {
  const { text, language, candidate, counted, end, lead, unmarked } = one;
  const rest = text.slice(end);
  const isMoney = counted?.kind === 'money';
  if (isDenied(unmarked, rest, language)) return 'denied';
  const unreal = unrealIn(text, unmarked.length, end, language);
  if (unreal !== null) return unreal;
  if (/(?<!\p{L})(?:censée?s?|supposed to)(?: ne)? \p{L}+(?: que)?\s+$/iu.test(lead))
    return 'supposed';
  if (isMoney && (penaltyBefore.test(lead) || penaltyBehind.test(rest))) return 'penalty';
  if (isMoney && isRevenue(text, candidate.at, end)) return 'nothing';
  if (isDifference(unmarked, rest)) return 'difference';
  if (
    isForecast(lead, rest, isMoney) ||
    ahead.test(rest) ||
    (isMoney && isSetAside(text, candidate.at, end))
  )
    return 'forecast';
  if (isRate(one)) return 'rate';
  if (
    anyoneWho[language].test(lead) ||
    (counted?.kind === 'mass' && ofSize(lead, language)) ||
    isThreshold(one)
  )
    return 'threshold';
  return isConversion(one) ? 'conversion' : null;
}
