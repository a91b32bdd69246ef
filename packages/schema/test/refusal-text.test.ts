import {
  assertComparable,
  dimensionLabel,
  languages,
  RefusalError,
  refusalText,
} from '@samenbeeld/schema';
import { describe, expect, test } from 'vitest';
import { observation, seizure, years } from './example-records.ts';

const dimensions = [
  ...['kind', 'metric', 'statistic', 'basis', 'unit', 'counting rule', 'substance', 'offence'],
  ...['market level', 'extent', 'agency', 'territory', 'period', 'vintage', 'break', 'members'],
  'frequency',
];

describe('refusalText(refusal, purpose)', () => {
  test('names the dimension and the decision, for each dimension and in each language', () => {
    for (const dimension of dimensions)
      for (const language of languages) {
        const said = refusalText({ dimension, subject: 'sum across x: a, b' }, 'sum')[language];
        const isWorded =
          dimension === 'break' || dimension === 'members' || dimension === 'frequency';
        if (!isWorded) expect(said).toContain(dimensionLabel(dimension)[language]);
        expect(said).toContain('sum across x: a, b');
        expect(said).not.toMatch(/undefined|\{|\|/);
        expect(said.endsWith('.')).toBe(true);
        if (language !== 'en')
          expect(said.replace('sum across x: a, b', '')).not.toMatch(
            /\b(the|rows|added|unless)\b/i,
          );
      }
  });

  test('reads as a sentence in each language', () => {
    expect(
      refusalText({ dimension: 'agency', subject: 'sum across agencies: A, B' }, 'sum'),
    ).toMatchInlineSnapshot(`
      {
        "de": "Nicht addiert: Die Angaben unterscheiden sich (Behörde), sofern nicht jemand festhält, dass es trotzdem zulässig ist (Gegenstand dieser Entscheidung: „sum across agencies: A, B“). Was Behörden gemeinsam sicherstellten, zählte doppelt.",
        "en": "Not added: the rows differ (agency), unless someone records that it may be done all the same (subject of that decision: "sum across agencies: A, B"). What agencies seized together would count twice.",
        "fr": "Non additionné : les données diffèrent (service), sauf si quelqu’un consigne que c’est permis malgré tout (objet de cette décision : « sum across agencies: A, B »). Ce que des services ont saisi ensemble compterait deux fois.",
        "nl": "Niet opgeteld: de gegevens verschillen (dienst), tenzij iemand vastlegt dat het toch mag (onderwerp van die beslissing: "sum across agencies: A, B"). Wat diensten samen in beslag namen, zou dubbel tellen.",
      }
    `);
    expect(refusalText({ dimension: 'members', subject: null }, 'trend')).toMatchInlineSnapshot(`
      {
        "de": "Kein Trend: Die Häfen in der Summe wechseln von Jahr zu Jahr. Ein Hafen, der zu melden beginnt, sähe wie ein Anstieg aus.",
        "en": "No trend: the ports in the sum change from year to year. A port that begins to report would look like a rise.",
        "fr": "Pas de tendance : les ports de la somme changent d’une année à l’autre. Un port qui commence à déclarer ressemblerait à une hausse.",
        "nl": "Geen trend: de havens in de som wisselen van jaar tot jaar. Een haven die begint te melden, zou op een stijging lijken.",
      }
    `);
  });
});

test('a refusal of the guard says so itself, for what the rows were to be put together', () => {
  const refused = (ask: () => unknown): RefusalError => {
    try {
      ask();
    } catch (error) {
      if (error instanceof RefusalError) return error;
    }
    throw new Error('not refused');
  };
  const unlike = [
    observation(),
    observation({ id: 'b', place: 'BEGNE', basis: 'entered_via_port' }),
  ];
  expect(refused(() => assertComparable(unlike, { for: 'trend' })).says?.de).toBe(
    'Kein Trend: Die Angaben unterscheiden sich (Grundlage: über den Hafen eingeführt 1, im Hafen sichergestellt 1). Eine der Grundlagen zählt Funde, die anderswo gemacht wurden.',
  );
  const changing = [...years(2), observation({ id: 'c', place: 'BEGNE' })];
  const mixed = [observation(), observation({ id: 'b', periodEnd: '2022-06-30', freq: 'S' })];
  const repeated = [observation(), observation({ id: 'b' })];
  const nested = [observation(), observation({ id: 'b', place: 'NL' })];
  const events = [
    seizure(),
    seizure({ id: 'b', source: 'nl-kmar', place: 'NL', placeLevel: 'country' }),
  ];
  const found: string[] = [];
  for (const [records, purpose] of [
    [changing, 'trend'],
    [mixed, 'rate'],
    [repeated, 'sum'],
    [nested, 'sum'],
    [events, 'sum'],
  ] as const) {
    const { says, dimension, subject } = refused(() => assertComparable(records, { for: purpose }));
    found.push(says?.fr.replace(/^[^(]*\(|\)[,.].*$/gu, '') ?? '');
    expect(says?.de.replace(/(?<=\(\w+): .*?(?=\)[,.])/u, '')).toBe(
      refusalText({ dimension, subject }, purpose).de,
    );
  }
  expect(found).toMatchInlineSnapshot(`
    [
      "territoire : 2018-01-01..2018-12-31 NLVLI, 2022-01-01..2022-12-31 BEGNE",
      "période : A 1, S 1",
      "édition : NLVLI 2022-01-01..2022-12-31 – harc 2023-01, harc 2023-01",
      "territoire : NLVLI, NL",
      "territoire : NL, NLVLI",
    ]
  `);
});

test('a refusal tells a code by the list of its own dimension', () => {
  const told = (one: Parameters<typeof observation>[0], other: typeof one) => {
    const records = [observation(one), observation({ id: 'b', place: 'BEGNE', ...other })];
    try {
      assertComparable(records, { for: 'trend' });
    } catch (error) {
      if (error instanceof RefusalError) return error.says;
    }
    throw new Error('not refused');
  };
  const counted = { metric: 'seizures', unit: 'seizure' } as const;
  const units = told({ ...counted, countUnit: 'seizure' }, { ...counted, countUnit: 'case' });
  expect(units?.nl).toContain('(telregel: zaak 1, inbeslagname 1)');
  expect(units?.fr).toContain('affaire 1, saisie 1)');
  const drugs = told({ substance: 'COC' }, { substance: 'HER' });
  expect(drugs?.nl).toContain('(middel: cocaïne 1, heroïne 1)');
  expect(drugs?.de).toContain('Kokain 1, Heroin 1)');
});
