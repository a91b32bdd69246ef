// Sets up what a command needs, says what it installs, and does nothing the second time.
import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('..', import.meta.url)).replace(/[\\/]$/, '');
const isWindows = process.platform === 'win32';
const pnpm = ['--yes', 'pnpm@12.21.0'];
const bin = join(root, 'node_modules', '.bin');
const venv = join(root, '.venv');
const programs = join(venv, isWindows ? 'Scripts' : 'bin');
const python = isWindows ? 'python' : 'python3';

export const env = {
  ...process.env,
  PATH: [bin, programs, process.env.PATH].join(delimiter),
  JUPYTER_PATH: join(root, 'notebooks', '.jupyter'),
  npm_config_update_notifier: 'false',
};

export function say(text) {
  console.log(`· ${text}`);
}

/** Runs a program and shows what it prints; throws where it fails. */
export function run(program, args, options = {}) {
  const done = spawnSync(program, args, { cwd: root, env, stdio: 'inherit', ...options });
  if (done.error) throw done.error;
  if (done.status !== 0) throw new Error(`${program} ${args.join(' ')} ended with ${done.status}`);
}

/** The file of a command that a package brings, for Node to run: what lies in .bin runs in a shell only on Windows. */
export function programOf(name, command = name) {
  const folder = join(root, 'node_modules', name);
  const { bin: files } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  return join(folder, typeof files === 'string' ? files : files[command]);
}

/** npx as a file for Node to run: beside the npm that runs this, or beside Node. */
function npx() {
  const beside = dirname(process.execPath);
  const found = [
    ...(process.env.npm_execpath ? [join(dirname(process.env.npm_execpath), 'npx-cli.js')] : []),
    join(beside, 'node_modules', 'npm', 'bin', 'npx-cli.js'),
    join(beside, '..', 'lib', 'node_modules', 'npm', 'bin', 'npx-cli.js'),
    '/usr/share/nodejs/npm/bin/npx-cli.js',
  ].find((path) => existsSync(path));
  if (found === undefined)
    throw new Error('npm was not found beside Node; install Node with npm, or run this by npm');
  return found;
}

/** Runs pnpm, in the version that wrote the lockfile. */
export function runPnpm(args, options) {
  run(process.execPath, [npx(), ...pnpm, ...args], options);
}

function works(program, args) {
  const done = spawnSync(program, args, { cwd: root, env, stdio: 'ignore' });
  return !done.error && done.status === 0;
}

function stampOf(files) {
  const hash = createHash('sha256');
  for (const file of files) hash.update(readFileSync(join(root, file)));
  return hash.digest('hex');
}

/** The packages, once for each state of the lockfile. */
export function ensureInstalled() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major < 20 || (major === 20 && minor < 19)) {
    console.error(`samenbeeld needs Node 20.19 or later; this is ${process.version}.`);
    process.exit(2);
  }
  const stamp = join(root, 'node_modules', '.cache', 'installed.sha256');
  const wanted = stampOf([
    'pnpm-lock.yaml',
    'pnpm-workspace.yaml',
    'package.json',
    ...readdirSync(join(root, 'patches'))
      .sort()
      .map((name) => join('patches', name)),
  ]);
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  say('installing the packages named in pnpm-lock.yaml (about 10 s the first time)');
  for (const attempt of [1, 2, 3]) {
    try {
      runPnpm(['install', '--frozen-lockfile', '--reporter=append-only'], {
        stdio: ['ignore', 'ignore', 'inherit'],
      });
      break;
    } catch (error) {
      if (attempt === 3) throw error;
      say(`the registry dropped the connection, trying again (${attempt} of 2)`);
    }
  }
  mkdirSync(join(root, 'node_modules', '.cache'), { recursive: true });
  writeFileSync(stamp, wanted);
}

/** Debian's packages, where the machine is Debian and the user may install; true where that went well. */
function debian(names) {
  if (process.getuid?.() !== 0 || !works('apt-get', ['--version'])) return false;
  say(`installing ${names.join(', ')} from Debian`);
  const quiet = {
    env: { ...env, DEBIAN_FRONTEND: 'noninteractive' },
    stdio: ['ignore', 'ignore', 'inherit'],
  };
  try {
    run('apt-get', ['update', '-qq'], quiet);
    run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...names], quiet);
    return true;
  } catch (error) {
    say(`Debian could not give them: ${error.message}`);
    return false;
  }
}

const hasJupyter = () => works('jupyter', ['nbconvert', '--version']);

/** Jupyter: the one on the PATH, else one in .venv, else Debian's. Returns whether it is there. */
export function ensureJupyter() {
  if (hasJupyter()) return true;
  say('Jupyter is not here; making one in .venv (about 30 s, once)');
  const requirements = join('notebooks', 'requirements.txt');
  const made =
    works(python, ['-m', 'venv', venv]) ||
    (debian(['python3-venv']) && works(python, ['-m', 'venv', venv]));
  if (made && works(join(programs, 'pip'), ['install', '-q', '-r', requirements]) && hasJupyter())
    return true;
  say('pip could not give it; trying Debian');
  return debian(['jupyter-client', 'jupyter-nbconvert', 'python3-ipykernel']) && hasJupyter();
}

const chromiums = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

function foundChromium() {
  const named = process.env.CHROMIUM_PATH;
  if (named && existsSync(named)) return named;
  return chromiums.find((path) => existsSync(path)) ?? playwrightChromium();
}

function playwrightChromium() {
  try {
    const code =
      "import('playwright-core').then(({ chromium }) => console.log(chromium.executablePath()))";
    const path = execFileSync(process.execPath, ['-e', code], {
      cwd: root,
      env,
      encoding: 'utf8',
    }).trim();
    return existsSync(path) ? path : undefined;
  } catch {
    return undefined;
  }
}

/** Chromium: the one on the machine, else Debian's, else playwright's own. Returns its path or undefined. */
export function ensureChromium() {
  const found = foundChromium();
  if (found) return found;
  say('Chromium is not here; it is needed to look at the report as a reader does');
  if (debian(['chromium', 'fonts-dejavu-core'])) return foundChromium();
  works(process.execPath, [programOf('playwright-core'), 'install', 'chromium']);
  return foundChromium();
}
