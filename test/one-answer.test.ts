// One question, asked of one folder at every door: build, report, why, ask and check.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { samenbeeld } from './one-process.ts';
import { published } from './pictures.ts';
import { reportText } from './report-text.ts';

const folder = mkdtempSync(join(tmpdir(), 'one-answer-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const alike = (text: string): string => `{ nl: ${text}, fr: ${text}, de: ${text}, en: ${text} }`;

/** A description of an invented file, beside that file. */
function source(name: string, lines: readonly string[], more: string): string {
  writeFileSync(join(folder, `${name}.csv`), `${lines.join('\n')}\n`);
  writeFileSync(
    join(folder, `${name}.source.yaml`),
    `source: ${name}
title: ${alike(name)}
publisher: DE_ZOLL
country: DE
kind: register
language: de
licence: not stated in the file
citation: invented
grade: X4
handling: public
file: { format: csv, encoding: utf-8, delimiter: ";" }
definitions:
  - { id: ${name}-rule, countUnit: null, dateRole: ${more.includes('observation') ? 'null' : 'seizure'}, rule: ${alike('invented')} }
${more}`,
  );
  return `  - { source: ./${name}.source.yaml, file: ./${name}.csv }\n`;
}

const list = (name: string, agency: string, lines: readonly string[]): string =>
  source(
    name,
    ['Datum;Menge', ...lines],
    `record: seizure
constants: { seizingCountry: DE, place: DEHAM, placeLevel: port, basis: seized_in_port, massBasis: unknown, substance: COC, agencies: ${agency} }
columns:
  Datum: { to: date, as: date, format: "%d.%m.%Y" }
  Menge: { to: quantity, as: number, decimalChar: ",", groupChar: ".", set: { unit: kg } }
`,
  );

const table = (name: string, place: string, lines: readonly string[]): string =>
  source(
    name,
    ['Jahr;Menge', ...lines],
    `record: observation
constants: { place: ${place}, basis: seized_in_port, substance: COC, agencies: BE_CUST }
columns:
  Jahr: { to: period, as: year }
  Menge: { to: value, as: number, decimalChar: ",", groupChar: ".", set: { metric: quantity, unit: kg } }
`,
  );

const lists = [
  list('customs', 'DE_ZOLL', ['19.01.2024;1.240,0', '06.05.2024;750,0', '02.09.2024;12,75']),
  list('police', 'DE_LKA_NRW', ['19.01.2024;1.240,0', '06.05.2024;755,0', '13.11.2024;1.012,0']),
];

/** What each door says of Hamburg in 2024. */
async function doors(name: string, inputs: readonly string[]) {
  const file = join(folder, `${name}.picture.yaml`);
  writeFileSync(
    file,
    `picture: ${name}
title: ${alike('Invented')}
asOf: 2026-06-30
audience: public
decisions: ${name}.jsonl
questions:
  - { place: DEHAM, substance: cocaine, basis: seized_in_port }
inputs:
${inputs.join('')}`,
  );
  const out = join(folder, 'out', name);
  const said = async (...args: readonly string[]): Promise<string> => {
    const { stdout } = await samenbeeld([...args, '--language', 'en']);
    return stdout;
  };
  return {
    build: await said('build', file, '--out', out),
    report: reportText(join(out, 'report.html')),
    ask: await said('ask', out, 'total'),
    asked: await said(
      'ask',
      out,
      'total',
      '--place',
      'DEHAM',
      '--substance',
      'COC',
      '--basis',
      'seized_in_port',
    ),
    why: await said('why', out, 'DEHAM cocaine 2024'),
    check: await said('check', 'at least 2000 kg cocaine DEHAM 2024', '--picture', out),
  };
}

describe('two lists of finds and a table', () => {
  test('of another place: modelled at every door, as without the table', async () => {
    const alone = await doors('alone', lists);
    const beside = await doors('beside', [
      ...lists,
      table('antwerp', 'BEANR', ['2023;116.000', '2024;44.000']),
    ]);
    const [, lowest = ''] = /2024\s+([\d,.]+)/u.exec(alone.ask) ?? [];
    expect(lowest).toMatch(/^2,\d{3}/u);
    for (const [door, says] of Object.entries(beside)) {
      if (door === 'check') continue;
      expect(`${door}: ${says}`).toContain(lowest);
      expect(`${door}: ${says.toLowerCase()}`).toContain('modelled');
    }
    expect(beside.asked).toBe(beside.ask);
    expect(beside.ask).toBe(alone.ask);
    // The pairs that a total rests on are those that wait, whichever door counts them.
    const [, pairs] = /(\d+) pairs? to decide, which removes/u.exec(beside.ask) ?? [];
    expect(beside.build).toContain(`, ${pairs} ${pairs === '1' ? 'pair' : 'pairs'} to decide`);
    expect(beside.report).not.toContain('No undecided pair changes a total');
    expect(beside.check).toContain('No published figure says this.');
    expect(beside.check).toContain('what a model makes of them may not be quoted');
  });

  test('and what a person decides on two of its records, why shows with both', async () => {
    const file = join(folder, 'beside.picture.yaml');
    const out = join(folder, 'out', 'beside');
    const why = ['--role', 'analyst', '--reason', 'the same container'];
    const decided = await samenbeeld(['link', file, '--same', '1', ...why]);
    expect(`${decided.code} ${decided.stderr}`).toMatch(/^0 /u);
    await samenbeeld(['build', file, '--out', out]);
    const { stdout } = await samenbeeld(['why', out, 'DEHAM cocaine 2024', '--language', 'en']);
    expect(stdout).toContain('(in force): the same, analyst');
    const rows = (name: string): readonly string[] =>
      stdout.match(new RegExp(`${name}[.]csv, line \\d`, 'gu')) ?? [];
    expect([rows('customs').length > 0, rows('police').length > 0]).toEqual([true, true]);
  });

  test('and where no figure is published, check takes the records decided on for no sum', async () => {
    const file = join(folder, 'alone.picture.yaml');
    const out = join(folder, 'out', 'alone');
    const why = ['--role', 'analyst', '--reason', 'the same container'];
    await samenbeeld(['link', file, '--same', '1', ...why]);
    await samenbeeld(['build', file, '--out', out]);
    const claim = 'at least 2000 kg cocaine DEHAM 2024';
    const { stdout } = await samenbeeld(['check', claim, '--picture', out, '--language', 'en']);
    expect(stdout).toContain('No published figure says this.');
    expect(stdout).not.toContain('May be said');
  });

  test('of the place itself, another year: a floor that is reported, at every door', async () => {
    const said = await doors('floor', [...lists, table('hamburg', 'DEHAM', ['2023;9.000'])]);
    // 1,240 + 750 + 1,012 of the file that holds most: of a find that both list the lesser report, and of all a tenth may be
    // packing, since no weight is said to be net.
    for (const [door, says] of Object.entries(said))
      expect(`${door}: ${says}`).toContain('2,701.8');
    expect(said.asked).toBe(said.ask);
    expect(said.check).toContain('True in these words.');
    expect(said.check).toContain('May be said: Hamburg: "at least 2,701.8 kg"');
  });
});

test('what was put aside is in no count of the first page, and a sum says that it is without it', async () => {
  const lines = ['19.01.2024;1.240,0', '06.05.2024;unknown', '02.09.2024;12,75'];
  const input = list('aside', 'DE_ZOLL', lines).replace(
    ' }',
    ', rejected: { number.invalid: 1 } }',
  );
  await doors('aside', [input]);
  const html = readFileSync(join(folder, 'out', 'aside', 'report.html'), 'utf8');
  expect(/<dt>items<\/dt><dd>([^<]*)/u.exec(html)?.[1]).toBe('2');
  const { stdout } = await samenbeeld([
    ...['ingest', join(folder, 'aside.source.yaml'), join(folder, 'aside.csv')],
    ...['--out', join(folder, 'out', 'ingested'), '--language', 'en'],
  ]);
  expect(stdout).toContain('1,252.75 in the file without what is excluded or rejected, 1,252.75');
});

test('a trend of a neighbour over its last ten years names what is said of all its years', async () => {
  const asked = ['--place', 'Rotterdam', '--substance', 'COC', '--basis', 'seized_in_port'];
  const { stdout } = await samenbeeld(['ask', published, 'trend', ...asked, '--language', 'en']);
  const [, years = '', verdict = ''] =
    /Rotterdam, ([\d–]+): (.+?)(?:, with|$)/mu.exec(stdout) ?? [];
  expect([years, verdict]).toEqual(['2012–2025', 'rising since 2012, not shown from 2014 on']);
  expect(reportText(join(published, 'report.html'))).toContain(
    `Compared are the last ten years. Over ${years}: ${verdict}; what is said depends on where the series begins.`,
  );
});

test('a plain sentence is checked as the reader of claims reads it, and one that says more is not', async () => {
  const said = async (language: string, sentence: string) => {
    const asked = ['--picture', published, '--language', language];
    const { stdout, stderr } = await samenbeeld(['check', sentence, ...asked]);
    return stdout + stderr;
  };
  const fr = 'En 2024, la douane belge a saisi 44 tonnes de cocaïne à Anvers';
  expect(await said('fr', fr)).toMatch(/Lu comme\s*: 44 tonnes · cocaïne · Anvers · 2024 · /u);
  expect(await said('fr', fr)).toMatch(/Peut se dire\s*: «\senviron 44\s000\skg\s»/u);
  expect(await said('fr', `${fr}, 20 % de plus qu’en 2023`)).toContain('Pas compris');
  const nl = 'In 2024 heeft de Belgische douane 44 ton cocaïne in beslag genomen in Antwerpen';
  expect(await said('nl', nl)).toContain('Gelezen als: 44 ton · cocaïne · Antwerpen · 2024 · ');
  const om = 'In 2023 nam het Openbaar Ministerie 11.500 kg cocaïne in beslag in Vlissingen';
  expect(await said('nl', om)).toContain(
    'Gelezen als: 11.500 kg · cocaïne · Vlissingen · 2023 · Openbaar Ministerie (Nederland)\n',
  );
  const de = 'Im Jahr 2024 hat der belgische Zoll 44 Tonnen Kokain in Antwerpen sichergestellt';
  expect(await said('de', de)).toContain('Gelesen als: 44 Tonnen · Kokain · Antwerpen · 2024 · ');
  const en = 'In 2024, Belgian customs seized 44 tonnes of cocaine in Antwerp';
  expect(await said('en', en)).toContain('Read as: 44 tonnes · cocaine · Antwerp · 2024 · ');
});

test('what is listed needs no basis, a near name is near, and a figure that is not there ends as at ask', async () => {
  const asked = async (...args: readonly string[]) => samenbeeld([...args, '--language', 'en']);
  const listed = await asked('ask', published, 'contradictions', '--place', 'Vlissingen');
  expect(listed.code).toBe(0);
  expect(listed.stdout).toContain('Vlissingen, cocaine, seized in the port');
  expect(listed.stdout).toContain('Vlissingen, cocaine, entered via the port');
  const total = await asked('ask', published, 'total', '--place', 'Vlissingen');
  expect(total.stderr).toContain('Choose with --basis');
  const slip = await asked('ask', published, 'total', '--place', 'Vlisingen');
  expect(slip.stderr).toContain('Do you mean NLVLI (Vlissingen)?');
  const early = [
    '--substance',
    'COC',
    '--basis',
    'seized_in_port',
    '--from',
    '1990',
    '--to',
    '1995',
  ];
  const before = await asked('ask', published, 'total', '--place', 'Vlissingen', ...early);
  expect(before.stdout).toMatch(
    /not of these periods\. There are figures from 20\d\d to 20\d\d\./u,
  );
  const late = [...early.slice(0, 4), '--from', '2047'];
  const after = await asked('ask', published, 'total', '--place', 'Vlissingen', ...late);
  expect(after.stdout).toContain('Asked is from 1 January 2047 on; the date of this picture is');
  const none = await asked('why', published, 'Terneuzen cocaine 2019');
  expect([none.code, none.stdout]).toEqual([0, expect.stringContaining('unknown, not zero')]);
  const codes = await asked('codes', 'places', 'Gent', 'Terneuzen');
  expect(codes.stdout).toMatch(/BEGNE[\s\S]*NLTNZ/u);
});

test('a build prints the warnings of one rule and file as one line, with the lines they are of, and where all are', () => {
  const log = readFileSync(`${published}.log`, 'utf8');
  const grouped = [...log.matchAll(/^ {2}warning(?: × (\d+))?: (\S+?), .*\[([\w.]+)\]/gmu)];
  expect(grouped.length).toBeGreaterThan(1);
  const keys = grouped.map(([, , file, rule]) => `${file} ${rule}`);
  expect(new Set(keys).size).toBe(keys.length);
  const counted = grouped.reduce((sum, [, n = '1']) => sum + Number(n), 0);
  expect(log).toMatch(new RegExp(`^ {2}${counted} warnings are in \\S+/data/issue\\.csv`, 'mu'));
});
