import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openPicture } from '@samenbeeld/store';
import { describe, expect, test } from 'vitest';
import { samenbeeld } from './one-process.ts';
import { temporary } from './pictures.ts';

const lines = [
  'Overzicht',
  '',
  'Haven;Jaar;Drug;Kilo',
  ...['Vlissingen', 'Terneuzen', 'Rotterdam'].flatMap((port) =>
    [2022, 2023, 2024].map((year, at) => `${port};${year};cocaïne;${port.length * 100 + at},5`),
  ),
  'Bron: Douane',
];

/** A folder with a file nobody has described. */
function office(): string {
  const folder = temporary('describe');
  writeFileSync(join(folder, 'vondsten-2024.csv'), `${lines.join('\r\n')}\r\n`);
  return folder;
}

test('describe writes a description once, and again only when told to', async () => {
  const cwd = office();
  const first = await samenbeeld(['describe', 'vondsten-2024.csv'], { cwd });
  expect(first).toMatchObject({ code: 0, stderr: '' });
  expect(first.stdout).toContain('samenbeeld ingest vondsten-2024.source.yaml vondsten-2024.csv');
  const yaml = readFileSync(join(cwd, 'vondsten-2024.source.yaml'), 'utf8');
  expect(yaml.split('\n')[0]).toMatch(
    /^# yaml-language-server: \$schema=\S+\/source-description\.schema\.json$/,
  );

  const second = await samenbeeld(['describe', 'vondsten-2024.csv'], { cwd });
  expect(second.code).toBe(2);
  expect(second.stderr).toContain('vondsten-2024.source.yaml');
  expect(second.stderr).toContain('--force');
  expect((await samenbeeld(['describe', 'vondsten-2024.csv', '--force'], { cwd })).code).toBe(0);
});

