import { createHash } from 'node:crypto';
import {
  existsSync,
  lstatSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmdirSync,
  rmSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join, resolve } from 'node:path';
import type { Step as AnswerStep } from '@samenbeeld/answers';
import { officeHandling } from '@samenbeeld/schema';
import { type Clearance, clearance, seal, unseal, writeThrough } from '@samenbeeld/store';

/** A step of a build: reading, a step of an answer, checking sources, drawing, writing a table, or the whole. */
type Step = AnswerStep | 'file' | 'source' | 'ingest' | 'check' | 'draw' | 'table' | 'build';

/**
 * Results of steps by the hash of what they were made from; kept beside a picture that is public, and with it only. Of any
 * other picture nothing is kept: it can be deleted without a trace elsewhere.
 */
export interface StepCache {
  /** The key of a step's inputs; the step is made by a room's code, or by the package of a manifest. */
  key(step: Step, inputs: unknown, manifest?: string): string;
  read<Result>(key: string): Result | null;
  /** Remembers a result until `keep` writes it. */
  remember(key: string, result: unknown): void;
  /** What a step gave for the same inputs before, else what it gives now. */
  once<Result>(step: Step, inputs: unknown, make: () => Result): Result;
  /** Writes what is new where the picture is public, and removes what this build did not use. */
  keep(clearance: Clearance): Promise<void>;
}

const require = createRequire(import.meta.url);

const rooms: Readonly<Record<Step, readonly string[]>> = {
  file: ['recipes'],
  source: ['ingest'],
  ingest: ['ingest', 'harmonise'],
  trend: ['trends'],
  money: ['money', 'answers'],
  check: ['recipes'],
  draw: ['charts', 'page'],
  table: ['store'],
  build: ['recipes'],
};

/** The rooms that answers are made in are those of answers. */
const beside = createRequire(require.resolve('@samenbeeld/answers/package.json'));

const manifestsOf = (step: Step): readonly string[] =>
  rooms[step].map((room) =>
    (room === 'answers' || room === 'recipes' ? require : beside).resolve(
      `@samenbeeld/${room}/package.json`,
    ),
  );

function filesUnder(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(?:ts|json)$/.test(name))
    .map((name) => join(folder, name))
    .sort();
}

/** What a package is built into; declarations of types lie in the folders below. */
function builtFiles(folder: string): readonly string[] {
  return readdirSync(folder)
    .filter((name) => /\.c?js$/.test(name))
    .map((name) => join(folder, name))
    .sort();
}

/** A hash over the code of the packages that make a step, and of the rooms they use: a change of code is a change of key. */
function codeVersion(manifests: readonly string[]): string {
  const hash = createHash('sha256').update(process.version);
  const seen = new Set<string>();
  const add = (manifest: string): void => {
    if (seen.has(manifest)) return;
    seen.add(manifest);
    const { digest, rooms: used } = codeOf(manifest);
    hash.update(digest);
    for (const one of used) add(createRequire(manifest).resolve(`${one}/package.json`));
  };
  for (const manifest of manifests) add(manifest);
  return hash.digest('hex');
}

const codes = new Map<string, { readonly digest: Buffer; readonly rooms: readonly string[] }>();

/** A hash of a room's own code, read once in a process, and the rooms it uses. */
function codeOf(manifest: string) {
  const known = codes.get(manifest);
  if (known) return known;
  const root = dirname(manifest);
  // The manifest names the exact versions of the libraries that do the work.
  const text = readFileSync(manifest, 'utf8');
  const hash = createHash('sha256').update(text);
  const built = join(root, 'dist');
  const own = existsSync(built) ? builtFiles(built) : [];
  for (const file of own.length > 0 ? own : filesUnder(join(root, 'src')))
    hash.update(basename(file)).update(readFileSync(file));
  const { dependencies = {} } = JSON.parse(text) as { dependencies?: Record<string, string> };
  const rooms = Object.keys(dependencies)
    .filter((name) => name.startsWith('@samenbeeld/'))
    .sort();
  const code = { digest: hash.digest(), rooms };
  codes.set(manifest, code);
  return code;
}

const tag = 'CACHEDIR.TAG';
/** What backup programs know a cache by (bford.info/cachedir). */
const signature = `Signature: 8a477f597d28d172789f06886806bc55
# Steps of public pictures beside this folder, kept by samenbeeld. May be deleted at any time.
`;
const named = /^(?:file|source|ingest|trend|money|check|draw|table|build)-[\da-f]{32}\.json$/;

