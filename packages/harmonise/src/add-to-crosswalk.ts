import { readFileSync, realpathSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { type CrosswalkRow, isUndecidedRow, readCrosswalk } from '@samenbeeld/ingest';
import { refuseUnreadable } from '@samenbeeld/read';
import { safeText, wrongUse } from '@samenbeeld/schema';

function cell(plain: string): string {
  const text = safeText(plain);
  return /[",]|^\s|\s$/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function line({ from, to, match, note }: CrosswalkRow): string {
  return [from, to ?? '', match, note ?? ''].map(cell).join(',');
}

/**
 * Adds rows at the end of a crosswalk's CSV and returns those it added. A row whose note begins with "decide" gives way
 * to that of its label; other rows that stand there are left byte for byte, and their labels are passed over. Throws
 * UsageError for a label that no line can hold, InputError where the file is no crosswalk.
 *
 * @example
 * ```ts
 * import { addToCrosswalk } from '@samenbeeld/harmonise';
 * const { mkdtempSync, readFileSync, writeFileSync } = await import('node:fs');
 * const { tmpdir } = await import('node:os');
 * const path = `${mkdtempSync(`${tmpdir()}/crosswalk-`)}/substances.csv`;
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
    throw wrongUse(
      'Een omzettabel heeft één regel per label, en in {label} staat een regeleinde. Zet het onder codes in de source.yaml.',
      'Une table de correspondance a une ligne par libellé, et {label} contient un retour à la ligne. Mettez-le sous codes dans le source.yaml.',
      'Eine Umschlüsselung hat eine Zeile je Bezeichnung, und {label} enthält einen Zeilenumbruch. Setzen Sie sie unter codes in die source.yaml.',
      'A crosswalk has one line a label, and {label} holds a line break. Put it under codes in the source.yaml.',
      { label: JSON.stringify(broken.from) },
    );
  const standing = readCrosswalk(path).rows;
  const known = new Set(standing.flatMap((row) => (isUndecidedRow(row) ? [] : [row.from])));
  const fresh = rows.filter(
    ({ from }, index) => !known.has(from) && rows.findIndex((row) => row.from === from) === index,
  );
  if (fresh.length === 0) return [];
  refuseUnreadable(path);
  const text = readFileSync(path, 'utf8');
  const end = text.includes('\r\n') ? '\r\n' : '\n';
  const answers = new Map(fresh.map((row) => [row.from, row]));
  const open = new Set(standing.filter(isUndecidedRow).map(({ from }) => from));
  let at = -1;
  const kept = text.split('\n').map((each, index) => {
    if (index === 0 || each.trim() === '') return each;
    at += 1;
    const answer = answers.get(standing[at]?.from ?? '');
    return answer ? `${line(answer)}${each.endsWith('\r') ? '\r' : ''}` : each;
  });
  const body = kept.join('\n');
  const added = fresh.filter(({ from }) => !open.has(from)).map((row) => `${line(row)}${end}`);
  const gap = body.endsWith('\n') || added.length === 0 ? '' : end;
  const whole = realpathSync(path);
  // A full disk leaves the crosswalk as it was.
  const beside = join(dirname(whole), `.${basename(whole)}.${process.pid}-1.part`);
  try {
    writeFileSync(beside, `${body}${gap}${added.join('')}`, {
      flush: true,
      mode: statSync(whole).mode,
    });
    renameSync(beside, whole);
  } finally {
    rmSync(beside, { force: true });
  }
  return fresh;
}
