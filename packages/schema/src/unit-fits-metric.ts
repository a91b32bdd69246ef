import { type Dimension, units } from './codes/units.ts';
import type { Metric } from './observation.ts';

/** A figure of any metric may be printed as a share, an index or per inhabitant. */
const relative: readonly Dimension[] = ['share', 'rate'];
const counted: readonly Dimension[] = ['count', ...relative];
const money: readonly Dimension[] = ['currency', ...relative];
/** Assets are valued, and also told in files, orders or goods. */
const assets: readonly Dimension[] = ['currency', ...counted];

const dimensions: Readonly<Record<Metric, readonly Dimension[]>> = {
  seizures: counted,
  quantity: ['mass', 'volume', 'count', ...relative],
  price: ['price', 'currency', ...relative],
  purity: ['share'],
  potency: ['potency', 'mass', ...relative],
  offences: counted,
  suspects: counted,
  persons_checked: counted,
  vehicles_checked: counted,
  trains_checked: counted,
  buses_checked: counted,
  persons_with_drugs: counted,
  under_influence: counted,
  vehicles_seized: counted,
  staff: counted,
  arrests: counted,
  cash: money,
  weapons: counted,
  str_reports: counted,
  str_transactions: counted,
  unusual_transactions: counted,
  fiu_files: counted,
  fiu_value: money,
  assets_seized: assets,
  assets_confiscated: assets,
  assets_recovered: assets,
  assets_held: assets,
  assets_sold: assets,
  darknet_sales: money,
  listings: counted,
  vendors: counted,
  controls: counted,
  scans: counted,
  port_calls: counted,
  teu: counted,
  tonnes: ['mass', ...relative],
  population: counted,
  dwellings: counted,
  wastewater_load: ['rate'],
  reports: counted,
  fraud_cases: counted,
  losses: money,
  firm_costs: money,
  treatment_entrants: counted,
};

/** A price for an amount that the list does not name: `USD/10 g`. */
const priced = /^[A-Z]{3}\//u;

/** Codes of the listed units in which figures of a metric can be. */
export function unitsOfMetric(metric: Metric): readonly string[] {
  const allowed = dimensions[metric];
  return units.flatMap(({ code, dimension }) => (allowed.includes(dimension) ? [code] : []));
}

/**
 * Whether a figure of a metric can be in a unit, by the kind of quantity that the unit measures: seizures are counted, a
 * price is money per unit, a quantity is a mass, a volume or a count. Shares, indices and rates fit any metric but purity,
 * which is a share. A currency by an amount (`USD/10 g`) is a price, listed or not; any other code that no list has fits
 * nothing.
 *
 * @example
 * ```ts
 * import { unitFitsMetric } from '@samenbeeld/schema';
 * unitFitsMetric('seizures', 'kg') // => false
 * unitFitsMetric('quantity', 'kg') // => true
 * unitFitsMetric('offences', 'per_1e3') // => true
 * ```
 */
export function unitFitsMetric(metric: string, unit: string): boolean {
  if (!Object.hasOwn(dimensions, metric)) return false;
  const kind = units.has(unit) ? units.get(unit).dimension : priced.test(unit) ? 'price' : null;
  return kind !== null && dimensions[metric as Metric].includes(kind);
}
