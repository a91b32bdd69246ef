import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { readTable } from '@samenbeeld/read';
import { afterAll, describe, expect, it, test } from 'vitest';
import type { TableGuess } from '../../src/column.ts';
import { guessTable } from '../../src/columns/guess-table.ts';
import { alpha3Codes, countryOfAlpha3 } from '../../src/columns/iso3.ts';
import { nutsRegion } from '../../src/columns/own-places.ts';

const folder = mkdtempSync(`${tmpdir()}/samenbeeld-cells-`);
afterAll(() => rmSync(folder, { recursive: true }));

async function guessOf(
  lines: readonly string[],
  around: { readonly file?: string; readonly title?: readonly string[] } = {},
): Promise<TableGuess> {
  const path = `${folder}/table.csv`;
  writeFileSync(path, `${lines.join('\n')}\n`);
  const [table] = await readTable(path, { format: 'csv', encoding: 'utf-8', delimiter: ';' });
  if (!table) throw new Error('no table');
  return guessTable(table, {
    file: around.file ?? 'table.csv',
    titleLines: around.title ?? [],
    footerLines: [],
  });
}

const of = ({ columns }: TableGuess, heading: string) =>
  columns.find(({ headings }) => headings.includes(heading));

describe('countries in three letters (ISO 3166-1 alpha-3)', () => {
  test.each([
    ['BEL', 'BE'],
    ['NLD', 'NL'],
    ['DEU', 'DE'],
    ['LUX', 'LU'],
    ['CIV', 'CI'],
    ['bel', null],
    ['EUR', null],
    ['XYZ', null],
  ])('%s is %s', (label, code) => expect(countryOfAlpha3(label)).toBe(code));

  it('needs nine in ten', () => {
    expect(alpha3Codes(['BEL', 'NLD'])).toEqual({ BEL: 'BE', NLD: 'NL' });
    expect(alpha3Codes(['BEL', 'THC'])).toBeNull();
    expect(alpha3Codes([])).toBeNull();
  });
});

test.each([
  ['ES511', 'ES.NUTS.ES511'],
  ['EL30', 'GR.NUTS.EL30'],
  ['UKC', 'GB.NUTS.UKC'],
  ['XX1', null],
  ['Gent', null],
])('%s is the region %s', (label, code) => expect(nutsRegion(label)).toBe(code));

describe('figures as they are printed', () => {
  it('reads figures with their unit as quantities, and asks nothing where each has one', async () => {
    const guess = await guessOf([
      'Jaar;Grootheid;Waarde',
      '2021;verdachte transacties;96.676 transacties',
      '2021;waarde verdachte transacties;ruim 15,3 miljard euro',
      '2022;ongebruikelijke transacties;1.896.176 transacties',
    ]);
    expect(of(guess, 'Waarde')?.written).toEqual({
      to: 'value',
      as: 'quantity',
      decimalChar: ',',
      groupChar: '.',
    });
    expect(of(guess, 'Waarde')?.decide).toEqual([]);
  });

  it('never takes a unit for a flag', async () => {
    const guess = await guessOf([
      'Date;Produit;Quantité saisie',
      '03/01/2023;cocaïne;386 kg',
      '04/02/2023;héroïne;12 g',
      '19/03/2023;ecstasy;12 300 comprimés',
    ]);
    expect(of(guess, 'Quantité saisie')?.written).toEqual({
      to: 'quantity',
      as: 'quantity',
      groupChar: ' ',
    });
  });

  it('takes figures of six digits for no codes of goods', async () => {
    const guess = await guessOf(['Année;Total', '2021;180 000', '2022;181011', '2023;182922']);
    expect(of(guess, 'Total')?.to).toBe('value');
  });

  it('groups by the mark that other columns do not use for decimals', async () => {
    const guess = await guessOf([
      'Schlüssel;Straftat;erfasste Fälle;HZ',
      '730000;Rauschgiftdelikte;109,117;134.5',
      '633000;Geldwäsche;11,541;14.2',
    ]);
    const cases = of(guess, 'erfasste Fälle');
    expect(cases?.written).toMatchObject({ as: 'integer', groupChar: ',' });
    expect(cases?.confidence).toBeGreaterThanOrEqual(0.9);
    expect(cases?.decide).toEqual([]);
  });
});

describe('what surrounds the cells', () => {
  it('hears of no port in a report', async () => {
    const lines = ['country;drug;year;value', 'BE;cocaine;2021;12', 'NL;cocaine;2021;13'];
    const { constants } = await guessOf(lines, { title: ['World Drug Report: seizures'] });
    expect(constants['basis']?.value).not.toBe('seized_in_port');
    const port = await guessOf(lines, { title: ['Seizures in the port'] });
    expect(port.constants['basis']?.value).toBe('seized_in_port');
  });

  it('takes transfers of money for no seizures', async () => {
    const { record } = await guessOf([
      'Date;Amount;Currency;Sender account',
      '2023-02-14;100.05;EUR;8724731955',
      '2023-02-15;2000.73;EUR;1491989064',
    ]);
    expect(record.confidence).toBeLessThanOrEqual(0.5);
  });

  it('knows the PKS by its keys', async () => {
    const { constants } = await guessOf([
      'Schlüssel;Straftat;Jahr;Fälle',
      '------;Straftaten insgesamt;1999;630',
      '4***00;Diebstahl unter erschwerenden Umständen;1999;12',
    ]);
    expect(constants['place']?.value).toBe('DE');
  });

  it('counts offences and suspects as recorded, even where a column tells them apart', async () => {
    const { constants } = await guessOf([
      'indicateur;annee;unite_de_compte;nombre',
      'Homicides;2023;Victime;5',
      'Usage de stupéfiants;2023;Mis en cause;700',
    ]);
    expect(constants['basis']?.value).toBe('recorded');
  });
});
