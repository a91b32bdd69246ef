import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ingested, table, text } from './fixture.ts';

const columns = {
  Plaats: { to: 'place' },
  Stof: { to: 'nationalCode', pattern: '^.+$' },
  Jaar: { to: 'period', as: 'year' },
  Aantal: { to: 'value', as: 'integer' },
};

const seizures = {
  record: 'seizure',
  definitions: [{ id: 'test', countUnit: 'case', dateRole: 'seizure', rule: text }],
  constants: { basis: 'seized_in_port', placeLevel: 'port', seizingCountry: 'NL' },
};

describe('exclude', () => {
  it('leaves items out by name', async () => {
    const { rows, conservation } = await ingested({
      files: 'Plaats;Jaar;Zaken;Index\nNLVLI;2022;12;100\nTotaal Zeeland;2022;20;101\n',
      description: {
        columns: {
          Plaats: { to: 'place' },
          Jaar: { to: 'period', as: 'year' },
          Zaken: { to: 'value', as: 'integer' },
          Index: { to: 'value', as: 'integer', set: { unit: 'index', stat: 'index' } },
        },
        exclude: [
          {
            rule: 'subtotal',
            where: { Plaats: { match: '^Totaal' } },
            reason: 'a sum of the rows',
          },
          { rule: 'index', where: { Jaar: '2022' }, columns: ['Index'], reason: 'derived' },
        ],
      },
    });
    expect(table(rows, 'place', 'value')).toEqual(['NLVLI | 12']);
    expect(conservation[0]).toMatchObject({
      items: 4,
      accepted: 1,
      excluded: 3,
      rejected: 0,
      exclusions: { index: 1, subtotal: 2 },
    });
  });
});

describe('a rejected seizure', () => {
  const weighed = {
    ...seizures,
    constants: { ...seizures.constants, unit: 'kg' },
    columns: {
      Haven: { to: 'place' },
      Middel: { to: 'substance' },
      Dag: { to: 'date', as: 'date', format: '%Y-%m-%d' },
      Kg: { to: 'quantity', as: 'number' },
    },
    key: ['Haven', 'Dag'],
  };
  it('keeps of which place, drug and day it may be, and nothing else', async () => {
    const { conservation } = await ingested({
      files: [
        'Haven;Middel;Dag;Kg;Nota',
        'NLVLI;COC;2022-03-01;5;',
        'NLVLI;COC;2022-05-01;vijf;',
        'BEGNE;??;2022-06-01;7;',
        'overal;HER;2022-07-01;7;',
        'NLTNZ;COC;2022-08-01;7;NL91ABNA0417164300',
        '',
      ].join('\n'),
      description: { ...weighed, columns: { ...weighed.columns, Nota: { to: 'note' } } },
    });
    const told = (place: string | null, substance: string | null, date: string) => ({
      ...{ place, basis: 'seized_in_port', substance },
      ...{ date, datePrecision: 'day', dateRole: 'seizure' },
    });
    expect(conservation[0]?.rejected).toBe(4);
    expect(
      conservation[0]?.putAside?.toSorted((a, b) => (`${a.date}` < `${b.date}` ? -1 : 1)),
    ).toEqual([
      told('NLVLI', 'COC', '2022-05-01'),
      told('BEGNE', null, '2022-06-01'),
      told(null, 'HER', '2022-07-01'),
      told('NLTNZ', 'COC', '2022-08-01'),
    ]);
  });

  it('of more than a thousand days keeps the places and drugs alone', async () => {
    const day = (at: number): string => new Date(Date.UTC(2020, 0, at)).toISOString().slice(0, 10);
    const rows = Array.from({ length: 1_001 }, (_, at) => `NLVLI;COC;${day(at)};vijf`);
    const { conservation } = await ingested({
      files: ['Haven;Middel;Dag;Kg', ...rows, ''].join('\n'),
      description: weighed,
    });
    expect(conservation[0]?.putAside).toEqual([
      {
        ...{ place: 'NLVLI', basis: 'seized_in_port', substance: 'COC' },
        ...{ date: null, datePrecision: null, dateRole: null },
      },
    ]);
  });
});

