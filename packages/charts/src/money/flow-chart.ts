import { figure, InputError, inFour, type Text } from '@samenbeeld/schema';
import { sum } from 'simple-statistics';
import type { Chart, ChartOptions } from '../chart.ts';
import { field, mark, rimmed } from '../drawing/marks.ts';
import { type MoneyScale, moneyScale, printMoney } from '../drawing/money-scale.ts';
import { marginWords } from '../drawing/plot.ts';
import { chart, isNarrow, type Sheet, widthFor } from '../frame.ts';
import { breakLines, widthOf } from '../lines.ts';
import { palette } from '../palette.ts';
import {
  columnsOf,
  type FlowLink,
  layOutFlow,
  linkedNodes,
  type PlacedLink,
  throughput,
} from './flow-layout.ts';

const lineHeight = 14;
const nodeWidth = 10;

/** Tints of bands, by the node they leave. */
const tints = ['#9ec7e0', '#f0c588', '#9fd3bf', '#dcb3cc', '#c3cdd3', '#e8b090', '#b9dcf2'];

/** Points along both edges of a band: an S from column to column that leaves and arrives level. */
function bandPoints({ path, width }: PlacedLink, stride: number, colour: string, id: number) {
  return path.slice(1).flatMap((stop, at) => {
    const start = path[at] ?? stop;
    const from = start.column * stride + nodeWidth;
    return Array.from({ length: 25 }, (_, step) => {
      const share = step / 24;
      const ease = share * share * (3 - 2 * share);
      const top = start.top + (stop.top - start.top) * ease;
      const x = from + (stop.column * stride - from) * share;
      return { id, colour, x, top, bottom: top + width };
    });
  });
}

function printed(value: number, options: FlowChartOptions, scale: MoneyScale): string {
  const { language, unit } = options;
  return unit === undefined
    ? printMoney(value, scale, language, 3)
    : `${figure(value, language)}\u00a0${unit}`;
}

function flowSheet(
  names: ReadonlyMap<string, string>,
  links: readonly FlowLink[],
  options: FlowChartOptions,
): Sheet {
  const { language } = options;
  const ids = [...names.keys()].filter((id) =>
    links.some(({ from, to }) => from === id || to === id),
  );
  const columns = columnsOf(ids, links);
  const count = Math.max(0, ...columns.values()) + 1;
  const [left, right] = [8, 8];
  const width = widthFor(options) - left - right;
  const stride = count > 1 ? (width - nodeWidth) / (count - 1) : width;
  const through = (id: string): number => throughput(id, links);
  const scale = moneyScale(ids.map(through));
  const isLast = (id: string): boolean => count > 1 && columns.get(id) === count - 1;
  // Names of the first columns run to the right, those of the last to the left: both share the stretch between.
  const room = (id: string): number =>
    count < 2 ? width : stride * (isLast(id) || columns.get(id) === count - 2 ? 0.48 : 0.9) - 6;
  const amount = (id: string): string => printed(through(id), options, scale);
  const named = (id: string): readonly string[] =>
    breakLines(`${names.get(id)} ${amount(id)}`, room(id), 12);
  // Where a word is wider than the room of its node, numbers stand for names.
  const fits = ids.every((id) => named(id).every((line) => widthOf(line, 12) <= room(id)));
  const numbered = (id: string): readonly string[] =>
    breakLines(`${ids.indexOf(id) + 1}. ${amount(id)}`, room(id), 12);
  const lines = new Map(ids.map((id) => [id, fits ? named(id) : numbered(id)]));
  const key = ids.map((id, at) => ({ sign: `${at + 1}.`, words: names.get(id) ?? id }));
  const gap = (id: string): number => (lines.get(id)?.length ?? 1) * lineHeight + 10;
  const crowds = Array.from({ length: count }, (_, at) =>
    sum(ids.filter((id) => columns.get(id) === at).map(gap)),
  );
  const height = Math.max(0, ...crowds) + (isNarrow(options) ? 170 : 220);
  const { nodes, links: bands } = layOutFlow(ids, links, height, gap);
  const x = (id: string): number => (columns.get(id) ?? 0) * stride;
  const colour = (id: string): string => tints[ids.indexOf(id) % tints.length] ?? palette.rule;
  const placed = nodes.map(({ id, top, height: tall }) => ({
    ...{ x: x(id), x2: x(id) + nodeWidth, y: top, y2: top + tall },
    lines: [...(lines.get(id) ?? [])],
    labelX: isLast(id) ? x(id) + nodeWidth : x(id),
    labelY: top - 8 - ((lines.get(id)?.length ?? 1) - 1) * lineHeight,
    align: isLast(id) ? 'right' : 'left',
  }));
  const label = { x: 'labelX', y: 'labelY', text: 'lines' };
  const unit = options.unit === undefined ? scale.unit[language] : '';
  const points = bands.flatMap((band, at) => bandPoints(band, stride, colour(band.from), at));
  return {
    layer: [
      mark('area', points, {
        ...{ x: 'x', y: 'top', y2: 'bottom', run: 'id', opacity: 0.75, fill: field('colour') },
      }),
      mark('rect', placed, { x: 'x', x2: 'x2', y: 'y', y2: 'y2', fill: palette.ink }),
      ...rimmed(placed, { ...label, lineHeight, align: field('align') }),
      ...marginWords(unit, -left, -10, 'left'),
    ],
    height,
    left,
    right,
    top: unit === '' ? 12 : 30,
    key: fits ? [] : key,
  };
}

/** Where amounts come from, pass or end. */
export interface FlowNode {
  readonly id: string;
  readonly label: Text;
}

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
  const { names, table } = linkedNodes(
    nodes,
    links,
    options.language,
    inFour('de stroom', 'le flux', 'der Fluss', 'flow'),
  );
  for (const { from, to, value } of links)
    if (!(Number.isFinite(value) && value >= 0))
      throw new InputError(
        inFour(
          'verwacht: een bedrag van nul of meer van {from} naar {to}; gevonden: {value}',
          'attendu : un montant de zéro ou plus de {from} à {to} ; trouvé : {value}',
          'erwartet: ein Betrag von null oder mehr von {from} nach {to}; gefunden: {value}',
          'expected an amount of zero or more from {from} to {to}, found {value}',
          { from, to, value: String(value) },
        ),
        inFour(
          'teken wat terugstroomt als een eigen verbinding',
          'dessinez ce qui reflue comme un lien à part',
          'Rückflüsse als eigene Verbindung zeichnen',
          'draw what flows back as a link of its own',
        ),
      );
  const known = links.filter(({ value }) => value > 0);
  return chart(options, {
    title,
    says: [caption],
    table,
    ...flowSheet(names, known, options),
  });
}
