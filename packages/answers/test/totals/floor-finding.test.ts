import { type JointTotal, languages } from '@samenbeeld/schema';
import { expect, test } from 'vitest';
import type { Analysis } from '../../src/analysis.ts';
import { floorFinding } from '../../src/totals/floor-finding.ts';

/** A port's figure, of a claim of the team that counted. */
const own = { governing: 'a', combined: [], finds: [], rivals: [] };
const row = { source: 's', agencies: ['NL_HARC'] };
const counted = {
  result: { claims: [{ id: 'a', rows: [row] }] },
  gathered: {
    seizures: [],
    sources: [{ source: { id: 's', publisher: 'NL_HARC', gradeSource: 'B' } }],
  },
};

const findingOf = (
  lowest: number,
  highest: number | null,
  method?: object,
  asked: Record<string, string | null> = {},
  change: (total: JointTotal) => object = (total) => total,
) =>
  floorFinding(
    {
      question: {
        place: 'NLVLI',
        substance: 'COC',
        basis: 'seized_in_port',
        metric: 'quantity',
        unit: 'kg',
        ...asked,
      },
      totals: [
        {
          period: '2025',
          unit: asked['unit'] ?? 'kg',
          members: [{ ...own, place: 'NLVLI', state: 'reported' }],
          together: [],
          causes: [],
          missing: [],
          reported: { lowest, likely: lowest, highest },
          total: { atLeast: lowest, atMost: highest },
          ...(method && { method }),
        } as unknown as JointTotal,
      ].map(change),
      answers: [],
      ...counted,
      picture: { asOf: '2026-06-30' },
    } as unknown as Analysis,
    () => ({}) as never,
  );

test('the sentence says no more than its headline: a range has both ends, an open one none above', () => {
  const [range, open, exact] = [
    [1768, 1777] as const,
    [1768, null] as const,
    [1768, 1768] as const,
  ].map(([low, high]) => findingOf(low, high)?.text);
  const floor = { nl: 'ten minste', fr: 'au moins', de: 'mindestens', en: 'at least' };
  const high = { nl: '1.777', fr: '1 777', de: '1.777', en: '1,777' };
  for (const language of languages) {
    expect(range?.[language]).toContain(floor[language]);
    expect(range?.[language].replace(/[\u00a0\u202f]/gu, ' ')).toContain(high[language]);
    expect(open?.[language]).toContain(floor[language]);
    expect(exact?.[language]).not.toContain(floor[language]);
  }
});

test('a rounded figure is told as it was published, and what it may be is said to be rounding', () => {
  const rounded = (wording: string, likely: number) =>
    findingOf(9.35, 9.45, undefined, {}, (total) => ({
      ...total,
      members: [{ ...own, place: 'NLVLI', state: 'reported', wording }],
      causes: [{ kind: 'wording', place: 'NLVLI', text: {} }],
      reported: { ...total.reported, likely },
    }));
  const finding = rounded('unmarked', 9.4);
  expect(finding?.title.en).toBe('9.4 kg in 2025');
  expect(finding?.figures?.['floor']).toMatchObject({ value: 9.4, shown: { de: '9,4' } });
  expect(finding?.text.en).toContain('This figure is rounded: it may be 9.35 to 9.45 kg.');
  expect(finding?.text.fr).not.toContain('au moins');
  expect(rounded('rounded', 9)?.title.fr).toBe('Env. 9 kg en 2025');
  expect(rounded('just_under', 9.45)?.text.de).toContain('nicht genau angegeben');
});

test('of events the finding gives a range that is called modelled, and says of no end that it holds', () => {
  const [range, open, exact] = [
    [1768, 1777] as const,
    [1768, null] as const,
    [1768, 1768] as const,
  ].map(([low, high]) => findingOf(low, high, {}));
  expect([range, open, exact].map((finding) => finding?.title.en)).toEqual([
    '1,768 to 1,777 kg in 2025, modelled',
    '1,768 kg or more in 2025, modelled',
    '1,768 kg in 2025, modelled',
  ]);
  const bounds = /ten minste|ten hoogste|au moins|au plus|mindestens|höchstens|at least|at most/;
  for (const finding of [range, open, exact])
    for (const language of languages) {
      expect(finding?.text[language]).not.toMatch(bounds);
      expect(finding?.text[language]).toContain('{floor}');
    }
});

