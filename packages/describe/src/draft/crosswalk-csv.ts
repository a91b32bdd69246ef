import { detectPersonalData, safeText } from '@samenbeeld/schema';
import type { ProposedCrosswalk } from '../column-guess.ts';
import type { CrosswalkFile } from '../file-description.ts';

function cell(text: string): string {
  const line = safeText(text.replace(/\s+/gu, ' ').trim());
  return /[",]/.test(line) ? `"${line.replaceAll('"', '""')}"` : line;
}

function noteOf({ confidence, decide, note }: ProposedCrosswalk['rows'][number]): string {
  const sure = confidence >= 0.995 ? '' : `${confidence.toFixed(2)}`;
  const reason = [sure, note ?? ''].filter(Boolean).join(': ');
  return decide ? `decide: ${reason}` : reason;
}

/** A crosswalk as it is written beside the description; what a person must confirm starts its note with "decide". */
export function crosswalkCsv(crosswalk: ProposedCrosswalk): CrosswalkFile {
  // A label that looks like data of persons is written nowhere; its rows are kept out as they are.
  const rows = crosswalk.rows.filter(
    ({ from }) => detectPersonalData(from, { column: 'code' }).length === 0,
  );
  const lines = rows.map((row) => {
    // A code that is nobody's must not be written with a quality, nor none with a code: the loader refuses both.
    const to = row.match === 'none' ? '' : (row.to ?? '');
    const match = to === '' ? 'none' : row.match;
    return [cell(row.from), cell(to), match, cell(noteOf(row))].join(',');
  });
  return {
    name: crosswalk.file,
    text: `${['from,to,match,note', ...lines].join('\n')}\n`,
    labels: rows.length,
    open: rows.filter(({ decide }) => decide).length,
  };
}
