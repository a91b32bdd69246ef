import {
  agencies,
  type Classification,
  type CodeEntry,
  type CodeList,
  classificationOrder,
  englishQuoted,
  expectedFound,
  type Handling,
  type HandlingCode,
  InputError,
  inEach,
  inFour,
  isDay,
  isGrade,
  type Language,
  languages,
  oneOf,
  parseNumber,
  parsePeriod,
  places,
  quoted,
  type SheetColumn,
  type SheetKind,
  type SheetName,
  type SheetRecord,
  type SheetRows,
  type Source,
  type Span,
  sheetKinds,
  type Text,
  tlpOrder,
} from '@samenbeeld/schema';
import { codeLists, isCode } from '../code-lists.ts';
import { codeAdvice } from '../find-codes.ts';
import type { PictureKey } from './picture-key.ts';
import {
  columnsOf,
  isOfPerson,
  personFault,
  readSheetTable,
  refuseFaults,
  type Tell,
  writtenRows,
} from './sheet-table.ts';

/** What is particular to a kind of sheet when faults of it are told. */
const told: Readonly<
  Record<SheetName, { readonly one: Text; readonly many: Text; readonly guide: string }>
> = {
  assessments: {
    one: inFour('een uitspraak', 'un énoncé', 'eine Aussage', 'a statement'),
    many: inFour('uitspraken', 'des énoncés', 'Aussagen', 'statements'),
    guide: 'docs/guide/assessments.md',
  },
  listings: {
    one: inFour('een aanbieding', 'une annonce', 'ein Angebot', 'a listing'),
    many: inFour('aanbiedingen', 'des annonces', 'Angebote', 'listings'),
    guide: 'docs/guide/sheets.md',
  },
  measures: {
    one: inFour('een maatregel', 'une mesure', 'eine Maßnahme', 'a measure'),
    many: inFour('maatregelen', 'des mesures', 'Maßnahmen', 'measures'),
    guide: 'docs/guide/sheets.md',
  },
  reports: {
    one: inFour('een melding', 'un signalement', 'eine Meldung', 'a report'),
    many: inFour('meldingen', 'des signalements', 'Meldungen', 'reports'),
    guide: 'docs/guide/sheets.md',
  },
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
  readonly expected: Text;
  readonly repair: Text;
  constructor(expected: Text, repair: Text) {
    super(expected.en);
    this.expected = expected;
    this.repair = repair;
  }
}

function refuse(expected: Text, repair: Text): never {
  throw new CellFault(expected, repair);
}

/** The code of a cell that holds a code, or a name in any language. */
function codeIn(list: CodeList<CodeEntry>, name: string, text: string): string {
  if (list.has(text)) return list.get(text).code;
  const match = list.lookup(text);
  if (match.kind === 'exact') return match.entry.code;
  return refuse(
    inFour(
      'een code van de lijst {name}',
      'un code de la liste {name}',
      'ein Code der Liste {name}',
      'a code of the list {name}',
      { name },
    ),
    codeAdvice(name, text),
  );
}

function wordIn<Word extends string>(words: readonly Word[], text: string): Word {
  const found = words.find((word) => word === text.toLowerCase());
  return (
    found ??
    refuse(
      oneOf(words),
      inFour(
        'schrijf een ervan',
        'écrivez l’un d’eux',
        'eines davon schreiben',
        'write one of them',
      ),
    )
  );
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
    return refuse(
      inFour('een periode', 'une période', 'ein Zeitraum', 'a period'),
      inFour(
        'schrijf haar als 2024, 2024-S1, 2024-Q3 of 2022..2024',
        'écrivez-la comme 2024, 2024-S1, 2024-Q3 ou 2022..2024',
        'ihn als 2024, 2024-S1, 2024-Q3 oder 2022..2024 schreiben',
        'write it as 2024, 2024-S1, 2024-Q3 or 2022..2024',
      ),
    );
  }
}

function addressIn(text: string): string {
  if (!/^https?:/u.test(text) || URL.canParse(text)) return text;
  return refuse(
    inFour(
      'een adres of de naam van een document',
      'une adresse ou le nom d’un document',
      'eine Adresse oder der Name eines Dokuments',
      'an address or the name of a document',
    ),
    inFour(
      'neem het hele adres over',
      'copiez l’adresse entière',
      'die ganze Adresse übernehmen',
      'copy the whole address',
    ),
  );
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
      inFour(
        'een rubricering met één TLP ({list}) en wat verder geldt',
        'un marquage avec un seul TLP ({list}) et ce qui vaut en outre',
        'eine Kennzeichnung mit einem TLP ({list}) und was sonst gilt',
        'a marking with one TLP ({list}) and what else holds',
        { list: tlpOrder.join(', ') },
      ),
      inFour(
        'schrijf haar als `CLEAR`, `TLP:AMBER H1`, `AMBER+STRICT restricted` of `GREEN H3: not to third parties`',
        'écrivez-le comme `CLEAR`, `TLP:AMBER H1`, `AMBER+STRICT restricted` ou `GREEN H3: not to third parties`',
        'sie als `CLEAR`, `TLP:AMBER H1`, `AMBER+STRICT restricted` oder `GREEN H3: not to third parties` schreiben',
        'write it as CLEAR, TLP:AMBER H1, AMBER+STRICT restricted, or GREEN H3: not to third parties',
      ),
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
  return isDay(text)
    ? text
    : refuse(
        inFour('een dag', 'un jour', 'ein Tag', 'a day'),
        inFour(
          'schrijf hem als 2024-03-31',
          'écrivez-le comme 2024-03-31',
          'ihn als 2024-03-31 schreiben',
          'write it as 2024-03-31',
        ),
      );
}

