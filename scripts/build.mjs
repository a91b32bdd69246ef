// npm run build: declarations of types by tsc, and each package's code in one file, with what is loaded on use beside it.
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, isAbsolute, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { isDeepStrictEqual } from 'node:util';
import { programOf, root, run, say } from './setup.mjs';

const cache = join(root, 'node_modules', '.cache');
const folders = readdirSync(join(root, 'packages'))
  .map((name) => join(root, 'packages', name))
  .filter((folder) => existsSync(join(folder, 'package.json')));

/** Files that Node starts by themselves, beside a package's table of contents. */
const entriesOf = (folder) =>
  ['index', 'worker'].filter((name) => existsSync(join(folder, 'src', `${name}.ts`)));

const schemasOf = (folder) => readdirSync(folder).filter((name) => name.endsWith('.schema.json'));

/** The descriptions of a package's catalogue. */
function descriptionsIn(folder) {
  const catalogue = join(folder, 'catalogue');
  if (!existsSync(catalogue)) return [];
  const paths = readdirSync(catalogue).map((id) => join(catalogue, id, 'source.yaml'));
  return paths.filter((path) => existsSync(path)).sort();
}

/** What a package is made from, by the name, time and size of each file. */
function sourceOf(folder) {
  const files = ['package.json', 'tsconfig.json'].map((name) => join(folder, name));
  for (const name of readdirSync(join(folder, 'src'), { recursive: true }).sort())
    if (/\.(?:ts|json)$/u.test(name)) files.push(join(folder, 'src', name));
  files.push(...schemasOf(folder).map((name) => join(folder, name)));
  files.push(...descriptionsIn(folder));
  const shared = ['tsconfig.base.json', 'pnpm-lock.yaml', 'scripts/build.mjs'];
  files.push(...shared.map((name) => join(root, name)));
  const hash = createHash('sha256').update(process.version);
  for (const file of files) {
    const { mtimeMs, size } = statSync(file);
    hash.update(`${file} ${mtimeMs} ${size}\n`);
  }
  return hash.digest('hex');
}

function recordIn(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    // Not there, or a build that was broken off: everything is made again.
    return {};
  }
}

/** Makes `result` of the packages whose sources changed since it was made last. */
async function renew(kind, result, make) {
  const path = join(cache, `${kind}.json`);
  const known = recordIn(path);
  const now = Object.fromEntries(folders.map((folder) => [folder, sourceOf(folder)]));
  const stale = folders.filter(
    (folder) => now[folder] !== known[folder] || !existsSync(join(folder, 'dist', result)),
  );
  if (stale.length === 0) return;
  await make(stale);
  mkdirSync(cache, { recursive: true });
  writeFileSync(`${path}.new`, JSON.stringify(now));
  renameSync(`${path}.new`, path);
}

/** What @stdlib says to those who look for its faults: nothing. */
const withoutDebug = {
  name: 'without-debug',
  resolveId: (id) => (id === 'debug' ? '\0debug' : null),
  load: (id) => (id === '\0debug' ? 'module.exports = () => () => undefined;' : null),
};

/**
 * The functions of @stdlib that a package calls stand in a file of their own, `stdlib.cjs`, which is read when one is called for
 * the first time: a command that fits nothing needs none of the hundreds of files that they are made from.
 */
function ofStdlib() {
  const called = new Set();
  const mark = '\0called:';
  return {
    called,
    plugin: {
      name: 'of-stdlib',
      resolveId: (id, importer) =>
        id.startsWith('@stdlib/') && importer?.endsWith('.ts') ? `${mark}${id}` : null,
      load(id) {
        if (!id.startsWith(mark)) return null;
        const name = id.slice(mark.length);
        called.add(name);
        return [
          "import { createRequire } from 'node:module';",
          'const require = createRequire(import.meta.url);',
          'let made;',
          `export default (...given) => (made ??= require('./stdlib.cjs')[${JSON.stringify(name)}]())(...given);`,
        ].join('\n');
      },
    },
    entry: {
      name: 'entry',
      resolveId: (id) => (id === 'stdlib' ? '\0stdlib' : null),
      load: (id) =>
        id === '\0stdlib'
          ? [...called]
              .sort()
              .map((name) => JSON.stringify(name))
              .map((name) => `exports[${name}] = () => require(${name});`)
              .join('\n')
          : null,
    },
  };
}

/** Libraries of which a part is built in: read file by file, or whole, they take longer than what uses them. */
const taken = /^(?:@stdlib\/.*|commander|@duckdb\/node-api)$/u;
const isRoomOrNode = /^(?:node:|@samenbeeld\/|samenbeeld$)/u;

/** Libraries whose objects we give to whoever imports them too: read twice, their classes would be two. */
const givesObjects = /^graphology$/u;

/** The manifest that a file belongs to. */
function findPackageJSON(path) {
  const folder = dirname(path);
  const manifest = join(folder, 'package.json');
  return existsSync(manifest) || folder === path ? manifest : findPackageJSON(folder);
}

