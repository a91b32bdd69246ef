import { jointTotals } from '@samenbeeld/merge';
import { answered, isRefused, joint, open, type Picture, trend, why } from '@samenbeeld/notebook';
import { parsePeriod, RefusalError } from '@samenbeeld/schema';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { nspCocaine } from '../../merge/test/nsp-cocaine.ts';
import { claim, pictureOf, refusal, seizure } from './example-picture.ts';

const claims = [
  claim(2020, 6055),
  claim(2021, 2100, { wording: 'exact' }),
  claim(2022, 4157),
  claim(2022, 3900, { wording: 'floor', wordingPrinted: 'ruim', agencies: ['NL_OM'] }),
  claim(2022, 619, { place: 'BEGNE', agencies: ['BE_CUST'] }),
  claim(2022, 10000, { basis: 'entered_via_port', containsOwn: true, agencies: ['NL_POL'] }),
  claim(2023, 7292),
  claim(2022, 15, { metric: 'seizures', stat: 'count', unit: 'seizure', substance: 'ALL' }),
];

let picture: Picture;
beforeAll(async () => {
  picture = await pictureOf(claims);
});
afterAll(async () => picture.close());

const inPort = () =>
  picture.observations.where({ place: 'NSP', substance: 'COC', basis: 'seized_in_port' });

