import { addendsText, findConflicts, jointTotals, toClaims } from '@samenbeeld/merge';
import { type Observation, type PutAside, parsePeriod } from '@samenbeeld/schema';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { quote } from '../src/check/phrase.ts';
import { wholeOfParts } from '../src/to-claims.ts';
import { claimOf, claimRow } from './claim-row.ts';

/** A cell of a table about a kind of cocaine in Luxembourg. */
function part(id: string, substance: string, over: Partial<Observation> = {}): Observation {
  return claimRow(id, {
    publication: null,
    source: 'table',
    place: 'LU',
    basis: 'seized_in_territory',
    agencies: ['LU_POL'],
    substance,
    value: 10,
    ...over,
  });
}

/** Values of the family's figures, with their upper ends. */
function families(...rows: readonly Observation[]) {
  return toClaims(rows, { metric: 'quantity', unit: 'kg' })
    .filter(({ substance }) => substance === 'COC')
    .map(({ value, wording, interval, publishedOn }) => [
      value,
      wording,
      interval.high === null ? 'open' : 'closed',
      publishedOn,
    ]);
}

describe('a total of all drugs', () => {
  const asked = { complex: 'LU', basis: 'seized_in_territory', metric: 'quantity', unit: 'kg' };
  const why = (rows: readonly Observation[], substance = 'ALL') =>
    jointTotals(rows, { ...asked, substance, years: [2022] }).totals[0]?.causes[0]?.text;
  const [herb, resin] = [
    part('a', 'CAN_HERB', { value: 40, wording: 'exact' }),
    part('b', 'CAN_RESIN', { value: 10, wording: 'exact' }),
  ];

  it('calls no drug the only one where others are reported, and names the parts of the largest', () => {
    const found = why([herb, resin, part('c', 'COC', { value: 2 })]);
    expect(found?.en).toBe(
      'Luxembourg: reported by kind of drug only, not for all of them together; the highest figure (herbal cannabis + cannabis resin) gives at least 50',
    );
    expect(found?.nl).toContain('alleen per soort drug gemeld');
    expect(why([herb, part('c', 'COC', { value: 2 })])?.fr).toContain('(marijuana) donne');
  });

  it('says that a drug is the only one where it is', () => {
    expect(why([herb])?.en).toBe('Luxembourg: only herbal cannabis is reported, so at least 40');
    expect(why([herb, resin])?.en).toContain('only herbal cannabis + cannabis resin is reported');
  });
});

