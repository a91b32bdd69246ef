import type { Break, Decision, Observation } from '@samenbeeld/schema';
import { type SeriesPoint, type TrendSeries, trendOf } from '@samenbeeld/trends';
import { describe, expect, it } from 'vitest';
import { rotterdam } from './reference.ts';

type Value = number | null | Omit<SeriesPoint, 'period'>;

function series(
  from: number,
  values: readonly Value[],
  more: Partial<TrendSeries> = {},
): TrendSeries {
  const points = values.map((value, i) => ({
    period: String(from + i),
    ...(typeof value === 'object' && value !== null ? value : { value }),
  }));
  return { subject: 'NLVLI COC seized_in_port kg', unit: 'kg', points, ...more };
}

const undecided = (low: number, high: number): Value => ({
  value: null,
  interval: { low, high, closed: true },
});

const note = { nl: 'a', fr: 'a', de: 'a', en: 'suspects are counted once' };
const declared: Break = {
  id: 'fr-2016',
  source: 'eurostat',
  on: '2016-01-01',
  kind: 'definition',
  severity: 'block_trend',
  series: { place: 'FR' },
  note,
};

const override: Decision = {
  id: 'd1',
  kind: 'override',
  subject: 'fr-2016',
  verdict: 'accept',
  role: 'analyst',
  time: '2026-06-30T00:00:00Z',
  reason: 'the level is compared, not the trend',
  evidence: null,
  supersedes: null,
};

const claim = (year: number, more: Partial<Observation> = {}): Observation => ({
  kind: 'observation',
  id: `claim-${year}`,
  source: 'published-claims',
  reference: null,
  publication: null,
  metric: 'quantity',
  stat: 'sum',
  value: year,
  printed: null,
  wording: 'exact',
  wordingPrinted: null,
  unit: 'kg',
  missing: null,
  status: 'A',
  extent: 'whole',
  place: 'NLVLI',
  placeNote: null,
  basis: 'seized_in_port',
  containsOwn: null,
  agencies: ['NL_HARC'],
  substance: 'COC',
  offence: null,
  nationalCode: null,
  countUnit: null,
  definition: null,
  level: null,
  periodStart: `${year}-01-01`,
  periodEnd: `${year}-12-31`,
  freq: 'A',
  publishedOn: null,
  confidence: null,
  note: null,
  origin: { file: 'claims.csv', sheet: null, line: year, column: 'value', raw: String(year) },
  ...more,
});

