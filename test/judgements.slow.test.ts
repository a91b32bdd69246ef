import { spawn } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { open, reviewTable } from '../packages/notebook/src/index.ts';
import { bin, root } from './command.ts';
import { samenbeeld, samenbeeldJson } from './one-process.ts';
import { exercise, startFrom } from './pictures.ts';

const folder = mkdtempSync(join(tmpdir(), 'judgements-'));
afterAll(() => rmSync(folder, { recursive: true }));

interface Row {
  readonly place: string;
  readonly date: string;
  readonly substance: string;
  readonly basis: string;
  readonly quantity: number | null;
  readonly origin: { readonly file: string; readonly line: number };
}
interface ListedPair {
  readonly key: string;
  readonly state: string;
  readonly stake: number;
  readonly periods: readonly { readonly period: string }[];
  readonly verdict: string;
  readonly probability?: number;
  readonly records: { readonly a: readonly Row[]; readonly b: readonly Row[] };
  readonly waterfall: readonly { readonly to: number; readonly weight: number }[];
  readonly weight: number;
  readonly judged: { readonly because: string } | null;
}
interface Listed {
  readonly agreeing: number;
  readonly pairs: readonly ListedPair[];
  readonly lapsed: readonly {
    readonly because: string;
    readonly decision: { readonly subject: string };
  }[];
}
interface Built {
  readonly report: string;
  readonly totals: readonly Total[];
  readonly stale: readonly { readonly id: string }[];
}
interface Total {
  readonly period: string;
  readonly reported: { readonly lowest: number; readonly highest: number | null };
}
interface Recorded {
  readonly recorded: readonly { readonly id: string; readonly supersedes: string | null }[];
}

/** The exercise picture, of the offices of the port alone: every command reads all that a picture names. In a folder of its own. */
function copyOf(name: string): string {
  const path = join(folder, name);
  cpSync(join(root, 'fixtures/exercise'), path, { recursive: true });
  const picture = join(path, 'exercise.picture.yaml');
  const offices = /^ {2}- source: exercise-(?!nl-harc|be-customs).*\n(?: {4}.*\n)*/gmu;
  writeFileSync(picture, readFileSync(picture, 'utf8').replace(offices, ''));
  startFrom(exercise, outOf(name));
  return picture;
}

const outOf = (name: string): string => join(folder, name, 'out/exercise');

const list = (picture: string, ...more: readonly string[]): Promise<Listed> =>
  samenbeeldJson<Listed>(['link', picture, '--all', ...more]);
const said = (role: string): readonly string[] => [
  '--role',
  role,
  '--reason',
  'held the two papers side by side',
];

/** A pair in the ports of the picture that counts as one find, both with a weight. */
function countedPair({ pairs }: Listed): ListedPair {
  const isInTotal = ({ place, substance, basis, quantity }: Row): boolean =>
    ['NLVLI', 'NLTNZ', 'BEGNE'].includes(place) &&
    substance === 'COC' &&
    basis === 'seized_in_port' &&
    quantity !== null;
  const found = pairs.find(
    ({ verdict, records: { a, b } }) =>
      verdict === 'same' && a.length === 1 && b.length === 1 && [...a, ...b].every(isInTotal),
  );
  if (!found) throw new Error('no pair counts in the totals');
  return found;
}

/** Runs the command with answers on its standard input, as a script would. */
async function reviewed(picture: string, answers: string, ...more: readonly string[]) {
  const child = spawn(
    process.execPath,
    [bin, 'link', picture, '--review', '--language', 'en', ...more],
    { cwd: root, stdio: ['pipe', 'pipe', 'inherit'] },
  );
  let printed = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    printed += text;
  });
  child.stdin.end(answers);
  const code = await new Promise<number | null>((done) => child.on('close', done));
  return { code, printed };
}

