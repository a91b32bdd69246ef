// What answers are made of, so that a cell can name the type of any part of one.

export type {
  ColumnGuess,
  FileDescription,
  Guess,
  NearestSource,
  OpenDecision,
  SampleRow,
  Trial,
  Unsaid,
} from '@samenbeeld/describe';
export type { ColumnTable, Engine } from '@samenbeeld/engine';
export type {
  Anomaly,
  CellPlace,
  CodeProposal,
  Inapplicable,
  LabelCluster,
  LabelCount,
  Replayed,
  ReplayReport,
  UndecidedLabel,
} from '@samenbeeld/harmonise';
export type { Correction, IngestResult, MatchQuality, SourceDescription } from '@samenbeeld/ingest';
export type {
  CheckedClaim,
  Claim,
  Difference,
  DoubleReport,
  ReleaseDiff,
  Revision,
  RevisionTriangle,
  TriangleRow,
  Why,
  WhyEvent,
  WhyLine,
} from '@samenbeeld/merge';
export type {
  Distribution,
  HypothesisSet,
  Rating,
  ReportingIndex,
  ReportingShare,
  Revenue,
  SeizedValue,
  WeighedHypotheses,
} from '@samenbeeld/money';
export type {
  Break,
  Cause,
  Ceiling,
  Classification,
  Conflict,
  Conservation,
  Coverage,
  Decision,
  Finding,
  Handling,
  HandlingCode,
  Interval,
  Issue,
  JointTotal,
  Language,
  MemberTotal,
  NotAdded,
  Observation,
  Origin,
  Seizure,
  Source,
  Text,
  Tlp,
} from '@samenbeeld/schema';
export type { Picture as StoredPicture, PictureMetadata } from '@samenbeeld/store';
export type {
  AdviceDepth,
  AdvicePlan,
  AdvisedMethod,
  AdvisedName,
  AgedTriangle,
  CochranArmitage,
  ExaminedSeries,
  LargestShare,
  LeaveLargestOut,
  NoConclusion,
  SegmentTrend,
  SeriesPoint,
  SiteNetwork,
  SizeBand,
  SizeBands,
  Trend,
  TrendAdvice,
  TrendSeries,
  TrendVerdict,
} from '@samenbeeld/trends';
export { type AskedOf, ask, type PictureAnswer } from './ask.ts';
export type { Marking } from './cell.ts';
export type { Apart } from './cell-scope.ts';
export { type Charts, chart, type PairReasons, pairReasons } from './chart.ts';
export { type CheckAnswer, check, checkSentence } from './check.ts';
export { type ClusterLabelsOptions, type Clusters, clusterLabels } from './cluster-labels.ts';
export { type Comparable, comparable, type PutTogether } from './comparable.ts';
export { type Counted, type CountedSeizure, countedOnce } from './counted-once.ts';
export type {
  CriteriaOf,
  ObservationCriteria,
  OneOf,
  Row,
  SeizureCriteria,
  SharedCriteria,
} from './criteria.ts';
export type { DataFrame } from './danfo.ts';
export { type DescribedFile, describeFile } from './describe-file.ts';
export { type Changes, diffReleases, type ReleaseLike } from './diff-releases.ts';
export {
  type ComparedFigure,
  type Differences,
  differences,
  explainDifference,
} from './differences.ts';
export { type DoubleReports, doubleReports, type ReportPair } from './double-reports.ts';
export type { Drawn, DrawOptions } from './draw.ts';
export { type Anomalies, type FindAnomaliesOptions, findAnomalies } from './find-anomalies.ts';
export type { FindingAnswer, FoundIn, OwnSeries } from './finding-answer.ts';
export type { HandledMarking, OwnHandling } from './handled-marking.ts';
export { type Ingested, type IngestFilesOptions, ingest } from './ingest-files.ts';
export { type By, type Joint, type JointOptions, joint, type TotalStep } from './joint.ts';
export type { Bundle } from './kernel.ts';
export { methods } from './methods.ts';
export {
  type HypothesesAnswer,
  type HypothesesOptions,
  hypotheses,
} from './money/hypotheses.ts';
export type { MoneyCharts } from './money/money-charts.ts';
export { type IndicesAnswer, indices } from './money/money-charts.ts';
export type { MoneyOptions } from './money/money-question.ts';
export { type OneAxis, oneAxis } from './money/one-axis.ts';
export { type RevenueOptions, revenue } from './money/revenue.ts';
export { money } from './money/room.ts';
export { type SharesAnswer, type SharesOptions, shares } from './money/shares.ts';
export { value } from './money/value.ts';
export type {
  AwaitedRows,
  Extent,
  ObservationSelection,
  Picture,
  SeizureSelection,
  Selection,
} from './opened-picture.ts';
export { type OpenOptions, open } from './picture.ts';
export { type Proposals, type ProposeCodesOptions, proposeCodes } from './propose-codes.ts';
export {
  acceptCorrection,
  confirmLabel,
  type Deciding,
  type Harmonised,
  type HarmoniseOptions,
  harmonise,
  type Recorded,
} from './record-decision.ts';
export { recordOverride } from './record-override.ts';
export { recordPairs } from './record-pairs.ts';
export { recordVerdict } from './record-verdict.ts';
export { answered, isRefused, type Refused } from './refused.ts';
export {
  type RegistrationTriangleOptions,
  registrationTriangle,
} from './registration-triangle.ts';
export {
  type ReviewOrder,
  type ReviewRow,
  type ReviewTable,
  type ReviewTableOptions,
  reviewTable,
} from './review-table.ts';
export { revisionTriangle, type Triangle } from './revision-triangle.ts';
export type { TableOptions, TableView } from './rows-table.ts';
export {
  cochranArmitage,
  largestShare,
  leaveLargestOut,
  type ShareOptions,
  type WithoutLargestOptions,
} from './seizure-findings.ts';
export type { ShownTable, TableLike } from './show-own.ts';
export { type ShowOptions, show } from './show-own.ts';
export {
  type BandCount,
  type BandOptions,
  type SizeBandsAnswer,
  sizeBands,
} from './size-bands.ts';
export {
  type SegmentTrends,
  type SegmentTrendsOptions,
  type TrendAnswer,
  type TrendAnswerOptions,
  trend,
} from './trend.ts';
export type { SegmentDrawOptions, TrendCharts } from './trend-charts/trend-charts.ts';
export type { View } from './view.ts';
export { type WhyAnswer, why } from './why.ts';
