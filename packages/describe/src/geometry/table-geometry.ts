import { expression, type FileShape } from '@samenbeeld/read';
import { inFour, type Text } from '@samenbeeld/schema';
import type { Geometry, OtherTable } from '../geometry.ts';
import type { Alternative, Guess } from '../guess.ts';
import { makeGuess } from '../guess.ts';
import { clauses, numbersListed, shortened } from '../quoted.ts';
import { type FoundFooter, findFooter, footerPattern } from './find-footer.ts';
import { type FoundTable, findTable } from './find-table.ts';
import { isHeaderWord } from './header-words.ts';
import { judgeRow, numbersColumns } from './judge-row.ts';
import { firstColumns, rowText, type SampledCells, type SampleRows } from './sample-row.ts';

/** Lines in the body that repeat the header. */
function repeatedHeaders(
  head: readonly SampledCells[],
  { header, body }: FoundTable,
): readonly number[] {
  if (header === body) return [];
  const textOf = (row: SampledCells): string => rowText(row).toLowerCase();
  const texts = head
    .slice(header, body)
    .flatMap((row) => (row.filled.length > 1 ? [textOf(row)] : []));
  const mayRepeat = ({ cells, filled: [first = 0] }: SampledCells): boolean => {
    const begin = (cells[first] ?? '').trim().toLowerCase();
    return texts.some((text) => text.startsWith(begin));
  };
  return head
    .slice(body)
    .flatMap((row) => (mayRepeat(row) && texts.includes(textOf(row)) ? [row.line] : []));
}

/** Whether most cells of a row are names of columns. */
const isNamed = (row: SampledCells): boolean =>
  row.filled.length > 1 &&
  row.filled.filter((column) => isHeaderWord(row.cells[column])).length * 2 >= row.filled.length;

/** Lines among the rows of a table that repeat its header, and those that look like the header of another table. */
interface LaterHeaders {
  readonly repeats: readonly number[];
  readonly others: readonly number[];
}

/** The headers found among the rows of a table: where it ends and what is said of it both ask for them, and each row is judged. */
const judged = new WeakMap<FoundTable, LaterHeaders & { readonly head: readonly SampledCells[] }>();

/**
 * Rows that look like the header of another table: text above numbers, after a gap or a title of its own; without them, names of
 * columns, few of which are like what their column holds.
 */
function laterHeaders(head: readonly SampledCells[], found: FoundTable): LaterHeaders {
  const known = judged.get(found);
  if (known?.head === head) return known;
  const repeats = repeatedHeaders(head, found);
  const repeated = new Set(repeats);
  const others = head.slice(found.body + 1).flatMap((row, at) => {
    const above = head[found.body + at] as SampledCells;
    const apart = above.filled.length === 1 || row.line - above.line - above.lines > 0;
    const isNames = isNamed(row);
    if (repeated.has(row.line) || (!apart && !isNames)) return [];
    const { header, data, against, typed } = judgeRow(row, found.profiles);
    const unlike = apart && against >= 2 && against >= typed / 2 && header > data;
    const names = against >= (apart ? 1 : 2) && header > 2 * data && isNames;
    return unlike || names ? [row.line] : [];
  });
  const later = { head, repeats, others };
  judged.set(found, later);
  return later;
}

