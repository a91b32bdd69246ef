import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { described, ingested, messageOf, type Row, table } from './fixture.ts';

describe('ingest(engine, source, files)', () => {
  it('makes one record an accepted item, with the cell it came from', async () => {
    const { rows, records, conservation } = await ingested({
      files: 'Plaats;Jaar;Aantal\nNLVLI;2022; 12\nNLTNZ;2022;0\n',
    });
    expect(records).toBe(2);
    expect(
      table(
        rows,
        'place',
        'value',
        'period_start',
        'period_end',
        'freq',
        'definition',
        'count_unit',
      ),
    ).toEqual([
      'NLVLI | 12 | 2022-01-01 | 2022-12-31 | A | test | offence',
      'NLTNZ | 0 | 2022-01-01 | 2022-12-31 | A | test | offence',
    ]);
    expect(table(rows, 'origin_file', 'origin_line', 'origin_column', 'origin_raw')).toEqual([
      'test.csv | 2 | C "Aantal" |  12',
      'test.csv | 3 | C "Aantal" | 0',
    ]);
    expect(conservation).toMatchObject([
      {
        items: 2,
        accepted: 2,
        excluded: 0,
        rejected: 0,
        quantities: [{ unit: 'offence', raw: '12', records: '12' }],
      },
    ]);
  });

  it('rejects an item with file, line, column, value, rule and repair', async () => {
    const { issues, conservation } = await ingested({
      files:
        'Plaats;Jaar;Aantal\nNLVLI;2022;12\nNLVIL;2022;7\nNLTNZ;22;1\nBEGNE;2022;1.234\nBEZEE;2022;\n',
      description: {
        columns: {
          Plaats: { to: 'place' },
          Jaar: { to: 'period', as: 'year' },
          Aantal: { to: 'value', as: 'number' },
        },
      },
    });
    expect(conservation[0]?.rejections).toEqual({
      'crosswalk.unknown-code': 1,
      'number.ambiguous': 1,
      'period.invalid': 1,
      'value.blank': 1,
    });
    expect(
      issues.map(({ line, column, value, rule, message, repair }) => [
        line,
        column,
        value,
        rule,
        message,
        repair,
      ]),
    ).toMatchInlineSnapshot(`
      [
        [
          3,
          "A "Plaats"",
          "NLVIL",
          "crosswalk.unknown-code",
          ""NLVIL" is no known code for place; nearest: NLVLI",
          "correct the cell, add the code to the crosswalk, or exclude it by name",
        ],
        [
          4,
          "B "Jaar"",
          "22",
          "period.invalid",
          ""22" is not a year of four digits",
          "correct the cell, or the format in the column’s mapping; a row that is a total is left out under exclude",
        ],
        [
          5,
          "C "Aantal"",
          "1.234",
          "number.ambiguous",
          ""1.234" is either 1234 or 1.234",
          "declare decimalChar or groupChar for the column in the source description",
        ],
        [
          6,
          "C "Aantal"",
          "",
          "value.blank",
          "the cell is empty, and the description does not say what that means",
          "fill the cell, or give the reason for "" under missingValues",
        ],
      ]
    `);
  });

  it('counts a missing mark as accepted, with its reason and without a value', async () => {
    const { rows, conservation } = await ingested({
      files: 'Plaats;Jaar;Aantal\nNLVLI;2022;.\nNLTNZ;2022;\nBEGNE;2022;0\n',
      description: { missingValues: { '.': 'not_collected', '': 'not_reported' } },
    });
    expect(table(rows, 'place', 'value', 'missing', 'status')).toEqual([
      'NLVLI | null | not_collected | L',
      'NLTNZ | null | not_reported | O',
      'BEGNE | 0 | null | A',
    ]);
    expect(conservation[0]).toMatchObject({ accepted: 3, rejected: 0, records: 3 });
  });

  it('makes an item of each value column', async () => {
    const { rows, conservation } = await ingested({
      files: 'Plaats;Jaar;Zaken;Verdachten\nNLVLI;2022;12;9\n',
      description: {
        constants: { basis: 'recorded' },
        columns: {
          Plaats: { to: 'place' },
          Jaar: { to: 'period', as: 'year' },
          Zaken: { to: 'value', as: 'integer', set: { metric: 'offences', unit: 'case' } },
          Verdachten: { to: 'value', as: 'integer', set: { metric: 'suspects', unit: 'suspect' } },
        },
      },
    });
    expect(table(rows, 'metric', 'unit', 'value')).toEqual([
      'offences | case | 12',
      'suspects | suspect | 9',
    ]);
    expect(conservation[0]).toMatchObject({ rows: 1, items: 2 });
  });

  it('gives the same ids whatever the order of rows and files, and whatever is put right', async () => {
    const one = 'Plaats;Jaar;Aantal\nNLVLI;2022;12\nNLVLI;2022;12\nNLVLI;2022;7\nNLTNZ;2022;3\n';
    const other = 'Plaats;Jaar;Aantal\nBEGNE;2021;4\n';
    const a = await ingested({ files: { 'a.csv': one, 'b.csv': other } });
    const shuffled = one.trim().split('\n');
    const b = await ingested({
      files: {
        'b.csv': other,
        'a.csv': [shuffled[0], shuffled[4], shuffled[3], shuffled[2], shuffled[1]].join('\n'),
      },
      description: {
        corrections: [
          { column: 'Aantal', from: '7', to: '8', where: { Plaats: 'NLVLI' }, reason: 'a slip' },
        ],
      },
    });
    const ids = (rows: readonly Row[]): readonly string[] =>
      table(rows, 'id', 'place', 'origin_raw').toSorted();
    expect(ids(b.rows)).toEqual(ids(a.rows));
    expect(new Set(a.rows.map(({ id }) => id)).size).toBe(5);
    expect(table(b.rows, 'value', 'origin_raw')).toContain('8 | 7');
  });

  it('writes the same rows in the same order at one and at four threads', async () => {
    const { ingest, loadSource } = await import('@samenbeeld/ingest');
    const { openEngine } = await import('@samenbeeld/engine');
    const folder = `${import.meta.dirname}/../../sources/catalogue/eurostat-crim-off-cat`;
    const written: (readonly unknown[])[] = [];
    for (const threads of [1, 4]) {
      const engine = await openEngine({ threads });
      await ingest(engine, loadSource(folder), [`${folder}/sample.tsv`]);
      written.push(await engine.rows('select * from observation'));
      await engine.close();
    }
    expect(written[0]).toHaveLength(70);
    expect(written[1]).toEqual(written[0]);
  });

  it('warns of rows that repeat another in every cell', async () => {
    const { issues } = await ingested({
      files: 'Plaats;Jaar;Aantal\nNLVLI;2022;12\nNLVLI;2022;12\n',
    });
    expect(issues.map(({ severity, rule, line }) => [severity, rule, line])).toEqual([
      ['warning', 'row.repeated', 3],
    ]);
  });

  it('takes one path, and its result is not what findAnomalies looks at', async () => {
    const { ingest, loadSource } = await import('@samenbeeld/ingest');
    const { findAnomalies } = await import('@samenbeeld/harmonise');
    const { openEngine } = await import('@samenbeeld/engine');
    const folder = `${import.meta.dirname}/../../sources/catalogue/politie-47022ned`;
    const engine = await openEngine({ threads: 1 });
    const result = await ingest(engine, loadSource(folder), `${folder}/sample.csv`);
    expect(result.records).toBe(8);
    expect(() => findAnomalies(result as unknown as Parameters<typeof findAnomalies>[0])).toThrow(
      'findAnomalies takes what loadAnomalyInput(engine, [{ result, files }]) gives',
    );
    await engine.close();
  });

  it('refuses another file of a name that is in the picture already', async () => {
    const { ingest } = await import('@samenbeeld/ingest');
    const { openEngine } = await import('@samenbeeld/engine');
    const { mkdirSync, mkdtempSync, rmSync, writeFileSync } = await import('node:fs');
    const folder = mkdtempSync(join(tmpdir(), 'ingest-'));
    const source = await described({});
    const engine = await openEngine({ threads: 1 });
    for (const year of [2022, 2023]) {
      mkdirSync(`${folder}/${year}`);
      writeFileSync(`${folder}/${year}/f.csv`, `Plaats;Jaar;Aantal\nNLVLI;${year};12\n`);
    }
    await ingest(engine, source, `${folder}/2022/f.csv`);
    expect(await messageOf(ingest(engine, source, `${folder}/2023/f.csv`))).toMatchInlineSnapshot(
      `"f.csv: records of another file of this name are already in the picture. Repair: give all files of test-source in one call: those of one name are then told apart by their folders"`,
    );
    await engine.close();
    rmSync(folder, { recursive: true });
  });

  it('refuses a file whose records are in the picture already', async () => {
    const { ingest, loadSource } = await import('@samenbeeld/ingest');
    const { openEngine } = await import('@samenbeeld/engine');
    const folder = `${import.meta.dirname}/../../sources/catalogue/politie-47022ned`;
    const engine = await openEngine({ threads: 1 });
    await ingest(engine, loadSource(folder), [`${folder}/sample.csv`]);
    const before = await engine.rows('select count(*) as n from observation');
    expect(
      await messageOf(ingest(engine, loadSource(folder), [`${folder}/sample.csv`])),
    ).toMatchInlineSnapshot(
      `"sample.csv: 8 of its records are already in the picture. Repair: name each file once, and give all files of politie-47022ned in one call"`,
    );
    expect(await engine.rows('select count(*) as n from observation')).toEqual(before);
    expect(await engine.tables()).toEqual(['observation']);
    await engine.close();
  });

  it('refuses an empty file, and a file without data', async () => {
    expect(await messageOf(ingested({ files: '' }))).toMatchInlineSnapshot(
      `"test.csv: expected a table, found an empty file. Repair: fetch the file again"`,
    );
    expect((await ingested({ files: 'Plaats;Jaar;Aantal\n' })).conservation).toMatchObject([
      { items: 0, records: 0 },
    ]);
  });
});

