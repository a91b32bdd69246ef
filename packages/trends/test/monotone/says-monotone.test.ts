import { type Finding, type Language, languages } from '@samenbeeld/schema';
import {
  bootstrapQuantity,
  chainedIndex,
  correctedMannKendall,
  growth,
  logLinearTrend,
  overDispersion,
  restsOnFinds,
  seasonalMannKendall,
  seasonalSenSlope,
  standardisedRate,
  topShare,
} from '@samenbeeld/trends';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

type Marks = Readonly<Record<Language, Readonly<Record<string, RegExp>>>>;

const trendMarks: Marks = {
  nl: {
    rising: /stijgen/,
    falling: /dalen/,
    not_shown: /geen trend aantoonbaar/,
    no_conclusion: /Geen conclusie/,
  },
  fr: {
    rising: /en hausse/,
    falling: /en baisse/,
    not_shown: /Aucune tendance/,
    no_conclusion: /Aucune conclusion/,
  },
  de: {
    rising: /steigen/,
    falling: /sinken/,
    not_shown: /Trend lässt sich nicht nachweisen/,
    no_conclusion: /Keine Aussage/,
  },
  en: {
    rising: /figures rise/,
    falling: /figures fall/,
    not_shown: /No trend can be shown/,
    no_conclusion: /No conclusion/,
  },
};

const levelMarks: Marks = {
  nl: {
    higher: /ligt hoger/,
    lower: /ligt lager/,
    not_shown: /geen verschil/,
    no_conclusion: /Geen conclusie/,
    described: /niet getoetst/,
  },
  fr: {
    higher: /plus élevé/,
    lower: /plus bas/,
    not_shown: /Aucune différence/,
    no_conclusion: /Aucune conclusion/,
    described: /pas été testé/,
  },
  de: {
    higher: /liegt höher/,
    lower: /liegt niedriger/,
    not_shown: /nicht nachweisen/,
    no_conclusion: /Keine Aussage/,
    described: /nicht geprüft/,
  },
  en: {
    higher: /is higher/,
    lower: /is lower/,
    not_shown: /No difference/,
    no_conclusion: /No conclusion/,
    described: /not been tested/,
  },
};

const dispersionMarks: Marks = {
  nl: {
    over_dispersed: /^De aantallen schommelen meer/,
    not_shown: /^Niet aantoonbaar/,
    no_conclusion: /^Geen conclusie/,
  },
  fr: {
    over_dispersed: /^Les nombres varient plus/,
    not_shown: /^On ne peut pas démontrer/,
    no_conclusion: /^Aucune conclusion/,
  },
  de: {
    over_dispersed: /^Die Anzahlen schwanken stärker/,
    not_shown: /^Es lässt sich nicht nachweisen/,
    no_conclusion: /^Keine Aussage/,
  },
  en: {
    over_dispersed: /^The counts vary more/,
    not_shown: /^It cannot be shown/,
    no_conclusion: /^No conclusion/,
  },
};

