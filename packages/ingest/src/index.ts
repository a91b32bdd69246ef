export type { Anomaly, AnomalyKind, CellPlace } from './anomalies/anomaly.ts';
export { anomalyId } from './anomalies/anomaly-id.ts';
export { type ColumnHabit, columnHabit, readByHabit } from './anomalies/column-habit.ts';
export { columnIdentities, type NumberColumn } from './anomalies/column-identities.ts';
export { findAnomalies } from './anomalies/find-anomalies.ts';
export { type JudgedSeries, judgedSeries } from './anomalies/judged-series.ts';
export { type IngestedFiles, loadAnomalyInput } from './anomalies/load/anomaly-input.ts';
export type {
  AnomalyInput,
  EventPoint,
  FoundIdentity,
  Identity as AnomalyIdentity,
  Measure as AnomalyMeasure,
  Point as AnomalyPoint,
  RowLabels,
  Whole as AnomalyWhole,
} from './anomalies/point.ts';
export { type PriceUnit, pricePerUnit } from './anomalies/price-per-unit.ts';
export { swappedDigits } from './anomalies/readings.ts';
export { thresholds as anomalyThresholds } from './anomalies/thresholds.ts';
export { checkClaims } from './claim-sheet/check-claims.ts';
export { type ClaimColumn, type ClaimListName, claimColumns } from './claim-sheet/claim-columns.ts';
export { type ClaimChoice, claimLists } from './claim-sheet/claim-lists.ts';
export {
  type ClaimRow,
  type ClaimSheetOptions,
  claimSheet,
  claimSheetShape,
} from './claim-sheet/claim-sheet.ts';
export { type ColumnCluster, columnClusters } from './column-clusters.ts';
export { correctsFigures } from './corrects-figures.ts';
export type {
  CrossCheck,
  CrossChecked,
  Selection as CrossCheckSelection,
} from './cross-check/cross-check.ts';
export { loadCrossChecks } from './cross-check/load-cross-checks.ts';
export { runCrossChecks } from './cross-check/run-cross-checks.ts';
export type { ColumnGuess, ProposedCrosswalk, TableGuess } from './describe/column-guess.ts';
export { guessTable, type TableHints } from './describe/columns/guess-table.ts';
export { type DescribeOptions, describeFile } from './describe/describe-file.ts';
export type {
  CrosswalkFile,
  FileDescription,
  OpenDecision,
  SampleRow,
  Trial,
} from './describe/file-description.ts';
export { sniffGeometry } from './describe/geometry/sniff-geometry.ts';
export type { Geometry } from './describe/geometry.ts';
export type { Alternative, Guess } from './describe/guess.ts';
export type { NearestSource } from './describe/nearest-source.ts';
export type { Relation as ColumnRelation } from './describe/relations/relation.ts';
export type { RowTotal } from './describe/totals/row-total.ts';
export type {
  Check as DescribedCheck,
  ColumnRule,
  Condition,
  Constant,
  Correction,
  Crosswalk,
  CrosswalkRow,
  Download,
  Exclusion,
  Fold,
  Mapping,
  MatchQuality,
  Parser,
  SourceDescription,
  Totals,
  Where as CellConditions,
} from './description/description.ts';
export { loadSource } from './description/load-source.ts';
export { readYaml, type YamlText } from './description/read-yaml.ts';
export { descriptionSchemaFile } from './description/schema-file.ts';
export { type Fetched, type FetchOptions, fetchSource } from './fetch/fetch-source.ts';
export { type Snapshot, snapshotsOf } from './fetch/snapshot.ts';
export type { WebClient } from './fetch/web-client.ts';
export { codeListOf, type FoundCode, findCodes, listedThings } from './find-codes.ts';
export { addToCrosswalk } from './harmonise/add-to-crosswalk.ts';
export {
  type ClusterMethod,
  type ClusterOptions,
  clusterLabels,
  type LabelCluster,
  type LabelCount,
} from './harmonise/cluster-labels.ts';
export type { CodeProposal } from './harmonise/code-proposal.ts';
export { confirmLabel, parseMeaning } from './harmonise/confirm-label.ts';
export type { ProposalContext } from './harmonise/favour.ts';
export type { KnownCrosswalk } from './harmonise/name-index.ts';
export { phoneticKey } from './harmonise/phonetic-key.ts';
export { type ProposeOptions, proposeCodes } from './harmonise/propose-codes.ts';
export { crosswalksOf, type UndecidedLabel } from './harmonise/undecided-labels.ts';
export { type IngestOptions, type IngestResult, ingest } from './ingest.ts';
export { namedFiles } from './named-files.ts';
export type { IngestPhase, IngestProgress } from './progress.ts';
export { columnLetter } from './read/column-letter.ts';
export { type SniffedDelimiter, sniffDelimiter } from './read/delimiter.ts';
export { type SniffedEncoding, sniffEncoding } from './read/encoding.ts';
export { readTable } from './read/read-table.ts';
export type { FileShape, LineCounts, ReadColumn, ReadRow, ReadTable } from './read/table.ts';
export { appendRecords, removeRecords } from './record-relation.ts';
export { confirmCorrection } from './replay/confirm-correction.ts';
export { decidedRows } from './replay/decided-rows.ts';
export type { Inapplicable, Obstacle } from './replay/inapplicable.ts';
export type { Replayed } from './replay/outcome.ts';
export { type ReplayOptions, type ReplayReport, replayReport } from './replay/replay-report.ts';
export { type WithDecisions, withDecisions } from './replay/with-decisions.ts';
export { forgetParts } from './stage/kept-parts.ts';
export type { Way as StagingWay } from './stage/stage-file.ts';
