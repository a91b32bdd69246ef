const per = String.raw`(?<!\p{L})(?:per|pro|par|pour|je|auf|op|(?:for|voor)\s+(?:each|every|elke?|iedere?|de)|pour chaque)\s+`;
/** A rate in words ("per duizend inwoners", "pour cent mille habitants"): its thousands are of what it is a rate of. */
const perMany = new RegExp(
  String.raw`${per}(?:[\d.,\s]*\d\s*|(?:honderd|cent|hundert|hundred|an?|one|een|une?|eine)\s+){0,2}(?:honderd|hundert)?(?:duizend|tausend|thousand|mille|millier|miljoen|million)(?!\p{L})`,
  'iu',
);
/** A rate of those who live there ("per 100 inwoners", "pour 10 000 ménages", "per inhabitant"). */
const perPeople = new RegExp(
  String.raw`(?:${per}|\/\s*)(?:[\d.,\s]*\d\s*|honderd\s+|cent\s+|hundert\s+|hundred\s+)?(?:d[e’']\s*)?(?:\p{L}+\s+)?(?:inw(?:oners?)?|hab(?:itants?)?|Einw(?:ohnern?)?|inhabitants?|people|population|(?:huishoud|haushalt)(?:en?s?|e)?|ménages?|households?)(?!\p{L})`,
  'iu',
);

/** The same with a letter for its thousands ("per_100k", "je 10k"); "per 100 kg" is an amount. */
const perThousands =
  /(?<!\p{L})(?:per|pro|par|pour|je|auf|op)[\s_]*10{0,2}[\s_]?k(?![\p{L}\p{N}])/iu;

/** Whether a heading says that its figures are a rate per so many, in words, or of those who live there. */
export function saysPerMany(heading: string): boolean {
  return perMany.test(heading) || perPeople.test(heading) || perThousands.test(heading);
}

