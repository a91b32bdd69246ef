/** A table as text would give it: header rows and data rows. */
interface Sound {
  readonly header: readonly (readonly string[])[];
  readonly rows: readonly (readonly string[])[];
}

/** One file of the benchmark: what is written, and what a reader should find in it. */
export interface Pollution extends Sound {
  readonly name: string;
  /** In how many of the files that its authors surveyed the pollution stands, as they count it. */
  readonly weight: number;
  readonly text: string;
}

const names = [
  'DATE',
  'TIME',
  'Qty',
  'REPORTID',
  'Value',
  'GoodsType',
  'Description',
  'URL',
  'Remarks',
] as const;
const goods = [
  "Officers' rain jackets",
  'Signal lamps',
  'Pillow cases, printed',
  'Round table 48"',
  'Drivers\' boots, 5" heel',
  'Wool hats',
  'Tents, two-pack',
] as const;
const texts = [
  'These arrived in two crates without papers and were kept for a week',
  'Packed in foil, under a layer of coffee, behind the third pallet',
  "The carrier didn't know of them, or so he said",
  'Field report, first version: see the annex for weights, seals and pictures',
  'Light enough to be carried by one person',
] as const;

/** The sound table: a header and 83 rows of nine columns, the last of them blank, as large as that of the benchmark. */
const sound: Sound = {
  header: [names],
  rows: Array.from({ length: 83 }, (_, at) => {
    const two = (value: number): string => String(value).padStart(2, '0');
    const id = `${'ABCDEFG'[at % 7]}${'KLMNP'[at % 5]}-${1000 + ((at * 7919) % 9000)}`;
    return [
      `${two(13 + (at % 15))}/${two(1 + (at % 6))}/2018`,
      `${two(at % 24)}:${two((at * 15) % 60)}`,
      String((at * 5) % 17),
      id,
      `$${(((at * 613) % 9900) / 100 + 0.9).toFixed(2)}`,
      goods[at % goods.length] as string,
      `${texts[at % texts.length]}.`,
      `https://www.example.org/report/${id.replace('-', '_')}.html`,
      '',
    ];
  }),
};

interface Dialect {
  readonly delimiter: string;
  readonly quote: string;
  readonly escape: string;
  readonly end: string;
}
const plain: Dialect = { delimiter: ',', quote: '"', escape: '"', end: '\r\n' };

/** A cell as the benchmark's own file writes it: descriptions and addresses in quotes, others where they need them. */
function written(
  cell: string,
  column: number,
  { delimiter, quote, escape: mark, end }: Dialect,
): string {
  const needs = [delimiter, quote, end].some((each) => cell.includes(each));
  return column === 6 || column === 7 || needs
    ? `${quote}${cell.replaceAll(quote, `${mark}${quote}`)}${quote}`
    : cell;
}

const cellsOf = (row: readonly string[], dialect: Dialect = plain): string[] =>
  row.map((cell, column) => written(cell, column, dialect));

const lineOf = (row: readonly string[], dialect: Dialect = plain): string =>
  cellsOf(row, dialect).join(dialect.delimiter);

const fileOf = ({ header, rows }: Sound, dialect: Dialect = plain): string =>
  [...header, ...rows].map((row) => `${lineOf(row, dialect)}${dialect.end}`).join('');

/** A file with one line in place of another. */
const withLine = (at: number, line: string): string =>
  [...sound.header, ...sound.rows]
    .map((row, index) => `${index === at ? line : lineOf(row)}\r\n`)
    .join('');

/** The sound table with the cells of one row changed; row 0 is the header. */
function changed(at: number, change: (cells: readonly string[]) => readonly string[]): Sound {
  return {
    header: sound.header.map((row) => (at === 0 ? change(row) : row)),
    rows: sound.rows.map((row, index) => (index === at - 1 ? change(row) : row)),
  };
}

function dialectFiles(): Pollution[] {
  const one = (name: string, weight: number, dialect: Partial<Dialect>): Pollution => ({
    name,
    weight,
    ...sound,
    text: fileOf(sound, { ...plain, ...dialect }),
  });
  return [
    one('source', 1, {}),
    one('file_record_delimiter_0xD', 7, { end: '\r' }),
    one('file_record_delimiter_0xA', 1691, { end: '\n' }),
    one('file_field_delimiter_0x9', 4, { delimiter: '\t' }),
    one('file_field_delimiter_0x3B', 834, { delimiter: ';' }),
    one('file_field_delimiter_0x20', 4, { delimiter: ' ' }),
    one('file_field_delimiter_0x2C_0x20', 101, { delimiter: ', ' }),
    one('file_quotation_char_0x27', 11, { quote: "'", escape: "'" }),
    one('file_escape_char_0x5C', 1, { escape: '\\' }),
    one('file_escape_char_0x00', 7, { escape: '' }),
  ];
}

