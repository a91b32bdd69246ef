import { type TableBlock, table } from '@samenbeeld/page';
import { type Finding, formatNumber, ownValue, wrongUse } from '@samenbeeld/schema';
import { type Marking, output } from './cell.ts';
import { type FindingAnswer, type FoundIn, ownAnswer, pictureAnswer } from './finding-answer.ts';
import { type OwnHandling, ownMarking } from './handled-marking.ts';
import { awaited } from './kernel.ts';
import { officeOnly } from './office-only.ts';
import type { Picture } from './opened-picture.ts';
import { answer, answerLater, isRefused, type Refused } from './refused.ts';
import { type View, view } from './view.ts';
import { howMany, words } from './words.ts';

/** What an arquero table offers. */
interface ArqueroLike {
  columnNames(): string[];
  objects(): object[];
}

/** What a danfo.js frame offers. */
interface DanfoLike {
  readonly columns: string[];
  readonly values: unknown[] | unknown[][];
}

/** A table from any of the libraries, or plain records. */
export type TableLike = ArqueroLike | DanfoLike | readonly object[];

/** A table of your own under the banner of its picture, or the one stated for it. */
export interface ShownTable extends View {
  readonly kind: 'shown-table';
  readonly marking: Marking;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly unknown[])[];
}

const shownAtOnce = 40;

function isArquero(table: TableLike): table is ArqueroLike {
  return 'columnNames' in table && 'objects' in table;
}

function recordsOf(
  columns: readonly string[],
  records: readonly object[],
): readonly (readonly unknown[])[] {
  return records.map((record) =>
    columns.map((name) => ownValue(record as Readonly<Record<string, unknown>>, name)),
  );
}

function contents(table: TableLike): Pick<ShownTable, 'columns' | 'rows'> {
  if (isArquero(table)) {
    const columns = table.columnNames();
    return { columns, rows: recordsOf(columns, table.objects()) };
  }
  if ('columns' in table && 'values' in table && !Array.isArray(table)) {
    const values = table.values as readonly unknown[];
    return {
      columns: table.columns,
      rows: values.map((row) => (Array.isArray(row) ? (row as readonly unknown[]) : [row])),
    };
  }
  if (!Array.isArray(table))
    throw wrongUse(
      '`show` neemt een bevinding, een arquero-tabel, een danfo-frame of een lijst van records; één record staat tussen haken: `show([record])`.',
      '`show` prend un résultat, une table arquero, un frame danfo ou une liste d’enregistrements ; un seul va entre crochets : `show([record])`.',
      '`show` nimmt einen Befund, eine arquero-Tabelle, einen danfo-Frame oder eine Liste von Datensätzen; ein einzelner steht in Klammern: `show([record])`.',
      '`show` takes a finding, an arquero table, a danfo frame or a list of records; one record goes in brackets: `show([record])`.',
    );
  const records = table as readonly object[];
  const columns = [...new Set(records.flatMap((record) => Object.keys(record)))];
  return { columns, rows: recordsOf(columns, records) };
}

function tableOf({ marking, columns, rows }: ShownTable): TableBlock {
  const { language } = marking;
  const isNumber = (at: number): boolean =>
    rows.some((row) => typeof row[at] === 'number') &&
    rows.every((row) => typeof row[at] === 'number' || row[at] === null || row[at] === undefined);
  const text = (value: unknown, column: string): string => {
    if (value === null || value === undefined || Number.isNaN(value)) return '–';
    if (Array.isArray(value) && value.every((part) => typeof part !== 'object'))
      return value.length === 0 ? '–' : value.join(', ');
    if (typeof value !== 'number')
      return typeof value === 'object' ? JSON.stringify(value) : String(value);
    return /year|jaar|jahr|année/i.test(column)
      ? String(value)
      : formatNumber(Number(value.toFixed(3)), language);
  };
  return table(
    `${howMany(rows.length, 'rows')[language]} × ${howMany(columns.length, 'fields')[language]}`,
    columns.map((name, at) => [isNumber(at) ? 'number' : 'words', name]),
    rows.slice(0, shownAtOnce).map((row) => columns.map((column, at) => text(row[at], column))),
    rows.length > shownAtOnce ? [`… ${rows.length - shownAtOnce} ${words.more[language]}`] : [],
  );
}

function showTable(marking: Marking, given: TableLike): ShownTable {
  return view<ShownTable>({ kind: 'shown-table', marking, ...contents(given) }, (value) => [
    output(marking, [tableOf(value)]),
  ]);
}

/** How numbers of your own are shown. */
export interface ShowOptions extends OwnHandling {
  /** What a finding was found in, for its chart: `{ periods, values }`, the triangle, the network. */
  readonly foundIn?: FoundIn;
}

type Made = Finding | TableLike;
type Asked = Made | Promise<Made> | (() => Made | Promise<Made>);
type Shown = ShownTable | FindingAnswer;

/** How what was made is shown. */
interface Showing {
  readonly marking: Marking;
  readonly finding: (finding: Finding) => FindingAnswer;
  readonly table: (table: TableLike) => ShownTable;
}

