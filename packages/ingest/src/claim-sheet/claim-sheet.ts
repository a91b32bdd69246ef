import { createRequire } from 'node:module';
import { columnLetter } from '@samenbeeld/read';
import {
  agencies,
  bases,
  confidences,
  countUnits,
  extents,
  isDay,
  type Language,
  languages,
  marketLevels,
  metrics,
  missingReasons,
  obsStatuses,
  offences,
  places,
  settleZipDates,
  stats,
  substances,
  type Text,
  units,
  wordings,
  wrongUse,
} from '@samenbeeld/schema';
import type { DataValidation, Workbook, Worksheet } from 'exceljs';
import { type ClaimColumn, type ClaimListName, claimColumns } from './claim-columns.ts';

/** The instructions sheet: one paragraph a row, one column a language. */
const claimInstructions: readonly Text[] = [
  {
    nl: 'Claimblad: cijfers uit pers, pdf of parlementair antwoord',
    fr: 'Feuille de chiffres : presse, PDF ou réponse parlementaire',
    de: 'Angabenblatt: Zahlen aus Presse, PDF oder parlamentarischer Antwort',
    en: 'Claim sheet: figures from press, PDF or parliamentary answer',
  },
  {
    nl: 'Eén rij per cijfer dat een bron noemt. Staat hetzelfde cijfer in twee stukken, dan zijn dat twee rijen.',
    fr: 'Une ligne par chiffre qu’une source donne. Le même chiffre dans deux textes fait deux lignes.',
    de: 'Eine Zeile je Zahl, die eine Quelle nennt. Steht dieselbe Zahl in zwei Texten, sind es zwei Zeilen.',
    en: 'One row for each figure a source gives. The same figure in two texts makes two rows.',
  },
  {
    nl: 'Neem over wat er staat. Reken niet om, rond niet af, tel niet op; 1,7 ton wordt 1.7 en t.',
    fr: 'Recopiez ce qui est écrit. Sans convertir, arrondir ni additionner ; 1,7 tonne devient 1.7 et t.',
    de: 'Übernehmen Sie, was dasteht. Nicht umrechnen, runden oder addieren; 1,7 Tonnen werden 1.7 und t.',
    en: 'Copy what is written. Do not convert, round or add; 1.7 tonnes becomes 1.7 and t.',
  },
  {
    nl: 'Nul alleen als de bron nul zegt. Zegt de bron niets, laat de waarde dan leeg en kies waarom.',
    fr: 'Zéro seulement si la source dit zéro. Sinon laissez la valeur vide et choisissez pourquoi.',
    de: 'Null nur, wenn die Quelle null sagt. Sonst den Wert leer lassen und den Grund wählen.',
    en: 'Zero only where the source says zero. Otherwise leave the value empty and choose why.',
  },
  {
    nl: 'De grondslag beslist wat bij elkaar mag: "in de haven in beslag genomen" en "via de haven binnengekomen" tellen nooit samen.',
    fr: 'La base décide de ce qui se compare : « saisies dans le port » et « entrées par le port » ne s’additionnent jamais.',
    de: 'Die Zählgrundlage entscheidet, was zusammenpasst: „im Hafen sichergestellt“ und „über den Hafen eingeführt“ werden nie addiert.',
    en: 'The basis decides what belongs together: "seized in the port" and "entered via the port" are never added.',
  },
  {
    nl: 'De dienst is wie geteld heeft. Schrijft een krant zonder te zeggen wie telde: UNSPECIFIED. Telde de krant zelf: PRESS.',
    fr: 'Le service est celui qui a compté. Si le journal ne le dit pas : UNSPECIFIED. S’il a compté lui-même : PRESS.',
    de: 'Die Dienststelle ist, wer gezählt hat. Sagt die Zeitung es nicht: UNSPECIFIED. Hat sie selbst gezählt: PRESS.',
    en: 'The agency is who counted. Where a paper does not say: UNSPECIFIED. Where it counted itself: PRESS.',
  },
  {
    nl: 'Kies codes uit de lijst; het blad "codes" legt ze uit. Twijfelt u over de betekenis, schrijf de twijfel in "note".',
    fr: 'Choisissez les codes dans la liste ; la feuille « codes » les explique. Notez tout doute dans « note ».',
    de: 'Wählen Sie Codes aus der Liste; das Blatt „codes“ erklärt sie. Zweifel gehören in „note“.',
    en: 'Choose codes from the lists; the sheet "codes" explains them. Write any doubt in "note".',
  },
  {
    nl: 'Nooit namen, geboortedata, kentekens of andere gegevens van personen.',
    fr: 'Jamais de noms, dates de naissance, plaques ou autres données de personnes.',
    de: 'Niemals Namen, Geburtsdaten, Kennzeichen oder andere Angaben zu Personen.',
    en: 'Never names, dates of birth, number plates or other data of persons.',
  },
];

