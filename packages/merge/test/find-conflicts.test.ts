import { findConflicts } from '@samenbeeld/merge';
import { type Conflict, nothingAside, type Observation, type PutAside } from '@samenbeeld/schema';
import { beforeAll, describe, expect, it } from 'vitest';
import { claimRow, decided } from './claim-row.ts';
import { nspCocaine } from './nsp-cocaine.ts';
import { named, publishedClaims, unodcSeizures } from './published.ts';

let published: readonly Observation[];
let conflicts: readonly Conflict[];
beforeAll(async () => {
  published = [...(await publishedClaims()), ...(await unodcSeizures())];
  conflicts = findConflicts(published);
});

const customs = 'LU COC seized_in_territory quantity 2019 LU_CUST';

function about(subject: string, list = conflicts): readonly Conflict[] {
  return list.filter((conflict) => conflict.subject === subject);
}

describe('Luxembourg customs, cocaine 2019: 0.3175, 0.3715 and 3.7 kg', () => {
  it('is a suspected transposition and a suspected slip of the decimal mark, both undecided', () => {
    expect(about(customs).map(({ type, state }) => [type, state])).toEqual([
      ['digit_transposition', 'undecided'],
      ['factor_10^k', 'undecided'],
    ]);
  });

  it('has 0.3715 proposed, because 3.7 exceeds both wholes and only 0.3715 rounds to it', () => {
    const [first] = about(customs);
    const wanted = [named(published, 'C117'), named(published, 'P085')].map(
      ({ id }) => `keep ${id}`,
    );
    expect(wanted).toContain(first?.proposal?.verdict);
    expect(first?.proposal?.reason).toMatchInlineSnapshot(`
      {
        "de": "3,7 kann nicht stimmen: mehr als das Ganze, 1,7 (Großherzogliche Polizei + luxemburgische Zoll- und Akzisenverwaltung (ADA)) und 2 (Büro der Vereinten Nationen für Drogen- und Verbrechensbekämpfung (UNODC)). Nur 0,3715 ergibt, mit verschobenem Komma und gerundet, 3,7. 0,3175 wäre dann 0,3715 mit zwei vertauschten Ziffern.",
        "en": "3.7 cannot be right: more than the whole, 1.7 (Grand Ducal Police + Luxembourg Customs and Excise (ADA)) and 2 (United Nations Office on Drugs and Crime (UNODC)). Only 0.3715, with its decimal mark moved and rounded, gives 3.7. 0.3175 would then be 0.3715 with two digits swapped.",
        "fr": "3,7 ne peut être exact : plus que l’ensemble, 1,7 (Police grand-ducale + Administration des douanes et accises (ADA)) et 2 (Office des Nations unies contre la drogue et le crime (ONUDC)). Seul 0,3715 donne 3,7 une fois la virgule déplacée et le résultat arrondi. 0,3175 serait alors 0,3715 avec deux chiffres intervertis.",
        "nl": "3,7 kan niet kloppen: meer dan het geheel, 1,7 (Groothertogelijke Politie + Luxemburgse douane en accijnzen (ADA)) en 2 (VN-Bureau voor drugs en misdaad (UNODC)). Alleen 0,3715 geeft 3,7 als de komma verschuift en wordt afgerond. 0,3175 is dan 0,3715 met twee verwisselde cijfers.",
      }
    `);
  });

  it('keeps its range until a person decides, and restores it when the decision is undone', async () => {
    const { jointTotals } = await import('@samenbeeld/merge');
    const { currentDecisions } = await import('@samenbeeld/store');
    const { decision } = await import('./claim-row.ts');
    const options = {
      complex: 'LU',
      basis: 'seized_in_territory',
      agencies: ['LU_CUST'],
      years: [2019],
    };
    const open = jointTotals(published, { ...nspCocaine, ...options });
    expect(open.totals[0]?.reported).toEqual({ lowest: 0.3175, likely: 'undecided', highest: 3.7 });
    const keep = decision('a', customs, about(customs)[0]?.proposal?.verdict ?? '');
    const undo = decision('bb', customs, 'reopen', 'conflict', 'a');
    const kept = jointTotals(published, {
      ...nspCocaine,
      ...options,
      decisions: currentDecisions([keep]),
    });
    expect(kept.totals[0]?.reported).toEqual({ lowest: 0.3715, likely: 0.3715, highest: 0.3715 });
    expect(kept.conflicts.map(({ state, decision: by }) => [state, by])).toEqual([
      ['decided', 'a'],
      ['decided', 'a'],
    ]);
    expect(
      jointTotals(published, {
        ...nspCocaine,
        ...options,
        decisions: currentDecisions([keep, undo]),
      }),
    ).toEqual(open);
  });

  it('is a floor of the country’s 1.7 kg, with which UNODC’s 2 kg agrees when rounded', () => {
    const country = about('LU COC seized_in_territory quantity 2019');
    expect(country.map(({ type, state }) => [type, state])).toEqual([['rounding', 'explained']]);
  });
});

