import { openEngine } from '@samenbeeld/engine';
import {
  findCycles,
  findDormantThenBusy,
  findFans,
  findPassThrough,
  findScatterGather,
  findStructuring,
  loadTransactions,
  type Screen,
  type Transaction,
} from '@samenbeeld/money';
import { describe, expect, it } from 'vitest';
import { paid } from '../transactions/made.ts';
import { named, screens } from './measure-screens.ts';

async function on<Result>(
  rows: readonly Transaction[],
  run: (data: Awaited<ReturnType<typeof loadTransactions>>) => Promise<Result>,
): Promise<Result> {
  const engine = await openEngine();
  try {
    return await run(await loadTransactions(engine, rows));
  } finally {
    await engine.close();
  }
}

/** One pays so many, each of whom pays the same other one a day later. */
function meeting(middles: number, kept = 0.95): readonly Transaction[] {
  return Array.from({ length: middles }, (_, m) => [
    paid(`o${m}`, m, 's0', `m${m}`, 100_000),
    paid(`i${m}`, m + 24, `m${m}`, 't0', Math.round(100_000 * kept)),
  ]).flat();
}

describe('findScatterGather', () => {
  it('needs enough accounts in between, within the window, that hand on enough', async () => {
    const count = (rows: readonly Transaction[], days = 7) =>
      on(rows, async (data) => (await findScatterGather(data, { days })).estimate);
    expect(await count(meeting(3))).toBe(1);
    expect(await count(meeting(2))).toBe(0);
    expect(await count(meeting(3, 0.89))).toBe(0);
    expect(await count(meeting(3), 1)).toBe(1);
    expect(await count(meeting(3), 0.99)).toBe(0);
    // Two go to one account and one to another: they do not meet.
    expect(
      await count(meeting(3).map((one) => (one.tx === 'i2' ? { ...one, receiver: 'u0' } : one))),
    ).toBe(0);
    // Back to where it came from is a cycle, not a meeting.
    expect(
      await count(
        meeting(3).map((one) => (one.receiver === 't0' ? { ...one, receiver: 's0' } : one)),
      ),
    ).toBe(0);
  });

  it('counts a last payment that follows two first ones once, and names all accounts', async () => {
    const rows = [...meeting(3), paid('o9', 1, 's0', 'm0', 100_000)];
    const { patterns, names } = await on(rows, async (data) => {
      const screen = await findScatterGather(data);
      return { patterns: screen.patterns, names: [...(await named(screen))] };
    });
    expect(patterns).toEqual([
      { accounts: 5, transactions: 7, amount: 2850, from: '2024-01-01', to: '2024-01-02' },
    ]);
    expect(names).toEqual(['m0', 'm1', 'm2', 's0', 't0']);
  });
});

describe('findPassThrough', () => {
  it('counts the layers of a chain', async () => {
    const chain = ['a1', 'b1', 'c1', 'd1', 'e1']
      .slice(0, -1)
      .map((from, at) =>
        paid(`${at}`, at, from, ['b1', 'c1', 'd1', 'e1'][at] as string, 500_000 - at * 10_000),
      );
    const { details, patterns } = await on(chain, (data) => findPassThrough(data));
    expect([patterns.length, details['layers']]).toEqual([3, 2]);
  });

  it('does not take for handed on what left before anything came', async () => {
    const before = [paid('1', 10, 'm1', 'z1', 500_000), paid('2', 12, 'a1', 'm1', 500_000)];
    const few = [...before, paid('3', 30, 'm1', 'b1', 50_000)];
    expect((await on(few, (data) => findPassThrough(data))).patterns).toEqual([]);
    const most = [...before, paid('3', 30, 'm1', 'b1', 490_000)];
    expect((await on(most, (data) => findPassThrough(data))).patterns).toEqual([
      { accounts: 3, transactions: 2, amount: 4900, from: '2024-01-01', to: '2024-01-02' },
    ]);
  });
});