/** What a cell says when its content is refused. */
const claimRefusals: Readonly<Record<'list' | 'date' | 'partialDate', Text>> = {
  list: {
    nl: 'Kies een code uit de lijst.',
    fr: 'Choisissez un code de la liste.',
    de: 'Wählen Sie einen Code aus der Liste.',
    en: 'Choose a code from the list.',
  },
  date: {
    nl: 'Vul een dag in, bijvoorbeeld 2022-12-31.',
    fr: 'Indiquez un jour, par exemple 2022-12-31.',
    de: 'Geben Sie einen Tag ein, zum Beispiel 2022-12-31.',
    en: 'Enter a day, for example 2022-12-31.',
  },
  partialDate: {
    nl: 'Vul een dag, maand of jaar in: 2023-01-10, 2023-01 of 2023.',
    fr: 'Indiquez un jour, un mois ou une année : 2023-01-10, 2023-01 ou 2023.',
    de: 'Geben Sie einen Tag, Monat oder ein Jahr ein: 2023-01-10, 2023-01 oder 2023.',
    en: 'Enter a day, month or year: 2023-01-10, 2023-01 or 2023.',
  },
};

/** A code that can be chosen, and what it is called. */
export interface ClaimChoice {
  readonly code: string;
  readonly label: Text;
}

const ownSeizures: readonly ClaimChoice[] = [
  { code: 'true', label: { nl: 'ja', fr: 'oui', de: 'ja', en: 'yes' } },
  { code: 'false', label: { nl: 'nee', fr: 'non', de: 'nein', en: 'no' } },
];

const readingLanguages: readonly ClaimChoice[] = [
  { code: 'nl', label: { nl: 'Nederlands', fr: 'néerlandais', de: 'Niederländisch', en: 'Dutch' } },
  { code: 'fr', label: { nl: 'Frans', fr: 'français', de: 'Französisch', en: 'French' } },
  { code: 'de', label: { nl: 'Duits', fr: 'allemand', de: 'Deutsch', en: 'German' } },
  { code: 'en', label: { nl: 'Engels', fr: 'anglais', de: 'Englisch', en: 'English' } },
  {
    code: 'lb',
    label: { nl: 'Luxemburgs', fr: 'luxembourgeois', de: 'Luxemburgisch', en: 'Luxembourgish' },
  },
  { code: 'es', label: { nl: 'Spaans', fr: 'espagnol', de: 'Spanisch', en: 'Spanish' } },
  {
    code: 'pt',
    label: { nl: 'Portugees', fr: 'portugais', de: 'Portugiesisch', en: 'Portuguese' },
  },
  { code: 'it', label: { nl: 'Italiaans', fr: 'italien', de: 'Italienisch', en: 'Italian' } },
  { code: 'ar', label: { nl: 'Arabisch', fr: 'arabe', de: 'Arabisch', en: 'Arabic' } },
];

/** What each list of the claim sheet offers: the code lists of the schema, whole. */
export const claimLists: Readonly<Record<ClaimListName, readonly ClaimChoice[]>> = {
  place: places,
  basis: bases,
  contains_own: ownSeizures,
  agency: agencies,
  substance: substances,
  offence: offences,
  metric: metrics,
  stat: stats,
  unit: units,
  wording: wordings,
  extent: extents,
  status: obsStatuses,
  language: readingLanguages,
  confidence: confidences,
  level: marketLevels,
  count_unit: countUnits,
  missing: missingReasons,
};

/**
 * Adds the hidden sheet that the drop-downs draw from, two columns a list: the code, and its label. Gives the
 * range of codes of each list.
 */
