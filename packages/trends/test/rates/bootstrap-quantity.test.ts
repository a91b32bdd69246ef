import { bootstrapQuantity } from '@samenbeeld/trends';
import { describe, expect, it } from 'vitest';

const seizures = [0.4, 1.2, 2, 3, 5, 8, 12, 20, 40, 41, 55, 60, 88, 120, 300, 450, 1100];

/** Every sample of three with replacement, its statistic taken and sorted: the bootstrap without chance. */
function everySample(
  values: readonly number[],
  statistic: (sample: readonly number[]) => number,
): readonly number[] {
  return values
    .flatMap((a) => values.flatMap((b) => values.map((c) => statistic([a, b, c]))))
    .sort((a, b) => a - b);
}

describe('bootstrapQuantity', () => {
  // SciPy 1.17.1 bootstrap(n_resamples=400000, rng=default_rng(1)), methods percentile and BCa. Two streams of draws agree only
  // within their own scatter, which for the total of 20,000 draws is some 1.5 %.
  it.each([
    ['median', 'percentile', 40, 5, 88],
    ['median', 'bca', 40, 5, 88],
    ['geometric_mean', 'percentile', 23.699004892668558, 8.615100208582508, 64.52507752582359],
    ['geometric_mean', 'bca', 23.699004892668558, 8.342959973571629, 62.670784792580875],
    ['total', 'percentile', 2305.6, 591.6, 4794],
    ['total', 'bca', 2305.6, 881.2, 6197.069966983667],
  ] as const)('%s, %s: agrees with SciPy bootstrap', (statistic, method, estimate, low, high) => {
    const result = bootstrapQuantity(seizures, { statistic, method, replicates: 20_000, seed: 11 });
    expect(result.estimate).toBeCloseTo(estimate, 9);
    expect((result.interval?.low ?? 0) / low).toBeCloseTo(1, 1);
    expect((result.interval?.high ?? 0) / high).toBeCloseTo(1, 1);
    expect(Math.abs((result.interval?.high ?? 0) / high - 1)).toBeLessThan(0.03);
    expect(Math.abs((result.interval?.low ?? 0) / low - 1)).toBeLessThan(0.03);
  });

  it('percentiles near those of all 27 samples of three', () => {
    const all = everySample([2, 7, 40], (sample) => sample.reduce((sum, value) => sum + value, 0));
    const { interval } = bootstrapQuantity([2, 7, 40], {
      statistic: 'total',
      method: 'percentile',
      replicates: 50_000,
      level: 0.5,
    });
    expect(interval?.low).toBe(all[6]);
    expect(interval?.high).toBe(all[20]);
  });

  it('acceleration is that of the jackknife, by hand', () => {
    // Totals without one of 1, 2, 9: 11, 10, 3; their mean 8; cubes −27 − 8 + 125 = 90, squares 9 + 4 + 25 = 38.
    const { details } = bootstrapQuantity([1, 2, 9], { statistic: 'total' });
    expect(details.acceleration).toBeCloseTo(90 / (6 * 38 ** 1.5), 12);
  });

  it('leaves each seizure out in turn: the acceleration of SciPy 1.17.1', () => {
    // a = sum (m - t_i)^3 / (6 (sum (m - t_i)^2)^1.5), t_i the statistic without seizure i, by NumPy 2.4.6.
    const of = (statistic: 'median' | 'geometric_mean' | 'total', list: readonly number[]) =>
      bootstrapQuantity(list, { statistic }).details.acceleration;
    expect(of('total', seizures)).toBeCloseTo(0.11248315744919202, 10);
    expect(of('geometric_mean', seizures)).toBeCloseTo(-0.014005533370752533, 10);
    expect(of('median', seizures)).toBeCloseTo(-0.004706911231777144, 10);
    expect(of('median', seizures.slice(1))).toBeCloseTo(0.0, 10);
  });

  it('studentises a total on the logarithm, wider above than below, and says so', () => {
    const total = bootstrapQuantity(seizures, { statistic: 'total' });
    const bca = bootstrapQuantity(seizures, { statistic: 'total', method: 'bca' });
    expect(total.method).toContain('studentised on the logarithm');
    expect(total.interval?.high as number).toBeGreaterThan(bca.interval?.high as number);
    expect(total.details.effective as number).toBeLessThan(30);
    expect(total.says.en).toContain('less often than its level says');
    const alike = Array.from({ length: 60 }, (_, i) => 10 + (i % 7));
    const even = bootstrapQuantity(alike, { statistic: 'total' });
    expect(even.says.en).not.toContain('less often');
    expect(even.says.en).not.toContain('holds for as many');
    expect(bootstrapQuantity([1, 2, 9], { statistic: 'total' }).method).toContain('BCa');
    expect(() =>
      bootstrapQuantity(seizures, { method: 'log_t' }),
    ).toThrowErrorMatchingInlineSnapshot(
      `[UsageError: \`method: 'log_t'\` is for a total, got the statistic median]`,
    );
  });

  it('follows from its seed', () => {
    const one = bootstrapQuantity(seizures, { statistic: 'total', seed: 5 });
    expect(bootstrapQuantity(seizures.toReversed(), { statistic: 'total', seed: 5 })).toEqual(one);
    expect(bootstrapQuantity(seizures, { statistic: 'total', seed: 6 }).interval).not.toEqual(
      one.interval,
    );
  });

  it('follows the unit: kilograms or grams', () => {
    const kilograms = bootstrapQuantity(seizures, { statistic: 'geometric_mean' });
    const grams = bootstrapQuantity(
      seizures.map((quantity) => quantity * 1000),
      { statistic: 'geometric_mean' },
    );
    expect(grams.interval?.low).toBeCloseTo(1000 * (kilograms.interval?.low ?? 0), 6);
    expect(grams.details.bias).toBeCloseTo(kilograms.details.bias as number, 2);
  });

  it('does not trust a total that one find decides', () => {
    const { warnings, confidence, says } = bootstrapQuantity([...seizures, 9000], {
      statistic: 'total',
    });
    expect(warnings.map(({ en }) => en)).toContain(
      'one seizure is half of the total or more: its interval is not to be trusted',
    );
    expect(confidence).toBe('low');
    expect(says.nl).toContain('op dit interval valt niet te bouwen');
  });

  it.each([
    [[], 'no_conclusion', null],
    [[null], 'no_conclusion', null],
    [[7], 'no_interval', 7],
    [[5, 5, 5, 5], 'no_interval', 5],
    [[0, 0, 0], 'no_interval', 0],
    [[1, 9], 'interval', 5],
  ])('%j: %s', (quantities, verdict, estimate) => {
    const result = bootstrapQuantity(quantities);
    expect([result.details.verdict, result.estimate]).toEqual([verdict, estimate]);
    expect(result.interval === null).toBe(verdict !== 'interval');
    expect(Object.values(result.details)).not.toContain(Number.NaN);
  });

  it('says what the interval is of', () => {
    expect(bootstrapQuantity([...seizures, null]).says).toMatchInlineSnapshot(`
      {
        "de": "Median je Sicherstellung: 40 kg (95-%-Intervall 5 bis 88; n = 17). Ohne bekannte Menge und nicht mitgezählt: 1.",
        "en": "Median per seizure: 40 kg (95% interval 5 to 88; n = 17). Without a known quantity and not included: 1.",
        "fr": "Médiane par saisie : 40 kg (intervalle à 95 % de 5 à 88 ; n = 17). Sans quantité connue et non prises en compte : 1.",
        "nl": "Mediaan per inbeslagname: 40 kg (95%-interval 5 tot 88; n = 17). Zonder bekende hoeveelheid en niet meegeteld: 1.",
      }
    `);
    expect(bootstrapQuantity(seizures, { statistic: 'total' }).says).toMatchInlineSnapshot(`
      {
        "de": "Summe der bekannten Sicherstellungen: 2.306 kg (95-%-Intervall 876 bis 25.259; n = 17). Das Intervall gilt für die zu erwartende Summe ebenso vieler Sicherstellungen gleicher Herkunft; was eine andere solche Reihe wiegt, streut stärker. Wenige große Funde tragen diese Summe: Ein solches Intervall enthält den wahren Wert dann seltener, als sein Niveau angibt.",
        "en": "Total of the known seizures: 2,306 kg (95% interval 876 to 25,259; n = 17). The interval is that of the total to be expected of as many seizures from the same source; what another set of as many weighs varies more. A few large finds carry this total: such an interval then holds the true value less often than its level says.",
        "fr": "Total des saisies connues : 2 306 kg (intervalle à 95 % de 876 à 25 259 ; n = 17). L’intervalle porte sur le total attendu pour autant de saisies de même origine ; ce que pèse une autre série de ce nombre varie davantage. Quelques grosses saisies portent ce total : un tel intervalle contient alors la vraie valeur moins souvent que son niveau ne l’indique.",
        "nl": "Totaal van de bekende inbeslagnames: 2.306 kg (95%-interval 876 tot 25.259; n = 17). Het interval geldt voor het te verwachten totaal van evenveel inbeslagnames uit dezelfde bron; wat een andere reeks van zoveel inbeslagnames weegt, loopt verder uiteen. Enkele grote vangsten dragen dit totaal: zo’n interval bevat de werkelijke waarde dan minder vaak dan zijn percentage zegt.",
      }
    `);
    expect(bootstrapQuantity([5, 5]).says).toMatchInlineSnapshot(`
      {
        "de": "Median je Sicherstellung: 5 kg (n = 2). Ein Intervall lässt sich nicht angeben: Dafür werden unterschiedliche Mengen gebraucht.",
        "en": "Median per seizure: 5 kg (n = 2). No interval can be given: that needs quantities that differ.",
        "fr": "Médiane par saisie : 5 kg (n = 2). Aucun intervalle ne peut être donné : il faudrait des quantités différentes.",
        "nl": "Mediaan per inbeslagname: 5 kg (n = 2). Een interval is niet te geven: daarvoor zijn verschillende hoeveelheden nodig.",
      }
    `);
  });

  it('has an acceleration for every size whose square is a number, and refuses the rest', () => {
    const sizes = [1, 2, 5, 3, 4, 40];
    const of = (scale: number) =>
      bootstrapQuantity(
        sizes.map((size) => size * scale),
        { statistic: 'total' },
      ).details.acceleration;
    expect(of(1e140)).toBeCloseTo(of(1) as number, 12);
    expect(() => of(1e200)).toThrow('expected values up to 1e+150 in size, found 1e+200');
  });

  it('refuses what it cannot draw from', () => {
    expect(() => bootstrapQuantity([1, -2])).toThrowErrorMatchingInlineSnapshot(
      `[InputError: expected a quantity of zero or more, found -2. Repair: use null where the quantity of a seizure is not known]`,
    );
    expect(() => bootstrapQuantity([1, Number.NaN])).toThrowErrorMatchingInlineSnapshot(
      `[InputError: expected a quantity of zero or more, found NaN. Repair: use null where the quantity of a seizure is not known]`,
    );
    expect(() =>
      bootstrapQuantity([1, 0], { statistic: 'geometric_mean' }),
    ).toThrowErrorMatchingInlineSnapshot(
      `[InputError: expected quantities above zero for a geometric mean, found 0. Repair: use \`statistic: 'median'\`, or null where zero stands for not known]`,
    );
    expect(() => bootstrapQuantity([1, 2], { replicates: 100 })).toThrowErrorMatchingInlineSnapshot(
      `[UsageError: \`replicates\` must be a whole number of at least 2000, got 100]`,
    );
    expect(() => bootstrapQuantity([1, 2], { seed: 0.5 })).toThrowErrorMatchingInlineSnapshot(
      `[UsageError: \`seed\` must be a whole number, got 0.5]`,
    );
    expect(() =>
      bootstrapQuantity([1, 2], { method: 'basic' as 'bca' }),
    ).toThrowErrorMatchingInlineSnapshot(
      `[UsageError: \`method\` must be bca, percentile or log_t, got basic]`,
    );
    expect(() =>
      bootstrapQuantity([1, 2], { statistic: 'mode' as 'median' }),
    ).toThrowErrorMatchingInlineSnapshot(
      `[UsageError: \`statistic\` must be one of median, geometric_mean, total, got mode]`,
    );
  });
});
