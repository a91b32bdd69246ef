import type { NotAdded } from '@samenbeeld/schema';
import { expect, test } from 'vitest';
import type { Analysis } from '../../src/analysis.ts';
import { passedThroughFinding } from '../../src/totals/passed-through-finding.ts';

const titleOf = (asked: string, beside: string) => {
  const entry = { kind: 'basis', basis: beside, claim: 'none' } as unknown as NotAdded;
  const analysis = { question: { basis: asked }, result: { claims: [] } } as unknown as Analysis;
  return passedThroughFinding([entry], analysis)?.title.en;
};

test('the heading speaks of what entered via a port only where that stands beside what was seized in it', () => {
  expect(titleOf('seized_in_port', 'entered_via_port')).toBe(
    'Entered via the port is not seized in the port',
  );
  expect(titleOf('seized_in_territory', 'seized_in_port')).toBe(
    'Counted on another basis, so not added',
  );
});
