import { leaveLargestOut, type QuantityEvent } from '@samenbeeld/trends';
import { describe, expect, it } from 'vitest';

const year = (period: number, ...quantities: (number | null)[]): QuantityEvent[] =>
  quantities.map((quantity) => ({ period: String(period), quantity }));

const events = [
  ...year(2018, 5, 3),
  ...year(2019, 4, 5),
  ...year(2020, 6, 4),
  ...year(2021, 7, 4),
  ...year(2022, 8, 4),
  ...year(2023, 300, 2),
];

describe('leaveLargestOut', () => {
  it('shows that a rise rests on one find', () => {
    const { details, says, estimate, warnings } = leaveLargestOut({ events });
    expect(details).toMatchObject({ verdict: 'rising', verdictWithout: 'not_shown' });
    expect(estimate).toBe(details.slopeWithout);
    expect(warnings.map(({ en }) => en)).toContain('the verdict rests on the largest seizures');
    expect(says.en).toContain('without the largest (300 kg, 2023): no trend that can be shown');
    expect(says.de).toContain('beruht auf einem einzigen Fund');
  });

  it('leaves several out', () => {
    const { details, says } = leaveLargestOut({ events }, { leave: 2 });
    expect(details.share).toBeCloseTo(308 / 352, 12);
    expect(says.nl).toContain('300 kg, 2023; 8 kg, 2022');
  });

  it('a covered year without a seizure is zero; otherwise it is left out', () => {
    const some = events.filter(({ period }) => period !== '2020');
    const covered = ['2018', '2019', '2020', '2021', '2022', '2023'];
    expect(leaveLargestOut({ events: some }).n).toBe(5);
    expect(leaveLargestOut({ events: some }, { covered }).n).toBe(6);
    expect(leaveLargestOut({ events: some }).warnings[0]?.en).toMatch(/^periods without a seizure/);
  });

  it('cannot tell whether a rise rests on one find where too few values are left without it', () => {
    const five = [1, 2, 3, 4, 90].map((quantity, i) => ({ period: String(2018 + i), quantity }));
    const { details, n, says, warnings } = leaveLargestOut({ events: five }, { controls: true });
    expect([details.verdict, details.verdictWithout]).toEqual(['rising', 'no_conclusion']);
    expect([details.nWhole, n]).toEqual([5, 4]);
    expect(warnings.map(({ en }) => en)).not.toContain('the verdict rests on the largest seizures');
    expect(says).toMatchInlineSnapshot(`
      {
        "de": "2018–2022: Mit allen Sicherstellungen: ein Anstieg (n = 5); ohne die größte (90 kg, 2022): keine Aussage möglich (n = 4). Es bleiben zu wenige unterschiedliche Werte, um zu sagen, ob das Ergebnis von einzelnen Funden abhängt.",
        "en": "2018–2022: with all seizures: a rise (n = 5); without the largest (90 kg, 2022): no conclusion possible (n = 4). Too few different values are left to tell whether the outcome depends on single finds.",
        "fr": "2018–2022 : avec toutes les saisies : une hausse (n = 5) ; sans la plus grande (90 kg, 2022) : aucune conclusion possible (n = 4). Il reste trop peu de valeurs différentes pour dire si le résultat dépend de quelques saisies isolées.",
        "nl": "2018–2022: met alle inbeslagnames: een stijging (n = 5); zonder de grootste (90 kg, 2022): geen conclusie mogelijk (n = 4). Er blijven te weinig verschillende waarden over om te zeggen of de uitkomst van losse vangsten afhangt.",
      }
    `);
  });

  it('the order of the events does not matter', () => {
    expect(leaveLargestOut({ events: events.toReversed() })).toEqual(leaveLargestOut({ events }));
  });

  it('is not computable from annual totals', () => {
    const { estimate, details } = leaveLargestOut({ annual: [{ period: '2020', value: 6055 }] });
    expect([estimate, details.verdict, details.verdictWithout]).toEqual([
      null,
      'not_computable',
      'not_computable',
    ]);
  });

  it('concludes nothing from no events', () => {
    expect(leaveLargestOut({ events: [] }).details.verdict).toBe('no_conclusion');
  });

  it('refuses mixed frequencies and a strange number to leave out', () => {
    const mixed = [...events, { period: '2024-S1', quantity: 3 }];
    expect(() => leaveLargestOut({ events: mixed })).toThrowErrorMatchingInlineSnapshot(
      `[RefusalError: The events mix frequencies: 2018 and 2024-S1. Give every event a period of the same length.]`,
    );
    expect(() => leaveLargestOut({ events }, { leave: 0 })).toThrowErrorMatchingInlineSnapshot(
      `[UsageError: \`leave\` must be a whole number above zero, got 0]`,
    );
  });
});
