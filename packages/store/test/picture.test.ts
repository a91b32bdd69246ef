import { createHash } from 'node:crypto';
import {
  access,
  appendFile,
  cp,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rename,
  rm,
  symlink,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openEngine } from '@samenbeeld/engine';
import { type Observation, observationTable, observationToRow } from '@samenbeeld/schema';
import {
  type Clearance,
  type ClearanceOptions,
  clearance,
  openPicture,
  type PictureContents,
  type PictureRows,
  releaseSubject,
  repairPicture,
  writePicture,
} from '@samenbeeld/store';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { decision, failure, handling, source } from './handling.ts';

let parent: string;
let folder: string;
beforeEach(async () => {
  parent = await mkdtemp(join(tmpdir(), 'picture-test-'));
  folder = join(parent, 'ports');
});
afterEach(() => rm(parent, { recursive: true }));

const open = clearance(handling({ originators: [] }), 'public');
const title = { nl: 'Havens', fr: 'Ports', de: 'Häfen', en: 'Ports' };
const ports: PictureRows = {
  name: 'port_year',
  description: 'Seized by port and year.',
  columns: [
    { name: 'place', type: 'VARCHAR' },
    { name: 'year', type: 'INTEGER', title: 'Year' },
    { name: 'kg', type: 'DECIMAL(38,12)', title: 'Kilograms', description: 'Seized in port.' },
    { name: 'note', type: 'VARCHAR' },
  ],
  rows: [
    ['NLVLI', 2022, 4157, '=1+1'],
    ['BEGNE', 2022, 619, 'line\nbreak'],
    ['NLTNZ', 2022, null, ''],
  ],
};
const contents = (given: Partial<PictureContents> = {}): PictureContents => ({
  metadata: {
    name: 'ports',
    title,
    asOf: '2026-06-30',
    sources: [source()],
    inputs: [{ source: 'published-claims', file: 'claims.csv', sha256: 'ab'.repeat(32) }],
    details: { recipe: 'ports', seed: 1 },
  },
  tables: [ports],
  files: { 'report.html': '<p>Häfen</p>', 'charts/a.svg': '<svg/>' },
  ...given,
});
const told = async (call: () => unknown): Promise<string> =>
  (await failure(call)).replaceAll(parent, '…');
async function hashes(): Promise<Record<string, string>> {
  const names = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = names
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
  const pairs = files.sort().map(async (file) => [
    file.slice(folder.length + 1),
    createHash('sha256')
      .update(await readFile(file))
      .digest('hex'),
  ]);
  return Object.fromEntries(await Promise.all(pairs));
}

const observation: Observation = {
  kind: 'observation',
  id: 'o1',
  source: 'published-claims',
  reference: null,
  publication: null,
  metric: 'quantity',
  stat: 'sum',
  value: 4157,
  printed: '4157',
  wording: 'exact',
  wordingPrinted: null,
  unit: 'kg',
  missing: null,
  status: 'A',
  extent: 'whole',
  place: 'NLVLI',
  placeNote: null,
  basis: 'seized_in_port',
  containsOwn: null,
  agencies: ['NL_HARC', 'NL_OM'],
  substance: 'COC',
  offence: null,
  nationalCode: null,
  countUnit: null,
  definition: null,
  level: null,
  periodStart: '2022-01-01',
  periodEnd: '2022-12-31',
  freq: 'A',
  publishedOn: '2023-01',
  confidence: 'high',
  note: null,
  origin: { file: 'claims.csv', sheet: null, line: 7, column: 'value', raw: '4157' },
};