describe('the headings of a file', () => {
  it('name a column whose heading has a word more, by its line', async () => {
    const message = await messageOf(
      ingested({ files: '\n\nPlaats van de vondst (haven);Jaar;Aantal\nNLVLI;2022;12\n' }),
    );
    expect(message).toContain('test.csv, line 3: expected the column "Plaats"');
    expect(message).toContain('add "also: ["Plaats van de vondst (haven)"]" to "Plaats"');
  });

  it('name the renamed column', async () => {
    expect(
      await messageOf(ingested({ files: 'Plaatsnaam;Jaar;Aantal\nNLVLI;2022;12\n' })),
    ).toMatchInlineSnapshot(
      `"test.csv, line 1: expected the column "Plaats", found "Plaatsnaam". Repair: if it is the same column, add "also: [Plaatsnaam]" to "Plaats" in FOLDER/source.yaml"`,
    );
  });

  it('name a column that nobody described', async () => {
    expect(
      await messageOf(ingested({ files: 'Plaats;Jaar;Aantal;Bron\nNLVLI;2022;12;x\n' })),
    ).toMatchInlineSnapshot(
      `"test.csv, line 1: the column "Bron" is neither mapped nor ignored. Repair: map it or ignore it with a reason in FOLDER/source.yaml"`,
    );
  });

  it('name the source that fits', async () => {
    const other = {
      source: 'other-source',
      columns: {
        Land: { to: 'place' },
        An: { to: 'period', as: 'year' },
        Nombre: { to: 'value', as: 'integer' },
      },
    };
    const files = 'Land;An;Nombre\nNL;2022;12\n';
    expect(await messageOf(ingested({ files, catalogue: [other] }))).toMatchInlineSnapshot(
      `"test.csv, line 1: this is not a file of test-source: expected the columns "Plaats", "Jaar", "Aantal", found "Land", "An", "Nombre". It fits other-source. Repair: ingest it as other-source"`,
    );
    expect(await messageOf(ingested({ files }))).toMatchInlineSnapshot(
      `"test.csv, line 1: this is not a file of test-source: expected the columns "Plaats", "Jaar", "Aantal", found "Land", "An", "Nombre". Repair: name the source this file comes from, or correct FOLDER/source.yaml"`,
    );
  });

  it('fold into fields where they are data', async () => {
    const { rows } = await ingested({
      files: 'Plaats;Aantal 2021;Aantal 2022*\nNLVLI;3;4\n',
      description: {
        columns: { Plaats: { to: 'place' } },
        fold: [
          {
            headers: '^Aantal (?<year>\\d{4})(?<mark>\\*?)$',
            groups: {
              year: { to: 'period', as: 'year' },
              mark: { to: 'status', codes: { '*': 'P' } },
            },
            value: { to: 'value', as: 'integer' },
          },
        ],
      },
    });
    expect(table(rows, 'period_start', 'value', 'status')).toEqual([
      '2021-01-01 | 3 | A',
      '2022-01-01 | 4 | P',
    ]);
  });

  it('may be another of the names a column has, or be absent where it is optional', async () => {
    const { rows } = await ingested({
      files: 'Haven;Jaar;Aantal\nNLVLI;2022;12\n',
      description: {
        columns: {
          Plaats: { to: 'place', also: ['Haven'] },
          Jaar: { to: 'period', as: 'year' },
          Aantal: { to: 'value', as: 'integer' },
          Opmerking: { to: 'note', optional: true },
        },
      },
    });
    expect(table(rows, 'place', 'note')).toEqual(['NLVLI | null']);
  });
});
