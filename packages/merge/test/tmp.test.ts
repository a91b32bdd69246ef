import {
  agencies,
  bases,
  formatQuantity,
  parseQuantity,
  places,
  substances,
} from '@samenbeeld/schema';
import { expect, test } from 'vitest';

test('x', () => {
  for (const [t, l] of [
    ['4100 kg', 'en'],
    ['ruim 4100 kilo', 'nl'],
    ['ruim 4100 kilo', 'en'],
    ['4.100 kg', 'nl'],
    ['4.100 kg', 'en'],
    ['plus de 4100 kg', 'fr'],
    ['4,1 t', 'en'],
    ['4,1 ton', 'nl'],
    ['about 4200 kg', 'en'],
    ['4 200 kg', 'fr'],
    ['10000 kg cocaine', 'en'],
    ['4157', 'en'],
    ['meer dan 4.100 kilo', 'nl'],
    ['1,7 ton', 'nl'],
    ['over 4,100 kg', 'en'],
    ['3 seizures', 'en'],
    ['50997 tablets', 'en'],
  ] as const) {
    try {
      console.log(t, l, JSON.stringify(parseQuantity(t, l)));
    } catch (e) {
      console.log(t, l, String(e));
    }
  }
  console.log(
    formatQuantity(4157, 'kg', 'nl'),
    bases.map((b) => b.code + ' ' + JSON.stringify(b.label)).join('\n'),
  );
  expect(1).toBe(1);
});
