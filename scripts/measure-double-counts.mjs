// pnpm measure-double-counts [--from 1] [--to 200] [--generator exercise|registers] [--class late,round]: worlds whose truth is known, double reports and
// totals against it: those of the exercise through the catalogue, and registers built unlike them, one habit at a time.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { ensureBundled } from './build.mjs';
import { ensureInstalled } from './setup.mjs';
import { classes, measureWorld, registerWorld } from './truth/register-worlds.mjs';

const { values } = parseArgs({
  options: {
    from: { type: 'string', default: '1' },
    to: { type: 'string', default: '200' },
    generator: { type: 'string' },
    class: { type: 'string' },
  },
});
ensureInstalled();
await ensureBundled();
const room = (name) => import(`../packages/${name}/dist/index.js`);
const { openEngine } = await room('engine');
const { generateExercise, writeExerciseFiles } = await room('exercise');
const { ingest, loadSource } = await room('ingest');
const { eventTotals, findDoubleReports } = await room('merge');
const { seizureFromRow } = await room('schema');
const { catalogueFolder } = await room('sources');

const scope = { complex: 'PC_NSP', substance: 'COC', basis: 'seized_in_port' };
const years = [2018, 2019, 2020, 2021, 2022, 2023, 2024, 2025];
const folder = mkdtempSync(join(tmpdir(), 'double-counts-'));
const engine = await openEngine();
const [from, to] = [Number(values.from), Number(values.to)];
const worlds = to - from + 1;
const pairs = { right: 0, wrong: 0, missed: 0 };
const totals = { all: 0, inside: 0, insideEverything: 0, missing: 0, open: 0 };
const widths = [];
let spent = 0;

async function readWorld(world) {
  const files = await writeExerciseFiles(world);
  await engine.run('drop table if exists seizure');
  const sources = [];
  for (const { name, office } of world.files) {
    const path = join(folder, name);
    writeFileSync(path, files[name]);
    const read = await ingest(engine, loadSource(catalogueFolder(`exercise-${office}`)), [path]);
    sources.push(read.source);
  }
  const seizures = (await engine.rows('select * from seizure order by id')).map(seizureFromRow);
  const known = seizures.filter((one) => (one.registeredOn ?? one.date) <= world.truth.asOf);
  return { known, sources };
}

function countPairs({ doubles }, known, found) {
  const place = ({ file, line }) => `${file} ${line}`;
  const places = new Map(known.map(({ id, origin }) => [id, place(origin)]));
  const key = (a, b) => [a, b].sort().join(' | ');
  const truth = new Set(
    doubles.filter(({ readable }) => readable).map(({ a, b }) => key(place(a), place(b))),
  );
  const said = new Set(
    found
      .filter(({ verdict }) => verdict === 'same')
      .map(({ a, b }) => key(places.get(a) ?? a, places.get(b) ?? b)),
  );
  for (const pair of said) pairs[truth.has(pair) ? 'right' : 'wrong'] += 1;
  for (const pair of truth) if (!said.has(pair)) pairs.missed += 1;
}

function countTotals(truth, counted) {
  for (const { place, year, asOfKg, kg, missing } of truth.totals) {
    const total = counted.find(({ period }) => period === String(year));
    const { interval90, likely } = total.members.find((member) => member.place === place);
    const { low, high } = interval90;
    const holds = (value) => low <= value + 1e-6 && (high === null || high >= value - 1e-6);
    totals.all += 1;
    if (holds(asOfKg)) totals.inside += 1;
    if (holds(kg)) totals.insideEverything += 1;
    if (missing > 0) totals.missing += 1;
    if (missing > 0 && high === null) totals.open += 1;
    widths.push(high === null ? Number.POSITIVE_INFINITY : likely > 0 ? (high - low) / likely : 0);
  }
}

