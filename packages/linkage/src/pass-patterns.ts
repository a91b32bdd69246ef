import { dialect, type Engine } from '@samenbeeld/engine';
import type { Comparison } from './comparison.ts';
import { countPass } from './count-pairs.ts';
import { keyEnd, type PairSpace, type PassPart, passConditions, passSql } from './pass-sql.ts';
import { mostRules, type Pattern } from './pattern.ts';
import { patternSql, placesOf } from './pattern-sql.ts';

/** What of a pass is looked at, and how many pairs one of it stands for. */
interface PassShare {
  readonly part?: PassPart;
  /** SQL over the left record, where the pass has no key. */
  readonly among?: string;
  readonly each: number;
}

/** SQL of how many right records a left one has where nothing but the tables matters. */
function rightsSql({ link, sizes }: PairSpace): string {
  const total = sizes.reduce((sum, one) => sum + one, 0);
  let end = 0;
  const ways = sizes.map((size, source) => {
    end += size;
    const rights = {
      all: `${total - 1} - "#n"`,
      within: `${end - 1} - "#n"`,
      between: total - end,
    };
    return `when ${source} then ${rights[link]}`;
  });
  return `case "#source" ${ways.join(' ')} end`;
}

/** Left records drawn by a hash of their number, at least one of those that have a right record, with all their pairs. */
async function drawLeft(
  engine: Engine,
  space: PairSpace,
  { share, pairs }: { readonly share: number; readonly pairs: number },
): Promise<PassShare> {
  const hash = dialect.hashNumber('cast("#n" as VARCHAR)', 1e9);
  const lefts = `select "#n" as n, rights, row_number() over (order by ${hash}, "#n") as place, count(*) over () as lefts from (select *, ${rightsSql(space)} as rights from ${dialect.identifier(space.records)}) record where rights > 0`;
  const drawn = `(select n, rights from (${lefts}) ordered where place <= greatest(1, round(${share} * lefts)))`;
  const [found] = await engine.rows<{ pairs: number }>(
    `select cast(sum(rights) as DOUBLE) as pairs from ${drawn} drawn`,
  );
  return {
    among: `l."#n" in (select n from ${drawn} drawn)`,
    each: pairs / (found?.pairs ?? pairs),
  };
}

/** The share of the pairs of a pass that is looked at: of its keys, or of its left records where it has none. */
export async function shareOf(
  engine: Engine,
  space: PairSpace,
  { pass, pairs, most }: { readonly pass: number; readonly pairs: number; readonly most: number },
): Promise<PassShare> {
  const share = most / pairs;
  if (share >= 1) return { each: 1 };
  if (space.passes[pass]?.left.length === 0) return drawLeft(engine, space, { share, pairs });
  const to = (keyEnd / 2n ** 30n) * BigInt(Math.max(1, Math.round(share * 2 ** 30)));
  return { part: { from: 0, to }, each: 1 / share };
}

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
