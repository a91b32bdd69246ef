import { readFileSync, writeFileSync } from 'node:fs';
import { portMap } from '@samenbeeld/charts';
import { expect, test } from 'vitest';
import { clipRegion } from './clip-region.ts';
import { worldOutlines } from './world-outlines.ts';

const file = new URL('../src/region.json', import.meta.url);

test('the region of the map is what world-atlas gives (REGEN=1 rewrites it)', () => {
  const region = clipRegion();
  if (process.env['REGEN']) writeFileSync(file, `${JSON.stringify(region)}\n`);
  expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual(region);
});

const worldFile = new URL('../src/world.json', import.meta.url);

test('the outlines of the world are what world-atlas gives (REGEN=1 rewrites them)', () => {
  const outlines = worldOutlines();
  if (process.env['REGEN']) writeFileSync(worldFile, `${JSON.stringify(outlines)}\n`);
  expect(JSON.parse(readFileSync(worldFile, 'utf8'))).toEqual(outlines);
});

test('the outlines are small, and those without a code are of places that no list names', () => {
  const outlines = worldOutlines();
  expect(JSON.stringify(outlines).length).toBeLessThan(75_000);
  expect(outlines.filter(({ code }) => code === null)).toHaveLength(2);
  // Taken from a map: Quito lies at 78.5° W, the middle of Ecuador a little east of it.
  const ecuador = outlines.find(({ code }) => code === 'EC');
  expect(ecuador?.at[0]).toBeCloseTo(-78.4, 0);
  expect(ecuador?.at[1]).toBeCloseTo(-1.5, 0);
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