function tableFiles(): Pollution[] {
  const whole = fileOf(sound);
  const [names = []] = sound.header;
  const made = (
    name: string,
    weight: number,
    text: string,
    of: Partial<Sound> = {},
  ): Pollution => ({
    name,
    weight,
    ...sound,
    ...of,
    text,
  });
  const times = (count: number): Partial<Sound> & { readonly text: string } => {
    const header = Array.from({ length: count }, () => names);
    return { header, text: fileOf({ header, rows: sound.rows }) };
  };
  const second = (width: number): string =>
    fileOf({
      header: [],
      rows: sound.rows.map((row) => Array.from({ length: width }, (_, at) => row[at] ?? '')),
    });
  const preamble = `PREAMBLE${','.repeat(names.length - 1)}\r\n${','.repeat(names.length - 1)}\r\n`;
  return [
    made('file_no_payload', 15, '', { header: [], rows: [] }),
    made('file_no_trailing_newline', 184, whole.slice(0, -2)),
    made('file_double_trailing_newline', 5, `${whole}\r\n`),
    made('file_no_header', 470, fileOf({ ...sound, header: [] }), { header: [] }),
    made('file_header_multirow_2', 47, times(2).text, times(2)),
    made('file_header_multirow_3', 47, times(3).text, times(3)),
    made('file_preamble', 282, `${preamble}${whole}`),
    ...(['less', 'same', 'more'] as const).map((kind, at) =>
      made(`file_multitable_${kind}`, 188 / 3, `${whole}${second(8 + at)}`),
    ),
    made('file_header_only', 3, fileOf({ ...sound, rows: [] }), { rows: [] }),
    made('file_one_data_row', 4, fileOf({ ...sound, rows: sound.rows.slice(0, 1) }), {
      rows: sound.rows.slice(0, 1),
    }),
  ];
}

/** One cell of one row is spoilt: a delimiter too many or too few, or a quote that is nobody's. */
function cellFiles(row: number, column: number): Pollution[] {
  const all = [...sound.header, ...sound.rows];
  const cells = cellsOf(all[row] ?? []);
  const raw = all[row] ?? [];
  const joined = (parts: readonly string[]): string => withLine(row, parts.join(','));
  const quoted = cells[column]?.startsWith('"') ?? false;
  const files: Pollution[] = [
    {
      name: `row_more_sep_row${row}_col${column}`,
      weight: 0.36775106082036774,
      ...changed(row, () => raw.toSpliced(column, 0, '')),
      text: joined(cells.toSpliced(column, 0, '')),
    },
    {
      name: `row_extra_quote${row}_col${column}`,
      weight: 0.009259259259259259,
      ...changed(row, () => raw.with(column, `"${raw[column]}`)),
      text: joined(
        cells.with(column, quoted ? `""${cells[column]?.slice(1)}` : `"${cells[column]}`),
      ),
    },
  ];
  if (column === 0) return files;
  const merged = (parts: readonly string[]): string[] =>
    parts.toSpliced(column - 1, 2, `${parts[column - 1]}${parts[column]}`);
  return [
    ...files,
    {
      name: `row_less_sep_row${row}_col${column}`,
      weight: 0.36775106082036774,
      ...changed(row, merged),
      text: joined(merged(cells)),
    },
  ];
}

/** One row whose cells blanks divide. */
function blankRow(row: number): Pollution {
  const cells = [...sound.header, ...sound.rows][row] ?? [];
  return {
    name: `row_field_delimiter_${row}_0x20`,
    weight: 1,
    ...sound,
    text: withLine(row, cellsOf(cells).join(' ')),
  };
}

/**
 * Files as those of the Pollock benchmark: one sound table, spoilt in each of the ways that its authors found in public files
 * ("Pollock: A Data Loading Benchmark", PVLDB 16(8), 2023), with their names and weights. Every `step`th of the
 * rows is spoilt cell by cell; 1 makes as many files as the benchmark has.
 */
export function pollutions(step: number): readonly Pollution[] {
  const rows = Array.from({ length: sound.rows.length + 1 }, (_, row) => row).filter(
    (row) => row % step === 0,
  );
  return [
    ...dialectFiles(),
    ...tableFiles(),
    ...rows.flatMap((row) => [
      ...names.flatMap((_, column) => cellFiles(row, column)),
      blankRow(row),
    ]),
  ];
}

/** What a reader found in a file; null where it gave up. */
export type Found = Sound | null;

/** Texts that count as the same: blanks around and letters' case tell nothing apart; cells that a row lacks at its end are blank. */
const normal = (cell: string): string => cell.trim().toLowerCase();

function trimmed(row: readonly string[]): readonly string[] {
  const cells = row.map(normal);
  return cells.slice(0, cells.findLastIndex((cell) => cell !== '') + 1);
}

/** Precision, recall and F1 of what is in two bags, as the benchmark takes them: all one where nothing was to be found. */
function measures(truth: readonly string[], found: readonly string[]): number {
  if (truth.length === 0) return 3;
  const left = new Map<string, number>();
  for (const each of truth) left.set(each, (left.get(each) ?? 0) + 1);
  let shared = 0;
  for (const each of found) {
    const count = left.get(each) ?? 0;
    if (count === 0) continue;
    shared++;
    left.set(each, count - 1);
  }
  if (shared === 0) return 0;
  const [p, r] = [shared / truth.length, shared / found.length];
  return p + r + (2 * p * r) / (p + r);
}

/**
 * The score of one file, 0 to 10: whether it was loaded, and precision, recall and F1 of the cells of the header, of the records and of
 * their cells.
 */
export function pollockScore(truth: Sound, found: Found): number {
  if (!found) return 0;
  const headerCells = ({ header }: Sound): string[] => header.flatMap((row) => trimmed(row));
  const records = ({ rows }: Sound): string[] => rows.map((row) => trimmed(row).join('\u0000'));
  const cells = ({ rows }: Sound): string[] => rows.flatMap((row) => trimmed(row));
  return (
    1 +
    measures(headerCells(truth), headerCells(found)) +
    measures(records(truth), records(found)) +
    measures(cells(truth), cells(found))
  );
}

/** The mean over files, and that by how often each pollution stands in public files. */
export function pollockScores(
  scores: readonly { readonly weight: number; readonly score: number }[],
): { readonly simple: number; readonly weighted: number } {
  const weights = scores.reduce((sum, { weight }) => sum + weight, 0);
  return {
    simple: scores.reduce((sum, { score }) => sum + score, 0) / scores.length,
    weighted: scores.reduce((sum, { weight, score }) => sum + weight * score, 0) / weights,
  };
}