test('a file of which nothing says the period is written to be given one, and read in then', async () => {
  const cwd = temporary('describe');
  const rows = ['Vlissingen', 'Terneuzen', 'Rotterdam'].map((port, at) => `${port};${at + 11}`);
  writeFileSync(join(cwd, 'misdrijven.csv'), `${['Gemeente;Misdrijven', ...rows].join('\n')}\n`);
  const { code, stdout, stderr } = await samenbeeld(['describe', 'misdrijven.csv'], { cwd });
  expect(code).toBe(1);
  expect(stderr).toContain('Write it behind `period:`');
  expect(stdout).toContain('3 accepted');
  expect(stdout).not.toContain('2000');
  const path = join(cwd, 'misdrijven.source.yaml');
  const yaml = readFileSync(path, 'utf8');
  expect(yaml).toMatch(/# decide \d+: what is the period\?.*\n {2}period: null/u);
  expect(yaml).not.toContain('2000');
  const asPicture = ['ingest', path, 'misdrijven.csv', '--out', 'p', '--draft'];
  expect((await samenbeeld([...asPicture, '--audience', 'internal'], { cwd })).code).not.toBe(0);
  writeFileSync(path, yaml.replace('period: null', 'period: 2031'));
  expect(await samenbeeld([...asPicture, '--audience', 'internal'], { cwd })).toMatchObject({
    code: 0,
  });
});

test('for machines it says everything and writes nothing that is not asked for', async () => {
  const cwd = office();
  const { code, stdout } = await samenbeeld(['describe', 'vondsten-2024.csv', '--json'], { cwd });
  expect(code).toBe(0);
  const found = JSON.parse(stdout) as Readonly<Record<string, unknown>>;
  expect(found).toMatchObject({
    file: 'vondsten-2024.csv',
    written: [],
    unfit: null,
    trial: { kind: 'ingested' },
  });
  expect(readdirSync(cwd)).toEqual(['vondsten-2024.csv']);
  await samenbeeld(['describe', 'vondsten-2024.csv', '--json', '--out', 'a/b.source.yaml'], {
    cwd,
  });
  expect(existsSync(join(cwd, 'a/b.source.yaml'))).toBe(true);
});

test('what it prints where no one looks is plain', async () => {
  const { stdout } = await samenbeeld(['describe', 'vondsten-2024.csv'], { cwd: office() });
  expect(stdout.replace(/[^\n]*cocaïne[^\n]*/g, '')).not.toMatch(/[←→·…–]/);
});

test('a draft is ingested as a draft, and the picture says so in four languages', async () => {
  const cwd = office();
  await samenbeeld(['describe', 'vondsten-2024.csv'], { cwd });
  const ingest = ['ingest', 'vondsten-2024.source.yaml', 'vondsten-2024.csv', '--out', 'picture'];
  const refused = await samenbeeld(ingest, { cwd });
  expect(refused.code).toBe(1);
  expect(refused.stderr).toContain('is a draft');
  expect(existsSync(join(cwd, 'picture'))).toBe(false);

  const open = await samenbeeld([...ingest, '--draft'], { cwd });
  expect(open.code, 'not for the public').toBe(1);
  expect(open.stderr).toContain('TLP:AMBER+STRICT');

  const { code, stdout } = await samenbeeld([...ingest, '--draft', '--audience', 'internal'], {
    cwd,
  });
  expect(stdout).toContain('DRAFT');
  expect(code).toBe(0);
  const picture = await openPicture(join(cwd, 'picture'));
  const { title } = picture.metadata;
  await picture.close();
  expect(Object.values(title).map((text) => text.split(' ')[0])).toEqual([
    'CONCEPT:',
    'PROJET',
    'ENTWURF:',
    'DRAFT:',
  ]);
  for (const [language, mark, unsaid] of [
    ['nl', /^CONCEPT – /, 'licentie niet vermeld'],
    ['fr', /^PROJET – /, 'licence non précisée'],
    ['de', /^ENTWURF – /, 'Lizenz nicht angegeben'],
    ['en', /^DRAFT – /, 'licence not said'],
  ] as const) {
    const told = async (...args: readonly string[]) =>
      (await samenbeeld([...args, '--language', language], { cwd })).stdout;
    expect(await told('why', 'picture', 'Vlissingen cocaine 2024')).toMatch(mark);
    const sources = await told('ask', 'picture', 'sources');
    expect(sources).toMatch(mark);
    expect(sources.replaceAll('\u00a0', ' ')).toContain(unsaid);
  }
});

test.each([
  ['a file that is not there', ['describe', 'niets.csv'], 2],
  ['a name that is no YAML', ['describe', 'vondsten-2024.csv', '--out', 'x.txt'], 2],
  ['a sheet in a file without', ['describe', 'vondsten-2024.csv', '--sheet', 'Blad1'], 2],
] as const)('%s is wrong use', async (_, args, code) => {
  const ran = await samenbeeld(args, { cwd: office() });
  expect(ran.code).toBe(code);
  expect(ran.stderr).not.toContain('    at ');
});

test('crosswalks of another description stay what they are, forced or not', async () => {
  const cwd = temporary('describe');
  const towns = ['Vlissingen', 'Terneusen', 'Roterdam', 'Antwerpn', 'Moerdyk', 'Borsele', 'Gent'];
  const rows = towns.flatMap((town) => [2022, 2023].map((year) => `${town};${year};cocaïne;7,5`));
  for (const name of ['eerste', 'tweede'])
    writeFileSync(join(cwd, `${name}.csv`), ['Haven;Jaar;Drug;Kilo', ...rows, ''].join('\n'));
  await samenbeeld(['describe', 'eerste.csv'], { cwd });
  const kept = 'from,to,match,note\nRoterdam,NLRTM,exact,asked\n';
  writeFileSync(join(cwd, 'eerste.places.csv'), kept);

  expect(await samenbeeld(['describe', 'tweede.csv'], { cwd })).toMatchObject({ code: 0 });
  expect(await samenbeeld(['describe', 'tweede.csv', '--force'], { cwd })).toMatchObject({
    code: 0,
  });
  expect(readdirSync(cwd)).toEqual(expect.arrayContaining(['tweede.places.csv']));
  const same = ['describe', 'tweede.csv', '--id', 'eerste', '--out', 'derde.source.yaml'];
  expect(await samenbeeld(same, { cwd })).toMatchObject({ code: 0 });
  expect(readFileSync(join(cwd, 'eerste.places.csv'), 'utf8')).toBe(kept);

  const yaml = readFileSync(join(cwd, 'eerste.source.yaml'), 'utf8');
  writeFileSync(join(cwd, 'vierde.source.yaml'), yaml);
  const refused = await samenbeeld(['describe', 'eerste.csv', '--force'], { cwd });
  expect(refused).toMatchObject({ code: 2 });
  expect(refused.stderr).toContain('eerste.places.csv belongs to vierde.source.yaml too');
  expect(readFileSync(join(cwd, 'eerste.places.csv'), 'utf8')).toBe(kept);
});

test('the period is said to be that of what was accepted, where rows were rejected', async () => {
  const cwd = temporary('describe');
  const rows = [2021, 2022, 2023].map((year) => `Rotterdam;${year};cocaïne;${year - 2000},5`);
  const text = ['Haven;Jaar;Drug;Kilo', ...rows, ''].join('\n');
  writeFileSync(join(cwd, 'goed.csv'), text);
  writeFileSync(join(cwd, 'deels.csv'), `${text}Rotterdam;2024;cocaïne;wat\n`);
  const said = async (name: string): Promise<string> =>
    (await samenbeeld(['describe', name], { cwd })).stdout;
  expect(await said('goed.csv')).toMatch(/2021-01-01 \.\.\. 2023-12-31\n/);
  expect(await said('deels.csv')).toMatch(/2021-01-01 \.\.\. 2023-12-31 in what was\s+accepted\n/);
});

const years = [2019, 2020, 2021, 2022];
const lands = ['Belgium', 'France', 'Germany', 'Luxembourg', 'Netherlands'];
const decimals = (at: number, by: number): string => `${10 + at * by},${(at + by) % 9}`;

test.each([
  [
    'a list of codes',
    ['code;omschrijving', ...lands.map((land) => `${land.slice(0, 2).toUpperCase()};${land}`)],
    /geen kolom met cijfers: misschien een codelijst/,
    /aucune colonne de chiffres/,
    /keine Spalte mit Zahlen/,
    /no column of figures: perhaps a list of codes/,
  ],
  [
    'rates only',
    [
      'Land;Jaar;Misdrijven per 100 000 inwoners',
      ...lands.flatMap((land, at) =>
        years.map((year, by) => `${land};${year};${decimals(at, by)}`),
      ),
    ],
    /alleen verhoudingsgetallen \("Misdrijven per 100 000 inwoners"\)/,
    /seulement des taux/,
    /nur Häufigkeitszahlen/,
    /rates only/,
  ],
  [
    'rates by the title only',
    [
      'Burglary: rate per 100 000 inhabitants',
      '',
      `Country;${years.join(';')}`,
      ...lands.map((land, at) => [land, ...years.map((_, by) => decimals(at, by))].join(';')),
    ],
    /alleen verhoudingsgetallen/,
    /seulement des taux/,
    /nur Häufigkeitszahlen/,
    /rates only \("Burglary: rate per 100 000 inhabitants"\)/,
  ],
  [
    'rates below headings of several rows, one column a year',
    [
      'Misdrijven',
      ';Misdrijven;Misdrijven;Misdrijven;Misdrijven',
      ';Per 1 000 inwoners;Per 1 000 inwoners;Per 1 000 inwoners;Per 1 000 inwoners',
      'Land;2019;2020;2021;2022*',
      ...lands.map((land, at) => [land, ...years.map((_, by) => decimals(at, by))].join(';')),
    ],
    /alleen verhoudingsgetallen \("Misdrijven Per 1 000 inwoners …", 2019–2022\*\)/,
    /seulement des taux .*….*, 2019–2022\*\)/,
    /nur Häufigkeitszahlen/,
    /rates only/,
  ],
  [
    'an index by the title only',
    [
      'Indexed trend of burglaries',
      '',
      'Jaar;Waarde',
      ...years.map((year, at) => `${year};${100 + at * 9}`),
    ],
    /alleen indexcijfers \("Indexed trend of burglaries"\)/,
    /seulement des indices/,
    /nur Indexzahlen/,
    /index numbers only/,
  ],
  [
    'an index by its headings',
    ['Land;Jaar;Inbraken (2019 = 100)', ...lands.map((land, at) => `${land};2020;${101 + at}`)],
    /alleen indexcijfers \("Inbraken \(2019 = 100\)"\)/,
    /seulement des indices/,
    /nur Indexzahlen/,
    /index numbers only/,
  ],
  [
    'percentages only',
    [
      'Land;Jaar;Aandeel van alle misdrijven (%)',
      ...lands.flatMap((land, at) =>
        years.map((year, by) => `${land};${year};${decimals(at, by)}`),
      ),
    ],
    /alleen percentages/,
    /seulement des pourcentages/,
    /nur Prozentwerte/,
    /percentages only/,
  ],
  [
    'margins only',
    [
      'Land;Jaar;Ondergrens 95%-interval;Bovengrens 95%-interval',
      ...lands.flatMap((land, at) =>
        years.map((year, by) => `${land};${year};${decimals(at, by)};${decimals(at + 1, by)}`),
      ),
    ],
    /alleen foutmarges of grenzen/,
    /seulement des marges d’erreur/,
    /nur Fehlermargen/,
    /error margins or bounds of an interval only/,
  ],
  [
    'no header',
    lands.flatMap((land, at) => years.map((year, by) => `${land};${year};${at * 7 + by}`)),
    /zonder regel met kolomnamen/,
    /sans ligne d’en-têtes/,
    /ohne Zeile mit Spaltennamen/,
    /no header row/,
  ],
] as const)(
  '%s: it is said to be that, nothing is written, and the command fails',
  async (_, text, nl, fr, de, en) => {
    const cwd = temporary('describe');
    writeFileSync(join(cwd, 'bestand.csv'), `${text.join('\n')}\n`);
    for (const [at, language] of (['nl', 'fr', 'de', 'en'] as const).entries()) {
      const { code, stderr } = await samenbeeld(
        ['describe', 'bestand.csv', '--language', language],
        {
          cwd,
        },
      );
      expect(code).toBe(1);
      expect(stderr).toMatch([nl, fr, de, en][at] ?? '');
    }
    // Nor where a file is named: a hand cannot finish what has no figures or no names.
    const asked = await samenbeeld(['describe', 'bestand.csv', '--out', 'a.source.yaml'], { cwd });
    expect(asked.code).toBe(1);
    const written = readdirSync(cwd).filter((name) => name.endsWith('.yaml'));
    for (const name of written)
      expect(readFileSync(join(cwd, name), 'utf8')).not.toMatch(/header: 0/);
    const machine = await samenbeeld(['describe', 'bestand.csv', '--json'], { cwd });
    expect(machine.code).toBe(1);
    const { unfit } = JSON.parse(machine.stdout) as { unfit: Readonly<Record<string, string>> };
    expect(unfit['de']).toMatch(de);
  },
);

