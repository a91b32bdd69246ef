import type { Language } from '@samenbeeld/schema';
import { wordSet } from './acts.ts';
import { type Counted, countedAt, measureAt } from './counted.ts';
import { substancesIn } from './named-substances.ts';
import { isArticle, numeralAt } from './numerals.ts';

/** Words between a number and its noun: adjectives, and "of". */
const between = /^(?:[\p{L}][\p{L}'’-]*(?: |-(?= )))/u;

/** What a German participle has before it. */
const attribute =
  /^(?:zur|zum|im|in|am|an|mit|ohne|wegen|aus|von|unter) \p{Lu}\p{L}+ (?=\p{Ll}{5,}(?:t|en|end)e[nr]? \p{Lu})/u;

export function nounBehind(
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
export const stops: RegExp =
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
export function unknownNoun(rest: string, language: Language): string | null {
  const [, word = ''] = /^[ \u00a0]+(?:d['’]|de )?[„“”"«‘']?\s?([\p{L}-]{3,})/u.exec(rest) ?? [];
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
    return (
      /^[ \u00a0](?:\p{Ll}+e[nrsm]? ){0,2}[„“”"»«]?(\p{Lu}[\p{L}-]{2,})/u.exec(rest)?.[1] ?? null
    );
  // "3 Albanezen"; a name of one letter or a brand is none.
  return word;
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
const definite: ReadonlySet<string> = wordSet('the de het der die das den dem');
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

/** Whether four digits are counted things and no year; null where they may be either. */
export function isCount(
  text: string,
  start: number,
  end: number,
  language: Language,
): boolean | null {
  const [lead = ''] = /\p{L}+(?=\s*$)/u.exec(text.slice(0, start).toLowerCase()) ?? [];
  const rest = text.slice(end);
  if (yearBefore[language].has(lead) || otherYear.test(text.slice(0, start))) return false;
  // "the 2031 seizures": of that year, or so many; in French so many.
  if (language !== 'fr' && definite.has(lead)) return null;
  // "die 2021 begonnenen Ermittlungen"
  if (language === 'de' && /^ \p{Ll}+(?:t|en)e[nrs]? \p{Lu}/u.test(rest)) return false;
  return nounBehind(rest, language) !== null && /^[ \u00a0]/u.test(rest)
    ? true
    : isPluralBehind(rest, lead === '', language);
}