describe('findConflicts(observations)', () => {
  it('finds those that domain.md names, each once, with its state', () => {
    const found = (subject: string) => about(subject).map(({ type, state }) => `${state} ${type}`);
    expect(found('BE COC seized_in_territory quantity 2010')).toEqual(['explained vintage']);
    expect(found('BEANR COC seized_in_port quantity 2019')).toEqual(['explained vintage']);
    expect(found('NL COC seized_in_territory quantity 2021')).toContain('explained cutoff');
    expect(found('NLVLI COC seized_in_port quantity 2020')).toEqual(['explained scope']);
    expect(found('NLVLI COC seized_in_port quantity 2021')).toEqual(['undecided agency']);
    expect(found('NLVLI COC seized_in_port quantity 2024')).toEqual(['undecided agency']);
    expect(found('LU COC seized_in_territory quantity 2020')).toContain('undecided factor_10^k');
    const pairs = conflicts.map(({ claims }) => [...claims.slice(0, 2)].sort().join());
    expect(new Set(pairs).size).toBe(pairs.length);
  });

  it('does not depend on the order of the rows', () => {
    expect(findConflicts([...published].reverse())).toEqual(conflicts);
  });

  it('compares half-years too, and never two finds of one day', () => {
    const half = { periodEnd: '2022-06-30', wording: 'exact' } as const;
    const found = findConflicts([
      claimRow('a', { ...half, value: 3000 }),
      claimRow('b', { ...half, value: 3100 }),
    ]);
    expect(found.map(({ subject }) => subject)).toEqual([
      'NLVLI COC seized_in_port quantity 2022-01-01..2022-06-30',
    ]);
    const find = { extent: 'one_find', periodStart: '2022-06-30', ...half } as const;
    expect(
      findConflicts([claimRow('a', { ...find, value: 3 }), claimRow('b', { ...find, value: 31 })]),
    ).toEqual([]);
  });

  it('takes a family of which a part was put aside or is withheld as a floor', () => {
    const table: Partial<Observation> = {
      ...{ publication: null, source: 'table', basis: 'seized_in_territory', place: 'LU' },
      ...{ agencies: ['LU_POL'], wording: 'exact' },
    };
    const part = claimRow('part', { ...table, substance: 'COC_HCL', value: 10 });
    const withheld = claimRow('withheld', {
      ...table,
      ...{ substance: 'COC_CRACK', value: null, missing: 'suppressed' },
    });
    const whole = claimRow('whole', { ...table, publication: 'https://example.org', value: 13 });
    const aside: PutAside = {
      ...nothingAside,
      figure: { metric: null, unit: null, periodStart: null, periodEnd: null },
    };
    const file = { source: 'table', putAside: [aside] };
    expect(findConflicts([part, whole]).map(({ difference }) => difference)).toEqual([-3]);
    expect(findConflicts([part, whole], new Map(), [file])).toEqual([]);
    expect(findConflicts([part, whole, withheld])).toEqual([]);
    const lower = { ...whole, value: 7, printed: '7' };
    expect(findConflicts([part, lower], new Map(), [file])).toHaveLength(1);
  });

  it('says what was decided', () => {
    const rows = [claimRow('a', { value: 4157 }), claimRow('b', { value: 9601 })];
    const subject = 'NLVLI COC seized_in_port quantity 2022';
    const [conflict] = findConflicts(rows, decided(subject, 'keep b'));
    expect(conflict).toMatchObject({ state: 'decided', decision: 'd1', claims: ['b', 'a'] });
  });
});
