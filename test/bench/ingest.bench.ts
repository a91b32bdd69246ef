// Named peers: SQL written by hand for the same file and the same work, in the same way, DuckDB's own typed read_csv, and the readers of
// arquero and danfo, which do none of the mapping. All in one run, so that the ratios mean something on any machine.
// ROWS=100000 pnpm bench ingest makes a small run; the public record is five million rows.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { type Engine, openEngine } from '@samenbeeld/engine';
import { ingest, loadSource } from '@samenbeeld/ingest';
import { seizureTable } from '@samenbeeld/schema';
import { fromCSV } from 'arquero';
import { bench, describe } from 'vitest';
import { root } from '../command.ts';
import { type ByHand, readByHand } from './seizures/hand-written.ts';
import { makeSeizures } from './seizures/make-seizures.ts';

const rows = Number(process.env['ROWS'] ?? 5_000_000);
const rounds = Number(process.env['ROUNDS'] ?? 3);
const memoryLimit = '1GB';
const peerRows = Math.min(rows, 1_000_000);
const source = loadSource(join(import.meta.dirname, 'seizures'));
const folder = join(root, 'node_modules/.cache/samenbeeld-bench');

function made(name: string, count: number, ragged: boolean): string {
  const home = join(folder, `${name}-${count}`);
  const path = join(home, 'seizures.csv');
  mkdirSync(home, { recursive: true });
  if (!existsSync(path)) makeSeizures(path, count, ragged);
  return path;
}

const file = made('even', rows, false);
const raggedFile = made('ragged', rows, true);
const peerFile = made('even', peerRows, false);

async function withEngine<Result>(work: (engine: Engine) => Promise<Result>): Promise<Result> {
  const engine = await openEngine({ memoryLimit });
  try {
    return await work(engine);
  } finally {
    await engine.close();
  }
}

interface Found {
  readonly records: number;
  readonly rejected: number;
  readonly excluded: number;
  readonly kg: string;
  readonly ids: string;
}

/** A checksum over the records, the same in any order. */
async function checksum(engine: Engine): Promise<string> {
  const names = seizureTable.map(({ name }) => name).join(', ');
  const [sum] = await engine.rows<{ sum: string }>(
    `select cast(sum(hash(${names})) as VARCHAR) as sum from seizure`,
  );
  return sum?.sum ?? '';
}

/** Work that is timed, without the check of what it made: by the clock, and by the processors of this process. */
interface Timed {
  readonly seconds: number;
  readonly processor: number;
  readonly found?: Found;
}

/** Starts a watch; calling what it returns reads it. */
function watch(): () => Timed {
  const start = performance.now();
  const used = process.cpuUsage();
  return () => {
    const { user, system } = process.cpuUsage(used);
    return { seconds: (performance.now() - start) / 1000, processor: (user + system) / 1e6 };
  };
}

/** Writes the records with all their columns, so that nothing that was put off stays undone. */
async function writeAll(engine: Engine): Promise<void> {
  const path = join(folder, `records-${process.pid}.parquet`);
  await engine.writeParquet('select * from seizure order by origin_line', path);
  rmSync(path);
}

async function ours(path: string, written = false): Promise<Timed> {
  return withEngine(async (engine) => {
    const read = watch();
    const { conservation } = await ingest(engine, source, [path]);
    if (written) await writeAll(engine);
    const time = read();
    const [one] = conservation;
    if (!one) throw new Error('nothing was read');
    const { records, rejected, excluded, quantities } = one;
    const kg = quantities.find(({ unit }) => unit === 'kg')?.raw ?? '';
    return { ...time, found: { records, rejected, excluded, kg, ids: await checksum(engine) } };
  });
}

async function byHand(written = false): Promise<Timed> {
  return withEngine(async (engine) => {
    const read = watch();
    const found: ByHand = await readByHand(engine, file);
    if (written) await writeAll(engine);
    const time = read();
    const kg = found.kg.replace(/\.?0+$/, '');
    return { ...time, found: { ...found, kg, ids: await checksum(engine) } };
  });
}

async function typedRead(): Promise<Timed> {
  return withEngine(async (engine) => {
    const read = watch();
    await engine.run(`create table typed as select * from read_csv('${file}', delim = ';', header = true, auto_detect = false, decimal_separator = ',',
  dateformat = '%d-%m-%Y', ignore_errors = true, columns = {datum: 'DATE', haven: 'VARCHAR', middel: 'VARCHAR', hoeveelheid: 'DECIMAL(18,3)', eenheid: 'VARCHAR', dienst: 'VARCHAR', zaak: 'VARCHAR', nota: 'VARCHAR'})`);
    return read();
  });
}

async function timed(work: () => unknown): Promise<Timed> {
  const read = watch();
  await work();
  return read();
}

interface Danfo {
  readCSV(path: string, options: Readonly<Record<string, unknown>>): Promise<unknown>;
}

