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
    expect(warnings).toContain('the verdict rests on the largest seizures');
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
    expect(leaveLargestOut({ events: some }).warnings[0]).toMatch(/^periods without a seizure/);
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
