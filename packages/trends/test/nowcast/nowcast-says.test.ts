import { type Language, languages } from '@samenbeeld/schema';
import { nowcast } from '@samenbeeld/trends';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const marks: Readonly<Record<Language, Readonly<Record<string, RegExp>>>> = {
  nl: { higher: /nog stijgen/, lower: /nog dalen/, not_shown: /is niet te zeggen/ },
  fr: { higher: /encore augmenter/, lower: /encore baisser/, not_shown: /On ne peut dire/ },
  de: { higher: /noch steigen/, lower: /noch sinken/, not_shown: /lässt sich nicht sagen/ },
  en: { higher: /likely to rise/, lower: /likely to fall/, not_shown: /cannot be told/ },
};

/** Ages that grow or shrink by a factor of each period's own. */
const triangle = fc
  .tuple(
    fc.array(fc.integer({ min: 1, max: 500 }), { minLength: 3, maxLength: 7 }),
    fc.constantFrom(0.85, 1, 1.02, 1.4),
    fc.double({ min: 0, max: 0.3, noNaN: true }),
  )
  .map(([starts, growth, noise]) =>
    starts.map((start, i) => {
      const row = [start];
      for (let age = 1; age < starts.length - i; age++) {
        const wobble = 1 + noise * Math.sin(start * 7 + age * 13 + i);
        row.push(Math.max(1, Math.round((row[age - 1] as number) * growth * wobble)));
      }
      return row;
    }),
  );

describe('a nowcast, its interval and its sentence never contradict', () => {
  it('the verdict is where the interval lies beside what is known', () => {
    fc.assert(
      fc.property(triangle, (figures) => {
        const { details, interval, estimate, says, rows } = nowcast(figures);
        for (const row of rows) {
          if (!row.interval) continue;
          expect(row.interval.low).toBeLessThanOrEqual(row.ultimate);
          expect(row.interval.high).toBeGreaterThanOrEqual(row.ultimate);
        }
        const { verdict, known } = details;
        if (interval && verdict !== 'final') {
          const side =
            interval.low > known ? 'higher' : interval.high < known ? 'lower' : 'not_shown';
          expect(verdict).toBe(side);
          if (side === 'higher') expect(estimate as number).toBeGreaterThan(known);
          if (side === 'lower') expect(estimate as number).toBeLessThan(known);
        }
        for (const language of languages) {
          const found = Object.entries(marks[language])
            .filter(([, mark]) => mark.test(says[language]))
            .map(([name]) => name);
          expect(found, says[language]).toEqual(verdict in marks.en ? [verdict] : []);
          expect(says[language]).not.toMatch(/undefined|null|NaN|Infinity|\$\{| {2}/);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('is natural in four languages', () => {
    const rows = [
      [100, 130, 136],
      [120, 150, null],
      [140, null, null],
    ].map((values, i) => ({
      periodStart: `202${i + 2}-07-01`,
      periodEnd: `202${i + 2}-09-30`,
      values,
    }));
    const { says } = nowcast({ unit: 'kg', columns: [1, 4, 7], rows });
    expect(says).toMatchInlineSnapshot(`
      {
        "de": "3. Quartal 2024: Die bisher bekannte Zahl ist 140 kg; nach späten Meldungen und Korrekturen wird sie voraussichtlich etwa 186 kg erreichen (95-%-Intervall 154 bis 235). Die Zahl wird voraussichtlich noch steigen. Das gilt, solange späte Zahlen wie bisher eingehen (n = 3).",
        "en": "Third quarter of 2024: the figure known so far is 140 kg; once late registrations and corrections are in, it is expected to come to about 186 kg (95% interval 154 to 235). The figure is likely to rise. This holds as long as late figures come in as they did before (n = 3).",
        "fr": "Troisième trimestre 2024 : le chiffre connu est de 140 kg ; après les enregistrements tardifs et les corrections, il devrait atteindre environ 186 kg (intervalle à 95 % de 154 à 235). Le chiffre devrait encore augmenter. Cela vaut tant que les chiffres tardifs arrivent comme auparavant (n = 3).",
        "nl": "Derde kwartaal 2024: het bekende cijfer is 140 kg; na late registraties en correcties komt het naar verwachting op ongeveer 186 kg (95%-interval 154 tot 235). Het cijfer zal naar verwachting nog stijgen. Dat geldt zolang late cijfers binnenkomen zoals voorheen (n = 3).",
      }
    `);
  });
});
