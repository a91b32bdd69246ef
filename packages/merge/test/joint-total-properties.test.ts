import { jointTotals, whyTotal } from '@samenbeeld/merge';
import type { Decision, JointTotal, Observation } from '@samenbeeld/schema';
import { currentDecisions } from '@samenbeeld/store';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { arbitraryRows } from './arbitrary-claims.ts';
import { claimRow, decided, decision } from './claim-row.ts';
import { figures, totalOf, year } from './joint-figures.ts';
import { nspCocaine } from './nsp-cocaine.ts';
import { named, publishedClaims } from './published.ts';

fc.configureGlobal({ seed: 20260630 });

let published: readonly Observation[];

beforeAll(async () => {
  published = await publishedClaims();
});

function shuffled<T>(items: readonly T[]): fc.Arbitrary<T[]> {
  return fc.shuffledSubarray([...items], { minLength: items.length, maxLength: items.length });
}

const rowsAndOrder = arbitraryRows.chain((rows) => fc.tuple(fc.constant(rows), shuffled(rows)));

// That the absorbed claims change nothing is in joint-total-properties.slow.test.ts.
describe('whatever the numbers are', () => {
  it('another order of rows gives the same totals, to the letter', () => {
    fc.assert(
      fc.property(rowsAndOrder, ([rows, other]) => {
        expect(jointTotals(other, { ...nspCocaine, ...year })).toEqual(
          jointTotals(rows, { ...nspCocaine, ...year }),
        );
      }),
      { numRuns: 80 },
    );
  });

  it('other ids give the same figures', () => {
    fc.assert(
      fc.property(arbitraryRows, (rows) => {
        const renamed = rows.map((row, index) => ({ ...row, id: `Z${100 - index}` }));
        expect(figures(jointTotals(renamed, { ...nspCocaine, ...year }))).toEqual(
          figures(jointTotals(rows, { ...nspCocaine, ...year })),
        );
      }),
      { numRuns: 80 },
    );
  });

  it('a row repeated from the same publication changes nothing', () => {
    fc.assert(
      fc.property(arbitraryRows, fc.nat(), (rows, pick) => {
        fc.pre(rows.length > 0);
        const row = rows[pick % rows.length] as Observation;
        const twice = [...rows, { ...row, id: `${row.id}b` }];
        expect(figures(jointTotals(twice, { ...nspCocaine, ...year }))).toEqual(
          figures(jointTotals(rows, { ...nspCocaine, ...year })),
        );
      }),
      { numRuns: 80 },
    );
  });

  it('tonnes and grams in place of kilograms give the same figures', () => {
    fc.assert(
      fc.property(arbitraryRows, fc.constantFrom(['t', -3], ['g', 3]), (rows, [unit, power]) => {
        const moved = rows
          // An unmarked whole number is exact only as printed in kg; said so, it is exact in any unit.
          .filter((row) => row.wording !== 'unmarked')
          .map((row) => inUnit(row, unit as string, power as number));
        const kept = rows.filter((row) => row.wording !== 'unmarked');
        expect(figures(jointTotals(moved, { ...nspCocaine, ...year }))).toEqual(
          figures(jointTotals(kept, { ...nspCocaine, ...year })),
        );
      }),
      { numRuns: 80 },
    );
  });

  it('lowest ≤ likely ≤ highest, at least = lowest, at most ≥ at least', () => {
    fc.assert(
      fc.property(arbitraryRows, (rows) => {
        const { members, together, reported, total, status, missing } = totalOf(rows);
        for (const { lowest, likely, highest } of [...members, ...together, reported]) {
          if (lowest === null) {
            expect([likely, highest]).toEqual([null, null]);
            continue;
          }
          expect(highest ?? lowest).toBeGreaterThanOrEqual(lowest);
          if (typeof likely !== 'number') continue;
          expect(likely).toBeGreaterThanOrEqual(lowest);
          expect(highest ?? likely).toBeGreaterThanOrEqual(likely);
        }
        expect(total.atLeast).toBe(reported.lowest);
        if (total.atLeast !== null)
          expect(total.atMost ?? total.atLeast).toBeGreaterThanOrEqual(total.atLeast);
        else expect(status).toBe('none');
        expect(status === 'complete').toBe(missing.length === 0);
        expect(status === 'complete' || total.atMost === null).toBe(true);
      }),
      { numRuns: 80 },
    );
  });

  it('no claim about the cell vanishes: each has a role, and why shows it', () => {
    fc.assert(
      fc.property(arbitraryRows, (rows) => {
        const result = jointTotals(rows, { ...nspCocaine, ...year });
        const [total] = result.totals as [JointTotal];
        const shown = new Set(whyTotal(result, total).lines.map((line) => line.claim.id));
        const inside = new Set(['NLVLI', 'NLTNZ', 'BEGNE', 'PC_ZEELAND', 'PC_NSP']);
        const wider = new Set(['PC_HARC', 'PC_ZWB']);
        const lost = result.claims.filter(
          (claim) =>
            claim.substance !== 'CAN' &&
            (inside.has(claim.place) ||
              (wider.has(claim.place) && claim.basis === 'seized_in_port')) &&
            !shown.has(claim.id),
        );
        expect(lost).toEqual([]);
      }),
      { numRuns: 80 },
    );
  });

  it('nothing governs a port or a set that nobody has decided', () => {
    let undecided = 0;
    fc.assert(
      fc.property(arbitraryRows, (rows) => {
        const [total] = jointTotals(rows, { ...nspCocaine, ...year }).totals as [JointTotal];
        for (const { state, governing, rivals } of [...total.members, ...total.together]) {
          if (state !== 'undecided') continue;
          undecided += 1;
          expect([governing, rivals.length > 1]).toEqual([null, true]);
        }
      }),
      { numRuns: 80 },
    );
    expect(undecided).toBeGreaterThan(5);
  });

  it('a claim on another basis is never in the sum, but in the table beside it', () => {
    fc.assert(
      fc.property(arbitraryRows, (rows) => {
        const result = jointTotals(rows, { ...nspCocaine, ...year });
        const [total] = result.totals as [JointTotal];
        const other = result.claims.filter(
          (claim) => claim.basis === 'entered_via_port' && claim.substance === 'COC',
        );
        const summed = [...total.members, ...total.together].flatMap((member) => [
          member.governing,
          ...member.combined,
          ...member.absorbed,
          ...member.finds,
          ...member.rivals,
        ]);
        for (const claim of other) expect(summed).not.toContain(claim.id);
        const without = rows.filter((row) => row.basis === 'seized_in_port');
        expect(jointTotals(without, { ...nspCocaine, ...year }).totals[0]?.total.atLeast).toBe(
          total.total.atLeast,
        );
      }),
      { numRuns: 80 },
    );
  });

  it('a decision changes the figures, and undoing it restores them exactly', () => {
    fc.assert(
      fc.property(arbitraryRows, (rows) => {
        const before = jointTotals(rows, { ...nspCocaine, ...year });
        const [total] = before.totals as [JointTotal];
        const contested = total.members.find((member) => member.rivals.length > 1);
        fc.pre(contested !== undefined);
        const { subject, rivals } = contested as JointTotal['members'][number];
        const [first, second] = rivals as [string, string];
        const keep = decision('a', subject, `keep ${first}`);
        const other = decision('bb', subject, `keep ${second}`, 'conflict', 'a');
        const undo = decision('ccc', subject, 'reopen', 'conflict', 'bb');
        const after = (list: readonly Decision[]) =>
          jointTotals(rows, { ...nspCocaine, ...year, decisions: currentDecisions(list) });
        expect(after([keep, other, undo])).toEqual(before);
        expect(figures(after([undo, keep, other]))).toEqual(figures(before));
        expect(after([keep, other])).toEqual(after([{ ...other, supersedes: null }]));
        const member = after([keep]).totals[0]?.members.find((m) => m.subject === subject);
        expect(member?.state).not.toBe('undecided');
      }),
      { numRuns: 60 },
    );
  });
});

