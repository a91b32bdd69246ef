import { type Engine, openEngine } from '@samenbeeld/engine';
import {
  type Comparison,
  dateDifference,
  distance,
  exact,
  intervals,
  jaroWinkler,
  levenshtein,
  linkRecords,
  numericDifference,
  percentageDifference,
  sharedItems,
  stateWeights,
} from '@samenbeeld/linkage';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { levelOf, type Said } from '../level-of.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await openEngine();
});
afterAll(() => engine.close());

const text = (value: string | null): Said => ({
  t: value === null ? 'NULL::VARCHAR' : `'${value}'`,
});
const number = (value: string): Said => ({ kg: value });
const day = (value: string): Said => ({ d: value === 'NULL' ? 'NULL::DATE' : `DATE '${value}'` });

describe('texts', () => {
  test.each([
    ['Vlissingen', 'Vlissingen', 'exact'],
    // MARTHA and MARHTA: 0.961 (Winkler 1990).
    ['MARTHA', 'MARHTA', 'jaro-winkler 0.92'],
    // DWAYNE and DUANE: 0.84.
    ['DWAYNE', 'DUANE', 'jaro-winkler 0.7'],
    ['Gent', 'Oostende', 'else'],
    [null, 'Gent', 'null'],
    ['', 'Gent', 'null'],
    ['', '', 'null'],
  ])('jaroWinkler: %j and %j are "%s"', async (a, b, level) => {
    expect(await levelOf(engine, jaroWinkler('t'), text(a), text(b))).toBe(level);
  });

  test.each([
    ['4381', '4381', false, 'exact'],
    ['4381', '4382', false, 'distance 1'],
    ['4381', '4318', false, 'distance 2'],
    ['4381', '4318', true, 'distance 1'],
    ['4381', '9000', false, 'else'],
  ])('levenshtein: %j and %j, swaps %j: "%s"', async (a, b, transpositions, level) => {
    expect(await levelOf(engine, levenshtein('t', { transpositions }), text(a), text(b))).toBe(
      level,
    );
  });

  test('exact', async () => {
    expect(await levelOf(engine, exact('t'), text('a'), text('A'))).toBe('else');
    expect(await levelOf(engine, exact('t'), text('a'), text('a'))).toBe('exact');
  });
});

describe('dates', () => {
  const oneSided = dateDifference('d', { within: [0, { least: 0, most: 14 }, 31] });
  test.each([
    ['2021-03-01', '2021-03-01', 'same day'],
    ['2021-03-01', '2021-03-15', '0 to 14 days later'],
    ['2021-03-01', '2021-03-16', 'within 31 days'],
    ['2021-03-15', '2021-03-14', 'within 31 days'],
    ['2021-03-01', '2022-03-01', 'else'],
    ['2021-03-01', 'NULL', 'null'],
  ])('%s, then %s: "%s"', async (a, b, level) => {
    expect(await levelOf(engine, oneSided, day(a), day(b))).toBe(level);
  });

  const born = dateDifference('t', { format: 'd/m/yyyy', typos: 1, within: [0, 31] });
  test.each([
    ['24/6/1971', '24/06/1971', 'same day'],
    ['24/6/1971', '24/6/1977', '1 slip'],
    ['24/6/1971', '14/7/1971', 'within 31 days'],
    ['24/6/1971', '31/2/1971', 'null'],
  ])('as text, %s and %s: "%s"', async (a, b, level) => {
    expect(await levelOf(engine, born, text(a), text(b))).toBe(level);
  });
});

