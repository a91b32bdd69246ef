import { jointTotals } from '@samenbeeld/merge';
import type { JointTotal, Observation } from '@samenbeeld/schema';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { arbitraryRows } from './arbitrary-claims.ts';
import { figures, totalOf, year } from './joint-figures.ts';
import { nspCocaine } from './nsp-cocaine.ts';

fc.configureGlobal({ seed: 20260630 });

function absorbedRows(rows: readonly Observation[], total: JointTotal): ReadonlySet<string> {
  const absorbed = new Set([...total.members, ...total.together].flatMap((m) => m.absorbed));
  const claims = jointTotals(rows, { ...nspCocaine, ...year }).claims.filter((claim) =>
    absorbed.has(claim.id),
  );
  return new Set(claims.flatMap((claim) => claim.rows.map((row) => row.id)));
}

it('whatever the numbers are, deleting the absorbed claims changes nothing', () => {
  fc.assert(
    fc.property(arbitraryRows, (rows) => {
      const absorbed = absorbedRows(rows, totalOf(rows));
      fc.pre(absorbed.size > 0);
      const left = rows.filter((row) => !absorbed.has(row.id));
      expect(figures(jointTotals(left, { ...nspCocaine, ...year }))).toEqual(
        figures(jointTotals(rows, { ...nspCocaine, ...year })),
      );
    }),
    { numRuns: 80 },
  );
});
