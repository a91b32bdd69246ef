import { describe, expect, it } from 'vitest';
import { ingested, messageOf, table } from './fixture.ts';

const period = { Jaar: { to: 'period', as: 'year' } };
const place = { Plaats: { to: 'place' } };

/** Values and rules of one value column. */
async function read(
  cells: readonly string[],
  mapping: Readonly<Record<string, unknown>>,
): Promise<readonly string[]> {
  const { rows, issues } = await ingested({
    files: `Plaats;Jaar;Aantal\n${cells.map((cell) => `NLVLI;2022;${cell}`).join('\n')}\n`,
    description: { columns: { ...place, ...period, Aantal: { to: 'value', ...mapping } } },
  });
  const found = new Map<number, string>();
  for (const { origin_line, value, printed } of rows)
    found.set(Number(origin_line), `${value} (${printed})`);
  for (const { line, rule, severity } of issues)
    if (severity === 'rejection' && line !== null) found.set(line, rule);
  return cells.map((cell, index) => `${cell} → ${found.get(index + 2)}`);
}

describe('a value cell', () => {
  it('with a decimal comma and points between groups', async () => {
    expect(
      await read(['1.250,5', '1250,5', '12.50', '1,5', '7,83e-03', '1.234', '-4', 'ruim 3'], {
        as: 'number',
        decimalChar: ',',
        groupChar: '.',
      }),
    ).toEqual([
      '1.250,5 → 1250.5 (1250.5)',
      '1250,5 → 1250.5 (1250.5)',
      '12.50 → number.invalid',
      '1,5 → 1.5 (1.5)',
      '7,83e-03 → 0.00783 (0.00783)',
      '1.234 → 1234 (1234)',
      '-4 → -4 (-4)',
      'ruim 3 → number.invalid',
    ]);
  });

  it('with English thousands', async () => {
    expect(
      await read(['365,753', '36,5753', '4,444,108', '970', '1.5'], {
        as: 'integer',
        groupChar: ',',
      }),
    ).toEqual([
      '365,753 → 365753 (365753)',
      '36,5753 → number.invalid',
      '4,444,108 → 4444108 (4444108)',
      '970 → 970 (970)',
      '1.5 → number.invalid',
    ]);
  });

  it('is multiplied where it is told in thousands or more, its digits kept as printed', async () => {
    expect(
      await read(['1.443,6', '519', '7,83e-03', '0', '12.50', '9.999.999.999'], {
        as: 'number',
        decimalChar: ',',
        groupChar: '.',
        times: 1_000_000,
      }),
    ).toEqual([
      '1.443,6 → 1443600000 (1443.6)',
      '519 → 519000000 (519)',
      '7,83e-03 → 7830 (0.00783)',
      '0 → 0 (0)',
      '12.50 → number.invalid',
      '9.999.999.999 → number.too-large',
    ]);
  });

  it('with two readings is refused where no mark is declared', async () => {
    expect(await read(['1.234', '1,234', '12,5', '1234', '0.125'], { as: 'number' })).toEqual([
      '1.234 → number.ambiguous',
      '1,234 → number.ambiguous',
      '12,5 → 12.5 (12.5)',
      '1234 → 1234 (1234)',
      '0.125 → 0.125 (0.125)',
    ]);
  });

  it('with blanks between groups, of whatever kind', async () => {
    expect(
      await read(['1 234', '1\u00a0234', '1\u202f234'], { as: 'integer', groupChar: ' ' }),
    ).toEqual(['1 234 → 1234 (1234)', '1\u00a0234 → 1234 (1234)', '1\u202f234 → 1234 (1234)']);
  });

  it('with flags behind it', async () => {
    const { rows, issues } = await ingested({
      files:
        'Plaats;Jaar;Aantal\nNLVLI;2022;123 b\nNLVLI;2021;5 bp\nNLVLI;2020;: c\nNLVLI;2019;:\nNLVLI;2018;7 x\n',
      description: {
        missingValues: { ':': 'not_reported' },
        columns: {
          ...place,
          ...period,
          Aantal: {
            to: 'value',
            as: 'integer',
            flags: { b: 'B', p: 'P', c: { missing: 'suppressed' } },
          },
        },
      },
    });
    expect(table(rows, 'period_start', 'value', 'status', 'missing', 'origin_raw')).toEqual([
      '2022-01-01 | 123 | B | null | 123 b',
      '2021-01-01 | 5 | BP | null | 5 bp',
      '2020-01-01 | null | O | suppressed | : c',
      '2019-01-01 | null | O | not_reported | :',
    ]);
    expect(issues.map(({ rule, message }) => [rule, message])).toEqual([
      ['flag.unknown', '"7 x" has the flag "x"'],
    ]);
  });

  it('with words, a unit and a figure', async () => {
    const { rows, issues } = await ingested({
      files:
        'Plaats;Jaar;Hoeveelheid\nNLVLI;2022;ruim 3.900 kilo\nNLVLI;2021;1,7 ton\nNLTNZ;2022;veel\n',
      description: {
        constants: { metric: 'quantity', basis: 'seized_in_port' },
        columns: { ...place, ...period, Hoeveelheid: { to: 'value', as: 'quantity' } },
      },
    });
    expect(table(rows, 'value', 'unit', 'printed', 'wording', 'wording_printed', 'stat')).toEqual([
      '3900 | kg | 3900 | floor | ruim | sum',
      '1.7 | t | 1.7 | unmarked | null | sum',
    ]);
    expect(issues[0]).toMatchObject({ rule: 'quantity.invalid', line: 4, value: 'veel' });
  });

  it('with more than twelve decimals is rounded and noted', async () => {
    const { rows, issues, conservation } = await ingested({
      files: 'Plaats;Jaar;Aantal\nNLVLI;2022;0.12345678901250\nNLTNZ;2022;1919.9157007376186\n',
      description: {
        columns: { ...place, ...period, Aantal: { to: 'value', as: 'number', decimalChar: '.' } },
      },
    });
    expect(table(rows, 'value')).toEqual(['0.123456789013', '1919.915700737619']);
    expect(issues.map(({ rule }) => rule)).toEqual(['value.rounded']);
    expect(conservation[0]?.quantities).toEqual([
      { unit: 'offence', raw: '1920.039157526632', records: '1920.039157526632' },
    ]);
  });
});

