import {
  type LegalRoute,
  legalRoutes,
  type RecoveryEvent,
  type RouteLaw,
  recoveryFlows,
  recoveryStages,
} from '@samenbeeld/money';
import { describe, expect, it } from 'vitest';

const event = (
  caseRef: string,
  stage: RecoveryEvent['stage'],
  amount: number | string,
  date: string,
  given: Partial<RecoveryEvent> = {},
): RecoveryEvent => ({
  caseRef,
  country: 'NL',
  stage,
  route: 'conviction',
  amount,
  currency: 'EUR',
  valueBasis: 'appraised',
  date,
  ...given,
});

/** Invented law: conviction and value since ever, unexplained wealth from 2027, the others not at all. */
const law: readonly RouteLaw[] = (Object.keys(legalRoutes) as LegalRoute[]).map((route) => ({
  country: 'NL',
  route,
  exists: ['conviction', 'value_based', 'unexplained_wealth'].includes(route),
  from: route === 'unexplained_wealth' ? '2027-01-01' : null,
  citation: 'invented for the test',
}));

const events: readonly RecoveryEvent[] = [
  event('a', 'traced', 900, '2019-12-01'),
  event('a', 'frozen', '100.10', '2020-02-01'),
  event('a', 'seized', '0.20', '2020-03-01'),
  event('a', 'confiscation_ordered', 250, '2022-05-01', {
    route: 'value_based',
    valueBasis: 'claimed',
  }),
  event('b', 'seized', '0.10', '2020-07-01'),
  event('b', 'returned', '0.10', '2021-07-01'),
  event('c', 'frozen', 50, '2021-01-15'),
  event('c', 'executed', 20, '2023-01-15', { valueBasis: 'realised' }),
  event('d', 'confiscation_ordered', 7, '2022-05-01', {
    route: 'value_based',
    valueBasis: 'claimed',
  }),
];

