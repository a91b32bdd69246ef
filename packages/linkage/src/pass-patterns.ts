import type { Engine } from '@samenbeeld/engine';
import type { Comparison } from './comparison.ts';
import { countPass } from './count-pairs.ts';
import { type PairSpace, type PassPart, passConditions, passSql } from './pass-sql.ts';
import type { Pattern } from './pattern.ts';
import { patternSql, placesOf } from './pattern-sql.ts';

/** Keys run from 0 up to, not including, this. */
export const keyEnd: bigint = 2n ** 63n;

/** How the pairs of one pass agree. */
export interface PassPatterns {
  readonly pass: number;
  readonly patterns: readonly Pattern[];
  /** How many pairs of the pass one that was looked at stands for. */
  readonly each: number;
}

function partOf(
  space: PairSpace,
  pass: number,
  share: number,
): { readonly part?: PassPart; readonly each: number } {
  if (share >= 1) return { each: 1 };
  if ((space.passes[pass]?.left.length ?? 0) > 0) {
    const to = (keyEnd / 2n ** 30n) * BigInt(Math.max(1, Math.round(share * 2 ** 30)));
    return { part: { from: 0, to }, each: 1 / share };
  }
  // Record n is the left one of fewer pairs the later it comes.
  const total = space.sizes.reduce((sum, one) => sum + one, 0);
  const from = 1 - Math.sqrt(1 - share);
  return { part: { from: 0, to: BigInt(Math.max(1, Math.round(total * from))) }, each: 1 / share };
}

/** Compares the pairs of a pass, or a share of its keys where there are more than `most`. */
export async function passPatterns(
  engine: Engine,
  space: PairSpace,
  comparisons: readonly Comparison[],
  options: {
    readonly pass: number;
    readonly most: number;
    /** Pairs of the pass, where they have been counted. */
    readonly pairs?: number | undefined;
  },
): Promise<PassPatterns> {
  const { pass, most } = options;
  const pairs = options.pairs ?? (await countPass(engine, space, pass)).pairs;
  if (pairs === 0) return { pass, patterns: [], each: 1 };
  const { part, each } = partOf(space, pass, most / pairs);
  const others = space.passes.flatMap(({ rule }, at) => {
    const own = rule === space.passes[pass]?.rule || rule >= 30;
    return own
      ? []
      : [
          `case when ${passConditions(space, at).join(' and ') || 'true'} then ${2 ** rule} else 0 end`,
        ];
  });
  const rules = [...new Set(space.passes.map(({ rule }) => rule))];
  const also = rules.flatMap((rule) => {
    const terms = others.filter((sql) => sql.endsWith(`then ${2 ** rule} else 0 end`));
    return terms.length === 0
      ? []
      : [terms.length === 1 ? (terms[0] ?? '') : `greatest(${terms.join(', ')})`];
  });
  const from = passSql({ ...space, only: false }, pass, part ? { part } : {});
  const compared = patternSql(comparisons, { from, more: also.join(' + ') || '0' });
  const found = await engine.rows<{ pattern: number; also: number; count: number }>(
    `select pattern, more as also, count(*) as count from (${compared}) compared group by pattern, more order by pattern, more`,
  );
  return {
    pass,
    each,
    patterns: found.map(({ pattern, also: rules, count }) => ({
      places: placesOf(pattern, comparisons),
      also: rules,
      count,
    })),
  };
}
