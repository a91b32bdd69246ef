import { coverage, jointTotals } from '@samenbeeld/merge';
import { describe, expect, it } from 'vitest';
import { claimRow } from './claim-row.ts';
import { nspCocaine } from './nsp-cocaine.ts';
import { publishedClaims } from './published.ts';

describe('coverage(totals)', () => {
  it('is a square for each port and year', async () => {
    const cells = coverage(jointTotals(await publishedClaims(), nspCocaine).totals);
    const letters = {
      reported: 'R',
      undecided: '?',
      apart: 'A',
      finds_only: 'f',
      not_reported: '.',
    } as const;
    const rows = ['BEGNE', 'NLTNZ', 'NLVLI'].map(
      (port) =>
        `${port} ${cells
          .filter(({ place }) => place === port)
          .map(({ state }) => letters[state])
          .join('')}`,
    );
    expect(rows).toEqual(['BEGNE fR.fR...', 'NLTNZ ........', 'NLVLI ..R?R??R']);
  });

  it('has reported each of the ports that are told in one figure', () => {
    const both = claimRow('a', { place: 'NLTNZ+NLVLI', value: 5000 });
    const { totals } = jointTotals([both], { ...nspCocaine, years: [2022] });
    expect(coverage(totals).map(({ place, state, claims }) => [place, state, claims])).toEqual([
      ['BEGNE', 'not_reported', []],
      ['NLTNZ', 'reported', ['a']],
      ['NLVLI', 'reported', ['a']],
    ]);
  });

  it('names the claims that make the state, each once', async () => {
    const cells = coverage(
      jointTotals(await publishedClaims(), { ...nspCocaine, years: [2021, 2022] }).totals,
    );
    const counts = cells.map(({ place, period, claims }) => [place, period, claims.length]);
    expect(counts).toEqual([
      ['BEGNE', '2021', 2],
      ['NLTNZ', '2021', 0],
      ['NLVLI', '2021', 2],
      ['BEGNE', '2022', 1],
      ['NLTNZ', '2022', 0],
      ['NLVLI', '2022', 1],
    ]);
  });
});
