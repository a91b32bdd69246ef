import { inspect } from 'node:util';
import { openEngine } from '@samenbeeld/engine';
import { accountsBehind, findStructuring, loadTransactions } from '@samenbeeld/money';
import { describe, expect, it } from 'vitest';
import { paid } from '../transactions/made.ts';

const request = { purpose: 'inquiry 17', legalBasis: 'Wpg art. 9', role: 'analyst' };

async function screened() {
  const engine = await openEngine();
  // More money and more deposits at z9 than at a1: the list must not tell.
  const rows = ['z9', 'm5', 'a1'].flatMap((account, rank) =>
    [1, 2, 3, 4].map((hour) =>
      paid(`${account}${hour}`, hour, null, account, 900_000 - rank * 100_000),
    ),
  );
  const data = await loadTransactions(engine, rows);
  return { engine, screen: await findStructuring(data, { threshold: 10_000 }) };
}

describe('accountsBehind', () => {
  it('lists pseudonyms in alphabetical order, with what a log keeps', async () => {
    const { engine, screen } = await screened();
    const found = await accountsBehind(screen, request);
    expect(found.list()).toEqual(['a1', 'm5', 'z9']);
    expect(found.record).toEqual({ ...request, screen: 'structuring', count: 3 });
    expect(found.handling).toMatchObject({ tlp: 'RED', purposes: ['inquiry 17'] });
    expect(screen.details['accounts']).toBe(3);
    await engine.close();
  });

  it('is not for export', async () => {
    const { engine, screen } = await screened();
    const found = await accountsBehind(screen, request);
    expect(() => JSON.stringify({ found })).toThrowErrorMatchingInlineSnapshot(
      `[RefusalError: Accounts behind a screen are not for export. Export the screen, which holds patterns and counts; keep \`record\` in the log.]`,
    );
    expect(() => structuredClone(found)).toThrow();
    expect(inspect(found, { depth: 9 })).not.toMatch(/z9|m5|a1/);
    await engine.close();
  });

  it('refuses without purpose, legal basis and role, and where they name somebody', async () => {
    const { engine, screen } = await screened();
    const tried = [
      { ...request, purpose: ' ' },
      { ...request, legalBasis: '' },
      { purpose: 'x', legalBasis: 'y' } as never,
      { ...request, role: 'a.b@example.org' },
      { purpose: 'x', legalBasis: 'y', role: 'z' },
      { ...request, legalBasis: 'the law' },
      { ...request, role: 'z' },
    ];
    const messages = await Promise.all(
      tried.map((one) =>
        accountsBehind(screen, one).catch((error: Error) => `${error.name}: ${error.message}`),
      ),
    );
    expect(messages).toMatchInlineSnapshot(`
      [
        "RefusalError: Accounts behind a screen are given only with purpose, legal basis and role on record; \`purpose\` is missing. Name the investigation or task for which the accounts are needed.",
        "RefusalError: Accounts behind a screen are given only with purpose, legal basis and role on record; \`legalBasis\` is missing. Name the provision that allows it: the law and its article.",
        "RefusalError: Accounts behind a screen are given only with purpose, legal basis and role on record; \`role\` is missing. Name the function of who asks, not a person.",
        "RefusalError: The \`role\` of a request looks like personal data. Name the function of who asks, not a person.",
        "RefusalError: The \`purpose\` of a request says too little to be looked up. Name the investigation or task for which the accounts are needed.",
        "RefusalError: The \`legalBasis\` of a request says too little to be looked up. Name the provision that allows it: the law and its article.",
        "RefusalError: The \`role\` of a request says too little to be looked up. Name the function of who asks, not a person.",
      ]
    `);
    await engine.close();
  });

  it('keeps accounts out of the screen itself and of copies of it', async () => {
    const { engine, screen } = await screened();
    expect(inspect(screen, { depth: 9 })).not.toMatch(/z9|m5|'a1'/);
    expect(JSON.stringify(screen)).not.toMatch(/z9|m5|"a1"/);
    expect(JSON.stringify(screen.says)).not.toMatch(/z9|m5|a1/);
    await expect(accountsBehind({ ...screen }, request)).rejects.toThrowErrorMatchingInlineSnapshot(
      `[UsageError: a screen that was copied or read back has no accounts behind it; run it again on the transactions]`,
    );
    await engine.close();
  });
});
