import type { Engine } from '@samenbeeld/engine';
import type { Comparison } from './comparison.ts';
import { countPass } from './count-pairs.ts';
import { shareOf } from './pass-share.ts';
import { type PairSpace, passConditions, passSql } from './pass-sql.ts';
import { mostRules, type Pattern } from './pattern.ts';
import { patternSql, placesOf } from './pattern-sql.ts';

/** How the pairs of one pass agree. */
export interface PassPatterns {
  readonly pass: number;
  readonly patterns: readonly Pattern[];
  /** How many pairs of the pass one that was looked at stands for. */
  readonly each: number;
}

/** SQL of the other rules that bring a pair together too, one bit a rule; of the passes that teach alone. */
function alsoSql({ passes, ...space }: PairSpace, pass: number, from: number): string {
  const rules = new Set(passes.slice(from).map(({ rule }) => rule));
  const terms = [...rules].flatMap((rule) => {
    if (rule === passes[pass]?.rule || rule >= mostRules) return [];
    const ways = passes.flatMap((one, at) =>
      at >= from && one.rule === rule
        ? [`(${passConditions({ ...space, passes }, at).join(' and ') || 'true'})`]
        : [],
    );
    return [`case when ${ways.join(' or ')} then ${2 ** rule} else 0 end`];
  });
  return terms.join(' + ') || '0';
}

/** Compares the pairs of a pass, or a share of its keys where there are more than `most`. */
export async function passPatterns(
  engine: Engine,
  space: PairSpace,
  comparisons: readonly Comparison[],
  options: {
    readonly pass: number;
    /** First pass that teaches; those before it number their rules on their own. */
    readonly from: number;
    readonly most: number;
    /** Pairs of the pass, where they have been counted. */
    readonly pairs?: number | undefined;
  },
): Promise<PassPatterns> {
  const { pass, from, most } = options;
  const pairs = options.pairs ?? (await countPass(engine, space, pass)).pairs;
  if (pairs === 0) return { pass, patterns: [], each: 1 };
  const { each, ...looked } = await shareOf(engine, space, { pass, pairs, most });
  const compared = patternSql(comparisons, {
    from: passSql({ ...space, only: false }, pass, looked),
    more: alsoSql(space, pass, from),
  });
  const found = await engine.rows<{ pattern: number; also: number; count: number }>(
    `select pattern, more as also, count(*) as count from (${compared}) compared group by pattern, more order by pattern, more`,
  );
  return {
    pass,
    each,
    patterns: found.map(({ pattern, also, count }) => ({
      places: placesOf(pattern, comparisons),
      also,
      count,
    })),
  };
}
