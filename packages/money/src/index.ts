export { type Amount, fromCents, shareCents, toCents } from './amount/cents.ts';
export {
  type Benford,
  type BenfordOptions,
  benford,
  type Conformity,
  type DigitVerdict,
} from './benford/benford.ts';
export type { DigitTest } from './benford/digits.ts';
export type { FtmEntity } from './ftm/ftm-entity.ts';
export { ftmLines } from './ftm/ftm-lines.ts';
export { namespaceId } from './ftm/namespace-id.ts';
export { type FtmImport, type NotTaken, type ReadFtmOptions, readFtm } from './ftm/read-ftm.ts';
export { type FtmProperty, type FtmSchema, type FtmType, ftmSchemata } from './ftm/schemata.ts';
export { type Script, scriptsOf } from './ftm/scripts-of.ts';
export {
  entitiesOf,
  type FtmStatement,
  ftmStatements,
  type StatementOptions,
} from './ftm/statements.ts';
export type {
  BankAccount,
  Firm,
  FirmSchema,
  MoneyRecord,
  Ownership,
  Payment,
} from './ftm/to-ftm.ts';
export { type FtmOptions, toFtm } from './ftm/to-ftm.ts';
export { toGexf } from './graph/to-gexf.ts';
export {
  type AccountNode,
  type GraphOptions,
  type PaymentEdge,
  type PaymentGraph,
  toGraph,
} from './graph/to-graph.ts';
export { toGraphml } from './graph/to-graphml.ts';
export type { GravityCountry, GravityWeights } from './gravity/attractiveness.ts';
export type { FlowParts, RankStability } from './gravity/gravity-flows.ts';
export { type GravityFlows, type GravityOptions, gravityFlows } from './gravity/gravity-flows.ts';
export { type SetFault, setFaults } from './hypotheses/check-set.ts';
export {
  type Chance,
  type Evidence,
  type EvidencePlace,
  type Hypothesis,
  type HypothesisRole,
  type HypothesisSet,
  placesOf,
  type Rating,
} from './hypotheses/hypothesis.ts';
export type { FirstPlace, OrderChange } from './hypotheses/inconsistency.ts';
export type { PosteriorOdds } from './hypotheses/weigh-hypotheses.ts';
export {
  type WeighedEvidence,
  type WeighedHypotheses,
  type WeighedHypothesis,
  type WeighOptions,
  weighHypotheses,
} from './hypotheses/weigh-hypotheses.ts';
export { className } from './intelligence/class-names.ts';
export { drawnIndex } from './intelligence/drawn-index.ts';
export type { PercentRange } from './intelligence/reporting-indices.ts';
export {
  type ReportingIndex,
  type ReportingIndicesOptions,
  type ReportingPoint,
  reportingIndices,
} from './intelligence/reporting-indices.ts';
export {
  type ReportingShare,
  type ReportingSharesOptions,
  reportingShares,
} from './intelligence/reporting-shares.ts';
export { type PublishedAssets, publishedAssets } from './recovery/published-assets.ts';
export type { RecoveryEvent } from './recovery/recovery-event.ts';
export {
  type RecoveryCohort,
  type RecoveryFlows,
  type RecoveryFlowsOptions,
  type RouteFlow,
  recoveryFlows,
  type StageFlow,
} from './recovery/recovery-flows.ts';
export {
  type RecoveryCell,
  type RecoveryTriangle,
  type RecoveryTriangleOptions,
  recoveryTriangle,
} from './recovery/recovery-triangle.ts';
export type { RouteLaw } from './recovery/route-law.ts';
export {
  type LegalRoute,
  legalRoutes,
  type RecoveryOutcome,
  type RecoveryStage,
  recoveryStages,
} from './recovery/stages.ts';
export type { SurvivalStep } from './recovery/time-to-stage.ts';
export {
  type TimeToStage,
  type TimeToStageOptions,
  timeToStage,
} from './recovery/time-to-stage.ts';
export {
  type AccountRequest,
  type AccountsBehind,
  accountsBehind,
} from './screens/accounts-behind.ts';
export type { CycleOptions } from './screens/cycles-of.ts';
export {
  type Bunching,
  type BunchingOptions,
  type BunchingVerdict,
  findBunching,
} from './screens/find-bunching.ts';
export { findCycles } from './screens/find-cycles.ts';
export { type DormantOptions, findDormantThenBusy } from './screens/find-dormant-then-busy.ts';
export { type FanOptions, findFans } from './screens/find-fans.ts';
export { findPassThrough, type PassThroughOptions } from './screens/find-pass-through.ts';
export { findRoundTrips, type RoundTripOptions } from './screens/find-round-trips.ts';
export { findScatterGather, type ScatterGatherOptions } from './screens/find-scatter-gather.ts';
export { findStructuring, type StructuringOptions } from './screens/find-structuring.ts';
export type { ScreenOptions } from './screens/limits.ts';
export {
  type MirrorGap,
  type MirrorTrade,
  type MirrorVerdict,
  mirrorGap,
} from './screens/mirror-gap.ts';
export type { Pattern, Screen } from './screens/screen.ts';
export type { ScreenKind } from './screens/screen-terms.ts';
export { type AxisOptions, assertOneAxis } from './series/assert-one-axis.ts';
export type { Regime, RegimeOptions, SeriesFigure } from './series/regimes.ts';
export type { AccountEvent } from './tracing/trace-funds.ts';
export {
  type RuleTrace,
  type TracedPart,
  type TraceOptions,
  type Tracing,
  traceFunds,
} from './tracing/trace-funds.ts';
export { type TracingRule, tracingRules } from './tracing/tracing-rules.ts';
export { type LoadOptions, loadTransactions } from './transactions/load-transactions.ts';
export type { Transaction, Transactions } from './transactions/transaction.ts';
export type { Assumed } from './value/assumed.ts';
export { checkShare, type ShareOptions } from './value/check-share.ts';
export { checkDistribution, type Distribution } from './value/distribution.ts';
export {
  estimateRevenue,
  type Revenue,
  type RevenueAtRate,
  type RevenueInput,
} from './value/estimate-revenue.ts';
export {
  type ObservedPrice,
  type ObservedPrices,
  observedPrices,
  spanOfPrices,
} from './value/observed-prices.ts';
export type { MarketLevel, Price } from './value/price.ts';
export { type ExchangeRate, priceInEuro, referenceRates } from './value/reference-rates.ts';
export { type SeizedValue, type SeizedValueInput, wholesaleValue } from './value/seized-value.ts';
export {
  type Influence,
  type Model,
  type Simulation,
  type SimulationOptions,
  type Spread,
  simulate,
} from './value/simulate.ts';
export { sourceOf, triedNumber } from './value/tried-number.ts';
export { eurosFromTo } from './words/millions.ts';