describe('every screen', () => {
  it('says that nothing found is not nothing there', async () => {
    const says = await on([paid('1', 0, 'a1', 'b1', 100_000)], async (data) => {
      const all: string[] = [];
      for (const [kind, screen] of Object.entries(screens)) {
        const { says: text, estimate, patterns } = await screen(data);
        expect([kind, estimate, patterns.length]).toEqual([
          kind,
          kind === 'round_trip' ? null : 0,
          0,
        ]);
        all.push(text.en);
      }
      return all;
    });
    expect(says).toMatchInlineSnapshot(`
      [
        "No pattern of splitting below a threshold found (at least 3 amounts below the threshold within 10 days that together reach it) in 1 transaction. That does not show that there is none.",
        "No pattern of fan-in found (at least 5 different accounts pay one within 7 days) in 1 transaction. That does not show that there is none.",
        "No pattern of fan-out found (one account pays at least 5 different ones within 7 days) in 1 transaction. That does not show that there is none.",
        "No pattern of payments in a circle found (at most 6 payments within 30 days that return to where they began) in 1 transaction. That does not show that there is none.",
        "No conclusion possible about round trips abroad: too few transactions name the countries.",
        "No pattern of pass-through found (at least 90% of what comes in goes out within 2 days) in 1 transaction. That does not show that there is none.",
        "No pattern of scatter-gather found (at least 3 accounts pass on to one account, within 7 days, what another one paid them) in 1 transaction. That does not show that there is none.",
        "No pattern of activity after a long pause found (at least 5 transactions within 7 days after a pause of months) in 1 transaction. That does not show that there is none.",
      ]
    `);
  });

  it('says what it found, the innocent reasons, and the hubs, in four languages', async () => {
    const rows = [
      ...meeting(3),
      ...Array.from({ length: 3 }, (_, at) => paid(`c${at}`, at, null, 's0', 900_000)),
      ...Array.from({ length: 6 }, (_, at) => paid(`h${at}`, at, `p${at}`, 'shop1', 100_000)),
    ];
    const says = await on(rows, async (data) => {
      const found: readonly Screen[] = [
        await findScatterGather(data, {
          hub: 5,
          label: { nl: 'Oefening', fr: 'Exercice', de: 'Übung', en: 'Exercise' },
        }),
        await findStructuring(data, { threshold: 10_000 }),
        await findPassThrough(data, { days: 1, hub: 5 }),
        await findFans(data, { direction: 'in', counterparties: 3, hub: 5 }),
      ];
      return found.map((screen) => screen.says);
    });
    expect(says).toMatchInlineSnapshot(`
      [
        {
          "de": "Übung: 1 Muster „Verteilen und Zusammenführen“ (mindestens 3 Konten geben innerhalb von 7 Tagen an ein Konto weiter, was ein anderes ihnen zahlte) in 15 Transaktionen, bei 5 Konten. 1 Konto mit sehr vielen Gegenparteien (40 % der Transaktionen) bleibt außen vor. Beschäftigte oder Mitglieder mit derselben Ausgabe und Firmen mit denselben Lieferanten sehen genauso aus; das ist ein Grund hinzusehen, kein Beweis.",
          "en": "Exercise: 1 pattern of scatter-gather (at least 3 accounts pass on to one account, within 7 days, what another one paid them) in 15 transactions, at 5 accounts. 1 account with very many counterparties (40% of the transactions) is set apart. Staff or members with one expense in common, and firms with the same suppliers, look the same; this is a reason to look, not proof.",
          "fr": "Exercice : 1 schéma « dispersion puis regroupement » (au moins 3 comptes reversent à un seul, en 7 jours, ce qu’un autre leur a payé) dans 15 transactions, sur 5 comptes. 1 compte aux très nombreuses contreparties (40 % des transactions) a été mis à part. Des employés ou des membres ayant une même dépense et des entreprises aux mêmes fournisseurs se présentent de la même façon ; c’est une raison de regarder, pas une preuve.",
          "nl": "Oefening: 1 patroon "verspreiden en samenkomen" (minstens 3 rekeningen betalen binnen 7 dagen aan één rekening door wat een andere hun betaalde) in 15 transacties, bij 5 rekeningen. 1 rekening met zeer veel tegenpartijen (40% van de transacties) is apart gehouden. Medewerkers of leden met eenzelfde uitgave en firma’s met dezelfde leveranciers zien er net zo uit; dit is een reden om te kijken, geen bewijs.",
        },
        {
          "de": "1 Muster „Stückelung unter einer Schwelle“ (mindestens 3 Beträge unter der Schwelle innerhalb von 10 Tagen, die sie zusammen erreichen) in 15 Transaktionen, bei 1 Konto. Läden, die ihre Einnahmen einzahlen, und Ratenzahlungen sehen genauso aus; das ist ein Grund hinzusehen, kein Beweis.",
          "en": "1 pattern of splitting below a threshold (at least 3 amounts below the threshold within 10 days that together reach it) in 15 transactions, at 1 account. Shops that bank their takings and payments by instalments look the same; this is a reason to look, not proof.",
          "fr": "1 schéma « fractionnement sous un seuil » (au moins 3 montants inférieurs au seuil en 10 jours, qui l’atteignent ensemble) dans 15 transactions, sur 1 compte. Les commerces qui versent leur recette et les paiements échelonnés se présentent de la même façon ; c’est une raison de regarder, pas une preuve.",
          "nl": "1 patroon "opsplitsing onder een drempel" (minstens 3 bedragen onder de drempel binnen 10 dagen die hem samen bereiken) in 15 transacties, bij 1 rekening. Winkels die hun kasgeld storten en betalingen in termijnen zien er net zo uit; dit is een reden om te kijken, geen bewijs.",
        },
        {
          "de": "Kein Muster „Durchleitung“ gefunden (mindestens 90 % dessen, was eingeht, geht innerhalb von einem Tag wieder aus) in 15 Transaktionen. Das zeigt nicht, dass es keines gibt. 1 Konto mit sehr vielen Gegenparteien (40 % der Transaktionen) bleibt außen vor.",
          "en": "No pattern of pass-through found (at least 90% of what comes in goes out within 1 day) in 15 transactions. That does not show that there is none. 1 account with very many counterparties (40% of the transactions) is set apart.",
          "fr": "Aucun schéma « transit » trouvé (au moins 90 % de ce qui entre ressort en 1 jour) dans 15 transactions. Cela ne montre pas qu’il n’y en a pas. 1 compte aux très nombreuses contreparties (40 % des transactions) a été mis à part.",
          "nl": "Geen patroon "doorbetaling" gevonden (minstens 90% van wat binnenkomt, gaat binnen 1 dag weer uit) in 15 transacties. Dat toont niet aan dat er geen is. 1 rekening met zeer veel tegenpartijen (40% van de transacties) is apart gehouden.",
        },
        {
          "de": "1 Muster „Zusammenfluss (Fan-in)“ (mindestens 3 verschiedene Konten zahlen an eines innerhalb von 7 Tagen) in 15 Transaktionen, bei 1 Konto. 1 Konto mit sehr vielen Gegenparteien (40 % der Transaktionen) bleibt außen vor. Eine Gruppenreise, eine Sammlung oder der Verkauf eigener Sachen sehen genauso aus; das ist ein Grund hinzusehen, kein Beweis.",
          "en": "1 pattern of fan-in (at least 3 different accounts pay one within 7 days) in 15 transactions, at 1 account. 1 account with very many counterparties (40% of the transactions) is set apart. A journey paid together, a collection, or selling one’s own things looks the same; this is a reason to look, not proof.",
          "fr": "1 schéma « convergence (fan-in) » (au moins 3 comptes différents en paient un seul en 7 jours) dans 15 transactions, sur 1 compte. 1 compte aux très nombreuses contreparties (40 % des transactions) a été mis à part. Un voyage de groupe, une collecte ou la vente d’objets personnels se présentent de la même façon ; c’est une raison de regarder, pas une preuve.",
          "nl": "1 patroon "samenvloeiing (fan-in)" (minstens 3 verschillende rekeningen betalen er één binnen 7 dagen) in 15 transacties, bij 1 rekening. 1 rekening met zeer veel tegenpartijen (40% van de transacties) is apart gehouden. Een gezamenlijke reis of een inzameling, en wie eigen spullen verkoopt, ziet er net zo uit; dit is een reden om te kijken, geen bewijs.",
        },
      ]
    `);
  });

  it('refuses limits that are none', async () => {
    const messages = await on([paid('1', 0, 'a1', 'b1', 100_000)], (data) =>
      Promise.all(
        [
          () => findFans(data, { direction: 'in', days: 0 }),
          () => findFans(data, { direction: 'in', counterparties: 1 }),
          () => findFans(data, { direction: 'in', hub: 0.5 }),
          () => findFans(data, { direction: 'in', least: -1 }),
          () => findStructuring(data, { threshold: 0 }),
          () => findStructuring(data, { threshold: 10_000, near: 2 }),
          () => findCycles(data, { length: [2, 9] }),
          () => findCycles(data, { length: [4, 3] }),
          () => findCycles(data, { retained: Number.NaN }),
          () => findPassThrough(data, { days: Number.POSITIVE_INFINITY }),
          () => findDormantThenBusy(data, { asleep: 5, days: 7 }),
        ].map((run) => run().catch((error: Error) => `${error.name}: ${error.message}`)),
      ),
    );
    expect(messages).toMatchInlineSnapshot(`
      [
        "UsageError: \`days\` must be a number of days above zero, got 0",
        "UsageError: \`counterparties\` must be a whole number of at least 2, got 1",
        "UsageError: \`hub\` must be a whole number of at least 1, got 0.5",
        "UsageError: \`least\` must not be below zero, got -1",
        "UsageError: \`threshold\` must be above zero, got 0",
        "UsageError: \`near\` must be above 0 and at most 1, got 2",
        "UsageError: \`length\` must be at most 6 payments, got 9",
        "UsageError: \`length\` must be a whole number of at least 4, got 3",
        "UsageError: \`retained\` must be above 0 and at most 1, got NaN",
        "UsageError: \`days\` must be a number of days above zero, got Infinity",
        "UsageError: \`asleep\` must be longer than \`days\`, got 5 and 7",
      ]
    `);
  });

  it('leaves no table behind', async () => {
    const engine = await openEngine();
    const data = await loadTransactions(engine, meeting(4));
    for (const screen of Object.values(screens)) await screen(data);
    expect(await engine.tables()).toEqual([data.accounts, data.table].sort());
    await engine.close();
  });

  it('warns where times are days only', async () => {
    const rows = [{ ...paid('1', 0, 'a1', 'b1', 100_000), at: '2024-01-01' }];
    const { warnings } = await on(rows, (data) => findCycles(data));
    expect(warnings.map(({ en }) => en)).toContain(
      'times are whole days: the order within a day is not known',
    );
  });
});
