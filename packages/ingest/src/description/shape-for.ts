import { InputError } from '@samenbeeld/schema';
import type { FileShape } from '../read/table.ts';
import type { SourceDescription } from './description.ts';

const formats: Readonly<Record<string, FileShape['format']>> = {
  xlsx: 'xlsx',
  xlsm: 'xlsx',
  xls: 'xlsx',
  json: 'json',
};

/** The layout of a source's files that fits a file by its name. Throws an InputError where none can. */
export function shapeFor({ id, shapes }: SourceDescription, path: string): FileShape {
  const ending = /\.([^.\\/]+)$/.exec(path)?.[1]?.toLowerCase() ?? '';
  const format = formats[ending];
  const fitting = shapes.filter((shape) =>
    format ? shape.format === format : !Object.values(formats).includes(shape.format),
  );
  const [found] = fitting.length > 0 ? fitting : shapes;
  if (found && (fitting.length > 0 || format === undefined)) return found;
  const known = shapes.map((shape) => shape.format).join(' or ');
  throw new InputError(`a file of ${id} is ${known}, this one ends in .${ending}`, {
    place: { file: path.split(/[\\/]/).at(-1) ?? path },
    repair: 'name the source this file comes from, or fetch the file in that format',
  });
}
