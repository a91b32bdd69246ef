import type { Text } from '@samenbeeld/schema';
import type { Chart, ChartOptions } from './chart.ts';
import { type CountRow, stackChart } from './stack-chart.ts';
import { words } from './words.ts';

const title: Text = {
  nl: 'Grote en kleine inbeslagnames',
  fr: 'Grandes et petites saisies',
  de: 'Große und kleine Sicherstellungen',
  en: 'Large and small seizures',
};

const caption: Text = {
  nl: 'Aandeel van het aantal inbeslagnames per grootteklasse, met het aantal in elk vak. Licht: klein. Donker: groot.',
  fr: 'Part du nombre de saisies par tranche, avec le nombre dans chaque case. Clair : petites. Foncé : grandes.',
  de: 'Anteil an der Zahl der Sicherstellungen je Größenklasse, mit der Anzahl in jedem Feld. Hell: klein. Dunkel: groß.',
  en: 'Share of the number of seizures by size band, with the count in each segment. Light: small. Dark: large.',
};

/**
 * Shares of seizures by size band and period, smallest band first, from light to dark.
 *
 * @example
 * ```ts
 * import { sizeBandChart } from '@samenbeeld/charts';
 * sizeBandChart([], { language: 'en' }).table.columns // => ['Period', 'Size band', 'Count']
 * ```
 */
export function sizeBandChart(rows: readonly CountRow[], options: ChartOptions): Chart {
  return stackChart(rows, options, {
    title,
    caption,
    colours: ['#d9e9f3', '#9cc8e2', '#4f9fcb', '#0072b2', '#004a75', '#00283f'],
    shares: true,
    heading: words.sizeBand,
  });
}
