import { reportingIndices } from '@samenbeeld/money';
import type { Break } from '@samenbeeld/schema';
import { describe, expect, it } from 'vitest';
import { makeObservation } from '../series/make-observation.ts';

const note = { nl: 'n', fr: 'n', de: 'n', en: 'one bank reports singly' };
const cut = (severity: Break['severity'], on = '2022-01-01'): Break => ({
  id: 'b1',
  source: 'test-source',
  on,
  kind: 'system',
  severity,
  series: {},
  note,
});

const belgium = [
  makeObservation(2016, 27_264),
  makeObservation(2021, 46_330),
  makeObservation(2022, 53_923),
];

describe('reportingIndices', () => {
  it('puts the first year at 100 and states the change from the figure before', () => {
    const [index] = reportingIndices(belgium);
    // By hand: 53,923 / 27,264 = 1.97781; 53,923 / 46,330 = 1.1639 (published
    // figures of CTIF-CFI); 46,330 may be rounded to tens, so 53,923 / 46,335 = 1.16376 at least.
    expect(index?.estimate).toBeCloseTo(197.781, 3);
    expect(index?.points[2]?.change).toMatchObject({
      since: '2021',
      low: expect.closeTo(16.376, 3),
    });
    expect(index?.says).toMatchInlineSnapshot(`
      {
        "de": "Belgien, bei der FIU eingegangene Meldungen: Index 198 im Jahr 2022 (2016 = 100); 16,4 % mehr als im Jahr 2021. Das beschreibt, was gemeldet wurde, nach einer einzigen Zählregel; es ist kein Maß für Kriminalität.",
        "en": "Belgium, reports received by the FIU: index 198 in 2022 (2016 = 100); 16.4% more than in 2021. This describes what was reported, by one counting rule; it is no measure of crime.",
        "fr": "Belgique, déclarations reçues par la CRF : indice 198 en 2022 (2016 = 100) ; 16,4 % de plus qu’en 2021. Ceci décrit ce qui a été déclaré, selon une seule règle de comptage ; ce n’est pas une mesure de la criminalité.",
        "nl": "België, bij de FIU ontvangen meldingen: index 198 in 2022 (2016 = 100); 16,4% meer dan in 2021. Dit beschrijft wat is gemeld, volgens één telregel; het is geen maat voor criminaliteit.",
      }
    `);
  });

  it('takes a base that is asked for', () => {
    const [index] = reportingIndices(belgium, { base: '2021' });
    expect(index?.points.map(({ range }) => Math.round(range.low))).toEqual([59, 100, 116]);
    expect(index?.unit).toBe('2021 = 100');
  });

  it('keeps a floor a floor and a rounded figure a range', () => {
    const nl = { place: 'NL', metric: 'unusual_transactions', unit: 'transaction' } as const;
    const [index] = reportingIndices([
      makeObservation(2020, 722_247, nl),
      makeObservation(2021, 1_200_000, { ...nl, wording: 'floor', wordingPrinted: 'ruim' }),
      makeObservation(2022, 1_896_176, nl),
    ]);
    expect(index?.points[1]?.range).toEqual({ low: expect.closeTo(166.148, 3), high: null });
    expect(index?.points[1]?.index).toBeNull();
    // From at least 1.2 million to 1,896,176: at most 58 % more.
    expect(index?.points[2]?.change).toMatchObject({ low: -100, high: expect.closeTo(58.015, 3) });
    expect(index?.says.en).toContain('at most 58.1% more than in 2021');
    const value = { place: 'NL', metric: 'fiu_value', unit: 'EUR', stat: 'sum' } as const;
    const [rounded] = reportingIndices([
      makeObservation(2021, 15_300_000_000, { ...value, wording: 'floor' }),
      makeObservation(2022, 30_000_000_000, { ...value, printed: '30' }),
    ]);
    // 30 printed in billions allows 25 to 35; over 15.3 billion below it: index at most 35 / 15.3 = 229.
    expect(rounded?.points[1]?.range.low).toBe(0);
    expect(rounded?.points[1]?.range.high).toBeCloseTo(228.758, 3);
    expect(rounded?.says.en).toContain('index at most 229');
  });

  it('lets a finer claim of a year govern, and spans claims that contradict each other', () => {
    const value = { metric: 'fiu_value', unit: 'EUR', stat: 'sum' } as const;
    const [fine] = reportingIndices([
      makeObservation(2020, 1_000, value),
      makeObservation(2021, 2_300, { ...value, wording: 'rounded' }),
      makeObservation(2021, 2_340, value),
    ]);
    expect(fine?.points[1]).toMatchObject({
      contested: false,
      figure: { low: 2_335, high: 2_345 },
    });
    const [rival] = reportingIndices([...belgium, makeObservation(2022, 42_969)]);
    expect(rival?.points[2]).toMatchObject({
      contested: true,
      figure: { low: 42_969, high: 53_923 },
    });
    expect(rival?.confidence).toBe('low');
  });

  it('is cut at a break that blocks a trend, and says one that is for information', () => {
    const parted = reportingIndices(belgium, { breaks: [cut('block_trend')] });
    expect(parted.map(({ points }) => points.map(({ period }) => period))).toEqual([
      ['2016', '2021'],
      ['2022'],
    ]);
    expect(parted[1]?.says.en).toBe(
      'Belgium, reports received by the FIU: no conclusion possible, since there is one figure under this rule (2022). This describes what was reported, by one counting rule; it is no measure of crime.',
    );
    expect(parted[1]?.estimate).toBeNull();
    const [crossing] = reportingIndices(belgium, { breaks: [cut('info')] });
    expect(crossing?.says.en).toContain('one bank reports singly.');
    expect(crossing?.confidence).toBe('medium');
  });

  it('goes across a blocking break only by a recorded override', () => {
    const decision = {
      id: 'D1',
      kind: 'override',
      subject: 'b1',
      verdict: 'accept',
      role: 'analyst',
      time: '2026-01-01T00:00:00Z',
      reason: 'the system kept the count',
      evidence: null,
      supersedes: null,
    } as const;
    const [whole] = reportingIndices(belgium, {
      breaks: [cut('block_trend')],
      overrides: [decision],
    });
    expect(whole?.points).toHaveLength(3);
  });

  it('never puts two countries, classes or sources into one series', () => {
    const series = reportingIndices([
      ...belgium,
      makeObservation(2022, 91_893, {
        place: 'NL',
        metric: 'str_transactions',
        unit: 'transaction',
      }),
      makeObservation(2022, 1_257, { metric: 'fiu_files', unit: 'file', nationalCode: 'NEW' }),
      makeObservation(2022, 1_593, { metric: 'fiu_files', unit: 'file', nationalCode: 'SUPPL' }),
      makeObservation(2022, 53_000, { source: 'another-source' }),
    ]);
    expect(series).toHaveLength(5);
  });

  it('answers empty, zero and missing figures honestly', () => {
    expect(reportingIndices([])).toEqual([]);
    expect(reportingIndices([makeObservation(2020, null)])).toEqual([]);
    const [zero] = reportingIndices([makeObservation(2020, 0), makeObservation(2021, 5)]);
    expect(zero?.base).toBe('2021');
    const [none] = reportingIndices([makeObservation(2020, 0), makeObservation(2021, 0)]);
    expect(none?.estimate).toBeNull();
    expect(JSON.stringify(none)).not.toContain('NaN');
  });

  it('refuses other figures and other windows', () => {
    expect(() =>
      reportingIndices([makeObservation(2020, 5, { metric: 'seizures' })]),
    ).toThrowErrorMatchingInlineSnapshot(
      `[InputError: expected figures of financial intelligence units, found seizures of BE. Repair: choose reports, transactions, files and their value]`,
    );
    expect(() =>
      reportingIndices([makeObservation(2020, 5, { periodEnd: '2021-05-31', freq: 'O' })]),
    ).toThrowErrorMatchingInlineSnapshot(
      `[RefusalError: 2020-01-01 to 2021-05-31 is no year, half, quarter or month, so it has no place in a series. Leave the figure out of the series and show it by itself.]`,
    );
  });
});

