import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { readTable } from '@samenbeeld/read';
import { afterAll, expect, it } from 'vitest';
import type { ColumnGuess } from '../../src/column.ts';
import { guessTable } from '../../src/columns/guess-table.ts';

const folder = mkdtempSync(`${tmpdir()}/samenbeeld-services-`);
afterAll(() => rmSync(folder, { recursive: true }));

async function firstOf(lines: readonly string[]): Promise<ColumnGuess | undefined> {
  const path = `${folder}/table.csv`;
  writeFileSync(path, `${lines.join('\n')}\n`);
  const [table] = await readTable(path, { format: 'csv', encoding: 'utf-8', delimiter: ';' });
  if (!table) throw new Error('no table');
  return guessTable(table, { file: 'table.csv', titleLines: [], footerLines: [] }).columns[0];
}

it('keeps the name of a service that names a place, and offers the place', async () => {
  const column = await firstOf([
    'Service;Année;Faits constatés',
    'DIPN Lille;2023;12',
    'DIPN Dunkerque;2023;15',
    'DIPN Nord;2023;151',
  ]);
  expect(column?.written).toEqual([
    expect.objectContaining({ to: 'agencies' }),
    { to: 'placeNote' },
  ]);
  expect(column?.confidence).toBeLessThan(0.9);
  expect(column?.decide[0]?.en).toContain('"DIPN Lille" (Lille)');
  expect(column?.alternatives[0]?.value).toEqual({
    to: 'place',
    written: [
      {
        to: 'place',
        codes: {
          'DIPN Lille': 'FR.PLACE.Lille',
          'DIPN Dunkerque': 'FR.PLACE.Dunkerque',
          'DIPN Nord': 'FR.DEP.59',
        },
      },
      { to: 'placeNote' },
    ],
  });
});

it('leaves services that the list knows as they are', async () => {
  const column = await firstOf(['Dienst;Jaar;Misdrijven', 'FIOD;2023;12', 'KMar;2023;15']);
  expect(column?.to).toBe('agencies');
  expect(Array.isArray(column?.written)).toBe(false);
});

it('proposes no service of another region for one that the list does not have, and says so', async () => {
  const column = await firstOf([
    'Behörde;Jahr;Erfasste Fälle',
    'LKA Hamburg;2023;12',
    'LKA Nordrhein-Westfalen;2023;15',
  ]);
  expect(JSON.stringify([column?.crosswalks, column?.written])).not.toMatch(
    /Hamburg[^}]*"to":"DE_LKA_NRW"/u,
  );
  expect(column?.crosswalks[0]?.rows).toContainEqual(
    expect.objectContaining({ from: 'LKA Hamburg', to: 'UNSPECIFIED', decide: true }),
  );
  expect(column?.decide.map(({ en }) => en).join()).toContain(
    'what service is "LKA Hamburg"? The list has none of that name',
  );
});
