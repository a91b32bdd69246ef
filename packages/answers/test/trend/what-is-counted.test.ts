import { expect, test } from 'vitest';
import { countedIn } from '../../src/text.ts';
import { portSeries } from '../../src/trend/port-trend.ts';

const labelOf = (counted: Parameters<typeof portSeries>[3]) =>
  portSeries([], 'DEA', null, counted).label;

test('a series is called by what was counted, as narrow as its figures: the drug, the offence, the code', () => {
  const cocaine = labelOf({ metric: 'offences', substance: 'COC' });
  expect(cocaine?.de).toBe('Straftaten (Kokain) in Nordrhein-Westfalen');
  expect(cocaine?.fr).toBe('Infractions (cocaïne), Rhénanie-du-Nord-Westphalie');
  const offence = { substance: null, offence: 'ICCS0601' };
  expect(labelOf({ ...offence, metric: 'offences' })?.de).toBe(
    'Rauschgiftdelikte in Nordrhein-Westfalen',
  );
  expect(labelOf({ ...offence, metric: 'suspects' })?.nl).toBe(
    'Verdachten (drugsmisdrijven) in Noordrijn-Westfalen',
  );
  expect(labelOf({ metric: 'quantity', substance: 'COC' })?.en).toBe(
    'Cocaine seized in North Rhine-Westphalia',
  );
});

test('a series names its basis in each language where "seized in the place" does not say it', () => {
  const on = (basis: string, place = 'LU', metric = 'quantity') =>
    countedIn({ metric, substance: 'COC', basis }, place);
  expect(on('seized_in_post')).toEqual({
    nl: 'Cocaïne, in post en koerierszendingen in beslag genomen, Luxemburg',
    fr: 'Cocaïne, saisies dans le courrier et les colis, Luxembourg',
    de: 'Kokain, in Post- und Kuriersendungen sichergestellt, Luxemburg',
    en: 'Cocaine, seized in post and courier items, Luxembourg',
  });
  expect(on('seized_in_territory').en).toBe('Cocaine seized in Luxembourg');
  expect(on('seized_in_port', 'NLVLI').en).toBe('Cocaine seized in Vlissingen');
  // In the ports of a country is not in the country, and what came in through a port was not seized there.
  expect(on('seized_in_port', 'NL').en).toBe('Cocaine, seized in the port, Netherlands');
  expect(on('entered_via_port', 'NLVLI').en).toBe('Cocaine, entered via the port, Vlissingen');
  expect(countedIn({ metric: 'cash', substance: null, basis: 'seized_in_post' }, 'LU').de).toMatch(
    /, in Post- und Kuriersendungen sichergestellt, Luxemburg$/,
  );
});