describe('writePicture and openPicture', () => {
  test('keep tables, order, files and metadata', async () => {
    await writePicture(folder, contents(), open);
    const picture = await openPicture(folder);
    expect(picture.tables).toEqual(['port_year']);
    expect([picture.has('port_year'), picture.has('seizure')]).toEqual([true, false]);
    expect(await picture.rows('port_year')).toEqual([
      { place: 'NLVLI', year: 2022, kg: 4157, note: '=1+1' },
      { place: 'BEGNE', year: 2022, kg: 619, note: 'line\nbreak' },
      { place: 'NLTNZ', year: 2022, kg: null, note: '' },
    ]);
    expect((await picture.table('port_year')).array('place')).toEqual(['NLVLI', 'BEGNE', 'NLTNZ']);
    expect(picture.metadata).toMatchObject({
      title,
      asOf: '2026-06-30',
      audience: 'public',
      banner: open.banner,
      synthetic: false,
      details: { recipe: 'ports', seed: 1 },
    });
    expect(await told(() => picture.rows('seizure'))).toMatchInlineSnapshot(
      `"UsageError: The picture has no table "seizure". It has port_year."`,
    );
    expect(await picture.observations()).toEqual([]);
    await picture.close();
    expect(await readdir(parent)).toEqual(['ports']);
  });

  test('bring records back as they were', async () => {
    const columns = observationTable.map(({ field: _, ...column }) => column);
    const row = observationToRow(observation);
    const table = {
      name: 'observation',
      columns,
      rows: [columns.map(({ name }) => row[name] ?? null)],
    };
    await writePicture(folder, contents({ tables: [table] }), open);
    const picture = await openPicture(folder);
    expect(await picture.observations()).toEqual([observation]);
    expect(await picture.seizures()).toEqual([]);
    await picture.close();
    const text = await readFile(join(folder, 'data/datapackage.json'), 'utf8');
    const { fields } = JSON.parse(text).resources[0].schema;
    for (const field of fields)
      expect([field.name, field.title, field.description]).not.toContain(undefined);
  });

  test('take tables from an engine by an ordered query', async () => {
    const engine = await openEngine();
    await engine.run(
      "create table t as select 'b' as k, 2.50::decimal(38,12) as v union all select 'a', null",
    );
    const query = {
      name: 't',
      sql: 'select k, v from t order by k',
      notes: { v: { title: 'Value' } },
    };
    await writePicture(folder, contents({ tables: [query], engine }), open);
    expect(await readFile(join(folder, 'data/t.csv'), 'utf8')).toBe('k,v\r\na,\r\nb,2.5\r\n');
    expect(
      await told(() =>
        writePicture(folder, contents({ tables: [{ name: 't', sql: 'select 1' }], engine }), open),
      ),
    ).toMatchInlineSnapshot(
      `"TypeError: a written query needs a total order: add ORDER BY over columns that tell every row apart"`,
    );
    expect(
      await told(() =>
        writePicture(
          folder,
          contents({ tables: [{ name: 't', sql: 'select [1] as l order by l' }], engine }),
          open,
        ),
      ),
    ).toMatchInlineSnapshot(
      `"UsageError: Column "l" of table "t" has the type INTEGER[], which a picture does not hold. Cast it to VARCHAR, INTEGER, BIGINT, DOUBLE, BOOLEAN, DATE or DECIMAL(p,s)."`,
    );
    expect(await readdir(parent)).toEqual(['ports']);
    await engine.close();
  });

  test('write the same bytes again, with any number of threads', async () => {
    await writePicture(folder, contents(), open);
    const first = await hashes();
    for (const threads of [1, 2, 4]) {
      const engine = await openEngine({ threads });
      await writePicture(folder, contents({ engine }), open);
      await engine.close();
      expect(await hashes()).toEqual(first);
    }
  });

  test('describe themselves as a data package', async () => {
    await writePicture(folder, contents(), open);
    const descriptor = JSON.parse(await readFile(join(folder, 'data/datapackage.json'), 'utf8'));
    const all = await hashes();
    for (const resource of descriptor.resources)
      expect(resource.hash).toBe(`sha256:${all[`data/${resource.path}`]}`);
    for (const file of descriptor['samenbeeld:metadata'].files) {
      expect(file.sha256).toBe(all[file.path]);
      file.sha256 = 'hash';
      delete file.bytes;
    }
    for (const resource of descriptor.resources) {
      const parquet = resource['samenbeeld:parquet'];
      expect(parquet.hash).toBe(`sha256:${all[`data/${parquet.path}`]}`);
      parquet.hash = 'hash';
      delete parquet.bytes;
      resource.hash = 'hash';
      delete resource.bytes;
    }
    descriptor['samenbeeld:hash'] = 'hash';
    expect(descriptor).toMatchSnapshot();
    expect(Object.keys(all).length).toBe(descriptor['samenbeeld:metadata'].files.length + 1);
  });

  test('write CSV that a spreadsheet may open, and the marking beside it', async () => {
    await writePicture(folder, contents(), open);
    expect(await readFile(join(folder, 'data/port_year.csv'), 'utf8')).toBe(
      'place,year,kg,note\r\nNLVLI,2022,4157,\'=1+1\r\nBEGNE,2022,619,"line\nbreak"\r\nNLTNZ,2022,,""\r\n',
    );
    expect(await readFile(join(folder, 'data/HANDLING.txt'), 'utf8')).toMatchInlineSnapshot(`
      "TLP:CLEAR · niet gerubriceerd · voor: openbaar

      TLP:CLEAR · non classifié · destinataires : diffusion publique

      TLP:CLEAR · nicht eingestuft · Empfänger: Öffentlichkeit

      TLP:CLEAR · not classified · for: public
      "
    `);
  });
});

