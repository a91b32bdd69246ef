import { describe, expect, test } from 'vitest';
import { samenbeeld } from './one-process.ts';
import { post } from './pictures.ts';

/** The printed lines of an answer in English on what was seized in post, its blanks evened. */
async function lines(answer: string, ...options: readonly string[]): Promise<readonly string[]> {
  const { stdout, code } = await samenbeeld([
    ...['ask', post, answer, '--basis', 'seized_in_post', '--language', 'en'],
    ...options,
  ]);
  expect(code).toBe(0);
  return stdout.split('\n').map((line) => line.trim().replace(/\s{2,}/gu, ' | '));
}

async function total(place: string, substance: string, unit: string): Promise<readonly string[]> {
  const metric = unit === 'kg' ? 'quantity' : 'seizures';
  const asked = ['--place', place, '--substance', substance, '--metric', metric, '--unit', unit];
  return lines('total', ...asked);
}

describe('finds, items and letters of the Netherlands', () => {
  test('the three counts of 2021 stand each in a row of its own, and none is the sum of others', async () => {
    const finds = await total('NL', 'ALL', 'seizure');
    const items = await total('NL', 'ALL', 'consignment');
    const synthetic = await total('NL', 'SYNTH', 'letter');
    const of2021 = (printed: readonly string[]) =>
      printed.filter((line) => line.startsWith('2021'));
    // Finds are of letter post alone, so they are a lower limit of all post.
    expect(of2021(finds)[0]).toMatch(
      /^2021 \| 15,450 \| – \| – \| 15,450 \| – \| partial \| .*“outgoing letter post”/u,
    );
    expect(of2021(synthetic)[0]).toMatch(
      /^2021 \| 15,000 \| – \| – \| 15,000 \| – \| partial \| .*“letter post”/u,
    );
    // The count to 12 December is a floor of the year; letters with synthetic drugs are of another unit and add nothing to it.
    expect(of2021(items)).toEqual([
      expect.stringMatching(/^2021 \| 12,712 \| – \| – \| 12,712 \| – \| partial /u),
    ]);
  });

  test('a unit that the name of the count says is said once, and parts of the post in the reader’s words', async () => {
    const finds = await total('NL', 'ALL', 'seizure');
    const items = await total('NL', 'ALL', 'consignment');
    const caption = 'Netherlands, all drugs, seized in post and courier items, number of seizures';
    expect(finds).toContain(caption);
    expect(items).toContain(`${caption}, consignments`);
    const { stdout } = await samenbeeld([
      ...['ask', post, 'total', '--place', 'NL', '--substance', 'ALL', '--unit', 'seizure'],
      ...['--metric', 'seizures', '--basis', 'seized_in_post', '--language', 'nl'],
    ]);
    expect(stdout).toContain('alleen een deel ervan geteld (uitgaande briefpost)');
    expect(stdout).not.toContain('letter post');
  });

  test('finds end in 2022, items in 2024: no figure moves from one unit to the other', async () => {
    const finds = await total('NL', 'ALL', 'seizure');
    const items = await total('NL', 'ALL', 'consignment');
    const years = (printed: readonly string[]) =>
      printed
        .filter((line) => /^\d{4} .*(?:complete|partial)/u.test(line))
        .map((line) => line.slice(0, 4));
    expect(years(finds)).toEqual(['2020', '2021', '2022']);
    expect(years(items)).toEqual(['2020', '2021', '2022', '2023', '2024']);
    expect(items.find((line) => line.startsWith('2024'))).toBe(
      '2024 | 13,700 | – | – | 13,700 | – | partial | Netherlands: only a part of it is counted (“letters and letter parcels”), so at least 13,700',
    );
  });
});

describe('Belgium', () => {
  test('findings of Brussels Airport, of which eleven months are no year', async () => {
    const airport = await total('BEZAV', 'ALL', 'seizure');
    expect(airport).toContain('2021 | 1,692 | 1,692 | 1,692 | 1,692 | 1,692 | complete | –');
    expect(airport.find((line) => line.startsWith('2022'))).toMatch(/^2022 \| 967 \| – \| – /u);
    const country = await total('BE', 'ALL', 'seizure');
    expect(country.find((line) => line.startsWith('2021'))).toContain(
      'only a part of it is reported (Zaventem), so at least 1,692',
    );
    const parcels = await total('BE', 'ALL', 'consignment');
    expect(parcels.find((line) => line.startsWith('2023'))).toMatch(/^2023 \| 282 \| – \| – /u);
  });

  test('khat is asked by itself', async () => {
    const khat = await total('BE', 'KHAT', 'kg');
    const floors = ['2018', '2022', '2023'].map(
      (year) => khat.find((line) => line.startsWith(year))?.split(' | ')[1],
    );
    expect(floors).toEqual(['1,565', '4,871.46', '285']);
  });

  test('synthetic drugs of eleven months at one airport are more than those of the country and year', async () => {
    const printed = await lines(
      'contradictions',
      ...['--place', 'BE', '--substance', 'SYNTH', '--metric', 'quantity', '--unit', 'kg'],
    );
    expect(printed.join('\n')).toContain('115 kg ↔ almost 270 kg, synthetic drugs');
  });
});

test('Germany’s two years are never divided, and French cases stand apart', async () => {
  const asked = ['--place', 'DEA', '--substance', 'ALL', '--metric', 'seizures'];
  // No year has letters of its own: the two years stand beside, and nothing is answered.
  const { code, stdout } = await samenbeeld([
    'ask',
    post,
    'not-added',
    ...asked,
    '--unit',
    'letter',
    '--language',
    'en',
  ]);
  expect(code).toBe(1);
  expect(stdout).toMatch(/over 11,000 letters +Covers a longer period/u);
  // Parcels of one week are no letters, and neither are items.
  const parcels = await total('DEA', 'ALL', 'parcel');
  expect(parcels.join('\n')).toMatch(/^2024 \| 50 \| – \| – \| 50 /mu);
  const cases = await total('FR', 'ALL', 'case');
  expect(
    cases.filter((line) => /^202[01] /u.test(line)).map((line) => line.split(' | ')[1]),
  ).toEqual(['7,328', '11,703']);
});

test('Luxembourg: none of 715 parcels scanned is a rate with its interval, and what dogs checked stands apart', async () => {
  const { stdout, code } = await samenbeeld([
    ...['ask', post, 'rate', '--place', 'LU', '--metric', 'seizures', '--per', 'controls'],
    ...['--language', 'en'],
  ]);
  expect(code).toBe(0);
  const printed = stdout.split('\n').map((line) => line.trim().replace(/\s{2,}/gu, ' | '));
  // SciPy 1.16: beta.ppf(0.975, 1, 715) is 0.00515; of 2,500, the fewest that "about 3,000" can be, 0.00147.
  const undated =
    'one morning; its date is not printed, so the days are the widest that can hold it';
  expect(printed).toContain(
    `January 2000 – June 2026 | 715 | 0 | 0.0 | 0.0–5.1 | claim not sure; ${undated}`,
  );
  expect(printed).toContain(
    `January 2000 – June 2026 | about 3,000 | 0 | 0.0 | 0.0–1.5 | stands beside: the number is not given exactly; claim not sure; ${undated}`,
  );
  expect(printed).toContain(
    'Luxembourg, all drugs, by scanner, parcels with a find per 1,000 parcels checked',
  );
  // Dogs and scanners are different ways: never 715 and 3,000 together.
  expect(stdout).not.toContain('3,715');
});