/** What a person should know of the rows of a table, footer left out. */
function tableNotes(head: readonly SampledCells[], found: FoundTable): readonly Text[] {
  const notes: Text[] = [];
  const { repeats, others } = laterHeaders(head, found);
  if (others.length > 0) {
    notes.push(
      inFour(
        'misschien begint een andere tabel op {n:regel|regels} {lines}: haar rijen worden als rijen van deze gelezen; geef haar een eigen bestand of blad',
        'un autre tableau commence peut-être {n:à la ligne|aux lignes} {lines} : ses lignes sont lues comme celles de celui-ci ; donnez-lui un fichier ou une feuille à part',
        'vielleicht beginnt in {n:Zeile|den Zeilen} {lines} eine andere Tabelle: ihre Zeilen sind als Zeilen dieser gelesen; ihr eine eigene Datei oder ein eigenes Blatt geben',
        'another table may begin at {n:line|lines} {lines}: its rows are read as rows of this one; give it a file or sheet of its own',
        { n: others.length, lines: numbersListed(others) },
      ),
    );
  }
  if (found.body >= head.length)
    notes.push(
      inFour(
        'onder de kop staat geen rij met gegevens',
        'aucune ligne de données ne se trouve sous l’en-tête',
        'unter der Kopfzeile steht keine Zeile mit Daten',
        'no row of data stands below the header',
      ),
    );
  if (repeats.length > 0) {
    notes.push(
      inFour(
        'de kop is herhaald op {n:regel|regels} {lines}: zonder een regel die ze uitsluit, worden deze rijen als gegevens gelezen',
        'l’en-tête est répété {n:à la ligne|aux lignes} {lines} : sans une règle qui les exclut, ces lignes sont lues comme des données',
        'die Kopfzeile ist in {n:Zeile|den Zeilen} {lines} wiederholt: ohne eine Regel, die sie ausschließt, werden diese Zeilen als Daten gelesen',
        'the header is repeated at {n:line|lines} {lines}: without a rule that leaves them out, these rows are read as data',
        { n: repeats.length, lines: numbersListed(repeats) },
      ),
    );
  }
  if (found.header === found.body) {
    notes.push(
      inFour(
        'geen kopregel: kolommen hebben letters maar geen namen; zet een regel met namen boven de gegevens, of schrijf de namen die de uitgever opgeeft',
        'pas de ligne d’en-tête : les colonnes ont des lettres mais pas de noms ; ajoutez une ligne de noms au-dessus des données, ou écrivez les noms que donne l’éditeur',
        'keine Kopfzeile: die Spalten haben Buchstaben, aber keine Namen; eine Zeile mit Namen über die Daten setzen oder die Namen schreiben, die der Herausgeber angibt',
        'no header row: columns have letters but no names; add a row of names above the data, or write the names that the publisher documents',
      ),
    );
  }
  const last = head[found.body - 1];
  if (found.header < found.body && last && numbersColumns(last)) {
    notes.push(
      inFour(
        'regel {line} nummert de kolommen en wordt als laatste kopregel gelezen',
        'la ligne {line} numérote les colonnes et est lue comme dernière ligne d’en-tête',
        'Zeile {line} nummeriert die Spalten und ist als letzte Kopfzeile gelesen',
        'line {line} numbers the columns and is read as the last header row',
        { line: last.line },
      ),
    );
  }
  const top = head[found.header - 1];
  if (top && numbersColumns(top))
    notes.push(
      inFour(
        'regel {line} nummert de kolommen en wordt als titel gelezen',
        'la ligne {line} numérote les colonnes et est lue comme un titre',
        'Zeile {line} nummeriert die Spalten und ist als Titel gelesen',
        'line {line} numbers the columns and is read as a title',
        { line: top.line },
      ),
    );
  const sections = head
    .slice(found.body)
    .filter(({ filled }) => filled.length === 1 && found.usual > 2);
  if (sections.length > 0 && sections.length < head.length / 3) {
    notes.push(
      inFour(
        '{n} {n:rij|rijen} met één waarde in de gegevens of eronder, zoals regel {line} ({text})',
        '{n} {n:ligne|lignes} avec une seule valeur dans les données ou au-dessous, comme la ligne {line} ({text})',
        '{n} {n:Zeile|Zeilen} mit einem Wert in den Daten oder darunter, etwa Zeile {line} ({text})',
        '{n} {n:row|rows} with one value within the data or below it, such as line {line} ({text})',
        {
          n: sections.length,
          line: sections[0]?.line ?? 0,
          text: shortened(rowText(sections[0] as SampledCells)),
        },
      ),
    );
  }
  return notes;
}

