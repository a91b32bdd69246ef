// pnpm measure-truth [--runs 2000] [--page rate-ratio] [--check]: how often what the methods state is true, on series whose
// truth is known. Writes the tables of docs/methods; with --check compares them with fewer runs and writes nothing.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { ensureBundled } from './build.mjs';
import { ensureInstalled, root } from './setup.mjs';
import { experimentsOf } from './truth/experiments.mjs';
import { exceeds, fewestClaims, tried } from './truth/measured.mjs';
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
await ensureBundled();
const trends = await import('../packages/trends/dist/index.js');
const kept = join(root, 'node_modules', '.cache', 'measure-truth');
mkdirSync(kept, { recursive: true });

/** What a table depends on: the compiled methods and these scripts. A run that was stopped goes on from its last cell. */
const code = createHash('sha256');
for (const path of [
  'packages/trends/dist/index.js',
  'scripts/truth/experiments.mjs',
  'scripts/truth/null-series.mjs',
])
  if (existsSync(join(root, path))) code.update(readFileSync(join(root, path)));
const version = code.digest('hex').slice(0, 16);

const seedOf = (text) => createHash('sha256').update(text).digest().readUInt32LE(0);

/** How many trials a cell of an experiment has: of slow methods a part. */
const runsOf = ({ share = 1 }) => Math.ceil(runs * share);

/** What a cell of a table holds, kept for a run that goes on. */
function measured(experiment, row, dispersion) {
  const name = `${experiment.page} ${experiment.title} ${row.name} ${dispersion}`;
  const path = join(
    kept,
    `${createHash('sha256').update(`${version} ${name} ${runs}`).digest('hex').slice(0, 24)}.json`,
  );
  if (existsSync(path)) return JSON.parse(readFileSync(path, 'utf8'));
  const draw = streamOf(seedOf(name) + runs);
  const cell = tried(experiment, row, dispersion, draw, runsOf(experiment));
  writeFileSync(path, JSON.stringify(cell));
  return cell;
}

const percent = (share) => `${(100 * share).toFixed(1)} %`;

const rate = ['rate of false sentences', shownRate];
const claimed = '"clearly more" where nothing changed';
/** The tables of a kind of experiment: what it is about, what its cells are, and how they are shown. */
const kinds = {
  false: (title) => [[title, ...rate]],
  holds: (title) => [[title, 'how often it holds the truth', shownRate]],
  alarms: (title) => [
    [`${title}: alarms of a series`, 'found / stated, means', shownNumber],
    [`${title}: ${claimed}`, ...rate],
  ],
};

function shownNumber(_experiment, { stated, found }) {
  return `${Number(found.toPrecision(2))} / ${Number(stated.toPrecision(2))}`;
}

/** A rate; a dash where the sentence makes no claim, or hardly ever. */
function shownRate(experiment, { claims, share }) {
  if (claims < fewestClaims) return '–';
  return claims < runsOf(experiment)
    ? `${percent(share)} of ${claims.toLocaleString('en')}`
    : percent(share);
}

/** A table of Markdown, from the cells of an experiment. */
function tableOf(experiment, cellsOf, [title, what, shown]) {
  const isRate = shown === shownRate;
  const head = experiment.rows[0].dispersions.map((phi) => `${experiment.sign ?? 'φ'} ${phi}`);
  return [
    `${title}; ${what}, ${runsOf(experiment).toLocaleString('en')} series a cell:`,
    '',
    `| |${isRate ? ' stated |' : ''} ${head.join(' | ')} |`,
    `|---|${isRate ? '---|' : ''}${head.map(() => '---|').join('')}`,
    ...experiment.rows.map((row, at) => {
      const cells = cellsOf[at].map((cell) => shown(experiment, cell));
      return `| ${row.name} |${isRate ? ` ${percent(row.stated)} |` : ''} ${cells.join(' | ')} |`;
    }),
  ].join('\n');
}

const experiments = experimentsOf(trends).filter(
  ({ page }) => values.page === undefined || page === values.page,
);
let failed = 0;
const tables = new Map();
for (const experiment of experiments) {
  const cellsOf = experiment.rows.map((row) =>
    row.dispersions.map((dispersion) => {
      const cell = measured(experiment, row, dispersion);
      if (exceeds(experiment, row, cell)) {
        failed += 1;
        console.log(
          `✗ ${experiment.page}, ${experiment.title}, ${row.name}, ${experiment.sign ?? 'φ'} ${dispersion}: ${shownRate(experiment, cell)}`,
        );
      }
      return cell;
    }),
  );
  const written = kinds[experiment.kind](experiment.title).map((of) =>
    tableOf(experiment, cellsOf, of),
  );
  tables.set(experiment.page, [...(tables.get(experiment.page) ?? []), ...written]);
  console.log(`${experiment.page}\n${written.join('\n\n')}\n`);
}

const from = '<!-- measured -->';
const to = '<!-- /measured -->';
if (!values.check)
  for (const [page, list] of tables) {
    const path = join(root, 'docs', 'methods', `${page}.md`);
    const text = readFileSync(path, 'utf8');
    const section = `${from}\n## Measured\n\n\`pnpm measure-truth\`: Poisson at φ 1, negative binomial above, φ the variance over the mean. A dash, or "of" fewer series, where the sentence claims nothing, or says itself that it does not hold.\n\n${list.join('\n\n')}\n${to}\n`;
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
