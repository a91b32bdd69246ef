// Writes fixtures/exercise (seed 1) and the samples of its sources anew.
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { ensureBundled } from './build.mjs';
import { root } from './setup.mjs';

await ensureBundled();
const { generateExercise, generateListings, writeExerciseFiles } = await import(
  '../packages/exercise/dist/index.js'
);
const fixtures = join(root, 'fixtures', 'exercise');
const catalogue = join(root, 'packages', 'sources', 'catalogue');
const seed = 1;

const sha256 = (bytes) => createHash('sha256').update(bytes).digest('hex');

/** The picture file, with the rejections that the truth foretells. */
function pictureFile(world, files) {
  const inputs = world.files.map(({ name, office }) => {
    const rejected = Object.entries(world.truth.rejections[name])
      .map(([rule, count]) => `${rule}: ${count}`)
      .join(', ');
    return [
      `  - source: exercise-${office}`,
      `    file: ${name}`,
      `    sha256: ${sha256(files[name])}`,
      `    rejected: { ${rejected} }`,
    ].join('\n');
  });
  return `# Written by scripts/make-exercise.mjs. EXERCISE: every figure behind this picture is made up.
picture: exercise
title:
  nl: "OEFENING: gezamenlijk criminaliteitsbeeld North Sea Port (synthetische gegevens)"
  fr: "EXERCICE : image commune de la criminalité, North Sea Port (données fictives)"
  de: "ÜBUNG: gemeinsames Kriminalitätslagebild North Sea Port (erfundene Daten)"
  en: "EXERCISE: joint crime picture of North Sea Port (synthetic data)"
recipe: exercise
asOf: ${world.truth.asOf}
seed: ${seed}
audience: public
decisions: decisions.jsonl
priorities: priorities.yaml
assessments: [assessments.csv]
listings: [listings.csv]
measures: [measures.csv]
reports: [reports.csv]
key: exercise.key
inputs:
${inputs.join('\n')}
`;
}

async function writeFixtures() {
  mkdirSync(fixtures, { recursive: true });
  const world = generateExercise({ seed });
  const files = await writeExerciseFiles(world);
  for (const [name, bytes] of Object.entries(files)) writeFileSync(join(fixtures, name), bytes);
  writeFileSync(join(fixtures, 'listings.csv'), generateListings({ seed }));
  writeFileSync(join(fixtures, 'truth.json'), `${JSON.stringify(world.truth, null, 1)}\n`);
  writeFileSync(join(fixtures, 'exercise.picture.yaml'), pictureFile(world, files));
}

/** One year of another seed: the excerpt that each source folder holds. */
async function writeSamples() {
  const world = generateExercise({ seed: 2, years: [2023, 2023] });
  const files = await writeExerciseFiles(world);
  for (const { name, office } of world.files) {
    const folder = join(catalogue, `exercise-${office}`);
    for (const old of readdirSync(folder)) if (old.startsWith('sample')) rmSync(join(folder, old));
    writeFileSync(join(folder, `sample${extname(name)}`), files[name]);
  }
}

await writeFixtures();
await writeSamples();
console.log('fixtures/exercise and the samples of exercise-* are written');
console.log('if a sample changed: REGEN=1 npx vitest run --project house test/catalogue.test.ts');
