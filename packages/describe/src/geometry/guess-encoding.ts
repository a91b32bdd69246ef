import { isAscii, isUtf8 } from 'node:buffer';
import { type SniffedEncoding, singleByteTable, sniffEncoding } from '@samenbeeld/read';
import { inEach, inFour, listed, quoted, type Text } from '@samenbeeld/schema';
import type { Guess } from '../guess.ts';
import { makeGuess } from '../guess.ts';
import type { FileSample } from './file-sample.ts';

/** How well a text that was decoded by trial reads. */
interface LetterScore {
  readonly text: string;
  /** From -1 to 1. */
  readonly score: number;
  /** Characters beyond ASCII that fit, of all of them. */
  readonly good: number;
  readonly total: number;
  /** Those that are usual where they stand in the languages read here. */
  readonly usual: number;
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
    // A word of one letter is "à"; another letter by itself is a sign of another encoding.
    return letterBefore || letterAfter ? common : /[àÀ]/u.test(character) ? common / 4 : common / 8;
  }
  if (!signs.has(character)) return -1;
  if (character === '’') return 1;
  // A sign in the middle of a word is a letter of another encoding.
  if (letterBefore && letterAfter) return character === '·' ? 0 : -1;
  if (/[°²³µ½¼¾±×©®†‰ºª•·]/.test(character))
    return letterBefore && /\p{Ll}/u.test(before) && !/[²³]/.test(character) ? -0.3 : 0.4;
  return 0.6;
}

const beyondAscii = /[\u0080-\uffff]/g;

/** Bytes by the table of a single-byte encoding, all of which share ASCII. */
const letters = (bytes: Buffer, table: readonly string[]): string =>
  bytes.toString('latin1').replace(beyondAscii, (each) => table[each.charCodeAt(0)] ?? '');

/** Scores the characters beyond ASCII by the letters around them; each is one code unit, as single bytes give. */
function scoreLetters(text: string): LetterScore {
  let sum = 0;
  let good = 0;
  let total = 0;
  let atHome = 0;
  let sample = '';
  for (const { 0: character, index: at } of text.matchAll(beyondAscii)) {
    total++;
    if (character === '\uFFFD' || /\p{Cc}/u.test(character)) {
      sum -= 2;
      continue;
    }
    const value = fit(text[at - 1] ?? ' ', character, text.slice(at + 1, at + 3));
    sum += value;
    if (value > 0.2) good++;
    if (value >= 0.6 && !far.has(character)) atHome++;
    if (value === 1 && sample === '' && character !== '’') {
      const around = text.slice(Math.max(0, at - 8), at + 8);
      sample =
        (/[\p{L}’-]*$/u.exec(around.slice(0, Math.min(8, at)))?.[0] ?? '') +
        (/^[\p{L}’-]*/u.exec(around.slice(Math.min(8, at)))?.[0] ?? '');
    }
  }
  return { text, score: total > 0 ? sum / total : 0, good, total, usual: atHome, sample };
}

/** Bytes of a piece that may begin or end within a character. */
function wholeCharacters(piece: Buffer, cutBefore: boolean, cutAfter: boolean): Buffer {
  let from = 0;
  let to = piece.length;
  while (cutBefore && from < 3 && ((piece[from] ?? 0) & 0xc0) === 0x80) from++;
  for (let back = 1; cutAfter && back <= 3; back++) {
    const byte = piece[piece.length - back] ?? 0;
    if (byte >= 0xc0) {
      const wanted = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
      if (wanted > back) to = piece.length - back;
      break;
    }
    if (byte < 0x80) break;
  }
  return piece.subarray(from, to);
}

/** The parts of a sample, each cut to whole characters of UTF-8. */
function samplePieces({ head, middle, tail }: FileSample): readonly Buffer[] {
  if (!tail) return [head];
  const inner = [...middle, tail].map((piece, at) =>
    wholeCharacters(piece, true, at < middle.length),
  );
  return [wholeCharacters(head, false, true), ...inner];
}

