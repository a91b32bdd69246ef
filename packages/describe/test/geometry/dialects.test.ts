import { writeFileSync } from 'node:fs';
import { sniffGeometry } from '@samenbeeld/describe';
import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { tempFile } from '../../../read/test/temp-file.ts';
import { guessDialect } from '../../src/geometry/guess-dialect.ts';
import { decodedBytes } from '../../src/geometry/split-rows.ts';
import { headings, sniffed } from './sniffed.ts';

const lines = (...all: string[]): string => `${all.join('\n')}\n`;

describe('delimiters and quotes', () => {
  const febrl = [
    'rec-223-org, , waller, 6, tullaroop street, willaroo, st james, 4011, wa, 19081209, 6988048',
    'rec-122-org, lachlan, berry, 69, giblin street, killarney, bittern, 4814, qld, 19990219, 7364009',
    'rec-373-org, deakin, sondergeld, 48, goldfinch circuit, kooltuo, canterbury, 2776, vic, 19600210, 2635962',
    'rec-10-dup-0, kayla, harrington, , maltby circuit, coaling, coolaroo, 3465, nsw, 19150612, 9004242',
    'rec-227-org, luke, purdon, 23, ramsay place, mirani, garbutt, 2260, vic, 19831024, 8099933',
    'rec-6-dup-0, trinity, , 18, lockyer street, , wodonga, 3690, nsw, 19750305, 4203881',
    'rec-190-dup-0, daisy, mason, 11, the end, flinders, hampton, 3188, , 19280722, 4352199',
  ];

  test('", " separates, with a header', async () => {
    const { geometry, table } = await sniffed(
      'febrl.csv',
      lines(
        'rec_id, given_name, surname, street_number, address_1, address_2, suburb, postcode, state, date_of_birth, soc_sec_id',
        ...febrl,
      ),
    );
    expect(geometry.shape).toMatchObject({ delimiter: ',', title: 0, header: 1 });
    expect(headings(table)[1]).toBe('given_name');
  });

  test('", " separates, without a header: no row is lost to it', async () => {
    const { geometry, table } = await sniffed('febrl-bare.csv', lines(...febrl));
    expect(geometry.shape).toMatchObject({ delimiter: ',', title: 0, header: 0 });
    expect(geometry.notes.map(({ en }) => en).join()).toMatch(/no header row/);
    expect(table.rows).toHaveLength(7);
  });

  test.each([
    [
      'decimal commas in a semicolon file, in each cell',
      ';',
      lines('a;b;c', '1,5;2,5;3,5', '2,5;3,5;4,5'),
    ],
    [
      'decimal commas in a comma file, quoted',
      ',',
      lines(
        'haven,kg,prijs',
        'Vlissingen,"4500,5","27,3"',
        'Antwerpen,"110000,0","26,1"',
        'Gent,"12,5","30,0"',
      ),
    ],
    [
      'texts with commas in a semicolon file',
      ';',
      lines(
        'place;remark',
        'Gent;coal, from Colombia, by sea',
        'Antwerpen;bananas',
        'Vlissingen;pineapples, and mangoes',
        'Zeebrugge;none',
      ),
    ],
    [
      'texts with semicolons in a comma file',
      ',',
      lines(
        'code,synonyms,group',
        'COC,coke;coca;sneeuw;wit,STIM',
        'HER,bruin;smack,OPI',
        'CAN,wiet;weed;hasj,CAN',
      ),
    ],
    [
      'tabs, with commas and semicolons in texts',
      '\t',
      lines('naam\tbedrag\topmerking', 'a, b\t1.200,50\tx;y', 'c\t3,5\tz, w; v', 'd\t7\t'),
    ],
    ['bars', '|', lines('code|label|value', 'A1|one, two|3', 'B2|four; five|6')],
    ['two columns, two rows', ';', lines('jaar;aantal', '2022;12,5')],
    [
      'a semicolon file whose title has commas',
      ';',
      lines(
        'Seizures of cocaine, heroin, cannabis, and other drugs, by year',
        'year;drug;kg',
        '2021;cocaine;1,5',
        '2022;heroin;2,5',
        '2023;cannabis;3,5',
      ),
    ],
  ])('%s', async (_, delimiter, text) => {
    const { geometry } = await sniffed('dialect.csv', text);
    expect(geometry.delimiter?.value).toBe(delimiter);
    expect(geometry.header.value).toBe(1);
  });

  test('one column: no cell is cut at a comma', async () => {
    const { geometry, table } = await sniffed(
      'list.csv',
      lines('name', 'Doe, John', 'Antwerpen', 'Gent', 'Sint-Niklaas, Waasland', 'Brugge'),
    );
    expect(table.columns).toHaveLength(1);
    expect(table.rows).toHaveLength(5);
    expect(geometry.delimiter?.confidence).toBeLessThan(0.95);
  });

  test('apostrophes quote', async () => {
    const { geometry, table } = await sniffed(
      'apostrophes.csv',
      lines(
        "'place';'drug';'kg'",
        "'Gent';'cannabis; herb';'12'",
        "'Lille';'cocaine';'7'",
        "'Brest';'cannabis; resin';'3'",
      ),
    );
    expect(geometry.shape).toMatchObject({ delimiter: ';', quote: "'" });
    expect(table.rows[0]?.cells).toEqual(['Gent', 'cannabis; herb', '12']);
  });

  test('apostrophes quote what holds delimiters, and words keep theirs', async () => {
    const { geometry, table } = await sniffed(
      'goods.csv',
      lines(
        'port,goods,kg',
        "'Gent, Rieme',oil drums,5",
        "Antwerp,'drivers'' boots, worn',6",
        "Vlissingen,'tents, two',7",
        "'Rotterdam, Botlek','dogs'' food',8",
      ),
    );
    expect(geometry.shape).toMatchObject({ delimiter: ',', quote: "'", header: 1 });
    expect(table.rows[1]?.cells).toEqual(['Antwerp', "drivers' boots, worn", '6']);
  });

  test('blanks separate where nearly all rows have as many; prose is one column', async () => {
    const rows = ['"Gent Rieme" 2022 5', 'Antwerp 2022 6', 'Terneuzen 2023 7', 'Vlissingen 2023 8'];
    const { geometry, table } = await sniffed('blanks.txt', lines('port year kg', ...rows));
    expect(geometry.shape).toMatchObject({ delimiter: ' ', header: 1 });
    expect(table.rows[0]?.cells).toEqual(['Gent Rieme', '2022', '5']);
    const prose = await sniffed(
      'prose.txt',
      lines('Place of the find', 'In the hold', 'Under a layer of coffee', 'Behind the pallet'),
    );
    expect(prose.geometry.shape.delimiter).not.toBe(' ');
  });

  test('a quote that is nobody’s costs no row, wherever it stands', async () => {
    const rows = Array.from({ length: 30 }, (_, at) => `Gent,"bags, sacks",20${10 + at},${at}`);
    for (const at of [0, 1, 2, 15, 29])
      for (const spoilt of ['"Gent,"bags, sacks",2010,7', 'Gent,""bags, sacks",2010,7']) {
        const { geometry, table } = await sniffed(
          `stray-${at}.csv`,
          lines('port,goods,year,kg', ...rows.with(at, spoilt)),
        );
        expect(geometry.shape).toMatchObject({ delimiter: ',', title: 0, header: 1 });
        expect(table.rows).toHaveLength(30);
        expect(table.rows[at]?.cells[3]).toBe('7');
      }
  });

  test('codes that run name the columns, with letters among them and no word beside them', async () => {
    const codes = [
      ...Array.from({ length: 19 }, (_, at) => String(at + 1)),
      '21',
      '2A',
      '2B',
      '30',
    ];
    const rows = ['Vols', 'Faux', 'Recels', 'Incendies'].map((name, row) =>
      [name, ...codes.map((_, at) => (at * 7 + row * 3) % 11)].join(';'),
    );
    const { geometry, table } = await sniffed(
      'faits.csv',
      lines(['Faits', ...codes].join(';'), ...rows),
    );
    expect(geometry.shape).toMatchObject({ title: 0, header: 1 });
    expect(headings(table).slice(0, 3)).toEqual(['Faits', '1', '2']);
    const bare = await sniffed('bare.csv', lines(...rows));
    expect(bare.geometry.shape).toMatchObject({ header: 0 });
  });

  describe('tables one above the other', () => {
    const finds = [
      'Tabel 1. Vondsten per haven',
      'Haven;Jaar;Kilo',
      ...['Rotterdam', 'Vlissingen', 'Antwerpen'].flatMap((port, at) =>
        [2020, 2021].map((year) => `${port};${year};${(at + 1) * 90 + year - 2000}`),
      ),
      'Bron: douane',
    ];
    const arrests = [
      'Tabel 2. Aanhoudingen',
      'Provincie;2020;2021',
      'Zeeland;4;5',
      'Utrecht;6;7',
      'Limburg;8;1',
    ];

    test('the largest is read, and the one below is named with how to read it', async () => {
      const { geometry, table } = await sniffed('two.csv', lines(...finds, '', ...arrests));
      expect(geometry.shape).toMatchObject({ title: 1, header: 1, until: expect.any(String) });
      expect(headings(table)).toEqual(['Haven', 'Jaar', 'Kilo']);
      expect([table.rows.length, geometry.footerLines]).toEqual([6, ['Bron: douane']]);
      const [other] = geometry.otherTables;
      expect(other).toMatchObject({
        line: 11,
        words: { en: expect.stringContaining('title: 11, header: 1') },
      });
    });

    test('so is the one above', async () => {
      const { geometry, table } = await sniffed('above.csv', lines(...arrests, '', ...finds));
      expect(geometry.shape).toMatchObject({ title: 7, header: 1 });
      expect(geometry.titleLines).toEqual(['Tabel 1. Vondsten per haven']);
      expect([headings(table), table.rows.length]).toEqual([['Haven', 'Jaar', 'Kilo'], 6]);
      expect(geometry.otherTables[0]?.words.en).toContain('title: 1, header: 1, until: ');
    });

    const years = (places: readonly string[]): string[] =>
      places.flatMap((place) => [2020, 2021].map((year) => `${place};${year};cocaine;${year % 7}`));
    const ports = ['haven;jaar;stof;kg', ...years(['Gent', 'Antwerpen', 'Vlissingen'])];

    test.each([
      [
        'names of columns right below figures',
        ['gemeente;jaar;stof;aantal', ...years(['Goes', 'Hulst'])],
      ],
      [
        'fewer columns behind a gap',
        ['', 'haven;jaar;aantal', 'Gent;2020;4', 'Gent;2021;7', 'Hulst;2020;3', 'Hulst;2021;1'],
      ],
    ])('the next one begins with %s', async (_, below) => {
      const { geometry, table } = await sniffed('next.csv', lines(...ports, ...below));
      expect([table.rows.length, geometry.otherTables.length]).toEqual([6, 1]);
    });

    test('a header that is repeated in another case is no other table', async () => {
      const again = ['Haven;Jaar;Stof;Kg', ...years(['Goes', 'Hulst'])];
      const { geometry } = await sniffed('case.csv', lines(...ports, ...again));
      expect(geometry.otherTables).toEqual([]);
      expect(geometry.notes.map(({ en }) => en).join()).toMatch(/the header is repeated at line 8/);
    });

    test('sections under one header are one table', async () => {
      const { geometry } = await sniffed(
        'sections.csv',
        lines(
          'Haven;Jaar;Kilo',
          'Noord',
          'Delfzijl;2020;4',
          'Eemshaven;2020;7',
          '',
          'Zuid',
          'Vlissingen;2020;80',
          'Terneuzen;2020;9',
        ),
      );
      expect([geometry.shape.until, geometry.otherTables]).toEqual([undefined, []]);
    });
  });

  test('of a header that is printed twice the last one names the columns', async () => {
    const { geometry, table } = await sniffed(
      'twice.csv',
      lines('port;year;kg', 'port;year;kg', 'Gent;2022;5', 'Antwerp;2022;6', 'Gent;2023;7'),
    );
    expect(geometry.shape).toMatchObject({ title: 1, header: 1 });
    expect(table.rows).toHaveLength(3);
  });

  test('inch signs that quote nothing', async () => {
    const { geometry, table } = await sniffed(
      'inches.csv',
      lines('item;kg', '"5 pipe;3', 'hose;4', '"7 pipe;6', 'tape;1'),
    );
    expect(geometry.shape).toMatchObject({ delimiter: ';', quote: '' });
    expect(table.rows).toHaveLength(4);
  });

  test('a .csv that is TSV is read by its tabs, and said', async () => {
    const { geometry } = await sniffed('export.csv', lines('a\tb', '1\t2', '3\t4'));
    expect(geometry.shape).toMatchObject({ delimiter: '\t' });
    expect(geometry.notes.map(({ en }) => en).join()).toMatch(/ends in \.csv, but tabs/);
  });

  test('one row of data', async () => {
    const { geometry, table } = await sniffed(
      'one.csv',
      lines('Jahr;Fälle;HZ', '2023;5940667;7042,3'),
    );
    expect(geometry.shape).toMatchObject({ delimiter: ';', title: 0, header: 1 });
    expect(table.rows).toHaveLength(1);
  });

  test('years as headings', async () => {
    const { geometry } = await sniffed(
      'years.csv',
      lines('Land;2012;2013;2014', 'NL;120;130;141', 'BE;220;219;218', 'LU;3;.;4'),
    );
    expect(geometry.shape).toMatchObject({ title: 0, header: 1 });
    expect(geometry.header.reason.en).toMatch(/period/);
  });

  test.each([
    ['words', ['Kwartaal;Misdrijven;Verdachten', '2031-Q1;31;12', '2031-Q2;28;9']],
    ['years', ['Port;2029;2030', 'Le Havre;4 812;7 011', 'Dunkerque;1 202;980']],
    ['a stub below', ['TIME;2029;2030', 'GEO (Labels);;', 'Belgium;4812;7011', 'Malta;120;98']],
  ])('%s above each column of figures name them, in however few rows', async (_, rows) => {
    const { geometry } = await sniffed('few.csv', lines(...rows));
    expect(geometry.header.confidence).toBeGreaterThan(0.9);
  });

  test('a table of text only has its first row as header, and says how unsure that is', async () => {
    const { geometry } = await sniffed(
      'codes.csv',
      lines(
        'Key;Title',
        '1.1.1 ;Diefstal woning',
        '1.1.2 ;Diefstal box',
        '3.1.1 ;Drugshandel',
        '3.9.1 ;Fraude',
      ),
    );
    expect(geometry.shape).toMatchObject({ title: 0, header: 1 });
    expect(geometry.header.confidence).toBeLessThan(0.95);
    expect(geometry.header.alternatives.map(({ value }) => value)).toContain(0);
  });

  test('a row of units, blank rows between, the header again on the second page', async () => {
    const { geometry, table } = await sniffed(
      'pages.csv',
      lines(
        'Saisies 2023;;',
        '',
        'Produit;Quantité;Nombre',
        ';kg;affaires',
        '',
        'Cocaïne;12,5;3',
        'Héroïne;0,7;12',
        'Cannabis;155,0;200',
        'Produit;Quantité;Nombre',
        'Ecstasy;2,5;8',
        'LSD;0,1;1',
        'Source : OFDT;;',
      ),
    );
    expect(geometry.shape).toMatchObject({ title: 1, header: 2, footer: '^Source\\s*:' });
    expect(geometry.notes.map(({ en }) => en).join()).toMatch(/repeated at line 9/);
    expect(table.rows).toHaveLength(6);
  });
});

