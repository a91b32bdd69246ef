import fc from 'fast-check';
import iconv from 'iconv-lite';

/** A file of known layout. */
export interface RandomFile {
  readonly bytes: Buffer;
  readonly text: string;
  readonly encoding: string;
  readonly delimiter: string;
  /** Physical lines above the header. */
  readonly title: number;
  readonly header: number;
  readonly footer: number;
  readonly headings: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** The same as a sheet: one row a line, blank ones too. */
  readonly grid: readonly (readonly string[])[];
}

const accented = [
  'Besançon',
  'Curaçao',
  'Köln',
  'Düsseldorf',
  'Liège',
  'Rhône',
  'Fryslân',
  'Tübingen',
  'Orléans',
  'Zürich',
  'Straßburg',
  'Évreux',
];
const plain = [
  'Antwerpen',
  'Vlissingen',
  'Terneuzen',
  'Gent',
  'Rotterdam',
  'Hamburg',
  'Esch-sur-Alzette',
  'Den Haag',
  'Brest',
  'Bremen',
  'Lille',
  "'s-Hertogenbosch",
];
const drugs = [
  'cocaïne',
  'heroïne',
  'cannabis, herb',
  'cannabis; hars',
  'MDMA',
  'amfetamine',
  'ketamine',
];
const notes = [
  'Bron: Politie',
  'Source: ministère de l’Intérieur, SSMSI',
  'Quelle: Bundeskriminalamt',
  '© CBS, 2024',
  '* voorlopige cijfers',
  '1) Nur aufgeklärte Fälle.',
  'Note: data for 2023 are provisional',
  'Stand: 31.12.2023',
  'Opmerking: exclusief overtredingen',
  'Champ : France métropolitaine.',
];
const titles = [
  'Geregistreerde misdrijven per gemeente',
  'Saisies de stupéfiants, 2015-2023',
  'Polizeiliche Kriminalstatistik',
  'Drug seizures by country and year',
  'Tabel 3. Inbeslagnames',
  'Stand: 31.12.2023',
  'Bron: douane',
  'Berichtszeitraum: 01.01.2016 bis 31.12.2016',
];

interface Column {
  readonly heading: string;
  readonly unit: string;
  readonly numeric: boolean;
  cell(row: number, seed: number): string;
}

const hash = (row: number, seed: number): number =>
  Math.imul(row * 7919 + seed * 104729 + 17, 2654435761) >>> 0;

function grouped(value: number, group: string): string {
  return group === '' ? String(value) : String(value).replace(/\B(?=(?:\d{3})+$)/g, group);
}

const pick = <T>(values: readonly T[], row: number, seed: number): T =>
  values[hash(row, seed) % values.length] as T;

function columnOf(
  kind: string,
  heading: string,
  seed: number,
  group: string,
  decimal: string,
  gaps: number,
): Column {
  const blank = (row: number, text: string): string =>
    hash(row, seed + 5) % 100 < gaps ? (gaps % 2 ? '.' : '') : text;
  const make = (cell: Column['cell'], numeric: boolean, unit = ''): Column => ({
    heading,
    unit,
    numeric,
    cell,
  });
  switch (kind) {
    case 'code':
      return make((row) => `GM${String(hash(row, seed) % 10_000).padStart(4, '0')}`, false);
    case 'place':
      return make((row) => pick(seed % 2 ? accented : plain, row, seed), false);
    case 'drug':
      return make((row) => pick(drugs, row, seed), false);
    case 'year':
      return make((row) => String(2010 + (hash(row, seed) % 14)), true);
    case 'date':
      return make(
        (row) =>
          `${2010 + (hash(row, seed) % 14)}-${String(1 + (hash(row, seed + 1) % 12)).padStart(2, '0')}-${String(1 + (hash(row, seed + 2) % 28)).padStart(2, '0')}`,
        true,
      );
    case 'near':
      return make((row) => blank(row, String(1400 + (hash(row, seed) % 1400))), true, 'aantal');
    case 'decimal':
      return make(
        (row) => blank(row, `${hash(row, seed) % 900}${decimal}${(hash(row, seed + 1) % 90) + 10}`),
        true,
        '%',
      );
    default:
      return make((row) => blank(row, grouped(hash(row, seed) % 3_000_000, group)), true, 'aantal');
  }
}

