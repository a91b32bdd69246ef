import type { FileDescription } from '@samenbeeld/describe';
import { describe, expect, it } from 'vitest';
import { describedLines } from '../table-of.ts';

const asked = ({ decisions }: FileDescription): string =>
  decisions.map(({ about, question }) => `${about.en}: ${question.en}`).join('\n');
const setOf = ({ columns }: FileDescription, heading: string): unknown =>
  (columns.find(({ headings }) => headings[0] === heading)?.written as { set?: unknown } | null)
    ?.set;
const writtenOf = ({ columns }: FileDescription, heading: string): string =>
  JSON.stringify(columns.find(({ headings }) => headings[0] === heading)?.written);

describe('amounts of which nothing says what they are of', () => {
  it('are asked of, and nothing is proposed', async () => {
    const found = await describedLines('a.csv', [
      'Haven;Jaar;Vangst',
      'Antwerpen;2021;89,5 ton',
      'Antwerpen;2022;109,9 ton',
      'Rotterdam;2021;70,6 ton',
    ]);
    expect(asked(found)).toContain(
      'substance: what is the substance? Nothing in the file says of which drug the amounts are',
    );
  });

  it('are proposed to be of the drug that one other heading names', async () => {
    const found = await describedLines('a.csv', [
      'Jaar;Haven van vertrek;Containers met cocaïne;Gewicht (kg)',
      '2022;Guayaquil;61;18400,5',
      '2022;Santos;22;6350,5',
      '2023;Guayaquil;83;24900,5',
    ]);
    expect(found.constants['substance']?.value).toBe('COC');
    expect(asked(found)).toContain('is the substance COC');
  });

  it.each([
    [['Jaar;Middel;Gewicht (kg)', '2022;cocaïne;12,5', '2023;heroïne;14,5']],
    [['Inbeslagnames sigaretten en tabak', 'Jaar;Gewicht (kg)', '2022;12,5', '2023;14,5']],
    [['Saisies de cocaïne (kg)', 'Année;Port du Havre', '2022;12,5', '2023;14,5']],
  ])('are not asked of where a column, a title or other goods say it: %s', async (lines) => {
    expect(asked(await describedLines('a.csv', lines))).not.toContain(
      'Nothing in the file says of which drug',
    );
  });
});

describe('what stands before a colon in a title', () => {
  it('is no caption of a place where it names one itself', async () => {
    const found = await describedLines('a.csv', [
      'Hamburger Hafen: Kokainfunde',
      'Halbjahr;Menge (Tonnen)',
      '"2022, 1. Halbjahr";5,2',
      '"2022, 2. Halbjahr";8,6',
      '"2023, 1. Halbjahr";19,9',
    ]);
    expect(found.constants['place']?.value).toBe('DEHAM');
    expect(found.trial.kind === 'ingested' && found.trial.period).toMatchObject({
      start: '2022-01-01',
      end: '2023-06-30',
    });
  });

  it('and a place that no list knows is asked', async () => {
    const found = await describedLines('a.csv', [
      'Gemeente: Onbekendestad',
      'Jaar;Aantal misdrijven',
      '2022;120',
      '2023;130',
    ]);
    expect(found.constants['place']?.confidence ?? 0).toBeLessThan(0.8);
  });
});

describe('years from one to the next', () => {
  const lines = (heading: string, ...years: readonly string[]): readonly string[] => [
    `${heading};Académie;Infractions`,
    ...years.flatMap((year, at) => [`${year};Lille;${410 + at}`, `${year};Reims;${210 + at}`]),
  ];
  it('with a hyphen are no two calendar years where they overlap or their heading says so', async () => {
    for (const found of [
      await describedLines('a.csv', lines('Année scolaire', '2021-2022')),
      await describedLines('a.csv', lines('Année scolaire', '2021-2022', '2022-2023')),
    ]) {
      expect(writtenOf(found, 'Année scolaire')).toMatch(/09-01.*08-31/u);
      expect(asked(found)).toContain('from 1 September to 31 August');
      expect(found.unfit).toBeNull();
    }
    const overlap = await describedLines('a.csv', lines('Période', '2021-2022', '2022-2023'));
    expect(writtenOf(overlap, 'Période')).toContain('periodStart');
    const apart = await describedLines('a.csv', lines('Période', '2019-2020', '2021-2022'));
    expect(writtenOf(apart, 'Période')).toContain('"as":"period"');
  });
});

