export { checkClaims } from './claim-sheet/check-claims.ts';
export { type ClaimColumn, type ClaimListName, claimColumns } from './claim-sheet/claim-columns.ts';
export { type ClaimChoice, claimLists } from './claim-sheet/claim-lists.ts';
export {
  type ClaimRow,
  type ClaimSheetOptions,
  claimSheet,
  claimSheetShape,
} from './claim-sheet/claim-sheet.ts';
export type {
  Check,
  ColumnRule,
  Condition,
  Constant,
  Correction,
  Crosswalk,
  CrosswalkRow,
  Exclusion,
  Fold,
  Mapping,
  MatchQuality,
  Parser,
  SourceDescription,
  Totals,
  Where,
} from './description/description.ts';
export { loadSource } from './description/load-source.ts';
export { type IngestOptions, type IngestResult, ingest } from './ingest.ts';
export { columnLetter } from './read/column-letter.ts';
export { type SniffedDelimiter, sniffDelimiter } from './read/delimiter.ts';
export { type SniffedEncoding, sniffEncoding } from './read/encoding.ts';
export { readTable } from './read/read-table.ts';
export type { FileShape, LineCounts, ReadColumn, ReadRow, ReadTable } from './read/table.ts';
export { toEngine } from './read/to-engine.ts';
