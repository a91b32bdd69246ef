import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { addToCrosswalk, crosswalksOf, proposeCodes, replayReport } from '@samenbeeld/harmonise';
import type { Decision } from '@samenbeeld/schema';
import { expect, it, test } from 'vitest';
import { described } from '../../ingest/test/fixture.ts';

const crosswalk = [
  'from,to,match,note',
  'coke,COC,exact,',
  'bruin,HER,exact,decide: a word of the street',
  'spul,,none,decide: nothing in substances comes near',
  '',
].join('\n');
const content =
  'Plaats;Jaar;Middel;Aantal\nNLVLI;2022;coke;1\nNLVLI;2022;bruin;2\nNLVLI;2022;spul;3\n';

async function inFile<Result>(use: (file: string) => Promise<Result>): Promise<Result> {
  const folder = mkdtempSync(join(tmpdir(), 'undecided-'));
  try {
    writeFileSync(join(folder, 'test.csv'), content);
    return await use(join(folder, 'test.csv'));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const source = () =>
  described({
    description: {
      constants: { metric: 'quantity', unit: 'kg', basis: 'seized_in_port' },
      columns: {
        Plaats: { to: 'place' },
        Jaar: { to: 'period', as: 'year' },
        Middel: { to: 'substance', crosswalk: 'substances.csv' },
        Aantal: { to: 'value', as: 'integer' },
      },
    },
    beside: { 'substances.csv': crosswalk },
  });

const said = (label: string, verdict: string): Decision => ({
  id: `on ${label}`,
  kind: 'crosswalk',
  subject: `crosswalk test-source substance "Middel" "${label}"`,
  verdict,
  role: 'analyst',
  time: '2026-01-01',
  reason: 'asked',
  evidence: null,
  supersedes: null,
});

it('lists labels whose row waits for a decision, with what the row proposes', async () => {
  const { undecided } = await inFile(async (file) => replayReport(await source(), [], [file]));
  expect(undecided.map(({ label }) => label)).toEqual(['bruin', 'spul']);
  expect(undecided[0]?.proposal?.to).toBe('HER');
  expect(undecided[0]?.proposal?.reason.en).not.toContain('mapped so in test-source');
});

test.each([
  ['the same', 'exact HER'],
  ['something else', 'narrower HER'],
])('a decision that says %s settles such a row', async (_, verdict) => {
  const report = await inFile(async (file) =>
    replayReport(await source(), [said('bruin', verdict)], [file]),
  );
  expect(report.inapplicable).toEqual([]);
  expect(report.applied.map(({ cells }) => cells)).toEqual([1]);
  expect(report.undecided.map(({ label }) => label)).toEqual(['spul']);
});

it('a row that waits is no evidence for other sources', async () => {
  const crosswalks = crosswalksOf(await source());
  expect(crosswalks.flatMap(({ rows }) => rows.map(({ from }) => from))).toEqual(['coke']);
  const [proposal] = proposeCodes(['spul'], 'substances', { crosswalks });
  expect(proposal?.reason.en).not.toContain('test-source');
});

test.each(['\n', '\r\n'])('a decided row takes the place of the one that waits (%j)', (end) => {
  const folder = mkdtempSync(join(tmpdir(), 'undecided-'));
  try {
    const path = join(folder, 'substances.csv');
    writeFileSync(path, crosswalk.replaceAll('\n', end));
    const row = (from: string) => ({ from, to: 'HER', match: 'exact' as const, note: 'asked' });
    expect(addToCrosswalk(path, [row('coke'), row('bruin'), row('horse')])).toHaveLength(2);
    expect(readFileSync(path, 'utf8').split(end)).toEqual([
      'from,to,match,note',
      'coke,COC,exact,',
      'bruin,HER,exact,asked',
      'spul,,none,decide: nothing in substances comes near',
      'horse,HER,exact,asked',
      '',
    ]);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test.each(['Oost-Sas Nergenshuizen', 'Luxemburgerplein Nergenshuizenderdam'])(
  'one word like a country is no sign of it in the name %s',
  (label) => {
    for (const list of ['places', 'countries']) {
      const [proposal] = proposeCodes([label], list, { language: 'nl' });
      const all = [proposal?.to, ...(proposal?.alternatives ?? []).map(({ to }) => to)];
      expect(all.filter((code) => /^[A-Z]{2}$/.test(code ?? ''))).toEqual([]);
    }
  },
);

it('asks for a mark of what is missing that is part of a cell, which the ingest refuses, and not for one that is a whole', async () => {
  const found = await described({
    description: {
      missingValues: { '-': 'not_reported' },
      constants: { metric: 'quantity', unit: 'kg', basis: 'seized_in_port', place: 'NLVLI' },
      columns: {
        Plaats: { to: 'agencies', list: 'agencies', split: '+' },
        Jaar: { to: 'period', as: 'year' },
        Middel: { to: 'substance', list: 'substances' },
        Aantal: { to: 'value', as: 'integer' },
      },
    },
  });
  const folder = mkdtempSync(join(tmpdir(), 'undecided-'));
  try {
    const file = join(folder, 'test.csv');
    const asked = async (rows: readonly string[]): Promise<readonly string[]> => {
      writeFileSync(file, ['Plaats;Jaar;Middel;Aantal', ...rows, ''].join('\n'));
      return (await replayReport(found, [], [file])).undecided.map(({ label }) => label);
    };
    expect(await asked(['-;2022;coke;1', 'NL_POL;2022;coke;2'])).toEqual([]);
    expect(await asked(['NL_POL+-;2022;coke;1', 'NL_POL;2022;coke;2'])).toEqual(['-']);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
