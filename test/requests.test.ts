import { languages, type Text } from '@samenbeeld/schema';
import { describe, expect, test } from 'vitest';
import { samenbeeld, samenbeeldJson } from './one-process.ts';
import { hazeldonk, money, post, published, transit } from './pictures.ts';
import { reportText } from './report-text.ts';

interface Row {
  readonly shown: Text;
  readonly url?: string;
}

/** The cells of a table of an answer, a line a row. */
async function rowsOf(
  picture: string,
  ...asked: readonly string[]
): Promise<readonly (readonly Row[])[]> {
  const { blocks } = await samenbeeldJson<{
    readonly blocks: readonly { readonly kind: string; readonly rows?: readonly Row[][] }[];
  }>(['ask', picture, ...asked]);
  return blocks.flatMap(({ rows = [] }) => rows);
}

const english = (rows: readonly (readonly Row[])[]): readonly string[] =>
  rows.map((row) =>
    row
      .slice(0, 2)
      .map(({ shown }) => shown.en)
      .join(': '),
  );

describe('what North Sea Port does not know', () => {
  // By hand, from the pages that are cited: what nobody printed, and what two pages print differently.
  const byHand = [
    'HARC team: The full figure of 2018–2025: Terneuzen',
    'Belgian Customs and Excise: The full figure of 2018, 2020, 2021 and 2023–2025: Ghent',
    'HARC team: The full figure of 2018 and 2019: Vlissingen',
    'Public Prosecution Service (Netherlands): Vlissingen, 2021',
    'HARC team: Vlissingen, 2023',
    'HARC team and Dutch Customs: Vlissingen, 2024',
    'HARC team: How does this fit together? Terneuzen + Vlissingen: at least 11,500',
    'Belgian Customs and Excise: What was checked and scanned, by year and place, 2018–2025: Ghent',
    'Dutch Customs: What was checked and scanned, by year and place, 2018–2025: Terneuzen and Vlissingen',
    'Belgian Customs and Excise: The exact number of 2019: Ghent',
  ];

  test('is asked once each, and nothing else is', async () => {
    const found = english(await rowsOf(published, 'requests'));
    expect(found.map((line, at) => line.slice(0, byHand[at]?.length))).toEqual(byHand);
  });

  test('carries the page on which the figures of Vlissingen in 2023 stand, and what the answer would settle', async () => {
    const rows = await rowsOf(published, 'requests', '--place', 'NLVLI');
    const row = rows.find(([, what]) => what?.shown.en.startsWith('Vlissingen, 2023'));
    expect(row?.[1]?.shown.en).toContain(
      'about 11,500 kg (HARC team, January 2024) ↔ almost 15,000 kg',
    );
    // 11,450 to 15,000.
    expect(row?.[2]?.shown.en).toBe('narrows the range of this place by 3,550 kg');
    expect(row?.[3]?.url).toMatch(/^https:\/\/pledgetimes\.com\//u);
  });

  test('ends the report, in four languages', () => {
    const report = reportText(`${published}/report.html`);
    for (const title of [
      'Informatieverzoeken',
      'Demandes d’information',
      'Informationsersuchen',
      'Requests for information',
    ])
      expect(report).toContain(title);
  });
});

test.each([
  ['hazeldonk', hazeldonk, 'persons checked of the same actions'],
  ['source-and-transit', transit, 'The full figure of 2025: Belgium'],
  [
    'post-and-courier',
    post,
    'consignments (known: 2020, 2023 and 2024: only a part of what is counted; 2021: single finds only; 2022: only first half of 2022)',
  ],
  ['follow-the-money', money, 'One year by both counting rules: Netherlands'],
])('%s asks for what it lacks, nothing twice', async (_name, picture, lacked) => {
  const rows = await rowsOf(picture, 'requests');
  const found = english(rows);
  expect(found.some((line) => line.includes(lacked))).toBe(true);
  expect(new Set(found).size).toBe(found.length);
  expect(found.length).toBeLessThan(25);
  for (const row of rows)
    for (const { shown } of row)
      for (const language of languages) expect(shown[language]).not.toMatch(/undefined|NaN|\{/u);
});

describe('contradictions of what nobody asks', () => {
  test('stand in an annex of North Sea Port, and none of them in its chapters', async () => {
    const { stdout } = await samenbeeld(['ask', published, 'sources', '--language', 'en']);
    const [own = '', beyond = ''] = stdout.split('Published figures that differ, and why').slice(1);
    const placesOf = (part: string): readonly string[] => [
      ...new Set(
        part
          .split('\n')
          .slice(2)
          .flatMap((line) => /^ {2}(\S.*?) \d{4} /u.exec(line)?.[1] ?? []),
      ),
    ];
    const ofPort = placesOf(own.split('Declared breaks')[0] ?? '');
    expect(ofPort).toEqual(['Vlissingen', 'ports in Zeeland and West Brabant']);
    expect(placesOf(beyond)).toEqual([
      ...['Belgium', 'Antwerp', 'Luxembourg', 'Netherlands', 'Rotterdam'],
    ]);
  });

  test('are twenty pairs of sixteen figures, of which ten are to decide and three count apart', async () => {
    const { stdout } = await samenbeeld(['ask', published, 'sources', '--language', 'en']);
    const beyond = stdout.split('Published figures that differ, and why')[2] ?? '';
    const pairs = beyond.split('\n').flatMap((line) => {
      const [, about, figures] = /^ {2}(\S.*? \d{4}) {2,}(.+? ↔ .+?) {2,}/u.exec(line) ?? [];
      if (!about || !figures) return [];
      return [
        {
          figure: `${about}, ${figures.split(/kg, /u).at(-1)}`,
          isOpen: /to decide\s*$/u.test(line),
        },
      ];
    });
    expect(pairs).toHaveLength(20);
    expect(new Set(pairs.map(({ figure }) => figure)).size).toBe(16);
    expect(new Set(pairs.flatMap(({ figure, isOpen }) => (isOpen ? [figure] : []))).size).toBe(10);
  });

  test('show their figures also in a picture that asks nothing', async () => {
    const { stdout } = await samenbeeld(['ask', hazeldonk, 'sources', '--language', 'en']);
    expect(stdout).toMatch(/Hazeldonk .* 2022 +8 kg ↔ over 48 kg, herbal cannabis/u);
  });
});

test('half-years that were published stand beside the years of Vlissingen', async () => {
  const { stdout } = await samenbeeld(['ask', published, 'development', '--language', 'en']);
  const [, halves = ''] = stdout.split('by half-year, by place');
  expect(halves).toMatch(/first half of 2022 .* about 2,200/u);
  expect(halves).toMatch(/first half of 2023 .* about 3,000/u);
  expect(halves).not.toMatch(/^ {2}20\d\d /mu);
});

test('the share of Vlissingen among its neighbours, with each choice of them', async () => {
  const rows = await rowsOf(published, 'displacement', '--beside', 'NLRTM,BEANR');
  // 7,292 of 7,292 + 11,466; and 8,939 to 9,650 beside 25,900 of Rotterdam.
  expect(rows.map((row) => row.map(({ shown }) => shown.en).slice(0, 2))).toContainEqual([
    ...['2025', '39%'],
  ]);
  const year = rows.find(([period]) => period?.shown.en === '2024');
  expect(year?.[1]?.shown.en).toBe('26%–27%');
});

test('origins are kilograms as published, apart from what was seized abroad', async () => {
  const rows = english(await rowsOf(transit, 'published', '--basis', 'came_from'));
  const origins = rows.filter((row) => row.includes(' kg'));
  expect(origins).toHaveLength(5);
  expect(origins[2]).toBe(
    'Ecuador, first half of 2020: 10,700 kg: seized in Antwerp; origin as customs use the word',
  );
  const abroad = english(await rowsOf(transit, 'single-finds', '--basis', 'seized_abroad'));
  expect(abroad).toHaveLength(6);
  expect(
    abroad.every((line) => /: bound for (?:Antwerp|Belgium|the Netherlands)$/u.test(line)),
  ).toBe(true);
});

describe('a map of countries abroad', () => {
  const asked = async (...args: readonly string[]): Promise<readonly string[]> =>
    (await samenbeeld(['ask', transit, ...args, '--language', 'en'])).stdout.split('\n');

  test('has the finds of the days asked, each by itself', async () => {
    const all = await asked('single-finds', '--basis', 'seized_abroad');
    expect(all[2]).toBe('Cocaine, seized abroad, 1 October 2020 – 8 April 2025');
    expect(all[3]).toMatch(
      /^ {2}Each circle is one amount, .*\(largest: 7,000 kg\); nothing is added\./u,
    );
    const newest = await asked('single-finds', '--basis', 'seized_abroad', '--from', '2025');
    expect(newest[2]).toBe('Cocaine, seized abroad, 3–8 April 2025');
    expect(newest[3]).toContain('largest: 3,500 kg');
  });

  test('never mixes years, nor what was found in one place with another', async () => {
    const all = await asked('published', '--basis', 'came_from');
    const maps = all.filter((line) => line.includes('by the country it came from'));
    expect(maps).toEqual([
      'Cocaine, seized in Antwerp, by the country it came from, first half of 2020',
    ]);
    const [title, left] = [
      'Cocaine, seized in South America, bound for Antwerp, by the country it came from, first half of 2023',
      (await asked('published', '--basis', 'came_from', '--from', '2023', '--to', '2023-06')).join(
        '\n',
      ),
    ];
    expect(left).toContain(title);
    expect(left).toContain('Hatched: named, without an amount.');
    expect(left).toMatch(/Panama, first half of 2023 .* named as where most of it left/u);
  });

  test('is not there where no figure is of a country abroad', async () => {
    const home = await asked('published', '--place', 'BEANR');
    expect(home.join('\n')).not.toContain('Natural Earth');
  });
});