const candidates = ['windows-1252', 'cp850', 'macintosh', 'iso-8859-15', 'cp437'] as const;
const regional = /^(?:windows-125[0134]|iso-8859-[257])$/;

function countHigh(pieces: readonly Buffer[]): number {
  let count = 0;
  for (const piece of pieces)
    for (let at = 0; at < piece.length; at++) if ((piece[at] as number) >= 0x80) count++;
  return count;
}

/** The telling neighbourhoods of bytes above 127, so that a large sample costs little. */
function highContexts(pieces: readonly Buffer[]): Buffer {
  const found: Buffer[] = [];
  let size = 0;
  for (const piece of pieces) {
    for (let i = 0; i < piece.length && size < 40_000; i++) {
      if ((piece[i] ?? 0) < 0x80) continue;
      const end = Math.min(piece.length, i + 16);
      found.push(piece.subarray(Math.max(0, i - 8), end), Buffer.from('\n'));
      size += 24;
      i = end - 1;
    }
  }
  return Buffer.concat(found);
}

function guessSingleByte(pieces: readonly Buffer[], high: number): Guess<string> {
  const sample = highContexts(pieces);
  const other = sniffEncoding(sample).encoding;
  const names = [...candidates, ...(regional.test(other) ? [other] : [])];
  const scored = names
    .map((name) => {
      const table = singleByteTable(name);
      const text = table ? letters(sample, table) : '';
      return { name, ...scoreLetters(text), fits: table !== null };
    })
    .filter(({ fits }) => fits)
    // The web's reading stands where nothing speaks against it.
    .map((each, at) => ({
      ...each,
      score: each.score + (at === 0 ? 0.02 : 0) + (each.name === other && at > 0 ? 0.06 : 0),
    }))
    .sort((a, b) => b.score - a.score);
  const [best, ...others] = scored;
  if (!best)
    return makeGuess(
      'windows-1252',
      0.3,
      inFour(
        'er is geen codering van één byte te onderscheiden',
        'aucun encodage à un octet n’a pu être reconnu',
        'keine Ein-Byte-Kodierung war zu erkennen',
        'no single-byte encoding could be told',
      ),
    );
  const second = others.find(({ text }) => text !== best.text);
  const margin = best.score - (second?.score ?? -1);
  // Letters that all fit their words, where no other reading has as many, need not be many.
  const isPlain =
    best.good === best.total &&
    ((second?.good ?? 0) < best.good ||
      (best.usual === best.total && (second?.usual ?? 0) < best.usual));
  const few = isPlain ? 1 : Math.min(1, 0.7 + high / 20);
  const confidence = Math.min(0.97, 0.55 + margin) * few;
  const alike = scored.filter(({ text }) => text === best.text).map(({ name }) => name);
  // Of readings that give the same text, the usual one.
  const name = names.find((each) => alike.includes(each)) ?? best.name;
  const same = alike.filter((each) => each !== name);
  const such = (sample: string): Text | string =>
    sample === ''
      ? ''
      : inFour(', zoals {sample}', ', comme {sample}', ', etwa {sample}', ', such as {sample}', {
          sample: quoted(sample),
        });
  const twin =
    same.length > 0
      ? inFour(
          '; gelezen als {same} is de tekst dezelfde',
          ' ; lu comme {same}, le texte est le même',
          '; als {same} gelesen ist der Text derselbe',
          '; read as {same} the text is the same',
          { same: inEach((language) => listed(same, language, 'or')) },
        )
      : '';
  return makeGuess(
    name,
    confidence,
    inFour(
      '{high} {high:byte|bytes} boven 127 en geen geldige UTF-8; als {name} zijn {good} van de {total} bekeken tekens letters of tekens die in hun woord passen{as}{twin}',
      '{high} {high:octet|octets} au-dessus de 127 et pas d’UTF-8 valide ; comme {name}, {good} caractères examinés sur {total} sont des lettres ou signes qui vont dans leur mot{as}{twin}',
      '{high} {high:Byte|Bytes} über 127 und kein gültiges UTF-8; als {name} sind {good} von {total} angesehenen Zeichen Buchstaben oder Zeichen, die in ihr Wort passen{as}{twin}',
      '{high} {high:byte|bytes} above 127 and not valid UTF-8; as {name} {good} of {total} {total:character|characters} looked at are letters or signs that fit their words{as}{twin}',
      { high, name, good: best.good, total: best.total, as: such(best.sample), twin },
    ),
    others
      .filter(({ text, score }) => text !== best.text && score > -0.5)
      .slice(0, 2)
      .map(({ name, score, good, total, sample: seen }) => ({
        value: name,
        confidence: Math.max(0.01, Math.min(0.45, 0.45 - (best.score - score) / 2)),
        reason: inFour(
          '{good} van de {total} {good:past|passen} in hun woord{as}',
          '{good} sur {total} {good:va|vont} dans leur mot{as}',
          '{good} von {total} {good:passt|passen} in ihr Wort{as}',
          '{good} of {total} fit their words{as}',
          { good, total, as: such(seen) },
        ),
      })),
  );
}