/** Title, header and footer of a table, with what else should be known of it. */
export type TablePart = Pick<
  Geometry,
  'title' | 'header' | 'footer' | 'titleLines' | 'footerLines' | 'notes' | 'otherTables'
> & {
  readonly found: FoundTable;
  readonly shape: Pick<FileShape, 'title' | 'header' | 'footer' | 'until'>;
};

const endLine = (row: SampledCells | undefined): number => (row ? row.line + row.lines - 1 : 0);

function guessTitle(head: readonly SampledCells[], found: FoundTable): Guess<number> {
  const { header, body, titleConfidence, bodyConfidence } = found;
  const above = head.slice(0, header);
  const value = endLine(above.at(-1));
  const next = head[header];
  const at = next
    ? inFour('regel {line}', 'ligne {line}', 'Zeile {line}', 'line {line}', { line: next.line })
    : inFour('het eind', 'la fin', 'das Ende', 'the end');
  const alternatives: Alternative<number>[] = [];
  if (above.length > 0) {
    const before = endLine(above.at(-2));
    alternatives.push({
      value: before,
      confidence: (1 - titleConfidence) / 2 + 0.02,
      reason: inFour(
        'regel {line} kan bij de kop horen',
        'la ligne {line} pourrait appartenir à l’en-tête',
        'Zeile {line} könnte zur Kopfzeile gehören',
        'line {line} could belong to the header',
        { line: above.at(-1)?.line ?? 0 },
      ),
    });
  }
  if (body - header > 1) {
    alternatives.push({
      value: endLine(next),
      confidence: (1 - titleConfidence) / 2 + 0.02,
      reason: inFour(
        '{at} kan een titel zijn: {text}',
        '{at} : peut-être un titre, {text}',
        '{at} könnte ein Titel sein: {text}',
        '{at} could be a title: {text}',
        { at, text: shortened(next ? rowText(next) : '') },
      ),
    });
  }
  const isBare = header === body;
  const reason =
    value === 0
      ? inFour(
          'in de eerste rij met waarden ({at}) {n:is|zijn} {n} van de {width} cellen gevuld',
          'la première ligne avec des valeurs ({at}) a {n} {n:cellule remplie|cellules remplies} sur {width}',
          'in der ersten Zeile mit Werten ({at}) {n:ist|sind} {n} von {width} Zellen gefüllt',
          'the first row with values ({at}) has {n} of {width} cells filled',
          { at, n: next?.filled.length ?? 0, width: found.width },
        )
      : clauses([
          inFour(
            `{n} {n:rij|rijen} met waarden boven de ${isBare ? 'eerste rij met gegevens' : 'kop'} ({at}): {text}`,
            `{n} {n:ligne|lignes} avec des valeurs au-dessus de ${isBare ? 'la première ligne de données' : 'l’en-tête'} ({at}) : {text}`,
            `{n} {n:Zeile|Zeilen} mit Werten über der ${isBare ? 'ersten Zeile mit Daten' : 'Kopfzeile'} ({at}): {text}`,
            `{n} {n:row|rows} with values above the ${isBare ? 'first data row' : 'header'} at {at}: {text}`,
            { n: above.length, at, text: shortened(rowText(above[0] as SampledCells)) },
          ),
          above.some(numbersColumns) &&
            inFour(
              'een daarvan nummert de kolommen',
              'l’une d’elles numérote les colonnes',
              'eine davon nummeriert die Spalten',
              'one of them numbers the columns',
            ),
        ]);
  return makeGuess(
    value,
    Math.min(titleConfidence, 0.3 + 0.7 * bodyConfidence),
    reason,
    alternatives,
  );
}

