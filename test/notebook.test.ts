import { execFileSync } from 'node:child_process';
import { beforeAll, describe, expect, test } from 'vitest';
import { root } from './command.ts';
import {
  codeOf,
  complaints,
  folder,
  notebooks,
  readNotebook,
  sourceOf,
} from './execute-notebook.ts';
import { samenbeeld } from './one-process.ts';
import { layOut } from './own-haven.ts';
import { temporary } from './pictures.ts';

beforeAll(() => {
  execFileSync(process.execPath, ['scripts/build.mjs'], { cwd: root });
});

/** Cells that name every part of an answer, each of parts that stand in the cells before; the last of wrong words. */
const typed: readonly string[] = [
  `import { answered, differences, joint, open, sizeBands, trend, why, confirmLabel, describeFile, diffReleases, findAnomalies, harmonise, ingest, proposeCodes, revisionTriangle, hypotheses, indices, money, oneAxis, revenue, shares, value, chart, methods, registrationTriangle, show } from '@samenbeeld/notebook';
const picture = await open('x');`,
  `const rows = picture.observations.where({ place: 'NSP' }).rows;
const answer = joint(picture.observations);
const details = answered(trend(picture.observations)).finding.details;
const bands = answered(sizeBands(picture.seizures)).finding.bands;
const claim = answered(await why(picture, 'x')).why.lines[0].claim;
const difference = answered(differences(picture.observations)).rows[0].difference;
const table = picture.seizures.arquero();
const frame = await picture.seizures.danfo();
const engine = picture.stored.engine;
const described = (await describeFile('x')).description.columns[0];
const made = await ingest('x', 'y', { out: 'z' });
const fix = (await findAnomalies('x', 'y')).anomalies[0].correction;
const unknown = await harmonise('x', 'y');
const worth = answered(await value(picture, 'x')).finding.simulation.spread.p95;
const passed = answered(await revenue(picture, 'x', { assume: { A: { kind: 'fixed', value: 1 } } })).finding.byRate[0].spread;
const order = answered(await hypotheses(picture, 'x', { ratings: { E: { H: 'CC' } } })).finding.order[0].inconsistency;
const index = answered(indices(picture.observations, { base: '2021' })).indices[0].points[0].range.low;
const part = answered(shares(picture.observations, { parts: ['x'] })).shares[0].says.en;
const told = answered(oneAxis(picture.observations)).warnings;
const flows = money.recoveryFlows([], { law: [], asOf: '2024-01-01' });
const grown = answered(revisionTriangle(picture.observations.asOf('2023-01-01'))).triangle.rows[0];
const asked = answered(trend(picture.observations)).finding.methods[0];
const side = answered(trend(picture.observations, { bySegment: true })).segments[0];
const late = answered(registrationTriangle(picture.seizures)).triangle;
const alarm = methods.farrington([1, 2, 3]).times[0];`,
  `const origin = rows[0].origin;
const totals = answered(answer).totals;
const fates = made.result.conservation[0].rejections;
const proposal = unknown.labels[0].proposal;
const decided = (await confirmLabel(unknown, 'a', 'none', { decisions: 'd', role: 'r', reason: 'b' })).decision;
const revision = answered(await diffReleases(made, picture)).diff.revisions[0];
const own = show(picture, () => methods.nowcast(late), late);`,
  `const member = totals[0].members[0];
const developed = answered(own).finding.rows[0];
const drawing = await chart.triangle(own);`,
  `const wrong: string = totals[0].total.atLeast;
picture.observations.where({ plaats: 'NSP' })
const unsure = joint(picture.observations).totals;`,
];

/** The cells of the notebook with which `samenbeeld init` begins a picture. */
async function begun(substance = 'heroïne'): Promise<readonly string[]> {
  const folder = temporary('begun');
  const args = layOut(folder).map((word) => (word === 'heroïne' ? substance : word));
  const { code, stderr } = await samenbeeld(args, { cwd: folder });
  expect([code, stderr]).toEqual([0, '']);
  const cells = codeOf(readNotebook(`${folder}/haven/haven.ipynb`)).map(sourceOf);
  expect(cells.length).toBe(5);
  return cells;
}

describe('cells are typed', () => {
  let found: readonly (readonly string[])[] = [];
  beforeAll(async () => {
    const all = notebooks.map((name) =>
      codeOf(readNotebook(`${folder}/${name}.ipynb`)).map(sourceOf),
    );
    found = complaints([
      ...all,
      await begun('all'),
      typed,
      [...(await begun()), 'nothing(total);'],
    ]);
  });

  test.each(notebooks.map((name, at) => [name, at] as const))(
    '%s compiles under the TypeScript of tslab',
    (_, at) => {
      expect(found[at]).toEqual([]);
    },
  );

  test('the notebook that `samenbeeld init` writes compiles, and imports only what the library has', () => {
    expect([found.at(-1), found.at(-3)]).toEqual([["Cannot find name 'nothing'."], []]);
  });

  test('a wrong word is refused, and every part of an answer has a type that a cell can name', () => {
    expect(found.at(-2)).toEqual([
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
