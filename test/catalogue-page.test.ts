import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { catalogue } from '@samenbeeld/sources';
import { expect, it } from 'vitest';
import { cataloguePage } from './catalogue-page.ts';

const page = join(import.meta.dirname, '../docs/guide/catalogue.md');

it('docs/guide/catalogue.md says what the descriptions say', () => {
  const made = cataloguePage();
  if (process.env['REGEN'] === '1') writeFileSync(page, made);
  expect(readFileSync(page, 'utf8')).toBe(made);
});

it('names every source of the catalogue, with a heading of its own', () => {
  const text = readFileSync(page, 'utf8');
  for (const id of catalogue()) expect(text).toContain(`\n### ${id}\n`);
});
