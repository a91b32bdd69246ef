import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, dirname, join, resolve } from 'node:path';
import { type Clearance, writeThrough } from '@samenbeeld/store';

/** Results of steps by the hash of what they were made from; kept beside the picture, under its clearance. */
export interface StepCache {
  /** The key of a step's inputs. */
  key(step: string, inputs: unknown): string;
  read<Result>(key: string): Result | null;
  /** Remembers a result until `keep` writes it. */
  remember(key: string, result: unknown): void;
  /** Writes what is new, and removes what this build did not use. */
  keep(clearance: Clearance): Promise<void>;
}

const require = createRequire(import.meta.url);

function filesUnder(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8', withFileTypes: false })
    .filter((name) => /\.(js|ts|json)$/.test(name) && !name.endsWith('.d.ts'))
    .map((name) => join(folder, name))
    .sort();
}

/** A hash over the code of the rooms that make a step, so that a change of code is a change of key. */
function codeVersion(rooms: readonly string[]): string {
  const hash = createHash('sha256').update(process.version);
  for (const room of rooms) {
    const root = dirname(require.resolve(`@samenbeeld/${room}/package.json`));
    // The manifest names the exact versions of the libraries that do the work.
    hash.update(readFileSync(join(root, 'package.json')));
    const built = join(root, 'dist');
    for (const file of filesUnder(existsSync(built) ? built : join(root, 'src'))) {
      hash.update(basename(file)).update(readFileSync(file));
    }
  }
  return hash.digest('hex');
}

/**
 * Opens the cache of a picture: a hidden folder beside `out`. A file that cannot be read counts as absent; the step
 * is then done again.
 */
export function openCache(out: string): StepCache {
  const target = resolve(out);
  const folder = join(dirname(target), '.samenbeeld-cache', basename(target));
  const versions = new Map<string, string>();
  const used = new Set<string>();
  const fresh = new Map<string, unknown>();
  const rooms: Readonly<Record<string, readonly string[]>> = {
    ingest: ['schema', 'engine', 'ingest'],
    draw: ['schema', 'charts', 'report'],
  };
  const pathOf = (key: string) => join(folder, `${key}.json`);
  return {
    key: (step, inputs) => {
      const version = versions.get(step) ?? codeVersion(rooms[step] ?? []);
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
      try {
        return JSON.parse(readFileSync(pathOf(key), 'utf8')) as Result;
      } catch {
        return null;
      }
    },
    remember: (key, result) => {
      fresh.set(key, result);
    },
    keep: async (clearance) => {
      for (const [key, result] of fresh) {
        await writeThrough(pathOf(key), JSON.stringify(result), clearance);
      }
      if (!existsSync(folder)) return;
      for (const name of readdirSync(folder)) {
        if (name.endsWith('.json') && !used.has(name.slice(0, -5)))
          await rm(join(folder, name), { force: true });
      }
    },
  };
}
