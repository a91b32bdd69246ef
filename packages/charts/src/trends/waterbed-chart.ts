import { figure, type Language, type Text } from '@samenbeeld/schema';
import type { Chart, ChartOptions } from '../chart.ts';
import { drawable } from '../drawing/period-values.ts';
import { pixel } from '../drawing/pixel.ts';
import { rimmedText } from '../drawing/rimmed-text.ts';
import { sentences } from '../drawing/sentences.ts';
import { linearAxis, percentSuffix } from '../drawing/value-axis.ts';
import { chart, isNarrow, type Layers, type Sheet, widthFor } from '../frame.ts';
import { type LegendEntry, legendHeight, legendLayers } from '../legend.ts';
import { breakLines, widthOf } from '../lines.ts';
import { palette } from '../palette.ts';
import { words } from '../words.ts';
import { axisUnit } from './axis-unit.ts';
import { trendWords } from './trend-words.ts';

/** A site as it is drawn. */
interface DrawnSite {
  readonly name: string;
  readonly before: number;
  readonly after: number;
  readonly shareBefore: number | null;
  readonly shareAfter: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly rise: number | null;
  readonly fall: number | null;
}

/** What a drawing of shares is asked for. */
interface WaterbedLook extends ChartOptions {
  readonly unit?: string | undefined;
  readonly spans: readonly [string, string];
}

/** Whether the range of a change keeps clear of no change. */
function hasMoved({ low, high }: Pick<DrawnSite, 'low' | 'high'>): boolean {
  return low !== null && high !== null && (low > 0 || high < 0);
}

/** Letter size at which the width of a name is reckoned, for fonts that run wide: bold letters take more room. */
function nameSize(site: DrawnSite): number {
  return hasMoved(site) ? 15 : 13;
}

/** "80 → 40 kg". */
function countsOf(site: DrawnSite, unit: string | undefined, language: Language): string {
  const name = axisUnit(unit, language);
  const printed = [site.before, site.after].map((count) => figure(Math.round(count), language));
  return `${printed.join(' → ')}${name === '' ? '' : `\u00a0${name}`}`;
}

/** A row in pixels; null where something is not known. */
interface PlacedSite {
  readonly lines: readonly string[];
  readonly bottom: number;
  readonly counts: string;
  readonly y: number;
  readonly labelY: number;
  readonly countsY: number;
  readonly before: number | null;
  readonly after: number | null;
  /** Range of the share after. */
  readonly from: number | null;
  readonly until: number | null;
  /** Band in which a shift would not show. */
  readonly bandFrom: number | null;
  readonly bandTo: number | null;
  readonly moved: boolean;
}

