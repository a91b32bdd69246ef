// npm test: sets up everything, then every check but the proofs that take long, which npm run test:slow does.
// The last line of each is "N passed, N failed".
import { spawn } from 'node:child_process';
import {
  chmodSync,
  closeSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  statfsSync,
  writeFileSync,
} from 'node:fs';
import { freemem, hostname, tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import {
  ensureChromium,
  ensureInstalled,
  ensureJupyter,
  env,
  programOf,
  root,
  say,
} from './setup.mjs';

const cache = join(root, 'node_modules', '.cache');
const asked = process.argv.slice(2);
const kind = asked[0] === '--slow' ? 'slow' : 'quick';
const more = kind === 'slow' ? asked.slice(1) : asked;
let passed = 0;
let failed = 0;
/** What failed, a line each, told again at the end. */
const failures = [];

/** Starts a check; what it prints waits in a file, since setting up the rest holds this process. */
function begin(name, program, args) {
  mkdirSync(cache, { recursive: true });
  const log = join(cache, `${name.replace(/\W+/g, '-')}.log`);
  const output = openSync(log, 'w');
  const child = spawn(process.execPath, [program, ...args], {
    cwd: root,
    env,
    stdio: ['ignore', output, output],
  });
  closeSync(output);
  const ended = new Promise((done) => {
    child.on('error', () => done(null));
    child.on('close', done);
  });
  return { name, log, ended };
}

/** Waits for a check, shows what it printed and counts it; whether it passed. */
async function finished({ name, log, ended }) {
  const code = await ended;
  say(name);
  process.stdout.write(readFileSync(log));
  if (code === 0) passed += 1;
  else {
    failed += 1;
    failures.push(name);
    console.error(`✗ ${name}`);
  }
  return code === 0;
}

function finish() {
  mkdirSync(cache, { recursive: true });
  writeFileSync(join(cache, `counted-${kind}.json`), JSON.stringify({ passed, failed, failures }));
  for (const line of failures) console.log(`✗ ${line}`);
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

const checks = kind === 'quick';
const building = begin('build', 'scripts/build.mjs', []);
const styling = checks
  ? begin('style (biome)', programOf('@biomejs/biome', 'biome'), ['check', '--error-on-warnings'])
  : null;

// Notebooks are executed among the proofs that take long.
const hasJupyter = kind === 'quick' || ensureJupyter();
if (!hasJupyter) console.error('Jupyter could not be set up; its tests will say so and fail.');
const chromium = ensureChromium();
if (!chromium) console.error('Chromium could not be set up; its tests will say so and fail.');

const built = await finished(building);
if (!built) finish();
// Told as soon as each ends; tests run meanwhile, since they wait for commands and browsers now and then.
const beside = checks
  ? [
      styling,
      begin('types (tsc)', programOf('typescript-7', 'tsc'), ['-b']),
      begin('unused code and dependencies (knip)', programOf('knip'), []),
    ].map(finished)
  : [];

/** Memory that is a folder, where the machine has one and plenty of it: tests write some fifty megabytes in thousands of files. */
function memory() {
  const folder = '/dev/shm';
  if (kind === 'slow' || !existsSync(folder)) return null;
  const { bavail, bsize } = statfsSync(folder);
  const [room, spare] = [2 ** 31, 2 ** 33];
  return bavail * bsize > room && freemem() > spare ? folder : null;
}

/** Removes a folder, and says so where that fails: what is left is no reason for the tests to fail. */
function remove(folder) {
  try {
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  } catch (error) {
    say(`${folder} stays: ${error.message}`);
  }
}

/** Whether a folder is of a run of this user on this machine that has ended: its name ends in the machine, the process and a few letters. */
function isLeft(name, begin, above) {
  const [, id] =
    /^(\d+)-[^-]+$/u.exec(name.startsWith(begin) ? name.slice(begin.length) : '') ?? [];
  if (id === undefined || lstatSync(join(above, name)).uid !== process.getuid?.()) return false;
  try {
    process.kill(Number(id), 0);
    return false;
  } catch (error) {
    return error.code === 'ESRCH';
  }
}

/** A folder for what the tests write, gone with them; one of a run that was stopped goes with the next. */
function scratch() {
  const [above, begin] = [memory() ?? tmpdir(), `samenbeeld-npm-test-${hostname()}-`];
  for (const name of readdirSync(above)) if (isLeft(name, begin, above)) remove(join(above, name));
  const folder = mkdtempSync(join(above, `${begin}${process.pid}-`));
  // Some tests run the command as a user without rights, who must come through to what is theirs.
  chmodSync(folder, 0o711);
  return folder;
}
const written = scratch();
const temporary = { TMPDIR: written, TEMP: written, TMP: written };
/** Many short-lived objects: with more room for them they are gone through less often, in tests and the commands they run. */
const roomy = { NODE_OPTIONS: `${env.NODE_OPTIONS ?? ''} --max-semi-space-size=32`.trim() };

/** The first line of what went wrong, not too long. */
const firstLine = (text) => (text ?? '').split('\n')[0].slice(0, 300);

const projects = { quick: ['house', 'apart', 'unit', 'docs'], slow: ['slow', 'slow rooms'] };

const report = join(cache, `vitest-${kind}.json`);
rmSync(report, { force: true });
const tested = spawn(
  process.execPath,
  [
    programOf('vitest'),
    'run',
    ...projects[kind].flatMap((project) => ['--project', project]),
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
    ...more,
  ],
  {
    cwd: root,
    env: { ...env, ...temporary, ...roomy, ...(chromium ? { CHROMIUM_PATH: chromium } : {}) },
    stdio: 'inherit',
  },
);
const status = await new Promise((done) => {
  tested.on('error', () => done(null));
  tested.on('close', done);
});
remove(written);
await Promise.all(beside);
const before = failed;
if (existsSync(report)) {
  const result = JSON.parse(readFileSync(report, 'utf8'));
  passed += result.numPassedTests;
  failed += result.numFailedTests;
  const broken = result.testResults.filter(
    (file) =>
      file.status === 'failed' && file.assertionResults.every((test) => test.status !== 'failed'),
  );
  failed += broken.length;
  for (const file of result.testResults) {
    const name = relative(root, file.name);
    if (broken.includes(file)) failures.push(`${name}: ${firstLine(file.message)}`);
    for (const test of file.assertionResults)
      if (test.status === 'failed')
        failures.push(`${name} > ${test.fullName}: ${firstLine(test.failureMessages[0])}`);
  }
} else {
  failed += 1;
  failures.push('vitest left no report');
}
if (status !== 0 && failed === before) failed += 1;
finish();
