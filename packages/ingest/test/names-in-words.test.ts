import { issueWords } from '@samenbeeld/ingest';
import { describe, expect, it } from 'vitest';
import { ingested, table } from './fixture.ts';

// All names are invented.
const columns = {
  Plaats: { to: 'place' },
  Jaar: { to: 'period', as: 'year' },
  Aantal: { to: 'value', as: 'integer' },
  Opmerking: { to: 'note', as: 'string' },
};
const files = [
  'Plaats;Jaar;Aantal;Opmerking',
  'NLVLI;2020;10;gemeld door hoofdinspecteur Jan Peeters',
  'NLVLI;2021;20; Jan Peeters ',
  'NLVLI;2022;30;dossier suivi par Mme Dupont',
  'NLVLI;2023;40;loods Antwerpen Linkeroever',
  '',
].join('\n');

describe('a person who is named in words that are kept', () => {
  it('is not shown; the row and its figure stay, and a warning counts the cells', async () => {
    const { rows, conservation, issues } = await ingested({ files, description: { columns } });
    expect(table(rows, 'value', 'note')).toEqual([
      '10 | gemeld door hoofdinspecteur (not shown)',
      '20 | (not shown)',
      '30 | dossier suivi par Mme (not shown)',
      '40 | loods Antwerpen Linkeroever',
    ]);
    expect(conservation[0]).toMatchObject({ items: 4, accepted: 4, rejected: 0 });
    const told = issues.filter(({ rule }) => rule === 'personal-data.name');
    expect(told).toMatchObject([{ severity: 'warning', line: 2, value: null }]);
    expect(told[0]?.message).toContain('3 cells hold what looks like the name of a person');
    expect(issueWords(told[0] as (typeof told)[number])?.message.nl).toContain(
      'wat op de naam van een persoon lijkt',
    );
    expect(JSON.stringify([rows, issues])).not.toMatch(/Peeters|Dupont/u);
  });

  it('is not told of a row that is kept out for other data of a person', async () => {
    const { conservation, issues } = await ingested({
      files:
        'Plaats;Jaar;Aantal;Opmerking\nNLVLI;2020;10;gemeld door Jan Peeters, geb. 12.03.1981\nNLVLI;2021;20;loods\n',
      description: { columns },
    });
    expect(conservation[0]).toMatchObject({ items: 2, accepted: 1, rejected: 1 });
    expect(issues.map(({ rule }) => rule)).toEqual(['personal-data.birth-date']);
  });

  it('changes no id: a record keeps that of its cells', async () => {
    const named = await ingested({ files, description: { columns, key: ['Jaar', 'Opmerking'] } });
    const shown = await ingested({
      files,
      description: {
        columns: { ...columns, Opmerking: { ...columns.Opmerking, screen: false } },
        key: ['Jaar', 'Opmerking'],
      },
    });
    expect(table(named.rows, 'id')).toEqual(table(shown.rows, 'id'));
    expect(table(shown.rows, 'note')[0]).toContain('Peeters');
  });

  it('stays in a key, so that two keys stay two, and a warning counts them', async () => {
    const { rows, issues } = await ingested({
      files:
        'Plaats;Jaar;Aantal;Zaak\nNLVLI;2020;10;zaak Jan Peeters\nNLVLI;2020;5;zaak Piet Claes\nNLVLI;2020;7;Opfer: Kinder\n',
      description: {
        columns: {
          Plaats: columns.Plaats,
          Jaar: columns.Jaar,
          Aantal: columns.Aantal,
          Zaak: { to: 'nationalCode', pattern: '^.+$' },
        },
      },
    });
    expect(table(rows, 'value', 'national_code')).toEqual([
      '10 | zaak Jan Peeters',
      '5 | zaak Piet Claes',
      '7 | Opfer: Kinder',
    ]);
    const told = issues.filter(({ rule }) => rule === 'personal-data.name-in-key');
    expect(told).toMatchObject([{ severity: 'warning', line: 2, value: null }]);
    expect(told[0]?.message).toContain('2 cells hold');
    expect(issueWords(told[0] as (typeof told)[number])?.message.de).toContain('Schlüssel');
  });

  it('stays in the reference of a seizure, which is its key', async () => {
    const { rows, issues } = await ingested({
      files:
        'Dossier;Datum;Kilo;Opmerking\nzaak Jan Peeters;2022-02-03;3;door Jan Peeters\nzaak Piet Claes;2022-02-03;4;\n',
      description: {
        record: 'seizure',
        constants: {
          seizingCountry: 'NL',
          place: 'NLVLI',
          placeLevel: 'port',
          basis: 'seized_in_port',
          substance: 'COC',
          unit: 'kg',
          agencies: 'NL_HARC',
        },
        columns: {
          Dossier: { to: 'reference', as: 'string' },
          Datum: { to: 'date', as: 'date', format: '%Y-%m-%d' },
          Kilo: { to: 'quantity', as: 'number', decimalChar: ',' },
          Opmerking: { to: 'note', as: 'string' },
        },
      },
    });
    expect(table(rows, 'reference', 'note')).toEqual([
      'zaak Jan Peeters | door (not shown)',
      'zaak Piet Claes | null',
    ]);
    expect(issues.map(({ rule, column }) => [rule, column])).toEqual([
      ['personal-data.name-in-key', 'A "Dossier"'],
      ['personal-data.name', 'D "Opmerking"'],
    ]);
  });

  it('is not shown in what is said of a rejected cell', async () => {
    const { issues } = await ingested({
      files: 'Plaats;Jaar;Aantal;Opmerking\ninsp. Jan Peeters;2021;5;zaak 2\n',
      description: { columns },
    });
    expect(issues).not.toEqual([]);
    expect(JSON.stringify(issues)).not.toContain('Peeters');
  });

  it('is not shown where only what varies of a record is kept', async () => {
    const { rows } = await ingested({ files, description: { columns } }, { records: 'view' });
    expect(table(rows, 'note')).toContain('gemeld door hoofdinspecteur (not shown)');
    expect(JSON.stringify(rows)).not.toMatch(/Peeters|Dupont/u);
  });
});
