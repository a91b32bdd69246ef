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

/** Words in nl, fr and de as the code writes them: the arguments of `inFour`, and the keys of an object that has all four. */
function wordsIn(file: string): readonly (readonly [language: string, words: string])[] {
  const found: (readonly [string, string])[] = [];
  const tell = (language: string, node: ts.Expression | undefined): void => {
    const words = literal(node);
    if (words !== null) found.push([language, words]);
  };
  const languages = ['nl', 'fr', 'de'];
  walk(ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest), (node) => {
    if (ts.isCallExpression(node) && ts.isIdentifier(node.expression)) {
      if (node.expression.text === 'inFour')
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

  test('are what a refusal of a file or a sheet is made of: no plain text is', () => {
    const { config } = ts.readConfigFile(join(root, 'packages/ingest/tsconfig.json'), (path) =>
      readFileSync(path, 'utf8'),
    );
    const { options } = ts.parseJsonConfigFileContent(
      config,
      ts.sys,
      join(root, 'packages/ingest'),
    );
    const files = ['read', 'ingest'].flatMap(sourcesOf);
    const program = ts.createProgram(files, { ...options, noEmit: true, composite: false });
    const checker = program.getTypeChecker();
    const isText = (node: ts.Expression): boolean =>
      !checker.isTypeAssignableTo(checker.getStringType(), checker.getTypeAtLocation(node));
    let seen = 0;
    const plainly: string[] = [];
    for (const file of program.getSourceFiles().filter(({ fileName }) => files.includes(fileName)))
      walk(file, (node) => {
        if (!ts.isNewExpression(node) || node.expression.getText() !== 'InputError') return;
        seen += 1;
        const [problem, options] = node.arguments ?? [];
        const parts = options && ts.isObjectLiteralExpression(options) ? options.properties : [];
        const told = [
          ...(problem ? [problem] : []),
          ...parts.flatMap((part) =>
            ts.isPropertyAssignment(part) && part.name.getText() === 'repair'
              ? [part.initializer]
              : ts.isShorthandPropertyAssignment(part) && part.name.text === 'repair'
                ? [part.name]
                : [],
          ),
        ];
        if (!told.every(isText)) plainly.push(`${file.fileName}: ${node.getText()}`);
      });
    expect(seen).toBeGreaterThan(70);
    expect(plainly).toEqual([]);
  });
});
