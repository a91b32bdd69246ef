import type { Comparison } from './comparison.ts';
import type { LinkageModel } from './model.ts';
import { type PairSpace, type PassPart, passSql } from './pass-sql.ts';
import { caseSql, raritySql } from './pattern-sql.ts';
import { toUnits, unitsPerBit } from './weight.ts';

/** Base of the rarity of a comparison: -log2 of u of its closest level that has one, in units; a rarity above it adds weight. */
export function rarityBase(comparison: Comparison, at: number, model: LinkageModel): number {
  const place = comparison.levels.findIndex(({ termFrequency }) => termFrequency !== undefined);
  return toUnits(-Math.log2(model.comparisons[at]?.levels[Math.max(place, 0)]?.u ?? 1));
}

/** SQL of the weight of a pair in one comparison, in whole units. */
export function unitsSql(comparison: Comparison, at: number, model: LinkageModel): string {
  return caseSql(comparison, (place) => {
    const units = toUnits(model.comparisons[at]?.levels[place]?.weight ?? 0);
    const column = comparison.levels[place]?.termFrequency;
    if (column === undefined) return String(units);
    const base = rarityBase(comparison, at, model);
    return `${units - base} + ${raritySql(column, base)}`;
  });
}

/** What is wanted of the pairs of a pass. */
export interface ScoreQuery {
  readonly space: PairSpace;
  readonly comparisons: readonly Comparison[];
  readonly model: LinkageModel;
  /** By column: the most that the rarity of a value comes to, in units. */
  readonly highest: ReadonlyMap<string, number>;
  /** Least weight to keep, in units. */
  readonly least: number;
  readonly pass: number;
  readonly part?: PassPart;
  readonly fresh?: string;
}

/** The most a comparison can add, in units. */
function mostUnits({ comparisons, model, highest }: ScoreQuery, at: number): number {
  const comparison = comparisons[at] as Comparison;
  const { levels } = comparison;
  const weights = (model.comparisons[at]?.levels ?? []).map(({ weight }, place) => {
    const column = levels[place]?.termFrequency;
    if (column === undefined) return toUnits(weight);
    const base = rarityBase(comparison, at, model);
    return toUnits(weight) - base + Math.max(highest.get(column) ?? base, base);
  });
  return Math.max(0, ...weights);
}

const costOf = ({ cost, measure }: Comparison): number => cost ?? (measure === undefined ? 1 : 5);

/**
 * Whether a pair reaches the threshold: the cheap comparisons first, and each dear one only where those before it leave
 * a way there. The answer is that of the whole sum.
 */
function reachesSql(query: ScoreQuery, prior: number): string {
  const { comparisons, model, least } = query;
  const order = [...comparisons.keys()].toSorted(
    (a, b) => costOf(comparisons[a] as Comparison) - costOf(comparisons[b] as Comparison) || a - b,
  );
  const units = order.map((at) => unitsSql(comparisons[at] as Comparison, at, model));
  const stops = order.flatMap((at, step) => {
    const dear = costOf(comparisons[at] as Comparison) >= 10;
    if (!dear || step === 0) return [];
    const rest = order.slice(step).reduce((sum, one) => sum + mostUnits(query, one), 0);
    return [`when ${[prior, ...units.slice(0, step)].join(' + ')} < ${least - rest} then false`];
  });
  const whole = `${[prior, ...units].join(' + ')} >= ${least}`;
  return stops.length === 0 ? whole : `case ${stops.join(' ')} else ${whole} end`;
}

/** One statement that joins, compares, weighs and keeps what reaches the threshold. */
export function scoreSql(query: ScoreQuery): string {
  const { space, comparisons, model, pass, part, fresh } = query;
  const prior = toUnits(Math.log2(model.prior / (1 - model.prior)));
  const sum = [prior, ...comparisons.map((one, at) => unitsSql(one, at, model))].join(' + ');
  const weight = `units / cast(${unitsPerBit} as DOUBLE)`;
  const pairs = passSql(space, pass, {
    once: true,
    ...(part ? { part } : {}),
    ...(fresh ? { among: fresh } : {}),
  });
  return `select a, b, ${weight} as weight, 1 / (1 + power(2, -(${weight}))) as probability, ${space.passes[pass]?.rule ?? 0} as rule
from (select l."#n" as a, r."#n" as b, ${sum} as units ${pairs} where ${reachesSql(query, prior)}) scored`;
}
