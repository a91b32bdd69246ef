import { openEngine } from '@samenbeeld/engine';
import {
  type AccountRequest,
  accountsBehind,
  type BunchingOptions,
  type FanOptions,
  findBunching,
  findFans,
  findStructuring,
  loadTransactions,
  type MirrorTrade,
  mirrorGap,
  type Screen,
  type StructuringOptions,
} from '@samenbeeld/money';
import { expect, it } from 'vitest';
import { paid } from '../transactions/made.ts';

/** What a notebook can pass, which has no types. */
const untyped = <Options>(value: unknown): Options => value as Options;

it('a screen says which option it cannot do without', async () => {
  const engine = await openEngine();
  const data = await loadTransactions(engine, [paid('1', 0, 'a1', 'b1', 100_000)]);
  const trade = { exporter: 'DE', importer: 'NL', exported: 1, imported: 1, year: 2022 };
  const calls: readonly (() => unknown)[] = [
    () => findStructuring(data, untyped<StructuringOptions>({})),
    () => findStructuring(data, untyped<StructuringOptions>(undefined)),
    () => findStructuring(data, untyped<StructuringOptions>({ threshold: 9000, side: 'both' })),
    () => findStructuring(data, untyped<StructuringOptions>({ threshold: true })),
    () => findBunching(data, untyped<BunchingOptions>({})),
    () => findFans(data, untyped<FanOptions>(undefined)),
    () => findFans(data, untyped<FanOptions>({ direction: 'inward' })),
    () => mirrorGap(untyped<MirrorTrade>(trade)),
    () => mirrorGap(untyped<MirrorTrade>({})),
    () => accountsBehind(untyped<Screen>({}), untyped<AccountRequest>(undefined)),
  ];
  const messages: string[] = [];
  for (const call of calls)
    try {
      await call();
      messages.push('answered');
    } catch (error) {
      messages.push(`${(error as Error).name}: ${(error as Error).message}`);
    }
  await engine.close();
  expect(messages).toMatchInlineSnapshot(`
    [
      "UsageError: name the \`threshold\`: the amount from which a declaration was due then and there, such as \`threshold: 10000\`",
      "UsageError: name the \`threshold\`: the amount from which a declaration was due then and there, such as \`threshold: 10000\`",
      "UsageError: \`side\` must be in or out, got both",
      "InputError: expected \`threshold\` to be a number with at most two decimals, found "true". Repair: give whole cents: a decimal point, no separators of thousands, no currency",
      "UsageError: name the \`threshold\`: the amount from which a declaration was due then and there, such as \`threshold: 10000\`",
      "UsageError: name the \`direction\`: in where many pay one, out where one pays many",
      "UsageError: \`direction\` must be in or out, got inward",
      "UsageError: name the \`freight\`: the assumed ratio of c.i.f. to f.o.b., such as 1.06, with its source",
      "UsageError: name the \`exporter\`: the code of the country that reports, such as NL",
      "RefusalError: Accounts behind a screen are given only with purpose, legal basis and role on record; \`purpose\` is missing. Name the investigation or task for which the accounts are needed.",
    ]
  `);
});