/** Removes the files of a cache that are not named, and its folder once it is empty; nothing else. */
function removeKept(folder: string, used: ReadonlySet<string> = new Set()): void {
  try {
    if (!lstatSync(folder).isDirectory()) return;
    for (const name of readdirSync(folder))
      if (named.test(name) && !used.has(name)) rmSync(join(folder, name), { force: true });
    if (readdirSync(folder).length === 0) rmdirSync(folder);
  } catch {
    // What cannot be removed is not believed either.
  }
}

/** Removes what was kept of pictures that are gone. */
function sweep(parent: string): void {
  const names = existsSync(parent) ? readdirSync(parent) : [];
  for (const name of names) {
    const isThere =
      existsSync(join(dirname(parent), name)) ||
      readdirSync(dirname(parent)).some((other) => other.startsWith(`.${name}.`));
    if (name !== tag && !isThere) removeKept(join(parent, name));
  }
}

/**
 * Opens the cache of a picture: a hidden folder beside `out`. A file is believed only where its seal is right, which
 * needs a key that lies in the user's own folder: what another user, a damaged disk or an older version wrote counts as
 * absent, and the step is done again.
 */
export function openCache(out: string): StepCache {
  const { parent, folder } = cacheOf(out);
  sweep(parent);
  return stepsIn([folder], { parent, folder });
}

/**
 * The steps that builds into some folders kept, to read a picture's inputs without building it: nothing is written, and what
 * is missing there is done anew.
 */
export function keptSteps(outs: readonly string[]): StepCache {
  return stepsIn([...new Set(outs.map((out) => cacheOf(out).folder))], null);
}

function cacheOf(out: string): { readonly parent: string; readonly folder: string } {
  const target = existsSync(out) ? realpathSync(out) : resolve(out);
  const parent = join(dirname(target), '.samenbeeld-cache');
  return { parent, folder: join(parent, basename(target)) };
}

/** Steps that are read in some folders, and kept in one where there is one. */
function stepsIn(
  folders: readonly string[],
  kept: { readonly parent: string; readonly folder: string } | null,
): StepCache {
  const versions = new Map<string, string>();
  const used = new Set<string>();
  const fresh = new Map<string, unknown>();
  /** What was read or made before, in this build. */
  const known = new Map<string, unknown>();
  const cache: StepCache = {
    key: (step, inputs, manifest) => {
      const version =
        versions.get(step) ?? codeVersion(manifest === undefined ? manifestsOf(step) : [manifest]);
      versions.set(step, version);
      const hash = createHash('sha256')
        .update(version)
        .update(JSON.stringify(inputs))
        .digest('hex');
      const key = `${step}-${hash.slice(0, 32)}`;
      used.add(key);
      return key;
    },
    read: <Result>(key: string): Result | null => {
      if (known.has(key)) return known.get(key) as Result;
      for (const folder of folders)
        try {
          const content = unseal(key, readFileSync(join(folder, `${key}.json`), 'utf8'));
          if (content === null) continue;
          const result = JSON.parse(content) as Result;
          known.set(key, result);
          return result;
        } catch {
          // Not kept there.
        }
      return null;
    },
    remember: (key, result) => {
      fresh.set(key, result);
    },
    once: <Result>(step: Step, inputs: unknown, make: () => Result): Result => {
      const key = cache.key(step, inputs);
      const kept = cache.read<Result>(key);
      if (kept !== null) return kept;
      // What comes back from the file comes back the first time too.
      const made = JSON.parse(JSON.stringify(make())) as Result;
      cache.remember(key, made);
      known.set(key, made);
      return made;
    },
    keep: async (cleared) => {
      if (kept === null) return;
      const { parent, folder } = kept;
      if (cleared.audience.code !== 'public') {
        removeKept(folder);
        return;
      }
      removeKept(folder, new Set([...used].map((key) => `${key}.json`)));
      // For this user alone, and with no word to others of what is in the making.
      const own = clearance(officeHandling, 'internal');
      if (!existsSync(join(parent, tag))) await writeThrough(join(parent, tag), signature, own);
      for (const [key, result] of fresh) {
        const sealed = await seal(key, JSON.stringify(result));
        if (sealed !== null) await writeThrough(join(folder, `${key}.json`), sealed, own);
      }
    },
  };
  return cache;
}
