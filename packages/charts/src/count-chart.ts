import type { Text } from '@samenbeeld/schema';
import type { Chart, ChartOptions } from './chart.ts';
import { palette } from './palette.ts';
import { type CountRow, stackChart } from './stack-chart.ts';
import { words } from './words.ts';

const title: Text = {
  nl: 'Aantal inbeslagnames',
  fr: 'Nombre de saisies',
  de: 'Zahl der Sicherstellungen',
  en: 'Number of seizures',
};

const caption: Text = {
  nl: 'Aantallen mogen worden gestapeld: een inbeslagname telt één keer.',
  fr: 'Les nombres peuvent être empilés : chaque saisie compte une fois.',
  de: 'Anzahlen dürfen gestapelt werden: Jede Sicherstellung zählt einmal.',
  en: 'Counts may be stacked: each seizure counts once.',
};

/**
 * Counts by period and kind, stacked. For counts only: kilograms of different basis go in a basis chart.
 *
 * @example
 * ```ts
 * import { countChart } from '@samenbeeld/charts';
 * countChart([], { language: 'en' }).title // => 'Number of seizures'
 * ```
 */
export function countChart(rows: readonly CountRow[], options: ChartOptions): Chart {
  return stackChart(rows, options, {
    title,
    caption,
    colours: palette.series,
    shares: false,
    heading: words.category,
  });
}