describe('writePicture refuses', () => {
  test('a clearance made by hand', async () => {
    expect(
      await told(() => writePicture(folder, contents(), { ...open } as Clearance)),
    ).toMatchInlineSnapshot(
      `"UsageError: Writing needs a clearance: call clearance(handling, audience) first."`,
    );
  });

  test('sources that the clearance does not cover, and mixtures with synthetic ones', async () => {
    const write = (sources: PictureContents['metadata']['sources'], token = open) =>
      told(() =>
        writePicture(folder, contents({ metadata: { ...contents().metadata, sources } }), token),
      );
    const strict = source({ id: 'nl-harc', handling: handling({ tlp: 'AMBER' }) });
    const made = source({ id: 'nl-made', synthetic: true });
    expect(await write([source(), strict])).toMatchInlineSnapshot(
      `"RefusalError: The clearance is for a weaker handling, or other content, than that of nl-harc. Ask for it with the handling and the files of each source."`,
    );
    expect(await write([source(), made])).toMatchInlineSnapshot(
      `"RefusalError: Synthetic and published sources never share a picture; synthetic here: nl-made. Build the exercise as a picture of its own."`,
    );
    expect(await write([made])).toMatchInlineSnapshot(
      `"RefusalError: The sources are synthetic (nl-made), but the clearance is not for an exercise. Ask for the clearance with the same "synthetic"."`,
    );
    const exercise = clearance(handling({ originators: [] }), 'public', { synthetic: true });
    expect(await write([source()], exercise)).toMatchInlineSnapshot(
      `"RefusalError: The clearance is for an exercise, but no source is synthetic. Ask for the clearance with the same "synthetic"."`,
    );
    expect(await write([made], exercise)).toBe('no error');
  });

  test('names that are none', async () => {
    const table = (name: string): PictureRows => ({ ...ports, name });
    expect(
      await told(() => writePicture(folder, contents({ tables: [table('Port year')] }), open)),
    ).toMatchInlineSnapshot(
      `"UsageError: "Port year" cannot name a table: use lower case, digits and "_"."`,
    );
    expect(
      await told(() => writePicture(folder, contents({ tables: [ports, ports] }), open)),
    ).toMatchInlineSnapshot(`"UsageError: The table "port_year" is given twice."`);
    for (const path of ['../a', '/a', 'data/a', 'a//b', '.hidden', 'a\\b', ''])
      expect(
        await told(() => writePicture(folder, contents({ files: { [path]: '' } }), open)),
      ).toContain('cannot be a file of a picture');
    expect(
      await told(() =>
        writePicture(folder, contents({ tables: [{ name: 't', sql: 'select 1' }] }), open),
      ),
    ).toMatchInlineSnapshot(
      `"UsageError: A table given as a query needs the engine it runs in: pass engine."`,
    );
  });

  test('to replace what is not a picture, or holds files of others', async () => {
    await mkdir(folder);
    await writeFile(join(folder, 'thesis.docx'), 'years of work');
    expect(await told(() => writePicture(folder, contents(), open))).toMatchInlineSnapshot(
      `"UsageError: …/ports is not empty and no picture, and is not replaced. Choose a new folder, or empty it first."`,
    );
    await rm(folder, { recursive: true });
    await writePicture(folder, contents(), open);
    await writeFile(join(folder, '.DS_Store'), '');
    await writePicture(folder, contents(), open);
    await writeFile(join(folder, 'my notes.txt'), 'mine');
    expect(await told(() => writePicture(folder, contents(), open))).toMatchInlineSnapshot(
      `"UsageError: …/ports holds files that are not part of its picture (my notes.txt). Move them elsewhere first: a picture is replaced as a whole."`,
    );
    expect(await readFile(join(folder, 'my notes.txt'), 'utf8')).toBe('mine');
    expect(
      await told(() => writePicture(join(folder, 'report.html'), contents(), open)),
    ).toMatchInlineSnapshot(`"UsageError: …/ports/report.html is a file; a picture is a folder."`);
  });
});

