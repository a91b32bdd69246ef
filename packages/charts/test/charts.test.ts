import { type Chart, priceCurveChart, seizureDotChart } from '@samenbeeld/charts';
import { languages } from '@samenbeeld/schema';
import { compile } from 'vega-lite';
import { describe, expect, test } from 'vitest';
import { examples } from './examples.ts';

const widths = [680, 340] as const;

/** Every value of a kind in a specification, by property name. */
function valuesOf(spec: unknown, name: string): readonly unknown[] {
  if (typeof spec !== 'object' || spec === null) return [];
  return Object.entries(spec).flatMap(([key, value]) => [
    ...(key === name ? [value] : []),
    ...valuesOf(value, name),
  ]);
}

/** What vega-lite says about a specification. */
function warningsOf(chart: Chart): readonly string[] {
  const said: string[] = [];
  const say = (...words: readonly unknown[]) => {
    said.push(words.join(' '));
    return logger;
  };
  const logger = {
    level: () => logger,
    error: say,
    warn: say,
    info: () => logger,
    debug: () => logger,
  };
  compile(chart.spec, { logger: logger as never });
  return said;
}

describe.each(Object.entries(examples))('%s chart', (_, draw) => {
  test('speaks four languages', () => {
    const charts = languages.map((language) => draw({ language, width: 680 }));
    for (const { title, caption, table } of charts) {
      expect(title).not.toBe('');
      expect(title).not.toMatch(/^chart of/i);
      expect(caption).not.toBe('');
      expect(table.columns.every((column) => column !== '')).toBe(true);
      expect(table.rows.length).toBeGreaterThan(0);
      expect(table.rows.every((row) => row.length === table.columns.length)).toBe(true);
    }
    expect(new Set(charts.map(({ caption }) => caption)).size).toBe(4);
  });

  test.each(widths)('compiles without a warning at %i', (width) => {
    for (const language of languages) expect(warningsOf(draw({ language, width }))).toEqual([]);
  });

  test('is plain data, the same each time', () => {
    const options = { language: 'de', width: 340 } as const;
    const { spec } = draw(options);
    expect(spec).toEqual(JSON.parse(JSON.stringify(draw(options).spec)));
  });

  test.each(widths)('is exactly %i wide', (width) => {
    const { spec } = draw({ language: 'fr', width });
    const padding = spec.padding as { left: number; right: number };
    const inner =
      'layer' in spec
        ? (spec.width as number)
        : valuesOf(spec, 'params')
            .flat()
            .map((one) => (one as { value: number }).value)[0];
    expect((inner ?? 0) + padding.left + padding.right).toBeCloseTo(width, 6);
  });

  test('leaves the title out where the page sets it', () => {
    const { spec, title } = draw({ language: 'nl', untitled: true });
    expect(spec.title).toBeUndefined();
    expect(title).not.toBe('');
  });

  test('sums nothing', () => {
    expect(valuesOf(draw({ language: 'nl' }).spec, 'aggregate')).toEqual([]);
  });
});

test('a curve of prices without a price is refused', () => {
  const gram = { nl: 'gram', fr: 'gramme', de: 'Gramm', en: 'gram' };
  const options = { language: 'en', curve: null, amountUnit: gram, priceUnit: gram } as const;
  expect(() => priceCurveChart([], options)).toThrowErrorMatchingInlineSnapshot(
    `[UsageError: a curve of prices needs at least one price]`,
  );
});

test('the caption of a logarithmic axis says how far apart its drawn steps are', () => {
  const dot = (id: string, value: number) => ({
    ...{ id, value, year: '2024', place: 'BEGNE' },
    name: { nl: 'Gent', fr: 'Gand', de: 'Gent', en: 'Ghent' },
  });
  const captionOf = (width: number, ...values: readonly number[]) => {
    const dots = values.map((value, at) => dot(String(at), value));
    return languages.map((language) => seizureDotChart(dots, { language, width }).caption);
  };
  expect(captionOf(900, 1, 100)[0]).toContain('elke stap is tien keer zoveel');
  expect(captionOf(300, 0.001, 1000)).toMatchInlineSnapshot(`
    [
      "Logaritmische schaal: elke stap is 100 keer zoveel.",
      "Échelle logarithmique : chaque pas multiplie par 100.",
      "Logarithmische Skala: Jeder Schritt ist das 100-Fache.",
      "Logarithmic scale: each step is 100 times as much.",
    ]
  `);
});
