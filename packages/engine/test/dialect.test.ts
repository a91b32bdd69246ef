import { dialect, type Engine, openEngine } from '@samenbeeld/engine';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

let engine: Engine;
beforeAll(async () => {
  engine = await openEngine();
});
afterAll(() => engine.close());

/** The value of an expression over one text `t`. */
async function of(expression: string, t: string | null): Promise<unknown> {
  const [row] = await engine.rows<{ v: unknown }>(
    `select ${expression} as v from (select $t::varchar as t)`,
    { t },
  );
  return row?.v;
}

test('identifier and literal quote anything', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.string({ unit: 'grapheme', minLength: 1 }).filter((name) => !name.includes('\0')),
      async (name) => {
        expect(
          await engine.rows(`select ${dialect.literal(name)} as ${dialect.identifier(name)}`),
        ).toEqual([{ [name]: name }]);
      },
    ),
    { numRuns: 50 },
  );
  expect(() => dialect.identifier('')).toThrowErrorMatchingInlineSnapshot(
    `[TypeError: a name in SQL must not be empty]`,
  );
  expect(() => dialect.literal(Number.NaN)).toThrowErrorMatchingInlineSnapshot(
    `[RangeError: a number in SQL must be finite, not NaN]`,
  );
});

describe('parseDecimal', () => {
  const dutch = dialect.parseDecimal('t', { decimal: ',', group: '.' });
  const french = dialect.parseDecimal('t', { decimal: ',', group: ' \u00a0\u202f' });
  const plain = dialect.parseDecimal('t', { decimal: '.' });

  test.each([
    [dutch, '1.250,5', 1250.5],
    [dutch, '1.234', 1234],
    [dutch, '1.234.5', null],
    [dutch, '12.34', null],
    [dutch, '1,234.5', null],
    [dutch, '-7,25', -7.25],
    [dutch, ' 7', null],
    [dutch, '', null],
    [dutch, '7kg', null],
    [dutch, null, null],
    [french, '96\u202f320,8', 96320.8],
    [french, '96 320,8', 96320.8],
    [french, '96 32', null],
    [plain, '0.3175', 0.3175],
    [plain, '1e3', null],
    [plain, '1.', null],
    [plain, '.5', null],
    [plain, '0.123456789012', 0.123456789012],
    [plain, '0.1234567890123', null],
    [plain, '99999999999999999999999999999', null],
    [plain, '٣', null],
  ])('%# reads %j %j as %j', async (expression, text, value) => {
    expect(await of(expression, text)).toBe(value);
  });

  test('refuses group characters that would be guessed', () => {
    expect(() =>
      dialect.parseDecimal('t', { decimal: '.', group: '.' }),
    ).toThrowErrorMatchingInlineSnapshot(
      `[TypeError: the group characters "." must not hold digits, signs or "."]`,
    );
  });
});

describe('parseDate', () => {
  test.each([
    ['yyyy-mm-dd', '2024-02-29', '2024-02-29'],
    ['yyyy-mm-dd', '2023-02-29', null],
    ['yyyy-mm-dd', '2024-2-9', null],
    ['d/m/yyyy', '3/11/2022', '2022-11-03'],
    ['d/m/yyyy', '03/11/2022', '2022-11-03'],
    ['dd.mm.yyyy', '03.11.2022', '2022-11-03'],
    ['dd.mm.yyyy', '03-11-2022', null],
    ['yyyymmdd', '20221103', '2022-11-03'],
    ['m/d/yyyy', '13/1/2022', null],
    ['yyyy-mm-dd', null, null],
  ])('%s reads %j as %j', async (format, text, value) => {
    expect(await of(dialect.parseDate('t', format), text)).toBe(value);
  });

  test.each(['yyyy', 'yyyy-mm-mm', 'dd-mon-yyyy', '%Y-%m-%d', 'dmyyyy'])(
    'refuses the format %s',
    (format) => {
      expect(() => dialect.parseDate('t', format)).toThrow(`the date format "${format}" must hold`);
    },
  );
});

test('regular expressions match the whole text, replace all, and extract or give NULL', async () => {
  expect(await of(dialect.regexMatch('t', 'Bron: .*'), 'Bron: politie')).toBe(true);
  expect(await of(dialect.regexMatch('t', 'Bron'), 'Bron: politie')).toBe(false);
  expect(await of(dialect.regexReplace('t', '(\\d)', '<\\1>'), 'a1b2')).toBe('a<1>b<2>');
  expect(await of(dialect.regexExtract('t', '(\\d+) kg', 1), 'ruim 300 kg')).toBe('300');
  expect(await of(dialect.regexExtract('t', '(\\d+) kg', 1), 'geen')).toBe(null);
});

test('tryCast gives NULL where a value does not fit', async () => {
  expect(await of(dialect.tryCast('t', 'INTEGER'), '12')).toBe(12);
  expect(await of(dialect.tryCast('t', 'INTEGER'), 'x')).toBe(null);
});

test('similarities agree with published examples', async () => {
  // Winkler 1990 and Levenshtein 1966, as in every textbook.
  expect(await of(dialect.jaroWinkler('t', "'DICKSONX'"), 'DIXON')).toBeCloseTo(0.813, 3);
  expect(await of(dialect.levenshtein('t', "'sitting'"), 'kitten')).toBe(3);
  expect(await of(dialect.levenshtein('t', "'e'"), 'é')).toBe(2);
});

test('hashes are those of FIPS 180-4 and RFC 1321', async () => {
  expect(await of(dialect.hash('t'), 'abc')).toBe(
    'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
  );
  expect(await of(dialect.hash('t', 'md5'), 'abc')).toBe('900150983cd24fb0d6963f7d28e17f72');
  expect(await of(dialect.hash('t'), null)).toBe(null);
});

test('unpivot keeps empty cells and other columns', async () => {
  await engine.run(
    'create table wide as select * from (values (\'a\', 1, null), (\'b\', null, 4)) v(port, "2021", "2022")',
  );
  const long = dialect.unpivot({
    from: 'wide',
    columns: ['2021', '2022'],
    name: 'year',
    value: 'kg',
  });
  expect(await engine.rows(`select * from ${long} order by port, year`)).toEqual([
    { port: 'a', year: '2021', kg: 1 },
    { port: 'a', year: '2022', kg: null },
    { port: 'b', year: '2021', kg: null },
    { port: 'b', year: '2022', kg: 4 },
  ]);
  expect(() =>
    dialect.unpivot({ from: 't', columns: [], name: 'n', value: 'v' }),
  ).toThrowErrorMatchingInlineSnapshot(`[TypeError: unpivot needs at least one column]`);
});

test('split makes a list', async () => {
  expect(await of(dialect.split('t', '+'), 'NLVLI+NLTNZ')).toEqual(['NLVLI', 'NLTNZ']);
  expect(await of(dialect.split('t', ';'), 'a; b;; a ;')).toEqual(['a', 'b', 'a']);
  expect(await of(dialect.split('t', ';'), ' ; ')).toEqual([]);
});
