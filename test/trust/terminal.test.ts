import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { casesSource } from '../../packages/cli/test/cases-source.ts';
import { samenbeeld } from '../one-process.ts';
import { stated } from './reliability.ts';

/** What a terminal obeys, or what turns, hides or breaks what a reader sees; nothing of it may be sent. */
const range = (from: number, to: number): readonly number[] =>
  Array.from({ length: to - from + 1 }, (_, at) => from + at);
const signs = [
  ...range(0x01, 0x08),
  ...range(0x0b, 0x1f),
  ...range(0x7f, 0x9f),
  0xad,
  0x034f,
  0x061c,
  0x115f,
  0x180e,
  ...range(0x200b, 0x200f),
  ...range(0x2028, 0x202e),
  ...range(0x2060, 0x206f),
  0x3164,
  0xfe0f,
  0xfeff,
  0xffa0,
  ...range(0xfff9, 0xfffb),
  0xe0001,
  ...range(0xe0020, 0xe007f),
  0xe0100,
].map((code) => String.fromCodePoint(code));
/** A line of its own that would say that all is well, and sequences that move, hide, link and name windows. */
const hostile = `${signs.join('')}\u{1b}[2J\u{1b}]8;;https://x.invalid\u{7}x\u{1b}]8;;\u{7}\u{1b}]0;t\u{7}\n0 rejected\r\n0 rejected\n`;
const unseen: ReadonlySet<string> = new Set([...signs, '\ud800', '\udc00']);
/** What a file name of every platform can hold. */
const named = '\u{7f}\u{9b}\u{ad}\u{61c}\u{200b}\u{202e}\u{2066}\u{2028}\u{feff}\u{e0041}';

const folder = mkdtempSync(join(tmpdir(), 'samenbeeld-terminal-'));
const at = (name: string): string => join(folder, name);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;
const who = ['--reason', `r${hostile}`, '--evidence', `e${hostile}`];

beforeAll(() => {
  writeFileSync(at('a.yaml'), casesSource('exercise-cases'));
  const label = quoted(`Vlissingen${hostile}`);
  writeFileSync(at('cells.csv'), `Haven;Jaar;Aantal\n${label};2022;10\nVlissingen;2022;5\n`);
  writeFileSync(at('heading.csv'), `${quoted(`Haven${hostile}`)};Jaar;Aantal\nVlissingen;2022;5\n`);
  writeFileSync(at(`x${named}.csv`), 'Haven;Jaar;Aantal\nVlissingen;2022;5\n');
  const json = JSON.stringify([
    { [`Haven${hostile}`]: `V${hostile}\ud800`, Jaar: '2022', Aantal: '5' },
  ]);
  writeFileSync(at('keys.json'), json);
  writeFileSync(at('half.json'), '[{"Haven \\ud800":"Vlissingen \\udc00","Jaar":2022,"Aantal":5}]');
  writeFileSync(
    at('b.source.yaml'),
    `id: ${JSON.stringify(`b${hostile}`)}\nkind: ${JSON.stringify(hostile)}\n`,
  );
  writeFileSync(
    at('c.picture.yaml'),
    `name: ${JSON.stringify(hostile)}\n${JSON.stringify(hostile)}: 1\n`,
  );
  writeFileSync(at('d.picture.yaml'), `name: "x\n\u{1b}[2J`);
  const decision = {
    id: 'a',
    kind: 'crosswalk',
    subject: `exercise-cases place "V${hostile}"`,
    verdict: `keep ${hostile}`,
    role: hostile,
    time: '2026-01-01',
    reason: hostile,
    evidence: hostile,
    supersedes: null,
  };
  writeFileSync(at('decisions.jsonl'), `${JSON.stringify(decision)}\n`);
  mkdirSync(at(`p${named}`));
});

