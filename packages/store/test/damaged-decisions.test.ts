import {
  appendFile,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rm,
  symlink,
  writeFile,
} from 'node:fs/promises';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Decision } from '@samenbeeld/schema';
import {
  appendDecision,
  type DecisionDraft,
  decisionId,
  readDecisions,
  readDecisionsFile,
  settleDecisions,
} from '@samenbeeld/store';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { decision, failure } from './handling.ts';

let folder: string;
let path: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'damaged-'));
  path = join(folder, 'decisions.jsonl');
});
afterEach(() => rm(folder, { recursive: true }));

const draft = (given: Partial<DecisionDraft> = {}): DecisionDraft => {
  const { id: _, ...rest } = decision(given);
  return rest;
};
const settling = { role: 'analyst', reason: 'settled', time: '2026-01-02' };
const subjects = (decisions: readonly Decision[]) =>
  decisions.filter(({ kind }) => kind !== 'repair').map(({ subject }) => subject);

/** Three decisions, a line each. */
async function three(): Promise<readonly string[]> {
  for (const subject of ['a', 'b', 'c']) await appendDecision(path, draft({ subject }));
  return (await readFile(path, 'utf8')).trimEnd().split('\n');
}

type Lines = readonly [string, string, string];
type Damage = readonly [
  name: string,
  harm: (lines: Lines) => string | Buffer,
  found: readonly string[],
  left: string,
];

const old = (line: string): string => line.replace(/,"previous":[^}]*(?=\}$)/, '');

const damages: readonly Damage[] = [
  ['a torn last line', ([a, b, c]) => `${a}\n${b}\n${c.slice(0, 60)}`, ['3 torn'], 'ab'],
  [
    'a torn line in the middle',
    ([a, b, c]) => `${a}\n${b.slice(0, 60)}\n${c}\n`,
    ['2 torn', '3 gone'],
    'ac',
  ],
  [
    'a torn line with a whole one behind it',
    ([a, b, c]) => `${a}\n${b}\n${c.slice(0, 60)}${c}\n`,
    ['3 torn'],
    'abc',
  ],
  ['a removed line', ([a, , c]) => `${a}\n${c}\n`, ['2 gone'], 'ac'],
  ['a removed first line', ([, b, c]) => `${b}\n${c}\n`, ['1 gone'], 'bc'],
  ['lines in another order', ([a, b, c]) => `${a}\n${c}\n${b}\n`, ['2 moved'], 'acb'],
  [
    'a changed line',
    ([a, b, c]) => `${a}\n${b.replace('keep c1', 'keep c2')}\n${c}\n`,
    ['2 changed', '3 gone'],
    'ac',
  ],
  [
    'a changed line with another hash',
    ([a, b, c]) => {
      const { previous, ...value } = JSON.parse(b);
      const said = { ...value, verdict: 'keep c2' };
      return `${a}\n${JSON.stringify({ ...said, id: decisionId(said), previous })}\n${c}\n`;
    },
    ['3 gone'],
    'abc',
  ],
  [
    'marks of git',
    ([a, b, c]) => `${a}\n<<<<<<< HEAD\n${b}\n=======\n${c}\n>>>>>>> other\n`,
    ['2 torn', '4 torn', '6 torn'],
    'abc',
  ],
  [
    'binary rubbish',
    ([a, b, c]) =>
      Buffer.concat([
        Buffer.from(`${a}\n${b}\n`),
        Buffer.from([255, 254, 128, 1, 10]),
        Buffer.from(`${c}\n`),
      ]),
    ['3 torn'],
    'abc',
  ],
  ['a removed line of an older version', ([a, , c]) => `${old(a)}\n${c}\n`, ['2 gone'], 'ac'],
  [
    'a name for a role',
    ([a, b, c]) => {
      const said = draft({ subject: 'd', role: 'analyst Jan Peeters' });
      return `${a}\n${b}\n${c}\n${JSON.stringify({ id: decisionId(said), ...said, previous: null })}\n`;
    },
    ['4 unfit'],
    'abc',
  ],
];