describe('recoveryFlows', () => {
  const flows = recoveryFlows(events, { law, asOf: '2024-12-31' });

  it('puts each case into the year of its first freezing or seizure', () => {
    expect(flows.cohorts.map(({ year, cases }) => [year, cases])).toEqual([
      [2020, 2],
      [2021, 1],
      [null, 1],
    ]);
  });

  it('counts each stage by itself, to the cent; an order can exceed what was frozen', () => {
    const stages = flows.cohorts[0]?.stages.filter(({ cases }) => cases > 0);
    expect(stages).toEqual([
      { stage: 'traced', cases: 1, amount: 900 },
      { stage: 'frozen', cases: 1, amount: 100.1 },
      { stage: 'seized', cases: 2, amount: 0.3 },
      { stage: 'confiscation_ordered', cases: 1, amount: 250 },
    ]);
    expect(flows.estimate).toBeNull();
  });

  it('calls a route that the law does not have not applicable, never zero', () => {
    const routes = new Map(flows.cohorts[0]?.routes.map((one) => [one.route, one]));
    expect(routes.get('unexplained_wealth')).toMatchObject({ state: 'not_applicable', stages: [] });
    expect(routes.get('extended')).toMatchObject({ state: 'not_applicable', stages: [] });
    expect(routes.get('value_based')?.state).toBe('applicable');
    const later = recoveryFlows(events, { law, asOf: '2027-06-30' });
    const route = later.cohorts[0]?.routes.find((one) => one.route === 'unexplained_wealth');
    // By mid-2027 the route exists, and nothing went along it: a zero that was observed.
    expect(route?.state).toBe('applicable');
    expect(route?.stages.every(({ cases, amount }) => cases === 0 && amount === 0)).toBe(true);
  });

  it('speaks of seizure, not of guilt, before an order', () => {
    for (const stage of ['traced', 'frozen', 'seized'] as const)
      for (const word of Object.values(recoveryStages[stage]))
        expect(word).not.toMatch(/crim|krimin|illegal|illég|schuld|confis|einzieh/i);
    for (const text of Object.values(flows.says)) expect(text).not.toMatch(/crim|krimin/i);
    expect(flows.says).toMatchInlineSnapshot(`
      {
        "de": "Niederlande, 2 Fälle von 2020: ermittelt 900 EUR (1 Fall); eingefroren 100,10 EUR (1 Fall); sichergestellt 0,30 EUR (2 Fälle); Einziehung angeordnet 250 EUR (1 Fall); vollstreckt 0 EUR (0 Fälle). Niederlande, 1 Fall von 2021: eingefroren 50 EUR (1 Fall); Einziehung angeordnet 0 EUR (0 Fälle); vollstreckt 20 EUR (1 Fall). Jeder Betrag ist ein Strom derselben Fälle; sie werden nie addiert, und sichergestellt heißt nicht eingezogen.",
        "en": "Netherlands, 2 cases of 2020: traced EUR 900 (1 case); frozen EUR 100.10 (1 case); seized EUR 0.30 (2 cases); confiscation ordered EUR 250 (1 case); executed EUR 0 (0 cases). Netherlands, 1 case of 2021: frozen EUR 50 (1 case); confiscation ordered EUR 0 (0 cases); executed EUR 20 (1 case). Each amount is a flow of the same cases; they are never added, and seized is not confiscated.",
        "fr": "Pays-Bas, 2 affaires de 2020 : localisé 900 EUR (1 affaire) ; gelé 100,10 EUR (1 affaire) ; saisi 0,30 EUR (2 affaires) ; confiscation prononcée 250 EUR (1 affaire) ; exécuté 0 EUR (0 affaires). Pays-Bas, 1 affaire de 2021 : gelé 50 EUR (1 affaire) ; confiscation prononcée 0 EUR (0 affaires) ; exécuté 20 EUR (1 affaire). Chaque montant est un flux des mêmes affaires ; ils ne s’additionnent jamais, et saisi ne veut pas dire confisqué.",
        "nl": "Nederland, 2 zaken van 2020: opgespoord EUR 900 (1 zaak); bevroren EUR 100,10 (1 zaak); in beslag genomen EUR 0,30 (2 zaken); ontneming of verbeurdverklaring bevolen EUR 250 (1 zaak); geïnd EUR 0 (0 zaken). Nederland, 1 zaak van 2021: bevroren EUR 50 (1 zaak); ontneming of verbeurdverklaring bevolen EUR 0 (0 zaken); geïnd EUR 20 (1 zaak). Elk bedrag is een stroom van dezelfde zaken; ze worden nooit opgeteld, en in beslag genomen is niet verbeurdverklaard.",
      }
    `);
  });

  it('says what it leaves out and what it mixes', () => {
    const early = recoveryFlows(events, { law, asOf: '2021-12-31' });
    expect(early.warnings.map(({ en }) => en)).toContain('3 events after 2021-12-31 are left out');
    const mixed = recoveryFlows(
      [...events, event('e', 'executed', 5, '2023-01-01', { valueBasis: 'appraised' })],
      { law, asOf: '2024-12-31' },
    );
    expect(mixed.warnings.map(({ en }) => en)).toContain(
      'amounts at the stage executed are of several kinds (appraised, realised, claimed)',
    );
  });

  it('keeps every span of a route that was repealed and came back', () => {
    const tax = law.find(({ route }) => route === 'tax') as RouteLaw;
    const spans = (more: readonly Partial<RouteLaw>[]) => [
      ...law.filter(({ route }) => route !== 'tax'),
      ...more.map((one) => ({ ...tax, exists: true, ...one })),
    ];
    const twice = spans([{ from: '2000-01-01', to: '2010-12-31' }, { from: '2015-01-01' }]);
    const on = (date: string) => () =>
      recoveryFlows([{ ...(events[0] as RecoveryEvent), route: 'tax', date }], {
        law: twice,
        asOf: '2024-12-31',
      });
    expect(on('2005-06-01')).not.toThrow();
    expect(on('2016-06-01')).not.toThrow();
    expect(on('2012-06-01')).toThrow(/does not have on that day/);
    expect(() =>
      recoveryFlows(events, {
        law: spans([{ from: '2000-01-01' }, { exists: false, from: '2010-01-01' }]),
        asOf: '2024-12-31',
      }),
    ).toThrowErrorMatchingInlineSnapshot(
      `[InputError: the law of NL tax is declared to exist and not to exist on one day. Repair: give each row the days for which it holds]`,
    );
  });

  it('refuses law that nobody declared, and events under law that is not there', () => {
    const some = law.filter(({ route }) => route !== 'nccb' && route !== 'tax');
    expect(() =>
      recoveryFlows(events, { law: some, asOf: '2024-12-31' }),
    ).toThrowErrorMatchingInlineSnapshot(
      `[RefusalError: Nobody has declared whether the law has these routes: NL nccb, NL tax. Nothing recorded could then mean none, or no such law. Add a row a route to \`law\`: whether it exists, from when, and the citation.]`,
    );
    const early = event('x', 'final', 5, '2026-05-01', { route: 'unexplained_wealth' });
    expect(() =>
      recoveryFlows([early], { law, asOf: '2026-12-31' }),
    ).toThrowErrorMatchingInlineSnapshot(
      `[InputError: case x: final on 2026-05-01 under the route unexplained_wealth, which the declared law of NL does not have on that day. Repair: correct the route or the day of the event, or the declared law]`,
    );
    const uncited = [{ ...(law[0] as RouteLaw), citation: ' ' }, ...law.slice(1)];
    expect(() =>
      recoveryFlows(events, { law: uncited, asOf: '2024-12-31' }),
    ).toThrowErrorMatchingInlineSnapshot(
      `[InputError: the law of NL on conviction has no citation. Repair: name the article that has the route, or the work that says there is none]`,
    );
  });

  it('refuses other currencies, days and stages', () => {
    const asked = (one: RecoveryEvent) => () => recoveryFlows([one], { law, asOf: '2024-12-31' });
    expect(
      asked(event('a', 'frozen', 1, '2020-01-01', { currency: 'USD' })),
    ).toThrowErrorMatchingInlineSnapshot(
      `[InputError: event 1, case a: expected euro, found USD. Repair: convert it at the rate of the day and say so in the file]`,
    );
    expect(asked(event('a', 'frozen', 1, '2020'))).toThrowErrorMatchingInlineSnapshot(
      `[InputError: event 1, case a: expected a day such as 2021-05-31, found "2020". Repair: give the day on which the stage was reached]`,
    );
    expect(asked(event('a', 'frozen', 1, '2020-02-31'))).toThrow(/expected a day/);
    expect(
      asked(event('a', 'stolen' as 'frozen', 1, '2020-01-01')),
    ).toThrowErrorMatchingInlineSnapshot(
      `[InputError: event 1, case a: unknown stage "stolen". Repair: use one of traced, frozen, seized, confiscation_ordered, final, executed, converted_to_cash, shared, victim_compensated, returned, reused_socially]`,
    );
    expect(asked(event('a', 'frozen', -1, '2020-01-01'))).toThrowErrorMatchingInlineSnapshot(
      `[InputError: event 1, case a: expected an amount of zero or more, found -1. Repair: what was given back is the outcome "returned", not a negative amount]`,
    );
    expect(asked(event('a', 'frozen', 0.001, '2020-01-01'))).toThrow(/at most two decimals/);
    expect(() =>
      recoveryFlows(events, { law, asOf: '2024-12-31', routes: ['conviction'] }),
    ).toThrowErrorMatchingInlineSnapshot(
      `[UsageError: \`routes\` must hold every route that occurs, got conviction without value_based]`,
    );
  });

  it('has nothing to say of nothing', () => {
    const none = recoveryFlows([], { law: [], asOf: '2024-12-31' });
    expect(none.cohorts).toEqual([]);
    expect(none.says.en).toBe('There are no cases whose course is known.');
  });
});
