import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { expect, test } from 'vitest';
import { root } from './command.ts';

/** Code that runs on a user's or a developer's machine: Windows, macOS and Linux alike. */
const code = [
  'scripts',
  'test',
  ...readdirSync(join(root, 'packages')).map((room) => `packages/${room}/src`),
]
  .flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((name) =>
      join(root, folder, name),
    ),
  )
  .filter((path) => /\.(?:ts|mjs)$/.test(path) && !path.endsWith('portable.test.ts'));

const pages = [
  join(root, 'README.md'),
  ...readdirSync(join(root, 'docs'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => join(root, 'docs', name)),
];

/** What runs on one system only, and what stands for it. */
const forbidden: readonly (readonly [what: string, pattern: RegExp, instead: string])[] = [
  [
    'a shim of node_modules/.bin',
    /\.bin(?:\/|', ')(?:tsc|biome|knip|vitest|tslab|playwright)/,
    'process.execPath and the file of the package',
  ],
  [
    'npm, npx or pnpm by name',
    /(?:spawn|exec|run|works)\w*\(\s*'(?:npx|npm|pnpm)'/,
    'process.execPath and its file',
  ],
  ['a shell', /shell:\s*true/, 'a program and its arguments'],
  ['a colon between folders', /PATH[^;]{0,120}\.join\(':'\)/s, 'path.delimiter'],
  ['a folder of one system', /(?:mkdtemp|mkdir|writeFile)\w*\(\s*[`'"]\/tmp/, 'os.tmpdir()'],
  [
    'the folder of programs of a Python of Unix alone',
    /\.venv(?:\/|', ')bin/,
    'Scripts on Windows',
  ],
];

test.each(forbidden)('no code rests on %s', (_what, pattern, instead) => {
  const found = code.filter((path) => pattern.test(readFileSync(path, 'utf8')));
  expect(found.map((path) => `${relative(root, path)}: use ${instead}`)).toEqual([]);
});

test('the patterns find what they forbid', () => {
  const wrong = [
    "run(join(root, 'node_modules', '.bin', 'tsc'))",
    "spawnSync('npx', ['tsc'])",
    'spawn(program, { shell: true })',
    "PATH: [bin, process.env.PATH].join(':')",
    "mkdtempSync('/tmp/x')",
    "join(root, '.venv/bin/python')",
  ];
  expect(forbidden.map(([, pattern], at) => pattern.test(wrong[at] ?? ''))).toEqual(
    wrong.map(() => true),
  );
});

test('the examples of the pages need no program of Unix', () => {
  const found = pages.flatMap((path) =>
    [...readFileSync(path, 'utf8').matchAll(/^\$ (.*)$/gm)]
      .map(([, command = '']) => command)
      .filter((command) =>
        /^(?:sed|grep|awk|cat|cp|mv|rm|head|tail)\b|\|\s*(?:sed|grep|awk|head|tail)\b/.test(
          command,
        ),
      )
      .map((command) => `${relative(root, path)}: ${command}`),
  );
  expect(found).toEqual([]);
});
