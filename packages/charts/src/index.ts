export { type AbroadMapOptions, type AbroadRow, abroadMap } from './abroad-map.ts';
export { type BasisChartOptions, type BasisRow, basisChart } from './basis-chart.ts';
export type { Chart, ChartOptions, ChartTable, Drawing } from './chart.ts';
export { type ConflictChartOptions, type ConflictClaim, conflictChart } from './conflict-chart.ts';
export { type CoverageCell, coverageChart } from './coverage-chart.ts';
export type { DeclaredBreak, SuggestedBreak } from './drawing/breaks.ts';
export type { PeriodValue } from './drawing/period-values.ts';
export { type MemberChartOptions, memberChart } from './member-chart.ts';
export { type Cohort, type CohortStage, cohortFlowChart } from './money/cohort-flow-chart.ts';
export { type FlowChartOptions, type FlowNode, flowChart } from './money/flow-chart.ts';
export type { FlowLink } from './money/flow-layout.ts';
export {
  hypothesisMatrixChart,
  type MatrixEvidence,
  type MatrixHypothesis,
  type MatrixRating,
} from './money/hypothesis-matrix-chart.ts';
export {
  type NetworkChartOptions,
  type NetworkLink,
  type NetworkNode,
  networkChart,
} from './money/network-chart.ts';
export { type RevenuePoint, revenueFanChart } from './money/revenue-fan-chart.ts';
export { type TornadoChartOptions, type TornadoRow, tornadoChart } from './money/tornado-chart.ts';
export { type PortMapOptions, portMap } from './port-map.ts';
export {
  type PriceCurve,
  type PriceCurveChartOptions,
  type PricePoint,
  priceCurveChart,
} from './price-curve-chart.ts';
export {
  type SeizureDot,
  type SeizureDotChartOptions,
  seizureDotChart,
} from './seizure-dot-chart.ts';
export { type CountRow, countChart, countListed, sizeBandChart } from './stack-chart.ts';
export { type TotalChartOptions, totalChart } from './total-chart.ts';
export { type TrendChartOptions, type TrendPoint, trendChart } from './trend-chart.ts';
export { type AlarmChartOptions, type AlarmPoint, alarmChart } from './trends/alarm-chart.ts';
export {
  type DecompositionChartOptions,
  type DecompositionPoint,
  decompositionChart,
} from './trends/decomposition-chart.ts';
export {
  type BackTestResult,
  type ForecastChartOptions,
  type ForecastPoint,
  forecastChart,
} from './trends/forecast-chart.ts';
export {
  type NamedPenalty,
  type PenaltyPathChartOptions,
  type PenaltyStep,
  penaltyPathChart,
} from './trends/penalty-path-chart.ts';
export { type RateChartOptions, type RateRow, rateChart } from './trends/rate-chart.ts';
export {
  type FittedSegment,
  type SegmentChartOptions,
  segmentChart,
} from './trends/segment-chart.ts';
export {
  type IndexSeries,
  type SeriesIndexChartOptions,
  seriesIndexChart,
} from './trends/series-index-chart.ts';
export {
  type TriangleCell,
  type TriangleChartOptions,
  triangleChart,
} from './trends/triangle-chart.ts';
export {
  type WaterbedChartOptions,
  type WaterbedSite,
  waterbedChart,
} from './trends/waterbed-chart.ts';
export {
  type WaterfallChartOptions,
  type WaterfallStep,
  waterfallChart,
} from './waterfall-chart.ts';
