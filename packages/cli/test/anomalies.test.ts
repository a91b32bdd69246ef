import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseCorrectionDecision } from '@samenbeeld/schema';
import { run } from 'samenbeeld';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';

// EXERCISE: an invented office; one cell lost its last zero, one year has a zero too many.
const text = '{ nl: OEFENING, fr: EXERCICE, de: ÜBUNG, en: EXERCISE }';
const description = `source: exercise-cases
title: ${text}
publisher: NL_POL
country: NL
kind: statistical_db
language: nl
licence: CC0-1.0
citation: Made for a test
grade: A1
handling: public
synthetic: true
record: observation
file: { format: csv, encoding: utf-8, delimiter: ";" }
definitions: [{ id: cases, countUnit: case, dateRole: registration, rule: ${text} }]
constants: { metric: offences, unit: case, basis: recorded }
columns:
  Plaats: { to: place }
  Jaar: { to: period, as: year }
  Aantal: { to: value, as: integer, groupChar: "." }
`;
const nl = ['12.310', '12.418', '12.3', '12.551', '12.187', '12.287', '12.119', '12.436', '12.241'];
const be = ['8.102', '8.177', '8.093', '8.151', '81.480', '8.203', '8.119', '8.166', '8.142'];
const rows = [nl, be].flatMap((cells, at) =>
  cells.map((cell, year) => `${at === 0 ? 'NL' : 'BE'};${2011 + year};${cell}`),
);

let folder = '';
let out: string[] = [];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'anomalies-'));
  writeFileSync(join(folder, 'source.yaml'), description);
  writeFileSync(join(folder, 'cases.csv'), `${['Plaats;Jaar;Aantal', ...rows].join('\n')}\n`);
  out = [];
  for (const channel of ['log', 'error'] as const)
    vi.spyOn(console, channel).mockImplementation((line = '') => void out.push(String(line)));
});
afterEach(() => {
  vi.restoreAllMocks();
  rmSync(folder, { recursive: true });
});

async function command(...more: readonly string[]): Promise<{ code: number; said: string }> {
  out = [];
  const [source, file, decisions] = ['source.yaml', 'cases.csv', 'decisions.jsonl'].map((name) =>
    join(folder, name),
  );
  const args = ['anomalies', source, file, '--decisions', decisions, ...more].map(String);
  return { code: await run(args), said: out.join('\n') };
}

vi.setConfig({ testTimeout: 60_000 });

test('anomalies lists what may be wrong with its evidence, and changes nothing', async () => {
  const { code, said } = await command('--language', 'en');
  expect(code).toBe(0);
  expect(said).toContain('lost zeros  cases.csv, line 4, column C "Aantal": "12.3"  NL offences');
  expect(said).toContain('proposed: "12.3" → "12.300" in "Aantal" where');
  expect(said).toContain('decimal slip  cases.csv, line 15, column C "Aantal": "81.480"  BE');
  expect(said).toContain('81,480 divided by 10 is 8,148');
  expect(said).toContain('2 to look at');
  expect(said).toContain('Nothing is changed');
});

test('what could not be read is not passed over as if nothing stood out', async () => {
  const file = join(folder, 'cases.csv');
  writeFileSync(file, 'Plaats;Jaar;Aantal\nNL;2011;12.310\nNergenshuizen;2011;7\n');
  const { said } = await command('--language', 'en');
  expect(said).toContain('Nothing stands out');
  expect(said).toMatch(
    /One item could not be read and was not looked at; which, says: samenbeeld ingest \S+source\.yaml \S+cases\.csv --decisions \S+ --out pictures\/exercise-cases/,
  );
});

test('accept records the correction as a decision, which takes the finding away and mends the figure', async () => {
  const frame = ['--programme', 'HAZELDONK'];
  const who = ['--role', 'analyst', '--reason', 'seen'];
  const kind = await command('--accept', 'lost_zeros', ...who, ...frame);
  expect(kind.code).toBe(0);
  const [line = ''] = readFileSync(join(folder, 'decisions.jsonl'), 'utf8').split('\n');
  const decision = JSON.parse(line);
  expect(decision).toMatchObject({
    ...{ kind: 'correction', role: 'analyst', programme: 'HAZELDONK' },
    supersedes: null,
  });
  expect(parseCorrectionDecision(decision)).toEqual({
    source: 'exercise-cases',
    column: 'Aantal',
    from: '12.3',
    to: '12.300',
    where: { Jaar: '2013', Plaats: 'NL' },
  });
  const after = await command();
  expect(after.said).not.toContain('lost zeros');
  expect(after.said).toContain('1 to look at');
  await command('--accept', '1', '--role', 'analyst', '--reason', 'seen');
  expect((await command()).said).toContain('Nothing stands out');
});

test('an id of the list names the same finding after another was accepted, and hints name this file of decisions', async () => {
  const listed = await command();
  const [first, second] = [...listed.said.matchAll(/; id ([0-9a-f]{6})\]/gu)].map(([, id]) => id);
  expect(listed.said).toContain(
    `--decisions ${join(folder, 'decisions.jsonl')} --accept ID --role`,
  );
  for (const id of [first, second])
    await command('--accept', String(id), '--role', 'analyst', '--reason', 'seen');
  const recorded = readFileSync(join(folder, 'decisions.jsonl'), 'utf8').trim().split('\n');
  expect(new Set(recorded.map((line) => JSON.parse(line).subject)).size).toBe(2);
  expect((await command()).said).toContain('Nothing stands out');
});

test('a kind that there is not is refused with those that there are', async () => {
  const { code, said } = await command('--kind', 'unitslip');
  expect(code).toBe(2);
  expect(said).toContain('There is no kind "unitslip". Kinds: unit_slip, decimal_slip,');
});

test('accept refuses what is not there, and a decision without a role', async () => {
  const unknown = await command('--accept', '7', '--role', 'analyst', '--reason', 'seen');
  expect(unknown.code).toBe(2);
  expect(unknown.said).toContain('--accept takes numbers of the list (1 to 2)');
  const nobody = await command('--accept', '1');
  expect(nobody.code).toBe(2);
  expect(nobody.said).toContain('needs --role');
});

test('--json gives the findings for machines', async () => {
  const { code, said } = await command('--json');
  expect(code).toBe(0);
  const { anomalies, series } = JSON.parse(said);
  expect(series).toEqual({ series: 2, tooShort: 0, figures: 0, least: 6 });
  expect(anomalies.map(({ kind }: { kind: string }) => kind).sort()).toEqual([
    'decimal_slip',
    'lost_zeros',
  ]);
  expect(anomalies[0].where).toMatchObject({ source: 'exercise-cases', file: 'cases.csv' });
});

test('what could not be judged is said', async () => {
  const short = rows.filter((row) => row.startsWith('NL') || /;20(11|12);/u.test(row));
  writeFileSync(join(folder, 'cases.csv'), `${['Plaats;Jaar;Aantal', ...short].join('\n')}\n`);
  expect((await command()).said).toContain(
    'Not judged by their own course: 1 of 2 series with fewer than 6 figures (2 figures).',
  );
});
