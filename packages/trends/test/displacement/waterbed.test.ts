import { type SiteNetwork, type Waterbed, waterbed } from '@samenbeeld/trends';
import { describe, expect, it } from 'vitest';

const two = (...rows: readonly (readonly [string, number, number])[]): SiteNetwork => ({
  unit: 'seizure',
  periods: ['2021', '2023'],
  sites: rows.map(([site, ...values]) => ({ site, values })),
});
const moved = two(['NLRTM', 80, 40], ['NLVLI', 4, 30], ['BEANR', 90, 85]);
const still: SiteNetwork = {
  unit: 'seizure',
  periods: ['2018', '2019', '2020', '2021', '2022', '2023'],
  from: '2021',
  sites: [
    { site: 'A', values: [30, 25, 40, 28, 35, 33] },
    { site: 'B', values: [3, 5, 1, 6, 4, 3] },
    { site: 'C', values: [50, 60, 40, 44, 58, 61] },
  ],
};

/** Newcombe's interval, written out again. */
function newcombeLow(x1: number, n1: number, x2: number, n2: number, z: number): number {
  const wilson = (x: number, n: number): readonly [number, number] => {
    const p = x / n;
    const root = z * Math.sqrt((p * (1 - p)) / n + (z * z) / (4 * n * n));
    return [
      (p + (z * z) / (2 * n) - root) / (1 + (z * z) / n),
      (p + (z * z) / (2 * n) + root) / (1 + (z * z) / n),
    ];
  };
  const [p1, p2] = [x1 / n1, x2 / n2];
  return p2 - p1 - Math.hypot(p2 - wilson(x2, n2)[0], wilson(x1, n1)[1] - p1);
}

const site = (result: Waterbed, name: string) => result.sites.find((one) => one.site === name);

