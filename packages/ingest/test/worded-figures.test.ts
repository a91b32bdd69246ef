import { describe, expect, it } from 'vitest';
import { ingested, table } from './fixture.ts';

const columns = {
  Plaats: { to: 'place' },
  Jaar: { to: 'period', as: 'year' },
  Eenheid: { to: 'unit', list: 'units' },
  Hoeveelheid: { to: 'value', as: 'quantity', decimalChar: ',', groupChar: '.' },
};
const constants = { metric: 'quantity', basis: 'seized_in_port' };

describe('figures with words beside a column of units', () => {
  it('keep their wording, and the sums add up', async () => {
    const { rows, conservation } = await ingested({
      files: [
        'Plaats;Jaar;Eenheid;Hoeveelheid',
        'NLVLI;2020;kg;ruim 300',
        'NLVLI;2021;kg;ca. 1.250,5',
        'NLVLI;2022;kg;250',
        'NLTNZ;2020;tablet;meer dan 20.000',
        'NLTNZ;2021;kg;874 g',
        '',
      ].join('\n'),
      description: { constants, columns },
    });
    expect(table(rows, 'value', 'unit', 'wording', 'wording_printed', 'origin_raw')).toEqual([
      '300 | kg | floor | ruim | ruim 300',
      '1250.5 | kg | rounded | ca. | ca. 1.250,5',
      '250 | kg | unmarked | null | 250',
      '20000 | tablet | floor | meer dan | meer dan 20.000',
      '874 | g | unmarked | null | 874 g',
    ]);
    expect(conservation[0]).toMatchObject({ accepted: 5, rejected: 0 });
  });

  it('keep their own words where the others are told to be exact', async () => {
    const { rows } = await ingested({
      files: 'Plaats;Jaar;Eenheid;Hoeveelheid\nNLVLI;2020;kg;ca. 100\nNLVLI;2021;kg;12.190,00\n',
      description: {
        constants,
        columns: {
          ...columns,
          Hoeveelheid: { ...columns.Hoeveelheid, set: { wording: 'exact' } },
        },
      },
    });
    expect(table(rows, 'value', 'wording', 'wording_printed')).toEqual([
      '100 | rounded | ca.',
      '12190 | exact | null',
    ]);
  });

  it('say nothing of the wording of another column', async () => {
    const { rows } = await ingested({
      files: 'Plaats;Jaar;Aantal;Hoeveelheid\nNLVLI;2020;210;ca. 100\nNLVLI;2021;1310;120\n',
      description: {
        constants: { basis: 'seized_in_port' },
        columns: {
          Plaats: columns.Plaats,
          Jaar: columns.Jaar,
          Aantal: { to: 'value', as: 'integer', set: { metric: 'seizures', unit: 'seizure' } },
          Hoeveelheid: {
            ...columns.Hoeveelheid,
            set: { metric: 'quantity', unit: 'kg', wording: 'exact' },
          },
        },
      },
    });
    expect([...table(rows, 'value', 'unit', 'wording')].sort()).toEqual([
      '100 | kg | rounded',
      '120 | kg | exact',
      '1310 | seizure | exact',
      '210 | seizure | exact',
    ]);
  });

  it('are rejected where they claim no value, or no unit is given', async () => {
    const { issues, conservation } = await ingested({
      files:
        'Plaats;Jaar;Eenheid;Hoeveelheid\nNLVLI;2020;kg;minder dan 300\nNLVLI;2021;;ruim 300\n',
      description: { constants, columns },
    });
    expect(conservation[0]).toMatchObject({ accepted: 0, rejected: 2 });
    expect(issues.map(({ line, rule }) => [line, rule])).toEqual([
      [2, 'quantity.invalid'],
      [3, 'unit.blank'],
    ]);
  });

  it('make a seizure estimated, with the words in its note', async () => {
    const { rows } = await ingested({
      files: [
        'Datum;Plaats;Middel;Hoeveelheid;Eenheid;Opm',
        '2022-01-02;NLVLI;COC;ruim 300;kg;in koelmotor',
        '2022-01-03;NLVLI;COC;250;kg;',
        '2022-01-04;NLVLI;COC;precies 12;kg;',
        '',
      ].join('\n'),
      description: {
        record: 'seizure',
        constants: { basis: 'seized_in_port', placeLevel: 'port', seizingCountry: 'NL' },
        columns: {
          Datum: { to: 'date', as: 'date' },
          Plaats: { to: 'place' },
          Middel: { to: 'substance' },
          Hoeveelheid: { to: 'quantity', as: 'quantity' },
          Eenheid: { to: 'unit' },
          Opm: { to: 'note' },
        },
      },
    });
    expect(table(rows, 'quantity', 'unit', 'estimated', 'note')).toEqual([
      '300 | kg | true | in koelmotor; ruim 300',
      '250 | kg | false | null',
      '12 | kg | false | precies 12',
    ]);
  });

  it('are a find of unknown weight where the cell is a declared mark, and no find without one', async () => {
    const description = {
      record: 'seizure',
      constants: { basis: 'seized_in_port', placeLevel: 'port', seizingCountry: 'NL' },
      missingValues: { '': 'not_reported' },
      columns: {
        Datum: { to: 'date', as: 'date' },
        Plaats: { to: 'place' },
        Middel: { to: 'substance' },
        Gewicht: { to: 'quantity', as: 'quantity', decimalChar: ',', groupChar: '.' },
      },
    };
    const { rows, issues } = await ingested({
      files: [
        'Datum;Plaats;Middel;Gewicht',
        '2024-04-05;NLVLI;COC;',
        '2024-04-06;NLVLI;COC;412,5 kg',
        '2024-04-07;NLVLI;COC;540',
        '',
      ].join('\n'),
      description,
    });
    expect(table(rows, 'date', 'quantity', 'unit', 'missing')).toEqual([
      '2024-04-05 | null | kg | not_reported',
      '2024-04-06 | 412.5 | kg | null',
    ]);
    expect(issues.map(({ line, rule }) => [line, rule])).toEqual([[4, 'unit.blank']]);
  });
});
