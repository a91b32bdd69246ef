import { figure, type Language, percentSign, type Text } from '@samenbeeld/schema';
import { type Chart, type ChartOptions, tableOf } from '../chart.ts';
import { axisUnit } from '../drawing/axis-unit.ts';
import { mark, when } from '../drawing/marks.ts';
import { drawables } from '../drawing/period-values.ts';
import { type RowPlot, rowPlot } from '../drawing/row-plot.ts';
import { linearAxis } from '../drawing/value-axis.ts';
import { palette } from '../palette.ts';
import { words } from '../words.ts';

/** A site as it is drawn; amounts have no range. */
type DrawnSite = Pick<WaterbedSite, 'before' | 'after' | 'shareBefore' | 'shareAfter'> &
  Readonly<Record<'low' | 'high' | 'rise' | 'fall', number | null>>;

/** Whether the range of a change keeps clear of no change. */
function hasMoved({ low, high }: Pick<DrawnSite, 'low' | 'high'>): boolean {
  return low !== null && high !== null && (low > 0 || high < 0);
}

/** "80 → 40 kg". */
function countsOf(site: DrawnSite, unit: string | undefined, language: Language): string {
  const name = axisUnit(unit, language);
  const printed = [site.before, site.after].map((count) => figure(Math.round(count), language));
  return `${printed.join(' → ')}${name === '' ? '' : `\u00a0${name}`}`;
}

/** Colour of a share that cannot be shown to have moved. */
const still = '#7d95a3';

/** Shares before and after, with the range of the change and the band in which a shift would not show. */
function drawShares(sites: readonly DrawnSite[], plot: RowPlot, language: Language) {
  const shares = sites.flatMap(({ shareBefore, shareAfter, high, rise }) => [
    shareBefore ?? 0,
    shareAfter ?? 0,
    Math.min(1, (shareBefore ?? 0) + (high ?? 0)),
    Math.min(1, (shareBefore ?? 0) + (rise ?? 0)),
  ]);
  const settings = { language, count: plot.narrow ? 4 : 6, suffix: percentSign[language] };
  const axis = linearAxis(
    shares.map((share) => 100 * share),
    settings,
  );
  const place = (share: number): number =>
    Math.max(0, Math.min(1, (100 * share) / axis.to)) * plot.width;
  const rows = sites.map((site, index) => {
    const { shareBefore: before, shareAfter: after, low, high, rise, fall } = site;
    // Where only one of the two is known, no shift the other way would show.
    const isBound = before !== null && (rise !== null || fall !== null);
    return {
      y: plot.rows[index]?.y ?? 0,
      before: before === null ? null : place(before),
      after: after === null ? null : place(after),
      from: before === null || low === null ? null : place(before + low),
      until: before === null || high === null ? null : place(before + high),
      bandFrom: isBound ? place(before - (fall ?? before)) : null,
      bandTo: isBound ? place(before + (rise ?? 1)) : null,
      moved: hasMoved(site),
    };
  });
  type Field = keyof (typeof rows)[number];
  const known = (...fields: readonly Field[]) =>
    rows.filter((row) => fields.every((one) => row[one] !== null));
  const colour = when('moved', palette.reported, still);
  const span = (x: Field, x2: Field, look: object) =>
    mark('rule', known(x, x2), { x, x2, y: 'y', ...look });
  const dots = (x: Field, fill: typeof colour | string) =>
    mark('point', known(x), {
      ...{ x, y: 'y', size: 90, filled: false, fill, stroke: colour, strokeWidth: 2 },
    });
  return {
    ticks: axis.ticks.map(({ at, label }) => ({ x: place(at / 100), label })),
    layers: [
      span('bandFrom', 'bandTo', { strokeWidth: 16, color: '#e4dfd4', strokeCap: 'butt' }),
      span('from', 'until', { strokeWidth: 6, color: '#9cc8e2' }),
      span('before', 'after', { strokeWidth: 2, color: colour }),
      dots('after', colour),
      dots('before', palette.paper),
    ],
  };
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

const rest: Readonly<Record<Language, readonly [string, string, string, string]>> = {
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
  const change = ({ shareBefore, shareAfter }: DrawnSite): number =>
    (shareAfter ?? 0) - (shareBefore ?? 0);
  const checked = (site: WaterbedSite) => ({
    ...drawables(site, site.site, 'before', 'after', 'shareBefore', 'shareAfter'),
    ...drawables(site, site.site, 'low', 'high', 'detectableRise', 'detectableFall'),
  });
  const sorted = sites
    .map((site) => {
      const { low, high, detectableRise, detectableFall, ...own } = checked(site);
      const ranges = { low, high, rise: detectableRise, fall: detectableFall };
      const none = { low: null, high: null, rise: null, fall: null };
      const name = site.label?.[language] ?? site.site;
      const counts = { before: own.before ?? 0, after: own.after ?? 0 };
      return { site: site.site, ...own, ...counts, name, ...(counted ? ranges : none) };
    })
    .sort((a, b) => change(b) - change(a) || a.site.localeCompare(b.site, 'en'));
  const before = (options.before ?? words.before)[language];
  const after = (options.after ?? words.after)[language];
  const color = sorted.some(hasMoved) ? palette.reported : still;
  const [lowest, highest, rise, fall] = rest[language];
  return rowPlot(options, {
    title: waterbedTitle(sorted),
    says: [
      marks,
      sorted.some(({ low, high }) => low !== null && high !== null) && rangeOfChange,
      sorted.some((one) => one.rise !== null || one.fall !== null) && blindBand,
      !counted && noRange,
      noCause,
    ],
    rows: sorted.map((site) => ({
      name: site.name,
      words: countsOf(site, options.unit, language),
      bold: hasMoved(site),
    })),
    legend: [
      { words: before, shape: 'circle', color, fill: palette.paper },
      { words: after, shape: 'circle', color, fill: color },
    ],
    draw: (plot) => drawShares(sorted, plot, language),
    table: tableOf(sorted, language, [
      [words.place, (one) => one.name],
      [before, (one) => one.before],
      [after, (one) => one.after],
      [`${words.share[language]}, ${before}`, (one) => one.shareBefore],
      [`${words.share[language]}, ${after}`, (one) => one.shareAfter],
      [lowest, (one) => one.low],
      [highest, (one) => one.high],
      [rise, (one) => one.rise],
      [fall, (one) => one.fall],
    ]),
  });
}
