import {
  cohortFlowChart,
  hypothesisMatrixChart,
  networkChart,
  revenueFanChart,
  tornadoChart,
} from '@samenbeeld/charts';
import { languages } from '@samenbeeld/schema';
import { describe, expect, test } from 'vitest';
import { drawnBy, layersOf, wordsOf } from '../layers-of.ts';

const same = (words: string) => ({ nl: words, fr: words, de: words, en: words });

describe('revenueFanChart', () => {
  const at = (rate: number) => {
    const times = (1 - rate) / rate;
    return {
      rate,
      spread: {
        p5: 5e6 * times,
        p25: 8e6 * times,
        median: 1e7 * times,
        p75: 1.2e7 * times,
        p95: 2e7 * times,
      },
    };
  };
  const chart = revenueFanChart([at(0.5), at(0.1), at(0.2)], { language: 'en' });

  test('prints a range at each rate, never the middle alone', () => {
    expect(wordsOf(chart)).toContain('10%: 45–180');
    expect(wordsOf(chart)).toContain('20%: 20–80');
    expect(wordsOf(chart)).toContain('€ million');
    expect(wordsOf(chart)).not.toContain('90');
  });

  /** Ranges of the report of Antwerp and of North Sea Port, in euros at one half intercepted. */
  const asked = [0.05, 0.1, 0.2, 0.3, 0.4, 0.5];
  const fan = (half: readonly [number, number, number]) =>
    asked.map((rate) => {
      const [p5, median, p95] = half.map((one) => (one * (1 - rate)) / rate) as [
        number,
        number,
        number,
      ];
      return { rate, spread: { p5, p25: p5 * 1.12, median, p75: p95 * 0.88, p95 } };
    });
  const harbours = [fan([220e6, 294e6, 388e6]), fan([5.05e9, 6.7e9, 8.89e9])];

  test.each([340, 360, 680])('names the range of every rate inside its plot, at %i', (width) => {
    for (const points of harbours)
      for (const language of languages) {
        const drawn = revenueFanChart(points, { language, width });
        const labels = drawnBy(drawn, 'text').filter(({ words }) => /^\d+\s?%.*:/.test(`${words}`));
        const named = new Set(labels.map(({ words }) => words));
        expect(named.size, `${language} ${[...named].join(' ')}`).toBe(asked.length);
        const plot = Math.max(...drawnBy(drawn, 'area').map(({ x }) => Number(x)));
        const [outer] = layersOf(drawn).filter(({ mark }) => mark.type === 'area');
        for (const { words, x, y } of labels) {
          const beside = outer?.data.values.filter(
            (one) => Math.abs(Number(one['x']) - Number(x)) < 40,
          );
          for (const one of beside ?? [])
            expect(
              Number(y) < Number(one['p95']) + 20 || Number(y) > Number(one['p5']) - 20,
              `${words}`,
            ).toBe(true);
          expect(Number(x) + (`${words}`.length * 12 * 0.53) / 2).toBeLessThanOrEqual(plot + 1);
        }
      }
  });

  test('prints both ends to three digits, as the table does', () => {
    const words = wordsOf(revenueFanChart(fan([220e6, 294e6, 388e6]), { language: 'en' }));
    expect(words).toContain('20%: 0.88–1.55');
    expect(words).toContain('30%: 0.513–0.905');
  });

  test('says in each language that no point is the answer', () => {
    for (const [language, words] of [
      ['nl', 'Geen punt op de lijn is het antwoord'],
      ['fr', 'Aucun point de la ligne n’est la réponse'],
      ['de', 'Kein Punkt der Linie ist die Antwort'],
      ['en', 'No point of the line is the answer'],
    ] as const)
      expect(revenueFanChart([at(0.1), at(0.5)], { language }).caption).toContain(words);
  });

  test('calls revenue by the name that the report has for it', () => {
    const drawn = (language: 'nl' | 'fr' | 'de') =>
      revenueFanChart([at(0.1), at(0.5)], { language });
    const said = (['nl', 'fr', 'de'] as const).map((language) => {
      const { caption, spec } = drawn(language);
      return `${JSON.stringify(spec.title)} ${caption}`;
    });
    expect(said[0]).toContain('Omzet is geen winst');
    expect(said[1]).toContain('Le chiffre d’affaires n’est ni le bénéfice');
    expect(said[2]).toContain('Umsatz ist kein Gewinn');
    expect(said.join(' ')).not.toMatch(/opbrengst|recettes|Erlös/i);
  });

  test('its table gives shares as shares, and amounts in the unit of the axis, which the headings say', () => {
    const { table } = revenueFanChart([at(0.1), at(0.5)], { language: 'nl' });
    const [share, low, , middle] = table.columns;
    const unit = middle?.replace('Midden, ', '');
    expect([share, low]).toEqual(['Onderschept aandeel', `5%, ${unit}`]);
    expect(unit).toMatch(/^(?:miljoen|miljard) euro$/u);
    for (const amount of table.rows.flatMap((row) => row.slice(1)))
      expect(String(amount).replace(/^0\.|\./u, '').length).toBeLessThan(5);
  });

  test('rates are in order, and one rate alone is refused', () => {
    expect(chart.table.rows.map(([rate]) => rate)).toEqual(['10%', '20%', '50%']);
    expect(() => revenueFanChart([at(0.1)], { language: 'en' })).toThrowErrorMatchingInlineSnapshot(
      `[UsageError: a fan of revenue needs at least two rates]`,
    );
  });
});

