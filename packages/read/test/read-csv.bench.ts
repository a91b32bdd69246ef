// Named peer: Node's own readline, each line parted at its semicolons, which finds no quotes, counts nothing and refuses nothing. Of
// the same ragged file: a row of fewer cells and a blank line in each ten. ROWS=20000 npx vitest bench packages/read makes a small run.
import { createReadStream, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { type FileShape, readTable, scanFile, textFile } from '@samenbeeld/read';
import { afterAll, bench, describe } from 'vitest';

const rows = Number(process.env['ROWS'] ?? 200_000);
const rounds = 5;
const shape: FileShape = { format: 'csv', delimiter: ';', encoding: 'utf-8' };
const folder = mkdtempSync(join(tmpdir(), 'samenbeeld-bench-'));
const path = join(folder, 'ragged.csv');
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const ragged = Array.from({ length: rows }, (_, n) => {
  const cells = [`P${n % 500}`, String(2000 + (n % 24)), 'cocaïne', String((n * 7919) % 10_000)];
  return n % 10 === 9 ? `${cells.slice(0, 3).join(';')}\n` : cells.join(';');
});
writeFileSync(path, `haven;jaar;middel;aantal\n${ragged.join('\n')}\n`);

const ways: Readonly<Record<string, () => Promise<number>>> = {
  'some rows at a time': async () => {
    const text = await textFile(path, shape);
    let found = 0;
    if (text) for await (const part of scanFile(text, null)) found += part.rows.length;
    return found;
  },
  whole: async () => (await readTable(path, shape))[0]?.rows.length ?? 0,
  'readline and split': async () => {
    let found = 0;
    for await (const line of createInterface({ input: createReadStream(path) }))
      found += line.split(';').length > 1 ? 1 : 0;
    return found;
  },
};

/** Microseconds of the processor a row: the least of some rounds, each of which takes all ways in turn. */
const costs = new Map<string, number>();
for (let round = 0; round < rounds; round += 1)
  for (const [name, read] of Object.entries(ways)) {
    const before = process.cpuUsage();
    if ((await read()) === 0) throw new Error(`${name} found no row`);
    const { user, system } = process.cpuUsage(before);
    costs.set(name, Math.min(costs.get(name) ?? Number.POSITIVE_INFINITY, (user + system) / rows));
  }
const peer = costs.get('readline and split') ?? 0;
for (const [name, cost] of costs)
  console.log(
    `${name.padEnd(20)} ${cost.toFixed(2).padStart(6)} µs a row, ${(cost / peer).toFixed(2)} of readline and split`,
  );

describe(`${rows} rows of a ragged file`, () => {
  for (const [name, read] of Object.entries(ways))
    bench(name, async () => void (await read()), {
      ...{ iterations: 3, warmupIterations: 0, time: 0, warmupTime: 0 },
    });
});
