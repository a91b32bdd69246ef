import { InputError } from './errors.ts';
import type { Language } from './language.ts';
import { numeralOf } from './number-words.ts';

/** What stands before a figure, the figure, and what stands behind it. */
export interface Parts {
  readonly before: string;
  readonly figure: string;
  readonly after: string;
}

const figure = /[-−]?\d[\d.,'’]*(?:[\u0020\u00a0\u202f\u2009]\d{3}(?!\d)[\d.,'’]*)*/u;

/** The text cut at its figure, or at a numeral in words. */
export function quantityParts(text: string, known: readonly Language[]): Parts {
  const match = figure.exec(text);
  if (match) {
    const [found] = match;
    const digits = found.replace(/[.,'’]+$/, '');
    const end = match.index + digits.length;
    return { before: text.slice(0, match.index), figure: digits, after: text.slice(end) };
  }
  const tokens = text.split(/\s+/u);
  for (const [at, token] of tokens.entries()) {
    const elided = /^(d['’])?(.+)$/iu.exec(token);
    const values = known.map((language) => numeralOf(elided?.[2] ?? '', language));
    const value = values.find((numeral) => numeral !== null);
    if (value === undefined || value === null) continue;
    const before = [...tokens.slice(0, at), elided?.[1] ?? ''].join(' ');
    return { before, figure: String(value), after: tokens.slice(at + 1).join(' ') };
  }
  return refuseQuantity(
    text,
    'expected a number and a unit, found no number',
    'write the figure in digits',
  );
}

/** A currency sign or code that stands before the figure, cut off. */
export function currencyBefore(before: string): { readonly words: string; readonly unit: string } {
  const match = /^(.*?)(€|\$|eur|usd)\s*$/iu.exec(before.trim());
  return match ? { words: match[1] ?? '', unit: match[2] ?? '' } : { words: before, unit: '' };
}

/** Throws an InputError about a quantity. */
export function refuseQuantity(text: string, problem: string, repair: string): never {
  throw new InputError(`"${text}": ${problem}`, { repair });
}