describe('encodings', () => {
  const words = lines(
    'Straftat;Ort;Fälle',
    'Raub, räuberische Erpressung;Köln;12',
    'Körperverletzung;Düsseldorf;30',
    'Betäubungsmittel;Saarbrücken;7',
    'Geldwäsche § 261 StGB;Straßburg;9',
  );
  const mots = lines(
    'libellé;région;nombre',
    'Stupéfiants à l’étranger;Île-de-France;12',
    'Vols à main armée;Provence-Alpes-Côte d’Azur;30',
    'Escroqueries;Auvergne-Rhône-Alpes;7',
    'Trafic (règlement de comptes);Évreux;9',
  );
  const woorden = lines(
    'misdrijf;plaats;aantal',
    'invoer cocaïne;België;12',
    'heroïne;Curaçao;30',
    'coördinatie;Fryslân;7',
  );

  test.each([
    ['windows-1252', words],
    ['windows-1252', mots],
    ['windows-1252', woorden],
    ['cp850', words],
    ['cp850', mots.replaceAll('’', "'")],
    ['cp850', woorden],
    ['macintosh', words],
    ['macintosh', mots],
    ['macintosh', woorden],
    ['utf-8', mots],
  ])('%s', async (encoding, text) => {
    const { geometry, table } = await sniffed('encoded.csv', iconv.encode(text, encoding));
    const wanted = text.split('\n')[1]?.split(';') ?? [];
    expect(geometry.encoding?.value).toBe(encoding);
    expect(table.rows[0]?.cells).toEqual(wanted);
  });

  test.each(['utf-16le', 'utf-16be'])('%s with a byte-order mark is certain', async (encoding) => {
    const { geometry, table } = await sniffed(
      'wide.csv',
      iconv.encode(words, encoding, { addBOM: true }),
    );
    expect(geometry.encoding).toMatchObject({ value: encoding, confidence: 1 });
    expect(table.rows).toHaveLength(4);
  });

  test('UTF-16 without a mark', async () => {
    const { geometry, table } = await sniffed(
      'wide.csv',
      iconv.encode(words, 'utf-16le', { addBOM: false }),
    );
    expect(geometry.encoding?.value).toBe('utf-16le');
    expect(table.rows).toHaveLength(4);
  });
});

