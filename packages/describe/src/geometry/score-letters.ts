/** How well a text that was decoded by trial reads. */
export interface LetterScore {
  readonly text: string;
  /** From -1 to 1. */
  readonly score: number;
  /** Characters beyond ASCII that fit, of all of them. */
  readonly good: number;
  readonly total: number;
  /** A word with one of them. */
  readonly sample: string;
}

/** Letters of Dutch, French and German; the others are of their neighbours. */
const near = new Set('àâäçèéêëîïôöœùûüßÀÂÄÇÈÉÊÎÔÖŒÜ');
const far = new Set('áãåæíìñóòõøúýÿÁÅÆËÍÏÑÓØÙÚÛ');
const signs = new Set('€§°«»“”„‘’–—…²³µ·½¼¾©®±×\u00a0†‰£ºª•');

/** How usual a letter is in these languages, between its neighbours. */
function usual(before: string, letter: string, after: string): number {
  if (far.has(letter)) return 0.6;
  if (!near.has(letter)) return 0.4;
  // A diaeresis parts vowels, and a grave accent stands in an open syllable.
  if ((letter === 'ï' || letter === 'ë') && !/[aeiouy]/i.test(before)) return 0.3;
  const closed = /^(?!ch|gn|ph|qu|th|[bcdfgptv][lr])[bcdfghklmnpqrstvwxz]{2}/;
  return letter === 'è' && closed.test(after) ? 0.3 : 1;
}

/** One character in its surroundings: 1 fits, 0 says nothing, below 0 does not. */
function fit(before: string, character: string, following: string): number {
  const after = following.slice(0, 1) || ' ';
  const letterBefore = /\p{L}/u.test(before);
  const letterAfter = /\p{L}/u.test(after);
  if (/\p{L}/u.test(character)) {
    if (!/\p{Script=Latin}/u.test(character))
      return /\p{Script=Latin}/u.test(before + after) ? -1 : 0;
    const upper = /\p{Lu}/u.test(character);
    if (upper && /\p{Ll}/u.test(before)) return -1;
    if (upper && letterBefore && letterAfter && /\p{Ll}/u.test(after)) return -0.5;
    const common = usual(before, character, following);
    return letterBefore || letterAfter ? common : common / 4;
  }
  if (!signs.has(character)) return -1;
  if (character === '’') return 1;
  // A sign in the middle of a word is a letter of another encoding.
  if (letterBefore && letterAfter) return character === '·' ? 0 : -1;
  if (/[°²³µ½¼¾±×©®†‰ºª•·]/.test(character))
    return letterBefore && /\p{Ll}/u.test(before) && !/[²³]/.test(character) ? -0.3 : 0.4;
  return 0.6;
}

/** Scores the characters beyond ASCII by the letters around them. */
export function scoreLetters(text: string): LetterScore {
  let sum = 0;
  let good = 0;
  let total = 0;
  let sample = '';
  const characters = [...text];
  characters.forEach((character, at) => {
    if (character < '\u0080') return;
    total++;
    if (character === '\uFFFD' || /\p{Cc}/u.test(character)) {
      sum -= 2;
      return;
    }
    const value = fit(
      characters[at - 1] ?? ' ',
      character,
      characters.slice(at + 1, at + 3).join(''),
    );
    sum += value;
    if (value > 0.2) good++;
    if (value === 1 && sample === '' && character !== '’') {
      const around = characters.slice(Math.max(0, at - 8), at + 8).join('');
      sample =
        (/[\p{L}’-]*$/u.exec(around.slice(0, Math.min(8, at)))?.[0] ?? '') +
        (/^[\p{L}’-]*/u.exec(around.slice(Math.min(8, at)))?.[0] ?? '');
    }
  });
  return { text, score: total > 0 ? sum / total : 0, good, total, sample };
}