/**
 * Reads other libraries by `require`, and functions and classes of them at their first use: by `import` Node looks through each that is
 * CommonJS for its names, which takes several times as long. One that can only be imported is.
 */
function byRequire(folder) {
  const require = createRequire(join(folder, 'package.json'));
  const mark = '\0required:';
  /** Whether `require` reads it on every version of Node: those before 22.12 take no modules. */
  const isCommon = (id) => {
    try {
      const path = require.resolve(id);
      const home = findPackageJSON(path);
      const { type } = JSON.parse(readFileSync(home, 'utf8'));
      return path.endsWith('.cjs') || (path.endsWith('.js') && type !== 'module');
    } catch {
      return false;
    }
  };
  return {
    name: 'by-require',
    resolveId(id, importer, { kind } = { kind: 'import-statement' }) {
      const isOurs = importer?.endsWith('.ts');
      if (!isOurs || /^[./]/u.test(id) || isRoomOrNode.test(id) || taken.test(id)) return null;
      if (kind !== 'import-statement') return { id, external: true };
      return !givesObjects.test(id) && isCommon(id) ? `${mark}${id}` : null;
    },
    load(id) {
      if (!id.startsWith(mark)) return null;
      const name = JSON.stringify(id.slice(mark.length));
      const library = require(id.slice(mark.length));
      const members = Object.keys(library).filter((member) =>
        /^(?!default$)[a-z_$][\w$]*$/iu.test(member),
      );
      const standIn = (member) => {
        if (typeof library[member] !== 'function')
          return `/* @__PURE__ */ (() => library().${member})()`;
        return /^[A-Z]/u.test(member)
          ? `/* @__PURE__ */ classOf(() => library().${member})`
          : `(...given) => library().${member}(...given)`;
      };
      return [
        "import { createRequire } from 'node:module';",
        'const require = createRequire(import.meta.url);',
        'let made;',
        `const library = () => (made ??= require(${name}));`,
        `export default { ${members.map((member) => `get ${member}() { return library().${member}; }`).join(', ')} };`,
        'const classOf = (read) => new Proxy(function () {}, {',
        '  get: (_, key) => read()[key],',
        '  construct: (_, given, made) => Reflect.construct(read(), given, made),',
        '});',
        ...members.map((member) => `export const ${member} = ${standIn(member)};`),
      ].join('\n');
    },
  };
}

/** Commander starts programs of others where a command is one; ours are none, and what would start them takes long to load. */
const withoutPrograms = {
  name: 'without-programs',
  resolveId: (id, importer) =>
    id === 'node:child_process' && /[\\/]commander[\\/]/.test(importer ?? '') ? '\0programs' : null,
  load: (id) => (id === '\0programs' ? 'module.exports = {};' : null),
};

/** Names and statements stay as they are written; what Node has no use for does not. */
const minify = { compress: false, mangle: false, codegen: { removeWhitespace: true } };

/** Writes the terms of the libraries that are built in beside what holds them: each text once, under the names it is of. */
function writeLicences(dir, modules) {
  const homes = new Set(
    modules.flatMap(
      (id) => /^.*[\\/]node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+/u.exec(id)?.[0] ?? [],
    ),
  );
  const names = new Map();
  for (const home of homes) {
    const { name, version } = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8'));
    const files = readdirSync(home)
      .filter((file) => /^(?:licen[cs]e|notice)/iu.test(file))
      .sort();
    const terms = files.map((file) => readFileSync(join(home, file), 'utf8').trim()).join('\n\n');
    if (terms === '') throw new Error(`${name} is built in and states no licence`);
    names.set(terms, [...(names.get(terms) ?? []), `${name} ${version}`]);
  }
  const path = join(dir, 'licenses.txt');
  if (names.size === 0) rmSync(path, { force: true });
  else
    writeFileSync(
      path,
      [...names].map(([terms, of]) => `${of.sort().join(', ')}\n\n${terms}\n`).join('\n\n'),
    );
}

