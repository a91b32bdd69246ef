import type { NotAdded } from '@samenbeeld/schema';
import { expect, test } from 'vitest';
import type { Analysis } from '../../src/analysis.ts';
import { passedThroughFinding } from '../../src/totals/passed-through-finding.ts';

const from = (entry: readonly NotAdded[], basis: string, found: readonly string[] = []) => {
  const row = { place: 'NLVLI', substance: 'COC', date: '2022-03-01', registeredOn: null };
  const analysis = {
    question: { basis, metric: 'quantity', substance: 'COC' },
    result: { claims: [] },
    totals: [{ period: '2022', members: [{ place: 'NLVLI' }] }],
    picture: { asOf: '2026-01-01' },
    gathered: {
      seizures: [
        ...found.map((other) => ({ ...row, basis: other })),
        { ...row, basis: 'entered_via_port', date: '2021-03-01' },
        { ...row, basis: 'entered_via_port', substance: 'HER' },
        { ...row, basis: 'entered_via_port', place: 'BEANR' },
      ],
    },
  };
  return passedThroughFinding(entry, analysis as unknown as Analysis);
};

const titleOf = (asked: string, beside: string) =>
  from([{ kind: 'basis', basis: beside, claim: 'none' } as unknown as NotAdded], asked)?.title.en;

test('finds on another basis are told with how many reports there are, of what is asked', () => {
  const told = from([], 'seized_in_port', ['entered_via_port', 'entered_via_port']);
  expect(told?.title.en).toBe('Entered via the port is not seized in the port');
  expect(told?.text.en).toBe(
    'On another basis (entered via the port) the files hold 2 reports of finds, which do not count here.',
  );
  expect(from([], 'seized_in_port', ['entered_via_port'])?.text.de).toContain(
    '1 Fundmeldung, die hier nicht mitzählt.',
  );
  expect(from([], 'seized_in_port', ['seized_in_port'])).toBeNull();
});

test('the heading speaks of what entered via a port only where that stands beside what was seized in it', () => {
  expect(titleOf('seized_in_port', 'entered_via_port')).toBe(
    'Entered via the port is not seized in the port',
  );
  expect(titleOf('seized_in_territory', 'seized_in_port')).toBe(
    'Counted on another basis, so not added',
  );
});
