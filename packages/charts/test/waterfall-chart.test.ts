import { waterfallChart } from '@samenbeeld/charts';
import { languages, type Text } from '@samenbeeld/schema';
import { describe, expect, test } from 'vitest';
import { oddsTicks } from '../src/waterfall-chart.ts';

const same = (words: string): Text => ({ nl: words, fr: words, de: words, en: words });
const steps = [
  { kind: 'start', text: same('before'), from: 0, to: -1 },
  { kind: 'reason', text: same('same weight'), from: -1, to: 7 },
  { kind: 'reason', text: same('place: different'), from: 7, to: 4, withheld: true },
  { kind: 'end', text: same('together'), from: 0, to: 4 },
] as const;

describe('waterfallChart', () => {
  test('tells how much likelier each reason makes it, and the probability after it', () => {
    expect(waterfallChart(steps, { language: 'en' }).table.rows).toEqual([
      ['before', null, 33.33],
      ['same weight', 256, 99.22],
      ['place: different', 0.125, 94.12],
      ['together', null, 94.12],
    ]);
  });

  test('draws how rare a shared value is as a step of its own', () => {
    const rare = [
      ...steps.slice(0, 2),
      { kind: 'rarity', text: same('a rare weight'), from: 7, to: 9 },
      { kind: 'end', text: same('together'), from: 0, to: 9 },
    ] as const;
    const { table, spec } = waterfallChart(rare, { language: 'en' });
    expect(table.rows[2]).toEqual(['a rare weight', 4, 99.81]);
    expect(JSON.stringify(spec)).toContain('× 4');
    expect(JSON.stringify(spec).match(/"shape":"diamond"/g)).toHaveLength(
      JSON.stringify(waterfallChart(steps, { language: 'en' }).spec).match(/"shape":"diamond"/g)
        ?.length ?? 0,
    );
  });

  test('says in each language that a value is withheld, and only where one is', () => {
    for (const language of languages) {
      const shown = waterfallChart(steps.slice(0, 2), { language }).caption;
      const hidden = waterfallChart(steps, { language }).caption;
      expect(hidden.length).toBeGreaterThan(shown.length);
    }
    expect(waterfallChart(steps, { language: 'en', together: 0.5 }).caption).toContain(
      'With all that is tied to it: 50%.',
    );
  });

  test('prints nothing as certain that is not', () => {
    const sure = [{ kind: 'end', text: same('together'), from: 0, to: 40 }] as const;
    const { spec } = waterfallChart(sure, { language: 'en' });
    expect(JSON.stringify(spec)).toContain('> 99.99%');
    expect(JSON.stringify(spec)).not.toContain('"100%"');
  });
});

describe('oddsTicks', () => {
  test('labels log2 odds with probabilities that do not overlap', () => {
    const ticks = oddsTicks([-8, 8], 300, 'nl');
    expect(ticks.map(({ label }) => label)).toEqual(['1%', '10%', '50%', '90%', '99%']);
    expect(ticks.find(({ label }) => label === '50%')?.at).toBe(0);
    const narrow = oddsTicks([-30, 30], 120, 'en').map(({ label }) => label);
    expect(narrow).toContain('50%');
    expect(narrow.length).toBeLessThan(4);
  });
});
