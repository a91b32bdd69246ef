import { jointTotals } from '@samenbeeld/merge';
import type { Decision, Observation } from '@samenbeeld/schema';
import { describe, expect, it } from 'vitest';
import { claimRow, decided } from './claim-row.ts';
import { nspCocaine } from './nsp-cocaine.ts';

const gent = claimRow('g', { place: 'BEGNE', value: 619, agencies: ['BE_CUST'] });
const zeeland = (over: Partial<Observation>) => claimRow('z', { place: 'PC_ZEELAND', ...over });

function totalOf(
  rows: readonly Observation[],
  decisions: ReadonlyMap<string, Decision> = new Map(),
) {
  const { totals, conflicts } = jointTotals(rows, { ...nspCocaine, years: [2022], decisions });
  const [total] = totals;
  return {
    ...total?.reported,
    status: total?.status,
    missing: total?.missing,
    atMost: total?.total.atMost,
    conflicts: conflicts.map(({ type, state }) => `${state} ${type}`),
  };
}

describe('ports that report together (rule 4)', () => {
  it('are complete with the set’s figure where a member is not reported alone', () => {
    expect(totalOf([gent, zeeland({ value: 9001 }), claimRow('v', { value: 4157 })])).toEqual({
      lowest: 9620,
      likely: 9620,
      highest: 9620,
      status: 'complete',
      missing: [],
      atMost: 9620,
      conflicts: [],
    });
  });

  it('count as their members where each is reported alone, never twice', () => {
    const rows = [
      gent,
      zeeland({ value: 9001 }),
      claimRow('v', { value: 4157 }),
      claimRow('t', { place: 'NLTNZ', value: 4844 }),
    ];
    expect(totalOf(rows)).toMatchObject({ likely: 9620, highest: 9620, conflicts: [] });
  });

  it('have the larger of the joint floor and the members’ floors as lowest', () => {
    const floor = (value: number) => zeeland({ value, wording: 'floor' });
    const member = claimRow('v', { value: 4200 });
    expect(totalOf([gent, floor(4000), member]).lowest).toBe(4769);
    expect(totalOf([gent, floor(4220), member])).toMatchObject({
      lowest: 4839,
      likely: 4839,
      highest: 4869,
      missing: ['NLTNZ'],
    });
  });

  it('leave likely and highest open where a joint floor exceeds what the reported members can hold', () => {
    expect(
      totalOf([gent, zeeland({ value: 5000, wording: 'floor' }), claimRow('v')]),
    ).toMatchObject({
      lowest: 5619,
      likely: null,
      highest: null,
      status: 'partial',
      conflicts: [],
    });
  });

  it('contend with their members where these exceed the set, until a person keeps one', () => {
    const rows = [gent, zeeland({ value: 4001 }), claimRow('v')];
    const open = { lowest: 4620, likely: 'undecided', highest: null };
    expect(totalOf(rows)).toMatchObject({
      ...open,
      conflicts: ['undecided part_exceeds_whole'],
    });
    const subject = 'NLTNZ+NLVLI COC seized_in_port quantity 2022';
    expect(totalOf(rows, decided(subject, 'keep z'))).toMatchObject({
      likely: 4620,
      highest: 4620,
      status: 'complete',
      conflicts: ['decided part_exceeds_whole'],
    });
    expect(totalOf(rows, decided(subject, 'keep v'))).toMatchObject({
      likely: 4776,
      highest: 4776,
      missing: ['NLTNZ'],
      conflicts: ['decided part_exceeds_whole'],
    });
  });

  it('contend with their members where all of them together stay below the joint floor', () => {
    const rows = [
      zeeland({ value: 9000, wording: 'floor' }),
      claimRow('v'),
      claimRow('t', { place: 'NLTNZ', value: 0 }),
    ];
    const { conflicts } = jointTotals(rows, { ...nspCocaine, years: [2022] });
    expect(totalOf(rows)).toMatchObject({ lowest: 4157, likely: 'undecided', highest: null });
    expect(conflicts[0]?.explanation).toMatchInlineSnapshot(`
      {
        "de": "Häfen in Zeeland zusammen: 9.000 (HARC-Team); die Häfen einzeln ergeben 4.157.",
        "en": "Zeeland ports together: 9,000 (HARC team); the ports one by one give 4,157.",
        "fr": "Ports zélandais ensemble : 9 000 (équipe HARC) ; les ports pris séparément donnent 4 157.",
        "nl": "Zeeuwse havens samen: 9.000 (HARC-team); de havens afzonderlijk geven 4.157.",
      }
    `);
  });

  it('may be the whole complex', () => {
    const all = claimRow('n', { place: 'PC_NSP', value: 6001 });
    expect(totalOf([all, gent, claimRow('v')])).toMatchObject({
      likely: 6001,
      status: 'complete',
      conflicts: [],
    });
    expect(totalOf([all, gent, claimRow('v', { value: 7001 })])).toMatchObject({
      lowest: 6001,
      likely: 'undecided',
    });
  });
});

describe('status', () => {
  it('is none where nothing is known, partial where something is', () => {
    expect(totalOf([]).status).toBe('none');
    expect(totalOf([gent]).status).toBe('partial');
    expect(totalOf([claimRow('f', { value: 10, wording: 'floor' })]).status).toBe('partial');
  });
});
