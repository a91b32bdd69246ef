import { type Language, type Marker, markerOf, parseNumber, places } from '@samenbeeld/schema';
import { type Counted, countedAt, measureAt, says } from './counted.ts';
import { isArticle, numeralAt } from './numerals.ts';
import { oneOfPeople, substancesIn } from './scope.ts';
import { type Mention, timesIn } from './time.ts';
import { clauseAround, inserted, joining, unrealIn } from './told.ts';

/** Why a number is no figure of a claim. */
export type NoClaim =
  | 'share'
  | 'age'
  | 'duration'
  | 'time'
  | 'law'
  | 'ordinal'
  | 'phone'
  | 'road'
  | 'distance'
  | 'multiple'
  | 'difference'
  | 'threshold'
  | 'conversion'
  | 'forecast'
  | 'denied'
  | 'supposed'
  | 'question'
  | 'penalty'
  | 'rate'
  | 'name'
  | 'range'
  | 'ceiling'
  | 'several'
  | 'nothing';

/** A number of a sentence, with the words around it. */
export interface Figure {
  /** Where it stands in the sentence: from the words before it to the noun. */
  readonly start: number;
  readonly end: number;
  /** Where the number itself stands. */
  readonly at: number;
  readonly numberEnd: number;
  readonly value: number;
  /** The digits as printed, with a decimal point. */
  readonly printed: string;
  /** Another reading of the same digits. */
  readonly other: string | null;
  readonly marker: Marker | null;
  readonly markerWords: string | null;
  readonly counted: Counted | null;
  /** The noun beside it where no list knows it. */
  readonly unknown: string | null;
  readonly inWords: boolean;
  /** A bare negation right before it, with or without "but": "keine 2 Tonnen". */
  readonly negation: string | null;
  readonly noClaim: NoClaim | null;
}

const wordSet = (list: string): ReadonlySet<string> => new Set(list.split(' '));

