import { describe, expect, test } from 'vitest';
import { type Fixture, messageOf, table, text, together } from './fixture.ts';

const head = 'Plaats;Jaar;Aantal\n';
const one = `${head}NLVLI;2022;12\nNLTNZ;2022;7\n`;
const other = `${head}NLVLI;2023;15\n`;

describe('the same bytes in two files', () => {
  test('are refused, and both files are named', async () => {
    expect(
      await messageOf(together({ 'w1.csv': one, 'w2.csv': other, 'copy of w1.csv': one })),
    ).toMatchInlineSnapshot(
      `"w1.csv: expected another file than copy of w1.csv, found the same bytes (sha256 a27537270279…): each of its figures would be counted twice. Repair: leave out w1.csv or copy of w1.csv"`,
    );
    expect(await messageOf(together({ 'a/w.csv': one, 'b/w.csv': one }))).toMatchInlineSnapshot(
      `"b/w.csv: expected another file than a/w.csv, found the same bytes (sha256 a27537270279…): each of its figures would be counted twice. Repair: leave out b/w.csv or a/w.csv"`,
    );
  });
});

describe('the same bytes under names that say another year', () => {
  const year = {
    description: {
      constants: {
        metric: 'offences',
        unit: 'offence',
        basis: 'recorded',
        period: { fromFile: '^pks-(\\d{4})', as: 'year' },
      },
      columns: { Plaats: { to: 'place' }, Aantal: { to: 'value', as: 'integer' } },
    },
  };
  const same = 'Plaats;Aantal\nNLVLI;12\n';

  test('are other records, and reported', async () => {
    const { rows, issues } = await together({ 'pks-2021.csv': same, 'pks-2022.csv': same }, year);
    expect(table(rows, 'period_start', 'value')).toEqual(['2021-01-01 | 12', '2022-01-01 | 12']);
    expect(issues).toMatchObject([
      { file: 'pks-2022.csv', rule: 'file.repeated', severity: 'warning' },
    ]);
    expect(issues[0]?.message).toContain('the same bytes as pks-2021.csv');
  });

  test('are refused where the two names say the same', async () => {
    expect(
      await messageOf(together({ 'a/pks-2021.csv': same, 'b/pks-2021.csv': same }, year)),
    ).toContain('b/pks-2021.csv: expected another file than a/pks-2021.csv, found the same bytes');
  });
});

describe('files of one name in different folders', () => {
  const files = { '2022/f.csv': one, '2023/f.csv': other };

  test('are told apart in the conservation and in the origin of each record', async () => {
    const { conservation, rows } = await together(files);
    expect(conservation.map(({ file, records }) => [file, records])).toEqual([
      ['2022/f.csv', 2],
      ['2023/f.csv', 1],
    ]);
    expect(new Set(conservation.map(({ sha256 }) => sha256)).size).toBe(2);
    expect(table(rows, 'origin_file', 'origin_line', 'value')).toEqual([
      '2022/f.csv | 2 | 12',
      '2022/f.csv | 3 | 7',
      '2023/f.csv | 2 | 15',
    ]);
  });

  test('give the same result in whatever order they are named', async () => {
    const given = await together(files);
    const turned = await together(files, { turned: true });
    expect(turned.rows).toEqual(given.rows);
    expect(turned.conservation).toEqual(given.conservation);
  });

  test('are told apart where a row or the whole file is wrong', async () => {
    const wrong = await together({ ...files, '2023/f.csv': `${head}NLXXX;2023;15\n` });
    expect(wrong.issues.map(({ file, line }) => [file, line])).toEqual([['2023/f.csv', 2]]);
    expect(
      await messageOf(together({ ...files, '2023/f.csv': 'Plaats;Jaar;Zaken\nNLVLI;2023;1\n' })),
    ).toContain('2023/f.csv, line 1: expected the column "Aantal"');
  });

  test('still say by their own name what its pattern finds', async () => {
    const { rows } = await together(
      {
        'a/pks-2022.csv': 'Plaats;Aantal\nNLVLI;12\n',
        'b/pks-2022.csv': 'Plaats;Aantal\nNLTNZ;7\n',
      },
      {
        description: {
          constants: {
            metric: 'offences',
            unit: 'offence',
            basis: 'recorded',
            period: { fromFile: '^pks-(\\d{4})', as: 'year' },
          },
          columns: { Plaats: { to: 'place' }, Aantal: { to: 'value', as: 'integer' } },
        },
      },
    );
    expect(table(rows, 'origin_file', 'period_start')).toEqual([
      'a/pks-2022.csv | 2022-01-01',
      'b/pks-2022.csv | 2022-01-01',
    ]);
  });
});