describe('figures that stand in two sources', () => {
  const press = { source: 'press', definition: 'as-published' };
  const own = [makeObservation(2021, 50_197), makeObservation(2022, 53_259)];
  const subjects = (rows: Parameters<typeof reportingIndices>[0]) =>
    reportingIndices(rows).map(({ subject }) => subject);

  it('make one index, which names the other', () => {
    const total = own.map((one) => ({ ...one, nationalCode: 'TOTAL' }));
    const again = [makeObservation(2021, 50_197, press), makeObservation(2022, 53_259, press)];
    for (const rows of [
      [...total, ...again],
      [...again, ...total],
    ]) {
      expect(subjects(rows)).toEqual(['BE str_reports TOTAL test-source counted-so']);
      expect(reportingIndices(rows)[0]?.warnings.map(({ en }) => en)).toContain(
        'the same figures stand in BE str_reports press as-published, which has no index of its own',
      );
    }
  });

  it('stay two where one figure differs, a year is new, or another class is named', () => {
    const twice = ['BE str_reports press as-published', 'BE str_reports test-source counted-so'];
    // CTIF-CFI 2023: 79,211 received, of which 63,753 opened a new matter.
    expect(subjects([makeObservation(2023, 79_211), makeObservation(2023, 63_753, press)])).toEqual(
      twice,
    );
    expect(subjects([...own, makeObservation(2023, 44_519, press)])).toEqual(twice);
    expect(
      subjects([...own, makeObservation(2022, 53_259, { ...press, nationalCode: 'SAR' })]),
    ).toHaveLength(2);
  });

  it('stay two where a floor without a class merely fits a class', () => {
    const floor = makeObservation(2022, 10, { ...press, wording: 'floor' });
    const named = own.map((one) => ({ ...one, nationalCode: 'SAR' }));
    expect(subjects([...named, floor])).toHaveLength(2);
    expect(subjects([...own, floor])).toHaveLength(1);
  });
});

