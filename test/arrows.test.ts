import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { expect, test } from 'vitest';

const root = `${import.meta.dirname}/..`;

/** Who may import whom, as the plan in docs/architecture.md draws it. */
const plan: Readonly<Record<string, readonly string[]>> = {
  schema: [],
  engine: [],
  sources: ['schema'],
  trends: ['schema'],
  charts: ['schema'],
  exercise: ['schema'],
  hostile: ['engine', 'read', 'ingest', 'describe', 'sources'],
  linkage: ['engine'],
  store: ['schema', 'engine'],
  read: ['schema', 'engine'],
  ingest: ['schema', 'engine', 'store', 'read'],
  harmonise: ['schema', 'engine', 'read', 'ingest'],
  describe: ['schema', 'engine', 'read', 'ingest', 'harmonise', 'page'],
  merge: ['schema', 'engine', 'store', 'linkage'],
  money: ['schema', 'engine'],
  page: ['schema', 'store', 'charts'],
  answers: [
    'schema',
    'engine',
    'store',
    'ingest',
    'harmonise',
    'sources',
    'merge',
    'money',
    'trends',
    'charts',
    'page',
  ],
  recipes: [
    'answers',
    'schema',
    'engine',
    'store',
    'read',
    'ingest',
    'harmonise',
    'sources',
    'merge',
    'money',
    'trends',
    'charts',
    'page',
  ],
};
const free = new Set(['notebook', 'cli']);

function sources(room: string): string[] {
  const folder = `${root}/packages/${room}/src`;
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => `${folder}/${name}`);
}

function importsOf(room: string): Map<string, string> {
  const found = new Map<string, string>();
  for (const file of sources(room)) {
    // Examples in doc comments import the room itself, by the name a user would write.
    const code = readFileSync(file, 'utf8').replace(/\/\*\*[\s\S]*?\*\//g, '');
    for (const [, name = ''] of code.matchAll(
      /from '@samenbeeld\/([\w-]+)'|import\('@samenbeeld\/([\w-]+)'\)/g,
    ))
      if (name) found.set(name, file);
    for (const [, name = ''] of code.matchAll(/import\('@samenbeeld\/([\w-]+)'\)/g))
      found.set(name, file);
  }
  return found;
}

const rooms = readdirSync(`${root}/packages`).filter((name) =>
  existsSync(`${root}/packages/${name}/package.json`),
);

test.each(rooms)('%s imports only what the plan lets it', (room) => {
  const allowed = free.has(room) ? rooms : plan[room];
  expect(allowed, `the plan has no room "${room}"`).toBeDefined();
  const strange = [...importsOf(room)].filter(([name]) => !allowed?.includes(name));
  expect(strange).toEqual([]);
});

test.each(rooms)('%s declares the rooms it imports, and refers to them', (room) => {
  const manifest = JSON.parse(readFileSync(`${root}/packages/${room}/package.json`, 'utf8'));
  const config = JSON.parse(readFileSync(`${root}/packages/${room}/tsconfig.json`, 'utf8'));
  const imported = [...importsOf(room).keys()].sort();
  const declared = Object.keys(manifest.dependencies ?? {})
    .filter((name) => name.startsWith('@samenbeeld/'))
    .map((name) => name.slice(12))
    .sort();
  const referred = (config.references ?? [])
    .map((reference: { path: string }) => reference.path.slice(3))
    .sort();
  expect(declared).toEqual(imported);
  expect(referred).toEqual(imported);
});

test('a forbidden arrow is found', () => {
  expect(plan['charts']).not.toContain('store');
  expect(importsOf('charts').has('schema')).toBe(true);
});

test('the pure rooms touch neither files nor the clock nor the network', () => {
  const impure = ['schema', 'trends', 'charts'].flatMap((room) =>
    sources(room).filter((file) => {
      const code = readFileSync(file, 'utf8').replace(/\/\*\*[\s\S]*?\*\//g, '');
      return /from 'node:|Date\.now\(|new Date\(\)|Math\.random\(|\bfetch\(/.test(code);
    }),
  );
  expect(impure).toEqual([]);
});

test('a path to a package’s own file means the same from the source and from the built file', () => {
  const inDepth = [...Object.keys(plan), ...free].flatMap((room) =>
    sources(room).filter(
      (file) =>
        /\/src\/.*\//.test(file.slice(file.indexOf('/packages/'))) &&
        /new URL\([^)]*import\.meta\.url/.test(readFileSync(file, 'utf8')),
    ),
  );
  expect(inDepth).toEqual([]);
  const own = sources('ingest').filter((file) =>
    /import\.meta\.url/.test(readFileSync(file, 'utf8')),
  );
  expect(own.length).toBeGreaterThan(0);
});

test('an exported name means one thing in its room', () => {
  const declared =
    /^export (?:async )?(?:abstract )?(?:function\*?|const|class|interface|type|enum) (\w+)/gm;
  const twice = [...Object.keys(plan), ...free].flatMap((room) => {
    const files = new Map<string, Set<string>>();
    for (const file of sources(room))
      for (const [, name = ''] of readFileSync(file, 'utf8').matchAll(declared))
        files.set(name, (files.get(name) ?? new Set()).add(file));
    return [...files].filter(([, where]) => where.size > 1).map(([name]) => `${room}: ${name}`);
  });
  expect(twice).toEqual([]);
});

/** Files that import one another in a circle, of values or of types, as paths within the room; none if there is no circle. */
function circleIn(files: ReadonlyMap<string, readonly string[]>): readonly string[] {
  const done = new Set<string>();
  const follow = (file: string, path: readonly string[]): readonly string[] => {
    if (path.includes(file)) return path.slice(path.indexOf(file));
    if (done.has(file)) return [];
    done.add(file);
    for (const next of files.get(file) ?? []) {
      const circle = follow(next, [...path, file]);
      if (circle.length > 0) return circle;
    }
    return [];
  };
  for (const file of files.keys()) {
    const circle = follow(file, []);
    if (circle.length > 0) return circle;
  }
  return [];
}

function arrowsWithin(room: string): ReadonlyMap<string, readonly string[]> {
  return new Map(
    sources(room).map((file) => {
      const code = readFileSync(file, 'utf8').replace(/\/\*\*[\s\S]*?\*\//g, '');
      const to = [...code.matchAll(/from '(\.[^']+\.ts)'/g)].map(([, path = '']) =>
        resolve(dirname(file), path),
      );
      return [resolve(file), to];
    }),
  );
}

test.each(rooms)('no two files of %s import one another, also not for a type', (room) => {
  const within = arrowsWithin(room);
  expect([...within.values()].flat().every((path) => within.has(path))).toBe(true);
  expect(circleIn(within)).toEqual([]);
});

test('a circle is found', () => {
  const files = new Map([
    ['a', ['b', 'c']],
    ['b', []],
    ['c', ['d']],
    ['d', ['b', 'c']],
  ]);
  expect(circleIn(files)).toEqual(['c', 'd']);
});