function inUnit(row: Observation, unit: string, power: number): Observation {
  const text = row.printed as string;
  const [whole = '', fraction = ''] = text.split('.');
  const digits = whole + fraction;
  const point = whole.length + power;
  const padded = digits.padStart(digits.length + Math.max(0, 1 - point), '0');
  const at = Math.max(1, point);
  const long = padded.padEnd(at, '0');
  const moved = `${long.slice(0, at)}.${long.slice(at)}`;
  // The last digit that counts stays the last digit printed.
  const printed = moved.includes('.') ? moved.replace(/0+$/, '').replace(/\.$/, '') : moved;
  return { ...row, unit, printed, value: Number(printed) };
}

describe('the published claims of 2022', () => {
  const without = (...references: readonly string[]) =>
    published.filter((row) => !references.includes(row.reference ?? ''));

  it('without one or both absorbed claims give the same figures', () => {
    const all = figures(jointTotals(published, { ...nspCocaine, ...year }));
    expect(figures(jointTotals(without('C087'), { ...nspCocaine, ...year }))).toEqual(all);
    expect(figures(jointTotals(without('C088'), { ...nspCocaine, ...year }))).toEqual(all);
    expect(figures(jointTotals(without('C087', 'C088'), { ...nspCocaine, ...year }))).toEqual(all);
  });

  it('without the exact claim rest on the largest floor', () => {
    const total = totalOf(without('P032'));
    expect(total.reported).toEqual({ lowest: 4719, likely: null, highest: null });
    expect(total.missing).toEqual(['NLTNZ', 'NLVLI']);
    expect(total.causes.map(({ text }) => text.en)).toMatchInlineSnapshot(`
      [
        "Terneuzen: not reported",
        "Vlissingen: a lower limit only, at least 4,100",
      ]
    `);
  });

  it('are complete once a source says zero for Terneuzen', () => {
    const total = totalOf([...published, claimRow('T0', { place: 'NLTNZ', value: 0 })]);
    expect(total.status).toBe('complete');
    expect(total.missing).toEqual([]);
    expect(total.total).toEqual({ atLeast: 4776, atMost: 4776 });
  });

  it('stay partial where the zero is not said but missing', () => {
    const row = claimRow('T0', {
      place: 'NLTNZ',
      value: null,
      printed: null,
      missing: 'not_reported',
    });
    expect(totalOf([...published, row]).status).toBe('partial');
  });

  it('conflict with a recorded ceiling that Terneuzen exceeds, and the ceiling is not used', () => {
    const key = totalOf(published).ceilings[0]?.key ?? '';
    const accepted = decided(key, 'accept', 'ceiling');
    for (const agency of ['NL_HARC', 'NL_CUST', 'PRESS']) {
      const row = claimRow('T1', { place: 'NLTNZ', value: 1601, agencies: [agency] });
      const result = jointTotals([...published, row], {
        ...nspCocaine,
        ...year,
        decisions: accepted,
      });
      const above = result.conflicts.find(({ type }) => type === 'above_ceiling');
      expect(above).toMatchObject({ state: 'undecided', difference: 67, subject: key });
      expect(result.totals[0]?.total).toEqual({ atLeast: 6377, atMost: 6377 });
    }
    const floor = claimRow('T1', { place: 'NLTNZ', value: 1601, wording: 'floor' });
    const result = jointTotals([...published, floor], {
      ...nspCocaine,
      ...year,
      decisions: accepted,
    });
    expect(result.totals[0]?.total).toEqual({ atLeast: 6377, atMost: null });
    expect(
      result.conflicts.find(({ type }) => type === 'above_ceiling')?.explanation,
    ).toMatchInlineSnapshot(`
      {
        "de": "Terneuzen: 1.601, mehr als die festgehaltene Obergrenze von 1.534. Solange das nicht geklärt ist, wird die Obergrenze nicht verwendet.",
        "en": "Terneuzen: 1,601, more than the recorded ceiling of 1,534. The ceiling is not used until this is settled.",
        "fr": "Terneuzen : 1 601, soit plus que le plafond enregistré de 1 534. Tant que ce n’est pas résolu, le plafond n’est pas appliqué.",
        "nl": "Terneuzen: 1.601, meer dan het vastgelegde plafond van 1.534. Het plafond telt niet mee zolang dit niet is opgelost.",
      }
    `);
  });

  it('keep a recorded ceiling when its wider total is transcribed once more', () => {
    const key = totalOf(published).ceilings[0]?.key ?? '';
    const again = { ...named(published, 'C075'), id: '000', reference: 'X1' };
    const total = totalOf([again, ...published], decided(key, 'accept', 'ceiling'));
    expect(total.total.atMost).toBe(6310);
  });

  it('move to the table beside, and leave the sum, when the basis of a claim is changed', () => {
    const changed = published.map((row) =>
      row.reference === 'P032' ? { ...row, basis: 'entered_via_port' as const } : row,
    );
    const result = jointTotals(changed, { ...nspCocaine, ...year });
    expect(result.totals[0]?.reported.lowest).toBe(4719);
    expect(
      result.notAdded
        .filter(({ kind }) => kind === 'basis')
        .map(({ value }) => value)
        .sort(),
    ).toEqual([10000, 4157]);
  });

  it('never become complete, and never exceed the sum of what is printed, when rows are left out', () => {
    fc.assert(
      fc.property(
        fc.shuffledSubarray(
          published.filter(({ metric }) => metric === 'quantity').map(({ id }) => id),
        ),
        (ids) => {
          const kept = new Set(ids);
          const { totals } = jointTotals(
            published.filter((row) => kept.has(row.id)),
            { ...nspCocaine, years: [2018, 2019, 2020, 2021, 2022, 2023, 2024, 2025] },
          );
          for (const { status, total } of totals) {
            expect(status).not.toBe('complete');
            expect(total.atLeast ?? 0).toBeLessThan(15619);
          }
        },
      ),
      { numRuns: 25 },
    );
  });
});