describe('numbers', () => {
  test.each([
    ['100', '100', 'equal'],
    ['100', '101', 'within 1'],
    ['100', '90', 'within 10'],
    ['100', '111', 'else'],
    ['1::UBIGINT', '2::UBIGINT', 'within 1'],
    ['1.1', '1.0', 'within 1'],
    ['NULL::UBIGINT', '2::UBIGINT', 'null'],
    ['1.1::DOUBLE', '1.2::DOUBLE', 'within 1'],
    ['9223372036854775807::BIGINT', '(-9223372036854775808)::BIGINT', 'else'],
    ["'NaN'::DOUBLE", "'NaN'::DOUBLE", 'null'],
    ["'Infinity'::FLOAT", '1::FLOAT', 'null'],
    ["'90'", "'85.5'", 'within 10'],
    ["'nan'", "'1'", 'null'],
  ])('numericDifference: %s and %s are "%s"', async (a, b, level) => {
    expect(await levelOf(engine, numericDifference('kg'), number(a), number(b))).toBe(level);
  });

  test.each([
    ['0', '0', 'equal'],
    ['100.0', '99.0', 'within 1 %'],
    ['95', '100', 'within 5 %'],
    ['-95', '-100', 'within 5 %'],
    ['80', '100', 'within 20 %'],
    ['0', '100', 'else'],
    ['(-128)::TINYINT', '(-127)::TINYINT', 'within 1 %'],
    ['95::UTINYINT', '100::UTINYINT', 'within 5 %'],
    ['0.95::DOUBLE', '1.0::DOUBLE', 'within 5 %'],
    ['0.9499999::DOUBLE', '1.0::DOUBLE', 'within 20 %'],
    ["'NaN'::DOUBLE", "'NaN'::DOUBLE", 'null'],
    ["'-Infinity'::DOUBLE", '1.0::DOUBLE', 'null'],
  ])('percentageDifference: %s and %s are "%s"', async (a, b, level) => {
    expect(await levelOf(engine, percentageDifference('kg'), number(a), number(b))).toBe(level);
  });

  const weight = (net: string, gross: string): Said => ({
    net: `cast(${net} as DOUBLE)`,
    gross: `cast(${gross} as DOUBLE)`,
  });
  test.each([
    ['90', '100', '90', '100', 'same'],
    ['90', '100', '95', 'NULL', 'meet'],
    ['90', '100', 'NULL', '103', 'gap within 5 %'],
    ['90', '100', '200', '220', 'else'],
    ['90', '100', 'NULL', 'NULL', 'null'],
    ['90', '95', "'NaN'", "'NaN'", 'null'],
    ['90', '95', "'NaN'", '94', 'meet'],
    ['90', '95', "'Infinity'", "'Infinity'", 'null'],
    ['0.5', '0.95', '1.0', '2', 'gap within 5 %'],
  ])('intervals: %s to %s against %s to %s: "%s"', async (a, b, c, d, level) => {
    expect(await levelOf(engine, intervals('net', 'gross'), weight(a, b), weight(c, d))).toBe(
      level,
    );
  });
});

describe('lists and places', () => {
  const list = (sql: string): Said => ({ c: sql });
  test.each([
    ["['a', 'b']", "['b', 'a', 'a']", 'all shared'],
    ["['a', 'b', 'c']", "['a', 'b']", '2 shared'],
    ["['a', 'b']", "['a', 'd']", '1 shared'],
    ["['a']", "['d']", 'else'],
    ['cast([] as VARCHAR[])', "['d']", 'null'],
  ])('sharedItems: %s and %s: "%s"', async (a, b, level) => {
    expect(await levelOf(engine, sharedItems('c', { atLeast: [2, 1] }), list(a), list(b))).toBe(
      level,
    );
  });

  test('a text is split into its items', async () => {
    const items = sharedItems('t', { separator: ';' });
    expect(await levelOf(engine, items, text('MSKU1;MSKU2'), text('MSKU2;MSKU1'))).toBe(
      'all shared',
    );
    expect(await levelOf(engine, items, text('MSKU1;MSKU2'), text('MSKU2'))).toBe('1 shared');
    expect(await levelOf(engine, items, text('MSKU1; MSKU2;'), text('MSKU2;MSKU1'))).toBe(
      'all shared',
    );
    expect(await levelOf(engine, items, text('MSKU1;'), text('MSKU2;'))).toBe('else');
    expect(await levelOf(engine, items, text(' ; '), text('MSKU2'))).toBe('null');
  });

  test('one column is compared in two ways, each by what it derives for itself', async () => {
    await engine.run(
      "create or replace table twofold as select * from (values ('1', 'a;b,c', '01-02-2021'), ('2', 'b,c;a', '03-02-2021')) v(id, c, d)",
    );
    const links = await linkRecords(engine, {
      tables: [{ table: 'twofold', id: 'id' }],
      blocking: ['true'],
      comparisons: [
        sharedItems('c', { separator: ';' }),
        sharedItems('c', { name: 'by comma', separator: ',' }),
        dateDifference('d', { format: 'dd-mm-yyyy' }),
        dateDifference('d', { name: 'month first', format: 'mm-dd-yyyy' }),
      ],
      prior: 0.5,
    });
    const { reasons } = await links.explain('1', '2');
    expect(reasons.map(({ level }) => level)).toEqual([
      'all shared',
      'else',
      'within 7 days',
      'else',
    ]);
    await links.drop();
  });

  const place = (lat: number, lon: number): Said => ({ lat: `${lat}`, lon: `${lon}` });
  // Vlissingen to Gent: 51.4427, 3.5741 to 51.0543, 3.7174 is 44.3 km; a degree of latitude is 111.195 km.
  test.each([
    [place(51.4427, 3.5741), place(51.4427, 3.5741), 'within 1 km'],
    [place(51.4427, 3.5741), place(51.0543, 3.7174), 'within 50 km'],
    [place(0, 0), place(0.0899, 0), 'within 10 km'],
    [place(0, 0), place(0.09, 0), 'within 50 km'],
    [place(0, 179.99), place(0, -179.99), 'within 10 km'],
    [place(0, 0), place(0, 180), 'else'],
  ])('distance: %j and %j: "%s"', async (a, b, level) => {
    expect(await levelOf(engine, distance('lat', 'lon'), a, b)).toBe(level);
  });
});

