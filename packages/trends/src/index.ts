export type { About } from './about.ts';
export { type AdviseTrendOptions, adviseTrend, type TrendAdvice } from './advice/advise-trend.ts';
export type { AdvisedMethod, AdvisedName } from './advice/advised-method.ts';
export type { ExaminedSeries } from './advice/examine-series.ts';
export type { AdviceDepth } from './advice/method-rules.ts';
export type { AdvicePlan } from './advice/plan-advice.ts';
export { type SegmentTrend, trendBySegment } from './advice/trend-by-segment.ts';
export type { AlarmChart } from './alarms/alarm-chart.ts';
export type { AlarmTime, NotExamined } from './alarms/alarm-time.ts';
export type { CountSeriesOptions } from './alarms/count-series.ts';
export { type Ears, type EarsOptions, ears } from './alarms/ears.ts';
export { type Farrington, type FarringtonTime, farrington } from './alarms/farrington.ts';
export type { FarringtonOptions } from './alarms/farrington-settings.ts';
export type { GapChartOptions } from './alarms/gap-chart.ts';
export { type GapChart, type GapTime, gapChart } from './alarms/gap-chart.ts';
export type { CusumTime } from './alarms/poisson-cusum.ts';
export {
  type PoissonCusum,
  type PoissonCusumOptions,
  poissonCusum,
} from './alarms/poisson-cusum.ts';
export {
  type CochranArmitage,
  type CochranArmitageOptions,
  cochranArmitage,
} from './cochran-armitage.ts';
export type { BeforeAfter } from './displacement/before-after.ts';
export {
  type Displacement,
  type DisplacementAreas,
  type DisplacementDifference,
  type DisplacementDifferenceOptions,
  displacement,
  displacementDifference,
  type SizedArea,
} from './displacement/displacement.ts';
export type { QuotientVerdict } from './displacement/displacement-quotient.ts';
export {
  type DisplacementQuotient,
  type DisplacementQuotientOptions,
  displacementQuotient,
  type QuotientReading,
} from './displacement/displacement-quotient.ts';
export type { ChangeVerdict } from './displacement/displacement-words.ts';
export { type ETest, type ETestOptions, eTest } from './displacement/e-test.ts';
export type { SiteShift } from './displacement/site-shift.ts';
export type { SiteNetwork, SiteRow } from './displacement/site-table.ts';
export { type Waterbed, type WaterbedOptions, waterbed } from './displacement/waterbed.ts';
export type { WaterbedVerdict } from './displacement/waterbed-words.ts';
export type { Ahead } from './forecast/ahead.ts';
export type { BackTest, ForecastVerdict } from './forecast/compare-methods.ts';
export type { DemandPattern } from './forecast/demand/demand-pattern.ts';
export type { DemandMethod } from './forecast/demand/demand-state.ts';
export {
  type DemandOptions,
  type IntermittentDemand,
  intermittentDemand,
} from './forecast/demand/intermittent-demand.ts';
export { etsAhead } from './forecast/ets/ets-ahead.ts';
export { type EtsOptions, fitEts } from './forecast/ets/fit-ets.ts';
export type { EtsFit, EtsForm, EtsParameters } from './forecast/ets/fit-form.ts';
export type { ForecastStep } from './forecast/forecast.ts';
export { type Forecast, type ForecastOptions, forecast } from './forecast/forecast.ts';
export type { ForecastMethod } from './forecast/method.ts';
export {
  type DifferenceInDifferences,
  type DifferenceInDifferencesOptions,
  differenceInDifferences,
  type GapPoint,
} from './interventions/difference-in-differences.ts';
export type { NoDifference } from './interventions/difference-words.ts';
export {
  type CoursePoint,
  type InterruptedSeries,
  type InterruptedSeriesOptions,
  interruptedSeries,
} from './interventions/interrupted-series.ts';
export type { SeasonModel } from './interventions/interruption-design.ts';
export type { NoInterruption } from './interventions/interruption-words.ts';
export type { Panel, PanelUnit } from './interventions/panel.ts';
export { type SimplexWeights, simplexWeights } from './interventions/simplex-weights.ts';
export type { NoSynthetic, SyntheticVerdict } from './interventions/synthetic-control.ts';
export {
  type SyntheticControl,
  type SyntheticControlOptions,
  type SyntheticPoint,
  syntheticControl,
} from './interventions/synthetic-control.ts';
export {
  type AnnualQuantity,
  type LargestShare,
  largestShare,
  type Quantities,
  type QuantityEvent,
} from './largest-share.ts';
export {
  type LeaveLargestOut,
  type LeaveLargestOutOptions,
  leaveLargestOut,
} from './leave-largest-out.ts';
export { type MannKendall, type MannKendallOptions, mannKendall } from './mann-kendall.ts';
export {
  type CorrectedMannKendall,
  type CorrectedMannKendallOptions,
  correctedMannKendall,
} from './monotone/corrected-mann-kendall.ts';
export type { SerialCorrection } from './monotone/corrections.ts';
export {
  type LogLinearTrend,
  type LogLinearTrendOptions,
  logLinearTrend,
} from './monotone/log-linear-trend.ts';
export {
  type SeasonalMannKendall,
  type SeasonalMannKendallOptions,
  seasonalMannKendall,
} from './monotone/seasonal-mann-kendall.ts';
export type { SeasonScore } from './monotone/seasonal-score.ts';
export {
  type SeasonalSenSlope,
  type SeasonalSenSlopeOptions,
  seasonalSenSlope,
} from './monotone/seasonal-sen-slope.ts';
export type { SeasonOptions } from './monotone/seasons.ts';
export type { Development } from './nowcast/chain-ladder.ts';
export {
  type Nowcast,
  type NowcastOptions,
  type NowcastRow,
  type NowcastVerdict,
  nowcast,
} from './nowcast/nowcast.ts';
export type { AgedTriangle, FiguresByAge } from './nowcast/triangle.ts';
export { spanText } from './period.ts';
export { type PoissonRate, type PoissonRateOptions, poissonRate } from './poisson-rate.ts';
export {
  type JudgedScores,
  type JudgingCountry,
  type OrderSwap,
  type RankedPhenomena,
  type RankedPhenomenon,
  type RankPhenomenaOptions,
  rankPhenomena,
} from './priorities/rank-phenomena.ts';
export { type Proportion, type ProportionOptions, proportion } from './proportion.ts';
export { type RateRatio, type RateRatioOptions, rateRatio } from './rate-ratio.ts';
export {
  type BootstrapQuantity,
  type BootstrapQuantityOptions,
  bootstrapQuantity,
} from './rates/bootstrap-quantity.ts';
export {
  type ChainedIndex,
  type ChainedIndexOptions,
  chainedIndex,
  type IndexPoint,
} from './rates/chained-index.ts';
export {
  type Growth,
  type GrowthOptions,
  growth,
  type LikePeriod,
  likePeriods,
  type PeriodValue,
} from './rates/growth.ts';
export {
  type OverDispersion,
  type OverDispersionOptions,
  overDispersion,
} from './rates/over-dispersion.ts';
export type { QuantityStatistic } from './rates/quantity-statistic.ts';
export {
  type RestsOnFinds,
  type RestsOnFindsOptions,
  restsOnFinds,
} from './rates/rests-on-finds.ts';
export {
  type StandardisedRate,
  type StandardisedRateOptions,
  type Stratum,
  standardisedRate,
} from './rates/standardised-rate.ts';
export { type TopShare, type TopShareOptions, topShare } from './rates/top-share.ts';
export { type YearToDate, yearToDate } from './rates/year-to-date.ts';
export {
  type CountFamily,
  type CountFit,
  type CountModelOptions,
  fitCounts,
  negativeBinomialFamily,
  poissonFamily,
} from './regression/count-model.ts';
export { type Design, type LinearFit, leastSquares } from './regression/least-squares.ts';
export { fitNegativeBinomial, type NegativeBinomialFit } from './regression/negative-binomial.ts';
export { scopesByBreak } from './scopes-by-break.ts';
export { type DecomposeOptions, type Decomposition, decompose } from './season/decompose.ts';
export type { Season, SeasonVerdict } from './season/season.ts';
export type { SeasonTestMethod } from './season/season-test.ts';
export type { StlOptions } from './season/stl-settings.ts';
export { type SenSlope, type SenSlopeOptions, senSlope } from './sen-slope.ts';
export { type SizeBand, type SizeBands, type SizeBandsOptions, sizeBands } from './size-bands.ts';
export type { ConcentrationVerdict } from './structure/concentration.ts';
export {
  type Concentration,
  type ConcentrationOptions,
  concentration,
} from './structure/concentration.ts';
export type { Separation } from './structure/knox-pairs.ts';
export type { NoLocation } from './structure/location-quotient.ts';
export {
  type HereAndEverywhere,
  type LocationBase,
  type LocationOnBase,
  type LocationQuotient,
  type LocationQuotientOptions,
  locationQuotient,
} from './structure/location-quotient.ts';
export type { NearVerdict } from './structure/near-repeat.ts';
export {
  type KnoxCell,
  type NearRepeat,
  type NearRepeatOptions,
  nearRepeat,
  type SpaceTimeEvent,
} from './structure/near-repeat.ts';
export {
  type DiscountVerdict,
  type PriceAsked,
  type QuantityDiscount,
  quantityDiscount,
} from './structure/quantity-discount.ts';
export type { SizeShiftVerdict } from './structure/size-class-shift.ts';
export {
  type SizeClass,
  type SizeClassShift,
  type SizeClassShiftOptions,
  sizeClassShift,
} from './structure/size-class-shift.ts';
export { type Trend, type TrendOfOptions, trendOf } from './trend-of.ts';
export type { SeriesPoint, TrendSeries } from './trend-series.ts';
export type { PathEntry } from './turning-points/change-points.ts';
export {
  type ChangePoints,
  type ChangePointsOptions,
  changePoints,
} from './turning-points/change-points.ts';
export type { JoinpointCriterion, JoinpointTest } from './turning-points/choose-joinpoints.ts';
export type { CostOptions } from './turning-points/choose-model.ts';
export type { CostKind } from './turning-points/cost-model.ts';
export { type Joinpoint, type JoinpointOptions, joinpoint } from './turning-points/joinpoint.ts';
export type { JoinpointModel } from './turning-points/joinpoint-models.ts';
export type { BreakVerdict, NoBreakConclusion } from './turning-points/judge-changes.ts';
export type { NoTurnConclusion, TurnVerdict } from './turning-points/judge-joinpoints.ts';
export type { LevelChange, LevelSegment } from './turning-points/level-change.ts';
export type { JoinpointSettings } from './turning-points/read-joinpoint.ts';
export type { TimedOptions } from './turning-points/read-series.ts';
export type { TrendLine, TurningPoint } from './turning-points/turning-point.ts';
export type { RatioVerdict, TrendVerdict } from './verdict.ts';
export type { Exposure } from './words/effort.ts';
export type { NoConclusion } from './words/no-trend.ts';
export type { PeriodUnit } from './words/period-units.ts';
