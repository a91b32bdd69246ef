import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Settled } from '@samenbeeld/merge';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { root } from './command.ts';
import { samenbeeld, samenbeeldJson } from './one-process.ts';
import { answers, figures, nationalNumber } from './own-haven.ts';

const folder = mkdtempSync(join(tmpdir(), 'own-source-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Answers what the proposed description leaves open, as a person would in an editor. */
function answer(path: string): void {
  const text = answers.reduce(
    (before, [from, to]) => before.replace(from, to),
    readFileSync(path, 'utf8'),
  );
  writeFileSync(path, text);
}

interface Asked {
  readonly answers: readonly Pick<Settled, 'question' | 'totals'>[];
}

const out = join(folder, 'out');

async function likely(...options: readonly string[]): Promise<Readonly<Record<string, unknown>>> {
  const args = ['ask', out, 'total', '--basis', 'seized_in_port', '--from', '2023', '--to', '2024'];
  const asked = await samenbeeldJson<Asked>([...args, ...options]);
  return Object.fromEntries(
    asked.answers.flatMap(({ question, totals }) =>
      totals
        .filter(({ status }) => status !== 'none')
        .map(({ period, reported }) => [
          `${question.substance} ${question.unit} ${period}`,
          [reported.lowest, reported.likely, reported.highest],
        ]),
    ),
  );
}

describe('a file of one’s own, described by the toolkit, beside published claims', () => {
  beforeAll(async () => {
    for (const name of ['claims.csv', 'remarks.csv', 'decisions.jsonl', 'barriers'])
      cpSync(join(root, 'fixtures/published', name), join(folder, 'published', name), {
        recursive: true,
      });
    writeFileSync(join(folder, 'havens.csv'), figures);
    const described = await samenbeeld(['describe', 'havens.csv', '--language', 'nl'], {
      cwd: folder,
    });
    expect(described.stdout + described.stderr).not.toContain(nationalNumber);
    answer(join(folder, 'havens.source.yaml'));
    const crosswalk = join(folder, 'havens.substances.csv');
    writeFileSync(
      crosswalk,
      readFileSync(crosswalk, 'utf8').replace(
        /^(speciaaltje,,none),.*$/mu,
        '$1,nobody knows what it is',
      ),
    );
    const picture = readFileSync(`${root}/fixtures/published/north-sea-port.picture.yaml`, 'utf8');
    const inputs = [
      '  - { source: ../havens.source.yaml, file: ../havens.csv, rejected: { personal-data.be-national-number: 1 } }',
      '  - { source: published-claims, file: claims.csv }',
    ];
    writeFileSync(
      join(folder, 'published/own.picture.yaml'),
      picture.replace(/^inputs:\n(?: .*\n)+/mu, `inputs:\n${inputs.join('\n')}\n`),
    );
    const { code, stdout, stderr } = await samenbeeld([
      ...['build', join(folder, 'published/own.picture.yaml'), '--out', out, '--language', 'nl'],
    ]);
    expect(`${code} ${stderr}`).toMatch(/^0 /);
    expect(stdout).toContain('havens.csv');
  });

  test('every drug is there, by its unit, the unknown label by itself; published figures stand among them', async () => {
    const found = await likely('--place', 'Antwerpen', '--substance', 'all');
    expect(found).toMatchObject({
      'CAN_RESIN kg 2023': [1234.5, 1234.5, 1234.5],
      'CAN_RESIN kg 2024': [300, null, null],
      'HER kg 2023': [870, 870, 870],
      'HER kg 2024': [450, 450, 450],
      'MDMA_TAB piece 2023': [45000, 45000, 45000],
      'speciaaltje kg 2024': [3, 3, 3],
      'COC kg 2023': [115500, 116000, 116500],
    });
  });

  test('its finds join the total of a port of which others publish too', async () => {
    const cocaine = await likely('--place', 'NSP', '--substance', 'COC');
    // Whoever marks what is about ("ruim") gives the rest exactly.
    // 11,500 or more of the ports of Zeeland, and 12.75 of Ghent; Terneuzen 19 beside 8,939 or 9,600.
    expect(cocaine['COC kg 2023']).toEqual([11512.75, 'undecided', 15012.75]);
    expect(cocaine['COC kg 2024']).toEqual([8958, 'undecided', 9669]);
  });

  test('why adds up, back to the cell in grams', async () => {
    const { stdout } = await samenbeeld(['why', out, 'Antwerpen heroïne 2024', '--language', 'nl']);
    expect(stdout).toContain('havens.csv, regel 7, kolom D "Hoeveelheid", cel "450.000"');
    expect(stdout).toContain('omgerekend: 450.000 g × 0,001 = 450 kg');
    expect(stdout).not.toMatch(/, , /);
  });

  test('the national number is nowhere', () => {
    const names = readdirSync(out, { recursive: true, encoding: 'utf8', withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name));
    expect(names.length).toBeGreaterThan(20);
    const digits = nationalNumber.slice(2);
    const holding = names.filter((name) => readFileSync(name).includes(digits));
    expect(holding).toEqual([]);
  });

  test('a path without a description, and an id that another input has, are told', async () => {
    const picture = join(folder, 'published/wrong.picture.yaml');
    const own = readFileSync(join(folder, 'published/own.picture.yaml'), 'utf8');
    const build = async (text: string) => {
      writeFileSync(picture, text);
      const { code, stderr } = await samenbeeld(['build', picture, '--out', join(folder, 'none')]);
      return [code, stderr];
    };
    const absent = await build(own.replace('../havens.source.yaml', '../nowhere.source.yaml'));
    expect(absent).toEqual([expect.any(Number), expect.stringContaining('nowhere.source.yaml')]);
    expect(absent[0]).not.toBe(0);
    expect(String(absent[1])).not.toMatch(/\bat \S+ \(/);
    const description = join(folder, 'havens.source.yaml');
    const taken = readFileSync(description, 'utf8').replace(
      'source: havens',
      'source: published-claims',
    );
    writeFileSync(join(folder, 'taken.source.yaml'), taken);
    const [code, told] = await build(own.replace('../havens.source.yaml', '../taken.source.yaml'));
    expect([code, told]).toEqual([1, expect.stringContaining('expected an id of its own')]);
  });
});