function guessHeader(head: readonly SampledCells[], found: FoundTable): Guess<number> {
  const { header, body, verdict, bodyConfidence, titleConfidence } = found;
  const value = body - header;
  const first = head[body];
  const confidence = value === 0 ? bodyConfidence : Math.min(bodyConfidence, titleConfidence);
  const rest = 1 - confidence;
  if (value === 0) {
    const text = shortened(first ? rowText(first) : '');
    return makeGuess(
      0,
      confidence,
      inFour(
        'de eerste rij is als die eronder ({text}): de kolommen hebben in het bestand geen namen',
        'la première ligne est comme celles du dessous ({text}) : les colonnes n’ont pas de nom dans le fichier',
        'die erste Zeile ist wie die darunter ({text}): die Spalten haben in der Datei keine Namen',
        'the first row is like those below it ({text}): the columns have no names in the file',
        { text },
      ),
      [
        {
          value: 1,
          confidence: rest,
          reason: inFour(
            '{text}: misschien namen van kolommen',
            '{text} : peut-être des noms de colonnes',
            '{text}: vielleicht Namen von Spalten',
            '{text} could be names of columns',
            { text },
          ),
        },
      ],
    );
  }
  const last = head[body - 1] as SampledCells;
  const evidence =
    verdict.against > 0
      ? inFour(
          '{n} van de {of} {of:kolom|kolommen} met getallen of datums {n:heeft|hebben} {what} op regel {line} en waarden vanaf regel {from}',
          '{n} {n:colonne|colonnes} de nombres ou de dates sur {of} {n:a|ont} {what} à la ligne {line} et des valeurs à partir de la ligne {from}',
          '{n} von {of} {of:Spalte|Spalten} mit Zahlen oder Daten {n:hat|haben} {what} in Zeile {line} und Werte ab Zeile {from}',
          '{n} of {of} {of:column|columns} of numbers or dates {n:has|have} {what} at line {line} and values from line {from} on',
          {
            n: verdict.against,
            of: verdict.typed,
            what: verdict.periods
              ? inFour('een periode', 'une période', 'einen Zeitraum', 'a period')
              : verdict.numbering
                ? inFour(
                    'een volgnummer',
                    'un numéro d’ordre',
                    'eine laufende Nummer',
                    'a running number',
                  )
                : inFour('tekst', 'du texte', 'Text', 'text'),
            line: last.line,
            from: first?.line ?? inFour('geen', 'aucune', 'keine', 'none'),
          },
        )
      : inFour(
          '{n} van de {of} {of:cel|cellen} op regel {line} {n:leest als naam van een kolom|lezen als namen van kolommen}; geen kolom met getallen of datums onderscheidt ze van de rijen eronder',
          '{n} {n:cellule|cellules} sur {of} à la ligne {line} se {n:lit comme un nom de colonne|lisent comme des noms de colonnes} ; aucune colonne de nombres ou de dates ne la distingue des lignes du dessous',
          '{n} von {of} {of:Zelle|Zellen} in Zeile {line} {n:liest sich als Name einer Spalte|lesen sich als Namen von Spalten}; keine Spalte mit Zahlen oder Daten unterscheidet sie von den Zeilen darunter',
          '{n} of {of} {of:cell|cells} at line {line} read as names of columns; no column of numbers or dates tells it from the rows below',
          {
            n: last.filled.filter((column) => isHeaderWord(last.cells[column])).length,
            of: last.filled.length,
            line: last.line,
          },
        );
  const many =
    value > 1 &&
    inFour(
      '{n} kopregels staan vanaf regel {line}',
      '{n} lignes d’en-tête à partir de la ligne {line}',
      '{n} Kopfzeilen stehen ab Zeile {line}',
      '{n} header rows stand from line {line} on',
      { n: value, line: head[header]?.line ?? 0 },
    );
  const alternatives: Alternative<number>[] = [];
  if (value > 1)
    alternatives.push({
      value: value - 1,
      confidence: rest / 2,
      reason: inFour(
        'de eerste van de {n} kan een titel zijn, of de laatste gegevens',
        'la première des {n} pourrait être un titre, ou la dernière des données',
        'die erste der {n} könnte ein Titel sein oder die letzte Daten',
        'the first of the {n} could be a title or the last data',
        { n: value },
      ),
    });
  alternatives.push({
    value: value + 1,
    confidence: rest / 3,
    reason: inFour(
      '{text} kan bij de kop horen',
      '{text} pourrait appartenir à l’en-tête',
      '{text} könnte zur Kopfzeile gehören',
      '{text} could belong to the header',
      { text: shortened(first ? rowText(first) : '') },
    ),
  });
  if (value === 1 && verdict.against === 0)
    alternatives.push({
      value: 0,
      confidence: rest / 2,
      reason: inFour(
        'de eerste rij kan gegevens zijn',
        'la première ligne pourrait être des données',
        'die erste Zeile könnte Daten sein',
        'the first row could be data',
      ),
    });
  return makeGuess(value, confidence, clauses([evidence, many]), alternatives);
}

