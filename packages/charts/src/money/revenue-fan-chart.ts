import { type Text, UsageError } from '@samenbeeld/schema';
import type { Chart, ChartOptions } from '../chart.ts';
import { moneyScale, tableEuros } from '../drawing/money-scale.ts';
import { drawable } from '../drawing/period-values.ts';
import { fill } from '../drawing/sentences.ts';
import { chart } from '../frame.ts';
import { revenueSheet } from './revenue-fan-layers.ts';

/** What may have been earned at one assumed interception rate, in euros. */
export interface RevenuePoint {
  /** Share of the flow that is assumed to have been intercepted, above 0 and below 1. */
  readonly rate: number;
  readonly spread: {
    readonly p5: number;
    readonly p25: number;
    readonly median: number;
    readonly p75: number;
    readonly p95: number;
  };
}

const title: Text = {
  nl: 'De omzet hangt af van een aandeel dat niemand heeft gemeten',
  fr: 'Le chiffre d’affaires dépend d’une part que personne n’a mesurée',
  de: 'Der Umsatz hängt von einem Anteil ab, den niemand gemessen hat',
  en: 'Revenue depends on a share that nobody has measured',
};

const caption: Text = {
  nl: 'Horizontaal: welk deel van de stroom zou zijn onderschept. Verticaal, logaritmisch: wat de rest dan kan hebben opgebracht. Lijn: het midden; donker vlak: de helft van de trekkingen; licht vlak: negen van de tien. Geen punt op de lijn is het antwoord. Omzet is geen winst, en niet wat is witgewassen.',
  fr: 'Horizontalement\u00a0: la part du flux qui aurait été interceptée. Verticalement, échelle logarithmique\u00a0: ce que le reste peut alors avoir rapporté. Ligne\u00a0: le milieu\u00a0; surface foncée\u00a0: la moitié des tirages\u00a0; surface claire\u00a0: neuf sur dix. Aucun point de la ligne n’est la réponse. Le chiffre d’affaires n’est ni le bénéfice, ni ce qui est blanchi.',
  de: 'Waagerecht: welcher Teil des Stroms abgefangen worden wäre. Senkrecht, logarithmisch: was der Rest dann eingebracht haben kann. Linie: die Mitte; dunkle Fläche: die Hälfte der Ziehungen; helle Fläche: neun von zehn. Kein Punkt der Linie ist die Antwort. Umsatz ist kein Gewinn und nicht das, was gewaschen wurde.',
  en: 'Across: which share of the flow would have been intercepted. Up, logarithmic: what the rest may then have brought in. Line: the middle; dark area: half of the draws; light area: nine of ten. No point of the line is the answer. Revenue is not profit, and not what was laundered.',
};

const columns: Readonly<Record<'rate' | 'half' | 'median', Text>> = {
  rate: {
    nl: 'Onderschept aandeel',
    fr: 'Part interceptée',
    de: 'Abgefangener Anteil',
    en: 'Share intercepted',
  },
  half: { nl: '{p} %, euro', fr: '{p}\u00a0%, euros', de: '{p} %, Euro', en: '{p} %, euro' },
  median: { nl: 'Midden, euro', fr: 'Milieu, euros', de: 'Mitte, Euro', en: 'Middle, euro' },
};

/**
 * What drugs that were not intercepted may have brought in, as a function of the share that was: a fan over assumed
 * rates. There is no headline figure, since the rate cannot be measured.
 *
 * @throws UsageError for fewer than two rates; InputError for an amount that is not finite
 * @example
 * ```ts
 * import { revenueFanChart } from '@samenbeeld/charts';
 * const at = (rate, median) => ({ rate, spread: { p5: median / 2, p25: median * 0.8, median, p75: median * 1.2, p95: median * 2 } });
 * revenueFanChart([at(0.1, 9e6), at(0.5, 1e6)], { language: 'en' }).table.rows[1] // => [0.5, 500000, 800000, 1000000, 1200000, 2000000]
 * ```
 */
export function revenueFanChart(points: readonly RevenuePoint[], options: ChartOptions): Chart {
  const { language } = options;
  if (points.length < 2) throw new UsageError('a fan of revenue needs at least two rates');
  const sorted = [...points].sort((a, b) => a.rate - b.rate);
  for (const { rate, spread } of sorted)
    for (const one of Object.values(spread)) drawable(one, `the rate ${rate}`);
  const scale = moneyScale(sorted.flatMap(({ spread }) => [spread.p95]));
  const heading = (part: string): string => fill(columns.half, { p: () => part })[language];
  return chart(
    options,
    {
      title,
      caption,
      table: {
        columns: [
          columns.rate[language],
          heading('5'),
          heading('25'),
          columns.median[language],
          heading('75'),
          heading('95'),
        ],
        rows: sorted.map(({ rate, spread: { p5, p25, median, p75, p95 } }) => [
          rate,
          ...[p5, p25, median, p75, p95].map(tableEuros),
        ]),
      },
    },
    revenueSheet(sorted, options, scale),
  );
}
