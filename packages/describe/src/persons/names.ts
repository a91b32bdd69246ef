import { type Language, notShown, withheldNames, withheldText } from '@samenbeeld/schema';

/** Stands for a sign that is not shown. */
const hidden = '\u2588';

/** A house in a street. */
const address =
  /(?<!\p{L})(?:\p{Lu}\p{L}+(?:straat|laan|weg|plein|kade|dreef|stra(?:ß|ss)e|gasse)\s+\d+\p{L}?|\d+,?\s+(?:rue|avenue|boulevard|chaussée|quai)\s+(?:des?\s+|du\s+|de la\s+|[dl]['’])?\p{Lu}[\p{L}-]+|\d+\s+\p{Lu}\p{L}+\s+(?:Street|Road|Avenue|Lane))(?!\p{L})/gu;

/** A text of the same length, in which what a detector of personal data finds is blacked out: nothing is read there. */
export function masked(given: string): string {
  const text = given.replace(address, (found) => hidden.repeat(found.length));
  const kept = withheldText(text);
  if (kept === text) return text;
  let [at, made] = [0, ''];
  const pieces = kept.split(notShown);
  for (const [number, piece] of pieces.entries()) {
    const found = number === pieces.length - 1 ? text.lastIndexOf(piece) : text.indexOf(piece, at);
    if (found < at) return hidden.repeat(text.length);
    made += hidden.repeat(found - at) + piece;
    at = found + piece.length;
  }
  return withheldText(made) === made ? made : hidden.repeat(text.length);
}

/** A sentence as it may be kept: what is blacked out in it, and what looks like the name of a person, is left out. */
export function withoutNames(text: string, language: Language): string {
  const shown = withheldText(text).replace(new RegExp(`${hidden}+`, 'gu'), notShown);
  return withheldNames(shown, { every: language });
}
