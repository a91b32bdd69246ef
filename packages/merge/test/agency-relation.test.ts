import type { Relation } from '@samenbeeld/merge';
import { describe, expect, it } from 'vitest';
import { agencyRelation } from '../src/agency-relation.ts';

describe('agencyRelation(a, b)', () => {
  const pairs: readonly (readonly [readonly string[], readonly string[], Relation, string])[] = [
    [['NL_HARC'], ['NL_CUST'], 'same', 'a team and its member are rivals'],
    [['NL_HARC'], ['NL_POL'], 'same', 'both hold the seaport police'],
    [['NL_HARC'], ['NL_OM'], 'same', 'the prosecution service publishes what the team counts'],
    [['NL_HARC'], ['PRESS'], 'same', 'a newspaper counts everything'],
    [['NL_HARC'], [], 'same', 'nobody named is nobody in particular'],
    [['LU_POL'], ['LU_CUST'], 'apart', 'police and customs'],
    [['NL_HARC'], ['NL_KMAR'], 'apart', 'the team has no marechaussee'],
    [['BE_CUST'], ['BE_POL', 'BE_CUST'], 'within', 'a part'],
    [['BE_POL', 'BE_CUST'], ['BE_CUST'], 'around', 'the whole'],
    [['UNODC'], ['NL_CUST'], 'around', 'an international office speaks for the country'],
    [['EUDA'], ['BE_POL', 'BE_CUST'], 'same', 'both speak for the country'],
  ];

  it.each(pairs)('%j to %j is %s: %s', (a, b, relation) => {
    expect(agencyRelation(a, b)).toBe(relation);
  });

  it('is the reverse the other way round', () => {
    expect(agencyRelation(['NL_CUST'], ['UNODC'])).toBe('within');
    expect(agencyRelation([], ['NL_HARC'])).toBe('same');
  });

  it('takes an international office’s figure of a port for a rival count of the port', () => {
    expect(agencyRelation(['EUDA'], ['BE_CUST'], false)).toBe('same');
    expect(agencyRelation(['BE_CUST'], ['BE_POL', 'BE_CUST'], false)).toBe('within');
  });
});
