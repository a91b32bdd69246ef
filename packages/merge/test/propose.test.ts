import { agencies, formatNumber } from '@samenbeeld/schema';
import fc from 'fast-check';
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
});
