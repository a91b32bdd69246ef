import type { FileShape, ReadTable } from '@samenbeeld/read';
import { InputError } from '@samenbeeld/schema';
import { expect, test } from 'vitest';
import { headers, picture, readContent, said } from './temp-file.ts';

const read = (content: string, shape: Partial<FileShape> = {}): Promise<ReadTable> =>
  readContent(content, { ...shape, format: 'sdmx-csv' });

test('version 1, codes only, as Eurostat gives it', async () => {
  const table = await read(
    'DATAFLOW,LAST UPDATE,freq,iccs,unit,geo,TIME_PERIOD,OBS_VALUE,OBS_FLAG\r\n' +
      'ESTAT:CRIM_OFF_CAT(1.0),26/04/24 23:00:00,A,ICCS0601,NR,FR,2016,241887,b\r\n' +
      'ESTAT:CRIM_OFF_CAT(1.0),26/04/24 23:00:00,A,ICCS0601,NR,LU,2022,,\r\n',
  );
  expect(headers(table).slice(0, 4)).toEqual(['DATAFLOW', 'LAST UPDATE', 'freq', 'iccs']);
  expect(picture(table)).toEqual([
    [
      2,
      'ESTAT:CRIM_OFF_CAT(1.0)',
      '26/04/24 23:00:00',
      'A',
      'ICCS0601',
      'NR',
      'FR',
      '2016',
      '241887',
      'b',
    ],
    [
      3,
      'ESTAT:CRIM_OFF_CAT(1.0)',
      '26/04/24 23:00:00',
      'A',
      'ICCS0601',
      'NR',
      'LU',
      '2022',
      null,
      null,
    ],
  ]);
  expect(table.notes).toEqual([]);
});

test('version 2, codes and labels: the code stays, its label stands beside it', async () => {
  const table = await read(
    'STRUCTURE[;],STRUCTURE_ID,ACTION,FREQ: Time frequency,GEO: Geopolitical entity,TIME_PERIOD: Time,OBS_VALUE: Observation value,COMMENT: Remark\n' +
      'dataflow,ESTAT:CRIM_OFF_CAT(1.0): Offences,I,A: Annual,"UKN: Northern Ireland, UK",2022,1.50,"Note: counted: twice"\n' +
      'dataflow,ESTAT:CRIM_OFF_CAT(1.0): Offences,I,A: Annual,FR: France,2022,2,"Note: provisional"\n' +
      'dataflow,ESTAT:CRIM_OFF_CAT(1.0): Offences,I,A: Annual,,2022,3,\n',
  );
  expect(headers(table)).toEqual([
    'STRUCTURE',
    'STRUCTURE_ID',
    'ACTION',
    'FREQ',
    'FREQ label',
    'GEO',
    'GEO label',
    'TIME_PERIOD',
    'OBS_VALUE',
    'COMMENT',
  ]);
  expect(table.columns.map(({ letter }) => letter)).toEqual([
    'A',
    'B',
    'C',
    'D.1',
    'D.2',
    'E.1',
    'E.2',
    'F',
    'G',
    'H',
  ]);
  expect(picture(table).map((row) => row.slice(4))).toEqual([
    ['A', 'Annual', 'UKN', 'Northern Ireland, UK', '2022', '1.50', 'Note: counted: twice'],
    ['A', 'Annual', 'FR', 'France', '2022', '2', 'Note: provisional'],
    ['A', 'Annual', null, null, '2022', '3', null],
  ]);
});

test('key columns, semicolons, lower case and empty lines are as they are in the file', async () => {
  const table = await read(
    'time_period;ref_area;obs_value;obs_status\n1990;IT;0,5;\n\n1991;IT;0,6;p\n',
  );
  expect(headers(table)).toEqual(['time_period', 'ref_area', 'obs_value', 'obs_status']);
  expect(picture(table)).toEqual([
    [2, '1990', 'IT', '0,5', null],
    [4, '1991', 'IT', '0,6', 'p'],
  ]);
  expect(table.lines).toMatchObject({ total: 4, header: 1, blank: 1, data: 2 });
  const keyed = await read('SERIES_KEY,OBS_KEY,FREQ,TIME_PERIOD,OBS_VALUE\nA,A.2022,A,2022,1\n');
  expect(headers(keyed).slice(0, 2)).toEqual(['SERIES_KEY', 'OBS_KEY']);
});

test('deletions and a header in the middle are rejected and counted, updates and joined data sets are said', async () => {
  const header = 'STRUCTURE,STRUCTURE_ID,ACTION,FREQ,TIME_PERIOD,OBS_VALUE\n';
  const table = await read(
    `${header}dataflow,A:X(1.0),A,A,2021,1\ndataflow,A:X(1.0),D,A,2020,\n${header}dataflow,A:Y(1.0),M,A,2022,2\n`,
  );
  expect(table.rows.map(({ line }) => line)).toEqual([2, 5]);
  expect(table.lines).toMatchObject({ total: 5, header: 1, data: 4 });
  expect(said([...table.rejects, ...table.notes])).toMatchInlineSnapshot(`
    [
      "rejection row.deletion (3 C): the row asks for the deletion of an observation and gives none. Repair: read the full file of the publisher, not its updates.",
      "rejection row.header-again (4): the header stands again: files were joined. Repair: give the files apart.",
      "warning sdmx.structures (B): rows of 2 data sets stand in one file. Repair: give them apart.",
      "warning sdmx.update (C): rows are to be added to, or merged with, what was sent before: the file is an update. Repair: read the full file of the publisher as well.",
    ]
  `);
});

test('what is refused, and how it is said', async () => {
  const messages: string[] = [];
  for (const content of [
    'a,b\n1,2\n',
    'FREQ,FREQ: Frequency,OBS_VALUE\nA,A,1\n',
    'FREQ,"OBS_VALUE\nA,1\n',
  ]) {
    const error = await read(content).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(InputError);
    messages.push((error as InputError).message);
  }
  expect(messages).toMatchInlineSnapshot(`
    [
      "file, line 1: expected a header of SDMX-CSV that starts with DATAFLOW or STRUCTURE, or has OBS_VALUE, found "a". Repair: fetch the file again in the publisher's SDMX-CSV, or describe it as csv",
      "file, line 1: expected each component once in the header, found "FREQ" twice. Repair: ask the publisher which column is meant",
      "file, line 1, column B: a " opens a cell and never closes. Repair: close the quote, double it if it is part of the text, or declare quote: """,
    ]
  `);
});