describe('openPicture refuses', () => {
  test('a folder that is no picture', async () => {
    expect(await told(() => openPicture(folder))).toMatchInlineSnapshot(
      `"InputError: …/ports is no picture: it has no data/datapackage.json. Repair: name a folder that a build wrote, such as out/north-sea-port"`,
    );
    expect(await told(() => openPicture(parent))).toMatchInlineSnapshot(
      `"InputError: … is no picture: it has no data/datapackage.json. Repair: name a folder that a build wrote, such as out/north-sea-port"`,
    );
  });

  test('a damaged picture, by file; building it again repairs it', async () => {
    await writePicture(folder, contents(), open);
    const whole = join(parent, 'whole');
    await cp(folder, whole, { recursive: true });
    const damaged = async (
      path: string,
      change: ((text: string) => string) | null,
    ): Promise<string> => {
      await rm(folder, { recursive: true });
      await cp(whole, folder, { recursive: true });
      const file = join(folder, path);
      if (change === null) await rm(file);
      else await writeFile(file, change(await readFile(file, 'utf8')));
      const message = await told(() => openPicture(folder));
      await writePicture(folder, contents(), open);
      expect(await told(() => openPicture(folder).then((picture) => picture.close()))).toBe(
        'no error',
      );
      return message;
    };
    expect(
      await damaged('data/port_year.parquet', (text) => text.replace('NLVLI', 'NLRTM')),
    ).toMatchInlineSnapshot(
      `"InputError: data/port_year.parquet: the picture is damaged: expected sha256 2f9dec5e8687…, found 8a861f2d6c49…. Repair: build the picture again, or restore the folder from a copy"`,
    );
    expect(
      await damaged('data/datapackage.json', (text) => text.replace('CLEAR', 'GREEN')),
    ).toMatchInlineSnapshot(
      `"InputError: data/datapackage.json: the package was changed after it was written. Repair: build the picture again, or restore the folder from a copy"`,
    );
    expect(
      await damaged('data/datapackage.json', (text) =>
        text.replace('"samenbeeld:format": 1', '"samenbeeld:format": 2'),
      ),
    ).toMatchInlineSnapshot(
      `"InputError: data/datapackage.json: the picture has layout 2, this version reads layout 1. Repair: build the picture again, or restore the folder from a copy"`,
    );
    expect(await damaged('data/port_year.parquet', null)).toContain(
      'InputError: data/port_year.parquet: the picture is damaged: expected sha256 2f9dec5e8687…, found none. Repair: build the picture again, or restore the folder from a copy',
    );
  });

  test('a data package of someone else', async () => {
    await mkdir(join(folder, 'data'), { recursive: true });
    await writeFile(join(folder, 'data/datapackage.json'), '{"name":"x","resources":[]}');
    expect(await told(() => openPicture(folder))).toMatchInlineSnapshot(
      `"InputError: data/datapackage.json: the data package was not written by samenbeeld. Repair: build the picture again, or restore the folder from a copy"`,
    );
    await writeFile(join(folder, 'data/datapackage.json'), '{');
    expect(await told(() => openPicture(folder))).toMatchInlineSnapshot(
      `"InputError: data/datapackage.json: the package is not JSON. Repair: build the picture again, or restore the folder from a copy"`,
    );
  });
});

