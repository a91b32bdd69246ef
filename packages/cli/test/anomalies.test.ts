import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseCorrectionDecision } from '@samenbeeld/schema';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { told } from './told.ts';

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
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'anomalies-'));
  writeFileSync(join(folder, 'source.yaml'), description);
  writeFileSync(join(folder, 'cases.csv'), `${['Plaats;Jaar;Aantal', ...rows].join('\n')}\n`);
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

function command(...more: readonly string[]): ReturnType<typeof told> {
  const [source, file, decisions] = ['source.yaml', 'cases.csv', 'decisions.jsonl'].map((name) =>
    join(folder, name),
  );
  return told(...['anomalies', source, file, '--decisions', decisions, ...more].map(String));
}

vi.setConfig({ testTimeout: 60_000 });

test('anomalies lists what may be wrong with its evidence, and changes nothing', async () => {
  const { code, said } = await command('--language', 'en');
  expect(code).toBe(0);
  expect(said).toMatch(/2 +lost zeros +"12\.3" +"12\.3" → "12\.300" in "Aantal" +the zeros/u);
  expect(said).toMatch(/id [0-9a-f]{6} +cases\.csv, line 4 +where Jaar 2013, Plaats NL +took/u);
  expect(said).toMatch(/column C "Aantal" .*\n +NL offences /u);
  expect(said).toMatch(
    /1 +decimal slip +"81\.480" +"81\.480" → "8\.148" in "Aantal" +the decimal/u,
  );
  expect(said).toMatch(/cases\.csv, line 15 [\s\S]*\n +BE offences /u);
  expect(said).toMatch(/score 12, reported from 2\n/u);
  expect(said).toContain('81,480 divided by 10 is 8,148');
  expect(said).toContain('2 to look at');
  expect(said).toContain('Nothing is changed');
});