describe('two editions of one list of finds', () => {
  const finds = {
    description: {
      record: 'seizure',
      definitions: [{ id: 'test', countUnit: 'seizure', dateRole: 'seizure', rule: text }],
      constants: {
        ...{ basis: 'seized_in_port', unit: 'kg', placeLevel: 'port', seizingCountry: 'NL' },
        agencies: 'NL_HARC',
      },
      columns: {
        Datum: { to: 'date', as: 'date' },
        Haven: { to: 'place' },
        Middel: { to: 'substance' },
        Kilo: { to: 'quantity', as: 'number', decimalChar: '.' },
      },
    },
  };
  const list = (...rows: readonly string[]): string =>
    ['Datum;Haven;Middel;Kilo', ...rows, ''].join('\n');
  const rows = ['2024-01-05', '2024-02-07', '2024-03-09', '2024-04-11'].map(
    (day, at) => `${day};NLVLI;COC;${at + 10}`,
  );

  test('are refused, as each find would count twice', async () => {
    const revised = list(...rows.slice(0, 3), '2024-04-11;NLVLI;COC;99', '2024-05-01;NLVLI;COC;1');
    const message = await messageOf(together({ 'a.csv': list(...rows), 'b.csv': revised }, finds));
    expect(message).toContain(
      'b.csv: 3 of the 4 finds stand in a.csv too: two editions of one list, in which each find would count twice',
    );
    expect(message).toContain('under `inputs` in place of the earlier');
  });

  test('are not two parts of one, that share a find or two', async () => {
    const next = list(...rows.slice(2), '2024-05-01;NLVLI;COC;1', '2024-06-01;NLVLI;COC;2');
    const { records, issues } = await together({ 'a.csv': list(...rows), 'b.csv': next }, finds);
    expect(records).toBe(8);
    expect(issues).toMatchObject([{ rule: 'record.shared', severity: 'warning' }]);
  });
});

describe('records that two files share', () => {
  const repeated = async (files: Readonly<Record<string, string>>, fixture: Fixture = {}) => {
    const { issues, records } = await together(files, fixture);
    return {
      records,
      says: issues
        .filter(({ rule }) => rule === 'record.shared')
        .map(({ file, line, severity, message, repair }) => ({
          file,
          line,
          severity,
          message,
          repair,
        })),
    };
  };

  const repair =
    'if one file is a later edition of the other, ingest that one alone and compare the two with `samenbeeld diff` (of finds: a picture built before and after); both are kept: figures that differ then contradict each other, and finds may count twice';

  test('are kept and reported with both files', async () => {
    const later = `${head}NLTNZ;2022;7\nNLVLI;2023;15\n`;
    expect(await repeated({ 'w1.csv': one, 'w2.csv': later })).toEqual({
      records: 4,
      says: [
        {
          file: 'w2.csv',
          line: 2,
          message: '1 figure in 1 row (line 2) is of a record that w1.csv has too',
          repair,
          severity: 'warning',
        },
      ],
    });
  });

  test('are reported where the columns of the two files differ, and where a figure does', async () => {
    const wide = {
      description: {
        columns: { Plaats: { to: 'place' } },
        fold: [
          {
            headers: '^(?<year>\\d{4})$',
            groups: { year: { to: 'period', as: 'year' } },
            value: { to: 'value', as: 'integer' },
          },
        ],
      },
    };
    expect(
      await repeated(
        {
          '2022.csv': 'Plaats;2021;2022\nNLVLI;9;12\nNLTNZ;4;7\nBEGNE;1;2\n',
          '2023.csv': 'Plaats;2022;2023\nNLVLI;12;15\nNLTNZ;8;6\n',
        },
        wide,
      ),
    ).toEqual({
      records: 10,
      says: [
        {
          file: '2023.csv',
          line: 2,
          message:
            '2 figures in 2 rows (line 2, 3) are of records that 2022.csv has too; 1 of them has another value there',
          repair,
          severity: 'warning',
        },
      ],
    });
  });

  test('are the same whatever way each file writes them', async () => {
    const codes = {
      description: {
        columns: {
          Plaats: { to: 'place', codes: { Vlissingen: 'NLVLI', 'Haven Vlissingen': 'NLVLI' } },
          Jaar: { to: 'period', as: 'period' },
          Aantal: { to: 'value', as: 'integer', groupChar: '.' },
        },
      },
    };
    const files = {
      'w1.csv': `${head}Vlissingen;2022;1.200\n`,
      'w2.csv': `${head}Haven Vlissingen;2022;1200\n`,
    };
    expect((await repeated(files, codes)).says.map(({ message }) => message)).toEqual([
      '1 figure in 1 row (line 2) is of a record that w1.csv has too',
    ]);
  });

  test('are no matter where nothing is counted twice', async () => {
    const files = { 'w1.csv': `${head}NLVLI;2022;\n`, 'w2.csv': `${head}NLVLI;2022;12\n` };
    const blank = { description: { missingValues: { '': 'not_reported' } } };
    expect((await repeated(files, blank)).says).toEqual([]);
    expect((await repeated({ 'w1.csv': one, 'w2.csv': other })).says).toEqual([]);
  });
});
