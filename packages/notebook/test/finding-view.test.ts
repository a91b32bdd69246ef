import { answered, methods, money, show, type View } from '@samenbeeld/notebook';
import type { Finding } from '@samenbeeld/schema';
import { expect, test } from 'vitest';
import { english, plain } from '../../../test/english-words.ts';
import { findingBlocks } from '../src/finding-view.ts';
import { howMany } from '../src/words.ts';

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

test('units are said in words, and amounts of money no more precisely than the sentence', () => {
  const growth = () => methods.logLinearTrend([10, 11, 12, 13, 14, 15, 16]);
  expect(html(show(growth, { language: 'fr' }))).toMatch(/% par an/);
  expect(html(show(growth))).not.toContain('/year');
  const value = {
    ...growth(),
    ...{ unit: 'EUR', interval: { low: 128_303_387, high: 170_878_021, level: 0.9 } },
    details: { median: 147_667_224, verdict: 'rising' },
  } as unknown as Finding;
  const shown = JSON.stringify(findingBlocks(value, 'fr')).replaceAll(/\s/gu, ' ');
  expect(shown).toContain('128 à 171 millions d’euros');
  expect(shown).toContain('median: 148 000 000');
  expect(shown).not.toContain('verdict');
});

test('what is counted has the form of its number', () => {
  expect(howMany(1, 'decisions')).toEqual({
    nl: '1 beslissing',
    fr: '1 décision',
    de: '1 Entscheidung',
    en: '1 decision',
  });
  expect(howMany(2, 'pairs').nl).toBe('2 paren van meldingen');
  expect(howMany(0, 'rows').fr).toBe('0 ligne');
});

/** Findings with something to know before each is quoted. */
const warned: Readonly<Record<string, () => Finding>> = {
  'too few values': () => methods.mannKendall([3, 5, 5, 7, 6, 9]),
  ties: () => methods.senSlope([0, 0, 1, 0, 0, 0, 2, 0, 0, 1, 0, 0, 0]),
  'few events': () => methods.rateRatio(6, 3),
  'a dominant find': () => methods.bootstrapQuantity([1, 2, 3, 5, 400, null]),
  'finds of unknown size': () =>
    methods.topShare({
      events: [
        { period: '2024', quantity: 5 },
        { period: '2024', quantity: null },
      ],
    }),
  'largest finds': () =>
    methods.leaveLargestOut({
      events: [1, 2, 3, 4, 90].map((quantity, i) => ({ period: `${2020 + i}`, quantity })),
    }),
  'a raised factor': () => methods.logLinearTrend([10, 11, 12, 13, 14, 15]),
  'an over-dispersed fit': () =>
    methods.logLinearTrend([1, 30, 2, 50, 4, 90], { family: 'poisson' }),
  alarms: () => methods.ears([0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 3]),
  gaps: () => methods.gapChart([1, 2, 1, 3, 2, 1, 2, 4, 1], { learnFrom: 8 }),
  'turning points': () => methods.joinpoint([1, 2, 4, 8, 16, 32]),
  levels: () => methods.changePoints([3, 4, 3, 4, 3, 4, 3, 4, 30, 31]),
  digits: () => money.benford(Array.from({ length: 400 }, (_, i) => 2 ** (i / 10))),
};

test.each(Object.entries(warned))(
  'what a finding says is in the language of its reader: %s',
  (_, ask) => {
    for (const language of ['nl', 'fr', 'de'] as const) {
      const [bundle] = answered(show<Finding>(ask, { language })).outputs();
      const [, ...lines] = String(bundle?.['text/plain'] ?? '').split('\n');
      expect(lines.length).toBeGreaterThan(2);
      // A detail is named by its code.
      const words = lines.map((line) => plain(line.replace(/^\s*- [a-z]\w*\s?: /u, '')));
      expect(words.filter((line) => english.test(line))).toEqual([]);
    }
  },
);

test('warnings stand as sentences, each with its own stop, and assumptions as well', () => {
  const shown = html(show(() => methods.rateRatio(6, 3), { language: 'nl' }));
  expect(shown).toContain('Let op: Minder dan 10 gebeurtenissen aan één kant: geef geen');
  expect(shown).toContain('<li>Beide aantallen volgen dezelfde telregel.</li>');
  const raised = html(
    show(() => methods.logLinearTrend([10, 11, 12, 13, 14, 15]), { language: 'fr' }),
  );
  expect(raised).toMatch(/Attention\s: (?:.* )?φ de [\d,]+ relevé à 1\./u);
});