describe('an open picture', () => {
  const bigger: PictureRows = { ...ports, rows: [['NLVLI', 2023, 1, null]] };

  test('stays as it was while another is written in its place, and the old one is gone when it is closed', async () => {
    await writePicture(folder, contents(), open);
    const before = await openPicture(folder);
    await writePicture(folder, contents({ tables: [bigger] }), open);
    const after = await openPicture(folder);
    expect(await before.count('port_year')).toBe(3);
    expect(await before.rows('port_year', { where: "place = 'BEGNE'" })).toMatchObject([
      { kg: 619, note: 'line\nbreak' },
    ]);
    expect(await after.rows('port_year')).toMatchObject([{ year: 2023, kg: 1 }]);
    await before.close();
    expect(await after.count('port_year')).toBe(1);
    await after.close();
    expect(await readdir(parent)).toEqual(['ports']);
  });

  test('refuses a report or a CSV that was changed afterwards, and does not read what is large', async () => {
    const large = new Uint8Array(8_000_001);
    const whole = contents();
    await writePicture(folder, { ...whole, files: { ...whole.files, 'large.bin': large } }, open);
    await rm(join(folder, 'large.bin'));
    await (await openPicture(folder)).close();
    await writeFile(join(folder, 'data/port_year.csv'), 'not what was written');
    await expect(openPicture(folder)).rejects.toThrow('the picture is damaged');
  });

  test('makes views, not tables', async () => {
    await writePicture(folder, contents(), open);
    const picture = await openPicture(folder);
    expect(await picture.engine.rows('select table_name from duckdb_tables()')).toEqual([]);
    expect(await picture.engine.tables()).toEqual(['port_year']);
    expect(await picture.rows('port_year')).toHaveLength(3);
    await picture.close();
  });

  test('is copied where its files cannot be linked', async () => {
    await writePicture(folder, contents(), open);
    const path = join(folder, 'data/port_year.parquet');
    await rename(path, join(parent, 'elsewhere.parquet'));
    await symlink(join(parent, 'elsewhere.parquet'), path);
    const picture = await openPicture(folder);
    await rm(join(parent, 'elsewhere.parquet'));
    expect(await picture.count('port_year')).toBe(3);
    await picture.close();
  });

  test('says so where somebody writes into one of its files', async () => {
    await writePicture(folder, contents(), open);
    const picture = await openPicture(folder);
    await appendFile(join(folder, 'data/port_year.parquet'), 'x');
    expect(await told(() => picture.rows('port_year'))).toMatchInlineSnapshot(
      `"InputError: data/port_year.parquet: the file was written into while the picture was open. Repair: open the picture again"`,
    );
    await picture.close();
  });

  test('ends what it is asked when told to, and can be asked again', async () => {
    await writePicture(folder, contents(), open);
    const picture = await openPicture(folder);
    const stop = new AbortController();
    const asked = picture.rows('port_year', { signal: stop.signal });
    stop.abort();
    expect(await told(() => asked)).toMatchInlineSnapshot(
      `"AbortError: cancelled before it was done. In: select * from "port_year""`,
    );
    expect(await picture.count('port_year')).toBe(3);
    await picture.close();
  });
});

describe('a crash', () => {
  const dead = 999_999_999;

  test('between the two renames is repaired when the picture is opened', async () => {
    await writePicture(folder, contents(), open);
    await cp(folder, join(parent, `.ports.${dead}-2.new`), { recursive: true });
    await rename(folder, join(parent, `.ports.${dead}-1.old`));
    const picture = await openPicture(folder);
    expect(await picture.rows('port_year')).toHaveLength(3);
    await picture.close();
    await writePicture(folder, contents(), open);
    expect(await readdir(parent)).toEqual(['ports']);
  });

  test('between the two renames is repaired when the picture is written', async () => {
    await writePicture(folder, contents(), open);
    await rename(folder, join(parent, `.ports.${dead}-1.old`));
    expect(await repairPicture(folder)).toBe('repaired');
    expect(await repairPicture(folder)).toBe('whole');
    await rename(folder, join(parent, `.ports.${dead}-1.old`));
    await writePicture(folder, contents({ files: {} }), open);
    expect(await readdir(parent)).toEqual(['ports']);
    expect(await repairPicture(join(parent, 'none'))).toBe('absent');
  });

  test('within a removal is cleared away, to its last empty folder', async () => {
    await mkdir(join(parent, `.ports.${dead}-16.gone`, 'data'), { recursive: true });
    await mkdir(join(parent, `.ports.${dead}-17.gone`, 'data/years'), { recursive: true });
    await writePicture(folder, contents(), open);
    expect((await readdir(parent)).sort()).toEqual([`.ports.${dead}-17.gone`, 'ports']);
  });

  test('of a neighbour with a longer name is left alone', async () => {
    await mkdir(join(parent, `.ports.2026.${dead}-1.old`));
    await writePicture(folder, contents(), open);
    expect(await readdir(parent)).toEqual([`.ports.2026.${dead}-1.old`, 'ports']);
  });

  test('of the query leaves the old picture and nothing beside it', async () => {
    await writePicture(folder, contents(), open);
    const before = await hashes();
    const broken: PictureRows = { ...ports, rows: [['NLVLI', 2022.5, 1, '']] };
    expect(
      await told(() => writePicture(folder, contents({ tables: [broken] }), open)),
    ).toMatchInlineSnapshot(
      `"TypeError: column "year", row 1: expected INTEGER, found the number 2022.5"`,
    );
    expect(await hashes()).toEqual(before);
    expect(await readdir(parent)).toEqual(['ports']);
  });
});

