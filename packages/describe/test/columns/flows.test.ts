import type { FileDescription } from '@samenbeeld/describe';
import { describe, expect, it } from 'vitest';
import { describedLines } from '../table-of.ts';

const asked = ({ decisions }: FileDescription): readonly string[] =>
  decisions.map(({ about, question }) => `${about.en}: ${question.en}`);
const noteOf = ({ constants }: FileDescription): string | undefined => constants['note']?.value;

describe('whence, where to and how goods went', () => {
  const post = [
    'Hauptzollamt Musterstadt – Rauschgift im Post- und Kurierverkehr',
    'Jahr;Herkunftsland;Bestimmungsland;Rauschgiftart;Beförderer;Menge (kg)',
    '2022;Niederlande;USA;MDMA;DHL;188,40',
    '2022;Niederlande;Deutschland;Kokain;DHL;41,25',
    '2022;Spanien;Deutschland;Cannabisharz;Hermes;72,00',
    '2023;Niederlande;USA;MDMA;DHL;231,10',
    '2023;Niederlande;Deutschland;Kokain;DHL;38,75',
    '2023;Spanien;Deutschland;Cannabisharz;Hermes;–',
    '- = keine Angabe; Quelle: Generalzolldirektion',
  ];

  it('are left out of counted figures with one question for all such columns, which proposes no place', async () => {
    const found = await describedLines('post.csv', post);
    const of = found.decisions.filter(({ about }) => about.en.includes('Herkunftsland'));
    expect(of.map(({ question }) => question.en)).toEqual([
      '"Herkunftsland" is left out, since no field of an observation holds it: may the figures of all of them come together? Where only one is wanted, exclude the other rows. The same for "Bestimmungsland", "Beförderer".',
    ]);
    expect(of.flatMap(({ alternatives }) => alternatives.map(({ en }) => en))).toEqual([]);
  });

  it('a column that alone tells rows apart is asked of once', async () => {
    const found = await describedLines('post.csv', [
      'Drogues saisies dans les colis',
      'Année;Pays de provenance;Produit;Quantité (kg)',
      '2022;Pays-Bas;Cocaïne;41,25',
      '2022;Espagne;Cocaïne;72,00',
      '2023;Pays-Bas;Cocaïne;38,75',
      '2023;Espagne;Cocaïne;80,50',
    ]);
    const of = asked(found).filter((text) => text.includes('provenance'));
    expect(of).toHaveLength(1);
    expect(of[0]).toContain('tells apart');
    expect(of[0]).not.toContain('come together');
  });

  it('parts of a total by country of departure are left out with a question', async () => {
    const found = await describedLines('vertrek.csv', [
      'Inbeslagnames in Latijns-Amerika met bestemming Nederland, in ton',
      'Land van vertrek;2021;2022;2023',
      'Ecuador;14,2;21,5;28,9',
      'Colombia;11,0;9,4;12,8',
      'Panama;3,1;5,0;.',
      'Totaal;28,3;35,9;41,7',
      'Bron: liaisonnetwerk; . = onbekend',
    ]);
    expect(asked(found).join('\n')).toContain(
      'are the parts of "Totaal" in "Land van vertrek" wanted?',
    );
    expect(found.yaml).toContain('the file names "liaisonnetwerk"');
    expect(found.yaml).not.toContain('liaisonnetwerk .');
  });

  it('what the footer says of a dash holds for any dash, and a source behind it is no part of its meaning', async () => {
    const found = await describedLines('post.csv', post);
    expect(Object.entries(found.missingValues).map(([mark, { value }]) => [mark, value])).toEqual([
      ['–', 'not_reported'],
    ]);
    expect(asked(found).join('\n')).not.toContain('missing mark');
    expect(found.yaml).toMatch(/"?-"?: keine Angabe\n/u);
  });

  it('an office of a part of a country does not answer for all of it', async () => {
    const found = await describedLines('post.csv', post);
    expect(asked(found).join('\n')).toContain('is the place DE');
  });
});

describe('words of post in a title', () => {
  it.each([
    ['Rauschgift im Post- und Kurierverkehr', 'Jahr;Rauschgiftart;Menge (kg)'],
    ['Drugs in post- en koerierszendingen', 'Jaar;Middel;Hoeveelheid (kg)'],
    ['Drugs seized in mail and parcels', 'Year;Drug;Quantity (kg)'],
    ['Drogues saisies dans les colis postaux', 'Année;Produit;Quantité (kg)'],
  ])('%s is a basis and no note', async (title, head) => {
    const found = await describedLines('post.csv', [
      title,
      head,
      '2022;MDMA;12.5',
      '2023;MDMA;14.5',
      '2023;LSD;1.5',
    ]);
    expect(found.constants['basis']?.value).toBe('seized_in_post');
    expect(noteOf(found)).toBeUndefined();
    // Every other basis stands in the description.
    for (const other of [
      'seized_in_port',
      'seized_in_territory',
      'destined_for_country',
      'seized_in_action',
      'seized_abroad',
    ])
      expect(found.yaml).toContain(`or ${other} `);
  });

  it('are kept whole where nothing was seized', async () => {
    const found = await describedLines('betrug.csv', [
      'Betrug per Post- und Kurierverkehr, erfasste Fälle',
      'Jahr;Bundesland;Fälle',
      '2022;Hessen;120',
      '2022;Bayern;140',
      '2023;Hessen;150',
    ]);
    expect(noteOf(found)).toBe('per Post- und Kurierverkehr');
  });

  it('abroad is a basis that is asked', async () => {
    const found = await describedLines('abroad.csv', [
      'Saisies de cocaïne à l’étranger (kg)',
      'Pays;2022;2023',
      'Équateur;120,5;140,5',
      'Panama;20,5;10,5',
    ]);
    expect(found.constants['basis']?.value).toBe('seized_abroad');
    expect(asked(found).join('\n')).toContain('seized_abroad');
  });
});

describe('ports on the way', () => {
  it.each([
    ['Haven van vertrek', true],
    ['Port de départ', true],
    ['Zielhafen', true],
    ['Port of loading', true],
    ['Haven', false],
    ['Port', false],
  ])('%s: whether the figures were counted there is asked: %s', async (heading, isAsked) => {
    const found = await describedLines('a.csv', [
      `Year;${heading};Containers with cocaine;Weight (kg)`,
      '2022;Guayaquil;61;18400.5',
      '2022;Santos;22;6350.5',
      '2023;Guayaquil;83;24900.5',
      '2023;Santos;17;4480.5',
    ]);
    expect(asked(found).join('\n').includes('were the figures counted there')).toBe(isAsked);
  });
});

it('figures with words that are read are not said to be refused', async () => {
  const found = await describedLines('a.csv', [
    'Haven;Jaar;Cocaïne in beslag genomen',
    'Vlissingen;2022;4,2 ton',
    'Terneuzen;2022;300 kg',
    'Vlissingen;2023;ongeveer 3 ton',
    'Terneuzen;eerste halfjaar 2024;410 kg',
  ]);
  expect(found.trial.kind === 'ingested' && found.trial.conservation.rejected).toBe(0);
  expect(asked(found).join('\n')).not.toContain('rejected');
});