describe('a find that a rule leaves out', () => {
  const held = {
    ...seizures,
    constants: { ...seizures.constants, unit: 'kg' },
    columns: {
      Haven: { to: 'place' },
      Middel: { to: 'substance' },
      Dag: { to: 'date', as: 'date', format: '%Y-%m-%d' },
      Kg: { to: 'quantity', as: 'number' },
      Vrijgave: { to: 'publicationRestriction', codes: { embargo: 'embargo' }, blank: 'none' },
    },
  };
  const exclude = (leavesOut?: boolean) => [
    {
      ...{ rule: 'held-back', where: { Vrijgave: 'embargo' }, reason: 'under embargo' },
      ...(leavesOut === undefined ? {} : { leavesOut }),
    },
    { rule: 'sum', where: { Haven: 'Totaal' }, reason: 'the sum of the rows above' },
  ];
  const files = [
    'Haven;Middel;Dag;Kg;Vrijgave',
    'NLVLI;COC;2022-03-01;5;',
    'NLVLI;COC;2022-05-01;1777,7;embargo',
    'Totaal;COC;2022-12-31;1782,7;',
    '',
  ].join('\n');
  it('says its place, drug and year, and neither its day nor its weight; a sum is no find', async () => {
    const { conservation } = await ingested({
      files,
      description: { ...held, exclude: exclude() },
    });
    expect(conservation[0]).toMatchObject({ excluded: 2, rejected: 0 });
    expect(conservation[0]?.putAside).toEqual([
      {
        ...{ place: 'NLVLI', basis: 'seized_in_port', substance: 'COC', leftOut: true },
        ...{ date: '2022-01-01', datePrecision: 'year', dateRole: 'seizure' },
      },
    ]);
  });

  it('is told to the gate where it is rejected instead, and where it cannot be read whether it may be told', async () => {
    const { conservation } = await ingested({
      files: [
        'Haven;Middel;Dag;Kg;Vrijgave',
        'NLVLI;COC;2022-03-01;vijf;',
        'NLVLI;COC;2022-05-01;zes;embargo',
        'NLVLI;COC;2022-06-01;7;tot nader order',
        '',
      ].join('\n'),
      description: held,
    });
    expect(conservation[0]).toMatchObject({
      rejected: 3,
      restricted: [
        { line: 3, restriction: 'embargo' },
        { line: 4, restriction: 'embargo' },
      ],
    });
  });

  it('says nothing where its rule leaves no find out', async () => {
    const { conservation } = await ingested({
      files,
      description: { ...held, exclude: exclude(false) },
    });
    expect(conservation[0]?.putAside).toBeUndefined();
  });
});

describe('a figure that is put aside', () => {
  it('keeps of which place, drug, measure and days it may be', async () => {
    const { conservation } = await ingested({
      files: 'Land;Middel;Jaar;Kg\nLU;COC_HCL;2022;10\nLU;COC_CRACK;2022;9o\nLU;quatsj;2023;4\n',
      description: {
        constants: { basis: 'seized_in_territory', metric: 'quantity', unit: 'kg' },
        columns: {
          Land: { to: 'place' },
          Middel: { to: 'substance' },
          Jaar: { to: 'period', as: 'year' },
          Kg: { to: 'value', as: 'number' },
        },
      },
    });
    const told = (substance: string | null, year: number) => ({
      ...{ place: 'LU', basis: 'seized_in_territory', substance },
      ...{ date: null, datePrecision: null, dateRole: null },
      figure: {
        ...{ metric: 'quantity', unit: 'kg' },
        ...{ periodStart: `${year}-01-01`, periodEnd: `${year}-12-31` },
      },
    });
    expect(conservation[0]?.putAside).toEqual([told('COC_CRACK', 2022), told(null, 2023)]);
  });
});