describe('tornadoChart', () => {
  const rows = [
    { id: 'A1', label: same('kilograms'), atLow: 90e6, atHigh: 105e6 },
    { id: 'A2', label: same('price'), atLow: 60e6, atHigh: 160e6 },
    { id: 'A3', label: same('purity'), atLow: 120e6, atHigh: 80e6 },
  ];
  const chart = tornadoChart(rows, { language: 'en', middle: 100e6 });

  test('the longest bar comes first, whatever its direction', () => {
    expect(chart.table.rows.map(([id]) => id)).toEqual(['A2', 'A3', 'A1']);
  });

  test('ends are told by letters, in the language of the chart', () => {
    expect(wordsOf(chart)).toContain('L 60');
    expect(wordsOf(chart)).toContain('H 80');
    expect(wordsOf(tornadoChart(rows, { language: 'de', middle: 100e6 }))).toContain('N 60');
  });

  test('a falling influence has its high end on the left', () => {
    const purity = drawnBy(chart, 'rect').find(({ leftWords }) => leftWords === 'H 80');
    expect(Number(purity?.['high'])).toBeLessThan(Number(purity?.['low']));
    expect(purity?.['rightWords']).toBe('L 120');
  });

  test('both ends on one side are both told, the shorter bar on the longer', () => {
    const one = [{ id: 'A1', label: same('price'), atLow: 120e6, atHigh: 160e6 }];
    const drawn = tornadoChart(one, { language: 'en', middle: 100e6 });
    expect(wordsOf(drawn)).toContain('L 120 · H 160');
    const fills = layersOf(drawn)
      .filter(({ mark, data }) => mark.type === 'rect' && data.values.length > 0)
      .map(({ mark }) => mark['fill']);
    expect(fills).toEqual(['#0072b2', '#9ec7e0']);
  });

  test('on a narrow chart the middle line stops at each bar, clear of the names above', () => {
    const lines = (width: number) =>
      layersOf(tornadoChart(rows, { language: 'en', middle: 100e6, width }))
        .filter(({ mark }) => mark.type === 'rule' && mark['strokeWidth'] === 1.2)
        .flatMap(({ data }) => data.values.map(({ from, to }) => Number(to) - Number(from)));
    expect(lines(320)).toEqual([22, 22, 22]);
    expect(lines(800)).toHaveLength(1);
  });

  test('each assumption carries its id', () => {
    expect(wordsOf(chart)).toContain('price (A2)');
  });
});

describe('cohortFlowChart', () => {
  const stages = [
    { stage: 'frozen', label: same('frozen'), cases: 4, amount: 1_200_000 },
    { stage: 'ordered', label: same('ordered'), cases: 3, amount: 1_900_000 },
    { stage: 'executed', label: same('executed'), cases: 1, amount: 350_000 },
  ];

  test('a later stage may be longer than an earlier one', () => {
    const [frozen, ordered] = drawnBy(
      cohortFlowChart([{ label: same('2021'), stages }], { language: 'en' }),
      'rect',
    );
    expect(Number(ordered?.['end']) / Number(frozen?.['end'])).toBeCloseTo(19 / 12, 9);
  });

  test('amounts and cases are printed', () => {
    const words = wordsOf(cohortFlowChart([{ label: same('2021'), stages }], { language: 'en' }));
    expect(words).toContain('1,200 · 4\u00a0cases');
    expect(words).toContain('350 · 1\u00a0case');
  });

  test('a route that the law does not have is said so, and has no bar and no zero', () => {
    const chart = cohortFlowChart([{ label: same('Art. 16'), applicable: false, stages: [] }], {
      language: 'en',
    });
    expect(wordsOf(chart)).toContain('not applicable');
    expect(drawnBy(chart, 'rect')).toEqual([]);
    expect(chart.table.rows).toEqual([['Art. 16', '', null, null, 'not applicable']]);
    expect(chart.caption).toContain('that is not a zero');
  });

  test('an open cohort is marked and explained', () => {
    const chart = cohortFlowChart([{ label: same('2024'), open: true, stages }], {
      language: 'en',
    });
    expect(drawnBy(chart, 'rect').every(({ open }) => open === true)).toBe(true);
    expect(chart.caption).toContain('cases are still running');
  });

  test('before an order nothing is called criminal', () => {
    for (const language of languages) {
      const { title, caption } = cohortFlowChart([{ label: same('2021'), stages }], { language });
      expect(`${title} ${caption}`).not.toMatch(/crimin|misdad|kriminell|verbrech/i);
    }
  });
});

