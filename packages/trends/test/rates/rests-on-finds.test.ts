import { leaveLargestOut, restsOnFinds } from '@samenbeeld/trends';
import { describe, expect, it } from 'vitest';

const yearly = (rows: readonly (readonly number[])[]) => ({
  events: rows.flatMap((sizes, i) =>
    sizes.map((quantity) => ({ period: String(2016 + i), quantity })),
  ),
});

describe('restsOnFinds', () => {
  it('counts the finds that must go before the verdict turns', () => {
    const rising = yearly([
      [1, 9],
      [2, 9],
      [3, 9],
      [4, 9],
      [5, 80],
      [6, 90],
    ]);
    const { estimate, details } = restsOnFinds(rising);
    const left = (leave: number) => leaveLargestOut(rising, { leave }).details.verdictWithout;
    expect(details.verdict).toBe('rising');
    expect(estimate).toBe([1, 2, 3, 4, 5].find((leave) => left(leave) !== 'rising'));
    expect(details.verdictWithout).toBe(left(estimate as number));
  });

  it('says that a verdict stands without its finds', () => {
    const steady = yearly(
      Array.from({ length: 8 }, (_, i) => Array.from({ length: 30 + 10 * i }, () => 2)),
    );
    const { estimate, details, says } = restsOnFinds(steady, { upTo: 5, controls: true });
    expect([estimate, details.verdict, details.upTo]).toEqual([null, 'rising', 5]);
    expect(says).toMatchInlineSnapshot(`
      {
        "de": "Ein Anstieg, auch ohne die 5 größten Sicherstellungen (1,0 % der Menge; n = 8).",
        "en": "A rise, also without the 5 largest seizures (1.0% of the quantity; n = 8).",
        "fr": "Une hausse, même sans les 5 plus grandes saisies (1,0 % de la quantité ; n = 8).",
        "nl": "Een stijging, ook zonder de 5 grootste inbeslagnames (1,0% van de hoeveelheid; n = 8).",
      }
    `);
  });

  it('cannot be had from annual totals', () => {
    const { estimate, details, says } = restsOnFinds({ annual: [{ period: '2020', value: 6055 }] });
    expect([estimate, details.verdict]).toEqual([null, 'not_computable']);
    expect(says.en).toBe('Not computable: annual totals hide the single seizures.');
  });

  it('concludes nothing from nothing', () => {
    for (const events of [
      [],
      [{ period: '2020', quantity: null }],
      [{ period: '2020', quantity: 0 }],
    ])
      expect(restsOnFinds({ events }).details.verdict).toBe('no_conclusion');
  });

  it('says on how many', () => {
    const rising = yearly([
      [1, 9],
      [2, 9],
      [3, 9],
      [4, 9],
      [5, 9],
      [90, 6],
    ]);
    expect(restsOnFinds(rising, { controls: true }).says).toMatchInlineSnapshot(`
      {
        "de": "Mit allen Sicherstellungen: ein Anstieg; ohne die größte (58 % der Menge): kein nachweisbarer Trend (n = 6). Das Ergebnis beruht auf einem einzigen Fund.",
        "en": "With all seizures: a rise; without the largest (58% of the quantity): no trend that can be shown (n = 6). The outcome rests on one find.",
        "fr": "Avec toutes les saisies : une hausse ; sans la plus grande (58 % de la quantité) : aucune tendance démontrable (n = 6). Le résultat repose sur une seule saisie.",
        "nl": "Met alle inbeslagnames: een stijging; zonder de grootste (58% van de hoeveelheid): geen aantoonbare trend (n = 6). De uitkomst rust op één vondst.",
      }
    `);
  });

  it('refuses to leave out none', () => {
    expect(() => restsOnFinds({ events: [] }, { upTo: 0 })).toThrowErrorMatchingInlineSnapshot(
      `[UsageError: \`upTo\` must be a whole number above zero, got 0]`,
    );
  });
});
