import { jointTotals } from '@samenbeeld/merge';
import { bases, type Decision, type Observation } from '@samenbeeld/schema';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { claimRow, decided } from './claim-row.ts';
import { nspCocaine } from './nsp-cocaine.ts';

fc.configureGlobal({ seed: 20260630, numRuns: 100 });

const kilos = fc.integer({ min: 1, max: 99_999 });
const wording = fc.constantFrom('exact' as const, 'floor' as const, 'just_under' as const);

function resultOf(rows: readonly Observation[], decisions?: ReadonlyMap<string, Decision>) {
  return jointTotals(rows, { ...nspCocaine, years: [2022], ...(decisions && { decisions }) });
}

function totalOf(rows: readonly Observation[], decisions?: ReadonlyMap<string, Decision>) {
  const [total] = resultOf(rows, decisions).totals;
  if (!total) throw new Error('there is no total');
  return total;
}

function exactly(id: string, place: string, value: number): Observation {
  return claimRow(id, { place, value, wording: 'exact' });
}

describe('one step from a total to the next, whatever the numbers are', () => {
  it('delete the exact claim: the largest floor takes over', () => {
    fc.assert(
      fc.property(kilos, fc.array(kilos, { minLength: 1, maxLength: 5 }), (value, floors) => {
        const below = floors.map((floor, index) =>
          claimRow(`f${index}`, { value: Math.min(floor, value), wording: 'floor' }),
        );
        const whole = totalOf([exactly('e', 'NLVLI', value), ...below]);
        expect(whole.reported).toEqual({ lowest: value, likely: value, highest: value });
        expect(whole.members[2]?.absorbed).toHaveLength(below.length);
        const largest = Math.max(...below.map((row) => row.value as number));
        expect(totalOf(below).reported).toEqual({ lowest: largest, likely: null, highest: null });
      }),
    );
  });

  it('confirm the missing member as zero: complete, with the same figures', () => {
    fc.assert(
      fc.property(kilos, kilos, (vlissingen, gent) => {
        const rows = [exactly('v', 'NLVLI', vlissingen), exactly('g', 'BEGNE', gent)];
        const before = totalOf(rows);
        const after = totalOf([...rows, exactly('t', 'NLTNZ', 0)]);
        expect([before.status, after.status]).toEqual(['partial', 'complete']);
        expect([before.missing, after.missing]).toEqual([['NLTNZ'], []]);
        expect(after.reported).toEqual(before.reported);
        expect([before.total.atMost, after.total.atMost]).toEqual([null, vlissingen + gent]);
      }),
    );
  });

  it('give the missing member a value above a recorded ceiling: a conflict; below it: none', () => {
    fc.assert(
      fc.property(
        kilos,
        kilos,
        kilos,
        kilos,
        wording,
        (vlissingen, rotterdam, rest, value, words) => {
          const rows = [
            exactly('v', 'NLVLI', vlissingen),
            exactly('r', 'NLRTM', rotterdam),
            exactly('w', 'PC_HARC', vlissingen + rotterdam + rest),
          ];
          const [ceiling] = totalOf(rows).ceilings;
          expect(ceiling?.value).toBe(rest);
          const accepted = decided(ceiling?.key ?? '', 'accept', 'ceiling');
          const terneuzen = claimRow('t', {
            place: 'NLTNZ',
            value,
            wording: words,
            agencies: ['NL_OM'],
          });
          const { totals, conflicts } = resultOf([...rows, terneuzen], accepted);
          const lowest = totals[0]?.members[1]?.lowest ?? 0;
          const above = conflicts.filter(({ type }) => type === 'above_ceiling');
          expect(above).toHaveLength(lowest > rest ? 1 : 0);
        },
      ),
    );
  });

  it('change a basis: to the table beside, never into the sum', () => {
    fc.assert(
      fc.property(
        kilos,
        kilos,
        fc.constantFrom('entered_via_port', 'destined_for_port', 'seized_abroad'),
        (a, b, basis) => {
          const rows = [exactly('v', 'NLVLI', a), exactly('g', 'BEGNE', b)];
          const moved = [{ ...rows[0], basis } as Observation, rows[1] as Observation];
          const result = resultOf(moved);
          expect(result.totals[0]?.reported).toEqual({ lowest: b, likely: b, highest: b });
          expect(result.totals[0]?.missing).toContain('NLVLI');
          expect(result.notAdded.map(({ claim, kind, value }) => [claim, kind, value])).toEqual([
            ['v', 'basis', a],
          ]);
          // Only what came in through the port is counted wherever it was seized.
          const reason = result.notAdded[0]?.reason.en;
          expect(reason).toBe(
            basis === 'entered_via_port'
              ? 'Another basis: counted wherever it was seized.'
              : `Another basis than the total: ${bases.get(basis).label.en}.`,
          );
        },
      ),
    );
  });

  it('reverse the order of rows and of files: the same totals', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(kilos, wording, fc.constantFrom('NLVLI', 'BEGNE', 'PC_ZEELAND')), {
          maxLength: 8,
        }),
        (drafts) => {
          const rows = drafts.map(([value, words, place], index) =>
            claimRow(`c${index}`, {
              value,
              wording: words,
              place,
              origin: {
                file: `${index % 2}.csv`,
                sheet: null,
                line: index,
                column: 'value',
                raw: String(value),
              },
            }),
          );
          const files = [0, 1].map((file) => rows.filter((_, index) => index % 2 === file));
          const expected = resultOf(rows);
          expect(resultOf([...rows].reverse())).toEqual(expected);
          expect(resultOf([...(files[1] ?? []), ...(files[0] ?? [])])).toEqual(expected);
        },
      ),
    );
  });
});
