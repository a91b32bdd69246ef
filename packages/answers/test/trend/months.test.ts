import { plainBlocks } from '@samenbeeld/page';
import { inEach, languages, type Observation, parsePeriod } from '@samenbeeld/schema';
import { expect, test } from 'vitest';
import { analyse } from '../../src/analysis.ts';
import { give } from '../../src/answers.ts';
import { findSource } from '../../src/find-source.ts';
import { anew, type Held, type PictureAsked } from '../../src/held.ts';
import { neighbourPort } from '../../src/trend/neighbour-port.ts';

/** Figures of cocaine recorded in a country, by period. */
const figures = (values: Readonly<Record<string, number>>, place = 'BE'): readonly Observation[] =>
  Object.entries(values).map(([period, value], at) => {
    const { start, end, freq } = parsePeriod(period);
    return {
      ...{ kind: 'observation', id: `row-${place}-${String(at).padStart(3, '0')}`, source: 'made' },
      ...{ reference: null, publication: null, stat: 'sum', metric: 'quantity', unit: 'kg' },
      ...{ value, printed: String(value), wording: 'exact', wordingPrinted: null, missing: null },
      ...{ status: 'A', extent: 'whole', place, placeNote: null, basis: 'recorded' },
      ...{ containsOwn: null, agencies: [`${place}_FGP`], substance: 'COC', offence: null },
      ...{ nationalCode: null, countUnit: null, definition: null, level: null },
      ...{ periodStart: start, periodEnd: end, freq, publishedOn: null, confidence: 'high' },
      ...{ note: null, origin: { file: 'made.csv', line: at + 2 } },
    } as unknown as Observation;
  });

/** One question about made figures, analysed. */
function asked(observations: readonly Observation[], more: object = {}) {
  const { asOf = '2026-06-30', ...question } = more as { asOf?: string };
  const picture = {
    ...{ picture: 'made', asOf, seed: 1, twoPersons: false, deciding: [], report: null },
    questions: [{ place: 'BE', substance: 'COC', basis: 'recorded', ...question }],
  } satisfies PictureAsked;
  const held: Held = {
    ...{ sources: [findSource('published-claims')], seizures: [], conservation: [], inputs: [] },
    ...{ money: null, observations },
  };
  const analysis = analyse(picture, held, []);
  const [about] = analysis.answers;
  if (!about) throw new Error('nothing asked');
  return { analysis, about };
}

/** The words of an answer to one question about made figures. */
function told(name: string, values: Readonly<Record<string, number>>, more: object = {}) {
  const { analysis, about } = asked(figures(values), more);
  const giving = give(analysis, { answer: name }, about, anew);
  if (giving.kind !== 'given') throw new Error(giving.says.en);
  return inEach((language) => JSON.stringify(plainBlocks(giving.given.blocks, language)));
}

const rising = {
  ...{ '2024-01': 3, '2024-02': 5, '2024-03': 8, '2024-04': 0, '2024-05': 12, '2024-06': 15 },
  ...{ '2024-07': 18, '2024-08': 22, '2024-09': 25, '2024-10': 31 },
};

test('months are a series: a question of months alone asks by month, and the trend is that of months', () => {
  const said = told('trend', rising);
  for (const language of languages) expect(said[language]).toMatch(/n\s=\s10/u);
  expect(said.nl).toContain('België, januari 2024 – oktober 2024: stijgend');
  expect(said.nl).toContain('De maandcijfers stijgen'.toLowerCase());
  expect(said.fr).toContain('janvier 2024 – octobre 2024');
  expect(told('development', rising).en).toContain('monthly figures rise');
});

test('too few months say how many there are, and how many it takes', () => {
  const said = told('trend', { '2024-01': 3, '2024-02': 5, '2024-03': 8 });
  expect(said.nl).toMatch(/n\s=\s3.*Een trend vraagt ten minste 5 cijfers/u);
  expect(said.fr).toMatch(/n\s=\s3.*Une tendance demande au moins 5 chiffres/u);
  expect(said.de).toMatch(/n\s=\s3.*Ein Trend braucht mindestens 5 Zahlen/u);
  expect(said.en).toMatch(/n\s=\s3.*A trend takes at least 5 figures/u);
});

test('asked by years, months are said to be there', () => {
  const said = told('trend', rising, { by: 'year' });
  expect(said.nl).toContain('Van 2024 is alleen een ondergrens bekend');
  expect(said.nl).toContain('Maandcijfers staan er wel: vraag met by: month.');
  expect(said.de).toContain('Monatszahlen sind vorhanden: Fragen Sie mit by: month.');
});

test('a month that is not over is no figure of the series, and not the headline', () => {
  const asOf = '2024-10-15';
  const trend = told('trend', rising, { asOf });
  expect(trend.nl).toContain('Oktober 2024 was op de peildatum (15 oktober 2024) nog niet voorbij');
  expect(trend.en).toMatch(/n\s=\s9/u);
  const headline = told('best-known', rising, { asOf });
  expect(headline.en).toContain('September 2024: 25 kg');
  expect(headline.en).toContain('its figure (31 kg) may still grow');
  expect(told('total', rising, { asOf }).en).toContain('still running');
});

test('a headline of a month tells which months have no figure, and of a reported zero that it is one', () => {
  const { '2024-03': _, '2024-08': __, ...some } = rising;
  const { en, nl } = told('best-known', some);
  expect(en).toContain(
    'Of the 10 periods from January 2024 to October 2024, 2 have no figure: March 2024 and August 2024.',
  );
  expect(nl).toContain('er is een cijfer over de hele periode');
  expect(told('total', some).en).toMatch(/"April 2024"\}\},\{"shown":[^}]*\},"value":0,/u);
});

