import type { Text } from '@samenbeeld/schema';
import type { Chart, ChartOptions } from '../chart.ts';
import { tableEuros } from '../drawing/money-scale.ts';
import { drawable } from '../drawing/period-values.ts';
import { chart } from '../frame.ts';
import { tornadoSheet } from './tornado-layers.ts';

/** What one assumption does to a result. */
export interface TornadoRow {
  /** Id of the assumption, and its name. */
  readonly id: string;
  readonly label: Text;
  /** The result with the assumption low and high, all others in the middle. */
  readonly atLow: number;
  readonly atHigh: number;
}

/** Options of {@link tornadoChart}. */
export interface TornadoChartOptions extends ChartOptions {
  /** The result with every assumption in the middle. */
  readonly middle: number;
}

const title: Text = {
  nl: 'Welke aanname het meest uitmaakt',
  fr: 'L’hypothèse qui compte le plus',
  de: 'Welche Annahme am meisten ausmacht',
  en: 'Which assumption matters most',
};

const caption: Text = {
  nl: 'Elke balk: het resultaat als één aanname laag (licht, L) of hoog (donker, H) is en alle andere in het midden. De verticale lijn: alles in het midden. De langste balk staat bovenaan.',
  fr: 'Chaque barre\u00a0: le résultat si une hypothèse est basse (clair, B) ou haute (foncé, H) et toutes les autres au milieu. La ligne verticale\u00a0: tout au milieu. La barre la plus longue est en haut.',
  de: 'Jeder Balken: das Ergebnis, wenn eine Annahme niedrig (hell, N) oder hoch (dunkel, H) ist und alle anderen in der Mitte. Die senkrechte Linie: alles in der Mitte. Der längste Balken steht oben.',
  en: 'Each bar: the result with one assumption low (light, L) or high (dark, H) and all others in the middle. The vertical line: everything in the middle. The longest bar comes first.',
};

const columns: Readonly<Record<'assumption' | 'low' | 'high', Text>> = {
  assumption: { nl: 'Aanname', fr: 'Hypothèse', de: 'Annahme', en: 'Assumption' },
  low: { nl: 'Laag, euro', fr: 'Bas, euros', de: 'Niedrig, Euro', en: 'Low, euro' },
  high: { nl: 'Hoog, euro', fr: 'Haut, euros', de: 'Hoch, Euro', en: 'High, euro' },
};

/**
 * What each assumption does to a result in euros, the one that matters most first, with its id so that it can be
 * looked up.
 *
 * @throws InputError for a number that is not finite
 * @example
 * ```ts
 * import { tornadoChart } from '@samenbeeld/charts';
 * const label = { nl: 'prijs', fr: 'prix', de: 'Preis', en: 'price' };
 * tornadoChart([{ id: 'A4', label, atLow: 80, atHigh: 130 }], { language: 'en', middle: 100 }).table.rows // => [['A4', 'price', 80, 130]]
 * ```
 */
export function tornadoChart(rows: readonly TornadoRow[], options: TornadoChartOptions): Chart {
  const { language } = options;
  drawable(options.middle, 'the middle');
  for (const { id, atLow, atHigh } of rows) for (const one of [atLow, atHigh]) drawable(one, id);
  const width = ({ atLow, atHigh }: TornadoRow): number => Math.abs(atHigh - atLow);
  const sorted = [...rows].sort((a, b) => width(b) - width(a) || (a.id < b.id ? -1 : 1));
  return chart(
    options,
    {
      title,
      caption,
      table: {
        columns: [
          'Id',
          columns.assumption[language],
          columns.low[language],
          columns.high[language],
        ],
        rows: sorted.map(({ id, label, atLow, atHigh }) => [
          id,
          label[language],
          tableEuros(atLow),
          tableEuros(atHigh),
        ]),
      },
    },
    tornadoSheet(sorted, options),
  );
}
