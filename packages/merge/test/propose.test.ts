import { describe, expect, it } from 'vitest';
import { yearCell } from '../src/cell.ts';
import { propose } from '../src/propose.ts';
import { claimOf } from './claim-row.ts';

const cell = yearCell('NLVLI', 2022, {
  substance: 'COC',
  basis: 'seized_in_port',
  metric: 'quantity',
  unit: 'kg',
});

describe('propose(claims, wholes, all, cell)', () => {
  const press = claimOf('press', { value: 14700, wording: 'exact', agencies: ['PRESS'] });
  const harc = claimOf('harc', { value: 11500 });

  it('prefers who counts to a newspaper', () => {
    const proposal = propose([press, harc], [], [], cell);
    expect(proposal?.claim.id).toBe('harc');
    expect(proposal?.reason).toMatchInlineSnapshot(`
      {
        "de": "HARC-Team: eigene Zählung; hinter der anderen Zahl steht keine Stelle, die selbst zählt.",
        "en": "HARC team: its own count; no agency that counts stands behind the other figure.",
        "fr": "Équipe HARC : son propre décompte ; l’autre chiffre n’émane d’aucun service qui compte lui-même.",
        "nl": "HARC-team: eigen telling; achter het andere cijfer staat geen dienst die zelf telt.",
      }
    `);
  });

  it('prefers the exact figure of two that count', () => {
    const exact = claimOf('exact', { value: 8939 });
    const proposal = propose(
      [claimOf('c', { value: 9600, agencies: ['NL_CUST'] }), exact],
      [],
      [],
      cell,
    );
    expect(proposal?.claim.id).toBe('exact');
    expect(proposal?.reason.nl).toMatchInlineSnapshot(
      `"8.939 is het nauwkeurigste cijfer van een dienst die zelf telt."`,
    );
  });

  it('leaves out what exceeds a whole, but doubts the whole that all of them exceed', () => {
    const whole = claimOf('whole', { value: 12000, wording: 'exact', place: 'PC_ZWB' });
    const other = claimOf('other', { value: 14001 });
    expect(propose([other, harc], [whole], [], cell)?.claim.id).toBe('harc');
    const low = claimOf('low', { value: 9000, wording: 'exact', place: 'PC_ZWB' });
    expect(propose([other, harc], [low], [], cell)?.claim.id).toBe('other');
  });

  it('has nothing to propose for one claim, or for equals', () => {
    expect(propose([harc], [], [], cell)).toBeNull();
    const equal = claimOf('equal', { value: 12001 });
    expect(propose([claimOf('x', { value: 11001 }), equal], [], [], cell)).toBeNull();
  });
});
