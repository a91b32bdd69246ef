import type { Language } from '@samenbeeld/schema';

/** A number in words: its value, how many of the tokens it takes, and whether the words themselves say "about". */
interface Numeral {
  readonly value: number;
  readonly tokens: number;
  readonly about: boolean;
}

const zeroTo = (words: string): ReadonlyMap<string, number> =>
  new Map(words.split(' ').flatMap((all, at) => all.split('|').map((word) => [word, at] as const)));

/** Zero to nineteen. */
const small: Readonly<Record<Language, ReadonlyMap<string, number>>> = {
  nl: zeroTo(
    'nul één|een twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien vijftien zestien zeventien achttien negentien',
  ),
  fr: zeroTo(
    'zéro un|une deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize dix-sept dix-huit dix-neuf',
  ),
  de: zeroTo(
    'null ein|eins|eine|einen|einem|einer zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn siebzehn achtzehn neunzehn',
  ),
  en: zeroTo(
    'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen',
  ),
};

const tensOf = (words: string): ReadonlyMap<string, number> =>
  new Map(
    words
      .split(' ')
      .flatMap((all, at) => all.split('|').map((word) => [word, (at + 2) * 10] as const)),
  );

const tens: Readonly<Record<Language, ReadonlyMap<string, number>>> = {
  nl: tensOf('twintig dertig veertig vijftig zestig zeventig tachtig negentig'),
  fr: tensOf('vingt|vingts trente quarante cinquante soixante septante huitante|octante nonante'),
  de: tensOf('zwanzig dreißig|dreissig vierzig fünfzig sechzig siebzig achtzig neunzig'),
  en: tensOf('twenty thirty forty fifty sixty seventy eighty ninety'),
};

/** Words of one and a half, and of "two and a half" behind its first part. */
const halves: Readonly<Record<string, number>> = {
  anderhalf: 1.5,
  anderhalve: 1.5,
  anderthalb: 1.5,
  eineinhalb: 1.5,
  half: 0.5,
  halve: 0.5,
  halbe: 0.5,
  halben: 0.5,
  demi: 0.5,
  'demi-': 0.5,
};

/** "three quarters of a", "trois quarts de", "driekwart": parts of what follows, with the words that end them. */
const fractions: Readonly<Record<Language, readonly (readonly [RegExp, number])[]>> = {
  nl: [
    [/^(?:drie kwart|driekwart)(?= |$)/u, 0.75],
    [/^een kwart(?= |$)/u, 0.25],
  ],
  fr: [
    [/^trois quarts (?:de|d une?)(?= |$)/u, 0.75],
    [/^un quart (?:de|d une?)(?= |$)/u, 0.25],
  ],
  de: [
    [/^(?:drei viertel|dreiviertel)(?= |$)/u, 0.75],
    [/^eine? viertel(?= |$)/u, 0.25],
  ],
  en: [
    [/^three quarters of an?(?= |$)/u, 0.75],
    [/^a quarter of an?(?= |$)/u, 0.25],
  ],
};

/** A whole number written as one word in Dutch or German: "tweehonderdvijftig", "einundzwanzig". */
function compound(word: string, language: 'nl' | 'de'): number | null {
  const known = small[language].get(word) ?? tens[language].get(word);
  if (known !== undefined) return known;
  const [thousand, hundred, and] =
    language === 'nl'
      ? (['duizend', 'honderd', /^(.+?)(?:en|ën)$/u] as const)
      : (['tausend', 'hundert', /^(.+?)und$/u] as const);
  for (const [name, size] of [
    [thousand, 1000],
    [hundred, 100],
  ] as const) {
    const at = word.indexOf(name);
    if (at < 0) continue;
    const head = at === 0 ? 1 : compound(word.slice(0, at), language);
    const rest = word
      .slice(at + name.length)
      .replace(language === 'nl' ? /^en(?=.)/u : /^und(?=.)/u, '');
    const tail = rest === '' ? 0 : compound(rest, language);
    return head === null || tail === null || tail >= size ? null : head * size + tail;
  }
  for (const [name, value] of tens[language]) {
    if (!word.endsWith(name)) continue;
    const [, unit = ''] = and.exec(word.slice(0, -name.length)) ?? [];
    const one = small[language].get(unit);
    if (one !== undefined && one > 0 && one < 10) return value + one;
  }
  const half =
    language === 'nl' ? /^(.+?)(?:ën|en)een?half$|^(.+?)(?:ën|en)half$/u : /^(.+?)einhalb$/u;
  const [, first, second] = half.exec(word.replace(/halve$/u, 'half')) ?? [];
  const one = small[language].get(first ?? second ?? '');
  return one === undefined ? null : one + 0.5;
}

