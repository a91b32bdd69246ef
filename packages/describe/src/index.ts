export type {
  ClaimOptions,
  NoClaimNumber,
  ProposedClaim,
  ProposedClaims,
} from './claims/claim.ts';
export type { ProposedField } from './claims/claim-fields.ts';
export { type ClaimAnswers, type ClaimOrigin, claimRow } from './claims/claim-row.ts';
export { type ClaimFieldName, fieldText as claimFieldText } from './claims/claim-words.ts';
export { proposeClaims } from './claims/propose-claims.ts';
export { textOfFile } from './claims/text-file.ts';
export type { ColumnGuess, TableGuess } from './column.ts';
export { guessTable, type TableHints } from './columns/guess-table.ts';
export { describeFile } from './describe-file.ts';
export type { DescribeOptions } from './describe-table.ts';
export { describedPage } from './described-page.ts';
export type {
  CrosswalkFile,
  FileDescription,
  OpenDecision,
  SampleRow,
  Trial,
  Unsaid,
} from './file-description.ts';
export { sniffGeometry } from './geometry/sniff-geometry.ts';
export type { Geometry } from './geometry.ts';
export type { Alternative, Guess } from './guess.ts';
export type { NearestSource } from './nearest-source.ts';
export type { Relation as ColumnRelation } from './relations/relation.ts';
export type { RowTotal } from './totals/find-totals.ts';
export type { ProposedCrosswalk } from './written.ts';
