// What a picture of a million figures and a million finds costs, each in a process of its own: seconds of the processor, seconds by the
// clock, and memory at its highest. Fails where opening it takes more than twice its bound: 3 s of the processor and 500 MB. Writing one
// is set beside a named peer: the engine's own "copy" of the same columns to Parquet and to CSV.
// ROWS=100000 pnpm bench million makes a small run. The picture is made once, in minutes, and kept.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { bench, describe } from 'vitest';
import { bin, root } from '../command.ts';
import { makePicture } from './million/make-picture.ts';

const rows = Number(process.env['ROWS'] ?? 1_000_000);
const folder = join(root, 'node_modules/.cache/samenbeeld-bench', `picture-${rows}`);
const notebook = pathToFileURL(join(root, 'packages/notebook/dist/index.js')).href;
if (!existsSync(join(folder, 'data/datapackage.json')))
  await makePicture(folder, { observations: rows, seizures: rows });

interface Cost {
  readonly processor: number;
  readonly clock: number;
  readonly megabytes: number;
}

const meter = `import { writeSync } from 'node:fs';
process.on('exit', () => {
  const { user, system } = process.cpuUsage();
  writeSync(2, '\\nused ' + JSON.stringify({ processor: (user + system) / 1e6, clock: performance.now() / 1000, megabytes: process.resourceUsage().maxRSS / 1024 }));
});`;

function cost(...args: readonly string[]): Cost {
  const { stderr } = spawnSync(
    process.execPath,
    ['--import', `data:text/javascript,${encodeURIComponent(meter)}`, ...args],
    { cwd: root, encoding: 'utf8' },
  );
  const found = /\nused (.*)$/.exec(stderr);
  if (!found) throw new Error(`${args.join(' ')} failed: ${stderr}`);
  return JSON.parse(found[1] as string) as Cost;
}

const opened = (then: string): readonly string[] => [
  '--input-type=module',
  '-e',
  `import { joint, open } from '${notebook}';
const picture = await open('${folder}');
const finds = picture.seizures.where({ place: 'NLVLI', substance: 'HER', basis: 'seized_in_territory' });
const figures = picture.observations.where({ place: 'NLVLI', substance: 'HER', basis: 'seized_in_port', metric: 'quantity' });
${then};
await picture.close();`,
];
const ask = (basis: string): readonly string[] => [
  ...[bin, 'ask', folder, 'total', '--place', 'NLVLI', '--substance', 'HER', '--basis', basis],
  ...['--metric', 'quantity'],
];
const whole: Readonly<Record<string, readonly string[]>> = {
  'open, where': opened(''),
  'open, where, size': opened('await finds.where({ year: 2022 }).async.size()'),
  'open, where, rows': opened('await finds.where({ year: 2022 }).async.rows()'),
  'open, joint of finds': opened('joint(await finds.load())'),
  'open, joint of figures': opened('joint(await figures.load())'),
  'ask total, of finds': ask('seized_in_territory'),
  'ask total, of figures': ask('seized_in_port'),
};
const costs = Object.entries(whole).map(([name, args]) => {
  const used = cost(...args);
  console.log(
    `${name.padEnd(26)} ${used.processor.toFixed(1).padStart(6)} s of the processor ${used.clock.toFixed(1).padStart(6)} s by the clock ${used.megabytes.toFixed(0).padStart(6)} MB`,
  );
  return used;
});
const [toOpen] = costs;
if (toOpen && (toOpen.processor > 6 || toOpen.megabytes > 1000))
  throw new Error('opening takes more than twice its bound');

const engine = pathToFileURL(join(root, 'packages/engine/dist/index.js')).href;
const store = pathToFileURL(join(root, 'packages/store/dist/index.js')).href;
const schema = pathToFileURL(join(root, 'packages/schema/dist/index.js')).href;
/** The figures of the picture, in an engine of a process of its own, and what is done with them in a folder of its own. */
const written = (then: string): readonly string[] => [
  '--input-type=module',
  '-e',
  `import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dialect, openEngine } from '${engine}';
import { publicHandling } from '${schema}';
import { clearance, writePicture } from '${store}';
const engine = await openEngine();
const home = mkdtempSync(tmpdir() + '/samenbeeld-bench-');
await engine.readParquet('observation', '${folder}/data/observation.parquet');
const sql = 'select * from observation order by id';
${then}
await engine.close();
rmSync(home, { recursive: true, force: true });`,
];
const [toRead, toCopy, toWrite] = [
  written(''),
  written(`await engine.writeParquet(sql, home + '/own.parquet');
await engine.run('copy (' + sql + ') to ' + dialect.literal(home + '/own.csv') + ' (format csv, header)');`),
  written(`const title = { nl: 'Verzonnen', fr: 'Inventé', de: 'Erfunden', en: 'Made up' };
await writePicture(home + '/picture', { engine, metadata: { name: 'made-up', title, sources: [], inputs: [] }, tables: [{ name: 'observation', sql, cites: true }] }, clearance(publicHandling, 'public'));`),
].map((args) => Math.min(...[1, 2, 3].map(() => cost(...args).processor)));
if (toRead !== undefined && toCopy !== undefined && toWrite !== undefined)
  console.log(
    `writing ${rows} figures takes ${((toWrite - toRead) / (toCopy - toRead)).toFixed(2)} of the engine's own copy (${(toWrite - toRead).toFixed(1)} s and ${(toCopy - toRead).toFixed(1)} s of the processor)`,
  );

describe(`a picture of twice ${rows} rows`, () => {
  bench('open', () => void cost(...opened('')), {
    ...{ iterations: 3, warmupIterations: 0, time: 0, warmupTime: 0 },
  });
});