test('rows that a delimiter was told by are not split once more, unless there are others', () => {
  const split = (rows: number) =>
    guessDialect(
      decodedBytes(Buffer.from(`haven;kilo\n${'Gent;619\n'.repeat(rows)}`), null),
      false,
    );
  expect(split(3).rows?.map(({ cells }) => cells)).toEqual([
    ['haven', 'kilo'],
    ...Array.from({ length: 3 }, () => ['Gent', '619']),
  ]);
  expect(split(40_000).rows).toBeNull();
});

describe('large files', () => {
  test('only parts of a text are read; its footer and an accent in the middle are found', async () => {
    const row = (i: number): string =>
      `${i};Vlissingen;cocaine;${(i * 37) % 5000};2023-0${1 + (i % 9)}-1${i % 9}`;
    const rows = Array.from({ length: 400_000 }, (_, i) => row(i));
    for (let i = 100_000; i < 300_000; i++)
      rows[i] = (rows[i] as string).replace('cocaine', 'cocaïne');
    const path = tempFile(
      'large.csv',
      iconv.encode(
        lines('Vondsten', 'id;haven;stof;gram;dag', rows.join('\n'), 'Bron: douane'),
        'windows-1252',
      ),
    );
    const start = process.cpuUsage();
    const [geometry] = await sniffGeometry(path);
    // Of the processor: beside other work the clock runs on.
    expect(process.cpuUsage(start).user / 1000).toBeLessThan(3000);
    expect(geometry?.shape).toEqual({
      format: 'csv',
      encoding: 'windows-1252',
      delimiter: ';',
      title: 1,
      header: 1,
      footer: '^Bron\\s*:',
    });
  });
});

