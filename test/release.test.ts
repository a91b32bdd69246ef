import { cpSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Decision } from '@samenbeeld/schema';
import { run as samenbeeld } from 'samenbeeld';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { root } from './command.ts';
import { someClaims, temporary } from './pictures.ts';

// A picture names sources of the catalogue only, and none there may be restricted: one is put into it for this test.
const added = vi.hoisted(() => ({ folder: '' }));
vi.mock('@samenbeeld/sources', async (original) => {
  const real = await original<typeof import('@samenbeeld/sources')>();
  return {
    ...real,
    catalogueFolder: (id: string) =>
      id === 'published-claims' ? added.folder : real.catalogueFolder(id),
  };
});

const folder = temporary('release');
const picture = join(folder, 'rel.picture.yaml');
const decisions = join(folder, 'rel.jsonl');
const claims = join(folder, 'claims.csv');

beforeAll(() => {
  const source = join(folder, 'source');
  added.folder = source;
  cpSync(`${root}/packages/sources/catalogue/published-claims`, source, { recursive: true });
  const description = join(source, 'source.yaml');
  writeFileSync(
    description,
    readFileSync(description, 'utf8').replace(
      'handling: public',
      'handling: { tlp: AMBER, h: [H1], originators: [NL_HARC], releasedBy: { NL_HARC: ["head, information desk"] } }',
    ),
  );
  const { head: columns, rows } = someClaims();
  writeFileSync(claims, `${[columns, ...rows].join('\n')}\n`);
  writeFileSync(
    picture,
    `picture: rel
title: { nl: Proef, fr: Essai, de: Probe, en: Trial }
recipe: north-sea-port
asOf: 2026-06-30
seed: 1
audience: public
decisions: rel.jsonl
inputs:
  - { source: published-claims, file: claims.csv }
`,
  );
});

/** Runs the command in the folder of the picture: paths are given whole. */
async function run(...args: readonly string[]) {
  const printed = { stdout: '', stderr: '' };
  const log = vi.spyOn(console, 'log').mockImplementation((line: string) => {
    printed.stdout += `${line}\n`;
  });
  const error = vi.spyOn(console, 'error').mockImplementation((line: string) => {
    printed.stderr += `${line}\n`;
  });
  try {
    const own = args.map((arg) =>
      /^[\w./-]+\.(?:yaml|jsonl|csv)$|^(?:out|alone)$/u.test(arg) ? join(folder, arg) : arg,
    );
    return { code: await samenbeeld([...own, '--language', 'en']), ...printed };
  } finally {
    log.mockRestore();
    error.mockRestore();
  }
}
const build = () => run('build', 'rel.picture.yaml', '--out', 'out');
const lines = () =>
  existsSync(decisions) ? readFileSync(decisions, 'utf8').trimEnd().split('\n') : [];
const as = (role: string, agency = 'NL_HARC') => [
  ...['--role', role, '--agency', agency],
  ...['--reason', 'The figures were in the press already', '--time', '2026-07-01'],
];
const head = as('head, information desk');

/** The words of the command that a refusal prints. */
function commandIn(text: string): readonly string[] {
  const [, printed = ''] = /It is recorded with: samenbeeld (.*)/u.exec(text) ?? [];
  return [...printed.matchAll(/"((?:\\.|[^"\\])*)"|(\S+)/gu)].map(([, quoted, plain]) =>
    quoted === undefined ? String(plain) : quoted.replace(/\\(.)/gu, '$1'),
  );
}

