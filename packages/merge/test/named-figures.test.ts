import { isOfCell } from '@samenbeeld/merge';
import { expect, test } from 'vitest';
import { seizure } from './seizure.ts';

test('what was said of a cell is of its sheet alone', () => {
  const origin = { file: 'a.xlsx', sheet: '2024', line: 5, column: 'C', raw: '7' };
  const said = { rule: 'r', severity: 'note', message: 'corrected' } as const;
  const issue = { ...said, file: 'a.xlsx', line: 5, column_name: 'C' };
  const row = seizure('a', { origin });
  expect(isOfCell({ ...issue, sheet: '2024' }, row)).toBe(true);
  expect(isOfCell({ ...issue, sheet: '2023' }, row)).toBe(false);
});
