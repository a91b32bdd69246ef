import type { ObservedPrice } from '@samenbeeld/money';
import type { Observation } from '@samenbeeld/schema';
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

test('a likeliest value that nobody published says what it was made from', () => {
  const triangle = { kind: 'triangular', low: 26_000, mode: 28_000, high: 36_000 } as const;
  const said = (...rows: readonly object[]) =>
    distributionText(triangle, 'EUR/kg', rows as readonly Observation[]).fr.replaceAll(/\s/gu, ' ');
  const row = (stat: string, value: number) => ({ stat, value, unit: 'EUR/kg' });
  const shape = 'minimum, valeur la plus probable, maximum ; loi triangulaire';
  expect(said(row('min', 26_000), row('mean', 30_000), row('max', 36_000))).toBe(
    `26 000 – 28 000 – 36 000 EUR/kg (${shape}, calculée d’après la moyenne publiée, 30 000 EUR/kg)`,
  );
  expect(said(row('min', 26_000), row('mode', 28_000), row('max', 36_000))).toBe(
    `26 000 – 28 000 – 36 000 EUR/kg (${shape})`,
  );
  expect(said(row('median', 30_000))).toContain('médiane publiée, 30 000');
});

test('a price is shown as published: a mean that was published, not the likeliest value that it makes', () => {
  const distribution = { kind: 'triangular', low: 45, mode: 51, high: 60 } as const;
  const row = (stat: string, value: number, unit = 'EUR/g') => ({ stat, value, unit });
  const shown = (...observations: readonly object[]) =>
    publishedPrice({ distribution, unit: 'EUR/g', observations } as unknown as ObservedPrice).nl;
  expect(shown(row('min', 45), row('max', 60), row('mean', 52))).toBe(
    '45 – 52 – 60\u00a0EUR/g (laagste, gemiddelde, hoogste waarde)',
  );
  // What several surveys gave, or one in other money, is shown as it is taken.
  for (const other of [[], [row('mean', 52), row('mean', 53)], [row('mean', 58, 'USD/g')]])
    expect(shown(row('min', 45), row('max', 60), ...other)).toContain('45 – 51 – 60');
});