describe('a judgement on two records of the exercise', () => {
  const picture = copyOf('one');
  const build = (): Promise<Built> =>
    samenbeeldJson<Built>(['build', picture, '--out', outOf('one')]);
  let before: Built;
  let pair: ListedPair;
  let first = '';

  beforeAll(async () => {
    before = await build();
    pair = countedPair(await list(picture));
    first = readFileSync(before.report, 'utf8');
  });

  test('is explained by a waterfall that ends at the weight of the pair', async () => {
    expect(pair.waterfall.length).toBeGreaterThan(4);
    expect(pair.waterfall.at(-1)?.to).toBeCloseTo(pair.weight, 6);
    const text = await samenbeeld(['link', picture, '--all', '--language', 'nl']);
    expect(text.code).toBe(0);
    expect(text.stdout).toContain('vóór het vergelijken');
    expect(text.stdout).toContain('alles samen');
  });

  test('changes totals and report; superseding it brings the old figures back exactly', async () => {
    const { recorded } = await samenbeeldJson<Recorded>([
      'link',
      picture,
      '--different',
      pair.key,
      ...said('analyst, port desk'),
    ]);
    const changed = await build();
    expect(changed.totals).not.toEqual(before.totals);
    const report = readFileSync(changed.report, 'utf8');
    expect(report).not.toBe(first);
    expect(report).toContain('analyst, port desk');

    const undone = await samenbeeldJson<Recorded>([
      'link',
      picture,
      '--reopen',
      pair.key,
      ...said('analyst, port desk'),
    ]);
    expect(undone.recorded[0]?.supersedes).toBe(recorded[0]?.id);
    const after = await build();
    expect(after.totals).toEqual(before.totals);
    expect(after.stale).toEqual([]);
  });

  test('on the pair most at stake narrows the range of its year, and the report shows why', async () => {
    const { pairs } = await samenbeeldJson<Listed>(['link', picture]);
    const atStake = pairs.filter(({ state }) => state === 'at stake');
    const stakes = atStake.map(({ stake }) => stake);
    expect(stakes.length).toBeGreaterThan(1);
    expect(stakes).toEqual([...stakes].sort((x, y) => y - x));
    const [top] = atStake;
    const [period] = top?.periods ?? [];
    if (!top || !period) throw new Error('no total depends on the first pair');
    expect(first).toContain('id="en-double-counts"');
    const { a, b } = top.records;
    for (const row of [...a, ...b])
      expect(first).toContain(`${row.origin.file}:${row.origin.line}`);
    await samenbeeld(['link', picture, '--different', '1', ...said('analyst, port desk')]);
    const { totals } = await build();
    const width = (all: readonly Total[]): number => {
      const total = all.find((one) => one.period === period.period);
      return (total?.reported.highest ?? Number.NaN) - (total?.reported.lowest ?? Number.NaN);
    };
    expect(width(totals)).toBeLessThan(width(before.totals));
    const left = await samenbeeldJson<Listed>(['link', picture]);
    expect(left.pairs.map(({ key }) => key)).not.toContain(top.key);
    await samenbeeld(['link', picture, '--reopen', top.key, ...said('analyst, port desk')]);
    expect((await build()).totals).toEqual(before.totals);
  });
});

test('two roles that contradict each other decide nothing, and command, report and notebook show it', async () => {
  const picture = copyOf('differ');
  const out = outOf('differ');
  const before = await samenbeeldJson<Built>(['build', picture, '--out', out]);
  const { key } = countedPair(await list(picture));
  await samenbeeld(['link', picture, '--same', key, ...said('customs analyst')]);
  const args = ['link', picture, '--different', key, ...said('police analyst')];
  const told = await samenbeeld([...args, '--language', 'en']);
  const contradicted =
    /the same \(customs analyst, \w+\); different \(police analyst, \w+\); they contradict each other/;
  expect(told.stdout).toMatch(contradicted);
  const listed = await list(picture);
  const now = listed.pairs.find((one) => one.key === key);
  expect(now).toMatchObject({ judged: { because: 'disagreed' } });
  expect(now?.state).not.toBe('decided');
  expect((await samenbeeld(['link', picture, '--language', 'en'])).stdout).toMatch(contradicted);
  const after = await samenbeeldJson<Built>(['build', picture, '--out', out]);
  expect(after.totals).toEqual(before.totals);
  expect(readFileSync(after.report, 'utf8')).toMatch(contradicted);
  const opened = await open(out, { language: 'en' });
  const [shown] = reviewTable(opened).outputs();
  expect(String(shown?.['text/plain']).replace(/\s+/gu, ' ')).toMatch(contradicted);
  await opened.close();
});

