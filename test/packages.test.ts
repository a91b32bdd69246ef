// What a package must be before it may be published, and what it promises to those who use it.
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, realpathSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { root } from './command.ts';

interface Manifest {
  readonly name: string;
  readonly private?: boolean;
  readonly license?: string;
  readonly keywords?: readonly string[];
  readonly repository?: { readonly directory: string };
  readonly engines?: { readonly node: string };
  readonly scripts?: Readonly<Record<string, string>>;
  readonly files?: readonly string[];
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly peerDependencies?: Readonly<Record<string, string>>;
}

const manifestIn = (folder: string): Manifest =>
  JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Manifest;

const folders = readdirSync(`${root}/packages`).map((name) => `${root}/packages/${name}`);
const published = folders.filter((folder) => manifestIn(folder).private !== true);

test('rooms that only tests use are private, and no published one needs them', () => {
  const kept = folders.filter((folder) => !published.includes(folder)).map(manifestIn);
  expect(kept.map(({ name }) => name)).toEqual(['@samenbeeld/exercise', '@samenbeeld/hostile']);
  const needed = published.flatMap((folder) => Object.keys(manifestIn(folder).dependencies ?? {}));
  expect(needed.filter((name) => kept.some((one) => one.name === name))).toEqual([]);
});

test.each(published)('%s says what it is, and builds itself before it is packed', (folder) => {
  const { name, license, keywords, repository, engines, scripts, files } = manifestIn(folder);
  expect(license).toBe('MIT');
  expect(keywords?.length).toBeGreaterThanOrEqual(2);
  expect(`${root}/${repository?.directory}`).toBe(folder);
  expect(engines?.node).toBe('>=20.19');
  expect(scripts?.['prepack']).toBe('node ../../scripts/build.mjs');
  expect(files).toContain('dist');
  expect(readFileSync(join(folder, 'README.md'), 'utf8')).toMatch(new RegExp(`^# ${name}\n`));
});

test('what is installed with us may be used with us', () => {
  const allowed =
    /^\(?(?:MIT|ISC|0BSD|BSD-[23]-Clause|Apache-2\.0|CC0-1\.0|BlueOak-1\.0\.0|Unlicense|Python-2\.0|WTFPL|Zlib)\b/;
  // See docs/decisions.md: `buffers` says nothing, and nothing of ours loads it.
  const byName: Readonly<Record<string, string>> = { buffers: '' };
  const seen = new Map<string, string>();
  const walk = (folder: string): void => {
    const { name, dependencies = {}, ...manifest } = manifestIn(folder);
    if (seen.has(folder)) return;
    const written = (manifest as { license?: unknown; licenses?: unknown }).license ?? '';
    seen.set(folder, `${name}: ${typeof written === 'string' ? written : JSON.stringify(written)}`);
    const from = createRequire(join(folder, 'package.json'));
    for (const one of Object.keys(dependencies)) {
      const paths = from.resolve.paths(one) ?? [];
      const found = paths.map((path) => join(path, one)).find((path) => existsSync(path));
      if (found !== undefined) walk(realpathSync(found));
    }
  };
  for (const folder of published) walk(folder);
  const licences = [...new Set(seen.values())].sort();
  expect(licences.length).toBeGreaterThan(50);
  const refused = licences.filter((line) => {
    const [name = '', licence = ''] = line.split(/: (.*)/s);
    return !allowed.test(licence) && byName[name] !== licence;
  });
  expect(refused).toEqual([]);
});

test('the terms of every library that is built in lie beside what holds it', () => {
  const builtIn = published.flatMap((folder) => {
    const dist = join(folder, 'dist');
    const maps = readdirSync(dist).filter((name) => name.endsWith('js.map'));
    const sources = maps.flatMap(
      (name) =>
        (JSON.parse(readFileSync(join(dist, name), 'utf8')) as { readonly sources: string[] })
          .sources,
    );
    const libraries = sources.flatMap(
      (source) => /^.*\/node_modules\/((?:@[^/]+\/)?[^/]+)/u.exec(source)?.[1] ?? [],
    );
    const terms = existsSync(join(dist, 'licenses.txt'))
      ? readFileSync(join(dist, 'licenses.txt'), 'utf8')
      : '';
    return [...new Set(libraries)].map((name) => ({ name, isStated: terms.includes(`${name} `) }));
  });
  expect(builtIn.length).toBeGreaterThan(50);
  expect(builtIn.filter(({ isStated }) => !isStated)).toEqual([]);
});

test('a room reads what is built in beside it at its first use, and then from one file', () => {
  const rooms = readdirSync(join(root, 'packages')).map((name) =>
    pathToFileURL(join(root, 'packages', name, 'dist/index.js')),
  );
  const read = `import { createRequire } from 'node:module';
for (const room of ${JSON.stringify(rooms)}) await import(room);
const { openEngine } = await import(${JSON.stringify(rooms.find(({ href }) => href.includes('/engine/')))});
await (await openEngine()).close();
console.log(Object.keys(createRequire(import.meta.url).cache).join('\\n'));`;
  const files = execFileSync(process.execPath, ['--input-type=module', '-e', read], {
    encoding: 'utf8',
  });
  expect(files).toContain('duckdb.node');
  expect(files).not.toMatch(/stdlib\.cjs|ml-matrix|@duckdb[\\/]node-api/u);
});

/** The names that a table of contents gives, types among them. */
function namesOf(folder: string): readonly string[] {
  const index = readFileSync(join(folder, 'src', 'index.ts'), 'utf8').replace(/\/\/.*$/gm, '');
  const named = [...index.matchAll(/export (type )?\{([^}]*)\}/g)].flatMap(([, all, list = '']) =>
    list.split(',').flatMap((part) => {
      const [, only, name] = /^\s*(type )?(?:\w+ as )?(\w+)\s*$/.exec(part) ?? [];
      return name === undefined ? [] : [all || only ? `${name} (type)` : name];
    }),
  );
  const made = [...index.matchAll(/export (?:async )?(?:const|function|class) (\w+)/g)];
  return [...named, ...made.map(([, name = '']) => name)].sort();
}

// Whoever takes a name away takes it from somebody: REGEN=1 writes the file anew, and CHANGELOG.md says what moved.
test('the names that each package gives are those that are written down', async () => {
  const text = published
    .map(
      (folder) =>
        `${manifestIn(folder).name}\n${namesOf(folder)
          .map((name) => `  ${name}`)
          .join('\n')}\n`,
    )
    .join('\n');
  await expect(text).toMatchFileSnapshot(
    join(dirname(import.meta.dirname), 'test', 'public-names.txt'),
  );
});
