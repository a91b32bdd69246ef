import { formatNumber, type Language, type Text, textSeed } from '@samenbeeld/schema';
import { type Chart, type ChartOptions, tableOf } from './chart.ts';
import type { Layers } from './drawing/marks.ts';
import { field, mark } from './drawing/marks.ts';
import { marginWords } from './drawing/plot.ts';
import { chart, isNarrow, widthFor } from './frame.ts';
import { printNumber } from './numbers.ts';
import { palette } from './palette.ts';
import { words } from './words.ts';

export interface SeizureDot {
  readonly id: string;
  readonly year: string;
  /** Code of the port and its name. */
  readonly place: string;
  readonly name: Text;
  /** null where no quantity is known: counted in the table, not drawn. */
  readonly value: number | null;
}

export interface SeizureDotChartOptions extends ChartOptions {
  readonly unit?: string | undefined;
}

const title: Text = {
  nl: 'Elke inbeslagname is een stip',
  fr: 'Chaque saisie est un point',
  de: 'Jede Sicherstellung ist ein Punkt',
  en: 'Each seizure is a dot',
};

/** How much more each step of the axis is, of so many powers of ten: one that is not drawn is no step. */
function captionFor(unknown: number, powers: number): Text {
  const times = (ten: string, language: Language): string =>
    powers === 1 ? ten : printNumber(10 ** powers, language);
  return {
    nl: `Logaritmische schaal: elke stap is ${times('tien', 'nl')} keer zoveel.${unknown > 0 ? ` Niet getekend: ${unknown} zonder hoeveelheid.` : ''}`,
    fr: `Échelle logarithmique : chaque pas multiplie par ${times('dix', 'fr')}.${unknown > 0 ? ` Non dessinées : ${unknown} sans quantité.` : ''}`,
    de: `Logarithmische Skala: Jeder Schritt ist das ${powers === 1 ? 'Zehnfache' : `${times('', 'de')}-Fache`}.${unknown > 0 ? ` Nicht gezeichnet: ${unknown} ohne Menge.` : ''}`,
    en: `Logarithmic scale: each step is ${times('ten', 'en')} times as much.${unknown > 0 ? ` Not drawn: ${unknown} without a quantity.` : ''}`,
  };
}

/** A number from 0 to 1 that depends on the id only, so that dots keep their place. */
function scatter(id: string): number {
  let hash = textSeed(id);
  hash = Math.imul(hash ^ (hash >>> 16), 2_246_822_507);
  hash = Math.imul(hash ^ (hash >>> 13), 3_266_489_909);
  return ((hash ^ (hash >>> 16)) >>> 0) / 4_294_967_296;
}

/**
 * Each seizure as a dot on a logarithmic axis, by year and port: what a sum hides, one large find or many small
 * ones.
 *
 * @example
 * ```ts
 * import { seizureDotChart } from '@samenbeeld/charts';
 * seizureDotChart([], { language: 'en' }).caption // => 'Logarithmic scale: each step is ten times as much.'
 * ```
 */
export function seizureDotChart(
  dots: readonly SeizureDot[],
  options: SeizureDotChartOptions,
): Chart {
  const { language } = options;
  const narrow = isNarrow(options);
  const unit = options.unit ?? 'kg';
  const drawn = dots.filter((dot): dot is SeizureDot & { value: number } => (dot.value ?? 0) > 0);
  const years = [...new Set(dots.map(({ year }) => year))].sort();
  const places = [...new Set(dots.map(({ place }) => place))];
  const powers = drawn.map(({ value }) => Math.log10(value));
  const from = Math.floor(Math.min(0, ...powers));
  const to = Math.ceil(Math.max(1, ...powers));
  const [left, right, spacing] = [44, 14, narrow ? 62 : 26];
  const inner = widthFor(options) - left - right;
  const count = Math.max(places.length, 1);
  const width = narrow ? inner : (inner - (count - 1) * spacing) / count;
  const every = Math.max(1, Math.ceil(((to - from + 1) * 46) / width));
  const ticks = Array.from({ length: to - from + 1 }, (_, index) => 10 ** (from + index)).filter(
    (_, index) => (to - from - index) % every === 0,
  );
  const labels = ticks.map((tick) => formatNumber(tick, language));
  const height = years.length * 26;
  const x = {
    field: 'value',
    type: 'quantitative',
    scale: { type: 'log', domain: [10 ** from, 10 ** to], nice: false },
    axis: {
      ...{ title: null, grid: true, values: ticks, labelOverlap: false },
      labelExpr: `${JSON.stringify(labels)}[indexof(${JSON.stringify(ticks)}, datum.value)]`,
    },
  };
  const y = (isNamed: boolean) => ({
    field: 'year',
    type: 'ordinal',
    scale: { type: 'point', domain: years, padding: 0.5 },
    axis: { title: null, labels: isNamed, labelPadding: 8, labelColor: palette.ink },
  });
  const look = { filled: true, size: 34, opacity: 0.55, color: palette.reported };
  const bold = { align: 'left', fontSize: 13, fontWeight: 'bold' } as const;
  const panels = places.map((place, index): Layers => {
    const own = drawn.filter((dot) => dot.place === place);
    const shifted = own.map(({ id, year, value }) => {
      return { year, value, shift: (scatter(id) - 0.5) * 14 };
    });
    const name = dots.find((dot) => dot.place === place)?.name[language];
    const count = `${unit} · n = ${own.length}`;
    return [
      mark('point', shifted, {
        ...{ x, y: y(narrow || index === 0), yOffset: field('shift'), ...look },
      }),
      mark('text', [{ name }], { x: narrow ? -left : 0, y: -14, text: 'name', ...bold }),
      ...marginWords(count, width, -14, 'right'),
    ];
  });
  return chart(options, {
    title,
    says: [captionFor(dots.length - drawn.length, every)],
    table: tableOf(dots, language, [
      [words.year, ({ year }) => year],
      [words.port, ({ name }) => name],
      [words.quantity, ({ value }) => value],
    ]),
    panels,
    width,
    height,
    left,
    right,
    spacing,
    top: 30,
    bottom: 26,
  });
}
