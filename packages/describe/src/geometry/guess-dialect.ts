import { inFour, type Text } from '@samenbeeld/schema';
import type { Guess } from '../guess.ts';
import { makeGuess } from '../guess.ts';
import { cellKind } from './cell-kind.ts';
import { lineStart } from './file-sample.ts';
import type { SampledCells } from './sample-row.ts';
import { type DecodedBytes, firstBytes, splitRows } from './split-rows.ts';
import { type Undivided, undivided } from './undivided.ts';

/** One way of splitting a text, and how well it does. */
interface Split {
  readonly delimiter: string;
  readonly quote: string;
  /** Cells of most rows of the body. */
  readonly width: number;
  /** Rows with that many cells, of the rows between the first and the last of them. */
  readonly alike: number;
  readonly among: number;
  readonly rows: number;
  /** Share of the cells that look like one value. */
  readonly typed: number;
  /** Cells in which text follows a closing quote, or a quote that never closes, and those read so that their row has as many cells as others. */
  readonly broken: number;
  readonly score: number;
}

/** Cells of a row that are looked at; hostile rows have millions. */
const mostCells = 500;

function typedShare(rows: readonly SampledCells[]): number {
  let typed = 0;
  let all = 0;
  for (const { cells } of rows.slice(0, 300)) {
    for (const cell of cells.slice(0, mostCells)) {
      all++;
      const kind = cellKind(cell);
      const text = (cell ?? '').trim();
      if (kind !== 'text') typed += 1;
      // What other separators would split, or what a quote begins, is hardly one value.
      else if (/[\t|;^~]/.test(text)) typed += 0.2;
      else if (/^["']|["']$/.test(text) && !/^(["']).*\1$/.test(text)) typed += 0.1;
      else if (/^,|,$|\d;\d/.test(text)) typed += 0.2;
      else typed += 0.9;
    }
  }
  return all > 0 ? typed / all : 0;
}

/** The split of a text by a delimiter: how many rows of its body have the same number of cells, and how they look. */
function measureSplit(
  { rows, broken, mended }: ReturnType<typeof splitRows>,
  delimiter: string,
  quote: string,
): Split {
  const counts = new Map<number, number>();
  for (const { cells } of rows) counts.set(cells.length, (counts.get(cells.length) ?? 0) + 1);
  let best: Split = {
    delimiter,
    quote,
    width: 1,
    alike: rows.length,
    among: rows.length,
    rows: rows.length,
    typed: 0,
    broken: broken + mended,
    score: 0,
  };
  for (const [width, alike] of counts) {
    if (width < 2) continue;
    const first = rows.findIndex(({ cells }) => cells.length === width);
    const last = rows.findLastIndex(({ cells }) => cells.length === width);
    const body = rows.slice(first, last + 1);
    const typed = typedShare(body.filter(({ cells }) => cells.length === width));
    const share = alike / body.length;
    const cover = alike / rows.length;
    const score = share ** 3 * cover * (1 - 1 / (width + 1)) * typed ** 2;
    if (score > best.score) best = { ...best, width, alike, among: body.length, typed, score };
  }
  // A row that a reading makes like the others speaks for it nearly as a sound one does.
  const worse = broken + mended / 10;
  const penalty = rows.length > 0 ? Math.max(0.05, 1 - (2 * worse) / rows.length) : 0;
  return { ...best, score: best.score * penalty };
}

/** How cells are told apart. */
export interface Dialect {
  readonly delimiter: Guess<string>;
  readonly quote: Guess<string>;
  /** What stands between cells that no delimiter divides; null where one does, or nothing is known. */
  readonly undivided: Undivided | null;
  /** The rows of the text so told apart, where all of it was looked at; null where it is longer. */
  readonly rows: readonly SampledCells[] | null;
}

const delimiters = [';', ',', '\t', '|', '^', '~', ' '] as const;
const names: Readonly<Record<string, Text>> = {
  ';': inFour('puntkomma’s', 'les points-virgules', 'Semikolons', 'semicolons'),
  ',': inFour('komma’s', 'les virgules', 'Kommas', 'commas'),
  '\t': inFour('tabs', 'les tabulations', 'Tabulatoren', 'tabs'),
  '|': inFour('verticale strepen', 'les barres', 'senkrechte Striche', 'bars'),
  '^': inFour('dakjes', 'les accents circonflexes', 'Zirkumflexe', 'carets'),
  '~': inFour('tildes', 'les tildes', 'Tilden', 'tildes'),
  ' ': inFour('spaties', 'les espaces', 'Leerzeichen', 'blanks'),
};

