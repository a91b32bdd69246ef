import { headingsOf } from '@samenbeeld/ingest';
import type { ReadTable } from '@samenbeeld/read';
import type { Column } from '../column.ts';
import { countOn } from '../geometry/judge-row.ts';
import { isOne, type Written } from '../written.ts';
import { keepCells } from './companions.ts';

/** A table whose headings are without the numbers of a publisher, and what each stands for in the file. */
interface Uncounted {
  readonly table: ReadTable;
  /** The file's own heading, by the one without its number; only those that had one. */
  readonly own: ReadonlyMap<string, string>;
}

/** The number that OData puts behind each measure: its place in their list ("Burglary_10"). Two of them are a range ("men_15_24"). */
const counter = /^(?!.*_\d+_\d+$)(.*\p{L}.*)_([1-9]\d{0,2})$/u;

/** Numbers of a list, each once: they rise as published; in another order hardly one of them is missing. */
function areCounters(numbers: readonly number[]): boolean {
  if (numbers.length < 2 || new Set(numbers).size < numbers.length) return false;
  const rises = numbers.every((number, at) => at === 0 || number > (numbers[at - 1] ?? 0));
  return (
    (rises && numbers.length > 2) ||
    (Math.max(...numbers) <= 2 * numbers.length && (rises || numbers.length > 2))
  );
}

/** A table whose columns are not numbered by a row of its header, and the same where no row does or headings then say the same. */
function withoutNumbering(table: ReadTable): ReadTable {
  const { columns } = table;
  const levels = Math.max(0, ...columns.map(({ headers }) => headers.length));
  const numbering = Array.from({ length: levels }, (_, level) => level).filter((level) =>
    countOn(columns.flatMap(({ headers }) => headers[level] || [])),
  );
  if (numbering.length === 0) return table;
  const bare = {
    ...table,
    columns: columns.map((column) => ({
      ...column,
      headers: column.headers.map((text, level) => (numbering.includes(level) ? '' : text)),
    })),
  };
  const own = headingsOf(table);
  const others = [...headingsOf(bare).values()];
  const isBehind = [...own.values()].every((heading, at) => heading.startsWith(others[at] || ' '));
  return isBehind && others.length === own.size ? bare : table;
}

/** A table as its headings read without the numbers by which its publisher counts measures or columns. */
export function withoutCounters(read: ReadTable): Uncounted {
  const numbered = withoutNumbering(read);
  const headings = headingsOf(numbered);
  const taken = new Set(headings.values());
  const found = [...headings].flatMap(([column, heading]) => {
    const [, bare, number] = counter.exec(heading) ?? [];
    const isSingle = column.headers.filter((text) => text !== '').length === 1;
    return bare && isSingle && !taken.has(bare)
      ? [{ column, heading, bare, number: Number(number) }]
      : [];
  });
  const stems = new Map<string, number>();
  for (const { bare } of found) stems.set(bare, (stems.get(bare) ?? 0) + 1);
  const counted = areCounters(found.map(({ number }) => number))
    ? found.filter(({ bare }) => stems.get(bare) === 1)
    : [];
  // One word with many numbers is told apart by them ("place_1", "place_2").
  const bareOf = new Map(
    counted.length * 2 > found.length ? counted.map(({ column, bare }) => [column, bare]) : [],
  );
  const table = {
    ...numbered,
    columns: numbered.columns.map((column) => {
      const bare = bareOf.get(column);
      return bare === undefined
        ? column
        : { ...column, headers: column.headers.map((text) => (text === '' ? '' : bare)) };
    }),
  };
  const own = [...headingsOf(read).values()];
  return {
    table,
    own: new Map(
      [...headingsOf(table).values()].flatMap((bare, at) => {
        const heading = own[at] ?? bare;
        return heading === bare ? [] : [[bare, heading] as const];
      }),
    ),
  };
}

/** A column, or a fold whose pattern lets the number stand behind, by the headings of the file. */
export function inOwnHeadings(
  column: Column,
  own: Uncounted['own'],
  rows: ReadTable['rows'],
): Column {
  if (!column.headings.some((heading) => own.has(heading))) return column;
  const some = column.headings.every((heading) => own.has(heading)) ? '' : '?';
  const inFile = (written: Written): Written => {
    const headers = isOne(written) ? written['headers'] : null;
    return typeof headers === 'string'
      ? {
          ...written,
          headers: headers.replace(/\$$/u, `(?:[_ ]\\(?\\d{1,3}(?:[.,]0+)?\\)?)${some}$`),
        }
      : written;
  };
  return {
    ...column,
    headings: column.headings.map((heading) => own.get(heading) ?? heading),
    evidence: column.evidence.map((each) => {
      const profile = {
        ...each.profile,
        heading: own.get(each.profile.heading) ?? each.profile.heading,
      };
      keepCells(profile, rows);
      return { ...each, profile };
    }),
    entries: column.entries.map((entry) =>
      'written' in entry && entry.written ? { ...entry, written: inFile(entry.written) } : entry,
    ),
  };
}