/** danfo belongs to the notebook and is loaded from there. */
function danfo(): Danfo {
  return createRequire(join(root, 'packages/notebook/package.json'))('danfojs-node') as Danfo;
}

// What the system reports of a child counts what its parent held when it was started, which is gigabytes by then.
const child = `
import { existsSync, readFileSync } from 'node:fs';
import { openEngine } from '@samenbeeld/engine';
import { ingest, loadSource } from '@samenbeeld/ingest';
const engine = await openEngine({ memoryLimit: '${memoryLimit}' });
await ingest(engine, loadSource(process.env.SOURCE), [process.env.FILE]);
await engine.close();
const status = '/proc/self/status';
const [, peak] = (existsSync(status) && /^VmHWM:\\s+(\\d+) kB/m.exec(readFileSync(status, 'utf8'))) || [];
console.log(Number(peak ?? process.resourceUsage().maxRSS) / 1000);
`;

/** Peak memory of ingest in a process of its own, in megabytes; null where the packages have not been built. */
function peakMemory(path: string): number | null {
  const { status, stdout } = spawnSync(process.execPath, ['--input-type=module', '-e', child], {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, FILE: path, SOURCE: join(import.meta.dirname, 'seizures') },
  });
  return status === 0 ? Number(stdout) : null;
}

/** What the machine does beside can only add to a time. */
const best = (times: readonly number[]): number => Math.min(...times);

const contenders: Readonly<Record<string, { readonly rows: number; run(): Promise<Timed> }>> = {
  'ingest, through the whole description': { rows, run: () => ours(file) },
  'SQL by hand, the same work': { rows, run: () => byHand() },
  'bare typed read_csv': { rows, run: typedRead },
  'ingest, and all records as Parquet': { rows, run: () => ours(file, true) },
  'SQL by hand, and the same as Parquet': { rows, run: () => byHand(true) },
  'ingest of a ragged file, row by row': { rows, run: () => ours(raggedFile) },
  'arquero fromCSV, no mapping': {
    rows: peerRows,
    run: () => timed(() => fromCSV(readFileSync(peerFile, 'utf8'), { delimiter: ';' })),
  },
  'danfo readCSV, no mapping': {
    rows: peerRows,
    run: () => timed(() => danfo().readCSV(peerFile, { delimiter: ';' })),
  },
};

/** Runs all contenders in turn, so that what else the machine does falls on each, and prints how they compare. */
async function compare(): Promise<void> {
  const times = new Map<string, Timed[]>();
  const found = new Map<string, Found>();
  for (let round = 0; round < rounds; round++)
    for (const [name, { run }] of Object.entries(contenders)) {
      const one = await run();
      times.set(name, [...(times.get(name) ?? []), one]);
      if (one.found) found.set(name, one.found);
    }
  const [own, hand] = Object.keys(contenders).map((name) => JSON.stringify(found.get(name)));
  if (own !== hand) throw new Error(`ingest found ${own}, SQL by hand ${hand}`);
  const perRow = (name: string, by: 'seconds' | 'processor'): number =>
    (best((times.get(name) ?? []).map((one) => one[by])) * 1e6) / (contenders[name]?.rows ?? 1);
  const [first = ''] = Object.keys(contenders);
  const lines = Object.keys(contenders).map((name) => {
    const count = contenders[name]?.rows ?? 0;
    const [clock, used] = (['seconds', 'processor'] as const).map((by) => ({
      each: perRow(name, by),
      ratio: perRow(first, by) / perRow(name, by),
    }));
    if (!clock || !used) return '';
    const [seconds, processor] = [clock, used].map(({ each }) =>
      ((each * count) / 1e6).toFixed(2).padStart(6),
    );
    return `  ${name.padEnd(38)} ${String(count).padStart(8)} rows ${seconds} s by the clock, ${processor} s of processors, ${clock.each.toFixed(2).padStart(6)} µs a row; ingest takes ${clock.ratio.toFixed(2)} of it by the clock, ${used.ratio.toFixed(2)} by the processors`;
  });
  const bytes = (statSync(file).size / 1e6).toFixed(0);
  const peaks = [file, raggedFile].map((path) => peakMemory(path)?.toFixed(0) ?? 'not built');
  console.log(
    `\n${rows} rows, ${bytes} MB, best of ${rounds} rounds\n${lines.join('\n')}\n  peak memory of ingest: ${peaks[0]} MB; row by row: ${peaks[1]} MB\n`,
  );
}

await compare();
if (process.env['KEEP'] === undefined && rows !== 5_000_000)
  for (const name of [`even-${rows}`, `ragged-${rows}`])
    rmSync(join(folder, name), { recursive: true, force: true });

const small = made('even', 20_000, false);

describe('20,000 seizures', () => {
  bench('ingest', async () => {
    await ours(small);
  });
});
