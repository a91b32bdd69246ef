import { sniffGeometry } from '@samenbeeld/describe';
import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { tempFile } from '../../../read/test/temp-file.ts';
import { headings, sniffed, workbook } from './sniffed.ts';

const lines = (...all: string[]): string => `${all.join('\n')}\n`;
const body = (count: number): string[] =>
  Array.from(
    { length: count },
    (_, i) => `${['Gent', 'Antwerpen', 'Vlissingen'][i % 3]};${2015 + i};${i * 37},5;${i * 3}`,
  );

describe('texts', () => {
  test('a hint for Excel in the first line', async () => {
    const { geometry } = await sniffed(
      'hint.csv',
      lines('sep=;', 'haven;jaar;kg;vondsten', ...body(6)),
    );
    expect(geometry.shape).toMatchObject({ delimiter: ';', title: 1, header: 1 });
  });

  test('blank rows of delimiters below, as spreadsheets export them', async () => {
    const { geometry, table } = await sniffed(
      'padded.csv',
      lines('haven;jaar;kg;vondsten', ...body(6), ';;;', ';;;', ';;;'),
    );
    expect(geometry.shape).toMatchObject({ title: 0, header: 1 });
    expect(table.rows).toHaveLength(6);
  });

  test('lines that end in a carriage return alone', async () => {
    const { geometry, table } = await sniffed(
      'mac.csv',
      lines('haven;jaar;kg;vondsten', ...body(6), 'Bron: douane').replaceAll('\n', '\r'),
    );
    expect(geometry.shape).toMatchObject({ delimiter: ';', header: 1, footer: '^Bron\\s*:' });
    expect(table.rows).toHaveLength(6);
  });

  test('line breaks within quoted headings', async () => {
    const { geometry, table } = await sniffed(
      'breaks.csv',
      lines(
        '"Schlüssel";"erfasste Fälle davon:\nVersuche";"Tatver-\ndächtige"',
        '"010000";"1,204";"719"',
        '"020000";"77";"5"',
        '"030000";"12";"7"',
      ),
    );
    expect(geometry.shape).toMatchObject({ delimiter: ';', title: 0, header: 1 });
    expect(table.rows).toHaveLength(3);
  });

  test.each([
    ['Départements;;59;59;62', 2],
    ['Départements;;01;2A;2B', 2],
  ])('codes of areas above the names of the columns: %s', async (codes, header) => {
    const { geometry, table } = await sniffed(
      'services.csv',
      lines(
        codes,
        'Code index;Libellé index;CSP LILLE;CSP DUNKERQUE;CSP CALAIS',
        '55;Trafic et revente sans usage;212;71;44',
        '56;Usage-revente;401;88;61',
        '57;Usage;3012;812;640',
      ),
    );
    expect(geometry.shape).toMatchObject({ title: 0, header });
    expect(table.rows).toHaveLength(3);
  });

  test('a column of row numbers without heading', async () => {
    const { geometry } = await sniffed(
      'index.csv',
      lines(
        ',drug,year,kg',
        ...Array.from({ length: 6 }, (_, i) => `${i},cocaine,${2015 + i},${i * 1.5}`),
      ),
    );
    expect(geometry.shape).toMatchObject({ delimiter: ',', title: 0, header: 1 });
  });

  const seized = (lost: number): string[] =>
    Array.from({ length: 12 }, (_, i) => {
      const port = ['Gent', 'Antwerpen', 'Vlissingen'][i % 3];
      const cells = [
        `${10 + i}/03/2021`,
        `${i}:15`,
        `${i * 37},5`,
        `AK-${1000 + i}`,
        `${i * 3}`,
        port,
      ];
      if (i === 0 && lost > 0) cells.splice(lost - 1, 2, cells.slice(lost - 1, lost + 1).join(''));
      return cells.join(';');
    });

  test.each([
    [0, '10/03/2021'],
    [1, '10/03/20210:15'],
    [2, '10/03/2021'],
    [3, '10/03/2021'],
  ])('a first row of data without its delimiter %i is no second header', async (lost, first) => {
    const { geometry, table } = await sniffed(
      'shifted.csv',
      lines('datum;tijd;kg;kenmerk;vondsten;haven', ...seized(lost)),
    );
    expect(geometry.shape).toMatchObject({ delimiter: ';', title: 0, header: 1 });
    expect(table.rows).toHaveLength(12);
    expect(table.rows[0]?.cells[0]).toBe(first);
  });

  test.each([
    ['of units', 'dag;uur;kg;code;aantal;'],
    ['one column to the left', 'dag;kg;code;aantal;plaats'],
    ['of years', 'dag;uur;2021;nr;2021;'],
  ])('a second header %s stays one', async (_, second) => {
    const { geometry } = await sniffed(
      'second.csv',
      lines('datum;tijd;kg;kenmerk;vondsten;haven', second, ...seized(0)),
    );
    expect(geometry.shape).toMatchObject({ title: 0, header: 2 });
  });

  test('counts that could be years under a heading of text stay data', async () => {
    const { geometry, table } = await sniffed(
      'near.csv',
      lines(
        'plaats;aantal',
        'Gent;2015',
        'Brugge;331',
        'Oostende;1998',
        'Kortrijk;740',
        'Aalst;88',
      ),
    );
    expect(geometry.shape).toMatchObject({ title: 0, header: 1 });
    expect(table.rows).toHaveLength(5);
  });

  test('days above figures and their marks are headings', async () => {
    const { geometry, table } = await sniffed(
      'stand.csv',
      lines(
        'Bestand;;;;',
        ';Stichtag;Stichtag;Stichtag;Stichtag',
        ';31.12.2031;31.12.2031;31.12.2032;31.12.2032',
        ...Array.from({ length: 8 }, (_, row) => `Gebiet ${row};${9000 + row};e;${9100 + row};p`),
      ),
    );
    expect(geometry.shape).toMatchObject({ title: 1, header: 2 });
    expect(headings(table)).toContain('Stichtag / 31.12.2032');
  });

  test('a total is data', async () => {
    const { geometry, table } = await sniffed(
      'total.csv',
      lines('haven;jaar;kg;vondsten', ...body(6), 'Totaal;;1.204,5;88'),
    );
    expect(geometry.footer.value).toBeNull();
    expect(table.rows).toHaveLength(7);
  });

  test('départements across, named by their codes', async () => {
    const codes = Array.from({ length: 19 }, (_, i) => String(i + 1).padStart(2, '0'));
    const { geometry } = await sniffed(
      '4001.csv',
      lines(
        ['Index', 'Libellé', ...codes, '2A', '2B'].join(';'),
        ...Array.from({ length: 8 }, (_, i) =>
          [i + 1, `Vols no ${i}`, ...codes.map((_, c) => (i * 17 + c * 5) % 90), 3, 4].join(';'),
        ),
      ),
    );
    expect(geometry.shape).toMatchObject({ title: 0, header: 1 });
  });

  test('a second table below is said, not hidden', async () => {
    const { geometry } = await sniffed(
      'two.csv',
      lines(
        'Tabel 1',
        'haven;jaar;kg;vondsten',
        ...body(6),
        '',
        'Tabel 2',
        'stof;jaar;prijs;zuiverheid',
        'cocaine;2020;27,3;80',
        'heroine;2020;20,1;40',
      ),
    );
    expect(geometry.shape).toMatchObject({ title: 1, header: 1 });
    expect(geometry.notes.map(({ en }) => en).join()).toMatch(/another table may begin at line 11/);
  });

  test('a long block of notes', async () => {
    const notes = [
      'Toelichting:',
      'De cijfers over 2023 zijn voorlopig en worden in het najaar bijgesteld.',
      '1) Inclusief vondsten op zee.',
      '2) Exclusief grondstoffen voor synthetische drugs.',
      '* Schatting.',
      'Bron: douane, HARC-team',
      '© douane 2024',
    ];
    const { geometry, table } = await sniffed(
      'notes.csv',
      lines('haven;jaar;kg;vondsten', ...body(8), '', ...notes),
    );
    expect(geometry.footerLines).toEqual(notes);
    expect(table.rows).toHaveLength(8);
  });

  test('300 columns', async () => {
    const years = Array.from({ length: 299 }, (_, i) => `m${i}`);
    const { table } = await sniffed(
      'wide.csv',
      lines(
        ['misdrijf', ...years].join(';'),
        ...Array.from({ length: 5 }, (_, i) =>
          [`soort ${i}`, ...years.map((_, y) => (y * 7919 + i * 31) % 500)].join(';'),
        ),
      ),
    );
    expect(table.columns).toHaveLength(300);
    expect(table.rows).toHaveLength(5);
  });
});

