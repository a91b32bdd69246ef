import { expect, test } from 'vitest';
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