describe('joint', () => {
  test('is the joint total of the merge room over all rows of the picture', () => {
    const { totals, notAdded } = answered(joint(inPort()));
    const whole = jointTotals(picture.observations.rows, nspCocaine);
    expect(totals).toEqual(whole.totals);
    expect(notAdded).toEqual(whole.notAdded);
    expect(totals.find(({ period }) => period === '2022')?.reported).toEqual({
      lowest: 4776,
      likely: 4776,
      highest: 4776,
    });
  });

  test('knows the rules of the sources: counts from two smallest sizes are not added, as the reader is told', async () => {
    const counts = { metric: 'seizures', unit: 'seizure', stat: 'count' } as const;
    const counted = await pictureOf([
      claim(2022, 12, {
        ...counts,
        source: 'be-senate-seizures-over-500g',
        definition: 'seizures-over-500g',
      }),
      claim(2022, 31, {
        ...counts,
        source: 'exercise-be-customs',
        definition: 'finds-from-a-hundred-grams',
        place: 'BEGNE',
      }),
    ]);
    const asked = { place: 'NSP', metric: 'seizures', basis: 'seized_in_port' } as const;
    const [total] = answered(joint(counted.observations.where(asked))).totals;
    expect(total?.reported).toEqual({ lowest: 31, likely: null, highest: null });
    expect(total?.causes.at(-1)?.text.nl).toContain(
      'Niet opgeteld: de gegevens verschillen (telregel: ',
    );
    await counted.close();
  });

  test('keeps the years asked for, and shows one without figures as none', () => {
    const { totals } = answered(joint(inPort().where({ from: 2022, to: 2024 })));
    expect(totals.map(({ period, status }) => [period, status])).toEqual([
      ['2022', 'partial'],
      ['2023', 'partial'],
      ['2024', 'none'],
    ]);
  });

  test('an end within a year is no year', () => {
    expect(joint(inPort().where({ from: '2022-03' }))).toMatchObject(
      refusal('Totals are by whole years, and "2022-03" lies within one. Write the year: 2022.'),
    );
  });

  test('of figures that are all of months is by month, as `ask` has it, and by year where that is said', async () => {
    const month = (at: number, value: number) =>
      claim(2026, value, {
        id: `month ${at}`,
        wording: 'exact',
        freq: 'M',
        periodStart: `2026-0${at}-01`,
        periodEnd: parsePeriod(`2026-0${at}`).end,
      });
    const monthly = await pictureOf(
      [3, 5, 8, 9, 12, 15, 7].map((value, at) => month(at + 1, value)),
    );
    const selection = monthly.observations.where({ place: 'NLVLI', substance: 'COC' });
    const { totals } = answered(joint(selection));
    expect(totals.map(({ period }) => period.slice(0, 7))).toEqual(
      [1, 2, 3, 4, 5, 6, 7].map((at) => `2026-0${at}`),
    );
    expect(answered(joint(selection, { by: 'quarter' })).totals).toHaveLength(3);
    const yearly = answered(joint(selection, { by: 'year' }));
    expect(yearly.totals.map(({ period }) => period)).toEqual(['2026']);
    // The picture is of 30 June 2026: July is not over, and is in no series.
    const shown = JSON.stringify(answered(joint(selection)).outputs());
    expect(shown).toContain('still running');
    const series = trend(selection);
    expect(!isRefused(series) && series.series.points.map(({ period }) => period)).toEqual(
      [1, 2, 3, 4, 5, 6].map((at) => `2026-0${at}`),
    );
    const byYear = trend(selection, { by: 'year' });
    expect(!isRefused(byYear) && byYear.series.points).toEqual([]);
    await monthly.close();
  });

  test('of one port is that port alone', () => {
    const { totals } = answered(joint(inPort().at('NLVLI').where({ year: 2022 })));
    expect(totals.map(({ status, reported }) => [status, reported.likely])).toEqual([
      ['complete', 4157],
    ]);
  });

  test('the innermost place is meant, whatever the order', () => {
    const orders = [
      picture.observations.at('NSP').at('NLVLI'),
      picture.observations.at('NLVLI').at('NSP'),
    ].map((selection) => joint(selection.where({ substance: 'COC', basis: 'seized_in_port' })));
    expect(orders.map((total) => answered(total).totals[0]?.complex)).toEqual(['NLVLI', 'NLVLI']);
  });

  test('two bases are refused in the words of the guard, or shown apart', () => {
    const mixed = picture.observations.where({ place: 'NSP', substance: 'COC' });
    const refused = joint(mixed);
    expect(refused).toMatchObject({ kind: 'refused', dimension: 'basis' });
    expect(isRefused(refused) && `${refused.reason} ${refused.remedy}`).toMatchInlineSnapshot(
      `"These seven rows have two bases (seized_in_port 6, entered_via_port 1). A sum would count seizures that were not made here. Choose one: \`.where({ basis: 'seized_in_port' })\`, or show both: \`{ by: ['year', 'basis'] }\`."`,
    );
    const apart = answered(joint(mixed, { by: ['year', 'basis'] }));
    expect(new Set(apart.totals.map(({ basis }) => basis))).toEqual(
      new Set(['entered_via_port', 'seized_in_port']),
    );
  });

  test('what was published by a day leaves out later claims, and says so', () => {
    const total = answered(joint(inPort().where({ publishedBy: '2022-12' })));
    expect(total.totals).toEqual([]);
    expect(total.leftOut).toBe(claims.length);
    expect(answered(joint(inPort())).leftOut).toBe(0);
  });

  test('without a place there is no total', () => {
    expect(joint(picture.observations.where({ substance: 'COC' }))).toMatchObject(
      refusal("A joint total is of a place. Name it, for example `.where({ place: 'NSP' })`."),
    );
  });

  test('two places that share nothing are a wrong question', () => {
    expect(joint(inPort().at('NLVLI').at('BEGNE'))).toMatchObject(
      refusal('Nothing lies in both place NLVLI and place BEGNE.'),
    );
  });
});

