import { describe, expect, it } from 'vitest';
import { describedLines } from '../table-of.ts';

describe('the language of a few words', () => {
  it.each([
    [
      'de',
      ['Präventionsprogramm „Stark ohne“ – Schulen und Straftaten', 'Schuljahr;Land;Straftaten'],
    ],
    ['de', ['Rauschgift am Flughafen', 'Land;2021;2022']],
    ['nl', ['Land;Jaar;Aantal']],
  ] as const)('is %s where a word of two languages heads a column', async (language, head) => {
    const found = await describedLines('a.csv', [
      ...head,
      '2021/2022;Hessen;48',
      '2022/2023;Hessen;63',
    ]);
    expect(found.language.value).toBe(language);
  });
});

describe('years of schools', () => {
  const written = async (heading: string, title: string): Promise<string> => {
    const { columns, decisions } = await describedLines('a.csv', [
      title,
      `${heading};Misdrijven`,
      '2021/2022;48',
      '2022/2023;63',
      '2023/2024;71',
    ]);
    expect(decisions.map(({ about }) => about.en)).toContain(`column ${heading}`);
    return JSON.stringify(columns[0]?.written);
  };
  it('begin in August or September, and are asked about', async () => {
    expect(await written('Schuljahr', 'Straftaten an Schulen und auf Wegen')).toMatch(
      /08-01.*07-31/u,
    );
    expect(
      await written('Schooljaar', 'Geregistreerde misdrijven op scholen van het land'),
    ).toMatch(/08-01.*07-31/u);
    expect(await written('Année scolaire', 'Faits constatés dans les écoles du pays')).toMatch(
      /09-01.*08-31/u,
    );
    expect(
      await written('Academic year', 'Offences recorded by the schools of the country'),
    ).toMatch(/09-01.*08-31/u);
    expect(await written('Year', 'Offences recorded by the police of the country')).toMatch(
      /04-01.*03-31/u,
    );
  });
});

describe('a file of prevention', () => {
  it.each([
    ['Schuljahr;Land;Schulen;Teilnehmende', 'Präventionsprogramm der Polizei'],
    ['Jaar;Gemeente;Scholen;Deelnemers', 'Preventie van de politie'],
    ['Année;Commune;Écoles;Élèves', 'La prévention de la police'],
    ['Year;Municipality;Schools;Pupils', 'Prevention by the police'],
  ])(
    '%s holds nothing that a picture counts, and is taken for no list of codes',
    async (head, title) => {
      const [, , schools = '', pupils = ''] = head.split(';');
      const { unfit } = await describedLines('praevention.csv', [
        title,
        head,
        '2021;Aachen;48;3.120',
        '2022;Aachen;63;4.405',
        '2022;Bonn;71;5.010',
      ]);
      expect(unfit?.en).toContain(`"${schools}", "${pupils}"`);
      expect(unfit?.en).toContain('no measure of a picture holds');
    },
  );
});
