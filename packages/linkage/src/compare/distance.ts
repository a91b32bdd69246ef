import type { Comparison } from '../comparison.ts';
import { finiteColumn } from './finite.ts';
import { growing } from './limits.ts';
import { lacks, left, right } from './side.ts';

const earthKm = 6371.0088;

/**
 * Places by the great-circle distance between them, in km (haversine, mean radius of the earth 6371.0088 km): at or
 * below each limit. Latitude and longitude are columns of degrees.
 *
 * Throws a RangeError where the limits do not grow from zero on.
 *
 * @example
 * ```ts
 * import { distance } from '@samenbeeld/linkage';
 * distance('lat', 'lon', { within: [1, 10] }).levels.map((level) => level.name) // => ['within 1 km', 'within 10 km']
 * ```
 */
export function distance(
  latitude: string,
  longitude: string,
  options: { readonly name?: string; readonly within?: readonly number[] } = {},
): Comparison {
  const { within = [1, 10, 50] } = options;
  growing(within, `distance("${latitude}", "${longitude}")`);
  const name = options.name ?? 'distance';
  const [lat, lon] = [`${name}#lat`, `${name}#lon`];
  const radians = (column: string): string => `(${finiteColumn(column)}) * ${Math.PI / 180}`;
  const half = (column: string): string => `sin((${left(column)} - ${right(column)}) / 2)`;
  const haversine = `${half(lat)} * ${half(lat)} + cos(${left(lat)}) * cos(${right(lat)}) * ${half(lon)} * ${half(lon)}`;
  return {
    name,
    columns: [latitude, longitude],
    expects: 'numbers',
    derive: { [lat]: radians(latitude), [lon]: radians(longitude) },
    isNull: lacks([lat, lon]),
    measure: `${2 * earthKm} * asin(least(1, sqrt(${haversine})))`,
    levels: within.map((km) => ({ name: `within ${km} km`, holds: `measure <= ${km}` })),
  };
}
