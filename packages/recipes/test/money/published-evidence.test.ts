import { readFileSync } from 'node:fs';
import { placesOf } from '@samenbeeld/money';
import { readHypotheses } from '@samenbeeld/recipes';
import { expect, test } from 'vitest';
import { publishedHypotheses } from './published-hypotheses.ts';

const folder = new URL('../../../../fixtures/published/', import.meta.url).pathname;
const lines = (file: string): readonly string[] => readFileSync(folder + file, 'utf8').split('\n');
const claims = ['claims.csv', 'claims-money.csv', 'claims-post-fiu.csv'].flatMap(lines);
const files = [...publishedHypotheses, 'template'];
const evidence = files.flatMap(
  (name) => readHypotheses(`${folder}hypotheses/${name}.yaml`, name).evidence,
);

/** Cells in which a number of the evidence may stand as another one: a share of two sums, a factor of two years. */
const workedOut: Readonly<Record<string, readonly string[]>> = {
  // 103 of 303 million; 1.1 of 258 and 34.6 of 368 million.
  'H2-E1': ['34'],
  'H6-E1': ['0.4', '9.4'],
  'H6-E2': ['34'],
  'H8-E1': ['34'],
  // 18.5 of 1,620 million.
  'H4-E1': ['1'],
};

test.each(evidence.map((piece) => [piece.id, piece] as const))(
  '%s: every number that it says stands in a cell it rests on',
  (id, piece) => {
    const cells = placesOf(piece)
      .map((place) => {
        if (place.kind === 'figure') return claims.find((line) => line.startsWith(`${place.key},`));
        return place.kind === 'cell' ? lines(place.file)[place.line - 1] : undefined;
      })
      .join('\n')
      .replaceAll(/(\d)[.,](?=\d{3}\b)/g, '$1');
    const numbers = (piece.says.en.match(/\d[\d,]*(\.\d+)?/g) ?? []).map((text) =>
      text.replaceAll(',', ''),
    );
    const missing = numbers.filter(
      (text) =>
        !workedOut[id]?.includes(text) &&
        ![Number(text), Number(text) * 1e6].some((value) =>
          new RegExp(`(?<![\\d.])${value}(?![\\d])`).test(cells),
        ),
    );
    expect(missing).toEqual([]);
  },
);

test('no evidence says more than its cell about the year before, or about luxury', () => {
  const says = new Map(evidence.map(({ id, says: words }) => [id, words.en]));
  expect(says.get('H2-E1')).toBe('Cash was 34% of Dutch seizures in 2020.');
  expect(says.get('H8-E2')).not.toContain('rather than');
});
