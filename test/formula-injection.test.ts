import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describeFile } from '@samenbeeld/describe';
import { openEngine } from '@samenbeeld/engine';
import { addToCrosswalk } from '@samenbeeld/harmonise';
import { ingest, loadSource } from '@samenbeeld/ingest';
import { readTable } from '@samenbeeld/read';
import { publicHandling, type Text } from '@samenbeeld/schema';
import { clearance, writePicture } from '@samenbeeld/store';
import excel from 'exceljs';
import { afterAll, expect, test } from 'vitest';
import { sameText, writeWorkbook } from '../packages/page/src/index.ts';
import { demo, open } from '../packages/page/test/demo.ts';

const folder = mkdtempSync(join(tmpdir(), 'samenbeeld-formula-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Labels that a spreadsheet would run, each as a publisher's file might hold it. */
const labels = [
  '=HYPERLINK("http://example.invalid";"x")',
  "+cmd|' /C calc'!A0",
  '-2+3+cmd',
  '@SUM(1+1)',
  '＝1+1',
];
const hostile = [
  'Soort misdrijf;Regio;Jaar;Aantal',
  ...labels.flatMap((label, at) =>
    [2021, 2022, 2023].map(
      (year) => `"${label.replaceAll('"', '""')}";Nederland;${year};${at + 4}${year % 100}`,
    ),
  ),
  '',
].join('\n');
const path = join(folder, 'misdrijven.csv');
writeFileSync(path, hostile);

const drugs = ['Cocaïne', 'Heroïne', 'Amfetamine', 'Cannabis', 'Ketamine', 'GHB', '@SUM(1+1)'];
const seizures = join(folder, 'inbeslagnames.csv');
writeFileSync(
  seizures,
  [
    'Middel;Jaar;Kilogram',
    ...drugs.flatMap((drug, at) => [2021, 2022, 2023].map((year) => `${drug};${year};${at + 4}1`)),
    '',
  ].join('\n'),
);

const title: Text = { nl: 'Proef', fr: 'Essai', de: 'Probe', en: 'Test' };
const runs = /^\s*[=+\-@＝＋－＠]/;
const isFigure = /^-?\d+(?:\.\d+)?$/;

/** Cells of a CSV that a spreadsheet would take for a formula. */
async function formulasIn(name: string): Promise<readonly string[]> {
  const tables = await readTable(name, { format: 'csv', delimiter: ',' });
  return tables
    .flatMap(({ rows, columns }) => [
      ...columns.flatMap(({ headers }) => headers),
      ...rows.flatMap(({ cells }) => cells.flatMap((cell) => cell ?? [])),
    ])
    .filter((cell) => runs.test(cell) && !isFigure.test(cell));
}

const description = `source: misdrijven
title: { nl: Proef, fr: Essai, de: Probe, en: Test }
publisher: NL_POL
country: NL
kind: register
language: nl
licence: CC0-1.0
citation: Made for a test
grade: A1
handling: public
record: observation
file: { format: csv, encoding: utf-8, delimiter: ";" }
definitions:
  - id: test
    countUnit: offence
    dateRole: registration
    rule: { nl: Elk telt., fr: Chacun compte., de: Jeder zählt., en: Each counts. }
constants: { metric: offences, unit: offence, basis: recorded, place: NL }
columns:
  Soort misdrijf:
    - { to: offence, crosswalk: kinds.csv, accept: [exact, narrower] }
    - { to: note }
  Regio: { ignore: always the same }
  Jaar: { to: period, as: year }
  Aantal: { to: value, as: integer }
`;

test('the crosswalks that describe proposes hold no formula, and mean the labels of the file', async () => {
  const { crosswalks, trial } = await describeFile(seizures);
  expect(trial.kind).toBe('ingested');
  expect(crosswalks.map(({ text }) => text).join('')).toContain("'@SUM(1+1)");
  for (const { name, text } of crosswalks) {
    writeFileSync(join(folder, name), text);
    expect(await formulasIn(join(folder, name))).toEqual([]);
  }
});

test('from a hostile file to the files of a picture: no cell is a formula, each label comes back', async () => {
  const own = join(folder, 'misdrijven');
  mkdirSync(own);
  writeFileSync(join(own, 'source.yaml'), description);
  const crosswalk = join(own, 'kinds.csv');
  writeFileSync(crosswalk, 'from,to,match,note\n');
  const added = addToCrosswalk(
    crosswalk,
    labels.map((from) => ({ from, to: 'ICCS0401', match: 'narrower' as const, note: `=${from}` })),
  );
  expect(added).toHaveLength(labels.length);
  expect(await formulasIn(crosswalk)).toEqual([]);

  const engine = await openEngine({ threads: 1 });
  try {
    const { conservation } = await ingest(engine, loadSource(own), [path]);
    expect(conservation).toMatchObject([{ accepted: 15, rejected: 0 }]);
    const rows = await engine.rows<{ note: string }>('select distinct note from observation');
    expect(rows.map(({ note }) => note).sort()).toEqual([...labels].sort());
    const picture = join(folder, 'picture');
    await writePicture(
      picture,
      {
        engine,
        metadata: { name: 'test', title, asOf: '2026-06-30', sources: [], inputs: [] },
        tables: [
          {
            name: 'observation',
            sql: 'select id, note, origin_raw, value from observation order by id',
          },
        ],
      },
      clearance(publicHandling, 'public'),
    );
    const written = readdirSync(join(picture, 'data')).filter((name) => name.endsWith('.csv'));
    expect(written).toEqual(['observation.csv']);
    const text = readFileSync(join(picture, 'data', 'observation.csv'), 'utf8');
    expect(text).toContain("'@SUM(1+1)");
    expect(await formulasIn(join(picture, 'data', 'observation.csv'))).toEqual([]);

    const bytes = writeWorkbook(
      {
        ...demo,
        sections: [
          {
            id: 'labels',
            title: sameText('labels'),
            blocks: [
              {
                kind: 'table',
                caption: sameText('labels'),
                columns: [{ label: sameText('label'), kind: 'label' }],
                rows: rows.map(({ note }) => [{ shown: sameText(note) }]),
              },
            ],
          },
        ],
      },
      { clearance: open, language: 'nl' },
    );
    const book = new excel.Workbook();
    await book.xlsx.load(bytes.buffer as ArrayBuffer);
    const cells = book.worksheets.flatMap((sheet) => {
      const found: string[] = [];
      sheet.eachRow((row) => {
        row.eachCell((cell) => {
          found.push(cell.type === excel.ValueType.Formula ? `=${cell.formula}` : cell.text);
        });
      });
      return found;
    });
    for (const label of labels) expect(cells).toContain(`'${label}`);
    expect(cells.filter((cell) => runs.test(cell) && !isFigure.test(cell))).toEqual([]);
  } finally {
    await engine.close();
  }
});