function addLists(
  workbook: Workbook,
  language: Language,
): { readonly sheet: Worksheet; readonly ranges: ReadonlyMap<ClaimListName, string> } {
  const sheet = workbook.addWorksheet('lists', { state: 'hidden' });
  const ranges = new Map<ClaimListName, string>();
  Object.entries(claimLists).forEach(([name, choices], i) => {
    const [code, label] = [columnLetter(2 * i), columnLetter(2 * i + 1)];
    sheet.getCell(`${code}1`).value = name;
    choices.forEach((choice, row) => {
      sheet.getCell(`${code}${row + 2}`).value = choice.code;
      sheet.getCell(`${label}${row + 2}`).value = choice.label[language];
    });
    ranges.set(name as ClaimListName, `lists!$${code}$2:$${code}$${choices.length + 1}`);
  });
  return { sheet, ranges };
}

/** Adds the sheet on which an analyst looks up what each code means, in four languages. */
function addCodes(workbook: Workbook): Worksheet {
  const sheet = workbook.addWorksheet('codes', { views: [{ state: 'frozen', ySplit: 1 }] });
  sheet.addRow(['list', 'code', ...languages]).font = { bold: true };
  for (const [name, choices] of Object.entries(claimLists)) {
    for (const { code, label } of choices) {
      sheet.addRow([name, code, ...languages.map((language) => label[language])]);
    }
  }
  [14, 22, 42, 42, 42, 42].forEach((width, i) => {
    sheet.getColumn(i + 1).width = width;
  });
  return sheet;
}

/** Adds the instructions, one column a language. */
function addInstructions(workbook: Workbook): Worksheet {
  const sheet = workbook.addWorksheet('instructions');
  for (let i = 1; i <= languages.length; i++) {
    sheet.getColumn(i).width = 48;
    sheet.getColumn(i).alignment = { wrapText: true, vertical: 'top' };
  }
  sheet.addRow([...languages]).font = { bold: true };
  for (const text of claimInstructions) sheet.addRow(languages.map((language) => text[language]));
  sheet.getRow(2).font = { bold: true };
  return sheet;
}

/** These may hold several codes joined by +, so the list helps but does not refuse. */
const joined: readonly (ClaimListName | null)[] = ['place', 'agency'];

/** What a cell of the column accepts while it is filled in; `first` is its topmost cell ("S3"). Null accepts anything. */
function claimValidation(
  column: ClaimColumn,
  first: string,
  language: Language,
  ranges: ReadonlyMap<ClaimListName, string>,
): DataValidation | null {
  const stop = { allowBlank: true, showErrorMessage: true, errorTitle: column.name } as const;
  if (column.list) {
    return {
      ...stop,
      type: 'list',
      formulae: [ranges.get(column.list)],
      errorStyle: joined.includes(column.list) ? 'warning' : 'stop',
      error: claimRefusals.list[language],
    };
  }
  if (column.kind === 'date') {
    const formulae = [new Date(Date.UTC(1980, 0, 1)), new Date(Date.UTC(2099, 11, 31))];
    const error = claimRefusals.date[language];
    return { ...stop, type: 'date', operator: 'between', formulae, error };
  }
  if (column.kind === 'partial-date') {
    const formulae = [`OR(LEN(${first})=4,LEN(${first})=7,LEN(${first})=10)`];
    return { ...stop, type: 'custom', formulae, error: claimRefusals.partialDate[language] };
  }
  return null;
}

const require = createRequire(import.meta.url);

/** Cells of one claim by column name; a column left out is an empty cell. */
export type ClaimRow = Readonly<Record<string, string | null | undefined>>;

export interface ClaimSheetOptions {
  /** Claims to fill in beforehand; none gives an empty template. */
  readonly rows?: readonly ClaimRow[];
  /** Language of the explanations; all four when absent. The headers are the same in every language. */
  readonly language?: Language;
}

/** Explanations stand in row 1, headers in row 2. */
const headerRow = 2;
const emptyRows = 500;
const grey = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFEDEDED' } } as const;

function says(text: Text, language: Language | undefined): string {
  return (language ? [language] : languages).map((each) => text[each]).join('\n\n');
}