function guessFooter(
  sample: SampleRows,
  found: FoundTable,
  end: FoundFooter,
): Guess<string | null> {
  const { pattern, reason } = end;
  // Where the body is in doubt, so is what differs from it.
  const most = 0.36 + 0.63 * found.bodyConfidence;
  if (pattern === null) return makeGuess(pattern, Math.min(most, end.confidence), reason);
  const { test } = expression(pattern);
  const beginsSo = (row: SampledCells): boolean =>
    test((row.cells[row.filled[0] ?? 0] ?? '').trim());
  const clash = !sample.whole && sample.head.slice(found.body).some(beginsSo);
  const confidence = Math.min(most, clash ? end.confidence * 0.6 : end.confidence);
  const other = inFour(
    'de laatste rijen kunnen gegevens zijn',
    'les dernières lignes pourraient être des données',
    'die letzten Zeilen könnten Daten sein',
    'the last rows could be data',
  );
  return makeGuess<string | null>(pattern, confidence, reason, [
    { value: null, confidence: (1 - confidence) / 2, reason: other },
  ]);
}

/** Rows of a sample from one index to another, as a table of their own. */
interface Span {
  readonly from: number;
  readonly to: number;
  readonly found: FoundTable;
}

/** Data rows that a table must have to be one of several: fewer are lines below another. */
const leastRows = 3;

/** The tables that stand one below the other, each with a header of its own; one where there is but one. */
function tablesIn(sample: SampleRows, found: FoundTable): readonly Span[] {
  const { head, merged } = sample;
  const whole: Span = { from: 0, to: head.length, found };
  if (!sample.whole) return [whole];
  const starts = laterHeaders(head, found).others.map((line) => {
    const header = head.findIndex((row) => row.line === line);
    const isApart = (at: number): boolean => {
      const [above, row] = [head[at - 1] as SampledCells, head[at] as SampledCells];
      return row.line - above.line - above.lines > 0;
    };
    let at = header;
    while (at > found.body && (head[at - 1] as SampledCells).filled.length === 1) at--;
    // Lines of one cell above a header title it; those that follow the table above without a gap are its footer.
    while (at < header && !isApart(at)) at++;
    return at;
  });
  const spans: Span[] = [];
  for (const [at, from] of [0, ...starts].entries()) {
    const to = starts[at] ?? head.length;
    const rows = head.slice(from, to);
    const own = findTable({ head: rows, tail: rows, whole: true, merged });
    const isTable =
      own !== null && own.body > own.header && rows.length - own.body >= leastRows && own.width > 1;
    if (!isTable) return [whole];
    spans.push({ from, to, found: own });
  }
  return spans;
}

/** How many cells a table holds. */
const sizeOf = ({ from, to, found }: Span): number => (to - from - found.body) * found.usual;

