// pnpm measure-truth [--runs 2000] [--page rate-ratio] [--check]: how often what the methods state is true, on series whose
// truth is known. Writes the tables of docs/methods; with --check compares them with fewer runs and writes nothing.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { ensureInstalled, root, run } from './setup.mjs';
import { experimentsOf } from './truth/experiments.mjs';
import { streamOf } from './truth/null-series.mjs';

const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '2000' },
    page: { type: 'string' },
    check: { type: 'boolean', default: false },
  },
});
const runs = Number(values.runs);
ensureInstalled();
run(join(root, 'node_modules', '.bin', 'tsc'), ['-b', 'packages/trends']);
const trends = await import('../packages/trends/dist/index.js');
const kept = join(root, 'node_modules', '.cache', 'measure-truth');
mkdirSync(kept, { recursive: true });

/** What a table depends on: the compiled methods and these scripts. A run that was stopped goes on from its last cell. */
const code = createHash('sha256');
for (const path of [
  'packages/trends/tsconfig.tsbuildinfo',
  'scripts/truth/experiments.mjs',
  'scripts/truth/null-series.mjs',
])
  if (existsSync(join(root, path))) code.update(readFileSync(join(root, path)));
const version = code.digest('hex').slice(0, 16);

const seedOf = (text) => createHash('sha256').update(text).digest().readUInt32LE(0);

/** The share of trials in which `trial` is true. */
function measured(experiment, row, dispersion) {
  const name = `${experiment.page} ${experiment.title} ${row.name} ${dispersion}`;
  const path = join(
    kept,
    `${createHash('sha256').update(`${version} ${name} ${runs}`).digest('hex').slice(0, 24)}.json`,
  );
  if (existsSync(path)) return JSON.parse(readFileSync(path, 'utf8'));
  const draw = streamOf(seedOf(name) + runs);
  let hits = 0;
  for (let at = 0; at < runs; at += 1) if (experiment.trial(draw, row, dispersion)) hits += 1;
  const share = hits / runs;
  writeFileSync(path, JSON.stringify(share));
  return share;
}

const percent = (share) => `${(100 * share).toFixed(1)} %`;

/** What may be found: 1.25 times the stated rate of false claims, or a coverage short by a quarter of what is stated to fail; and chance. */
function bound(experiment, stated, count) {
  const wrong = experiment.kind === 'false' ? stated : 1 - stated;
  return 1.25 * wrong + 3 * Math.sqrt((wrong * (1 - wrong)) / count);
}

const experiments = experimentsOf(trends).filter(
  ({ page }) => values.page === undefined || page === values.page,
);
let failed = 0;
const tables = new Map();
for (const experiment of experiments) {
  const lines = [];
  for (const row of experiment.rows) {
    const cells = row.dispersions.map((dispersion) => {
      const share = measured(experiment, row, dispersion);
      const wrong = experiment.kind === 'false' ? share : 1 - share;
      if (wrong > bound(experiment, row.stated, runs)) {
        failed += 1;
        console.log(
          `✗ ${experiment.page}, ${experiment.title}, ${row.name}, φ ${dispersion}: ${percent(share)}, stated ${percent(row.stated)}`,
        );
      }
      return percent(share);
    });
    lines.push(`| ${row.name} | ${percent(row.stated)} | ${cells.join(' | ')} |`);
  }
  const head = experiment.rows[0].dispersions.map((phi) => (phi === 1 ? 'φ 1' : `φ ${phi}`));
  const table = [
    `${experiment.title}; ${experiment.kind === 'false' ? 'rate of false sentences' : 'the interval holds the truth'}:`,
    '',
    `| | stated | ${head.join(' | ')} |`,
    `|---|---|${head.map(() => '---|').join('')}`,
    ...lines,
  ].join('\n');
  tables.set(experiment.page, [...(tables.get(experiment.page) ?? []), table]);
  console.log(`${experiment.page}\n${table}\n`);
}

const from = '<!-- measured -->';
const to = '<!-- /measured -->';
if (!values.check)
  for (const [page, list] of tables) {
    const path = join(root, 'docs', 'methods', `${page}.md`);
    const text = readFileSync(path, 'utf8');
    const section = `${from}\n## Measured\n\n\`pnpm measure-truth\`, ${runs.toLocaleString('en')} series a cell: Poisson at φ 1, negative binomial above, φ the variance over the mean.\n\n${list.join('\n\n')}\n${to}\n`;
    const [before, rest] = text.split(from);
    const after = rest?.split(`${to}\n`)[1] ?? '';
    writeFileSync(
      path,
      rest === undefined ? `${text.trimEnd()}\n\n${section}` : `${before}${section}${after}`,
    );
  }
console.log(
  failed === 0 ? 'every rate is within its bound' : `${failed} rates are beyond their bound`,
);
process.exitCode = failed === 0 ? 0 : 1;