const doors: Readonly<Record<string, () => readonly string[]>> = {
  'a word that is no code': () => ['codes', hostile],
  'a code list that is none': () => ['codes', hostile, hostile],
  'a sentence to check': () => ['check', `${hostile} 4 kg`, '--picture', at('none')],
  'a text that is none': () => ['claims', at(`none${hostile}.txt`)],
  'a field that is none': () => ['claims', at('cells.csv'), '--place', hostile],
  'a picture to check against': () => ['check', '4 kg', '--picture', at(hostile)],
  'a command that is none': () => [`bui${hostile}`],
  'an option that is none': () => ['build', `--ou${hostile}`],
  'a choice that is none': () => ['doctor', '--language', `nl${hostile}`],
  'an argument too many': () => ['claim-sheet', hostile, hostile],
  'a folder that is no picture': () => ['why', at(`p${named}`), hostile],
  'a format that is none': () => ['why', at('none'), 'NSP 2022', '--format', hostile],
  'a source that is none': () => ['ingest', hostile, hostile, '--out', at('out')],
  'an audience that is none': () => [
    'ingest',
    at('a.yaml'),
    at('cells.csv'),
    '--out',
    at('o'),
    '--audience',
    hostile,
  ],
  'labels of a file': () => ['harmonise', at('a.yaml'), at('cells.csv')],
  'labels of JSON': () => ['harmonise', at('a.yaml'), at('keys.json')],
  'cells that are rejected': () => ['ingest', at('a.yaml'), at('cells.csv'), '--out', at('out')],
  'headings that do not fit': () => ['ingest', at('a.yaml'), at('heading.csv'), '--out', at('out')],
  'a file name': () => ['ingest', at('a.yaml'), at(`x${named}.csv`), '--out', at('out')],
  'a file that is none': () => [
    'ingest',
    at('a.yaml'),
    at(`y${named}\u{1b}[2J\n0 rejected\n.csv`),
    '--out',
    at('out'),
  ],
  'headings described': () => ['describe', at('heading.csv'), '--out', at('d1.yaml'), '--force'],
  'cells described': () => ['describe', at('cells.csv'), '--out', at('d2.yaml'), '--force'],
  'keys described': () => ['describe', at('keys.json'), '--out', at('d3.yaml'), '--force'],
  'halves of pairs described': () => [
    'describe',
    at('half.json'),
    '--out',
    at('d4.yaml'),
    '--force',
  ],
  'a file name described': () => [
    'describe',
    at(`x${named}.csv`),
    '--out',
    at('d5.yaml'),
    '--force',
  ],
  'an id': () => ['describe', at('cells.csv'), '--id', hostile, '--out', at('d6.yaml')],
  'a source description': () => [
    'ingest',
    at('b.source.yaml'),
    at('cells.csv'),
    '--out',
    at('out'),
  ],
  'a picture file': () => ['build', at('c.picture.yaml'), '--out', at('out')],
  'YAML that is none': () => ['build', at('d.picture.yaml'), '--out', at('out')],
  'a subject to decide': () => ['decide', at('c.picture.yaml'), hostile, ...who],
  'decisions of a file': () => [
    'harmonise',
    at('a.yaml'),
    at('cells.csv'),
    '--decisions',
    at('decisions.jsonl'),
  ],
  'a role': () => [
    'harmonise',
    at('a.yaml'),
    at('cells.csv'),
    '--confirm',
    '1',
    '--as',
    `exact:${hostile}`,
    '--role',
    hostile,
    ...who,
  ],
  'figures to look at': () => ['anomalies', at('a.yaml'), at('cells.csv')],
  'releases to compare': () => [
    'diff',
    `${at('a.yaml')}:${at('cells.csv')}`,
    `${at('a.yaml')}:${at(`x${named}.csv`)}`,
  ],
  'a mirror': () => ['fetch', 'crf-lu', '--mirror', `ftp://${hostile}`],
  'checks of one’s own': () => ['check-sources', at('none'), '--checks', hostile],
};

describe('what a file, an argument or a decision holds is shown, never sent', () => {
  const tried = Object.keys(doors).length * 2;
  let held = 0;
  for (const [door, args] of Object.entries(doors))
    for (const json of [false, true])
      test(`${door}${json ? ', as JSON' : ''}`, async () => {
        const ran = await samenbeeld([...args(), ...(json ? ['--json'] : [])]);
        const printed = `${ran.stdout}${ran.stderr}`;
        expect(printed).not.toBe('');
        expect([...printed].filter((sign) => unseen.has(sign))).toEqual([]);
        expect(printed.split('\n').map((line) => line.trim())).not.toContain('0 rejected');
        expect(printed).not.toMatch(/fault of samenbeeld/);
        held += 1;
      });
  test('as often as the page says', () => {
    expect({ tried, held }).toEqual(stated('hostile signs to the terminal'));
  });
});

/** Files that a person opens in an editor or a spreadsheet. */
const opened: Readonly<Record<string, readonly [args: readonly string[], file: string]>> = {
  'the draft of a file with such a heading': [
    ['describe', at('heading.csv'), '--out', at('o1.yaml')],
    at('o1.yaml'),
  ],
  'the draft of a file with such cells': [
    ['describe', at('cells.csv'), '--out', at('o2.yaml')],
    at('o2.yaml'),
  ],
  'the draft of JSON with such keys': [
    ['describe', at('keys.json'), '--out', at('o3.yaml')],
    at('o3.yaml'),
  ],
  'the list of issues': [
    ['ingest', at('a.yaml'), at('cells.csv'), '--out', at('o4')],
    join(at('o4'), 'data', 'issue.csv'),
  ],
};

test.each(Object.entries(opened))('%s holds no sign that is not seen', async (_, [args, file]) => {
  await samenbeeld(args);
  const text = readFileSync(file, 'utf8');
  expect(text).toContain('0 rejected');
  expect([...text.replaceAll('\r\n', '\n')].filter((sign) => unseen.has(sign))).toEqual([]);
});
