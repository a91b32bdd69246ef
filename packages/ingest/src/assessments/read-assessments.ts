import { columnLetter, readTable, readWordTables } from '@samenbeeld/read';
import {
  type Assessment,
  agencies,
  type Classification,
  type CodeEntry,
  type CodeList,
  classificationOrder,
  confidences,
  countries,
  directions,
  type Finding,
  type Handling,
  type HandlingCode,
  InputError,
  inEach,
  type Language,
  languages,
  parsePeriod,
  phenomena,
  places,
  programmes,
  type Source,
  type Span,
  tlpOrder,
  wherePersonal,
} from '@samenbeeld/schema';
import { isCode } from '../code-lists.ts';
import { codeAdvice } from '../find-codes.ts';

/** Headings of a sheet of assessments, and whether each row needs something there. */
const headings = {
  id: true,
  phenomenon: true,
  place: true,
  period: true,
  kind: true,
  says: true,
  confidence: false,
  grade: false,
  evidence: false,
  country: true,
  originator: true,
  marking: true,
  'released by': false,
  text: true,
  language: true,
  document: true,
  paragraph: false,
  programme: false,
} as const;
type Heading = keyof typeof headings;

/** Statements as their sheet holds them, and the sources they make: one for each owner and marking. */
export interface AssessmentSheet {
  readonly sources: readonly Source[];
  readonly assessments: readonly Assessment[];
  /** Whether they are made up: each text of an exercise begins with that word. */
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

interface Row {
  readonly line: number;
  readonly cells: readonly string[];
}

interface Sheet {
  readonly file: string;
  readonly sha256: string;
  readonly titles: readonly string[];
  readonly rows: readonly Row[];
}

const key = (title: string): string =>
  title
    .trim()
    .toLowerCase()
    .replace(/[_\s]+/gu, ' ');

/** A CSV file, the first sheet of a workbook, or the table of a Word document that has the headings. */
async function sheetOf(path: string): Promise<Sheet> {
  if (/\.docx$/iu.test(path)) {
    const { file, sha256, tables } = await readWordTables(path);
    const table = tables.find(({ rows: [first = []] }) => first.some((cell) => key(cell) === 'id'));
    const [titles = [], ...rows] = table?.rows ?? [];
    return { file, sha256, titles, rows: rows.map((cells, at) => ({ line: at + 2, cells })) };
  }
  const format = /\.xls[xm]?$/iu.test(path) ? 'xlsx' : 'csv';
  const [table] = await readTable(path, { format });
  const { file = '', sha256 = '', columns = [], rows = [], rejects = [] } = table ?? {};
  const [reject] = rejects;
  if (reject)
    throw new InputError(reject.message, {
      place: { file, ...(reject.line !== null && { line: reject.line }) },
      repair: reject.repair,
    });
  return {
    ...{ file, sha256, titles: columns.map(({ headers }) => headers.at(-1) ?? '') },
    rows: rows.map(({ line, cells }) => ({ line, cells: cells.map((cell) => cell?.trim() ?? '') })),
  };
}

/** Where each heading stands; refuses headings that lack, stand twice or are not known. */
function columnsOf({ file, titles }: Sheet): ReadonlyMap<Heading, number> {
  const found = titles.map(key);
  const lacking = Object.entries(headings).flatMap(([name, isNeeded]) =>
    isNeeded && !found.includes(name) ? [name] : [],
  );
  const strange = found.filter(
    (title, at) => title !== '' && (!Object.hasOwn(headings, title) || found.indexOf(title) !== at),
  );
  if (lacking.length + strange.length > 0)
    throw new InputError(
      `expected the headings ${Object.keys(headings).join(', ')}; ${[
        ...(lacking.length > 0 ? [`${lacking.join(', ')} not found`] : []),
        ...(strange.length > 0 ? [`found ${strange.map((title) => `"${title}"`).join(', ')}`] : []),
      ].join(', ')}`,
      {
        place: { file, line: 1 },
        repair: 'write the headings in English, each once, in the first row',
      },
    );
  return new Map(
    found.flatMap((title, at) => (title === '' ? [] : [[title as Heading, at] as const])),
  );
}

interface Statement extends Omit<Assessment, 'source'> {
  readonly handling: Handling;
}

/** One row, each cell of which tells what is wrong with it. */
function statementOf(
  cell: (heading: Heading) => string,
  read: <Value>(heading: Heading, of: (text: string) => Value) => Value,
): Statement {
  const perhaps = <Value>(heading: Heading, of: (text: string) => Value): Value | null =>
    cell(heading) === '' ? null : read(heading, of);
  const language = read('language', (text) => wordIn(languages, text));
  const period = read('period', (text) => periodIn(text, language));
  const country = read('country', (text) => codeIn(countries, 'countries', text));
  const originator = read('originator', (text) => {
    const code = codeIn(agencies, 'agencies', text);
    const own = agencies.get(code).country;
    if (own !== null && country && own !== country)
      refuse(`a service of ${country}`, `${code} is of ${own}: correct one of the two`);
    return code;
  });
  const released = parted(cell('released by'));
  const marked = read('marking', handlingIn);
  const handling: Handling = {
    ...marked,
    ...{ purposes: [], audiences: [], originators: [originator] },
    ...(released.length > 0 && { releasedBy: { [originator]: released } }),
  };
  return {
    ...{ id: read('id', (text) => text), country, originator, language, handling },
    phenomenon: read('phenomenon', (text) => codeIn(phenomena, 'phenomena', text)),
    place: read('place', placeIn),
    ...{ periodStart: period?.start, periodEnd: period?.end },
    kind: read('kind', (text) => wordIn(['fact', 'assessment'], text)),
    says: read('says', (text) => codeIn(directions, 'directions', text)),
    confidence: perhaps(
      'confidence',
      (text) => codeIn(confidences, 'confidences', text) as Finding['confidence'],
    ),
    grade: perhaps('grade', (text) =>
      /^[ABCX][1-4]$/u.test(text)
        ? text
        : refuse('a 4×4 grade', 'write it as A1 to X4, such as B2'),
    ),
    evidence: parted(cell('evidence')),
    marking: marked ? markingOf(handling) : '',
    text: read('text', (text) => text),
    document: read('document', addressIn),
    paragraph: cell('paragraph') || null,
    programmes: parted(cell('programme')).map((one) =>
      read('programme', () => codeIn(programmes, 'programmes', one)),
    ),
  };
}

const invented = /^(?:OEFENING|EXERCICE|ÜBUNG|EXERCISE)\b/u;

/**
 * Reads a sheet of assessments: statements of a crime picture in words, one a row, from a CSV file, the first sheet of a
 * workbook, or a table of a Word document, with English headings. Codes may be written as names in any of the four languages.
 *
 * @param name of the file as its picture writes it
 * @throws InputError with every fault by row and column; data of a person are never repeated
 */
export async function readAssessments(path: string, name: string): Promise<AssessmentSheet> {
  const sheet = await sheetOf(path);
  const columns = columnsOf(sheet);
  const faults: string[] = [];
  const seen = new Map<string, number>();
  const statements = sheet.rows
    .filter(({ cells }) => cells.some((one) => one !== ''))
    .map(({ line, cells }): Statement => {
      const cell = (heading: Heading): string => cells[columns.get(heading) ?? -1] ?? '';
      const tell = (heading: Heading, problem: string, repair: string): void => {
        const at = columns.get(heading);
        const column = at === undefined ? '' : `, column ${columnLetter(at)}`;
        faults.push(`row ${line}${column} "${heading}": ${problem}. Repair: ${repair}`);
      };
      for (const heading of columns.keys())
        if (wherePersonal(cell(heading)) !== null)
          tell(
            heading,
            'expected no data of persons, found what looks like them',
            'write a role or a service in their stead',
          );
      if (cells.length > columns.size && cells.slice(sheet.titles.length).some((one) => one !== ''))
        tell(
          'id',
          `expected ${columns.size} cells, found ${cells.length}`,
          'give each row one cell a heading',
        );
      const statement = statementOf(cell, (heading, of) => {
        const text = cell(heading);
        try {
          if (text === '') refuse('something', 'fill it in');
          return of(text);
        } catch (error) {
          if (!(error instanceof CellFault)) throw error;
          tell(
            heading,
            `expected ${error.message}, found ${text === '' ? 'nothing' : `"${text}"`}`,
            error.repair,
          );
          // What is not there stops the reading at its end.
          return undefined as never;
        }
      });
      const twin = seen.get(statement.id);
      if (statement.id && twin !== undefined)
        tell(
          'id',
          `expected an id of its own, found "${statement.id}" as in row ${twin}`,
          'number the rows',
        );
      seen.set(statement.id, line);
      if (
        statement.text &&
        invented.test(statement.text) !==
          invented.test(sheet.rows[0]?.cells[columns.get('text') ?? -1] ?? '')
      )
        tell(
          'text',
          'expected an exercise or none, found both in one sheet',
          'begin every text of an exercise with EXERCISE (OEFENING, EXERCICE, ÜBUNG), and no other',
        );
      return statement;
    });
  if (statements.length === 0)
    faults.push('row 2: expected a statement, found none. Repair: write one a row');
  if (faults.length > 0)
    throw new InputError(
      `expected statements without faults, found ${faults.length === 1 ? 'one' : faults.length}`,
      {
        place: { file: name },
        faults,
        repair: 'mend each; docs/guide/assessments.md explains every column',
      },
    );
  const synthetic = statements.every(({ text }) => invented.test(text));
  const sources = new Map<string, Source>();
  const assessments = statements.map(({ handling, ...statement }): Assessment => {
    const { originator, marking, language, country } = statement;
    const source = `${name} ${originator} ${marking}`;
    const released = handling.releasedBy?.[originator] ?? [];
    const id = released.length > 0 ? `${source} (${released.join(', ')})` : source;
    sources.set(id, {
      ...{ id, country, language, handling, synthetic, kind: 'assessments', url: null },
      title: inEach((spoken) => `${words[spoken]}: ${agencies.label(originator, spoken)}`),
      publisher: originator,
      licence: synthetic ? 'MIT, synthetic data' : 'cited statements, each with its document',
      citation: name,
      ...{ gradeSource: 'X', gradeInfo: '4' },
    });
    return { ...statement, source: id };
  });
  return { sources: [...sources.values()], assessments, synthetic, sha256: sheet.sha256 };
}

const words: Readonly<Record<Language, string>> = {
  nl: 'uitspraken',
  fr: 'énoncés',
  de: 'Aussagen',
  en: 'statements',
};
