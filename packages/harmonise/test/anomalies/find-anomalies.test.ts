import { findAnomalies } from '@samenbeeld/harmonise';
import { inEach } from '@samenbeeld/schema';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inputOf, type Line } from './series-input.ts';

const even = ['410', '405', '398', '421', '417', '402', '409', '415', '407', '400'];
const other = ['1020', '1011', '998', '1032', '1004', '1017', '1009', '990', '1023', '1013'];

function replaced(cells: readonly string[], at: number, cell: string): readonly string[] {
  return cells.map((own, index) => (index === at ? cell : own));
}

function found(cells: readonly (string | null)[], more: Partial<Line> = {}) {
  return findAnomalies(inputOf([{ series: 'A', cells, ...more }])).map(
    ({ kind, where, correction, alternatives }) => [
      kind,
      where.raw,
      correction?.to ?? null,
      alternatives[0] ?? null,
    ],
  );
}

describe('findAnomalies(input)', () => {
  it('finds nothing in an even series', () => {
    expect(found(even)).toEqual([]);
    expect(found(other)).toEqual([]);
  });

  it('names a thousand times too much, and proposes what fits', () => {
    expect(found(replaced(even, 4, '417000'))).toEqual([['unit_slip', '417000', '417', '417']]);
  });

  it('names a figure with a zero too many', () => {
    expect(found(replaced(even, 4, '4170'))).toEqual([['decimal_slip', '4170', '417', '417']]);
  });

  it('names a plain factor of ten in a series that goes up and down, and not two years on a new level', () => {
    const uneven = ['2282.7', '1892.4', '1861', '2617.3', '2564.7', '2372.24', '1883', '2718.8'];
    const amount = { measure: 'amount' } as const;
    expect(found([...uneven, '2535.3'], amount)).toEqual([]);
    for (const at of [1, 3, 5])
      expect(
        found([...replaced(uneven, at, String(Number(uneven[at]) * 10)), '2535.3'], amount),
      ).toEqual([
        [
          'decimal_slip',
          String(Number(uneven[at]) * 10),
          String(Number(uneven[at])),
          String(Number(uneven[at])),
        ],
      ]);
    const level = replaced(replaced(uneven, 4, '25647'), 5, '23722');
    expect(found([...level, '2535.3'], amount)).toEqual([]);
  });

  it('does not guess the digits that a whole number lost', () => {
    expect(found(replaced(even, 4, '41'))).toEqual([['decimal_slip', '41', null, '410']]);
  });

  it('keeps the flag of a cell in what it proposes', () => {
    const [flagged] = [replaced(even, 4, '4170')].map((cells) => inputOf([{ series: 'A', cells }]));
    const points = flagged?.points.map((point) => ({
      ...point,
      place: { ...point.place, raw: `${point.place.raw}*` },
    }));
    const [only] = findAnomalies({ ...inputOf([]), ...flagged, points: points ?? [] });
    expect(only?.correction).toMatchObject({ from: '4170*', to: '417*' });
  });

  it('names swapped digits in an even series', () => {
    expect(found(replaced(even, 4, '147'))).toEqual([['transposition', '147', '417', '417']]);
  });

  it('leaves alone what lies within the noise', () => {
    expect(found(replaced(even, 4, '471'))).toEqual([]);
    const wild = ['12', '300', '45', '9', '120', '33', '210', '18', '77', '150'];
    expect(found(wild)).toEqual([]);
  });

  it('says nothing of series with fewer than six figures', () => {
    expect(found(['410', '405', '4170', '398', '421'])).toEqual([]);
  });

  it('names lost zeros by their form, and whole thousands by their neighbours', () => {
    const grouped = [
      '12.310',
      '12.418',
      '12.3',
      '12.551',
      '12',
      '12.287',
      '12.119',
      '12.436',
      '12.240',
    ];
    const zeros = found(grouped).filter(([kind]) => kind === 'lost_zeros');
    expect(zeros).toEqual([
      ['lost_zeros', '12', '12.000', '12000'],
      ['lost_zeros', '12.3', '12.300', '12300'],
    ]);
  });

  describe('zeros lost from whole numbers without marks', () => {
    // cleared = a share of the cases, printed to one decimal; 1 to 12 lost nothing.
    const cases = ['1170', '1183', '1204', '1196', '1211', '1177', '1189', '1202', '1215', '1193'];
    const small = ['110', '117', '124', '131', '120', '116', '123', '128', '130', '119'];
    const rows = (all: readonly string[], many: readonly string[]) => {
      const share = all.map((cell, at) => ((100 * Number(many[at])) / Number(cell)).toFixed(1));
      return { all, many, share };
    };
    function looked(
      { all, many, share }: ReturnType<typeof rows>,
      damage: (cell: string, at: number) => string,
    ) {
      const damaged = all.map(damage);
      const base = inputOf([
        { series: 'A', cells: damaged },
        { series: 'A', cells: many, column: 'Cleared' },
        { series: 'A', cells: share, column: 'Share' },
      ]);
      const identity = { kind: 'share', a: 'Cleared', b: 'Aantal', c: 'Share' } as const;
      // A decimal in a column of counts was rejected.
      const points = base.points.map((point) =>
        point.column === 'Aantal' && /\./.test(point.place.raw) ? { ...point, value: null } : point,
      );
      const identities = [{ identity, holds: 900, of: 1000, step: 0.1 }];
      return findAnomalies({ ...base, points, identities })
        .filter(({ where }) => where.column === 'Aantal')
        .map(({ kind, where, correction, open }) => [
          kind,
          where.raw,
          correction?.to ?? null,
          open?.en ?? null,
        ]);
    }

    it('are accepted where a share pins the digits: 110 of 9.4 % is 1164 to 1176, so 1.17 was 1170', () => {
      // By hand: 100 × 110 ÷ 9.45 = 1164.0 and 100 × 110 ÷ 9.35 = 1176.5; of the block 1170–1179 seven numbers fit.
      expect(looked(rows(cases, small), (cell, at) => (at === 0 ? '1.17' : cell))).toEqual([]);
      // 560 ÷ 47.9 %: 1167.9 to 1170.3 leaves only 1170 of that block.
      const many = replaced(small, 0, '560');
      expect(looked(rows(cases, many), (cell, at) => (at === 0 ? '1.17' : cell))).toEqual([
        ['lost_zeros', '1.17', '1170', null],
      ]);
    });
  });

  it('takes short decimals for decimals where the column has others', () => {
    expect(
      found(['0.371', '3.125', '4.2', '2.75', '1.5', '3.25', '2.125', '4.5'], {
        measure: 'amount',
      }),
    ).toEqual([]);
  });

  it('names 99999 and a zero that cannot be one', () => {
    expect(found(replaced(even, 4, '99999'))).toEqual([['placeholder', '99999', null, null]]);
    expect(found(replaced(even, 4, '0'))).toEqual([['placeholder', '0', null, null]]);
    expect(found(['3', '0', '2', '4', '1', '0', '2', '3'])).toEqual([]);
  });

  it('names a shift of level, and is silent where a break is declared', () => {
    const shifted = [...even.slice(0, 5), ...other.slice(0, 5)].map((cell, at) =>
      at < 5 ? cell : String(5 * Number(cell)),
    );
    const input = inputOf([{ series: 'A', cells: shifted }]);
    expect(findAnomalies(input).map(({ kind, where }) => [kind, where.line])).toEqual([
      ['level_shift', 7],
    ]);
    const note = { nl: '', fr: '', de: '', en: '' };
    const declared = {
      id: 'b',
      source: 'test',
      on: '2006-01-01',
      kind: 'system',
      severity: 'block_trend',
      series: { place: 'NL' },
      note,
    } as const;
    expect(findAnomalies({ ...input, breaks: [declared] })).toEqual([]);
    expect(
      findAnomalies({ ...input, breaks: [{ ...declared, series: { place: 'BE' } }] }).length,
    ).toBe(1);
  });

  it('names a year that was copied for several series at once', () => {
    const lines = ['A', 'B', 'C', 'D', 'E', 'F'].map((series, index): Line => {
      const cells = other.map((cell, at) =>
        String(Number(cell) * (index + 1) + ((at * 7 * (index + 3)) % 31)),
      );
      return { series, cells: replaced(cells, 7, cells[2] ?? '') };
    });
    const [anomaly, ...rest] = findAnomalies(inputOf(lines));
    expect(rest).toEqual([]);
    expect(anomaly?.kind).toBe('copied_year');
    expect(anomaly?.evidence[0]?.en).toContain('6 of 6 figures');
    expect(anomaly?.also.length).toBe(11);
    expect(anomaly?.correction).toBeNull();
  });

  it('names the one cell that makes a sum wrong, and both where it cannot tell', () => {
    const parts = [even, other].map((cells, at): Line => ({ series: `part ${at}`, cells }));
    const totals = even.map((cell, at) => String(Number(cell) + Number(other[at])));
    const input = inputOf([
      ...parts,
      { series: 'all', cells: replaced(totals, 3, String(Number(totals[3]) + 37)) },
    ]);
    const wholes = totals.map((_, at) => {
      const own = input.points.filter(({ place }) => place.line === 2 + at);
      const total = own.find(({ row }) => row.startsWith('all'));
      if (!total) throw new Error('no total');
      return {
        total,
        parts: own.filter((point) => point !== total),
        complete: true,
        tolerance: 0,
        says: inEach(() => 'declared'),
      };
    });
    const [unequal, ...none] = findAnomalies({ ...input, wholes });
    expect(none).toEqual([]);
    expect(unequal?.kind).toBe('parts_not_total');
    expect(unequal?.evidence[0]?.en).toContain('37 too little');
    expect(unequal?.evidence[1]?.en).toContain('holds in 9 of 10 cases');
  });

  it('names a part that is more than its whole', () => {
    const input = inputOf([
      { series: 'whole', cells: even },
      {
        series: 'part',
        cells: even.map((cell, at) =>
          String(at === 5 ? Number(cell) + 9 : Math.round(Number(cell) * 0.97)),
        ),
      },
    ]);
    const wholes = even.map((_, at) => {
      const [total, part] = input.points.filter(({ place }) => place.line === 2 + at);
      if (!total || !part) throw new Error('no row');
      return { total, parts: [part], complete: false, tolerance: 0, says: inEach(() => 'part of') };
    });
    expect(findAnomalies({ ...input, wholes }).map(({ kind, where }) => [kind, where.raw])).toEqual(
      [['part_exceeds_whole', '411']],
    );
  });

  it('names prices out of all range, per gram whatever the unit', () => {
    const prices = ['55', '60', '48', '72', '66', '51', '58', '63'];
    const line = (place: string, unit: string, cells: readonly string[]): Line => ({
      series: place,
      cells,
      measure: 'price',
      scope: { place, substance: 'COC', level: 'retail', stat: 'mode', unit },
    });
    const tenfold = prices.map((cell) => String(10 * Number(cell)));
    expect(
      findAnomalies(inputOf([line('BE', 'EUR/g', prices), line('NL', 'EUR/10 g', tenfold)])),
    ).toEqual([]);
    const wrong = inputOf([
      line('BE', 'EUR/g', prices),
      line('NL', 'EUR/g', replaced(prices, 2, '48000')),
    ]);
    expect(findAnomalies(wrong).map(({ kind, where }) => [kind, where.raw])).toEqual([
      ['impossible_price', '48000'],
    ]);
  });

  it('names rows for one scope and year with different figures, not where that is the rule', () => {
    const rows = inputOf([
      { series: 'A', cells: even },
      ...['B', 'C', 'D'].map((series): Line => ({ series, cells: other })),
    ]);
    const [first] = rows.points;
    if (!first) throw new Error('no point');
    const twin = {
      ...first,
      place: { ...first.place, line: 99, raw: '433' },
      row: 'again',
      value: 433,
    };
    expect(
      findAnomalies({ ...rows, points: [...rows.points, twin] }).map(({ kind }) => kind),
    ).toEqual(['duplicate_differs']);
    const all = rows.points.map((point) => ({
      ...point,
      row: `${point.row} again`,
      value: (point.value ?? 0) + 5,
    }));
    expect(findAnomalies({ ...rows, points: [...rows.points, ...all] })).toEqual([]);
  });

  it('does not depend on the order of the points, and proposes nothing that is not an alternative', () => {
    const cells = fc.array(fc.integer({ min: 0, max: 99_999 }).map(String), {
      minLength: 6,
      maxLength: 14,
    });
    fc.assert(
      fc.property(fc.array(cells, { minLength: 1, maxLength: 4 }), (many) => {
        const input = inputOf(many.map((line, at) => ({ series: `S${at}`, cells: line })));
        const there = findAnomalies(input);
        const back = findAnomalies({ ...input, points: [...input.points].reverse() });
        const key = (list: typeof there) =>
          list.map(({ kind, where, score }) => `${kind} ${where.record} ${score}`).sort();
        expect(key(back)).toEqual(key(there));
        for (const { correction, alternatives, score, threshold } of there) {
          expect(score).toBeGreaterThanOrEqual(Math.round(10 * threshold) / 10);
          if (correction)
            expect(alternatives.map(Number)).toContain(Number(correction.to.replaceAll('.', '')));
        }
      }),
      { numRuns: 150, seed: 8 },
    );
  });
});
