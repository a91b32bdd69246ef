import { sniffEncoding } from '@samenbeeld/read';
import type { Geometry } from '../geometry.ts';
import type { FileSample } from './file-sample.ts';
import { guessEncoding } from './guess-encoding.ts';
import { jsonTable } from './json-table.ts';
import { makeGuess } from './make-guess.ts';
import { readableBytes } from './readable-bytes.ts';

/** JSON text: rows as objects in an array or one a line, or a cube of JSON-stat. */
export function jsonGeometry(sample: FileSample): Geometry {
  const { file } = sample;
  const cut = sample.tail !== null;
  const { bom } = sniffEncoding(sample.head);
  const encoding = guessEncoding(sample);
  const { bytes, table } = readableBytes(sample.head.subarray(bom), encoding.value);
  const text = table ? Array.from(bytes, (byte) => table[byte]).join('') : bytes.toString('utf8');
  const { format, path, notes } = jsonTable(file, text, cut);
  const none = makeGuess(0, 0.99, 'the format has no title');
  return {
    file,
    format,
    encoding,
    delimiter: null,
    quote: null,
    sheet: null,
    path,
    title: none,
    header: makeGuess(1, 0.99, 'the keys name the columns'),
    footer: makeGuess<string | null>(null, 0.99, 'the format has no footer'),
    shape: {
      format: format.value,
      ...(encoding.value === 'utf-8' ? {} : { encoding: encoding.value }),
      ...(path ? { path: path.value } : {}),
    },
    titleLines: [],
    footerLines: [],
    notes,
  };
}
