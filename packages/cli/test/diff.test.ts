import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { casesSource } from './cases-source.ts';
import { told } from './told.ts';

// EXERCISE: two releases of an invented office; the later one writes one port in a way that nobody has explained yet.

let folder = '';
const at = (name: string): string => join(folder, name);
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'diff-'));
  writeFileSync(at('a.yaml'), casesSource('exercise-cases'));
  writeFileSync(at('b.yaml'), casesSource('exercise-cases-anew'));
  writeFileSync(at('march.csv'), 'Haven;Jaar;Aantal\nRotterdam;2022;10\nVlissingen;2022;5\n');
  writeFileSync(
    at('june.csv'),
    'Haven;Jaar;Aantal\nRotterdam;2022;11\nVlissingen-Oost haven;2022;5\n',
  );
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});
vi.setConfig({ testTimeout: 60_000 });

async function samenbeeld(...args: readonly string[]): ReturnType<typeof told> {
  const { code, said } = await told(...args);
  return { code, said: said.replaceAll(folder, 'FOLDER') };
}
const releases = () =>
  [`${at('a.yaml')}:${at('march.csv')}`, `${at('a.yaml')}:${at('june.csv')}`] as const;
const who = [
  '--role',
  'analyst',
  '--reason',
  'the office says so',
  '--time',
  '2026-11-01T09:00:00Z',
];

test('what was rejected has not vanished, is printed, and ends with 1', async () => {
  const { code, said } = await samenbeeld('diff', ...releases());
  expect(code).toBe(1);
  expect(said).toContain('june.csv, line 3, column A "Haven"');
  expect(said).toContain('"Vlissingen-Oost haven"');
  expect(said).toContain('Not in the later release, of which 1 item could not be read');
  expect(said).not.toContain('\n  Vanished');
  expect(said).toContain('whether anything vanished or came cannot be told');
});

test('decisions on labels are applied and said, and nothing is missing then', async () => {
  const decisions = ['--decisions', at('d.jsonl')];
  await samenbeeld(
    'harmonise',
    at('a.yaml'),
    at('june.csv'),
    ...decisions,
    '--confirm',
    'Vlissingen-Oost haven',
    '--as',
    'exact:NLVLI',
    ...who,
  );
  const { code, said } = await samenbeeld('diff', ...releases(), ...decisions);
  expect(said).toContain('1 decision on labels and slips applied');
  expect(said).toContain('1 row revised, 0 vanished');
  expect(said).toContain('2 figures compared, 1 unchanged');
  expect(code).toBe(0);
});

test('a mistyped file of decisions is said to be absent', async () => {
  const { said } = await samenbeeld('diff', ...releases(), '--decisions', at('dd.jsonl'));
  expect(said).toContain('There is no file FOLDER/dd.jsonl yet: no decision is applied.');
});

test('a refusal says how to declare in the words of the command, which works as it is copied', async () => {
  const two = [releases()[0], `${at('b.yaml')}:${at('march.csv')}`] as const;
  const decisions = ['--decisions', at('d.jsonl')];
  const refused = await samenbeeld('diff', ...two, ...decisions);
  expect(refused.code).toBe(1);
  expect(refused.said).toContain(
    'samenbeeld diff FOLDER/a.yaml:FOLDER/march.csv FOLDER/b.yaml:FOLDER/march.csv --decisions FOLDER/d.jsonl --declare',
  );
  const nothing = await samenbeeld(
    'diff',
    ...two,
    ...decisions,
    '--declare',
    '--where',
    'place=ZZZ',
    ...who,
  );
  expect(nothing.code).toBe(2);
  expect(nothing.said).toContain(
    'has no figure of "exercise-cases place=ZZZ". There place is NLRTM, NLVLI, never ZZZ.',
  );
  const declared = await samenbeeld(
    'diff',
    ...two,
    ...decisions,
    '--declare',
    '--where',
    'place=NLVLI',
    'unit=case',
    ...who,
  );
  expect(declared.said).toContain(
    '"exercise-cases unit=case place=NLVLI == exercise-cases-anew unit=case place=NLVLI"',
  );
  const whole = await samenbeeld('diff', ...two, ...decisions, '--declare', ...who);
  expect(whole.said).toContain('2 figures compared, 2 unchanged');
});

test('two pictures: what either rejected has not vanished', async () => {
  for (const name of ['march', 'june'])
    await samenbeeld(
      'ingest',
      at('a.yaml'),
      at(`${name}.csv`),
      '--out',
      at(name),
      '--audience',
      'internal',
    );
  const { code, said } = await samenbeeld('diff', at('march'), at('june'));
  expect(code).toBe(1);
  expect(said).toContain('Not in the later release, of which 1 item could not be read');
});

test('a picture says how many items could not be read, and not how many cells', async () => {
  const wide = casesSource('exercise-wide').replace(
    '  Jaar: { to: period, as: year }\n  Aantal: { to: value, as: integer }\n',
    () =>
      "fold:\n  - { headers: '^(?<year>\\d{4})$', groups: { year: { to: period, as: year } }, value: { to: value, as: integer } }\n",
  );
  writeFileSync(at('wide.yaml'), wide);
  writeFileSync(at('w1.csv'), 'Haven;2021;2022;2023\nRotterdam;1;2;3\nVlissingen;4;5;6\n');
  writeFileSync(at('w2.csv'), 'Haven;2021;2022;2023\nRotterdam;1;2;3\nVlissing haven;4;5;6\n');
  for (const name of ['w1', 'w2'])
    await samenbeeld(
      'ingest',
      at('wide.yaml'),
      at(`${name}.csv`),
      '--out',
      at(name),
      '--audience',
      'internal',
    );
  const { said } = await samenbeeld('diff', at('w1'), at('w2'));
  expect(said).toContain('of which 3 items could not be read');
  expect(said).toContain('3 items could not be read: whether anything vanished');
});

test('wording and unit: a floor stays one, and a unit that alone changed is said to be the same amount', async () => {
  const amounts = casesSource('exercise-amounts')
    .replace('metric: offences, unit: case, ', 'metric: quantity, ')
    .replace(
      'Aantal: { to: value, as: integer }',
      'Aantal: { to: value, as: quantity, decimalChar: "," }\n  Eenheid: { to: unit, list: units }',
    );
  writeFileSync(at('amounts.yaml'), amounts);
  const head = 'Haven;Jaar;Aantal;Eenheid\n';
  writeFileSync(at('q1.csv'), `${head}Vlissingen;2021;meer dan 300;kg\nRotterdam;2021;1,42;ton\n`);
  writeFileSync(at('q2.csv'), `${head}Vlissingen;2021;350;kg\nRotterdam;2021;1420;kg\n`);
  const { said } = await samenbeeld(
    'diff',
    `${at('amounts.yaml')}:${at('q1.csv')}`,
    `${at('amounts.yaml')}:${at('q2.csv')}`,
    '--language',
    'en',
  );
  expect(said).toMatch(
    /Vlissingen 2021 +at least 300 kg +350 kg +q1\.csv, line 2; q2\.csv, line 2/u,
  );
  expect(said).not.toContain('%');
  expect(said).toContain('The same amount in another unit, not compared');
  expect(said).toMatch(/Rotterdam 2021 +1\.42 t = 1,420 kg +q1\.csv, line 3; q2\.csv, line 3/u);
  expect(said).not.toContain('Vanished');
});
