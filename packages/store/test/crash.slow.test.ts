// kill -9 at any moment leaves a whole picture, the old one or the new one.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { clearance, openPicture, writePicture } from '@samenbeeld/store';
import ts from 'typescript';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { handling } from './handling.ts';

const kills = 25;
const packages = join(import.meta.dirname, '../..');
let root: string;

/** A copy of the packages as plain JavaScript, so that a bare Node process can run them. */
function transpile(name: string): void {
  const from = join(packages, name);
  const to = join(root, 'node_modules/@samenbeeld', name);
  for (const file of readdirSync(join(from, 'src'), { recursive: true, encoding: 'utf8' })) {
    const target = join(to, 'dist', file.replace(/\.ts$/, '.js'));
    mkdirSync(dirname(target), { recursive: true });
    if (file.endsWith('.ts'))
      writeFileSync(
        target,
        ts.transpileModule(readFileSync(join(from, 'src', file), 'utf8'), {
          compilerOptions: {
            module: ts.ModuleKind.ESNext,
            target: ts.ScriptTarget.ES2022,
            rewriteRelativeImportExtensions: true,
          },
        }).outputText,
      );
    else if (file.endsWith('.json')) cpSync(join(from, 'src', file), target);
  }
  cpSync(join(from, 'package.json'), join(to, 'package.json'));
}

const program = `
import { openEngine } from '@samenbeeld/engine';
import { clearance, writePicture } from '@samenbeeld/store';
const [folder, first] = process.argv.slice(2);
const handling = { h: [], h3Text: [], tlp: 'CLEAR', classification: 'none', purposes: [], audiences: [], originators: [] };
const title = { nl: 'n', fr: 'f', de: 'd', en: 'e' };
const engine = await openEngine({ threads: 1 });
for (let n = Number(first); ; n += 1) {
  await writePicture(folder, {
    engine,
    metadata: { name: 'p', title, sources: [], inputs: [], details: { n } },
    tables: [{ name: 't', columns: [{ name: 'n', type: 'INTEGER' }], rows: Array.from({ length: 100 + n % 7 }, () => [n]) }],
    files: { 'report.html': String(n).padStart(8).repeat(10000) },
  }, clearance(handling, 'public'));
  process.stdout.write(n + '\\n');
}
`;

beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'crash-test-'));
  for (const name of ['schema', 'engine', 'store']) transpile(name);
  for (const name of ['@duckdb', 'arquero'])
    symlinkSync(
      realpathSync(join(packages, 'engine/node_modules', name)),
      join(root, 'node_modules', name),
    );
  writeFileSync(join(root, 'program.mjs'), program);
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

/** Shares of two writes, the same in every run (a linear congruential generator). */
const moments = Array.from(
  { length: kills },
  (_, k) => (((k * 1_103_515_245 + 12_345) >>> 8) % 1000) / 1000,
);

/** Waits until the writer has written twice: the last version, and how long one write takes. */
function twoWrites(child: ChildProcess): Promise<{ last: number; pace: number }> {
  const lines: { version: number; at: number }[] = [];
  const errors: string[] = [];
  child.stderr?.on('data', (data) => errors.push(String(data)));
  return new Promise((resolve, reject) => {
    child.stdout?.on('data', (data) => {
      for (const line of String(data).trim().split('\n'))
        lines.push({ version: Number(line), at: performance.now() });
      const [first, second] = lines;
      if (first && second)
        resolve({ last: lines.at(-1)?.version ?? 0, pace: Math.max(5, second.at - first.at) });
    });
    child.on('exit', () => reject(new Error(`the writer stopped: ${errors.join('')}`)));
  });
}

test('kill -9 at 25 moments leaves a whole picture each time', { timeout: 180_000 }, async () => {
  const folder = join(root, 'out/picture');
  let last = 0;
  const versions: number[] = [];
  for (const moment of moments) {
    const child = spawn(process.execPath, ['program.mjs', folder, String(last + 1)], { cwd: root });
    const { last: written, pace } = await twoWrites(child);
    await new Promise((resolve) => setTimeout(resolve, moment * 2 * pace));
    child.kill('SIGKILL');
    await once(child, 'exit');
    const picture = await openPicture(folder);
    const n = Number(picture.metadata.details?.['n']);
    const rows = await picture.rows<{ n: number }>('t');
    await picture.close();
    expect(existsSync(folder)).toBe(true);
    expect(n).toBeGreaterThanOrEqual(written);
    expect(rows.length).toBe(100 + (n % 7));
    expect(new Set(rows.map((row) => row.n))).toEqual(new Set([n]));
    expect(readFileSync(join(folder, 'report.html'), 'utf8')).toBe(
      String(n).padStart(8).repeat(10000),
    );
    versions.push(n - written);
    last = n;
  }
  // The moments fell into different writes, not all into the first pause.
  expect(new Set(versions).size).toBeGreaterThan(1);
  const title = { nl: 'n', fr: 'f', de: 'd', en: 'e' };
  const metadata = { name: 'p', title, sources: [], inputs: [] };
  await writePicture(folder, { metadata, tables: [] }, clearance(handling(), 'public'));
  expect(readdirSync(dirname(folder))).toEqual(['picture']);
});
