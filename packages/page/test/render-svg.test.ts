import { alarmChart, countChart, coverageChart, portMap, totalChart } from '@samenbeeld/charts';
import { renderSvg } from '@samenbeeld/page';
import { describe, expect, test } from 'vitest';
import { examples } from '../../charts/test/examples.ts';
import { northSeaPort } from '../../charts/test/totals.ts';
import { wordsInSvg } from './words-in-svg.ts';

describe('renderSvg', () => {
  test.each(Object.keys(examples))('%s is as in the gallery', async (name) => {
    const chart = examples[name]?.({ language: 'en', width: 680 });
    expect(chart).toBeDefined();
    if (!chart) return;
    const svg = await renderSvg(chart.spec, { language: 'en', background: '#ffffff' });
    await expect(svg.replaceAll('><', '>\n<')).toMatchFileSnapshot(`./gallery/${name}.svg`);
  });

  test('a bar stands on its period, the first and the last too', async () => {
    const counts = [2019, 2020, 2021, 2022].map((year) => {
      return { period: `${year}`, count: 7, expected: 6, upper: 9, alarm: false };
    });
    const svg = await renderSvg(alarmChart(counts, { language: 'en', untitled: true }).spec);
    const left = Number(/translate\(([\d.]+),/.exec(svg)?.[1]);
    const bars = [...svg.matchAll(/<path d="M([\d.]+),[\d.]+h([\d.]+)[^>]* fill="#7fb8d8"/g)];
    const years = wordsInSvg(svg).filter(({ words }) => /^20\d\d$/.test(words));
    expect(bars).toHaveLength(4);
    for (const [index, [, x, width]] of bars.entries()) {
      const year = years[index];
      const middle = ((year?.left ?? 0) + (year?.right ?? 0)) / 2;
      expect(left + Number(x) + Number(width) / 2).toBeCloseTo(middle, 1);
    }
  });

  test('every year of completeness is named, the first too, whatever the width', async () => {
    const row = { nl: 'Gent', fr: 'Gand', de: 'Gent', en: 'Ghent' };
    const years = Array.from({ length: 8 }, (_, index) => `${2018 + index}`);
    const cells = years.map((period) => ({ row, period, state: 'reported' as const }));
    for (let width = 300; width <= 340; width += 1) {
      const { spec } = coverageChart(cells, { language: 'nl', width, untitled: true });
      const words = wordsInSvg(await renderSvg(spec)).map((one) => one.words);
      expect(words, `${width}`).toEqual(
        expect.arrayContaining(years.map((year) => year.replace('20', '’'))),
      );
    }
  });

  test('prints the values of an axis as they are: 2.5 is no 3, and counts have no halves', async () => {
    const [first] = northSeaPort as [(typeof northSeaPort)[number]];
    // The values stand in one line, the only one in which all words are numbers.
    const axisOf = async (spec: Parameters<typeof renderSvg>[0]) => {
      const words = wordsInSvg(await renderSvg(spec)).map((one) => one.words.replace(/ kg$/, ''));
      return words
        .slice(words.indexOf('0'))
        .filter((_, at, all) =>
          all.slice(0, at + 1).every((one) => /^[\d.]+$/.test(one) && !/^20\d\d$/.test(one)),
        );
    };
    for (const highest of [0.3, 1.1, 3.4, 5.2, 7.4, 9.4, 24, 52, 74])
      for (const width of [380, 500, 680]) {
        const reported = { lowest: highest / 3, likely: null, highest };
        const { spec } = totalChart([{ ...first, reported }], { language: 'en', width });
        const values = (await axisOf(spec)).map(Number);
        const step = values[1] as number;
        expect(values, `${highest} at ${width}`).toEqual(
          values.map((_, at) => Number((at * step).toPrecision(6))),
        );
      }
    const label = { nl: 'a', fr: 'a', de: 'a', en: 'a' };
    const counts = countChart([{ period: '2024', kind: 'a', label, count: 1 }], {
      language: 'en',
      heading: label,
    });
    expect(await axisOf(counts.spec)).toEqual(['0', '1']);
  });

  test('leaves the numbers in the words alone', async () => {
    const { spec } = totalChart(northSeaPort, { language: 'nl' });
    const svg = await renderSvg(spec);
    for (const words of ['1.650–1.700', '4.776', '11.500–15.000 · onbeslist', '1.500 of meer'])
      expect(svg).toContain(words);
  });

  test('names itself, carries no style attribute and links to nothing', async () => {
    const { spec } = totalChart(northSeaPort, { language: 'fr' });
    const svg = await renderSvg(spec, {
      title: 'A & B',
      description: 'C',
      language: 'fr',
      id: 'x',
    });
    expect(svg).toMatch(
      /^<svg [^>]*role="img" lang="fr" aria-labelledby="x-t x-d"><title id="x-t">A &amp; B/,
    );
    expect(svg).not.toMatch(/\sstyle=|href=|<script|<image/);
  });

  test('leaves the map that every chart shares as it is', async () => {
    const { spec } = portMap({ language: 'nl', area: 'PC_NSP' });
    await renderSvg(spec);
    // A copy has no symbols, which is what vega marks rows with.
    expect(spec).toEqual(structuredClone(spec));
  });

  test('is the same each time', async () => {
    for (const draw of Object.values(examples)) {
      const { spec } = draw({ language: 'de' });
      expect(await renderSvg(spec)).toBe(await renderSvg(spec));
    }
  });

  test('a handling banner travels with a drawing that stands alone', async () => {
    const { spec } = totalChart(northSeaPort, { language: 'en' });
    expect(await renderSvg(spec, { footer: 'EXERCISE\nTLP:CLEAR' })).toContain(
      'EXERCISE · TLP:CLEAR',
    );
  });

  test('refuses a chart that vega warns about', async () => {
    const spec = {
      data: { values: [{ a: 1 }] },
      mark: 'bar',
      encoding: { x: { field: 'a', type: 'nominal', scale: { type: 'log' } } },
    } as unknown as Parameters<typeof renderSvg>[0];
    await expect(renderSvg(spec)).rejects.toThrowErrorMatchingInlineSnapshot(
      `[UsageError: vega warns about the chart: FieldDef does not work with "log" scale. We are using "band" scale instead.]`,
    );
  });
});
