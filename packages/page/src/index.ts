export { type Cell, folded, inLine, list, paragraph, type Said, table } from './blocks.ts';
export {
  type Block,
  type BoxBlock,
  type ChartBlock,
  type Column,
  type DecisionLine,
  type Document,
  type Evidence,
  type Fact,
  type Figure,
  type FigureBlock,
  type FindingBlock,
  type HeadingBlock,
  type ListBlock,
  type ListItem,
  type MapBlock,
  type Mark,
  type NotAddedBlock,
  type ParagraphBlock,
  type Section,
  sameText,
  type TableBlock,
  type Why,
  type Words,
} from './document.ts';
export type { DrawingMemory } from './draw-charts.ts';
export { renderSvg, type SvgOptions } from './draw-charts.ts';
export { plainBlocks } from './plain-blocks.ts';
export { type CellPart, drawCell, renderCell } from './render-cell.ts';
export { type HtmlOptions, renderHtml } from './render-html.ts';
export { renderTerminal, type TerminalOptions } from './render-terminal.ts';
export { aligned, cut, hanging, wrap } from './text-lines.ts';
export { type WorkbookOptions, writeWorkbook } from './write-workbook.ts';
