import { type Language, places } from '@samenbeeld/schema';
import { says, wordSet } from './acts.ts';
import type { NoClaim } from './claim-words.ts';
import { type Counted, countedAt } from './counted.ts';
import type { NumberRead } from './figure.ts';
import { oneOfPeople } from './named-places.ts';
import { changedFrom, notCounted } from './not-counted.ts';
import { stops, unknownNoun } from './noun-beside.ts';
import { isOfMetres } from './numbers.ts';
import { severalBefore } from './wording.ts';

const lawBefore =
  /(?:vraag|question|frage|antwoord|réponse|antwort|answer|punt|point|punkt|stap|étape|schritt|step|(?:op|to|at|auf|en|à la) (?:plaats|place|platz)|rang|rank|artikelen?|art\.|articles?|artikeln?|§§?|paragraphes?|alinéas?|lid|absatz|abs\.|wet|loi|gesetz|richtlijn|directive|richtlinie|verordening|règlement|verordnung|regulation|recommandation|aanbeveling|\bn[°o]\.?|\bnr\.?|numéro|nummer|number|hoofdstuk|chapitre|kapitel|chapter|sections?|rubriek|rubrique|abschnitt|drucksache|document|page|pagina|seite|tabel|tableau|tabelle|table|figuur|figure|dossier|annexe?|bijlage|phase|fase|niveau|level|top|covid|empact|route|lijn|ligne|linie|terminal|week|semaine|kalenderwoche|woche|kw|dok|quai|kaai|kai|hal|gate|unit)\s*(?:\(?EU\)?|UE)?\s*$/iu;
