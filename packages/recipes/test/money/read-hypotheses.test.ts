import { readHypotheses } from '@samenbeeld/recipes';
import { describe, expect, test } from 'vitest';
import { refusalOf, words, writtenFile } from './written-file.ts';

const hypothesis = {
  id: 'H1',
  role: 'true',
  proposition: words,
  refutedBy: words,
  reviewOn: '2027-06-30',
};
const piece = {
  id: 'E1',
  says: words,
  from: { kind: 'figure', picture: 'p', key: 'C001' },
  source: 'A',
  information: '2',
  relevance: 'high',
  ratings: { H1: 'CC' },
};
const set = { id: 'H1', question: words, hypotheses: [hypothesis], evidence: [piece] };

const read = (content: unknown) => readHypotheses(writtenFile('h.yaml', content), 'h.yaml');
const withPiece = (changes: object) => ({ ...set, evidence: [{ ...piece, ...changes }] });

describe('readHypotheses', () => {
  test('gives what is written', () => {
    expect(read(set)).toEqual(set);
  });

  test('reads a bare true for "true", a bare 2 for "2", and each kind of place', () => {
    const cell = { kind: 'cell', file: 'e.csv', line: 2, column: 'says' };
    const found = read({
      ...set,
      hypotheses: [{ ...hypothesis, role: true }],
      evidence: [
        { ...piece, information: 2, from: cell, group: 'g' },
        { ...piece, id: 'E2', from: { kind: 'query', picture: 'p', sql: 'SELECT 1' } },
      ],
    });
    expect(found.hypotheses[0]?.role).toBe('true');
    expect(found.evidence).toMatchObject([
      { information: '2', from: cell, group: 'g' },
      { from: { kind: 'query', picture: 'p', sql: 'SELECT 1' } },
    ]);
  });

  test('reads a list of places', () => {
    const from = [piece.from, { kind: 'cell', file: 'e.csv', line: 2, column: 'says' }];
    expect(read(withPiece({ from })).evidence[0]?.from).toEqual(from);
    expect(refusalOf(() => read(withPiece({ from: [piece.from, 'hearsay'] })))).toContain(
      'evidence E1 is not tied to a figure, a query or a cell',
    );
  });

  test.each([
    [
      { ...set, hypotheses: [{ ...hypothesis, role: 'rival' }] },
      'h.yaml: expected the role of H1 as "true", not, artefact or other, found "rival". Repair: the proposition is "true", its denial is not, the reporting artefact is artefact',
    ],
    [
      { ...set, hypotheses: [{ ...hypothesis, refutedBy: null }] },
      'h.yaml: expected H1.refutedBy in nl, fr, de and en, found none in nl, fr, de, en. Repair: write it in all four languages',
    ],
    [
      { ...set, hypotheses: [{ ...hypothesis, reviewOn: null }] },
      'h.yaml: expected H1.reviewOn as text, found null. Repair: add a line such as "reviewOn: …"',
    ],
    [
      withPiece({ from: 'common knowledge' }),
      'h.yaml: evidence E1 is not tied to a figure, a query or a cell. Repair: write from: { kind: cell, file: …, line: …, column: … }',
    ],
    [
      withPiece({ source: 'Z' }),
      'h.yaml: expected E1.source as one of A, B, C, X, found "Z". Repair: write one of A, B, C, X',
    ],
    [
      withPiece({ ratings: 'CC' }),
      'h.yaml: expected ratings of E1 as a mapping, found "CC". Repair: rate it against each hypothesis, such as { H1: C, H1-not: I }',
    ],
  ])('refuses %j', (content, message) => {
    expect(refusalOf(() => read(content))).toBe(message);
  });
});