/** Into how many cells a delimiter splits how many rows. */
const splitWords = ({ delimiter, alike, width }: Split, of: number): Text =>
  inFour(
    '{name} splitsen {alike} van de {of} {of:rij|rijen} in {width} cellen',
    '{name} divisent {alike} {alike:ligne|lignes} sur {of} en {width} cellules',
    '{name} teilen {alike} von {of} {of:Zeile|Zeilen} in {width} Zellen',
    '{name} split {alike} of {of} {of:row|rows} into {width} cells',
    { name: names[delimiter] ?? delimiter, alike, of, width },
  );

const usualQuote = inFour(
  'het gebruikelijke aanhalingsteken',
  'le guillemet usuel',
  'das übliche Anführungszeichen',
  'the usual quote',
);

/** Words stand between blanks in any text: they divide cells only where nearly all rows have as many, and at least three. */
const divides = ({ delimiter, width, alike, rows }: Split): boolean =>
  delimiter !== ' ' || (width > 2 && alike > 2 && alike >= rows * 0.9);

const sampleSize = 1 << 18;
const fewLines = 40;
const mostRows = 2000;

/** Apostrophes may quote where they begin and end as many cells, be it with delimiters between. */
function apostrophesPair(rows: readonly SampledCells[]): boolean {
  let begin = 0;
  let end = 0;
  for (const { cells } of rows.slice(0, 500)) {
    for (const cell of cells) {
      const text = (cell ?? '').trim();
      if (text.length > 1 && text.startsWith("'")) begin++;
      if (text.length > 1 && text.endsWith("'")) end++;
    }
  }
  return begin > 2 && end > 2 && Math.min(begin, end) >= Math.max(begin, end) * 0.8;
}

const unused = (bytes: Buffer): string =>
  [',', ';', '|', '\t', '^', '~'].find((each) => !bytes.includes(each)) ?? '\t';

/** Whether commas stand within figures only, and in no heading. */
const marksDecimals = (lines: readonly string[]): boolean =>
  lines[0]?.includes(',') === false &&
  lines.every((line) => line.split(',').length === (line.match(/\d,(?=\d)/gu)?.length ?? 0) + 1);

/** The delimiter and the quote that split the body of a text into the same number of cells, whatever stands above and below it. */
export function guessDialect(text: DecodedBytes, cut: boolean): Dialect {
  const looked = firstBytes(text, Math.max(sampleSize, lineStart(text.bytes, fewLines)));
  const { bytes: sample } = looked;
  const isWhole = sample === text.bytes;
  const splitsBy = new Map<string, ReturnType<typeof splitRows>>();
  const rowsBy = (delimiter: string, quote: string): ReturnType<typeof splitRows> => {
    const key = delimiter + quote;
    const found = splitsBy.get(key) ?? splitRows(looked, 0, { delimiter, quote }, cut || !isWhole);
    splitsBy.set(key, found);
    return found;
  };
  const rowsOf = (delimiter: string, quote: string): Dialect['rows'] =>
    isWhole ? rowsBy(delimiter, quote).rows : null;
  const measured = (found: ReturnType<typeof splitRows>, delimiter: string, quote: string): Split =>
    measureSplit({ ...found, rows: found.rows.slice(0, mostRows) }, delimiter, quote);
  const from = (delimiter: string, quote: string): Split =>
    measured(rowsBy(delimiter, quote), delimiter, quote);
  const splits = delimiters
    .filter((each) => sample.includes(each))
    .flatMap((each) => {
      const plain = rowsBy(each, '"');
      return [
        measured(plain, each, '"'),
        ...(plain.broken + plain.mended > 0 ? [from(each, '')] : []),
        ...(apostrophesPair(plain.rows) ? [from(each, "'")] : []),
      ];
    })
    .filter(divides)
    .sort((a, b) => b.score - a.score);
  const [best] = splits;
  const hasQuotes = sample.includes('"');
  const none = !best || best.score < 0.05;
  const mayBeUndivided = none || (best.delimiter === ',' && best.width === 2);
  const lines = mayBeUndivided
    ? rowsBy(unused(sample), '').rows.map(({ cells: [text] }) => text ?? '')
    : [];
  const between = none || marksDecimals(lines) ? undivided(lines) : null;
  if (none || between) {
    const free = unused(sample);
    const reason = inFour(
      'geen scheidingsteken splitst de rijen in evenveel cellen: er is één kolom gelezen',
      'aucun séparateur ne divise les lignes en autant de cellules : une seule colonne est lue',
      'kein Trennzeichen teilt die Zeilen in gleich viele Zellen: eine Spalte ist gelesen',
      'no delimiter splits the rows into the same number of cells: one column is read',
    );
    return {
      rows: rowsOf(free, '"'),
      undivided: between,
      delimiter: makeGuess(
        free,
        best && best.score > 0.01 ? 0.5 : 0.8,
        reason,
        best && best.width > 1
          ? [
              {
                value: best.delimiter,
                confidence: 0.2,
                reason: splitWords(best, best.rows),
              },
            ]
          : [],
      ),
      quote: makeGuess(
        '"',
        0.8,
        hasQuotes
          ? inFour(
              'er staan dubbele aanhalingstekens in de tekst',
              'des guillemets doubles se trouvent dans le texte',
              'doppelte Anführungszeichen stehen im Text',
              'double quotes stand in the text',
            )
          : inFour(
              'niets staat tussen aanhalingstekens: {usual}',
              'rien n’est entre guillemets : {usual}',
              'nichts steht in Anführungszeichen: {usual}',
              'nothing is quoted: {usual}',
              { usual: usualQuote },
            ),
      ),
    };
  }
  const others = splits.filter(
    (split, at) =>
      split.delimiter !== best.delimiter &&
      split.delimiter !== ' ' &&
      split.score > 0 &&
      splits.findIndex(({ delimiter }) => delimiter === split.delimiter) === at,
  );
  const rival = (others[0]?.score ?? 0) / best.score;
  const even = best.alike / best.among;
  const confidence =
    (0.99 - 0.6 * rival ** 2) *
    (0.6 + 0.4 * even) *
    (best.alike < 3 ? 0.9 : 1) *
    (0.8 + 0.2 * Math.min(1, best.typed / 0.8));
  return {
    rows: rowsOf(best.delimiter, best.quote),
    undivided: null,
    delimiter: makeGuess(
      best.delimiter,
      confidence,
      inFour(
        '{name} splitsen {alike} van de {among} {among:rij|rijen} met gegevens in {width} cellen',
        '{name} divisent {alike} {alike:ligne|lignes} de données sur {among} en {width} cellules',
        '{name} teilen {alike} von {among} {among:Zeile|Zeilen} mit Daten in {width} Zellen',
        '{name} split {alike} {alike:row|rows} of {among} in the body into {width} cells',
        {
          name: names[best.delimiter] ?? best.delimiter,
          alike: best.alike,
          among: best.among,
          width: best.width,
        },
      ),
      others.slice(0, 2).map((split) => ({
        value: split.delimiter,
        confidence: Math.min(0.45, (split.score / best.score) * 0.5),
        reason: splitWords(split, split.among),
      })),
    ),
    quote: guessQuote(best, hasQuotes, splits),
  };
}

