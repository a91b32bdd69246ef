// pnpm fuzz [--count 10000] [--seed 1]: damaged and crafted files through describe and ingest; exit 1 where one fails.
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { ensureInstalled, root, run, say } from './setup.mjs';

const { values } = parseArgs({
  options: {
    count: { type: 'string', default: '10000' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
  },
});
ensureInstalled();
run(join(root, 'node_modules', '.bin', 'tsc'), ['-b', 'packages/hostile']);
const { runHostile } = await import('../packages/hostile/dist/index.js');

const catalogue = join(root, 'packages', 'sources', 'catalogue');
const folders = readdirSync(catalogue, { withFileTypes: true }).filter((entry) =>
  entry.isDirectory(),
);
const sound = folders.flatMap(({ name: source }) =>
  readdirSync(join(catalogue, source))
    .filter((name) => name.startsWith('sample'))
    .map((name) => ({ source, path: join(catalogue, source, name) })),
);
const keep = join(root, 'node_modules', '.cache', 'hostile');
say(`${values.count} damaged files of ${sound.length} samples, seed ${values.seed}`);
const start = performance.now();
let told = start;
const report = await runHostile({
  count: Number(values.count),
  seed: Number(values.seed),
  sound,
  keep,
  onProgress: (done, of) => {
    if (performance.now() - told < 10_000) return;
    told = performance.now();
    const left = ((told - start) / done) * (of - done);
    say(`${done} of ${of}, about ${Math.ceil(left / 60_000)} min left`);
  },
});
for (const { fate, recipe, message, kept } of report.failures)
  console.log(
    `✗ ${fate}: ${recipe}\n    ${message.split('\n').slice(0, 6).join('\n    ')}${kept ? `\n    ${kept}` : ''}`,
  );
const count = (fate) => report.failures.filter((failure) => failure.fate === fate).length;
console.log(`
  files      ${report.files}
  read       ${report.read}, with nothing lost
  refused    ${report.refused}, in plain words
  crashes    ${count('crash')}
  hangs      ${count('hang')} (over 5 s; slowest ${Math.round(report.slowest.milliseconds)} ms: ${report.slowest.recipe.slice(0, 100)})
  lost       ${count('lost')}
  memory     at most ${Math.round(report.megabytes)} MB; ${count('memory')} over 2,000 MB
  ${Math.round((performance.now() - start) / 1000)} s, seed ${values.seed}`);
if (report.failures.length > 0 && existsSync(keep))
  say(`the files that failed are kept in ${keep}`);
process.exit(report.failures.length === 0 ? 0 : 1);
