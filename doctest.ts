// Every ```ts fence in a doc comment, the README or the guide is a test.
// `f(x) // => value` asserts that the call equals the value; other lines just run.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { transformSync } from 'rolldown/utils';
import type { Plugin } from 'vitest/config';

const root = import.meta.dirname;
const fence = /^([ \t]*\*?[ \t]*)```ts[ \t]*\n([\s\S]*?)^[ \t]*\*?[ \t]*```/gm;

function filesUnder(folder: string, ending: string): string[] {
  if (!existsSync(`${root}/${folder}`)) return [];
  return readdirSync(`${root}/${folder}`, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith(ending))
    .map((name) => `${folder}/${name}`);
}

const read = (file: string): string => readFileSync(`${root}/${file}`, 'utf8');

const hasExamples = (file: string): boolean =>
  existsSync(`${root}/${file}`) && /```ts[ \t]*\n/.test(read(file));

/** The files of each room that hold examples, by its table of contents: the room is loaded once for all of them. */
const byRoom: ReadonlyMap<string, readonly string[]> = new Map(
  readdirSync(`${root}/packages`)
    .map(
      (name) =>
        [
          `packages/${name}/src/index.ts`,
          filesUnder(`packages/${name}/src`, '.ts').filter(hasExamples),
        ] as const,
    )
    .filter(([, files]) => files.length > 0),
);

/** The modules whose tests are examples: a table of contents for its room, and each page. */
export const documented: string[] = [
  ...byRoom.keys(),
  ...[
    ...filesUnder('docs', '.md'),
    ...readdirSync(`${root}/packages`).map((name) => `packages/${name}/README.md`),
    'README.md',
  ].filter(hasExamples),
];

/** The code of each fence of a file, and the line it stands on. */
export function examplesOf(
  file: string,
): readonly { readonly code: string; readonly line: number }[] {
  const text = read(file);
  return [...text.matchAll(fence)].map((match) => ({
    code: (match[2] ?? '').replace(/^[ \t]*\*[ ]?/gm, ''),
    line: text.slice(0, match.index).split('\n').length,
  }));
}

/** One fence as a test of its own, its imports made dynamic so that it can stand in any module. */
function toTest(code: string, title: string): string {
  const body = code
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

/** The examples of a file as tests, each titled with its file and line. */
function testsOf(file: string): string {
  return examplesOf(file)
    .map(({ code, line }) => toTest(code, `${file}:${line}`))
    .join('\n');
}

const fileOf = (id: string): string => relative(root, id.split('?')[0] ?? '').replaceAll('\\', '/');

/** Makes tests of the examples of a page, and of those of a room in the place of its table of contents. */
export function doctest(): Plugin {
  return {
    name: 'doctest',
    enforce: 'pre',
    configureVitest({ experimental_defineCacheKeyGenerator }) {
      // The examples of a room are of many files.
      experimental_defineCacheKeyGenerator(({ id }) =>
        documented.includes(fileOf(id)) ? false : undefined,
      );
    },
    transform(_, id) {
      const file = fileOf(id);
      if (!documented.includes(file)) return null;
      const cases = (byRoom.get(file) ?? [file]).map(testsOf).join('\n');
      const made = transformSync(`${file}.ts`, `import { test } from 'vitest';\n${cases}`);
      if (made.errors.length > 0) throw new Error(`${file}: ${made.errors[0]?.message}`);
      return made.code;
    },
  };
}
