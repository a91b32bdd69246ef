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
        "nl": "Met alle inbeslagnames: een stijging; zonder de grootste (58% van de hoeveelheid): geen aantoonbare trend (n = 6). De uitkomst rust op één vangst.",
      }
    `);
  });

  // One seizure a year: without one of them its year has none, and eight years become seven.
  const dominated = yearly([[20], [35], [12], [40], [4900], [28], [33], [17]]);

  it('takes too few values for no change of the verdict, and counts the values that were tested', () => {
    const { estimate, details, n, says, warnings } = restsOnFinds(dominated, { controls: true });
    expect([estimate, details.verdict, details.verdictWithout]).toEqual([
      null,
      'not_shown',
      'not_shown',
    ]);
    // Four values in any order give p = 1/12 at least, five 1/60: three can go.
    expect([details.upTo, details.stopped, n]).toEqual([3, 'too_few_left', 5]);
    expect(details.share).toBeCloseTo(4975 / 5085, 12);
    expect(warnings.map(({ en }) => en)).toContain(
      'too few different values are left to leave out more',
    );
    expect(says).toMatchInlineSnapshot(`
      {
        "de": "Kein nachweisbarer Trend, auch ohne die 3 größten Sicherstellungen (98 % der Menge; n = 5). Soweit es sich sagen lässt, beruht das Ergebnis also nicht auf einzelnen Funden; ohne noch mehr von ihnen bleiben zu wenige unterschiedliche Werte.",
        "en": "No trend that can be shown, also without the 3 largest seizures (98% of the quantity; n = 5). As far as can be told, the outcome does not rest on single finds; without more of them too few different values are left.",
        "fr": "Aucune tendance démontrable, même sans les 3 plus grandes saisies (98 % de la quantité ; n = 5). Pour autant que l’on puisse en juger, le résultat ne repose donc pas sur quelques saisies isolées ; sans d’autres encore, il resterait trop peu de valeurs différentes.",
        "nl": "Geen aantoonbare trend, ook zonder de 3 grootste inbeslagnames (98% van de hoeveelheid; n = 5). Voor zover te zeggen is, rust de uitkomst dus niet op losse vangsten; zonder nog meer ervan blijven te weinig verschillende waarden over.",
      }
    `);
  });

  it('cannot tell where the first to go leaves too few', () => {
    const five = yearly([[1], [2], [3], [4], [90]]);
    const { estimate, details, n, says, confidence } = restsOnFinds(five, { controls: true });
    expect([estimate, details.verdict, details.upTo, n]).toEqual([null, 'rising', 0, 5]);
    expect(confidence).toBe('low');
    expect(says).toMatchInlineSnapshot(`
      {
        "de": "Ein Anstieg (n = 5). Es bleiben zu wenige unterschiedliche Werte, um zu sagen, ob das Ergebnis von einzelnen Funden abhängt.",
        "en": "A rise (n = 5). Too few different values are left to tell whether the outcome depends on single finds.",
        "fr": "Une hausse (n = 5). Il reste trop peu de valeurs différentes pour dire si le résultat dépend de quelques saisies isolées.",
        "nl": "Een stijging (n = 5). Er blijven te weinig verschillende waarden over om te zeggen of de uitkomst van losse vangsten afhangt.",
      }
    `);
  });

  it('a year that is covered stays, as zero', () => {
    const covered = dominated.events.map(({ period }) => period);
    const { n, details } = restsOnFinds(dominated, { covered });
    expect([n, details.stopped]).toEqual([8, 'too_few_left']);
  });

  it('refuses to leave out none', () => {
    expect(() => restsOnFinds({ events: [] }, { upTo: 0 })).toThrowErrorMatchingInlineSnapshot(
      `[UsageError: \`upTo\` must be a whole number above zero, got 0]`,
    );
  });
});
