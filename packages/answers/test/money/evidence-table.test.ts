import { weighHypotheses } from '@samenbeeld/money';
import { readHypotheses } from '@samenbeeld/recipes';
import { expect, test } from 'vitest';
import { evidenceTable } from '../../src/money/evidence-table.ts';

const folder = new URL('../../../../fixtures/published/hypotheses/', import.meta.url).pathname;
const tableOf = (name: string) => {
  const set = readHypotheses(`${folder}${name}.yaml`, name);
  return evidenceTable({ file: name, set, weighed: weighHypotheses(set), evidence: new Map() });
};

test('shows the group of each piece under its heading, and none where there are no groups', () => {
  const grouped = tableOf('h8-luxury');
  const at = grouped.columns.findIndex(({ label }) => label.en === 'group');
  expect(grouped.rows.map((row) => row[at]?.shown.en)).toEqual(['–', 'nrc-2000', 'nrc-2000']);
  for (const row of grouped.rows) expect(row).toHaveLength(grouped.columns.length);
  const plain = tableOf('h0-reporting');
  expect(plain.columns.some(({ label }) => label.en === 'group')).toBe(false);
  for (const row of plain.rows) expect(row).toHaveLength(plain.columns.length);
});
