import {
  dimensionText,
  figureDimensions,
  groupBy,
  inEach,
  inFour,
  joinWith,
  listed,
  type Observation,
  RefusalError,
  subtractExact,
} from '@samenbeeld/schema';

/** One period as it was told, release after release. */
export interface TriangleRow {
  readonly periodStart: string;
  readonly periodEnd: string;
  /** One a column; null where that release says nothing of the period. */
  readonly values: readonly (number | null)[];
  readonly first: number;
  readonly last: number;
  /** Last minus first, exact. */
  readonly revision: number;
  /** The revision in per cent of the first; null where that is zero. */
  readonly percent: number | null;
}

/** How figures grew after they were first published. */
export interface RevisionTriangle {
  readonly unit: string;
  readonly by: 'publication' | 'lag';
  /** Publication dates as given ("2023-01"), or whole months from the end of the period to publication. */
  readonly columns: readonly (string | number)[];
  /** Earliest period first. */
  readonly rows: readonly TriangleRow[];
}

function refuseSeveral(rows: readonly Observation[]): void {
  for (const field of figureDimensions) {
    const values = [...new Set(rows.map((row) => dimensionText(row, field)))].sort();
    if (values.length > 1)
      throw new RefusalError(
        inFour(
          'Een herzieningsdriehoek volgt één cijfer per periode; deze rijen verschillen in {field}: {values}.',
          'Un triangle de révisions suit un seul chiffre par période ; ces lignes diffèrent en {field} : {values}.',
          'Ein Revisionsdreieck verfolgt eine Zahl je Zeitraum; diese Zeilen unterscheiden sich in {field}: {values}.',
          'A revision triangle follows one figure a period; these rows differ in {field}: {values}.',
          {
            field,
            values: joinWith(
              values.map((value) =>
                value
                  ? inEach(() => value)
                  : inFour('niet vermeld', 'non indiqué', 'nicht angegeben', 'not stated'),
              ),
              ', ',
            ),
          },
        ),
        {
          dimension: field,
          remedy: inFour(
            'Kies er een: `{call}`.',
            'Choisissez-en un : `{call}`.',
            'Wählen Sie eine: `{call}`.',
            'Choose one: `{call}`.',
            { call: `.where({ ${field}: '${values[0]}' })` },
          ),
        },
      );
  }
}

/** Whole months from the end of a period to a publication; a year alone counts from its last month. */
export function monthsAfter(periodEnd: string, publishedOn: string): number {
  const [endYear = 0, endMonth = 0] = periodEnd.split('-').map(Number);
  const [year = 0, month = 12] = publishedOn.split('-').map(Number);
  return (year - endYear) * 12 + month - endMonth;
}

function rowOf(
  rows: readonly Observation[],
  columns: readonly (string | number)[],
  column: (row: Observation) => string | number,
): TriangleRow {
  const values = columns.map((wanted) => {
    const found = rows.filter((row) => column(row) === wanted);
    const said = [...new Set(found.map(({ value }) => value))];
    if (said.length > 1)
      throw new RefusalError(
        inFour(
          'Van {start} tot {end} zijn twee cijfers tegelijk gepubliceerd ({said}).',
          'Du {start} au {end}, deux chiffres ont été publiés à la fois ({said}).',
          'Von {start} bis {end} wurden zwei Zahlen zugleich veröffentlicht ({said}).',
          'Of {start} to {end} two figures were published at once ({said}).',
          {
            start: found[0]?.periodStart ?? '',
            end: found[0]?.periodEnd ?? '',
            said: inEach((language) => listed(said.map(String), language)),
          },
        ),
        {
          dimension: 'vintage',
          remedy: inFour(
            'Los eerst de tegenspraak op, of houd u aan één publicatie.',
            'Réglez d’abord la contradiction, ou tenez-vous à une seule publication.',
            'Klären Sie zuerst den Widerspruch, oder bleiben Sie bei einer Veröffentlichung.',
            'Settle the conflict first, or keep to one publication.',
          ),
        },
      );
    return said[0] ?? null;
  });
  const told = values.filter((value) => value !== null);
  const [first, last] = [told[0] as number, told.at(-1) as number];
  const revision = subtractExact(last, first);
  return {
    periodStart: (rows[0] as Observation).periodStart,
    periodEnd: (rows[0] as Observation).periodEnd,
    values,
    first,
    last,
    revision,
    percent: first === 0 ? null : (100 * revision) / Math.abs(first),
  };
}

/**
 * The revision triangle of one figure: a row a period, a column a publication date, or a column a number of months
 * after the period ended (`by: 'lag'`, the form that a chain ladder develops). Rows without a date of publication or
 * without a value say nothing here. Throws a RefusalError where the observations are of more than one figure.
 *
 * @example
 * ```ts
 * import { revisionTriangle } from '@samenbeeld/merge';
 * revisionTriangle([]).rows // => []
 * ```
 */
export function revisionTriangle(
  observations: readonly Observation[],
  { by = 'publication' }: { readonly by?: RevisionTriangle['by'] } = {},
): RevisionTriangle {
  const rows = observations.filter(
    ({ publishedOn, value }) => publishedOn !== null && value !== null,
  );
  refuseSeveral(rows);
  const column = (row: Observation): string | number =>
    by === 'lag'
      ? monthsAfter(row.periodEnd, row.publishedOn as string)
      : (row.publishedOn as string);
  const columns = [...new Set(rows.map(column))].sort((a, b) =>
    typeof a === 'number' ? a - Number(b) : a < String(b) ? -1 : 1,
  );
  const periods = groupBy(rows, (row) => `${row.periodStart}/${row.periodEnd}`);
  return {
    unit: rows[0]?.unit ?? '',
    by,
    columns,
    rows: [...periods]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([, told]) => rowOf(told, columns, column)),
  };
}
