import { dialect, type Engine } from '@samenbeeld/engine';
import { keyEnd, type PairSpace, type PassPart } from './pass-sql.ts';

/** What of a pass is looked at, and how many pairs one of it stands for. */
export interface PassShare {
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
