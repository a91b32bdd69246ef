import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type DoubleReport, judgeSeizures, pairsAtStake, pairsShown } from '@samenbeeld/merge';
import type { Decision, Seizure, Text } from '@samenbeeld/schema';
import { readDecisions } from '@samenbeeld/store';
import { describe, expect, test } from 'vitest';
import { seizure } from '../../merge/test/seizure.ts';
import { receiptLines, reviewPairs } from '../src/commands/link.ts';
import { chosenPairs, pairNumbers } from '../src/link-view/chosen-pairs.ts';
import { linkWords } from '../src/link-view/link-words.ts';
import type { LinkedPicture } from '../src/link-view/linked-picture.ts';
import { pairLines, pairResult, stakeText } from '../src/link-view/pair-lines.ts';

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

const decision = (subject: string, verdict: string, role: string): Decision => ({
  id: `${role} ${verdict}`,
  kind: 'same-seizure',
  subject,
  verdict,
  role,
  time: '2026-01-01T09:00:00Z',
  reason: 'held both papers',
  evidence: null,
  supersedes: null,
});

async function review(
  linked: LinkedPicture,
  role: string,
  ...answers: readonly string[]
): Promise<Reviewed> {
  return reviewed(linked, role, false, answers);
}

type Reviewed = Awaited<ReturnType<typeof reviewPairs>> & { readonly printed: string };