describe('trendOf', () => {
  it('Rotterdam 2016-2025: no monotone trend, exactly', () => {
    const result = trendOf(series(2016, rotterdam, { controls: true }));
    expect(result.details).toMatchObject({ verdict: 'not_shown', s: 11 });
    expect(result.p).toBeCloseTo(0.38071979717813054, 12);
    expect(result.interval).toEqual({ low: -3711, high: 6960.5, level: 0.95 });
    expect(result.says).toEqual({
      nl: '2016–2025: er is geen trend aantoonbaar (n\u00a0=\u00a010, p\u00a0=\u00a00,381). Dat bewijst niet dat er niets is veranderd: een verandering tussen −3.711 en +6.961 kg per jaar blijft mogelijk (95%-interval).',
      fr: '2016–2025\u00a0: aucune tendance ne peut être démontrée (n\u00a0=\u00a010\u00a0; p\u00a0=\u00a00,381). Cela ne prouve pas que rien n’a changé\u00a0: une évolution entre −3\u202f711 et +6\u202f961 kg par an reste possible (intervalle à 95\u00a0%).',
      de: '2016–2025: Ein Trend lässt sich nicht nachweisen (n\u00a0=\u00a010, p\u00a0=\u00a00,381). Das beweist nicht, dass sich nichts verändert hat: Eine Veränderung zwischen −3.711 und +6.961 kg pro Jahr bleibt möglich (95-%-Intervall).',
      en: '2016–2025: no trend can be shown (n\u00a0=\u00a010, p\u00a0=\u00a00.381). That does not prove that nothing changed: a change between −3,711 and +6,961 kg a year remains possible (95% interval).',
    });
  });

  it('names things between two numbers in German in the dative', () => {
    const cases = { ...series(2016, rotterdam, { controls: true }), unit: 'case' };
    expect(trendOf(cases).says.de).toContain('zwischen −3.711 und +6.961 Fällen pro Jahr');
  });

  it('Vlissingen 2020-2025: no trend can be shown, whichever 2021 figure is right', () => {
    const floor = { value: 11500, interval: { low: 11500, high: null, closed: false } };
    const { details, says, estimate, confidence } = trendOf(
      series(2020, [6055, undecided(250, 2150), 4157, floor, 8939, 7292]),
    );
    expect(details).toMatchObject({ verdict: 'not_shown', undecided: '2021', ranges: '2023' });
    expect([estimate, confidence]).toEqual([null, 'low']);
    expect(details.pLow).toBeCloseTo(0.46944444, 8);
    expect(says.en).toBe(
      '2020–2025: no trend can be shown (n\u00a0=\u00a06, p\u00a0≥\u00a00.469). That does not prove that nothing changed. This holds whichever of the rival figures for 2021 is right. There are no data on controls: more or fewer checks may explain or hide a change.',
    );
  });

  // Each month lies one above the one before: from one year to the next a month rises by 12, the total of a year by 144.
  it('says of months what a monthly figure changes by, since a yearly total changes by twelve times that', () => {
    const months = Array.from({ length: 48 }, (_, i) => ({
      period: `${2020 + Math.floor(i / 12)}-${String((i % 12) + 1).padStart(2, '0')}`,
      value: 100 + i,
    }));
    const monthly = { subject: 'x', unit: 'kg', points: months, controls: true };
    const { says, estimate } = trendOf(monthly);
    expect(estimate).toBeCloseTo(12, 9);
    expect(says).toMatchInlineSnapshot(`
      {
        "de": "Januar 2020 – Dezember 2023: Die Monatszahlen steigen, geschätzt um 12 kg von Jahr zu Jahr (95-%-Intervall 12 bis 12; n = 48, p < 0,001).",
        "en": "January 2020 – December 2023: the monthly figures rise, by an estimated 12 kg from one year to the next (95% interval 12 to 12; n = 48, p < 0.001).",
        "fr": "janvier 2020 – décembre 2023 : les chiffres mensuels sont en hausse, d’environ 12 kg d’une année à l’autre (intervalle à 95 % de 12 à 12 ; n = 48 ; p < 0,001).",
        "nl": "januari 2020 – december 2023: de maandcijfers stijgen, naar schatting met 12 kg van jaar op jaar (95%-interval 12 tot 12; n = 48, p < 0,001).",
      }
    `);
    const down = months.map(({ period }, i) => ({ period, value: 100 + ((i * 29) % 48) }));
    expect(trendOf({ ...monthly, points: down }).says).toMatchInlineSnapshot(`
      {
        "de": "Januar 2020 – Dezember 2023: Ein Trend lässt sich nicht nachweisen (n = 48, p = 0,066). Das beweist nicht, dass sich nichts verändert hat: Eine Veränderung der Monatszahlen zwischen −0,63 und +5,51 kg von Jahr zu Jahr bleibt möglich (95-%-Intervall).",
        "en": "January 2020 – December 2023: no trend can be shown (n = 48, p = 0.066). That does not prove that nothing changed: a change of the monthly figures between −0.63 and +5.51 kg from one year to the next remains possible (95% interval).",
        "fr": "janvier 2020 – décembre 2023 : aucune tendance ne peut être démontrée (n = 48 ; p = 0,066). Cela ne prouve pas que rien n’a changé : une évolution des chiffres mensuels entre −0,63 et +5,51 kg d’une année à l’autre reste possible (intervalle à 95 %).",
        "nl": "januari 2020 – december 2023: er is geen trend aantoonbaar (n = 48, p = 0,066). Dat bewijst niet dat er niets is veranderd: een verandering van de maandcijfers tussen −0,63 en +5,51 kg van jaar op jaar blijft mogelijk (95%-interval).",
      }
    `);
  });

  it.each([
    [['2020-S1', '2020-S2', '2021-S1', '2021-S2', '2022-S1', '2022-S2'], 'De halfjaarcijfers'],
    [['2020-Q1', '2020-Q2', '2020-Q3', '2020-Q4', '2021-Q1', '2021-Q2'], 'De kwartaalcijfers'],
    [['2020-W01', '2020-W02', '2020-W03', '2020-W04', '2020-W05', '2020-W06'], 'De weekcijfers'],
    [[1, 2, 3, 4, 5, 6].map((day) => `2020-01-0${day}`), 'De dagcijfers'],
    [['2015', '2016', '2017', '2018', '2019', '2020'], 'De cijfers'],
  ])('names the figures of %j', (periods, start) => {
    const points = periods.map((period, i) => ({ period, value: i }));
    const per = periods[0]?.length === 4 ? 'per jaar' : 'van jaar op jaar';
    const { nl } = trendOf({ subject: 'x', unit: 'kg', points }).says;
    expect(nl.toLowerCase()).toContain(`${start} stijgen`.toLowerCase());
    expect(nl).toContain(`kg ${per} (`);
  });

  it('says which figures are rivals, not that years are', () => {
    const one = trendOf(series(2020, [6055, undecided(250, 2150), 4157, 11500, 8939, 7292]));
    const three = trendOf(
      series(2020, [6055, undecided(5, 6), 4157, undecided(8, 9), undecided(4, 5), 7292]),
    );
    const holds = ({ says }: typeof one) =>
      Object.values(says).map((words) => words.split(/(?<=[.]) (?=[A-Z])/).at(-2));
    expect([holds(one), holds(three)]).toMatchInlineSnapshot(`
      [
        [
          "Dat geldt ongeacht welk van de tegenstrijdige cijfers voor 2021 juist is.",
          "Cela vaut quel que soit le chiffre exact parmi les chiffres contradictoires pour 2021.",
          "Das gilt unabhängig davon, welche der widersprüchlichen Zahlen für 2021 stimmt.",
          "This holds whichever of the rival figures for 2021 is right.",
        ],
        [
          "Dat geldt ongeacht welke van de tegenstrijdige cijfers voor 2021, 2023 en 2024 juist zijn.",
          "Cela vaut quels que soient les chiffres exacts parmi les chiffres contradictoires pour 2021, 2023 et 2024.",
          "Das gilt unabhängig davon, welche der widersprüchlichen Zahlen für 2021, 2023 und 2024 stimmen.",
          "This holds whichever of the rival figures for 2021, 2023 and 2024 is right.",
        ],
      ]
    `);
  });

  it('of services that counted apart no figure is called a rival of another', () => {
    const apart = (low: number, high: number): Value => ({
      value: null,
      interval: { low, high, closed: true },
      apart: true,
    });
    const holds = trendOf(series(2020, [6055, apart(250, 2150), 4157, 11500, 8939, 7292]));
    expect(holds.says.nl).toContain(
      'Dat geldt waar de cijfers voor 2021 ook in hun bereik liggen.',
    );
    const depends = trendOf(series(2016, [1, 2, 4, apart(2, 10), 7, 9]));
    expect(depends.details).toMatchObject({ verdict: 'no_conclusion', because: 'undecided' });
    expect(depends.says.de).toContain('wo in ihrer Spanne die Zahlen (2019) liegen');
    for (const { says } of [holds, depends])
      expect(Object.values(says).join()).not.toMatch(/tegenstrijdig|contradic|widersprüch|rival/u);
  });

  it('waits for the decision where the verdict depends on it', () => {
    const contested = series(2016, [1, 2, 4, undecided(2, 10), 7, 9]);
    const { details, estimate, interval, says } = trendOf(contested);
    expect(details).toMatchObject({ verdict: 'no_conclusion', because: 'undecided' });
    expect([estimate, interval]).toEqual([null, null]);
    expect(says.nl).toContain(
      'geen conclusie mogelijk zolang over de tegenstrijdige cijfers (2019)',
    );
    expect(trendOf(series(2016, [1, 2, 4, 5, 7, 9])).details.verdict).toBe('rising');
  });

  it('a rough figure only matters where the ranges overlap', () => {
    const about = (value: number, half: number): Value => ({
      value,
      interval: { low: value - half, high: value + half, closed: false },
    });
    const apart = trendOf(
      series(
        2016,
        [10, 20, 30, 40, 50, 60].map((value) => about(value, 5)),
      ),
    );
    expect(apart.details).toMatchObject({ verdict: 'rising', pLow: apart.p, pHigh: apart.p });
    const mixed = trendOf(
      series(
        2016,
        [10, 20, 30, 40, 50, 60].map((value) => about(value, 20)),
      ),
    );
    expect(mixed.details).toMatchObject({ verdict: 'no_conclusion', because: 'ranges' });
  });

  it('bounds the verdict where there are too many orders to try', () => {
    const wide = Array.from({ length: 10 }, (_, i) => undecided(0, 100 + i));
    const { details, warnings } = trendOf(series(2016, wide));
    expect(details.verdict).toBe('no_conclusion');
    expect(warnings.map(({ en }) => en)).toContain(
      'too many orders to try: the ranges were bounded pair by pair',
    );
  });

  it.each([0, 1, 2, 3])('concludes nothing from %i values', (n) => {
    const { says, details } = trendOf(
      series(
        2020,
        [1, 2, 3, 4].map((value, i) => (i < n ? value : null)),
      ),
    );
    expect(details.verdict).toBe('no_conclusion');
    expect(says.en).toMatch(new RegExp(`no conclusion possible \\(n\u00a0=\u00a0${n}\\)`, 'i'));
  });

  it('has no words on size where so many figures are equal that the interval would be zero alone', () => {
    const rare = trendOf(series(2005, [0, 0, 1, 0, 0, 0, 2, 0, 0, 1, 0, 0, 0, 0, 3]));
    expect(rare).toMatchObject({ estimate: null, interval: null, confidence: 'low' });
    expect(rare.details.verdict).toBe('not_shown');
    expect(rare.warnings.map(({ en }) => en)).toContain(
      'because of ties the size of the change cannot be told from zero',
    );
    expect(rare.says).toMatchObject({
      nl: expect.stringContaining(
        'er niets is veranderd: zoveel cijfers zijn gelijk dat de omvang van een verandering niet te bepalen is.',
      ),
      fr: expect.stringContaining(
        'rien n’a changé\u00a0: tant de chiffres sont égaux que l’ampleur d’une évolution ne peut être déterminée.',
      ),
      de: expect.stringContaining(
        'verändert hat: So viele Zahlen sind gleich, dass sich die Größe einer Veränderung nicht bestimmen lässt.',
      ),
      en: expect.stringContaining(
        'nothing changed: so many figures are equal that the size of a change cannot be told.',
      ),
    });
  });

  it('says how many figures it takes: of n different ones, 2 of n! orders are as steady as can be', () => {
    const few = series(2020, [3, 5, 9]);
    expect(trendOf(few).says.nl).toContain('Een trend vraagt ten minste 5 cijfers.');
    // 2/5! = 0.017 and 2/6! = 0.0028: at a level of 0.99 it takes six.
    expect(trendOf(few, { level: 0.99 }).says.en).toContain('A trend takes at least 6 figures.');
    expect(trendOf(series(2020, [3, 5, 9, 9, 9, 9])).says.en).not.toContain('takes at least');
  });

  it('says what there is where there are no figures, or one', () => {
    expect(trendOf(series(2020, [null])).says).toMatchObject({
      nl: expect.stringContaining(
        '(n\u00a0=\u00a00): de reeks heeft geen enkel cijfer. Een trend vraagt ten minste 5 cijfers.',
      ),
      fr: expect.stringContaining(
        '(n\u00a0=\u00a00)\u00a0: la série ne compte aucun chiffre. Une tendance demande au moins 5 chiffres.',
      ),
      de: expect.stringContaining(
        '(n\u00a0=\u00a00): Die Reihe hat keine einzige Zahl. Ein Trend braucht mindestens 5 Zahlen.',
      ),
      en: expect.stringContaining(
        '(n\u00a0=\u00a00): the series has no figure. A trend takes at least 5 figures.',
      ),
    });
    expect(trendOf(series(2020, [4])).says).toMatchObject({
      nl: expect.stringContaining('(n\u00a0=\u00a01): de reeks heeft maar één cijfer.'),
      fr: expect.stringContaining(
        '(n\u00a0=\u00a01)\u00a0: la série ne compte qu’un seul chiffre.',
      ),
      de: expect.stringContaining('(n\u00a0=\u00a01): Die Reihe hat nur eine Zahl.'),
      en: expect.stringContaining('(n\u00a0=\u00a01): the series has only one figure.'),
    });
  });

  it('refuses figures whose squares are beyond every number', () => {
    expect(() => trendOf(series(2020, [1, 1e200]))).toThrowErrorMatchingInlineSnapshot(
      `[InputError: expected values up to 1e+150 in size, found 1e+200. Repair: check the figure; no count or quantity is of that size]`,
    );
  });

  it('a missing year is skipped and keeps its distance', () => {
    const { estimate, n } = trendOf(series(2018, [2, 4, null, 8, 10, 12, 14]));
    expect([estimate, n]).toEqual([2, 6]);
  });

  it('reads halves, quarters, months and weeks, with slopes per year', () => {
    const codes = ['2022-S1', '2022-S2', '2023-S1', '2023-S2', '2024-S1', '2024-S2'];
    const points = codes.map((period, i) => ({ period, value: i * 3 }));
    expect(trendOf({ subject: 's', unit: 'kg', points }).estimate).toBeCloseTo(6, 10);
  });

  it('says that provisional figures are provisional', () => {
    const { warnings, confidence } = trendOf(
      series(2020, [1, 2, 3, 4, 5, { value: 6, provisional: true }]),
    );
    expect(warnings.map(({ en }) => en)).toContain('provisional: 2025');
    expect(confidence).toBe('medium');
  });

  it('refuses a sum whose ports change', () => {
    const joint = series(2020, [
      { value: 6055, members: ['NLVLI'] },
      { value: 250, members: ['NLVLI'] },
      { value: 4776, members: ['NLVLI', 'BEGNE'] },
    ]);
    expect(() => trendOf(joint)).toThrowErrorMatchingInlineSnapshot(
      `[RefusalError: The ports in the sum change: 2020 NLVLI, 2022 BEGNE+NLVLI. Ask for the trend of one port.]`,
    );
    const none = series(2020, [
      { value: 6055, members: ['NLVLI'] },
      { value: 1, members: [] },
    ]);
    expect(() => trendOf(none)).toThrow('change: 2020 NLVLI, 2021 –.');
  });

  it('refuses to cross a declared break unless its override is recorded', () => {
    const france = series(2013, [1, 2, 3, 4, 5, 6], {
      subject: 'FR ICCS0601',
      scope: { place: 'FR' },
    });
    expect(() => trendOf(france, { breaks: [declared] })).toThrowErrorMatchingInlineSnapshot(
      `[RefusalError: FR ICCS0601: the series crosses the break of 2016-01-01 (fr-2016: suspects are counted once). Ask for the trend of one side of it, or record an override of this break with a reason.]`,
    );
    const overridden = trendOf(france, { breaks: [declared], overrides: [override] });
    expect(overridden.warnings.map(({ en }) => en)).toContain(
      'crosses a break of 2016-01-01 (fr-2016): suspects are counted once',
    );
    expect(overridden.confidence).toBe('low');
  });

  it('a superseded override no longer counts', () => {
    const france = series(2013, [1, 2, 3, 4, 5, 6], { scope: { place: 'FR' } });
    const undone = { ...override, id: 'd2', verdict: 'reopen', supersedes: 'd1' };
    expect(() => trendOf(france, { breaks: [declared], overrides: [override, undone] })).toThrow(
      'crosses the break',
    );
  });

  it('puts the claims behind the points before the guard', () => {
    const records = [2020, 2021, 2022, 2023, 2024].map((year) => claim(year));
    const values = [1, 2, 3, 4, 5];
    expect(trendOf(series(2020, values, { records })).details.verdict).toBe('rising');
    const mixed = records.with(2, claim(2022, { basis: 'entered_via_port' }));
    expect(() => trendOf(series(2020, values, { records: mixed }))).toThrow('two bases');
  });

  it('a break elsewhere or outside the series does not block', () => {
    const values = [1, 2, 3, 4, 5, 6];
    const germany = series(2013, values, { scope: { place: 'DE' } });
    const later = series(2016, values, { scope: { place: 'FR' } });
    const earlier = series(2010, values, { scope: { place: 'FR' } });
    const other = series(2013, values, { scope: { place: 'FR', source: 'ssmsi' } });
    for (const one of [germany, later, earlier, other])
      expect(trendOf(one, { breaks: [declared] }).details.verdict).toBe('rising');
  });

  it('refuses mixed frequencies, partial periods and disorder', () => {
    const points = [
      { period: '2023', value: 1 },
      { period: '2024', value: 1 },
      { period: '2025-S1', value: 1 },
    ];
    const one = { subject: 's', unit: 'kg' };
    expect(() => trendOf({ ...one, points })).toThrowErrorMatchingInlineSnapshot(
      `[RefusalError: The series mixes frequencies: 2023 and 2025-S1. Compare like periods: whole years with whole years, first halves with first halves.]`,
    );
    expect(() =>
      trendOf(series(2020, [1, 2, { value: 3, partial: true }])),
    ).toThrowErrorMatchingInlineSnapshot(
      `[RefusalError: The series holds partial periods: 2022. Leave them out, or compare the same part of each period.]`,
    );
    expect(() =>
      trendOf({ ...one, points: points.slice(0, 2).toReversed() }),
    ).toThrowErrorMatchingInlineSnapshot(
      `[InputError: periods must increase, found 2023 after 2024. Repair: sort the series by period and keep one value per period]`,
    );
    expect(() =>
      trendOf({ ...one, points: [{ period: '2018-05..2022-05', value: 1 }] }),
    ).toThrowErrorMatchingInlineSnapshot(
      `[InputError: expected a whole year, half, quarter, month, week or day, found "2018-05..2022-05". Repair: give each value its calendar period]`,
    );
    expect(() => trendOf(series(2020, [1, Number.NaN]))).toThrowErrorMatchingInlineSnapshot(
      `[InputError: expected a finite number or null in 2021, found NaN. Repair: use null where a period is missing, and say why in the source]`,
    );
    expect(() => trendOf(series(2020, [1, undecided(5, 2)]))).toThrowErrorMatchingInlineSnapshot(
      `[InputError: expected an interval from low to high in 2021, found 5 to 2. Repair: give the lower end first; null as upper end where there is none]`,
    );
  });
});
