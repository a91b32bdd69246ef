import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Picture, recordVerdict, reviewTable } from '@samenbeeld/notebook';
import { readDecisions } from '@samenbeeld/store';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { pictureOf, seizure } from './example-picture.ts';

let picture: Picture;
const finds = [
  seizure({ id: 'a', containerKey: 'k' }),
  seizure({ id: 'b', source: 'exercise-be-customs', agencies: ['BE_CUST'], containerKey: 'k' }),
  seizure({ id: 'c', date: '2021-02-01', quantity: 5 }),
  seizure({
    id: 'd',
    source: 'exercise-be-customs',
    agencies: ['BE_CUST'],
    date: '2021-02-02',
    quantity: 5,
  }),
];
beforeAll(async () => {
  picture = await pictureOf([], finds);
});
afterAll(async () => picture.close());

const htmlOf = (view: { outputs(): readonly object[] }): string =>
  String((view.outputs()[0] as Record<string, unknown>)['text/html']);

describe('reviewTable', () => {
  test('shows both records, the reasons and the probability, and sorts by a click', () => {
    const table = reviewTable(picture, { all: true });
    expect(table.rows.length).toBeGreaterThan(1);
    const html = htmlOf(table);
    expect(html).toContain('same weight');
    expect(html).toContain('aria-sort');
    expect(html).toContain('data-value="');
    expect(html).toContain('before comparing');
  });

  test('keeps the number of a pair in every order', () => {
    const table = reviewTable(picture, { all: true });
    const key = (rows: typeof table.rows) =>
      Object.fromEntries(rows.map(({ number, pair }) => [number, pair.pair.key]));
    const byDate = table.sortBy('date');
    expect(byDate.rows.map(({ first }) => first[0]?.date)).toEqual(
      table.rows.map(({ first }) => first[0]?.date).sort(),
    );
    expect(key(byDate.rows)).toEqual(key(table.rows));
    expect(() => table.sortBy('weight' as 'date')).toThrow('sortBy takes');
  });

  test('blind, shows no probability, reason or verdict', () => {
    const table = reviewTable(picture, { all: true, blind: true });
    expect(htmlOf(table)).not.toMatch(/ %|same weight|before comparing/);
    expect(() => table.sortBy('probability')).toThrow('blind');
  });

  test('blanks what an audience may not see, and leaves the levels', () => {
    const closed = {
      ...picture,
      metadata: {
        ...picture.metadata,
        sources: picture.metadata.sources.map((source) => ({
          ...source,
          handling: { ...source.handling, tlp: 'AMBER' as const },
        })),
      },
      seizures: picture.seizures,
      doubleReports: picture.doubleReports,
    };
    const html = htmlOf(reviewTable(closed as Picture, { all: true, audience: 'public' }));
    expect(html).toContain('withheld');
    expect(html).toContain('weight: equal');
    expect(html).not.toContain('2021-02-01');
    expect(html).not.toContain('5 kg');
    expect(html).not.toMatch(/data-value="(5|216|2021|Vliss)/);
    expect(() => reviewTable(picture, { audience: 'nobody' })).toThrow();
  });
});

test('recordVerdict records what is said of a pair, and says which numbers there are', async () => {
  const decisions = join(mkdtempSync(join(tmpdir(), 'verdicts-')), 'decisions.jsonl');
  const table = reviewTable(picture, { all: true });
  const word = { decisions, role: 'analyst, port desk', reason: 'held both papers' };
  const said = await recordVerdict(table, 1, 'different', word);
  expect(said.decision.subject).toBe(table.rows[0]?.pair.pair.key);
  const undone = await recordVerdict(table, 1, 'reopen', word);
  expect(undone.decision.supersedes).toBe(said.decision.id);
  expect(await readDecisions(decisions)).toHaveLength(2);
  await expect(recordVerdict(table, 99, 'same', word)).rejects.toThrow('There is no pair 99');
  await expect(recordVerdict(table, 1, 'reopen', word)).rejects.toThrow('nothing to reopen');
});
