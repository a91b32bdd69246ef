import { execFileSync } from 'node:child_process';
import { beforeAll, describe, expect, test } from 'vitest';
import { root } from './command.ts';
import {
  codeOf,
  complaints,
  type Executed,
  execute,
  folder,
  notebooks,
  plantedIn,
  readNotebook,
  rich,
  shownBy,
  sourceOf,
  strange,
} from './execute-notebook.ts';
import { exercise } from './pictures.ts';

beforeAll(() => {
  execFileSync(process.execPath, ['scripts/build.mjs'], { cwd: root });
});

/** Cells that name every part of an answer, the last of them wrong words. */
const typed: readonly string[] = [
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
  "import { confirmLabel, describeFile, diffReleases, findAnomalies, harmonise, ingest, proposeCodes, revisionTriangle } from '@samenbeeld/notebook';",
  "const described = (await describeFile('x')).description.columns[0];",
  "const made = await ingest('x', 'y', { out: 'z' });",
  'const fates = made.result.conservation[0].rejections;',
  "const fix = (await findAnomalies('x', 'y')).anomalies[0].correction;",
  "const unknown = await harmonise('x', 'y');",
  'const proposal = unknown.labels[0].proposal;',
  "const decided = (await confirmLabel(unknown, 'a', 'none', { decisions: 'd', role: 'r', reason: 'b' })).decision;",
  'const revision = answered(await diffReleases(made, picture)).diff.revisions[0];',
  "import { hypotheses, indices, money, oneAxis, revenue, shares, value } from '@samenbeeld/notebook';",
  "const worth = answered(await value(picture, 'x')).finding.simulation.spread.p95;",
  "const passed = answered(await revenue(picture, 'x', { assume: { A: { kind: 'fixed', value: 1 } } })).finding.byRate[0].spread;",
  "const order = answered(await hypotheses(picture, 'x', { ratings: { E: { H: 'CC' } } })).finding.order[0].inconsistency;",
  "const index = answered(indices(picture.observations, { base: '2021' })).indices[0].points[0].range.low;",
  "const part = answered(shares(picture.observations, { parts: ['x'] })).shares[0].says.en;",
  'const told = answered(oneAxis(picture.observations)).warnings;',
  "const flows = money.recoveryFlows([], { law: [], asOf: '2024-01-01' });",
  "const grown = answered(revisionTriangle(picture.observations.asOf('2023-01-01'))).triangle.rows[0];",
  "import { chart, methods, registrationTriangle, show } from '@samenbeeld/notebook';",
  'const asked = answered(trend(picture.observations)).finding.methods[0];',
  'const side = answered(trend(picture.observations, { bySegment: true })).segments[0];',
  'const late = answered(registrationTriangle(picture.seizures)).triangle;',
  'const alarm = methods.farrington([1, 2, 3]).times[0];',
  'const own = show(picture, () => methods.nowcast(late), late);',
  'const developed = answered(own).finding.rows[0];',
  'const drawing = await chart.triangle(own);',
  'const wrong: string = totals[0].total.atLeast;',
  "picture.observations.where({ plaats: 'NSP' })",
  'const unsure = joint(picture.observations).totals;',
];

describe('cells are typed', () => {
  let found: readonly (readonly string[])[] = [];
  beforeAll(() => {
    const all = notebooks.map((name) =>
      codeOf(readNotebook(`${folder}/${name}.ipynb`)).map(sourceOf),
    );
    found = complaints([...all, typed]);
  });

  test.each(notebooks.map((name, at) => [name, at] as const))(
    '%s compiles under the TypeScript of tslab',
    (_, at) => {
      expect(found[at]).toEqual([]);
    },
  );

  test('a wrong word is refused, and every part of an answer has a type that a cell can name', () => {
    expect(found.at(-1)).toEqual([
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

describe('north-sea-port, executed in Jupyter', () => {
  /** Cells with their outputs; those from `start` on are about the exercise. */
  let cells: readonly Executed[] = [];
  let start = 0;

  beforeAll(() => {
    cells = execute('north-sea-port');
    start = cells.findIndex(({ source }) => source.includes(`open('${exercise}')`));
  });

  const shown = (code: string): string => shownBy(cells, code);

  test('no cell fails, and none prints beside what it shows', () => {
    expect(cells.length).toBeGreaterThan(30);
    expect(strange(cells)).toEqual([]);
  });

  test('question 1: 2022 is 4,776 kg, partial; two bases are refused', () => {
    expect(shown("joint(inPort, { by: 'year' })")).toMatch(
      /^ +2022 +4,776 +4,776 +4,776 +4,776 +– +partial +Terneuzen: not reported/m,
    );
    expect(shown('joint(cocaine,')).toContain('have two bases (seized_in_port');
    expect(shown('joint(cocaine,')).toContain("Choose one: `.where({ basis: 'seized_in_port' })`");
    expect(shown('why(picture')).toMatch(
      /governs: Vlissingen 2022 4,157\s?kg.*\n +claims\.csv, line \d+/,
    );
    expect(shown('check(picture')).toContain('"more than 4,100');
  });

  test('question 2: each figure that disagrees, with what explains it', () => {
    const text = shown('differences(vlissingen)');
    expect(text).toMatch(/^ *2020 .*7,000.*6,055 \+ 967/m);
    expect(text).toMatch(/^ *2021 .*250.*to decide/m);
    expect(text).toMatch(/^ *2022 .*more than 3,900.*agrees/m);
    expect(text).toMatch(/^ *2022 .*10,000.*basis.*explained/m);
    expect(text).toMatch(/^ *2024 .*9,600.*to decide/m);
  });

  test('question 4: refused for the joint row, answered for one port', () => {
    const refused = shown("trend(inPort, { by: 'year' })");
    expect(refused).toContain('No answer: The ports in the sum change (2018 none, 2019 BEGNE');
    expect(refused).toContain("`.at('NLVLI')`");
    expect(shown('const vlissingenTrend')).toMatch(
      /Cocaine seized in Vlissingen, 2020–2025: no trend can be shown \(n.=.6/,
    );
    expect(shown('leaveLargestOut(inPort)')).toContain('annual totals hide the single seizures');
  });

  test('question 3: double reports, and the total counted once', () => {
    expect(shown('doubleReports(finds)')).toMatch(/\d+ the same · \d+ possible/);
    expect(shown('joint(finds')).toMatch(/double reports? counted once/);
    expect(shown('once.danfo()')).toMatch(/NLVLI/);
  });

  test('question 5: bands, medians and the test', () => {
    expect(shown('sizeBands(finds)')).toMatch(/≥ 1,000 kg/);
    expect(shown('op.median')).toMatch(/^ *year +seizures +median/m);
    expect(shown('cochranArmitage(finds')).toMatch(/Share of finds over 100.kg/);
  });

  test('every output carries the marking of its own picture', () => {
    expect(start).toBeGreaterThan(10);
    const [before, from] = [rich(cells.slice(0, start)), rich(cells.slice(start))];
    expect(from.length).toBeGreaterThan(20);
    expect([...before, ...from].filter((text) => !text.includes('TLP:CLEAR'))).toEqual([]);
    expect(from.filter((text) => !text.includes('EXERCISE'))).toEqual([]);
    expect(before.filter((text) => text.includes('EXERCISE'))).toEqual([]);
  });

  test('planted personal data are nowhere in it', () => {
    expect(plantedIn('north-sea-port')).toEqual([]);
  });
});
