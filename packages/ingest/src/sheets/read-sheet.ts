import { columnLetter } from '@samenbeeld/read';
import {
  agencies,
  type Classification,
  type CodeEntry,
  type CodeList,
  classificationOrder,
  type Handling,
  type HandlingCode,
  InputError,
  inEach,
  isDay,
  isGrade,
  type Language,
  languages,
  parseNumber,
  parsePeriod,
  places,
  type SheetColumn,
  type SheetKind,
  type SheetName,
  type SheetRecord,
  type SheetRows,
  type Source,
  type Span,
  sheetKinds,
  tlpOrder,
  wherePersonal,
} from '@samenbeeld/schema';
import { codeLists, isCode } from '../code-lists.ts';
import { codeAdvice } from '../find-codes.ts';
import type { PictureKey } from './picture-key.ts';
import { columnsOf, readSheetTable } from './sheet-table.ts';

/** What is particular to a kind of sheet when faults of it are told. */
const told: Readonly<Record<SheetName, Readonly<Record<'one' | 'many' | 'guide', string>>>> = {
  assessments: { one: 'a statement', many: 'statements', guide: 'docs/guide/assessments.md' },
  listings: { one: 'a listing', many: 'listings', guide: 'docs/guide/sheets.md' },
  measures: { one: 'a measure', many: 'measures', guide: 'docs/guide/sheets.md' },
  reports: { one: 'a report', many: 'reports', guide: 'docs/guide/sheets.md' },
};

/** A sheet as it was read: its rows, and the sources they make, one for each owner and marking. */
export interface RecordSheet<Row extends SheetRows[SheetName]> {
  readonly sources: readonly Source[];
  readonly rows: readonly Row[];
  /** Whether they are made up: one column of each row of an exercise begins with that word. */
  readonly synthetic: boolean;
  readonly sha256: string;
}

/** What is wrong with a cell, and how it is put right. */
class CellFault extends Error {
  readonly repair: string;
  constructor(expected: string, repair: string) {
    super(expected);
    this.repair = repair;
  }
}

function refuse(expected: string, repair: string): never {
  throw new CellFault(expected, repair);
}

/** The code of a cell that holds a code, or a name in any language. */
function codeIn(list: CodeList<CodeEntry>, name: string, text: string): string {
  if (list.has(text)) return list.get(text).code;
  const match = list.lookup(text);
  if (match.kind === 'exact') return match.entry.code;
  return refuse(`a code of the list ${name}`, codeAdvice(name, text));
}

function wordIn<Word extends string>(words: readonly Word[], text: string): Word {
  const found = words.find((word) => word === text.toLowerCase());
  return found ?? refuse(`one of ${words.join(', ')}`, `write one of them`);
}

const parted = (text: string): readonly string[] =>
  text.split(/[;,]/u).flatMap((part) => part.trim() || []);

function placeIn(text: string): string {
  if (isCode('places', text)) return text;
  return text
    .split('+')
    .map((part) => codeIn(places, 'places', part.trim()))
    .join('+');
}

function periodIn(text: string, language: Language | undefined): Span {
  try {
    return parsePeriod(text, language);
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return refuse('a period', 'write it as 2024, 2024-S1, 2024-Q3 or 2022..2024');
  }
}

function addressIn(text: string): string {
  if (!/^https?:/u.test(text) || URL.canParse(text)) return text;
  return refuse('an address or the name of a document', 'copy the whole address');
}

/**
 * How a paragraph may be handled, by its marking in one line. What is not understood never passes as open.
 *
 * @example
 * `TLP:AMBER H1 restricted`, `GREEN H3: not to third parties`
 */
