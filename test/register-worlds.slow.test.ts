import { type Engine, openEngine } from '@samenbeeld/engine';
import { afterAll, beforeAll, expect, test } from 'vitest';

// `pnpm measure-double-counts` does the same with a hundred worlds of each class.
const worlds = new URL('../scripts/truth/register-worlds.mjs', import.meta.url).href;
const { classes, measureWorld, registerWorld } = await import(worlds);
const room = (name: string): Promise<unknown> => import(`@samenbeeld/${name}`);

let engine: Engine;
beforeAll(async () => {
  engine = await openEngine({ threads: 1 });
});
afterAll(() => engine.close());

const all = { totals: 0, inside: 0, pairs: 0, right: 0, wrong: 0 };

test.each(Object.keys(classes))(
  'registers that are %s: the middle nine tenths of a total hold the truth',
  async (name) => {
    const found = { ...all, totals: 0, inside: 0, pairs: 0, right: 0, wrong: 0 };
    const widths: number[] = [];
    for (const seed of [201, 202]) {
      const one = await measureWorld(room, engine, registerWorld(seed, name));
      for (const key of Object.keys(all) as (keyof typeof all)[]) {
        found[key] += one[key];
        all[key] += one[key];
      }
      widths.push(...one.widths);
    }
    const middle = widths.sort((a, b) => a - b)[Math.floor(widths.length / 2)];
    console.log(name, found, middle);
    // Of eighteen totals, by which a share of 90 % cannot be told from 80 %, nor 85 % from 70 %.
    expect(found.inside / found.totals).toBeGreaterThanOrEqual(name === 'roughest' ? 0.7 : 0.8);
    const least: Readonly<Record<string, number>> = { mixture: 0.7, batches: 0.7, roughest: 0.5 };
    expect(found.right / found.pairs).toBeGreaterThan(least[name] ?? 0.85);
    if (name === 'exact') expect(middle).toBe(0);
    if (name === 'unknown') expect(middle).toBeLessThanOrEqual(0.1);
  },
);

test('of all of them nine in ten hold it, and hardly a pair is held to be the same that is not', () => {
  expect(all.inside / all.totals).toBeGreaterThanOrEqual(0.9);
  expect(all.wrong / all.pairs).toBeLessThan(0.01);
});