describe('a find that one row weighs net and gross', () => {
  it('is one record: net, else unsaid, else gross', async () => {
    const kg = (massBasis?: string) => ({
      ...{ to: 'quantity', as: 'number' },
      set: { unit: 'kg', ...(massBasis && { massBasis }) },
    });
    const { rows, conservation } = await ingested({
      files: [
        'Haven;Middel;Dag;Netto;Kg;Bruto;Pillen',
        'NLVLI;COC;2022-03-01;5;;6;',
        'NLVLI;COC;2022-03-02;;8;9;',
        'NLVLI;COC;2022-03-03;;;7;',
        'NLVLI;COC;2022-03-04;;;;',
        'NLVLI;MDMA;2022-03-05;5;;6;400',
        'NLVLI;COC;2022-03-06;vijf;;6;',
        '',
      ].join('\n'),
      description: {
        ...seizures,
        missingValues: { '': 'not_reported' },
        columns: {
          Haven: { to: 'place' },
          Middel: { to: 'substance' },
          Dag: { to: 'date', as: 'date', format: '%Y-%m-%d' },
          ...{ Netto: kg('net'), Kg: kg(), Bruto: kg('gross') },
          Pillen: { to: 'quantity', as: 'number', set: { unit: 'tablet' } },
        },
        key: ['Haven', 'Dag'],
      },
    });
    const weights = rows.filter(({ unit }) => unit !== 'tablet');
    expect(table(weights, 'date', 'quantity', 'mass_basis')).toEqual([
      '2022-03-01 | 5 | net',
      '2022-03-02 | 8 | unknown',
      '2022-03-03 | 7 | gross',
      '2022-03-04 | null | net',
      '2022-03-05 | 5 | net',
      '2022-03-06 | 6 | gross',
    ]);
    expect(conservation[0]).toMatchObject({ rejected: 1, exclusions: { 'weighed-otherwise': 11 } });
  });

  const weighed = (heading: string, set: Readonly<Record<string, string>>, ...rows: string[]) =>
    ingested({
      files: [`Haven;Dag;${heading}`, ...rows, ''].join('\n'),
      description: {
        ...seizures,
        constants: { ...seizures.constants, substance: 'COC' },
        missingValues: { '': 'not_reported' },
        columns: {
          Haven: { to: 'place' },
          Dag: { to: 'date', as: 'date', format: '%Y-%m-%d' },
          ...Object.fromEntries(
            heading.split(';').map((name) => {
              const [unit = '', other] = name.split(' ');
              return [
                name,
                {
                  ...{ to: 'quantity', as: 'number' },
                  set: {
                    unit,
                    ...(other === 'bruto' && { massBasis: 'gross' }),
                    ...(other === 'ander' && set),
                  },
                },
              ];
            }),
          ),
        },
        key: ['Haven', 'Dag'],
      },
    });

  it('is of its gross weight where the other is nought', async () => {
    const { rows } = await weighed(
      'kg;kg bruto',
      {},
      'NLVLI;2022-03-01;0;5000',
      'NLVLI;2022-03-02;0;0',
      'NLVLI;2022-03-03;;0',
      'NLVLI;2022-03-04;7;0',
    );
    expect(table(rows, 'date', 'quantity', 'mass_basis')).toEqual([
      '2022-03-01 | 5000 | gross',
      '2022-03-02 | 0 | unknown',
      '2022-03-03 | 0 | gross',
      '2022-03-04 | 7 | unknown',
    ]);
  });

  it('is one record where two columns say the same weight, in one unit or two', async () => {
    const lines = ['NLVLI;2022-03-01;0.123;123', 'NLVLI;2022-03-02;5;300'];
    const { rows, conservation } = await weighed('kg;g', {}, ...lines);
    const both = ['2022-03-02 | 5 | kg', '2022-03-02 | 300 | g'];
    expect(table(rows, 'date', 'quantity', 'unit')).toEqual(['2022-03-01 | 0.123 | kg', ...both]);
    expect(conservation[0]).toMatchObject({ accepted: 3, exclusions: { 'weighed-otherwise': 1 } });
    const again = await weighed('kg;kg nogmaals', {}, 'NLVLI;2022-03-01;5;5');
    expect(table(again.rows, 'quantity')).toEqual(['5']);
  });

  it('is two where the columns are of two things, or one of them counts', async () => {
    for (const set of [{ concealment: 'in_load' }, { substance: 'HER' }, { unit: 'tablet' }]) {
      const { rows } = await weighed('kg;kg ander', set, 'NLVLI;2022-03-01;5;5');
      expect(table(rows, 'quantity')).toEqual(['5', '5']);
    }
  });
});

