export type {
  AssignedComponent,
  Assignment,
  AssignOptions,
  LeftPair,
} from './assign/assign-pairs.ts';
export { assignPairs } from './assign/assign-pairs.ts';
export type { BlockingKey, BlockingRule } from './blocking-rule.ts';
export {
  type ClusterLinksOptions,
  clusterLinks,
  type LinkClusters,
} from './cluster/cluster-links.ts';
export { clusterEdges, type EdgeClusters, type Edges } from './cluster/edges.ts';
export type { NumberedGuard, Obstacle } from './cluster/guard.ts';
export type { Guard, Refused } from './cluster/options.ts';
export type { Cluster, Clustering, ClusterLink } from './cluster/pairs.ts';
export { type ClusterOptions, clusterPairs } from './cluster/pairs.ts';
export { type EdgeProfile, profileEdges, type SizeCount } from './cluster/profile.ts';
export { compareRecords, pairName, type RecordRef, recordName } from './cluster/record.ts';
export { dateDifference, type Lag } from './compare/date-difference.ts';
export { distance } from './compare/distance.ts';
export { exact, type TextOptions } from './compare/exact.ts';
export { intervals } from './compare/intervals.ts';
export { jaroWinkler } from './compare/jaro-winkler.ts';
export { levenshtein } from './compare/levenshtein.ts';
export { numericDifference, percentageDifference } from './compare/numeric-difference.ts';
export { sharedItems } from './compare/shared-items.ts';
export { type Stated, stateWeights } from './compare/state-weights.ts';
export type { Comparison, Level } from './comparison.ts';
export { type ErrorOptions, type EstimatedErrors, estimateErrors } from './estimate-errors.ts';
export {
  type EvaluateOptions,
  evaluatePairs,
  type PairEvaluation,
  type Score,
  type ThresholdScore,
  type Truth,
} from './evaluate-pairs.ts';
export {
  type Closure,
  type Contradiction,
  closeJudgements,
  type Implied,
} from './judgement/closure.ts';
export { type Judgement, standingJudgements, type Verdict } from './judgement/judgement.ts';
export { nextQuestions, type Question, type QuestionOptions } from './judgement/questions.ts';
export {
  type Lapsed,
  type Replay,
  type ReplayRecord,
  replayJudgements,
} from './judgement/replay.ts';
export { type SettledPair, type SettleOptions, settleJudgements } from './judgement/settle.ts';
export type { Prior } from './learn-model.ts';
export type { LinkOptions } from './link-options.ts';
export { linkRecords } from './link-records.ts';
export type { LinkedTable, LinkKind } from './linked-table.ts';
export type {
  ExplainOptions,
  ExplainPairOptions,
  Links,
  PairKey,
  RuleResult,
  TrainingPass,
} from './links.ts';
export type { LevelWeight, LinkageModel } from './model.ts';
export type { ExplainedPair, Pair, Reason } from './pair.ts';
export { type BlockingPreview, previewBlocking, type RulePreview } from './preview-blocking.ts';
export type { LinkProgress } from './progress.ts';
export type { NewRecords } from './record-table.ts';
export { type WaterfallOptions, type WaterfallStep, waterfall } from './waterfall.ts';
export { probabilityOf, weightOfProbability } from './weight.ts';
