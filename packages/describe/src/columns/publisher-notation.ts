import type { FileFormat } from '@samenbeeld/read';
import { agencies, inFour, inSigns, quoted, type Text } from '@samenbeeld/schema';
import { dutchNumbered } from './label-shapes.ts';
import { type ColumnProfile, dataSets, labelsOf } from './profile-column.ts';

/** What of a file may be written as only one publisher writes it. */
interface Marks {
  readonly file: string;
  readonly lines: readonly string[];
  readonly headings: readonly string[];
  readonly columns: readonly ColumnProfile[];
  readonly format: FileFormat | undefined;
}

/** A publisher that the notation of a file points to, and why. */
export interface NotedPublisher {
  readonly publisher: string;
  /** The words or codes that show it. */
  readonly word: string;
  readonly reason: Text;
  /** Whether it counted what it publishes. */
  readonly counts: boolean;
}

interface Notation {
  readonly publisher: string;
  readonly name: Text;
  readonly counts?: boolean;
  /** What shows the notation; null where the file does not have it. */
  readonly shows: (marks: Marks) => string | null;
}

/** Fewest of the words of a form that tell it from a heading which others have as well. */
const enough = 2;

/** Labels of a scheme from which on no other scheme is like it by chance. */
const manyNumbered = 5;

/** The first heading that each expression matches; null where one matches none. */
function allOf(headings: readonly string[], ...patterns: readonly RegExp[]): string | null {
  const found = patterns.map((pattern) => headings.find((heading) => pattern.test(heading.trim())));
  return found.every((heading) => heading !== undefined) ? found.join(', ') : null;
}

/** Headings that an expression matches, where there are enough of them. */
function several(headings: readonly string[], pattern: RegExp): string | null {
  const found = headings.filter((heading) => pattern.test(heading.trim()));
  return found.length >= enough ? found.slice(0, enough).join(', ') : null;
}

function within(texts: readonly string[], pattern: RegExp): string | null {
  for (const text of texts) {
    const [found] = pattern.exec(text) ?? [];
    if (found !== undefined) return found.trim();
  }
  return null;
}

/** The first label of a column whose labels are all written so. */
function labelOf(columns: readonly ColumnProfile[], pattern: RegExp): string | null {
  for (const column of columns) {
    const labels = labelsOf(column).slice(0, 300);
    const [first] = labels;
    if (first !== undefined && labels.every((label) => pattern.test(label.trim())))
      return first.trim();
  }
  return null;
}

const table = /(?<!\d)\d{5}(?:NED|ENG)(?![A-Za-z])/u;
const policeTable = /(?<!\d)47\d{3}(?:NED|ENG)(?![A-Za-z])/u;

function statLineTable({ file, lines }: Marks): string | null {
  return within([file, ...lines], table);
}

/** A period or an area in the codes of StatLine. */
function statLineCode({ columns }: Marks): string | null {
  return (
    labelOf(columns, /^\d{4}(?:JJ|HJ|KW|MM)\d{2}$/u) ??
    labelOf(columns, /^(?:NL\d{2}|NL0000|LD\d{2}|PV\d{2}|CR\d{2}|GM\d{4})$/u)
  );
}

/** Numbered labels of the Dutch police, and whether they are enough to tell them from those that the statistics office numbers. */
function numbered({ columns }: Marks): { readonly word: string; readonly many: boolean } | null {
  for (const column of columns) {
    const labels = labelsOf(column);
    const found = labels.filter((label) => dutchNumbered.test(label));
    const [word] = found;
    // The office counts its groups as well: "1 Vermogensmisdrijven", "1.1 Diefstal en inbraak".
    const groups = labels.some((label) => /^\d(?:\.\d)? \p{L}/u.test(label));
    if (word !== undefined && !groups && found.length >= labels.length * 0.9)
      return { word, many: found.length >= manyNumbered };
  }
  return null;
}

const dutchOffences = /misdrij|politie/iu;

function saysDutchOffences({ headings, file, lines }: Marks): boolean {
  return [...headings, file, ...lines].some((text) => dutchOffences.test(text));
}

