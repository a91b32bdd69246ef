import type { WorkSheet } from '@e965/xlsx';
import { InputError } from '@samenbeeld/schema';
import type { IssueLog } from './issue-log.ts';
import { nameTest } from './pick-named.ts';

/** A sheet of a workbook. */
export interface Sheet {
  readonly name: string;
  readonly sheet: WorkSheet;
  readonly hidden: boolean;
}

/** The sheets by name or expression; the first visible one when neither is given. */
export function chooseSheets(
  file: string,
  sheets: readonly Sheet[],
  wanted: string | undefined,
): readonly Sheet[] {
  const tables = sheets.filter(({ sheet }) => sheet?.['!data']);
  const test = wanted === undefined ? null : nameTest(wanted);
  const chosen = test
    ? tables.filter(({ name }) => test(name))
    : tables.filter(({ hidden }) => !hidden).slice(0, 1);
  if (chosen.length === 0) {
    const names = tables
      .map(({ name, hidden }) => `"${name}"${hidden ? ' (hidden)' : ''}`)
      .join(', ');
    throw new InputError(
      `expected ${wanted === undefined ? 'a visible sheet' : `a sheet ${wanted}`}, found ${names || 'none that is readable'}`,
      { place: { file }, repair: 'correct the sheet in the source description' },
    );
  }
  return chosen;
}

/** Says which sheets were hidden and which were left alone. */
export function noteSheets(
  sheets: readonly Sheet[],
  chosen: readonly Sheet[],
  log: IssueLog,
): void {
  const list = (some: readonly Sheet[]): string => some.map(({ name }) => `"${name}"`).join(', ');
  const hidden = sheets.filter((sheet) => sheet.hidden);
  const others = sheets.filter((sheet) => !sheet.hidden && !chosen.includes(sheet));
  if (hidden.length > 0) {
    log.add(
      'note',
      'sheet.hidden',
      {},
      `hidden sheets: ${list(hidden)}`,
      'look whether data stand there',
    );
  }
  if (others.length > 0) {
    log.add(
      'note',
      'sheet.other',
      {},
      `sheets not read: ${list(others)}`,
      'name the sheets that hold data',
    );
  }
}
