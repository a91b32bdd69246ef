import { createRequire } from 'node:module';
import type { WorkBook } from '@e965/xlsx';
import { InputError } from '@samenbeeld/schema';

const require = createRequire(import.meta.url);
let loaded: typeof import('@e965/xlsx') | undefined;

/** The spreadsheet library, loaded with the first workbook; its build without old formats loads ten times faster. */
export function spreadsheets(): typeof import('@e965/xlsx') {
  loaded ??= require('@e965/xlsx/dist/xlsx.mini.min.js') as typeof import('@e965/xlsx');
  return loaded;
}

/** What the library says on purpose; where it stumbles over what it did not expect, its words help nobody. */
function said(error: unknown): string {
  const deliberate = error instanceof Error && error.constructor === Error;
  return deliberate ? ` (${error.message})` : ': its parts do not fit together';
}

/** A workbook as the spreadsheet library reads it; `sheetRows` 0 reads all rows. InputError where it cannot. */
export function parseWorkbook(
  file: string,
  bytes: Buffer,
  options: { readonly sheetStubs: boolean; readonly sheetRows?: number },
): WorkBook {
  try {
    return spreadsheets().read(bytes, {
      dense: true,
      nodim: true,
      cellNF: true,
      cellText: false,
      cellHTML: false,
      ...options,
    });
  } catch (error) {
    throw new InputError(
      `expected an .xlsx workbook, found one that cannot be read${said(error)}`,
      {
        place: { file },
        repair: 'open it in a spreadsheet and save it as .xlsx',
      },
    );
  }
}
