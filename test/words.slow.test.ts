import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';
import { root } from './command.ts';
import { english, plain } from './english-words.ts';

const rooms = readdirSync(join(root, 'packages'));

function walk(node: ts.Node, see: (node: ts.Node) => void): void {
  see(node);
  ts.forEachChild(node, (child) => walk(child, see));
}

const sourcesOf = (room: string): readonly string[] =>
  readdirSync(join(root, 'packages', room, 'src'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => join(root, 'packages', room, 'src', name));

/** The words of a literal, with what is put between them left out. */
function literal(node: ts.Expression | undefined): string | null {
  if (!node) return null;
  if (ts.isStringLiteralLike(node)) return node.text;
  if (!ts.isTemplateExpression(node)) return null;
  return [node.head.text, ...node.templateSpans.map((span) => span.literal.text)].join('…');
}

/** What takes words in the order nl, fr, de, en. */
const inOrder: ReadonlySet<string> = new Set(['inFour', 'sayInFour', 'wrongUse']);

/** Words in nl, fr and de as the code writes them: the arguments of what takes four, and the keys of an object that has all four. */
function wordsIn(file: string): readonly (readonly [language: string, words: string])[] {
  const found: (readonly [string, string])[] = [];
  const tell = (language: string, node: ts.Expression | undefined): void => {
    const words = literal(node);
    if (words !== null) found.push([language, words]);
  };
  const languages = ['nl', 'fr', 'de'];
  walk(ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest), (node) => {
    if (ts.isCallExpression(node) && ts.isIdentifier(node.expression)) {
      if (inOrder.has(node.expression.text))
        for (const [at, language] of languages.entries()) tell(language, node.arguments[at]);
    } else if (ts.isObjectLiteralExpression(node)) {
      const values = new Map(
        node.properties.flatMap((one) =>
          ts.isPropertyAssignment(one) && ts.isIdentifier(one.name)
            ? [[one.name.text, one.initializer] as const]
            : [],
        ),
      );
      if (['en', ...languages].every((language) => values.has(language)))
        for (const language of languages) tell(language, values.get(language));
    }
  });
  return found;
}

describe('words in four languages', () => {
  test.each(rooms)('no English word stands among those of the other three: %s', (room) => {
    const found = sourcesOf(room).flatMap((file) =>
      wordsIn(file).flatMap(([language, words]) => {
        const bare = plain(words.replace(/\{[^{}]*\}/gu, '…'));
        return english.test(bare) ? [`${language}: ${words}`] : [];
      }),
    );
    expect(found).toEqual([]);
  });

  test('are what a refusal is made of wherever a reader may meet it: no plain text is', () => {
    const { config } = ts.readConfigFile(join(root, 'packages/cli/tsconfig.json'), (path) =>
      readFileSync(path, 'utf8'),
    );
    const { options } = ts.parseJsonConfigFileContent(config, ts.sys, join(root, 'packages/cli'));
    const files = rooms.flatMap(sourcesOf);
    const program = ts.createProgram(files, { ...options, noEmit: true, composite: false });
    const checker = program.getTypeChecker();
    const isText = (node: ts.Expression): boolean => {
      const type = checker.getTypeAtLocation(node);
      return (type.isUnion() ? type.types : [type]).every(
        ({ flags }) => (flags & ts.TypeFlags.StringLike) === 0,
      );
    };
    let seen = 0;
    const plainly: string[] = [];
    for (const file of program.getSourceFiles().filter(({ fileName }) => files.includes(fileName)))
      walk(file, (node) => {
        // The words of a wrong call are four by its type.
        if (ts.isCallExpression(node) && node.expression.getText() === 'wrongUse') seen += 1;
        if (!ts.isNewExpression(node) || !refusals.has(node.expression.getText())) return;
        seen += 1;
        const [problem, options] = node.arguments ?? [];
        const repair = options && !ts.isObjectLiteralExpression(options) ? [options] : [];
        const parts = options && ts.isObjectLiteralExpression(options) ? options.properties : [];
        const given = (names: ReadonlySet<string>): readonly ts.Expression[] =>
          parts.flatMap((part) =>
            ts.isPropertyAssignment(part) && names.has(part.name.getText())
              ? [part.initializer]
              : ts.isShorthandPropertyAssignment(part) && names.has(part.name.text)
                ? [part.name]
                : [],
          );
        // Beside what is told in four languages, the reason may say more to whoever reads English.
        const says = given(new Set(['says']));
        const reasons = says.length > 0 ? says : problem ? [problem] : [];
        const told = [...reasons, ...repair, ...given(remedies)].filter(
          (part) => part.getText() !== "''",
        );
        const where = file.fileName.slice(join(root, 'packages/').length);
        if (!told.every(isText) && !passingOn.has(where))
          plainly.push(`${where}: ${node.getText()}`);
      });
    expect(seen).toBeGreaterThan(600);
    expect(plainly).toEqual([]);
  });

  test('are what proposals of codes, drafts and damaged lines say: their reasons are no plain text', () => {
    for (const [file, name] of told) {
      const source = readFileSync(join(root, 'packages', file), 'utf8');
      expect(source, file).toMatch(new RegExp(`readonly ${name}: Text;`, 'u'));
      expect(source, file).not.toMatch(new RegExp(`readonly ${name}: string;`, 'u'));
    }
  });
});

const refusals: ReadonlySet<string> = new Set(['InputError', 'UsageError', 'RefusalError']);
const remedies: ReadonlySet<string> = new Set(['repair', 'remedy']);

/** Pass on what another refusal says, in the words in which it says it. */
const passingOn: ReadonlySet<string> = new Set([
  'cli/src/commands/diff.ts',
  'notebook/src/refused.ts',
]);

const told = [
  ['harmonise/src/code-proposal.ts', 'reason'],
  ['harmonise/src/evidence/evidence.ts', 'reason'],
  ['harmonise/src/replay/inapplicable.ts', 'says'],
  ['harmonise/src/replay/replay-report.ts', 'says'],
  ['schema/src/invariants/invariant.ts', 'says'],
  ['schema/src/shape.ts', 'says'],
  ['store/src/read-decisions.ts', 'problem'],
  ['store/src/restrictions.ts', 'why'],
  ['money/src/hypotheses/check-set.ts', 'problem'],
  ['recipes/src/money/file-faults.ts', 'problem'],
] as const;
