import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '..');

/** The pages of the project, as paths from its root. */
const pages: readonly string[] = [
  'README.md',
  'CONTRIBUTING.md',
  'fixtures/published/README.md',
  'fixtures/exercise/README.md',
  ...readdirSync(join(root, 'docs'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name}`)
    .sort(),
];

const fence = /^```(\w*)[ \t]*\n([\s\S]*?)^```/gm;

function read(page: string): string {
  return readFileSync(join(root, page), 'utf8');
}

function prose(page: string): string {
  return read(page)
    .replace(fence, '')
    .replace(/`[^`\n]*`/g, '');
}

/** The anchors of a page's headings, as GitHub makes them. */
function anchors(page: string): ReadonlySet<string> {
  const text = read(page).replace(fence, '');
  const found = new Set<string>();
  for (const [, heading = ''] of text.matchAll(/^#{1,6}[ \t]+(.+?)[ \t]*$/gm)) {
    const base = heading
      .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\p{M}_ -]/gu, '')
      .replaceAll(' ', '-');
    let name = base;
    for (let n = 1; found.has(name); n += 1) name = `${base}-${n}`;
    found.add(name);
  }
  return found;
}

function brokenLinks(page: string): readonly string[] {
  return [...prose(page).matchAll(/\]\(([^)\s]+)\)/g)].flatMap(([, target = '']) => {
    if (/^(https?:|mailto:)/.test(target)) return [];
    const [path = '', anchor] = target.split('#');
    const file = path === '' ? page : relative(root, join(root, dirname(page), path));
    if (!existsSync(join(root, file))) return [`${target}: there is no ${file}`];
    if (anchor === undefined) return [];
    const isPage = file.endsWith('.md') && statSync(join(root, file)).isFile();
    return isPage && anchors(file).has(anchor) ? [] : [`${target}: no heading in ${file}`];
  });
}

/** The commands that console fences show, without their prompt and what they print. */
function commands(page: string): readonly string[] {
  return [...read(page).matchAll(fence)]
    .filter(([, language]) => language === 'console')
    .flatMap(([, , code = '']) => code.split('\n'))
    .filter((line) => line.startsWith('$ '))
    .map((line) => line.slice(2));
}

function help(...args: readonly string[]): string {
  const bin = join(root, 'packages/cli/bin/samenbeeld.js');
  return spawnSync(process.execPath, [bin, ...args, '--help'], { encoding: 'utf8' }).stdout;
}

const subcommands = new Set(
  [...help().matchAll(/^ {2}([a-z][a-z-]*)(?= )/gm)].map(([, name = '']) => name),
);
const optionsOf = new Map(
  [...subcommands].map((name) => [
    name,
    new Set(name === 'help' ? [] : help(name).match(/--[a-z][a-z-]*/g)),
  ]),
);

function strangeCommands(page: string): readonly string[] {
  return commands(page).flatMap((line) =>
    [...line.matchAll(/\bsamenbeeld ([a-z-]+)((?:"[^"]*"|[^|"])*)/g)].flatMap(
      ([, name = '', rest = '']) => {
        if (!subcommands.has(name)) return [`${line}: there is no command ${name}`];
        const known = optionsOf.get(name);
        const used = rest.replace(/"[^"]*"/g, '').match(/--[a-z][a-z-]*/g) ?? [];
        return used
          .filter((option) => !known?.has(option))
          .map((option) => `${line}: ${name} has no ${option}`);
      },
    ),
  );
}

function strangeScripts(page: string): readonly string[] {
  const { scripts } = JSON.parse(read('package.json')) as {
    readonly scripts: Readonly<Record<string, string>>;
  };
  return commands(page).filter((line) => {
    const name = /^npm (?:run )?([a-z][a-z:-]*)/.exec(line)?.[1];
    return name !== undefined && !(name in scripts);
  });
}

test.each(pages)('%s links only to pages and headings that exist', (page) => {
  expect(brokenLinks(page)).toEqual([]);
});

test.each(pages)('%s shows only commands and options that exist', (page) => {
  expect([...strangeCommands(page), ...strangeScripts(page)]).toEqual([]);
});

test.each(pages)('%s names only files of the project that exist', (page) => {
  const named = [
    ...read(page).matchAll(/`((?:packages|docs|test|scripts|fixtures|notebooks)\/[\w./-]+)`/g),
  ].map(([, path = '']) => path);
  expect(named.filter((path) => !existsSync(join(root, path)))).toEqual([]);
});

test('every page can be reached from the README', () => {
  const seen = new Set<string>();
  const visit = (page: string): void => {
    if (seen.has(page)) return;
    seen.add(page);
    for (const [, target = ''] of prose(page).matchAll(/\]\(([^)\s#]+\.md)[^)]*\)/g))
      if (!target.startsWith('http')) visit(relative(root, join(root, dirname(page), target)));
  };
  visit('README.md');
  expect(pages.filter((page) => page.startsWith('docs/') && !seen.has(page))).toEqual([]);
});

test('the checks above find what is wrong', () => {
  expect(anchors('docs/joint-total.md').has('where-each-rule-lives')).toBe(true);
  expect(subcommands.has('build')).toBe(true);
  expect(subcommands.has('wonder')).toBe(false);
  expect(optionsOf.get('decide')?.has('--keep')).toBe(true);
  expect(commands('README.md').length).toBeGreaterThan(5);
});
