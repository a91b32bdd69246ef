import { fewestForModel } from './check-forecast.ts';
import { chooseDemand } from './demand/choose-demand.ts';
import type { DemandPattern } from './demand/demand-pattern.ts';
import { longestCycle } from './ets/fit-ets.ts';
import type { ForecastMethod } from './method.ts';

/** The model that a series bears besides the simplest forecasts, and why; none where values are few. */
export function modelFor(
  values: Float64Array,
  period: number,
  demand: DemandPattern | null,
): { readonly model: ForecastMethod | null; readonly why: string } {
  if (values.length < fewestForModel)
    return { model: null, why: `fewer than ${fewestForModel} values: no model` };
  if (demand && (demand.pattern === 'intermittent' || demand.pattern === 'lumpy')) {
    const model = chooseDemand(values);
    const end = model === 'tsb' ? ', more zeros at the end than chance would bring' : '';
    return {
      model,
      why: `${demand.pattern}: ADI ${demand.adi.toFixed(2)}, CV2 ${demand.cv2.toFixed(2)}${end}`,
    };
  }
  return period > longestCycle
    ? { model: 'stl_ets', why: `a cycle longer than ${longestCycle}` }
    : { model: 'ets', why: 'few or no zeros' };
}
