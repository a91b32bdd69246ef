import { pixel } from '../drawing/pixel.ts';
import { rimmedText } from '../drawing/rimmed-text.ts';
import { linearAxis, percentSuffix } from '../drawing/value-axis.ts';
import { isNarrow, type Layers, type Sheet, widthFor } from '../frame.ts';
import { type LegendEntry, legendHeight, legendLayers } from '../legend.ts';
import { widthOf } from '../lines.ts';
import { palette } from '../palette.ts';
import {
  countsOf,
  type DrawnSite,
  hasMoved,
  nameSize,
  type WaterbedLook,
  waterbedRows,
} from './waterbed-rows.ts';

/** Colour of a share that cannot be shown to have moved. */
const still = '#7d95a3';

function legendOf(
  [before, after]: readonly [string, string],
  color: string,
): readonly LegendEntry[] {
  return [
    { words: before, shape: 'circle', color, fill: palette.paper },
    { words: after, shape: 'circle', color, fill: color },
  ];
}

function spans(values: readonly object[], from: string, to: string, mark: object): Layers[number] {
  return {
    data: { values: [...values] },
    transform: [{ filter: `datum.${from} !== null && datum.${to} !== null` }],
    mark: { type: 'rule', ...mark },
    encoding: { x: pixel(from), x2: { field: to }, y: pixel('y') },
  };
}

function dots(values: readonly object[], at: string, fill: string): Layers[number] {
  return {
    data: { values: [...values] },
    transform: [{ filter: `datum.${at} !== null` }],
    mark: {
      type: 'point',
      filled: false,
      size: 90,
      opacity: 1,
      strokeWidth: 2,
      stroke: { expr: `datum.moved ? "${palette.reported}" : "${still}"` },
      fill: { expr: fill },
    },
    encoding: { x: pixel(at), y: pixel('y') },
  };
}

/** The drawing area of shares before and after. */
export function waterbedLayers(sites: readonly DrawnSite[], look: WaterbedLook): Sheet {
  const { language, spans: names } = look;
  const narrow = isNarrow(look);
  const whole = widthFor(look);
  const counts = sites.map((site) => countsOf(site, look.unit, language));
  const right = narrow ? 22 : Math.max(40, ...counts.map((one) => widthOf(one, 13))) + 22;
  const widest = Math.max(0, ...sites.map((site) => widthOf(site.name, nameSize(site))));
  const left = narrow ? 14 : Math.min(widest, 190) + 16;
  const width = whole - left - right;
  const shares = sites.flatMap(({ shareBefore, shareAfter, high, rise }) => [
    shareBefore ?? 0,
    shareAfter ?? 0,
    Math.min(1, (shareBefore ?? 0) + (high ?? 0)),
    Math.min(1, (shareBefore ?? 0) + (rise ?? 0)),
  ]);
  const axis = linearAxis(
    shares.map((share) => 100 * share),
    {
      language,
      count: narrow ? 4 : 6,
      suffix: percentSuffix(language),
    },
  );
  const labelRoom = narrow
    ? whole - Math.max(0, ...counts.map((one) => widthOf(one, 13))) - 24
    : left - 16;
  const rows = waterbedRows(sites, look, { width, to: axis.to, labelRoom });
  const height = rows.at(-1)?.bottom ?? 0;
  const ticks = axis.ticks.map(({ at, label }) => ({ x: (at / axis.to) * width, label }));
  const legend = legendOf(names, sites.some(hasMoved) ? palette.reported : still);
  const top = legendHeight(legend, whole) + 8;
  const layer: Layers = [
    {
      data: { values: ticks },
      mark: { type: 'rule', y: 0, y2: height, color: palette.rule },
      encoding: { x: pixel('x') },
    },
    {
      data: { values: ticks },
      mark: { type: 'text', x: { expr: 'datum.x' }, y: height + 14, color: palette.grey },
      encoding: { text: { field: 'label' } },
    },
    spans(rows, 'bandFrom', 'bandTo', { strokeWidth: 16, color: '#e4dfd4', strokeCap: 'butt' }),
    spans(rows, 'from', 'until', { strokeWidth: 6, color: '#9cc8e2' }),
    spans(rows, 'before', 'after', {
      strokeWidth: 2,
      color: { expr: `datum.moved ? "${palette.reported}" : "${still}"` },
    }),
    dots(rows, 'after', `datum.moved ? "${palette.reported}" : "${still}"`),
    dots(rows, 'before', `"${palette.paper}"`),
    ...rimmedText(rows, 'lines', {
      align: narrow ? 'left' : 'right',
      x: narrow ? -left : -10,
      y: { expr: 'datum.labelY' },
      lineHeight: 14,
      fontWeight: { expr: 'datum.moved ? "bold" : "normal"' },
    }),
    ...rimmedText(rows, 'counts', {
      align: narrow ? 'right' : 'left',
      x: narrow ? width + right : width + 14,
      y: { expr: 'datum.countsY' },
      color: palette.grey,
    }),
    ...legendLayers(legend, whole, left),
  ];
  return { layer, height, left, right, top, bottom: 26 };
}
