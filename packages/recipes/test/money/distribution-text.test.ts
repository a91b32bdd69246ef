import { expect, test } from 'vitest';
import { distributionText } from '../../src/document/money/distribution-text.ts';

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