test('what could not be read is not passed over as if nothing stood out', async () => {
  const file = join(folder, 'cases.csv');
  writeFileSync(file, 'Plaats;Jaar;Aantal\nNL;2011;12.310\nNergenshuizen;2011;7\n');
  const { said } = await command('--language', 'en');
  expect(said).toContain('Nothing stands out');
  expect(said).toContain('One item could not be read and was not looked at.');
  expect(said).toMatch(
    /What could not be read is told by: samenbeeld ingest \S+source\.yaml \S+cases\.csv --decisions \S+ --out pictures\/exercise-cases/,
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
  const [first, second] = [...listed.said.matchAll(/\bid ([0-9a-f]{6})\b/gu)].map(([, id]) => id);
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
  expect(said).toContain('There is no kind "unitslip". Do you mean unit_slip?');
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

test('accepted corrections are written as a file that another takes, each row held against their own cell', async () => {
  const who = ['--role', 'analyst', '--reason', 'checked with the office', '--language', 'en'];
  await command('--accept', 'lost_zeros', ...who);
  await command('--accept', 'decimal_slip', ...who);
  const file = join(folder, 'corrections.csv');
  const wrote = await command('--write-corrections', file, '--language', 'en');
  expect(wrote.code).toBe(0);
  expect(wrote.said).toContain('2 corrections to pass on');
  const [head, ...lines] = readFileSync(file, 'utf8').trim().split('\r\n');
  expect(head).toBe(
    'source,file,sha256,sheet,line,cell,column,where,printed,corrected,reason,evidence,role,agency,decided,marking',
  );
  const zeros = lines.find((line) => line.includes('12.3,12.300'));
  expect(zeros).toContain('exercise-cases,cases.csv');
  expect(zeros).toContain('4,C4,Aantal,"{""Jaar"":""2013"",""Plaats"":""NL""}"');
  expect(zeros).toContain('EXERCISE');

  const take = (...more: readonly string[]) => {
    const [source, cases, own] = ['source.yaml', 'cases.csv', 'own.jsonl'].map((name) =>
      join(folder, name),
    );
    const args = ['anomalies', source, cases, '--decisions', own, '--take-corrections', file];
    return told(...[...args, ...more].map(String));
  };
  const shown = await take('--language', 'en');
  expect(shown.said).toContain('Two rows agree with your files, 0 you had already, 0 refused.');
  expect(shown.said).toContain('Nothing is recorded. Record them: samenbeeld anomalies');
  expect(() => readFileSync(join(folder, 'own.jsonl'))).toThrow();

  // The publisher mended one cell, and another edition prints something else in the other.
  const cases = readFileSync(join(folder, 'cases.csv'), 'utf8');
  writeFileSync(
    join(folder, 'cases.csv'),
    cases.replace(';12.3\n', ';12.300\n').replace('81.480', '81.490'),
  );
  const other = await take(...who);
  expect(other.code).toBe(1);
  expect(other.said).toContain(
    'expected “12.3”, found “12.300” in cases.csv, cell C4: the publisher',
  );
  expect(other.said).toContain('expected “81.480”, found “81.490” in cases.csv, cell C15.');
  expect(other.said).toContain('rows agree with your files, 0 you had already, 2 refused.');

  writeFileSync(join(folder, 'cases.csv'), cases);
  const recorded = await take(...who);
  expect(recorded.code).toBe(0);
  const own = readFileSync(join(folder, 'own.jsonl'), 'utf8').trim().split('\n');
  expect(own.map((line) => JSON.parse(line).verdict).sort()).toEqual([
    '"12.3" → "12.300"',
    '"81.480" → "8.148"',
  ]);
  expect(JSON.parse(own[0] ?? '').evidence).toMatch(
    /^taken from corrections\.csv, decided by analyst on \d{4}-.*: checked with the office; /,
  );
  expect((await take('--language', 'en')).said).toContain('2 you had already');
});

test('a reason that a spreadsheet would run is written as a text, and read as it was', async () => {
  const formula = '=HYPERLINK("http://example.invalid","x")';
  const decided = ['--role', 'analyst', '--reason', formula, '--language', 'en'];
  await command('--accept', 'lost_zeros', ...decided);
  const file = join(folder, 'formula.csv');
  await command('--write-corrections', file, '--language', 'en');
  const text = readFileSync(file, 'utf8');
  expect(text).toContain(`"'=HYPERLINK(`);
  expect(text).not.toMatch(/(?:^|,)"?=/mu);
  const own = join(folder, 'formula.jsonl');
  const [source, cases] = ['source.yaml', 'cases.csv'].map((name) => join(folder, name));
  const args = ['anomalies', source, cases, '--decisions', own, '--take-corrections', file];
  const { code } = await told(...[...args, '--role', 'analyst', '--reason', 'taken'].map(String));
  expect(code).toBe(0);
  expect(JSON.parse(readFileSync(own, 'utf8').split('\n')[0] ?? '').evidence).toContain(
    `: ${formula}`,
  );
});

test('what is no corrections file, or is about another source, is refused with what was expected', async () => {
  const file = join(folder, 'other.csv');
  writeFileSync(file, 'Plaats;Jaar\nNL;2011\n');
  const none = await command('--take-corrections', file, '--language', 'nl');
  expect(none.code).not.toBe(0);
  expect(none.said).toContain(
    'is geen bestand met verbeteringen: verwacht de kolommen source, file',
  );
  const columns =
    'source,file,sha256,sheet,line,cell,column,where,printed,corrected,reason,evidence,role,agency,decided,marking';
  writeFileSync(
    file,
    `${columns}\nelsewhere,f.csv,,,4,C4,Aantal,{},12.3,12.300,r,,analyst,,2026-01-01,\nexercise-cases,f.csv,,,4,C4,Aantal,{Jaar,12.3,12.300,r,,analyst,,2026-01-01,\nexercise-cases,f.csv,,,4,C4,Aantal,"{""Jaar"":""1999""}",12.3,12.300,r,,analyst,,2026-01-01,\n`,
  );
  const { code, said } = await command('--take-corrections', file, '--language', 'de');
  expect(code).toBe(1);
  expect(said).toContain('Zeile 2: erwartet die Quelle exercise-cases, gefunden „elsewhere“');
  expect(said).toContain('Zeile 3: die Zeile ist nicht als Berichtigung zu lesen');
  expect(said).toContain('Zeile 4: erwartet „12.3“ in einer Zeile mit {"Jaar":"1999"}');
  const nothing = await command('--write-corrections', join(folder, 'c.csv'), '--language', 'fr');
  expect(nothing.said).toContain('Rien à écrire');
});