test('a whole picture is shown under another name before it takes its place, and left where it is refused', async () => {
  await writePicture(folder, contents(), open);
  const before = await hashes();
  const read: unknown[] = [];
  const check = async (staged: string): Promise<void> => {
    expect(staged).not.toBe(folder);
    const picture = await openPicture(staged);
    read.push(await picture.rows('port_year'));
    await picture.close();
    throw new RangeError('not as it was asked');
  };
  const other = contents({ tables: [{ ...ports, rows: [...ports.rows].slice(0, 1) }] });
  expect(await told(() => writePicture(folder, other, open, { check }))).toContain(
    'RangeError: not as it was asked',
  );
  expect(read).toEqual([[expect.objectContaining({ place: 'NLVLI', kg: 4157 })]]);
  expect(await hashes()).toEqual(before);
  expect(await readdir(parent)).toEqual(['ports']);
});

test('readers see whole pictures while others write', async () => {
  const version = (n: number): PictureContents =>
    contents({
      metadata: { ...contents().metadata, details: { version: n } },
      tables: [{ name: 't', columns: [{ name: 'version', type: 'INTEGER' }], rows: [[n], [n]] }],
      files: { 'report.html': `version ${n}` },
    });
  await writePicture(folder, version(0), open);
  let writing = true;
  const write = async (from: number): Promise<void> => {
    for (let n = from; n < from + 12; n += 1) await writePicture(folder, version(n), open);
  };
  const writers = failure(() => Promise.all([write(100), write(200)])).finally(() => {
    writing = false;
  });
  let seen = 0;
  while (writing) {
    const picture = await openPicture(folder);
    const rows = await picture.rows<{ version: number }>('t');
    expect(rows.map(({ version: n }) => n)).toEqual(
      Array(2).fill(picture.metadata.details?.['version']),
    );
    await picture.close();
    seen += 1;
  }
  expect(await writers).toBe('no error');
  expect(seen).toBeGreaterThan(3);
  await access(folder);
  expect(await readdir(parent)).toEqual(['ports']);
}, 60_000);

describe('a seizure under embargo', () => {
  const seizures = (restriction: string): PictureRows => ({
    name: 'seizure',
    columns: [
      { name: 'id', type: 'VARCHAR' },
      { name: 'publication_restriction', type: 'VARCHAR' },
    ],
    rows: [
      ['s1', 'none'],
      ['s2', restriction],
    ],
  });
  const written = (audience: string, restriction: string, given: ClearanceOptions = {}) =>
    failure(() =>
      writePicture(
        folder,
        contents({ tables: [seizures(restriction)] }),
        clearance(handling({ originators: [] }), audience, given),
      ),
    );

  test('is written for no one else, whoever forgot to ask, and leaves nothing behind', async () => {
    expect(await written('public', 'embargo')).toMatchInlineSnapshot(
      `"RefusalError: A seizure under embargo may not be written for "public" (public): it stays within the office. Leave it out in the source description, write for "internal", or give \`clearance\` the seizures, so that a release of its originators can free it."`,
    );
    expect(await written('partners', 'secret')).toContain('A seizure that is secret');
    expect(await written('partners', 'a word that is no code')).toContain(
      'A seizure that is secret',
    );
    expect(await readdir(parent)).toEqual([]);
    expect(await written('public', 'none')).toBe('no error');
    expect(await written('internal', 'embargo')).toBe('no error');
  });

  test('is written where the clearance was asked for it and its originators released it', async () => {
    const released = [{ id: 's2', publicationRestriction: 'embargo' }] as const;
    const owned = handling({ releasedBy: { NL_HARC: [decision().role] } });
    const subject = releaseSubject(owned, 'NL_HARC', 'public', released);
    const releases = [decision({ kind: 'release', subject, verdict: 'accept' })];
    const cleared = clearance(owned, 'public', { seizures: released, releases });
    await writePicture(folder, contents({ tables: [seizures('embargo')] }), cleared);
    const picture = await openPicture(folder);
    expect(await picture.rows('seizure')).toHaveLength(2);
    expect(picture.metadata.releases).toEqual(['d1']);
    await picture.close();
  });
});
