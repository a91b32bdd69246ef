import { flowChart } from '@samenbeeld/charts';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { columnsOf, type FlowLink, layOutFlow } from '../../src/money/flow-layout.ts';
import { drawnBy } from '../layers-of.ts';

const links: readonly FlowLink[] = [
  { from: 'a', to: 'b', value: 10 },
  { from: 'a', to: 'd', value: 4 },
  { from: 'b', to: 'c', value: 7 },
  { from: 'c', to: 'd', value: 6 },
];
const ids = ['a', 'b', 'c', 'd'];

/** Flows without a circle: every link goes to a later node. */
const flows = fc
  .array(
    fc.record({
      from: fc.integer({ min: 0, max: 8 }),
      step: fc.integer({ min: 1, max: 4 }),
      value: fc.double({ min: 0.01, max: 1e6, noNaN: true }),
    }),
    { minLength: 1, maxLength: 25 },
  )
  .map((all) =>
    all.map(({ from, step, value }) => ({ from: `${from}`, to: `${from + step}`, value })),
  );

const idsOf = (all: readonly FlowLink[]) => [...new Set(all.flatMap(({ from, to }) => [from, to]))];

describe('layOutFlow', () => {
  test('a node stands one column after the last that flows into it', () => {
    expect([...columnsOf(ids, links)]).toEqual([
      ['a', 0],
      ['b', 1],
      ['c', 2],
      ['d', 3],
    ]);
  });

  test('a link that passes columns has a place in each', () => {
    const long = layOutFlow(ids, links, 200, () => 20).links[1];
    expect(long?.path.map(({ column }) => column)).toEqual([0, 1, 2, 3]);
  });

  test('bands are as wide as their amounts, all on one scale', () => {
    fc.assert(
      fc.property(flows, (all) => {
        const { links: bands } = layOutFlow(idsOf(all), all, 400, () => 10);
        const scale = (bands[0]?.width ?? 0) / (all[0]?.value ?? 1);
        for (const [at, { width }] of bands.entries())
          expect(width / ((all[at]?.value ?? 1) * scale)).toBeCloseTo(1, 9);
      }),
    );
  });

  test('the bands of a node fill its larger side exactly and do not overlap', () => {
    fc.assert(
      fc.property(flows, (all) => {
        const { nodes, links: bands } = layOutFlow(idsOf(all), all, 400, () => 4);
        for (const { id, top, height } of nodes) {
          const sides = [
            bands
              .filter(({ from }) => from === id)
              .map(({ path, width }) => ({ top: path[0]?.top ?? 0, width })),
            bands
              .filter(({ to }) => to === id)
              .map(({ path, width }) => ({ top: path.at(-1)?.top ?? 0, width })),
          ];
          const totals = sides.map((side) => side.reduce((sum, { width }) => sum + width, 0));
          expect(Math.max(...totals)).toBeCloseTo(height, 6);
          for (const side of sides) {
            const sorted = [...side].sort((a, b) => a.top - b.top);
            expect(sorted[0]?.top ?? top).toBeCloseTo(top, 6);
            for (const [at, band] of sorted.entries()) {
              const before = sorted[at - 1];
              if (before) expect(band.top).toBeCloseTo(before.top + before.width, 6);
            }
          }
        }
      }),
    );
  });

  test('nodes of a column keep apart and within the height', () => {
    fc.assert(
      fc.property(flows, (all) => {
        const { nodes } = layOutFlow(idsOf(all), all, 400, () => 4);
        for (const node of nodes) {
          expect(node.top).toBeGreaterThanOrEqual(-1e-6);
          expect(node.top + node.height).toBeLessThanOrEqual(400 + 1e-6);
          const others = nodes.filter(({ column, id }) => column === node.column && id !== node.id);
          for (const { top, height } of others)
            expect(top + height <= node.top + 1e-6 || node.top + node.height <= top + 1e-6).toBe(
              true,
            );
        }
      }),
    );
  });
});

describe('flowChart', () => {
  const node = (id: string) => ({ id, label: { nl: id, fr: id, de: id, en: id } });
  const draw = (all: readonly FlowLink[]) => flowChart(ids.map(node), all, { language: 'en' });

  test('a band keeps its width along its whole way', () => {
    const widths = new Map<unknown, Set<string>>();
    for (const { id, top, bottom } of drawnBy(draw(links), 'area'))
      widths.set(id, (widths.get(id) ?? new Set()).add((Number(bottom) - Number(top)).toFixed(6)));
    expect([...widths.values()].map(({ size }) => size)).toEqual([1, 1, 1, 1]);
  });

  test('an amount of zero stays in the table and is not drawn', () => {
    const chart = draw([...links, { from: 'b', to: 'd', value: 0 }]);
    expect(chart.table.rows).toHaveLength(5);
    expect(new Set(drawnBy(chart, 'area').map(({ id }) => id)).size).toBe(4);
  });

  test('refuses a circle, a node that is not there and an amount below zero', () => {
    expect(() =>
      draw([...links, { from: 'd', to: 'a', value: 1 }]),
    ).toThrowErrorMatchingInlineSnapshot(
      `[UsageError: a flow must not run in a circle; draw a network instead]`,
    );
    expect(() => draw([{ from: 'a', to: 'x', value: 1 }])).toThrowErrorMatchingInlineSnapshot(
      `[InputError: the flow from a to x names a node that is not there. Repair: add x to the nodes]`,
    );
    expect(() => draw([{ from: 'a', to: 'b', value: -1 }])).toThrowErrorMatchingInlineSnapshot(
      `[InputError: expected an amount of zero or more from a to b, found -1. Repair: draw what flows back as a link of its own]`,
    );
  });
});