function isFinding(own: Made): own is Finding {
  return 'says' in own && 'kind' in own && 'method' in own;
}

function isPicture(given: unknown): given is Picture {
  return (
    typeof given === 'object' &&
    given !== null &&
    (given as { readonly kind?: unknown }).kind === 'picture' &&
    'metadata' in given
  );
}

function isLater(made: unknown): made is Promise<Made> {
  return made instanceof Promise;
}

function made(own: Made, { finding, table }: Showing): Shown {
  if (typeof own !== 'object' || own === null)
    throw wrongUse(
      '`show` neemt een bevinding, een arquero-tabel, een danfo-frame of een lijst van records, niet {own}.',
      '`show` prend un résultat, une table arquero, un frame danfo ou une liste d’enregistrements, et non {own}.',
      '`show` nimmt einen Befund, eine arquero-Tabelle, einen danfo-Frame oder eine Liste von Datensätzen, nicht {own}.',
      '`show` takes a finding, an arquero table, a danfo frame or a list of records, not {own}.',
      { own: String(own) },
    );
  return isFinding(own) ? finding(own) : table(own);
}

function shownAs(own: Asked, showing: Showing): Shown | Refused | Promise<Shown | Refused> {
  const { marking } = showing;
  if (typeof own !== 'function' && !isLater(own)) return made(own, showing);
  const asked = answer(marking, () => {
    const found = typeof own === 'function' ? own() : own;
    return isLater(found) ? { kind: 'later' as const, found } : made(found, showing);
  });
  if (asked.kind !== 'later') return asked;
  const later = answerLater(marking, async () => made(await asked.found, showing));
  return awaited('show(…)', later);
}

/**
 * Shows what you made yourself: a finding, or a table. The first argument says what it was made from.
 *
 * - `show(picture, …)`: from the records of that picture. It carries the picture's marking and says so. What no picture
 *   holds (accounts, payments, cases) stays within the office even so.
 * - `show(…, { handling })`: from numbers of your own. They stay within the office, TLP:AMBER+STRICT, unless you state how they
 *   may be handled: `{ handling: { tlp: 'CLEAR' } }` for published figures.
 *
 * A finding is best asked within: `show(() => nowcast(triangle))`. Where it is refused, or the data or the call are wrong, that is
 * shown with the repair, and the cells below still run. What it was found in goes with it, for the chart: third after a
 * picture, else as `foundIn`. What must be waited for (screens of transactions) is awaited: `await show(() => findFans(data))`.
 *
 * @param own an arquero table, a danfo frame, a list of records, a finding, or a function that asks for one
 * @example
 * ```ts
 * import { methods, show } from '@samenbeeld/notebook';
 * const { inspect } = await import('node:util');
 * inspect(show(() => methods.poissonRate(3))).split('\n')[0] // => 'TLP:AMBER+STRICT · not classified · for: own office'
 * show(() => methods.poissonRate(-3)).kind // => 'refused'
 * ```
 */
export function show<F extends Finding>(
  picture: Picture,
  own: Promise<F> | (() => Promise<F>),
  foundIn?: FoundIn,
): Promise<FindingAnswer<F> | Refused>;
export function show<F extends Finding>(
  picture: Picture,
  own: () => F,
  foundIn?: FoundIn,
): FindingAnswer<F> | Refused;
export function show(picture: Picture, own: () => TableLike): ShownTable | Refused;
export function show<F extends Finding>(
  picture: Picture,
  own: F,
  foundIn?: FoundIn,
): FindingAnswer<F>;
export function show(picture: Picture, own: TableLike): ShownTable;
export function show<F extends Finding>(
  own: Promise<F> | (() => Promise<F>),
  options?: ShowOptions,
): Promise<FindingAnswer<F> | Refused>;
export function show<F extends Finding>(
  own: () => F,
  options?: ShowOptions,
): FindingAnswer<F> | Refused;
export function show(own: () => TableLike, options?: ShowOptions): ShownTable | Refused;
export function show<F extends Finding>(own: F, options?: ShowOptions): FindingAnswer<F> | Refused;
export function show(own: TableLike, options?: ShowOptions): ShownTable | Refused;
export function show(
  given: Picture | Asked,
  second?: Asked | ShowOptions,
  third?: FoundIn,
): Shown | Refused | Promise<Shown | Refused> {
  if (isPicture(given))
    return shownAs(second as Asked, {
      marking: given,
      finding: (finding) => pictureAnswer(given, finding, third),
      table: (table) => showTable(given, table),
    });
  const { foundIn, ...stated } = (second ?? {}) as ShowOptions;
  const marking = answer(officeOnly(stated.language ?? 'en'), () => ({
    kind: 'marking' as const,
    ...ownMarking(stated),
  }));
  if (isRefused(marking)) return marking;
  return shownAs(given, {
    marking,
    finding: (finding) => ownAnswer(marking, finding, foundIn),
    table: (table) => showTable(marking, table),
  });
}
