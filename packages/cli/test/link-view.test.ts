import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type DoubleReport, judgeSeizures, pairsAtStake } from '@samenbeeld/merge';
import type { Seizure, Text } from '@samenbeeld/schema';
import { readDecisions } from '@samenbeeld/store';
import { describe, expect, test } from 'vitest';
import { seizure } from '../../merge/test/seizure.ts';
import { chosenPairs } from '../src/link-view/chosen-pairs.ts';
import type { LinkedPicture } from '../src/link-view/linked-picture.ts';
import { pairLines, pairResult } from '../src/link-view/pair-lines.ts';
import { reviewPairs } from '../src/link-view/review-pairs.ts';

const same = (words: string): Text => ({ nl: words, fr: words, de: words, en: words });
const records: readonly Seizure[] = [...'abcd'].map((id) =>
  seizure(id, {
    quantity: 777,
    origin: { file: `${id}.csv`, sheet: null, line: 9, column: 'A', raw: '777' },
  }),
);
const report = (a: string, b: string): DoubleReport => ({
  key: `same ${a} ${b}`,
  a,
  b,
  prior: -1,
  weight: 3,
  probability: 0.9,
  verdict: 'candidate',
  decision: null,
  reasons: [{ rule: 'quantity: equal', weight: 4, text: same('same weight (777 kg)') }],
});
const reports = [report('a', 'b'), report('a', 'c'), report('b', 'c')];

function linkedPicture(agreeing = 1, mark: string | null = null): LinkedPicture {
  const decisionsPath = join(mkdtempSync(join(tmpdir(), 'link-')), 'decisions.jsonl');
  const after: LinkedPicture['after'] = (decisions) => {
    const judged = judgeSeizures(decisions, records, { agreeing });
    return { judged, pairs: pairsAtStake(reports, [], judged) };
  };
  return {
    picture: {} as LinkedPicture['picture'],
    decisionsPath,
    agreeing,
    seizures: new Map(records.map((one) => [one.id, one])),
    decisions: [],
    totals: [],
    ...after([]),
    withheld: ({ source }) => (source === 'a' ? mark : null),
    after,
  };
}

async function review(linked: LinkedPicture, role: string, ...answers: readonly string[]) {
  const printed: string[] = [];
  const done = await reviewPairs(linked, {
    role,
    reason: null,
    evidence: null,
    time: '2026-01-01T09:00:00Z',
    blind: false,
    all: false,
    answers: (async function* () {
      yield* answers;
    })(),
    terminal: {
      json: false,
      language: 'en',
      print: (line = '') => printed.push(line),
      result: () => undefined,
      progress: () => undefined,
    },
  });
  return { ...done, printed: printed.join('\n') };
}

describe('pairLines and pairResult', () => {
  const view = { language: 'en', blind: false, why: true } as const;

  test('show nothing of either record where one is withheld: one would tell the other', () => {
    const linked = linkedPicture(1, 'tlp');
    const [first] = linked.pairs;
    if (!first) throw new Error('no pair');
    const text = pairLines(first, 1, linked, view).join('\n');
    expect(text).toContain('withheld (a, tlp)');
    expect(text).toContain('weight: equal');
    expect(text).not.toMatch(/777|2022-03-10|Vlissingen/);
    expect(JSON.stringify(pairResult(first, 1, linked, false))).not.toMatch(/777|2022-03-10|NLVLI/);
    const open = pairLines(first, 1, linkedPicture(), view).join('\n');
    expect(open).toContain('same weight (777 kg)');
  });

  test('blind, show the records and no more', () => {
    const linked = linkedPicture();
    const [first] = linked.pairs;
    if (!first) throw new Error('no pair');
    const text = pairLines(first, 1, linked, { ...view, blind: true }).join('\n');
    expect(text).toContain('777 kg');
    expect(text).not.toMatch(/%|same weight/);
    expect(pairResult(first, 1, linked, true)).not.toHaveProperty('probability');
  });
});

describe('reviewPairs', () => {
  test('asks no pair that follows from the answers: A = B and A = C make B = C', async () => {
    const linked = linkedPicture();
    const { recorded, left, printed } = await review(linked, 'analyst', 'y', 'one', 'y', 'two');
    expect(recorded.map(({ subject }) => subject)).toEqual(['same a b', 'same a c']);
    expect(left).toBe(0);
    expect(printed).not.toContain('same b c');
  });

  test('asks for another reason where one is refused, and skips where none is given', async () => {
    const linked = linkedPicture();
    const refused = 'mail jan@example.org for it';
    const { recorded, skipped, printed } = await review(
      linked,
      'analyst',
      ...['n', refused, 'seen on paper', 'u', '', '', 'q'],
    );
    expect(recorded.map(({ reason }) => reason)).toEqual(['seen on paper']);
    expect(printed).toContain('personal data');
    expect(skipped).toEqual(['same a c']);
  });

  test('under the two-person rule asks a second role about what one has said', async () => {
    const linked = linkedPicture(2);
    await review(linked, 'customs analyst', 'y', 'same box', 'q');
    const again = await review(linked, 'customs analyst', 's', 's', 's');
    expect(again.skipped).toEqual(['same a c', 'same b c']);
    const second = await review(linked, 'police analyst', 'y', 'same box too', 'q');
    expect(second.recorded.map(({ subject }) => subject)).toEqual(['same a b']);
    const said = await readDecisions(linked.decisionsPath);
    expect(said.map(({ supersedes }) => supersedes)).toEqual([null, null]);
    expect(judgeSeizures(said, records, { agreeing: 2 }).inForce.size).toBe(1);
  });

  test('ends where the answers end, and records nothing without a reason', async () => {
    expect((await review(linkedPicture(), 'analyst')).recorded).toEqual([]);
    expect((await review(linkedPicture(), 'analyst', 'y')).recorded).toEqual([]);
  });
});

describe('chosenPairs', () => {
  const { pairs } = linkedPicture();
  const keys = (text: string): string[] =>
    chosenPairs('same', text, pairs, pairs).map(({ pair }) => pair.key);

  test('takes numbers, ranges and keys', () => {
    expect(keys('1,3')).toEqual(['same a b', 'same b c']);
    expect(keys('2-3')).toEqual(['same a c', 'same b c']);
    expect(keys('same b c')).toEqual(['same b c']);
    expect(keys('b c')).toEqual(['same b c']);
  });

  test.each(['0', '4', '1-9', 'x', ''])('refuses "%s"', (text) => {
    expect(() => keys(text)).toThrow('--same takes numbers of the list (1 to 3)');
  });
});
