import { readFileSync, writeFileSync } from 'node:fs';
import { portMap } from '@samenbeeld/charts';
import { expect, test } from 'vitest';
import { clipRegion } from './clip-region.ts';

const file = new URL('../src/region.json', import.meta.url);

test('the region of the map is what world-atlas gives (REGEN=1 rewrites it)', () => {
  const region = clipRegion();
  if (process.env['REGEN']) writeFileSync(file, `${JSON.stringify(region)}\n`);
  expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual(region);
});

test('the map stays small', () => {
  expect(
    JSON.stringify(
      portMap({ language: 'nl', area: 'PC_NSP', context: ['NLMOE', 'BEANR', 'BEZEE', 'NLRTM'] })
        .spec,
    ).length,
  ).toBeLessThan(30_000);
});

test('North Sea Port is Ghent, Terneuzen and Vlissingen, and Moerdijk only orients', () => {
  const text = JSON.stringify(
    portMap({ language: 'nl', area: 'PC_NSP', context: ['NLMOE', 'BEANR', 'BEZEE', 'NLRTM'] }).spec,
  );
  expect(text).toMatch(/"code":"NLMOE","side":"right","own":false/);
  for (const code of ['BEGNE', 'NLTNZ', 'NLVLI'])
    expect(text).toMatch(new RegExp(`"code":"${code}","side":"\\w+","own":true`));
});
