import { describe, expect, test } from 'vitest';
import { type ReplayRecord, replayJudgements } from '../src/index.ts';
import { judge, ref } from './make-pairs.ts';

const seen = { seen: { a: 'f1', b: 'f7' } };
const j = judge('j', 'be:1', 'nl:7', 'positive', seen);
const now = (name: string, more: Partial<ReplayRecord> = {}): ReplayRecord => ({
  ...ref(name),
  ...more,
});

describe('on new data a judgement', () => {
  test.each<[string, readonly ReplayRecord[], unknown]>([
    [
      'applies where both records stand',
      [now('be:1'), now('nl:7')],
      { applies: [j], lapsed: [], renamed: [] },
    ],
    [
      'applies where they say the same',
      [now('be:1', { fingerprint: 'f1' }), now('nl:7', { fingerprint: 'f7' })],
      { applies: [j] },
    ],
    [
      'lapses where one is gone',
      [now('be:1'), now('be:7')],
      { applies: [], lapsed: [{ kind: 'gone', judgement: j, missing: [ref('nl:7')] }] },
    ],
    [
      'lapses where both are gone',
      [],
      { lapsed: [{ kind: 'gone', missing: [ref('be:1'), ref('nl:7')] }] },
    ],
    [
      'lapses where one says something else',
      [now('be:1'), now('nl:7', { fingerprint: 'f8' })],
      { applies: [], lapsed: [{ kind: 'altered', judgement: j, altered: [ref('nl:7')] }] },
    ],
    [
      'lapses where both became one',
      [now('eu:1', { formerly: [ref('be:1'), ref('nl:7')] })],
      { applies: [], lapsed: [{ kind: 'become one', judgement: j, record: ref('eu:1') }] },
    ],
  ])('%s', (_, records, expected) => {
    expect(replayJudgements([j], records)).toMatchObject(expected as object);
  });

  test('follows a record that changed its name, and still knows its past', () => {
    const { applies, renamed } = replayJudgements(
      [j],
      [now('be:2026-1', { formerly: [ref('be:1')], fingerprint: 'f1' }), now('nl:7')],
    );
    expect(applies).toEqual([{ ...j, a: ref('be:2026-1') }]);
    expect(renamed).toEqual([{ judgement: applies[0], from: j }]);
  });

  test('follows the record and not the name, where ids were given anew', () => {
    const swapped = [
      now('be:1', { formerly: [ref('be:2')] }),
      now('be:2', { formerly: [ref('be:1')] }),
      now('nl:7'),
    ];
    expect(replayJudgements([j], swapped).applies.map(({ a }) => a.id)).toEqual(['2']);
  });

  test('is not looked at where it no longer stands', () => {
    const undone = judge('k', 'be:1', 'nl:7', 'reopened', { supersedes: 'j' });
    expect(replayJudgements([j, undone], [])).toEqual({ applies: [], lapsed: [], renamed: [] });
  });
});

test('data in which a judgement could mean two records are refused', () => {
  expect(() => replayJudgements([j], [now('be:1'), now('be:1')])).toThrowError(
    'the new data hold the record be/1 twice',
  );
  const two = [now('be:4', { formerly: [ref('be:1')] }), now('be:5', { formerly: [ref('be:1')] })];
  expect(() => replayJudgements([j], two)).toThrowError(
    'be/1 is said to have become both be/4 and be/5; a record can become only one',
  );
});
