import { describe, expect, it } from 'vitest';
import { measureOf } from '../../src/columns/measures.ts';
import { describedLines } from '../table-of.ts';

const ignored = (heading: string): string | undefined => measureOf(heading)?.ignore?.en;

describe('what stands beside figures of crime and counts none', () => {
  it.each([
    ['Oppervlakte km2', /size of an area/u],
    ['superficie_km2', /size of an area/u],
    ['Fläche km²', /size of an area/u],
    ['Area (sq km)', /size of an area/u],
    ['Superficie (km2)', /size of an area/u],
    ['revenu_median', /earned/u],
    ['Inkomen per hoofd', /earned/u],
    ['Verfügbares Einkommen', /earned/u],
    ['GDP per head', /earned/u],
    ['Bevolkingsdichtheid', /population per area/u],
    ['Netnummer', /to call an area by/u],
    ['Vorwahl', /to call an area by/u],
    ['indicatif_tel', /to call an area by/u],
  ])('is left out: %s', (heading, reason) => {
    expect(ignored(heading)).toMatch(reason);
  });

  it.each([
    'Superficie plantée détruite (ha)',
    'Criminal income (EUR)',
    'Revenus du trafic (EUR)',
    'Area',
    'Police area',
    'Surface web offences',
    'Indicateur',
  ])('is not meant: %s', (heading) => {
    expect(ignored(heading) ?? '').not.toMatch(/size of an area|earned|call an area/u);
  });

  it('leaves the count of offences as the only figures, with its places', async () => {
    const { columns, decisions, trial } = await describedLines('gemeinden.csv', [
      'Jahr;Gemeinde;PLZ;Vorwahl;Einkommen je Einwohner;Einwohner;Fläche km²;Straftaten;HZ',
      '2030;Aachen;52062;0241;24.100;249.000;160,8;25.120;10088',
      '2030;Kleve;47533;02821;23.900;52.000;97,8;4.120;7923',
      '2030;Münster;48143;0251;25.700;317.000;303,3;28.100;8864',
    ]);
    const of = Object.fromEntries(columns.map(({ headings: [name = ''], to }) => [name, to]));
    expect(of).toMatchObject({ Gemeinde: 'place', Straftaten: 'value', PLZ: 'placeNote' });
    expect(columns.filter(({ to }) => to === 'value')).toHaveLength(1);
    expect(decisions.map(({ about }) => about.en)).not.toContain('column Vorwahl');
    expect(trial).toMatchObject({ kind: 'ingested', conservation: { accepted: 3 } });
  });

  it('counts offences beside nothing but postal codes, and asks for the place', async () => {
    const { columns, decisions } = await describedLines('plz.csv', [
      'Jahr;PLZ;Straftaten',
      '2030;52062;125',
      '2030;20457;350',
      '2030;28195;75',
    ]);
    expect(columns.map(({ to }) => to)).toEqual(['period', 'placeNote', 'value']);
    expect(decisions.map(({ about }) => about.en)).toContain('place');
  });
});
