import type { ObservedPrice } from '@samenbeeld/money';
import { expect, test } from 'vitest';
import { distributionText, publishedPrice } from '../../src/money/distribution-text.ts';
import { unitIn } from '../../src/money/unit-in.ts';

test('a price of pieces names them in the plural, in each language', () => {
  const price = distributionText({ kind: 'fixed', value: 1160 }, 'USD/1000 tablet');
  expect(price).toEqual({
    nl: '1.160\u00a0USD/1.000\u00a0tabletten',
    fr: '1\u202f160\u00a0USD/1\u202f000\u00a0comprimés',
    de: '1.160\u00a0USD/1.000\u00a0Tabletten',
    en: '1,160\u00a0USD/1,000\u00a0tablets',
  });
  expect(distributionText({ kind: 'fixed', value: 5 }, 'EUR/tablet').de).toBe(
    '5\u00a0EUR/Tablette',
  );
  expect(distributionText({ kind: 'fixed', value: 5 }, 'EUR/g').en).toBe('5\u00a0EUR/g');
});

test('a price of doses or pieces names them in each language', () => {
  const each = (unit: string) => {
    const { nl, fr, de, en } = distributionText({ kind: 'fixed', value: 5 }, unit);
    return [nl, fr, de, en].map((words) => words.replace('5\u00a0', ''));
  };
  expect(each('USD/dose')).toEqual(['USD/dosis', 'USD/dose', 'USD/Dosis', 'USD/dose']);
  expect(each('USD/1000 piece')).toEqual([
    'USD/1.000\u00a0stuks',
    'USD/1\u202f000\u00a0pièces',
    'USD/1.000\u00a0Stück',
    'USD/1,000\u00a0pieces',
  ]);
  expect(each('USD/10 g')).toEqual(Array.from({ length: 4 }, () => 'USD/10\u00a0g'));
});

test('a count is worded as one or as many', () => {
  expect([unitIn('report', 'fr', true), unitIn('report', 'nl'), unitIn('EUR', 'de', true)]).toEqual(
    ['déclarations', 'melding', 'EUR'],
  );
  expect(unitIn('pct', 'de', true)).toBe('%');
});

test('a uniform number says that no value is likelier than another', () => {
  expect(distributionText({ kind: 'uniform', low: 1, high: 2 }, 'kg')).toMatchInlineSnapshot(`
    {
      "de": "1 – 2 kg (jeder Wert dazwischen gleich wahrscheinlich)",
      "en": "1 – 2 kg (every value between equally likely)",
      "fr": "1 – 2 kg (toute valeur entre les deux également probable)",
      "nl": "1 – 2 kg (elke waarde daartussen even waarschijnlijk)",
    }
  `);
});

test('a number worked out from a published mean is no value that anybody called the likeliest', () => {
  const fitted = { kind: 'triangular', low: 45, mode: 51, high: 60, fittedTo: 'mean' } as const;
  expect(distributionText(fitted, 'EUR/g').nl).toBe(
    '45 – 51 – 60\u00a0EUR/g (driehoek, berekend uit het gepubliceerde gemiddelde: laagste waarde, top, hoogste waarde)',
  );
});

test('a price is shown as published: each figure by its name, not the likeliest value that it makes', () => {
  const distribution = { kind: 'triangular', low: 45, mode: 51, high: 60 } as const;
  const row = (stat: string, value: number) => ({ stat, value, unit: 'EUR/g' });
  const shown = (...observations: readonly object[]) =>
    publishedPrice({ distribution, unit: 'EUR/g', observations } as unknown as ObservedPrice).nl;
  expect(shown(row('min', 45), row('max', 60), row('mean', 52))).toBe(
    '45 – 52 – 60\u00a0EUR/g (laagste, gemiddelde, hoogste)',
  );
  const [low, high] = [row('min', 45), row('max', 60)];
  expect(shown(low, row('max', 58), row('median', 53), row('median', 52), high)).toBe(
    '45 – 52 – 53 – 60\u00a0EUR/g (laagste, mediaan, hoogste)',
  );
  expect(shown(high, low)).toBe('45 – 60\u00a0EUR/g (laagste, hoogste)');
  expect(shown(row('mean', 50))).toBe('50\u00a0EUR/g (gemiddelde)');
});