/** Where everything of a row stands, in pixels. */
function waterbedRows(
  sites: readonly DrawnSite[],
  look: WaterbedLook,
  on: { readonly width: number; readonly to: number; readonly labelRoom: number },
): readonly PlacedSite[] {
  const { width, to, labelRoom } = on;
  const narrow = isNarrow(look);
  let top = 0;
  const place = (share: number): number => Math.max(0, Math.min(1, (100 * share) / to)) * width;
  return sites.map((site) => {
    const lines = [...breakLines(site.name, labelRoom, nameSize(site))];
    const below = 14 * (lines.length - 1);
    const height = narrow ? 46 + below : 32 + Math.max(0, below - 12);
    const y = narrow ? top + 32 + below : top + height / 2;
    const labelY = narrow ? top + 14 : y - below / 2;
    top += height;
    // Where only one of the two is known, no shift the other way would show.
    const isBound = site.rise !== null || site.fall !== null;
    const { shareBefore: before, shareAfter: after, low, high, rise, fall } = site;
    return {
      lines,
      bottom: top,
      counts: countsOf(site, look.unit, look.language),
      y,
      labelY,
      countsY: narrow ? labelY : y,
      before: before === null ? null : place(before),
      after: after === null ? null : place(after),
      from: before === null || low === null ? null : place(before + low),
      until: before === null || high === null ? null : place(before + high),
      bandFrom: before === null || !isBound ? null : place(before - (fall ?? before)),
      bandTo: before === null || !isBound ? null : place(before + (rise ?? 1)),
      moved: hasMoved(site),
    };
  });
}

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
function waterbedLayers(sites: readonly DrawnSite[], look: WaterbedLook): Sheet {
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

/** What can be said of the shares as a whole. */
function waterbedTitle(sites: readonly DrawnSite[]): Text {
  const isRanged = sites.some(({ low, high }) => low !== null && high !== null);
  if (isRanged && !sites.some(hasMoved))
    return {
      nl: 'Van geen enkele plaats is te tonen dat het aandeel veranderde',
      fr: 'Pour aucun lieu un changement de part ne peut être démontré',
      de: 'Bei keinem Ort lässt sich zeigen, dass sich der Anteil änderte',
      en: 'For no place can a change of its share be shown',
    };
  return {
    nl: 'Het aandeel van elke plaats, ervoor en erna',
    fr: 'La part de chaque lieu, avant et après',
    de: 'Der Anteil jedes Ortes, vorher und nachher',
    en: 'The share of each place, before and after',
  };
}

const rest: Readonly<Record<Language, readonly string[]>> = {
  nl: [
    'Verschil, laagste',
    'Verschil, hoogste',
    'Kleinste aantoonbare stijging',
    'Kleinste aantoonbare daling',
  ],
  fr: [
    'Différence, minimum',
    'Différence, maximum',
    'Plus petite hausse démontrable',
    'Plus petite baisse démontrable',
  ],
  de: [
    'Unterschied, niedrigster',
    'Unterschied, höchster',
    'Kleinster nachweisbarer Anstieg',
    'Kleinster nachweisbarer Rückgang',
  ],
  en: [
    'Difference, lowest',
    'Difference, highest',
    'Smallest rise that would show',
    'Smallest fall that would show',
  ],
};

/** Words of the chart of shares. */
const waterbedWords: { readonly rest: (language: Language) => readonly string[] } = {
  rest: (language) => rest[language],
};

const marks: Text = {
  nl: 'Open stip: het aandeel ervoor; volle stip: erna. Rechts: de cijfers zelf. De grootste stijging staat bovenaan.',
  fr: 'Point vide\u00a0: part avant\u00a0; point plein\u00a0: après. À droite\u00a0: les chiffres eux-mêmes. La plus forte hausse est en haut.',
  de: 'Offener Punkt: Anteil vorher; voller Punkt: nachher. Rechts: die Zahlen selbst. Der größte Anstieg steht oben.',
  en: 'Hollow dot: share before; full dot: after. On the right: the figures themselves. The largest rise comes first.',
};

const rangeOfChange: Text = {
  nl: 'Lichte balk: waar het aandeel erna kan liggen. Vet en blauw: de balk raakt het aandeel ervoor niet.',
  fr: 'Barre claire\u00a0: où la part après peut se situer. Gras et bleu\u00a0: la barre ne touche pas la part avant.',
  de: 'Heller Balken: wo der Anteil nachher liegen kann. Fett und blau: Der Balken berührt den Anteil vorher nicht.',
  en: 'Pale bar: where the share after may lie. Bold and blue: the bar does not reach the share before.',
};

const blindBand: Text = {
  nl: 'Grijze band: een verschuiving daarbinnen zou bij deze aantallen meestal niet opvallen.',
  fr: 'Bande grise\u00a0: avec ces nombres, un déplacement à l’intérieur passerait le plus souvent inaperçu.',
  de: 'Graues Band: Eine Verschiebung darin fiele bei diesen Zahlen meist nicht auf.',
  en: 'Grey band: with these numbers a shift within it would mostly go unseen.',
};

const noRange: Text = {
  nl: 'Hoeveelheden hebben geen bereik: één grote vangst kan een aandeel verschuiven.',
  fr: 'Les quantités n’ont pas de fourchette\u00a0: une seule grosse saisie peut déplacer une part.',
  de: 'Mengen haben keine Spanne: Ein einziger großer Fund kann einen Anteil verschieben.',
  en: 'Amounts have no range: one large find can move a share.',
};

const noCause: Text = {
  nl: 'Een ander aandeel zegt niet dat vervoer zich verplaatste.',
  fr: 'Un changement de part ne dit pas que le trafic s’est déplacé.',
  de: 'Ein anderer Anteil sagt nicht, dass sich der Verkehr verlagerte.',
  en: 'A changed share does not say that traffic moved.',
};

/** Explains the marks that are there, and what they do not say. */
function waterbedCaption(there: {
  readonly isRanged: boolean;
  readonly hasBand: boolean;
  readonly counted: boolean;
}): Text {
  return sentences(
    marks,
    there.isRanged && rangeOfChange,
    there.hasBand && blindBand,
    !there.counted && noRange,
    noCause,
  );
}

/** A site's share of a network before and after. */
export interface WaterbedSite {
  /** Code, and its name. */
  readonly site: string;
  readonly label?: Text | undefined;
  /** Counts (or kilograms). */
  readonly before: number;
  readonly after: number;
  /** null where nothing was counted in the whole network. */
  readonly shareBefore: number | null;
  readonly shareAfter: number | null;
  /** Range of the difference of the shares; null for kilograms, which have none. */
  readonly low: number | null;
  readonly high: number | null;
  /** The smallest rise and fall of the share that would show; null where none would. */
  readonly detectableRise?: number | null | undefined;
  readonly detectableFall?: number | null | undefined;
}

/** Options of {@link waterbedChart}. */
export interface WaterbedChartOptions extends ChartOptions {
  /** Names of both spans of time ("2019–2021"). */
  readonly before?: Text | undefined;
  readonly after?: Text | undefined;
  /** What is counted: events, which have ranges, or an amount, which has none; events. */
  readonly counted?: boolean | undefined;
  /** Unit of the printed figures ("kg"). */
  readonly unit?: string | undefined;
}

/**
 * Shares of the sites of a network before and after, the largest rise first: a line from the hollow dot (before) to
 * the full dot (after), the range of the change, and the band within which a shift would not have shown. Amounts such
 * as kilograms have no range, and the caption says so.
 *
 * @throws InputError where a number is not finite
 * @example
 * ```ts
 * import { waterbedChart } from '@samenbeeld/charts';
 * const site = { site: 'NLVLI', before: 4, after: 30, shareBefore: 0.02, shareAfter: 0.19, low: 0.1, high: 0.25 };
 * waterbedChart([site], { language: 'en' }).table.rows // => [['NLVLI', 4, 30, 0.02, 0.19, 0.1, 0.25, null, null]]
 * ```
 */
export function waterbedChart(
  sites: readonly WaterbedSite[],
  options: WaterbedChartOptions,
): Chart {
  const { language, counted = true } = options;
  const change = ({ shareBefore, shareAfter }: WaterbedSite): number =>
    (shareAfter ?? 0) - (shareBefore ?? 0);
  const sorted = sites
    .map((site) => ({
      ...site,
      name: site.label?.[language] ?? site.site,
      before: drawable(site.before, site.site) ?? 0,
      after: drawable(site.after, site.site) ?? 0,
      shareBefore: drawable(site.shareBefore, site.site),
      shareAfter: drawable(site.shareAfter, site.site),
      low: counted ? drawable(site.low, site.site) : null,
      high: counted ? drawable(site.high, site.site) : null,
      rise: counted ? drawable(site.detectableRise, site.site) : null,
      fall: counted ? drawable(site.detectableFall, site.site) : null,
    }))
    .sort((a, b) => change(b) - change(a) || a.site.localeCompare(b.site, 'en'));
  const spans = [
    (options.before ?? trendWords.before)[language],
    (options.after ?? trendWords.after)[language],
  ] as const;
  const isRanged = sorted.some(({ low, high }) => low !== null && high !== null);
  const hasBand = sorted.some(({ rise, fall }) => rise !== null || fall !== null);
  return chart(
    options,
    {
      title: waterbedTitle(sorted),
      caption: waterbedCaption({ isRanged, hasBand, counted }),
      table: {
        columns: [
          words.place[language],
          ...spans,
          ...spans.map((span) => `${words.share[language]}, ${span}`),
          ...waterbedWords.rest(language),
        ],
        rows: sorted.map((one) => [
          ...[one.name, one.before, one.after, one.shareBefore, one.shareAfter],
          ...[one.low, one.high, one.rise, one.fall],
        ]),
      },
    },
    waterbedLayers(sorted, { ...options, spans }),
  );
}