test('where only lower limits are known the newest is told, and one newer than the best figure is not left out', () => {
  let isModelled = false;
  const told = (...years: readonly (readonly [period: string, likely: number | null])[]) => {
    const question = {
      ...{ place: 'NL', substance: 'ALL', basis: 'seized_in_post' },
      ...{ metric: 'seizures', unit: 'consignment' },
    };
    const totals = years.map(([period, likely]) => ({
      ...{ period, unit: 'consignment', missing: [] },
      members: [{ ...own, place: 'NL', state: likely === null ? 'finds_only' : 'reported' }],
      together: [],
      causes: [],
      reported: { lowest: 100, likely, highest: likely },
      total: { atLeast: 100, atMost: likely },
      ...(isModelled && { method: {} }),
    }));
    const answers = [{ question }, { question: { ...question, place: 'BE' } }];
    const picture = { asOf: '2026-06-30' };
    const analysis = { question, totals, answers, picture, ...counted } as unknown as Analysis;
    return floorFinding(analysis, () => ({}) as never);
  };
  // Of several places the title says which.
  expect(told(['2023', null], ['2024', null])?.title.en).toBe(
    'Netherlands: at least 100 consignments (seizures, all drugs) in 2024',
  );
  expect(told(['2023', 100], ['2024', null])?.title.en).toContain('in 2023');
  expect(told(['2023', 100], ['2024', null])?.text.en).toContain(
    'The newest, 2024, is only a lower limit: at least 100 consignments. More is known of 2023.',
  );
  expect(told(['2023', null], ['2024', 100])?.text.en).not.toContain('The newest');
  isModelled = true;
  expect(told(['2023', 100], ['2024', null])?.text.en).toContain(
    'Less is known of the newest, 2024: 100 consignments or more, weighing the reports.',
  );
});

test('a lower limit of an older year is not told before that of the newest, though more places reported in it', () => {
  const told = (highest: number | null) => {
    const question = {
      ...{ place: 'PC_NSP', substance: 'COC', basis: 'seized_in_port' },
      ...{ metric: 'quantity', unit: 'kg' },
    };
    const places = ['NLVLI', 'BEGNE'];
    const totals = [places, ['NLVLI']].map((reporting, at) => ({
      ...{ period: String(2022 + at), unit: 'kg', together: [], causes: [] },
      missing: at === 0 && highest !== null ? [] : ['NLTNZ'],
      members: reporting.map((place) => ({ ...own, place, state: 'reported' })),
      reported: { lowest: 4776 + at, likely: 4776 + at, highest: at === 0 ? highest : 4777 },
      total: { atLeast: 4776 + at, atMost: null },
    }));
    const answers = [{ question }];
    const picture = { asOf: '2026-06-30' };
    const analysis = { question, totals, answers, picture, ...counted } as unknown as Analysis;
    return floorFinding(analysis, () => ({}) as never);
  };
  expect(told(null)?.title.en).toBe('At least 4,777 kg in 2023');
  expect(told(null)?.text.en).toContain(
    'More places have a figure for 2022: together at least 4,776 kg.',
  );
  expect(told(4776)?.title.en).toBe('4,776 kg in 2022');
  expect(told(4776)?.text.en).not.toContain('More places');
});

test('what is known exactly is not called a lower limit, and the newest is called what it is', () => {
  const told = (
    first: readonly [lowest: number, highest: number | null],
    last: readonly [lowest: number, highest: number | null],
  ) => {
    const question = {
      ...{ place: 'LU', substance: 'COC', basis: 'seized_in_territory' },
      ...{ metric: 'quantity', unit: 'kg' },
    };
    const totals = [first, last].map(([lowest, highest], at) => ({
      ...{ period: String(2019 + at), unit: 'kg', missing: [] },
      members: at === 0 ? [{ ...own, place: 'LU', state: 'reported' }] : [],
      together: [],
      causes: [],
      reported: { lowest, likely: at === 0 || lowest === highest ? lowest : null, highest },
      total: { atLeast: lowest, atMost: highest },
    }));
    const answers = [{ question }];
    const picture = { asOf: '2026-06-30' };
    const analysis = { question, totals, answers, picture, ...counted } as unknown as Analysis;
    return floorFinding(analysis, () => ({}) as never);
  };
  expect(told([1.7, 1.7], [0.5, 9.58])?.title.en).toBe('1.7 kg in 2019');
  expect(told([1.7, 1.7], [0.5, 9.58])?.text.en).toContain(
    'The newest is undecided: 2020 at least 0.5 and at most 9.58 kg.',
  );
  expect(told([4776, null], [7292, null])?.title.en).toBe('At least 4,776 kg in 2019');
  expect(told([4776, null], [7292, null])?.text.en).toContain(
    'The newest, 2020, is a lower limit too: at least 7,292 kg. More is known of 2019.',
  );
  expect(told([1.7, 1.7], [2, null])?.text.en).toContain('The newest, 2020, is only a lower limit');
});

