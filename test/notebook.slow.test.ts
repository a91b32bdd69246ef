// The notebooks under tslab; then all of them under Deno's kernel, which no analyst needs to have: what they show there is
// what they show under tslab.
import { execFileSync } from 'node:child_process';
import { beforeAll, describe, expect, test } from 'vitest';
import { root } from './command.ts';
import {
  type Executed,
  execute,
  notebooks,
  plantedIn,
  rich,
  shownBy,
  strange,
  textOf,
} from './execute-notebook.ts';
import { exercise } from './pictures.ts';

beforeAll(() => {
  execFileSync(process.execPath, ['scripts/build.mjs'], { cwd: root });
  execFileSync(process.execPath, ['scripts/deno-kernel.mjs'], { cwd: root });
});

/** Each notebook is executed once under tslab. */
const underTslab = new Map<string, readonly Executed[]>();

function executed(name: string): readonly Executed[] {
  const known = underTslab.get(name) ?? execute(name);
  underTslab.set(name, known);
  return known;
}

describe('north-sea-port, executed in Jupyter', () => {
  /** Cells with their outputs; those from `start` on are about the exercise. */
  let cells: readonly Executed[] = [];
  let start = 0;

  beforeAll(() => {
    cells = executed('north-sea-port');
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
    expect(text).toMatch(/^ *2020 .*7,000[\s\S]*?6,055 \+ 967/m);
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

describe('double-counts, executed in Jupyter', () => {
  let cells: readonly Executed[] = [];
  const shown = (code: string): string => shownBy(cells, code);
  /** The rows of a table that a cell shows, below its heading, cut where two blanks stand. */
  const rowsOf = (code: string, heading: RegExp): readonly (readonly string[])[] => {
    const lines = shown(code).split('\n');
    const at = lines.findIndex((line) => heading.test(line.trimStart()));
    expect(at, `no heading ${heading}`).toBeGreaterThan(-1);
    return lines.slice(at + 1).map((line) => line.trim().split(/ {2,}/));
  };
  const number = (text = ''): number => Number(text.replaceAll(',', ''));

  beforeAll(() => {
    cells = executed('double-counts');
  });

  test('no cell fails, and none prints beside what it shows', () => {
    expect(cells.length).toBeGreaterThan(20);
    expect(strange(cells)).toEqual([]);
  });

  test('rows of two services are not added as they stand', () => {
    expect(shown('comparable(finds)')).toMatch(/No answer: .* agencies at .*count twice/);
    expect(shown('const refusal')).toContain('`sum across agencies: ');
    expect(shown('let asked')).toMatch(
      /rows: may be put together\n+Added although they differ in /,
    );
    expect(shown("place: 'NSP' }), { by: 'year' }")).toContain('have two bases');
  });

  test('the cost of blocking is told before anything is compared', () => {
    const costs = rowsOf('previewBlocking(engine', /^rule +pairs/);
    const [day, week, basis, none] = costs.map(([, pairs]) => number(pairs));
    expect(costs).toHaveLength(4);
    for (const [less, more] of [
      [day, week],
      [week, basis],
      [basis, none],
    ])
      expect(less).toBeLessThan(more as number);
  });

  test('pairs have a probability, a stake and reasons, in words and drawn', () => {
    expect(shown('doubleReports(finds)')).toMatch(/[1-9]\d* the same · \d+ possible/);
    expect(shown('reviewTable(exercise)')).toMatch(/ probability[\s\S]* stake/);
    expect(shown('const reasons')).toMatch(
      /^ *before comparing[\s\S]* [×÷] [\s\S]*^ *taken together/m,
    );
    const drawing = cells.find(({ source }) => source.includes('chart.waterfall'))?.outputs[0];
    expect(textOf(drawing?.data?.['image/svg+xml'])).toContain('<svg');
  });

  test('a judgement moves a total, and undoing it brings the figures back', () => {
    expect(shown('const before')).toMatch(/^ +year +lowest +middle 90% +likely +highest/m);
    const moved = rowsOf('changes(before, after)', /^year +port +before +after/);
    expect(moved.length).toBeGreaterThan(0);
    for (const [, , was, is] of moved) expect(was).not.toBe(is);
    expect(shown("'reopen'")).toContain('Recorded: reopen');
    expect(rowsOf('const undone', /^lines in the ledger/)).toEqual([['2', '0', 'true']]);
  });

  test('estimated error rates stand beside the true ones', () => {
    const rates = rowsOf('evaluatePairs(\n', /^linked from +links/).map((row) => row.map(number));
    expect(rates.map(([from]) => from)).toEqual([0.5, 0.95, 0.99]);
    for (const [, links, ...shares] of rates) {
      expect(links).toBeGreaterThan(10);
      expect(shares).toHaveLength(5);
      for (const share of shares) expect(share >= 0 && share <= 1).toBe(true);
      expect(shares.at(-1)).toBeGreaterThan(0.85);
    }
  });

  test('the same on a table that has nothing to do with seizures', () => {
    expect(
      rowsOf('linkRecords(own', /^road +water/).map(([road, water]) => `${road}${water}`),
    ).toEqual(expect.arrayContaining(['1A', '2B', '3C', '4D', '5E', '7F']));
    const held = shown('clusterPairs(bridges');
    expect(held.match(/road \d = water [A-G]/g)).toHaveLength(6);
    expect(held).toMatch(/not followed +1 = B \(once\)/);
  });

  test('every output carries its marking, and planted personal data are nowhere', () => {
    const all = rich(cells);
    expect(all.length).toBeGreaterThan(30);
    expect(all.filter((text) => !/TLP:CLEAR/.test(text) || !/EXERCISE/.test(text))).toEqual([]);
    expect(plantedIn('double-counts')).toEqual([]);
  });
});

describe('trends, executed in Jupyter', () => {
  /** Cells with their outputs; those from `start` on are about the exercise. */
  let cells: readonly Executed[] = [];
  let start = 0;
  const shown = (code: string): string => shownBy(cells, code);

  beforeAll(() => {
    cells = executed('trends');
    start = cells.findIndex(({ source }) => source.includes(`open('${exercise}')`));
  });

  test('no cell fails, and none prints beside what it shows', () => {
    expect(cells.length).toBeGreaterThan(30);
    expect(strange(cells)).toEqual([]);
  });

  test('the ports together are refused; Vlissingen has no trend, whichever figure is right', () => {
    expect(shown("trend(cocaine.at('NSP'))")).toContain('No answer: The ports in the sum change');
    expect(shown('const vlissingen')).toMatch(
      /Vlissingen, 2020–2025: no trend can be shown \(n.=.6, .*whichever of the rival figures for 2021/,
    );
  });

  test('Rotterdam has no trend, a peak by one method and no break by another, resting on two years', () => {
    const text = shown('const rotterdam');
    expect(text).toMatch(/2016–2025: no trend can be shown \(n.=.10/);
    expect(text).toMatch(
      /sees a peak in 2021, though the fall after it cannot be shown by itself; a segmentation into levels shows no break/,
    );
    expect(text).toContain('rests on the last two figures (2024 and 2025)');
    expect(text).toMatch(/^ *Log-linear trend of counts +not used /m);
  });

  test('level shifts are suggested for France and Belgium, and not for Germany and the Netherlands', () => {
    expect(shown('const france')).toMatch(
      /a break is suggested \(n.=.15\): from 2016 .*30\.9 times/,
    );
    expect(shown("levels('BE')")).toMatch(/a break is suggested \(n.=.15\): from 2014 /);
    for (const control of ["levels('DE')", 'const netherlands'])
      expect(shown(control)).toContain('No break is suggested.');
  });

  test('across a declared break a trend is refused, and each side has its own', () => {
    expect(shown("trend(drugs.at('FR'))")).toMatch(
      /crosses the break of 2016-01-01[\s\S]*bySegment/,
    );
    expect(shown('const bothSides')).toMatch(
      /2008–2013: [\s\S]*^ *2014-01-01: [\s\S]*2014–2022: /m,
    );
  });

  test('another scope is left out of a test for size, and said', () => {
    expect(shown('methods.cochranArmitage(')).toMatch(
      /p.=.0\.413\).* Left out because something else was counted there: 2024; with these, no trend can be shown/,
    );
  });

  test('every planted week is an alarm, and so many are expected by chance', () => {
    const text = shown('const alarms');
    for (const week of ['2024-W14', '2024-W15', '2024-W16', '2025-W40'])
      expect(text).toContain(week);
    expect(text).toMatch(/In [45] of the 104 weeks .* By chance alone about 1\.3 /);
  });

  test('the last quarter is expected to rise; no shift is shown, and what would have been', () => {
    expect(shown('const expected')).toMatch(
      /figure known so far is \d+ .* about \d+\.\d .*95% interval/,
    );
    expect(shown('const moved')).toMatch(/No shift of the shares .* could not reliably be seen/);
    expect(shown('methods.displacementQuotient(')).toContain('BEANR cannot be a control');
    expect(shown('const described')).toMatch(
      /described only: Rotterdam from 44% to 26%; Antwerp from 55%/,
    );
  });

  test('a season is tested, a forecast tells its back-test, a concentration its interval', () => {
    expect(shown('methods.decompose(')).toMatch(/A seasonal pattern of 52 periods can be shown/);
    expect(shown('const next')).toMatch(/forecasts of the past .* held the value in \d+ of them/);
    expect(shown('methods.concentration(')).toMatch(
      /95% interval .* An even division is ruled out/,
    );
    expect(shown('methods.topShare(')).toMatch(/The 3 largest seizures make up \d+% of the total/);
  });

  test('each chart is drawn', () => {
    const drawings = cells.filter(({ source }) => source.startsWith('await chart.'));
    expect(drawings.length).toBeGreaterThan(10);
    for (const { outputs } of drawings)
      expect(textOf(outputs[0]?.data?.['image/svg+xml'])).toContain('<svg');
  });

  test('every output carries the marking of its own picture', () => {
    const [before, from] = [rich(cells.slice(0, start)), rich(cells.slice(start))];
    expect([...before, ...from].filter((text) => !text.includes('TLP:CLEAR'))).toEqual([]);
    expect(before.filter((text) => text.includes('EXERCISE'))).toEqual([]);
    // Published kilograms come back once, between the synthetic ones.
    const ofExercise = from.filter((text) => text.includes('EXERCISE'));
    expect(ofExercise.length).toBeGreaterThan(20);
    expect(plantedIn('trends')).toEqual([]);
  });
});

describe('unseen-file, executed in Jupyter', () => {
  let cells: readonly Executed[] = [];
  const shown = (code: string): string => shownBy(cells, code);

  beforeAll(() => {
    cells = executed('unseen-file');
  });

  test('no cell fails, and none prints beside what it shows', () => {
    expect(cells.length).toBeGreaterThan(12);
    expect(strange(cells)).toEqual([]);
  });

  test('the file is described, with reasons, a row before and after, and what is open', () => {
    const text = shown('describeFile(harc');
    expect(text).toMatch(/^ *Haven +place +0\.9\d +the heading says "haven"; 9 of 9 labels/m);
    expect(text).toMatch(/^ *Tried: 174 items = \d+ accepted \+ 0 excluded \+ \d+ rejected$/m);
    expect(text).toMatch(/Haven = Vlissingen[\s\S]*place = NLVLI/);
    expect(text).toMatch(/^ *\d+ +counting rule +is "Datum" the day of the seizure\?/m);
    expect(text).toMatch(/Not said, and no question, as no figure rests on it: publisher/);
    expect(text).not.toMatch(/^ *\d+ +.*undefined/m);
  });

  test('a label is proposed for, confirmed, and applied by ingest', () => {
    expect(shown("harmonise('exercise-nl-harc'")).toMatch(
      /wit poeder \(n\.n\.b\.\) +1 +Middel → substance/,
    );
    expect(shown('proposeCodes(')).toMatch(/^ *coke\/hero +overlaps +COC/m);
    expect(shown('clusterLabels(')).toContain('Sloe kade (1), Sloe-kade (1)');
    expect(shown('confirmLabel(')).toContain('Recorded: exact COC');
    expect(shown('/harc`')).toMatch(/^ *nl-harc-2018-2025\.csv +174 +174 +170 +0 +4 +170$/m);
  });

  test('the planted slip is found, and put right once accepted', () => {
    expect(shown("findAnomalies('exercise-nl-harc'")).toMatch(
      /unit slip +"671\.300" +"671\.300" → "671,3" in "Hoeveelheid"/,
    );
    const corrected = shown('/corrected`');
    expect(corrected).toMatch(/"671\.300" in "Hoeveelheid".* is read as "671,3": 1 cell/);
    const sum = /kg: in the file (\S+),/;
    const asCorrected = /kg: in the file as corrected (\S+),/;
    expect(asCorrected.exec(corrected)?.[1]).toBe(sum.exec(shown('/harc`'))?.[1]);
  });

  test('releases: one revised, one gone; two sources refused; a triangle; what was known on a day', () => {
    expect(shown('diffReleases(earlier, later)')).toMatch(/31.victims +30.victims +−1; 3\.23%/);
    expect(shown('diffReleases(former, current)')).toContain('No answer: Nobody has declared');
    expect(shown('revisionTriangle(customs)')).toMatch(/^ *2021 +68,000 +71,796 +72,000 +\+4,000/m);
    expect(shown("asOf('2023-06-30')")).toMatch(/71,796.kg[\s\S]*51,447.kg/);
  });

  test('every output carries its marking, and planted personal data are nowhere', () => {
    expect(rich(cells).filter((text) => !/TLP:(CLEAR|AMBER\+STRICT)/.test(text))).toEqual([]);
    const later = cells.findIndex(({ source }) => source.includes('diffReleases(earlier'));
    expect(later).toBeGreaterThan(8);
    expect(rich(cells.slice(later)).filter((text) => text.includes('EXERCISE'))).toEqual([]);
    expect(rich(cells.slice(0, later)).length).toBeGreaterThan(12);
    expect(plantedIn('unseen-file')).toEqual([]);
  });
});

describe('follow-the-money, executed in Jupyter', () => {
  let cells: readonly Executed[] = [];
  const shown = (code: string): string => shownBy(cells, code);
  /** The drawing that a cell shows. */
  const drawing = (code: string): string =>
    textOf(
      cells.find(({ source }) => source.includes(code))?.outputs[0]?.data?.['image/svg+xml'] ?? '',
    );

  beforeAll(() => {
    cells = executed('follow-the-money');
  });

  test('no cell fails, and none prints beside what it shows', () => {
    expect(cells.length).toBeGreaterThan(18);
    expect(strange(cells)).toEqual([]);
  });

  test('question 11: a range for the value, a range for each share of a revenue, and what dominates', () => {
    expect(shown('const worth')).toMatch(/worth 128 to 171\smillion euro at wholesale prices/);
    const retail = shown('const retail');
    expect(retail).toMatch(/^ *5% +4\.17 to 7\.35\sbillion euro$/m);
    expect(retail).toMatch(/^ *50% +220 to 387\smillion euro$/m);
    expect(retail).toMatch(/^ *A-LOSS [\s\S]*judgement;\s+no\s+measurement\s+is\s+known/m);
    expect(shown('const known')).toMatch(/^ *known +0\.5 +1\.66$/m);
    expect(shown("revenue(picture, 'NL-2022'")).toContain(
      'No answer: No street price is known for NL-2022.',
    );
    for (const chart of ['chart.revenueFan', 'chart.tornado'])
      expect(drawing(chart)).toContain('<svg');
  });

  test('question 12: Dutch transactions and Belgian reports share no axis; indices and shares may', () => {
    expect(shown('const reported')).toMatch(
      /^No answer: Belgium counts reports .*; Netherlands counts unusual transactions\./m,
    );
    expect(shown('const reported')).toContain('in a notebook `indices`');
    expect(shown('const each')).toMatch(/^ *Belgium, .* \(all\) .* 171 \(2021 = 100\)$/m);
    expect(shown('chart.indices(')).toMatch(/^ *Netherlands, suspicious .* 2023 +186\.8/m);
    expect(shown('shares(passedOn')).toContain('Belgium, 2022, value of files passed on: 1.1%');
    expect(shown('oneAxis(assets)')).toMatch(/the same cases .*from stage to stage/);
    expect(shown('oneAxis(conservatory)')).toContain('a declared break on 2022-01-01');
  });

  test('question 13: an order that says what it rests on, and changes without it', () => {
    expect(shown('const reporting')).toMatch(
      /^ +1 +H0: [\s\S]*^ +2 +H0-rule: [\s\S]*^ +3 +H0-money: /m,
    );
    expect(shown('const reporting')).toContain('- without H0-E1');
    expect(shown('const without')).toMatch(/^ +1 +H0: [\s\S]*^ +1 +H0-rule: /m);
    expect(shown('const rated')).toMatch(/^ *H0-E1 agrees with H0-rule +H0 = H0-rule$/m);
    expect(shown('const all')).toMatch(/^ *H5 +none: not told apart +–$/m);
    expect(drawing('chart.hypotheses')).toContain('<svg');
  });

  test('every output carries its marking', () => {
    const all = rich(cells);
    expect(all.length).toBeGreaterThan(40);
    expect(all.filter((text) => !text.includes('TLP:CLEAR'))).toEqual([]);
  });
});

/** Nothing answers there: whoever asks the network for a package or an update fails. */
const nowhere = 'http://127.0.0.1:9';
const offline = {
  HTTP_PROXY: nowhere,
  HTTPS_PROXY: nowhere,
  NPM_CONFIG_REGISTRY: nowhere,
  JSR_URL: nowhere,
};

const vegaLite = 'application/vnd.vegalite.v5+json';

type Format = string | object;

/**
 * What a notebook shows, cell by cell. Ids are hashes of the time, or of figures in full: they stand as the first, the second
 * id of the notebook. Exponentials and powers of two V8s differ in the last digits, so figures of a chart have ten.
 */
function shown(cells: readonly Executed[]): readonly object[] {
  const ids = new Map<string, string>();
  const named = (id: string): string => {
    if (!ids.has(id)) ids.set(id, `id ${ids.size + 1}`);
    return ids.get(id) as string;
  };
  const rounded = (_: string, value: unknown): unknown =>
    typeof value === 'number' ? Number(value.toPrecision(10)) : value;
  const format = (name: string, value: unknown): Format =>
    name === vegaLite
      ? (JSON.parse(JSON.stringify(value, rounded)) as object)
      : textOf(value).replace(/(?<![\w.])c?[0-9a-f]{12}(?=\b)/g, named);
  return cells.map(({ source, outputs }) => ({
    source,
    outputs: outputs.map(({ data = {} }) =>
      Object.fromEntries(Object.entries(data).map(([name, value]) => [name, format(name, value)])),
    ),
  }));
}

/** How many outputs hold a format. */
function count(cells: readonly Executed[], format: string): number {
  return cells.flatMap(({ outputs }) => outputs).filter(({ data = {} }) => format in data).length;
}

// Deno's kernel sends outputs from another thread than the end of a cell, and one may be lost where the machine is busy.
describe.each(notebooks)('%s, under Deno', { retry: 2 }, (name) => {
  test('shows what it shows under tslab, cell by cell: tables, drawings, banners, figures', () => {
    const deno = execute(name, { kernel: 'deno', more: offline });
    const types = deno.flatMap(({ outputs }) => outputs.map(({ output_type }) => output_type));
    expect(types.length).toBeGreaterThan(10);
    expect(types.filter((type) => !['display_data', 'execute_result'].includes(type))).toEqual([]);
    const tslab = executed(name);
    expect(count(tslab, 'text/html')).toBeGreaterThan(10);
    if (name !== 'unseen-file') {
      expect(count(tslab, vegaLite)).toBeGreaterThan(1);
      expect(count(tslab, 'image/svg+xml')).toBe(count(tslab, vegaLite));
    }
    expect(shown(deno)).toEqual(shown(tslab));
  });
});