describe('the parts of a family in a table', () => {
  it('make its figure', () => {
    expect(families(part('a', 'COC_HCL'), part('b', 'COC_CRACK', { value: 2 }))).toEqual([
      [12, 'unmarked', 'closed', '2023-01'],
    ]);
  });

  it('make none of what is left where the table tells one kind in two rows of its own codes', () => {
    const coded = (id: string, nationalCode: string) => part(id, 'COC_HCL', { nationalCode });
    expect(
      families(coded('a', 'powder'), coded('b', 'paste'), part('c', 'COC_CRACK', { value: 2 })),
    ).toEqual([]);
  });

  it('are added within one release only', () => {
    const later = { publishedOn: '2024-01' };
    expect(
      families(
        part('a', 'COC_HCL'),
        part('b', 'COC_CRACK', { value: 2 }),
        part('c', 'COC_HCL', { value: 11, ...later }),
        part('d', 'COC_CRACK', { value: 3, ...later }),
      ).sort(),
    ).toEqual([
      [12, 'unmarked', 'closed', '2023-01'],
      [14, 'unmarked', 'closed', '2024-01'],
    ]);
  });

  it.each(['suppressed', 'below_threshold', 'pending', 'not_reported'] as const)(
    'are a floor where one of them is %s',
    (missing) => {
      const hidden = part('b', 'COC_CRACK', { value: null, missing });
      expect(families(part('a', 'COC_HCL'), hidden)).toEqual([[10, 'floor', 'open', '2023-01']]);
    },
  );

  const aside = (over: Partial<PutAside> = {}, of: Partial<PutAside['figure']> = {}) => {
    const row = {
      ...{ place: 'LU', basis: 'seized_in_territory', substance: 'COC_CRACK' },
      ...{ date: null, datePrecision: null, dateRole: null },
      ...over,
      figure: {
        ...{ metric: 'quantity', unit: 'g' },
        ...{ periodStart: '2022-01-01', periodEnd: '2022-12-31', ...of },
      },
    };
    const files = [{ source: 'table', putAside: [row] }];
    const { totals } = jointTotals([part('a', 'COC_HCL', { wording: 'exact' })], {
      ...{ complex: 'LU', substance: 'COC', basis: 'seized_in_territory', metric: 'quantity' },
      ...{ unit: 'kg', years: [2022], files },
    });
    return [totals[0]?.status, totals[0]?.total.atLeast, totals[0]?.total.atMost];
  };

  it.each<[string, Parameters<typeof aside>]>([
    ['was put aside', []],
    ['may be of them', [{ substance: null, place: null, basis: null }]],
    ['is of an unknown drug', [{ substance: 'DRUG_UNSPEC' }]],
    ['is of a town', [{ place: 'LU.COM.Dudelange' }]],
    ['is of unreadable days', [{}, { periodStart: null, periodEnd: null }]],
    ['is the family', [{ substance: 'COC' }]],
  ])('are a floor where one %s', (_, [row, figure]) => {
    expect(aside(row, figure)).toEqual(['partial', 10, null]);
  });

  it.each<[string, Parameters<typeof aside>]>([
    ['drug', [{ substance: 'HER' }]],
    ['place', [{ place: 'NL' }]],
    ['basis', [{ basis: 'seized_in_port' }]],
    ['year', [{}, { periodStart: '2021-01-01', periodEnd: '2021-12-31' }]],
    ['metric', [{}, { metric: 'price' }]],
    ['unit', [{}, { unit: 'tablet' }]],
  ])('are whole where what was put aside is of another %s', (_, [row, figure]) => {
    expect(aside(row, figure)[0]).toBe('complete');
  });

  it('are whole where one does not apply, or is suppressed in another release or year only', () => {
    const none = { value: null, missing: 'suppressed' } as const;
    const rows = [
      part('b', 'COC_CRACK', { value: null, missing: 'not_applicable' }),
      part('c', 'COC_CRACK', { ...none, publishedOn: '2024-01' }),
      part('d', 'COC_CRACK', { ...none, periodStart: '2021-01-01', periodEnd: '2021-12-31' }),
    ];
    expect(families(part('a', 'COC_HCL'), ...rows)).toEqual([
      [10, 'unmarked', 'closed', '2023-01'],
    ]);
  });

  it('make none where they are counted under two rules', () => {
    expect(
      families(
        part('a', 'COC_HCL', { definition: 'weighed' }),
        part('b', 'COC_CRACK', { definition: 'estimated' }),
      ),
    ).toEqual([]);
  });
});

describe('a family of which a part is doubted or provisional', () => {
  it.each([
    ['confidence', { confidence: 'low' }, 'low'],
    ['status', { status: 'P' }, 'AP'],
  ] as const)('is so too: %s', (field, over, expected) => {
    const rows = [part('a', 'COC_HCL'), part('b', 'COC_CRACK', { value: 2, ...over })];
    const claims = toClaims(rows, { metric: 'quantity', unit: 'kg' });
    expect(claims.find(({ substance }) => substance === 'COC')?.[field]).toBe(expected);
  });
});

