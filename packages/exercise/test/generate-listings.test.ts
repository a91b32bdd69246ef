import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { generateListings } from '@samenbeeld/exercise';
import { describe, expect, it } from 'vitest';

const fixture = (name: string): string =>
  readFileSync(fileURLToPath(new URL(`../../../fixtures/${name}`, import.meta.url)), 'utf8');

const rows = generateListings({ seed: 1 })
  .trim()
  .split('\n')
  .slice(1)
  .map((line) => line.split(','));
const vendorsOf = (countries: readonly string[]): number =>
  new Set(rows.filter((row) => countries.includes(row[8] ?? '')).map((row) => row[2])).size;

describe('generateListings', () => {
  it('is the file of the fixtures, whenever it is made', () => {
    expect(generateListings({ seed: 1 })).toBe(fixture('exercise/listings.csv'));
    expect(generateListings({ seed: 2 })).not.toBe(generateListings({ seed: 1 }));
  });

  it('has the published margins of vendors by country', () => {
    const published = fixture('published/claims-darknet.csv')
      .split('\n')
      .map((line) => line.split(','));
    const printedIn = (claim: string): number =>
      Number(published.find(([id]) => id === claim)?.[10]);
    // D011–D013: vendors of January 2016 in the United States, the United Kingdom and Germany, one in twenty.
    const each = vendorsOf(['US']) / printedIn('D011');
    expect(Math.abs(vendorsOf(['GB']) - printedIn('D012') * each)).toBeLessThan(0.6);
    expect(Math.abs(vendorsOf(['DE']) - printedIn('D013') * each)).toBeLessThan(0.6);
    // D001: 46 per cent of the Union of then.
    const all = new Set(rows.map((row) => row[2])).size;
    const union = vendorsOf(['GB', 'DE', 'NL', 'FR', 'BE', 'ES']);
    expect((union / all) * 100).toBe(printedIn('D001'));
  });

  it('says in every row that it is an exercise', () => {
    expect(rows.filter((row) => !row[14]?.startsWith('EXERCISE'))).toEqual([]);
  });
});