function handlingIn(text: string): Pick<Handling, 'h' | 'h3Text' | 'tlp' | 'classification'> {
  const [, marks = '', stated = ''] = /^([^:]*):?(.*)$/su.exec(text.replaceAll('TLP:', '')) ?? [];
  const words = marks.split(/[\s,;]+/u).filter((word) => word !== '');
  const tlps = tlpOrder.filter((tlp) => words.includes(tlp));
  const h = (['H0', 'H1', 'H2', 'H3'] as const).filter((code): code is HandlingCode =>
    words.includes(code),
  );
  const levels = classificationOrder.filter((level): level is Classification =>
    words.includes(level),
  );
  const [tlp] = tlps;
  const h3 = stated.trim();
  const isUnderstood = words.length === tlps.length + h.length + levels.length;
  if (
    !tlp ||
    tlps.length > 1 ||
    levels.length > 1 ||
    !isUnderstood ||
    h.includes('H3') !== (h3 !== '')
  )
    return refuse(
      `a marking with one TLP (${tlpOrder.join(', ')}) and what else holds`,
      'write it as CLEAR, TLP:AMBER H1, AMBER+STRICT restricted, or GREEN H3: not to third parties',
    );
  return { h, h3Text: h3 === '' ? [] : [h3], tlp, classification: levels[0] ?? 'none' };
}

function markingOf({ tlp, classification, h, h3Text }: Handling): string {
  const level = classification === 'none' ? [] : [classification];
  return [[`TLP:${tlp}`, ...level, ...h].join(' '), ...h3Text].join(': ');
}

/** A row before it is one of a source: its fields, and how it may be handled. */
interface RowRead {
  readonly line: number;
  readonly fields: Readonly<Record<string, unknown>>;
  readonly handling: Handling;
  readonly isInvented: boolean;
}

interface Reading {
  /** Codes that stand in the row already, for what must fit them. */
  readonly country: string | undefined;
  readonly language: Language | undefined;
  readonly key: PictureKey | null;
}

const manyIn = (list: string, text: string): readonly string[] =>
  parted(text).map((one) => codeIn(codeLists[list] as CodeList<CodeEntry>, list, one));

function dayIn(text: string): string {
  return isDay(text) ? text : refuse('a day', 'write it as 2024-03-31');
}

function numberIn(text: string): number {
  try {
    const { value } = parseNumber(text);
    if (value > 0) return value;
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
  }
  return refuse('a number above zero', 'write it without groups, with a point: 1234.5');
}

function agencyIn(text: string, { country }: Reading): string {
  const code = codeIn(agencies, 'agencies', text);
  const own = agencies.get(code).country;
  if (own !== null && country && own !== country)
    refuse(`a service of ${country}`, `${code} is of ${own}: correct one of the two`);
  return code;
}

/** What a cell holds, by the kind of its column; throws a CellFault that says what it should hold. */
function cellIn({ name, cell }: SheetColumn, text: string, reading: Reading): unknown {
  if (typeof cell === 'object') {
    if ('words' in cell) return wordIn(cell.words, text);
    if (name === 'originator') return agencyIn(text, reading);
    if (cell.many) return manyIn(cell.list, text);
    return codeIn(codeLists[cell.list] as CodeList<CodeEntry>, cell.list, text);
  }
  switch (cell) {
    case 'id':
    case 'text':
      return text;
    case 'day':
      return dayIn(text);
    case 'period':
      return periodIn(text, reading.language);
    case 'number':
      return numberIn(text);
    case 'currency':
      return /^[A-Z]{3}$/u.test(text) ? text : refuse('a currency', 'write EUR, USD or GBP');
    case 'place':
      return placeIn(text);
    case 'language':
      return wordIn(languages, text);
    case 'address':
      return addressIn(text);
    case 'grade':
      return isGrade(text)
        ? text
        : refuse(
            'a 4×4 grade',
            'write the source as A, B, C or X and the information as 1 to 4, such as B2',
          );
    case 'marking':
      return handlingIn(text);
    case 'roles':
    case 'names':
      return parted(text);
    case 'keyed':
      return reading.key === null ? null : reading.key.of(name, text);
  }
}

/** What stands in a field whose cell is empty. */
const emptyIn = ({ cell }: SheetColumn): unknown =>
  cell === 'names' || cell === 'roles' || (typeof cell === 'object' && 'many' in cell) ? [] : null;

