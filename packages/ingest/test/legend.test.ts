import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describeFile, type FileDescription } from '@samenbeeld/describe';
import { describe, expect, it, test } from 'vitest';
import { isLegend, legendOf } from '../src/note-issues.ts';

async function described(lines: readonly string[]): Promise<FileDescription> {
  const folder = mkdtempSync(join(tmpdir(), 'legend-'));
  try {
    const path = join(folder, 'douane.csv');
    writeFileSync(path, `${lines.join('\n')}\n`);
    return await describeFile(path);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

test.each([
  ['x = geheim; * = voorlopig', ['x suppressed', '* P']],
  ['x = geheim, * = voorlopig', ['x suppressed', '* P']],
  ['x = geheim * = voorlopig', ['x suppressed', '* P']],
  ['p = provisoire | n.d. = non disponible', ['p P', 'n.d. not_reported']],
  [
    '. = Zahlenwert unbekannt; - = nichts vorhanden; s = geschätzt',
    ['. not_reported', '- ?', 's E'],
  ],
  ['(r) = revised figure', ['r R']],
  ['* voorlopige cijfers', ['* P']],
  [': = not available', [': not_reported']],
  ['nd : non disponible ; p : provisoire', ['nd not_reported', 'p P']],
  ['(p) provisorisch', ['p P']],
  ['(…) nicht verfügbar', ['(…) not_reported']],
  ['Notes: – not available. For methods see the bulletin.', ['– not_reported']],
  ['– not available for the years before the reform', []],
  ['NB : chiffres provisoires', []],
  ['s : voir la méthode', []],
  ['Bron: Douane', []],
  ['Totaal = som van de maanden', []],
])('%s is read as a legend', (line, expected) => {
  expect(
    [...legendOf([line]).values()].map(
      ({ mark, status, missing }) => `${mark} ${missing ?? status ?? '?'}`,
    ),
  ).toEqual(expected);
});

test('a label with an equals sign is none', () => {
  expect(['x = geheim', '* = voorlopig', '"x" = secret'].every(isLegend)).toBe(true);
  expect(['Rotterdam', 'a=1', 'Totaal = som', '12'].some(isLegend)).toBe(false);
});

describe('a legend below a table', () => {
  const months = ['januari 2023', 'februari 2023', 'maart 2023'];
  const body = [
    `Haven;${months.join(';')}`,
    'Rotterdam;1.346;3.902;637*',
    'Vlissingen;257;x;2.098*',
    'Terneuzen;1.758;262;3.406*',
  ];

  it.each([
    [['x = geheim; * = voorlopig', 'Bron: Douane']],
    [['x = geheim', '* = voorlopig', 'Bron: Douane']],
    [['Bron: Douane', 'x = geheim; * = voorlopig']],
    [['', 'x = geheim, * = voorlopig']],
  ])('%j is no data, and its marks mean what it says', async (below) => {
    const found = await described([...body, ...below]);
    expect(found.rows).toBe(3);
    expect(found.missingValues['x']).toMatchObject({ value: 'suppressed', confidence: 0.95 });
    expect(found.missingValues['x']?.reason.en).toContain('x = geheim');
    expect(found.decisions.map(({ about }) => about.en).join()).not.toContain('missing mark');
    const [fold] = found.folds;
    expect(fold?.headings).toEqual(months);
    expect(fold?.written).toMatchObject({ value: { flags: { '*': 'P' } } });
    expect(found.trial).toMatchObject({ kind: 'ingested', conservation: { rejected: 0 } });
  });

  it('gives a mark the meaning that it has here, not the usual one', async () => {
    const found = await described([
      ...body.map((line) => line.replace('x', 'g')),
      'g = geheim; * = herzien',
    ]);
    expect(found.missingValues['g']?.value).toBe('suppressed');
    expect(found.folds[0]?.written).toMatchObject({ value: { flags: { '*': 'R' } } });
    const odd = await described([...body, 'x = geheim; * = inclusief de haven van Moerdijk']);
    expect(odd.folds[0]?.written).not.toMatchObject({ value: { flags: { '*': 'P' } } });
    expect(odd.folds[0]?.decide.map(({ en }) => en).join()).toContain(
      'inclusief de haven van Moerdijk',
    );
  });
});
