import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  answered,
  ask,
  comparable,
  isRefused,
  joint,
  open,
  type Picture,
  pairReasons,
  recordOverride,
  recordPairs,
  recordVerdict,
  reviewTable,
} from '@samenbeeld/notebook';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { pictureOf, seizure } from './example-picture.ts';

const customs = { source: 'exercise-be-customs', agencies: ['BE_CUST'] };
let picture: Picture;
beforeAll(async () => {
  picture = await pictureOf(
    [],
    [
      seizure({ id: 'a', containerKey: 'k' }),
      seizure({ id: 'b', ...customs, containerKey: 'k' }),
      seizure({ id: 'c', date: '2021-02-01', quantity: 5 }),
      seizure({ id: 'd', ...customs, date: '2021-02-02', quantity: 5 }),
    ],
  );
});
afterAll(async () => picture.close());

const ledger = (): string => join(mkdtempSync(join(tmpdir(), 'judged-')), 'decisions.jsonl');
const finds = (of: Picture) =>
  of.seizures.where({ place: 'NLVLI', substance: 'COC', basis: 'seized_in_port' });
const lowest = (of: Picture) =>
  Object.fromEntries(
    answered(joint(finds(of))).totals.map(({ period, reported }) => [period, reported.lowest]),
  );
const numberOf = (a: string, b: string): number =>
  reviewTable(picture, { all: true }).rows.find(({ pair }) => pair.pair.key === `same ${a} ${b}`)
    ?.number ?? 0;
const word = (decisions: string) => ({ decisions, role: 'analyst', reason: 'the case files' });

describe('open with decisions of its own', () => {
  test('shows what they change; taken back, the totals are those of before', async () => {
    const decisions = ledger();
    const table = reviewTable(picture, { all: true });
    const before = lowest(picture);
    // 216 kg of which nobody says whether they are net: a tenth may be packing.
    expect(before['2022']).toBe(194.4);
    await recordVerdict(table, numberOf('a', 'b'), 'different', word(decisions));
    const judged = await open(picture.folder, { decisions });
    expect(lowest(judged)).toEqual({ ...before, '2022': 388.8 });
    expect(judged.decisions).toHaveLength(1);
    await judged.close();
    await recordVerdict(table, numberOf('a', 'b'), 'reopen', word(decisions));
    const again = await open(picture.folder, { decisions });
    expect(answered(joint(finds(again))).totals).toEqual(answered(joint(finds(picture))).totals);
    await again.close();
  });

  test('a ledger that is not there yet changes nothing, one that is damaged is refused', async () => {
    const same = await open(picture.folder, { decisions: ledger() });
    expect(lowest(same)).toEqual(lowest(picture));
    await same.close();
    await expect(
      open(picture.folder, { decisions: join(import.meta.dirname, 'example-picture.ts') }),
    ).rejects.toThrow(/expected one decision as a JSON object/);
  });
});

test('what was asked before is asked anew once a decision is recorded, and is the same again once it is taken back', async () => {
  const decisions = ledger();
  const own = await open(picture.folder, { decisions });
  const total = async (): Promise<unknown> =>
    answered(await ask(own, 'total', { place: 'NLVLI', substance: 'COC', basis: 'seized_in_port' }))
      .data;
  const table = reviewTable(picture, { all: true });
  const before = await total();
  expect(await total()).toEqual(before);
  await recordVerdict(table, numberOf('a', 'b'), 'different', word(decisions));
  expect(await total()).not.toEqual(before);
  await recordVerdict(table, numberOf('a', 'b'), 'reopen', word(decisions));
  expect(await total()).toEqual(before);
  await own.close();
});

describe('pairReasons', () => {
  test('tells both records and what each reason weighs, from before comparing to all together', () => {
    const reasons = pairReasons(reviewTable(picture, { all: true }), numberOf('a', 'b'));
    const said = reasons.outputs()[0]?.['text/plain'] ?? '';
    expect(said).toMatch(/first report: 2022-03-14, .*216.kg/);
    expect(said).toMatch(/With all that is tied to it: > 99\.99%$/);
    expect(said).toMatch(/before comparing[\s\S]*same weight[\s\S]*× [\s\S]*taken together/);
    expect(reasons.steps.at(-1)?.to).toBeCloseTo(reasons.row.pair.pair.weight, 9);
  });

  test('is not told to who judges blind, nor of a number that is not there', () => {
    const blind = reviewTable(picture, { all: true, blind: true });
    expect(() => pairReasons(blind, 1)).toThrow('judged without reasons');
    expect(() => pairReasons(reviewTable(picture), 99)).toThrow('There is no pair 99');
  });
});

describe('recordPairs', () => {
  test('has the probability of each pair, by source', () => {
    const pair = recordPairs(picture).find(({ a, b }) => a === 'a' && b === 'b');
    const report = picture.doubleReports.find(({ key }) => key === 'same a b');
    expect(pair).toMatchObject({ tableA: 'exercise-nl-harc', tableB: 'exercise-be-customs' });
    expect(pair?.probability).toBe(report?.probability);
  });

  test('adds what single records are together in, as a batch and alone', () => {
    const [report] = picture.doubleReports;
    const of = (a: string, b: string, probability: number) => ({ ...report, a, b, probability });
    const batched = {
      seizures: picture.seizures,
      doubleReports: [of('a', 'b', 0.2), of('a+c', 'b', 0.5)],
    } as unknown as Picture;
    expect(recordPairs(batched).map(({ a, b, probability }) => [a, b, probability])).toEqual([
      ['a', 'b', 0.7],
      ['b', 'c', 0.5],
    ]);
  });
});

describe('the guard, asked alone', () => {
  test('refuses rows of two services; each statement settles one difference, and is shown', async () => {
    const refusal = comparable(finds(picture));
    if (!isRefused(refusal)) throw new Error('expected a refusal');
    expect(refusal).toMatchObject({
      dimension: 'agency',
      subject: 'sum across agencies: BE_CUST, NL_HARC',
    });
    const decisions = ledger();
    await recordOverride(picture, refusal, word(decisions));
    const told = await open(picture.folder, { decisions });
    const allowed = answered(comparable(finds(told)));
    expect(allowed.overrides).toHaveLength(1);
    expect(allowed.outputs()[0]?.['text/plain']).toMatch(/Added although .*the case files/);
    await told.close();
  });

  test('two bases have no override', async () => {
    const mixed = await pictureOf(
      [],
      [seizure({ id: 'a' }), seizure({ id: 'b', basis: 'entered_via_port', date: '2021-02-01' })],
    );
    const refusal = comparable(mixed.seizures);
    if (!isRefused(refusal)) throw new Error('expected a refusal');
    expect(refusal.subject).toBeNull();
    await expect(recordOverride(mixed, refusal, word(ledger()))).rejects.toThrow(
      'No decision puts rows together that differ in basis',
    );
    await mixed.close();
  });
});
