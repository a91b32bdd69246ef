import { nothingAside, type Observation } from '@samenbeeld/schema';
import { expect, test } from 'vitest';
import { analyse, claimsById } from '../../src/analysis.ts';
import { findSource } from '../../src/find-source.ts';
import type { Held } from '../../src/held.ts';
import { rateScopes } from '../../src/rates/rate-pairs.ts';
import { publishedBlocks } from '../../src/sources/published-chapter.ts';

const part = (id: string, value: number | null, changes: Partial<Observation> = {}): Observation =>
  ({
    ...{ kind: 'observation', id, source: 'table', reference: null, publication: null },
    ...{ stat: 'sum', value, printed: String(value), wording: 'exact', wordingPrinted: null },
    ...{ unit: 'kg', missing: null, status: 'A', extent: 'whole', place: 'LU', placeNote: null },
    ...{ basis: 'seized_in_territory', containsOwn: null, agencies: ['LU_POL'], level: null },
    ...{ substance: 'COC_HCL', offence: null, nationalCode: null, countUnit: null, note: null },
    ...{ definition: null, periodStart: '2022-01-01', periodEnd: '2022-12-31', freq: 'A' },
    ...{ publishedOn: '2024', confidence: 'high', metric: 'quantity' },
    ...{ origin: { file: 'table.csv', line: 2 } },
    ...changes,
  }) as unknown as Observation;

/** A picture of the rows of a table. */
function analysed(observations: readonly Observation[], conservation: readonly object[] = []) {
  const held = {
    ...{ sources: [findSource('published-claims')], seizures: [], inputs: [], money: null },
    ...{ observations, conservation },
  } as unknown as Held;
  const picture = {
    ...{ picture: 'made', asOf: '2026-06-30', seed: 1, twoPersons: false, deciding: [] },
    ...{ report: null, questions: [] },
  };
  return analyse(picture, held, []);
}

/** What is shown of the family of a table. */
function family(...of: Parameters<typeof analysed>) {
  const blocks = publishedBlocks(analysed(...of), {}, 'figures');
  return blocks.flatMap((block) =>
    block.kind === 'table'
      ? block.rows.map((row) => row.map(({ shown }) => shown.en).join(' '))
      : [],
  );
}

test('a family of which a part was put aside or is withheld is shown as a lower limit', () => {
  const figure = { metric: null, unit: null, periodStart: null, periodEnd: null };
  const file = { source: 'table', putAside: [{ ...nothingAside, figure }] };
  const hidden = part('b', null, { substance: 'COC_CRACK', missing: 'suppressed' });
  const one = part('a', 10.5);
  const amounts = [family([one]), family([one], [file]), family([one, hidden])].map(
    ([line = '']) => /: (.*) kg cocaine,/u.exec(line)?.[1],
  );
  expect(amounts).toEqual(['10.5', 'at least 10.5', 'at least 10.5']);
});

test('a year of which the source states that it is not given stands among the figures as such', () => {
  const year = { periodStart: '2021-01-01', periodEnd: '2021-12-31' };
  for (const nationalCode of [null, 'Cocaïne']) {
    const rows = family([
      part('a', 10.5, { nationalCode }),
      part('b', null, { ...year, nationalCode, missing: 'not_reported' }),
    ]);
    expect(rows.filter((row) => /2021.*not reported/u.test(row))).toHaveLength(1);
  }
});

test('what is measured of samples or paid is shown, each row with its drug, level and statistic, as no claim', () => {
  const sample = { metric: 'purity', stat: 'mean', unit: 'pct', substance: 'COC' } as const;
  const price = { ...sample, metric: 'price', unit: 'EUR/1000 tablet' } as const;
  const purities = family([
    part('a', 62, { ...sample, level: 'retail' }),
    part('b', 80, { ...sample, level: 'wholesale' }),
  ]);
  expect(purities).toHaveLength(2);
  expect(purities[0]).toMatch(/^cocaine, retail 2022 62 % /u);
  expect(purities[1]).toMatch(/^cocaine, wholesale 2022 80 % /u);
  const prices = family([
    part('a', 26.000_000_000_001, { ...price, stat: 'min' }),
    part('b', 36, { ...price, stat: 'max' }),
    part('c', 50, { ...price, substance: 'AMF' }),
  ]);
  expect(prices[0]).toMatch(/^cocaine, lowest 2022 26 EUR\/1,000\u00a0tablets /u);
  expect(prices[1]).toMatch(/^cocaine, highest 2022 36 /u);
  expect(prices[2]).toMatch(/^amphetamine 2022 50 /u);
});

test('every answer that takes claims of rows knows what was put aside or is withheld', () => {
  const figure = { metric: null, unit: null, periodStart: null, periodEnd: null };
  const file = { source: 'table', putAside: [{ ...nothingAside, figure }] };
  const hidden = part('b', null, { substance: 'COC_CRACK', missing: 'suppressed' });
  const one = part('a', 10.5);
  const wordings = [analysed([one]), analysed([one], [file]), analysed([one, hidden])].map(
    (analysis) => claimsById(analysis).get('COC a')?.wording,
  );
  expect(wordings).toEqual(['exact', 'floor', 'floor']);
  const counted = part('n', 8, { metric: 'seizures', unit: 'seizure', stat: 'count' });
  const controls = part('c', 90, {
    ...{ metric: 'controls', unit: 'control', stat: 'count', substance: null },
  });
  const asked = { metric: 'seizures', per: 'controls', places: [], from: null, to: null };
  const open = (conservation: readonly object[]) =>
    rateScopes([counted, controls], asked, conservation as Held['conservation']).map(({ pairs }) =>
      pairs.map(({ count }) => [count.substance, count.wording]),
    );
  expect([open([]), open([file])].map(([family]) => family)).toEqual([
    [['COC', 'exact']],
    [['COC', 'floor']],
  ]);
});
