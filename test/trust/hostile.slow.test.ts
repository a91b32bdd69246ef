import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describeFile } from '@samenbeeld/describe';
import { type Engine, openEngine } from '@samenbeeld/engine';
import { hostileNames, namedPlaces, type Outcome, outcomeOf } from '@samenbeeld/hostile';
import { ingest, loadCrossChecks, loadSource } from '@samenbeeld/ingest';
import {
  agencies,
  convertQuantity,
  drugs,
  isDay,
  parsePeriod,
  parseQuantity,
  places,
  units,
} from '@samenbeeld/schema';
import { readDecisions } from '@samenbeeld/store';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { samenbeeld } from '../one-process.ts';
import { temporary } from '../pictures.ts';
import { stated } from './reliability.ts';

const folder = temporary('hostile-names');
let engine: Engine;
let made = 0;

beforeAll(async () => {
  engine = await openEngine({ threads: 1 });
});

afterAll(() => engine.close());

/** A folder of its own with files in it. */
function folderOf(files: Readonly<Record<string, string>>): string {
  made += 1;
  const own = join(folder, String(made));
  mkdirSync(own);
  for (const [name, content] of Object.entries(files)) writeFileSync(join(own, name), content);
  return own;
}

interface Attempt {
  readonly what: string;
  readonly run: () => unknown;
}

