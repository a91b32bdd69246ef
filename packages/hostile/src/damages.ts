import fc from 'fast-check';
import type { Damage } from './damage.ts';

const at = fc.noBias(fc.integer({ min: 0, max: 9999 })).map((n) => n / 10_000);

/** Texts that mean something to some reader. */
const texts = fc.constantFrom(
  '\0',
  '\0\0\0\0',
  '"',
  '""',
  '"\n',
  "'",
  ';',
  ',',
  '\t',
  '\r',
  '\n\n\n',
  '\xff\xfe',
  '\xef\xbb\xbf',
  '\xc3\x28',
  '\u001a',
  '=cmd|"/c calc"!A0',
  '=1+1',
  '@SUM(A1)',
  '-1e999',
  '1e400',
  'NaN',
  '1.234.567,89',
  '9'.repeat(400),
  '../../../etc/passwd',
  "'; drop table observation; --",
  '$(touch /tmp/x)',
  '{{{{{{{{',
  '[[[[[[[[',
  '<!ENTITY a "b">',
  '__proto__',
  '\u2028',
  '\xa0',
);

const plain: fc.Arbitrary<Damage> = fc.oneof(
  fc.record({ kind: fc.constant('truncate' as const), at }),
  fc.record({ kind: fc.constant('flip' as const), at, bit: fc.nat(7) }),
  fc.record({ kind: fc.constant('insert' as const), at, text: texts }),
  fc.record({
    kind: fc.constant('insert' as const),
    at,
    text: fc.string({ unit: 'binary', maxLength: 40 }),
  }),
  fc.record({ kind: fc.constant('delete' as const), at, length: fc.integer({ min: 1, max: 500 }) }),
  fc.record({
    kind: fc.constant('repeat' as const),
    at,
    length: fc.integer({ min: 1, max: 300 }),
    times: fc.integer({ min: 1, max: 200 }),
  }),
  fc.record({
    kind: fc.constant('recode' as const),
    to: fc.constantFrom('utf16le', 'utf16be', 'latin1', 'bom', 'twice'),
  }),
  fc.record({
    kind: fc.constant('line-ends' as const),
    to: fc.constantFrom('\r', '\r\n', '\n', 'mixed'),
  }),
  fc.record({
    kind: fc.constant('ragged' as const),
    line: at,
    cells: fc.integer({ min: -5, max: 40 }),
  }),
  fc.record({
    kind: fc.constant('giant-cell' as const),
    line: at,
    size: fc.constantFrom(1000, 70_000, 2_000_000),
  }),
  fc.record({ kind: fc.constant('swap-lines' as const), a: at, b: at }),
  fc.record({
    kind: fc.constant('delimiter' as const),
    to: fc.constantFrom(',', ';', '\t', '|', ' ', ';;'),
  }),
  fc.record({ kind: fc.constant('columns' as const), count: fc.constantFrom(1, 50, 5000) }),
);

/** One to four damages of a file, workbooks also inside. */
export const damages: fc.Arbitrary<readonly Damage[]> = fc.array(
  fc.oneof(
    { weight: 3, arbitrary: plain },
    {
      weight: 1,
      arbitrary: fc.record({ kind: fc.constant('inside' as const), entry: at, damage: plain }),
    },
  ),
  { minLength: 1, maxLength: 4 },
);