/** Länder of the keys or names of places: the offices of one of them publish the same forms. */
function manyLaender({ columns }: Marks): boolean {
  return columns.some((column) => {
    const labels = labelsOf(column).slice(0, 300);
    if (/^bundesl/iu.test(column.heading)) return labels.length > enough;
    if (!/gemeindeschl|kreisschl|(?<!\p{L})ags(?!\p{L})/iu.test(column.heading)) return false;
    const keys = labels.filter((label) => /^\d{4,8}$/u.test(label));
    const laender = keys.map((key) => key.padStart(key.length > 5 ? 8 : 5, '0').slice(0, 2));
    return new Set(laender).size >= enough;
  });
}

const statLine = (what: Text): Text =>
  inFour(
    '{what} zoals StatLine ze schrijft',
    '{what} comme StatLine les écrit',
    '{what}, wie StatLine sie schreibt',
    '{what} as StatLine writes them',
    { what },
  );

const formOf = (name: string): Text =>
  inFour(
    'de vorm waarin {name} zijn tabellen geeft',
    'la forme des tableaux de {name}',
    'die Form, in der {name} Tabellen herausgibt',
    'the form in which {name} gives its tables',
    { name },
  );

const tableNumbers = inFour(
  'tabelnummers van de politie op StatLine (47 …)',
  'numéros de tableau de la police sur StatLine (47 …)',
  'Tabellennummern der Polizei bei StatLine (47 …)',
  'table numbers of the police on StatLine (47 …)',
);

const policeLabels = inFour(
  'genummerde labels van de indeling van de Nederlandse politie',
  'des libellés numérotés de la nomenclature de la police néerlandaise',
  'nummerierte Bezeichnungen der Systematik der niederländischen Polizei',
  'numbered labels of the Dutch police scheme',
);

const codes = statLine(inFour('codes', 'des codes', 'Codes', 'codes'));

/** Data sets of Eurostat on crime and justice; of another's file a column `geo` beside the name would be chance. */
const crimeSet =
  /(?<![a-z])(?:estat_)?crim_(?:gen|hist|plce|pris|hom|off|just|sex|ths|drug|cor|mlau)\w*/iu;

/** EUDA numbers its tables after what they are of. */
const euda = /(?<!\p{L})(?:SZR|PPP|GPS|DRD|TDI|PDU|HSR|DLO|INF)-\d+(?:[-.]\d+)*/iu;

