import { openEngine } from '@samenbeeld/engine';
import { randomOf } from '@samenbeeld/exercise';
import { findBunching, loadTransactions } from '@samenbeeld/money';
import { expect, it } from 'vitest';
import { amounts } from './amounts.ts';

it('holds the true excess in 95 of 100 intervals, with and without one', async () => {
  const engine = await openEngine();
  const worlds = Array.from({ length: 40 }, (_, at) => at + 1);
  const rows = worlds.flatMap((seed) => {
    const random = randomOf(seed, 'bunching');
    const smooth = Array.from({ length: 1500 }, () =>
      Math.round(700_000 * Math.exp(0.6 * random.normal())),
    );
    const heap = Array.from({ length: 60 }, () => random.int(900_000, 999_999));
    return [
      ...amounts(smooth).map((one) => ({
        ...one,
        tx: `${seed} ${one.tx}`,
        instrument: `none ${seed}`,
      })),
      ...amounts([...smooth, ...heap]).map((one) => ({
        ...one,
        tx: `${seed} h${one.tx}`,
        instrument: `heap ${seed}`,
      })),
    ];
  });
  const data = await loadTransactions(engine, rows);
  const held = { none: 0, heap: 0, false: 0 };
  for (const [kind, truth] of [
    ['none', 0],
    ['heap', 60],
  ] as const)
    for (const seed of worlds) {
      const { excessLow, excessHigh, verdict } = (
        await findBunching(data, {
          threshold: 10_000,
          instruments: [`${kind} ${seed}`],
          draws: 199,
          seed,
        })
      ).details;
      if ((excessLow as number) <= truth && truth <= (excessHigh as number)) held[kind] += 1;
      if (kind === 'none' && verdict === 'more') held.false += 1;
    }
  // Binomial, 40 worlds at 0.95: 34 or fewer has a probability of 1.4 %; at 0.025, 4 or more one of 2 %.
  expect(held.none).toBeGreaterThanOrEqual(35);
  expect(held.heap).toBeGreaterThanOrEqual(35);
  expect(held.false).toBeLessThanOrEqual(3);
  await engine.close();
});
