// Every ```ts fence in a doc comment, the README or the guide is a test.
// `f(x) // => value` asserts that the call equals the value; other lines just run.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { relative } from 'node:path';
import ts from 'typescript';
import type { Plugin } from 'vitest/config';

const asModule = {
  compilerOptions: { target: ts.ScriptTarget.ES2023, module: ts.ModuleKind.ESNext },
};

const root = import.meta.dirname;
const fence = /^([ \t]*\*?[ \t]*)```ts[ \t]*\n([\s\S]*?)^[ \t]*\*?[ \t]*```/gm;

function filesUnder(folder: string, ending: string): string[] {
  if (!existsSync(`${root}/${folder}`)) return [];
  return readdirSync(`${root}/${folder}`, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith(ending))
    .map((name) => `${folder}/${name}`);
}

/** The files that hold at least one example. */
export const documented: string[] = [
  ...readdirSync(`${root}/packages`).flatMap((name) => filesUnder(`packages/${name}/src`, '.ts')),
  ...filesUnder('docs', '.md'),
  'README.md',
].filter(
  (file) =>
    existsSync(`${root}/${file}`) && /```ts[ \t]*\n/.test(readFileSync(`${root}/${file}`, 'utf8')),
);

/** One fence as a test of its own, its imports made dynamic so that it can stand in any module. */
function toTest(code: string, title: string): string {
  const body = code
    .replace(/^[ \t]*\*[ ]?/gm, '')
    .split('\n')
    .map((line) => {
      const named = /^\s*import\s+(type\s+)?\{(.+)\}\s+from\s+(['"].+['"]);?\s*$/.exec(line);
      if (named) {
        const [, onlyType, names = '', from] = named;
        return onlyType ? '' : `const {${names.replaceAll(' as ', ': ')}} = await import(${from});`;
      }
      const assertion = /^\s*(?:const (\w+) = )?(.+?);?\s*\/\/ => (.+)$/.exec(line);
      if (!assertion) return line;
      const [, name, call, value] = assertion;
      return name
        ? `const ${name} = await (${call}); expect(${name}).toEqual(${value});`
        : `expect(await (${call})).toEqual(${value});`;
    })
    .join('\n');
  return `test(${JSON.stringify(title)}, async ({ expect }) => { expect(true).toBe(true);\n${body}\n});`;
}

function tests(text: string, file: string): string {
  return [...text.matchAll(fence)]
    .map((match) =>
      toTest(match[2] ?? '', `${file}:${text.slice(0, match.index).split('\n').length}`),
    )
    .join('\n');
}

/** Appends its examples to each documented file; they run only where that file is itself the test. */
export function doctest(): Plugin {
  const wanted = new Set(documented.map((file) => `${root}/${file}`));
  return {
    name: 'doctest',
    enforce: 'pre',
    transform(code, id) {
      const [path = ''] = id.split('?');
      if (!wanted.has(path)) return null;
      const text = readFileSync(path, 'utf8');
      const cases = tests(text, relative(root, path));
      return path.endsWith('.md')
        ? ts.transpileModule(`import { test } from 'vitest';\n${cases}`, asModule).outputText
        : `${code}\nif (import.meta.vitest) { const { test } = import.meta.vitest;\n${cases}\n}`;
    },
  };
}
