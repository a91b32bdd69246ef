import { methods, money, show, type View } from '@samenbeeld/notebook';
import { expect, test } from 'vitest';

function html(shown: View): string {
  const [bundle] = shown.outputs();
  return bundle?.['text/html'] ?? '';
}

test('whole numbers under a finding are whole', () => {
  const events = [123_456, 10_236].map((quantity) => ({ period: '2024', quantity }));
  const shown = html(show(() => methods.topShare({ events }, { top: 1 })));
  expect(shown).toContain('<li>quantity: 123,456</li>');
  expect(shown).toContain('<li>total: 133,692</li>');
});

test('an interval has the ends that the sentence has', () => {
  const kilograms = [2, 3, 5, 8, 12, 20, 40, 41, 55, 60, 4000, 9001];
  const ask = () => methods.bootstrapQuantity(kilograms, { statistic: 'total' });
  const shown = html(show(ask));
  const [, low = '', high = ''] = /95% interval ([\d,]+) to ([\d,]+)/.exec(shown) ?? [];
  expect(low).not.toBe('');
  expect(shown).toContain(`interval 95%: ${low} – ${high}\u00a0kg`);
  expect(html(show(ask, { language: 'nl' }))).toContain(
    `interval 95%: ${low.replaceAll(',', '.')} – ${high.replaceAll(',', '.')}\u00a0kg`,
  );
});

test('a seed keeps its digits, a ratio is rounded for a reader', () => {
  const ask = () => methods.bootstrapQuantity([1, 2, 3, 5], { seed: 20240630 });
  expect(html(show(ask))).toContain('<li>seed: 20240630</li>');
  expect(html(show(() => methods.rateRatio(24, 15)))).toContain('interval 95%: 0.81 – 3.28 ·');
});

test('a share is a percentage, as in the sentence', () => {
  const shown = html(show(() => methods.cochranArmitage([22, 17, 13], [91, 106, 94])));
  expect(shown).not.toMatch(/\d{4,}\.\d+/);
  const amounts = Array.from({ length: 400 }, (_, i) => 2 ** (i / 10));
  expect(html(show(() => money.benford(amounts)))).toMatch(/n = 400/);
});
