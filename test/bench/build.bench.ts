// Named peers: Node itself for the start of the command, arquero for the group-by under a joint total.
import { spawnSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openEngine } from '@samenbeeld/engine';
import { op, table } from 'arquero';
import { bench, describe } from 'vitest';
import { bin, root } from '../command.ts';
import { exerciseFile, publishedFile } from '../pictures.ts';

const folder = mkdtempSync(join(tmpdir(), 'samenbeeld-bench-'));
const samples = { iterations: 5, warmupIterations: 1, time: 0, warmupTime: 0 } as const;

function run(...args: readonly string[]): void {
  const { status, stderr } = spawnSync(process.execPath, [...args], {
    cwd: root,
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(stderr);
}

/** Times a run a few times and prints how it compares with a limit and with its peer. */
function compare(
  name: string,
  limit: number,
  own: () => void,
  peer: readonly [string, () => void],
): void {
  const median = (work: () => void): number => {
    work();
    const times = Array.from({ length: 5 }, () => {
      const start = performance.now();
      work();
      return performance.now() - start;
    });
    return times.sort((a, b) => a - b)[2] ?? 0;
  };
  const [ours, theirs] = [median(own), median(peer[1])];
  console.log(
    `${name}: ${(ours / 1000).toFixed(2)} s (limit ${limit} s), ${(ours / theirs).toFixed(1)} times ${peer[0]} (${(theirs / 1000).toFixed(2)} s)`,
  );
}

const help = () => run(bin, '--help');
const nothing = () => run('-e', '0');
const both = () => {
  run(bin, 'build', publishedFile, '--out', `${folder}/published`);
  run(bin, 'build', exerciseFile, '--out', `${folder}/exercise`);
};
/** What any program pays that loads DuckDB, opens a database and groups some rows, twice. */
const duckdb = `import { openEngine } from '${root}/packages/engine/dist/index.js';
const engine = await openEngine();
await engine.rows('select range % 7 as port, sum(range) as kg from range(350) group by 1 order by 1');
await engine.close();`;
const bareEngine = () => {
  run('--input-type=module', '-e', duckdb);
  run('--input-type=module', '-e', duckdb);
};

compare('samenbeeld --help', 0.3, help, ['node -e 0', nothing]);
compare('warm build of both pictures', 5, both, [
  'two processes that only open DuckDB',
  bareEngine,
]);

describe('start of the command', () => {
  bench('samenbeeld --help', help, samples);
  bench('node -e 0', nothing, samples);
});

describe('warm build, a process each', () => {
  bench(
    'published',
    () => run(bin, 'build', publishedFile, '--out', `${folder}/published`),
    samples,
  );
  bench('exercise', () => run(bin, 'build', exerciseFile, '--out', `${folder}/exercise`), samples);
});

describe('sum of 350 claims by port and year', async () => {
  const claims = Array.from(
    { length: 350 },
    (_, n) => [`P${n % 7}`, 2018 + (n % 8), (n % 97) * 12.5] as const,
  );
  const engine = await openEngine();
  await engine.insert(
    'claim',
    [
      { name: 'port', type: 'VARCHAR' },
      { name: 'year', type: 'INTEGER' },
      { name: 'kg', type: 'DECIMAL(38,12)' },
    ],
    claims,
  );
  const peer = table({
    port: claims.map(([port]) => port),
    year: claims.map(([, year]) => year),
    kg: claims.map(([, , kg]) => kg),
  });
  bench('engine, exact decimals', async () => {
    await engine.rows('select port, year, sum(kg) as kg from claim group by all order by all');
  });
  bench('arquero, doubles', () => {
    peer
      .groupby('port', 'year')
      .rollup({ kg: op.sum('kg') })
      .orderby('port', 'year')
      .objects();
  });
});
