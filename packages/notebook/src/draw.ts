import type { Chart, Drawing } from '@samenbeeld/charts';
import { folded, paragraph, renderSvg, table } from '@samenbeeld/page';
import { formatNumber, type Language, sevenDigits, type Text } from '@samenbeeld/schema';
import { type Marking, output } from './cell.ts';
import type { Bundle } from './kernel.ts';
import { type View, view } from './view.ts';
import { words } from './words.ts';

/** How a chart is drawn. */
export interface DrawOptions {
  /** Language of the chart; that of the picture unless said otherwise. */
  readonly language?: Language;
  /** Whole width in pixels; 680. */
  readonly width?: number;
  /** What it shows, as a sentence. */
  readonly title?: Text;
}

/** A chart: interactive in JupyterLab, a still drawing elsewhere, its numbers below it. */
export interface Drawn extends View {
  readonly kind: 'chart';
  readonly title: string;
  readonly caption: string;
  /** The vega-lite specification. */
  readonly spec: Chart['spec'];
  /** The numbers behind it. */
  readonly table: Chart['table'];
  readonly svg: string;
}

/** Puts the banner into the drawing, below its title, because a drawing travels alone. */
function marked(spec: Chart['spec'], banner: string): Chart['spec'] {
  const lines = banner.split('\n');
  const { padding, title } = spec as unknown as {
    readonly padding: { readonly top: number };
    readonly title?: { readonly text: readonly string[] };
  };
  return {
    ...spec,
    padding: { ...padding, top: padding.top + 14 * lines.length + 4 },
    title: {
      ...title,
      subtitle: lines,
      subtitleFontSize: 10,
      subtitleLineHeight: 13,
      subtitleColor: '#1a1a1a',
      subtitlePadding: 4,
    },
  } as Chart['spec'];
}

/** JupyterLab brings vega-lite 5, which draws these charts and warns only of the version they name. */
function unversioned(spec: Chart['spec']): object {
  const { $schema, ...rest } = spec;
  return rest;
}

function outputs(drawn: Drawn, { banner }: Marking, language: Language): readonly Bundle[] {
  const { title, caption, spec, svg, table: behind } = drawn;
  const number = behind.columns.map((_, at) =>
    behind.rows.some((row) => typeof row[at] === 'number'),
  );
  const numbers = table(
    title,
    behind.columns.map((heading, at) => [number[at] ? 'number' : 'words', heading]),
    behind.rows.map((row) =>
      row.map((cell) =>
        typeof cell === 'number' ? formatNumber(sevenDigits(cell), language) : (cell ?? '–'),
      ),
    ),
  );
  return [
    {
      'text/plain': `${banner[language]}\n${title}`,
      'image/svg+xml': svg,
      'application/vnd.vegalite.v5+json': unversioned(spec),
    },
    output({ banner, language }, [paragraph(caption), ...folded(words.numbers, [numbers])]),
  ];
}

/** Draws a chart under the banner of what it was made from. */
export async function draw(
  marking: Marking,
  drawing: Drawing,
  { language = marking.language, width }: DrawOptions,
): Promise<Drawn> {
  const { spec: bare, title, caption, table } = drawing({ language, width });
  const spec = marked(bare, marking.banner[language]);
  const svg = await renderSvg(spec, { language, title, background: '#ffffff' });
  return view<Drawn>({ kind: 'chart', title, caption, spec, table, svg }, (drawn) =>
    outputs(drawn, marking, language),
  );
}
