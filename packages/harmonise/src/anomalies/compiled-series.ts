import { type Observation, placeContains, substanceContains } from '@samenbeeld/schema';
import type { Point } from './point.ts';

/** Whether a published figure is about the same measure and period, at the place or within it, of the substance or a wider one. */
export function isSameScope(point: Point, other: Observation): boolean {
  const { place = '', substance = '', offence = '', metric = '' } = point.scope;
  const sameDrug =
    (other.substance ?? '') === substance ||
    (substance !== '' && other.substance !== null && substanceContains(other.substance, substance));
  return (
    other.metric === metric &&
    other.unit === point.unit &&
    sameDrug &&
    (other.offence ?? '') === offence &&
    other.periodStart === point.start &&
    other.periodEnd === point.end &&
    other.value !== null &&
    other.extent === 'whole' &&
    (other.place === place || placeContains(place, other.place))
  );
}

/** Points that one published measure may be compared with: a place and measure, all forms of a substance together. */
export function compiledSeries(
  points: readonly Point[],
  others: readonly Observation[],
): readonly (readonly Point[])[] {
  const groups = new Map<string, Point[]>();
  const measures = [
    ...new Set(others.map(({ substance, offence }) => `${substance ?? ''}\t${offence ?? ''}`)),
  ];
  for (const point of points) {
    if (!point.counts || point.start === '') continue;
    const { metric = '', place = '', substance = '', offence = '' } = point.scope;
    for (const measure of measures) {
      const [wide = '', act = ''] = measure.split('\t');
      if (
        act !== offence ||
        !(
          wide === substance ||
          (wide !== '' && substance !== '' && substanceContains(wide, substance))
        )
      )
        continue;
      const key = `${point.place.source} ${metric} ${point.unit} ${place} ${measure}`;
      const list = groups.get(key);
      if (list) list.push(point);
      else groups.set(key, [point]);
    }
  }
  return [...groups.values()].map((list) =>
    list.sort((a, b) => (a.start < b.start ? -1 : a.start > b.start ? 1 : 0)),
  );
}
