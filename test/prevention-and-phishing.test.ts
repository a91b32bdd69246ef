import { describe, expect, test } from 'vitest';
import { samenbeeld } from './one-process.ts';
import { phishing, prevention } from './pictures.ts';

/** The printed lines of an answer in English, its blanks evened. */
async function lines(picture: string, ...asked: readonly string[]): Promise<readonly string[]> {
  const { stdout, code } = await samenbeeld(['ask', picture, ...asked, '--language', 'en']);
  expect(code).toBe(0);
  return stdout.split('\n').map((line) =>
    line
      .trim()
      .replace(/\s{2,}/gu, ' | ')
      .replaceAll('\u00a0', ' '),
  );
}

const starting = (printed: readonly string[], head: string): readonly string[] =>
  printed.filter((line) => line.startsWith(head));

describe('cocaine in wastewater', () => {
  test('the levels of 2024, a site each', async () => {
    const printed = await lines(prevention, 'wastewater', '--substance', 'COC', '--from', '2024');
    const levels = printed.flatMap((line) => {
      const [site = '', , level] = line.split(' | ');
      return level !== undefined && /\d$/u.test(level) && site !== 'site' ? [[site, level]] : [];
    });
    expect(levels).toEqual([
      ['Antwerpen-Zuid', '1,997'],
      ['Amsterdam', '1,206'],
      ['Brussel-Bruxelles', '1,186'],
      ['Rotterdam', '973'],
      ['Groningen', '933'],
      ['Eindhoven', '810'],
      ['Utrecht', '689'],
      ['Luxembourg-Ville', '499'],
      ['Zwolle', '493'],
    ]);
  });

  test('a year is set against the one before it over the same sites only, and no country has a figure', async () => {
    const printed = (await lines(prevention, 'wastewater', '--substance', 'COC')).join('\n');
    expect(printed).toContain(
      'Against 2023, over the 6 sites with both years only: higher at 3 (Antwerpen-Zuid from 1,722 to 1,997,',
    );
    expect(printed).not.toContain('Groningen from');
    expect(printed).toContain('measured in every year from 2011 to 2024: 3 of 24');
    const country = await lines(prevention, 'wastewater', '--place', 'LU', '--substance', 'COC');
    expect(country.join('\n')).toContain('No site has both 2023 and 2024');
    const total = await samenbeeld([
      ...['ask', prevention, 'total', '--place', 'BE', '--metric', 'wastewater_load'],
      ...['--language', 'en'],
    ]);
    expect(total.code).toBe(1);
    expect(total.stdout).toContain('are not added');
  });

  test('a town that is a port elsewhere is the site here', async () => {
    const printed = await lines(
      ...([prevention, 'wastewater', '--place', 'Rotterdam', '--substance', 'COC'] as const),
    );
    expect(starting(printed, 'Rotterdam')).toEqual(['Rotterdam | Netherlands | 973 | 1,088']);
  });
});

test('extractors: the prosecution and the seaport police are two counts, and half a year is no year', async () => {
  const printed = await lines(prevention, 'counting-rules', '--place', 'NLRTM');
  expect(starting(printed, 'extractors arrested')).toEqual([
    'extractors arrested in the port | 2023 | 452 | – | Public Prosecution Service (Netherlands), 17 January 2024',
    'extractors arrested in the port | first half of 2023 | 217 | not compared with 2022: not the same part of the year | Seaport Police (Netherlands), January 2024',
    'extractors arrested in the port | 2022 | 251 | – | Seaport Police (Netherlands), January 2024',
  ]);
  expect(starting(printed, 'extractors under 18')).toEqual([
    'extractors under 18 arrested | 2023 | 64 | – | Public Prosecution Service (Netherlands), 17 January 2024',
  ]);
  expect(starting(printed, 'share of minors').map((line) => line.split(' | ')[2])).toEqual([
    '15%',
    '8%',
  ]);
  // More than five times as many as in 2022 is fewer than 13 then; 8 per cent of 251 is 19 to 21.
  expect(64 / 5).toBeLessThan(0.075 * 251);
  const nothing = await lines(prevention, 'counting-rules', '--place', 'NLVLI');
  expect(nothing.join('\n')).toContain(
    'Of this the picture holds no figure with a counting rule of its own',
  );
});

describe('phishing', () => {
  test('28 or 27 cases and then 1,310 or 1,324 are not called a rise', async () => {
    const printed = await lines(phishing, 'counting-rules', '--place', 'LU');
    expect(starting(printed, 'cases of phishing')).toEqual([
      'cases of phishing according to ministers | 2023 | 1,310 / 1,324 | not compared with 2020: nothing is known of the time between | agency not stated, 2024',
      'cases of phishing according to ministers | 2020 | 28 / 27 | – | agency not stated, 2024',
    ]);
    const trend = await lines(
      ...([phishing, 'trend', '--place', 'LU', '--metric', 'fraud_cases'] as const),
      ...['--code', 'lu-cases', '--unit', 'case'],
    );
    expect(trend.join('\n')).toContain('no conclusion possible');
    expect(trend.join('\n')).not.toMatch(/rising|growth|seized/u);
  });

  test('losses of the banks: no line over the break of 2020, and one within it', async () => {
    const printed = await lines(phishing, 'counting-rules', '--place', 'BE', '--metric', 'losses');
    const verdicts = starting(printed, 'losses by phishing').map((line) =>
      line.split(' | ').slice(1, 4).join(' | '),
    );
    expect(verdicts).toEqual([
      '2022 | almost 40 million euros | higher than 25 million euros (2021)',
      '2021 | 25 million euros | lower than 34 million euros (2020)',
      '2020 | 34 million euros | not compared with 2019: break: Banks count transactions instead of cases from 2020, and the losses go with that count',
      '2019 | 7.5 million euros | not compared with 2018: words or rounding leave open which is higher',
      '2018 | 8 million euros | –',
    ]);
    const trend = await lines(
      ...([phishing, 'trend', '--place', 'BE', '--metric', 'losses'] as const),
    );
    expect(trend.join('\n')).toContain('the series crosses a declared break');
  });

  test('victims, cases and transactions are three rules; reports with and without the e-mail check two', async () => {
    const cases = await lines(
      ...([phishing, 'counting-rules', '--place', 'BE', '--metric', 'fraud_cases'] as const),
    );
    expect(cases.filter((line) => / \| (?:9,700|12,432|67,000) \| – \| /u.test(line))).toHaveLength(
      3,
    );
    const desk = await lines(phishing, 'counting-rules', '--agency', 'NL_FHD');
    expect(starting(desk, 'reports of all fraud, with the').map((line) => line.split(' | ')[2]))
      // The desk with its e-mail check.
      .toEqual(['about 500,000', '530,000']);
    expect(
      starting(desk, 'reports of all fraud, without').map((line) => line.split(' | ')[2]),
    ).toEqual(['63,469', 'over 57,000', 'over 51,000']);
    const { code, stderr } = await samenbeeld([
      ...['ask', phishing, 'total', '--place', 'NL', '--metric', 'reports', '--language', 'en'],
    ]);
    expect(code).toBe(2);
    expect(stderr).toContain('what differs is not added');
  });
});
