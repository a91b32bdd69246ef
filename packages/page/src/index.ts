export type {
  Block,
  BoxBlock,
  ChartBlock,
  Column,
  DecisionLine,
  Document,
  Evidence,
  Fact,
  Figure,
  FigureBlock,
  FindingBlock,
  HeadingBlock,
  ListBlock,
  ListItem,
  MapBlock,
  Mark,
  NotAddedBlock,
  ParagraphBlock,
  Section,
  TableBlock,
  Why,
  Words,
} from './document.ts';
export type { DrawingMemory } from './draw-charts.ts';
export { renderSvg, type SvgOptions } from './draw-charts.ts';
export { findingBlock, numberFigure, sameText, wordsFigure } from './figures.ts';
export { plainBlocks } from './plain-blocks.ts';
export { type CellPart, drawCell, renderCell } from './render-cell.ts';
export { type HtmlOptions, renderHtml } from './render-html.ts';
export { type PngOptions, renderPng } from './render-png.ts';
export { renderTerminal, type TerminalOptions } from './render-terminal.ts';
export { aligned, cut, hanging, wrap } from './text-lines.ts';
export { type WorkbookOptions, writeWorkbook } from './write-workbook.ts';
