// npm run times: what the doors cost, in seconds of the processor (user and system), as the median of five runs. Exit 1 where
// one costs more than twice its bound.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ensureBundled } from './build.mjs';
import { ensureInstalled, root } from './setup.mjs';

ensureInstalled();
await ensureBundled();
const folder = mkdtempSync(join(tmpdir(), 'samenbeeld-times-'));
cpSync(join(root, 'fixtures'), join(folder, 'fixtures'), { recursive: true });
const command = join(root, 'packages/cli/bin/samenbeeld.js');
const notebook = pathToFileURL(join(root, 'packages/notebook/dist/index.js')).href;

// Told at its end by the process itself: what a system says of children differs from one to the next.
const meter = join(folder, 'meter.mjs');
writeFileSync(
  meter,
  `import { writeSync } from 'node:fs';
process.on('exit', () => {
  const { user, system } = process.cpuUsage();
  writeSync(2, \`\\nused \${(user + system) / 1e6}\\n\`);
});
`,
);

/** Seconds of the processor that Node takes for some arguments. */
function used(...args) {
  const { status, stderr, stdout } = spawnSync(
    process.execPath,
    ['--import', pathToFileURL(meter).href, ...args],
    { cwd: folder, encoding: 'utf8' },
  );
  const found = /\nused ([\d.]+)\n/.exec(stderr);
  if (status !== 0 || !found) throw new Error(`${args.join(' ')} failed: ${stdout}${stderr}`);
  return Number(found[1]);
}

const median = (values) => [...values].sort((a, b) => a - b)[values.length >> 1];
const measured = (run) => median(Array.from({ length: 5 }, run));
const bare = measured(() => used('-e', '0'));
const rows = [['Node and nothing else', bare, null]];
const row = (name, seconds, most) => {
  rows.push([name, seconds, most]);
  console.log(
    `${name.padEnd(58)} ${seconds.toFixed(2)} s${most === null ? '' : `   (at most ${most.toFixed(1)})`}`,
  );
};

console.log(`${'Node and nothing else'.padEnd(58)} ${bare.toFixed(2)} s`);
try {
  row('samenbeeld --help, beyond Node', measured(() => used(command, '--help')) - bare, 0.1);
  const load = ['--input-type=module', '-e', `await import('${notebook}')`];
  row('import @samenbeeld/notebook, beyond Node', measured(() => used(...load)) - bare, 0.5);
  for (const name of ['north-sea-port', 'follow-the-money']) {
    const file = `fixtures/published/${name}.picture.yaml`;
    const build = () => used(command, 'build', file, '--out', `out/${name}`);
    row(`${name}: cold`, build(), null);
    row(`${name}: nothing changed`, measured(build), 1.5);
  }
  const subject = 'LU CAN_HERB seized_in_territory quantity 2020';
  const decide = (...verdict) =>
    used(
      ...[command, 'decide', 'fixtures/published/north-sea-port.picture.yaml', subject],
      ...[...verdict, '--role', 'analyst', '--reason', 'a trial of times'],
    );
  let keeps = false;
  const decided = (name) => () => {
    keeps = !keeps;
    decide(...(keeps ? ['--keep', 'C123'] : ['--reopen']));
    return used(
      command,
      'build',
      `fixtures/published/${name}.picture.yaml`,
      '--out',
      `out/${name}`,
    );
  };
  for (const name of ['north-sea-port', 'follow-the-money'])
    row(`${name}: a decision appended`, measured(decided(name)), 2.5);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
const over = rows.filter(([, seconds, most]) => most !== null && seconds > 2 * most);
if (over.length > 0) {
  console.error(`Over twice the bound: ${over.map(([name]) => name).join('; ')}`);
  process.exit(1);
}