/** Tells what cells of a row say that cannot stand beside each other. */
function tellUnfit(
  { rules }: Pick<SheetKind, 'rules'>,
  values: ReadonlyMap<string, unknown>,
  tell: Tell,
): void {
  for (const rule of rules)
    if ('first' in rule) {
      const [first, last] = [values.get(rule.first), values.get(rule.last)];
      if (typeof first === 'string' && typeof last === 'string' && last < first)
        tell(
          rule.last,
          `expected ${first} (${rule.first}) or a later day, found "${last}"`,
          'correct one of the two; leave this one empty where there is no last day',
        );
    } else if (typeof values.get(rule.of) === 'number' && values.get(rule.needs) === null)
      tell(
        rule.needs,
        `expected the ${rule.needs} of ${rule.of} ${values.get(rule.of)}, found nothing`,
        `fill it in, or leave ${rule.of} empty`,
      );
}

/** One row, each cell of which tells what is wrong with it, and with what stands beside it. */
function rowOf(
  { columns, rules }: Pick<SheetKind, 'columns' | 'rules'>,
  cell: (heading: string) => string,
  { key, tell }: Pick<Reading, 'key'> & { readonly tell: Tell },
): Pick<RowRead, 'fields' | 'handling'> {
  const read = (name: string, reading: Omit<Reading, 'key'>): unknown => {
    const column = columns.find((one) => one.name === name);
    if (!column) return undefined;
    const text = cell(name);
    if (text === '' && !column.needed) return emptyIn(column);
    try {
      if (text === '') refuse('something', 'fill it in');
      return cellIn(column, text, { ...reading, key });
    } catch (error) {
      if (!(error instanceof CellFault)) throw error;
      const found = text === '' ? 'nothing' : column.cell === 'keyed' ? 'another' : `"${text}"`;
      tell(name, `expected ${error.message}, found ${found}`, error.repair);
      return undefined;
    }
  };
  const none = { country: undefined, language: undefined };
  const language = read('language', none) as Language | undefined;
  const country = read('country', none) as string | undefined;
  const values = new Map(
    columns.map(({ name }) => [
      name,
      name === 'language'
        ? language
        : name === 'country'
          ? country
          : read(name, { country, language }),
    ]),
  );
  tellUnfit({ rules }, values, tell);
  const originator = values.get('originator') as string;
  const marked = values.get('marking') as ReturnType<typeof handlingIn> | undefined;
  const released = values.get('released by') as readonly string[];
  const handling = {
    ...marked,
    ...{ purposes: [], audiences: [], originators: [originator] },
    ...(released.length > 0 && { releasedBy: { [originator]: released } }),
  } as Handling;
  const fields = columns.flatMap(({ name, field, cell: kind }): [string, unknown][] => {
    const value = values.get(name);
    if (field === null) return [];
    if (kind === 'marking') return [[field, marked ? markingOf(handling) : '']];
    if (kind !== 'period') return [[field, value]];
    const { start, end } = (value ?? {}) as Partial<Span>;
    return [
      ['periodStart', start],
      ['periodEnd', end],
    ];
  });
  return { fields: Object.fromEntries(fields), handling };
}

type Tell = (heading: string, problem: string, repair: string) => void;

/** Whether a text holds another as a word of its own, however it is capitalised. */
function holdsWord(text: string, word: string): boolean {
  const [whole = '', part = ''] = [text, word].map((one) =>
    one.trim().replace(/\s+/gu, ' ').toLowerCase(),
  );
  const isInside = (at: number): boolean => /[\p{L}\p{N}]/u.test(whole[at] ?? '');
  for (let at = whole.indexOf(part); at >= 0; at = whole.indexOf(part, at + 1))
    if (!isInside(at - 1) && !isInside(at + part.length)) return true;
  return false;
}

const invented = /^(?:OEFENING|EXERCICE|ÜBUNG|EXERCISE)\b/u;

/**
 * Reads a sheet of records, one a row, from a CSV file, the first sheet of a workbook, or a table of a Word document, with the
 * English headings of its kind. Codes may be written as names in any of the four languages. What a keyed column holds is kept
 * under the key, or not at all; it is never repeated in a fault.
 *
 * @param name of the file as its picture writes it
 * @param key of the picture; null where it has none
 * @throws InputError with every fault by row and column; data of a person are never repeated
 */