describe('a picture of an AMBER source for the public', () => {
  let subject = '';

  test('is refused with the command that records the release', async () => {
    const { code, stderr } = await build();
    expect(code).toBe(1);
    const words = commandIn(stderr);
    subject = String(words[2]);
    expect(subject).toMatch(/^NL_HARC to public of [\da-f]{16}: TLP:AMBER, H1$/u);
    expect(words).toEqual([
      ...['decide', decisions, subject, '--accept', '--role', 'head, information desk'],
      ...['--agency', 'NL_HARC', '--reason', '…'],
    ]);
    const listed = await run('decide', 'rel.picture.yaml');
    expect(listed.stdout).toContain(`${subject}  [release, to decide]`);
  });

  test('a release is recorded by nobody else, of nothing else, and never without a word', async () => {
    const wrong: readonly (readonly [readonly string[], string])[] = [
      [['decide', 'rel.jsonl', subject, '--accept', ...as('analyst', 'BE_CUST')], 'BE_CUST'],
      [['decide', 'rel.picture.yaml', subject, '--accept', ...as('analyst')], 'only these may'],
      [
        [
          'decide',
          'rel.picture.yaml',
          subject.replace('TLP:AMBER', 'TLP:RED'),
          '--accept',
          ...head,
        ],
        'takes no release',
      ],
      [['decide', 'rel.jsonl', subject, '--keep', 'C001', ...head], '--keep does not fit'],
      [['decide', 'rel.jsonl', subject, ...head], 'Say one of'],
      [['decide', 'rel.jsonl', subject, '--accept'], 'needs --role'],
      [
        ['decide', 'rel.jsonl', subject, '--accept', '--until', 'May', ...head],
        'a day of the calendar',
      ],
      [['decide', 'rel.jsonl', 'NLVLI COC 2021', '--accept', ...head], 'no subject of a release'],
      [['decide', 'rel.jsonl', '--accept', ...head], 'nothing is recorded'],
      [['decide', 'rel.picture.yaml', '--accept', ...head], 'nothing is recorded'],
      [['decide', 'rel.jsonl', subject, '--settle', ...head], '--settle settles all'],
    ];
    for (const [args, says] of wrong) {
      const { code, stdout, stderr } = await run(...args);
      expect([args, code, stdout, stderr.includes(says) ? says : stderr]).toEqual([
        args,
        2,
        '',
        says,
      ]);
    }
    expect(lines()).toEqual([]);
  });

  test('recorded by another role, it does not count', async () => {
    const { code } = await run('decide', 'rel.jsonl', subject, '--accept', ...as('analyst'));
    expect(code).toBe(0);
    const { code: built, stderr } = await build();
    expect([built, stderr.includes('only these may: head, information desk')]).toEqual([1, true]);
  });

  test('recorded by the originator, chained like every decision, it lets the picture through', async () => {
    const { code, stdout } = await run('decide', 'rel.jsonl', subject, '--accept', ...head);
    expect(code).toBe(0);
    expect(stdout).toContain(`accept on "${subject}"`);
    const [first, second] = lines().map(
      (line) => JSON.parse(line) as Decision & { readonly previous: string | null },
    );
    expect(second).toMatchObject({ kind: 'release', verdict: 'accept', agency: 'NL_HARC' });
    expect([second?.supersedes, typeof second?.previous]).toEqual([first?.id, 'string']);
    const shown = await run('decide', 'rel.jsonl');
    expect(shown.stdout).toBe('2 decisions, 0 damaged lines.\n');
    const { code: built, stderr } = await build();
    expect([built, stderr]).toEqual([0, '']);
    const listed = await run('decide', 'rel.picture.yaml');
    expect(listed.stdout).toContain(`${subject}  [release, decided]`);
  });

  test('until a day it has an end, and an ended one does not count', async () => {
    const ended = await run(
      ...['decide', 'rel.picture.yaml', subject, '--accept', '--until', '2026-07-02', ...head],
    );
    expect([ended.code, ended.stdout.includes('accept until 2 July 2026')]).toEqual([0, true]);
    expect((await build()).stderr).toContain('has ended on 2026-07-02');
  });

  test('it is of these files: another file is another subject', async () => {
    expect((await run('decide', 'rel.jsonl', subject, '--accept', ...head)).code).toBe(0);
    expect((await build()).code).toBe(0);
    const before = readFileSync(claims, 'utf8');
    writeFileSync(claims, `${before.trimEnd().split('\n').slice(0, -1).join('\n')}\n`);
    const { code, stderr } = await build();
    expect(code).toBe(1);
    expect(commandIn(stderr)[2]).not.toBe(subject);
    writeFileSync(claims, before);
  });

  test('a source alone is let through by the same release', async () => {
    const ingest = () =>
      run(
        ...['ingest', 'source/source.yaml', 'claims.csv', '--out', 'alone'],
        ...['--audience', 'public', '--decisions', 'rel.jsonl'],
      );
    expect((await ingest()).code).toBe(0);
    expect((await run('decide', 'rel.jsonl', subject, '--reopen', ...head)).code).toBe(0);
    const { code, stderr } = await ingest();
    expect([code, commandIn(stderr)[2]]).toEqual([1, subject]);
  });
});

test('a line that nobody recorded is called incomplete, with what it lacks', async () => {
  const path = join(folder, 'hand.jsonl');
  const said = {
    kind: 'release',
    subject: 'NL_HARC to public: TLP:AMBER',
    verdict: 'accept',
    role: 'head, information desk',
    reason: 'asked',
  };
  writeFileSync(path, `${JSON.stringify(said)}\n`);
  const { stdout } = await run('decide', 'hand.jsonl');
  expect(stdout).toContain('hand.jsonl, line 1: the decision is incomplete: it lacks "id", "time"');
  expect(stdout).not.toContain('\\n');
  expect(stdout).not.toContain('undefined');
  expect(stdout).toContain('0 decisions, 1 damaged line.');
});

test('the guide shows what the command prints', async () => {
  const guide = readFileSync(`${root}/docs/guide/handing-over.md`, 'utf8');
  const [, command = '', printed = ''] =
    /\$ samenbeeld (decide rel\.jsonl .*)\n((?: {2}.*\n)+)```/u.exec(guide) ?? [];
  const words = commandIn(`It is recorded with: samenbeeld ${command}`);
  const { code, stdout } = await run(
    'decide',
    'guide.jsonl',
    ...words.slice(2),
    '--time',
    '2026-07-01',
  );
  expect(code).toBe(0);
  expect(stdout.replace(/Recorded \w{12}/u, '')).toBe(printed.replace(/Recorded \w{12}/u, ''));
});
