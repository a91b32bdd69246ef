import { isAscii } from 'node:buffer';
import { createReadStream, createWriteStream } from 'node:fs';
import { basename, join } from 'node:path';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { removeTemporaryFolder, temporaryFolder } from '@samenbeeld/engine';
import iconv from 'iconv-lite';
import { lineBlocks } from './survey.ts';

/** A copy of a text in UTF-8, of the same name, in a folder that only this user may read. */
export interface Transcoded {
  readonly path: string;
  remove(): void;
}

async function transcode(
  source: string,
  write: (path: string) => Promise<boolean>,
): Promise<Transcoded | null> {
  const folder = temporaryFolder('text');
  const remove = (): void => removeTemporaryFolder(folder);
  const path = join(folder, basename(source));
  try {
    if (await write(path)) return { path, remove };
  } catch (error) {
    remove();
    throw error;
  }
  remove();
  return null;
}

/** A text in a single-byte encoding as UTF-8, line for line; null where a byte is no character of it. */
export function transcodeSingleByte(
  path: string,
  table: readonly string[],
): Promise<Transcoded | null> {
  const missing = table.map((character) => character === '\uFFFD');
  let broken = false;
  const inUtf8 = (block: Buffer): Buffer => {
    if (isAscii(block)) return Buffer.from(block);
    let text = '';
    for (const byte of block) {
      broken ||= missing[byte] ?? true;
      text += table[byte];
    }
    return Buffer.from(text);
  };
  return transcode(path, async (to) => {
    const blocks = async function* (): AsyncGenerator<Buffer> {
      for await (const block of lineBlocks(path, 0)) yield inUtf8(block);
    };
    await pipeline(Readable.from(blocks()), createWriteStream(to, { mode: 0o600 }));
    return !broken;
  });
}

/** A text in any encoding that iconv-lite knows as UTF-8; null where bytes are no character of it. */
export function transcodeAny(
  path: string,
  start: number,
  encoding: string,
): Promise<Transcoded | null> {
  let broken = false;
  let held = '';
  const check = new Transform({
    decodeStrings: false,
    transform(part: string, _, done) {
      const text = held + part;
      // Half of a pair of surrogates waits for the other.
      const end = /[\uD800-\uDBFF]$/.test(text) ? text.length - 1 : text.length;
      held = text.slice(end);
      broken ||= !encoding.startsWith('utf-16') && text.includes('\uFFFD');
      done(null, Buffer.from(text.slice(0, end)));
    },
    flush(done) {
      done(null, Buffer.from(held));
    },
  });
  return transcode(path, async (to) => {
    await pipeline(
      createReadStream(path, { start }),
      iconv.decodeStream(encoding, { stripBOM: false }),
      check,
      createWriteStream(to, { mode: 0o600 }),
    );
    return !broken;
  });
}
