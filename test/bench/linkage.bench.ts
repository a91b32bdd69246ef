// Accuracy on files with known truth, where they are at hand; then speed on made-up persons with known truth, against SQL
// written by hand for the same rules, comparisons and weights in the same run.
// SIZES=100000 pnpm bench linkage makes a small run; the public record is 1,000,000 and 5,000,000 records.
import { type Engine, openEngine } from '@samenbeeld/engine';
import {
  type BlockingRule,
  type Comparison,
  clusterLinks,
  dateDifference,
  exact,
  jaroWinkler,
  linkRecords,
} from '@samenbeeld/linkage';
import { bench, describe } from 'vitest';
import { knownFolder, knownTruth, scoreKnown } from '../../packages/linkage/test/known-truth.ts';
import { makeRecords } from './linkage/make-records.ts';
import { layOut, scoreByHand } from './linkage/score-by-hand.ts';

const sizes = (process.env['SIZES'] ?? '1000000,5000000').split(',').map(Number);
const memoryLimit = process.env['MEMORY'] ?? '5GB';
const threshold = 0.5;

const blocking: readonly BlockingRule[] = [
  ['family', 'given'],
  ['born', { sql: 'substr(given, 1, 1)' }],
  ['family', 'born'],
  ['town', 'postcode', { sql: 'substr(family, 1, 2)' }],
];
const thresholds = [0.92, 0.8];
const comparisons: readonly Comparison[] = [
  jaroWinkler('given', { thresholds, termFrequency: true }),
  jaroWinkler('family', { thresholds, termFrequency: true }),
  dateDifference('born', { within: [0, 31] }),
  exact('town', { termFrequency: true }),
  exact('postcode'),
];

/** Time by the clock, and by the processors of this process: other work on the machine adds to the first only. */
interface Timed {
  readonly clock: number;
  readonly processors: number;
}

function watch(): () => Timed {
  const start = performance.now();
  const used = process.cpuUsage();
  return () => {
    const { user, system } = process.cpuUsage(used);
    return { clock: (performance.now() - start) / 1000, processors: (user + system) / 1e6 };
  };
}

const told = ({ clock, processors }: Timed): string =>
  `${clock.toFixed(1).padStart(7)} s by the clock, ${processors.toFixed(1).padStart(6)} s of processors`;

async function accuracy(): Promise<void> {
  if (knownFolder === undefined) {
    console.log(
      'no files with known truth at hand (../shared/data/linkage): accuracy is not measured',
    );
    return;
  }
  const engine = await openEngine();
  for (const known of knownTruth) {
    const { atHalf, best } = await scoreKnown(engine, known);
    console.log(
      `  ${known.name.padEnd(18)} F1 ${atHalf.toFixed(4)} at probability 0.5, best ${best.toFixed(4)}   ${known.says}`,
    );
  }
  await engine.close();
}

/** F1 of the clusters' own pairs cannot be had cheaply at this size; that of the links can. */
async function f1(engine: Engine, pairs: string, records: string): Promise<number> {
  const [row] = await engine.rows<{ right: number; found: number; all: number }>(
    `select (select count(*) from "${pairs}" p join "${records}" a on a.n = p.a join "${records}" b on b.n = p.b join person l on l.id = a.id join person r on r.id = b.id where l.entity = r.entity) as "right", (select count(*) from "${pairs}") as found, (select cast(sum(n * (n - 1) / 2) as BIGINT) from (select count(*) as n from person group by entity)) as "all"`,
  );
  return row ? (2 * row.right) / (row.found + row.all) : 0;
}

async function speed(records: number): Promise<void> {
  const engine = await openEngine({ memoryLimit });
  await makeRecords(engine, 'person', {
    records,
    repeated: 0.2,
    given: 4000,
    family: 60_000,
    towns: 1700,
  });
  const stages = new Map<string, Timed>();
  const whole = watch();
  let stage = watch();
  let last: string | undefined;
  const links = await linkRecords(engine, {
    tables: [{ table: 'person', id: 'id' }],
    blocking,
    comparisons,
    threshold,
    onProgress: (progress) => {
      if (last !== undefined && last !== progress.stage) {
        stages.set(last, stage());
        stage = watch();
      }
      last = progress.stage;
    },
  });
  const scoring = stage();
  stages.set('scoring', scoring);
  const clustering = watch();
  const { clusters } = await clusterLinks(engine, links, { atLeast: threshold, profile: false });
  stages.set('clusters', clustering());
  const all = whole();
  const candidates = links.rules.reduce((sum, one) => sum + one.candidates, 0);
  const kept = await links.count();
  const quality = await f1(engine, links.table, links.records);
  const peak = process.resourceUsage().maxRSS / 1e6;
  await layOut(engine, links);
  const hand = watch();
  const byHand = await scoreByHand(engine, links.model, threshold);
  const peer = hand();
  if (byHand !== kept) throw new Error(`linkRecords kept ${kept} pairs, SQL by hand ${byHand}`);
  console.log(
    [
      `\n${records.toLocaleString('en')} records, ${candidates.toLocaleString('en')} candidate pairs, ${kept.toLocaleString('en')} kept, ${clusters.toLocaleString('en')} clusters, F1 of the links ${quality.toFixed(4)}`,
      ...[...stages].map(([name, time]) => `  ${name.padEnd(10)} ${told(time)}`),
      `  ${'in all'.padEnd(10)} ${told(all)}`,
      `  ${'by hand'.padEnd(10)} ${told(peer)}, scoring alone`,
      `  scoring: ${(candidates / scoring.clock / 1e6).toFixed(2)} M pairs a second; it takes ${(scoring.clock / peer.clock).toFixed(2)} of SQL by hand by the clock, ${(scoring.processors / peer.processors).toFixed(2)} by the processors`,
      `  peak memory so far ${peak.toFixed(2)} GB, engine limited to ${memoryLimit}`,
    ].join('\n'),
  );
  await engine.close();
}

await accuracy();
for (const records of sizes) await speed(records);

const small = await openEngine();
await makeRecords(small, 'person', {
  records: 20_000,
  repeated: 0.2,
  given: 4000,
  family: 60_000,
  towns: 1700,
});

describe('20,000 records', () => {
  bench('linkRecords', async () => {
    const links = await linkRecords(small, {
      tables: [{ table: 'person', id: 'id' }],
      blocking,
      comparisons,
      threshold,
    });
    await links.drop();
  });
});
