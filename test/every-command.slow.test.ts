import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { sampleFile } from '@samenbeeld/sources';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { casesSource } from '../packages/cli/test/cases-source.ts';
import { root } from './command.ts';
import { english, plain, shorter } from './english-words.ts';
import { samenbeeld } from './one-process.ts';
import { layOut, question } from './own-haven.ts';
import { exerciseFile, smallPicture, temporary } from './pictures.ts';

const folder = temporary('every-command');
const sample = sampleFile('eurostat-crim-off-cat').replace(/[^/]+$/u, 'sample.tsv');
const server = createServer((request, response) => {
  if (request.url?.includes('/crim_off_cat')) response.writeHead(200).end(readFileSync(sample));
  else response.writeHead(404).end();
});
let mirror = '';
let help = '';

const nl = ['12310', '12418', '12', '12551', '12187', '12287', '12119', '12436', '12241'];
const be = ['8102', '8177', '8093', '8151', '81480', '8203', '8119', '8166', '8142'];
const table = (rows: readonly string[]): string => `${['Haven;Jaar;Aantal', ...rows].join('\n')}\n`;
const who = ['--role', 'analyst', '--reason', 'r', '--time', '2026-11-01T09:00:00Z'];

beforeAll(async () => {
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  mirror = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  help = (await samenbeeld(['--help'])).stdout;
});
afterAll(() => server.close());

/** Files of offices that are none (EXERCISE): each command has something to say of one. */
function lay(own: string): void {
  mkdirSync(own, { recursive: true });
  const write = (name: string, text: string | Uint8Array): void =>
    writeFileSync(join(own, name), text);
  write('a.yaml', casesSource('exercise-cases'));
  write('draft.yaml', `${casesSource('exercise-draft')}open: ["basis: which?"]\n`);
  write('b.yaml', casesSource('exercise-anew'));
  const series = [nl, be].flatMap((cells, at) =>
    cells.map((cell, year) => `${at === 0 ? 'Rotterdam' : 'Gent'};${2011 + year};${cell}`),
  );
  write('series.csv', table(series));
  write('march.csv', table(['Rotterdam;2022;10', 'Vlissingen;2022;5', 'Gent;2021;7']));
  write('june.csv', table(['Rotterdam;2022;11', 'Vlissingen-Oost haven;2022;5', 'Gent;2022;35*']));
  write('labels.csv', table(['Rotterdam;2022;11', 'Sloe-kade;2022;5', 'Kanaalzone;2022;3']));
  write('half.json', '[{"Haven":"Vlissingen","Jaar":2022,"Aantal":5}]');
  write('letter.csv', 'a\nb\n');
  write(
    'checks.yaml',
    `checks:
  - id: republished
    left: { source: exercise-anew }
    right: { source: exercise-cases }
    by: [place, periodStart]
    relation: equal
    reason: The one shows the table of the other.
`,
  );
  const harc = readFileSync(sampleFile('exercise-nl-harc')).toString('latin1');
  write('harc.csv', Buffer.from(harc.replace(';ketamine;', ';keta blok;'), 'latin1'));
  layOut(own);
  smallPicture(own);
}

