// npm test: sets up everything, then every check. Its last line is "N passed, N failed".
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ensureChromium, ensureInstalled, ensureJupyter, env, root, say } from './setup.mjs';

let passed = 0;
let failed = 0;

function check(name, program, args, extra = {}) {
  say(name);
  const done = spawnSync(program, args, { cwd: root, env: { ...env, ...extra }, stdio: 'inherit' });
  if (done.status === 0) passed += 1;
  else {
    failed += 1;
    console.error(`✗ ${name}`);
  }
  return done.status === 0;
}

function finish() {
  console.log(`${passed} passed, ${failed} failed`);
  process.exit(failed === 0 ? 0 : 1);
}

try {
  ensureInstalled();
} catch (error) {
  console.error(`Could not install: ${error.message}`);
  failed += 1;
  finish();
}

const bin = (name) => join(root, 'node_modules', '.bin', name);
const compiled = check('types and build (tsc)', bin('tsc'), ['-b']);
check('style (biome)', bin('biome'), ['check', '--error-on-warnings']);
if (!compiled) finish();
check('unused code and dependencies (knip)', bin('knip'), []);

const hasJupyter = ensureJupyter();
if (!hasJupyter) console.error('Jupyter could not be set up; its tests will say so and fail.');
const chromium = ensureChromium();
if (!chromium) console.error('Chromium could not be set up; its tests will say so and fail.');

const report = join(root, 'node_modules', '.cache', 'vitest.json');
mkdirSync(join(root, 'node_modules', '.cache'), { recursive: true });
rmSync(report, { force: true });
const tested = spawnSync(
  bin('vitest'),
  [
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
    ...process.argv.slice(2),
  ],
  {
    cwd: root,
    env: { ...env, ...(chromium ? { CHROMIUM_PATH: chromium } : {}) },
    stdio: 'inherit',
  },
);
if (existsSync(report)) {
  const result = JSON.parse(readFileSync(report, 'utf8'));
  passed += result.numPassedTests;
  failed += result.numFailedTests;
  const broken = result.testResults.filter(
    (file) =>
      file.status === 'failed' && file.assertionResults.every((test) => test.status !== 'failed'),
  );
  failed += broken.length;
}
if (tested.status !== 0 && failed === 0) failed += 1;
finish();
