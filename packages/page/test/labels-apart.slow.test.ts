import { renderSvg } from '@samenbeeld/page';
import { describe, expect, test } from 'vitest';
import { examples } from '../../charts/test/examples.ts';
import { moneyStress } from '../../charts/test/money-stress.ts';
import { trendStress } from '../../charts/test/trend-stress.ts';
import { faultsOf } from './drawn-faults.ts';

describe.each(Object.entries(examples))('%s', (_, draw) => {
  test.each([
    [680, 'de'],
    [340, 'fr'],
  ] as const)('no words overlap or are cut at %i, %s', async (width, language) => {
    expect(faultsOf(await renderSvg(draw({ language, width }).spec))).toEqual([]);
  });
});

describe.each(Object.entries({ ...trendStress, ...moneyStress }))('%s', (_, draw) => {
  test('no words overlap or are cut at 680, de', async () => {
    expect(faultsOf(await renderSvg(draw({ language: 'de', width: 680 }).spec))).toEqual([]);
  });
});
