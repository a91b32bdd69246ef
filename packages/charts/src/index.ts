export { type BasisChartOptions, type BasisRow, basisChart, neverAdd } from './basis-chart.ts';
export type { Chart, ChartOptions, ChartTable, Drawing } from './chart.ts';
export { type ConflictChartOptions, type ConflictClaim, conflictChart } from './conflict-chart.ts';
export { countChart } from './count-chart.ts';
export { type CoverageCell, coverageChart } from './coverage-chart.ts';
export { type MemberChartOptions, memberChart } from './member-chart.ts';
export { portMap } from './port-map.ts';
export {
  type SeizureDot,
  type SeizureDotChartOptions,
  seizureDotChart,
} from './seizure-dot-chart.ts';
export { sizeBandChart } from './size-band-chart.ts';
export type { CountRow } from './stack-chart.ts';
export { type TotalChartOptions, totalChart } from './total-chart.ts';
export { type TrendChartOptions, type TrendPoint, trendChart } from './trend-chart.ts';
export {
  type WaterfallChartOptions,
  type WaterfallStep,
  waterfallChart,
} from './waterfall-chart.ts';