async function reviewed(
  linked: LinkedPicture,
  role: string,
  blind: boolean,
  answers: readonly string[],
): Promise<Reviewed> {
  const printed: string[] = [];
  const done = await reviewPairs(linked, {
    role,
    reason: null,
    evidence: null,
    time: '2026-01-01T09:00:00Z',
    blind,
    all: false,
    answers: (async function* () {
      yield* answers;
    })(),
    terminal: {
      json: false,
      language: 'en',
      print: (...lines) => printed.push(...lines),
      show: (...lines) => printed.push(...lines),
      page: () => undefined,
      text: () => undefined,
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

  test('say in each language what depends on a pair', () => {
    const linked = linkedPicture();
    const [first] = linked.pairs;
    if (!first) throw new Error('no pair');
    const periods = [{ period: '2024', share: 0.621, together: 0.621, closes: false }];
    const one = { ...first, stake: 87, periods };
    const told = (['nl', 'fr', 'de', 'en'] as const).map((language) =>
      stakeText(one, false, language).replaceAll('\u00a0', ' '),
    );
    expect(told).toMatchInlineSnapshot(`
      [
        "wat ervan afhangt: 87 kg, 62,1% van wat in 2024 onzeker is",
        "enjeu : 87 kg, 62,1 % de l’incertitude de 2024",
        "was davon abhängt: 87 kg, 62,1 % der Unsicherheit von 2024",
        "stake 87 kg: 62.1% of what is uncertain in 2024",
      ]
    `);
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

  test('says at once where the answer contradicts what another role said', async () => {
    const linked = linkedPicture(2);
    await review(linked, 'customs analyst', 'y', 'same box', 'q');
    const { printed } = await review(linked, 'police analyst', 'n', 'another box', 'q');
    const [now = ''] = printed.split('\n').filter((line) => line.startsWith('   now: '));
    expect(now).toContain('the same (customs analyst, ');
    expect(now).toContain('different (police analyst, ');
    expect(now).toContain('they contradict each other, so it does not count');
  });

  test('blind, asks a second reader all that the first was asked, with one role enough to decide', async () => {
    const linked = linkedPicture();
    await review(linked, 'analyst', 'y', 'one', 'y', 'two', 'u', 'three');
    expect((await review(linked, 'second reader', 's', 's', 's')).skipped).toEqual([]);
    const { recorded, printed } = await reviewed(linked, 'second reader', true, [
      'y',
      'alike',
      'n',
      'not alike',
      'q',
    ]);
    expect(recorded.map(({ subject, supersedes }) => [subject, supersedes])).toEqual([
      ['same a b', null],
      ['same a c', null],
    ]);
    expect(printed).not.toMatch(/analyst|%/);
    const { judged } = judgeSeizures(await readDecisions(linked.decisionsPath), records);
    expect(judged.map(({ subject, because }) => [subject, because])).toEqual([
      ['same a b', 'agreed'],
      ['same a c', 'disagreed'],
    ]);
    const again = await reviewed(linked, 'Second Reader', true, ['s', 's', 's']);
    expect(again.skipped).toEqual([]);
  });

  test('says how many were skipped, so that the counts close', async () => {
    const { recorded, skipped, left } = await review(linkedPicture(), 'analyst', 's', 's', 'q');
    expect([recorded.length, skipped.length, left]).toEqual([0, 2, 1]);
    expect(linkWords.done.fr).toContain('{skipped}');
  });

  test('ends where the answers end, and records nothing without a reason', async () => {
    expect((await review(linkedPicture(), 'analyst')).recorded).toEqual([]);
    expect((await review(linkedPicture(), 'analyst', 'y')).recorded).toEqual([]);
  });
});

describe('chosenPairs', () => {
  const { pairs } = linkedPicture();
  const numbers = pairNumbers(pairs, pairs);
  const keys = (text: string, shown = pairs): string[] =>
    chosenPairs('same', text, { shown, all: pairs, numbers }).map(({ pair }) => pair.key);

  test('takes numbers, ranges and keys', () => {
    expect(keys('1,3')).toEqual(['same a b', 'same b c']);
    expect(keys('2-3')).toEqual(['same a c', 'same b c']);
    expect(keys('same b c')).toEqual(['same b c']);
    expect(keys('b c')).toEqual(['same b c']);
  });

  test.each(['0', '4', '1-9', 'x', ''])('refuses "%s"', (text) => {
    expect(() => keys(text)).toThrow('--same takes numbers of the list (1 to 3)');
  });

  test('a number means the same pair whatever was decided since', () => {
    const linked = linkedPicture();
    const { pairs: now } = linked.after([decision('same a b', 'same', 'analyst')]);
    const shown = pairsShown(now, { all: false, blind: false });
    const named = { shown, all: now, numbers: pairNumbers(linked.pairs, now) };
    const chosen = (text: string): string[] =>
      chosenPairs('different', text, named).map(({ pair }) => pair.key);
    expect(shown.map(({ pair }) => pair.key)).toEqual(['same a c', 'same b c']);
    expect(chosen('2')).toEqual(['same a c']);
    expect(chosen('1')).toEqual(['same a b']);
    expect(chosen('2-3')).toEqual(['same a c', 'same b c']);
    expect(() => chosen('1-3')).toThrow('takes numbers of the list (2 to 3)');
  });

  test('blind, pairs go by key alone: numbers would be those of another list', () => {
    expect(() =>
      chosenPairs('same', '1', { shown: pairs, all: pairs, numbers: null }),
    ).toThrowErrorMatchingInlineSnapshot(
      `[UsageError: With --blind pairs have no numbers: --same takes their keys, not "1".]`,
    );
  });
});

describe('receiptLines', () => {
  const receipt = (blind: boolean, ...decisions: readonly Decision[]): readonly string[] => {
    const linked = { ...linkedPicture(), decisions: decisions.slice(0, -1) };
    const last = decisions.at(-1);
    if (!last) throw new Error('nothing was decided');
    return receiptLines(last, linked, linked.after(decisions), { language: 'en', blind });
  };

  test('names both records, and whose word it takes back', () => {
    const first = decision('same a b', 'same', 'analyst');
    const second = { ...decision('same a b', 'reopen', 'analyst'), supersedes: first.id };
    expect(receipt(false, first, second)).toMatchInlineSnapshot(`
      [
        "  Recorded analyst reopen: reopen  same a b",
        "     A  2022-03-10, Vlissingen, cocaine, 777 kg, HARC team, a.csv:9",
        "     B  2022-03-10, Vlissingen, cocaine, 777 kg, HARC team, b.csv:9",
        "     takes back: the same (analyst, analyst same)",
      ]
    `);
  });

  test('says that two roles contradict each other, and blind nothing of it', () => {
    const words = [
      decision('same a b', 'same', 'analyst'),
      decision('same a b', 'different', 'customs'),
    ];
    expect(receipt(false, ...words).at(-1)).toMatchInlineSnapshot(
      `"     now: the same (analyst, analyst same); different (customs, customs different); they contradict each other, so it does not count"`,
    );
    expect(receipt(true, ...words).join()).not.toContain('analyst');
  });
});
