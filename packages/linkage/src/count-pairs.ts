import type { Engine } from '@samenbeeld/engine';
import { dialect } from '@samenbeeld/engine';
import { isSymmetric } from './blocking-pass.ts';
import type { PairSpace } from './pass-sql.ts';
import { keyColumn } from './record-table.ts';

/** How many pairs a pass brings together, at most, and its largest key. */
export interface PassCount {
  /** Pairs, before the condition on top and without regard to earlier passes. */
  readonly pairs: number;
  /** Records of the key with most pairs, and what they have in common, as text. */
  readonly largest:
    | { readonly key: string; readonly records: number; readonly pairs: number }
    | undefined;
}

/** Pairs among all records that count, whatever their keys. */
export function allPairs({ link, sizes }: Pick<PairSpace, 'link' | 'sizes'>): number {
  const total = sizes.reduce((sum, one) => sum + one, 0);
  const within = sizes.reduce((sum, one) => sum + (one * (one - 1)) / 2, 0);
  if (link === 'within') return within;
  return (total * (total - 1)) / 2 - (link === 'between' ? within : 0);
}

/** Counts one half of a key, by key and where it matters by table. */
function grouped(space: PairSpace, pass: number, side: 'left' | 'right', old: boolean): string {
  const key = dialect.identifier(keyColumn(space.passes, pass, side));
  const records = dialect.identifier(space.records);
  return `(select ${key} as key, "#source" as source, cast(count(*) as DOUBLE) as n, min("#n") as one from ${records} where ${key} is not null${old ? ' and not "#new"' : ''} group by 1, 2)`;
}

/** By key: how many records, and how many of its pairs count. Whole numbers in doubles add up exactly below 2^53. */
function perKey(space: PairSpace, pass: number, old: boolean): string {
  const { link, passes, sizes } = space;
  const plan = passes[pass];
  if (plan && isSymmetric(plan)) {
    const within = 'sum(n * (n - 1) / 2)';
    const all = 'sum(n) * (sum(n) - 1) / 2';
    const pairs =
      sizes.length === 1 || link === 'within'
        ? within
        : link === 'all'
          ? all
          : `${all} - ${within}`;
    return `select key, sum(n) as records, min(one) as one, ${pairs} as pairs from ${grouped(space, pass, 'left', old)} counted group by key`;
  }
  const sources =
    link === 'within' ? 'a.source = b.source' : link === 'between' ? 'a.source < b.source' : 'true';
  // Both ways round are two passes; each has half of the ordered pairs.
  const share = link === 'between' ? 1 : 0.5;
  return `select a.key, sum(a.n + b.n) as records, min(a.one) as one, sum(a.n * b.n) * ${share} as pairs from ${grouped(space, pass, 'left', old)} a join ${grouped(space, pass, 'right', old)} b on a.key = b.key and ${sources} group by a.key`;
}

async function totals(
  engine: Engine,
  space: PairSpace,
  pass: number,
  old: boolean,
): Promise<number> {
  const [sum] = await engine.rows<{ pairs: number }>(
    `select coalesce(sum(pairs), 0) as pairs from (${perKey(space, pass, old)}) keyed`,
  );
  return Math.round(sum?.pairs ?? 0);
}

async function largestKey(
  engine: Engine,
  space: PairSpace,
  pass: number,
): Promise<PassCount['largest']> {
  const [top] = await engine.rows<{ one: number; records: number; pairs: number }>(
    `select one, records, pairs from (${perKey(space, pass, false)}) keyed order by pairs desc, key limit 1`,
  );
  if (!top) return undefined;
  const parts = (space.passes[pass]?.left ?? []).map(
    (part) => `coalesce(cast(${part} as VARCHAR), '')`,
  );
  const [shown] = await engine.rows<{ key: string }>(
    `select ${parts.join(" || ', ' || ")} as key from ${dialect.identifier(space.records)} record where "#n" = ${top.one}`,
  );
  return { key: shown?.key ?? '', records: top.records, pairs: Math.round(top.pairs) };
}

/** Counts the pairs of a pass by group counts; none is made. */
export async function countPass(
  engine: Engine,
  space: PairSpace,
  pass: number,
  options: { readonly largest?: boolean } = {},
): Promise<PassCount> {
  if ((space.passes[pass]?.left.length ?? 0) === 0) {
    const total = allPairs(space);
    return { pairs: total, largest: undefined };
  }
  const all = await totals(engine, space, pass, false);
  const pairs = space.only ? all - (await totals(engine, space, pass, true)) : all;
  return { pairs, largest: options.largest ? await largestKey(engine, space, pass) : undefined };
}