describe('a damaged file', () => {
  test.each(damages)(
    '%s is shown, settled and recorded, and nothing is removed',
    async (_, harm, found, left) => {
      const bytes = Buffer.from(harm((await three()) as Lines));
      await writeFile(path, bytes);
      const { damage, decisions } = await readDecisionsFile(path);
      expect(damage.map(({ line, kind }) => `${line} ${kind}`)).toEqual(found);
      expect(subjects(decisions).join('')).toBe(left);
      expect(await failure(() => readDecisions(path))).toContain(`--settle --role`);
      await settleDecisions(path, settling);
      const settled = await readDecisions(path);
      expect(subjects(settled).join('')).toBe(left);
      expect(settled.filter(({ kind }) => kind === 'repair').length).toBe(
        new Set(damage.map(({ subject }) => subject)).size,
      );
      expect((await readFile(path)).subarray(0, bytes.length).equals(bytes)).toBe(true);
      await appendDecision(path, draft({ subject: 'z' }));
      expect(subjects(await readDecisions(path)).join('')).toBe(`${left}z`);
      expect(await failure(() => settleDecisions(path, settling))).toContain('nothing to settle');
    },
  );

  test.each<Damage>([
    [
      'blank lines, a byte order mark, line ends of Windows',
      (lines) => `\uFEFF${lines.join('\r\n\r\n')}\r\n  \r\n`,
      [],
      'abc',
    ],
    [
      'zeros before and behind a line',
      ([a, b, c]) => `${a}\n\0\0${b}\0\n\0\0\0\n${c}\n`,
      [],
      'abc',
    ],
    [
      'a remark that seems to name a person, recorded before',
      ([a, b, c]) => {
        const said = draft({ subject: 'd', reason: 'gemeld door hoofdinspecteur Jan Peeters' });
        return `${a}\n${b}\n${c}\n${JSON.stringify({ id: decisionId(said), ...said, previous: null })}\n`;
      },
      [],
      'abcd',
    ],
    ['a line twice', ([a, b, c]) => `${a}\n${b}\n${b}\n${c}\n`, [], 'abc'],
    ['two decisions on one line', ([a, b, c]) => `${a}${b}\n${c}\n`, [], 'abc'],
    ['an older version', (lines) => `${lines.map(old).join('\n')}\n`, [], 'abc'],
    ['older lines with newer behind', ([a, b, c]) => `${old(a)}\n${b}\n${c}\n`, [], 'abc'],
  ])('%s are no damage', async (_, harm, __, left) => {
    await writeFile(path, harm((await three()) as Lines));
    expect(subjects(await readDecisions(path)).join('')).toBe(left);
    await appendDecision(path, draft({ subject: 'z' }));
    expect(subjects(await readDecisions(path)).join('')).toBe(`${left}z`);
  });

  test('what was removed after it was settled is noticed again', async () => {
    const [a, b, c] = (await three()) as Lines;
    await appendDecision(path, draft({ subject: 'd' }));
    const d = (await readFile(path, 'utf8')).trimEnd().split('\n')[3];
    await writeFile(path, `${a}\n${c}\n${d}\n`);
    await settleDecisions(path, settling);
    const later = await readFile(path, 'utf8');
    await writeFile(path, later.replace(`${c}\n`, ''));
    expect((await readDecisionsFile(path)).damage).toHaveLength(1);
    expect(b).toContain('"subject":"b"');
  });

  test('lines of an older version, and files put together, are told', async () => {
    const [a, b, c] = (await three()) as Lines;
    await writeFile(path, `${old(a)}\n`);
    expect((await readDecisionsFile(path)).notes.map(({ en }) => en).join()).toContain(
      '1 line is of an older version',
    );
    await writeFile(path, `${a}\n${b}\n`);
    await appendDecision(path, draft({ subject: 'd' }));
    await appendFile(path, `${c}\n`);
    expect((await readDecisionsFile(path)).notes.map(({ en }) => en)).toEqual([
      'Line 4 was recorded after line 2: two files were put together.',
    ]);
  });
});

