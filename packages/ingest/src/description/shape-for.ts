import { type FileFormat, type FileShape, fileRepairs } from '@samenbeeld/read';
import { InputError, inEach, inFour, listed, ownValue } from '@samenbeeld/schema';
import type { SourceDescription } from './description.ts';

/** Formats that a file's ending allows, the likeliest first; endings that are not here say nothing. */
const formats: Readonly<Record<string, readonly FileFormat[]>> = {
  xlsx: ['xlsx'],
  xlsm: ['xlsx'],
  xls: ['xlsx'],
  json: ['json', 'json-stat', 'ndjson'],
  ndjson: ['ndjson'],
  jsonl: ['ndjson'],
  parquet: ['parquet'],
  tsv: ['eurostat-tsv', 'csv', 'sdmx-csv'],
  csv: ['csv', 'sdmx-csv', 'eurostat-tsv'],
  // Texts of sentences: no source is laid out so.
  docx: [],
  pdf: [],
  html: [],
  htm: [],
};
const texts: readonly FileFormat[] = ['csv', 'sdmx-csv', 'eurostat-tsv'];

/**
 * The layouts of a source's files that a file may have by its name, as a description may know several of one
 * format, such as an older and a newer edition; the likeliest first. Throws an InputError where none can fit.
 */
export function shapesFor(
  { id, shapes }: SourceDescription,
  path: string,
): readonly [FileShape, ...FileShape[]] {
  const ending = /\.([^.\\/]+)(?:\.gz)?$/i.exec(path)?.[1]?.toLowerCase() ?? '';
  const allowed = ownValue(formats, ending);
  const order = allowed ?? texts;
  const fitting = shapes
    .filter(({ format }) => order.includes(format))
    .sort((a, b) => order.indexOf(a.format) - order.indexOf(b.format));
  const [first, ...others] = fitting.length > 0 || allowed ? fitting : shapes;
  if (first) return [first, ...others];
  const known = [...new Set(shapes.map(({ format }) => format))];
  throw new InputError(
    inFour(
      'een bestand van {id} is {known}, dit eindigt op .{ending}',
      'un fichier de {id} est {known}, celui-ci finit par .{ending}',
      'eine Datei von {id} ist {known}, diese endet auf .{ending}',
      'a file of {id} is {known}, this one ends in .{ending}',
      { id, known: inEach((language) => listed(known, language, 'or')), ending },
    ),
    {
      place: { file: path.split(/[\\/]/).at(-1) ?? path },
      repair:
        allowed?.length === 0
          ? fileRepairs.claims
          : inFour(
              'noem de bron waar dit bestand vandaan komt, of haal het bestand in dat formaat op',
              'nommez la source dont vient ce fichier, ou récupérez le fichier dans ce format',
              'die Quelle nennen, aus der diese Datei stammt, oder die Datei in diesem Format abrufen',
              'name the source this file comes from, or fetch the file in that format',
            ),
    },
  );
}
