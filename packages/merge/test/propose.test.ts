import { agencies, formatNumber } from '@samenbeeld/schema';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { yearCell } from '../src/cell.ts';
import { conflictBetween, propose } from '../src/propose.ts';
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
        "de": "HARC-Team: eigene Zählung; für 14.700 wird keine Stelle genannt, die selbst zählt.",
        "en": "HARC team: its own count; for 14,700 no agency that counts is named.",
        "fr": "Équipe HARC : son propre décompte ; pour 14 700, aucun service qui compte lui-même n’est cité.",
        "nl": "HARC-team: eigen telling; voor 14.700 wordt geen dienst genoemd die zelf telt.",
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
      `"8.939 is nauwkeuriger opgegeven dan 9.600."`,
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

  it('never says of an agency that counts that none is named: every reason is true of the rivals at hand', () => {
    const counts = (code: string): boolean => agencies.has(code) && agencies.get(code).counts;
    const rival = fc.record({
      value: fc.integer({ min: 1, max: 30_000 }),
      wording: fc.constantFrom('exact', 'rounded', 'unmarked'),
      agency: fc.constantFrom(
        'NL_HARC',
        'NL_OM',
        'NL_CUST',
        'BE_CUST',
        'EUDA',
        'PRESS',
        'UNSPECIFIED',
      ),
      publishedOn: fc.constantFrom('2023-01', '2024-01'),
    });
    const rivals = fc.uniqueArray(rival, {
      minLength: 2,
      maxLength: 6,
      selector: ({ value }) => value,
    });
    let proposed = 0;
    fc.assert(
      fc.property(rivals, fc.boolean(), (drawn, withWhole) => {
        const claims = drawn.map(({ agency, ...rest }, at) =>
          claimOf(`c${at}`, { ...rest, agencies: [agency] } as never),
        );
        const whole = claimOf('whole', { value: 15_000, wording: 'exact', place: 'PC_ZWB' });
        const wholes = withWhole ? [whole] : [];
        const proposal = propose(claims, wholes, claims, cell);
        if (!proposal) return;
        proposed += 1;
        const { claim, reason } = proposal;
        const named = (pattern: RegExp) => {
          const found = pattern.exec(reason.en)?.[1];
          return found === undefined
            ? []
            : claims.filter(({ value }) =>
                found.split(' and ').includes(formatNumber(value, 'en')),
              );
        };
        const uncounted = named(/its own count; for (.+?) no agency that counts is named/);
        for (const other of uncounted) expect(other.agencies.some(counts)).toBe(false);
        if (reason.en.includes('its own count')) {
          expect(claim.agencies.some(counts)).toBe(true);
          expect(uncounted.length).toBeGreaterThan(0);
        }
        for (const other of named(/stated more exactly than (.+?)\./))
          expect([other.interval.closed, claim.interval.closed]).toEqual([false, true]);
        for (const other of named(/published later than (.+?),/))
          expect([other.agencies, other.publishedOn]).toEqual([claim.agencies, '2023-01']);
        for (const other of named(/(\S+) cannot be right/))
          expect(other.interval.low).toBeGreaterThan(15_000);
        expect(named(/(\S+) cannot be right/).map(({ id }) => id)).not.toContain(claim.id);
      }),
      { numRuns: 400, seed: 20 },
    );
    expect(proposed).toBeGreaterThan(100);
  });

  it('names each rival under its own reason', () => {
    const om = claimOf('om', { value: 9600, agencies: ['NL_OM'] });
    expect(propose([press, harc, om], [], [], cell)).toBeNull();
    const exact = claimOf('exact', { value: 11_501 });
    expect(propose([press, exact, om], [], [], cell)?.reason.en).toMatchInlineSnapshot(
      `"HARC team: its own count; for 14,700 no agency that counts is named. 11,501 is stated more exactly than 9,600."`,
    );
  });

  it('never proposes what its own row doubts, derived or of low confidence, nor calls it an own count', () => {
    const derived = claimOf('derived', { value: 41_066, agencies: ['BE_CUST'], status: 'E' });
    const printed = claimOf('printed', { value: 41_200, agencies: ['UNSPECIFIED'] });
    expect(propose([derived, printed], [], [], cell)).toBeNull();
    const low = claimOf('low', { value: 1, wording: 'exact', confidence: 'low' });
    const second = claimOf('second', { value: 11.2, agencies: ['UNODC'] });
    expect(propose([low, second], [], [], cell)).toBeNull();
    const own = claimOf('own', { value: 41_201, agencies: ['BE_CUST'] });
    expect(propose([derived, own], [], [], cell)).toMatchObject({
      claim: { id: 'own' },
      reason: { en: '41,066 is derived from another figure; no source prints it.' },
    });
  });

  it('holds over every combination: a doubted claim is never kept, and each rival has a reason of its own', () => {
    const rival = fc.record({
      value: fc.integer({ min: 1, max: 30_000 }),
      agency: fc.constantFrom('NL_HARC', 'NL_OM', 'PRESS'),
      status: fc.constantFrom('A', 'E'),
      confidence: fc.constantFrom('high', 'medium', 'low', null),
      wording: fc.constantFrom('exact', 'rounded'),
    });
    const rivals = fc.uniqueArray(rival, {
      minLength: 2,
      maxLength: 5,
      selector: ({ value }) => value,
    });
    let [proposed, none] = [0, 0];
    fc.assert(
      fc.property(rivals, (drawn) => {
        const claims = drawn.map(({ agency, ...rest }, at) =>
          claimOf(`c${at}`, { ...rest, agencies: [agency] } as never),
        );
        const proposal = propose(claims, [], claims, cell);
        if (!proposal) {
          none += 1;
          return;
        }
        proposed += 1;
        const { claim, reason } = proposal;
        expect([claim.confidence === 'low', claim.status.includes('E')]).toEqual([false, false]);
        for (const other of claims.filter((one) => one !== claim))
          expect(` ${reason.en} `).toContain(formatNumber(other.value, 'en'));
      }),
      { numRuns: 400, seed: 21 },
    );
    expect([proposed > 50, none > 50]).toEqual([true, true]);
  });

  it('holds a wider figure against all that exceed it, the proposed one too', () => {
    const whole = claimOf('whole', {
      value: 11_300,
      wording: 'rounded',
      place: 'PC_ZWB',
      substance: 'ALL',
    });
    const almost = claimOf('almost', {
      value: 15_000,
      wording: 'just_under',
      agencies: ['PRESS'],
    });
    const rounded = claimOf('rounded', { value: 11_500, wording: 'rounded' });
    expect(propose([rounded, almost], [whole], [], cell)?.reason).toMatchInlineSnapshot(`
      {
        "de": "HARC-Team: eigene Zählung; für 15.000 wird keine Stelle genannt, die selbst zählt. Auch 11.500 ist mehr als die umfassendere Zahl, 11.300 (HARC-Team; Häfen in Zeeland und Westbrabant, also auch Moerdijk + Terneuzen; alle Drogen).",
        "en": "HARC team: its own count; for 15,000 no agency that counts is named. 11,500 too is more than the wider figure, 11,300 (HARC team; ports in Zeeland and West Brabant, so also Moerdijk + Terneuzen; all drugs).",
        "fr": "Équipe HARC : son propre décompte ; pour 15 000, aucun service qui compte lui-même n’est cité. 11 500 dépasse aussi le chiffre plus large, 11 300 (équipe HARC ; ports de la Zélande et du Brabant-Occidental, donc aussi Moerdijk + Terneuzen ; toutes les drogues).",
        "nl": "HARC-team: eigen telling; voor 15.000 wordt geen dienst genoemd die zelf telt. Ook 11.500 is meer dan het ruimere cijfer, 11.300 (HARC-team; havens in Zeeland en West-Brabant, dus ook Moerdijk + Terneuzen; alle drugs).",
      }
    `);
    const exceeding = {
      subject: 's',
      decision: undefined,
      proposal: null,
      contested: true,
      wholes: [whole],
    };
    const plain = {
      type: 'agency',
      computed: false,
      rests: [],
      text: { nl: '', fr: '', de: '', en: '' },
    } as const;
    expect(conflictBetween(rounded, almost, plain, exceeding).explanation).toMatchInlineSnapshot(`
      {
        "de": " 11.500 und 15.000 sind beide mehr als die umfassendere Zahl, 11.300 (HARC-Team; Häfen in Zeeland und Westbrabant, also auch Moerdijk + Terneuzen; alle Drogen); das unterscheidet sie nicht.",
        "en": " 11,500 and 15,000 are both more than the wider figure, 11,300 (HARC team; ports in Zeeland and West Brabant, so also Moerdijk + Terneuzen; all drugs); that does not tell them apart.",
        "fr": " 11 500 et 15 000 dépassent l’un et l’autre le chiffre plus large, 11 300 (équipe HARC ; ports de la Zélande et du Brabant-Occidental, donc aussi Moerdijk + Terneuzen ; toutes les drogues) ; cela ne les départage pas.",
        "nl": " 11.500 en 15.000 zijn beide meer dan het ruimere cijfer, 11.300 (HARC-team; havens in Zeeland en West-Brabant, dus ook Moerdijk + Terneuzen; alle drugs); dat onderscheidt ze niet.",
      }
    `);
    const within = claimOf('within', { value: 9000 });
    expect(conflictBetween(within, almost, plain, exceeding).explanation.en).toMatchInlineSnapshot(
      `" 15,000 also exceeds the whole, 11,300 (HARC team; ports in Zeeland and West Brabant, so also Moerdijk + Terneuzen; all drugs)."`,
    );
  });
});
