import { languages } from '@samenbeeld/schema';
import { expect, test } from 'vitest';
import type { Analysis } from '../src/analysis.ts';
import { floorFinding } from '../src/document/floor-finding.ts';

const findingOf = (lowest: number, highest: number | null) =>
  floorFinding(
    {
      totals: [
        {
          period: '2025',
          members: [{ state: 'reported' }],
          missing: [],
          reported: { lowest, likely: lowest, highest },
          total: { atLeast: lowest, atMost: highest },
        },
      ],
    } as unknown as Analysis,
    () => ({}) as never,
  );

test('the sentence says no more than its headline: a range has both ends, an open one none above', () => {
  const [range, open, exact] = [
    [1768, 1777] as const,
    [1768, null] as const,
    [1768, 1768] as const,
  ].map(([low, high]) => findingOf(low, high)?.text);
  const floor = { nl: 'ten minste', fr: 'au moins', de: 'mindestens', en: 'at least' };
  const high = { nl: '1.777', fr: '1 777', de: '1.777', en: '1,777' };
  for (const language of languages) {
    expect(range?.[language]).toContain(floor[language]);
    expect(range?.[language].replace(/[\u00a0\u202f]/gu, ' ')).toContain(high[language]);
    expect(open?.[language]).toContain(floor[language]);
    expect(exact?.[language]).not.toContain(floor[language]);
  }
});