describe('a period', () => {
  it.each([
    ['22', { as: 'year2' }, '2022-01-01 | 2022-12-31 | A'],
    ['87', { as: 'year2', century: 1900 }, '1987-01-01 | 1987-12-31 | A'],
    ['2024', { as: 'year2' }, '2024-01-01 | 2024-12-31 | A'],
    ['2022-02', { as: 'yearmonth' }, '2022-02-01 | 2022-02-28 | M'],
    ['202202', { as: 'yearmonth' }, '2022-02-01 | 2022-02-28 | M'],
    ['3-2-2022', { as: 'date', format: '%d-%m-%Y' }, '2022-02-03 | 2022-02-03 | D'],
    ['2022-02-03', { as: 'date' }, '2022-02-03 | 2022-02-03 | D'],
    // Excel, DATEVALUE: 1900-03-01 is 61, 2023-01-01 is 44927.
    ['44927', { as: 'date', format: 'excel' }, '2023-01-01 | 2023-01-01 | D'],
    ['44927.75', { as: 'date', format: 'excel' }, '2023-01-01 | 2023-01-01 | D'],
    ['61', { as: 'date', format: 'excel' }, '1900-03-01 | 1900-03-01 | D'],
    ['2e kwartaal 2021', { as: 'period' }, '2021-04-01 | 2021-06-30 | Q'],
    // As Excel saves a month to CSV; a format without a day reads a month.
    ['mrt-25', { as: 'date', format: '%b-%y' }, '2025-03-01 | 2025-03-31 | M'],
    ['févr. 24', { as: 'date', format: '%b %y' }, '2024-02-01 | 2024-02-29 | M'],
    ['01/2025', { as: 'date', format: '%m/%Y' }, '2025-01-01 | 2025-01-31 | M'],
    ['2025-06-01', { as: 'date', format: '%Y-%m-01' }, '2025-06-01 | 2025-06-30 | M'],
    ['2025-01-01', { as: 'date', format: '%Y-01-01' }, '2025-01-01 | 2025-12-31 | A'],
  ])('%s is read as %o', async (cell, mapping, expected) => {
    const { rows } = await ingested({
      files: `Plaats;Jaar;Aantal\nNLVLI;${cell};1\n`,
      description: {
        columns: {
          ...place,
          Jaar: { to: 'period', ...mapping },
          Aantal: { to: 'value', as: 'integer' },
        },
      },
    });
    expect(table(rows, 'period_start', 'period_end', 'freq')).toEqual([expected]);
  });

  it.each([
    ['0022-01-10', { as: 'date' }],
    ['10-01-0022', { as: 'date', format: '%d-%m-%Y' }],
    ['9999-12-31', { as: 'date' }],
    ['60', { as: 'date', format: 'excel' }],
    ['999999', { as: 'date', format: 'excel' }],
    ['0000', { as: 'year' }],
    ['9999', { as: 'year' }],
    ['0099-12', { as: 'yearmonth' }],
    ['2022-13', { as: 'yearmonth' }],
    ['13/2025', { as: 'date', format: '%m/%Y' }],
    ['foo-25', { as: 'date', format: '%b-%y' }],
    ['2025-06-02', { as: 'date', format: '%Y-%m-01' }],
  ])('%s as %o is refused: of no year that is meant', async (cell, mapping) => {
    const { issues } = await ingested({
      files: `Plaats;Jaar;Aantal\nNLVLI;${cell};1\n`,
      description: {
        columns: {
          ...place,
          Jaar: { to: 'period', ...mapping },
          Aantal: { to: 'value', as: 'integer' },
        },
      },
    });
    expect(issues.map(({ rule }) => rule)).toEqual(['period.invalid']);
  });

  const narrowed = (
    files: string,
    part: Readonly<Record<string, unknown>>,
    year: Readonly<Record<string, unknown>>,
  ): ReturnType<typeof ingested> =>
    ingested({
      files,
      description: {
        columns: {
          ...place,
          ...year,
          Deel: { to: 'periodPart', ...part },
          Aantal: { to: 'value', as: 'integer' },
        },
      },
    });

  it('is the part of a year that another cell says, and February ends as its year has it', async () => {
    const { rows, issues } = await narrowed(
      'Plaats;Jaar;Deel;Aantal\nNLVLI;2024;februari;1\nNLVLI;2023;feb;2\nNLVLI;2024;Q2;3\nNLVLI;2024;12;4\nNLVLI;2024;2e halfjaar;5\nNLVLI;2024;;6\nNLVLI;2024;Totaal;7\n',
      {},
      period,
    );
    expect(table(rows, 'value', 'period_start', 'period_end', 'freq')).toEqual([
      '1 | 2024-02-01 | 2024-02-29 | M',
      '2 | 2023-02-01 | 2023-02-28 | M',
      '3 | 2024-04-01 | 2024-06-30 | Q',
      '4 | 2024-12-01 | 2024-12-31 | M',
      '5 | 2024-07-01 | 2024-12-31 | S',
    ]);
    // Without its part a figure would be of the whole year.
    expect(issues.map(({ line, rule }) => [line, rule])).toEqual([
      [7, 'field.blank'],
      [8, 'period.invalid'],
    ]);
  });

  it('is told by the period it narrows where a check names it', async () => {
    const { issues } = await ingested({
      files:
        'Plaats;Jaar;Deel;Soort;Aantal\nNLVLI;2024;Q1;a;1\nNLVLI;2024;Q1;Totaal;2\nNLVLI;2024;Q2;a;3\n',
      description: {
        columns: {
          ...place,
          ...period,
          Deel: { to: 'periodPart' },
          Soort: { to: 'nationalCode' },
          Aantal: { to: 'value', as: 'integer' },
        },
        checks: [
          {
            check: 'total',
            field: 'nationalCode',
            total: 'Totaal',
            parts: ['a'],
            within: ['place', 'periodPart'],
          },
        ],
      },
    });
    expect(issues.map(({ line, rule }) => [line, rule])).toEqual([[3, 'check.total']]);
  });

  it('is a part by its number, of a year that is no year alone it is none', async () => {
    const quarters = { codes: { '1': 'Q1', '4': 'Q4' } };
    const { rows, issues } = await narrowed(
      'Plaats;Jaar;Deel;Aantal\nNLVLI;2023;4;1\nNLVLI;2024-05;1;2\n',
      quarters,
      { Jaar: { to: 'period', as: 'period' } },
    );
    expect(table(rows, 'period_start', 'period_end', 'freq')).toEqual([
      '2023-10-01 | 2023-12-31 | Q',
    ]);
    expect(issues.map(({ line, rule, message }) => [line, rule, message])).toEqual([
      [3, 'period.invalid', '"2024-05" is not a day or period as the description expects it'],
    ]);
  });

  it('is a month that heads a column, of the year in its row', async () => {
    const { rows } = await ingested({
      files: 'Plaats;Jaar;jan;feb\nNLVLI;2024;1;2\n',
      description: {
        columns: { ...place, ...period },
        fold: [
          {
            headers: '^(?<month>jan|feb)$',
            groups: { month: { to: 'periodPart' } },
            value: { to: 'value', as: 'integer' },
          },
        ],
      },
    });
    expect(table(rows, 'value', 'period_start', 'period_end')).toEqual([
      '1 | 2024-01-01 | 2024-01-31',
      '2 | 2024-02-01 | 2024-02-29',
    ]);
  });

  it('between two days gets its frequency from them, and is refused when reversed', async () => {
    const { rows, issues } = await ingested({
      files:
        'Plaats;Van;Tot;Aantal\nNLVLI;2022-01-01;2022-06-30;1\nNLVLI;2018-05-01;2022-05-31;2\nNLVLI;2022-06-30;2022-01-01;3\nNLVLI;2022-02-30;2022-03-01;4\n',
      description: {
        columns: {
          ...place,
          Van: { to: 'periodStart', as: 'date' },
          Tot: { to: 'periodEnd', as: 'date' },
          Aantal: { to: 'value', as: 'integer' },
        },
      },
    });
    expect(table(rows, 'value', 'freq')).toEqual(['1 | S', '2 | O']);
    expect(issues.map(({ line, rule }) => [line, rule])).toEqual([
      [4, 'period.reversed'],
      [5, 'period.invalid'],
    ]);
  });

  it('stands in the file’s name', async () => {
    const description = {
      constants: {
        metric: 'offences',
        unit: 'offence',
        basis: 'recorded',
        period: { fromFile: '_(\\d{4})\\.', as: 'year' },
      },
      columns: { ...place, Aantal: { to: 'value', as: 'integer' } },
    };
    const content = 'Plaats;Aantal\nNLVLI;1\n';
    const { rows } = await ingested({
      files: { 'a_2021.csv': content, 'a_2022.csv': content },
      description,
    });
    expect(table(rows, 'period_start')).toEqual(['2021-01-01', '2022-01-01']);
    expect(new Set(rows.map(({ id }) => id)).size).toBe(2);
    expect(await messageOf(ingested({ files: content, description }))).toMatchInlineSnapshot(
      `"test.csv: the file’s name does not hold the period as _(\\d{4})\\.. Repair: give the file its publisher's name back, or make period a plain constant in FOLDER/source.yaml"`,
    );
  });
});

