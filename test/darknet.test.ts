import { expect, test } from 'vitest';
import { samenbeeld } from './one-process.ts';
import { darknet } from './pictures.ts';

/** The rows of what is published of a metric, its blanks evened. */
async function published(
  metric: string,
  ...options: readonly string[]
): Promise<readonly string[]> {
  const { stdout, code } = await samenbeeld([
    ...['ask', darknet, 'published', '--metric', metric, '--language', 'en'],
    ...options,
  ]);
  expect(code).toBe(0);
  return stdout
    .split('\n')
    .map((line) => line.trim().replace(/\s{2,}/gu, ' | '))
    .filter((line) => line.includes(' | '))
    .slice(1);
}

test('sales: shares of other markets and years stand apart, and euro beside dollars', async () => {
  const sales = await published('darknet_sales');
  const ofUnion = sales.filter((line) => line.startsWith('European Union'));
  expect(ofUnion.map((line) => line.split(' | ').slice(1, 5))).toEqual([
    ['on AlphaBay', '2015–2017', '26', '%'],
    ['on AlphaBay', '2015–2017', '28', '%'],
    ['on 16 major markets', '2011–2015', 'about 46', '%'],
    ['on 16 major markets', '2011–2015', 'about 80', 'million euro'],
  ]);
  expect(sales.find((line) => line.startsWith('Netherlands'))).toContain(
    'over 20 | million dollars | as a secondary site tells it; the report itself was not seen',
  );
});

test('vendors: January 2016 by country, and AlphaBay by itself', async () => {
  const vendors = await published('vendors');
  expect(vendors.map((line) => line.split(' | ').slice(0, 4))).toEqual([
    ['international', 'on AlphaBay', 'July 2017', 'about 40,000'],
    ['Germany', 'on eight markets', 'January 2016', '225'],
    ['United Kingdom', 'on eight markets', 'January 2016', '338'],
    ['United States', 'on eight markets', 'January 2016', '890'],
  ]);
  expect(await published('vendors', '--place', 'DE')).toHaveLength(1);
});