/** The lines above the header, and the row with which the next table begins, as `file` takes them. */
function placeOf(
  head: readonly SampledCells[],
  { from, to, found }: Span,
): Pick<FileShape, 'title' | 'header' | 'until'> | null {
  const next = head[to];
  const above = head[from + found.header - 1];
  const body = head.slice(from + found.body, to);
  const until = next && footerPattern([next], body);
  if (until === null) return null;
  return {
    title: endLine(above),
    header: found.body - found.header,
    ...(until !== undefined && { until }),
  };
}

/** Title, header and footer of the largest table of a sample; null where there are no rows. */
export function tableGeometry(all: SampleRows): TablePart | null {
  const narrow = firstColumns(all.head);
  const sample = { ...all, head: narrow, tail: all.whole ? narrow : firstColumns(all.tail) };
  const first = findTable(sample);
  if (!first) return null;
  const { head } = sample;
  const spans = tablesIn(sample, first);
  const places = spans.map((span) => placeOf(head, span));
  const isOne = spans.length === 1 || places.includes(null);
  if (isOne) return { ...partOf(sample, first), otherTables: [] };
  const [largest] = [...spans].sort((a, b) => sizeOf(b) - sizeOf(a));
  const { from, to, found } = largest as Span;
  const rows = head.slice(from, to);
  const part = partOf({ head: rows, tail: rows, whole: true, merged: sample.merged }, found);
  const { title = 0, header = 1, until } = places[spans.indexOf(largest as Span)] ?? {};
  const others = spans.flatMap((span, at): OtherTable[] => {
    if (span === largest) return [];
    const row = head[span.from] as SampledCells;
    const keys = Object.entries(places[at] ?? {}).map(
      ([name, value]) => `${name}: ${JSON.stringify(value)}`,
    );
    const words = inFour(
      'regel {line} ({text}), {rows} {rows:rij|rijen} van {usual}: `{keys}`',
      'ligne {line} ({text}), {rows} {rows:ligne|lignes} de {usual} : `{keys}`',
      'Zeile {line} ({text}), {rows} {rows:Zeile|Zeilen} zu {usual}: `{keys}`',
      'line {line} ({text}), {rows} {rows:row|rows} of {usual}: {keys}',
      {
        line: row.line,
        text: shortened(rowText(row)),
        rows: span.to - span.from - span.found.body,
        usual: span.found.usual,
        keys: keys.join(', '),
      },
    );
    return [{ line: row.line, words }];
  });
  return {
    ...part,
    title: { ...part.title, value: title },
    notes: [
      ...others.map(({ words }) =>
        inFour(
          'een andere tabel staat op {words}',
          'un autre tableau se trouve à : {words}',
          'eine andere Tabelle steht in {words}',
          'another table stands at {words}',
          { words },
        ),
      ),
      ...part.notes,
    ],
    otherTables: others,
    shape: { ...part.shape, title, header, ...(until !== undefined && { until }) },
  };
}

/** Title, header and footer of a table that has been found. */
function partOf(sample: SampleRows, found: FoundTable): Omit<TablePart, 'otherTables'> {
  const { head } = sample;
  const title = guessTitle(head, found);
  const header = guessHeader(head, found);
  const end = findFooter(
    sample.whole ? head.slice(found.body) : sample.tail,
    found.profiles,
    found.usual,
  );
  const footer = guessFooter(sample, found, end);
  const footers = new Set(end.rows.map(({ line }) => line));
  return {
    found,
    title,
    header,
    footer,
    titleLines: head.slice(0, found.header).map(rowText),
    footerLines: end.rows.map(rowText),
    notes: tableNotes(
      footers.size > 0 ? head.filter(({ line }) => !footers.has(line)) : head,
      found,
    ),
    shape: {
      title: title.value,
      header: header.value,
      ...(footer.value === null ? {} : { footer: footer.value }),
    },
  };
}
