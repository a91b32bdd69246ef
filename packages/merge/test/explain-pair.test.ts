import type { Observation } from '@samenbeeld/schema';
import { describe, expect, it } from 'vitest';
import { yearCell } from '../src/cell.ts';
import { explainPair } from '../src/explain-pair.ts';
import { claimOf } from './claim-row.ts';

const cell = yearCell('NLVLI', 2022, {
  substance: 'COC',
  basis: 'seized_in_port',
  metric: 'quantity',
  unit: 'kg',
});

type Over = Partial<Observation>;

function explained(governing: Over, other: Over, ...context: readonly Over[]) {
  const all = context.map((over, index) => claimOf(`x${index}`, over));
  return explainPair(claimOf('g', governing), claimOf('o', other), all, cell);
}

describe('explainPair(governing, other, all, cell)', () => {
  it('rounding: the other is the governing figure, rounded further than its words allow', () => {
    const found = explained({ value: 69800 }, { value: 70000, wording: 'floor' });
    expect([found.type, found.computed]).toEqual(['rounding', true]);
    expect(found.text.en).toMatchInlineSnapshot(`"70,000 is 69,800, rounded."`);
  });

  it('vintage: the same publisher, earlier', () => {
    const found = explained(
      { value: 6865, publishedOn: '2015-04-02' },
      { value: 6844, publishedOn: '2011-11-10' },
    );
    expect([found.type, found.computed]).toEqual(['vintage', true]);
    expect(found.text).toMatchInlineSnapshot(`
      {
        "de": "HARC-Team: zuerst 6.844 (10. November 2011), später 6.865 (2. April 2015); es gilt die spätere Zahl.",
        "en": "HARC team: first 6,844 (10 November 2011), later 6,865 (2 April 2015); the later figure stands.",
        "fr": "Équipe HARC : d’abord 6 844 (10 novembre 2011), puis 6 865 (2 avril 2015) ; le chiffre le plus récent fait foi.",
        "nl": "HARC-team: eerst 6.844 (10 november 2011), later 6.865 (2 april 2015); het latere cijfer geldt.",
      }
    `);
  });

  it('vintage: never between two newspapers', () => {
    const found = explained(
      { value: 6865, publishedOn: '2015-04-02', agencies: ['PRESS'] },
      { value: 6844, publishedOn: '2011-11-10', agencies: ['PRESS'] },
    );
    expect(found.computed).toBe(false);
  });

  it('two files of one service without dates: one may be the later edition, and which is asked', () => {
    const table = { publication: null, publishedOn: null };
    const [one, two] = [
      { ...table, value: 8100, source: 'one' },
      { ...table, value: 7750, source: 'two' },
    ];
    const found = explained(one, two);
    expect([found.type, found.computed]).toEqual(['same_scope_different_value', false]);
    expect(found.text.en).toBe(
      '7,750 and 8,100 come from two files of one service: one may be a later edition. Of when each file is, is not said; where both are dated (publishedOn in the description), the later stands.',
    );
    const dated = explained(
      { ...one, publishedOn: '2026-06-30' },
      { ...two, publishedOn: '2026-02-12' },
    );
    expect([dated.type, dated.computed]).toEqual(['vintage', true]);
  });

  it('cut-off: counted before the period was over, and lower', () => {
    const early = {
      value: 3800,
      publishedOn: '2022-12-29',
      agencies: ['NL_CUST'],
      wording: 'exact',
    } as const;
    const found = explained({ value: 4157 }, early);
    expect([found.type, found.computed]).toEqual(['cutoff', true]);
    expect(found.text).toMatchInlineSnapshot(`
      {
        "de": "3.800 wurde gezählt, bevor der Zeitraum zu Ende war (veröffentlicht am 29. Dezember 2022).",
        "en": "3,800 was counted before the period was over (published on 29 December 2022).",
        "fr": "3 800 a été compté avant la fin de la période (publié le 29 décembre 2022).",
        "nl": "3.800 is geteld voordat de periode voorbij was (gepubliceerd op 29 december 2022).",
      }
    `);
    expect(explained({ value: 4157 }, { ...early, value: 4300 }).computed).toBe(false);
  });

  it('transposition: two digits swapped, also at the end of the decimals', () => {
    const found = explained({ value: 0.3715 }, { value: 0.3175 });
    expect([found.type, found.computed]).toEqual(['digit_transposition', true]);
    expect(found.text.fr).toMatchInlineSnapshot(
      `"0,3175 et 0,3715 ne diffèrent que par deux chiffres intervertis : sans doute une erreur de transcription."`,
    );
    expect(explained({ value: 0.37 }, { value: 0.307 }).type).toBe('digit_transposition');
  });

  it('slip: the decimal mark moved, and rounded', () => {
    const found = explained({ value: 0.3715, wording: 'exact' }, { value: 3.7, wording: 'exact' });
    expect([found.type, found.computed]).toEqual(['factor_10^k', true]);
    expect(found.text).toMatchInlineSnapshot(`
      {
        "de": "3,7 ist, bis auf Rundung, das 10-Fache von 0,3715: vermutlich ein verschobenes Komma.",
        "en": "3.7 is, but for rounding, 10 times 0.3715: probably a misplaced decimal mark.",
        "fr": "3,7 est, à l’arrondi près, 10 fois 0,3715 : sans doute une virgule déplacée.",
        "nl": "3,7 is, op afronding na, 10 keer 0,3715: vermoedelijk een verschoven komma.",
      }
    `);
    expect(explained({ value: 0.3175 }, { value: 3.7 }).type).not.toBe('factor_10^k');
    expect(explained({ value: 4157 }, { value: 4.157 }).text.en).toMatchInlineSnapshot(
      `"4,157 is 1,000 times 4.157: probably a misplaced decimal mark."`,
    );
  });

  it('slip: a single digit is a suspicion, and leaves the conflict open', () => {
    const almost = explained({ value: 1, wording: 'just_under' }, { value: 9.58 });
    expect([almost.type, almost.computed]).toEqual(['factor_10^k', false]);
  });

  it('slip: "almost" and "over" hold of the moved figure too', () => {
    const almost = { value: 1, wording: 'just_under', agencies: ['PRESS'] } as const;
    expect(explained(almost, { value: 9.58 }).type).toBe('factor_10^k');
    expect(explained(almost, { value: 11.23406 }).type).toBe('agency');
    const over = { value: 11, wording: 'floor', agencies: ['PRESS'] } as const;
    expect(explained({ value: 112 }, over).type).toBe('factor_10^k');
    expect(explained({ value: 108 }, over).type).toBe('agency');
  });

  it('scope: the governing figure plus that of a neighbouring port', () => {
    const found = explained({ value: 6055 }, { value: 7000 }, { value: 967, place: 'NLMOE' });
    expect([found.type, found.computed, found.rests]).toEqual(['scope', true, ['x0']]);
    expect(found.text).toMatchInlineSnapshot(`
      {
        "de": "7.000 ist, gerundet, 6.055 + 967 (Moerdijk, Kokain) = 7.022: Die Zahl umfasst mehr als Vlissingen.",
        "en": "7,000 is, rounded, 6,055 + 967 (Moerdijk, cocaine) = 7,022: the figure covers more than Vlissingen.",
        "fr": "7 000 est, arrondi, 6 055 + 967 (Moerdijk, cocaïne) = 7 022 : le chiffre ne porte pas seulement sur Flessingue.",
        "nl": "7.000 is, afgerond, 6.055 + 967 (Moerdijk, cocaïne) = 7.022: het cijfer omvat meer dan Vlissingen.",
      }
    `);
  });

  it('scope: the governing figure minus that of a neighbouring port', () => {
    const found = explained({ value: 7022 }, { value: 6055 }, { value: 967, place: 'NLMOE' });
    expect([found.type, found.computed]).toEqual(['scope', true]);
    expect(found.text.nl).toMatchInlineSnapshot(
      `"6.055 is 7.022 − 967 (Moerdijk, cocaïne) = 6.055: dat deel is in het ene cijfer wel en in het andere niet geteld."`,
    );
  });

  it('scope: plus other drugs of the same port', () => {
    const found = explained({ value: 8939 }, { value: 10300 }, { value: 1368, substance: 'CAN' });
    expect(found.text.de).toMatchInlineSnapshot(
      `"10.300 ist, gerundet, 8.939 + 1.368 (Vlissingen, Cannabis (nicht näher bestimmt)) = 10.307: Die Zahl umfasst mehr als Vlissingen."`,
    );
  });

  it('basis: plus what was found elsewhere, where that comes on top', () => {
    const elsewhere = { value: 7000, basis: 'entered_via_port', containsOwn: false } as const;
    const found = explained({ value: 11500 }, { value: 18500 }, elsewhere);
    expect([found.type, found.computed]).toEqual(['basis', true]);
    const inside = { ...elsewhere, containsOwn: true };
    expect(explained({ value: 11500 }, { value: 18500 }, inside).computed).toBe(false);
  });

  it('scope: a part counts only for the same period, and whole', () => {
    for (const over of [
      { periodEnd: '2022-06-30' },
      { extent: 'one_find' },
      { place: 'NLRTM' },
      { place: 'BEANR' },
    ] as const)
      expect(
        explained({ value: 6055 }, { value: 7000 }, { value: 967, place: 'NLMOE', ...over })
          .computed,
      ).toBe(false);
  });

  it('relabelled: the figure of a wider area under the name of a port', () => {
    const found = explained({ value: 70571 }, { value: 72808 }, { value: 72808, place: 'PC_HARC' });
    expect([found.type, found.computed, found.rests]).toEqual(['scope', true, ['x0']]);
    expect(found.text.en).toMatchInlineSnapshot(
      `"72,808 is the figure for all HARC ports, probably attributed to Vlissingen by mistake."`,
    );
  });

  it('agency: named, but nothing is computed', () => {
    const found = explained({ value: 8939 }, { value: 9600, agencies: ['NL_CUST'] });
    expect([found.type, found.computed]).toEqual(['agency', false]);
    expect(found.text).toMatchInlineSnapshot(`
      {
        "de": "HARC-Team: 8.939; niederländischer Zoll: 9.600. Keine andere Zahl erklärt den Unterschied.",
        "en": "HARC team: 8,939; Dutch Customs: 9,600. No other figure explains the difference.",
        "fr": "Équipe HARC : 8 939 ; douane néerlandaise : 9 600. Aucun autre chiffre n’explique l’écart.",
        "nl": "HARC-team: 8.939; Douane (Nederland): 9.600. Geen ander cijfer verklaart het verschil.",
      }
    `);
  });

  it('nothing explains two figures of one agency', () => {
    const found = explained({ value: 5264 }, { value: 6000 });
    expect([found.type, found.computed]).toEqual(['same_scope_different_value', false]);
    expect(found.text.de).toMatchInlineSnapshot(
      `"6.000 und 5.264 beziehen sich auf dasselbe; keine andere Zahl erklärt den Unterschied."`,
    );
  });
});
