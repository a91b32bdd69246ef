import { renderSvg } from '@samenbeeld/page';
import { describe, expect, test } from 'vitest';
import { examples } from '../../charts/test/examples.ts';
import { moneyStress } from '../../charts/test/money-stress.ts';
import { trendStress } from '../../charts/test/trend-stress.ts';
import { faultsOf } from './drawn-faults.ts';
import { wordsInSvg } from './words-in-svg.ts';

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

/** German has the longest words; French, which has the longest sentences, and the wider ones in labels-apart.slow.test.ts. */
describe.each(Object.entries({ ...examples, ...trendStress, ...moneyStress }))('%s', (_, draw) => {
  test('no words overlap or are cut at 340, de', async () => {
    expect(faultsOf(await renderSvg(draw({ language: 'de', width: 340 }).spec))).toEqual([]);
  });
});
