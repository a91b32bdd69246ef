import { dirname } from 'node:path';
import type { LookedUp } from '@samenbeeld/answers';
import type { Evidence } from '@samenbeeld/money';
import { RefusalError } from '@samenbeeld/schema';
import { describe, expect, test } from 'vitest';
import { type EvidenceHeld, lookUpAll } from '../../src/money/evidence-lookup.ts';
import { refusalOf, words, writtenFile } from './written-file.ts';

const table = writtenFile(
  'e.csv',
  'id,says,url,published_on\nV01,"about 5, or 6",https://example.org,2024-01-02\nV02,,,\n',
);
const claim = {
  id: 'o1',
  reference: 'C001',
  publication: 'https://example.org/c',
  publishedOn: '2023-03-04',
  origin: { file: 'claims.csv', sheet: null, line: 7, column: 'value', raw: '4,776' },
};
const held = {
  picture: { folder: dirname(table) },
  observations: [claim],
} as unknown as EvidenceHeld;

const look = (from: Evidence['from']): readonly LookedUp[] => {
  const piece: Evidence = {
    id: 'E1',
    says: words,
    from,
    source: 'A',
    information: '2',
    relevance: 'high',
    ratings: { H1: 'C' },
  };
  return lookUpAll([piece], 'h.yaml', held).get('E1') ?? [];
};

describe('lookUpAll', () => {
  test('finds a claim of the picture by its number', () => {
    expect(look({ kind: 'figure', picture: 'p', key: 'C001' })).toEqual([
      {
        origin: claim.origin,
        url: 'https://example.org/c',
        publishedOn: '2023-03-04',
        observation: claim,
      },
    ]);
  });

  test('finds a cell of a table beside the hypotheses, quoted commas and all', () => {
    expect(look({ kind: 'cell', file: 'e.csv', line: 2, column: 'says' })).toEqual([
      {
        origin: { file: 'e.csv', sheet: null, line: 2, column: 'says', raw: 'about 5, or 6' },
        url: 'https://example.org',
        publishedOn: '2024-01-02',
        observation: null,
      },
    ]);
  });

  test('finds every place of a piece that rests on several', () => {
    const cell = { kind: 'cell', file: 'e.csv', line: 2, column: 'says' } as const;
    const found = look([cell, { kind: 'figure', picture: 'p', key: 'C001' }]);
    expect(found.map(({ origin }) => origin.raw)).toEqual(['about 5, or 6', '4,776']);
    expect(refusalOf(() => look([cell, { ...cell, line: 9 }]))).toContain('e.csv line 9');
  });

  test.each([
    [{ kind: 'figure', picture: 'p', key: 'C999' }, 'the claim C999'],
    [{ kind: 'cell', file: 'e.csv', line: 3, column: 'says' }, 'e.csv line 3 column says'],
    [{ kind: 'cell', file: 'e.csv', line: 9, column: 'says' }, 'e.csv line 9 column says'],
    [{ kind: 'cell', file: 'e.csv', line: 2, column: 'said' }, 'e.csv line 2 column said'],
    [{ kind: 'cell', file: 'none.csv', line: 2, column: 'says' }, 'none.csv line 2 column says'],
  ] as const)('lets no evidence rest on %j', (from, what) => {
    expect(refusalOf(() => look(from))).toBe(
      `h.yaml: evidence E1 rests on ${what}, which is not in the picture. Repair: correct the places, or add the inputs that hold them`,
    );
  });

  test('refuses a query, since a report runs none', () => {
    expect(() => look({ kind: 'query', picture: 'p', sql: 'SELECT 1' })).toThrow(RefusalError);
  });

  test('tells every place of a file that is not there at once', () => {
    const piece = (id: string, key: string): Evidence => ({
      ...{ id, says: words, source: 'A', information: '2', relevance: 'high', ratings: {} },
      from: { kind: 'figure', picture: 'p', key },
    });
    const pieces = [piece('E1', 'C998'), piece('E2', 'C001'), piece('E3', 'C999')];
    expect(refusalOf(() => lookUpAll(pieces, 'h.yaml', held))).toMatchInlineSnapshot(`
      "h.yaml: expected a file without faults, found 2:
        - evidence E1 rests on the claim C998, which is not in the picture. Repair: correct the places, or add the inputs that hold them
        - evidence E3 rests on the claim C999, which is not in the picture. Repair: correct the places, or add the inputs that hold them
      Repair: mend each; correct the places, or add the inputs that hold them"
    `);
    const found = lookUpAll([piece('E2', 'C001')], 'h.yaml', held);
    expect(found.get('E2')?.map(({ origin }) => origin.raw)).toEqual(['4,776']);
  });
});