/** A number written as several words in French or English: "quatre-vingt-dix mille", "two hundred and fifty". */
function phrase(tokens: readonly string[], language: 'fr' | 'en'): Numeral | null {
  let [total, group, taken, seen] = [0, 0, 0, false];
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at] ?? '';
    if (seen && /^(?:et|and)$/u.test(token)) {
      const next = partsOf(tokens[at + 1] ?? '', language);
      const isJoint =
        language === 'en'
          ? group >= 100 && group % 100 === 0
          : group % 100 >= 20 && ['un', 'une', 'onze'].includes(tokens[at + 1] ?? '');
      if (next && isJoint) continue;
      break;
    }
    const parts = partsOf(token, language);
    if (!parts) break;
    // "deux trois": two numbers, not one.
    for (const part of parts) {
      if (part === 1000) {
        total += (group || 1) * 1000;
        group = 0;
      } else if (part === 100) group = (group || 1) * 100;
      else if (part === 20 && language === 'fr' && group % 100 === 4) group += 76;
      else group += part;
    }
    seen = true;
    taken = at + 1;
  }
  return seen ? { value: total + group, tokens: taken, about: false } : null;
}

function partsOf(token: string, language: 'fr' | 'en'): readonly number[] | null {
  const one = (word: string): number | null => {
    if (word === (language === 'fr' ? 'mille' : 'thousand')) return 1000;
    if ((language === 'fr' ? /^cents?$/u : /^hundred$/u).test(word)) return 100;
    return small[language].get(word) ?? tens[language].get(word) ?? null;
  };
  const whole = one(token);
  if (whole !== null) return [whole];
  const parts = token.split('-').filter((part) => part !== 'et');
  const values = parts.map(one);
  return parts.length > 1 && values.every((value) => value !== null) ? (values as number[]) : null;
}

/** "une cinquantaine", "een vijftigtal", "a dozen", "zwei Dutzend": the word and what it counts. */
function collective(word: string, language: Language): number | null {
  if (language === 'fr') {
    if (/^milliers?$/u.test(word)) return 1000;
    const [, stem = ''] = /^(.+?)aines?$/u.exec(word) ?? [];
    const stems: Readonly<Record<string, number>> = {
      diz: 10,
      douz: 12,
      quinz: 15,
      vingt: 20,
      trent: 30,
      quarant: 40,
      cinquant: 50,
      soixant: 60,
      cent: 100,
    };
    return Object.hasOwn(stems, stem) ? (stems[stem] ?? null) : null;
  }
  if (language === 'nl') {
    if (word === 'dozijn') return 12;
    const [, stem = ''] = /^(.+)tal$/u.exec(word) ?? [];
    return stem === '' ? null : compound(stem, 'nl');
  }
  if (/^(?:dozen|dutzend)$/u.test(word)) return 12;
  return language === 'en' && /^(?:hundred|thousand)$/u.test(word)
    ? word === 'hundred'
      ? 100
      : 1000
    : null;
}

const articles: Readonly<Record<Language, RegExp>> = {
  nl: /^een$/u,
  fr: /^une?$/u,
  de: /^eine[mnr]?$|^ein$/u,
  en: /^an?$/u,
};

/** Whether a word may be the article "a" rather than the number one. */
export function isArticle(word: string, language: Language): boolean {
  return articles[language].test(word.toLowerCase());
}

/**
 * The number that these tokens begin with, in words, or null. An article alone is none, but it belongs to what follows:
 * "une cinquantaine", "a dozen", "half a million", "een half miljoen".
 */
export function numeralAt(tokens: readonly string[], language: Language): Numeral | null {
  const words = tokens.map((token) => token.toLowerCase());
  const [first = '', second = ''] = words;
  const article = isArticle(first, language);
  for (const [pattern, value] of fractions[language]) {
    const [fraction] = pattern.exec(words.join(' ')) ?? [];
    if (fraction !== undefined) return { value, tokens: fraction.split(' ').length, about: false };
  }
  const counted = collective(second, language);
  if (article && counted !== null) return { value: counted, tokens: 2, about: true };
  const pair = small[language].get(first);
  if (pair !== undefined && pair > 1 && counted !== null && !(language === 'en' && counted >= 100))
    return { value: pair * counted, tokens: 2, about: true };
  if (language === 'en' && first === 'half' && isArticle(second, 'en'))
    return { value: 0.5, tokens: 2, about: false };
  const half = halves[article ? second : first];
  if (half !== undefined && (half !== 0.5 || article || language !== 'en'))
    return { value: half, tokens: article ? 2 : 1, about: false };
  if (article) return null;
  if (language === 'nl' || language === 'de') {
    const value = compound(first, language);
    // "twee en een halve ton"
    const [more] =
      /^(?:en|und) (?:een |eine )?(?:half|halve|halb|halben?)(?= |$)/u.exec(
        words.slice(1).join(' '),
      ) ?? [];
    if (value !== null && more !== undefined)
      return { value: value + 0.5, tokens: 1 + more.split(' ').length, about: false };
    return value === null ? null : { value, tokens: 1, about: false };
  }
  const found = phrase(words, language);
  const [and, a, last] = words.slice(found?.tokens ?? 0);
  return found && language === 'en' && and === 'and' && a === 'a' && last === 'half'
    ? { value: found.value + 0.5, tokens: found.tokens + 3, about: false }
    : found;
}
