import { expression } from '@samenbeeld/read';
import type { Language } from '@samenbeeld/schema';

/** Whether a weight is that of the drugs alone, or with their packing. */
export type Weighing = 'net' | 'gross';

/** Words of a weight without its packing and with it, in any language; a bare "net" is "just" in Dutch and a trap of fishermen, "brut" is crude, "gross" large. */
const weighings = {
  net: String.raw`netto(?:gewicht\pL*|mass[ae]\pL*)?|(?:poids|masse|quantité|kg|kilos?) net(?:te)?s?|net (?:weight|mass|kg)`,
  gross: String.raw`brutt?o(?:gewicht\pL*|mass[ae]\pL*)?|(?:poids|masse|quantité|kg|kilos?) brute?s?|(?:brut|gross) kg|kg gross|gross (?:weight|mass)`,
} as const;
/** What means the same in a heading that holds the unit of a weight ("Net (kg)"). */
const inHeadings: Readonly<Record<Weighing, Partial<Record<Language, string>>>> = {
  net: { fr: '|nette?s?|nets?', en: '|net' },
  gross: { fr: '|brute?s?', en: '|gross' },
};
/** What denies the weighing that follows it, with an article or two between ("niet netto", "not the net weight"). */
const denied = String.raw`(?:niet|geen|nicht|kein\pL*|non|pas|not|no)[\s-]+(?:\pL{1,4}\s+){0,2}`;

/** A text that says so, as a description writes it: RE2 has no look ahead, and what a rule finds is replaced. */
const saying = (words: string): string => String.raw`(?is)^(?:.*[^\pL])?(?:${words})(?:[^\pL].*)?$`;
/** A text that says the other, or denies either. */
const unsaying = (other: string): string =>
  saying(`${other}|${denied}(?:${weighings.net}|${weighings.gross})`);

/** Whether a text, or the heading of a weight with its unit, says that a weight is net or gross; null where it says neither, or both. */
export function massBasisIn(text: string, heading?: Language): Weighing | null {
  const words = (basis: Weighing): string =>
    `${weighings[basis]}${(heading && inHeadings[basis][heading]) ?? ''}`;
  const says = (own: Weighing, other: Weighing): boolean =>
    expression(saying(words(own))).test(text) && !expression(unsaying(words(other))).test(text);
  return says('net', 'gross') ? 'net' : says('gross', 'net') ? 'gross' : null;
}

/** The rule of a text that says one of them and not the other, as `rules` of a description hold it. */
export function weighingRule(own: Weighing): {
  readonly match: string;
  readonly not: { readonly match: string };
} {
  const other = own === 'net' ? 'gross' : 'net';
  return { match: saying(weighings[own]), not: { match: unsaying(weighings[other]) } };
}
