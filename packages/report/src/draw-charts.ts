import { createHash } from 'node:crypto';
import type { Chart, Drawing } from '@samenbeeld/charts';
import { type Language, UsageError } from '@samenbeeld/schema';
import { isDrawing } from './check-drawing.ts';
import type { Block, Document } from './document.ts';
import { renderSvg, type SvgOptions } from './render-svg.ts';

/** Widths in pixels: across the page, and on a phone or beside a finding. */
const widths = { page: 680, narrow: 340 } as const;

/** A chart drawn in one language; `page` is absent where it is only ever shown small. */
interface DrawnChart {
  readonly chart: Chart;
  readonly page: string | null;
  readonly narrow: string;
}

/** The charts of an edition by the block they belong to. */
export type DrawnCharts = ReadonlyMap<Block, DrawnChart>;

/** Drawings by what they were drawn from, so that a chart that has not changed is not drawn again. */
export interface DrawingMemory {
  read(key: string): string | null;
  remember(key: string, svg: string): void;
}

async function drawn(
  spec: Chart['spec'],
  options: SvgOptions,
  memory: DrawingMemory | undefined,
): Promise<string> {
  const draw = async (): Promise<string> => {
    const svg = await renderSvg(spec, options);
    if (!isDrawing(svg))
      throw new UsageError(
        `the chart "${options.title ?? ''}" would hold more than a drawing may: a script, a style, a link or an image`,
      );
    return svg;
  };
  if (!memory) return draw();
  const key = createHash('sha256')
    .update(JSON.stringify([spec, options]))
    .digest('hex');
  const known = memory.read(key);
  // What is kept is believed no more than what a stranger sends.
  if (known !== null && isDrawing(known)) return known;
  const svg = await draw();
  memory.remember(key, svg);
  return svg;
}

function drawingsOf(
  blocks: readonly Block[],
): readonly { block: Block; draw: Drawing; page: boolean }[] {
  return blocks.flatMap((block) => {
    if (block.kind === 'box') return drawingsOf(block.blocks);
    if (block.kind === 'finding')
      return block.draw ? [{ block, draw: block.draw, page: false }] : [];
    if (block.kind === 'chart') return [{ block, draw: block.draw, page: block.size !== 'half' }];
    return block.kind === 'map' ? [{ block, draw: block.draw, page: true }] : [];
  });
}

/** Draws every chart of a document in one language, in both widths where both are shown. */
export async function drawCharts(
  document: Document,
  language: Language,
  memory?: DrawingMemory,
): Promise<DrawnCharts> {
  const all = drawingsOf([...document.front, ...document.sections.flatMap(({ blocks }) => blocks)]);
  const charts = new Map<Block, DrawnChart>();
  for (const [index, { block, draw, page }] of all.entries()) {
    const render = (width: number): [Chart, Promise<string>] => {
      const chart = draw({ language, width, untitled: true });
      const { title, caption: description } = chart;
      return [
        chart,
        drawn(chart.spec, { title, description, id: `${language}-c${index}-${width}` }, memory),
      ];
    };
    const [chart, narrow] = render(widths.narrow);
    const wide = page ? await render(widths.page)[1] : null;
    charts.set(block, { chart, page: wide, narrow: await narrow });
  }
  return charts;
}
