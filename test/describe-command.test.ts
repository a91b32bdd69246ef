import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openPicture } from '@samenbeeld/store';
import { expect, test } from 'vitest';
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
  for (const [language, mark, unsure] of [
    ['nl', /^CONCEPT – /, 'open: niet bevestigd'],
    ['fr', /^PROJET – /, 'question ouverte'],
    ['de', /^ENTWURF – /, 'offen: nicht bestätigt'],
    ['en', /^DRAFT – /, 'open: not confirmed'],
  ] as const) {
    const told = async (...args: readonly string[]) =>
      (await samenbeeld([...args, '--language', language], { cwd })).stdout;
    expect(await told('why', 'picture', 'Vlissingen cocaine 2024')).toMatch(mark);
    const sources = await told('ask', 'picture', 'sources');
    expect(sources).toMatch(mark);
    expect(sources.replaceAll('\u00a0', ' ')).toContain(unsure);
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