/** Tries each, and gives those that neither answer nor refuse in plain words. */
async function attempted(attempts: readonly Attempt[]): Promise<readonly string[]> {
  const failed: string[] = [];
  for (const { what, run } of attempts) {
    const outcome = await (async (): Promise<Outcome> => {
      try {
        const answer = await run();
        const text = typeof answer === 'string' ? answer : (JSON.stringify(answer) ?? '');
        return /native code|\[object/.test(text)
          ? { fate: 'crash', message: `a member of every object: ${text.slice(0, 200)}` }
          : { fate: 'read', message: '' };
      } catch (error) {
        return outcomeOf(error);
      }
    })();
    if (outcome.fate === 'crash') failed.push(`${what}: ${outcome.message.slice(0, 600)}`);
  }
  return failed;
}

async function held(attack: string, attempts: readonly Attempt[]): Promise<void> {
  expect(await attempted(attempts)).toEqual([]);
  expect({ tried: attempts.length, held: attempts.length }).toEqual(stated(attack));
}

/** Reads files with a description, and leaves nothing of it in the engine. */
async function read(path: string, paths: readonly string[]): Promise<void> {
  try {
    await ingest(engine, loadSource(path), paths, { draft: true });
  } finally {
    for (const table of await engine.tables()) await engine.run(`drop table ${table}`);
  }
}

const telling = [
  'constructor',
  'toString',
  '__proto__',
  'hasOwnProperty',
  'valueOf',
  '__defineGetter__',
];

const sheet =
  'Jaar;Haven;Delict;Aantal\n2021;Vlissingen;NAME;5\n2022;Terneuzen;NAME;6 p\n2023;NAME;wapens;x\n';

/** A description in which a name may stand in each place. */
function description(places: Readonly<Record<string, string>>): string {
  const at = (place: string, usual: string): string => JSON.stringify(places[place] ?? usual);
  const more = (place: string, line: string): string =>
    places[place] === undefined ? '' : `${line}\n`;
  return `source: a
title: { nl: a, fr: a, de: a, en: a }
publisher: ${at('publisher', 'NL_POL')}
country: ${at('country', 'NL')}
kind: statistical_db
language: ${at('language', 'nl')}
licence: l
citation: c
url: null
grade: ${at('grade', 'B2')}
handling: ${at('handling', 'public')}
record: ${at('record', 'observation')}
file: { format: ${at('format', 'csv')}, delimiter: ";" }
missingValues: { ${at('mark', 'x')}: ${at('reason', 'not_reported')} }
zeroValues: [ ${at('zero', 'nihil')} ]
legend: { ${at('legend', 'p')}: voorlopig }
definitions:
  - { id: ${at('definition', 'a')}, countUnit: ${at('countUnit', 'offence')}, dateRole: registration, rule: { nl: a, fr: a, de: a, en: a } }
breaks: []
coverage: [ { agency: ${at('agency', 'NL_POL')}, place: ${at('coverage', 'NL')}, basis: recorded, periodStart: 2021-01-01, periodEnd: 2023-12-31, extent: full } ]
constants: { metric: ${at('metric', 'offences')}, unit: ${at('unit', 'offence')}, basis: recorded, ${at('constant', 'agencies')}: NL_POL }
columns:
  ${at('heading', 'Jaar')}: { to: period, as: ${at('parser', 'year')} }
  Haven: { to: ${at('field', 'place')}, codes: { ${at('code', 'Vlissingen')}: ${at('target', 'NLVLI')} }, otherwise: { to: NL, reason: elsewhere } }
  Delict: { to: nationalCode, list: ${at('list', 'offences')}, rules: [ { is: ${at('rule', 'x')}, to: a } ], crosswalk: c.csv, otherwise: { to: null, reason: r } }
  Aantal: { to: value, as: integer, flags: { ${at('flag', 'p')}: P }, set: { ${at('set', 'stat')}: count } }
exclude:
  - { rule: ${at('exclusion', 'none')}, where: { ${at('where', 'Delict')}: ${at('excluded', 'nothing')} }, reason: r }
checks: [ { check: unique, fields: [ ${at('checked', 'place')} ] } ]
key: [ ${at('key', 'Jaar')} ]
${more('top', `${at('top', '')}: 1`)}`;
}

const descriptionPlaces =
  'publisher country language grade handling record format mark reason zero legend definition countUnit agency coverage metric unit constant heading parser field code target list rule flag set exclusion where excluded checked key top'.split(
    ' ',
  );

const crosswalk = (name: string): string =>
  `from,to,match,note\nwapens,W,exact,\n${name},K,exact,\n`;

describe('names that every object has', () => {
  test('as cell, heading and key, in each format, described and ingested', async () => {
    const names = (place: string): readonly string[] => (place === 'both' ? hostileNames : telling);
    await held(
      'names that every object has, in each place of each format',
      namedPlaces.flatMap(({ format, place, file, bytes }) =>
        names(place).map((name) => ({
          what: `${name} as ${place} of ${format}`,
          run: async () => {
            const own = folderOf({ [file]: bytes(name) });
            const path = join(own, file);
            const found = await describeFile(path);
            const proposal = folderOf({ 'source.yaml': found.yaml });
            for (const { name: beside, text } of found.crosswalks)
              writeFileSync(join(proposal, beside), text);
            if (found.trial.kind !== 'refused') await read(proposal, [path]);
            return found.yaml;
          },
        })),
      ),
    );
  });

  test('stand in a description that is read without them', async () => {
    const own = folderOf({
      'source.yaml': description({}),
      'c.csv': crosswalk('x'),
      'a.csv': sheet.replaceAll('NAME', 'wapens'),
    });
    await expect(read(own, [join(own, 'a.csv')])).resolves.toBeUndefined();
  });

  test('in each place of a description, and in its crosswalk', async () => {
    const names = ['constructor', '__proto__', 'toString', 'valueOf'];
    await held(
      'names that every object has, in each place of a description',
      descriptionPlaces.flatMap((place) =>
        names.map((name) => ({
          what: `${name} as ${place}`,
          run: async () => {
            const own = folderOf({
              'source.yaml': description({ [place]: name }),
              'c.csv': crosswalk(name),
              'a.csv': sheet.replaceAll('NAME', name),
            });
            await read(own, [join(own, 'a.csv')]);
          },
        })),
      ),
    );
  });

  test('asked of the code lists and the readers of schema', async () => {
    const asked: readonly (readonly [string, (name: string) => unknown])[] = [
      ['drugs', (name) => drugs.lookup(name)],
      ['places', (name) => places.lookup(name, 'fr')],
      ['agencies', (name) => agencies.lookup(name)],
      ['units', (name) => units.lookup(name)],
      ['parseQuantity', (name) => parseQuantity(`5 ${name}`)],
      ['parseQuantity as number', (name) => parseQuantity(`${name} kg`)],
      ['parsePeriod', (name) => parsePeriod(`${name} 2022`)],
      ['convertQuantity', (name) => convertQuantity(1, name, 'kg')],
    ];
    await held(
      'names that every object has, asked of lists and readers',
      asked.flatMap(([what, run]) =>
        hostileNames.map((name) => ({ what: `${what} ${name}`, run: () => run(name) })),
      ),
    );
  });
});

interface Commanded {
  readonly what: string;
  readonly args: readonly string[];
  readonly cwd?: string;
}

/** Runs commands: each must end with 0, 1 or 2 and say it in words. */
async function commanded(attack: string, commands: readonly Commanded[]): Promise<void> {
  const failed: string[] = [];
  for (const { what, args, cwd } of commands) {
    const { code, stdout, stderr } = await samenbeeld(args, { cwd: cwd ?? folder });
    const said = `${stdout}${stderr}`;
    if (
      ![0, 1, 2].includes(code ?? -1) ||
      /\n\s+at |node:internal|fault of samenbeeld|native code|\[object/.test(said)
    )
      failed.push(`${what}: ${code} ${said.slice(0, 400)}`);
  }
  expect(failed).toEqual([]);
  expect({ tried: commands.length, held: commands.length }).toEqual(stated(attack));
}

const picture = (lines: Readonly<Record<string, string>> = {}): string =>
  `picture: a
title: { nl: a, fr: a, de: a, en: a }
recipe: ${lines['recipe'] ?? 'north-sea-port'}
asOf: ${lines['asOf'] ?? '2026-06-30'}
audience: ${lines['audience'] ?? 'public'}
inputs:
  - { source: ${lines['source'] ?? 'published-claims'}, file: ${lines['file'] ?? 'claims.csv'}${lines['key'] === undefined ? '' : `, ${lines['key']}: 1`} }
${lines['top'] === undefined ? '' : `${lines['top']}: 1\n`}`;

describe('at the command', () => {
  test('names that every object has, as arguments and in picture files', async () => {
    const built = telling.slice(0, 3).flatMap((name) =>
      ['recipe', 'audience', 'source', 'file', 'key', 'top', 'asOf'].map((place): Commanded => {
        const own = folderOf({
          'a.picture.yaml': picture({ [place]: JSON.stringify(name) }),
          'claims.csv': 'a,b\n1,2\n',
        });
        return {
          what: `${name} as ${place}`,
          args: ['build', 'a.picture.yaml', '--out', 'out'],
          cwd: own,
        };
      }),
    );
    const asked = telling.slice(0, 3).flatMap((name): readonly Commanded[] => [
      { what: `codes ${name}`, args: ['codes', name] },
      { what: `codes drugs ${name}`, args: ['codes', 'drugs', name] },
      { what: `ingest ${name}`, args: ['ingest', name, 'a.csv'] },
      { what: `fetch ${name}`, args: ['fetch', name] },
      { what: `describe ${name}`, args: ['describe', name] },
      { what: name, args: [name] },
      { what: `help ${name}`, args: ['help', name] },
    ]);
    await commanded('names that every object has, at the command', [...built, ...asked]);
  });

  test('what is no file, in the place of each file', async () => {
    const windows = process.platform === 'win32';
    const strange: string[] = [folderOf({})];
    if (!windows) {
      const pipe = join(folderOf({}), 'pipe.csv');
      execFileSync('mkfifo', [pipe]);
      strange.push(pipe, '/dev/zero', '/dev/null', '/proc/self/mem');
    }
    const commands = strange.flatMap((path): readonly Commanded[] => {
      const own = folderOf({
        'a.picture.yaml': picture({ file: path }),
        'b.picture.yaml': `${picture()}decisions: ${path}\n`,
        'claims.csv': 'a,b\n1,2\n',
      });
      return [
        { what: `describe ${path}`, args: ['describe', path] },
        { what: `ingest ${path}`, args: ['ingest', 'published-claims', path] },
        { what: `ingest --source ${path}`, args: ['ingest', path, 'claims.csv'], cwd: own },
        { what: `build ${path}`, args: ['build', path, '--out', 'out'], cwd: own },
        { what: `build of ${path}`, args: ['build', 'a.picture.yaml', '--out', 'out'], cwd: own },
        {
          what: `build with decisions ${path}`,
          args: ['build', 'b.picture.yaml', '--out', 'out'],
          cwd: own,
        },
      ];
    });
    if (windows) expect(commands).toHaveLength(6);
    await commanded('pipes, devices and folders in the place of a file', commands);
  });
});

const letters = [...'abcdefghij'];
const hostileYaml: readonly (readonly [what: string, text: string])[] = [
  [
    'laughs',
    `a: &a [x,x,x,x,x,x,x,x]\n${letters
      .slice(1)
      .map((letter, at) => `${letter}: &${letter} [${Array(9).fill(`*${letters[at]}`)}]`)
      .join('\n')}`,
  ],
  ['itself', 'a: &a [*a]'],
  ['deep lists', `${'['.repeat(100_000)}${']'.repeat(100_000)}`],
  ['deep maps', Array.from({ length: 3000 }, (_, at) => `${' '.repeat(at)}a:`).join('\n')],
  ['deep dashes', `${'- '.repeat(100_000)}a`],
  ['many keys', Array.from({ length: 200_000 }, (_, at) => `k${at}: 1`).join('\n')],
  ['blank lines', '\n'.repeat(1_000_000)],
  ['quotes', '"'.repeat(200_001)],
  ['one line', `a: ${'x y '.repeat(700_000)}`],
  ['errors', 'a: ]\n'.repeat(50_000)],
  ['anchors', `${'&a '.repeat(200_000)}a`],
  ['a tag', 'source: !!js/function "() => 1"'],
  ['binary', 'source: !!binary AAAA'],
  ['__proto__', '__proto__: { source: a, checks: [] }'],
  ['merge', '<<: { source: a }'],
  ['twice', 'source: a\nsource: b'],
  ['two documents', 'a: 1\n---\nb: 2'],
  ['NUL', 'source: "\0"'],
  ['a number', '1e999'],
  ['nothing', ''],
];

test('YAML that grows, nests, repeats or says nothing ends in seconds, at each door', async () => {
  const attempts = hostileYaml.flatMap(([what, text]): readonly Attempt[] => {
    const own = folderOf({ 'source.yaml': text, 'a.picture.yaml': text });
    return [
      { what: `${what} as description`, run: () => loadSource(own) },
      { what: `${what} as cross-checks`, run: () => loadCrossChecks(join(own, 'source.yaml')) },
      {
        what: `${what} as picture file`,
        run: async () => {
          const { code, stderr } = await samenbeeld(['build', 'a.picture.yaml', '--out', 'out'], {
            cwd: own,
          });
          if (code !== 1 || /\n\s+at |fault of samenbeeld/.test(stderr))
            throw new Error(`${code} ${stderr.slice(0, 300)}`);
        },
      },
    ];
  });
  await held('YAML that grows, nests, repeats or says nothing', attempts);
});

const evil = [
  '^(a+)+$',
  '^(a|aa)+$',
  '(.*a){25}b',
  '(x+x+)+y',
  '(?=a)a',
  '(a)\\1',
  '(?<!a)b',
  '\\u{61}',
  '((((a{99}){99}){99}){99}',
  '(',
  '[',
  '*',
  '\\p{Alphabetic}',
  '',
];

test('expressions that could run for ever, in each place of a description', async () => {
  const long = `${'a'.repeat(20_000)}!`;
  const file = `Jaar;Haven;Delict;Aantal\n2021;Vlissingen;${long};5\n2022;Terneuzen;${long};6\n`;
  const put: readonly (readonly [string, (pattern: string) => string])[] = [
    ['where', (pattern) => `where: { Delict: { match: ${pattern} } }`],
    ['not', (pattern) => `where: { Delict: { not: { match: ${pattern} } } }`],
    ['rule', (pattern) => `rules: [ { match: ${pattern}, to: a } ]`],
    ['pattern', (pattern) => `pattern: ${pattern}`],
    ['footer', (pattern) => `footer: ${pattern}`],
    ['headers', (pattern) => pattern],
  ];
  const attempts = put.flatMap(([place, written]) =>
    evil.map((pattern) => ({
      what: `${pattern} as ${place}`,
      run: async () => {
        const usual = description({});
        const quoted = written(JSON.stringify(pattern));
        const yaml =
          place === 'where' || place === 'not'
            ? usual.replace('where: { "Delict": "nothing" }', quoted)
            : place === 'footer'
              ? usual.replace('delimiter: ";"', `delimiter: ";", ${quoted}`)
              : place === 'headers'
                ? usual.replace(
                    'exclude:',
                    `fold: [ { headers: ${quoted}, groups: { y: { to: note } }, value: { to: value, as: integer } } ]\nexclude:`,
                  )
                : usual.replace('rules: [ { is: "x", to: a } ]', quoted);
        expect(yaml).not.toBe(usual);
        const own = folderOf({ 'source.yaml': yaml, 'c.csv': crosswalk('x'), 'a.csv': file });
        await read(own, [join(own, 'a.csv')]);
      },
    })),
  );
  await held('expressions that could run for ever', attempts);
});

const numbers = [
  '123456789012345678901234567890',
  '9007199254740993',
  '-9007199254740993',
  '1e400',
  '-1e400',
  '-0',
  '1e-400',
  '0.1e1',
  '18446744073709551616',
];

test('figures that no number carries, and texts that are none, in JSON, NDJSON, JSON-stat and CSV', async () => {
  const rows = (figure: string): readonly string[] =>
    [2021, 2022, 2023].map(
      (year) =>
        `{"Jaar":${year},"Plaats":"Vlissingen","Aantal":${year === 2022 ? figure : year - 2000}}`,
    );
  const texts = [
    '"NaN"',
    '"\\ud800"',
    '"\\u0000"',
    '{"a":[1,{"b":2}]}',
    '[[[]]]',
    'null',
    'true',
    '""',
  ];
  const forms = [...numbers, ...texts];
  const files = forms.flatMap((figure): readonly (readonly [string, string, string])[] => [
    [figure, 'a.json', `[${rows(figure)}]`],
    [figure, 'a.ndjson', `${rows(figure).join('\n')}\n`],
    [
      figure,
      'b.json',
      `{"version":"2.0","class":"dataset","id":["geo","time"],"size":[1,2],"value":[${figure},2],"dimension":{"geo":{"category":{"index":["BE"]}},"time":{"category":{"index":["2022","2023"]}}}}`,
    ],
    [
      figure,
      'a.csv',
      `Jaar;Plaats;Aantal\n2021;Vlissingen;${figure.replaceAll('"', '')}\n2022;Gent;5\n`,
    ],
  ]);
  await held(
    'figures that no number carries, and texts that are none',
    files.map(([figure, name, content]) => ({
      what: `${figure} in ${name}`,
      run: async () => {
        const path = join(folderOf({ [name]: content }), name);
        const found = await describeFile(path);
        const own = folderOf({ 'source.yaml': found.yaml });
        for (const { name: beside, text } of found.crosswalks)
          writeFileSync(join(own, beside), text);
        if (found.trial.kind !== 'refused') await read(own, [path]);
      },
    })),
  );
});

const never = [
  '2026-02-30',
  '2026-04-31',
  '2025-02-29',
  '1900-02-29',
  '2026-13-01',
  '2026-00-10',
  '2026-01-00',
  '2026-06-32',
  '2021-02-29',
  '2100-02-29',
];

test('days that do not exist are refused at each door', async () => {
  const line = (time: string): string =>
    JSON.stringify({
      id: 'x',
      kind: 'correction',
      subject: 'a',
      verdict: 'b',
      role: 'analyst',
      time,
      reason: 'r',
      evidence: null,
      supersedes: null,
    });
  const doors: readonly (readonly [string, (day: string) => unknown])[] = [
    ['isDay', (day) => isDay(day) || Promise.reject(new Error('refused'))],
    ['parsePeriod', (day) => parsePeriod(day)],
    ['a range', (day) => parsePeriod(`2020-01-01/${day}`)],
    ['in words', (day) => parsePeriod(day.split('-').reverse().join('-'), 'nl')],
    [
      'a break of a description',
      (day) =>
        loadSource(
          folderOf({
            'source.yaml': description({}).replace(
              'breaks: []',
              `breaks: [ { on: ${day}, kind: legal, severity: note, note: { nl: a, fr: a, de: a, en: a } } ]`,
            ),
            'c.csv': crosswalk('x'),
          }),
        ),
    ],
    [
      'coverage of a description',
      (day) =>
        loadSource(
          folderOf({
            'source.yaml': description({}).replace('2021-01-01', day),
            'c.csv': crosswalk('x'),
          }),
        ),
    ],
    [
      'a decision',
      (day) =>
        readDecisions(join(folderOf({ 'decisions.jsonl': `${line(day)}\n` }), 'decisions.jsonl')),
    ],
    [
      'a picture file',
      async (day) => {
        const own = folderOf({
          'a.picture.yaml': picture({ asOf: day }),
          'claims.csv': 'a,b\n1,2\n',
        });
        const { code, stderr } = await samenbeeld(['build', 'a.picture.yaml', '--out', 'out'], {
          cwd: own,
        });
        if (code !== 1 || !stderr.includes('asOf')) return stderr;
        throw new Error('refused');
      },
    ],
  ];
  const accepted: string[] = [];
  for (const [door, take] of doors)
    for (const day of never) {
      const taken = await Promise.resolve()
        .then(() => take(day))
        .then(
          () => true,
          () => false,
        );
      if (taken) accepted.push(`${day} by ${door}`);
    }
  expect(accepted).toEqual([]);
  const tried = doors.length * never.length;
  expect({ tried, held: tried }).toEqual(stated('days that do not exist'));
});

test('parts of a year that do not exist are refused', () => {
  for (const period of [
    '2025-W53',
    '2026-W54',
    '2026-W00',
    '2026-Q5',
    '2026-S3',
    '2026-Q0',
    '2026-M13',
    '30 februari 2026',
    '31 avril 2026',
    '29. Februar 2025',
  ])
    expect(() => parsePeriod(period, 'nl'), period).toThrow();
  expect(parsePeriod('2026-W53').start).toBe('2026-12-28');
});