describe('hypothesisMatrixChart', () => {
  const hypotheses = [
    { id: 'H', label: same('laundering'), rank: 1, inconsistency: 0.714 },
    { id: 'A', label: same('more checks'), rank: 2, inconsistency: 2.828 },
  ];
  const evidence = [
    { id: 'E1', label: same('finds'), grade: 'A1', ratings: { H: 'CC', A: 'II' } },
    { id: 'E2', label: same('press'), grade: 'C4', ratings: { H: 'C', A: 'C' }, diagnosticity: 0 },
  ] as const;
  const chart = hypothesisMatrixChart(hypotheses, evidence, { language: 'en' });

  test('every rating is a letter in its cell', () => {
    const letters = layersOf(chart)
      .filter(({ mark }) => mark.type === 'text')
      .flatMap(({ data }) => data.values.flatMap(({ rating }) => (rating ? [rating] : [])));
    expect(letters).toEqual(['CC', 'II', 'C', 'C']);
  });

  test('evidence that agrees with all alike has no colour and is explained', () => {
    const colours = drawnBy(chart, 'rect').map(({ colour }) => colour);
    expect(new Set(colours).size).toBe(3);
    expect(colours[2]).toBe(colours[3]);
    expect(chart.caption).toContain('agrees with all explanations alike and so tells nothing');
  });

  test('ranks are an order, not a verdict', () => {
    expect(wordsOf(chart)).toContain('(0.71)');
    expect(chart.caption).toContain('not a verdict');
    const plain = hypotheses.map(({ id, label }) => ({ id, label }));
    expect(hypothesisMatrixChart(plain, evidence, { language: 'en' }).caption).not.toContain(
      'verdict',
    );
  });

  test('headings are broken as wide as bold words are', () => {
    const three = ['lokale zaken spelen een kleine rol', 'zaken met veel contant geld', 'x'].map(
      (label, at) => ({ id: `H${at}`, label: same(label) }),
    );
    const one = [
      { id: 'E1', label: same('finds'), ratings: { H0: 'C', H1: 'I', H2: 'N' } },
    ] as const;
    const drawn = hypothesisMatrixChart(three, one, { language: 'nl', width: 760 });
    const heads = layersOf(drawn)
      .filter(({ mark }) => mark.type === 'text' && mark['fontWeight'] === 'bold')
      .flatMap(({ data }) => data.values.flatMap(({ lines }) => (lines as string[]) ?? []));
    const cells = drawnBy(drawn, 'rect');
    const across = Number(cells[1]?.['x']) - Number(cells[0]?.['x']);
    // DejaVu Sans Bold, the report's, is about 0.6 em wide.
    expect(Math.max(...heads.map((line) => line.length * 12 * 0.6))).toBeLessThanOrEqual(across);
    expect(heads.length).toBeGreaterThan(3);
  });

  test.each([340, 560, 680, 730])(
    'no heading is wider than its column in wide letters, at %i',
    (width) => {
      // Advances of DejaVu Sans Bold in thousandths of its size, as Chromium measures them.
      const advances =
        'a675 b716 c593 d716 e678 f435 g716 h712 i343 j343 k665 l343 m1042 n712 o687 p716 q716 r493 s595 t478 u712 v652 w924 x645 y652 z582';
      const em = new Map(advances.split(' ').map((one) => [one.charAt(0), Number(one.slice(1))]));
      const wide = (line: string): number =>
        [...line].reduce((sum, letter) => sum + (em.get(letter) ?? 348), 0) * 0.012;
      const three = ['a', 'there is less money', 'there is no more drug money than before'].map(
        (label, at) => ({ id: `H${at}`, label: same(label) }),
      );
      const one = [
        { id: 'E1', label: same('finds'), ratings: { H0: 'C', H1: 'I', H2: 'N' } },
      ] as const;
      const drawn = hypothesisMatrixChart(three, one, { language: 'en', width });
      const cells = drawnBy(drawn, 'rect');
      const across = Number(cells[1]?.['x']) - Number(cells[0]?.['x']);
      const heads = layersOf(drawn)
        .filter(({ mark }) => mark.type === 'text' && mark['fontWeight'] === 'bold')
        .flatMap(({ data }) => data.values.flatMap(({ lines }) => (lines as string[]) ?? []));
      expect(heads.join(' ')).toContain('drug');
      expect(heads.filter((line) => wide(line) > across)).toEqual([]);
    },
  );

  test('signs of a key do not run into its words', () => {
    const four = Array.from({ length: 4 }, (_, at) => ({
      id: `H7-hidden${at}`,
      label: same('Vermögensbestandteilsverzeichnisse'),
    }));
    const ratings = Object.fromEntries(four.map(({ id }) => [id, 'N' as const]));
    const drawn = hypothesisMatrixChart(four, [{ id: 'E1', label: same('finds'), ratings }], {
      language: 'de',
    });
    const key = layersOf(drawn).filter(({ data }) => data.values.some(({ sign }) => sign));
    const [signs, words] = key.map(({ mark }) => Number(mark['x'])) as [number, number];
    // "H7-hidden0" is 78.24 pixels wide in DejaVu Sans Bold of 12, as Chromium measures it.
    expect(words - signs).toBeGreaterThan(78.24);
  });

  test('evidence that is not rated is refused', () => {
    const half = [{ id: 'E3', label: same('x'), ratings: { H: 'C' } }] as const;
    expect(() =>
      hypothesisMatrixChart(hypotheses, half, { language: 'en' }),
    ).toThrowErrorMatchingInlineSnapshot(
      `[InputError: E3 is not rated against A. Repair: rate every piece of evidence against every explanation; NA where it does not apply]`,
    );
  });
});

