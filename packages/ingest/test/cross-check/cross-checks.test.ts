import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Engine, openEngine } from '@samenbeeld/engine';
import { type CrossCheck, loadCrossChecks, runCrossChecks } from '@samenbeeld/ingest';
import { InputError, UsageError } from '@samenbeeld/schema';
import { afterAll, beforeAll, expect, test } from 'vitest';

const folder = mkdtempSync(join(tmpdir(), 'samenbeeld-cross-check-'));
let engine: Engine;

type Figure = readonly [
  source: string,
  metric: string,
  unit: string,
  stat: string,
  place: string,
  periodStart: string,
  value: number,
  countUnit?: string | null,
  level?: string,
];

const records: readonly Figure[] = [
  ['a', 'offences', 'case', 'count', 'DE', '2021-01-01', 10],
  ['a', 'offences', 'case', 'count', 'DE', '2022-01-01', 20],
  ['a', 'offences', 'case', 'count', 'DE1', '2022-01-01', 4],
  ['a', 'offences', 'case', 'count', 'DE2', '2022-01-01', 5],
  ['a', 'suspects', 'suspect', 'count', 'DE', '2022-01-01', 17],
  ['a', 'quantity', 't', 'sum', 'NL', '2022-01-01', 3],
  ['b', 'offences', 'offence', 'count', 'DE', '2022-01-01', 21],
  ['b', 'offences', 'offence', 'count', 'DE', '2023-01-01', 30],
  ['b', 'quantity', 'kg', 'sum', 'NL', '2022-01-01', 3],
  // Three statistics of one price at two levels.
  ['c', 'price', 'eur_g', 'min', 'BE', '2022-01-01', 40, null, 'retail'],
  ['c', 'price', 'eur_g', 'max', 'BE', '2022-01-01', 90, null, 'retail'],
  ['c', 'price', 'eur_g', 'typical', 'BE', '2022-01-01', 60, null, 'retail'],
  ['c', 'price', 'eur_g', 'typical', 'BE', '2022-01-01', 30, null, 'wholesale'],
  ['d', 'price', 'eur_g', 'min', 'BE', '2022-01-01', 40, null, 'retail'],
  ['d', 'price', 'eur_g', 'typical', 'BE', '2022-01-01', 60, null, 'retail'],
  ['d', 'price', 'eur_g', 'typical', 'BE', '2022-01-01', 31, null, 'wholesale'],
  // One office counts offences, in two ways; another in one of them; a third counts cases.
  ['e', 'offences', 'offence', 'count', 'FR', '2022-01-01', 8, 'offence'],
  ['e', 'offences', 'offence', 'count', 'FR', '2022-01-01', 11, 'victim'],
  ['f', 'offences', 'offence', 'count', 'FR', '2022-01-01', 11, 'victim'],
  ['g', 'offences', 'case', 'count', 'FR', '2022-01-01', 7, 'case'],
];

beforeAll(async () => {
  engine = await openEngine({ threads: 1 });
  const text = 'VARCHAR';
  await engine.insert(
    'observation',
    [
      ...['source', 'metric', 'unit', 'stat', 'place'].map(
        (name) => ({ name, type: text }) as const,
      ),
      { name: 'period_start', type: 'DATE' },
      { name: 'value', type: 'DECIMAL(38,12)' },
      { name: 'count_unit', type: text },
      { name: 'level', type: text },
    ],
    records.map(([source, metric, unit, stat, place, start, value, counted, level]) => [
      source,
      metric,
      unit,
      stat,
      place,
      start,
      value,
      counted ?? null,
      level ?? null,
    ]),
  );
});
afterAll(async () => {
  await engine.close();
  rmSync(folder, { recursive: true, force: true });
});

const check = (changes: Partial<CrossCheck> = {}): CrossCheck => ({
  id: 'a-b',
  left: { source: 'a', where: {} },
  right: { source: 'b', where: {} },
  by: ['place', 'periodStart'],
  relation: 'equal',
  tolerance: 0,
  share: 0,
  reason: 'one register, shown twice',
  evidence: null,
  ...changes,
});

test('figures are compared where both sources have one, cases with offences, never tonnes with kilograms', async () => {
  expect(await runCrossChecks(engine, [check()])).toEqual([
    {
      check: 'a-b',
      at: { place: 'DE', period_start: '2022-01-01' },
      left: 20,
      right: 21,
      holds: false,
    },
  ]);
});

test('a part of a year is told by the period that it narrows', async () => {
  const byPart = await runCrossChecks(engine, [check({ by: ['place', 'periodPart'] })]);
  expect(byPart).toEqual(await runCrossChecks(engine, [check()]));
});

