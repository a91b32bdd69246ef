import { appendFileSync, cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describeFile, type FileDescription } from '@samenbeeld/describe';
import { openEngine } from '@samenbeeld/engine';
import { claimColumns, ingest, loadSource } from '@samenbeeld/ingest';
import { readTable, tableReader } from '@samenbeeld/read';
import { InputError, languages } from '@samenbeeld/schema';
import { catalogueFolder, sampleFile } from '@samenbeeld/sources';
import { afterAll, describe, expect, test } from 'vitest';
import { nearestBy } from '../src/nearest-source.ts';
import { personsIn } from '../src/persons/persons.ts';
import { tryDescription } from '../src/trial/try-description.ts';
import { describedLines } from './table-of.ts';

const folder = mkdtempSync(join(tmpdir(), 'describe-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function file(name: string, lines: readonly string[]): string {
  const path = join(folder, name);
  writeFileSync(path, `${lines.join('\n')}\n`);
  return path;
}

const ports = ['Vlissingen', 'Terneuzen', 'Rotterdam'];
const finds = [
  'Haven;Jaar;Drug;Kilo',
  ...ports.flatMap((port) =>
    [2022, 2023, 2024].map((year, at) => `${port};${year};cocaïne;${100 * at + port.length},5`),
  ),
];

/** Writes a description and its crosswalks, and reads them back as a person would. */
function saved(found: FileDescription): ReturnType<typeof loadSource> {
  const path = join(folder, `${found.id}.source.yaml`);
  writeFileSync(path, found.yaml);
  for (const { name, text } of found.crosswalks) writeFileSync(join(folder, name), text);
  return loadSource(path);
}

describe('a file nobody has described', () => {
  test('becomes a description that loads, and stays in the office until a person says otherwise', async () => {
    const found = await describeFile(file('vondsten.csv', finds));
    const source = saved(found);
    expect(source.source.handling.tlp).toBe('AMBER+STRICT');
    expect(source.source).toMatchObject({
      gradeSource: 'X',
      gradeInfo: '4',
      licence: 'not stated in the file',
    });
    expect(found.trial).toMatchObject({
      kind: 'ingested',
      conservation: { rows: 9, items: 9, rejected: 0 },
    });
  });

  test('of finds asks whether they are all, since else their sum is no more than a floor; of figures does not', async () => {
    const single = ports.flatMap((port, at) =>
      [11, 12, 13].map(
        (day) => `2024-0${at + 1}-${day};${port};cocaïne;${at * day + 1},5;kg;Douane`,
      ),
    );
    const found = await describeFile(
      file('per-dag.csv', [
        'Datum inbeslagname;Haven;Soort drug;Hoeveelheid;Eenheid;Dienst',
        ...single,
      ]),
    );
    expect(saved(found).record).toBe('seizure');
    expect(saved(found).coverage).toEqual([]);
    const asked = ({ decisions }: FileDescription) =>
      decisions.filter(({ about }) => about.en === 'coverage').map(({ question }) => question.en);
    expect(asked(found)).toEqual([expect.stringContaining('left empty, its finds are a floor')]);
    expect(found.yaml).toMatch(/^coverage: \[\]/mu);
    expect(asked(await describeFile(file('per-jaar.csv', finds)))).toEqual([]);
  });

  test('shows no cell of a column that looks like persons, before or after', async () => {
    const lines = finds.map((line, at) =>
      at === 0
        ? `${line};Toelichting`
        : `${line};verteld door getuige ${at}, ${at % 2 ? 'BSN 123456782' : 'niets'}`,
    );
    const found = await describeFile(file('getuigen.csv', lines));
    expect(JSON.stringify(found)).not.toMatch(/verteld door|123456782/);
  });

  test('has its questions numbered in the text as in the list, and one line each under open', async () => {
    const found = await describeFile(file('vondsten.csv', finds));
    const marked = [...found.yaml.matchAll(/# decide (\d+):/g)].map(([, number]) => Number(number));
    expect(marked).toEqual(found.decisions.map(({ number }) => number));
    expect(saved(found).open).toHaveLength(found.decisions.length);
  });

  test('is ingested as a draft only, and every open question is a warning of the result', async () => {
    const path = file('vondsten.csv', finds);
    const source = saved(await describeFile(path));
    const engine = await openEngine({ threads: 1 });
    try {
      await expect(ingest(engine, source, [path])).rejects.toThrow(
        /is a draft: \d+ questions are open/,
      );
      const { issues } = await ingest(engine, source, [path], { draft: true });
      expect(issues.filter(({ rule }) => rule === 'description.open')).toHaveLength(
        source.open.length,
      );
    } finally {
      await engine.close();
    }
  });

  test('shows rows before and after that belong together', async () => {
    const { trial } = await describeFile(file('vondsten.csv', finds));
    if (trial.kind !== 'ingested') throw new Error(trial.problem);
    for (const { before, after } of trial.samples)
      expect(after[0]?.['value'] ?? after[0]?.['quantity']).toBe(
        Number(before['Kilo']?.replace(',', '.')),
      );
    expect(trial.samples.map(({ line }) => line)).toEqual([2, 6, 10]);
  });

  test('is described the same, whatever was described before it', async () => {
    const path = file('vondsten.csv', finds);
    const [first, second] = [await describeFile(path), await describeFile(path)];
    expect(second.yaml).toBe(first.yaml);
  });
});

// What is looked at of large files is in describe-file.slow.test.ts.
describe('what is no table', () => {
  test.each([
    ['a map (GeoJSON)', 'kaart.geojson', '{"type":"FeatureCollection","features":[]}'],
    [
      'a map (TopoJSON)',
      'kaart.json',
      '{"type":"Topology","objects":{"a":{"type":"GeometryCollection"}}}',
    ],
  ])('%s is named and refused', async (kind, name, text) => {
    const path = file(name, [text]);
    await expect(describeFile(path)).rejects.toThrow(InputError);
    await expect(describeFile(path)).rejects.toThrow(`this is ${kind}, not a table`);
  });

  test.each([
    ['a web page (HTML)', 'pagina.csv', '<!DOCTYPE html><html></html>'],
    ['XML', 'tabel.csv', '<?xml version="1.0"?><a/>'],
    ['a PDF document', 'rapport.csv', '%PDF-1.7'],
  ])('%s is named and refused, small or large', async (kind, name, text) => {
    for (const size of [0, 5_000_000]) {
      const path = file(name, [`${text}\n${'x '.repeat(size / 2)}`]);
      await expect(describeFile(path)).rejects.toThrow(InputError);
      await expect(describeFile(path)).rejects.toThrow(`${name}: expected a table, found ${kind}`);
    }
  });

  const prose = [
    'Luxemburg, den 12. Februar 2026\n\nDer Zoll hat im Jahr 2025 im Postzentrum knapp 10 Kilogramm Kokain sichergestellt, nach 7,75 Kilogramm im Jahr 2024. Bei Cannabisharz waren es genau 10,1 Kilogramm.',
    // Lines that end where a page does, with as many commas in each.
    'La douane a saisi en 2025 au centre postal 9,4 kg de cocaïne,\nsoit davantage qu’en 2024, où les agents en avaient trouvé moins,\net bien plus que pendant les années d’avant, selon le rapport,\nqui paraîtra au mois de mars prochain. Aucun autre chiffre n’est donné.',
    'De douane nam in 2025 ruim 9 kilo cocaïne in beslag; dat is meer dan in 2024.\nIn de haven van Gent waren het er 12; in Terneuzen bleef het bij vier vangsten.\nVolgens de dienst ligt dat aan de scanners; die staan er sinds het voorjaar.',
    '# Press release\n\nCustoms officers seized 9.4 kg of cocaine in post and courier items in 2025, up from 7.75 kg in 2024. "We see more every year," said the service.',
  ];
  test.each(prose)('a text of sentences names the way: %s', async (text) => {
    for (const name of ['bericht.txt', 'bericht.md']) {
      const error = await describeFile(file(name, [text])).catch((each: InputError) => each);
      expect(error).toMatchObject({ says: { en: expect.stringContaining('a text of sentences') } });
      for (const language of languages)
        expect((error as InputError).says?.[language]).toContain('samenbeeld claims');
    }
  });

  const note =
    'Cijfers van de douane over de inbeslagnames van cocaïne in de havens, zoals zij die in het voorjaar heeft opgegeven. Vangsten van minder dan een kilo zijn niet meegeteld.';
  test.each([
    [
      ';',
      ['Jaar', 'Haven', 'Kilo'],
      ['2023', 'Gent', '12,5'],
      ['2024', 'Gent', '9'],
      ['2025', 'Gent', '3'],
    ],
    [
      '\t',
      ['Jaar', 'Haven', 'Kilo'],
      ['2023', 'Gent', '12'],
      ['2024', 'Gent', '9'],
      ['2025', 'Gent', '3'],
    ],
    [
      '|',
      ['Jaar', 'Haven', 'Kilo'],
      ['2023', 'Gent', '12'],
      ['2024', 'Gent', '9'],
      ['2025', 'Gent', '3'],
    ],
    [
      ',',
      ['Year', 'Port', 'Kilo'],
      ['2023', 'Gent', '12.5'],
      ['2024', 'Gent', '9'],
      ['2025', 'Gent', '3'],
    ],
    [
      ';',
      ['Jaar', 'Kilo', 'Opmerking'],
      ...['2022', '2023', '2024'].map((year) => [
        year,
        '12',
        'De dienst heeft hier in de zomer van dit jaar veel meer gecontroleerd.',
      ]),
    ],
  ])('a table in a .txt stays one, with sentences above it: %s', async (sign, ...rows) => {
    const lines = rows.map((row) => row.join(sign));
    for (const above of [[], [note, '']]) {
      const found = await describeFile(file('tabel.txt', [...above, ...lines]));
      expect(found.rows).toBe(3);
    }
  });

  test('a file that does not exist, and a sheet that does not, are wrong use', async () => {
    await expect(describeFile(join(folder, 'niets.csv'))).rejects.toThrow('There is no file');
    await expect(describeFile(file('vondsten.csv', finds), { sheet: 'Blad1' })).rejects.toThrow(
      'has no sheets',
    );
  });
});

test('data of persons are named, and no cell of them is shown or written anywhere', async () => {
  const names = Array.from(
    { length: 30 },
    (_, at) =>
      `Zebra${String.fromCharCode(97 + (at % 26))}${at};Quokka${at};198${at % 10}-03-0${1 + (at % 9)};${at}`,
  );
  const found = await describeFile(
    file('personen.csv', ['voornaam;achternaam;geboortedatum;aantal', ...names]),
  );
  expect(found.unfit?.en).toContain('data of persons');
  expect(JSON.stringify(found)).not.toMatch(/Zebra|Quokka|198\d-03/);
});

describe('crosswalks', () => {
  test('of two columns that read the same list are one file with the labels of both', async () => {
    const routes = [
      ['Equador', 'Nederland'],
      ['Columbia', 'Belgie'],
      ['Brasil', 'Duitschland'],
      ['Panama', 'Frankrijk'],
      ['Peru', 'Groot Brittanie'],
      ['Marokko', 'Italie'],
      ['Italie', 'Nederland'],
    ];
    const lines = routes.map(
      ([from, to], at) => `2023-01-0${at + 1},cocaine,${at + 2}.5,kg,Rotterdam,${from},${to}`,
    );
    const header = 'Datum,Drug,Hoeveelheid,Eenheid,Haven,Land van vertrek,Land van bestemming';
    const found = await describeFile(file('routes.csv', [header, ...lines]));
    expect(found.crosswalks.map(({ name }) => name)).toEqual(['routes.countries.csv']);
    const labels = found.crosswalks[0]?.text.split('\n').map((line) => line.split(',')[0]) ?? [];
    for (const label of new Set(routes.flat()))
      expect(labels.filter((each) => each === label)).toHaveLength(1);
    expect(found.trial).toMatchObject({ kind: 'ingested', conservation: { rejected: 0 } });
  });

  const towns = ['Vlissingen', 'Terneusen', 'Roterdam', 'Antwerpn', 'Moerdyk', 'Borsele', 'Gent'];
  const rows = towns.flatMap((town) =>
    [2022, 2023].map((year) => `${town};${year};cocaïne;${town.length},5`),
  );

  test.each([
    ['the id', {}, 'steden.places.csv'],
    ['the id given', { id: 'havens-nl' }, 'havens-nl.places.csv'],
    ['the file of the description', { id: 'havens-nl', name: 'b' }, 'b.places.csv'],
  ])('are named after %s, in the description as on disk', async (_, options, name) => {
    const path = file('steden.csv', ['Haven;Jaar;Drug;Kilo', ...rows]);
    const found = await describeFile(path, options);
    expect(found.crosswalks.map((each) => each.name)).toEqual([name]);
    expect([...found.yaml.matchAll(/crosswalk: ([\w.-]+)/g)].map(([, each]) => each)).toContain(
      name,
    );
    expect(JSON.stringify(found).replaceAll(name, '')).not.toContain('places.csv');
    expect(found.trial).toMatchObject({ kind: 'ingested', conservation: { rejected: 0 } });
  });
});

test('what is taken over from a source like the file is asked once, its counting rule with it', async () => {
  const known = [loadSource(catalogueFolder('politie-47022ned'))];
  const found = await describeFile(sampleFile('politie-47022ned'), { known });
  const asked = new Map(found.decisions.map(({ about, question }) => [about.en, question.en]));
  expect(asked.get('publisher')).toMatch(
    /publisher, licence, citation, title and counting rule are now those of politie-47022ned, which has the same headings/,
  );
  expect([...asked.keys()]).not.toContain('counting rule');
  expect([...asked.keys()]).not.toContain('title');
});

test('a file that a known source takes is described as that source is, and nothing is open', async () => {
  const known = [loadSource(catalogueFolder('politie-47022ned'))];
  const folders = { 'politie-47022ned': catalogueFolder('politie-47022ned') };
  const found = await describeFile(sampleFile('politie-47022ned'), { known, folders, id: 'mine' });
  expect(found.nearest).toMatchObject({ id: 'politie-47022ned', fits: true });
  expect(found.decisions).toEqual([]);
  expect(found.trial).toMatchObject({ kind: 'ingested', conservation: { rejected: 0 } });
  expect(found.yaml).toContain('source: mine\n');
  expect(found.crosswalks.map(({ name }) => name)).toEqual(['mine.offences.csv']);
  expect(found.yaml).toContain('crosswalk: mine.offences.csv');
});

describe('a known source that takes a file', () => {
  /** A sample of the catalogue, described with its source at hand. */
  function ofCatalogue(id: string, own: string): Promise<FileDescription> {
    const known = [loadSource(catalogueFolder(id))];
    return describeFile(sampleFile(id), { known, folders: { [id]: catalogueFolder(id) }, id: own });
  }

  test('is tried as it was loaded, whatever became of its text', async () => {
    const own = join(folder, 'politie-47022ned');
    cpSync(catalogueFolder('politie-47022ned'), own, { recursive: true });
    const known = [loadSource(own)];
    appendFileSync(join(own, 'source.yaml'), '\n: [\n');
    const folders = { 'politie-47022ned': own };
    const found = await describeFile(sampleFile('politie-47022ned'), { known, folders });
    expect(found.trial.kind).toBe('ingested');
  });

  test('comes to what its description under the names of the file comes to', async () => {
    for (const id of ['politie-47022ned', 'ssmsi-regions', 'exercise-nl-harc', 'unodc-seizures']) {
      const path = sampleFile(id);
      const found = await ofCatalogue(id, 'mine');
      const { yaml, crosswalks, trial } = found;
      const [table] = await readTable(path, loadSource(catalogueFolder(id)).shape);
      if (!table) throw new Error(`no table in ${path}`);
      const persons = personsIn(table);
      const written = await tryDescription({
        ...{ path, reader: tableReader(path), persons, yaml, crosswalks },
      });
      expect(found.nearest?.fits).toBe(true);
      expect(trial).toEqual(written);
    }
  });

  test('is not tried under a name that no description may have', async () => {
    const { trial } = await ofCatalogue('politie-47022ned', 'My own source');
    expect(trial).toMatchObject({ kind: 'refused' });
  });
});

describe('a claim sheet', () => {
  const id = 'published-claims';

  /** A sheet of two claims, filled in but for what is given. */
  async function sheet(...given: readonly Readonly<Record<string, string>>[]) {
    const known = [loadSource(catalogueFolder(id))];
    const names = claimColumns.map(({ name }) => name);
    const filled: Readonly<Record<string, string>> = {
      ...{
        claim: 'X1',
        place: 'NLVLI',
        basis: 'seized_in_port',
        agency: 'NL_CUST',
        substance: 'COC',
      },
      ...{ metric: 'quantity', stat: 'sum', value: '12', unit: 'kg', wording: 'unmarked' },
      ...{ extent: 'whole', status: 'A', period_from: '2031-01-01', period_to: '2031-12-31' },
      ...{ url: 'https://example.org/1', language: 'nl' },
    };
    const rows = given.map((row, at) =>
      names.map((name) => ({ ...filled, claim: `X${at + 1}`, ...row })[name] ?? '').join(','),
    );
    const path = file('claims.csv', [names.join(','), ...rows]);
    return await describeFile(path, { known, folders: { [id]: catalogueFolder(id) } });
  }

  test('is read as it is where its rows are filled in, or wait with an empty cell', async () => {
    for (const rows of [
      [{}, {}],
      [{ url: '' }, { url: '' }],
      [{ url: '' }, {}],
    ]) {
      const found = await sheet(...rows);
      expect(found.nearest).toMatchObject({ id, fits: true, isClaimSheet: true });
      expect(found.decisions).toEqual([]);
    }
  });

  test('is one all the same where rows are refused for what they say, and those are asked', async () => {
    for (const rows of [
      [{ metric: 'nonsense' }, { metric: 'nonsense' }],
      [{ url: '' }, { unit: 'stones' }],
    ]) {
      const found = await sheet(...rows);
      expect(found.nearest).toMatchObject({ id, fits: false, isEdition: true, isClaimSheet: true });
      expect(found.decisions).toMatchObject([{ number: 1, about: { en: 'refused rows' } }]);
      expect(found.decisions[0]?.question.en).toMatch(
        /[12] of 2 rows are refused \(.* in .*as in line [23]/u,
      );
      expect(found.yaml).toContain('# decide 1: ');
      expect(found.yaml).toMatch(/open:\n +- 1 refused rows/u);
      expect(found.yaml).not.toContain('nothing is open');
    }
  });
});

describe('a file with the headings of a known source', () => {
  const id = 'politie-47022ned';
  const lines = readFileSync(sampleFile(id), 'utf8').trimEnd().split('\n');
  const refused = '9.9.9 zonder code,in 2031,about 12';

  async function withRefused(rows: number): Promise<FileDescription> {
    const folder = mkdtempSync(join(tmpdir(), 'known-'));
    try {
      const path = join(folder, 'later.csv');
      const more = Array.from({ length: rows }, () => refused);
      writeFileSync(path, `${[...lines, ...more].join('\n')}\n`);
      const known = [loadSource(catalogueFolder(id))];
      return await describeFile(path, { known, folders: { [id]: catalogueFolder(id) } });
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }

  test('of which it takes little is none of its files', async () => {
    const found = await withRefused(lines.length);
    expect(found.nearest).toMatchObject({ id, fits: false });
    expect(found.yaml).not.toContain('nothing is open');
    expect(found.decisions.length).toBeGreaterThan(0);
  });

  test('of which it refuses one row is its file, and the row is told', async () => {
    const found = await withRefused(1);
    expect(found.nearest).toMatchObject({ id, fits: true });
    expect(found.trial).toMatchObject({ kind: 'ingested', conservation: { rejected: 1 } });
    expect(found.trial.kind === 'ingested' && found.trial.issues.length).toBeGreaterThan(0);
  });
});

describe('a later edition of a known source', () => {
  async function edition(
    id: string,
    sample: string,
    change: (text: string) => string,
  ): Promise<FileDescription> {
    const folder = mkdtempSync(join(tmpdir(), 'edition-'));
    try {
      const path = join(folder, 'later_2026.csv');
      writeFileSync(path, change(readFileSync(join(catalogueFolder(id), sample), 'utf8')));
      const known = [loadSource(catalogueFolder(id))];
      return await describeFile(path, { known, folders: { [id]: catalogueFolder(id) } });
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }
  const asked = ({ decisions }: FileDescription): readonly string[] =>
    decisions.map(({ about }) => about.en);

  test('asks what a column was called that has another name, and nothing else', async () => {
    const found = await edition('ssmsi-regions', 'sample_2025.csv', (text) =>
      text.replace('taux_pour_mille', 'taux_pour_mille_habitants'),
    );
    expect(found.nearest).toMatchObject({ id: 'ssmsi-regions', fits: false, isEdition: true });
    expect(found.decisions.map(({ question }) => question.en)).toEqual([
      'Is "taux_pour_mille_habitants" what was called "tauxpourmille" in earlier editions?',
    ]);
    expect(found.trial).toMatchObject({ kind: 'ingested', conservation: { rejected: 0 } });
    expect(found.yaml).toContain('publisher: FR_SSMSI');
    expect(found.yaml).toMatch(/open:\n {2}- 1 column tauxpourmille/u);
  });

  test('asks about a column that is new, and about one that is gone where it was left out', async () => {
    const later = await edition('euda-wastewater', 'sample.csv', (text) =>
      text
        .trimEnd()
        .split('\n')
        .map(
          (line, at) =>
            `${line.replace(/^([^,]*),([^,]*),[^,]*,/u, '$1,$2,')},${at === 0 ? 'Days' : '7'}`,
        )
        .join('\n'),
    );
    expect(later.nearest?.isEdition).toBe(true);
    expect(asked(later)).toEqual(['column Days', 'column Site ID']);
  });

  test('is none where a column that is new splits the figures', async () => {
    const [id, other] = ['ssmsi-regions', 'ssmsi-departements'];
    const known = [loadSource(catalogueFolder(id))];
    const folders = { [id]: catalogueFolder(id) };
    const found = await describeFile(join(catalogueFolder(other), 'sample_2025.csv'), {
      known,
      folders,
    });
    expect(found.nearest).toMatchObject({ id, isEdition: false });
    expect(asked(found)).toEqual(
      asked(await describeFile(join(catalogueFolder(other), 'sample_2025.csv'))),
    );
  });

  test('is none of another table of its family, which is described as if that were not known', async () => {
    const id = 'politie-47022ned-odata';
    const lines = [
      'ID;SoortMisdrijf;WijkenEnBuurten;Perioden;GeregistreerdeMisdrijven_1',
      ...['NL00', 'GM0718', 'WK071801', 'BU07180101'].map(
        (area, at) => `${at};1.1.1 ;${area};2031JJ00;${(at + 1) * 7}`,
      ),
    ];
    const known = [loadSource(catalogueFolder(id))];
    const found = await describedLines('47018NED.csv', lines, {
      known,
      folders: { [id]: catalogueFolder(id) },
    });
    expect(found.nearest).toMatchObject({ id, fits: false, isEdition: false });
    expect(found.decisions).toEqual([]);
    expect(found.yaml).toContain('47018NED (47018NED.csv)');
    expect(found.yaml).toContain('47018ned-as-delivered');
    expect(found.trial.kind).toBe('ingested');
  });

  test('is none where a column is gone that was mapped', async () => {
    const other = await edition('euda-wastewater', 'sample.csv', (text) =>
      text
        .trimEnd()
        .split('\n')
        .map((line) => line.replace(/^([^,]*),[^,]*,/u, '$1,'))
        .join('\n'),
    );
    expect(other.nearest?.isEdition).not.toBe(true);
    expect(asked(other)).toContain('publisher');
  });
});

test('of two sources with the same headings the one is taken that knows the labels', async () => {
  const ids = ['ctif-cfi', 'fiu-nl'];
  const known = ids.map((each) => loadSource(catalogueFolder(each)));
  const folders = Object.fromEntries(ids.map((each) => [each, catalogueFolder(each)]));
  for (const each of ids) {
    const { nearest, decisions } = await describeFile(sampleFile(each), { known, folders });
    expect([nearest?.id, nearest?.fits, decisions]).toEqual([each, true, []]);
  }
});

describe('the nearest known source', () => {
  const known = ['politie-47022ned', 'eurostat-crim-off-cat', 'unodc-seizures'].map((id) =>
    loadSource(catalogueFolder(id)),
  );

  test('is the one the file is of', async () => {
    const { nearest } = await describeFile(sampleFile('politie-47022ned'), { known });
    expect(nearest).toMatchObject({ id: 'politie-47022ned', fits: true, renamed: [], missing: [] });
  });

  test('is found where its description reads the header in another way than it looks', async () => {
    const pks = loadSource(catalogueFolder('bka-pks-bund'));
    const { nearest, header } = await describeFile(sampleFile('bka-pks-bund'), { known: [pks] });
    expect(header.value).toBeGreaterThan(1);
    expect(nearest).toMatchObject({ id: 'bka-pks-bund', fits: true });
  });

  test('is named with the columns that are called otherwise', () => {
    const headings = ['incident type code', 'year', 'incident_count', 'remark'];
    expect(nearestBy('x.csv', headings, known)[0]).toMatchObject({
      id: 'politie-47022ned',
      fits: false,
      shared: 2,
      needed: 3,
      renamed: [['incident_type_code', 'incident type code']],
      unknown: ['remark'],
    });
  });

  test('is none where only what any table has is shared', async () => {
    const euda = loadSource(catalogueFolder('euda-seizures'));
    const lines = [
      'Country,Indicator,2029,2030,2031',
      ...['Albania', 'Belgium', 'Italy'].flatMap((name, at) => [
        `${name},Robbery-Related Homicide,${4 + at},0,2`,
        `${name},Gangs-Related Homicide,${7 + at},1,3`,
      ]),
    ];
    const { nearest, decisions } = await describedLines('homicide.csv', lines, { known: [euda] });
    expect(nearest).toBeNull();
    expect(JSON.stringify(decisions)).not.toContain('EUDA');
  });

  test('is none where the headings have little in common', () => {
    expect(nearestBy('x.csv', ['year', 'kg'], known)).toEqual([]);
  });
});
