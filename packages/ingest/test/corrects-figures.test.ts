import { correctsFigures, loadSource } from '@samenbeeld/ingest';
import { catalogueFolder } from '@samenbeeld/sources';
import { expect, test } from 'vitest';

test('a correction of a figure is told from one of a key', () => {
  const source = loadSource(catalogueFolder('bka-pks-zeitreihe'));
  expect(source.corrections.length).toBeGreaterThan(0);
  expect(correctsFigures(source)).toBe(false);
  const [value] = source.columns.filter(({ mappings }) =>
    mappings.some(({ to }) => to === 'value'),
  );
  const [slip] = source.corrections;
  const corrections = [{ ...slip, column: value?.header } as (typeof source.corrections)[number]];
  expect(correctsFigures({ ...source, corrections })).toBe(true);
});
