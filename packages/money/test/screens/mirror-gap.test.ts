import { type Assumed, type MirrorTrade, mirrorGap } from '@samenbeeld/money';
import { describe, expect, it } from 'vitest';

const label = { nl: 'vracht', fr: 'fret', de: 'Fracht', en: 'freight' };
const freight: Assumed = {
  id: 'CIF_FOB',
  label,
  unit: 'ratio',
  distribution: { kind: 'uniform', low: 1.0, high: 1.1 },
  source: 'assumed',
  year: null,
};
const trade: MirrorTrade = {
  exporter: 'DE',
  importer: 'NL',
  exported: 1000,
  imported: 1320,
  currency: 'EUR',
  year: 2022,
  freight,
  source: 'made up',
};

describe('mirrorGap', () => {
  it('takes freight off the imports, at the ends of what is assumed', () => {
    // By hand: quantiles of a uniform from 1 to 1.1 are 1.005 and 1.095; 1320 / 1.095 - 1000 and 1320 / 1.005 - 1000.
    const { interval, details, estimate, assumptions } = mirrorGap(trade);
    expect(interval?.low).toBeCloseTo(0.205479, 6);
    expect(interval?.high).toBeCloseTo(0.313433, 6);
    expect(estimate).toBeCloseTo(1320 / 1.05 / 1000 - 1, 12);
    expect(details.gapLow).toBeCloseTo(205.479, 3);
    expect(details.verdict).toBe('imports_higher');
    expect(assumptions[0]?.en).toBe('CIF_FOB: freight');
  });

  it('gives one verdict for each side of the range, none where a side is silent', () => {
    const verdicts = [1320, 1040, 800, 0].map(
      (imported) => mirrorGap({ ...trade, imported }).details.verdict,
    );
    expect(verdicts).toEqual(['imports_higher', 'not_shown', 'exports_higher', 'no_conclusion']);
    expect(mirrorGap({ ...trade, exported: 0 }).interval).toBeNull();
  });

  it('says the gap as a range, and never why', () => {
    expect(mirrorGap(trade).says).toMatchInlineSnapshot(`
      {
        "de": "Deutschland → Niederlande, 2022: Ohne Fracht und Versicherung ist die gemeldete Einfuhr um 21 % bis 31 % höher als die gemeldete Ausfuhr. Durchfuhr, Wiederausfuhr, Lagerung und andere Buchungstage wirken ebenso; das ist eine Frage an beide Ämter.",
        "en": "Germany → Netherlands, 2022: without freight and insurance, reported imports are 21% to 31% higher than reported exports. Transit, re-export, storage and other dates of booking have the same effect; this is a question to both offices.",
        "fr": "Allemagne → Pays-Bas, 2022 : hors fret et assurance, les importations déclarées sont supérieures de 21 % à 31 % aux exportations déclarées. Le transit, la réexportation, l’entreposage et des dates d’enregistrement différentes ont le même effet ; c’est une question à poser aux deux offices.",
        "nl": "Duitsland → Nederland, 2022: zonder vracht en verzekering is de gemelde invoer 21% tot 31% hoger dan de gemelde uitvoer. Doorvoer, wederuitvoer, opslag en andere boekingsdata hebben hetzelfde gevolg; dit is een vraag aan beide bureaus.",
      }
    `);
    expect(mirrorGap({ ...trade, imported: 800 }).says.en).toMatchInlineSnapshot(
      `"Germany → Netherlands, 2022: without freight and insurance, reported imports are 20% to 27% lower than reported exports. Transit, re-export, storage and other dates of booking have the same effect; this is a question to both offices."`,
    );
    expect(
      mirrorGap({
        ...trade,
        imported: 1040,
        label: { nl: 'Fruit', fr: 'Fruits', de: 'Obst', en: 'Fruit' },
      }).says,
    ).toMatchInlineSnapshot(`
      {
        "de": "Obst, Deutschland → Niederlande, 2022: Ein Unterschied zwischen gemeldeter Ausfuhr und gemeldeter Einfuhr lässt sich nicht nachweisen, wenn Fracht und Versicherung berücksichtigt werden.",
        "en": "Fruit, Germany → Netherlands, 2022: no gap between reported exports and reported imports can be shown, once freight and insurance are allowed for.",
        "fr": "Fruits, Allemagne → Pays-Bas, 2022 : aucun écart entre exportations et importations déclarées ne peut être démontré, compte tenu du fret et de l’assurance.",
        "nl": "Fruit, Duitsland → Nederland, 2022: een verschil tussen gemelde uitvoer en gemelde invoer is niet aantoonbaar, vracht en verzekering in aanmerking genomen.",
      }
    `);
    expect(mirrorGap({ ...trade, imported: 0 }).says.fr).toMatchInlineSnapshot(
      `"Allemagne → Pays-Bas, 2022 : aucune conclusion possible, car l’une des deux parties ne déclare rien."`,
    );
    const all = [1320, 1040, 800].flatMap((imported) =>
      Object.values(mirrorGap({ ...trade, imported }).says),
    );
    expect(all.join(' ')).not.toMatch(/fraud|laund|wit(was|gewassen)|blanchi|Geldw/i);
  });

  it('refuses what is no pair of figures', () => {
    const tried: readonly Partial<MirrorTrade>[] = [
      { importer: 'DE' },
      { exported: Number.NaN },
      { imported: -1 },
      { freight: { ...freight, distribution: { kind: 'fixed', value: 0.9 } } },
      { exporter: 'XX' },
    ];
    expect(
      tried.map((part) => {
        try {
          return mirrorGap({ ...trade, ...part }).kind;
        } catch (error) {
          return `${(error as Error).name}: ${(error as Error).message}`;
        }
      }),
    ).toMatchInlineSnapshot(`
      [
        "RefusalError: A country has no mirror figures with itself. Name the two countries that report.",
        "InputError: expected exports at or above zero, found NaN. Repair: give both values in one currency; leave the pair out where one is not reported",
        "InputError: expected imports at or above zero, found -1. Repair: give both values in one currency; leave the pair out where one is not reported",
        "InputError: CIF_FOB: expected a ratio of c.i.f. to f.o.b. of at least 1, found 0.9. Repair: freight and insurance add to a value: 1.06 for 6 %",
        "UsageError: countries has no code "XX". All codes: \`samenbeeld codes countries\`.",
      ]
    `);
  });
});