test.each([
  [{ relation: 'at_most' as const }, true],
  [{ tolerance: 1 }, true],
  [{ tolerance: 0.5 }, false],
  [{ share: 0.05 }, true],
  [{ share: 0.04 }, false],
  [
    {
      relation: 'at_most' as const,
      left: { source: 'b', where: {} },
      right: { source: 'a', where: {} },
    },
    false,
  ],
])('%o', async (changes, holds) => {
  const [found] = await runCrossChecks(engine, [check(changes)]);
  expect(found?.holds).toBe(holds);
});

const between = async (left: string, right: string) => {
  const pair = { left: { source: left, where: {} }, right: { source: right, where: {} } };
  const found = await runCrossChecks(engine, [check(pair)]);
  return found.map((one) => [one.left, one.right, one.holds]);
};

test('a lowest price is not compared with a typical one, nor retail with wholesale', async () => {
  expect(await between('c', 'd')).toEqual([
    [30, 31, false],
    [40, 40, true],
    [60, 60, true],
  ]);
  expect(await between('d', 'c')).toEqual([
    [31, 30, false],
    [40, 40, true],
    [60, 60, true],
  ]);
});

test('what is counted alike is compared; only where nothing is, what each office counts', async () => {
  expect(await between('e', 'f')).toEqual([[11, 11, true]]);
  expect(await between('f', 'e')).toEqual([[11, 11, true]]);
  expect(await between('f', 'g')).toEqual([[11, 7, false]]);
});

test('parts of one source add up, and may not exceed the whole', async () => {
  const parts = check({
    left: { source: 'a', where: { place: { match: '^DE\\d$' } } },
    right: { source: 'a', where: { place: { texts: ['DE'] } } },
    by: ['periodStart'],
    relation: 'at_most',
  });
  expect(await runCrossChecks(engine, [parts])).toMatchObject([
    { left: 9, right: 20, holds: true },
  ]);
  const turned = { ...parts, left: parts.right, right: parts.left };
  expect(await runCrossChecks(engine, [turned])).toMatchObject([{ holds: false }]);
});

const plain = `checks:
  - id: a-b
    left: { source: a, where: { place: { match: "^DE" } } }
    right: { source: b }
    by: [place]
    relation: equal
    reason: one register, shown twice
`;

const load = (text: string): readonly CrossCheck[] => {
  const path = join(folder, 'checks.yaml');
  writeFileSync(path, text);
  return loadCrossChecks(path);
};

test('a file of checks is read in full', () => {
  expect(load(plain)).toEqual([
    check({
      left: { source: 'a', where: { place: { match: '^DE' } } },
      by: ['place'],
    }),
  ]);
});

test('what is refused, and how it is said', () => {
  const wrong = [
    plain.replace('equal', 'same'),
    plain.replace('by:', 'within:'),
    plain.replace('[place]', '[plaats]'),
    plain.replace('place: {', 'area: {'),
    plain.replace('"^DE"', '"^(DE"'),
    plain + plain.replace('checks:\n', ''),
    'checks: [',
    '[]',
  ];
  const messages = wrong.map((text) => {
    try {
      load(text);
    } catch (error) {
      expect(error).toBeInstanceOf(InputError);
      return (error as Error).message;
    }
    return 'accepted';
  });
  expect(messages).toMatchInlineSnapshot(`
    [
      "checks.yaml: /checks/0/relation must be one of equal, at_most. Repair: see docs/source-descriptions.md; editors complete the keys from cross-checks.schema.json",
      "checks.yaml: /checks/0 lacks "by". Repair: see docs/source-descriptions.md; editors complete the keys from cross-checks.schema.json",
      "checks.yaml: the check "a-b" names "plaats", which is no field of an observation. Repair: see docs/source-descriptions.md; editors complete the keys from cross-checks.schema.json",
      "checks.yaml: the check "a-b" names "area", which is no field of an observation. Repair: see docs/source-descriptions.md; editors complete the keys from cross-checks.schema.json",
      "checks.yaml: the expression ^(DE is not a regular expression. Repair: mend it (missing closing ): \`^(DE\`); it is written as RE2 does: https://github.com/google/re2/wiki/Syntax",
      "checks.yaml: the check "a-b" stands twice. Repair: see docs/source-descriptions.md; editors complete the keys from cross-checks.schema.json",
      "checks.yaml, line 1: the YAML cannot be read: Flow sequence in block collection must be sufficiently indented and end with a ] (character 10). Repair: see docs/source-descriptions.md; editors complete the keys from cross-checks.schema.json",
      "checks.yaml: the file must be keys with values, not a list. Repair: see docs/source-descriptions.md; editors complete the keys from cross-checks.schema.json",
    ]
  `);
  expect(() => loadCrossChecks(join(folder, 'none.yaml'))).toThrow(UsageError);
});
