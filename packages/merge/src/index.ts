export { isAuthority, type Relation } from './agency-relation.ts';
export { isOfDrug, namedPeriod, scopeOfSubject } from './cell.ts';
export {
  type CellName,
  countryAmong,
  type FigureName,
  parseFigureName,
  usualBasis,
} from './cell-name.ts';
export { checkSentence, type PlainClaim, type ReadSentence } from './check/plain-claim.ts';
export { type CheckedClaim, type CheckOptions, checkClaim } from './check-claim.ts';
export { addendsText, type Claim, isProvisional } from './claim.ts';
export type { ComparableSum } from './comparable-sum.ts';
export {
  type Counted,
  type CountedAs,
  type CountedDimension,
  codeShown,
  countedBehindNumber,
  countedLists,
  countedText,
  countedUnits,
  countsHeld,
} from './counted.ts';
export { type CoverageCell, coverage } from './coverage.ts';
export {
  type DoubleReport,
  type DoubleReportOptions,
  findDoubleReports,
  type Reason,
} from './double-reports.ts';
export {
  countedGroups,
  type EventGroup,
  type GroupedPair,
  groupEvents,
} from './event-groups.ts';
export { inKilograms } from './event-quantity.ts';
export { type EventTotalsOptions, eventTotals } from './event-totals.ts';
export type { Explanation } from './explain/explanation.ts';
export {
  type Difference,
  type DifferingDimension,
  explainDifference,
} from './explain-difference.ts';
export { findConflicts } from './find-conflicts.ts';
export {
  changedRules,
  claimGround,
  joinGrounds,
  lapsedAmong,
  type Rules,
  ruleGrounds,
} from './grounds.ts';
export { isReported } from './is-reported.ts';
export { type JointTotals, type JointTotalsOptions, jointTotals } from './joint-totals.ts';
export { contradictedPairs } from './judgements/contradicted-pairs.ts';
export {
  type JudgeOptions,
  judgeSeizures,
  recordName,
  verdictText,
} from './judgements/judge-seizures.ts';
export {
  decisionsOfRole,
  isWaiting,
  type PairAtStake,
  type PairQuestionOptions,
  type PeriodStake,
  pairQuestions,
  pairsAtStake,
  pairsShown,
} from './judgements/pair-questions.ts';
export { type PairSubject, parsePairSubject, recordsOfPair } from './judgements/pair-subject.ts';
export type {
  FollowingJudgement,
  JudgedPair,
  JudgementConflict,
  LapsedJudgement,
  SeizureJudgements,
} from './judgements/seizure-judgement.ts';
export {
  type GivenVerdict,
  type VerdictContext,
  verdictDraft,
} from './judgements/verdict-draft.ts';
export {
  factorText,
  type PairStep,
  type PairWaterfallOptions,
  pairWaterfall,
  probabilityText,
  waterfallLines,
} from './judgements/waterfall-lines.ts';
export { type WithheldOptions, withheldFrom } from './judgements/withheld-from.ts';
export { keptClaim } from './kept-claim.ts';
export { type CellIssue, isOfCell, type NamedFigures, namedFigures } from './named-figures.ts';
export { coverageAsRead, filesIn, isUnread, mayHoldAside } from './put-aside.ts';
export { type Asked, type Named, type Reach, type Reached, reachOf } from './reach.ts';
export { reweighReports } from './reweigh-reports.ts';
export { seizureComparisons } from './same-seizure/compare/seizure-comparisons.ts';
export { toMilligram } from './same-seizure/milligram.ts';
export {
  type PartitionOptions,
  partitionComponent,
  togetherIn,
} from './same-seizure/partition/partition-component.ts';
export type {
  Component,
  LinkedRecord,
  Partition,
  RecordPair,
} from './same-seizure/partition/record-pair.ts';
export type { TiedRecords } from './same-seizure/partition/tied-records.ts';
export { weighsAmong } from './same-seizure/total/counted-find.ts';
export { decideFirst } from './same-seizure/total/decide-first.ts';
export type { Outcomes } from './same-seizure/total/spread.ts';
export {
  type Reconciled,
  type ReconciledField,
  reconcile,
} from './same-seizure/weight/reconcile.ts';
export { type SizeDensity, sizeDensity } from './same-seizure/weight/size-density.ts';
export { type Statement, statementsOf } from './same-seizure/weight/statement.ts';
export {
  type Reading,
  type WeightReadings,
  weightReadings,
} from './same-seizure/weight/weight-readings.ts';
export { weightRule, weightRules } from './same-seizure/weight/weight-rule.ts';
export { kindOf, type Settled, settle, stepOfFigures } from './settle.ts';
export { drugOf, isWithheld, publicationKey, toClaims } from './to-claims.ts';
export {
  type Kind,
  kinds,
  questionsIn,
  type Records,
  type Step,
  stepOfFreq,
  steps,
  type TotalQuestion,
} from './total-question.ts';
export { diffReleases, type ReleaseDiff } from './vintages/diff-releases.ts';
export { figureWords } from './vintages/figure-words.ts';
export {
  type Measure,
  type OtherUnit,
  parseMeasure,
  sameMeasureSubject,
} from './vintages/measure.ts';
export { refuseNoFigure } from './vintages/refuse-no-figure.ts';
export type { Release } from './vintages/release.ts';
export { type Revision, rowScope } from './vintages/revision.ts';
export {
  type RevisionTriangle,
  revisionTriangle,
  type TriangleRow,
} from './vintages/revision-triangle.ts';
export {
  type Why,
  type WhyFile,
  type WhyLine,
  type WhyRole,
  why,
  whyReckoned,
  whyTotal,
} from './why.ts';
export type { WhyConversion } from './why-conversions.ts';
export type { WhyDecision } from './why-decisions.ts';
export { totalsKept, type WhyEvent, type WhyWeight, weightsOf } from './why-events.ts';
export {
  type ProvDocument,
  type ProvRelation,
  type ProvValue,
  provN,
  whyProv,
} from './why-prov.ts';
export { recomputed, type WhyAddend, type WhySum, whySums } from './why-sums.ts';
export { countOfFinds, join, modelledSaying, say, sayAsIs, sayInFour, type Word } from './words.ts';
