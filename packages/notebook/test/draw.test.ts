import { answered, chart, methods, show } from '@samenbeeld/notebook';
import { expect, test } from 'vitest';

test('the numbers behind a chart have seven digits at most; the table itself has them all', async () => {
  const ratios = { NLVLI: show(() => methods.rateRatio(24, 17)) };
  const drawn = answered(await chart.rates(ratios));
  expect(drawn.table.rows[0]?.[1]).toBe(24 / 17);
  const shown = drawn.outputs()[1]?.['text/html'] ?? '';
  expect(shown).toContain('>1.411765<');
  expect(shown).toContain('>0.7274026<');
  expect(shown).not.toMatch(/\.\d{8}/);
});