test('confidence is no higher than whoever counted is known, and a source is judged', () => {
  const told = (agencies: readonly string[], publisher: string, gradeSource: string) => {
    const question = {
      ...{ place: 'LU', substance: 'COC', basis: 'seized_in_territory' },
      ...{ metric: 'quantity', unit: 'kg' },
    };
    const analysis = {
      question,
      totals: [
        {
          ...{ period: '2024', unit: 'kg', missing: [], together: [], causes: [] },
          members: [{ ...own, place: 'LU', state: 'reported' }],
          reported: { lowest: 5, likely: 5, highest: 5 },
          total: { atLeast: 5, atMost: 5 },
        },
      ],
      answers: [{ question }],
      picture: { asOf: '2026-06-30' },
      result: { claims: [{ id: 'a', rows: [{ source: 's', agencies }] }] },
      gathered: { seizures: [], sources: [{ source: { id: 's', publisher, gradeSource } }] },
    } as unknown as Analysis;
    return floorFinding(analysis, () => ({}) as never);
  };
  expect(told(['LU_CUST'], 'UNSPECIFIED', 'B')?.confidence).toBe('high');
  expect(told([], 'LU_CUST', 'B')?.confidence).toBe('high');
  expect(told([], 'LU_CUST', 'X')?.confidence).toBe('medium');
  for (const [agencies, publisher] of [
    [[], 'UNSPECIFIED'],
    [['UNSPECIFIED'], 'LU_CUST'],
    [['PRESS'], 'MIXED'],
  ] as const) {
    const finding = told(agencies, publisher, 'B');
    expect(finding?.confidence).toBe('low');
    expect(finding?.basis?.en).toBe(
      'No service is known to have counted this; traceable to the cell.',
    );
    expect(finding?.basis?.nl).not.toContain('zelf tellen');
  }
});

test('of finds the sentence names the basis that was asked, and no place that supplies the figure is missing', () => {
  const told = (basis: string) =>
    floorFinding(
      {
        question: { place: 'BEGNE', substance: 'COC', basis, metric: 'quantity', unit: 'kg' },
        totals: [
          {
            ...{
              period: '2025',
              unit: 'kg',
              missing: ['BEGNE'],
              together: [],
              causes: [],
              method: {},
            },
            members: [{ ...own, place: 'BEGNE', state: 'finds_only' }],
            reported: { lowest: 29.7, likely: null, highest: null },
            total: { atLeast: 29.7, atMost: null },
          },
        ],
        answers: [],
        ...counted,
        picture: { asOf: '2026-06-30' },
      } as unknown as Analysis,
      () => ({}) as never,
    )?.text;
  expect(told('seized_in_territory')?.en).toContain('seized in the country');
  const missing = { nl: 'ontbreekt', fr: 'défaut', de: 'fehlt', en: 'missing' };
  const inPort = { nl: 'in de haven', fr: 'dans le port', de: 'im Hafen', en: 'in the port' };
  for (const language of languages) {
    expect(told('seized_in_territory')?.[language]).not.toContain(inPort[language]);
    expect(told('seized_in_port')?.[language]).toContain(inPort[language]);
    expect(told('seized_in_port')?.[language]).not.toContain(missing[language]);
  }
});

test('a heading names what was counted as narrowly as the figure does', () => {
  const titleOf = (asked: Record<string, string | null>) =>
    findingOf(1133, 1133, undefined, { basis: 'recorded', ...asked })?.title;
  const cocaine = titleOf({ metric: 'offences', unit: 'offence' });
  expect(cocaine?.de).toBe('1.133 Straftaten (Kokain) im Jahr 2025');
  const offence = { substance: null, offence: 'ICCS0601' };
  const cases = titleOf({ ...offence, metric: 'offences', unit: 'case' });
  expect(cases?.nl).toBe('1.133 zaken (drugsmisdrijven) in 2025');
  const reports = titleOf({ substance: null, metric: 'str_reports', unit: 'report' });
  expect(reports?.en).toBe('1,133 reports received by the FIU in 2025');
  // A sign of money stands before its number in Dutch and English: behind it its name does.
  const cash = titleOf({ substance: null, metric: 'cash', unit: 'EUR' });
  expect([cash?.nl, cash?.en]).toEqual([
    '1.133 euro (in beslag genomen contant geld) in 2025',
    '1,133 euros (cash seized) in 2025',
  ]);
});

test('ports that were named one by one are not called one port', () => {
  const [both, own] = ['NLVLI+NLTNZ', 'NLVLI'].map(
    (place) => findingOf(10, 10, undefined, { place })?.text.nl,
  );
  expect(both).toContain('Vlissingen + Terneuzen');
  expect(both).not.toContain('in de haven {floor}');
  expect(own).toContain('in de haven');
});

test('a count stands in a line of scope with the plural of its thing', () => {
  const asked = { metric: 'offences', unit: 'case', basis: 'recorded' };
  expect(findingOf(2, 2, undefined, asked)?.text.fr).toContain('infractions, affaires');
});
