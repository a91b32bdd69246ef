import { openEngine } from '@samenbeeld/engine';
import { ingest } from '@samenbeeld/ingest';
import { expect, test } from 'vitest';
import { tempFile } from '../../read/test/temp-file.ts';
import { described, type Row } from './fixture.ts';

const figures = [
  { place: 'BE', year: '2021', n: '96320.80' },
  { place: 'BE', year: '2022', n: '110910.532' },
  { place: 'NL', year: '2021', n: '72808' },
  { place: 'NL', year: '2022', n: '51447.000000000001' },
] as const;

const column = (to: object, ...also: string[]): object => ({ ...to, also });

const description = {
  file: [
    { format: 'csv', delimiter: ';' },
    { format: 'sdmx-csv' },
    { format: 'json' },
    { format: 'json-stat' },
    { format: 'ndjson' },
    { format: 'parquet' },
  ],
  constants: { metric: 'quantity', unit: 'kg', basis: 'recorded' },
  columns: {
    place: column({ to: 'place' }, 'geo'),
    year: column({ to: 'period', as: 'year' }, 'TIME_PERIOD', 'time'),
    n: column({ to: 'value', as: 'number', decimalChar: '.' }, 'OBS_VALUE', 'value'),
    DATAFLOW: { ignore: 'the data set', optional: true },
  },
};

const objects = figures.map(
  ({ place, year, n }) => `{"place": "${place}", "year": "${year}", "n": ${n}}`,
);

const files: Readonly<Record<string, string>> = {
  'plain.csv': `place;year;n\n${figures.map(({ place, year, n }) => `${place};${year};${n}\n`).join('')}`,
  'sdmx.csv': `DATAFLOW,geo,TIME_PERIOD,OBS_VALUE\n${figures
    .map(({ place, year, n }) => `A:X(1.0),${place},${year},${n}\n`)
    .join('')}`,
  'array.json': `[${objects.join(', ')}]`,
  'lines.ndjson': objects.join('\n'),
  'cube.json': `{"class": "dataset", "id": ["geo", "time"], "size": [2, 2], "dimension": {
    "geo": {"category": {"index": ["BE", "NL"]}}, "time": {"category": {"index": ["2021", "2022"]}}},
    "value": [${figures.map(({ n }) => n).join(', ')}]}`,
};

test('a table in six formats is the same records, each conserved', async () => {
  const source = await described({ description });
  const engine = await openEngine({ threads: 1 });
  try {
    await engine.insert(
      'figures',
      [
        { name: 'place', type: 'VARCHAR' },
        { name: 'year', type: 'INTEGER' },
        { name: 'n', type: 'DECIMAL(38,12)' },
      ],
      figures.map(({ place, year, n }) => [place, Number(year), n]),
    );
    const parquet = tempFile('figures.parquet', 'to be written');
    await engine.writeParquet('select * from figures order by place, year', parquet);
    const paths = [...Object.entries(files).map(([name, text]) => tempFile(name, text)), parquet];
    const results: (readonly Row[])[] = [];
    for (const path of paths) {
      await engine.run('drop table if exists observation');
      const { conservation, issues } = await ingest(engine, source, [path]);
      expect(issues.filter(({ severity }) => severity === 'rejection')).toEqual([]);
      expect(conservation).toMatchObject([{ rows: 4, items: 4, accepted: 4, rejected: 0 }]);
      results.push(
        await engine.rows<Row>(
          'select place, period_start, period_end, cast(value as VARCHAR) as value, unit, metric, status from observation order by place, period_start',
        ),
      );
    }
    expect(results).toHaveLength(6);
    expect(results[0]?.map(({ value }) => value)).toEqual([
      '96320.800000000000',
      '110910.532000000000',
      '72808.000000000000',
      '51447.000000000001',
    ]);
    for (const rows of results) expect(rows).toEqual(results[0]);
  } finally {
    await engine.close();
  }
});

test.each([
  ['bericht.docx', 'PK'],
  ['bericht.pdf', '%PDF-1.7'],
  ['bericht.html', '<p>De douane nam in 2025 ruim 9 kilo cocaïne in beslag.</p>'],
  ['bericht.txt', 'De douane nam in 2025 ruim 9 kilo cocaïne in beslag.'],
])('a text of sentences is no file of a source, and the way is named: %s', async (name, text) => {
  const engine = await openEngine();
  try {
    const source = await described({ description });
    const read = ingest(engine, source, [tempFile(name, text)]);
    await expect(read).rejects.toThrow('samenbeeld claims FILE');
  } finally {
    await engine.close();
  }
});