export async function readSheet<Name extends SheetName>(
  kind: Name,
  path: string,
  { name, key = null }: { readonly name: string; readonly key?: PictureKey | null },
): Promise<RecordSheet<SheetRows[Name]>> {
  const { columns: all, invented: says, rows: called } = sheetKinds[kind];
  const { one: single, many, guide } = told[kind];
  const sheet = await readSheetTable(path, all);
  const at = columnsOf(sheet, all);
  const keyed = new Set(all.flatMap((one) => (one.cell === 'keyed' ? [one.name] : [])));
  const faults: string[] = [];
  const seen = new Map<unknown, number>();
  const inventedAt = (cells: readonly string[] | undefined): boolean =>
    invented.test(cells?.[at.get(says) ?? -1] ?? '');
  const filled = sheet.rows.filter(({ cells }) => cells.some((one) => one !== ''));
  const found = filled.map(({ line, cells }): RowRead => {
    const cell = (heading: string): string => cells[at.get(heading) ?? -1] ?? '';
    const tell: Tell = (heading, problem, repair) => {
      const place = at.get(heading);
      const column = place === undefined ? '' : `, column ${columnLetter(place)}`;
      faults.push(`row ${line}${column} "${heading}": ${problem}. Repair: ${repair}`);
    };
    for (const heading of at.keys())
      if (!keyed.has(heading) && wherePersonal(cell(heading)) !== null)
        tell(
          heading,
          'expected no data of persons, found what looks like them',
          'write a role or a service in their stead',
        );
    const secrets = [...keyed].map(cell).filter((text) => text.length > 1);
    for (const heading of at.keys())
      if (!keyed.has(heading) && secrets.some((secret) => holdsWord(cell(heading), secret)))
        tell(
          heading,
          'expected nothing of what is kept under the key only, found it written out',
          'leave it out here; cite a document by a number of your own',
        );
    if (cells.length > at.size && cells.slice(sheet.titles.length).some((one) => one !== ''))
      tell(
        'id',
        `expected ${at.size} cells, found ${cells.length}`,
        'give each row one cell a heading',
      );
    const { fields, handling } = rowOf(sheetKinds[kind], cell, { key, tell });
    const { id } = fields as { readonly id: string | undefined };
    const twin = seen.get(id);
    if (id && twin !== undefined)
      tell('id', `expected an id of its own, found "${id}" as in row ${twin}`, 'number the rows');
    seen.set(id, line);
    const isInvented = inventedAt(cells);
    if (cell(says) !== '' && isInvented !== inventedAt(filled[0]?.cells))
      tell(
        says,
        'expected an exercise or none, found both in one sheet',
        `begin every ${says} of an exercise with EXERCISE (OEFENING, EXERCICE, ÜBUNG), and no other`,
      );
    return { line, fields, handling, isInvented };
  });
  if (found.length === 0)
    faults.push(`row 2: expected ${single}, found none. Repair: write one a row`);
  if (faults.length > 0)
    throw new InputError(
      `expected ${many} without faults, found ${faults.length === 1 ? 'one' : faults.length}`,
      {
        place: { file: name },
        faults,
        repair: `mend each; ${guide} explains every column`,
      },
    );
  const synthetic = found.every(({ isInvented }) => isInvented);
  const sources = new Map<string, Source>();
  const rows = found.map(({ fields, handling }) => {
    const {
      originator,
      marking,
      country,
      language = 'en',
    } = fields as unknown as SheetRecord & { readonly language?: Language };
    const source = `${name} ${originator} ${marking}`;
    const released = handling.releasedBy?.[originator] ?? [];
    const id = released.length > 0 ? `${source} (${released.join(', ')})` : source;
    sources.set(id, {
      ...{ id, country, language, handling, synthetic, kind, url: null },
      title: inEach((spoken) => `${called[spoken]}: ${agencies.label(originator, spoken)}`),
      publisher: originator,
      licence: synthetic ? 'MIT, synthetic data' : `cited ${many}, each with its document`,
      citation: name,
      ...{ gradeSource: 'X', gradeInfo: '4' },
    });
    return { ...fields, source: id } as unknown as SheetRows[Name];
  });
  return { sources: [...sources.values()], rows, synthetic, sha256: sheet.sha256 };
}