describe('totals', () => {
  const totals = (use: 'total' | 'parts'): unknown => [
    {
      rule: 'coke-total',
      column: 'Stof',
      total: 'totaal',
      parts: { match: '^deel' },
      within: ['Plaats', 'Jaar'],
      use,
      reason: 'test',
    },
  ];
  const files = [
    'Plaats;Stof;Jaar;Aantal',
    'NLVLI;totaal;2020;10', // both
    'NLVLI;deel a;2020;6',
    'NLVLI;deel b;2020;3',
    'NLVLI;totaal;2021;9', // total only
    'NLVLI;deel a;2022;5', // part only
    'NLVLI;totaal;2023;veel', // a total that cannot be read
    'NLVLI;deel a;2023;4',
    'NLVLI;totaal;2024;.', // a total that is missing
    'NLVLI;deel a;2024;2',
    '',
  ].join('\n');

  it('hold over the whole file where nothing is named that tells one total from another', async () => {
    const { rows } = await ingested({
      files: 'Plaats;Stof;Jaar;Aantal\nNLVLI;totaal;2020;10\nNLVLI;deel a;2021;6\n',
      description: {
        columns,
        totals: [
          {
            rule: 'coke-total',
            column: 'Stof',
            total: 'totaal',
            parts: { match: '^deel' },
            within: [],
            use: 'total',
            reason: 'test',
          },
        ],
      },
    });
    expect(table(rows, 'national_code', 'value')).toEqual(['totaal | 10']);
  });

  it('use the total where it is given, else the parts; never both, never neither', async () => {
    const { rows, conservation } = await ingested({
      files,
      description: { columns, totals: totals('total'), missingValues: { '.': 'not_reported' } },
    });
    expect(table(rows, 'period_start', 'national_code', 'value')).toEqual([
      '2020-01-01 | totaal | 10',
      '2021-01-01 | totaal | 9',
      '2022-01-01 | deel a | 5',
      '2023-01-01 | deel a | 4',
      '2024-01-01 | totaal | null',
      '2024-01-01 | deel a | 2',
    ]);
    expect(conservation[0]).toMatchObject({
      items: 9,
      accepted: 6,
      excluded: 2,
      rejected: 1,
      exclusions: { 'coke-total': 2 },
    });
  });

  it('or the parts where any is given, else the total', async () => {
    const { rows } = await ingested({
      files,
      description: { columns, totals: totals('parts'), missingValues: { '.': 'not_reported' } },
    });
    expect(table(rows, 'period_start', 'national_code', 'value')).toEqual([
      '2020-01-01 | deel a | 6',
      '2020-01-01 | deel b | 3',
      '2021-01-01 | totaal | 9',
      '2022-01-01 | deel a | 5',
      '2023-01-01 | deel a | 4',
      '2024-01-01 | deel a | 2',
    ]);
  });
});

describe('checks', () => {
  it('warn where a total is not the sum of its parts, where records are alike, and where a value is out of range', async () => {
    const { issues, rows } = await ingested({
      files:
        'Plaats;Stof;Jaar;Aantal\nNLVLI;0;2022;10\nNLVLI;1;2022;6\nNLVLI;2;2022;3\nNLTNZ;0;2022;2\nNLTNZ;1;2022;2\nNLTNZ;1;2022;900\n',
      description: {
        columns,
        checks: [
          {
            check: 'total',
            field: 'nationalCode',
            total: '0',
            parts: { match: '^[1-9]' },
            within: ['place', 'periodStart'],
            where: { place: 'NLVLI' },
          },
          { check: 'unique', fields: ['place', 'nationalCode', 'periodStart'] },
          { check: 'range', min: 0, max: 100 },
        ],
      },
    });
    expect(rows).toHaveLength(6);
    expect(
      issues.map(({ severity, rule, line, message }) => [severity, rule, line, message]),
    ).toEqual([
      [
        'warning',
        'check.total',
        2,
        'nationalCode "0" is 10, its parts add up to 9 (NLVLI, 2022-01-01)',
      ],
      ['warning', 'check.unique', 6, '2 records have the same place, nationalCode, periodStart'],
      ['warning', 'check.range', 7, '900 is outside 0 to 100'],
    ]);
    expect(new Set(issues.map(({ repair }) => repair)).size).toBe(3);
    // To leave figures out is the last thing to do.
    expect(issues[1]?.repair).toMatch(/^name under `fields`.*only where none does, leave out/u);
  });

  it('leave room in a total for a part without a figure, and none above it', async () => {
    const { issues } = await ingested({
      files: [
        'Plaats;Stof;Jaar;Aantal',
        ...['NLVLI;0;2022;90', 'NLVLI;1;2022;50', 'NLVLI;2;2022;x'],
        ...['NLTNZ;0;2022;90', 'NLTNZ;1;2022;91', 'NLTNZ;2;2022;x'],
        ...['BEGNE;0;2022;90', 'BEGNE;1;2022;50', 'BEGNE;2;2022;39'],
        '',
      ].join('\n'),
      description: {
        columns,
        missingValues: { x: 'suppressed' },
        checks: [
          {
            check: 'total',
            field: 'nationalCode',
            total: '0',
            parts: { match: '^[1-9]' },
            within: ['place', 'periodStart'],
          },
        ],
      },
    });
    expect(issues.map(({ line, message }) => [line, message])).toEqual([
      [
        5,
        'nationalCode "0" is 90, its parts add up to 91, and 1 more has no figure (NLTNZ, 2022-01-01)',
      ],
      [8, 'nationalCode "0" is 90, its parts add up to 89 (BEGNE, 2022-01-01)'],
    ]);
  });
});