test('what ingest would refuse is given only to whom asks for it, and the command fails', async () => {
  const cwd = temporary('describe');
  const rows = [7, 8, 9].map(
    (day) => `87247319${day}5;27693554${day}6;2031-10-0${day};${day}59.15`,
  );
  const heading = 'Sender_account;Receiver_account;Date;Amount';
  writeFileSync(join(cwd, 'vondsten.csv'), `${[heading, ...rows].join('\n')}\n`);
  const first = await samenbeeld(['describe', 'vondsten.csv', '--language', 'nl'], { cwd });
  expect(first.code).toBe(1);
  expect(first.stderr).toMatch(/niets geschreven.*Met --out vondsten\.source\.yaml/su);
  expect(readdirSync(cwd)).toEqual(['vondsten.csv']);
  const out = ['--out', 'vondsten.source.yaml'];
  const asked = await samenbeeld(['describe', 'vondsten.csv', ...out], { cwd });
  expect(asked.code).toBe(1);
  expect(existsSync(join(cwd, 'vondsten.source.yaml'))).toBe(true);
});

describe('a claim sheet', () => {
  const text =
    'In 2031 onderschepte de douane in de haven van Vlissingen 12 kilo cocaïne. In Antwerpen werd in 2031 ruim 160 kilo cocaïne in beslag genomen.';

  /** A folder with the sheet as `claims --out` writes it: proposals that nobody has confirmed. */
  async function proposed(): Promise<string> {
    const folder = temporary('claim-sheet');
    writeFileSync(join(folder, 'release.txt'), text);
    await samenbeeld(['claims', 'release.txt', '--out', 'claims.csv'], { cwd: folder });
    return folder;
  }

  test.each([
    ['nl', 'dit is een cijferblad', 'bevestig ze met "samenbeeld claims'],
    ['fr', 'c’est une feuille de chiffres', 'confirmez-les avec « samenbeeld claims'],
    ['de', 'dies ist ein Angabenblatt', 'Bestätigen Sie sie mit „samenbeeld claims'],
    ['en', 'this is a claim sheet', 'confirm them with "samenbeeld claims'],
  ])(
    'with proposals is known as one, and what to do is said in %s',
    async (language, is, confirm) => {
      const cwd = await proposed();
      await samenbeeld(['claim-sheet', '--from', 'claims.csv', '--out', 'claims.xlsx'], { cwd });
      for (const name of ['claims.csv', 'claims.xlsx']) {
        const { code, stdout } = await samenbeeld(['describe', name, '--language', language], {
          cwd,
        });
        expect(code, name).toBe(0);
        const said = stdout.replaceAll(/\s+/gu, ' ').replaceAll('\u00a0', ' ');
        expect(said).toContain(is);
        expect(said).toContain(confirm);
        expect(said).toContain(`samenbeeld ingest published-claims ${name}`);
        expect(existsSync(join(cwd, 'claims.source.yaml'))).toBe(false);
      }
    },
  );

  test('that a partner filled in and saved another way is read with its own layout, and nothing is open', async () => {
    const cwd = await proposed();
    const [head = '', ...rows] = readFileSync(join(cwd, 'claims.csv'), 'utf8').trim().split('\n');
    const names = head.split(',');
    const cellsOf = (line: string): string[] =>
      [...line.matchAll(/"((?:[^"]|"")*)"|([^,]*)(?:,|$)/gu)]
        .map(([, quoted, bare = '']) => (quoted ?? bare).replaceAll(/[";]/gu, ''))
        .slice(0, names.length);
    const filled = rows.map((line) => {
      const cells = cellsOf(line);
      const given: Readonly<Record<string, string>> = {
        ...{ agency: 'NL_CUST', basis: 'seized_in_port', url: 'https://example.org/1', note: 'é' },
      };
      return names.map((name, at) => given[name] ?? cells[at] ?? '');
    });
    const kept = names.map((name, at) => ({ name, at })).filter(({ name }) => name !== 'level');
    const lines = [names, ...filled].map((row) => kept.map(({ at }) => row[at]).join(';'));
    writeFileSync(join(cwd, 'partner.csv'), Buffer.from(`${lines.join('\r\n')}\r\n`, 'latin1'));
    const { code, stdout } = await samenbeeld(['describe', 'partner.csv', '--json'], { cwd });
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      decisions: [],
      nearest: { id: 'published-claims', fits: false, isEdition: true, missing: ['level'] },
      trial: { kind: 'ingested', conservation: { items: 2, accepted: 2, rejected: 0 } },
    });
  });
});

test('a heading that ends as a field is called does not answer for the field', async () => {
  const cwd = temporary('describe');
  writeFileSync(
    join(cwd, 'zaken.csv'),
    [
      'Gemeente;Jaar;Qwx and basis;Aantal misdrijven',
      ...['Breda', 'Goes', 'Tiel'].flatMap((place, at) =>
        [2029, 2030].map((year) => `${place};${year};${'abc'[at]}wq${at};${at * 31 + 14}`),
      ),
    ].join('\n'),
  );
  const { stdout } = await samenbeeld(['describe', 'zaken.csv'], {
    cwd,
  });
  expect(stdout).toMatch(/^ *Qwx and basis .*\s\d$/mu);
  expect(stdout).toMatch(/basis recorded \(0\.\d+\)/u);
});