describe('the classes of a source', () => {
  it('are named as its description defines them, in four languages', () => {
    const label = (nationalCode: string, given = {}) =>
      reportingIndices([makeObservation(2022, 1, { nationalCode, ...given })])[0]?.label;
    expect([
      label('NEW_REPORTS'),
      label('NEW', { metric: 'fiu_files', unit: 'file' }),
      label('SUPPL', { metric: 'fiu_files', unit: 'file' }),
      label('SARE', { place: 'LU' }),
      label('TF', { place: 'LU' }),
      label('UNKNOWN'),
    ]).toMatchInlineSnapshot(`
      [
        {
          "de": "Belgien, bei der FIU eingegangene Meldungen (die einen neuen Vorgang eröffneten)",
          "en": "Belgium, reports received by the FIU (that opened a new matter)",
          "fr": "Belgique, déclarations reçues par la CRF (ayant ouvert une nouvelle affaire)",
          "nl": "België, bij de FIU ontvangen meldingen (die een nieuwe zaak openden)",
        },
        {
          "de": "Belgien, weitergeleitete Akten (zum ersten Mal)",
          "en": "Belgium, files passed on (for the first time)",
          "fr": "Belgique, dossiers transmis (pour la première fois)",
          "nl": "België, doorgemelde dossiers (voor het eerst)",
        },
        {
          "de": "Belgien, ergänzende Berichte zu früher weitergeleiteten Akten",
          "en": "Belgium, supplementary reports to files passed on before",
          "fr": "Belgique, rapports complémentaires à des dossiers déjà transmis",
          "nl": "België, aanvullende verslagen bij eerder doorgemelde dossiers",
        },
        {
          "de": "Luxemburg, bei der FIU eingegangene Meldungen (SARe, zu verdächtiger Tätigkeit im elektronischen Handel)",
          "en": "Luxembourg, reports received by the FIU (SARe, on suspicious activity in electronic commerce)",
          "fr": "Luxembourg, déclarations reçues par la CRF (SARe, pour activité suspecte dans le commerce électronique)",
          "nl": "Luxemburg, bij de FIU ontvangen meldingen (SARe, over verdachte activiteit in elektronische handel)",
        },
        {
          "de": "Luxemburg, bei der FIU eingegangene Meldungen (zu Terrorismusfinanzierung)",
          "en": "Luxembourg, reports received by the FIU (on terrorist financing)",
          "fr": "Luxembourg, déclarations reçues par la CRF (pour financement du terrorisme)",
          "nl": "Luxemburg, bij de FIU ontvangen meldingen (over terrorismefinanciering)",
        },
        {
          "de": "Belgien, bei der FIU eingegangene Meldungen (UNKNOWN)",
          "en": "Belgium, reports received by the FIU (UNKNOWN)",
          "fr": "Belgique, déclarations reçues par la CRF (UNKNOWN)",
          "nl": "België, bij de FIU ontvangen meldingen (UNKNOWN)",
        },
      ]
    `);
  });
});
