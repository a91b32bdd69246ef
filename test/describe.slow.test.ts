import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { loadSource } from '@samenbeeld/ingest';
import { describe, expect, test } from 'vitest';
import { root } from './command.ts';
import { samenbeeld } from './one-process.ts';
import { hasRealData, realData } from './pictures.ts';

/** What `samenbeeld describe` says of each real file: reviewed by reading, rewritten by REGEN=1. */
const golden = join(root, 'test/describe-golden');
const regenerate = process.env['REGEN'] === '1';

const files: readonly string[] = hasRealData
  ? readdirSync(realData, { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.(?:csv|tsv|xlsx|json|geojson)$/.test(name))
      .sort()
  : [];

if (!hasRealData)
  console.log(`skipped: describing the real files, because ${realData} is not there`);

interface Described {
  readonly printed: string;
  readonly stdout: string;
  readonly yaml: string | null;
  readonly code: number | null;
  readonly loads: string | null;
}

/** Runs the command where the file lies under its own name alone, so that no path of this machine is printed. */
async function described(file: string): Promise<Described> {
  const folder = mkdtempSync(join(tmpdir(), 'samenbeeld-golden-'));
  try {
    symlinkSync(join(realData, file), join(folder, basename(file)));
    const { code, stdout, stderr } = await samenbeeld(['describe', basename(file)], {
      cwd: folder,
    });
    const written = readdirSync(folder).find((name) => name.endsWith('.source.yaml'));
    const yaml =
      written === undefined
        ? null
        : readFileSync(join(folder, written), 'utf8').replace(/(\$schema=)\S+\//, '$1…/');
    let loads: string | null = null;
    try {
      if (written !== undefined) loadSource(join(folder, written));
    } catch (error) {
      loads = error instanceof Error ? error.message : String(error);
    }
    return { printed: stdout + stderr, stdout, yaml, code, loads };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function compare(name: string, found: string): void {
  const path = join(golden, name);
  if (regenerate) {
    mkdirSync(golden, { recursive: true });
    writeFileSync(path, found);
  }
  expect(existsSync(path), `${name} is missing; REGEN=1 writes it`).toBe(true);
  expect(found).toBe(readFileSync(path, 'utf8'));
}

describe.skipIf(!hasRealData)('the real files, described', () => {
  test.each(files)('%s', async (file) => {
    const { printed, stdout, yaml, code, loads } = await described(file);
    const name = file.replaceAll('/', '_');
    compare(`${name}.txt`, printed);
    if (yaml !== null) compare(`${name}.source.yaml`, yaml);
    expect(loads).toBeNull();
    // What is written can be used; where nothing is, or all is rejected, the command fails and says why.
    const isRejected = /all \d+ figures of \S+ are rejected/u.test(printed);
    const isKnown = printed.includes('the source reads this file as it is');
    expect(code).toBe((yaml === null && !isKnown) || isRejected ? 1 : 0);
    for (const line of stdout.split('\n'))
      if (!line.includes('samenbeeld ingest'))
        expect([...line].length, line).toBeLessThanOrEqual(120);
  });

  test('the golden files are those of the real files, no more', () => {
    const names = new Set(files.map((file) => file.replaceAll('/', '_')));
    const standing = readdirSync(golden).map((name) => name.replace(/\.(?:txt|source\.yaml)$/, ''));
    expect(standing.filter((name) => !names.has(name))).toEqual([]);
  });
});
