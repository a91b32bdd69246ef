import type { DemandMethod } from './demand-state.ts';

/**
 * Syntetos and Boylan's method, or that of Teunter, Syntetos and Babai where the zeros at the end are more than chance would
 * bring in one of twenty such series: only its forecast falls while nothing occurs.
 */
export function chooseDemand(values: Float64Array): DemandMethod {
  const last = values.findLastIndex((value) => value > 0);
  const found = values.reduce((sum, value) => sum + (value > 0 ? 1 : 0), 0);
  const share = found / (last + 1);
  return (1 - share) ** (values.length - 1 - last) < 0.05 ? 'tsb' : 'sba';
}