function guessQuote(best: Split, hasQuotes: boolean, splits: readonly Split[]): Guess<string> {
  if (best.quote === "'")
    return makeGuess(
      "'",
      0.9,
      inFour(
        'cellen staan tussen apostrofs',
        'les cellules sont entre apostrophes',
        'Zellen stehen zwischen Apostrophen',
        'cells stand between apostrophes',
      ),
    );
  if (best.quote === '') {
    const plain = splits.find(
      ({ delimiter, quote }) => delimiter === best.delimiter && quote === '"',
    );
    return makeGuess(
      '',
      0.85,
      inFour(
        'als aanhalingstekens gelezen breken dubbele {n} {n:cel|cellen}: ze horen bij de tekst',
        'lus comme guillemets, les doubles brisent {n} {n:cellule|cellules} : ils font partie du texte',
        'als Anführungszeichen gelesen zerbrechen doppelte {n} {n:Zelle|Zellen}: sie gehören zum Text',
        'read as quotes, double quotes break {n} {n:cell|cells}: they are part of the text',
        { n: plain?.broken ?? 0 },
      ),
      [{ value: '"', confidence: 0.15, reason: usualQuote }],
    );
  }
  if (!hasQuotes)
    return makeGuess(
      '"',
      0.95,
      inFour(
        'niets staat tussen aanhalingstekens: {usual}, dat niets verandert',
        'rien n’est entre guillemets : {usual}, qui ne change rien',
        'nichts steht in Anführungszeichen: {usual}, das nichts ändert',
        'nothing is quoted: {usual}, which changes nothing',
        { usual: usualQuote },
      ),
    );
  return makeGuess(
    '"',
    best.broken > 0 ? 0.85 : 0.99,
    best.broken > 0
      ? inFour(
          'dubbele aanhalingstekens staan om cellen, en in {n} {n:cel|cellen} volgt tekst op het sluitende',
          'des guillemets doubles entourent les cellules, et dans {n} {n:cellule|cellules} du texte suit le guillemet fermant',
          'doppelte Anführungszeichen stehen um Zellen, und in {n} {n:Zelle|Zellen} folgt Text auf das schließende',
          'double quotes stand around cells, and in {n} {n:cell|cells} text follows the closing one',
          { n: best.broken },
        )
      : inFour(
          'dubbele aanhalingstekens staan in paren om cellen',
          'des guillemets doubles entourent les cellules par paires',
          'doppelte Anführungszeichen stehen paarweise um Zellen',
          'double quotes stand in pairs around cells',
        ),
  );
}
