import { openEngine } from '@samenbeeld/engine';
import { findBunching, loadTransactions } from '@samenbeeld/money';
import { describe, expect, it } from 'vitest';
import { amounts } from './amounts.ts';

/** So many amounts in each hundred euros from 5,000 to 15,000. */
const counts = Array.from(
  { length: 100 },
  (_, j) =>
    100 +
    ((j * 37) % 23) -
    Math.floor(j / 2) +
    (j % 10 === 0 ? 40 : j % 5 === 0 ? 15 : 0) +
    (j >= 45 && j < 50 ? 25 : 0),
);
const known = counts.flatMap((count, j) =>
  Array.from({ length: count }, () => 500_000 + j * 10_000 + 5000),
);

describe('findBunching', () => {
  it('expects what least squares in numpy expects', async () => {
    const engine = await openEngine();
    const { details, estimate, n, table, interval } = await findBunching(
      await loadTransactions(engine, amounts(known)),
      { threshold: 10_000 },
    );
    // numpy 2.4.6, linalg.lstsq on powers of x and indicators of j % 10 and j % 5, without bins 40 to 59.
    expect(n).toBe(9307);
    expect(details.observed).toBe(1072);
    expect(details.expected).toBeCloseTo(937.6359569207, 6);
    expect(details.excess).toBeCloseTo(134.3640430793, 6);
    expect(estimate).toBeCloseTo(1.4330086436, 8);
    expect(table[0]?.expected).toBeCloseTo(146.3989874965, 6);
    expect(table[99]?.expected).toBeCloseTo(59.3914057456, 6);
    expect(details.verdict).toBe('more');
    expect(interval?.low).toBeLessThan(estimate as number);
    expect(interval?.high).toBeGreaterThan(estimate as number);
    await engine.close();
  });

  it('says more, not shown, or nothing, in four languages', async () => {
    const engine = await openEngine();
    const says = async (cents: readonly number[], threshold = 10_000) =>
      (await findBunching(await loadTransactions(engine, amounts(cents)), { threshold })).says;
    expect(await says(known)).toMatchInlineSnapshot(`
      {
        "de": "Von 9.000 EUR bis 10.000 EUR gibt es 134 Beträge mehr, als die übrigen Beträge erwarten lassen (95-%-Intervall 76 bis 194; n = 9.307). Gebühren, Limits von Karten und Automaten und übliche Preise wirken ebenso; das ist ein Grund hinzusehen, kein Beweis.",
        "en": "From EUR 9,000 to EUR 10,000 there are 134 amounts more than the other amounts lead to expect (95% interval 76 to 194; n = 9,307). Fees, limits of cards and machines, and usual prices have the same effect; this is a reason to look, not proof.",
        "fr": "De 9 000 EUR à 10 000 EUR, il y a 134 montants de plus que les autres montants ne le laissent attendre (intervalle à 95 % de 76 à 194 ; n = 9 307). Des tarifs, des plafonds de cartes et d’automates et des prix usuels ont le même effet ; c’est une raison de regarder, pas une preuve.",
        "nl": "Van EUR 9.000 tot EUR 10.000 zijn er 134 bedragen meer dan de andere bedragen doen verwachten (95%-interval 76 tot 194; n = 9.307). Tarieven, limieten van kaarten en automaten en gangbare prijzen hebben hetzelfde gevolg; dit is een reden om te kijken, geen bewijs.",
      }
    `);
    expect(
      await says(
        counts.flatMap((_, j) =>
          Array.from({ length: 50 + (j % 3) }, () => 500_000 + j * 10_000 + 5000),
        ),
      ),
    ).toMatchInlineSnapshot(`
      {
        "de": "Eine Häufung von Beträgen von 9.000 EUR bis 10.000 EUR lässt sich nicht nachweisen (Differenz: 95-%-Intervall −6 bis 8; n = 5.099).",
        "en": "No heap of amounts from EUR 9,000 to EUR 10,000 can be shown (difference: 95% interval −6 to 8; n = 5,099).",
        "fr": "Aucune accumulation de montants de 9 000 EUR à 10 000 EUR ne peut être démontrée (écart : intervalle à 95 % de −6 à 8 ; n = 5 099).",
        "nl": "Een ophoping van bedragen van EUR 9.000 tot EUR 10.000 is niet aantoonbaar (verschil: 95%-interval −6 tot 8; n = 5.099).",
      }
    `);
    expect(await says([900_000, 950_000])).toMatchInlineSnapshot(`
      {
        "de": "Keine Aussage über Beträge knapp unter 10.000 EUR möglich: zu wenige Beträge in der Nähe (n = 2).",
        "en": "No conclusion possible about amounts just below EUR 10,000: too few amounts near it (n = 2).",
        "fr": "Aucune conclusion possible sur les montants juste inférieurs à 10 000 EUR : trop peu de montants proches (n = 2).",
        "nl": "Geen conclusie mogelijk over bedragen net onder EUR 10.000: te weinig bedragen in de buurt (n = 2).",
      }
    `);
    // All amounts alike: the bins do not determine a curve that is above zero.
    expect((await says(Array.from({ length: 500 }, () => 950_000))).en).toMatch(/^No conclusion/);
    await expect(says([100], 0)).rejects.toThrowErrorMatchingInlineSnapshot(
      `[UsageError: \`threshold\` must be at least 100 cents, got 0]`,
    );
    await engine.close();
  });
});
