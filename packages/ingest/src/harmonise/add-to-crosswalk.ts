import { readFileSync, writeFileSync } from 'node:fs';
import { UsageError } from '@samenbeeld/schema';
import type { CrosswalkRow } from '../description/description.ts';
import { readCrosswalk } from '../description/read-crosswalk.ts';

function cell(text: string): string {
  return /[",]|^\s|\s$/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function line({ from, to, match, note }: CrosswalkRow): string {
  return [from, to ?? '', match, note ?? ''].map(cell).join(',');
}

/**
 * Adds rows at the end of a crosswalk's CSV and returns those it added. Rows that stand there are left byte for byte;
 * labels that the file has already are passed over. Throws UsageError for a label that no line can hold, InputError
 * where the file is no crosswalk.
 *
 * @example
 * ```ts
 * import { addToCrosswalk } from '@samenbeeld/ingest';
 * const { mkdtempSync, readFileSync, writeFileSync } = await import('node:fs');
 * const path = `${mkdtempSync('/tmp/crosswalk-')}/substances.csv`;
 * writeFileSync(path, 'from,to,match,note\ncoke,COC,exact,\n');
 * addToCrosswalk(path, [{ from: 'wiet, hasj', to: 'CAN', match: 'narrower', note: null }]).length // => 1
 * readFileSync(path, 'utf8').split('\n')[2] // => '"wiet, hasj",CAN,narrower,'
 * ```
 */
export function addToCrosswalk(
  path: string,
  rows: readonly CrosswalkRow[],
): readonly CrosswalkRow[] {
  const broken = rows.find(({ from, note }) => /[\r\n]/u.test(`${from}${note}`));
  if (broken)
    throw new UsageError(
      `A crosswalk has one line a label, and ${JSON.stringify(broken.from)} holds a line break. Put it under codes in the source.yaml.`,
    );
  const known = new Set(readCrosswalk(path).rows.map(({ from }) => from));
  const fresh = rows.filter(
    ({ from }, index) => !known.has(from) && rows.findIndex((row) => row.from === from) === index,
  );
  if (fresh.length === 0) return [];
  const text = readFileSync(path, 'utf8');
  const end = text.includes('\r\n') ? '\r\n' : '\n';
  const gap = text.endsWith('\n') ? '' : end;
  writeFileSync(path, `${text}${gap}${fresh.map(line).join(end)}${end}`);
  return fresh;
}