describe('a column of figures that sets its own period', () => {
  const read = (period: string) =>
    ingested({
      files: 'Deel;Aantal;Aantal 2024\nT1;10;11\nT2;20;21\n',
      description: {
        constants: { place: 'NLVLI', metric: 'offences', unit: 'offence', basis: 'recorded' },
        columns: {
          Deel: { to: 'periodPart', codes: { T1: 'Q1', T2: 'Q2' } },
          Aantal: { to: 'value', as: 'integer', set: { period } },
        },
        fold: [
          {
            headers: '^Aantal (?<year>\\d{4})$',
            groups: { year: { to: 'period', as: 'year' } },
            value: { to: 'value', as: 'integer' },
          },
        ],
      },
    });

  it('has it narrowed to the part that the row says, as that of a heading is', async () => {
    const { rows } = await read('2023');
    expect(table(rows, 'period_start', 'period_end', 'freq', 'value')).toEqual([
      '2023-01-01 | 2023-03-31 | Q | 10',
      '2024-01-01 | 2024-03-31 | Q | 11',
      '2023-04-01 | 2023-06-30 | Q | 20',
      '2024-04-01 | 2024-06-30 | Q | 21',
    ]);
  });

  it('is refused where that is none', async () => {
    await expect(read('the year before')).rejects.toThrow(/which is no period.*write a year/su);
  });
});

describe('personal data', () => {
  const description = {
    columns: {
      Plaats: { to: 'place' },
      Jaar: { to: 'period', as: 'year' },
      Zaken: { to: 'value', as: 'integer' },
      Verdachten: { to: 'value', as: 'integer', set: { metric: 'suspects', unit: 'suspect' } },
      Opm: { to: 'note' },
      Intern: { ignore: 'for the office only' },
      Balie: { ignore: 'the desk that answers', screen: 'report', optional: true },
    },
  };
  const secrets = ['111222333', 'jan.jansen@example.org', 'NL91ABNA0417164300', '06-12345678'];

  it('keep the whole row out and are shown nowhere', async () => {
    const result = await ingested({
      files: [
        'Plaats;Jaar;Zaken;Verdachten;Opm;Intern',
        'NLVLI;2022;1;2;bij de kade;',
        `NLVLI;2021;1;2;verdachte ${secrets[0]};`,
        `NLTNZ;2022;1;2;;${secrets[1]}`,
        `${secrets[2]};2022;1;2;;`,
        `NLTNZ;${secrets[3]};1;2;;`,
        `NLTNZ;2020;${secrets[1]};2;;`,
        '',
      ].join('\n'),
      description,
    });
    expect(table(result.rows, 'origin_line', 'value')).toEqual(['2 | 1', '2 | 2']);
    expect(result.conservation[0]).toMatchObject({ rows: 6, items: 12, accepted: 2, rejected: 10 });
    expect(
      result.issues
        .filter(({ severity }) => severity === 'rejection')
        .map(({ line, column, rule, value }) => [line, column, rule, value]),
    ).toEqual([
      [3, 'E "Opm"', 'personal-data.bsn', null],
      [4, 'F "Intern"', 'personal-data.e-mail', null],
      [5, 'A "Plaats"', 'personal-data.iban', null],
      [6, 'B "Jaar"', 'personal-data.phone', null],
      [7, 'C "Zaken"', 'personal-data.e-mail', null],
    ]);
    expect(result.issues.find(({ line }) => line === 4)?.repair).toContain('`screen: report`');
    for (const secret of secrets)
      expect(JSON.stringify([result.rows, result.issues, result.conservation])).not.toContain(
        secret,
      );
  });

  it('are one warning in an ignored column of which they are only reported, and shown nowhere', async () => {
    const result = await ingested({
      files: `Plaats;Jaar;Zaken;Verdachten;Opm;Intern;Balie\nNLVLI;2022;1;2;;;tel ${secrets[3]}\nNLTNZ;2022;3;4;;;tel ${secrets[3]}\n`,
      description,
    });
    expect(result.conservation[0]).toMatchObject({ accepted: 4, rejected: 0 });
    expect(
      result.issues.map(({ severity, line, column, rule, value }) => [
        severity,
        line,
        column,
        rule,
        value,
      ]),
    ).toEqual([['warning', 2, 'G "Balie"', 'personal-data.phone', null]]);
    expect(result.issues[0]?.message).toContain('2 cells look like personal data (phone)');
    expect(JSON.stringify([result.rows, result.issues])).not.toContain(secrets[3]);
  });
});

