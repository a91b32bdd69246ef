import type { Geometry } from '../geometry.ts';
import { makeGuess } from './make-guess.ts';

/** Parquet says itself where everything is. */
export function parquetGeometry(file: string): Geometry {
  return {
    file,
    format: makeGuess('parquet', 1, 'the file begins with the mark of Parquet'),
    encoding: null,
    delimiter: null,
    quote: null,
    sheet: null,
    path: null,
    title: makeGuess(0, 1, 'the format has no title'),
    header: makeGuess(1, 1, 'the file names its columns'),
    footer: makeGuess<string | null>(null, 1, 'the format has no footer'),
    shape: { format: 'parquet' },
    titleLines: [],
    footerLines: [],
    notes: [],
  };
}
