import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, dirname } from 'node:path';
import { expect } from 'vitest';
import { root } from './command.ts';
import { exercise, money, published } from './pictures.ts';

export interface Output {
  readonly output_type: string;
  readonly name?: string;
  readonly data?: Readonly<Record<string, unknown>>;
}

interface Cell {
  readonly cell_type: 'code' | 'markdown';
  readonly source: string | readonly string[];
  readonly outputs?: readonly Output[];
}

interface Notebook {
  readonly cells: readonly Cell[];
}

/** A cell of code, with what it showed. */
export interface Executed {
  readonly source: string;
  readonly outputs: readonly Output[];
}

export const folder: string = `${root}/notebooks`;
export const out: string = `${folder}/.out`;
export const notebooks: readonly string[] = readdirSync(folder)
  .filter((name) => name.endsWith('.ipynb'))
  .map((name) => name.replace('.ipynb', ''));

export function readNotebook(path: string): Notebook {
  return JSON.parse(readFileSync(path, 'utf8')) as Notebook;
}

export function sourceOf({ source }: Cell): string {
  return [source].flat().join('');
}

export function codeOf({ cells }: Notebook): readonly Cell[] {
  return cells.filter(({ cell_type }) => cell_type === 'code');
}

/** What tslab's compiler says of the cells of each notebook, one after another, as the kernel would; no run is needed. */
export function complaints(
  notebooks: readonly (readonly string[])[],
): readonly (readonly string[])[] {
  const script = `
    const { createConverter } = require('${root}/node_modules/tslab/dist/converter.js');
    const converter = createConverter();
    const found = JSON.parse(require('fs').readFileSync(0, 'utf8')).map((cells) => {
      let before = '';
      return cells.flatMap((cell) => {
        const { diagnostics, declOutput } = converter.convert(before, cell);
        if (diagnostics.length === 0) before = declOutput ?? '';
        return diagnostics.map(({ messageText }) => messageText);
      });
    });
    converter.close();
    console.log(JSON.stringify(found));`;
  const printed = execFileSync(process.execPath, ['-e', script], {
    cwd: folder,
    input: JSON.stringify(notebooks),
    encoding: 'utf8',
  });
  return JSON.parse(printed) as readonly (readonly string[])[];
}

/** One format of an output, as text. */
export function textOf(value: unknown): string {
  return typeof value === 'string' || Array.isArray(value)
    ? [value].flat().join('')
    : JSON.stringify(value);
}

/** Found on the PATH; no package of this repository brings it. */
const jupyter = 'jupyter';
const programs = `${root}/.venv/${process.platform === 'win32' ? 'Scripts' : 'bin'}`;
const env = {
  ...process.env,
  PATH: [programs, dirname(process.execPath), process.env['PATH']].join(delimiter),
  JUPYTER_PATH: `${folder}/.jupyter`,
};

const paths: Readonly<Record<string, string>> = {
  '../out/north-sea-port': published,
  '../out/exercise': exercise,
  '../out/follow-the-money': money,
  "'../fixtures": `'${root}/fixtures`,
  "'../packages": `'${root}/packages`,
};

/** The cells of a notebook, executed in Jupyter on the pictures of the tests; a copy stays in `.out`. */
export function execute(
  name: string,
  {
    kernel = 'tslab',
    more = {},
  }: { readonly kernel?: string; readonly more?: NodeJS.ProcessEnv } = {},
): readonly Executed[] {
  mkdirSync(out, { recursive: true });
  const text = Object.entries(paths).reduce(
    (before, [from, to]) => before.replaceAll(from, to),
    readFileSync(`${folder}/${name}.ipynb`, 'utf8'),
  );
  const made = kernel === 'tslab' ? name : `${name}-${kernel}`;
  writeFileSync(`${out}/${made}-here.ipynb`, text);
  const run = spawnSync(
    jupyter,
    [
      ...['nbconvert', '--to', 'notebook', '--execute'],
      ...[`--ExecutePreprocessor.kernel_name=${kernel}`, '--output', made, `${made}-here.ipynb`],
    ],
    { cwd: out, env: { ...env, ...more }, encoding: 'utf8' },
  );
  const missing = run.error ? 'Jupyter' : /nbconvert.? not found/u.test(run.stderr) && 'nbconvert';
  if (missing)
    throw new Error(
      `${missing} is not here, so the notebook cannot be executed. "npm test" sets it up; by hand: a virtual environment in .venv, with notebooks/requirements.txt installed in it`,
    );
  if (run.status !== 0)
    throw new Error(`The notebook ${name} does not run under ${kernel}:\n${run.stderr}`);
  return codeOf(readNotebook(`${out}/${made}.ipynb`)).map((cell) => ({
    source: sourceOf(cell),
    outputs: cell.outputs ?? [],
  }));
}

/** What cells show, as text. */
export function plain(cells: readonly Executed[]): string {
  return cells
    .flatMap(({ outputs }) => outputs.map(({ data }) => textOf(data?.['text/plain'] ?? '')))
    .join('\n');
}

export function shownBy(cells: readonly Executed[], code: string): string {
  const cell = cells.find(({ source }) => source.includes(code));
  expect(cell, `no cell holds ${code}`).toBeDefined();
  return plain(cell ? [cell] : []);
}

/** Sources of cells that failed, or print beside what they show. */
export function strange(cells: readonly Executed[]): readonly string[] {
  return cells.flatMap(({ source, outputs }) =>
    outputs.filter(({ output_type }) => output_type !== 'display_data').map(() => source),
  );
}

/** Every format of every output. */
export function rich(cells: readonly Executed[]): readonly string[] {
  return cells.flatMap(({ outputs }) =>
    outputs.flatMap(({ data = {} }) => Object.values(data).map(textOf)),
  );
}

/** The personal data planted in the exercise that stand in an executed notebook; there are some to find. */
export function plantedIn(name: string): readonly string[] {
  const truth = JSON.parse(readFileSync(`${root}/fixtures/exercise/truth.json`, 'utf8')) as {
    readonly defects: readonly { readonly kind: string; readonly value: string | null }[];
  };
  const planted = truth.defects
    .filter(({ kind }) => kind === 'personal-data')
    .map(({ value }) => value ?? '');
  expect(planted.length).toBeGreaterThan(3);
  const text = readFileSync(`${out}/${name}.ipynb`, 'utf8');
  return planted.filter((value) => text.includes(value));
}