describe('words of police, customs and ports', () => {
  it('for what was checked, found and sent are known in four languages', async () => {
    const found = async (heading: string): Promise<unknown> =>
      setOf(
        await describedLines('a.csv', [
          `Year;${heading};Cocaine (kg)`,
          '2022;1200;12.5',
          '2023;1150;8.5',
          '2024;1310;44.5',
        ]),
        heading,
      );
    for (const heading of [
      'Vehicles searched',
      'Doorzochte voertuigen',
      'Véhicules fouillés',
      'Durchsuchte Fahrzeuge',
    ])
      expect(await found(heading)).toMatchObject({ metric: 'vehicles_checked' });
    for (const heading of [
      'Aantal controles',
      'Nombre de contrôles',
      'Anzahl Kontrollen',
      'Number of checks',
    ])
      expect(await found(heading)).toMatchObject({ metric: 'controls', unit: 'control' });
    for (const heading of ['Finds', 'Vondsten', 'Funde'])
      expect(await found(heading)).toMatchObject({ metric: 'seizures', unit: 'seizure' });
    for (const heading of [
      'Colis saisis',
      'Parcels',
      'Anzahl Sendungen',
      'In beslag genomen poststukken',
    ])
      expect(await found(heading)).toMatchObject({
        metric: 'seizures',
        unit: 'consignment',
        countUnit: 'consignment',
      });
    for (const heading of ['Parcels checked', 'Gecontroleerde zendingen'])
      expect(JSON.stringify(await found(heading)) ?? '').not.toContain('consignment');
  });

  it('parcels of which the heading does not say that they were seized are asked', async () => {
    const lines = (heading: string): readonly string[] => [
      `Jahr;Rauschgiftart;${heading};Menge (kg)`,
      '2022;Kokain;96;41,25',
      '2022;MDMA;20;8,75',
      '2023;Kokain;120;38,75',
    ];
    expect(asked(await describedLines('a.csv', lines('Anzahl Sendungen')))).toContain(
      'count consignments in which something was seized',
    );
    expect(asked(await describedLines('a.csv', lines('Sichergestellte Sendungen')))).not.toContain(
      'Sendungen',
    );
  });

  it.each(['Year to date', 'Cumul', 'Jahressumme', 'Jaartotaal'])(
    '"%s" is a total',
    async (label) => {
      const found = await describedLines('a.csv', [
        'Month;Heroin (kg);Cocaine (kg)',
        'Jan 2024;1.5;12.5',
        'Feb 2024;3.2;8.0',
        'Mar 2024;2.0;44.0',
        `${label};6.7;64.5`,
      ]);
      expect(found.trial.kind === 'ingested' && found.trial.conservation).toMatchObject({
        rejected: 0,
        accepted: 6,
      });
    },
  );

  it.each(['non communiqué', 'niet meegedeeld', 'keine Angabe', 'not disclosed'])(
    '"%s" is a figure that was not reported',
    async (mark) => {
      const found = await describedLines('a.csv', [
        'Year;Cocaine (kg);Arrests',
        '2021;1250.5;8',
        '2022;980.5;5',
        `2023;${mark};11`,
      ]);
      expect(found.missingValues[mark]?.value).toBe('not_reported');
    },
  );

  it('"n/a" is what the footer says', async () => {
    const found = await describedLines('a.csv', [
      'Year;Cocaine (kg);Arrests',
      '2021;1250.5;8',
      '2022;980.5;5',
      '2023;n/a;11',
      'n/a = not available; source: liaison network',
    ]);
    expect(found.missingValues['n/a']).toMatchObject({ value: 'not_reported', confidence: 0.95 });
  });
});

describe('what a heading says of all figures', () => {
  it('keeps the kind of offence of a fold in its words, as a question', async () => {
    for (const kind of ['Fietsdiefstal', 'Vols de vélos', 'Fahrraddiebstahl', 'Bicycle theft']) {
      const found = await describedLines('a.csv', [
        `Gemeente;${kind} 2022;${kind} 2023`,
        'Breda;812;790',
        'Tilburg;1034;1102',
      ]);
      expect(found.constants['nationalCode']?.value).toBe(kind);
      expect(asked(found)).toContain(`is the nationalCode ${kind}`);
    }
  });

  it.each(['Arrests', 'Aanhoudingen', 'Personnes interpellées', 'Festnahmen'])(
    '%s are arrests, and not asked of',
    async (heading) => {
      const found = await describedLines('a.csv', [
        `Year;Cocaine (kg);${heading}`,
        '2021;1250.5;8',
        '2022;980.5;5',
        '2023;55.1;11',
      ]);
      expect(setOf(found, heading)).toMatchObject({ metric: 'arrests' });
      expect(asked(found)).not.toContain(heading);
    },
  );

  it('a total among countries of seizure is no unknown country, and goods bound elsewhere ask what the place is', async () => {
    const found = await describedLines('a.csv', [
      'Seizures of cocaine bound for Belgium (kg)',
      'Country of seizure;2021;2022;2023',
      'Ecuador;12400;18900;21050',
      'Colombia;8900;7600;9100',
      'Panama;3300;4100;4200',
      'Total;24600;30600;34350',
    ]);
    expect(asked(found)).not.toContain('"Total"');
    expect(asked(found)).toContain('see whether "Country of seizure" is that');
  });
});

it('"year to date" beside other scopes is no total of them', async () => {
  const found = await describedLines('a.csv', [
    'Year;Country;Drug;Basis or scope;Quantity (kg)',
    '2022;BE;cocaine;year to date;1250.5',
    '2022;NL;cocaine;home;980.5',
    '2023;BE;cocaine;half-year;55.5',
    '2023;NL;cocaine;home;75.5',
  ]);
  expect(found.totals.map(({ label }) => label)).not.toContain('year to date');
});
