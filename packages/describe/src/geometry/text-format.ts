import type { FileFormat } from '@samenbeeld/read';
import type { Guess } from '../guess.ts';
import { makeGuess } from './make-guess.ts';
import type { SampledCells } from './sample-row.ts';

/** The format of a delimited text by its last header row: Eurostat's packed dimensions, the names of SDMX-CSV, or neither. */
export function textFormat(header: SampledCells | undefined, delimiter: string): Guess<FileFormat> {
  const [first = ''] = header?.cells.map((cell) => cell ?? '') ?? [];
  if (delimiter === '\t' && /^[\w-]+(?:,[\w-]+)*\\[\w-]+$/.test(first.trim())) {
    return makeGuess(
      'eurostat-tsv',
      0.99,
      `the first header packs dimensions as Eurostat does: "${first.trim()}"`,
      [{ value: 'csv', confidence: 0.01, reason: 'tabs between cells' }],
    );
  }
  const names = new Set(
    header?.cells.map((cell) => (cell ?? '').split(':')[0]?.trim().toUpperCase()),
  );
  const starts = /^(?:DATAFLOW|STRUCTURE)$/i.test(first.trim());
  if (names.has('OBS_VALUE') && (starts || names.has('TIME_PERIOD'))) {
    return makeGuess(
      'sdmx-csv',
      starts ? 0.98 : 0.85,
      `the header has OBS_VALUE${starts ? ` and begins with ${first.trim()}` : ' and TIME_PERIOD'}, as SDMX-CSV`,
      [{ value: 'csv', confidence: starts ? 0.02 : 0.15, reason: 'delimited text' }],
    );
  }
  return makeGuess('csv', 0.97, 'text with delimited cells');
}
