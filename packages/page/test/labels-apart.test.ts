import { renderSvg } from '@samenbeeld/page';
import { describe, expect, test } from 'vitest';
import { examples } from '../../charts/test/examples.ts';
import { moneyStress } from '../../charts/test/money-stress.ts';
import { trendStress } from '../../charts/test/trend-stress.ts';
import { type DrawnWords, wordsInSvg } from './words-in-svg.ts';

const overlap = (a: DrawnWords, b: DrawnWords): boolean =>
  a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 1 && b.top < a.bottom - 1;

/** Words that cover others, and words that the edge of the drawing cuts. */
function faultsOf(svg: string): readonly string[] {
  const words = wordsInSvg(svg);
  const [, width = 0, height = 0] = /viewBox="0 0 ([\d.]+) ([\d.]+)"/.exec(svg)?.map(Number) ?? [];
  const covered = words.flatMap((one, index) =>
    words
      .slice(index + 1)
      .filter((other) => overlap(one, other))
      .map((other) => `"${one.words}" and "${other.words}" overlap`),
  );
  const cut = words
    .filter(
      ({ left, right, top, bottom }) =>
        left < -2 || right > width + 2 || top < -2 || bottom > height + 2,
    )
    .map((one) => `"${one.words}" is cut`);
  return [...covered, ...cut];
}

test('words are found where they stand', () => {
  const text = (x: number, words: string): string =>
    `<text text-anchor="middle" transform="translate(${x},10)" font-size="10px">${words}</text>`;
  const svg = (x: number): string =>
    `<svg viewBox="0 0 99 20"><g transform="translate(10,5)">${text(2, '11')}<text/>${text(x, '22')}</g></svg>`;
  expect(wordsInSvg(svg(40)).map(({ words }) => words)).toEqual(['11', '22']);
  expect(wordsInSvg(svg(40))[1]?.right).toBeCloseTo(50 + 5.56, 9);
  expect(faultsOf(svg(40))).toEqual([]);
  expect(faultsOf(svg(10))).toEqual(['"11" and "22" overlap']);
  expect(faultsOf(svg(-14))).toEqual(['"22" is cut']);
});

/** German has the longest words, French the longest sentences. */
describe.each(Object.entries(examples))('%s', (_, draw) => {
  test.each([
    [680, 'de'],
    [340, 'de'],
    [340, 'fr'],
  ] as const)('no words overlap or are cut at %i, %s', async (width, language) => {
    expect(faultsOf(await renderSvg(draw({ language, width }).spec))).toEqual([]);
  });
});

describe.each(Object.entries({ ...trendStress, ...moneyStress }))('%s', (_, draw) => {
  test.each([680, 340])('no words overlap or are cut at %i', async (width) => {
    expect(faultsOf(await renderSvg(draw({ language: 'de', width }).spec))).toEqual([]);
  });
});
