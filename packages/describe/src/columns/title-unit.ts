import { expression } from '@samenbeeld/read';
import { inFour, type Language, ownValue, quoted, unitFitsMetric } from '@samenbeeld/schema';
import type { ConstantGuess } from '../column.ts';
import { escaped } from '../escaped.ts';
import { amountUnit } from './unit-words.ts';

/** A word of a title that names a unit, and the pattern that finds the word at its place in another edition. */
interface Stated {
  readonly said: string;
  readonly word: string;
  readonly pattern: string;
}

/** What is read of one line at most: more is no title. */
const read = 400;
const spoken = /(?<![\p{L}\p{M}])(?<say>(?:in|en)\s+)(?<word>\p{L}+)/giu;
/** In brackets, alone or before what it is of ("kg equivalents", "kg cocaïne"); which "(kg per head)" is not. */
const inBrackets = String.raw`\(\s*(?:(?:in|en)\s+)?(\p{L}+)(?:\s+\p{L}+)?\s*\)`;
/** Behind a comma or a dash, as the last word of a line. */
const atEnd = String.raw`[,;:–-]\s*(\p{L}+)\s*$`;
const thousands =
  /(?<![\p{L}\p{N}])(?<text>(?:1[., ]?000|duizend|mille|tausend|thousand)\s+(?<word>\p{L}+))/giu;
const thousandfold: Readonly<Record<string, string>> = { kg: 't', g: 'kg', mg: 'g' };

/** What follows a word, as a pattern: the end of the line, the next word, a figure or a sign. */
function following(rest: string): string {
  const [, next] = /^\s*([\p{L}\p{M}]+|\p{N}|\S)/u.exec(rest) ?? [];
  if (next === undefined) return '\\s*$';
  if (/\p{N}/u.test(next)) return '\\s*\\d';
  return `\\s*${escaped(next)}${/\p{L}/u.test(next) ? '(?:[^\\p{L}\\p{M}]|$)' : ''}`;
}

/** The words at the places where a title names a unit, likeliest first. */
function statedIn(line: string): readonly Stated[] {
  const title = line.slice(0, read);
  const inWords = [...title.matchAll(spoken)].map((match): Stated => {
    const rest = title.slice(match.index + match[0].length);
    const word = match.groups?.['word'] ?? '';
    return {
      said: match[0],
      word,
      pattern: `(?:^|[^\\p{L}\\p{M}])(?:[Ii]n|[Ee]n)\\s+(\\p{L}+)${following(rest)}`,
    };
  });
  const apart = [inBrackets, atEnd].flatMap((pattern) =>
    [...title.matchAll(new RegExp(pattern, 'giu'))].flatMap(([said, word = '']): Stated[] =>
      // "…, Straftaten" says what is counted, as any last word of a title may.
      pattern === atEnd && amountUnit(word, undefined, ['mass', 'volume']) === null
        ? []
        : [{ said: said.trim(), word, pattern }],
    ),
  );
  return [...apart, ...inWords];
}

/** A pattern finds a word where it is the first thing that the pattern finds in the title. */
function finds(pattern: string, titles: readonly string[], word: string): boolean {
  return expression(pattern, 'm').find(titles.join('\n'))?.groups[1]?.trim() === word;
}

function exactly(word: string): string {
  return `(?:^|[^\\p{L}\\p{M}])(${escaped(word)})(?:[^\\p{L}\\p{M}]|$)`;
}

/**
 * The unit that a title states for all figures ("…, in kg"), read again from the title of each edition: one that says "in
 * ton" there is read as tonnes, and one that says nothing at that place is refused. null where no title states one that
 * goes with what is measured.
 */
export function titleUnit(
  titles: readonly string[],
  language: Language,
  metric: string | null,
): ConstantGuess | null {
  const fits = (unit: string | null): unit is string =>
    unit !== null && (metric === null || metric === '' || unitFitsMetric(metric, unit));
  for (const line of titles)
    for (const match of line.slice(0, read).matchAll(thousands)) {
      const { text = '', word = '' } = match.groups ?? {};
      const unit = ownValue(thousandfold, amountUnit(word, language) ?? '') ?? null;
      if (!fits(unit)) continue;
      return {
        value: unit,
        confidence: 0.7,
        reason: inFour(
          'de titel zegt {text}: zijn de cijfers duizenden {word}?',
          'le titre dit {text} : les chiffres sont-ils des milliers de {word} ?',
          'der Titel sagt {text}: sind die Zahlen Tausende von {word}?',
          'the title says {text}: are the figures thousands of {word}?',
          { text: quoted(text), word },
        ),
        alternatives: [],
        written: { fromTitle: exactly(text), codes: { [text]: unit } },
      };
    }
  const all = titles.flatMap(statedIn);
  const units = new Set(all.map(({ word }) => amountUnit(word, language)).filter(fits));
  for (const { said, word, pattern } of all) {
    const unit = amountUnit(word, language);
    if (!fits(unit)) continue;
    // One unit, of what is known to be measured, leaves nothing open.
    const isPlain = units.size === 1 && metric !== null && metric !== '';
    const found = finds(pattern, titles, word);
    return {
      value: unit,
      confidence: isPlain && found ? 0.88 : 0.8,
      reason: inFour(
        'de titel zegt {said}, en elke uitgave wordt opnieuw naar haar titel gevraagd',
        'le titre dit {said}, et le titre de chaque édition est lu à nouveau',
        'der Titel sagt {said}, und der Titel jeder Ausgabe wird neu gelesen',
        "the title says {said}, and each edition's title is asked again",
        { said: quoted(said) },
      ),
      alternatives: [],
      written: found
        ? { fromTitle: pattern, list: 'units' }
        : { fromTitle: exactly(word), codes: { [word]: unit } },
    };
  }
  return null;
}
