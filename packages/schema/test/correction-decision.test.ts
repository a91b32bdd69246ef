import { correctionSubject, correctionVerdict, parseCorrectionDecision } from '@samenbeeld/schema';
import fc from 'fast-check';
import { expect, test } from 'vitest';

const words = fc.string({ minLength: 1, unit: 'grapheme' });
const filled = words.filter((text) => text.trim() !== '');

test('a correction is read back as it was written, whatever the cells', () => {
  const condition = fc.oneof(words, fc.array(words, { minLength: 1, maxLength: 3 }));
  const where = fc.dictionary(words, condition, { maxKeys: 3, noNullPrototype: true });
  fc.assert(
    fc.property(words, filled, filled, where, (column, from, to, conditions) => {
      fc.pre(from !== to);
      const slip = { source: 'nl-example', column, from, where: conditions };
      const subject = correctionSubject(slip);
      const verdict = correctionVerdict({ from, to });
      expect(parseCorrectionDecision({ subject, verdict })).toEqual({ ...slip, to });
    }),
  );
});

test('a line separator in a heading is read back too', () => {
  const slip = { source: 's', column: 'a', from: '1', where: { 'b\u2028c': 'd\u2029' } };
  const subject = correctionSubject(slip);
  expect(parseCorrectionDecision({ subject, verdict: '"1" → "2"' })).toEqual({ ...slip, to: '2' });
});

test('the order of the conditions does not make another subject', () => {
  const slip = { source: 'de-example', column: 'Schluessel', from: '3.00E+100' };
  const subject = correctionSubject({ ...slip, where: { Land: 'Bayern', Jahr: '1987' } });
  expect(subject).toBe(correctionSubject({ ...slip, where: { Jahr: '1987', Land: 'Bayern' } }));
  expect(subject).toBe(
    'correction de-example "Schluessel" "3.00E+100" where {"Jahr":"1987","Land":"Bayern"}',
  );
});

const subject = 'correction nl-example "Aantal" "1638"';

test.each([
  '"1638" -> "163,8"',
  '1638 → 163,8',
  '"1638" → "1638"',
  '"1638" → ""',
  '"1639" → "163,8"',
  'accept',
])('the verdict %j is refused', (verdict) => {
  expect(() => parseCorrectionDecision({ subject, verdict })).toThrow(
    'The verdict of a correction is "FROM" → "TO", with the FROM of its subject ("1638")',
  );
});

test.each([
  'correction nl-example "Aantal"',
  'correction nl-example Aantal "1638"',
  `${subject} where {}`,
  `${subject} where {"Jaar":2022}`,
  `${subject} where {"Jaar":{"match":"("}}`,
  `${subject} where {"Jaar":{"match":"2022","and":"more"}}`,
  `${subject} where Jaar is 2022`,
])('the subject %j is refused', (wrong) => {
  expect(() => parseCorrectionDecision({ subject: wrong, verdict: '"1638" → "163,8"' })).toThrow(
    'The subject of a correction is: correction SOURCE "COLUMN" "FROM"',
  );
});