describe('the parts of a year in a table', () => {
  const asked = {
    ...{ complex: 'LU', substance: 'COC', basis: 'seized_in_territory', metric: 'quantity' },
    ...{ unit: 'kg', years: [2022] },
  };
  const ofPeriod = (code: string, value: number, over: Partial<Observation> = {}): Observation => {
    const { start: periodStart, end: periodEnd, freq } = parsePeriod(code);
    return part(code, 'COC', {
      ...{ periodStart, periodEnd, freq, value, wording: 'exact', publishedOn: null },
      ...over,
    });
  };
  const months = Array.from({ length: 12 }, (_, at) =>
    ofPeriod(`2022-${String(at + 1).padStart(2, '0')}`, at + 0.5),
  );
  const quarters = [10, 20, 30, 40].map((value, at) => ofPeriod(`2022-Q${at + 1}`, value));
  const yearOf = (rows: readonly Observation[]) => {
    const [total] = jointTotals(rows, asked).totals;
    return [total?.status, total?.reported.lowest, total?.reported.likely, total?.reported.highest];
  };
  it.each([
    ['twelve months', months, 72],
    ['four quarters', quarters, 100],
    ['two halves', [ofPeriod('2022-S1', 3), ofPeriod('2022-S2', 4)], 7],
  ])('make it: %s', (_, rows, sum) => {
    expect(yearOf(rows)).toEqual(['complete', sum, sum, sum]);
  });
  it.each([
    ['one is missing', months.slice(1)],
    [
      'one has no value',
      months.map((row, at) =>
        at === 3 ? { ...row, value: null, missing: 'not_reported' as const } : row,
      ),
    ],
    [
      'one follows another rule',
      months.map((row, at) => (at === 3 ? { ...row, definition: 'other' } : row)),
    ],
    [
      'one is of another table',
      months.map((row, at) => (at === 3 ? { ...row, source: 'other' } : row)),
    ],
    ['one is provisional', months.map((row, at) => (at === 11 ? { ...row, status: 'P' } : row))],
    [
      'they were published before the year was over',
      months.map((row) => ({ ...row, publishedOn: '2022-11' })),
    ],
    [
      'they stand in a newspaper',
      months.map((row) => ({ ...row, publication: 'https://example.org/a' })),
    ],
  ])('do not where %s', (_, rows) => {
    expect(yearOf(rows)[0]).toBe('partial');
  });
  const sixes = months.map((row) => ({ ...row, value: 6, printed: '6' }));
  const provisional = { status: 'P' } as const;
  const least = (rows: readonly Observation[]) => {
    const [total] = jointTotals(rows, asked).totals;
    return [total?.status, total?.total.atLeast];
  };
  it.each([
    ['quarters', [...sixes, ...quarters], ['partial', 108]],
    ['a half', [...sixes, ofPeriod('2022-S1', 50)], ['partial', 86]],
    ['a quarter that is less', [...sixes, ofPeriod('2022-Q1', 17)], ['partial', 72]],
    ['months of one quarter only', [...quarters, ...sixes.slice(0, 3)], ['partial', 108]],
    [
      'provisional quarters',
      [...sixes, ...[1, 2, 3, 4].map((at) => ofPeriod(`2022-Q${at}`, 25, provisional))],
      ['partial', 100],
    ],
  ])('do not where other parts of the table say otherwise: %s', (_, rows, floor) => {
    expect(least(rows)).toEqual(floor);
  });
  it.each([
    ['the same', ofPeriod('2022-Q1', 18)],
    ['the same, rounded', ofPeriod('2022-Q1', 20, { wording: 'rounded' })],
    ['so far less', ofPeriod('2022-Q1', 11, provisional)],
  ])('make it beside a quarter that says %s', (_, quarter) => {
    expect(least([...sixes, quarter])).toEqual(['complete', 72]);
  });
  it.each([
    ['2022', 'partial'],
    ['2022-12', 'partial'],
    ['2022-12-30', 'partial'],
    ['2022-12-31', 'complete'],
    ['2023', 'complete'],
    ['2023-01', 'complete'],
  ])(
    'published %s are %s: a year or month of publication is after the last of them',
    (on, status) => {
      expect(least(sixes.map((row) => ({ ...row, publishedOn: on })))[0]).toBe(status);
    },
  );
  const inJune = { publishedOn: '2023-06' } as const;
  const first = sixes.map((row) => ({ ...row, publishedOn: '2023-01' }));
  it.each([
    ['less', ofPeriod('2022-03', 2, inJune), ['partial', 68]],
    ['more', ofPeriod('2022-03', 9, inJune), ['partial', 75]],
    ['the same', ofPeriod('2022-03', 6, inJune), ['complete', 72]],
    ['of another rule', ofPeriod('2022-03', 2, { ...inJune, definition: 'x' }), ['complete', 72]],
  ])(
    'are no year, and no floor, as they were before one was told anew: %s',
    (_, later, expected) => {
      const revised = { ...later, id: 'later' };
      expect(least([...first, revised])).toEqual(expected);
    },
  );
  it('are the year of the later release where it tells them all', () => {
    const later = first.map((row, at) => ({
      ...{ ...row, ...inJune, id: `later ${row.id}` },
      ...(at === 2 && { value: 2, printed: '2' }),
    }));
    expect(yearOf([...first, ...later])).toEqual(['complete', 68, 68, 68]);
  });
  it.each([
    [5, ['partial', 115]],
    [33, ['partial', 143]],
  ])(
    'are no year of an older release where the latest that has them all is told anew: %s',
    (value, expected) => {
      const release = (publishedOn: string, january: number) =>
        months.map((row, at) => {
          const told = at === 0 ? january : 10;
          return {
            ...row,
            id: `${publishedOn} ${row.id}`,
            value: told,
            printed: `${told}`,
            publishedOn,
          };
        });
      const [january] = release('2023-03-15', value);
      const rows = [...release('2023-01-15', 10), ...release('2023-02-15', 22)];
      expect(least(rows)).toEqual(['complete', 132]);
      expect(least([...rows, january as Observation])).toEqual(expected);
    },
  );
  it('told anew, and still provisional, are the least that the later one says', () => {
    const so = { ...provisional, publishedOn: '2022-07' };
    const rows = [
      ofPeriod('2022', 70, so),
      ofPeriod('2022', 60, { ...so, publishedOn: '2022-10' }),
    ];
    expect(least(rows.map((row, at) => ({ ...row, id: `${at}` })))).toEqual(['partial', 60]);
  });
  it('are doubted together where one of them is', () => {
    const wholeOf = (over: Partial<Observation>) => {
      const rows = sixes.map((row, at) => (at === 7 ? { ...row, ...over } : row));
      const claims = toClaims(rows, { metric: 'quantity', unit: 'kg' });
      return wholeOfParts(claims, { start: '2022-01-01', end: '2022-12-31' }).map(
        ({ confidence, status }) => [confidence, status],
      );
    };
    const high = sixes.at(0)?.confidence ?? null;
    expect(wholeOf({})).toEqual([[high, 'A']]);
    expect(wholeOf({ confidence: 'low' })).toEqual([['low', 'A']]);
    expect(wholeOf({ status: 'E' })).toEqual([[high, 'AE']]);
  });
  it('make the same whatever their ids and order', () => {
    const code = fc.constantFrom('2022-S1', '2022-S2', '2022-Q1', '2022-Q3', '2022-Q4', '2022-02');
    const extra = fc.record({
      code,
      value: fc.constantFrom(6, 18, 20, 36, 50),
      status: fc.constantFrom('A', 'P'),
    });
    const rows = fc
      .tuple(
        fc.constantFrom(sixes, quarters, [...sixes, ...quarters]),
        fc.array(extra, { maxLength: 3 }),
      )
      .map(([series, more]) => [
        ...series,
        ...more.map(({ code: at, value, status }) => ofPeriod(at, value, { status })),
      ]);
    const orders = rows.chain((some) =>
      fc.tuple(
        fc.constant(some),
        fc.shuffledSubarray([...some.keys()], { minLength: some.length }),
      ),
    );
    fc.assert(
      fc.property(orders, ([some, order]) => {
        const named = (ids: readonly number[]) =>
          ids.map((id, at) => ({
            ...(some[at] as Observation),
            id: `r${String(id).padStart(2, '0')}`,
          }));
        const first = named([...some.keys()]);
        const other = named(order).reverse();
        expect([yearOf(other), least(other)]).toEqual([yearOf(first), least(first)]);
      }),
      { numRuns: 200 },
    );
  });
  it('say nothing beside the figure that the table gives itself', () => {
    const whole = ofPeriod('2022', 80);
    expect(yearOf([...months, whole])).toEqual(['complete', 80, 80, 80]);
  });
});

