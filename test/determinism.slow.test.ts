import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { samenbeeld } from './command.ts';
import {
  copyOfClaims,
  copyOfPublished,
  exercise,
  exerciseFile,
  hashes,
  money,
  moneyFile,
  published,
  publishedFile,
  startFrom,
  temporary,
} from './pictures.ts';

const folder = temporary('same');

/** Builds into a folder of its own, so that no step is taken from an earlier build. */
async function build(
  file: string,
  name: string,
  { args = [], env = {} }: { args?: readonly string[]; env?: NodeJS.ProcessEnv } = {},
): Promise<string> {
  const out = `${folder}/${name}`;
  const { code, stderr } = await samenbeeld(['build', file, '--out', out, ...args], { env });
  expect([code, stderr]).toEqual([0, '']);
  return out;
}

const bytes = (out: string, name: string): string => readFileSync(`${out}/data/${name}`, 'utf8');

/** Pseudo-random order that is the same on every run. */
function shuffled<Item>(items: readonly Item[]): readonly Item[] {
  const weigh = (index: number) => (index * 7919 + 104_729) % 1_000_003;
  return items
    .map((item, index) => [weigh(index * index), item] as const)
    .sort(([a], [b]) => a - b)
    .map(([, item]) => item);
}

describe.each([
  ['published', publishedFile, published],
  ['exercise', exerciseFile, exercise],
  ['follow-the-money', moneyFile, money],
])('the %s picture', (name, file, once) => {
  test('is the same to the byte on one thread or two, in another zone and language, built anew or from kept steps', async () => {
    const before = hashes(once);
    expect(Object.keys(before).length).toBeGreaterThan(20);
    const one = await build(file, `${name}-1`, {
      args: ['--threads', '1'],
      env: { TZ: 'Pacific/Auckland', LC_ALL: 'de_DE.UTF-8', LANG: 'de_DE.UTF-8' },
    });
    expect(hashes(one)).toEqual(before);
    const two = await build(file, `${name}-1`, {
      args: ['--threads', '2'],
      env: { TZ: 'America/Los_Angeles', LC_ALL: 'C', LANG: 'C' },
    });
    expect(hashes(two)).toEqual(before);
  });

  test('holds no path of the machine and no time of the build', () => {
    const text = [`${once}/report.html`, `${once}/data/datapackage.json`]
      .map((path) => readFileSync(path, 'utf8'))
      .join('\n');
    expect(text).not.toContain(process.cwd());
    expect(text).not.toContain('/tmp/');
    expect(text).not.toMatch(/\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/);
  });
});

describe('rows and files in another order', () => {
  const figures = [
    'joint_total.csv',
    'joint_total_member.csv',
    'ceiling.csv',
    'coverage.csv',
    'not_added.csv',
    'conflict.csv',
    'finding.csv',
  ];
  let out: string;

  beforeAll(async () => {
    const file = copyOfPublished(`${folder}/shuffled`);
    for (const name of ['claims.csv', 'claims-post-fiu.csv']) {
      const path = `${folder}/shuffled/${name}`;
      const [head = '', ...rows] = readFileSync(path, 'utf8').trimEnd().split('\n');
      expect(rows.every((row) => /^[A-Z]\d{3},/.test(row))).toBe(true);
      const other = shuffled(rows);
      expect(other).not.toEqual(rows);
      writeFileSync(path, `${[head, ...other].join('\n')}\n`);
    }
    const picture = readFileSync(file, 'utf8').replace(/, sha256: \w+/g, '');
    const [top = '', list = ''] = picture.split('inputs:\n');
    const inputs = list.split('\n').filter((line) => line.trim() !== '');
    writeFileSync(file, `${top}inputs:\n${[...inputs].reverse().join('\n')}\n`);
    out = await build(file, 'shuffled-out');
  });

  test.each(figures)('%s is the same', (name) => {
    expect(bytes(out, name)).toBe(bytes(published, name));
  });

  test('the same observations, each with its new line', () => {
    const columns = (text: string) => text.trimEnd().split('\n').length;
    expect(columns(bytes(out, 'observation.csv'))).toBe(
      columns(bytes(published, 'observation.csv')),
    );
    expect(bytes(out, 'observation.csv')).not.toBe(bytes(published, 'observation.csv'));
  });
});

test('a kept step is not used once the file behind it has changed', async () => {
  const file = copyOfClaims(`${folder}/changed`);
  const path = `${folder}/changed/claims.csv`;
  writeFileSync(file, readFileSync(file, 'utf8').replace(/, sha256: \w+/g, ''));
  startFrom(published, `${folder}/changed-out`);
  const out = await build(file, 'changed-out');
  expect(bytes(out, 'joint_total.csv')).toBe(bytes(published, 'joint_total.csv'));
  const claims = readFileSync(path, 'utf8');
  writeFileSync(path, claims.replaceAll(',4157,kg,', ',4158,kg,'));
  await build(file, 'changed-out');
  expect(bytes(out, 'joint_total.csv')).toContain('4777');
  expect(bytes(out, 'joint_total.csv')).not.toContain('4776');
  writeFileSync(path, claims);
  await build(file, 'changed-out');
  expect(bytes(out, 'joint_total.csv')).toBe(bytes(published, 'joint_total.csv'));
  rmSync(`${folder}/.samenbeeld-cache`, { recursive: true, force: true });
  expect(existsSync(out)).toBe(true);
});