describe('networkChart', () => {
  const nodes = [
    { id: 'a', label: same('a'), x: 0, y: 0.5, kind: 'account' },
    { id: 'b', label: same('b'), x: 1, y: 0.5, kind: 'company' },
  ];
  const kinds = { account: same('account'), company: same('company') };

  test('kinds differ in shape and colour', () => {
    const drawn = drawnBy(networkChart(nodes, [], { language: 'en', kinds }), 'point').filter(
      (one) => 'id' in one,
    );
    expect(new Set(drawn.map(({ shape }) => shape)).size).toBe(2);
    expect(new Set(drawn.map(({ colour }) => colour)).size).toBe(2);
  });

  test('an arrow points to where something goes', () => {
    const draw = (from: string, to: string) => {
      const chart = networkChart(nodes, [{ from, to }], { language: 'en' });
      return layersOf(chart).find(({ mark }) => mark['shape'] === 'triangle-up')?.data.values[0]?.[
        'angle'
      ];
    };
    expect(draw('a', 'b')).toBe(90);
    expect(draw('b', 'a')).toBe(270);
  });

  test('links both ways stand apart', () => {
    const both = [
      { from: 'a', to: 'b' },
      { from: 'b', to: 'a' },
    ];
    const [there, back] = drawnBy(networkChart(nodes, both, { language: 'en' }), 'rule');
    expect(Math.abs(Number(there?.['y']) - Number(back?.['y']))).toBe(8);
  });

  test('where names find no room all become numbers with a key', () => {
    const crowd = Array.from({ length: 30 }, (_, at) => ({
      id: `${at}`,
      label: same(`a rather long name, number ${at}`),
      x: (at % 6) / 5,
      y: Math.floor(at / 6) / 4,
    }));
    const words = wordsOf(networkChart(crowd, [], { language: 'en', width: 340 }));
    expect(words).toContain('30');
    expect(words).toContain('a rather long name, number 29');
  });

  test('refuses a link to a node that is not there', () => {
    expect(() =>
      networkChart(nodes, [{ from: 'a', to: 'z' }], { language: 'en' }),
    ).toThrowErrorMatchingInlineSnapshot(
      `[InputError: the link from a to z names a node that is not there. Repair: add z to the nodes]`,
    );
  });
});
