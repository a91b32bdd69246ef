import { eventTotals, jointTotals, settle, type TotalQuestion } from '@samenbeeld/merge';
import type { Coverage } from '@samenbeeld/schema';
import { describe, expect, it } from 'vitest';
import { claimRow } from './claim-row.ts';
import { seizureRow } from './seizure-row.ts';

const question: TotalQuestion = {
  place: 'NLVLI',
  substance: 'COC',
  basis: 'seized_in_port',
  metric: 'quantity',
  unit: 'kg',
};

/** Claims of the halves of 2022 and of the whole year. */
const halves = [
  claimRow('first', { value: 1000, periodEnd: '2022-06-30', freq: 'S' }),
  claimRow('second', { value: 3157, periodStart: '2022-07-01', freq: 'S' }),
  claimRow('whole', { value: 4157 }),
];

const shown = ({ totals }: ReturnType<typeof settle>) =>
  totals.map(({ period, status, reported: { likely } }) => [period, status, likely]);

describe('settle(records, question)', () => {
  it('answers by year as jointTotals does', () => {
    const settled = settle({ observations: halves }, question);
    const { complex, ...scope } = { ...question, complex: question.place };
    expect(settled.totals).toEqual(
      jointTotals(halves, { ...scope, substance: 'COC', complex }).totals,
    );
    expect(settled.of).toBe('claims');
    expect(shown(settled)).toEqual([['2022', 'complete', 4157]]);
  });

  it('answers by half-year, and never divides what covers the year', () => {
    const settled = settle({ observations: halves }, { ...question, by: 'half-year' });
    expect(shown(settled)).toEqual([
      ['2022-01-01/2022-06-30', 'complete', 1000],
      ['2022-07-01/2022-12-31', 'complete', 3157],
    ]);
    expect(settled.notAdded.map(({ claim, kind }) => [claim, kind])).toEqual([
      ['whole', 'window'],
      ['whole', 'window'],
    ]);
  });

  it('answers by quarter and month where figures are of a quarter or month, and says which are missing', () => {
    const quarter = claimRow('q1', { value: 40, periodEnd: '2022-03-31', freq: 'Q' });
    const month = claimRow('aug', {
      value: 7,
      periodStart: '2022-08-01',
      periodEnd: '2022-08-31',
      freq: 'M',
    });
    const by = (step: 'quarter' | 'month') =>
      shown(settle({ observations: [quarter, month] }, { ...question, by: step }));
    expect(by('quarter')).toEqual([
      ['2022-01-01/2022-03-31', 'complete', 40],
      ['2022-04-01/2022-06-30', 'none', null],
      // A month is no quarter: it is a floor.
      ['2022-07-01/2022-09-30', 'partial', null],
    ]);
    expect(by('month')).toEqual([['2022-08-01/2022-08-31', 'complete', 7]]);
  });

  it('answers to the same day of each year, of leap years too', () => {
    const ends = ['2023-02-28', '2024-02-29'];
    const observations = ends.map((end) =>
      claimRow(end, {
        value: 5,
        periodStart: `${end.slice(0, 4)}-01-01`,
        periodEnd: end,
        freq: 'O',
      }),
    );
    const asked = { ...question, by: 'to-date', from: '2023-01-01', to: '2024-02-29' } as const;
    expect(shown(settle({ observations }, asked))).toEqual([
      ['2023-01-01/2023-02-28', 'complete', 5],
      ['2024-01-01/2024-02-29', 'complete', 5],
    ]);
  });

  it('keeps units, drugs, places and offences apart', () => {
    const observations = [
      claimRow('kg', { value: 12, substance: 'MDMA_TAB' }),
      claimRow('tablets', { value: 5000, unit: 'tablet', substance: 'MDMA_TAB' }),
      claimRow('hashish', {
        value: 300,
        substance: 'CAN_RESIN',
        place: 'NL.GM.Roosendaal',
        basis: 'seized_in_territory',
      }),
      claimRow('drugs', {
        value: 18875,
        metric: 'offences',
        unit: 'case',
        substance: null,
        offence: 'ICCS0601',
        place: 'NL',
        basis: 'recorded',
        stat: 'count',
      }),
      claimRow('laundering', {
        value: 90,
        metric: 'offences',
        unit: 'case',
        substance: null,
        offence: 'ICCS07041',
        place: 'NL',
        basis: 'recorded',
        stat: 'count',
      }),
    ];
    const likely = (over: Partial<TotalQuestion>) =>
      settle({ observations }, { ...question, ...over }).totals.map(
        ({ reported }) => reported.likely,
      );
    expect(likely({ substance: 'MDMA_TAB' })).toEqual([12]);
    expect(likely({ substance: 'MDMA_TAB', unit: 'tablet' })).toEqual([5000]);
    const territory = { place: 'NL.GM.Roosendaal', basis: 'seized_in_territory' };
    expect(likely({ ...territory, substance: 'CAN_RESIN' })).toEqual([300]);
    const offences = {
      place: 'NL',
      substance: null,
      basis: 'recorded',
      metric: 'offences',
      unit: 'case',
    };
    expect(likely({ ...offences, offence: 'ICCS0601' })).toEqual([18875]);
    expect(likely({ ...offences, offence: 'ICCS07041' })).toEqual([90]);
    expect(likely({ substance: 'HER' })).toEqual([]);
  });

  it('counts single finds by any period, as eventTotals does by year', () => {
    const seizures = [
      seizureRow('a', { date: '2022-02-01', quantity: 100 }),
      seizureRow('b', { date: '2022-11-01', quantity: 60 }),
      seizureRow('c', { date: '2023-11-20', quantity: 9, substance: 'HER' }),
    ];
    const coverage: readonly Coverage[] = [
      {
        source: 'nl-harc',
        agency: 'NL_HARC',
        place: 'NLVLI',
        basis: 'seized_in_port',
        substance: null,
        periodStart: '2022-01-01',
        periodEnd: '2022-12-31',
        extent: 'full',
        evidence: 'the team’s own file',
      },
    ];
    const records = { observations: [], seizures, coverage };
    const year = settle(records, question);
    expect(year.of).toBe('events');
    expect(year.totals.map(({ reported }) => reported)).toEqual(
      eventTotals(seizures, {
        complex: 'NLVLI',
        substance: 'COC',
        basis: 'seized_in_port',
        years: [2022],
        coverage,
        pairs: [],
      }).map(({ reported }) => reported),
    );
    const quarters = settle(records, { ...question, by: 'quarter' }).totals;
    expect(quarters.map(({ period, reported }) => [period, reported.likely])).toEqual([
      ['2022-01-01/2022-03-31', 100],
      ['2022-04-01/2022-06-30', 0],
      ['2022-07-01/2022-09-30', 0],
      ['2022-10-01/2022-12-31', 60],
    ]);
  });

  it('refuses more periods than a table shows, and says what a question has', () => {
    expect(() =>
      settle(
        { observations: [] },
        { ...question, by: 'month', from: '1800-01-01', to: '2022-12-31' },
      ),
    ).toThrow('has 2676 periods; at most 1200');
    expect(() => settle({ observations: [] }, {} as TotalQuestion)).toThrow(
      'give it the field `place`',
    );
  });
});