/** Calls of every command, in an order in which each finds what it needs. */
const calls: readonly (readonly string[])[] = [
  ['init', 'haven', 'havens.csv', 'published-claims=fixtures/published/claims.csv', ...question],
  ['build', 'small.picture.yaml', '--out', 'small'],
  ['build', 'haven/haven.picture.yaml', '--out', 'none'],
  ['build', 'nowhere.picture.yaml', '--out', 'none'],
  ['ask', 'small', 'total'],
  ['ask', 'small', 'trend', '--place', 'Antwerp'],
  ['ask', 'small', 'nothing'],
  ['answers'],
  ['answers', 'total'],
  ['describe', 'march.csv', '--out', 'march.source.yaml'],
  ['describe', 'march.csv', '--out', 'march.source.yaml'],
  ['describe', 'havens.csv'],
  ['describe', 'half.json', '--out', 'half.source.yaml'],
  ['describe', 'letter.csv'],
  ['describe', join(root, 'fixtures/exercise/be-douane-2018-2025.xlsx')],
  ['describe', join(root, 'fixtures/exercise/lu-police-2018-2025.csv')],
  ['describe', '.'],
  ['codes'],
  ...['metrics', 'units', 'places', 'substances', 'bases', 'wordings'].map((list) => [
    'codes',
    list,
  ]),
  ['codes', 'agencies', 'BE'],
  ['codes', 'cocaien'],
  ['codes', 'zzqqxxjj'],
  ['codes', 'drugz', 'coke'],
  ['ingest', 'a.yaml', 'march.csv', '--out', 'march', '--audience', 'internal'],
  ['ingest', 'b.yaml', 'series.csv', '--out', 'anew', '--audience', 'internal'],
  ['ingest', 'a.yaml', 'june.csv', '--out', 'june', '--audience', 'internal'],
  ['ingest', 'draft.yaml', 'march.csv', '--out', 'draft', '--draft', '--audience', 'internal'],
  ['ingest', 'draft.yaml', 'march.csv', '--out', 'draft', '--audience', 'internal'],
  ['ingest', 'nowhere', 'march.csv', '--out', 'none'],
  ['harmonise', 'a.yaml', 'labels.csv'],
  ['harmonise', 'a.yaml', 'labels.csv', '--cluster'],
  ['harmonise', 'a.yaml', 'labels.csv', '--confirm', '1', '--as', 'exact:NLRTM', ...who],
  ['harmonise', 'a.yaml', 'labels.csv', '--accept-above', '1', ...who],
  ['harmonise', 'a.yaml', 'labels.csv', '--write'],
  ['harmonise', 'a.yaml', 'labels.csv'],
  ['harmonise', 'exercise-nl-harc', 'harc.csv', '--decisions', 'other.jsonl'],
  ['ingest', 'a.yaml', 'labels.csv', '--out', 'l', '--decisions', 'decisions.jsonl', '--notes'],
  ['ingest', 'exercise-nl-harc', 'harc.csv', '--out', 'harc', '--audience', 'internal'],
  ['decide', 'small.picture.yaml'],
  ['decide', 'small.picture.yaml', '1', '--accept'],
  ['link', exerciseFile],
  ['link', 'small.picture.yaml'],
  ['anomalies', 'a.yaml', 'series.csv'],
  ['anomalies', 'a.yaml', 'series.csv', '--accept', '1', ...who],
  ['anomalies', 'a.yaml', 'march.csv'],
  ['anomalies', 'exercise-nl-harc', join(root, 'fixtures/exercise/nl-harc-2018-2025.csv')],
  ['fetch', 'eurostat-crim-off-cat', '--into', 'snapshots'],
  ['fetch', 'eurostat-crim-off-cat', '--into', 'snapshots'],
  ['diff', 'a.yaml:march.csv', 'a.yaml:june.csv', '--decisions', 'none.jsonl'],
  ['diff', 'a.yaml:march.csv', 'b.yaml:series.csv'],
  ['diff', 'a.yaml:march.csv', 'b.yaml:series.csv', '--declare', '--where', 'place=NLRTM', ...who],
  ['diff', 'small', 'small'],
  ['check-sources', 'march', 'anew', '--checks', 'checks.yaml'],
  ['check-sources', 'march'],
  ['check', '4100 kg cocaine Vlissingen 2022', '--picture', 'small'],
  ['check', 'iets', '--picture', 'small'],
  ['claims', join(root, 'fixtures/exercise/communique.txt')],
  ['claims', join(root, 'fixtures/exercise/communique.txt'), '--out', 'proposed.csv'],
  ['template', 'listings', '--out', 'listings.xlsx'],
  ['template', 'post-items', '--out', 'items.xlsx'],
  ['template', 'nothing'],
  ['claim-sheet', '--out', 'sheet.xlsx'],
  ['claim-sheet', '--out', 'sheet.xlsx'],
  ['why', 'small', 'NLVLI cocaine 2023'],
  ['why', 'small', 'NSP cocaine 2022'],
  ['completion', 'bash'],
  ['completion', 'fish'],
  ['doctor'],
];

const namesIn = (text: string): readonly string[] =>
  [...text.matchAll(/^ {2}([a-z][a-z-]*)(?= )/gmu)].map(([, name = '']) => name);

test('every command is called', () => {
  const called = new Set(calls.map(([name]) => name));
  const names = namesIn(help).filter((name) => name !== 'help' && name !== 'samenbeeld');
  expect(names.length).toBeGreaterThan(15);
  expect(names.filter((name) => !called.has(name))).toEqual([]);
});

test.each(['nl', 'fr', 'de'] as const)('no English word in %s', async (language) => {
  const own = join(folder, language);
  lay(own);
  const helps = [['--help'], ...namesIn(help).map((name) => [name, '--help'])];
  const found = new Set<string>();
  for (const call of [...calls, ...helps]) {
    const [name] = call;
    // What a shell runs is no sentence.
    if (name === 'completion' && call[1] === 'bash') continue;
    const more = name === 'fetch' ? ['--mirror', mirror] : [];
    const ran = await samenbeeld([...call, ...more, '--language', language], { cwd: own });
    expect(ran.code, `${call.join(' ')}\n${ran.stdout}${ran.stderr}`).not.toBeNull();
    const printed = `${ran.stdout}${ran.stderr}`;
    // Before a label stands its code, and behind it its synonyms, in all four languages.
    const aside = /^ {2}\S+ {2,}|(?<=^ {2}\S+ {2,}\S.*?) {2}.*$/gmu;
    const said = plain(name === 'codes' ? printed.replace(aside, '') : printed);
    for (const line of said.split('\n'))
      if (english.test(line) || (language !== 'nl' && shorter.test(line)))
        found.add(`${call.join(' ')}: ${line.trim()}`);
  }
  expect([...found]).toEqual([]);
});
