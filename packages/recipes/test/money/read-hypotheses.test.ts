import { readFileSync } from 'node:fs';
import { type HypothesisSet, placesOf, weighHypotheses } from '@samenbeeld/money';
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
const rivals = [
  hypothesis,
  { ...hypothesis, id: 'H1-not', role: 'not' },
  { ...hypothesis, id: 'H1-rule', role: 'artefact' },
];
const piece = {
  id: 'E1',
  says: words,
  from: { kind: 'figure', picture: 'p', key: 'C001' },
  source: 'A',
  information: '2',
  relevance: 'high',
  ratings: { H1: 'CC', 'H1-not': 'I', 'H1-rule': 'NA' },
};
const set = { id: 'H1', question: words, hypotheses: rivals, evidence: [piece] };

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
      hypotheses: [{ ...hypothesis, role: true }, ...rivals.slice(1)],
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
      'h.yaml: expected E1.from.kind as one of figure, query, cell, found none. Repair: write `from: { kind: cell, file: …, line: …, column: … }`',
    );
  });

  test.each([
    [
      { ...set, hypotheses: [{ ...hypothesis, role: 'rival' }, ...rivals.slice(1)] },
      'h.yaml: expected H1.role as one of "true", not, artefact, other, found "rival". Repair: the proposition is "true", its denial is not, the reporting artefact is artefact',
    ],
    [
      { ...set, hypotheses: [{ ...hypothesis, refutedBy: null }, ...rivals.slice(1)] },
      'h.yaml: expected H1.refutedBy as words in nl, fr, de and en, found none in nl, fr, de, en. Repair: write `refutedBy: { nl: …, fr: …, de: …, en: … }`',
    ],
    [
      { ...set, hypotheses: [{ ...hypothesis, reviewOn: null }, ...rivals.slice(1)] },
      'h.yaml: expected H1.reviewOn as text, found none. Repair: write `reviewOn: …`',
    ],
    [
      withPiece({ from: 'common knowledge' }),
      'h.yaml: expected E1.from.kind as one of figure, query, cell, found none. Repair: write `from: { kind: cell, file: …, line: …, column: … }`',
    ],
    [
      withPiece({ source: 'Z' }),
      'h.yaml: expected E1.source as one of A, B, C, X, found "Z". Repair: write `source: A`',
    ],
    [
      withPiece({ ratings: 'CC' }),
      'h.yaml: expected E1.ratings as keys with values, found "CC". Repair: write `ratings: { H1: C, H1-not: I }`',
    ],
  ])('refuses %j', (content, message) => {
    expect(refusalOf(() => read(content))).toBe(message);
  });

  test('tells every fault of a file at once, and what follows from one only once', () => {
    expect(
      refusalOf(() =>
        read({
          question: { ...words, fr: 'x' },
          hypotheses: [
            { ...hypothesis, role: 'rival', reviewOn: 'next year' },
            { ...hypothesis, id: 'H1-not', role: 'not', refutedBy: { nl: '…' } },
          ],
          evidence: [
            { ...piece, source: 'Z', from: 'common knowledge', ratings: {} },
            { ...piece, id: 'E2', ratings: { H1: 'yes', H9: 'C' } },
            { ...piece, id: 'E2', chances: { H1: null } },
          ],
        }),
      ),
    ).toMatchInlineSnapshot(`
      "h.yaml: expected a file without faults, found 14:
        - expected id as text, found none. Repair: write \`id: …\`
        - expected question to say something, found "x" in fr. Repair: write the sentence that readers of that language will see
        - expected H1.role as one of "true", not, artefact, other, found "rival". Repair: the proposition is "true", its denial is not, the reporting artefact is artefact
        - expected H1-not.refutedBy as words in nl, fr, de and en, found none in fr, de, en. Repair: write \`refutedBy: { nl: …, fr: …, de: …, en: … }\`
        - expected E1.from.kind as one of figure, query, cell, found none. Repair: write \`from: { kind: cell, file: …, line: …, column: … }\`
        - expected E1.source as one of A, B, C, X, found "Z". Repair: write \`source: A\`
        - hypothesis set ? has two entries called E2. Repair: give each hypothesis and each piece of evidence its own id
        - hypothesis H1: expected a review date such as 2027-01-31, found "next year". Repair: give the date on which the refuting prediction is looked at
        - evidence E1 is not rated against H1, H1-not. Repair: rate each piece against each hypothesis, NA where it has no bearing
        - evidence E2: expected CC, C, N, I, II, NA, found "yes". Repair: NA where the evidence has no bearing on the hypothesis
        - evidence E2 is rated against H9, which is not in the set. Repair: rate it against H1 and H1-not
        - evidence E2 is not rated against H1-not. Repair: rate each piece against each hypothesis, NA where it has no bearing
        - evidence E2 is rated against H1-rule, which is not in the set. Repair: rate it against H1 and H1-not
        - evidence E2: expected H1: 0 < low ≤ likely ≤ high ≤ 1, found undefined, undefined, undefined. Repair: state how likely the evidence would be if that hypothesis were true
      Repair: mend each; template.yaml beside the published hypotheses is a whole file"
    `);
  });

  test.each(['x', '…', 'TODO', '- tbd -', '42'])('refuses "%s" for a sentence', (placeholder) => {
    expect(refusalOf(() => read({ ...set, question: { ...words, nl: placeholder } }))).toBe(
      `h.yaml: expected question to say something, found "${placeholder}" in nl. Repair: write the sentence that readers of that language will see`,
    );
  });

  test('a set without rivals is refused where it is read', () => {
    expect(refusalOf(() => read({ ...set, hypotheses: [hypothesis] }))).toMatchInlineSnapshot(`
      "h.yaml: expected a file without faults, found 4:
        - hypothesis set H1 has no hypothesis of role "not". Repair: a proposition needs its denial and the reporting artefact as rivals
        - hypothesis set H1 has no hypothesis of role "artefact". Repair: a proposition needs its denial and the reporting artefact as rivals
        - evidence E1 is rated against H1-not, which is not in the set. Repair: rate it against H1
        - evidence E1 is rated against H1-rule, which is not in the set. Repair: rate it against H1
      Repair: mend each; template.yaml beside the published hypotheses is a whole file"
    `);
  });
});

