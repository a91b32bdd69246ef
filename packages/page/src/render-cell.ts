import type { Language } from '@samenbeeld/schema';
import type { Block } from './document.ts';
import { type DrawnCharts, drawCharts } from './draw-charts.ts';
import { blocksHtml } from './html-block.ts';
import { renderTerminal } from './render-terminal.ts';

/** Blocks in the two formats that every front end of a notebook reads. */
export interface CellPart {
  readonly html: string;
  readonly plain: string;
}

/** Blocks without drawings, at once. */
export function renderCell(
  blocks: readonly Block[],
  language: Language,
  charts: DrawnCharts = new Map(),
): CellPart {
  let parts = 0;
  const next = (): number => {
    parts += 1;
    return parts;
  };
  return {
    html: blocksHtml(blocks, { language, charts, answers: new Map(), next, noted: new Set() }, 4),
    // A front end folds running words itself.
    plain: renderTerminal(blocks, { language, width: 120, prose: Number.POSITIVE_INFINITY }).join(
      '\n',
    ),
  };
}

/** Blocks with their drawings. */
export async function drawCell(blocks: readonly Block[], language: Language): Promise<CellPart> {
  return renderCell(blocks, language, await drawCharts(blocks, language));
}
