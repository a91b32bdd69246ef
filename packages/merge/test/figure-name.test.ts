import { parseFigureName } from '@samenbeeld/merge';
import { describe, expect, test } from 'vitest';

describe('parseFigureName(text)', () => {
  test.each([
    ['Ghent cocaine 2022', 'BEGNE', 'COC', '2022-01-01', '2022-12-31'],
    ['Vlissingen februari 2025', 'NLVLI', null, '2025-02-01', '2025-02-28'],
    ['heroin in Rotterdam, March 2024', 'NLRTM', 'HER', '2024-03-01', '2024-03-31'],
    ['Anvers cocaïne mars 2022', 'BEANR', 'COC', '2022-03-01', '2022-03-31'],
    ['Antwerpen 2024-Q3', 'BEANR', null, '2024-07-01', '2024-09-30'],
    ['Hamburg 2025-02-17', 'DEHAM', null, '2025-02-17', '2025-02-17'],
    ['premier semestre 2023 Gand', 'BEGNE', null, '2023-01-01', '2023-06-30'],
  ])('%s', (text, place, substance, start, end) => {
    const name = parseFigureName(text);
    expect(name).toMatchObject({ substance, period: { start, end } });
    expect(name.places).toContain(place);
  });

  test.each([
    ['NRW offences 2023', ['DEA'], 'offences', null],
    ['DEA ICCS0601 2023', ['DEA'], null, 'ICCS0601'],
    ['BE.PLACE.Anvers COC recorded 2022', ['BE.PLACE.Anvers'], null, null],
    ['Luxembourg str_reports 2022', ['LU'], 'str_reports', null],
  ])('what is counted, and places that no list holds: %s', (text, named, metric, offence) => {
    const { places, ...name } = parseFigureName(text);
    expect(places).toEqual(expect.arrayContaining(named));
    expect(name).toMatchObject({ metric, offence });
  });

  test('says what is missing or not known', () => {
    expect(() => parseFigureName('Ghent cocaine')).toThrow('no year, month or other period');
    expect(() => parseFigureName('cocaine 2022')).toThrow('found no place');
    expect(() => parseFigureName('Vlisingen cocaine 2022')).toThrow('Do you mean NLVLI');
    expect(() => parseFigureName('Ghent rocket 2022')).toThrow('"rocket", which is no place');
  });
});
