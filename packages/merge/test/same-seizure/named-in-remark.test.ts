import { describe, expect, it } from 'vitest';
import { namedInRemark } from '../../src/same-seizure/compare/named-in-remark.ts';

describe('namedInRemark(note, seizedBy)', () => {
  it.each([
    ['vom Zoll übernommen', 'DE', ['DE_ZOLL'], []],
    ['vom Zoll übernommen', 'LU', ['LU_CUST'], []],
    ['Vom niederländischen Zoll übernommen', 'DE', ['NL_CUST'], ['NL']],
    ['Übergabe an die Polizei', 'NL', ['NL_POL'], []],
    ['Saisie reprise de la douane', 'BE', ['BE_CUST'], []],
    ['remis à la police judiciaire fédérale', 'BE', ['BE_FGP'], []],
    ['remis aux autorités belges', 'FR', [], ['BE']],
    ['transmis à la douane française', 'BE', ['FR_DOUANE'], ['FR']],
    ['overgenomen van de douane', 'BE', ['BE_CUST'], []],
    ['overgedragen aan de douane van Vlissingen', 'BE', ['NL_CUST'], ['NL']],
    ['Overgedragen aan FGP Oost-Vlaanderen; lading vernietigd', 'BE', ['BE_FGP'], []],
    ['samen met het HARC-team', 'BE', ['NL_HARC'], ['NL']],
    ['handed over by customs', 'NL', ['NL_CUST'], []],
    ['jointly with Belgian customs', 'NL', ['BE_CUST'], ['BE']],
  ])('reads “%s” of %s', (note, seizedBy, services, countries) => {
    expect(namedInRemark(note, seizedBy)).toEqual({ agencies: services, countries });
  });

  it.each([
    'contrôle routier',
    'niet overgedragen aan de douane',
    'non remis à la douane',
    'nicht vom Zoll übernommen',
    'douanezegel verbroken',
    'melding van de politie',
    'samen met 3 kg cannabis',
    'remise en circulation du conteneur',
    null,
  ])('reads nobody in “%s”', (note) => {
    expect(namedInRemark(note, 'BE')).toEqual({ agencies: [], countries: [] });
  });
});