describe('what holds no table', () => {
  const message = async (name: string, content: string | Uint8Array): Promise<string> => {
    try {
      await sniffGeometry(tempFile(name, content));
    } catch (error) {
      return `${(error as Error).name}: ${(error as Error).message}`;
    }
    throw new Error('no error');
  };

  test.each([
    ['table.xls', '<html><body><table><tr><td>1</td></tr></table></body></html>'],
    ['table.xlsx', 'a;b\n1;2\n'],
    ['table.csv', '<!DOCTYPE html><html><head><title>404</title></head></html>'],
    [
      'table.xls',
      '<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"></Workbook>',
    ],
    ['table.json', 'a;b\n1;2\n'],
    ['table.xls', Buffer.from('d0cf11e0a1b11ae1000000', 'hex')],
    ['table.csv.gz', Buffer.from('1f8b0800', 'hex')],
    ['table.pdf', '%PDF-1.7\n'],
    ['table.csv', ''],
    ['table.csv', '\n\n\n'],
    ['table.csv', Buffer.from([1, 0, 0, 0, 7, 0, 0, 0, 3, 9, 0, 0])],
    ['table.json', '{"data": [[1, "NL"], [2, "BE"]]}'],
    ['table.json', '{"a": 1}'],
    ['table.json', '{"a": [{"b": 1}, '],
  ])('%s', async (name, content) => {
    expect(await message(name, content)).toMatchSnapshot();
  });

  test('a workbook under the name .json', async () => {
    const { workbook } = await import('./sniffed.ts');
    expect(await message('book.json', workbook({ S: { rows: [['a'], [1]] } }))).toMatchSnapshot();
  });

  test('a missing file is wrong use', async () => {
    await expect(sniffGeometry('/nowhere/file.csv')).rejects.toThrow(
      'cannot read /nowhere/file.csv: there is no such file',
    );
  });

  test('deep JSON is refused, not followed', async () => {
    writeFileSync(tempFile('deep.json', ''), '['.repeat(200_000));
    await expect(sniffGeometry(tempFile('deep.json', `[${'['.repeat(200_000)}`))).rejects.toThrow(
      /nesting|array of objects/,
    );
  });
});

