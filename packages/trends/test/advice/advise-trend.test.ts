import { type Break, RefusalError } from '@samenbeeld/schema';
import { type AdvicePlan, adviseTrend, type SeriesPoint, trendBySegment } from '@samenbeeld/trends';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stream } from '../monotone/series.ts';
import { rotterdam } from '../reference.ts';
import { drugOffences } from '../turning-points/series.ts';

const yearly = (from: number, values: readonly (number | null)[]): readonly SeriesPoint[] =>
  values.map((value, i) => ({ period: String(from + i), value }));
/** The ISO week so many weeks after that of Monday 4 January 2010. */
function weekOf(weeks: number): string {
  const thursday = new Date(Date.UTC(2010, 0, 7) + weeks * 7 * 86_400_000);
  const year = thursday.getUTCFullYear();
  const days = (thursday.getTime() - Date.UTC(year, 0, 1)) / 86_400_000;
  return `${year}-W${String(Math.floor(days / 7) + 1).padStart(2, '0')}`;
}

const label = { nl: 'Rotterdam', fr: 'Rotterdam', de: 'Rotterdam', en: 'Rotterdam' };

describe('adviseTrend', () => {
  it('Rotterdam 2016–2025: no direction, a peak by one method and not by another, resting on the last two years', () => {
    const advice = adviseTrend({
      subject: 'NLRTM',
      label,
      unit: 'kg',
      points: yearly(2016, rotterdam),
    });
    // Mann-Kendall: S = 11, exact p = 0.38072, Sen 2943.5 (pyMannKendall 1.4.2 and exact enumeration).
    expect([advice.details.verdict, advice.p?.toFixed(5), advice.estimate]).toEqual([
      'not_shown',
      '0.38072',
      2943.5,
    ]);
    expect(advice.details).toMatchObject({ turns: '2021', changes: '', restsOn: '2024 2025' });
    expect(advice.confidence).toBe('low');
    expect(advice.says).toMatchInlineSnapshot(`
      {
        "de": "Rotterdam, 2016–2025: Ein Trend lässt sich nicht nachweisen (n = 10, p = 0,381). Das beweist nicht, dass sich nichts verändert hat: Eine Veränderung zwischen −3.711 und +6.961 kg pro Jahr bleibt möglich (95-%-Intervall). Die Knickpunktregression sieht einen Höhepunkt (2021), auch wenn sich der Rückgang danach für sich genommen nicht nachweisen lässt; eine Einteilung in Niveaus weist keinen Bruch nach. Diese Wende beruht auf den letzten beiden Zahlen (2024 und 2025): Ohne sie lässt sich keine nachweisen. Ohne die letzten beiden Zahlen zeigt sich ein Anstieg. Angaben zu Kontrollen fehlen: Mehr oder weniger Kontrollen können eine Veränderung erklären oder verdecken.",
        "en": "Rotterdam, 2016–2025: no trend can be shown (n = 10, p = 0.381). That does not prove that nothing changed: a change between −3,711 and +6,961 kg a year remains possible (95% interval). Joinpoint regression sees a peak in 2021, though the fall after it cannot be shown by itself; a segmentation into levels shows no break. That turn rests on the last two figures (2024 and 2025): without them none can be shown. Without the last two figures, a rise shows. There are no data on controls: more or fewer checks may explain or hide a change.",
        "fr": "Rotterdam, 2016–2025 : aucune tendance ne peut être démontrée (n = 10 ; p = 0,381). Cela ne prouve pas que rien n’a changé : une évolution entre −3 711 et +6 961 kg par an reste possible (intervalle à 95 %). La régression à points de rupture voit un pic en 2021, même si la baisse qui suit n’est pas démontrable à elle seule ; une segmentation en niveaux ne montre aucune rupture. Ce tournant repose sur les deux derniers chiffres (2024 et 2025) : sans eux, aucun ne peut être démontré. Sans les deux derniers chiffres, une hausse apparaît. Il n’y a pas de données sur les contrôles : des contrôles plus ou moins nombreux peuvent expliquer ou masquer une évolution.",
        "nl": "Rotterdam, 2016–2025: er is geen trend aantoonbaar (n = 10, p = 0,381). Dat bewijst niet dat er niets is veranderd: een verandering tussen −3.711 en +6.961 kg per jaar blijft mogelijk (95%-interval). Knikpuntregressie ziet een piek in 2021, al is de daling erna op zichzelf niet aantoonbaar; een indeling in niveaus toont geen breuk aan. Die omslag rust op de laatste twee cijfers (2024 en 2025): zonder die twee is er geen aan te tonen. Zonder de laatste twee cijfers is er een stijging. Er zijn geen gegevens over controles: meer of minder controleren kan een verandering verklaren of verbergen.",
      }
    `);
  });

  it('Vlissingen 2020–2025: no trend can be shown, whichever 2021 claim is used', () => {
    const contested: readonly SeriesPoint[] = [
      { period: '2020', value: 6055 },
      { period: '2021', value: null, interval: { low: 250, high: 2100, closed: true } },
      { period: '2022', value: 4157 },
      { period: '2023', value: null, interval: { low: 11500, high: 15000, closed: true } },
      { period: '2024', value: null, interval: { low: 8939, high: 9650, closed: true } },
      { period: '2025', value: 7292 },
    ];
    const advice = adviseTrend({ subject: 'NLVLI', unit: 'kg', points: contested });
    expect(advice.details.verdict).toBe('not_shown');
    expect(advice.says.en).toMatch(
      /no trend can be shown .*whichever of the rival figures for [^.]* is right/,
    );
    expect(
      advice.methods.map(({ method, finding, why }) => [method, finding ? 'runs' : why.en]),
    ).toEqual([
      ['mann_kendall', 'runs'],
      ['serial_correction', '2021, 2023, 2024 are undecided'],
      ['seasonal_mann_kendall', 'annual figures have no season'],
      ['log_linear', 'kilograms and other quantities follow no law of counts'],
      ['joinpoint', 'fewer than 7 figures'],
      ['change_points', 'runs'],
      ['without_largest', 'runs'],
      ['without_last_two', 'runs'],
    ]);
    for (const claim of [250, 2100]) {
      const decided = yearly(2020, [6055, claim, 4157, 11500, 8939, 7292]);
      const { details } = adviseTrend({ subject: 'NLVLI', unit: 'kg', points: decided });
      expect(details.verdict).toBe('not_shown');
    }
  });

  it('tries rival figures at both ends: Rotterdam keeps its peak whichever of them is right', () => {
    const rivals = new Map([
      ['2017', { low: 5264, high: 6500 }],
      ['2019', { low: 33732, high: 38500 }],
      ['2021', { low: 64500, high: 70571 }],
    ]);
    const points = yearly(2016, rotterdam).map((point) => {
      const range = rivals.get(point.period);
      return range ? { ...point, value: null, interval: { ...range, closed: true } } : point;
    });
    const { details, says, methods } = adviseTrend({ subject: 'NLRTM', unit: 'kg', points });
    expect(details).toMatchObject({
      verdict: 'not_shown',
      turns: '2021',
      changes: '',
      restsOn: '2024 2025',
    });
    expect(says.en).toContain('That too holds whichever of the rival figures is right.');
    const torn = points.map((point) =>
      point.period === '2021'
        ? { ...point, interval: { low: 9000, high: 70571, closed: true } }
        : point,
    );
    const other = adviseTrend({ subject: 'NLRTM', unit: 'kg', points: torn }).methods;
    expect(methods.find(({ method }) => method === 'joinpoint')?.finding).not.toBeNull();
    expect(other.find(({ method }) => method === 'joinpoint')?.why.en).toBe(
      'the outcome depends on which figure is right (2017, 2019, 2021)',
    );
  });

  it('a joint row whose ports change is refused', () => {
    const points = [
      { period: '2019', value: 1, members: ['BEGNE'] },
      { period: '2020', value: 2, members: ['NLVLI'] },
    ];
    expect(() => adviseTrend({ subject: 'NSP', unit: 'kg', points })).toThrow(
      /The ports in the sum change/,
    );
  });

  // Eurostat crim_off_cat, ICCS0601, 2008–2022, as published.
  it.each([
    ['FR', '2016'],
    ['BE', '2014'],
    ['DE', ''],
    ['NL', ''],
  ] as const)('recorded drug offences in %s: suggests a break from "%s"', (country, from) => {
    const advice = adviseTrend({
      subject: country,
      unit: 'offence',
      points: yearly(2008, drugOffences[country]),
    });
    expect(advice.details.changes).toBe(from);
    expect(/suggests a break/.test(advice.says.en)).toBe(from !== '');
  });

  it('calls a turn a peak only where the line rises with evidence, then falls', () => {
    const saying = (values: readonly number[]): string =>
      adviseTrend({ subject: 's', unit: 'kg', points: yearly(2010, values) }).says.en;
    expect(saying([10, 14, 20, 28, 40, 38, 39, 37, 38])).toContain('sees a turn in 2014;');
    expect(saying([10, 14, 20, 28, 40, 29, 20, 14, 10])).toContain('sees a peak in 2014;');
    expect(saying(rotterdam)).toContain(
      'sees a peak in 2015, though the fall after it cannot be shown by itself;',
    );
  });

  it('a screen says that a turn was not tested, where full advice calls it disputed', () => {
    const series = {
      subject: 's',
      unit: 'kg',
      points: yearly(2016, [10, 12, 15, 18, 20, 25, 31, 40]),
    };
    const { says } = adviseTrend(series, { depth: 'screen' });
    expect(says).toMatchObject({
      nl: expect.stringContaining(
        'Knikpuntregressie ziet mogelijk een omslag in 2021 (niet met permutaties getoetst)',
      ),
      fr: expect.stringContaining(
        'La régression à points de rupture voit peut-être un tournant en 2021 (non testé par permutation)',
      ),
      de: expect.stringContaining(
        'Die Knickpunktregression sieht möglicherweise eine Wende (2021; nicht durch Permutation geprüft)',
      ),
      en: expect.stringContaining(
        'By joinpoint regression the trend may turn in 2021 (not tested by permutation)',
      ),
    });
    expect(adviseTrend(series).says.en).toContain(
      'The criteria of joinpoint regression disagree on whether there is a turn',
    );
  });

  it('bounds a change of tied counts by the line of their logarithm', () => {
    const next = stream(5);
    const rare = Array.from({ length: 60 }, (_, i) => ({
      period: `${2019 + Math.floor(i / 12)}-${String((i % 12) + 1).padStart(2, '0')}`,
      value: next() < 0.3 ? (next() < 0.2 ? 2 : 1) : 0,
    }));
    const { says, trend, confidence } = adviseTrend(
      { subject: 's', unit: 'seizure', points: rare },
      { depth: 'screen' },
    );
    expect([trend.details.verdict, trend.interval, confidence]).toEqual(['not_shown', null, 'low']);
    expect(says.nl).toMatch(
      /Voor aantallen die met een vaste factor veranderen blijft een verandering tussen −\S+% en \+\S+% per jaar mogelijk \(95%-interval\)\./,
    );
    expect(says.fr).toMatch(
      /Pour des nombres qui changent d’un facteur constant, une évolution entre −\S+\s% et \+\S+\s% par an reste possible/,
    );
    expect(says.de).toMatch(
      /Für Anzahlen, die sich um einen festen Faktor ändern, bleibt eine Veränderung zwischen −\S+\s% und \+\S+\s% pro Jahr möglich/,
    );
    expect(says.en).toMatch(
      /For counts that change by a steady factor, a change between −\S+% and \+\S+% a year remains possible \(95% interval\)\./,
    );
  });

  it.each([5, 0])('twelve values of %i: no conclusion, which no method contradicts', (value) => {
    const points = yearly(2010, Array<number>(12).fill(value));
    const { details, says, methods } = adviseTrend({ subject: 's', unit: 'seizure', points });
    expect(details).toMatchObject({ verdict: 'no_conclusion', disagree: '' });
    expect(says.en).toMatch(
      /^2010–2021: no conclusion possible: all values are equal \(n\s=\s12\)\. There are/,
    );
    const without = methods.find(({ method }) => method === 'without_largest');
    expect([without?.finding, without?.why.en]).toEqual([
      null,
      'there is no highest figure: all are equal',
    ]);
  });

  it('takes counts more even than chance for no more than counts', () => {
    const points = yearly(2010, [10, 10, 11, 11, 12, 12, 12, 13]);
    const { methods } = adviseTrend({ subject: 's', unit: 'seizure', points }, { depth: 'screen' });
    const line = methods.find(({ method }) => method === 'log_linear')?.finding;
    expect(line?.details).toMatchObject({ verdict: 'not_shown' });
  });

  it('kilograms at or below zero have no logarithm, and are judged without', () => {
    const points = yearly(2010, [-4, 3, 2, -1, 5, 6, 7, 8, 9, 3]);
    const { methods, details } = adviseTrend({ subject: 's', unit: 'kg', points });
    const turns = methods.find(({ method }) => method === 'joinpoint');
    expect([turns?.finding, turns?.why.en]).toEqual([null, 'zero and less have no logarithm']);
    expect(details.verdict).toBe('rising');
    const rival = points.map((point, i) =>
      i < 4 ? { ...point, value: null, interval: { low: 0, high: 3, closed: true } } : point,
    );
    expect(() => adviseTrend({ subject: 's', unit: 'kg', points: rival })).not.toThrow();
  });

  it('counts missing weeks by the calendar, over years of 52 and of 53', () => {
    const weeks = Array.from({ length: 520 }, (_, i) => ({ period: weekOf(i), value: i % 7 }));
    const points = weeks.filter((_, i) => i !== 100 && i !== 200 && i !== 300);
    const { examined } = adviseTrend({ subject: 's', unit: 'kg', points }, { depth: 'screen' });
    expect(examined.missing).toBe(3);
  });

  it('says its time first, and a screen takes no permutations', () => {
    const seen: AdvicePlan[] = [];
    const series = { subject: 's', unit: 'kg', points: yearly(2016, rotterdam) };
    const onPlan = (plan: AdvicePlan): void => {
      seen.push(plan);
    };
    adviseTrend(series, { onPlan });
    const screened = adviseTrend(series, { onPlan, depth: 'screen' });
    expect(seen.map(({ depth, seconds }) => [depth, seconds])).toEqual([
      ['full', 0.3],
      ['screen', 0.1],
    ]);
    const joinpoints = screened.methods.find(({ method }) => method === 'joinpoint');
    expect(joinpoints?.finding?.details['permutations']).toBe(0);
  });

  it('uses what months bear: a season, dependence, and no joinpoints in a screen', () => {
    const points = Array.from({ length: 72 }, (_, i) => ({
      period: `${2018 + Math.floor(i / 12)}-${String((i % 12) + 1).padStart(2, '0')}`,
      value: 40 + i + 15 * ((i % 12) % 5) + ((i * 7919) % 13),
    }));
    const { methods, details } = adviseTrend(
      { subject: 's', unit: 'seizure', points },
      { depth: 'screen' },
    );
    expect(details.verdict).toBe('rising');
    const ran = methods.filter(({ finding }) => finding !== null).map(({ method }) => method);
    expect(ran).toContain('seasonal_mann_kendall');
    expect(ran).toContain('log_linear');
    expect(ran).not.toContain('joinpoint');
  });

  it('never contradicts itself, and prints no number that is none', () => {
    const value = fc.oneof(
      fc.integer({ min: 0, max: 60 }),
      fc.constantFrom(0, 0, 0, 1),
      fc.double({ min: 0.1, max: 1e5, noNaN: true }),
    );
    fc.assert(
      fc.property(
        fc.array(fc.option(value, { nil: null, freq: 8 }), { minLength: 1, maxLength: 16 }),
        fc.constantFrom('kg', 'seizure'),
        (values, unit) => {
          const points = yearly(2005, values);
          const advice = adviseTrend({ subject: 's', unit, points }, { depth: 'screen' });
          for (const says of Object.values(advice.says))
            expect(says).not.toMatch(
              /undefined|null|NaN|Infinity|\$\{| {2}|: ;|^\s*$|\b0 (en|et|und|and) 0\b/,
            );
          // Values that hang together take a trend away again, and the sentence says so; nothing else may.
          const overruled = /Without that allowance the test would show a (rise|fall)\./.exec(
            advice.says.en,
          );
          if (overruled)
            expect(advice.trend.details.verdict).toBe(
              overruled[1] === 'rise' ? 'rising' : 'falling',
            );
          expect(advice.details.verdict).toBe(
            overruled ? 'not_shown' : advice.trend.details.verdict,
          );
          expect(/^[^.]*no (trend can be shown|conclusion)/i.test(advice.says.en)).toBe(
            !['rising', 'falling'].includes(advice.details.verdict),
          );
          expect(/the trend may (peak|turn)/.test(advice.says.en)).toBe(
            advice.methods.some(({ finding }) => finding?.details['verdict'] === 'turns'),
          );
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe('a rise that is one step', () => {
  /** Ten years of months about a level that another one follows after five; or a line. */
  const monthly = (levelAt: (month: number) => number, seed: number): readonly SeriesPoint[] => {
    const next = stream(seed);
    const noise = (): number => Math.round(5 * (next() + next() + next() + next() - 2));
    return Array.from({ length: 120 }, (_, i) => ({
      period: `${2014 + Math.floor(i / 12)}-${String((i % 12) + 1).padStart(2, '0')}`,
      value: Math.round(levelAt(i)) + noise(),
    }));
  };
  const adviceOn = (points: readonly SeriesPoint[]) =>
    adviseTrend({ subject: 'x', unit: 'seizure', points, controls: true });

  it('is said to be one, and is never sure', () => {
    const up = adviceOn(monthly((month) => (month < 60 ? 100 : 140), 1));
    expect([up.details.verdict, up.details.changes, up.details.steps]).toEqual([
      'rising',
      '2019-01',
      1,
    ]);
    expect([up.trend.confidence, up.confidence]).toEqual(['high', 'medium']);
    expect(up.says).toMatchInlineSnapshot(`
      {
        "de": "Januar 2014 – Dezember 2023: Die Monatszahlen steigen, geschätzt um 5,04 Sicherstellungen von Jahr zu Jahr (95-%-Intervall 4,00 bis 5,85; n = 120, p < 0,001). Eine Einteilung in Niveaus deutet auf einen Bruch ab Januar 2019. Vor und nach diesem Bruch lässt sich kein Trend nachweisen: Der Anstieg zeigt sich als ein einziger Sprung.",
        "en": "January 2014 – December 2023: the monthly figures rise, by an estimated 5.04 seizures from one year to the next (95% interval 4.00 to 5.85; n = 120, p < 0.001). A segmentation into levels suggests a break from January 2019. Before and after that break no trend can be shown: the rise shows as one step.",
        "fr": "janvier 2014 – décembre 2023 : les chiffres mensuels sont en hausse, d’environ 5,04 saisies d’une année à l’autre (intervalle à 95 % de 4,00 à 5,85 ; n = 120 ; p < 0,001). Une segmentation en niveaux suggère une rupture à partir de janvier 2019. Avant et après cette rupture, aucune tendance ne peut être démontrée : la hausse se présente comme un seul saut.",
        "nl": "januari 2014 – december 2023: de maandcijfers stijgen, naar schatting met 5,04 inbeslagnames van jaar op jaar (95%-interval 4,00 tot 5,85; n = 120, p < 0,001). Een indeling in niveaus wijst op een breuk vanaf januari 2019. Voor en na die breuk is geen trend aantoonbaar: de stijging toont zich als één sprong.",
      }
    `);
    const down = adviceOn(monthly((month) => (month < 60 ? 140 : 100), 1));
    expect(down.says.en).toContain('the fall shows as one step.');
  });

  it('several are counted', () => {
    const levels = [100, 140, 180];
    const { details, says } = adviceOn(
      monthly((month) => levels[Math.floor(month / 40)] as number, 2),
    );
    expect(details.steps).toBe(2);
    expect(says.nl).toContain('de stijging toont zich als 2 sprongen.');
  });

  it('is not said of a line, nor of a step that a rise goes on after', () => {
    const line = adviceOn(monthly((month) => 100 + month / 2, 3));
    expect([line.details.steps, line.confidence]).toEqual([null, 'high']);
    const both = adviceOn(monthly((month) => (month < 60 ? 100 : 140 + month / 2), 3));
    expect(both.details.verdict).toBe('rising');
    expect(both.details.steps).toBeNull();
  });
});

describe('trendBySegment', () => {
  const declared = (id: string, on: string): Break => ({
    id,
    source: 'eurostat-crim-off-cat',
    on,
    kind: 'definition',
    severity: 'block_trend',
    series: {},
    note: label,
  });
  const series = { subject: 'FR', unit: 'offence', points: yearly(2008, drugOffences.FR) };

  it('gives a trend for each side of a declared break, where the whole is refused', () => {
    const breaks = [declared('B', '2016-01-01')];
    expect(() => adviseTrend(series, { breaks })).toThrow(RefusalError);
    const parts = trendBySegment(series, { breaks });
    expect(
      parts.map(({ from, to, after, trend }) => [from, to, after?.id ?? null, trend.n]),
    ).toEqual([
      ['2008', '2015', null, 8],
      ['2016', '2022', 'B', 7],
    ]);
    for (const { trend } of parts) expect(trend.details.because).toBeNull();
  });

  it('leaves out a period that holds a break', () => {
    const parts = trendBySegment(series, { breaks: [declared('B', '2016-07-01')] });
    expect(parts.map(({ from, to }) => `${from}–${to}`)).toEqual(['2008–2015', '2017–2022']);
  });
});

describe('values that depend on the one before', () => {
  const adviceOn = (values: readonly number[]) =>
    adviseTrend(
      {
        subject: 'x',
        unit: 'kg',
        points: values.map((value, i) => ({ period: String(1990 + i), value })),
      },
      { depth: 'screen' },
    );

  it('cannot be told from others where they are few, which is said', () => {
    const few = adviceOn([3, 5, 6, 8, 9, 11, 13, 14]);
    expect(few.details.verdict).toBe('rising');
    expect(few.confidence).not.toBe('high');
    for (const [language, words] of [
      ['nl', 'Dat veronderstelt dat een cijfer niet van het vorige afhangt'],
      ['fr', 'Cela suppose qu’un chiffre ne dépend pas du précédent'],
      ['de', 'Das setzt voraus, dass eine Zahl nicht von der vorigen abhängt'],
      ['en', 'This supposes that a figure does not depend on the one before'],
    ] as const)
      expect(few.says[language]).toContain(words);
  });
});
