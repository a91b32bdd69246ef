export { withBeginning } from './beginning.ts';
export { type CellReader, cellReader } from './cell-reader.ts';
export { columnLetter } from './column-letter.ts';
export { makeColumns } from './columns.ts';
export { type SniffedDelimiter, sniffDelimiter } from './delimiter.ts';
export {
  encodingEvidence,
  markedEncoding,
  type SniffedEncoding,
  sniffEncoding,
} from './encoding.ts';
export { type ExpressionProblem, expression, expressionProblem } from './expression.ts';
export { fileRepairs, refuseEmpty, refuseUnreadable, unreadableFile } from './file-bytes.ts';
export { fileHash } from './file-hash.ts';
export { bytesAt, type FileHead, fileHead } from './file-head.ts';
export { fileTail } from './file-tail.ts';
export { footerTest } from './footer.ts';
export { type IssueLog, issueLog, shownIssue } from './issue-log.ts';
export { printJsonPath } from './json-elements.ts';
export { jsonPlace, refuseDepth, refuseJson, tooDeep } from './json-tree.ts';
export type { RawRow } from './layout.ts';
export { filledSize, headersLacking, lostCount } from './layout.ts';
export { lineEndsAfter, nextLine } from './line-ends.ts';
export { noteDelimiter, noteEncoding, noteOddities } from './read-csv.ts';
export { readTable, type TableReader, tableReader } from './read-table.ts';
export { readWordTables } from './read-word-tables.ts';
export { excelText } from './read-xlsx.ts';
export { refuseWide } from './refuse-wide.ts';
export { remembered } from './remembered.ts';
export { noteLikeFooter, noteTrailing } from './row-notes.ts';
export { scan, usualWidth } from './scan.ts';
export { scanFile, type TextFile, textFile, titlesOf, wideEncoding } from './scan-file.ts';
export { singleByteTable } from './single-byte.ts';
export { type RowSorter, rowSorter } from './sort-rows.ts';
export type { Milestone, Rectangle } from './survey.ts';
export { lineBlocks, type Survey, survey } from './survey.ts';
export type {
  FileFormat,
  FileShape,
  LineCounts,
  MergedColumn,
  ReadColumn,
  ReadRow,
  ReadTable,
} from './table.ts';
export { transcodeAny, transcodeSingleByte } from './transcode-file.ts';
export { isGzip, isPacked, unfoldFile } from './unfold-file.ts';
