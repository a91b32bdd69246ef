import { remembered } from '@samenbeeld/read';

/** Sums of the months or quarters above them: totals among times, and elsewhere what figures cover. */
const toDate =
  /^(?:cumul(?: annuel)?|cumulé?|year[- ]to[- ]date|ytd|jaar tot nu|jaartotaal|jahressumme|jahresgesamt|seit jahresbeginn|gesamtjahr)$/iu;

/** Whether a label is the total of times alone. */
export function isTotalOfTimes(label: string): boolean {
  return toDate.test(label.trim());
}

/** Words with which publishers mark a row that holds the sum of others, in four languages, and the bare dashes of the PKS. */
const mark = new RegExp(
  [
    /^-{3,}$/u,
    /^t00\d{4}\b/iu,
    /^(?:sub|grand |general |reported |overall )?-?total(?:s|e|en)?(?:\b|$)/iu,
    /^(?:sub|eind|tussen)?totaal(?:\b|$)/iu,
    /^(?:sous-total|(?:sous-)?totaux)(?!\p{L})/iu,
    /^(?:gesamt|zwischen)(?:summe|menge)(?!\p{L})/iu,
    /(?<!,)(?:\s|\s?\()(?:gesamt|totaal|total|summe)\)?$/iu,
    /^(?:ins|zu)?gesamt(?:summe|zahl)?$/iu,
    /\binsgesamt$/iu,
    /^(?:insg|ges|tot)\.$/iu,
    /\s[-–]\s(?:total|totaal|ensemble)$/iu,
    /^zusammen$/iu,
    /^summe\b/iu,
    /^ensemble(?:$| des? | du )/iu,
    /^tou(?:s|tes)$/iu,
    /^alle?(?:$| (?:drugs|offences|types|misdrijven|soorten|arten|straftaten))/iu,
    /\((?:sub)?total(?: of (?:the )?(?:above|below))?\)$/iu,
    /\btotal of (?:the )?above\b/iu,
    /^somme\b/iu,
    toDate,
  ]
    .map(({ source }) => source)
    .join('|'),
  'iu',
);
/** Most cells hold figures, which say nothing. */
const hasWord = /^-|\p{L}/u;

const parts =
  /^\s*(?:[-–•]\s*)?(?:(?:waarvan|waaronder|dont|davon|darunter|of which|including)(?!\p{L})|(?:w\. ?v\.?|w\. ?o\.?|dav\.|dar\.)[\s:]+\p{L}{2})/iu;

/** The same without dots, which a capital would make the code of something: "wv cocaïne", and no WV or Wo. */
const bareParts = /^\s*(?:[-–•]\s*)?w[vo]\s+\p{L}{2}/u;

/** Whether a label says that its figures are a part of the row above. */
export function saysPart(label: string): boolean {
  return parts.test(label) || bareParts.test(label);
}

/** Whether a label says that it is a total. */
export const saysTotal: (label: string) => boolean = remembered((label) => {
  const text = label.trim();
  return hasWord.test(text) && mark.test(text);
});

const totalWords =
  /(?<![\p{L}-])(?:(?:sub|eind|tussen|grand |general |reported |overall |sous-)?-?(?:total(?:s|e|en)?|totaal|totaux)|(?:ins|zu)?gesamt(?:summe|zahl|menge)?|(?:zwischen)?summe|zusammen|ensemble|somme)(?![\p{L}])/giu;
const joining =
  /^(?:\s|[-–:,()]|(?:of|the|van|de|het|du|des|d[’']|la|le|les|l[’']|von|der|die|das|g[ée]n[ée]ral)(?!\p{L}))+|[\s:,()–-]+$/giu;

/** What a label says beside being a total: "Kokain" of "Kokain gesamt", and nothing of "Summe". */
export function withoutTotal(label: string): string {
  return saysTotal(label) ? label.replace(totalWords, '').trim().replace(joining, '') : label;
}
