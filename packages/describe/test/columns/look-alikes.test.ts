import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { loadSource } from '@samenbeeld/ingest';
import { readTable } from '@samenbeeld/read';
import { catalogueFolder } from '@samenbeeld/sources';
import { afterAll, describe, expect, it } from 'vitest';
import type { ColumnGuess, TableGuess } from '../../src/column.ts';
import { guessTable } from '../../src/columns/guess-table.ts';
import { keptWords } from '../../src/written.ts';
import { type LookAlike, lookAlikes } from './look-alikes.ts';

const folder = mkdtempSync(`${tmpdir()}/samenbeeld-columns-`);
afterAll(() => rmSync(folder, { recursive: true }));

async function guessOf(like: LookAlike): Promise<TableGuess> {
  const path = `${folder}/${like.file}`;
  writeFileSync(path, like.text);
  const [table] = await readTable(path, {
    format: 'csv',
    encoding: 'utf-8',
    header: like.header ?? 1,
    delimiter: like.delimiter ?? ',',
  });
  if (!table) throw new Error(`no table in ${like.file}`);
  return guessTable(table, {
    file: like.file,
    titleLines: like.title ?? [],
    footerLines: like.footer ?? [],
  });
}

const shown = ({ written, to }: ColumnGuess): string => (written === null ? 'open' : (to ?? '-'));

/** What a look-alike says of a heading, or null where it says nothing. */
function wantedOf(heading: string, columns: LookAlike['columns']): string | null {
  const own = columns[heading];
  if (own !== undefined) return own;
  const pattern = Object.entries(columns).find(
    ([key]) => key.startsWith('/') && new RegExp(key.slice(1, -1), 'u').test(heading),
  );
  return pattern?.[1] ?? null;
}

describe.each(lookAlikes)('$name', (like) => {
  it('is read as what it is', async () => {
    const guess = await guessOf(like);
    const found = Object.fromEntries(
      guess.columns.flatMap((column) =>
        column.headings.flatMap((heading) =>
          wantedOf(heading, like.columns) === null ? [] : [[heading, shown(column)]],
        ),
      ),
    );
    const wanted = Object.fromEntries(
      Object.keys(found).map((heading) => [heading, wantedOf(heading, like.columns)]),
    );
    expect(found).toEqual(wanted);
    expect({ record: guess.record.value, language: guess.language.value }).toEqual({
      record: like.record,
      language: like.language,
    });
    expect(Object.keys(found).length).toBeGreaterThanOrEqual(Object.keys(like.columns).length);
  });

  it('finds each heading once, folds by a pattern of their own, and asks where it is not sure', async () => {
    const { columns } = await guessOf(like);
    const headings = columns.flatMap((column) => column.headings);
    expect(new Set(headings).size).toBe(headings.length);
    for (const { kind, headings: own, written, confidence, decide } of columns) {
      if (kind === 'fold') {
        const find = new RegExp(
          String((written as Readonly<Record<string, unknown>>)['headers']),
          'u',
        );
        expect(headings.filter((heading) => find.test(heading))).toEqual(own);
      }
      const fields = [written ?? []].flat().flatMap((part) => Object(part).to ?? []);
      const counts =
        fields.length === 0
          ? written === null
          : !fields.every((field) => keptWords.has(String(field)));
      if (confidence < 0.9 && (counts || confidence < 0.5))
        expect(decide.length, `${own[0]} (${confidence}) asks nothing`).toBeGreaterThan(0);
      expect(confidence).toBeLessThanOrEqual(0.99);
    }
  });
});

const like = (name: string): LookAlike => {
  const found = lookAlikes.find((each) => each.name === name);
  if (!found) throw new Error(`no look-alike is called ${name}`);
  return found;
};