describe('a code', () => {
  const files = (cells: readonly string[]): string =>
    `Stof;Jaar;Kilo\n${cells.map((cell) => `${cell};2022;1`).join('\n')}\n`;
  const constants = { metric: 'quantity', unit: 'kg', basis: 'seized_in_port', place: 'NLVLI' };

  it('comes from inline codes, a crosswalk, rules, a list, a pattern, or is refused', async () => {
    const { rows, issues } = await ingested({
      files: files(['wit', 'crack', 'merk HER', 'hasj', 'X9', 'iets', 'cannabis overig']),
      beside: {
        'stoffen.csv':
          'from,to,match,note\ncrack,COC_CRACK,exact,\n"cannabis overig",CAN,narrower,\n',
      },
      description: {
        constants,
        columns: {
          Stof: [
            {
              to: 'substance',
              codes: { wit: 'COC' },
              crosswalk: 'stoffen.csv',
              rules: [{ match: '^merk (\\w+)$', to: '$1' }],
              list: 'drugs',
            },
            { to: 'nationalCode', pattern: '^[\\w ]+$' },
          ],
          ...period,
          Kilo: { to: 'value', as: 'integer' },
        },
      },
    });
    expect(table(rows, 'national_code', 'substance')).toEqual([
      'wit | COC',
      'crack | COC_CRACK',
      'merk HER | HER',
      'hasj | CAN_RESIN',
      'cannabis overig | null',
    ]);
    expect(issues.map(({ rule, value, severity }) => [severity, rule, value])).toEqual([
      ['rejection', 'crosswalk.unknown-code', 'X9'],
      ['rejection', 'crosswalk.unknown-code', 'iets'],
      ['note', 'crosswalk.not-exact', 'cannabis overig'],
    ]);
  });

  it('of several in a cell stays several, an alias becomes the code, zeros are put back', async () => {
    const { rows } = await ingested({
      files:
        'Plaats;Dienst;Code;Jaar;Aantal\nBEZEE+BEOST;douane / FIOD;10000;2022;1\nEL;;;2022;2\n',
      description: {
        columns: {
          ...place,
          Dienst: { to: 'agencies', list: 'agencies', split: '/', codes: { douane: 'NL_CUST' } },
          Code: { to: 'nationalCode', pad: 6, pattern: '^\\d{6}$' },
          ...period,
          Aantal: { to: 'value', as: 'integer' },
        },
      },
    });
    expect(table(rows, 'place', 'agencies', 'national_code')).toEqual([
      'BEZEE+BEOST | NL_CUST+NL_FIOD | 010000',
      'GR | null | null',
    ]);
  });

  it('that is blank is refused where the field is required', async () => {
    const { issues } = await ingested({
      files: 'Plaats;Jaar;Aantal;Bron\n;2022;1;a\nNLVLI;2022;1;\n',
      description: {
        columns: {
          ...place,
          ...period,
          Aantal: { to: 'value', as: 'integer' },
          Bron: { to: 'publication', required: true },
        },
      },
    });
    expect(issues.map(({ line, rule, message }) => [line, rule, message])).toEqual([
      [2, 'claim.blank', 'the cell is empty, and place may not be'],
      [3, 'claim.blank', 'the cell is empty, and publication may not be'],
    ]);
  });
});