/** A rate in digits ("per 1.000", "/100 000"). */
const perDigits =
  /(?:(?<!\p{L})(?:per|pro|par|pour|je|op|auf|for|voor|sur)|\/)\s*10{1,2}[ .,'’]?(?:000|0)/iu;
const ofUnit = String.raw`(?:€|\$|£|EUR|USD|GBP|euros?|kg|kilo\p{L}*|ton(?:s|nes?|nen)?|lit(?:er|re)s?|st(?:u(?:ks?|cks?)|ück)|pi[èe]ces?|pieces|sigaretten|cigarettes|[Zz]igaretten)`;
/** Thousands or more of a currency, by letters or noughts beside it ("£m", "k€", "Md€", "US$ bn", "eur_mln", "£000s"). */
const manyOfMoney = String.raw`(?:[€£$]|(?<!\p{L})(?:EUR|USD|GBP|CHF))\s?(?:[kKmM]|[mb]n|[mM]ln|[mM]io|0{3}s?)(?![\p{L}\d])|(?<!\p{L})(?:eur|usd|gbp|chf)[_ ](?:[kmt]|[mb]n|mln|mio|000s?)(?![\p{L}\d])|(?<![\p{L}\d.,])(?:[kKTmMB]|M[dn]|Mrd|Mill\.|[mM]io|[mM]ln|0{3}s?)\s?(?:€|£|(?:US\s?)?\$|EUR|USD|GBP|CHF|[Ee]uros?)(?!\p{L})`;
/** Thousands or more that figures are to be multiplied by ("× 1.000", "1.000 EUR", "'000"). */
const timesMany = new RegExp(
  String.raw`(?:[x×*]|(?<!\p{L})(?:maal|fois|mal|times))\s*1(?:[ .,'’\u00a0\u202f]?000){1,3}(?!\d)|(?<![\d.,])1(?:[ .,'’\u00a0\u202f]?000){1,3}(?=\s*${ofUnit})|['’‘]0{3}s?(?!\d)|\(0{3}s?\)|(?<![\d.,])0{3}s?(?=\s*${ofUnit})|${manyOfMoney}`,
  'u',
);
const many = String.raw`(?:millions?|mill\.|miljoen(?:en)?|mln\.?|mio\.?|millionen|milliards?|miljard(?:en)?|mrd\.?|billions?|bn|duizend(?:en|tallen)?|milliers|tausend(?:er)?|tsd\.?|thousands?)`;
/** The same in words. */
const manyWords = new RegExp(
  String.raw`(?<![\p{L}\p{N}])(?:${many}|en mille|in\s*1[ .,]?000)(?![\p{L}\p{N}])`,
  'iu',
);

const ofMoney = new RegExp(manyOfMoney, 'u');

/** What a line around a table says of all its figures. */
const ofAll = new RegExp(
  String.raw`[x×]\s*1[ .,]?000|(?<!\p{L})(?:in|en)\s+${many}(?!\p{L})`,
  'iu',
);

/** How much something is that is counted only from there on, or up to there ("> 1.000 kg", "1 million euros or more"). */
const amountOf = String.raw`(?:\d+(?:[ .,'’\u00a0\u202f]\d{3})*(?:[.,]\d+)?|(?:een|one|une?|eine[rm]?|a)(?=\s))\s*(?:(?:${many}\s*)?(?:${ofUnit}|g|gr|gram(?:s|mes?|m)?)(?!\p{L})|${many}(?!\p{L}))`;
export const sizeLimit: RegExp = new RegExp(
  String.raw`(?:[<>≤≥]=?|(?<!\p{L})(?:over|above|more than|exceeding|at least|from|under|below|less than|up to|boven|vanaf|meer dan|groter dan|minstens|ten minste|minimaal|onder|minder dan|tot|ab|über|mehr als|mindestens|unter|weniger als|bis|plus d[e’']|au-dessus d[e’']|supérieure?s? à|au moins|à partir d[e’']|dès|moins d[e’']|inférieure?s? à|jusqu[’']à))\s*${amountOf}|${amountOf}\s*(?:or|of|ou|oder|en|et|und|and)\s+(?:more|over|above|less|meer|minder|plus|moins|mehr|weniger)(?!\p{L})`,
  'iu',
);

/** Whether a line around a table says that its figures are in thousands or more ("bedragen in duizenden euro"). */
export function scalesAll(line: string): boolean {
  return (ofAll.test(line) || ofMoney.test(line)) && scaleOf(line) !== null;
}

/** Words and letters by the power of ten that they are; "billion" and "trillion" differ by language. */
const powers: readonly (readonly [RegExp, number])[] = [
  [/^(?:milliards?|miljard(?:en)?|mrd|mld|md|bn|b)$/iu, 9],
  [/^(?:millions?|millionen|miljoen(?:en)?|mill|mln|mio|mn|m)$/iu, 6],
  [/^(?:duizend(?:en|tallen)?|tausend(?:er)?|thousands?|tsd|(?:en )?mille|milliers|k|t)$/iu, 3],
];
const currencies =
  /€|£|\$|(?:EUR|USD|GBP|CHF|US|euros?)(?!\p{Ll})|(?<!\p{L})(?:eur|usd|gbp|chf)(?!\p{L})/gu;

/**
 * What figures are to be multiplied by of which a heading or line says that they are in thousands or more; null where it does not,
 * or says it by a word that means several numbers ("billions").
 */
export function multiplierIn(said: string): number | null {
  const scale = scaleOf(said)?.replaceAll('_', ' ');
  if (scale === undefined) return null;
  const [noughts] = scale.match(/(?:[ .,'’\u00a0\u202f]?0{3})+/u) ?? [];
  const word = scale.replaceAll(currencies, ' ').replaceAll('.', ' ').trim();
  const power = noughts
    ? noughts.replaceAll(/\D/gu, '').length
    : (powers.find(([words]) => words.test(word))?.[1] ?? 0);
  return [3, 6, 9].includes(power) ? 10 ** power : null;
}

/**
 * What a heading says of figures that are given in thousands or more ("x 1.000", "in Tsd.", "en milliers"), and that no rate is per; null
 * where it says no such thing, or only how large a thing is that counts.
 */
export function scaleOf(heading: string): string | null {
  if (saysPerMany(heading) || perDigits.test(heading)) return null;
  const unlimited = heading.replace(sizeLimit, ' ');
  const [said] = timesMany.exec(unlimited) ?? manyWords.exec(unlimited) ?? [];
  return said?.trim() ?? null;
}