const debris = /undefined|NaN|Infinity|\$\{| {2}/;

/** In each language the sentence carries the mark of its verdict and of no other, and no debris. */
function speaksOf({ says }: Finding, verdict: string, marks: Marks): void {
  for (const language of languages) {
    // What another test would have said stands in a later sentence.
    const text = marks === trendMarks ? says[language].split(/\. [A-ZÀ-Ý]/)[0] : says[language];
    const found = Object.entries(marks[language])
      .filter(([, mark]) => mark.test(text ?? ''))
      .map(([name]) => name);
    expect(found, says[language]).toEqual([verdict]);
    expect(says[language]).not.toMatch(debris);
  }
}

/** The printed ends of an interval, read back from the English sentence. */
function printedEnds(says: string): readonly number[] {
  const number = String.raw`[+−]?[\d,.]+(?:e[+−]?\d+)?`;
  const [, low = '', high = ''] =
    new RegExp(`interval (${number})%? to (${number})`).exec(says) ??
    new RegExp(`between (${number}) and (${number})`).exec(says) ??
    [];
  return [low, high].map((end) => Number(end.replaceAll(',', '').replaceAll('−', '-')));
}

/** Interval, estimate and printed ends lie on the side of `reference` that the verdict names. */
function liesAsSaid(finding: Finding, side: -1 | 0 | 1, reference: number, moved = false): void {
  const { interval, estimate, says } = finding;
  if (!interval || estimate === null) return;
  expect(interval.low).toBeLessThanOrEqual(interval.high);
  const [low, high] = printedEnds(says.en) as [number, number];
  if (side === 0) {
    expect(interval.low).toBeLessThanOrEqual(reference);
    expect(interval.high).toBeGreaterThanOrEqual(reference);
    if (!Number.isNaN(low)) expect(low <= reference && high >= reference, says.en).toBe(true);
    return;
  }
  expect(
    Math.min((interval.low - reference) * side, (interval.high - reference) * side),
  ).toBeGreaterThan(0);
  expect((estimate - reference) * side).toBeGreaterThan(0);
  const ends = moved ? [low, high] : [(low - reference) * side, (high - reference) * side];
  expect(Math.min(...ends), says.en).toBeGreaterThan(0);
}

const sideOf = (verdict: string): -1 | 0 | 1 =>
  (({ rising: 1, higher: 1, falling: -1, lower: -1 })[verdict] as -1 | 1 | undefined) ?? 0;

const value = fc.oneof(
  fc.integer({ min: -20, max: 20 }),
  fc.double({ min: -1e6, max: 1e6, noNaN: true }),
  fc.double({ min: -1e-3, max: 1e-3, noNaN: true }),
);
const series = fc
  .tuple(fc.integer({ min: -3, max: 3 }), fc.array(value, { minLength: 1, maxLength: 26 }))
  .map(([step, values]) => values.map((v, i) => v + step * i * Math.abs(v)));
const counts = fc
  .tuple(
    fc.double({ min: -0.4, max: 0.4, noNaN: true }),
    fc.array(fc.integer({ min: 0, max: 60 }), { minLength: 1, maxLength: 14 }),
  )
  .map(([rate, list]) => list.map((count, i) => Math.round(count * Math.exp(rate * i))));

describe('a sentence, its sign and its interval never contradict', () => {
  it('correctedMannKendall', () => {
    fc.assert(
      fc.property(
        series,
        fc.constantFrom(
          'hamed_rao' as const,
          'yue_wang' as const,
          'pre_whitening' as const,
          'trend_free_pre_whitening' as const,
        ),
        fc.constantFrom(1, 0.2, 1e-9),
        (values, correction, floor) => {
          const result = correctedMannKendall(values, { correction, floor });
          const { verdict, s } = result.details;
          speaksOf(result, verdict, trendMarks);
          if (verdict === 'rising' || verdict === 'falling') {
            expect(s * sideOf(verdict)).toBeGreaterThan(0);
            expect(result.p).toBeLessThanOrEqual(0.05);
          }
          if (verdict === 'not_shown' && s !== 0) expect(result.p).toBeGreaterThan(0.05);
        },
      ),
    );
  });

  it('seasonalMannKendall', () => {
    fc.assert(
      fc.property(
        series,
        fc.constantFrom(2, 4),
        fc.constantFrom('none' as const, 'between_seasons' as const),
        (values, seasons, dependence) => {
          const result = seasonalMannKendall(values, { seasons, dependence });
          const { verdict, s } = result.details;
          speaksOf(result, verdict, trendMarks);
          if (verdict === 'rising' || verdict === 'falling') {
            expect(s * sideOf(verdict)).toBeGreaterThan(0);
            expect(result.p).toBeLessThanOrEqual(0.05);
          }
          if (verdict === 'not_shown' && s !== 0) expect(result.p).toBeGreaterThan(0.05);
        },
      ),
    );
  });

  it('seasonalSenSlope', () => {
    fc.assert(
      fc.property(
        series,
        fc.constantFrom('gilbert' as const, 'exact' as const, 'asymptotic' as const),
        (values, ranks) => {
          const result = seasonalSenSlope(values, { seasons: 2, ranks });
          speaksOf(result, result.details.verdict, trendMarks);
          const side = sideOf(result.details.verdict);
          if (result.details.verdict !== 'no_conclusion') liesAsSaid(result, side, 0, side !== 0);
        },
      ),
    );
  });

  it('logLinearTrend', () => {
    fc.assert(
      fc.property(
        counts,
        fc.constantFrom('quasi_poisson' as const, 'negative_binomial' as const, 'poisson' as const),
        (list, family) => {
          const result = logLinearTrend(list, { family });
          const { verdict } = result.details;
          speaksOf(result, verdict, trendMarks);
          const side = sideOf(verdict);
          if (verdict !== 'no_conclusion') liesAsSaid(result, side, 0, side !== 0);
          if (side !== 0) expect(result.p).toBeLessThanOrEqual(0.05 + 1e-9);
          if (verdict === 'not_shown') expect(result.p).toBeGreaterThanOrEqual(0.05 - 1e-9);
        },
      ),
    );
  });

  it('growth', () => {
    const side = fc.oneof(fc.integer({ min: 0, max: 15 }), fc.integer({ min: 0, max: 4000 }));
    fc.assert(
      fc.property(side, side, fc.boolean(), (before, after, quantity) => {
        const result = growth(
          { period: '2023-S1', value: before },
          { period: '2024-S1', value: after },
          { of: quantity ? 'quantity' : 'counts' },
        );
        const { verdict } = result.details;
        speaksOf(result, verdict, levelMarks);
        const { usualLow: low, usualHigh: high } = result.details;
        const interval =
          result.interval && low !== null && high !== null
            ? { ...result.interval, low, high }
            : result.interval;
        liesAsSaid({ ...result, interval }, sideOf(verdict), 0);
        const percentages = result.says.en.match(/\d%/g) ?? [];
        if (!quantity && Math.min(before, after) < 10) expect(percentages).toEqual([]);
      }),
    );
  });

  it('chainedIndex', () => {
    const count = fc.oneof(fc.integer({ min: 0, max: 15 }), fc.integer({ min: 1, max: 900 }));
    fc.assert(
      fc.property(
        fc.array(count, { minLength: 2, maxLength: 4 }),
        fc.array(count, { minLength: 2, maxLength: 4 }),
        fc.boolean(),
        (old, revised, tested) => {
          fc.pre(
            (old[0] as number) > 0 && (old.at(-1) as number) > 0 && (revised[0] as number) > 0,
          );
          const points = (list: readonly number[], from: number) =>
            list.map((one, i) => ({ period: String(from + i), value: one }));
          const result = chainedIndex(
            [
              { subject: 's', unit: 'seizures', points: points(old, 2000) },
              { subject: 's', unit: 'seizures', points: points(revised, 1999 + old.length) },
            ],
            { counts: tested },
          );
          const { verdict } = result.details;
          speaksOf(result, verdict, levelMarks);
          liesAsSaid(result, sideOf(verdict), 100);
        },
      ),
    );
  });

  it('overDispersion', () => {
    fc.assert(
      fc.property(counts, (list) => {
        const result = overDispersion(list);
        const { verdict } = result.details;
        speaksOf(result, verdict, dispersionMarks);
        if (verdict === 'over_dispersed') {
          expect(result.interval?.low).toBeGreaterThan(1);
          expect(result.p).toBeLessThan(0.05 + 1e-9);
        }
        if (verdict === 'not_shown') expect(result.p).toBeGreaterThan(0.05 - 1e-9);
      }),
    );
  });

  it('restsOnFinds names a dependence only where there is one', () => {
    const event = fc.record({
      period: fc.integer({ min: 2015, max: 2022 }).map(String),
      quantity: fc.oneof(fc.integer({ min: 0, max: 50 }), fc.integer({ min: 500, max: 5000 })),
    });
    fc.assert(
      fc.property(fc.array(event, { minLength: 1, maxLength: 24 }), (events) => {
        const { details, estimate, says } = restsOnFinds({ events }, { upTo: 4 });
        const differ = details.verdict !== details.verdictWithout;
        expect(/rests on/.test(says.en)).toBe(differ);
        expect(/repose sur/.test(says.fr)).toBe(differ);
        expect(estimate !== null).toBe(differ);
      }),
      { numRuns: 60 },
    );
  });
});

describe('every sentence', () => {
  const strata = [{ count: 3, exposure: 1000, weight: 1 }];
  const events = [1, 2, 3, 40].map((quantity, i) => ({ period: String(2020 + i), quantity }));
  const label = { nl: 'Haven', fr: 'Port', de: 'Hafen', en: 'Port' };
  const about = { label };
  const changes: readonly Finding[] = [
    correctedMannKendall([1, 2, 3], about),
    seasonalMannKendall([1, 2, 3, 4], { ...about, seasons: 2 }),
    seasonalSenSlope([1, 2, 3, 4], { ...about, seasons: 2 }),
    logLinearTrend([10, 20, 30, 40, 50], about),
    growth({ period: '2023', value: 20 }, { period: '2024', value: 30 }, about),
    growth({ period: '2023', value: 0 }, { period: '2024', value: 0 }, about),
    chainedIndex([{ subject: 's', label, unit: 'kg', points: [{ period: '2023', value: 3 }] }]),
    restsOnFinds({ events }, about),
  ];
  const states: readonly Finding[] = [
    standardisedRate(strata, about),
    standardisedRate([{ count: 0, exposure: 10, weight: 1 }], about),
    overDispersion([1, 2, 30], about),
    bootstrapQuantity([1, 2, 30, null], about),
    bootstrapQuantity([], about),
    topShare({ events }, about),
    topShare({ annual: [] }, about),
  ];

  it('about a change says that effort may explain it, unless data on controls were used', () => {
    for (const { says } of changes) {
      expect(says.nl).toContain('Er zijn geen gegevens over controles');
      expect(says.fr).toContain('Il n’y a pas de données sur les contrôles');
      expect(says.de).toContain('Angaben zu Kontrollen fehlen');
      expect(says.en).toContain('There are no data on controls');
    }
    expect(logLinearTrend([10, 20, 30, 40], { controls: true }).says.en).not.toContain('controls');
  });

  it('is complete in four languages, with the label before it, and never causal', () => {
    for (const { says } of [...changes, ...states]) {
      expect(says.nl).toMatch(/^Haven: [a-zé\d]/);
      expect(says.fr).toMatch(/^Port\u00a0: [a-z\d]/);
      expect(says.de).toMatch(/^Hafen: [A-Z\d]/);
      expect(says.en).toMatch(/^Port: [a-z\d]/);
      for (const language of languages) {
        expect(says[language]).not.toMatch(debris);
        expect(says[language]).not.toMatch(/because|caused|due to|door(dat)? |weil|wegen|à cause/i);
      }
      expect(says.fr).not.toMatch(/[^\u00a0\u202f][:;?!%]/);
    }
  });
});
