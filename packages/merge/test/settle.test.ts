import {
  countsHeld,
  eventTotals,
  findConflicts,
  jointTotals,
  settle,
  type TotalQuestion,
} from '@samenbeeld/merge';
import {
  type Coverage,
  type Decision,
  jointTotalHolds,
  type Observation,
  type Seizure,
} from '@samenbeeld/schema';
import { describe, expect, it } from 'vitest';
import type { DoubleReport } from '../src/double-reports.ts';
import { claimRow, decided } from './claim-row.ts';
import { pair } from './paired-seizures.ts';
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

  it('answers of one code of a table where it is named, under its own name', () => {
    const by = (nationalCode: string, value: number) =>
      claimRow(nationalCode, { publication: null, nationalCode, value, wording: 'exact' });
    const observations = [by('Ecuador', 14200), by('Colombia', 11000)];
    const [held, ...more] = countsHeld({ observations });
    expect([held?.code, held?.parts, more]).toEqual([null, ['Colombia', 'Ecuador'], []]);
    const settled = settle({ observations }, { ...question, code: 'Colombia' });
    expect(shown(settled)).toEqual([['2022', 'complete', 11000]]);
    expect(settled.totals[0]?.members[0]?.subject).toBe(
      'NLVLI COC seized_in_port quantity 2022 code=Colombia',
    );
    expect(shown(settle({ observations }, question))).toEqual([['2022', 'partial', null]]);
  });

  it('knows a year of which the source states that it is not given as a gap', () => {
    const year = { periodStart: '2021-01-01', periodEnd: '2021-12-31', value: null };
    const gap = (missing: Observation['missing']) =>
      settle(
        { observations: [...halves, claimRow('gap', { ...year, missing })] },
        { ...question, by: 'year' },
      );
    expect(shown(gap('not_reported'))).toEqual([
      ['2021', 'none', null],
      ['2022', 'complete', 4157],
    ]);
    const [{ causes = [] } = {}] = gap('not_reported').totals;
    expect(causes.map(({ text: { en } }) => en)).toEqual([
      'Vlissingen: not reported, as the source itself says',
    ]);
    expect(shown(gap('not_applicable'))).toEqual([['2022', 'complete', 4157]]);
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

  it('asks by the part of a year that its figures alone are of, unless it is said otherwise', () => {
    const byOf = (rows: readonly Observation[], more = {}) =>
      settle({ observations: rows }, { ...question, ...more }).question.by;
    const [first, second] = halves as [Observation, Observation];
    expect(byOf([first, second])).toBe('half-year');
    expect(byOf([first, second], { by: 'year' })).toBe('year');
    // A year's figure beside them, one half alone, or no figure at all: years.
    expect(byOf(halves)).toBe('year');
    expect(byOf([first])).toBe('year');
    expect(byOf([])).toBe('year');
    const march = claimRow('mar', {
      value: 10,
      periodStart: '2023-03-01',
      periodEnd: '2023-03-31',
    });
    expect(byOf([first, second, march])).toBe('year');
    expect(byOf([first, second, march], { from: '2022-01-01', to: '2022-12-31' })).toBe(
      'half-year',
    );
  });

  it('counts a reported zero among the parts of a floor: it is a figure, and is not left beside', () => {
    const months = [8, 0, 5].map((value, at) =>
      claimRow(`m${at}`, {
        value,
        periodStart: `2023-0${at + 1}-01`,
        periodEnd: ['2023-01-31', '2023-02-28', '2023-03-31'][at] as string,
      }),
    );
    const { totals, notAdded } = settle({ observations: months }, { ...question, by: 'year' });
    expect(totals.map(({ total, members: [member] }) => [total.atLeast, member?.finds])).toEqual([
      [13, ['m0', 'm1', 'm2']],
    ]);
    expect(notAdded).toEqual([]);
  });

  it('says of parts that leave no day out that they are no figure of the whole (rule 3)', () => {
    const causes = (rows: readonly Observation[]) =>
      settle({ observations: rows }, { ...question, by: 'year' }).totals.map(
        ({ status, causes: [cause] }) => [status, cause?.text.en],
      );
    // 1,000 printed bare is at least 500 (rule 1): 500 + 3,157.
    expect(causes(halves.slice(0, 2))).toEqual([
      [
        'partial',
        'Vlissingen: reported only in parts of the period, not as a whole; parts count as a floor only, at least 3,657',
      ],
    ]);
    const [first] = halves as [Observation];
    const late = claimRow('late', { value: 3157, periodStart: '2022-07-02', freq: 'A' });
    expect(causes([first, late])).toEqual([
      ['partial', 'Vlissingen: only parts of the period are reported, so at least 3,657'],
    ]);
  });

  it('says that finds are all that is known only where they are', () => {
    const find = claimRow('find', {
      ...{ value: 6200, wording: 'exact', extent: 'one_find', printed: '6200' },
      ...{ periodStart: '2022-08-09', periodEnd: '2022-08-09' },
    });
    const inWords = claimRow('words', { value: 5000, wording: 'floor', wordingPrinted: 'over' });
    const [half] = halves as [Observation];
    const cause = (...rows: readonly Observation[]) =>
      settle({ observations: rows }, { ...question, by: 'year' }).totals[0]?.causes[0]?.text.en;
    const during = { ...find, periodStart: '2022-06-09', periodEnd: '2022-06-09' };
    expect([cause(find), cause(find, inWords), cause(find, half), cause(during, half)]).toEqual([
      'Vlissingen: single finds only, at least 6,200 in all',
      'Vlissingen: a lower limit; single finds come to more, at least 6,200 in all',
      'Vlissingen: only parts of the period are reported, so at least 6,700',
      'Vlissingen: a lower limit; single finds come to more, at least 6,200 in all',
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

  it('names each by its unit and kind, so that a decision on one leaves the others as they were', () => {
    const rivals = (unit: string, one: number, other: number) => [
      claimRow(`${unit}-a`, {
        value: one,
        unit,
        substance: 'MDMA_TAB',
        publication: 'https://a.be',
      }),
      claimRow(`${unit}-b`, {
        value: other,
        unit,
        substance: 'MDMA_TAB',
        publication: 'https://b.be',
      }),
    ];
    const offence = (id: string, code: string) =>
      claimRow(id, {
        ...{ metric: 'offences', unit: 'case', countUnit: 'case', stat: 'count', value: 90 },
        ...{ substance: null, offence: code, place: 'NL', basis: 'recorded' },
      });
    const observations = [
      ...rivals('kg', 12, 31),
      ...rivals('tablet', 5000, 8000),
      offence('drugs', 'ICCS0601'),
      offence('laundering', 'ICCS07041'),
    ];
    const ofTablets = { ...question, substance: 'MDMA_TAB', unit: 'tablet' };
    const ask = (
      over: Partial<TotalQuestion>,
      decisions: ReadonlyMap<string, Decision> = new Map(),
    ) => settle({ observations, decisions }, { ...question, ...over }).totals;
    const subject = 'NLVLI MDMA_TAB seized_in_port quantity 2022 tablet';
    const [kg] = ask({ substance: 'MDMA_TAB' });
    const [tablets] = ask(ofTablets);
    expect(kg?.members[0]?.subject).toBe('NLVLI MDMA_TAB seized_in_port quantity 2022');
    expect(tablets?.members[0]?.subject).toBe(subject);
    expect(
      findConflicts(observations)
        .map((conflict) => conflict.subject)
        .sort(),
    ).toEqual([kg?.members[0]?.subject, subject]);
    const decisions = decided(subject, 'keep tablet-b');
    expect(ask(ofTablets, decisions)[0]?.reported.likely).toBe(8000);
    expect(ask({ substance: 'MDMA_TAB' }, decisions)[0]?.reported.likely).toBe('undecided');
    const keys = ['ICCS0601', 'ICCS07041'].map(
      (code) =>
        ask({
          ...{ place: 'NL', substance: null, basis: 'recorded', metric: 'offences', unit: 'case' },
          offence: code,
        })[0]?.key,
    );
    expect(keys).toEqual([
      'NL  recorded offences 2022 case offence=ICCS0601 countUnit=case',
      'NL  recorded offences 2022 case offence=ICCS07041 countUnit=case',
    ]);
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

  it('never lets a part stand for the whole: kinds are named, or the question is refused', () => {
    const reports = (id: string, over: Parameters<typeof claimRow>[1]) =>
      claimRow(id, {
        ...{ metric: 'str_reports', unit: 'report', stat: 'count', substance: null, place: 'BE' },
        ...{ basis: 'not_applicable', agencies: ['BE_FIU'] },
        ...over,
      });
    const observations = [
      reports('all', { value: 46330 }),
      // A later release, of a part.
      reports('agents', { value: 48, nationalCode: 'ESTATE_AGENTS', publishedOn: '2024-01' }),
    ];
    const asked = {
      place: 'BE',
      substance: null,
      basis: 'not_applicable',
      metric: 'str_reports',
      unit: 'report',
    };
    expect(() => settle({ observations }, asked)).toThrow(
      'several kinds: code ESTATE_AGENTS, none',
    );
    expect(shown(settle({ observations }, { ...asked, code: null }))).toEqual([
      ['2022', 'complete', 46330],
    ]);
    expect(shown(settle({ observations }, { ...asked, code: 'ESTATE_AGENTS' }))).toEqual([
      ['2022', 'complete', 48],
    ]);
    const levels = ['wholesale', 'retail'].map((level) => claimRow(level, { level }));
    expect(() => settle({ observations: levels }, question)).toThrow('several kinds: level');
  });

  it('counts no place twice, and adds nothing that two countries count by rules of their own', () => {
    const observations = [claimRow('a', { value: 100, place: 'BEANR' })];
    const place = 'BE+BEANR';
    expect(() => settle({ observations }, { ...question, place })).toThrow('BEANR lies in BE');
    const reports = {
      substance: null,
      basis: 'not_applicable',
      metric: 'str_reports',
      unit: 'report',
    };
    expect(() => settle({ observations }, { ...reports, place: 'BE+LU' })).toThrow(
      'a rule of its own',
    );
  });

  it('refuses what finds cannot answer', () => {
    const seizures = [seizureRow('a', { date: '2022-02-01', quantity: 100 })];
    const of = (over: Partial<TotalQuestion>, observations = [claimRow('x', { place: 'BEANR' })]) =>
      settle({ observations, seizures }, { ...question, ...over });
    expect(() => of({ agencies: ['NL_CUST'] })).toThrow('whichever service');
    expect(() => of({ place: 'NL' }, [])).toThrow('Ask for NLVLI');
    expect(() => of({ unit: 't' })).toThrow('in kilograms');
    // Finds of another port leave its claims alone.
    expect(of({ place: 'BEANR' })).toMatchObject({
      of: 'claims',
      totals: [{ status: 'complete' }],
    });
  });

  describe('claims and finds of one cell (rule 8)', () => {
    const full: Coverage = {
      source: 'nl-harc',
      agency: 'NL_HARC',
      place: 'NLVLI',
      basis: 'seized_in_port',
      substance: null,
      periodStart: '2022-01-01',
      periodEnd: '2022-12-31',
      extent: 'full',
      evidence: null,
    };
    const finds = [
      seizureRow('a', { date: '2022-02-01', quantity: 100, massBasis: 'net' }),
      seizureRow('b', { date: '2022-11-01', quantity: 50, massBasis: 'net' }),
    ];
    const asked = { ...question, place: 'NLVLI', from: '2022-01-01', to: '2022-12-31' };
    const of = (value: number, coverage: readonly Coverage[] = [], more = {}) =>
      settle(
        {
          observations: [claimRow('x', { value, wording: 'exact', ...more })],
          seizures: finds,
          coverage,
        },
        asked,
      );

    it('finds of full coverage govern, and a claim that fits them stands beside', () => {
      const { of: kind, totals, conflicts, notAdded } = of(150, [full]);
      expect(kind).toBe('both');
      expect(totals[0]).toMatchObject({ status: 'complete', reported: { likely: 150 } });
      expect(totals[0]?.method).toBeDefined();
      expect(conflicts).toEqual([]);
      expect(notAdded.map(({ value, kind: what }) => [value, what])).toEqual([[150, 'inside']]);
    });

    it('and one that does not is a conflict, which leaves their total as it is', () => {
      const { totals, conflicts } = of(4157, [full]);
      expect(totals[0]?.reported).toMatchObject({ lowest: 150, likely: 150, highest: 150 });
      expect(conflicts.map(({ explanation }) => explanation.en)).toEqual([
        'The figure published for Vlissingen, 4,157 kg, does not fit the files of finds, which cover Vlissingen in full and give 150 kg. The files go first.',
      ]);
    });

    it('one that fits or not by which reports are one find is no conflict until somebody says that', () => {
      const twice = seizureRow('a2', {
        ...{ source: 'be-cust', date: '2022-02-01', quantity: 100, massBasis: 'net' },
      });
      const held = (verdict?: 'same') =>
        settle(
          {
            observations: [claimRow('x', { value: 250, wording: 'exact' })],
            seizures: [...finds, twice],
            coverage: [full],
            pairs: [pair('a', 'a2', 0.9999, verdict)],
          },
          asked,
        );
      const open = held();
      expect(open.totals[0]?.reported.highest).toBe(150);
      expect(open.conflicts).toEqual([]);
      expect(open.notAdded.map(({ reason }) => reason.en)).toEqual([
        expect.stringMatching(
          /depends on which reports are one find: weighed, they give 150 kg\.$/u,
        ),
      ]);
      expect(held('same').conflicts.map(({ explanation }) => explanation.en)).toEqual([
        expect.stringContaining('give 150 kg'),
      ]);
    });

    it('a floor in words above what the finds give does not fit, one below does', () => {
      expect(of(200, [full], { wording: 'floor' }).conflicts).toHaveLength(1);
      expect(of(120, [full], { wording: 'floor' }).conflicts).toEqual([]);
    });

    it('elsewhere the claim governs, and the finds of one file are a floor that adds nothing to it', () => {
      const { totals, conflicts } = of(160);
      expect(totals[0]?.reported).toMatchObject({ lowest: 160, likely: 160, highest: 160 });
      expect(totals[0]?.method).toBeUndefined();
      expect(conflicts).toEqual([]);
    });

    it('where nobody gives a figure the finds alone are the floor; two files never add', () => {
      const twice = finds.map((find) => ({
        ...find,
        id: `${find.id}2`,
        source: 'other',
        quantity: 60,
      }));
      const { totals } = settle(
        {
          observations: [claimRow('x', { periodStart: '2021-01-01', periodEnd: '2021-12-31' })],
          seizures: [...finds, ...twice],
        },
        asked,
      );
      // 100 + 50 in one file, 60 + 60 in the other: they may be the same finds.
      expect(totals[0]).toMatchObject({ status: 'partial', total: { atLeast: 150, atMost: null } });
      expect(totals[0]?.members[0]?.state).toBe('finds_only');
    });

    it('figures of elsewhere change nothing of what is answered of finds', () => {
      const records = { seizures: finds, pairs: [] };
      const alone = settle({ ...records, observations: [] }, asked);
      const elsewhere = [
        claimRow('other place', { place: 'BEANR' }),
        claimRow('other drug', { substance: 'XTC' }),
        claimRow('other measure', { metric: 'seizures', unit: 'seizure' }),
      ];
      expect(alone.of).toBe('events');
      expect(settle({ ...records, observations: elsewhere }, asked)).toEqual(alone);
      const wider = claimRow('wider', { place: 'NL' });
      expect(settle({ ...records, observations: [wider] }, asked).of).toBe('both');
    });

    it('a floor is of the lower ends of what is told, less the packing of what is not said to be net', () => {
      const [find] = finds as [Seizure];
      const told = (over: Partial<Seizure>) =>
        settle(
          {
            observations: [claimRow('x', { periodStart: '2021-01-01', periodEnd: '2021-12-31' })],
            seizures: [{ ...find, quantity: 300, printed: '300', massBasis: 'unknown', ...over }],
          },
          asked,
        ).totals.at(-1)?.total.atLeast;
      expect(told({ massBasis: 'net' })).toBe(300);
      expect(told({})).toBe(270);
      expect(told({ wording: 'floor', estimated: true })).toBe(270);
      expect(told({ wording: 'rounded', estimated: true })).toBe(225);
      expect(told({ massBasis: 'net', estimated: true })).toBe(250);
    });

    it('packing counts for nothing in a floor where a weight is gross', () => {
      const gross = finds.map((find) => ({ ...find, massBasis: 'gross' as const }));
      const { totals } = settle(
        {
          observations: [claimRow('x', { periodStart: '2021-01-01', periodEnd: '2021-12-31' })],
          seizures: gross,
        },
        asked,
      );
      expect(totals[0]?.total.atLeast).toBe(135);
    });

    it('finds that add up to more than a figure contradict it', () => {
      const { conflicts } = of(140);
      expect(conflicts.length).toBeGreaterThan(0);
    });

    it('an area of which one port alone is covered is of claims, with the finds as a floor', () => {
      const ghent = claimRow('g', {
        place: 'BEGNE',
        value: 619,
        wording: 'exact',
        agencies: ['BE_CUST'],
      });
      const nsp = { ...asked, place: 'PC_NSP' };
      const records = { seizures: finds, coverage: [full] };
      const { totals } = settle({ ...records, observations: [ghent, claimRow('x')] }, nsp);
      expect(totals[0]).toMatchObject({
        complex: 'PC_NSP',
        status: 'partial',
        missing: ['NLTNZ'],
        reported: { lowest: 4776, likely: 4776, highest: 4776 },
      });
      expect(jointTotalHolds.check(totals)).toEqual([]);
      // What is published of the area as a whole is its figure.
      const whole = claimRow('w', { place: 'PC_NSP', value: 5003, wording: 'exact' });
      expect(settle({ ...records, observations: [whole] }, nsp).totals[0]).toMatchObject({
        status: 'complete',
        reported: { lowest: 5003, likely: 5003, highest: 5003 },
      });
    });

    it('a country that is covered is not told as nought where its finds are told by port', () => {
      const country = { ...full, place: 'NL' };
      const claim = claimRow('n', { place: 'NL', value: 502, wording: 'exact' });
      const { totals } = settle(
        { observations: [claim], seizures: finds, coverage: [country] },
        { ...asked, place: 'NL' },
      );
      expect(totals[0]?.reported).toMatchObject({ lowest: 502, likely: 502, highest: 502 });
    });

    it('a figure of a part of the period is a floor, and no contradiction of the finds of the whole', () => {
      const half = claimRow('h', {
        value: 100,
        wording: 'exact',
        periodEnd: '2022-06-30',
        freq: 'S',
      });
      const { totals, conflicts } = settle(
        { observations: [half], seizures: finds, coverage: [full] },
        asked,
      );
      expect(totals[0]?.reported.likely).toBe(150);
      expect(conflicts).toEqual([]);
    });

    it('a find whose own day is not known to lie in the period makes no floor', () => {
      const registered = [
        seizureRow('a', { date: '2022-01-02', dateRole: 'registration', massBasis: 'net' }),
        seizureRow('b', { date: '2022-01-01', datePrecision: 'year', massBasis: 'net' }),
      ];
      const of2022 = (by: TotalQuestion['by']) =>
        settle(
          {
            observations: [claimRow('x', { periodStart: '2021-01-01', periodEnd: '2021-12-31' })],
            seizures: registered,
          },
          { ...asked, ...(by && { by }) },
        ).totals.map(({ total }) => total.atLeast);
      // Made some day of 2022: in the year surely, in none of its quarters.
      expect(of2022('year')).toEqual([100]);
      expect(of2022('quarter')).toEqual([null, null, null, null]);
    });

    it('one find in the files of two ports is no floor twice', () => {
      const here = seizureRow('a', { quantity: 1003, massBasis: 'net' });
      const there = { ...here, id: 'b', source: 'other', place: 'BEGNE' };
      const { totals } = settle(
        {
          observations: [claimRow('x', { periodStart: '2021-01-01', periodEnd: '2021-12-31' })],
          seizures: [here, there],
        },
        { ...asked, place: 'PC_NSP' },
      );
      expect(totals[0]?.total.atLeast).toBe(1003);
    });

    it('a floor is no more than the lower report of a find, in the port or ports where it may be', () => {
      const grams = seizureRow('a', { quantity: 4600, massBasis: 'net' });
      const floorsOf = (place: string, over: Partial<Seizure>, ...pairs: readonly DoubleReport[]) =>
        settle(
          {
            observations: [claimRow('x', { periodStart: '2021-01-01', periodEnd: '2021-12-31' })],
            seizures: [grams, { ...grams, id: 'b', source: 'other', quantity: 4.6, ...over }],
            pairs,
          },
          { ...asked, place },
        ).totals[0]?.total.atLeast;
      const same = pair('a', 'b', 0.99);
      expect(floorsOf('NLVLI', {})).toBe(4600);
      expect(floorsOf('NLVLI', {}, same)).toBe(4.6);
      expect(floorsOf('NLVLI', {}, pair('a', 'b', 0.5))).toBe(4.6);
      expect(floorsOf('NLVLI', {}, pair('a', 'b', 0.5, 'different'))).toBe(4600);
      // Ghent says that it was there; it counts in the port where the find is held to have been made.
      const ghent = { place: 'BEGNE', seizingCountry: 'BE', agencies: ['BE_CUST'] };
      expect(floorsOf('PC_NSP', ghent, same)).toBe(4.6);
      expect(floorsOf('NLVLI', { ...ghent, quantity: 4600 }, same)).toBe(4600);
      expect(floorsOf('BEGNE', { ...ghent, quantity: 4600 }, same)).toBe(null);
      // Nor is it of this year where the other file says another.
      expect(floorsOf('NLVLI', { date: '2021-12-31' }, same)).toBe(null);
    });

    it('what stands on another basis is shown beside finds too', () => {
      const entered = claimRow('e', { basis: 'entered_via_port', value: 10_000 });
      const { totals, notAdded } = settle(
        { observations: [entered], seizures: finds, coverage: [full] },
        asked,
      );
      expect(totals[0]?.reported.likely).toBe(150);
      expect(notAdded.map(({ value, kind }) => [value, kind])).toEqual([[10_000, 'basis']]);
    });
  });

  it('keeps two labels that no list knows apart, on one page too', () => {
    const observations = ['A', 'B'].map((label) =>
      claimRow(label, {
        value: 5,
        substance: null,
        nationalCode: label,
        publication: 'https://example.org/page',
      }),
    );
    for (const substance of ['A', 'B'])
      expect(shown(settle({ observations }, { ...question, substance }))).toEqual([
        ['2022', 'complete', 5],
      ]);
  });

  it('says of a part that no other figure holds that it is a part', () => {
    const observations = [
      claimRow('antwerp', { value: 109894, place: 'BEANR', basis: 'seized_in_territory' }),
      claimRow('ghent', { value: 619, place: 'BEGNE', basis: 'seized_in_territory' }),
    ];
    const asked = { ...question, place: 'BE', basis: 'seized_in_territory' };
    const beside = settle({ observations }, asked).notAdded.map(({ claim, reason }) => [
      claim,
      reason.en,
    ]);
    expect(beside).toEqual([['ghent', 'A part of what is asked; not added to other parts.']]);
  });

  it('does not call a figure that is more than its whole a part of it', () => {
    const own = { place: 'LU', basis: 'seized_in_territory' } as const;
    const customs = { ...own, agencies: ['LU_CUST'], extent: 'one_agency' } as const;
    // Luxembourg 2019: 1.7 kg of all services; of customs 371.5 g, which a newspaper printed as 3.7 kg.
    const beside = settle(
      {
        observations: [
          claimRow('whole', { ...own, value: 1.7, agencies: ['LU_POL', 'LU_CUST'] }),
          claimRow('customs', { ...customs, value: 0.3715 }),
          claimRow('slip', { ...customs, value: 3.7 }),
        ],
      },
      { ...question, ...own },
    ).notAdded;
    expect(Object.fromEntries(beside.map(({ claim, reason }) => [claim, reason.en]))).toEqual({
      customs: 'Already within another figure of this row; adds nothing.',
      slip: 'Would be within another figure of this row, but is more than it: one of the two cannot be right. Set aside.',
    });
  });

  it('calls what lies around a port a port, and what lies around a town a place', () => {
    const beside = (place: string) =>
      settle(
        {
          observations: [
            claimRow('own', { value: 5, place }),
            claimRow('all', { value: 90, place: 'NL' }),
          ],
        },
        { ...question, place },
      ).notAdded.map(({ reason }) => reason.en);
    expect(beside('NLVLI')).toEqual(['Includes other ports; used as a check only.']);
    expect(beside('NL.GM.Breda')).toEqual(['Includes other places; used as a check only.']);
  });

  it('answers the span that is asked, or refuses it', () => {
    const records = { observations: halves };
    expect(() => settle(records, { ...question, from: '2022-01-01', to: '2022-06-30' })).toThrow(
      'whole periods by year',
    );
    expect(() => settle(records, { ...question, from: '2023-01-01', to: '2022-12-31' })).toThrow(
      'lies after',
    );
    expect(() => settle(records, { ...question, by: 'to-date' })).toThrow('no end');
    expect(() => settle(records, { ...question, by: 'decade' as 'year' })).toThrow('by is year');
    expect(() => settle(records, { ...question, from: '2022' })).toThrow('from is a day');
  });

  it('follows a decision on a half-year that the conflicts of a picture offered', () => {
    const half = { periodEnd: '2022-06-30', freq: 'S' } as const;
    const observations = [
      claimRow('one', { ...half, value: 1021 }),
      claimRow('other', { ...half, value: 1334 }),
    ];
    const subject =
      findConflicts(observations).find(({ state }) => state === 'undecided')?.subject ?? '';
    const decision = {
      id: 'D1',
      kind: 'conflict',
      subject,
      verdict: 'keep one',
      time: '2024-01-01T00:00:00.000Z',
    } as Decision;
    const asked = { ...question, by: 'half-year' } as const;
    expect(shown(settle({ observations }, asked))).toEqual([
      ['2022-01-01/2022-06-30', 'complete', 'undecided'],
    ]);
    const decisions = new Map([[subject, decision]]);
    expect(shown(settle({ observations, decisions }, asked))).toEqual([
      ['2022-01-01/2022-06-30', 'complete', 1021],
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

describe('what is counted where nobody has said where', () => {
  it('is the total of no place: never complete, with no upper end', () => {
    const rows = [
      claimRow('a', {
        place: 'ZZ',
        value: 31,
        wording: 'exact',
        periodStart: '2022-01-01',
        periodEnd: '2022-12-31',
      }),
    ];
    const asked = {
      place: 'ZZ',
      substance: 'COC',
      basis: 'seized_in_port',
      metric: 'quantity',
      unit: 'kg',
      by: 'year',
    } as const;
    const [total] = settle({ observations: rows }, asked).totals;
    expect(total).toMatchObject({
      status: 'partial',
      missing: ['ZZ'],
      reported: { lowest: 31, likely: 31 },
      total: { atLeast: 31, atMost: null },
    });
    expect(total?.causes.map(({ text }) => text.en)).toContain(
      'of which place this is, is not said',
    );
    expect(jointTotalHolds.check(total ? [total] : [])).toEqual([]);
  });
});
