import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { samenbeeld, samenbeeldJson } from './one-process.ts';
import { assets } from './pictures.ts';

/** The printed lines of an answer in English, its blanks evened. */
async function lines(...options: readonly string[]): Promise<readonly string[]> {
  const { stdout, code } = await samenbeeld(['ask', assets, ...options, '--language', 'en']);
  expect(code).toBe(0);
  return stdout.split('\n').map((line) => line.trim().replace(/\s{2,}/gu, ' | '));
}

/** The rows of each table of an answer, by its caption. */
async function tables(place: string): Promise<Readonly<Record<string, readonly string[]>>> {
  const found: Record<string, string[]> = {};
  let caption = '';
  for (const line of await lines('assets', '--place', place)) {
    if (/^\w+, (?:flow|stock|order|sale|collection):/u.test(line))
      caption = line.split(':')[0] ?? '';
    else if (line === '') caption = '';
    else if (caption !== '' && line.includes(' | '))
      found[caption] = [...(found[caption] ?? []), line];
  }
  return found;
}

describe('each country by kind of figure', () => {
  test('Belgium: seized, held in crypto, ordered, sold and paid, each in a table of its own', async () => {
    const belgium = await tables('BE');
    expect(Object.keys(belgium)).toEqual([
      ...['Belgium, flow', 'Belgium, stock', 'Belgium, order'],
      ...['Belgium, sale', 'Belgium, collection'],
    ]);
    expect(belgium['Belgium, flow']?.slice(1, 3)).toEqual([
      'whole | 2023 | over 109 | million euro | –',
      'whole | 2022 | about 115 | million euro | –',
    ]);
    const stock = belgium['Belgium, stock']?.slice(1) ?? [];
    expect(stock.map((line) => line.split(' | ').slice(0, 3))).toEqual([
      ['in crypto-assets', '2025', 'over 23.5'],
      ['in crypto-assets', '31 December 2023', 'about 7'],
    ]);
    expect(belgium['Belgium, collection']?.[1]).toBe(
      'paid to the State | 2023 | about 39.6 | million euro | –',
    );
  });

  test('Luxembourg: 762 and 1,653 files and over 1.42 billion are stocks of a day', async () => {
    const luxembourg = await tables('LU');
    expect(Object.keys(luxembourg)).toEqual([
      'Luxembourg, stock',
      'Luxembourg, sale',
      'Luxembourg, collection',
    ]);
    const stock = luxembourg['Luxembourg, stock'] ?? [];
    expect(stock[1]).toContain('whole | 31 December 2024 | over 1,420 | million euro |');
    expect(stock[1]).toContain('any offence, and perhaps also what is kept for other countries');
    expect(stock).toContain('whole | 31 December 2023 | about 1,000 | million euro | –');
    expect(stock.filter((line) => line.includes('| files |'))).toEqual([
      'whole | 31 December 2024 | 1,653 | files | –',
      'whole | 31 December 2023 | 762 | files | –',
    ]);
    // Two articles print two numbers of one day: both stand there.
    const cash = stock.filter((line) => line.startsWith('in cash'));
    expect(cash.map((line) => line.split(' | ')[2])).toEqual(['about 635,000', 'about 663,000']);
  });

  test('the Netherlands: about 1,000 orders for 450 million, 95 collected, and 1.9 billion held in 2019', async () => {
    const netherlands = await tables('NL');
    expect(netherlands['Netherlands, order']?.slice(1).map((line) => line.split(' | ')[2])).toEqual(
      ['about 450', 'about 1,000'],
    );
    expect(netherlands['Netherlands, collection']?.[1]).toContain('whole | 2023 | about 95 |');
    expect(netherlands['Netherlands, stock']?.[1]).toBe(
      'whole | 31 December 2019 | over 1,900 | million euro | criminal seizure in running cases',
    );
    expect(netherlands['Netherlands, flow']?.[1]).toContain('| 363.5 (provisional) |');
  });
});

test('orders and collection of one year give no rate of recovery, in any language', async () => {
  const asked = [
    'ask',
    assets,
    'rate',
    '--metric',
    'assets_recovered',
    '--per',
    'assets_confiscated',
  ];
  for (const language of ['nl', 'fr', 'de', 'en']) {
    const { code, stdout, stderr } = await samenbeeld([...asked, '--language', language]);
    expect(code).not.toBe(0);
    expect(`${stdout}${stderr}`).not.toMatch(/\d/u);
  }
  const { stderr } = await samenbeeld([...asked, '--language', 'en']);
  expect(stderr).toContain('Not compared: the rows differ (kind of figure of assets)');
  expect(stderr).toContain('only the same cases can be followed from stage to stage');
});

test('the first page says the newest of each country and what nobody published', async () => {
  const { blocks } = await samenbeeldJson<{
    readonly blocks: readonly {
      readonly title: { readonly en: string };
      readonly text: { readonly en: string };
    }[];
  }>(['ask', assets, 'assets-in-short']);
  expect(blocks.map(({ title }) => title.en)).toEqual([
    'Belgium: over 109 million euro seized (2023)',
    'Luxembourg: over 1,420 million euro under seizure or management (31 December 2024)',
    'Netherlands: 363.5 million euro seized (2023)',
  ]);
  expect(blocks[1]?.text.en).toContain(
    'Not found in what is published: what was seized in a year and what was confiscated, or ordered to be.',
  );
});

test('a route that was not looked up is neither absent nor zero', async () => {
  const printed = await lines('confiscation-routes');
  const row = (name: string) => printed.find((line) => line.startsWith(name))?.split(' | ') ?? [];
  // Route, directive, Union law, Belgium, Luxembourg, Netherlands.
  expect(row('Extended')).toEqual([
    ...['Extended', 'Art. 14', '2014/42/EU, 5 (from 4 October 2016)'],
    ...['Sw./C. pén. 43quater', 'not checked here', 'Sr 36e(2)–(3)'],
  ]);
  expect(row('Unexplained wealth').slice(3)).toEqual(Array(3).fill('not checked here'));
  expect(printed.join('\n')).not.toMatch(/\b0\b/u);
});

test('the statistics to fill in are empty, on the page and as data', async () => {
  const printed = await lines('confiscation-statistics');
  const rows = printed.filter((line) => line.includes('not in this picture'));
  expect(rows).toHaveLength(10);
  expect(
    rows.every((line) =>
      line.endsWith('not in this picture | not in this picture | not in this picture'),
    ),
  ).toBe(true);
  const [head, ...empty] = readFileSync(`${assets}/data/confiscation_statistic.csv`, 'utf8')
    .trim()
    .split(/\r?\n/u);
  expect(head).toBe('country,statistic,label,asked_by,unit,year,value');
  expect(empty).toHaveLength(30);
  expect(empty.every((line) => line.endsWith(',,'))).toBe(true);
});