describe('workbooks', () => {
  const data = [
    ['Haven', 'Datum', 'Stof', 'Kilogram'],
    ...Array.from({ length: 12 }, (_, i) => [
      'Vlissingen',
      new Date(Date.UTC(2023, i, 3)),
      'cocaïne',
      12.5 * i,
    ]),
  ];

  test('a macro sheet that was left visible, an empty one, and notes do not stand before the data', async () => {
    const { geometry } = await sniffed(
      'left.xlsx',
      workbook({
        Makro1: { rows: [['Sub Test()'], ['=AUFRUFEN()']] },
        Tabelle1: { rows: [] },
        Toelichting: {
          rows: [
            ['Deze cijfers zijn voorlopig.'],
            ['Kolom', 'Betekenis'],
            ['Haven', 'plaats'],
            ['Stof', 'middel'],
            ['Kilogram', 'gewicht'],
          ],
        },
        Vondsten: { rows: data },
      }),
    );
    expect(geometry.shape.sheet).toBe('Vondsten');
    expect(geometry.shape).toMatchObject({ title: 0, header: 1 });
  });

  test('hidden sheets come last, and are named', async () => {
    const { geometry, all } = await sniffed(
      'hidden.xlsx',
      workbook({
        ruw: { rows: [...data, ...data.slice(1), ...data.slice(1)], hidden: true },
        Vondsten: { rows: data },
      }),
    );
    expect(all.map(({ shape }) => shape.sheet)).toEqual(['Vondsten', 'ruw']);
    expect(geometry.notes.map(({ en }) => en).join()).toMatch(/hidden sheets: "ruw"/);
  });

  test('a table that begins in column B, below a merged title, with two bilingual header rows', async () => {
    const { geometry, table } = await sniffed(
      'shifted.xlsx',
      workbook({
        'IBN 2023': {
          rows: [
            [],
            [null, 'Inbeslagnames / Saisies 2023'],
            [],
            [null, 'Drugsoort', 'Hoeveelheid', 'Aantal'],
            [null, 'Type de drogue', 'Quantité', 'Nombre'],
            ...['Cocaïne', 'Heroïne', 'XTC', 'Cannabis', 'Khat'].map((drug, i) => [
              null,
              drug,
              100.5 * (i + 1),
              7 + i,
            ]),
            [],
            [null, 'Bron / Source: FOD Financiën'],
          ],
          merges: ['B2:D2'],
        },
      }),
    );
    expect(geometry.shape).toMatchObject({ title: 2, header: 2 });
    expect(geometry.footerLines).toEqual(['Bron / Source: FOD Financiën']);
    expect(table.rows).toHaveLength(5);
    expect(headings(table).slice(1, 3)).toEqual([
      'Drugsoort / Type de drogue',
      'Hoeveelheid / Quantité',
    ]);
  });

  test('labels merged down the first column', async () => {
    const { geometry, table } = await sniffed(
      'down.xlsx',
      workbook({
        A: {
          rows: [
            ['Land', 'Jahr', 'Fälle', 'HZ'],
            ['Bayern', 2021, 500, 3.5],
            [null, 2022, 510, 3.6],
            [null, 2023, 505, 3.7],
            ['Hessen', 2021, 300, 4.1],
            [null, 2022, 320, 4.2],
            [null, 2023, 333, 4.3],
          ],
          merges: ['A2:A4', 'A5:A7'],
        },
      }),
    );
    expect(geometry.shape).toMatchObject({ title: 0, header: 1 });
    expect(table.rows).toHaveLength(6);
  });

  test('a workbook without rows', async () => {
    await expect(
      sniffGeometry(tempFile('none.xlsx', workbook({ A: { rows: [] }, B: { rows: [] } }))),
    ).rejects.toThrow(/none\.xlsx: expected a table, found/);
  });
});