describe('what a guess writes', () => {
  it('folds headings glued by underscores on place, year and provisional mark', async () => {
    const { columns } = await guessOf(like('CBS, provinces, headings glued by underscores'));
    expect(columns.find(({ kind }) => kind === 'fold')?.written).toEqual({
      headers:
        '^(?<place>Groningen \\(PV\\)|Zeeland \\(PV\\)|Noord-Brabant \\(PV\\))_Geregistreerde misdrijven_(?<year>\\d{4})(?<provisional>\\*?)$',
      groups: {
        place: {
          to: 'place',
          rules: [
            { is: 'Groningen (PV)', to: 'NL11' },
            { is: 'Zeeland (PV)', to: 'NL34' },
            { is: 'Noord-Brabant (PV)', to: 'NL41' },
          ],
        },
        year: { to: 'period', as: 'year' },
        provisional: { to: 'status', codes: { '*': 'P' } },
      },
      value: {
        to: 'value',
        as: 'integer',
        set: { metric: 'offences', unit: 'offence', countUnit: 'offence' },
      },
    });
  });

  it('takes thousands, flags and missing marks from the cells', async () => {
    const guess = await guessOf(like('an old export of Eurostat, thousands quoted'));
    const of = (heading: string): ColumnGuess | undefined =>
      guess.columns.find(({ headings }) => headings[0] === heading);
    expect(of('Value')?.written).toEqual({ to: 'value', as: 'integer', groupChar: ',' });
    expect(of('Flag and Footnotes')?.written).toEqual({
      to: 'status',
      codes: { d: 'D', bd: 'BD', p: 'P' },
    });
    expect(guess.missingValues[':']?.value).toBe('not_reported');
  });

  it('knows that one file has one habit: beside "91,7" the point of "14.785" stands between thousands', async () => {
    const { columns } = await guessOf(like('PKS, two years side by side'));
    const fold = columns.find(({ kind }) => kind === 'fold');
    expect(fold?.written).toMatchObject({ value: { as: 'integer', groupChar: '.' } });
    expect(fold?.confidence).toBeGreaterThanOrEqual(0.9);
    expect(fold?.decide).toEqual([]);
  });

  it('leaves two readings of a number open where nothing in the file decides', async () => {
    const { columns } = await guessOf({
      ...like('PKS, two years side by side'),
      text: 'Schlüssel;Straftat;Fälle 2021;Fälle 2022\n730000;Rauschgiftdelikte;361.048;340.677\n633000;Geldwäsche;14.785;22.614\n',
    });
    const fold = columns.find(({ kind }) => kind === 'fold');
    expect(fold?.confidence).toBeLessThan(0.9);
    expect(fold?.decide.map(({ en }) => en)).toEqual(['Is "14.785" 14785 or 14.785?']);
  });

  it('never shows cells that look like personal data, and leaves their column out with a question', async () => {
    const { columns } = await guessOf(like('a file with personal data'));
    const of = (heading: string): ColumnGuess | undefined =>
      columns.find(({ headings }) => headings[0] === heading);
    for (const heading of ['Naam verdachte', 'Rekening']) {
      expect(of(heading)?.samples).toEqual([]);
      expect(of(heading)?.decide.length).toBeGreaterThan(0);
      expect(JSON.stringify(of(heading)?.written)).toContain('personal data');
    }
    expect(JSON.stringify(columns)).not.toContain('ABNA');
  });

  it('never states on what basis seizures count', async () => {
    for (const name of [
      'UNODC seizures 2019-2023, columns renamed',
      'EUDA, seizures by country and year',
      'an extract of a team at a port',
    ]) {
      const { constants } = await guessOf(like(name));
      expect(constants['basis']?.confidence).toBeLessThan(0.6);
      expect(constants['basis']?.alternatives.length).toBeGreaterThan(1);
    }
  });

  it('fills no field twice', async () => {
    const { columns } = await guessOf(like('SSMSI, départements, first release'));
    expect(columns.find(({ to }) => to === 'value')?.written).toEqual({
      to: 'value',
      as: 'integer',
    });
  });

  it('takes a town among regions for a municipality, no port', async () => {
    const { columns } = await guessOf(like('StatLine, quarters in cells and bare municipalities'));
    expect(columns.find(({ to }) => to === 'place')?.written).toEqual({
      to: 'place',
      rules: [{ match: "^([\\p{L}'’., ()-]+)$", to: 'NL.GM.$1' }],
    });
  });

  it('takes a description at hand as evidence', async () => {
    const known = loadSource(catalogueFolder('bka-pks-laender'));
    const text =
      'Schlüssel;Straftat;Bundesland;Anzahl erfasste Fälle\n730000;x;Bayern;12\n633000;y;Hessen;3\n';
    const path = `${folder}/known.csv`;
    writeFileSync(path, text);
    const [table] = await readTable(path, { format: 'csv', encoding: 'utf-8' });
    if (!table) throw new Error('no table');
    const around = { file: 'known.csv', titleLines: [], footerLines: [] };
    const [alone] = guessTable(table, around).columns;
    const [informed] = guessTable(table, { ...around, known: [known] }).columns;
    expect(informed?.reason.en).toContain('as in bka-pks-laender');
    expect(informed?.confidence).toBeGreaterThanOrEqual(alone?.confidence ?? 1);
  });
});