test('quotes that a backslash escapes in each row stay quotes', async () => {
  const { geometry, table } = await sniffed(
    'escaped.csv',
    lines(
      '"port","year","what"',
      ...['Gent', 'Hulst', 'Goes'].map(
        (port) => `"${port}","2022","a \\"white\\" powder, pressed"`,
      ),
    ),
  );
  expect([geometry.shape.quote, table.columns.length]).toEqual([undefined, 3]);
  expect(table.rows[0]?.cells).toEqual(['Gent', '2022', 'a "white" powder, pressed']);
});

describe('cells that nothing divides which can be read', () => {
  const rows = [
    ['haven', 'jaar', 'kg'],
    ...['Vlissingen', 'Gent', 'Bergen op Zoom'].map((port, at) => [
      port,
      `202${at}`,
      `${at * 7},5`,
    ]),
  ];
  const joined = (by: string): string => lines(...rows.map((row) => row.join(by)));
  test.each([
    ['a sign', joined('§'), /cells with "§" between them \(2 times a row\)/],
    ['a colon', joined(':'), /cells with ":" between them/],
    ['several signs', joined('##'), /cells with "##" between them/],
    ['a sign that is not seen', joined('\u001f'), /cells with U\+001F between them/],
    [
      'blanks',
      lines(
        ...rows.map(
          ([port = '', ...rest]) =>
            `${port.padEnd(16)}${rest.map((cell) => cell.padStart(8)).join('')}`,
        ),
      ),
      /cells that blanks align/,
    ],
    [
      'quotes around rows',
      lines(...rows.map((row) => `"${row.join(';')}"`)),
      /quotes around whole rows/,
    ],
  ])('%s', async (_, text, what) => {
    await expect(sniffGeometry(tempFile('undivided.csv', text))).rejects.toThrow(what);
  });

  test.each([
    [
      'prose',
      lines(
        'De vondst is gedaan in: Gent.',
        'Er was niets.',
        'Het gewicht: onbekend; de stof ook.',
        'Einde.',
      ),
    ],
    ['figures', lines('kg', '5', '1.250', '12')],
    ['times', lines('12:30:00', '12:45:00', '13:00:00')],
    ['codes', lines('code', 'A-1-2', 'B-1-3', 'C-2-2')],
  ])('%s in one column are no such cells', async (_, text) => {
    expect(await sniffGeometry(tempFile('one.csv', text))).toHaveLength(1);
  });
});
