import { explainDifference } from '@samenbeeld/merge';
import type { Observation } from '@samenbeeld/schema';
import { beforeAll, describe, expect, it } from 'vitest';
import { claimRow } from './claim-row.ts';
import { named, publishedClaims } from './published.ts';

let published: readonly Observation[];
beforeAll(async () => {
  published = await publishedClaims();
});

function between(a: string, b: string) {
  const { dimensions, ...rest } = explainDifference(
    named(published, a),
    named(published, b),
    published,
  );
  return { ...rest, dimensions: dimensions.map(({ dimension }) => dimension) };
}

describe('explainDifference(a, b, context)', () => {
  it('3,000 to 30 June and 4,500 to 10 July: another cut-off date', () => {
    const found = between('C103', 'C102');
    expect(found).toMatchObject({ difference: 1500, comparable: false });
    expect(found.dimensions).toContain('period');
    expect(found.says).toMatchInlineSnapshot(`
      {
        "de": "Verschiedene Zeiträume oder Stichtage: 1. Halbjahr 2023; 1. Januar 2023 – 10. Juli 2023.",
        "en": "Different periods or cut-off dates: first half of 2023; 1 January 2023 – 10 July 2023.",
        "fr": "Périodes ou dates de situation différentes : premier semestre 2023 ; 1er janvier 2023 – 10 juillet 2023.",
        "nl": "Verschillende perioden of peildata: eerste halfjaar 2023; 1 januari 2023 – 10 juli 2023.",
      }
    `);
  });

  it('3,900 and 10,000: another basis', () => {
    const found = between('C087', 'C089');
    expect(found).toMatchObject({ difference: 6100, comparable: false });
    expect(found.dimensions).toContain('basis');
    expect(found.says).toMatchInlineSnapshot(`
      {
        "de": "Verschiedene Grundlagen: „im Hafen sichergestellt“ und „über den Hafen eingeführt“; beides wird nie addiert.",
        "en": "Different bases: "seized in the port" and "entered via the port"; these are never added.",
        "fr": "Bases différentes : « saisies dans le port » et « entrées par le port » ; elles ne s’additionnent jamais.",
        "nl": "Verschillende grondslagen: "in de haven in beslag genomen" en "via de haven binnengekomen"; die worden nooit opgeteld.",
      }
    `);
  });

  it('72,808 and 70,571: a part of the area', () => {
    const found = between('C073', 'C067');
    expect(found).toMatchObject({ difference: -2237, comparable: false, dimensions: ['place'] });
    expect(found.says).toMatchInlineSnapshot(`
      {
        "de": "Verschiedene Orte: Rotterdam ist ein Teil des größeren Gebiets „alle HARC-Häfen“.",
        "en": "Different places: Rotterdam is a part of the wider area "all HARC ports".",
        "fr": "Lieux différents : Rotterdam fait partie de la zone plus large « tous les ports HARC ».",
        "nl": "Verschillende plaatsen: Rotterdam is een deel van het ruimere gebied "alle HARC-havens".",
      }
    `);
  });

  it('7,000 and 6,055: comparable, and computed, whichever comes first', () => {
    const found = between('C084', 'C082');
    expect(found).toMatchObject({
      comparable: true,
      explanation: { type: 'scope', computed: true },
    });
    expect(between('C082', 'C084').says).toEqual(found.says);
  });

  it('12,664 of all drugs and 8,939 of cocaine: other ports and other drugs', () => {
    expect(between('C094', 'C095').says.nl).toMatchInlineSnapshot(
      `"Verschillende plaatsen: Vlissingen is een deel van het ruimere gebied "havens in Zeeland en West-Brabant". Verschillende drugs: alle drugs; cocaïne."`,
    );
  });

  it('police and customs: agencies that count apart', () => {
    const found = between('C123', 'C124');
    expect(found.comparable).toBe(false);
    expect(found.says).toMatchInlineSnapshot(`
      {
        "de": "Verschiedene Behörden: Großherzogliche Polizei; luxemburgische Zoll- und Akzisenverwaltung (ADA).",
        "en": "Different agencies: Grand Ducal Police; Luxembourg Customs and Excise (ADA).",
        "fr": "Services différents : Police grand-ducale ; Administration des douanes et accises (ADA).",
        "nl": "Verschillende diensten: Groothertogelijke Politie; Luxemburgse douane en accijnzen (ADA).",
      }
    `);
  });

  it('4,100 "ruim" and 4,157: no contradiction', () => {
    const found = between('C088', 'P032');
    expect(found).toMatchObject({ comparable: true, explanation: { type: 'absorbed' } });
    expect(found.says.fr).toMatchInlineSnapshot(`"4 100 et 4 157 ne se contredisent pas."`);
  });

  it('reads two units as one, and an alias as the place', () => {
    const [a, b] = [claimRow('a', { place: 'PC_NSP' }), claimRow('b', { place: 'NSP' })];
    const tonnes = { ...b, value: 4.2, printed: '4.2', unit: 't' };
    expect(explainDifference(a, b).dimensions.map(({ dimension }) => dimension)).toEqual([]);
    expect(explainDifference(a, tonnes)).toMatchObject({ difference: 43, comparable: true });
  });

  it('subtracts nothing from what is not measured alike', () => {
    const count = claimRow('b', { metric: 'seizures', stat: 'count', unit: 'seizure', value: 3 });
    expect(explainDifference(claimRow('a'), count)).toMatchObject({
      difference: null,
      comparable: false,
    });
  });
});