describe('JSON', () => {
  const row = (i: number): object => ({ country: 'NL', year: 2015 + i, kg: i * 1.5 });
  const rows = Array.from({ length: 5 }, (_, i) => row(i));

  test.each([
    ['an array', JSON.stringify(rows), '/'],
    ['with a byte-order mark', `\uFEFF${JSON.stringify(rows)}`, '/'],
    ['OData 4', JSON.stringify({ '@odata.context': 'x', value: rows }), 'value'],
    [
      'nested',
      JSON.stringify({ status: 'ok', errors: [{ code: 1 }], result: { total: 5, records: rows } }),
      'result.records',
    ],
    ['an array of a header and the rows', JSON.stringify([{ page: 1, total: 5 }, rows]), '1'],
    ['a key with a point', JSON.stringify({ 'a.b': { rows } }), '/a.b/rows'],
    [
      'features',
      JSON.stringify({
        type: 'FeatureCollection',
        features: rows.map((properties) => ({ type: 'Feature', properties, geometry: null })),
      }),
      'features',
    ],
    [
      'rows that hold lists',
      JSON.stringify(rows.map((each) => ({ ...each, parts: [{ a: 1 }, { a: 2 }, { a: 3 }] }))),
      '/',
    ],
  ])('%s', async (_, text, path) => {
    const { geometry, table } = await sniffed('rows.json', text);
    expect(geometry.shape).toEqual({ format: 'json', path });
    expect(table.rows).toHaveLength(5);
  });

  test('an object a line', async () => {
    const { geometry, table } = await sniffed(
      'rows.ndjson',
      `${rows.map((each) => JSON.stringify(each)).join('\n')}\n`,
    );
    expect(geometry.shape).toEqual({ format: 'ndjson' });
    expect(table.rows).toHaveLength(5);
  });

  test('rows of a file too large to be read whole', async () => {
    const many = Array.from({ length: 60_000 }, (_, i) => row(i));
    const { geometry } = await sniffed(
      'large.json',
      JSON.stringify({ meta: [{ a: 1 }], data: many }),
    );
    expect(geometry.shape).toEqual({ format: 'json', path: 'data' });
  });

  test('JSON-stat in windows-1252 is still read as text', async () => {
    const text = JSON.stringify({
      rows: [
        { naam: 'Curaçao', kg: 1 },
        { naam: 'België', kg: 2 },
        { naam: 'Fryslân', kg: 3 },
      ],
    });
    const { geometry, table } = await sniffed('latin.json', iconv.encode(text, 'windows-1252'));
    expect(geometry.shape).toEqual({ format: 'json', encoding: 'windows-1252', path: 'rows' });
    expect(table.rows[0]?.cells[0]).toBe('Curaçao');
  });
});

test('Parquet is told by its mark', async () => {
  const [geometry] = await sniffGeometry(tempFile('x.parquet', Buffer.from('PAR1....PAR1')));
  expect(geometry?.shape).toEqual({ format: 'parquet' });
});

test('notes below a drawn line, and a contact with its address', async () => {
  const { geometry, table } = await sniffed(
    'notes.csv',
    lines(
      'haven;jaar;kg;vondsten',
      ...body(6),
      '__________',
      'Alte Länder einschl. Berlin-Ost.',
      '(p) provisorisch',
      'Quelle: Zoll',
      'Auskunft: Zoll, zahlen@zoll.example',
    ),
  );
  expect(geometry.shape.footer).toContain('Auskunft');
  expect(geometry.shape.footer).not.toContain('@');
  expect(table.rows).toHaveLength(6);
});
