import { type Language, languages } from '@samenbeeld/schema';

/** A sentence of a text, with its offsets in it. */
export interface Sentence {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** The language it is in; null where it is in none of the four. */
  readonly language: Language | null;
}

const abbreviation =
  /(?:^|[\s(])(?:ca|c|bv|nr|no|art|dr|mr|mrs|ms|mme|prof|st|vs|env|ong|mln|mld|mio|mrd|bzw|z\.b|u\.a|d\.h|etc|o\.a|resp|tel|tél|approx|est|max|min|p|pp|abs|jan|feb|mrt|apr|jun|jul|aug|sept|sep|okt|oct|nov|dec|déc|dez|janv|févr|avr|juil)\.$/iu;

/** A line of a list: what it is of and how much ("Cocaïne : 371,5 g"), or a short line with a figure among others. */
const labelled = /^[ \t]*(?:[-•*–][ \t]+)?[\p{Lu}\d][^\n:.!?]{0,40}?[ \u00a0]?:[ \u00a0\t]+\S/u;
const isShortFigure = (line: string): boolean => line.trim().length <= 48 && /\d/u.test(line);

/** Whether a line break parts two items of a list, and is no place where a sentence was wrapped. */
function isItemBreak(text: string, at: number): boolean {
  const before = text.slice(text.lastIndexOf('\n', at - 1) + 1, at);
  const end = text.indexOf('\n', at + 1);
  const behind = text.slice(at + 1, end < 0 ? undefined : end);
  return (
    labelled.test(behind) ||
    (labelled.test(before) && before.length <= 80 && /^[ \t]*[^\p{Ll}\s]/u.test(behind)) ||
    (isShortFigure(before) && isShortFigure(behind) && /^[ \t]*[\p{Lu}\d]/u.test(behind))
  );
}

/** A small word with a capital: a sentence begins with it. */
const opening =
  /^[ \t]*(?:De|Het|Een|In|Op|Bij|Er|Tijdens|Volgens|Le|La|Les|L['’]\p{L}+|Un|Une|Au|Aux|Du|Des|Lors|Der|Die|Das|Ein|Eine|Im|Am|Bei|Nach|The|An?|On|At|During|Since)(?=[ \t])/u;
const unfinished = /(?<!\p{L})(?:\p{Ll}{1,4}|\p{Ll}+(?:che|sche)[rnms]?)[ \t]*$|[,;:(–-][ \t]*$/u;

/** How long the longest line is of the lines without a blank one between them that a place stands in; each such run is looked at once. */
function widthsOf(text: string): (at: number) => number {
  let [start, end, width] = [0, -1, 0];
  return (at) => {
    if (at < start || at > end) {
      start = text.lastIndexOf('\n\n', at) + 1;
      const next = text.indexOf('\n\n', at);
      end = next < 0 ? text.length : next;
      const lines = text.slice(start, end).split('\n');
      width = lines.reduce((most, line) => Math.max(most, line.trimEnd().length), 0);
    }
    return width;
  };
}

/** Whether a line is a title: it has no final stop, and a sentence begins below it, or it ends long before it is full. */
function isTitleBreak(text: string, at: number, widthAt: (at: number) => number): boolean {
  const lineStart = text.lastIndexOf('\n', at - 1) + 1;
  const line = text.slice(lineStart, at).trimEnd();
  const [below = ''] = /^[^\n]*/u.exec(text.slice(at + 1)) ?? [];
  if (/[.!?…:]["”»“’')]*$/u.test(line) || unfinished.test(line) || !/^[ \t]*\p{Lu}/u.test(below))
    return false;
  return opening.test(below) || line.length < 0.6 * widthAt(at);
}

/** Where each sentence begins and ends: at marks that close one, at blank lines, at the items of a list. */
function pieces(text: string): readonly { readonly start: number; readonly end: number }[] {
  const found: { start: number; end: number }[] = [];
  const widthAt = widthsOf(text);
  let start = 0;
  const close = (end: number): void => {
    const piece = text.slice(start, end);
    const lead = piece.length - piece.trimStart().length;
    if (piece.trim() !== '')
      found.push({ start: start + lead, end: start + piece.trimEnd().length });
    start = end;
  };
  const marks = /[.!?]+["”»“’')]*(?=\s)|\n[ \t]*(?:\n|(?=[-•*–][ \t]))|\n/gu;
  for (const { index, 0: mark } of text.matchAll(marks)) {
    const end = index + mark.length;
    if (mark.startsWith('\n')) {
      if (
        mark !== '\n' ||
        /^[-•*–][ \t]/u.test(text.slice(end)) ||
        isItemBreak(text, index) ||
        isTitleBreak(text, index, widthAt)
      )
        close(end);
      continue;
    }
    const lead = text.slice(start, end);
    const next = /^\s*(\S)/u.exec(text.slice(end))?.[1] ?? '';
    // "am 8. Mai" and "der 2. Fall" go on; "lag bei 14. Alleine im …" ends.
    const isDay =
      /(?<!\d)\d{1,2}\.$/u.test(lead) &&
      /^[ \t]*(?:\p{Ll}|(?:Jan|Jän|Feb|Mär|Apr|Mai|Jun|Jul|Aug|Sep|Okt|Nov|Dez|Quartal|Halbjahr|Hälfte))/u.test(
        text.slice(end),
      );
    if (mark.startsWith('.') && (abbreviation.test(lead) || isDay || /\p{Ll}/u.test(next)))
      continue;
    close(end);
  }
  close(text.length);
  return found.flatMap(({ start: from, end }) => parted(text, from, end));
}

/** No sentence is longer: a table that was pasted, or a text without marks, whose figures would all be weighed against each other. */
const longest = 1000;
const mostNumbers = 50;

/** Cuts what is too long for a sentence at the last end of a line, else at the last blank. */
function parted(
  text: string,
  start: number,
  end: number,
): readonly { readonly start: number; readonly end: number }[] {
  const found: { start: number; end: number }[] = [];
  let from = start;
  for (;;) {
    const next = text.slice(from, Math.min(end, from + longest));
    const one = [...next.matchAll(/\d[\d.,]*/gu)][mostNumbers];
    const piece = one ? next.slice(0, one.index) : next;
    if (from + piece.length >= end) break;
    const line = piece.lastIndexOf('\n');
    const cut = line > 0 ? line : piece.search(/\s\S*$/u);
    const to = from + (cut > 0 ? cut : piece.length);
    found.push({ start: from, end: to });
    from = to + (/^\s*/u.exec(text.slice(to, end))?.[0].length ?? 0);
  }
  if (from < end) found.push({ start: from, end });
  return found;
}

const wordsOf: Readonly<Record<Language | 'es' | 'lb', string>> = {
  nl: 'heroïne xtc hasj kilo’s ton de het een van en in op met werden zijn is door naar bij voor dat die te er aan om waren was werd heeft ook niet uit over dit jaar ruim bijna kilo kilogram douane drugs beslag genomen onderschept onderschepte cocaïne politie haven personen voertuigen miljoen euro procent meer dan totaal in eerste gecontroleerd',
  fr: 'le la les des et en une un du dans par ont été sur pour avec est au aux qui dont soit contre plus près cette que ce ces était étaient elles ils a de d l à qu saisies saisie saisi kilos kilogrammes quantité année dernière véhicules personnes drogue drogues douane cocaïne policiers contrôlées étaient seuls euros tonnes et en',
  de: 'der die das und in den von mit wurden ist im auf für bei hat ein eine einer zu aus dem des als war waren wurde nach sich mehr rund nicht über vom kilogramm tonnen drogen zoll kokain rauschgift polizei hafen sichergestellt beschlagnahmt fälle personen fahrzeuge millionen gramm',
  en: 'the of and in to were was by with for from at on had a an is that as this which than more over it has been their its tonnes kilos kilograms cocaine drugs seized customs police port vehicles people persons million arrested heroin',
  es: 'de la el los las que en una un del con por para se como más fue su y lo decomisaron toneladas más droga cocaína puertos kilos tenía',
  lb: 'de d’ déi an hu vu e mat fir op sinn goufen ass eng ronn no beim ons',
};
const lists = Object.entries(wordsOf).map(
  ([language, words]) => [language, new Set(words.split(' '))] as const,
);

/** How many of the words of a text are small words of each language, most first. */
function scoresOf(text: string): readonly { readonly language: string; readonly score: number }[] {
  const words =
    text
      .toLowerCase()
      .replaceAll('’', ' ')
      .match(/\p{L}+/gu) ?? [];
  return lists
    .map(([language, list]) => ({ language, score: words.filter((word) => list.has(word)).length }))
    .sort((a, b) => b.score - a.score);
}

/** The language that most small words of a text are of; null where it is none of the four, undefined where none is clear. */
function languageIn(text: string): Language | null | undefined {
  const [first, second] = scoresOf(text);
  if (!first || first.score === 0) return undefined;
  const known = languages.find((language) => language === first.language);
  if (second && second.score === first.score) return undefined;
  if (!known) return second && first.score - second.score >= 2 ? null : undefined;
  return known;
}

/** Spellings of each language, for a text without small words. */
const spellings: Readonly<Record<Language, RegExp>> = {
  nl: /ij|aa|oe|oo|ee|uu|sch|cht|ï/giu,
  fr: /[éèêçàù]|eau|que|aux|ï/giu,
  de: /[äöüß]|sch|ung(?!\p{L})|ei|(?<=[\s\d] ?)\p{Lu}\p{Ll}{3,}e[nr](?!\p{L})/gu,
  en: /th|wh|ing(?!\p{L})|ough|ed(?!\p{L})|ck/giu,
};

/** The language that a text of labels and figures is spelled in; not English where its digits are not ("3.481.000", "2,3 kg"). */
function likeliest(text: string): Language | undefined {
  const isForeign = /\d(?:\.\d{3}){2}(?!\d)|\d,\d{1,2}(?!\d)/u.test(text);
  const scores = scoresOf(text);
  const [first] = languages
    .filter((language) => !(isForeign && language === 'en'))
    .map((language) => ({
      language,
      score:
        10 * (scores.find((one) => one.language === language)?.score ?? 0) +
        (text.match(spellings[language])?.length ?? 0),
    }))
    .sort((a, b) => b.score - a.score);
  return first && first.score > 0 ? first.language : undefined;
}

/** The sentences of a text. A sentence of no clear language is in that of the text. */
export function sentencesOf(text: string, given?: Language): readonly Sentence[] {
  const whole = given ?? languageIn(text) ?? likeliest(text);
  return pieces(text).map(({ start, end }) => {
    // Where a line was wrapped is no part of what it says; each sign keeps its place.
    const own = text.slice(start, end).replace(/[\r\n\t]/gu, ' ');
    const found = given ?? languageIn(own);
    return { text: own, start, end, language: found === undefined ? (whole ?? 'en') : found };
  });
}