const digits =
  /(?<![\p{L}\d])(?:\d{1,3}(?:[ \u00a0\u202f\u2009'’.]\d{3})+(?:,\d+)?(?![\d])|\d{1,3}(?:,\d{3})+(?:\.\d+)?(?!\d)|\d+(?:[.,]\d+)?)/gu;
const scales: readonly (readonly [RegExp, number])[] = [
  [/^(?:duizend|mille|milliers?|tausend|thousand|k(?= ?€))(?!\p{L})/iu, 1e3],
  [/^(?:miljoen|mln\.?|millions?|mio\.?|millionen|M(?= ?€)|m(?= euro))(?!\p{L})/iu, 1e6],
  [/^(?:miljard|mld\.?|milliards?|mrd\.?|milliarden?|bn)(?!\p{L})/iu, 1e9],
  [/^billions?(?!\p{L})/iu, Number.NaN],
];

/** Words between a number and its noun: adjectives, and "of". */
const between = /^(?:[\p{L}][\p{L}'’-]*(?: |-(?= )))/u;

/** What a German participle has before it. */
const attribute =
  /^(?:zur|zum|im|in|am|an|mit|ohne|wegen|aus|von|unter) \p{Lu}\p{L}+ (?=\p{Ll}{5,}(?:t|en|end)e[nr]? \p{Lu})/u;

function nounBehind(
  text: string,
  language: Language,
): { readonly counted: Counted; readonly end: number } | null {
  let at =
    /^[ \u00a0\u202f-]*(?:in beslag genomen |in beschlag genommenen? )?(?:d['’]|de |of )?/iu.exec(
      text,
    )?.[0].length ?? 0;
  // "310 pieces of various weapons"; "pieces of mail" have a name of their own.
  const [piecesOf = ''] =
    /^(?:pieces of|pièces d['’]e?|stuks|stück) ?/iu.exec(text.slice(at)) ?? [];
  if (piecesOf.endsWith(' ') && !countedAt(text.slice(at), language)) at += piecesOf.length;
  // "3528 zur Fahndung ausgeschriebene Menschen"
  if (language === 'de') at += attribute.exec(text.slice(at))?.[0].length ?? 0;
  for (let skipped = 0; skipped <= 3; skipped += 1) {
    const rest = text.slice(at);
    const counted = (skipped <= 1 ? measureAt(rest, language) : null) ?? countedAt(rest, language);
    // "six millions de messages suspects": what is suspect there is the message.
    const isAdjective = counted?.kind === 'suspects' && language === 'fr' && skipped > 0;
    const isMeasureBehindNoun = counted?.kind === 'mass' && skipped > 0;
    if (counted && !isMeasureBehindNoun && !isAdjective) {
      // "3.200 verdachte transacties": the last of nouns in a row is what is counted.
      const end = at + counted.words.length;
      const later =
        /^ /u.test(text.slice(end)) && !['mass', 'money'].includes(counted.kind)
          ? countedAt(text.slice(end + 1), language)
          : null;
      // "88 armes saisies": what befell them, and no seizures.
      const isParticiple =
        language === 'fr' && /^(?:saisies?|prises?|découvertes?)$/iu.test(later?.words ?? '');
      if (!later || later.kind === counted.kind || isParticiple) return { counted, end };
      const more = countedAt(text.slice(end + later.words.length + 2), language);
      return more && /^ /u.test(text.slice(end + later.words.length + 1))
        ? { counted: more, end: end + later.words.length + more.words.length + 2 }
        : { counted: later, end: end + later.words.length + 1 };
    }
    const word = between.exec(rest)?.[0] ?? '';
    if (word === '' || (skipped === 0 && stops.test(word))) return null;
    // "7 horloges en drie auto's": the cars have a number of their own.
    if (isNumber(word.trim(), language)) return null;
    if (skipped > 0 && stops.test(word) && !/^(?:de|d|of|en|et|und|and) $/iu.test(word))
      return null;
    if (isNoun(word.trim(), language)) return null;
    at += word.length;
  }
  return null;
}

/** Whether a word before a noun is surely a noun itself, of which the figure is: "60 Säcke Tabletten", "400 sacks of pills". */
const isNoun = (word: string, language: Language): boolean =>
  (language === 'de' && /^\p{Lu}/u.test(word) && !/er$/u.test(word)) ||
  (language === 'en' && /^\p{Ll}+(?<![suio])s$/u.test(word));

/** Whether a word between a figure and a noun is a number itself, or an article that stands for one. */
const isNumber = (word: string, language: Language): boolean =>
  isArticle(word, language) || (numeralAt([word], language)?.value ?? 0) > 1;

/** Words at which a noun phrase ends. */
const stops =
  /^(?:in|im|en|et|und|and|op|te|à|au|aux|dans|sur|aan|van|von|uit|aus|from|for|pour|für|met|avec|mit|with|per|par|pro|naar|nach|to|was|waren|werden|zijn|is|are|were|had|have|hat|haben|ont|a|est|sont|étaient|était|ont|contre|tegen|tegenover|against|compared|gegenüber|dat|die|que|qui|of|or|ou|oder|bij|chez|bei|at|on|by|door|vorig|dit|cette|l|last|this|il|elle|er|het|elles|ils) $/iu;

const verbs =
  /^(?:drugs?|drogues?|drogen|stupéfiants|ont|avaient|étaient|sont|seront|furent|werden|wurden|waren|sind|zijn|were|are|had|have|hatten|haben|hadden|hebben|van|hen|d|parmi|von|of|davon|ihnen|them|entre|eux|elles|held|contained|contain|carried|weighed|enthielten|bevatten|bleken|contenaient|pesaient|wogen|onder|sous|unter|under|standen|reden|bleken|hatten|fuhren|étai[st]|avaient|the|an|le|la|les|des|het|een|der|die|das|ein|eine|im|nog|noch|still|encore|already|al|reeds|déjà|bereits)$/iu;

/** Endings that a verb has: "1 118 renfermaient", "1,406 tested positive". */
const isVerb: Readonly<Partial<Record<Language, RegExp>>> = {
  fr: /(?:aient|èrent)$/iu,
  en: /[^e]ed$/iu,
};
/** What stands behind a verb and is no noun: "tested positive", "arrived daily". */
const noNoun =
  /^(?:positive|negative|through|across|into|onto|within|without|after|before|since|between|over|out|off|up|down|back|last|each|so|as|when|while|because|who|which|that|not|only|\p{L}+ly) $/iu;

/** What stands beside a number and is in no list: "16 darknet markets". */
function unknownNoun(rest: string, language: Language): string | null {
  const [, word = ''] = /^[ \u00a0]+(?:d['’]|de )?([\p{L}-]{3,})/u.exec(rest) ?? [];
  if (word === '' || stops.test(`${word} `) || verbs.test(word)) return null;
  if (isVerb[language]?.test(word)) {
    // "12 encrypted phones": of the phones that they are.
    const [, behind = ''] = /^[ \u00a0]+[\p{L}-]+ ([\p{L}-]{2,})/u.exec(rest) ?? [];
    return language !== 'en' ||
      behind === '' ||
      verbs.test(behind) ||
      [stops, noNoun].some((words) => words.test(`${behind} `))
      ? null
      : behind;
  }
  // "800.000 gefälschte Waren"
  if (language === 'de')
    return /^[ \u00a0](?:\p{Ll}+e[nrsm]? ){0,2}(\p{Lu}[\p{L}-]{2,})/u.exec(rest)?.[1] ?? null;
  // "3 Albanezen"; a name of one letter or a brand is none.
  return word;
}

const currency = /(?:€|\$|£|¥|EUR|USD|GBP|CHF)[ \u00a0]?$/u;
/** Behind the sign of a currency a letter is enough: "£40m". */
const letterScales: readonly (readonly [RegExp, number])[] = [
  [/^k(?![\p{L}\d])/iu, 1e3],
  [/^mn?(?![\p{L}\d])/iu, 1e6],
  [/^b(?![\p{L}\d])/iu, 1e9],
];

/** A letter right behind a number that may be its scale: "rose from 34m to 68m", "12k pills"; a small "m" is metres but in English. */
const gluedLetter: Readonly<Record<Language, RegExp>> = {
  nl: /^(?:k|K|M)(?![\p{L}\d])/u,
  fr: /^(?:k|K|M)(?![\p{L}\d])/u,
  de: /^(?:k|K|M)(?![\p{L}\d])/u,
  en: /^(?:k|mn?)(?![\p{L}\d])/iu,
};
/** "a 34m yacht", "a depth of 12m", "34m lang" */
const metresBefore =
  /(?<!\p{L})(?:an?|een|une?|eine?[nmrs]?|depth|length|height|width|distance|diepte|lengte|hoogte|breedte|afstand|profondeur|longueur|hauteur|largeur|tiefe|länge|höhe|breite|entfernung)\s+(?:(?:of|van|de|von)\s+)?(?:\p{L}+\s+)?$/iu;
const metresBehind =
  /^\s?m(?!\p{L})(?![²³\d])(?:[ -](?:long|deep|high|wide|tall|away|below|above|off|under|from|lange?|diepe?|hoge?|hoog|brede?|breed|onder|boven|van|de (?:long|profondeur|haut|large)|sous|tiefe?[nrsm]?|hohe?[nrsm]?|hoch|breite?[nrsm]?|unter|über|entfernt)(?!\p{L}))/iu;

/** Whether a number is of metres: "a 34m yacht". */
function isOfMetres(lead: string, rest: string, language: Language): boolean {
  return (
    metresBehind.test(rest) ||
    (/^\s?m(?!\p{L})(?![²³\d])/u.test(rest) &&
      (metresBefore.test(lead) || (language !== 'en' && !/^m euro/u.test(rest))))
  );
}

/** Words for some of what follows, however many: "several thousand", "mehrere 1000", "enkele honderden". */
const severalBefore: Readonly<Record<Language, RegExp>> = {
  nl: /(?<!\p{L})(?:enkele|verscheidene|verschillende|meerdere|een paar|vele|tal van|ettelijke)\s+$/iu,
  fr: /(?<!\p{L})(?:plusieurs|quelques|de nombreu(?:x|ses))\s+$/iu,
  de: /(?<!\p{L})(?:mehrere[nr]?|einige[nr]?|etliche[nr]?|viele[nr]?|ein paar|zig)\s+$/iu,
  en: /(?<!\p{L})(?:several|a few|many|multiple|a couple of|a couple)\s+$/iu,
};

/** The longest words right before a number that mark it. */
function markedBefore(
  lead: string,
  language: Language,
): { readonly marker: Marker; readonly words: string; readonly start: number } | null {
  const end = lead.trimEnd().length;
  const text = lead.slice(0, end);
  const starts = [...text.matchAll(/(?<=^|[\s(«"“„'’])(?=[\p{L}~≈±>≥<≤+])/gu)]
    .map(({ index }) => index)
    .slice(-5);
  for (const start of starts) {
    const words = text.slice(start).replace(/^l['’]/iu, '');
    const marker = markerOf(words, [language]);
    if (marker && !/^(?:de|van|von|from|totaal|minimum|maximum)$/iu.test(words))
      return { marker, words, start };
  }
  return null;
}

/** "an estimated street value of", "valeur estimée à", "geraamd op": the word that marks the sum stands before its noun. */
function estimatedBefore(lead: string): ReturnType<typeof markedBefore> {
  const found =
    /(?<!\p{L})(?:geschat(?:te)?|geraamd|estimée?s?|évaluée?s?|geschätzte[nrs]?|estimated)\s+(?:\p{L}+\s+){0,3}?(?:van|op|de|d['’]|à|von|of|at)\s*$/iu.exec(
      lead,
    );
  return found ? { marker: 'rounded', words: found[0].trim(), start: found.index } : null;
}

/** "400 kilo minder dan in", "11 Tonnen Kokain mehr als im", "5 kg de moins qu'en", "7,6 ton of 21 procent meer"; not "300 agenten meer dan 1.000 …". */
const comparedBehind =
  /^\s*(?:(?!was |were |waren |werd|wurde|in |im )\p{L}+ )?(?:minder|meer|fewer|less|more|weniger|mehr)\s+(?:dan|than|als)\s+(?:nu|vandaag|now|today|jetzt|heute|in|im|en|op|de|het|een|die|der|den|das|the|a|an|last|vorig|eerder|voorheen|verwacht|noch|(?:19|20)\d{2}(?![\d.,]))|^\s*(?:(?:de |d['’])\p{L}+ )?(?:de |en )(?:plus|moins)\s+qu(?:e(?!\p{L})|['’])|^\s*(?:of|ou|oder|or)\s+\d+(?:[.,]\d+)?\s*(?:%|procent|pour cent|prozent|per ?cent)\s+(?:minder|meer|fewer|less|more|weniger|mehr|de plus|de moins)/iu;
const changes =
  'toename|stijging|daling|afname|verhoging|vermindering|augmentation|hausse|baisse|diminution|recul|progression|increase|decrease|rise|drop|decline|reduction|anstieg|zunahme|rückgang|abnahme|steigerung';
const changed =
  'steeg|stegen|stijgt|daalden?|daalt|gestegen|gedaald|toegenomen|afgenomen|augmenté|diminué|reculé|progressé|baissé|rose|fell|grew|dropped|increased|decreased|declined|stieg(?:en)?|sank(?:en)?|gestiegen|gesunken|gefallen|zugenommen|abgenommen|zurückgegangen';
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
const changedFrom = new RegExp(
  `(?<!\\p{L})(?:${changes}|${changed}|passée?s?|pass(?:ent?|er|ant)|ging(?:en)?|went)\\s+(?:\\p{L}+\\s+){0,3}?(?:van|from|de|von)\\s*$`,
  'iu',
);
const changeBehind = new RegExp(`^\\s*(?:\\p{L}+\\s+)?(?:${changed})(?!\\p{L})`, 'iu');
const arrives = /^\s*(?:\p{L}+\s+){0,2}(?:naar|tot|à|to|auf|bis)\s+(?:\p{L}+\s+){0,2}\d/iu;

/** Whether a figure is how much more or less there was, not how much there was. */
function isDifference(lead: string, rest: string): boolean {
  return (
    comparedBehind.test(rest) ||
    changedBy.test(lead) ||
    (changeOf.test(lead) && !arrives.test(rest)) ||
    (/(?<!\p{L})(?:met|um)\s*$/iu.test(lead) && changeBehind.test(rest))
  );
}

/** "17 batches were over 1,000 kilograms", "vingt saisies supérieures à cent kilos": how heavy each of them was at least. */
const eachAbove =
  /^\s*(?:(?:were|waren|war|étaient|wogen|weighed|pesaient|zijn|sind|are) )?(?:(?:elk|each|chacune?|jeweils) )?(?:(?:van|de|von|of|à|d['’]) ?)?(?:(?:elk|each|chacune?|jeweils) )?(?:meer dan|boven(?: de)?|zwaarder dan|groter dan|over|above|more than|larger than|heavier than|exceeding|at least|plus d(?:e |['’])|supérieur(?:e?s)? à|dépassant(?: les)?|de plus d(?:e |['’])|au moins|mehr als|über|schwerer als|größer als|mindestens|minstens|tenminste|ten minste)\s*$/iu;

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
const otherClause =
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

const notSo: Readonly<Record<Language, RegExp>> = {
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
function isOfEachPiece(
  previous: Figure | undefined,
  text: string,
  { at, end, counted }: Pick<Figure, 'at' | 'end' | 'counted'>,
): boolean {
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

/** "of more than 5,000 kilograms in total": of all of them, and no size of each. */
const together =
  /^[^.;]{0,60}?(?<!\p{L})(?:in total|au total|en tout|in totaal|samen|together|combined|zusammen|insgesamt)(?!\p{L})/iu;

/** Whether a mass is the size from which on the finds before it were counted. */
function isThreshold(
  previous: Figure | undefined,
  figure: {
    readonly text: string;
    readonly at: number;
    readonly end: number;
    readonly counted: Counted | null;
  },
): boolean {
  return (
    figure.counted?.kind === 'mass' &&
    !together.test(figure.text.slice(figure.end)) &&
    previous?.noClaim === null &&
    previous.value > 1 &&
    (previous.counted?.kind === 'finds' || previous.counted?.kind === 'other') &&
    eachAbove.test(figure.text.slice(previous.end, figure.at))
  );
}

/** "Zendingen van meer dan 1000 kilo": of no number of finds, how heavy such are. */
function ofSize(lead: string, language: Language): boolean {
  const [, noun = '', size = ''] = /^[^\p{L}\d]*(\p{L}+)(\s.*)$/u.exec(lead) ?? [];
  return countedAt(noun, language)?.kind === 'finds' && eachAbove.test(size);
}

/** "€3.5 billion ($3.8 billion)": the same sum once more. */
function isConversion(
  previous: Figure | undefined,
  figure: { readonly text: string; readonly start: number; readonly counted: Counted | null },
): boolean {
  return (
    figure.counted?.kind === 'money' &&
    previous?.counted?.kind === 'money' &&
    previous.counted.unit !== figure.counted.unit &&
    /^\s*\((?:(?!and |en |et |und )\p{L}+\.? )?$/iu.test(
      figure.text.slice(previous.end, figure.start),
    )
  );
}

const totals = /totaal|total|insgesamt/iu;
const behindMarks: readonly (readonly [RegExp, Marker])[] = [
  [
    /^\s+(?:environ|ongeveer|ungefähr|or so|geschat|geraamd|geschätzt|taxiert)(?!\p{L})/iu,
    'rounded',
  ],
  [/^\s*(?:\+|(?:of|ou|oder|or) (?:meer|plus|mehr|more)(?!\p{L}))/iu, 'floor'],
  [/^\s+(?:of minder|ou moins|oder weniger|or (?:less|fewer))(?!\p{L})/iu, 'ceiling'],
];

interface Candidate {
  readonly at: number;
  readonly end: number;
  readonly text: string;
  readonly value: number | null;
  readonly about: boolean;
  /** Whether it is the measure of a price. */
  readonly isPriced?: boolean;
}

/** Words for nobody: a zero, which only a source can say. */
const nobody: Readonly<Record<Language, RegExp>> = {
  nl: /(?<!\p{L})niemand(?!\p{L})/giu,
  fr: /(?<!\p{L})aucune personne(?!\p{L})/giu,
  de: /(?<!\p{L})(?:niemand|keine personen?)(?!\p{L})/giu,
  en: /(?<!\p{L})(?:nobody|no one|no persons?)(?!\p{L})/giu,
};

/** Numbers in digits and in words, in order. */
function candidates(text: string, language: Language): readonly Candidate[] {
  const phones = [...text.matchAll(phone)];
  const isPhone = (at: number): boolean =>
    phones.some(({ index, 0: words }) => at > index && at < index + words.length);
  const found: Candidate[] = [...text.matchAll(digits)].map(({ index, 0: words }) => ({
    at: index,
    end: index + words.length,
    text: words,
    value: null,
    about: false,
  }));
  for (const { index, 0: words } of text.matchAll(nobody[language]))
    found.push({ at: index, end: index + words.length, text: words, value: 0, about: false });
  const tokens = [...text.matchAll(/demi-|[\p{L}]+(?:-[\p{L}]+)*/giu)];
  for (let at = 0; at < tokens.length; at += 1) {
    const start = tokens[at]?.index ?? 0;
    const run: string[] = [];
    for (let next = at; next < tokens.length && run.length < 9; next += 1) {
      const token = tokens[next];
      const last = tokens[next - 1];
      if (token === undefined) break;
      if (
        run.length > 0 &&
        last &&
        !/^[ \u00a0]?$/u.test(text.slice(last.index + last[0].length, token.index))
      )
        break;
      run.push(token[0]);
    }
    const numeral = numeralAt(run, language);
    if (!numeral) continue;
    const last = tokens[at + numeral.tokens - 1];
    if (!last) continue;
    found.push({
      at: start,
      end: last.index + last[0].length,
      text: text.slice(start, last.index + last[0].length),
      value: numeral.value,
      about: numeral.about,
    });
    at += numeral.tokens - 1;
  }
  return found.filter(({ at }) => !isPhone(at)).sort((a, b) => a.at - b.at);
}

/** What somebody pays: the measure beside it is that of the price. */
const ofPrice: Readonly<Record<Language, RegExp>> = {
  nl: /(?<!\p{L})(?:\p{L}*prij(?:s|zen)|betaal\p{L}*|betalen|kost(?:te|ten|en)?)(?!\p{L})/iu,
  fr: /(?<!\p{L})(?:prix|coût(?:e|ent|ait|aient)|pa(?:ie|ye)(?:nt)?|pay(?:er|é)|vend(?:u|ent)?)(?!\p{L})/iu,
  de: /(?<!\p{L})(?:\p{L}*preise?n?|(?:be)?zahl(?:t|en|te|ten)|bezahlt\p{L}*|koste(?:t|n|te|ten))(?!\p{L})/iu,
  en: /(?<!\p{L})(?:prices?|pa(?:y|ys|id)|costs?)(?!\p{L})/iu,
};
const money = /^[^,;:]*\d[\d.,]*\s*(?:€|euros?|dollars?)/iu;
/** What a find is worth is no price of so much. */
const valued =
  /(?<!\p{L})(?:\p{L}*waarden?|waard|valeur|valant|\p{L}*werte?s?|worth|valued?)(?!\p{L})/iu;
const costsBehind =
  /^\S+ (?:\p{L}+ ){0,2}?(?:kost(?:te)?|kostet|coûte|costs?|se vend|sells|se négocie|wordt verkocht)(?!\p{L})/iu;
const soldBehind =
  /^\S+ (?:\p{L}+ ){0,3}?(?:wordt|wird|is|est|se)(?!\p{L})[^;]*(?:euros?|€|dollars?)[^;]*(?<!\p{L})(?:verkocht|verhandeld|aangeboden|gehandelt|verkauft|angeboten|vendue?|négociée?|sold|traded|offered)(?!\p{L})/iu;

/** Whether an article and its measure are what a price is of: "Een gram kost 40 euro", "…, een kilo in de groothandel 26.500 euro". */
function isPriced(text: string, start: number, end: number, language: Language): boolean {
  const clause = clauseAround(text, start, end);
  const rest = text.slice(end + 1);
  const price = ofPrice[language];
  if (costsBehind.test(rest) && money.test(rest)) return true;
  if (says(clause.text, 'seized') || valued.test(clause.rest)) return false;
  const lead = text.slice(0, start);
  return (
    costsBehind.test(rest) ||
    soldBehind.test(rest) ||
    // "Voor een gram speed betaalt een gebruiker 8 euro"
    (/(?:voor|für|pour|for)\s*$/iu.test(lead) && price.test(clause.text)) ||
    (money.test(rest) && price.test(lead.split(otherClause).at(-1) ?? ''))
  );
}

/** An article before a measure or a scale is the number one: "plus d'une tonne", "een miljoen euro". */
function articles(text: string, language: Language): readonly Candidate[] {
  return [...text.matchAll(/(?<![\p{L}\d])[\p{L}]+(?= )/gu)].flatMap(({ index, 0: word }) => {
    if (!isArticle(word, language)) return [];
    const rest = text.slice(index + word.length + 1);
    // "une bonne tonne": what marks it stands between.
    const [good = ''] =
      /^(?:bon(?:ne)?|petite?|gute[ns]?|knappe|kleine|goe(?:de|ie)|dikke|good) /iu.exec(rest) ?? [];
    if (
      good !== '' &&
      markedBefore(`${word} ${good}`, language) &&
      measureAt(rest.slice(good.length), language)?.kind === 'mass'
    ) {
      const end = index + word.length + good.length;
      return [{ at: index, end, text: text.slice(index, end), value: 1, about: false }];
    }
    const isCounted =
      scales.some(([pattern]) => pattern.test(rest)) ||
      ['mass'].includes(measureAt(rest, language)?.kind ?? '');
    const isRate =
      /(?:per|par|pro|de|van)\s*$/iu.test(text.slice(0, index)) &&
      !markedBefore(text.slice(0, index), language);
    const end = index + word.length;
    return isCounted && !isRate
      ? [
          {
            at: index,
            end,
            text: word,
            value: 1,
            about: false,
            isPriced: isPriced(text, index, end, language),
          },
        ]
      : [];
  });
}

const phone =
  /(?<![\d.,])0(?: \d{2,3}){3,}(?!\d)|(?<![\d.,])(?:\+\d{1,3}|0\d{1,3})(?:[ ./-]?\d{2,}){1,5}(?:-\d{1,4})?(?!\d)/gu;
const lawBefore =
  /(?:vraag|question|frage|antwoord|réponse|antwort|answer|punt|point|punkt|stap|étape|schritt|step|(?:op|to|at|auf|en|à la) (?:plaats|place|platz)|rang|rank|artikelen?|art\.|articles?|artikeln?|§§?|paragraphes?|alinéas?|lid|absatz|abs\.|wet|loi|gesetz|richtlijn|directive|richtlinie|verordening|règlement|verordnung|regulation|recommandation|aanbeveling|\bn[°o]\.?|\bnr\.?|numéro|nummer|number|hoofdstuk|chapitre|kapitel|chapter|sections?|rubriek|rubrique|abschnitt|drucksache|document|page|pagina|seite|tabel|tableau|tabelle|table|figuur|figure|dossier|annexe?|bijlage|phase|fase|niveau|level|top|covid|empact|route|lijn|ligne|linie|terminal|week|semaine|kalenderwoche|woche|kw|dok|quai|kaai|kai|hal|gate|unit)\s*(?:\(?EU\)?|UE)?\s*$/iu;
const phoneBefore =
  /(?<!\p{L})(?:tel|tél|telefoon|téléphone|telefon|phone|gsm|fax|bel|appel(?:é|e[zr])|compose[zr]|rufen sie|wählen sie|call|dial)(?!\p{L})\.?\s*(?:\p{L}+\s*)?:?\s*(?:\+|\(?0)?[\d\s/().-]*$/iu;

const ofOperation =
  /(?<!\p{L})(?:op[ée]rati(?:on|e)|actie|aktion|action|einsatz|proje[ck]t|projet|code)\s+["“«]?\s?\p{Lu}[\p{L}-]*\s$/iu;
const broughtUpOver =
  /(?<!\p{L})(?:jailed|sentenced|imprisoned|convicted|charged|arrested|held|detained|remanded|accused|wanted|extradited|prosecuted|tried|trial|court|guilty|fined|sacked|suspended|questioned|investigated|investigation|probe|inquiry|row|dispute|outcry)(?: (?!and |who |with )[\p{L}\d]+){0,6} $/iu;

/** Words behind a number that make it something else than a figure of a claim. */
const behind: readonly (readonly [NoClaim, RegExp])[] = [
  [
    'share',
    // "van 8 naar 15 procent"
    /^\s*(?:(?:naar|tot|à|auf|to|bis)\s+\d+(?:[.,]\d+)?\s*)?(?:[-–]\s*\d+(?:[.,]\d+)?\s*)?(?:%|procent(?:punten)?|pour cent|points? de pourcentage|-?prozent(?:punkte)?|per ?cent|percent|pct)(?!\p{L})/iu,
  ],
  [
    'age',
    /^\s*(?:-?jarigen?|-?jährige[rnms]?|ans(?!\s*(?:de prison|d['’]emprisonnement))|jaar oud|jahre alt|years? old|-year-olds?|s(?=\s))(?!\p{L})/iu,
  ],
  ['time', /^\s*(?:u(?:ur)?|h(?:eures?)?\d{0,2}|uhr|auer|o['’]clock|[ap]\.?m\.?)(?![\p{L}])/iu],
  ['time', /^(?::[0-5]\d)/u],
  [
    'duration',
    /^[\s-]*(?:volle[ns]? |halve |full |consecutive |opeenvolgende |gemeinsame |derni[eè]re?s )?(?:jaar|jaren|maanden?|weken|week|dagen|dag|uren|minuten|années?|an(?! (?:d(?:as|ie|en|em|er)|[\d\p{Lu}]))|mois|semaines?|jours?|heures|minutes|jahren?|monaten?|wochen?|tagen?|stunden|years?|months?|weeks?|days?|hours?|\p{L}{3,}(?:tagen?|dagen|stunden|wochen|weken|monaten?|maanden|jahren?|jaren)|decennia|décennies|nachten|nuits|nächten?|nights)(?!\p{L})/iu,
  ],
  [
    'distance',
    /^\s*(?:km(?:\/[uh])?|(?:kilo|centi|milli)?(?:meter[ns]?|mètres?|metres?)|m²|m2|m³|(?:vierkante|kubieke|quadrat|kubik|square|cubic)\p{L}*|hectares?|hektar|°|graden|degrés|grad|degrees|cm|mm|(?:zee)?mijl(?:en)?|nautical|seemeilen|(?:nautical )?miles?)(?!\p{L})/iu,
  ],
  ['multiple', /^\s*(?:keer|maal|fois|mal|times|x)(?!\p{L})/iu],
  ['ordinal', /^(?:e|de|ste|er|ère|re|ème|ième|st|nd|rd|th|\.)(?=\s+\p{L}|$)(?![\p{L}\d])/u],
  ['name', /^(?:-?[A-Z][\p{L}\d]*|-\p{L}{1,3}(?![\p{L}]))/u],
];

/** "un kilo sur deux", "one kilo in three": a share, whatever is counted. */
const oneOfMany =
  /^\s*\p{L}+\s+(?:sur|op de|op|von|in|out of)\s+(?:deux|trois|quatre|cinq|six|sept|huit|neuf|dix|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|zwei|drei|fünf|sechs|sieben|neun|zehn|two|three|four|five|six|seven|eight|nine|ten)(?!\p{L})(?!\s+\p{L})|^\s*\p{L}+\s+sur\s+(?:deux|trois|quatre|cinq|dix)(?!\p{L})/iu;

/** "waren het er 151", "on en comptait 151", "there were 151": so many things, of which no mass is one. */
export const ofThings: RegExp =
  /(?<!\p{L})(?:(?:waren|zijn|werden)(?: \p{L}+){0,2} er|er (?:waren|zijn|werden)|(?:on|ils|elles) en|il y en a(?:vait)?|es (?:waren|sind|gab)|gab es|waren es|there (?:were|are))(?!\p{L})(?: \p{L}+){0,3}\s*$/iu;

/** Right before those of whom a figure is of some. */
export const ofWhom: RegExp =
  /(?<!\p{L})(?:dont|parmi lesquel\p{L}*|onder wie|waaronder|van wie|waarvan|darunter|davon|unter ihnen|including|of whom)\s*$/iu;
/** "nach drei im Jahr 2022" */
const afterOthers = /(?<!\p{L})(?:nach|na|après|after)\s+$/iu;
const yearBehind = /^\s+(?:im Jahr|in|en)\s+(?:19|20)\d{2}(?!\d)/u;

/** Words for the number of parts, means or partners, which count nothing that a claim sheet holds. */
const kindOf = (
  text: string,
  figure: {
    readonly at: number;
    readonly end: number;
    readonly text: string;
    readonly counted: Counted | null;
  },
  language: Language,
): NoClaim | null => {
  const rest = text.slice(figure.end);
  const lead = text.slice(0, figure.at);
  if (
    /(?<![\p{L}])[AENRL]\s?$/u.test(lead) ||
    /(?:Boeing|Airbus)\s*$/u.test(lead) ||
    (figure.counted === null &&
      /(?:autobahn|bundesstra(?:ß|ss)e|autoroute|route nationale|snelweg|rijksweg|motorway|highway)\s$/iu.test(
        lead,
      ))
  )
    return 'road';
  if (
    /[\p{L}]-?$/u.test(lead) &&
    !/\s$/u.test(lead) &&
    !/['’(«]$/u.test(lead) &&
    /^\d/u.test(figure.text)
  )
    return 'name';
  if (
    (figure.counted === null && phoneBefore.test(lead)) ||
    /^0\d+(?![.,])/u.test(figure.text) ||
    /\+$/u.test(lead)
  )
    return 'phone';
  // "L'opération Gaz 789"
  if (figure.counted === null && ofOperation.test(lead)) return 'name';
  // "six of every ten kilos"
  if (/(?<!\p{L})(?:(?:of|out of|in) every|(?:van|op) elke|von je)\s*$/iu.test(lead))
    return 'share';
  // "une personne sur 10", "één op de 4"
  const isAmount = figure.counted?.kind === 'money' || figure.counted?.kind === 'mass';
  if (
    /(?<![\p{L}\d.,])(?:une?|een|één|eine[rsmn]?|one|1)\s+(?:\p{L}+\s+){0,2}(?:sur|op de|op elke|op|von|in|out of|in every)\s*$/iu.test(
      lead,
    ) &&
    // "eine Menge von 12 Kilogramm"; "one in 12 kilos", by itself, is a share.
    (!isAmount || /(?:une?|één|eine[rs]|one|1)\s+\p{L}+\s*$/iu.test(lead))
  )
    return 'share';
  if (/^\d/u.test(figure.text)) {
    if (isOfMetres(lead, rest, language)) return 'distance';
    const found = behind.find(([, pattern]) => pattern.test(rest));
    if (
      found &&
      !(found[0] === 'ordinal' && /^\.$/u.test(rest.trimEnd())) &&
      !(found[0] === 'name' && figure.counted !== null)
    )
      return found[0];
    if (lawBefore.test(lead) && figure.counted === null) return 'law';
    // "Drucksache 20/9876"
    if (
      figure.counted === null &&
      (/^\/\d{3,}/u.test(rest) || (/(?<!\d)\d{1,3}\/$/u.test(lead) && figure.text.length > 2))
    )
      return 'law';
    if (
      /(?<!\p{L})(?:leeftijd van|aged|âgée?s? de|im alter von|van|de|zwischen)\s*$/iu.test(lead) &&
      /^\s*(?:tot|à|bis|to|en|et|und|and|-)\s*\d+\s*(?:jaar|ans|jahre|years)/iu.test(rest)
    )
      return 'age';
    if (
      /(?<!\p{L})aged\s+(?:between\s+)?$|(?:(?:average|mean|median) age|(?:gemiddelde|mediane) leeftijd|âge (?:moyen|médian)|(?:durchschnitts|median)alter|durchschnittliche[sn]? alter)(?:\s+\p{L}+){0,2}:?\s+$/iu.test(
        lead,
      )
    )
      return 'age';
    if (
      /(?:factor|facteur|faktor|(?:multipli|vermenigvuldig|vervielfach|multiplied)\p{L}* (?:par|met|by|um|mit))\s*$/iu.test(
        lead,
      )
    )
      return 'multiple';
    if (
      /^\s*(?:op|sur|von|out of|in)\s*(?:de |the )?(?:\d|tien|dix|zehn|ten)/iu.test(rest) &&
      figure.text.length === 1
    )
      return 'share';
    if (
      /^(?:\s*,\s*\d+)*\s*(?:en|et|und|and|tot|à|bis|to|-|–)\s*\d+\s*(?:jaar|ans|jahren?|years)/iu.test(
        rest,
      )
    )
      return 'age';
    if (
      /(?<!\p{L})(?:aged|leeftijd van|âgée?s? de|im alter von)\s*(?:between |tussen |entre |zwischen )?(?:\d+\s*(?:,|to|and|en|et|und|à|tot|bis|-)\s*)*$/iu.test(
        lead,
      )
    )
      return 'age';
  } else {
    const found = behind.find(
      ([what, pattern]) =>
        ['share', 'age', 'duration', 'multiple', 'distance', 'time'].includes(what) &&
        pattern.test(rest),
    );
    if (found) return found[0];
    // "près d'un kilo sur deux"
    if (figure.text.length < 6 && oneOfMany.test(rest)) return 'share';
    if (/^\s*(?:op|sur|von|out of) (?:de |the )?\p{L}+/iu.test(rest) && figure.counted === null)
      return 'share';
    // "Zes van hen": of those that were counted before.
    const isOfThem =
      /^\s+(?:(?:der|von den|van de|of the|des) (?:\d|\p{L}+ \p{L}*(?:verdacht|suspect|angeklagt|beschuldigt))|van hen|d['’]entre (?:eux|elles)|von ihnen|of them|of whom|davon)/iu.test(
        rest,
      );
    // "Ruim tweehonderd hadden drugs bij zich": what they had or what befell them is said of persons.
    const isOfPersons =
      /^\s+(?:(?!hadden |avaient |hatten |had )\p{L}+\s+){0,2}?(?:\([^)]*\)\s+)?(?:hadden|bleken|waren|werden|zijn|avaient|étaient|ont été|hatten|waren|wurden|had|were)\s/iu.test(
        rest,
      ) && (['drugs', 'influence', 'arrested'] as const).some((act) => says(rest, act));
    const isOne = /^(?:één|une?|eine?[mnrs]?|one)$/iu.test(figure.text);
    if (
      figure.counted === null &&
      !isOfThem &&
      !isOfPersons &&
      !isHeldAround(lead, rest) &&
      (isOne ||
        !(
          ofThings.test(lead) ||
          ofWhom.test(lead) ||
          (afterOthers.test(lead) && yearBehind.test(rest))
        )) &&
      (isOne || unknownNoun(rest, language) === null || !isTaken(lead, rest))
    )
      return 'nothing';
  }
  return null;
};

/** What takes part, or holds what was found, and is counted by nobody. */
const partners = wordSet(
  'landen pays länder ländern countries nationen nations naties nationaliteiten nationalités nationalitäten nationalities staaten states lidstaten',
);
const holders = wordSet(
  'sacs sachets valises cartons caisses ballots zakken tassen koffers dozen kisten balen sporttassen säcke säcken taschen koffer koffern kisten kartons ballen bags holdalls suitcases boxes crates bales sacks',
);
const holding = /^ \p{L}+ (?:contenant|renfermant|containing|holding|met daarin|gefüllt)(?!\p{L})/u;
const within = /(?<!\p{L})(?:in|dans|en|inside|aus|uit)\s+$/iu;

/** Whether a number is of those that took part, of what things lay in, or of who lives somewhere: "aus 31 Nationen", "in één voertuig", "Vauvert (11.000 habitants)". */
function isUncounted(lead: string, rest: string, counted: Counted | null, value: number): boolean {
  const words = /^(?: [\p{L}-]+){1,2}/u.exec(rest)?.[0] ?? '';
  const has = (list: ReadonlySet<string>): boolean =>
    counted === null &&
    words
      .toLowerCase()
      .split(' ')
      .some((word) => list.has(word));
  if (has(partners) || (has(holders) && (within.test(lead) || holding.test(rest)))) return true;
  return (
    (value === 1 && counted?.kind === 'vehicles' && within.test(lead)) ||
    (counted?.kind === 'population' && /\(\s*$/u.test(lead))
  );
}

/** "hield er vijf aan", "nahm zwei fest": persons, by the verb that the number stands in. */
function isHeldAround(lead: string, rest: string): boolean {
  return (
    (/(?<!\p{L})(?:hield(?:en)?|houdt|houden)(?!\p{L})[^,;:]*$/iu.test(lead) &&
      /^(?: van hen)? aan(?!\p{L})(?! (?:de|het|een|boord)(?!\p{L}))/u.test(rest)) ||
    (/(?<!\p{L})n(?:ahm|immt|ehmen)(?:en)?(?!\p{L})[^,;:]*$/iu.test(lead) &&
      /^(?: davon)?(?: vorläufig)? fest(?!\p{L})/u.test(rest))
  );
}

/** "Op twaalf plaatsen werden huiszoekingen verricht" */
const searchedPlaces =
  /^\s+(?:\p{L}+e[nrs]?\s+)?(?:plaatsen|locaties|adressen|panden|endroits|lieux|adresses|orten|objekten?|anschriften|locations|places|addresses|sites|premises|properties)(?!\p{L})/iu;
const searches =
  /(?<!\p{L})(?:huiszoeking\p{L}*|doorzoeking\p{L}*|doorzocht|perquisition\p{L}*|\p{L}*durchsuch\p{L}*|search(?:es|ed)|raid(?:s|ed))(?!\p{L})/iu;
/** Deeds that were done, by the noun beside the number: "Seize perquisitions ont été menées", "Fifteen visits were carried out". */
const carriedOut =
  /^\s+(?:\p{Ll}+\s+)?[\p{L}-]+(?:\s+(?!and |en |et |und )[\p{L}'’-]+){0,6}?\s+(?:carried out|conducted|performed|executed|verricht|uitgevoerd|menée?s|effectuée?s|réalisée?s|durchgeführt|vorgenommen|vollzogen)(?!\p{L})/iu;

/** Whether a few things that no list knows were taken, or persons: "14 panden in beslag genomen"; not what something was taken in. */
function isTaken(lead: string, rest: string): boolean {
  const clause = `${lead.split(/[;:]|\.(?!\d)/u).at(-1) ?? ''} ${rest.split(/;|\.(?!\d)/u)[0] ?? ''}`;
  return (
    (searchedPlaces.test(rest) && searches.test(clause)) ||
    (!stops.test(/\p{L}+(?=\s*$)/u.exec(lead)?.[0].concat(' ') ?? '') && carriedOut.test(rest)) ||
    ((['taken', 'seized', 'arrested', 'influence', 'dismantled', 'searched'] as const).some((act) =>
      says(clause, act),
    ) &&
      !/(?<!beslag (?:gelegd )?|(?:saisie|inbeslagname|beschlagnahmung|seizure) )(?<!\p{L})(?:in|op|uit|bij|over|tijdens|via|na|per|met|dans|sur|à|lors de|de|par|en|aus|auf|bei|nach|mit|an|at|on|from|during|with|after|of|von|van)\s+(?:(?:de|les|ces|the|den|diesen) )?$/iu.test(
        lead,
      ))
  );
}

/** Reads the digits by the habit of the language; the other reading where there are two. */
function readDigits(
  text: string,
  language: Language,
): { readonly value: number; readonly printed: string; readonly other: string | null } | null {
  const plain = text.replace(/[\u00a0\u202f\u2009]/gu, ' ');
  const two = /^([1-9]\d{0,2})([.,])(\d{3})$/u.exec(plain);
  const isGrouping = (mark: string): boolean => (mark === ',') === (language === 'en');
  try {
    if (two) {
      const [, head = '', mark = '', tail = ''] = two;
      const [grouped, decimal] = [`${head}${tail}`, `${head}.${tail}`];
      const printed = isGrouping(mark) ? grouped : decimal;
      return { value: Number(printed), printed, other: isGrouping(mark) ? decimal : grouped };
    }
    const { value, printed } = parseNumber(plain);
    return { value, printed, other: null };
  } catch {
    return null;
  }
}

function scaleBehind(
  text: string,
  hasLetters: boolean,
): { readonly factor: number; readonly length: number } | null {
  const lead = /^[ \u00a0\u202f-]*/u.exec(text)?.[0].length ?? 0;
  for (const [pattern, factor] of hasLetters ? [...scales, ...letterScales] : scales) {
    const [words] = pattern.exec(text.slice(lead)) ?? [];
    if (words !== undefined) return { factor, length: lead + words.length };
  }
  return null;
}

/** "31 en 44 miljoen euro": the scale is of both. */
function sharedScale(text: string): { readonly factor: number; readonly length: 0 } | null {
  const [row] =
    /^(?:, \d{1,3}(?:[.,]\d{1,2})?(?![\d.,]*\d))*,? (?:en|et|und|and|respectievelijk|respectivement|beziehungsweise|bzw\.) \d{1,3}(?:[.,]\d{1,2})?(?=[ \u00a0\u202f])/u.exec(
      text,
    ) ?? [];
  const scale = row === undefined ? null : scaleBehind(text.slice(row.length), false);
  return scale && scale.factor >= 1e6 ? { factor: scale.factor, length: 0 } : null;
}

/** "Zwei Albaner (31/44)", "deux hommes (24 et 29 ans)": the ages of those before. */
function isAmongAges(text: string, at: number): boolean {
  return [
    ...text.matchAll(
      /\([1-9]\d(?:\s*(?:,|\/|en|et|und|and|&)\s*[1-9]\d)+(?: (?:jaar|ans|jahre|years))?\)/giu,
    ),
  ].some(({ index, 0: words }) => at > index && at < index + words.length);
}

/** "zonder gordel (18), zonder rijbewijs (3)", "uit Gent (4) en Aalst (2)": kinds of which so many were counted, and no persons with their ages. */
function countsOfKinds(text: string, language: Language): ReadonlySet<number> {
  const found = [...text.matchAll(/(\p{L}+)(\.?)\s*\((?=([1-9]\d{0,2})\))/gu)];
  const isPerson = ([, word = '', dot]: RegExpExecArray, index: number): boolean =>
    dot !== '' ||
    ['persons', 'suspects', 'staff'].includes(countedAt(word, language)?.kind ?? '') ||
    // "a man from Ghent (34)"
    `${/[^(]*$/u.exec(text.slice(0, index))?.[0]} ${word}`
      .split(/\P{L}+/u)
      .some((each) => oneOfPeople.test(each)) ||
    (/^\p{Lu}/u.test(word) &&
      // "Schiphol (607), gevolgd door Eindhoven (74)": nobody is that old.
      found.every(([, , , age]) => Number(age) <= 110) &&
      places.lookup(word, language).kind === 'none' &&
      (language !== 'de' || /\p{Lu}\p{L}*\s+$/u.test(text.slice(0, index))));
  return new Set(
    found.length > 1 &&
      (found.length > 2 || found.some(([, , , age]) => Number(age) < 12 || Number(age) > 110)) &&
      !found.some((one) => isPerson(one, one.index))
      ? found.map(({ index, 0: words }) => index + words.length)
      : [],
  );
}

/** Whether the word that ends here names things, and none a person of that age: "les joints (31)". */
function isCountedBefore(lead: string, language: Language): boolean {
  const [word = ''] = /\p{L}+(?=\s*$)/u.exec(lead) ?? [];
  const kind = countedAt(word, language)?.kind;
  return kind !== undefined && ['pieces', 'finds', 'weapons', 'vehicles'].includes(kind);
}

/** Words behind which four digits are a year, whatever stands behind them. */
const yearBefore: Readonly<Record<Language, ReadonlySet<string>>> = {
  nl: wordSet(
    'in sinds vanaf tot van over voor tussen tijdens jaar anno eind einde begin medio heel gans zomer winter lente herfst voorjaar najaar tegen rond',
  ),
  fr: wordSet(
    'en depuis dès année années an fin début courant mi jusqu été hiver printemps automne entre avant après',
  ),
  de: wordSet(
    'in im seit ab bis jahr jahre jahres jahren ende anfang mitte sommer winter frühjahr herbst von zwischen vor nach für',
  ),
  en: wordSet(
    'in since from until till by year years early late mid summer winter spring autumn fall during throughout between before after of for',
  ),
};
/** "in 2023 en 2024" */
const otherYear =
  /(?<!\d)(?:19|20)\d{2}\s*(?:[,/–-]|,? ?(?:en|et|und|and|of|ou|oder|or|tot|à|bis|to))\s*$/iu;
const definite = wordSet('the de het der die das den dem');
/** A plural noun of no list right behind a number, by its form. */
const plural: Readonly<Record<Language, RegExp>> = {
  nl: /^ (?:\p{Ll}{4,}e )?(\p{Ll}{3,}(?:en|s))(?!\p{L})/u,
  fr: /^ (\p{Ll}{4,}s)(?!\p{L})/u,
  de: /^ (?:\p{Ll}{3,}e )?(\p{Lu}\p{L}{2,}(?:en|er|ern|eln|e|s))(?!\p{L})/u,
  en: /^ (\p{Ll}{3,}(?<![suio])s)(?!\p{L})/u,
};
/** Words of such a form that are none: verbs, and what begins another part of the sentence. */
const noPlural: Readonly<Record<Language, ReadonlySet<string>>> = {
  nl: wordSet(
    'werden wurden waren worden hadden hebben konden kunnen zouden moesten moeten vonden vinden gingen gaan kwamen komen namen nemen stegen daalden bleven blijven lagen liggen stonden staan deden doen gaven geven tussen tijdens sinds volgens alleen samen buiten binnen eens slechts nogmaals soms ons',
  ),
  fr: wordSet(
    'dans sous sans mais vers après alors depuis moins hors plus plusieurs certains certaines quelques toutes elles leurs nous vous dès lors puis jamais toujours près très pris mises saisies',
  ),
  de: wordSet(''),
  en: wordSet('was has its his does sees says plus across towards perhaps always sometimes'),
};
/**
 * Whether a plural noun stands behind; null where four digits may be a year as well: "stellte der Zoll 2012 Waren sicher", and
 * at the start before what may be a verb: "2020 brings".
 */
function isPluralBehind(rest: string, isFirst: boolean, language: Language): boolean | null {
  const [whole = '', word = ''] = plural[language].exec(rest) ?? [];
  if (
    word === '' ||
    noPlural[language].has(word.toLowerCase()) ||
    substancesIn(word, language).length > 0
  )
    return false;
  const mayBeVerb = isFirst && language !== 'fr' && whole.trim() === word;
  return language === 'de' || mayBeVerb ? null : true;
}

/** The numbers of a sentence: figures, and what is none with the reason; and the times it names. */
export function figuresIn(
  text: string,
  language: Language,
): { readonly figures: readonly Figure[]; readonly times: readonly Mention[] } {
  const isFigure = (start: number, end: number): boolean | null => {
    const [lead = ''] = /\p{L}+(?=\s*$)/u.exec(text.slice(0, start).toLowerCase()) ?? [];
    if (yearBefore[language].has(lead) || otherYear.test(text.slice(0, start))) return false;
    // "the 2031 seizures": of that year, or so many; in French so many.
    if (language !== 'fr' && definite.has(lead)) return null;
    // "die 2021 begonnenen Ermittlungen"
    if (language === 'de' && /^ \p{Ll}+(?:t|en)e[nrs]? \p{Lu}/u.test(text.slice(end))) return false;
    const noun = nounBehind(text.slice(end), language);
    if (noun !== null && /^[ \u00a0]/u.test(text.slice(end))) return true;
    return isPluralBehind(text.slice(end), lead === '', language);
  };
  const times = timesIn(text, language, isFigure);
  const isTime = (start: number, end: number): boolean =>
    times.some((time) => start < time.end && end > time.start);
  const all = [...candidates(text, language), ...articles(text, language)].sort(
    (a, b) => a.at - b.at,
  );
  const figures: Figure[] = [];
  const ofKinds = countsOfKinds(text, language);
  for (const candidate of all) {
    if (isTime(candidate.at, candidate.end)) continue;
    if ((figures.at(-1)?.numberEnd ?? 0) > candidate.at) continue;
    const read =
      candidate.value === null
        ? readDigits(candidate.text, language)
        : { value: candidate.value, printed: String(candidate.value), other: null };
    if (!read) continue;
    const hasSign = currency.exec(text.slice(0, candidate.at));
    const isOfLetter =
      candidate.value === null &&
      hasSign === null &&
      gluedLetter[language].test(text.slice(candidate.end)) &&
      !isOfMetres(text.slice(0, candidate.at), text.slice(candidate.end), language);
    const scale =
      scaleBehind(text.slice(candidate.end), isOfLetter || hasSign !== null) ??
      sharedScale(text.slice(candidate.end));
    const isScaled = scale !== null && !Number.isNaN(scale.factor);
    let factor = scale?.factor ?? 1;
    if (scale && Number.isNaN(scale.factor)) factor = language === 'en' ? 1e9 : Number.NaN;
    if (Number.isNaN(factor)) continue;
    let end = candidate.end + (scale?.length ?? 0);
    const halfBehind = (at: number): string =>
      /^ (?:et demie?|en (?:een )?hal(?:f|ve)|and a half|und (?:eine )?halben?)(?!\p{L})/iu.exec(
        text.slice(at),
      )?.[0] ?? '';
    let { value, printed } = read;
    const addHalf = (): void => {
      const half = halfBehind(end);
      if (half === '' || printed.includes('.')) return;
      value += 0.5;
      printed = `${printed}.5`;
      end += half.length;
    };
    addHalf();
    const noun = nounBehind(text.slice(end), language);
    const signed: Counted | null = hasSign
      ? {
          kind: 'money',
          unit: /\$|USD/u.test(hasSign[0]) ? 'USD' : /€|EUR/u.test(hasSign[0]) ? 'EUR' : null,
          countUnit: null,
          words: hasSign[0].trim(),
        }
      : null;
    const isNobody = candidate.value === 0 && !/^(?:nul|zéro|null|zero)$/iu.test(candidate.text);
    if (isNobody && !(says(text, 'drugs') || says(text, 'arrested') || says(text, 'influence')))
      continue;
    const counted: Counted | null = isNobody
      ? { kind: 'persons', unit: 'person', countUnit: null, words: candidate.text }
      : (signed ?? noun?.counted ?? null);
    // "EUR 14,000 a kilo": the price of each.
    const previous = figures.at(-1);
    if (
      candidate.value === 1 &&
      counted?.kind === 'mass' &&
      previous?.counted?.kind === 'money' &&
      /^\s+$/u.test(text.slice(previous.end, candidate.at))
    )
      continue;
    const numberEnd = end;
    if (!signed && !isNobody && noun) end += noun.end;
    addHalf();
    const lead = text.slice(0, candidate.at - (hasSign?.[0].length ?? 0));
    const own = candidate.value === 1 ? markedBefore(candidate.text, language) : null;
    const before = own
      ? { ...own, start: candidate.at }
      : (markedBefore(lead, language) ?? estimatedBefore(lead));
    const [late, lateMarker] = behindMarks.flatMap(([pattern, marker]) => {
      const [words] = pattern.exec(text.slice(end)) ?? pattern.exec(text.slice(numberEnd)) ?? [];
      return words === undefined ? [] : ([[words.trim(), marker]] as const);
    })[0] ?? [null, null];
    const isTotal = before !== null && before.marker === 'exact' && totals.test(before.words);
    let marker: Marker | null = isTotal ? null : (before?.marker ?? lateMarker ?? null);
    // "gestegen tot 47": where a change arrives, and no upper end.
    if (
      marker === 'ceiling' &&
      /^(?:tot|bis)$/iu.test(before?.words ?? '') &&
      /(?:van|von|leidde|leiden|leidt|geleid|stijg|gesteg|daal|liep(?:en)? op|loopt op|oplop|opliep|steeg|verdubbel|verdrie|toegenomen|groeide|gedaald|stieg|gestiegen|sank|gesunken|opgelopen)/iu.test(
        lead,
      )
    )
      marker = null;
    // "liep dat vorig jaar op tot 50 ton"
    if (
      marker === 'ceiling' &&
      /^tot$/iu.test(before?.words ?? '') &&
      /(?<!\p{L})op\s*$/iu.test(text.slice(0, before?.start ?? candidate.at))
    )
      marker = null;
    // "jailed for 15 years over 1,050 kg": about them, and not more than so many.
    if (
      language === 'en' &&
      /^over$/iu.test(before?.words ?? '') &&
      (counted?.kind === 'mass' || counted?.kind === 'money') &&
      broughtUpOver.test(lead.slice(0, before?.start))
    )
      marker = null;
    if (candidate.about && (marker === null || marker === 'exact')) marker = 'rounded';
    const isRange =
      before?.marker === 'range' ||
      (figures.at(-1)?.noClaim === 'range' &&
        /^\s*(?:\p{L}+ )?(?:en|et|und|and|à|tot|bis|to|-|–)\s*(?:EUR|USD|GBP|CHF|[€$£])?\s*$/iu.test(
          text.slice(figures.at(-1)?.numberEnd ?? 0, candidate.at),
        )) ||
      (/^\s*(?:-|–)\s*\d/u.test(text.slice(numberEnd)) && /^\d/u.test(candidate.text)) ||
      // "7 bis 13 Kilogramm"
      (counted === null &&
        /^\s*(?:tot|à|bis|to)\s+\d/u.test(text.slice(numberEnd)) &&
        !changedFrom.test(lead));
    const unknown = counted ? null : unknownNoun(text.slice(numberEnd), language);
    const isOfKind = ofKinds.has(candidate.at);
    const what = isOfKind
      ? null
      : kindOf(
          text,
          {
            at: candidate.at,
            end: isScaled ? numberEnd : candidate.end,
            text: candidate.text,
            counted,
          },
          language,
        );
    figures.push({
      start: before?.start ?? candidate.at - (hasSign?.[0].length ?? 0),
      end,
      at: candidate.at,
      numberEnd,
      value: factor === 1 ? value : Number((value * factor).toPrecision(15)),
      printed,
      // "34m": of what a letter says, or so many.
      other: isOfLetter ? printed : read.other,
      marker: marker === 'range' || marker === 'ceiling' ? null : marker,
      markerWords:
        marker === null
          ? null
          : candidate.about && !before
            ? candidate.text
            : (before?.words ?? late ?? candidate.text),
      counted,
      unknown,
      inWords: candidate.value !== null,
      negation: notSo[language].exec(text.slice(0, before?.start ?? candidate.at))?.[0] ?? null,
      noClaim:
        (/^10+$/u.test(String(read.value)) && severalBefore[language].test(lead)
          ? 'several'
          : null) ??
        // "six millions de messages": a unit is asked for, as of digits.
        (what === 'nothing' && (value * factor >= 1000 || (unknown !== null && value >= 20))
          ? null
          : what) ??
        // "(34)" behind a name, and no figure of the year before it.
        (counted === null &&
        unknown === null &&
        factor === 1 &&
        value <= 120 &&
        !isOfKind &&
        text.slice(0, candidate.at).endsWith('(') &&
        !times.some(({ end: till }) => /^\s*\($/u.test(text.slice(till, candidate.at))) &&
        !isCountedBefore(text.slice(0, candidate.at - 1), language) &&
        text.slice(numberEnd).startsWith(')')
          ? 'age'
          : null) ??
        (isAmongAges(text, candidate.at) ? 'age' : null) ??
        // "The driver, 47, was handed over"
        (counted === null &&
        candidate.value === null &&
        /^[1-9]\d$/u.test(candidate.text) &&
        /\p{L},\s$/u.test(text.slice(0, candidate.at)) &&
        /^,\s(?!\d)/u.test(text.slice(numberEnd)) &&
        !/\d/u.test(text.slice(0, candidate.at).split(/[;.]/u).at(-1) ?? '')
          ? 'age'
          : null) ??
        (isDenied(text.slice(0, before?.start ?? candidate.at), text.slice(end), language)
          ? 'denied'
          : null) ??
        unrealIn(text, before?.start ?? candidate.at, end, language) ??
        (/(?<!\p{L})(?:censée?s?|supposed to)(?: ne)? \p{L}+(?: que)?\s+$/iu.test(lead)
          ? 'supposed'
          : null) ??
        (counted?.kind === 'money' &&
        (penaltyBefore.test(lead) || penaltyBehind.test(text.slice(end)))
          ? 'penalty'
          : null) ??
        (counted?.kind === 'money' && isRevenue(text, candidate.at, end) ? 'nothing' : null) ??
        (isDifference(text.slice(0, before?.start ?? candidate.at), text.slice(end))
          ? 'difference'
          : null) ??
        (isForecast(lead, text.slice(end), counted?.kind === 'money') ||
        ahead.test(text.slice(end)) ||
        (counted?.kind === 'money' && isSetAside(text, candidate.at, end))
          ? 'forecast'
          : null) ??
        (candidate.isPriced ||
        ofEach.test(text.slice(end)) ||
        ofSoMany.test(text.slice(numberEnd)) ||
        everyBefore.test(text.slice(0, before?.start ?? candidate.at)) ||
        ((counted?.kind === 'money' || counted?.kind === 'mass') &&
          perThing.test(text.slice(end))) ||
        (previous?.noClaim === 'rate' &&
          (beforeSoMany.test(lead) ||
            (ratioBefore.test(text.slice(0, previous.at)) &&
              !/[;:]/u.test(text.slice(previous.end, candidate.at))))) ||
        (/^10{2,}$/u.test(String(value * factor)) &&
          counted?.kind !== 'money' &&
          ratioBefore.test(lead)) ||
        isOfEachPiece(figures.at(-1), text, { at: candidate.at, end, counted })
          ? 'rate'
          : null) ??
        (anyoneWho[language].test(lead) ||
        (counted?.kind === 'mass' && ofSize(lead, language)) ||
        isThreshold(figures.at(-1), { text, at: candidate.at, end, counted })
          ? 'threshold'
          : null) ??
        (isConversion(figures.at(-1), {
          text,
          start: candidate.at - (hasSign?.[0].length ?? 0),
          counted,
        })
          ? 'conversion'
          : null) ??
        (unknown !== null &&
        value * factor < 20 &&
        marker === null &&
        !isTaken(lead, text.slice(numberEnd))
          ? 'nothing'
          : null) ??
        (isUncounted(lead, text.slice(numberEnd), counted, value * factor) ? 'nothing' : null) ??
        (isRange ? 'range' : marker === 'ceiling' ? 'ceiling' : null),
    });
  }
  return { figures: figures.map((figure, at) => asOfList(figure, at, figures, text)), times };
}

/** "318 cars, 46 boats and 12 horses": few of a thing that no list knows are told of where they stand among others. */
function asOfList(figure: Figure, at: number, all: readonly Figure[], text: string): Figure {
  const [previous, next] = [all[at - 1], all[at + 1]];
  // "11 on marketplaces and five on the dark web"
  const [, place = ''] = /^ (\p{L}+) /u.exec(text.slice(figure.numberEnd)) ?? [];
  if (
    figure.noClaim === 'nothing' &&
    figure.inWords &&
    previous?.noClaim === null &&
    previous.counted === null &&
    previous.unknown === null &&
    stops.test(`${place} `) &&
    text.startsWith(` ${place} `, previous.numberEnd) &&
    /(?:,|\s(?:en|et|und|and))\s+$/iu.test(text.slice(previous.end, figure.start))
  )
    return { ...figure, noClaim: null };
  if (
    figure.noClaim !== 'nothing' ||
    figure.unknown === null ||
    figure.value < 2 ||
    isUncounted(text.slice(0, figure.start), text.slice(figure.numberEnd), null, figure.value)
  )
    return figure;
  const isTold = (one: Figure | undefined): one is Figure =>
    one?.noClaim === null && (one.counted !== null || one.unknown !== null);
  return (isTold(previous) && joining.test(text.slice(previous.end, figure.start))) ||
    (isTold(next) && joining.test(text.slice(figure.end, next.start)))
    ? { ...figure, noClaim: null }
    : figure;
}