function numberIn(text: string): number {
  try {
    const { value } = parseNumber(text);
    if (value > 0) return value;
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
  }
  return refuse(
    inFour(
      'een getal boven nul',
      'un nombre supérieur à zéro',
      'eine Zahl über null',
      'a number above zero',
    ),
    inFour(
      'schrijf het zonder groepen, met een punt: 1234.5',
      'écrivez-le sans groupes, avec un point : 1234.5',
      'sie ohne Gruppen mit einem Punkt schreiben: 1234.5',
      'write it without groups, with a point: 1234.5',
    ),
  );
}

function agencyIn(text: string, { country }: Reading): string {
  const code = codeIn(agencies, 'agencies', text);
  const own = agencies.get(code).country;
  if (own !== null && country && own !== country)
    refuse(
      inFour(
        'een dienst van {country}',
        'un service de {country}',
        'eine Dienststelle von {country}',
        'a service of {country}',
        { country },
      ),
      inFour(
        '{code} is van {own}: verbeter een van de twee',
        '{code} est de {own} : corrigez l’un des deux',
        '{code} ist von {own}: eines der beiden berichtigen',
        '{code} is of {own}: correct one of the two',
        { code, own },
      ),
    );
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
      return /^[A-Z]{3}$/u.test(text)
        ? text
        : refuse(
            inFour('een munt', 'une monnaie', 'eine Währung', 'a currency'),
            inFour(
              'schrijf EUR, USD of GBP',
              'écrivez EUR, USD ou GBP',
              'EUR, USD oder GBP schreiben',
              'write EUR, USD or GBP',
            ),
          );
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
            inFour('een 4×4-waardering', 'une cotation 4×4', 'eine 4×4-Bewertung', 'a 4×4 grade'),
            inFour(
              'schrijf de bron als A, B, C of X en de informatie als 1 tot 4, zoals B2',
              'écrivez la source comme A, B, C ou X et l’information de 1 à 4, comme B2',
              'die Quelle als A, B, C oder X und die Information als 1 bis 4 schreiben, etwa B2',
              'write the source as A, B, C or X and the information as 1 to 4, such as B2',
            ),
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
          inFour(
            '{first} ({name}) of een latere dag verwacht, gevonden: {last}',
            '{first} ({name}) ou un jour plus tard était attendu, trouvé : {last}',
            '{first} ({name}) oder ein späterer Tag erwartet, gefunden: {last}',
            'expected {first} ({name}) or a later day, found {last}',
            { first, name: englishQuoted(rule.first), last: quoted(last) },
          ),
          inFour(
            'verbeter een van de twee; laat deze leeg als er geen laatste dag is',
            'corrigez l’un des deux ; laissez celui-ci vide s’il n’y a pas de dernier jour',
            'eines der beiden berichtigen; dieses leer lassen, wenn es keinen letzten Tag gibt',
            'correct one of the two; leave this one empty where there is no last day',
          ),
        );
    } else if (typeof values.get(rule.of) === 'number' && values.get(rule.needs) === null)
      tell(
        rule.needs,
        inFour(
          '{needs} van {of} {value} verwacht, niets gevonden',
          '{needs} de {of} {value} était attendu, rien n’est trouvé',
          '{needs} von {of} {value} erwartet, nichts gefunden',
          'expected the {needs} of {of} {value}, found nothing',
          {
            needs: englishQuoted(rule.needs),
            of: englishQuoted(rule.of),
            value: String(values.get(rule.of)),
          },
        ),
        inFour(
          'vul het in, of laat {of} leeg',
          'remplissez-le, ou laissez {of} vide',
          'es ausfüllen oder {of} leer lassen',
          'fill it in, or leave {of} empty',
          { of: englishQuoted(rule.of) },
        ),
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
      if (text === '')
        refuse(
          inFour('iets', 'quelque chose', 'etwas', 'something'),
          inFour('vul het in', 'remplissez-la', 'ausfüllen', 'fill it in'),
        );
      return cellIn(column, text, { ...reading, key });
    } catch (error) {
      if (!(error instanceof CellFault)) throw error;
      const found =
        text === ''
          ? inFour('niets', 'rien', 'nichts', 'nothing')
          : column.cell === 'keyed'
            ? inFour('iets anders', 'autre chose', 'etwas anderes', 'another')
            : quoted(text);
      tell(name, expectedFound(error.expected, found), error.repair);
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
  const faults: Text[] = [];
  const seen = new Map<unknown, number>();
  const inventedAt = (cells: readonly string[] | undefined): boolean =>
    invented.test(cells?.[at.get(says) ?? -1] ?? '');
  const filled = writtenRows(sheet, at, faults);
  const found = filled.map(({ line, cells, cell, tell }): RowRead => {
    for (const heading of at.keys())
      if (!keyed.has(heading) && isOfPerson(cell(heading)))
        tell(heading, personFault.problem, personFault.repair);
    const secrets = [...keyed].map(cell).filter((text) => text.length > 1);
    for (const heading of at.keys())
      if (!keyed.has(heading) && secrets.some((secret) => holdsWord(cell(heading), secret)))
        tell(
          heading,
          inFour(
            'niets verwacht van wat alleen onder de sleutel wordt bewaard, gevonden: het staat er voluit',
            'rien de ce qui n’est gardé que sous la clé n’était attendu, trouvé : écrit en clair',
            'nichts von dem erwartet, was nur unter dem Schlüssel aufbewahrt wird, gefunden: es steht ausgeschrieben da',
            'expected nothing of what is kept under the key only, found it written out',
          ),
          inFour(
            'laat het hier weg; noem een document met een eigen nummer',
            'retirez-le d’ici ; citez un document par un numéro à vous',
            'es hier weglassen; ein Dokument mit einer eigenen Nummer nennen',
            'leave it out here; cite a document by a number of your own',
          ),
        );
    if (cells.length > at.size && cells.slice(sheet.titles.length).some((one) => one !== ''))
      tell(
        'id',
        inFour(
          '{n} cellen verwacht, gevonden: {found}',
          '{n} cellules étaient attendues, trouvé : {found}',
          '{n} Zellen erwartet, gefunden: {found}',
          'expected {n} cells, found {found}',
          { n: at.size, found: cells.length },
        ),
        inFour(
          'geef elke rij één cel per kop',
          'donnez à chaque ligne une cellule par en-tête',
          'jeder Zeile eine Zelle je Überschrift geben',
          'give each row one cell a heading',
        ),
      );
    const { fields, handling } = rowOf(sheetKinds[kind], cell, { key, tell });
    const { id } = fields as { readonly id: string | undefined };
    const twin = seen.get(id);
    if (id && twin !== undefined)
      tell(
        'id',
        inFour(
          'een eigen id verwacht, gevonden: {id}, als in rij {twin}',
          'un id propre était attendu, trouvé : {id}, comme à la ligne {twin}',
          'eine eigene id erwartet, gefunden: {id} wie in Zeile {twin}',
          'expected an id of its own, found {id} as in row {twin}',
          { id: quoted(id), twin: String(twin) },
        ),
        inFour(
          'nummer de rijen',
          'numérotez les lignes',
          'die Zeilen nummerieren',
          'number the rows',
        ),
      );
    seen.set(id, line);
    const isInvented = inventedAt(cells);
    if (cell(says) !== '' && isInvented !== inventedAt(filled[0]?.cells))
      tell(
        says,
        inFour(
          'een oefening of geen verwacht, gevonden: beide in één blad',
          'un exercice ou aucun était attendu, trouvé : les deux dans une feuille',
          'eine Übung oder keine erwartet, gefunden: beides in einem Blatt',
          'expected an exercise or none, found both in one sheet',
        ),
        inFour(
          'begin elke {says} van een oefening met EXERCISE (OEFENING, EXERCICE, ÜBUNG), en geen andere',
          'commencez chaque {says} d’un exercice par EXERCISE (OEFENING, EXERCICE, ÜBUNG), et aucun autre',
          'jedes {says} einer Übung mit EXERCISE (OEFENING, EXERCICE, ÜBUNG) beginnen, und kein anderes',
          'begin every {says} of an exercise with EXERCISE (OEFENING, EXERCICE, ÜBUNG), and no other',
          { says: englishQuoted(says) },
        ),
      );
    return { line, fields, handling, isInvented };
  });
  if (found.length === 0)
    faults.push(
      inFour(
        'rij 2: {single} verwacht, niets gevonden. Herstel: schrijf er een per rij',
        'ligne 2, attendu : {single} ; trouvé : rien. Correction : écrivez-en un par ligne',
        'Zeile 2: {single} erwartet, nichts gefunden. Abhilfe: eine je Zeile schreiben',
        'row 2: expected {single}, found none. Repair: write one a row',
        { single },
      ),
    );
  refuseFaults(
    name,
    many,
    faults,
    inFour(
      'verbeter elke fout; {guide} legt elke kolom uit',
      'corrigez chaque faute ; {guide} explique chaque colonne',
      'jeden Fehler beheben; {guide} erklärt jede Spalte',
      'mend each; {guide} explains every column',
      { guide },
    ),
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
      licence: synthetic ? 'MIT, synthetic data' : `cited ${many.en}, each with its document`,
      citation: name,
      ...{ gradeSource: 'X', gradeInfo: '4' },
    });
    return { ...fields, source: id } as unknown as SheetRows[Name];
  });
  return { sources: [...sources.values()], rows, synthetic, sha256: sheet.sha256 };
}
