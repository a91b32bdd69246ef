// pnpm fuzz [--count 10000] [--seed 1]: damaged and crafted files through describe and ingest; exit 1 where one fails.
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { ensureBundled } from './build.mjs';
import { ensureInstalled, root, say } from './setup.mjs';

const { values } = parseArgs({
  options: {
    count: { type: 'string', default: '10000' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
  },
});
ensureInstalled();
await ensureBundled();
const { reportLines, runHostile, soundFiles } = await import('../packages/hostile/dist/index.js');

const folder = mkdtempSync(join(tmpdir(), 'samenbeeld-fuzz-'));
const sound = await soundFiles(folder);
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
rmSync(folder, { recursive: true });
for (const line of reportLines(report)) console.log(line);
console.log(`  ${Math.round((performance.now() - start) / 1000)} s, seed ${values.seed}`);
if (report.failures.length > 0 && existsSync(keep))
  say(`the files that failed are kept in ${keep}`);
process.exit(report.failures.length === 0 ? 0 : 1);
