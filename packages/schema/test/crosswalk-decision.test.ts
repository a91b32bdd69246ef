import { crosswalkSubject, crosswalkVerdict, parseCrosswalkDecision } from '@samenbeeld/schema';
import fc from 'fast-check';
import { expect, test } from 'vitest';

const words = fc.string({ minLength: 1, unit: 'grapheme' });

test('a crosswalk decision is read back as it was written, whatever the label', () => {
  const match = fc.constantFrom('exact', 'narrower', 'broader', 'overlap');
  const code = fc.constantFrom('COC', 'USD/1000 tablet', 'FR.COM.La Réole', 'NLVLI+NLTNZ');
  fc.assert(
    fc.property(words, words, match, code, (column, label, relation, to) => {
      const subject = { source: 'nl-example', field: 'substance', column, label };
      const meaning = { match: relation as 'exact', to };
      expect(
        parseCrosswalkDecision({
          subject: crosswalkSubject(subject),
          verdict: crosswalkVerdict(meaning),
        }),
      ).toEqual({ ...subject, ...meaning });
    }),
  );
});

const subject = 'crosswalk nl-example substance "Middel" "coke"';

test('none has no code', () => {
  expect(parseCrosswalkDecision({ subject, verdict: 'none' })).toMatchObject({
    match: 'none',
    to: null,
  });
  expect(crosswalkVerdict({ match: 'none', to: null })).toBe('none');
});

test.each(['exact', 'exact ', 'none COC', 'same COC', 'EXACT COC', '', 'exact  COC'])(
  'the verdict %j is refused',
  (verdict) => {
    expect(() => parseCrosswalkDecision({ subject, verdict })).toThrow(
      `The verdict of a crosswalk decision is exact CODE, narrower CODE, broader CODE, overlap CODE or none; not "${verdict}".`,
    );
  },
);

test.each([
  'crosswalk nl-example substance Middel "coke"',
  'crosswalk nl-example "Middel" "coke"',
  'crosswalk nl-example substance "Middel" ""',
  'crosswalk nl-example substance "Middel" "co\\qke"',
  'crosswalk nl-example substance "Middel" "coke" ',
  'correction nl-example "Middel" "coke"',
])('the subject %j is refused', (wrong) => {
  expect(() => parseCrosswalkDecision({ subject: wrong, verdict: 'exact COC' })).toThrow(
    'The subject of a crosswalk decision is: crosswalk SOURCE FIELD "COLUMN" "LABEL"',
  );
});