test('under the two-person rule a judgement counts once a second role says the same', async () => {
  const picture = copyOf('two');
  const text = readFileSync(picture, 'utf8');
  writeFileSync(picture, text.replace('audience: public', 'audience: public\ntwoPersons: true'));
  const listed = await list(picture);
  expect(listed.agreeing).toBe(2);
  const { key } = countedPair(listed);
  const now = async (): Promise<ListedPair | undefined> =>
    (await list(picture)).pairs.find((one) => one.key === key);
  await samenbeeld(['link', picture, '--different', key, ...said('customs analyst')]);
  expect(await now()).toMatchObject({ verdict: 'same', judged: { because: 'awaiting' } });
  await samenbeeld(['link', picture, '--different', key, ...said('police analyst')]);
  expect(await now()).toMatchObject({ verdict: 'different', judged: { because: 'agreed' } });
  const strange = await samenbeeld(['link', picture, '--reopen', key, ...said('a third desk')]);
  expect(strange.code).toBe(2);
  expect(strange.stderr).toContain('each role reopens what it said itself');
});

test('next month, a decision on a record that says something else is told and not applied', async () => {
  const picture = copyOf('month');
  const listed = await samenbeeldJson<Listed>(['link', picture, '--all']);
  const { key, records } = countedPair(listed);
  const dutch = [...records.a, ...records.b].find(({ origin }) => origin.file.startsWith('nl-'));
  if (!dutch) throw new Error('no record of the pair stands in the Dutch file');
  await samenbeeld(['link', picture, '--different', key, ...said('analyst, port desk')]);
  const file = join(folder, 'month', dutch.origin.file);
  const lines = readFileSync(file, 'latin1').split('\n');
  const at = dutch.origin.line - 1;
  const weight = String(dutch.quantity).replace('.', ',');
  const changed = lines[at]?.replace(`;${weight};`, ';23,7;');
  expect(changed).not.toBe(lines[at]);
  lines[at] = changed ?? '';
  writeFileSync(file, lines.join('\n'), 'latin1');
  writeFileSync(picture, readFileSync(picture, 'utf8').replaceAll(/^ +sha256: .*\n/gm, ''));
  const later = await samenbeeldJson<Listed>(['link', picture, '--all']);
  expect(later.lapsed.map(({ because, decision }) => [because, decision.subject])).toEqual([
    ['altered', key],
  ]);
  const built = await samenbeeld(['build', picture, '--out', outOf('month')]);
  expect(built.stdout).toContain('No longer applies');
  expect(built.stdout).toContain('says something else now than when this was decided');
});

test('a review takes its answers from a pipe, and records each as it is given', async () => {
  const picture = copyOf('review');
  const { code, printed } = await reviewed(
    picture,
    'w\ny\nsame container in both\nn\n\nother papers\ns\nperhaps\nu\nillegible\nq\n',
    '--all',
    '--role',
    'analyst, port desk',
  );
  expect(code).toBe(0);
  const lines = readFileSync(join(folder, 'review', 'decisions.jsonl'), 'utf8')
    .trim()
    .split('\n');
  const decisions = lines.map((line) => JSON.parse(line) as { verdict: string; reason: string });
  expect(decisions.slice(-3).map(({ verdict, reason }) => [verdict, reason])).toEqual([
    ['same', 'same container in both'],
    ['different', 'other papers'],
    ['unsure', 'illegible'],
  ]);
  expect(printed).toContain('before comparing');
  expect(printed).toContain('3 recorded in');
});

test('a blind review shows neither probability nor verdict, in an order that tells nothing', async () => {
  const picture = copyOf('blind');
  await samenbeeld(['link', picture, '--same', '1', '--all', ...said('customs analyst')]);
  const { printed } = await reviewed(
    picture,
    'w\ns\ns\nq\n',
    '--all',
    '--blind',
    '--role',
    'police',
  );
  expect(printed).not.toMatch(/%/);
  expect(printed).not.toContain('customs analyst');
  const keys = [...printed.matchAll(/^\d+\. (same \S+ \S+)$/gm)].map(([, key]) => key);
  expect(keys).toHaveLength(3);
  expect(keys).toEqual([...keys].sort());
});
