import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { readTable } from '@samenbeeld/read';
import { parsePeriod } from '@samenbeeld/schema';
import { afterAll, describe, expect, it, test } from 'vitest';
import type { TableGuess } from '../../src/column.ts';
import { guessTable } from '../../src/columns/guess-table.ts';

const folder = mkdtempSync(`${tmpdir()}/samenbeeld-title-`);
afterAll(() => rmSync(folder, { recursive: true }));

async function guessOf(
  lines: readonly string[],
  titleLines: readonly string[],
): Promise<TableGuess> {
  const path = `${folder}/table.csv`;
  writeFileSync(path, `${lines.join('\n')}\n`);
  const [table] = await readTable(path, { format: 'csv', encoding: 'utf-8', delimiter: ';' });
  if (!table) throw new Error('no table');
  return guessTable(table, { file: 'table.csv', titleLines, footerLines: [] });
}

const towns = ['Gemeente;Aantal 2022;Aantal 2023', 'Zwolle;12;14', 'Almelo;3;5', 'Deventer;7;9'];

describe('lines above the table that narrow its figures', () => {
  test.each([
    ['Soort misdrijf: 3.1.1 Drugshandel', 'nationalCode', '3.1.1'],
    ['Soort misdrijf: Totaal misdrijven', 'nationalCode', '0.0.0'],
    ['Infraction : Vols avec armes', 'nationalCode', 'Vols avec armes'],
    ['Straftat: Raub', 'nationalCode', 'Raub'],
    ['Drug: cocaine', 'substance', 'COC'],
    ['Regio: Nederland', 'place', 'NL'],
    ['Regio: Noord-Holland (PV)', 'place', 'NL32'],
  ])('%s gives %s %s from the title', async (title, field, value) => {
    const rows =
      field === 'place'
        ? ['Soort misdrijf;Aantal 2022;Aantal 2023', 'Diefstal;12;14', 'Straatroof;3;5']
        : towns;
    const found = (await guessOf(rows, ['Cijfers van de politie', title])).constants[field];
    expect(found?.value).toBe(value);
    expect(found?.confidence).toBeGreaterThanOrEqual(0.85);
    expect(found?.confidence).toBeLessThan(0.9);
    expect(found?.reason.en).toContain('no column holds it');
    const { fromTitle } = (found?.written ?? {}) as { readonly fromTitle?: string };
    const [, text] = new RegExp(fromTitle ?? '', 'mu').exec(`Cijfers\n${title}`) ?? [];
    expect(title.endsWith(text ?? 'nothing')).toBe(true);
  });

  it.each(['Criminal offences: Germany, years', 'Straftaten: Deutschland, Jahre, Geschlecht'])(
    'no phenomenon where the title lists what the table is split by: %s',
    async (title) => {
      const { constants } = await guessOf(
        ['Jahr;Anzahl', '2029;12345', '2030;13456', '2031;14567'],
        [title],
      );
      expect(constants['nationalCode']).toBeUndefined();
    },
  );

  it('gives the period where no column has one', async () => {
    const { constants } = await guessOf(
      ['Gemeente;Aantal', 'Zwolle;12', 'Almelo;3'],
      ['Periode: 2023'],
    );
    expect(constants['period']).toMatchObject({
      value: '2023',
      written: { fromTitle: '^Periode\\s*[:=]\\s*(.+)$', as: 'year' },
    });
  });

  it.each([
    'Recorded crime, 12 months to March 2023',
    'Recorded crime, twelve months ending March 2023',
    'Twelve months ended 31 March 2023: recorded crime',
    'RECORDED CRIME, YEAR ENDING MARCH 2023',
    'Recorded crime (year to 31st March 2023)',
    'Year Ended Mar. 2023',
  ])('writes the twelve months of "%s" as a pattern that finds them there', async (title) => {
    const { constants } = await guessOf(['Area;Number', 'Leeds;12', 'York;3'], [title]);
    expect(constants['period']?.confidence).toBe(0.86);
    const { fromTitle } = (constants['period']?.written ?? {}) as { readonly fromTitle?: string };
    for (const year of ['2023', '2024']) {
      const edition = title.replace('2023', year);
      const [, text = ''] = new RegExp(fromTitle ?? '$^', 'mu').exec(`Figures\n${edition}`) ?? [];
      expect(parsePeriod(text, 'en')).toMatchObject({ end: `${year}-03-31` });
    }
  });

  it('is asked where the last day named is not that of a month', async () => {
    const { constants } = await guessOf(
      ['Area;Number', 'Leeds;12', 'York;3'],
      ['Recorded crime, year ending 28 March 2023'],
    );
    expect(constants['period']?.confidence ?? 0).toBeLessThanOrEqual(0.5);
  });

  it('reads several captions of one line', async () => {
    const { constants } = await guessOf(
      ['Gemeente;Aantal', 'Zwolle;12', 'Almelo;3'],
      ['Periode: 2023; Drug: cannabis'],
    );
    expect(constants['period']?.value).toBe('2023');
    expect(constants['substance']?.value).toBe('CAN');
  });

  it('keeps as a note, with a question, what no field holds', async () => {
    const { constants } = await guessOf(towns, ['Geslacht: mannen']);
    expect(constants['note']).toMatchObject({ value: 'mannen', confidence: 0.5 });
    expect(constants['note']?.reason.en).toContain('Geslacht: mannen');
  });

  it('says nothing where a column holds it, and nothing of persons or sources', async () => {
    const { constants } = await guessOf(
      ['Soort misdrijf;Gemeente;Aantal 2023', 'Diefstal;Zwolle;12', 'Straatroof;Almelo;3'],
      ['Soort misdrijf: Totaal misdrijven', 'Bron: Politie', 'Middel: bel 06-51423867'],
    );
    expect(constants['nationalCode']).toBeUndefined();
    expect(JSON.stringify(constants)).not.toContain('51423867');
  });
});
