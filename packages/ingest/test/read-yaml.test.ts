import { readYaml } from '@samenbeeld/ingest';
import type { Text } from '@samenbeeld/schema';
import { expect, test } from 'vitest';
import { english, plain } from '../../../test/english-words.ts';

function refusalOf(text: string): string {
  try {
    return JSON.stringify(
      readYaml(text, (problem, line) => {
        throw new Error(`line ${line}: ${problem.en}`);
      }).data,
    );
  } catch (error) {
    return (error as Error).message;
  }
}

test('a YAML text is read, with the line of each part', () => {
  const { data, lineAt } = readYaml('a: 1\nb:\n  - c: 2\n', () => {
    throw new Error('refused');
  });
  expect(data).toEqual({ a: 1, b: [{ c: 2 }] });
  expect(lineAt(['b', '0', 'c'])).toBe(3);
});

test('what grows, nests, repeats or is too long is refused with its line', () => {
  const letters = [...'abcdefghij'];
  const laughs = letters
    .map((letter, at) =>
      at === 0
        ? 'a: &a [x,x,x,x,x,x,x,x,x]'
        : `${letter}: &${letter} [${Array(9).fill(`*${letters[at - 1]}`)}]`,
    )
    .join('\n');
  expect([
    refusalOf('a: 1\nb: ]'),
    refusalOf('a: 1\nb: 2\na: 3'),
    refusalOf(laughs),
    refusalOf(`${'['.repeat(10_000)}${']'.repeat(10_000)}`),
    refusalOf('\n'.repeat(100_000)),
    refusalOf('x'.repeat(3_000_000)),
    refusalOf('a: 1\n---\nb: 2'),
  ]).toMatchInlineSnapshot(`
    [
      "line 2: Unexpected flow-seq-end token in YAML stream: "]" (character 4)",
      "line 3: Map keys must be unique, and "a" stands twice",
      "line 1: its references (*name) repeat each other without end",
      "line 1: its parts are nested too deep",
      "line 1: it is longer than any file of this kind",
      "line 1: it is longer than any file of this kind",
      "line 2: Source contains multiple documents (character 1)",
    ]
  `);
});

test('a key that every object has is a key of its own', () => {
  const { data } = readYaml('__proto__: { polluted: 1 }\nconstructor: 2', () => {
    throw new Error('refused');
  });
  expect(Object.keys(data as object)).toEqual(['__proto__', 'constructor']);
  expect(({} as { polluted?: number }).polluted).toBeUndefined();
});

test('broken YAML is told in the reader’s language, with its sign; the parser is quoted where nobody knows better', () => {
  const told = (text: string): Text => {
    try {
      readYaml(text, (problem) => {
        throw Object.assign(new Error('refused'), { problem });
      });
    } catch (error) {
      return (error as { readonly problem: Text }).problem;
    }
    throw new Error(`read: ${text}`);
  };
  const broken = [
    'a: 1\n b: 2',
    'a: [1, 2',
    "a: 'x",
    'a: b: c',
    'a: @x',
    'a:\n\t- x',
    'a: "\\q"',
    'a: 1\nb',
    'a: {x: 1 y: 2}',
    'a: 1\n---\nb: 2',
    'a: *x',
    'a: >x\n b',
  ].map(told);
  for (const language of ['nl', 'fr', 'de'] as const)
    for (const problem of broken) {
      expect(plain(problem[language])).not.toMatch(english);
      expect(problem[language]).not.toContain(problem.en.replace(/ \(character.*/u, ''));
    }
  expect(broken[1]?.nl).toBe('een haak wordt niet gesloten (teken 9)');
  expect(told('%YAML 1.x\n---\na: &b &c 1').de).toMatch(/^„.+“ \(Zeichen \d+\)$/u);
});
