// Recall, false positives and precision of every screen on worlds that were not used to set limits; the public sample of SAML-D;
// then 1,000,000 transactions through all screens, with peak memory, and fan-in against plain TypeScript with the same result.
// PERSONS=2000 pnpm bench money makes a small run.
import { openEngine } from '@samenbeeld/engine';
import { generateTransactions, type PatternKind } from '@samenbeeld/exercise';
import { findFans, loadTransactions } from '@samenbeeld/money';
import { bench, describe } from 'vitest';
import {
  type Measured,
  measureScreens,
  named,
  screens,
  shown,
  together,
} from './screens/measure-screens.ts';
import { peerFanIn } from './screens/peer.ts';
import { readSamlD } from './screens/saml-d.ts';

const persons = Number(process.env['PERSONS'] ?? 11_500);

function watch(): () => string {
  const start = performance.now();
  const used = process.cpuUsage();
  return () => {
    const { user, system } = process.cpuUsage(used);
    const clock = (performance.now() - start) / 1000;
    return `${clock.toFixed(2)} s by the clock, ${((user + system) / 1e6).toFixed(2)} s of processors`;
  };
}

async function accuracy(): Promise<void> {
  const worlds: (readonly Measured[])[] = [];
  for (const seed of [201, 202, 203, 204, 205]) {
    const world = generateTransactions(seed, { persons: 2000, patterns: 20 });
    const engine = await openEngine();
    worlds.push(await measureScreens(await loadTransactions(engine, world.transactions), world));
    await engine.close();
  }
  console.log(
    `\nby account, five worlds of 2,000 persons held out (seeds 201 to 205)\n${shown(together(worlds))}`,
  );
}

async function sample(): Promise<void> {
  const known = readSamlD();
  if (!known) {
    console.log('\nSAML-D: ../shared/data/money/SAML-D_sample_1k.csv is not here');
    return;
  }
  const engine = await openEngine();
  const data = await loadTransactions(engine, known.transactions, { currency: 'GBP' });
  const lines: string[] = [];
  for (const kind of Object.keys(screens) as PatternKind[]) {
    const flagged = await named(await screens[kind](data));
    const found = [...flagged].filter((id) => known.labelled.has(id)).length;
    lines.push(
      `  ${kind.padEnd(14)} recall ${found} of ${known.labelled.size}, false positives ${flagged.size - found} of ${data.accountCount - known.labelled.size}`,
    );
  }
  console.log(
    `\nSAML-D sample, ${data.n} payments in pounds between ${data.accountCount} accounts: single payments of a set of 9.5 million, in which no pattern is whole\n${lines.join('\n')}`,
  );
  await engine.close();
}

async function speed(): Promise<void> {
  const world = generateTransactions(301, { persons, patterns: 40 });
  const before = process.resourceUsage().maxRSS / 1e6;
  const engine = await openEngine();
  const whole = watch();
  const data = await loadTransactions(engine, world.transactions);
  const loaded = whole();
  const all = watch();
  const rows = await measureScreens(data, world);
  const screened = all();
  const inAll = whole();
  const own = watch();
  const fans = await named(await findFans(data, { direction: 'in' }));
  const ownTime = own();
  const other = watch();
  const peer = peerFanIn(world.transactions);
  const peerTime = other();
  if (fans.size !== peer.size || [...fans].some((id) => !peer.has(id)))
    throw new Error(`fan-in: ${fans.size} accounts, plain TypeScript ${peer.size}`);
  console.log(
    [
      `\n${data.n.toLocaleString('en')} transactions, ${data.accountCount.toLocaleString('en')} accounts`,
      shown(rows),
      `  loading      ${loaded}`,
      `  all screens  ${screened}`,
      `  in all       ${inAll}`,
      `  fan-in alone ${ownTime}; plain TypeScript with the same ${peer.size} accounts ${peerTime}`,
      `  peak memory ${(process.resourceUsage().maxRSS / 1e6).toFixed(2)} GB, of which ${before.toFixed(2)} GB before loading (the made-up transactions as objects)`,
    ].join('\n'),
  );
  await engine.close();
}

await accuracy();
await sample();
await speed();

const small = generateTransactions(401, { persons: 500, patterns: 5 });
const engine = await openEngine();
const data = await loadTransactions(engine, small.transactions);

describe(`${data.n.toLocaleString('en')} transactions, fan-in`, () => {
  bench('findFans', async () => {
    await findFans(data, { direction: 'in' });
  });
  bench('plain TypeScript', () => {
    peerFanIn(small.transactions);
  });
});