async function bundle(folder) {
  const { rolldown } = await import('rolldown');
  const required = byRequire(folder);
  const stdlib = ofStdlib();
  const bundled = await rolldown({
    cwd: folder,
    input: Object.fromEntries(entriesOf(folder).map((name) => [name, `src/${name}.ts`])),
    platform: 'node',
    // Rooms and libraries stay where they are: a room's own files become one, with what is taken of libraries.
    external: (id, importer) =>
      !id.startsWith('.') &&
      !isAbsolute(id) &&
      !taken.test(id) &&
      withoutPrograms.resolveId(id, importer) === null &&
      required.resolveId(id, importer) === null,
    plugins: [stdlib.plugin, withoutPrograms, required],
  });
  const dir = join(folder, 'dist');
  const written = { dir, sourcemap: true, minify };
  const { output } = await bundled.write({
    ...written,
    format: 'esm',
    entryFileNames: '[name].js',
    chunkFileNames: '[name]-[hash].js',
  });
  await bundled.close();
  if (stdlib.called.size > 0) {
    const called = await rolldown({
      cwd: folder,
      input: { stdlib: 'stdlib' },
      platform: 'node',
      external: /^node:/u,
      plugins: [stdlib.entry, withoutDebug],
    });
    output.push(
      ...(await called.write({ ...written, format: 'cjs', entryFileNames: '[name].cjs' })).output,
    );
    await called.close();
  }
  writeLicences(
    dir,
    output.flatMap(({ moduleIds = [] }) => moduleIds),
  );
  const names = new Set(output.map(({ fileName }) => fileName));
  for (const name of readdirSync(dir, { recursive: true }))
    if (/\.c?js(?:\.map)?$/u.test(name) && !names.has(name)) rmSync(join(dir, name));
}

/**
 * The command once more, with what its help needs of other rooms and nothing else: most of what a command loads is words that
 * help does not say. What is loaded on use is that of the command itself.
 */
async function bundleHelp() {
  const { rolldown } = await import('rolldown');
  const folder = join(root, 'packages/cli');
  const onUse = {
    name: 'on-use',
    resolveId: (_, importer, { kind }) =>
      kind === 'dynamic-import' && importer ? { id: './index.js', external: true } : null,
  };
  const bundled = await rolldown({
    cwd: folder,
    input: { help: 'src/index.ts' },
    platform: 'node',
    resolve: { conditionNames: ['@samenbeeld/source', 'import', 'node', 'default'] },
    external: /^node:(?!child_process$)/u,
    plugins: [onUse, withoutPrograms],
  });
  await bundled.write({
    dir: join(folder, 'dist'),
    ...{ sourcemap: true, minify, format: 'esm', entryFileNames: '[name].js' },
  });
  await bundled.close();
}

/**
 * The checks that a package's JSON Schemas compile to, as code: to compile them costs a command more than all else that it
 * does before it reads. Each is a function of the formats, with the hash of its schema; `compileSchema` of ingest uses it.
 */
function compileSchemas(folder) {
  const schemas = schemasOf(folder);
  if (schemas.length === 0) return;
  const from = createRequire(join(root, 'packages/ingest/package.json'));
  const { Ajv, _ } = from('ajv');
  const standalone = from('ajv/dist/standalone').default;
  for (const name of schemas) {
    const text = readFileSync(join(folder, name), 'utf8');
    const formats = { regex: () => true, date: () => true };
    const code = { source: true, formats: _`formats` };
    const ajv = new Ajv({ allErrors: true, strict: false, formats, code });
    const check = standalone(ajv, ajv.compile(JSON.parse(text)));
    const hash = createHash('sha256').update(text).digest('hex');
    writeFileSync(
      join(folder, 'dist', name.replace(/\.json$/u, '.cjs')),
      `exports.schema = '${hash}';\nexports.check = (formats, require) => {\nconst module = {};\n${check}\nreturn module.exports;\n};\n`,
    );
  }
}

/**
 * The descriptions of the catalogue as the packages check them, by the hash of their text: to read and check them all costs a
 * command more than all else that it does. `checkedSources` of sources gives them. One that JSON does not hold as it is is left out.
 */
async function checkCatalogue() {
  const entry = (name) => pathToFileURL(join(root, 'packages', name, 'dist', 'index.js')).href;
  const { checkedDescription } = await import(entry('ingest'));
  const checked = {};
  for (const path of descriptionsIn(join(root, 'packages/sources'))) {
    const text = readFileSync(path, 'utf8');
    const written = checkedDescription(text, path);
    if (isDeepStrictEqual(JSON.parse(JSON.stringify(written)), written))
      checked[createHash('sha256').update(text).digest('hex')] = written;
  }
  writeFileSync(join(root, 'packages/sources/dist/checked.json'), JSON.stringify(checked));
}

/** The code of the packages; only what changed is made again. */
export function ensureBundled() {
  return renew('bundled', 'index.js', async (stale) => {
    say('compiling (a few seconds the first time)');
    for (const folder of stale) {
      await bundle(folder);
      compileSchemas(folder);
    }
    await checkCatalogue();
    await bundleHelp();
  });
}

/** The declarations of the packages, which notebooks and editors read; only what changed is made again. */
export function ensureDeclared() {
  return renew('declared', 'index.d.ts', () => {
    say('writing declarations of types, for notebooks and editors (ten seconds the first time)');
    run(process.execPath, [programOf('typescript-7', 'tsc'), '-b', ...folders]);
  });
}

// Of the tests that load what is compiled.
export { ensureBundled as setup };

if (import.meta.url === pathToFileURL(realpathSync(process.argv[1])).href)
  try {
    await ensureBundled();
    await ensureDeclared();
  } catch (error) {
    console.error(error.message);
    process.exitCode = 1;
  }
