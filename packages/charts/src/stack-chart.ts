import { type Language, percentSign, type Text } from '@samenbeeld/schema';
import { type Chart, type ChartOptions, tableOf } from './chart.ts';
import { field, mark } from './drawing/marks.ts';
import { chart, isNarrow, widthFor } from './frame.ts';
import { widthOf } from './lines.ts';
import { periodWords, printNumber, rowName, steps, tickFormat } from './numbers.ts';
import { palette } from './palette.ts';
import { downChannel } from './rows.ts';
import { words } from './words.ts';

/** A count of one kind in one period. */
export interface CountRow {
  readonly period: string;
  readonly kind: string;
  readonly label: Text;
  /** null where it is not known, which is not 0. */
  readonly count: number | null;
  /** Whether there may be more than were counted. */
  readonly isFloor?: boolean;
}

/**
 * A count of finds as far as files tell it: where they do not cover a place and time in full, none listed is not known to be none, and
 * what is listed is at least that.
 *
 * @example
 * ```ts
 * import { countListed } from '@samenbeeld/charts';
 * countListed(0, true) // => { count: 0 }
 * countListed(0, false) // => { count: null }
 * countListed(3, false) // => { count: 3, isFloor: true }
 * ```
 */
export function countListed(
  listed: number,
  isCovered: boolean,
): Pick<CountRow, 'count' | 'isFloor'> {
  if (isCovered) return { count: listed };
  return listed > 0 ? { count: listed, isFloor: true } : { count: null };
}

/** A count in words: what is not known, what is a lower limit, or the number itself. */
function shownCount(
  { count, isFloor = false }: Pick<CountRow, 'count' | 'isFloor'>,
  language: Language,
) {
  if (count === null) return words.notKnown[language];
  return isFloor ? `≥ ${printNumber(count, language)}` : count;
}

/** How the segments of a bar are coloured, and whether bars show shares. */
interface StackStyle {
  readonly title: Text;
  readonly captions: readonly Text[];
  readonly colours: readonly string[];
  readonly shares: boolean;
  readonly heading: Text;
}

/** Counts by period, stacked as they are or as shares, with each segment labelled where it has room. */
function stackChart(rows: readonly CountRow[], options: ChartOptions, style: StackStyle): Chart {
  const { language } = options;
  const { shares } = style;
  const periods = [...new Set(rows.map(({ period }) => period))].sort();
  const nameOf = (period: string): string => rowName(period, language);
  const kinds = [...new Map(rows.map((row) => [row.kind, row.label[language]]))].map(
    ([kind, label], at) => {
      const colour = style.colours[at % style.colours.length] ?? palette.grey;
      return { kind, label, colour };
    },
  );
  const countOf = (period: string, kind?: string): number =>
    rows
      .filter((row) => row.period === period && (kind === undefined || row.kind === kind))
      .reduce((sum, { count }) => sum + (count ?? 0), 0);
  const sumOf = (period: string): string => {
    const own = rows.filter((row) => row.period === period);
    const isUnknown = own.length > 0 && own.every(({ count }) => count === null);
    const isFloor = own.some((row) => row.count === null || row.isFloor);
    const count = isUnknown ? null : countOf(period);
    const shown = shownCount({ count, isFloor }, language);
    return typeof shown === 'number' ? printNumber(shown, language) : shown;
  };
  const [left, right] = [44, shares ? 70 : 44];
  const width = widthFor(options) - left - right;
  const most = shares ? 1 : Math.max(1, ...periods.map((period) => countOf(period)));
  const whole = steps(most, isNarrow(options) ? 3 : 5).filter(Number.isInteger);
  const ticks = shares ? [0, 0.5, 1] : whole;
  const values = periods.flatMap((period) => {
    let start = 0;
    return kinds.flatMap(({ kind, colour }) => {
      const count = countOf(period, kind);
      if (count === 0) return [];
      const size = shares ? count / countOf(period) : count;
      const printed = printNumber(count, language);
      const words = (size / most) * width > widthOf(printed, 11) + 6 ? printed : '';
      start += size;
      const place = { start: start - size, end: start, middle: start - size / 2 };
      return [{ period: nameOf(period), kind, count, ...place, colour, words }];
    });
  });
  const axis = { title: null, labelPadding: 8, labelColor: palette.ink };
  const y = downChannel('period', periods.map(nameOf), axis);
  const x = (name: string) => ({
    field: name,
    type: 'quantitative' as const,
    scale: { domain: [0, most], nice: false },
    axis: {
      ...{ title: null, grid: true, values: ticks.filter((tick) => tick <= most) },
      ...(shares
        ? { labelExpr: `datum.value * 100 + '${percentSign[language]}'` }
        : { format: tickFormat(ticks) }),
    },
  });
  const sums = periods.map((period) => {
    const sum = countOf(period);
    return {
      period: nameOf(period),
      end: shares ? 1 : sum,
      words: `${shares ? 'n = ' : ''}${sumOf(period)}`,
    };
  });
  const bar = { height: 18, fill: field('colour'), stroke: palette.paper, strokeWidth: 1 };
  const { ink, paper } = palette;
  const reads = (on: string): string => `contrast(datum.colour, "${on}")`;
  const color = { expr: `${reads(paper)} > ${reads(ink)} ? "${paper}" : "${ink}"` };
  const inside = { fontSize: 11, color };
  const beside = { align: 'left', dx: 8, fontWeight: shares ? 'normal' : 'bold' } as const;
  return chart(options, {
    title: style.title,
    says: style.captions,
    table: tableOf(rows, language, [
      [words.period, ({ period }) => periodWords(period, language)],
      [style.heading, ({ label }) => label],
      [words.count, (row) => shownCount(row, language)],
    ]),
    layer: [
      mark('bar', values, { y, x: x('start'), x2: 'end', ...bar }),
      mark('text', values, { y, x: x('middle'), text: 'words', ...inside }),
      mark('text', sums, { y, x: x('end'), text: 'words', ...beside }),
    ],
    height: periods.length * 26,
    left,
    right,
    bottom: 26,
    legend: kinds.map(({ label, colour }) => {
      return { words: label, shape: 'square', color: colour, fill: colour };
    }),
  });
}