describe('a sum that was made here', () => {
  const parts = [
    part('a', 'CAN_HERB', { value: 37.5, wording: 'exact' }),
    part('b', 'CAN_RESIN', { value: 10.1, wording: 'exact' }),
  ] as const;
  const sum = toClaims(parts, { metric: 'quantity', unit: 'kg' }).find(
    ({ substance }) => substance === 'CAN',
  );
  const another = { source: 'another table' };

  it('says of what it is the sum; a published figure says nothing', () => {
    expect(sum && addendsText(sum)?.en.replaceAll('\u00a0', ' ')).toBe(
      '37.5 kg (herbal cannabis) + 10.1 kg (cannabis resin)',
    );
    expect(addendsText(claimOf('c'))).toBeNull();
  });

  it('is quoted as a sum, never as a figure of its service', () => {
    expect(sum && quote(sum).nl.replaceAll('\u00a0', ' ')).toMatch(
      /^"47,6 kg", als som van 37,5 kg \(marihuana\) \+ 10,1 kg \(hasj\) – /,
    );
  });

  it('is no contradiction of its own where a revised part is one', () => {
    const revised = [
      part('d', 'CAN_HERB', { value: 37.9, wording: 'exact', ...another }),
      part('e', 'CAN_RESIN', { value: 10.1, wording: 'exact', ...another }),
    ];
    const subjects = findConflicts([...parts, ...revised]).map(({ subject }) => subject);
    expect(subjects).toEqual(['LU CAN_HERB seized_in_territory quantity 2022']);
  });
});