/**
 * The encoding of a text by its bytes: a byte-order mark proves it, valid UTF-8 beyond ASCII nearly does, and
 * between single-byte encodings the letters that result decide. `marked` is what its beginning tells by itself.
 */
export function guessEncoding(sample: FileSample, marked: SniffedEncoding | null): Guess<string> {
  if (marked && marked.bom > 0) {
    return makeGuess(
      marked.encoding,
      1,
      inFour(
        'het bestand begint met het byte-order-teken van {encoding}',
        'le fichier commence par la marque d’ordre des octets de {encoding}',
        'die Datei beginnt mit der Byte-Reihenfolge-Markierung von {encoding}',
        'the file begins with the byte-order mark of {encoding}',
        { encoding: marked.encoding },
      ),
    );
  }
  if (marked) {
    return makeGuess(
      marked.encoding,
      0.97,
      inFour(
        'elke tweede byte is nul, zoals in UTF-16, en er is geen byte-order-teken',
        'un octet sur deux est nul, comme en UTF-16, et il n’y a pas de marque d’ordre',
        'jedes zweite Byte ist null, wie in UTF-16, und es gibt keine Byte-Reihenfolge-Markierung',
        'every second byte is zero, as in UTF-16, and there is no byte-order mark',
      ),
    );
  }
  const pieces = samplePieces(sample);
  const seen = sample.tail
    ? inFour(
        ' in de gelezen delen',
        ' dans les parties lues',
        ' in den gelesenen Teilen',
        ' in the parts that were read',
      )
    : '';
  if (pieces.every((piece) => isAscii(piece))) {
    return makeGuess(
      'utf-8',
      sample.tail ? 0.9 : 0.99,
      inFour(
        'alle bytes{seen} zijn ASCII, dat deel is van UTF-8',
        'tous les octets{seen} sont de l’ASCII, que l’UTF-8 contient',
        'alle Bytes{seen} sind ASCII, das UTF-8 enthält',
        'all bytes{seen} are ASCII, which UTF-8 contains',
        { seen },
      ),
    );
  }
  const high = countHigh(pieces);
  if (pieces.every((piece) => isUtf8(piece))) {
    return makeGuess(
      'utf-8',
      Math.min(sample.tail ? 0.98 : 0.99, high >= 4 ? 0.99 : 0.93),
      inFour(
        '{high} {high:byte|bytes} boven 127{seen}, allemaal geldige UTF-8',
        '{high} {high:octet|octets} au-dessus de 127{seen}, tous de l’UTF-8 valide',
        '{high} {high:Byte|Bytes} über 127{seen}, alle gültiges UTF-8',
        '{high} {high:byte|bytes} above 127{seen}, all of them valid UTF-8',
        { high, seen },
      ),
    );
  }
  return guessSingleByte(pieces, high);
}