test('a limit forgives a rounding error and no more', async () => {
  const tenth = numericDifference('kg', { within: [0.1] });
  expect(await levelOf(engine, tenth, number('1.1::DOUBLE'), number('1.0::DOUBLE'))).toBe(
    'within 0.1',
  );
  expect(await levelOf(engine, tenth, number('1.1001::DOUBLE'), number('1.0::DOUBLE'))).toBe(
    'else',
  );
});

test('a place that is no number is nowhere', async () => {
  const at = (lat: string): Said => ({ lat, lon: '3.5::DOUBLE' });
  for (const nowhere of ["'Infinity'::DOUBLE", "'NaN'::DOUBLE", 'NULL::DOUBLE'])
    expect(await levelOf(engine, distance('lat', 'lon'), at('51.0::DOUBLE'), at(nowhere))).toBe(
      'null',
    );
});

test('a moment is compared by its day', async () => {
  const seized = (sql: string): Said => ({ d: sql });
  const late = seized("TIMESTAMP '2021-03-01 23:30:00'");
  const days = dateDifference('d');
  expect(await levelOf(engine, days, late, seized("TIMESTAMP '2021-03-02 00:10:00'"))).toBe(
    'within 1 days',
  );
  expect(await levelOf(engine, days, late, seized("DATE '2021-03-01'"))).toBe('same day');
});

test('a column that does not hold what is compared is refused by name', async () => {
  const refused = (comparison: Comparison, sql: string): Promise<unknown> =>
    levelOf(engine, comparison, { c: sql }, { c: sql }).catch((error: Error) => error.message);
  expect(await refused(dateDifference('c'), "'2021-03-01'")).toMatchInlineSnapshot(
    `"comparison "c": the column "c" of "of_left" is VARCHAR, and it compares days; give the \`format\` of the text, such as 'yyyy-mm-dd', or cast the column to DATE"`,
  );
  expect(
    await refused(dateDifference('c'), "TIMESTAMPTZ '2021-03-01 10:00:00+00'"),
  ).toMatchInlineSnapshot(
    `"comparison "c": the column "c" of "of_left" is TIMESTAMP WITH TIME ZONE, and it compares days; cast the column to DATE"`,
  );
  expect(
    await refused(dateDifference('c', { format: 'yyyy-mm-dd' }), "DATE '2021-03-01'"),
  ).toMatchInlineSnapshot(
    `"comparison "c": the column "c" of "of_left" is DATE, and a \`format\` is for text; leave it out"`,
  );
  expect(await refused(numericDifference('c'), "DATE '2021-03-01'")).toMatchInlineSnapshot(
    `"comparison "c": the column "c" of "of_left" is DATE, and it compares numbers; cast the column to a number, or compare it otherwise"`,
  );
});

test('a comparison of one’s own is a plain record', async () => {
  const own = {
    name: 'initial',
    columns: ['t'],
    derive: { initial: 'upper(substr(t, 1, 1))' },
    levels: [{ name: 'same initial', holds: 'l.initial = r.initial' }],
  };
  expect(await levelOf(engine, own, text('gent'), text('Gand'))).toBe('same initial');
});

test('limits in the wrong order are refused', () => {
  expect(() => jaroWinkler('t', { thresholds: [0.8, 0.9] })).toThrowErrorMatchingInlineSnapshot(
    `[RangeError: jaroWinkler("t"): thresholds must fall, each between 0 and 1, such as 0.92, 0.88; found 0.8, 0.9]`,
  );
  expect(() => levenshtein('t', { distances: [] })).toThrowErrorMatchingInlineSnapshot(
    `[RangeError: levenshtein of "t": limits must grow from zero on, such as 0, 3, 14; found none]`,
  );
  expect(() => numericDifference('t', { within: [3, 1] })).toThrowErrorMatchingInlineSnapshot(
    `[RangeError: numericDifference("t"): limits must grow from zero on, such as 0, 3, 14; found 3, 1]`,
  );
  expect(() => dateDifference('t', { within: [1.5] })).toThrowErrorMatchingInlineSnapshot(
    `[RangeError: dateDifference("t"): "within" must be whole days from zero on, or { least, most } with least <= most; found [1.5]]`,
  );
  expect(() => sharedItems('t', { atLeast: [0] })).toThrowErrorMatchingInlineSnapshot(
    `[RangeError: sharedItems("t"): "atLeast" must be whole numbers that fall to 1 or more, such as 2, 1; found 0]`,
  );
  expect(() => stateWeights(exact('t'), { m: [0.9] })).toThrowErrorMatchingInlineSnapshot(
    `[RangeError: comparison "t": m needs 2 probabilities between 0 and 1 (exact, else) that add up to 1, or to less where some are left open; found 0.9]`,
  );
  expect(() => stateWeights(exact('t'), { m: [0.9, 0.2] })).toThrowErrorMatchingInlineSnapshot(
    `[RangeError: comparison "t": m needs 2 probabilities between 0 and 1 (exact, else) that add up to 1, or to less where some are left open; found 0.9, 0.2]`,
  );
});
