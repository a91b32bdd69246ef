import { jointTotals } from '@samenbeeld/merge';
import type { Conflict, Observation } from '@samenbeeld/schema';
import { beforeAll, describe, expect, it } from 'vitest';
import { claimRow, decided } from './claim-row.ts';
import { nspCocaine } from './nsp-cocaine.ts';
import { publishedClaims } from './published.ts';

let published: readonly Observation[];
beforeAll(async () => {
  published = await publishedClaims();
});

function checksOf(rows: readonly Observation[], year = 2022): readonly Conflict[] {
  return jointTotals(rows, { ...nspCocaine, years: [year] }).conflicts.filter(({ key }) =>
    key.startsWith('check '),
  );
}

describe('a wider figure below the floor of what it contains (rule 4)', () => {
  it('is a conflict: all drugs in Zeeland and West Brabant 2023, 11,300, below 11,500 of cocaine', () => {
    const [check, ...others] = checksOf(published, 2023);
    expect(others).toEqual([]);
    expect(check).toMatchObject({
      type: 'part_exceeds_whole',
      state: 'undecided',
      difference: 200,
    });
    expect(check?.explanation).toMatchInlineSnapshot(`
      {
        "de": "Terneuzen + Vlissingen: mindestens 11.500 (Kokain). Das passt nicht zur umfassenderen Zahl 11.300: Häfen in Zeeland und Westbrabant, alle Drogen (HARC-Team).",
        "en": "Terneuzen + Vlissingen: at least 11,500 (cocaine). That does not fit the wider figure of 11,300: ports in Zeeland and West Brabant, all drugs (HARC team).",
        "fr": "Terneuzen + Flessingue : au moins 11 500 (cocaïne). C’est incompatible avec le chiffre plus large de 11 300 : ports de la Zélande et du Brabant-Occidental, toutes les drogues (équipe HARC).",
        "nl": "Terneuzen + Vlissingen: ten minste 11.500 (cocaïne). Dat past niet bij het ruimere cijfer 11.300: havens in Zeeland en West-Brabant, alle drugs (HARC-team).",
      }
    `);
  });

  it('changes no figure, and may be decided', () => {
    const before = jointTotals(published, { ...nspCocaine, years: [2023] });
    const without = published.filter((row) => row.place !== 'PC_ZWB');
    expect(jointTotals(without, { ...nspCocaine, years: [2023] }).totals[0]?.reported).toEqual(
      before.totals[0]?.reported,
    );
    const subject = before.conflicts.find(({ key }) => key.startsWith('check '))?.subject ?? '';
    const after = jointTotals(published, {
      ...nspCocaine,
      years: [2023],
      decisions: decided(subject, 'accept'),
    });
    expect(after.conflicts.find(({ key }) => key === subject)?.state).toBe('decided');
    const opposed = ({ totals }: typeof before) =>
      totals[0]?.causes.filter(({ kind }) => kind === 'opposed').map(({ text }) => text.en);
    expect(opposed(before)).toEqual([
      'Terneuzen + Vlissingen: at least 11,500 (cocaine). That does not fit the wider figure of 11,300: ports in Zeeland and West Brabant, all drugs (HARC team)',
    ]);
    expect(opposed(after)).toEqual([]);
    // The bound of the set that the wider figure contradicts is said once.
    const joint = ({ totals }: typeof before) =>
      totals[0]?.causes.filter(({ kind }) => kind === 'joint_report').length;
    expect([joint(before), joint(after)]).toEqual([0, 1]);
  });

  it('is none where the wider figure holds the floor', () => {
    expect(checksOf(published, 2024)).toEqual([]);
    expect(checksOf(published, 2022)).toEqual([]);
  });

  it('is found for all drugs of the very port', () => {
    expect(
      checksOf([claimRow('a'), claimRow('b', { substance: 'ALL', value: 4001 })]),
    ).toHaveLength(1);
    expect(checksOf([claimRow('a'), claimRow('b', { substance: 'ALL', value: 4201 })])).toEqual([]);
  });

  it('is found for a list of ports of which only some are members', () => {
    const wider = { place: 'NLVLI+NLMOE', value: 4001 };
    expect(checksOf([claimRow('a'), claimRow('b', wider)])).toHaveLength(1);
  });

  it('does not compare a floor, part of the year, one find, or a provisional figure', () => {
    const wider = { place: 'PC_ZWB', value: 4001 };
    for (const over of [
      { wording: 'floor' },
      { periodEnd: '2022-06-30' },
      { extent: 'one_find' },
      { status: 'P' },
      { basis: 'entered_via_port' },
    ] as const)
      expect(checksOf([claimRow('a'), claimRow('b', { ...wider, ...over })])).toEqual([]);
  });

  it('takes the open end of a rounded figure for what it is', () => {
    const wider = (value: number) =>
      claimRow('b', { place: 'PC_ZWB', value, wording: 'just_under' });
    expect(checksOf([claimRow('a'), wider(4157)])).toHaveLength(1);
    expect(checksOf([claimRow('a'), wider(4158)])).toEqual([]);
  });
});