describe('waterbed', () => {
  it('chi-square 32.3692 (R chisq.test), each interval at α/3 (statsmodels 0.15.0, newcomb)', () => {
    const result = waterbed(moved);
    expect(result.details.chiSquare).toBeCloseTo(32.369235243226, 9);
    const expected = {
      NLRTM: [-0.3187289586989, -0.0748025168009],
      NLVLI: [0.0913642959864, 0.2582787995782],
      BEANR: [-0.0993393716909, 0.1598833939007],
    };
    for (const [name, [low, high]] of Object.entries(expected)) {
      expect(site(result, name)?.low).toBeCloseTo(low as number, 5);
      expect(site(result, name)?.high).toBeCloseTo(high as number, 5);
    }
    expect(waterbed(moved, { dispersion: 1 }).details.verdict).toBe('moved');
    expect(waterbed(moved, { dispersion: 1 }).says.en).toBe(
      'The shares moved from 2023 (p\u00a0<\u00a00.001; 174 before, 155 after): Rotterdam down by 20.2 percentage points (95% interval 7.5 to 31.9); Vlissingen up by 17.1 percentage points (95% interval 9.1 to 25.8). That does not say that anything moved from one site to another. Apart from that, no change of the total per period can be shown (ratio 0.89, 95% interval 0.71 to 1.11). There are no data on controls: more or fewer checks may explain or hide a change.',
    );
  });

  it('calls known places by their names in each language, and others as they were given', () => {
    const sites = ['NLRTM', 'NLVLI', 'Kai 7'].map((site, i) => ({
      site,
      values: [
        [80, 40],
        [4, 30],
        [90, 85],
      ][i] as number[],
    }));
    const told = (language: 'nl' | 'fr' | 'de' | 'en', unit: string): string =>
      waterbed({ unit, periods: ['2021', '2023'], sites }, { dispersion: 1 }).says[language];
    expect(told('nl', 'seizure')).toMatch(/: Rotterdam .*; Vlissingen /);
    expect(told('fr', 'seizure')).toMatch(/: Rotterdam .*; Flessingue /);
    expect(told('de', 'seizure')).toMatch(/: Rotterdam .*; Vlissingen /);
    expect(told('fr', 'kg')).toMatch(/: Rotterdam de .*; Flessingue de .*; Kai 7 de /);
    expect(told('en', 'kg')).not.toMatch(/NLRTM|NLVLI/);
  });

  it('says of the total that no change of it can be shown, which is not that it stayed', () => {
    expect(waterbed(still).says).toMatchObject({
      nl: expect.stringContaining(
        'Los daarvan: een verandering van het totaal per periode is niet aantoonbaar',
      ),
      fr: expect.stringContaining('aucun changement du total par période ne peut être démontré'),
      de: expect.stringContaining(
        'Unabhängig davon: Eine Veränderung der Summe je Zeitabschnitt lässt sich nicht nachweisen',
      ),
      en: expect.stringContaining(
        'Apart from that, no change of the total per period can be shown',
      ),
    });
  });

  it('over-dispersion from the periods of each phase: 1.528587, F p 0.811066 (R chisq.test, pf)', () => {
    const result = waterbed(still);
    expect(result.details.dispersion).toBeCloseTo(1.52858660883, 10);
    expect(result.details.chiSquare).toBeCloseTo(0.657244512644, 10);
    expect(result.p).toBeCloseTo(0.811065790496, 10);
    // statsmodels 0.15.0 newcomb on counts over 1.528587, with Student's t of 8 degrees of freedom.
    expect(site(result, 'A')?.low).toBeCloseTo(-0.17396463837955, 8);
    expect(site(result, 'B')?.high).toBeCloseTo(0.0902061976897336, 8);
    expect(site(result, 'C')?.low).toBeCloseTo(-0.14719148984292793, 8);
    expect(result.details.verdict).toBe('not_shown');
  });

  it('with one period a side concludes what holds at the usual dispersion, and says so', () => {
    const { details, says, p, sites } = waterbed(moved);
    // 329 events, 3 sites, 2 sides: max(5, 1 + 54.83/15) = 5; chi-square 32.369235 / 5, 2 degrees of freedom: exp(-3.236924).
    expect(details.usualDispersion).toBe(5);
    expect(details.usualP).toBeCloseTo(Math.exp(-32.369235243226 / 10), 8);
    expect([(p as number) < 0.001, details.verdict]).toEqual([true, 'moved_somewhere']);
    expect(sites.map(({ verdict }) => verdict)).toEqual(['not_shown', 'not_shown', 'not_shown']);
    expect(says.en).toContain('which one period a side cannot show');
    const weaker = waterbed(two(['a', 60, 30], ['b', 60, 60], ['c', 60, 80]));
    expect(weaker.details.verdict).toBe('not_shown');
    expect(weaker.says.en).toContain(
      'Only if the events are independent of each other is a shift detectable',
    );
  });

  it('a declared dispersion turns a shift that shows into one that does not', () => {
    expect(waterbed(moved, { dispersion: 1 }).details.verdict).toBe('moved');
    expect(waterbed(moved, { dispersion: 12 }).details.verdict).toBe('not_shown');
  });

  it('says which shift could not have been seen; that size shows in four cases of five', () => {
    const { details, says, sites } = waterbed(still);
    expect(says.en).toContain('No shift of the shares from 2021 is detectable');
    expect(says.en).toContain(
      'A rise of a share by less than 11.9 to 20.6 percentage points, depending on the site, could not reliably be seen (chance below 80%).',
    );
    expect(Math.min(...sites.map(({ detectableRise }) => detectableRise ?? 1))).toBe(
      details.detectableLow,
    );
    // The chance that the interval leaves zero, summed over every outcome of both binomial counts.
    const [n1, n2, z] = [174, 155, 2.3939797998185104];
    const { detectableRise } = waterbed(moved).sites[0] as { detectableRise: number };
    const share = 80 / 174;
    const chances = (n: number, p: number): readonly number[] => {
      const list = [(1 - p) ** n];
      for (let k = 1; k <= n; k++)
        list.push(((list[k - 1] as number) * ((n - k + 1) / k) * p) / (1 - p));
      return list;
    };
    const late = chances(n2, share + detectableRise);
    const power = chances(n1, share).reduce(
      (sum, chance, x1) =>
        chance < 1e-9
          ? sum
          : sum +
            chance * late.reduce((s, c, x2) => (newcombeLow(x1, n1, x2, n2, z) > 0 ? s + c : s), 0),
      0,
    );
    expect(power).toBeGreaterThan(0.77);
    expect(power).toBeLessThan(0.84);
  });

  it('a site at zero is a site like any other', () => {
    const result = waterbed(two(['a', 0, 0], ['b', 30, 28], ['c', 0, 9]), { dispersion: 1 });
    expect(site(result, 'a')).toMatchObject({
      shareBefore: 0,
      shareAfter: 0,
      verdict: 'not_shown',
    });
    expect(site(result, 'c')?.verdict).toBe('up');
  });

  it('the whole moved, no single site; a single site, not the whole', () => {
    const spread = Array.from(
      { length: 16 },
      (_, i) => [`s${i}`, i % 2 ? 24 : 12, i % 2 ? 14 : 22] as const,
    );
    const whole = waterbed(two(...spread), { dispersion: 1 });
    expect([whole.details.verdict, (whole.p as number) < 0.05]).toEqual(['moved_somewhere', true]);
    expect(whole.says.de).toContain('doch für keinen einzelnen Ort');
    const many = Array.from({ length: 19 }, (_, i) => [`s${i}`, 30, 30] as const);
    const single = waterbed(two(['x', 2, 19], ...many), { dispersion: 1 });
    expect(single.details.verdict).toBe('unclear');
    expect(single.says.en).toMatch(/^No conclusion possible about a shift from 2023: .* x up by/);
  });

  it('tells the total apart: by the spread of the periods where they vary more than chance', () => {
    expect(waterbed(still).details.totalVerdict).toBe('not_shown');
    const halved = two(['a', 300, 150], ['b', 300, 150]);
    const { details, says } = waterbed(halved, { dispersion: 1 });
    expect([details.verdict, details.totalVerdict]).toEqual(['not_shown', 'lower']);
    expect(says.en).toContain('Apart from that, the total per period is lower (ratio 0.50');
    const wild: SiteNetwork = {
      ...still,
      sites: [
        { site: 'a', values: [100, 10, 150, 40, 5, 30] },
        { site: 'b', values: [100, 10, 150, 40, 5, 30] },
      ],
    };
    // By hand: the totals 200, 20, 300 and 80, 10, 60 have dispersion (232.31 + 52) / 4 = 71.08.
    expect(waterbed(wild).details.totalVerdict).toBe('not_shown');
  });

  it('describes kilograms without an interval: Rotterdam, Zeeland and Antwerp 2021 and 2023', () => {
    const result = waterbed({
      unit: 'kg',
      periods: ['2021', '2023'],
      sites: [
        { site: 'NLRTM', values: [70571, 45506] },
        { site: 'NLVLI', values: [2156, 11500] },
        { site: 'BEANR', values: [89450, 116000.5] },
      ],
    });
    expect([result.p, result.interval, result.details.verdict]).toEqual([null, null, 'described']);
    expect(result.sites.every(({ low, verdict }) => low === null && verdict === 'described')).toBe(
      true,
    );
    expect(result.says.en).toMatch(
      /^Shares in kg, described only: Rotterdam from 44% to 26%; Antwerp from 55% to 67%; Vlissingen from 1\.3% to 6\.6%\. Quantities are no counts/,
    );
    expect(waterbed({ ...moved, unit: 'tablet' }).details.verdict).toBe('described');
  });

  it('gives the shares of each period, for a chart', () => {
    const { shares } = waterbed(still);
    expect(shares).toHaveLength(18);
    expect(shares[0]).toEqual({ period: '2018', site: 'A', share: 30 / 83 });
  });

  it('leaves out a period in which a site is missing: missing is not zero', () => {
    const sites = still.sites.map((row) =>
      row.site === 'B' ? { ...row, values: row.values.with(4, null) } : row,
    );
    const { warnings, details } = waterbed({ ...still, sites });
    expect(warnings.map(({ en }) => en)).toContain(
      'left out, since a site has no value there: 2022',
    );
    expect(details.totalAfter).toBe(28 + 6 + 44 + 33 + 3 + 61);
  });

  it('says why over-dispersion cannot be examined: one period a side, or one site a side', () => {
    const of = (periods: readonly string[], from: string, b: number[], c: number[]) =>
      waterbed({
        unit: 'seizure',
        periods,
        from,
        sites: [
          { site: 'B', values: b },
          { site: 'C', values: c },
        ],
      }).warnings.map(({ en }) => en);
    const end =
      'over-dispersion cannot be examined; only what holds at the usual dispersion is concluded';
    expect(of(['2020', '2021'], '2021', [5, 9], [4, 7])).toEqual([
      `each side is one period: ${end}`,
    ]);
    expect(of(['2020', '2021', '2022', '2023'], '2022', [5, 6, 0, 0], [0, 0, 6, 7])).toEqual([
      `neither side has two sites and two periods that counted anything: ${end}`,
    ]);
  });

  it('concludes nothing with hardly any events', () => {
    for (const network of [
      two(['a', 0, 0], ['b', 0, 0]),
      two(['a', 0, 3], ['b', 0, 2]),
      two(['a', 1, 0], ['b', 0, 1]),
      two(['a', 5, 4], ['b', 0, 0]),
    ]) {
      const { details, p, says } = waterbed(network);
      expect([details.verdict, p]).toEqual(['no_conclusion', null]);
      expect(says.fr).toMatch(/^Aucune conclusion possible/);
    }
  });

  it('refuses what is no network', () => {
    const one = { ...still, sites: still.sites.slice(0, 1) };
    expect(() => waterbed(one)).toThrowErrorMatchingInlineSnapshot(
      `[UsageError: a network needs at least two sites, got 1]`,
    );
    const { from: _, ...open } = still;
    expect(() => waterbed(open)).toThrowErrorMatchingInlineSnapshot(
      `[UsageError: \`from\` must name the first period after, since there are 6 periods]`,
    );
    expect(() => waterbed(two(['a', 1, 2], ['a', 1, 2]))).toThrowErrorMatchingInlineSnapshot(
      `[UsageError: each site must be named once, got a twice]`,
    );
    expect(() => waterbed(two(['a', 1.5, 2], ['b', 1, 2]))).toThrowErrorMatchingInlineSnapshot(
      `[InputError: expected a in 2021 to be a whole number of events, found 1.5. Repair: count events; kilograms follow no Poisson law, use sizeBands and largestShare for them]`,
    );
    expect(() =>
      waterbed({ ...two(['a', -1, 2], ['b', 1, 2]), unit: 'kg' }),
    ).toThrowErrorMatchingInlineSnapshot(
      `[InputError: expected zero or more for a in 2021, found -1. Repair: use null where a quantity is not known]`,
    );
    expect(() =>
      waterbed({ ...moved, periods: ['2021', '2023-S1'] }),
    ).toThrowErrorMatchingInlineSnapshot(
      `[RefusalError: The series mixes frequencies: 2021 and 2023-S1. Compare like periods: whole years with whole years, first halves with first halves.]`,
    );
    expect(() => waterbed({ ...moved, from: '2021' })).toThrowErrorMatchingInlineSnapshot(
      `[InputError: expected periods with values for every site before and from 2021, found 0 before and 2 after. Repair: add periods on the empty side, or leave out the site with gaps]`,
    );
    expect(() =>
      waterbed(two(['a', Number.NaN, 2], ['b', 1, 2])),
    ).toThrowErrorMatchingInlineSnapshot(
      `[InputError: expected a finite number or null for a in 2021, found NaN. Repair: use null where a period is missing, and say why in the source]`,
    );
  });
});
