import { type Engine, openEngine } from '@samenbeeld/engine';
import { InputError } from '@samenbeeld/schema';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { expression, expressionProblem } from '../src/expression.ts';

let engine: Engine;

beforeAll(async () => {
  engine = await openEngine({ threads: 1 });
});

afterAll(() => engine.close());

/** What the engine's RE2 finds; null where it refuses the expression. */
async function found(pattern: string, text: string): Promise<string | null> {
  try {
    const [row] = await engine.rows<{ readonly found: boolean; readonly text: string }>(
      'select regexp_matches($1, $2) as found, regexp_extract($1, $2) as text',
      [text, pattern.replaceAll('(?<', '(?P<')],
    );
    return row?.found ? `found ${row.text}` : 'nothing';
  } catch {
    return null;
  }
}

/** What ours finds; null where it refuses it. */
function ours(pattern: string, text: string): string | null {
  if (expressionProblem(pattern)) return null;
  const first = expression(pattern).find(text);
  expect(expression(pattern).test(text), `${pattern} on ${text}`).toBe(first !== null);
  return first ? `found ${first.text}` : 'nothing';
}

const subtle: readonly (readonly [pattern: string, text: string])[] = [
  ['^a.b$', 'a\nb'],
  ['^a.b$', 'a\rb'],
  ['^a.b$', 'a\u2028b'],
  ['a$', 'a\n'],
  ['(?m)^b', 'a\nb'],
  ['(?s)a.b', 'a\nb'],
  ['\\s', '\u00a0'],
  ['\\w+', 'é'],
  ['\\bé', 'é'],
  ['\\d', '٣'],
  ['(?i)ß', 'ẞ'],
  ['(?i)k', '\u212a'],
  ['(?i)σ', 'ς'],
  ['(?i)Ω', 'ω'],
  ['\\p{L}+', 'é漢𝒜'],
  ['\\p{Lu}', 'É'],
  ['\\p{Greek}', 'α'],
  ['\\p{^L}', '1'],
  ['^.$', '😀'],
  ['[😀]', '😀'],
  ['[[:alpha:]]+', 'ab'],
  ['(?<y>\\d{4})', 'x2022'],
  ['(a|ab)(c|bcd)(d*)', 'abcd'],
  ['a{1000}', 'a'],
  ['x*', 'aaa'],
  ['$^', ''],
  ['[a-]', '-'],
  ['\\Qa.b\\E', 'a.b'],
  ['a\\z', 'a'],
  ['(?U)a+', 'aa'],
];

const refused: readonly (readonly [pattern: string, problem: RegExp])[] = [
  ['^(?!TOTAL$).', /looks ahead or behind/],
  ['(?=a)a', /looks ahead or behind/],
  ['(?<=a)b', /looks ahead or behind/],
  ['(?<!a)b', /looks ahead or behind/],
  ['\\u00e9', /names a character as \\u/],
  ['[\\u{1F600}]', /names a character as \\u/],
  ['(a)\\1', /refers back/],
  ['(?<n>a)\\k<n>', /refers back/],
  ['\\p{Alphabetic}', /not every engine knows/],
  ['\\p{Script=Greek}', /is not a regular expression/],
  ['(', /is not a regular expression/],
  ['[z-a]', /is not a regular expression/],
  ['a**', /is not a regular expression/],
  ['a++', /is not a regular expression/],
  ['(?>a)', /is not a regular expression/],
  ['a{1001}', /is not a regular expression/],
  ['(a{100}){100}', /is not a regular expression/],
  ['('.repeat(100_000), /is not a regular expression/],
];

describe('An expression of a file', () => {
  test.each(subtle)('%j finds in %j what the engine finds', async (pattern, text) => {
    const there = await found(pattern, text);
    expect(there).not.toBeNull();
    expect(ours(pattern, text)).toBe(there);
  });

  test('means the same here and in the engine, whatever it is made of', async () => {
    const piece = fc.constantFrom(
      ...[
        'a',
        'b',
        'É',
        'ß',
        '1',
        ' ',
        '.',
        '\\d',
        '\\D',
        '\\w',
        '\\s',
        '\\S',
        '\\b',
        '\\pL',
        '\\p{Lu}',
      ],
      ...[
        '^',
        '$',
        '(?i)',
        '(?s)',
        '[ab1]',
        '[^a]',
        '[[:digit:]]',
        '|',
        '(',
        ')',
        '*',
        '+?',
        '{2}',
        '{,3}',
        '(?:',
      ],
      ...['\\.', '\\x{c9}', '\\n', '(?!', '\\1', '\\u00c9', '(?<n>'],
    );
    const pattern = fc.array(piece, { maxLength: 7 }).map((parts) => parts.join(''));
    const text = fc.array(fc.constantFrom('a', 'A', 'b', 'é', 'É', 'ß', '1', ' ', '\n', 'ſ'), {
      maxLength: 6,
    });
    let matched = 0;
    let closed = 0;
    for (const [one, letters] of fc.sample(fc.tuple(pattern, text), { seed: 11, numRuns: 600 })) {
      const there = await found(one, letters.join(''));
      expect(ours(one, letters.join('')), `${one} on ${JSON.stringify(letters)}`).toBe(there);
      if (there === null) closed += 1;
      else if (there !== 'nothing') matched += 1;
    }
    expect(matched).toBeGreaterThan(100);
    expect(closed).toBeGreaterThan(50);
  });

  test.each(refused)('%s is refused, with what says the same', (pattern, problem) => {
    const fault = expressionProblem(pattern);
    expect(fault?.problem.en).toMatch(problem);
    expect(fault?.repair.en).toBeTruthy();
    expect(() => expression(pattern)).toThrow(InputError);
  });

  test('ends, whatever is tried: a text of a hundred thousand letters against nested repeats', () => {
    const long = `${'a'.repeat(100_000)}!`;
    for (const pattern of ['^(a+)+$', '^(a|aa)+$', '^(.*a){20}$', '(a*)*b', '^(\\s*a?)*$'])
      expect(expression(pattern).test(long), pattern).toBe(false);
  });

  test('refuses a text that is too long for what it asks, in words', () => {
    expect(() => expression('(a{1,900}b){1,1}').find('a'.repeat(100_000))).toThrow(
      /a text of 100,000 characters is too long for the expression/,
    );
  });

  test('replaces as a rule of a description says', () => {
    const { replaced } = expression('^(?<kind>GM)(\\d{4})\\s*$');
    expect(replaced('GM0715 ', 'NL.$1.$2')).toBe('NL.GM.0715');
    expect(replaced('GM0715', '$<kind>-$$-$&-$3')).toBe('GM-$-GM0715-$3');
    expect(replaced('elsewhere', 'NL.$1')).toBe('elsewhere');
  });
});