test('the gap sentence puts the article and the contraction its language wants', () => {
  const { '2024-01': _, '2024-04': __, ...some } = { ...rising, '2024-11': 1 };
  const { '2024-06': ___, ...gapped } = some;
  const said = told('best-known', gapped);
  expect(said.fr).toContain('périodes de février 2024 à novembre 2024');
  const quarters = { '2024-Q1': 3, '2024-Q2': 5, '2024-Q4': 8 };
  const ofQuarters = told('best-known', quarters);
  expect(ofQuarters.nl).toContain(
    'Van de 4 perioden van het eerste kwartaal 2024 tot en met het vierde kwartaal 2024 heeft 1 geen cijfer',
  );
  expect(ofQuarters.fr).toContain('du premier trimestre 2024 au quatrième trimestre 2024');
  expect(ofQuarters.de).toContain('vom 1. Quartal 2024 bis zum 4. Quartal 2024');
  expect(ofQuarters.en).toContain('from the first quarter of 2024 to the fourth quarter of 2024');
});

test('a break or turn of a series of parts of years is named with its article in each language', () => {
  const values = Object.fromEntries(
    Array.from({ length: 24 }, (_, at) => [
      `${2018 + Math.floor(at / 4)}-Q${(at % 4) + 1}`,
      (at < 12 ? 10 : 90) + ((at * 7) % 5),
    ]),
  );
  const said = told('trend', values);
  expect(said.nl).toMatch(/vanaf het \S+ kwartaal 20/u);
  expect(said.fr).toMatch(/à partir du \S+ trimestre 20/u);
  expect(said.de).toMatch(/ab dem \d\. Quartal 20/u);
  expect(said.en).toMatch(/from the \S+ quarter of 20/u);
});

test('a neighbour is beside the asked place by months, quarters and halves, of its last ten years, without a running period', () => {
  const steps = { month: 12, quarter: 4, 'half-year': 2 } as const;
  for (const [by, parts] of Object.entries(steps)) {
    const codes = Array.from({ length: 12 * parts }, (_, at) => {
      const part = (at % parts) + 1;
      const code =
        by === 'month' ? String(part).padStart(2, '0') : `${by === 'quarter' ? 'Q' : 'S'}${part}`;
      return `${2013 + Math.floor(at / parts)}-${code}`;
    });
    const values = Object.fromEntries(codes.map((code, at) => [code, at + 1]));
    const both = [...figures(values), ...figures(values, 'NL')];
    const { analysis } = asked(both, { asOf: '2024-12-15' });
    const found = neighbourPort(analysis, 'NL');
    expect(found?.totals, by).toHaveLength(10 * parts);
    expect(found?.totals[0]?.period.slice(0, 4), by).toBe('2015');
    expect(found?.series.points, by).toHaveLength(10 * parts - 1);
  }
});

test('a rise says from which later start it is shown no more, and no trend is looked for where none is shown', () => {
  const monthly = (values: readonly number[]) =>
    Object.fromEntries(
      values.map((value, at) => {
        const month = String((at % 12) + 1).padStart(2, '0');
        return [`${2023 + Math.floor(at / 12)}-${month}`, value];
      }),
    );
  const steps = monthly([1, 2, 3, 4, 5, 20, 21, 19, 20, 21, 19, 20, 21]);
  const stepped = told('trend', steps);
  expect(stepped.en).toMatch(
    /the monthly figures rise.*Counted from \w+ 2023 on no rise can be shown/u,
  );
  // The headline says it too, and so does the table of a report.
  expect(stepped.nl).toMatch(/: stijgend sinds januari 2023, van \w+ 2023 af niet aan te tonen/u);
  expect(stepped.fr).toMatch(/ : en hausse depuis janvier 2023, non démontrable à partir d/u);
  expect(stepped.de).toMatch(/: steigend seit Januar 2023, ab \S+ 2023 nicht nachweisbar/u);
  expect(stepped.en).toMatch(/: rising since January 2023, not shown from \w+ 2023 on/u);
  expect(told('development', steps).en).toMatch(/Counted from \w+ 2023 on no rise/u);
  expect(told('trend', rising).en).not.toContain('Counted from');
  // The last ten rise one by one; who tries every start finds that, and what chance brings as well.
  const late = told('trend', monthly([9, 8, 7, 6, 5, 4, 3, 2, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10])).en;
  expect(late).not.toContain('Counted from');
});

test('of one place nothing is said of places that come and go in a sum', () => {
  const years = { 2019: 5, 2020: 6, '2021-03': 2, 2022: 7, 2023: 8, 2024: 9 };
  expect(told('trend', years, { by: 'year' }).en).not.toContain('in the sum change');
});

test('a question that ends before it begins is told so', () => {
  const { about } = asked(figures(rising), { by: 'month', from: '2024-12-31', to: '2024-01-01' });
  expect(about.problem?.nl).toContain('ligt na');
});

test('a chart of parts of years says of which', () => {
  const { analysis, about } = asked(figures({ '2024-Q1': 3, '2024-Q2': 5, '2024-Q4': 8 }));
  const giving = give(analysis, { answer: 'best-known' }, about, anew);
  const [finding] = giving.kind === 'given' ? giving.given.blocks : [];
  const draw = finding?.kind === 'finding' ? finding.draw : undefined;
  const titles = languages.map((language) => draw?.({ language }).title);
  expect(titles).toEqual([
    'Wat per kwartaal is gemeld',
    'Ce qui a été déclaré par trimestre',
    'Was pro Quartal gemeldet wurde',
    'What was reported, by quarter',
  ]);
});