describe('the lock', () => {
  const lock = (pid: number, host: string): string => JSON.stringify({ pid, host, token: 'x' });

  test.each([
    ['a process that is gone', lock(2 ** 22 + 7, hostname())],
    ['a former process with the same number', lock(process.pid, hostname())],
  ])('of %s is taken over at once', async (_, content) => {
    await writeFile(`${path}.lock`, content);
    await appendDecision(path, draft());
    expect(await readdir(folder)).toEqual(['.decisions.jsonl.end', 'decisions.jsonl']);
  });

  test('holds back everyone else: twenty at the same moment leave twenty lines in one chain', async () => {
    const all = Array.from({ length: 20 }, (_, at) => draft({ subject: `s${at}` }));
    await Promise.all(all.map((one) => appendDecision(path, one)));
    const { decisions, notes } = await readDecisionsFile(path);
    expect([decisions.length, notes]).toEqual([20, []]);
    expect(await readdir(folder)).toEqual(['.decisions.jsonl.end', 'decisions.jsonl']);
  });
});

describe('what is removed at the end', () => {
  test.each([
    ['the last line', (lines: readonly string[]) => lines.slice(0, 2)],
    ['two of three', (lines: readonly string[]) => lines.slice(0, 1)],
    ['all', () => []],
    [
      'a line, and the links of the others',
      (lines: readonly string[]) =>
        lines
          .filter((_, at) => at !== 1)
          .map((line) => JSON.stringify({ ...JSON.parse(line), previous: undefined })),
    ],
  ])('%s: is told, and settled by a decision', async (_, change) => {
    const left = change(await three());
    await writeFile(path, left.map((line) => `${line}\n`).join(''));
    const { damage } = await readDecisionsFile(path);
    expect(damage.map(({ kind }) => kind)).toEqual(['gone']);
    await settleDecisions(path, settling);
    expect((await readDecisionsFile(path)).damage).toEqual([]);
    expect(subjects(await readDecisions(path))).toHaveLength(left.length);
  });
});

test('a file has one lock, under whatever name it is reached', async () => {
  await appendDecision(path, draft({ subject: 'first' }));
  const other = join(folder, 'other.jsonl');
  await symlink(path, other);
  const both = await Promise.allSettled(
    [path, other].map((name, at) =>
      appendDecision(name, draft({ subject: 's', verdict: `keep c${at}` })),
    ),
  );
  expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  expect((await readDecisionsFile(path)).notes).toEqual([]);
});

test('a folder where the lock would lie is named and stays', async () => {
  await mkdir(`${path}.lock`);
  expect(await failure(() => appendDecision(path, draft()))).toMatch(
    /^UsageError: The decision is not recorded: .*decisions\.jsonl\.lock is a folder, where a lock would lie for a moment/,
  );
  expect(await readdir(folder)).toEqual(['decisions.jsonl.lock']);
});

test('a NUL within a decision is no blank', async () => {
  await appendDecision(path, draft({ verdict: 'keep c1' }));
  const text = await readFile(path, 'utf8');
  await writeFile(path, text.replace('keep c1', 'keep\0 c1'));
  expect((await readDecisionsFile(path)).damage.map(({ kind }) => kind)).toEqual(['torn']);
});

test.each(['2026-02-31', '9999-99-99', 'gisteren'])(
  'a release until %s is refused',
  async (day) => {
    const until = draft({
      kind: 'release',
      subject: 'NL_HARC to public: TLP:AMBER',
      verdict: `accept until ${day}`,
    });
    expect(await failure(() => appendDecision(path, until))).toContain('a day of the calendar');
  },
);

test('what is settled names its line, also where no evidence is given', async () => {
  const lines = await three();
  await writeFile(path, `${lines[0]}\n${lines[1]}\n${lines[2]?.slice(0, 60)}`);
  const id = (JSON.parse(String(lines[2])) as Decision).id;
  const { damage } = await readDecisionsFile(path);
  expect(damage.map(({ line, decision: stood }) => [line, stood])).toEqual([[3, id]]);
  const [settled] = await settleDecisions(path, { ...settling, evidence: null });
  expect(settled?.evidence).toBe('line 3');
  const file = await readDecisionsFile(path);
  expect(file.settled.map(({ decision: stood }) => stood)).toEqual([id]);
});

test('a line without an id was never recorded, and says what it lacks', async () => {
  await writeFile(path, '{"kind":"release","subject":"a","verdict":"accept"}\n');
  const { damage } = await readDecisionsFile(path);
  expect(damage[0]?.problem.en).toContain('incomplete: it lacks "id", "role", "time", "reason"');
});