/** A day as a date cell; anything else stays the text it is, for the import to report. */
function cellValue(column: ClaimColumn, value: string): string | Date {
  return column.kind === 'date' && isDay(value) ? new Date(`${value}T00:00:00Z`) : value;
}

function addClaims(workbook: Workbook, language: Language | undefined): Worksheet {
  const views = [{ state: 'frozen', xSplit: 1, ySplit: headerRow } as const];
  const sheet = workbook.addWorksheet('claims', { views });
  claimColumns.forEach((column, i) => {
    const target = sheet.getColumn(i + 1);
    target.width = column.width;
    target.numFmt = column.kind === 'date' ? 'yyyy-mm-dd' : '@';
    const help = sheet.getCell(1, i + 1);
    help.value = says(column.help, language);
    help.alignment = { wrapText: true, vertical: 'top' };
    help.font = { italic: true, size: 8 };
    const header = sheet.getCell(headerRow, i + 1);
    header.value = column.name;
    header.font = { bold: true };
    for (const cell of [help, header]) {
      cell.fill = grey;
      cell.numFmt = '@';
    }
  });
  sheet.getRow(1).height = language ? 90 : 240;
  return sheet;
}

function fill(sheet: Worksheet, rows: readonly ClaimRow[]): void {
  const known = new Set(claimColumns.map(({ name }) => name));
  rows.forEach((row, i) => {
    const unknown = Object.keys(row).filter((name) => !known.has(name));
    if (unknown.length > 0) {
      const names = unknown.map((name) => `"${name}"`).join(', ');
      throw wrongUse(
        'Het cijferblad heeft geen kolom {names}: {known}.',
        'La feuille de chiffres n’a pas de colonne {names} : {known}.',
        'Das Zahlenblatt hat keine Spalte {names}: {known}.',
        'The claim sheet has no column {names}: {known}.',
        { names, known: [...known].join(', ') },
      );
    }
    claimColumns.forEach((column, c) => {
      const value = row[column.name];
      if (value == null || value === '') return;
      sheet.getCell(headerRow + 1 + i, c + 1).value = cellValue(column, value);
    });
  });
}

/**
 * The claim sheet as an .xlsx file: one row a figure, with drop-downs from the code lists, date checks, an
 * explanation of each column and instructions in four languages. Row 1 explains, row 2 is the header; the CSV
 * form has the header alone, and both are read by the source `published-claims`.
 *
 * Values are text cells, so that "9.580" keeps its last zero. The same options give the same bytes, whenever they
 * are asked. Throws UsageError for a row with a column that the sheet does not have.
 *
 * @example
 * ```ts
 * import { claimSheet } from '@samenbeeld/ingest';
 * const bytes = await claimSheet({ language: 'nl' });
 * String.fromCharCode(...bytes.slice(0, 2)) // => 'PK'
 * ```
 */
export async function claimSheet(options: ClaimSheetOptions = {}): Promise<Uint8Array> {
  const { rows = [], language } = options;
  // The library as one file, as the report loads it.
  const exceljs = require('exceljs/dist/exceljs.min.js') as typeof import('exceljs');
  const workbook = new exceljs.Workbook();
  workbook.creator = 'samenbeeld';
  workbook.lastModifiedBy = 'samenbeeld';
  workbook.created = new Date(0);
  workbook.modified = new Date(0);
  const claims = addClaims(workbook, language);
  const readOnly = [addInstructions(workbook), addCodes(workbook)];
  const lists = addLists(workbook, language ?? 'en');
  fill(claims, rows);
  const last = headerRow + rows.length + emptyRows;
  // The writer knows ranges of validations; its types do not.
  const { dataValidations } = claims as unknown as {
    dataValidations: { add(range: string, rule: DataValidation): void };
  };
  claimColumns.forEach((column, i) => {
    const first = `${columnLetter(i)}${headerRow + 1}`;
    const rule = claimValidation(column, first, language ?? 'en', lists.ranges);
    if (rule) dataValidations.add(`${first}:${columnLetter(i)}${last}`, rule);
  });
  for (const sheet of [...readOnly, lists.sheet]) await sheet.protect('', {});
  return settleZipDates(new Uint8Array(await workbook.xlsx.writeBuffer()));
}
