import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { root } from './command.ts';
import { exercise, published } from './pictures.ts';

const folder = `${root}/notebooks`;
const out = `${folder}/.out`;
const env = {
  ...process.env,
  PATH: [`${root}/node_modules/.bin`, `${root}/.venv/bin`, process.env['PATH']].join(':'),
  JUPYTER_PATH: `${folder}/.jupyter`,
};

interface Output {
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

function read(path: string): Notebook {
  return JSON.parse(readFileSync(path, 'utf8')) as Notebook;
}

function sourceOf({ source }: Cell): string {
  return [source].flat().join('');
}

function codeOf({ cells }: Notebook): readonly Cell[] {
  return cells.filter(({ cell_type }) => cell_type === 'code');
}

function textOf(value: unknown): string {
  return typeof value === 'string' || Array.isArray(value)
    ? [value].flat().join('')
    : JSON.stringify(value);
}

/** Found on the PATH; no package of this repository brings it. */
const jupyter = 'jupyter';

const notebooks = readdirSync(folder).filter((name) => name.endsWith('.ipynb'));

beforeAll(() => {
  execFileSync(`${root}/node_modules/.bin/tsc`, ['-b', 'packages/notebook'], { cwd: root });
});

/** What tslab's compiler says of the cells, one after another, as the kernel would; 5 s instead of a run. */
function complaints(cells: readonly string[]): readonly string[] {
  const script = `
    const { createConverter } = require('${root}/node_modules/tslab/dist/converter.js');
    const converter = createConverter();
    let before = '';
    const found = JSON.parse(require('fs').readFileSync(0, 'utf8')).flatMap((cell) => {
      const { diagnostics, declOutput } = converter.convert(before, cell);
      if (diagnostics.length === 0) before = declOutput ?? '';
      return diagnostics.map(({ messageText }) => messageText);
    });
    converter.close();
    console.log(JSON.stringify(found));`;
  const printed = execFileSync(process.execPath, ['-e', script], {
    cwd: folder,
    input: JSON.stringify(cells),
    encoding: 'utf8',
  });
  return JSON.parse(printed) as readonly string[];
}

describe('cells are typed', () => {
  test.each(notebooks)('%s compiles under the TypeScript of tslab', (name) => {
    expect(complaints(codeOf(read(`${folder}/${name}`)).map(sourceOf))).toEqual([]);
  });

  test('a wrong word is refused, and every part of an answer has a type that a cell can name', () => {
    const cells = [
      "import { answered, differences, joint, open, sizeBands, trend, why } from '@samenbeeld/notebook';\nconst picture = await open('x');",
      "const rows = picture.observations.where({ place: 'NSP' }).rows;",
      'const origin = rows[0].origin;',
      'const answer = joint(picture.observations);',
      'const totals = answered(answer).totals;',
      'const member = totals[0].members[0];',
      'const details = answered(trend(picture.observations)).finding.details;',
      'const bands = answered(sizeBands(picture.seizures)).finding.bands;',
      "const claim = answered(await why(picture, 'x')).why.lines[0].claim;",
      'const difference = answered(differences(picture.observations)).rows[0].difference;',
      'const table = picture.seizures.arquero();',
      'const frame = await picture.seizures.danfo();',
      'const engine = picture.stored.engine;',
      'const wrong: string = totals[0].total.atLeast;',
      "picture.observations.where({ plaats: 'NSP' })",
      'const unsure = joint(picture.observations).totals;',
    ];
    expect(complaints(cells)).toEqual([
      "Type 'number' is not assignable to type 'string'.",
      expect.stringContaining("Argument of type '{ plaats: string; }'"),
      expect.stringContaining("'plaats' does not exist in type 'ObservationCriteria'"),
      "Property 'totals' does not exist on type 'Joint | Refused'.",
      "Property 'totals' does not exist on type 'Refused'.",
    ]);
  });
});

test('a cell can require the library: nothing in it waits at the top level', () => {
  const script = "console.log(typeof require('@samenbeeld/notebook').open)";
  const printed = execFileSync(process.execPath, ['-e', script], { cwd: folder, encoding: 'utf8' });
  expect(printed.trim()).toBe('function');
});

describe('executed in Jupyter', () => {
  /** Cells with their outputs; those from `start` on are about the exercise. */
  let cells: readonly { readonly source: string; readonly outputs: readonly Output[] }[] = [];
  let start = 0;

  beforeAll(() => {
    const found = spawnSync(jupyter, ['nbconvert', '--version'], { env, encoding: 'utf8' });
    if (found.error || found.status !== 0)
      throw new Error(
        'Jupyter is not here, so the notebook cannot be executed. "npm test" sets it up; by hand: python3 -m venv .venv && .venv/bin/pip install -r notebooks/requirements.txt',
      );
    mkdirSync(out, { recursive: true });
    const text = readFileSync(`${folder}/north-sea-port.ipynb`, 'utf8')
      .replace('../out/north-sea-port', published)
      .replace('../out/exercise', exercise);
    writeFileSync(`${out}/on-test-pictures.ipynb`, text);
    const run = spawnSync(
      jupyter,
      [
        'nbconvert',
        '--to',
        'notebook',
        '--execute',
        '--output',
        'north-sea-port',
        'on-test-pictures.ipynb',
      ],
      { cwd: out, env, encoding: 'utf8' },
    );
    if (run.status !== 0) throw new Error(`The notebook does not run:\n${run.stderr}`);
    cells = codeOf(read(`${out}/north-sea-port.ipynb`)).map((cell) => ({
      source: sourceOf(cell),
      outputs: cell.outputs ?? [],
    }));
    start = cells.findIndex(({ source }) => source.includes(`open('${exercise}')`));
  });

  const plain = (part: typeof cells): string =>
    part
      .flatMap(({ outputs }) => outputs.map(({ data }) => textOf(data?.['text/plain'] ?? '')))
      .join('\n');
  const shownBy = (code: string): string => {
    const cell = cells.find(({ source }) => source.includes(code));
    expect(cell, `no cell holds ${code}`).toBeDefined();
    return plain(cell ? [cell] : []);
  };

  test('no cell fails, and none prints beside what it shows', () => {
    const strange = cells.flatMap(({ source, outputs }) =>
      outputs.filter(({ output_type }) => output_type !== 'display_data').map(() => source),
    );
    expect(cells.length).toBeGreaterThan(30);
    expect(strange).toEqual([]);
  });

  test('question 1: 2022 is 4,776 kg, partial; two bases are refused', () => {
    expect(shownBy("joint(inPort, { by: 'year' })")).toMatch(
      /^2022 +4,776 +4,776 +4,776 +4,776 +– +partial +Terneuzen: not reported/m,
    );
    expect(shownBy('joint(cocaine,')).toContain('have two bases (seized_in_port');
    expect(shownBy('joint(cocaine,')).toContain(
      "Choose one: `.where({ basis: 'seized_in_port' })`",
    );
    expect(shownBy('why(picture')).toMatch(/governs .*4,157.*claims\.csv:\d+/);
    expect(shownBy('check(picture')).toContain('"more than 4,100');
  });

  test('question 2: each figure that disagrees, with what explains it', () => {
    const text = shownBy('differences(vlissingen)');
    expect(text).toMatch(/^2020 .*7,000.*6,055 \+ 967/m);
    expect(text).toMatch(/^2021 .*250.*to decide/m);
    expect(text).toMatch(/^2022 .*more than 3,900.*agrees/m);
    expect(text).toMatch(/^2022 .*10,000.*basis.*explained/m);
    expect(text).toMatch(/^2024 .*9,600.*to decide/m);
  });

  test('question 4: refused for the joint row, answered for one port', () => {
    const refused = shownBy("trend(inPort, { by: 'year' })");
    expect(refused).toContain('No answer: The ports in the sum change (2018 none, 2019 BEGNE');
    expect(refused).toContain("`.at('NLVLI')`");
    expect(shownBy('const vlissingenTrend')).toMatch(
      /Cocaine seized in Vlissingen, 2020–2025: no trend can be shown \(n.=.6/,
    );
    expect(shownBy('leaveLargestOut(inPort)')).toContain('annual totals hide the single seizures');
  });

  test('question 3: double reports, and the total counted once', () => {
    expect(shownBy('doubleReports(finds)')).toMatch(/\d+ the same · \d+ possible/);
    expect(shownBy('joint(finds')).toMatch(/double reports? counted once/);
    expect(shownBy('once.danfo()')).toMatch(/NLVLI/);
  });

  test('question 5: bands, medians and the test', () => {
    expect(shownBy('sizeBands(finds)')).toMatch(/≥ 1,000 kg/);
    expect(shownBy('op.median')).toMatch(/^year +seizures +median/m);
    expect(shownBy('cochranArmitage(finds')).toMatch(/Share of finds over 100.kg/);
  });

  test('every output carries the marking of its own picture', () => {
    expect(start).toBeGreaterThan(10);
    const rich = (part: typeof cells): readonly string[] =>
      part.flatMap(({ outputs }) =>
        outputs.flatMap(({ data = {} }) => Object.values(data).map(textOf)),
      );
    const [before, from] = [rich(cells.slice(0, start)), rich(cells.slice(start))];
    expect(from.length).toBeGreaterThan(20);
    expect([...before, ...from].filter((text) => !text.includes('TLP:CLEAR'))).toEqual([]);
    expect(from.filter((text) => !text.includes('EXERCISE'))).toEqual([]);
    expect(before.filter((text) => text.includes('EXERCISE'))).toEqual([]);
  });

  test('planted personal data are nowhere in it', () => {
    const truth = JSON.parse(readFileSync(`${root}/fixtures/exercise/truth.json`, 'utf8')) as {
      readonly defects: readonly { readonly kind: string; readonly value: string | null }[];
    };
    const planted = truth.defects
      .filter(({ kind }) => kind === 'personal-data')
      .map(({ value }) => value ?? '');
    const text = readFileSync(`${out}/north-sea-port.ipynb`, 'utf8');
    expect(planted.length).toBeGreaterThan(3);
    expect(planted.filter((value) => text.includes(value))).toEqual([]);
  });
});