/** Worlds of the exercise; whether what was found is within its bounds. */
async function measureExercise() {
  for (let seed = from; seed <= to; seed += 1) {
    const world = generateExercise({ seed });
    const { known, sources } = await readWorld(world);
    const start = performance.now();
    const found = await findDoubleReports(engine, known, {
      definitions: sources.flatMap(({ definitions }) => definitions),
      declared: sources.flatMap(({ doubleCounts = [] }) => doubleCounts),
    });
    const coverage = sources.flatMap((source) => source.coverage);
    const counted = eventTotals(known, { ...scope, years, coverage, pairs: found });
    spent += performance.now() - start;
    countPairs(world.truth, known, found);
    countTotals(world.truth, counted);
  }
  const { right, wrong, missed } = pairs;
  const f1 = (2 * right) / (2 * right + wrong + missed);
  const share = (part) => `${((100 * part) / totals.all).toFixed(1)} %`;
  widths.sort((a, b) => a - b);
  const median = 100 * widths[Math.floor(widths.length / 2)];
  console.log(
    `double reports in ${worlds} worlds: ${right} right, ${wrong} wrong, ${missed} missed`,
  );
  console.log(`  F1 ${f1.toFixed(4)}`);
  console.log(`totals of ports and years: ${totals.all}`);
  console.log(`  inside their 90 % interval, of what the files can tell: ${share(totals.inside)}`);
  console.log(
    `  the same of all that was seized, reported or not: ${share(totals.insideEverything)}`,
  );
  console.log(`  median width: ${median.toFixed(1)} % of the total`);
  console.log(`  a weight missing: ${totals.missing}, of which open above: ${totals.open}`);
  console.log(`  ${Math.round(spent / worlds)} ms a world for linkage and totals`);
  return wrong === 0 && f1 >= 0.989 && totals.inside === totals.all && median === 0;
}

/** At least so many intervals hold the truth, and at most so wide are they in the middle. */
const bounds = { inside: 0.9, mixture: 0.85, wrong: 0.01, unknown: 0.1 };

/** Registers by class; whether each is within its bounds. */
async function measureRegisters() {
  console.log(
    '| class | inside the 90 % interval | width nought | median width | pairs | found | false |',
  );
  console.log('|---|---|---|---|---|---|---|');
  let isWithin = true;
  const all = { pairs: 0, wrong: 0 };
  for (const name of Object.keys(classes)) {
    if (values.class !== undefined && !values.class.split(',').includes(name)) continue;
    const found = { totals: 0, inside: 0, pairs: 0, right: 0, wrong: 0 };
    const wide = [];
    for (let seed = from; seed <= to; seed += 1) {
      const one = await measureWorld(room, engine, registerWorld(seed, name));
      for (const key of Object.keys(found)) found[key] += one[key];
      wide.push(...one.widths);
    }
    wide.sort((a, b) => a - b);
    const middle = wide[Math.floor(wide.length / 2)];
    const share = (part, of) => `${((100 * part) / of).toFixed(1)} %`;
    const nought = wide.filter((width) => width === 0).length;
    console.log(
      `| ${name} | ${share(found.inside, found.totals)} of ${found.totals} | ${share(nought, wide.length)} | ${share(middle, 1)} | ${found.pairs} | ${found.right} | ${found.wrong} |`,
    );
    all.pairs += found.pairs;
    all.wrong += found.wrong;
    isWithin &&= found.wrong < bounds.wrong * found.pairs || found.wrong <= 1;
    isWithin &&=
      found.inside >= (classes[name].mixture ? bounds.mixture : bounds.inside) * found.totals;
    isWithin &&=
      (name !== 'unknown' || middle <= bounds.unknown) && (name !== 'exact' || middle === 0);
  }
  console.log(`false: ${((100 * all.wrong) / all.pairs).toFixed(2)} % of ${all.pairs} pairs`);
  return isWithin && all.wrong < bounds.wrong * all.pairs;
}

const measured = { exercise: measureExercise, registers: measureRegisters };
for (const [name, measure] of Object.entries(measured)) {
  if (values.generator !== undefined && values.generator !== name) continue;
  console.log(`${name}, seeds ${from} to ${to}`);
  if (!(await measure())) process.exitCode = 1;
}
await engine.close();
rmSync(folder, { recursive: true });
