// One question, asked of one folder at every door: build, report, why, ask and check.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { samenbeeld } from './one-process.ts';
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
    expect(beside.check).toContain('No published figure says this.');
    expect(beside.check).toContain('what a model makes of them may not be quoted');
  });

  test('of the place itself, another year: a floor that is reported, at every door', async () => {
    const said = await doors('floor', [...lists, table('hamburg', 'DEHAM', ['2023;9.000'])]);
    // 1,240 + 755 + 1,012 in the file that holds most.
    for (const [door, says] of Object.entries(said)) expect(`${door}: ${says}`).toContain('3,007');
    expect(said.asked).toBe(said.ask);
    expect(said.check).toContain('True in these words.');
    expect(said.check).toContain('May be said: Hamburg: "at least 3,007 kg"');
  });
});