const phoneBefore =
  /(?<!\p{L})(?:tel|tél|telefoon|téléphone|telefon|phone|gsm|fax|bel|appel(?:é|e[zr])|compose[zr]|rufen sie|wählen sie|call|dial)(?!\p{L})\.?\s*(?:\p{L}+\s*)?:?\s*(?:\+|\(?0)?[\d\s/().-]*$/iu;

const ofOperation =
  /(?<!\p{L})(?:op[ée]rati(?:on|e)|actie|aktion|action|einsatz|proje[ck]t|projet|code)\s+["“«]?\s?\p{Lu}[\p{L}-]*\s$/iu;

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
    /^[\s-]*(?:volle[ns]? |halve |full |consecutive |opeenvolgende |gemeinsame |derni[eè]re?s )?(?:jaar|jaren|maand(?:en)?|weken|week|dagen|dag|uren|minuten|années?|an(?! (?:d(?:as|ie|en|em|er)|[\d\p{Lu}]))|mois|semaines?|jours?|heures|minutes|jahren?|monat(?:en?)?|wochen?|tag(?:en?)?|stunden?|years?|months?|weeks?|days?|hours?|(?!\p{L}*(?:plan|mon|sabo|repor|colla)tagen?(?!\p{L}))\p{L}{3,}(?:tagen?|dagen|stunden|wochen|weken|monaten?|maanden|jahren?|jaren)|decennia|décennies|nachten|nuits|nächten?|nights)(?!\p{L})/iu,
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

/** What a number is by the words right around it, where it is no figure. */
function kindOf(one: NumberRead): NoClaim | null {
  const { text, language, candidate, amount, counted } = one;
  const rest = text.slice(amount.isScaled ? amount.end : candidate.end);
  const lead = text.slice(0, candidate.at);
  const figure = { text: candidate.text, counted };
  const isInDigits = /^\d/u.test(figure.text);
  return (
    kindBefore(lead, figure) ??
    (isInDigits
      ? kindOfDigits(lead, rest, figure, language)
      : kindOfWords(lead, rest, figure, language))
  );
}

/** A number as printed, with what it counts. */
interface Printed {
  readonly text: string;
  readonly counted: Counted | null;
}

function kindBefore(lead: string, figure: Printed): NoClaim | null {
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
  return null;
}

function kindOfDigits(
  lead: string,
  rest: string,
  figure: Printed,
  language: Language,
): NoClaim | null {
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
    /^\s*(?:op|sur|von|out of|in)\s*(?:de |the )?(?:\d(?!\d{3}(?!\d))|tien|dix|zehn|ten)/iu.test(
      rest,
    ) &&
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
  return null;
}

/** Words for the number of parts, means or partners, which count nothing that a claim sheet holds. */
function kindOfWords(
  lead: string,
  rest: string,
  figure: Printed,
  language: Language,
): NoClaim | null {
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
  // "presented by the two ministers": who was spoken of already, or is known.
  if (
    figure.counted === null &&
    !isOfThem &&
    /(?<!\p{L})(?:the|these|those|les|ces|beiden?)\s+$/iu.test(lead)
  )
    return 'nothing';
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
  return null;
}

/** What takes part, or holds what was found, and is counted by nobody. */
const partners = wordSet(
  'landen pays länder ländern countries nationen nations naties nationaliteiten nationalités nationalitäten nationalities staaten states lidstaten',
);
const holders = wordSet(
  'sacs sachets valises cartons caisses ballots zakken tassen koffers dozen kisten balen sporttassen säcke säcken taschen koffer koffern kisten kartons ballen bags holdalls suitcases boxes crates bales sacks',
);
const holding =
  /^ (?:(?:de|of|van|von) |d['’])?\p{L}+ (?:contenant|renfermant|containing|holding|met daarin|gefüllt)(?!\p{L})/u;
const within = /(?<!\p{L})(?:in|dans|en|inside|aus|uit)\s+$/iu;

/** Whether a number is of those that took part, of what things lay in, or of who lives somewhere: "aus 31 Nationen", "in één voertuig", "Vauvert (11.000 habitants)". */
export function isUncounted(
  lead: string,
  rest: string,
  counted: Counted | null,
  value: number,
): boolean {
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

/** "Zwei Albaner (31/44)", "deux hommes (24 et 29 ans)": the ages of those before. */
function isAmongAges(text: string, at: number): boolean {
  return [
    ...text.matchAll(
      /\([1-9]\d(?:\s*(?:,|\/|en|et|und|and|&)\s*[1-9]\d)+(?: (?:jaar|ans|jahre|years))?\)/giu,
    ),
  ].some(({ index, 0: words }) => at > index && at < index + words.length);
}

/** "zonder gordel (18), zonder rijbewijs (3)", "uit Gent (4) en Aalst (2)": kinds of which so many were counted, and no persons with their ages. */
export function countsOfKinds(text: string, language: Language): ReadonlySet<number> {
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

/** Whether a number is how old somebody is. */
function isAge(one: NumberRead): boolean {
  const { text, language, times, isOfKind, candidate, amount, counted, unknown } = one;
  const { at } = candidate;
  const lead = text.slice(0, at);
  const rest = text.slice(amount.end);
  return (
    // "(34)" behind a name, and no figure of the year before it.
    (counted === null &&
      unknown === null &&
      amount.factor === 1 &&
      amount.value <= 120 &&
      !isOfKind &&
      lead.endsWith('(') &&
      !times.some(({ end }) => /^\s*\($/u.test(text.slice(end, at))) &&
      !isCountedBefore(lead.slice(0, -1), language) &&
      rest.startsWith(')')) ||
    isAmongAges(text, at) ||
    // "The driver, 47, was handed over"
    (counted === null &&
      candidate.value === null &&
      /^[1-9]\d$/u.test(candidate.text) &&
      /\p{L},\s$/u.test(lead) &&
      /^,\s(?!\d)/u.test(rest) &&
      !/\d/u.test(lead.split(/[;.]/u).at(-1) ?? ''))
  );
}

/** Whether a number is an end of a range: "7 bis 13 Kilogramm". */
function isOfRange({
  text,
  previous,
  candidate,
  amount,
  counted,
  lead,
  marked,
}: NumberRead): boolean {
  const rest = text.slice(amount.end);
  return (
    marked.isRange ||
    (previous?.noClaim === 'range' &&
      /^\s*(?:\p{L}+ )?(?:en|et|und|and|à|tot|bis|to|-|–)\s*(?:EUR|USD|GBP|CHF|[€$£])?\s*$/iu.test(
        text.slice(previous.numberEnd, candidate.at),
      )) ||
    (/^\s*(?:-|–)\s*\d/u.test(rest) && /^\d/u.test(candidate.text)) ||
    (counted === null && /^\s*(?:tot|à|bis|to)\s+\d/u.test(rest) && !changedFrom.test(lead))
  );
}

function isLikened({ unmarked, text, candidate: { end } }: NumberRead): boolean {
  return (
    /(?<!\p{L})(?:entsprich\p{L}*|entsprechen|equivalent to|equal to|overeen(?:komt|komend) met|komt overeen met|gelijk aan|équiva\p{L}+ à|correspond\p{L}* à)\s+$/iu.test(
      unmarked,
    ) || /^ \p{L}+(?: \p{L}+)? (?:entsprich\p{L}*|overeenkomt)(?!\p{L})/iu.test(text.slice(end))
  );
}

/** Why a number is no figure of a claim, or null. */
export function whyNoClaim(one: NumberRead): NoClaim | null {
  const { text, language, amount, counted, unknown, lead, marked } = one;
  const value = amount.value * amount.factor;
  const rest = text.slice(amount.end);
  if (/^10+$/u.test(String(amount.bare)) && severalBefore[language].test(lead)) return 'several';
  const what = one.isOfKind ? null : kindOf(one);
  // "six millions de messages": a unit is asked for, as of digits.
  const isOfMany = value >= 1000 || (unknown !== null && amount.value >= 20);
  if (what !== null && !(what === 'nothing' && isOfMany)) return what;
  if (isAge(one)) return 'age';
  const other = notCounted(one);
  if (other !== null) return other;
  // "ein Wert, der etwa 400 Haushalten entspricht", "equivalent to 400 households": what it is likened to.
  if (counted === null && unknown !== null && isLikened(one)) return 'nothing';
  const isOfFew = unknown !== null && value < 20 && marked.marker === null && !isTaken(lead, rest);
  if (isOfFew || isUncounted(lead, rest, counted, value)) return 'nothing';
  return isOfRange(one) ? 'range' : marked.marker === 'ceiling' ? 'ceiling' : null;
}
