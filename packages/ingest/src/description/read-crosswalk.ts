import { readText } from '@samenbeeld/engine';
import {
  detectPersonalData,
  InputError,
  plainText,
  shownFile,
  wherePersonal,
} from '@samenbeeld/schema';
import type { Crosswalk, CrosswalkRow, MatchQuality } from './description.ts';

const qualities: readonly string[] = ['exact', 'narrower', 'broader', 'overlap', 'none'];

/** The cells of one CSV line; quotes double to stand for themselves. */
function cellsOf(line: string): readonly string[] {
  const cells: string[] = [];
  for (const [, quoted, plain] of line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g))
    cells.push(quoted === undefined ? (plain ?? '').trim() : quoted.replaceAll('""', '"'));
  return cells;
}

function rowOf(line: string, number: number, file: string): CrosswalkRow {
  const [from = '', to = '', match = '', note = '', ...more] = cellsOf(line).map(plainText);
  const place = { file, line: number };
  if (more.length > 0)
    throw new InputError('a crosswalk has four cells: from,to,match,note', {
      place,
      repair: 'put cells that hold a comma between double quotes',
    });
  if (!qualities.includes(match))
    throw new InputError(`match is "${match}"`, {
      place: { ...place, column: 'match' },
      repair: `write one of ${qualities.join(', ')}`,
    });
  if ((match === 'none') !== (to === ''))
    throw new InputError(`"${from}" has match ${match} and the target "${to}"`, {
      place: { ...place, column: 'to' },
      repair: 'leave `to` empty for match none, and fill it for every other match',
    });
  if (detectPersonalData(from, { column: 'code' }).length > 0 || wherePersonal(note) !== null)
    throw new InputError('the label or its note looks like data of a person', {
      place,
      repair: 'take the line out: rows with such a label are kept out of every picture',
    });
  return { from, to: to || null, match: match as MatchQuality, note: note || null };
}

/**
 * Reads a crosswalk: a UTF-8 CSV with the heading `from,to,match,note`. A label that a spreadsheet would take for a
 * formula may have an apostrophe before it (`'- 18 ans`), as those that are written have. Throws InputError with
 * file and line.
 */
export function readCrosswalk(path: string): Crosswalk {
  const file = shownFile(path);
  const read = readText(path);
  if ('problem' in read)
    throw new InputError(`the crosswalk cannot be read: ${read.problem}`, {
      place: { file },
      repair: 'write it as a file of text, with the heading from,to,match,note',
    });
  const [heading, ...lines] = read.text.replace(/^\uFEFF/, '').split(/\r?\n/);
  if (heading !== 'from,to,match,note')
    throw new InputError(`the heading is "${heading}"`, {
      place: { file, line: 1 },
      repair: 'write the heading from,to,match,note',
    });
  const seen = new Map<string, number>();
  const rows = lines.flatMap((line, index) => {
    if (line.trim() === '') return [];
    const number = index + 2;
    const row = rowOf(line, number, file);
    const before = seen.get(row.from);
    if (before !== undefined)
      throw new InputError(`"${row.from}" stands on line ${before} already`, {
        place: { file, line: number, column: 'from' },
        repair: 'keep one of the two lines',
      });
    seen.set(row.from, number);
    return [row];
  });
  return { file, rows };
}