const countTitle: Text = {
  nl: 'Aantal inbeslagnames',
  fr: 'Nombre de saisies',
  de: 'Zahl der Sicherstellungen',
  en: 'Number of seizures',
};

const countCaption: Text = {
  nl: 'Aantallen mogen worden gestapeld: wat als één inbeslagname is herkend, telt één keer.',
  fr: 'Les nombres peuvent être empilés : ce qui est reconnu comme une même saisie compte une fois.',
  de: 'Anzahlen dürfen gestapelt werden: Was als eine Sicherstellung erkannt ist, zählt einmal.',
  en: 'Counts may be stacked: what is known to be one seizure counts once.',
};

const unknownCaption: Text = {
  nl: 'Zonder balk is het aantal niet bekend; dat is niet nul.',
  fr: 'Sans barre, le nombre n’est pas connu ; ce n’est pas zéro.',
  de: 'Ohne Balken ist die Anzahl nicht bekannt; das ist nicht null.',
  en: 'Without a bar the number is not known, which is not zero.',
};

const floorCaption: Text = {
  nl: '"≥": er kunnen er meer zijn dan er zijn gemeld.',
  fr: '« ≥ » : il peut y en avoir plus que ce qui est déclaré.',
  de: '„≥“: Es können mehr sein, als gemeldet sind.',
  en: '"≥": there may be more than were reported.',
};

/**
 * Counts by period and kind, stacked; a count that is not known has no bar. `heading` says what the kinds are. For counts only: kilograms of different basis go in a basis chart.
 *
 * @example
 * ```ts
 * import { countChart } from '@samenbeeld/charts';
 * countChart([], { language: 'en' }).title // => 'Number of seizures'
 * ```
 */
export function countChart(
  rows: readonly CountRow[],
  { heading = words.category, ...options }: ChartOptions & { readonly heading?: Text | undefined },
): Chart {
  const captions = [
    countCaption,
    ...(rows.some(({ count }) => count === null) ? [unknownCaption] : []),
    ...(rows.some(({ isFloor }) => isFloor) ? [floorCaption] : []),
  ];
  return stackChart(rows, options, {
    title: countTitle,
    captions,
    colours: palette.series,
    shares: false,
    heading,
  });
}

const bandTitle: Text = {
  nl: 'Grote en kleine inbeslagnames',
  fr: 'Grandes et petites saisies',
  de: 'Große und kleine Sicherstellungen',
  en: 'Large and small seizures',
};

const bandCaption: Text = {
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
    title: bandTitle,
    captions: [bandCaption],
    colours: ['#d9e9f3', '#9cc8e2', '#4f9fcb', '#0072b2', '#004a75', '#00283f'],
    shares: true,
    heading: words.sizeBand,
  });
}