describe('a seizure', () => {
  it.each([
    [['%d.%m.%Y', 'any'], '02.13.2024'],
    [['%d/%m/%Y', 'any'], '02/13/2024'],
  ])('has no day that %s refuses: %s', async (format, cell) => {
    const { issues, records } = await ingested({
      files: `Date;Port;Kilo\n${cell};NLVLI;3\nJuly 2024;NLVLI;4\n`,
      description: {
        record: 'seizure',
        language: 'en',
        constants: {
          seizingCountry: 'NL',
          placeLevel: 'port',
          basis: 'seized_in_port',
          unit: 'kg',
          agencies: 'NL_HARC',
          substance: 'COC',
        },
        columns: {
          Date: { to: 'date', as: 'date', format },
          Port: { to: 'place' },
          Kilo: { to: 'quantity', as: 'number' },
        },
      },
    });
    expect(records).toBe(1);
    expect(issues).toMatchObject([{ line: 2, value: cell, severity: 'rejection' }]);
  });

  it('has a date with its precision, a hashed reference and a substance', async () => {
    const { rows, records } = await ingested({
      files:
        'Dossier;Datum;Haven;Drug;Kilo;Ok\nPV-2022-1;03/02/2022;NLVLI;cocaïne;1.250,5;ja\nPV-2022-2;2022;NLTNZ;hasj;3;nee\n',
      description: {
        record: 'seizure',
        constants: {
          seizingCountry: 'NL',
          placeLevel: 'port',
          basis: 'seized_in_port',
          unit: 'kg',
          agencies: 'NL_HARC',
        },
        columns: {
          Dossier: { to: 'reference', as: 'hash' },
          Datum: { to: 'date', as: 'date', format: ['%d/%m/%Y', 'any'] },
          Haven: { to: 'place' },
          Drug: [{ to: 'substance', list: 'drugs' }, { to: 'substancePrinted' }],
          Kilo: { to: 'quantity', as: 'number', decimalChar: ',', groupChar: '.' },
          Ok: { to: 'estimated', as: 'boolean', trueValues: ['ja'], falseValues: ['nee'] },
        },
      },
    });
    expect(records).toBe(2);
    expect(
      table(
        rows,
        'date',
        'date_precision',
        'place',
        'substance',
        'quantity',
        'estimated',
        'controlled_delivery',
      ),
    ).toEqual([
      '2022-02-03 | day | NLVLI | COC | 1250.5 | true | unknown',
      '2022-01-01 | year | NLTNZ | CAN_RESIN | 3 | false | unknown',
    ]);
    expect(rows.every(({ reference }) => /^[0-9a-f]{64}$/.test(String(reference)))).toBe(true);
    expect(JSON.stringify(rows)).not.toContain('PV-2022');
  });
});
