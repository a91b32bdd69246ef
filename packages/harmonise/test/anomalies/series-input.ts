import type {
  AnomalyInput,
  AnomalyMeasure as Measure,
  AnomalyPoint as Point,
} from '@samenbeeld/harmonise';

/** A series by its name: figures of successive years from 2001 on, as printed; null where there is no cell. */
export interface Line {
  readonly series: string;
  readonly cells: readonly (string | null)[];
  readonly column?: string;
  readonly scope?: Readonly<Record<string, string>>;
  readonly measure?: Measure;
}

const empty: AnomalyInput = {
  points: [],
  events: [],
  wholes: [],
  identities: [],
  rows: [],
  breaks: [],
  others: [],
  marks: new Map(),
  spans: new Map(),
};

/** Hand-made series as the finders get them: one row a year and series, one column a name. */
export function inputOf(lines: readonly Line[], more: Partial<AnomalyInput> = {}): AnomalyInput {
  const points = lines.flatMap(
    ({ series, cells, column = 'Aantal', scope = {}, measure = 'count' }) =>
      cells.flatMap((raw, at): Point[] => {
        if (raw === null) return [];
        const year = 2001 + at;
        const plain = Number(raw);
        return [
          {
            place: {
              source: 'test',
              file: 'test.csv',
              sheet: null,
              line: 2 + at,
              column,
              heading: column,
              raw,
              record: `${series} ${year}`,
            },
            table: 'test.csv',
            row: `${series} ${year}`,
            column,
            style: column,
            series: `${series} ${column}`,
            scope: { place: 'NL', offence: series, ...scope },
            start: `${year}-01-01`,
            end: `${year}-12-31`,
            value: Number.isNaN(plain) ? null : plain,
            unit: scope['unit'] ?? 'offence',
            measure,
            counts: true,
          },
        ];
      }),
  );
  const rows = [...new Set(points.map(({ row }) => row))].map((row) => ({
    row,
    labels: { Feit: row.slice(0, -5), Jaar: row.slice(-4) },
    figures: Object.fromEntries(
      points.filter((point) => point.row === row).map(({ column, place }) => [column, place.raw]),
    ),
  }));
  return { ...empty, points, rows, ...more };
}
