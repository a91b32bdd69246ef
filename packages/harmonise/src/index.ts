export { addToCrosswalk } from './add-to-crosswalk.ts';
export {
  type Anomaly,
  type AnomalyKind,
  anomalyNames,
  type CellPlace,
} from './anomalies/anomaly.ts';
export { anomalyId } from './anomalies/anomaly-id.ts';
export type { ColumnHabit } from './anomalies/column-habit.ts';
export type { NumberColumn } from './anomalies/column-identities.ts';
export { findAnomalies } from './anomalies/find-anomalies.ts';
export type { PriceUnit } from './anomalies/impossible-prices.ts';
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
export { thresholds as anomalyThresholds } from './anomalies/thresholds.ts';
export { type CodeProposal, matchWords } from './code-proposal.ts';
export {
  type ClusterMethod,
  type ClusterOptions,
  type ColumnCluster,
  clusterLabels,
  columnClusters,
  type LabelCluster,
  type LabelCount,
} from './column-clusters.ts';
export { confirmLabel, parseMeaning } from './confirm-label.ts';
export type { KnownCrosswalk } from './name-index.ts';
export type { ProposalContext } from './propose-codes.ts';
export { type ProposeOptions, proposeCodes } from './propose-codes.ts';
export { confirmCorrection } from './replay/confirm-correction.ts';
export { decidedRows } from './replay/decided-rows.ts';
export type { Inapplicable, Obstacle } from './replay/inapplicable.ts';
export type { Replayed } from './replay/replay-report.ts';
export {
  type ReplayOptions,
  type ReplayReport,
  replayReport,
  type WithDecisions,
  withDecisions,
} from './replay/replay-report.ts';
export { crosswalksOf, type UndecidedLabel } from './undecided-labels.ts';
