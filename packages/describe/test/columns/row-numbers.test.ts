import { describe, expect, it } from 'vitest';
import { describedLines } from '../table-of.ts';

describe('whole numbers from one, each once', () => {
  it('of another order than that of the rows are no numbers of rows', async () => {
    const found = await describedLines('aantal.csv', [
      'Jaar;Provincie;Stuks gevonden',
      '2030;Utrecht;3',
      '2030;Zeeland;1',
      '2030;Drenthe;2',
    ]);
    expect(found.columns.at(-1)?.to).toBe('value');
  });
});