/** Notations that only one publisher uses; where several of one file show, either may be meant. */
const notations: readonly Notation[] = [
  {
    publisher: 'NL_POL',
    name: tableNumbers,
    counts: true,
    shows: ({ file, lines }) => within([file, ...lines], policeTable),
  },
  {
    publisher: 'NL_POL',
    name: policeLabels,
    counts: true,
    shows: (marks) => numbered(marks)?.word ?? null,
  },
  {
    publisher: 'NL_POL',
    name: codes,
    counts: true,
    shows: (marks) =>
      statLineTable(marks) === null && saysDutchOffences(marks) ? statLineCode(marks) : null,
  },
  {
    publisher: 'NL_CBS',
    name: formOf('StatLine'),
    shows: (marks) => {
      const number = statLineTable(marks);
      return number !== null && !policeTable.test(number) ? number : null;
    },
  },
  {
    publisher: 'NL_CBS',
    name: codes,
    shows: (marks) => (statLineTable(marks) === null ? statLineCode(marks) : null),
  },
  {
    publisher: 'NL_CBS',
    name: inFour(
      'zo weinig labels, dat het ook die van het CBS kunnen zijn',
      'si peu de libellés que ce peuvent être ceux du CBS',
      'so wenige Bezeichnungen, dass es auch die des CBS sein können',
      'so few labels that they may be those of CBS',
    ),
    shows: (marks) => {
      const found = statLineTable(marks) === null ? numbered(marks) : null;
      return found && !found.many ? found.word : null;
    },
  },
  {
    publisher: 'EUROSTAT',
    name: formOf('Eurostat'),
    shows: ({ headings, columns, file, lines, format }) =>
      (format === 'eurostat-tsv' ? allOf(headings, /^geo$/iu) : null) ??
      within(headings, /(?<!\p{L})geo\\(?:time(?:_period)?)(?!\p{L})/iu) ??
      allOf(headings, /^TIME$/u, /^GEO$/u, /^Flag and Footnotes$/u) ??
      within(dataSets(columns), /^ESTAT:\w+/u) ??
      (allOf(headings, /^geo$/iu) && within([file, ...lines], crimeSet)),
  },
  {
    publisher: 'DE_BKA',
    counts: true,
    name: inFour(
      'koppen van de PKS, en plaatsen van meer dan één deelstaat',
      'des en-têtes de la PKS, et des lieux de plusieurs Länder',
      'Überschriften der PKS, und Orte mehrerer Länder',
      'headings of the PKS, and places of several Länder',
    ),
    shows: (marks) =>
      manyLaender(marks)
        ? allOf(marks.headings, /^Schl(?:ü|ue)ssel?/iu, /^Straftat/iu, /^HZ(?!\p{L})|Faelle|Fälle/u)
        : null,
  },
  {
    publisher: 'FR_SSMSI',
    name: formOf('SSMSI'),
    shows: ({ headings, file }) =>
      within([file], /donnee-(?:dep|comm?|reg)-data\.gouv/u) ??
      allOf(
        headings,
        /^(?:code[._ ]?(?:d[ée]partement|r[ée]gion|commune)|CODGEO_20\d\d)$/iu,
        /^unit[eé][._ ]?de[._ ]?compte$/iu,
        /^(?:taux[._ ]?pour[._ ]?mille|indicateur|classe)$/iu,
      ),
  },
  {
    publisher: 'UNODC',
    name: formOf('UNODC'),
    shows: ({ headings, lines }) =>
      within(lines, /unodc[\w.-]*@un\.org/iu) ??
      allOf(headings, /^Iso3_code$/iu, /^Subregion$/iu, /^(?:txt)?VALUE$/iu, /^Source$/iu),
  },
  {
    publisher: 'EUDA',
    name: inFour(
      'tabelnummers van de EUDA',
      'des numéros de tableau de l’EUDA',
      'Tabellennummern der EUDA',
      'table numbers of EUDA',
    ),
    shows: ({ file, lines }) =>
      within(lines, new RegExp(`Table ${euda.source}`, 'iu')) ?? within([file], euda),
  },
  {
    publisher: 'BE_STATBEL',
    name: formOf('Statbel'),
    shows: ({ headings }) =>
      headings.some((heading) => /REFNIS|_DESCR_(?:NL|FR|DE)$/u.test(heading))
        ? several(headings, /^(?:CD|TX|MS|DT|FL)_[A-Z0-9_]+$/u)
        : null,
  },
  {
    publisher: 'LU_STATEC',
    name: formOf('STATEC'),
    shows: ({ columns, file, lines }) =>
      within([file, ...lines, ...dataSets(columns)], /(?<!\w)LU1:\w+|(?<!\p{L})LUSTAT(?!\p{L})/u),
  },
];

/** The publishers whose notation a file is written in: one where it is settled, several where either may be meant. */
export function notedPublishers(marks: Marks): readonly NotedPublisher[] {
  const found = new Map<string, NotedPublisher>();
  for (const { publisher, name, counts = false, shows } of notations) {
    const word = found.has(publisher) ? null : shows(marks);
    if (word !== null)
      found.set(publisher, {
        publisher,
        word,
        counts,
        reason: inSigns('{word}: {name}', { word: quoted(word), name }),
      });
  }
  return [...found.values()];
}

/** The country whose figures they are: that of the publishers, where all count their own. */
export function notedCountry(
  noted: readonly NotedPublisher[],
): { readonly country: string; readonly word: string } | null {
  const [first] = noted;
  const [country, ...others] = new Set(
    noted.map(({ publisher }) => agencies.get(publisher).country),
  );
  return first && country && others.length === 0 ? { country, word: first.word } : null;
}