const names = [
  'Regio',
  'Gemeente',
  'Stof',
  'Perioden',
  'Straftat',
  'Schlüssel',
  'Drug',
  'Country',
  'Bemerkung',
  'Indicateur',
  'Totaal misdrijven',
  'erfasste Fälle',
  'Kilograms',
  'Nombre de faits',
  'Tatverdächtige',
  'taux pour mille',
  'Aantal verdachten',
  'HZ',
  'Versuche',
  'Aangiften',
];

/** What real tables have between their rows. */
function oddRows(odd: string, rows: string[][], heading: readonly string[], seed: number): void {
  const width = heading.length;
  const only = (text: string): string[] => [text, ...Array.from({ length: width - 1 }, () => '')];
  if (odd === 'sections' && width > 2) {
    for (let at = Math.floor((rows.length - 1) / 5) * 5; at >= 0; at -= 5) {
      rows.splice(
        at,
        0,
        only(
          ['Noord-Holland', 'Zeeland', 'Landesteil West', 'Île-de-France'][(at / 5) % 4] as string,
        ),
      );
    }
  }
  if (odd === 'total') {
    rows.push(['Totaal', ...Array.from({ length: width - 1 }, (_, at) => rows[0]?.[at + 1] ?? '')]);
  }
  if (odd === 'header again') rows.splice(Math.floor(rows.length / 2), 0, [...heading]);
  if (odd === 'line breaks') for (const row of rows) row[0] = `${row[0]}\n(${seed % 90})`;
  if (odd === 'remarks') {
    rows.forEach((row, at) => {
      if (at % 4 === 1)
        row[0] = `Onderzoek "${at}", samen met de douane; zie ook zaak ${seed % 1000}`;
    });
  }
}