describe('a refusal', () => {
  test('is a value that is handed on, until someone needs the answer', () => {
    const refused = joint(picture.observations.where({ place: 'NSP', substance: 'COC' }));
    expect(() => answered(refused)).toThrow(RefusalError);
  });

  test('of the guard is shown in the language of the picture, with the calls of its remedy', async () => {
    const dutch = await open(picture.folder, { language: 'nl' });
    const refused = joint(dutch.observations.where({ place: 'NSP', substance: 'COC' }));
    const shown = JSON.stringify(isRefused(refused) && refused.outputs());
    expect(shown).toContain(
      'Niet opgeteld: de gegevens verschillen (grondslag: in de haven in beslag genomen 6, via de haven binnengekomen 1).',
    );
    expect(shown).toContain("where({ basis: 'seized_in_port' })");
    expect(shown).not.toMatch(/These seven rows|Choose one/);
    expect(isRefused(refused) && refused.reason).toContain('These seven rows');
    await dutch.close();
  });

  test('of a changing row names the ports and the calls', () => {
    const refused = trend(inPort());
    expect(isRefused(refused) && `${refused.reason} ${refused.remedy}`).toMatchInlineSnapshot(
      `"The ports in the sum change (2020 NLVLI, 2021 NLVLI, 2022 BEGNE+NLVLI, 2023 NLVLI). A port that begins to report would look like a rise. Ask for the trend of one port: \`.at('BEGNE')\` or \`.at('NLVLI')\`."`,
    );
  });
});

describe('trend', () => {
  test('of one port is answered', () => {
    const { finding } = answered(trend(inPort().at('NLVLI')));
    expect([finding.n, finding.details.verdict]).toEqual([4, 'no_conclusion']);
  });

  test('across a break that the source declares is refused', async () => {
    const series = [2000, 2001, 2002, 2003].map((year) =>
      claim(year, 100, { place: 'BE', basis: 'seized_in_territory', agencies: ['BE_POL'] }),
    );
    const belgium = await pictureOf(series);
    const refused = trend(belgium.observations.where({ place: 'BE', substance: 'COC' }));
    expect(refused).toMatchObject({ kind: 'refused', dimension: 'break' });
    await belgium.close();
  });

  test('of a statistic is of its rows, and refused where they are not alike', async () => {
    const offences = [2016, 2017, 2018, 2019, 2020].map((year, at) =>
      claim(year, 100 + at, {
        metric: 'offences',
        stat: 'count',
        unit: 'offence',
        substance: null,
        offence: 'ICCS0601',
        place: 'NL',
        basis: 'recorded',
      }),
    );
    const other = claim(2021, 7, {
      metric: 'offences',
      stat: 'count',
      unit: 'offence',
      substance: null,
      offence: 'ICCS0401',
      place: 'NL',
      basis: 'recorded',
    });
    const recorded = await pictureOf([...offences, other]);
    const all = recorded.observations.where({ place: 'NL', metric: 'offences' });
    expect(answered(trend(all.where({ offence: 'ICCS0601' }))).finding.n).toBe(5);
    expect(trend(all)).toMatchObject({ kind: 'refused', dimension: 'offence' });
    await recorded.close();
  });
});

describe('events', () => {
  test('are totalled once, and a row left out makes its file partial', async () => {
    const events = await pictureOf(
      [],
      [seizure(), seizure({ id: 's2', date: '2022-05-01', quantity: 40 })],
    );
    const finds = events.seizures.where({ place: 'NLVLI', substance: 'COC' });
    expect(answered(joint(finds)).totals[0]?.reported.likely).toBe(256);
    expect(answered(joint(finds)).totals[0]?.status).toBe('complete');
    const large = answered(joint(finds.filter(({ quantity }) => (quantity ?? 0) > 100)));
    expect(large.totals[0]?.members[0]).toMatchObject({
      state: 'finds_only',
      // Nobody says whether the 216 kg are net: a tenth may be packing.
      lowest: 194.4,
    });
    expect(large.leftOut).toBe(1);
    await events.close();
  });
});

test('why leads to file, line, column and raw cell', async () => {
  const found = answered(await why(picture, 'NSP cocaine 2022'));
  const lines = found.why.lines.flatMap(({ role, origins }) =>
    origins.map(({ file, line, raw }) => [role, file, line, raw]),
  );
  expect(lines).toContainEqual(['governing', 'claims.csv', 2, '4157']);
  expect(lines).toContainEqual(['absorbed', 'claims.csv', 2, '3900']);
});
