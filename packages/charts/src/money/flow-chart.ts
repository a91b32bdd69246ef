import { InputError, type Text } from '@samenbeeld/schema';
import type { Chart, ChartOptions } from '../chart.ts';
import { chart } from '../frame.ts';
import { words } from '../words.ts';
import { flowSheet } from './flow-layers.ts';
import type { FlowLink } from './flow-layout.ts';
import { flowWords } from './flow-words.ts';

/** Where amounts come from, pass or end. */
export interface FlowNode {
  readonly id: string;
  readonly label: Text;
}

/** Options of {@link flowChart}. */
export interface FlowChartOptions extends ChartOptions {
  /** Unit of the amounts; without it euros, in a scale that keeps numbers short. */
  readonly unit?: string | undefined;
}

const title: Text = {
  nl: 'Waar bedragen vandaan komen en naartoe gaan',
  fr: 'D’où viennent les montants et où ils vont',
  de: 'Woher Beträge kommen und wohin sie gehen',
  en: 'Where amounts come from and where they go',
};

const caption: Text = {
  nl: 'Van links naar rechts. De breedte van elke band is het bedrag; alle banden hebben één maatstaf.',
  fr: 'De gauche à droite. La largeur de chaque bande est le montant\u00a0; toutes les bandes ont la même échelle.',
  de: 'Von links nach rechts. Die Breite jedes Bandes ist der Betrag; alle Bänder haben einen Maßstab.',
  en: 'From left to right. The width of each band is its amount; all bands have one scale.',
};

/**
 * Amounts between nodes as bands whose width is the amount. What enters a node and does not leave it ends there.
 *
 * @throws InputError for a link between nodes that are not there or an amount below zero; UsageError for a circle
 * @example
 * ```ts
 * import { flowChart } from '@samenbeeld/charts';
 * const node = (id) => ({ id, label: { nl: id, fr: id, de: id, en: id } });
 * flowChart([node('A'), node('B')], [{ from: 'A', to: 'B', value: 20 }], { language: 'en' }).table.rows // => [['A', 'B', 20]]
 * ```
 */
export function flowChart(
  nodes: readonly FlowNode[],
  links: readonly FlowLink[],
  options: FlowChartOptions,
): Chart {
  const { language } = options;
  const names = new Map(nodes.map(({ id, label }) => [id, label[language]]));
  for (const { from, to, value } of links) {
    const missing = [from, to].find((id) => !names.has(id));
    if (missing !== undefined)
      throw new InputError(`the flow from ${from} to ${to} names a node that is not there`, {
        repair: `add ${missing} to the nodes`,
      });
    if (!(Number.isFinite(value) && value >= 0))
      throw new InputError(
        `expected an amount of zero or more from ${from} to ${to}, found ${value}`,
        { repair: 'draw what flows back as a link of its own' },
      );
  }
  const known = links.filter(({ value }) => value > 0);
  return chart(
    options,
    {
      title,
      caption,
      table: {
        columns: [flowWords.from[language], flowWords.to[language], words.value[language]],
        rows: links.map(({ from, to, value }) => [
          names.get(from) ?? from,
          names.get(to) ?? to,
          value,
        ]),
      },
    },
    flowSheet(names, known, options),
  );
}