describe('conservation', () => {
  const cell = fc.oneof(
    fc.integer({ min: 0, max: 10_000_000 }).map(String),
    fc.double({ min: 0, max: 1e6, noNaN: true }).map((value) => value.toFixed(3).replace('.', ',')),
    fc.constantFrom('', '.', 'veel', '1,5e3', '-7', ' 12 '),
  );
  const row = fc.record({
    place: fc.constantFrom('NLVLI', 'NLTNZ', 'BEGNE', 'NLVIL', '', 'Totaal'),
    year: fc.constantFrom('2021', '2022', '20x2'),
    a: cell,
    b: cell,
  });

  it('holds for any rows: each item has one fate, and the records hold what the cells held', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 25 }), async (rows) => {
        const lines = rows.map(({ place, year, a, b }) => `${place};${year};${a};${b}`);
        const { conservation, records } = await ingested({
          files: `Plaats;Jaar;A;B\n${lines.join('\n')}\n`,
          description: {
            missingValues: { '.': 'suppressed' },
            columns: {
              Plaats: { to: 'place' },
              Jaar: { to: 'period', as: 'year' },
              A: { to: 'value', as: 'number', decimalChar: ',' },
              B: { to: 'value', as: 'number', decimalChar: ',', set: { unit: 'case' } },
            },
            exclude: [{ rule: 'total', where: { Plaats: 'Totaal' }, reason: 'a sum' }],
          },
        });
        const [counted] = conservation;
        expect(counted?.items).toBe(rows.length * 2);
        expect((counted?.accepted ?? 0) + (counted?.excluded ?? 0) + (counted?.rejected ?? 0)).toBe(
          counted?.items,
        );
        expect(counted?.records).toBe(records);
        expect(counted?.excluded).toBe(2 * rows.filter(({ place }) => place === 'Totaal').length);
      }),
      { numRuns: 15 },
    );
  });
});

describe('a mark that is declared missing', () => {
  const columns = {
    Plaats: { to: 'place' },
    Jaar: { to: 'period', as: 'year' },
    Middel: { to: 'substance', list: 'substances' },
    Dienst: { to: 'agencies', list: 'agencies', split: '+' },
    Aantal: { to: 'value', as: 'integer' },
  };
  const description = { columns, missingValues: { onbekend: 'not_reported', '-': 'not_reported' } };

  it('is unknown in a coded column, and the figure stays', async () => {
    const { rows, conservation } = await ingested({
      description,
      files:
        'Plaats;Jaar;Middel;Dienst;Aantal\nNL;2021;onbekend;-;7\nNL;2022;cocaïne;onbekend;8\nNL;2023;nergens bekend;NL_POL;9\n',
    });
    expect(
      rows.map(({ substance, agencies, value }) => [substance, agencies, Number(value)]),
    ).toEqual([
      [null, null, 7],
      ['COC', null, 8],
    ]);
    expect(conservation[0]?.rejections).toEqual({ 'crosswalk.unknown-code': 1 });
  });

  it('is what the column says where it says more, and no place or period', async () => {
    const { rows, conservation } = await ingested({
      description: {
        ...description,
        columns: { ...columns, Middel: { to: 'substance', codes: { onbekend: 'DRUG_UNSPEC' } } },
      },
      files:
        'Plaats;Jaar;Middel;Dienst;Aantal\nNL;2021;onbekend;NL_POL;7\nonbekend;2022;onbekend;NL_POL;8\nNL;-;onbekend;NL_POL;9\n',
    });
    expect(rows.map(({ substance }) => substance)).toEqual(['DRUG_UNSPEC']);
    expect(conservation[0]?.rejected).toBe(2);
  });
});
