import { headingsOf } from '@samenbeeld/ingest';
import type { ReadTable } from '@samenbeeld/read';
import { inFour, quoted, type Text } from '@samenbeeld/schema';
import type { ProposedTotals } from './propose-totals.ts';
import { ruleName } from './rule-name.ts';

type Row = ReadTable['rows'][number];

const textOf = ({ cells }: Row, index: number): string => cells[index]?.trim() ?? '';

/** The number of a page, alone in its row ("Seite 2 von 3"). */
const pageNumber =
  /^\W*(?:pagina|blz\.?|bladzijde|page|seite|página)\s*\d{1,4}(?:\s*(?:van|von|sur|of|de|di|\/)\s*\d{1,4})?\W*$/iu;

const isPageNumber = ({ cells }: Row): boolean => {
  const filled = cells.flatMap((cell) => cell?.trim() || []);
  return filled.length === 1 && pageNumber.test(filled[0] ?? '');
};

/** Whether a row says again what one row of the header says: in more than one cell, and nothing else. */
function isHead(row: Row, { columns }: ReadTable, level: number): boolean {
  const filled = columns.filter(({ index }) => textOf(row, index) !== '');
  return (
    filled.length > 1 &&
    filled.every(
      ({ index, headers }) =>
        textOf(row, index).toLowerCase() === (headers[level] ?? '').toLowerCase(),
    )
  );
}

/** Rows of one kind, and why they are left out. */
interface Again {
  readonly rows: readonly Row[];
  readonly ending: string;
  readonly reason: Text;
}

/** Rows that a printed table has again on each of its pages: its header, a row of it at a time, and the number of the page. */
export function repeatedHeads(table: ReadTable): readonly Again[] {
  const levels = Math.max(0, ...table.columns.map(({ headers }) => headers.length));
  const heads = Array.from({ length: levels }, (_, level) =>
    table.rows.filter((row) => isHead(row, table, level)),
  );
  // A table of little else has hardly rows of its own, and words of its header may be labels.
  if (new Set(heads.flat()).size * 2 > table.rows.length) return [];
  const again = inFour(
    'de kop, herhaald tussen de rijen',
    'l’en-tête, répété entre les lignes',
    'die Kopfzeile, zwischen den Zeilen wiederholt',
    'the header, repeated between the rows',
  );
  const page = inFour(
    'het nummer van een bladzijde',
    'le numéro d’une page',
    'die Nummer einer Seite',
    'the number of a page',
  );
  return [
    ...heads.map((rows, level) => ({
      rows,
      ending: level === 0 ? 'repeated' : `repeated-${level + 1}`,
      reason: again,
    })),
    { rows: table.rows.filter(isPageNumber), ending: 'page', reason: page },
  ].filter(({ rows }) => rows.length > 0);
}

/** A table without such rows. */
export function withoutHeads(table: ReadTable, again: readonly Again[]): ReadTable {
  const left = new Set(again.flatMap(({ rows }) => rows));
  return left.size === 0 ? table : { ...table, rows: table.rows.filter((row) => !left.has(row)) };
}

/** A row that misses its label is no header, and a later edition may hold one. */
const isOnlyHead = (heading: string): Text =>
  inFour(
    'is elke rij zonder {heading} een herhaalde kop? De regel laat ze alle weg, ook in een latere uitgave',
    'toute ligne sans {heading} est-elle un en-tête répété ? La règle les laisse toutes de côté, aussi dans une édition ultérieure',
    'ist jede Zeile ohne {heading} eine wiederholte Kopfzeile? Die Regel lässt sie alle weg, auch in einer späteren Ausgabe',
    'is every row without {heading} a repeated header? The rule leaves them all out, also in a later edition',
    { heading: quoted(heading) },
  );

/**
 * The rules that leave such rows out, by the first column in which their words stand in no other row; a blank one, which all other
 * rows have, only where no word does. A rule names no column that is folded.
 */
export function headRules(
  table: ReadTable,
  again: readonly Again[],
  folded: ReadonlySet<string>,
): ProposedTotals['exclude'] {
  const named = [...headingsOf(table)].filter(([, heading]) => !folded.has(heading));
  return again.flatMap(({ rows, ending, reason }) => {
    const meant = new Set(rows);
    const found = named.flatMap(([{ index }, heading]) => {
      const labels = new Set(rows.map((row) => textOf(row, index)));
      const isShared = table.rows.some((row) => !meant.has(row) && labels.has(textOf(row, index)));
      return isShared ? [] : [{ heading, labels }];
    });
    const told = found.find(({ labels }) => !labels.has('')) ?? found[0];
    if (!told) return [];
    const { heading, labels } = told;
    const rule = ruleName(heading, ending);
    const decide = labels.has('') ? isOnlyHead(heading) : null;
    return [{ rule, where: { [heading]: [...labels] }, reason, decide }];
  });
}
