import { drugs, units } from '@samenbeeld/schema';
import { describe, expect, test } from 'vitest';

describe('drugs', () => {
  test('there are 69, each with a group, known units and a known parent', () => {
    expect(drugs.length).toBe(69);
    for (const { group, units: own, parent } of drugs) {
      expect(group).toMatch(/^[A-Z]{3,5}$/);
      expect(own.length).toBeGreaterThan(0);
      expect(own.every((unit) => units.has(unit))).toBe(true);
      expect(parent === null || drugs.has(parent)).toBe(true);
    }
  });

  test('families are cocaine, heroin and cannabis', () => {
    const families = new Set(drugs.flatMap(({ parent }) => parent ?? []));
    expect([...families]).toEqual(['COC', 'HER', 'CAN']);
    expect(drugs.filter(({ parent }) => parent === 'COC').map(({ code }) => code)).toEqual([
      'COC_HCL',
      'COC_BASE',
      'COC_CRACK',
      'COC_LEAF',
    ]);
  });

  test('base factors are those of the salts', () => {
    const factors = drugs.filter(({ baseFactor }) => baseFactor !== null);
    expect(Object.fromEntries(factors.map(({ code, baseFactor }) => [code, baseFactor]))).toEqual({
      COC_HCL: 0.893,
      HER_WHITE: 0.91,
      AMF: 0.734,
      METH: 0.804,
      MDMA: 0.841,
      KETA: 0.867,
    });
  });

  test.each([
    ['Hasjiesj', 'CAN_RESIN'],
    ['hashish', 'CAN_RESIN'],
    ['herbe de cannabis', 'CAN_HERB'],
    ['Marihuana', 'CAN_HERB'],
    ['cannabis', 'CAN'],
    ['XTC', 'MDMA_TAB'],
    ['2-cb', '2CB'],
    ['rosa Kokain', 'TUSI'],
    ['harddrugs', 'DRUG_UNSPEC'],
    ['Crystal Meth', 'METH'],
  ])('%s is %s', (name, code) => {
    expect(drugs.lookup(name)).toMatchObject({ kind: 'exact', entry: { code } });
  });

  test('tucibi is either the pill or the pink powder, for a person to say', () => {
    const match = drugs.lookup('tucibi');
    expect(match.kind === 'ambiguous' && match.entries.map(({ code }) => code)).toEqual([
      '2CB',
      'TUSI',
    ]);
  });
});
