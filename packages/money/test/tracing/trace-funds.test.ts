import { type AccountEvent, toCents, traceFunds } from '@samenbeeld/money';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

// Worked by hand, to the cent; where parts of a cent are left over, they go to the largest remainders.
const worked: readonly AccountEvent[] = [
  { id: '1', time: '2024-01-01', kind: 'in', amount: 1000, claim: 'A' },
  { id: '2', time: '2024-01-02', kind: 'in', amount: 500 },
  { id: '3', time: '2024-01-03', kind: 'out', amount: 600 },
  { id: '4', time: '2024-01-04', kind: 'in', amount: 2000, claim: 'B' },
  { id: '5', time: '2024-01-05', kind: 'out', amount: 1500 },
  { id: '6', time: '2024-01-06', kind: 'in', amount: 300 },
  { id: '7', time: '2024-01-07', kind: 'out', amount: 400 },
];

const shown = (parts: readonly { readonly claim: string | null; readonly amount: number }[]) =>
  parts.map(({ claim, amount }) => `${claim ?? 'own'} ${amount}`).join(', ');

describe('traceFunds', () => {
  it('follows an account worked by hand under each rule', () => {
    const { traces } = traceFunds(worked);
    const table = traces.map(({ rule, withdrawals, left }) => [
      rule,
      ...withdrawals.map(({ parts }) => shown(parts)),
      shown(left),
    ]);
    expect(table).toEqual([
      ['fifo', 'A 600', 'A 400, B 600, own 500', 'B 400', 'B 1000, own 300'],
      ['lifo', 'A 100, own 500', 'B 1500', 'B 100, own 300', 'A 900, B 400'],
      [
        'pro_rata',
        'A 400, own 200',
        'A 310.35, B 1034.48, own 155.17',
        'A 68.15, B 227.18, own 104.67',
        'A 221.5, B 738.34, own 340.16',
      ],
      [
        'lowest_intermediate_balance',
        'A 100, own 500',
        'A 465.52, B 1034.48',
        'A 31.03, B 68.97, own 300',
        'A 403.45, B 896.55',
      ],
    ]);
  });

  it('leaves no more than the lowest balance since, by the lowest intermediate balance', () => {
    const { traces } = traceFunds(
      [
        { id: '1', time: '2024-01-01', kind: 'in', amount: 10000, claim: 'A' },
        { id: '2', time: '2024-01-02', kind: 'out', amount: 9000 },
        { id: '3', time: '2024-01-03', kind: 'in', amount: 50000 },
      ],
      { rules: ['lowest_intermediate_balance'] },
    );
    expect(shown(traces[0]?.left ?? [])).toBe('A 1000, own 50000');
  });

  it('says a range where rules disagree, in four languages', () => {
    expect(traceFunds(worked).says).toMatchInlineSnapshot(`
      {
        "de": "Von 3.000 EUR, die beansprucht werden, sind je nach Regel noch 959,84 EUR bis 1.300 EUR auf dem Konto. Welche Regel gilt, ist eine Rechtsfrage.",
        "en": "Of EUR 3,000 that is claimed, EUR 959.84 to EUR 1,300 is still in the account, depending on the rule. Which rule applies is a question of law.",
        "fr": "Sur 3 000 EUR revendiqués, de 959,84 EUR à 1 300 EUR se trouvent encore sur le compte, selon la règle. La règle applicable est une question de droit.",
        "nl": "Van EUR 3.000 waarop aanspraak wordt gemaakt, staat nog EUR 959,84 tot EUR 1.300 op de rekening, naargelang de regel. Welke regel geldt, is een rechtsvraag.",
      }
    `);
    expect(traceFunds(worked, { rules: ['fifo'] }).says.en).toMatchInlineSnapshot(
      `"Of EUR 3,000 that is claimed, EUR 1,000 is still in the account by the rule "first in, first out (FIFO)"."`,
    );
    expect(traceFunds([]).says.en).toMatchInlineSnapshot(
      `"No claimed money came into this account."`,
    );
  });

  it('conserves every claim to the cent, whatever happens in the account', () => {
    const step = fc.record({
      cents: fc.integer({ min: 1, max: 1_000_000 }),
      claim: fc.constantFrom('A', 'B', 'C', null, null),
      share: fc.double({ min: 0, max: 1, noNaN: true }),
      out: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 25 }), (steps) => {
        let balance = 0;
        const events = steps.flatMap(({ cents, claim, share, out }, at): AccountEvent[] => {
          const taken = Math.ceil(balance * share);
          if (out && taken === 0) return [];
          balance += out ? -taken : cents;
          const common = { id: String(at), time: '2024-01-01' } as const;
          return out
            ? [{ ...common, kind: 'out', amount: taken / 100 }]
            : [{ ...common, kind: 'in', amount: cents / 100, claim }];
        });
        const { traces, interval, details } = traceFunds(events);
        const came = (name: string | null): number =>
          events
            .filter(({ kind, claim }) => kind === 'in' && (claim ?? null) === name)
            .reduce((sum, { amount }) => sum + toCents(amount), 0);
        for (const { withdrawals, left } of traces) {
          for (const { id, parts } of withdrawals)
            expect(parts.reduce((sum, { amount }) => sum + toCents(amount), 0)).toBe(
              toCents(events.find((event) => event.id === id)?.amount ?? 0),
            );
          for (const name of ['A', 'B', 'C', null])
            expect(
              [...withdrawals.flatMap(({ parts }) => parts), ...left]
                .filter(({ claim }) => claim === name)
                .reduce((sum, { amount }) => sum + toCents(amount), 0),
            ).toBe(came(name));
        }
        if (interval) expect(interval.high).toBeLessThanOrEqual(Number(details['claimed']));
      }),
    );
  });

  it('refuses what is no history of one account', () => {
    const one = worked[0] as AccountEvent;
    const tried = [
      [{ ...one, kind: 'out', claim: null }],
      [one, { ...one, id: '2', time: '2023-01-01' }],
      [one, one],
      [{ ...one, amount: '12,50' }],
      [{ ...one, amount: 0.005 }],
      [{ ...one, amount: Number.NaN }],
      [{ ...one, amount: -5 }],
      [{ ...one, time: '1 March' }],
    ] as readonly (readonly AccountEvent[])[];
    const messages = tried.map((events) => {
      try {
        traceFunds(events);
        return 'accepted';
      } catch (error) {
        return `${(error as Error).name}: ${(error as Error).message}`;
      }
    });
    expect(messages).toMatchInlineSnapshot(`
      [
        "InputError: event 1 takes 1000 out of an account that holds 0 (event 1 of 1). Repair: add the opening balance as the first event that came in; no rule traces money through an overdraft",
        "InputError: events must be in order of time, found 2023-01-01 after 2024-01-01. Repair: sort by time; the order within one moment decides what is traced and must be known",
        "InputError: event 1 is given twice. Repair: give each event its own id",
        "InputError: expected the amount of event 1 to be a number with at most two decimals, found "12,50". Repair: give whole cents: a decimal point, no separators of thousands, no currency",
        "InputError: expected the amount of event 1 to be a number with at most two decimals, found "0.005". Repair: give whole cents: a decimal point, no separators of thousands, no currency",
        "InputError: expected the amount of event 1 to be a number with at most two decimals, found "NaN". Repair: give whole cents: a decimal point, no separators of thousands, no currency",
        "InputError: event 1: expected an amount above zero, found -5. Repair: give the amount without sign, and the direction as kind",
        "InputError: event 1: expected a time such as 2024-03-01, found "1 March". Repair: write ISO dates, or dates and times",
      ]
    `);
    expect(() =>
      traceFunds(worked, { rules: ['tally' as never] }),
    ).toThrowErrorMatchingInlineSnapshot(
      `[UsageError: \`rules\` must name some of fifo, lifo, pro_rata, lowest_intermediate_balance, got tally]`,
    );
  });
});

