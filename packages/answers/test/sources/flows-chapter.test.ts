import type { TableBlock } from '@samenbeeld/page';
import { expect, test } from 'vitest';
import type { Analysis } from '../../src/analysis.ts';
import { flowsBlocks } from '../../src/sources/flows-chapter.ts';

test('the number of a cell is in the unit of its heading, in a workbook as on the page', () => {
  const row = { metric: 'tonnes', value: 70_300_000, periodStart: '2023-01-01', publication: null };
  const [table] = flowsBlocks({ gathered: { observations: [row] } } as unknown as Analysis);
  const [, { shown, value } = { shown: null }] = (table as TableBlock).rows[0] ?? [];
  expect((table as TableBlock).columns[1]?.label.en).toBe('million tonnes');
  expect([shown?.en, value]).toEqual(['70.3', 70.3]);
});
