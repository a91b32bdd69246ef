import { createRequire } from 'node:module';
import type { WorkBook } from '@e965/xlsx';
import { englishQuoted, InputError, inEach, inFour, joinWith, type Text } from '@samenbeeld/schema';
import { fileRepairs } from './file-bytes.ts';

const require = createRequire(import.meta.url);
let loaded: typeof import('@e965/xlsx') | undefined;

/** The spreadsheet library, loaded with the first workbook; its build without old formats loads ten times faster. */
export function spreadsheets(): typeof import('@e965/xlsx') {
  loaded ??= require('@e965/xlsx/dist/xlsx.mini.min.js') as typeof import('@e965/xlsx');
  return loaded;
}

/** What the library says on purpose; where it stumbles over what it did not expect, its words help nobody. */
function said(error: unknown): Text {
  const deliberate = error instanceof Error && error.constructor === Error;
  return deliberate
    ? joinWith([inEach(() => ' ('), englishQuoted(error.message), inEach(() => ')')], '')
    : inFour(
        ': haar delen passen niet bij elkaar',
        ' : ses parties ne vont pas ensemble',
        ': ihre Teile passen nicht zusammen',
        ': its parts do not fit together',
      );
}

/** A workbook as the spreadsheet library reads it; `sheetRows` 0 reads all rows. InputError where it cannot. */
export function parseWorkbook(
  file: string,
  bytes: Buffer,
  options: {
    readonly sheetStubs: boolean;
    readonly cellFormula: boolean;
    readonly sheetRows?: number;
  },
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
      inFour(
        'een .xlsx-werkmap verwacht, gevonden: een die niet te lezen is{said}',
        'un classeur .xlsx était attendu, trouvé : un qui ne se lit pas{said}',
        'eine .xlsx-Arbeitsmappe erwartet, gefunden: eine, die nicht lesbar ist{said}',
        'expected an .xlsx workbook, found one that cannot be read{said}',
        { said: said(error) },
      ),
      {
        place: { file },
        repair: fileRepairs.resave,
      },
    );
  }
}