describe('the template', () => {
  const folder = new URL('../../../../fixtures/published/hypotheses/', import.meta.url).pathname;
  const template = readFileSync(`${folder}template.yaml`, 'utf8');
  const kindsOf = ({ evidence }: HypothesisSet): ReadonlySet<string> =>
    new Set(evidence.flatMap(placesOf).map(({ kind }) => kind));

  test('is a whole file that can be weighed: three roles, a figure, a cell, a group and chances', () => {
    const found = readHypotheses(`${folder}template.yaml`, 'template.yaml');
    expect(found.hypotheses.map(({ role }) => role)).toEqual(['true', 'not', 'artefact']);
    expect([...kindsOf(found)].toSorted()).toEqual(['cell', 'figure']);
    expect(found.evidence.some(({ group }) => group)).toBe(true);
    expect(found.evidence.some(({ chances }) => chances)).toBe(true);
    expect(found.evidence.some(({ from }) => Array.isArray(from))).toBe(true);
    expect(weighHypotheses(found).order).toHaveLength(3);
  });

  test('stays one where the lines that it offers for a notebook are taken up', () => {
    const whole = writtenFile('t.yaml', template.replaceAll(/^#\| ?/gm, ''));
    expect([...kindsOf(readHypotheses(whole, 't.yaml'))].toSorted()).toEqual([
      'cell',
      'figure',
      'query',
    ]);
  });

  test('is in no picture, so nobody publishes its example', () => {
    for (const picture of ['follow-the-money', 'north-sea-port'])
      expect(readFileSync(`${folder}../${picture}.picture.yaml`, 'utf8')).not.toContain('template');
  });
});