describe('times', () => {
  it('are compared as moments, not as texts', () => {
    const tried =
      (...times: readonly string[]) =>
      () =>
        traceFunds(times.map((time, n) => ({ id: `e${n}`, time, kind: 'in', amount: 1 })));
    expect(tried('2024-03-01T10:00Z', '2024-03-01T10:00:30Z')).not.toThrow();
    expect(tried('2024-03-01T10:00', '2024-03-01T10:00Z')).not.toThrow();
    expect(tried('2024-03-01T10:00:00.5Z', '2024-03-01T10:00:00Z')).toThrow(/order of time/);
    expect(tried('2024-02-31')).toThrow(/expected a time/);
  });
});

describe('many victims', () => {
  it('each bear the same, whatever the order in which they paid', () => {
    const paid = (n: number): AccountEvent => ({
      ...{ id: `v${n}`, time: '2024-03-01', kind: 'in', amount: 100, claim: `victim ${n}` },
    });
    const out: AccountEvent = { id: 'w', time: '2024-03-02', kind: 'out', amount: 15_000 };
    const order = Array.from({ length: 300 }, (_, n) => (n * 7) % 300);
    const { traces } = traceFunds([...order.map(paid), out], {
      rules: ['pro_rata', 'lowest_intermediate_balance'],
    });
    for (const { withdrawals, left } of traces)
      for (const parts of [withdrawals[0]?.parts ?? [], left]) {
        expect(parts.map(({ amount }) => amount)).toEqual(Array.from({ length: 300 }, () => 50));
        expect(parts.map(({ claim }) => claim)).toEqual(order.map((n) => `victim ${n}`).toSorted());
      }
  });

  it('keep between them what was not withdrawn, by every rule', () => {
    const events = Array.from({ length: 200 }, (_, n) => n).flatMap((n): AccountEvent[] => [
      { id: `v${n}`, time: '2024-03-01', kind: 'in', amount: 100, claim: `victim ${n}` },
      { id: `w${n}`, time: '2024-03-01', kind: 'out', amount: 50 },
    ]);
    const { traces } = traceFunds(events);
    const left = traces.map((trace) => trace.left.reduce((sum, { amount }) => sum + amount, 0));
    expect(left.map(Math.round)).toEqual([10_000, 10_000, 10_000, 10_000]);
  });
});
