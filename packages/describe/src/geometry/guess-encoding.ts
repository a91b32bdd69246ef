import { isAscii, isUtf8 } from 'node:buffer';
import { singleByteTable, sniffEncoding } from '@samenbeeld/read';
import type { Guess } from '../guess.ts';
import { counted } from './count-words.ts';
import type { FileSample } from './file-sample.ts';
import { makeGuess } from './make-guess.ts';
import { samplePieces } from './sample-pieces.ts';
import { scoreLetters } from './score-letters.ts';

const candidates = ['windows-1252', 'cp850', 'macintosh', 'iso-8859-15', 'cp437'] as const;
const regional = /^(?:windows-125[0134]|iso-8859-[257])$/;

function countHigh(pieces: readonly Buffer[]): number {
  let count = 0;
  for (const piece of pieces) for (const byte of piece) if (byte >= 0x80) count++;
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
      const text = table ? Array.from(sample, (byte) => table[byte]).join('') : '';
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
  if (!best) return makeGuess('windows-1252', 0.3, 'no single-byte encoding could be told');
  const second = others.find(({ text }) => text !== best.text);
  const margin = best.score - (second?.score ?? -1);
  const confidence = Math.min(0.97, 0.55 + margin) * Math.min(1, 0.7 + high / 20);
  const same = others.filter(({ text }) => text === best.text).map(({ name }) => name);
  const as = best.sample ? `, such as "${best.sample}"` : '';
  const twin = same.length > 0 ? `; read as ${same.join(' or ')} the text is the same` : '';
  return makeGuess(
    best.name,
    confidence,
    `${counted(high, 'byte')} above 127 and not valid UTF-8; as ${best.name} ${best.good} of ${counted(best.total, 'character')} looked at are letters or signs that fit their words${as}${twin}`,
    others
      .filter(({ text, score }) => text !== best.text && score > -0.5)
      .slice(0, 2)
      .map(({ name, score, good, total, sample: seen }) => ({
        value: name,
        confidence: Math.max(0.01, Math.min(0.45, 0.45 - (best.score - score) / 2)),
        reason: `${good} of ${total} fit their words${seen ? `, such as "${seen}"` : ''}`,
      })),
  );
}

/**
 * The encoding of a text by its bytes: a byte-order mark proves it, valid UTF-8 beyond ASCII nearly does, and
 * between single-byte encodings the letters that result decide.
 */
export function guessEncoding(sample: FileSample): Guess<string> {
  const marked = sniffEncoding(sample.head);
  if (marked.bom > 0) {
    return makeGuess(
      marked.encoding,
      1,
      `the file begins with the byte-order mark of ${marked.encoding}`,
    );
  }
  if (marked.encoding.startsWith('utf-16')) {
    return makeGuess(
      marked.encoding,
      0.97,
      'every second byte is zero, as in UTF-16, and there is no byte-order mark',
    );
  }
  const pieces = samplePieces(sample);
  const seen = sample.tail ? ' in the parts that were read' : '';
  if (pieces.every((piece) => isAscii(piece))) {
    return makeGuess(
      'utf-8',
      sample.tail ? 0.9 : 0.99,
      `all bytes${seen} are ASCII, which UTF-8 contains`,
    );
  }
  const high = countHigh(pieces);
  if (pieces.every((piece) => isUtf8(piece))) {
    return makeGuess(
      'utf-8',
      Math.min(sample.tail ? 0.98 : 0.99, high >= 4 ? 0.99 : 0.93),
      `${counted(high, 'byte')} above 127${seen}, all of them valid UTF-8`,
    );
  }
  return guessSingleByte(pieces, high);
}