/** Layouts as offices publish them; each recoverable by a person who sees the file. */
export const randomFile: fc.Arbitrary<RandomFile> = fc
  .record({
    seed: fc.nat(1e6),
    keys: fc.array(fc.constantFrom('code', 'place', 'drug', 'year', 'date'), {
      minLength: 1,
      maxLength: 3,
    }),
    measures: fc.array(fc.constantFrom('integer', 'decimal', 'integer', 'near'), {
      minLength: 1,
      maxLength: 6,
    }),
    years: fc.boolean(),
    codes: fc.boolean(),
    rows: fc.integer({ min: 2, max: 60 }),
    delimiter: fc.constantFrom(';', ',', '\t', '|', ';', ','),
    quoteAll: fc.boolean(),
    spaced: fc.boolean(),
    eol: fc.constantFrom('\n', '\r\n'),
    titles: fc.subarray(titles, { maxLength: 4 }),
    padTitle: fc.boolean(),
    gapAfterTitle: fc.boolean(),
    numbersAbove: fc.boolean(),
    superRow: fc.boolean(),
    unitRow: fc.boolean(),
    footers: fc.subarray(notes, { maxLength: 3 }),
    gapBeforeFooter: fc.boolean(),
    encoding: fc.constantFrom(
      'utf-8',
      'utf-8',
      'utf-8-bom',
      'windows-1252',
      'windows-1252',
      'utf-16le',
      'cp850',
      'macintosh',
    ),
    group: fc.constantFrom('', '', '.', ',', ' '),
    decimalComma: fc.boolean(),
    gaps: fc.constantFrom(0, 0, 10, 21),
    trailing: fc.boolean(),
    odd: fc.constantFrom(
      'none',
      'none',
      'sections',
      'total',
      'blank lines',
      'header again',
      'text only',
      'no header',
      'line breaks',
      'remarks',
      'one row',
    ),
    keyed: fc.boolean(),
    split: fc.boolean(),
  })
  .map((given): RandomFile => {
    let o =
      given.odd === 'text only'
        ? { ...given, measures: ['place'], years: false, unitRow: false, superRow: false }
        : given.odd === 'no header'
          ? { ...given, titles: [], numbersAbove: false }
          : given;
    const decimal = o.decimalComma ? ',' : '.';
    const group = o.group === decimal ? '' : o.group;
    const kinds = [...o.keys, ...o.measures];
    const columns = kinds.map((kind, at) =>
      columnOf(
        kind,
        names[(o.seed + at * 3) % names.length] as string,
        o.seed + at * 31,
        group,
        decimal,
        at < o.keys.length ? 0 : o.gaps,
      ),
    );
    const wideYears = o.years && o.measures.length >= 2;
    const wideCodes = o.codes && o.measures.length >= 5;
    const measureAt = o.keys.length;
    const unique = columns.map(({ heading }, at) =>
      columns.findIndex((each) => each.heading === heading) < at ? `${heading} ${at}` : heading,
    );
    const bottom = unique.map((heading, at) =>
      wideYears && at >= measureAt
        ? String(2015 + at)
        : wideCodes && at >= measureAt
          ? String(at - measureAt + 1).padStart(2, '0')
          : heading,
    );
    const header: string[][] = [];
    if (o.superRow && o.measures.length >= 2) {
      header.push(
        columns.map((_, at) =>
          at < measureAt ? '' : at === measureAt || o.quoteAll ? 'Geregistreerde misdrijven' : '',
        ),
      );
    }
    header.push(bottom);
    if (o.unitRow) header.push(columns.map(({ unit }, at) => (at < measureAt ? '' : unit)));
    if (o.odd === 'no header') header.length = 0;
    const more = o.odd === 'text only' || o.odd === 'no header' ? 6 : 0;
    const count = o.odd === 'one row' ? 1 : o.rows + more;
    const rows = Array.from({ length: count }, (_, row) =>
      columns.map((column, at) => column.cell(row, at)),
    );
    oddRows(o.odd, rows, bottom, o.seed);

    const sep = o.spaced && o.delimiter === ',' ? ', ' : o.delimiter;
    const quoted = (text: string): string => {
      const needs =
        text.includes('\n') ||
        text.includes(o.delimiter) ||
        text.includes('"') ||
        /^\s|\s$/.test(text);
      return (o.quoteAll && text !== '') || needs ? `"${text.replaceAll('"', '""')}"` : text;
    };
    const line = (cells: readonly string[]): string =>
      cells.map(quoted).join(sep) + (o.trailing ? o.delimiter : '');
    const grid: string[][] = o.titles.map((title) => [title]);
    if (o.keyed && o.titles.length > 0 && columns.length > 3) {
      grid.push(['Last updated:', '26/06/2024'], ['Eenheid', 'aantal']);
      o = { ...o, gapAfterTitle: true, numbersAbove: false };
    }
    const numbers = o.numbersAbove && columns.length >= 3;
    if (numbers) grid.push(columns.map((_, at) => String(at + 1)));
    const title = grid.length;
    if (o.gapAfterTitle && title > 0 && !numbers) grid.push([]);
    grid.push(...header);
    rows.forEach((cells, row) => {
      if (o.odd === 'blank lines' && row % 7 === 3) grid.push([]);
      grid.push([...cells]);
    });
    if (o.gapBeforeFooter && o.footers.length > 0) grid.push([]);
    grid.push(...o.footers.map((footer) => [footer]));

    const lines = grid.map((cells, at): string => {
      if (cells.length === 0) return '';
      if (at >= o.titles.length)
        return cells.length > 1 || columns.length === 1 ? line(cells) : quoted(cells[0] as string);
      if (o.padTitle) return line([...cells, ...columns.slice(1).map(() => '')]);
      return o.split ? (cells[0] as string) : quoted(cells[0] as string);
    });
    const text = lines.join(o.eol) + o.eol;
    const name = o.encoding === 'utf-8-bom' ? 'utf-8' : o.encoding;
    // What an encoding lacks cannot stand in a file that uses it.
    const encodable = iconv.decode(iconv.encode(text, name), name) === text;
    const encoding = encodable ? name : 'utf-8';
    const bom = o.encoding === 'utf-8-bom' || encoding === 'utf-16le';
    return {
      bytes: iconv.encode(text, encoding, { addBOM: bom }),
      text,
      encoding,
      delimiter: o.delimiter,
      title,
      header: header.length,
      footer: o.footers.length,
      headings: bottom,
      rows,
      grid,
    };
  });
