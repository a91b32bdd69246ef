/**
 * SQL that finds patterns as runs of windows. Relations have key columns, `n` (tells rows apart), `ms` and whatever else;
 * a window is a time with the `width` milliseconds before it, both ends in it.
 */

/**
 * Adds `others`: how many different values of `other` the window that ends at each row holds. Each row counts from its time
 * until the same other returns or the window has passed, so a running sum of steps up and down counts exactly, in n log n.
 */
export function distinctSql(
  relation: string,
  keys: readonly string[],
  other: string,
  width: number,
): string {
  const key = keys.join(', ');
  return `(with nexts as (
      select *, lead(ms) over (partition by ${key}, ${other} order by ms, n) as next_ms from ${relation}),
    steps as (
      select ${key}, n, ms as moment, 1 as step from nexts
      union all
      select ${key}, cast(NULL as INTEGER), least(ms + ${width + 1}, coalesce(next_ms, ms + ${width + 1})), -1 from nexts),
    running as (
      select n, step, sum(step) over (partition by ${key} order by moment, step) as others from steps)
    select r.*, others from ${relation} r join running on running.n = r.n and step = 1)`;
}

/** The window that ends at a row, for aggregates. */
export function windowSql(keys: readonly string[], width: number): string {
  return `(partition by ${keys.join(', ')} order by ms range between ${width} preceding and current row)`;
}

/**
 * The rows of windows that end at a row that is `hit`, with `pattern`, the same for windows that overlap. Rows outside any such
 * window are left out.
 */
export function patternsSql(relation: string, keys: readonly string[], width: number): string {
  const key = keys.join(', ');
  return `(with ahead as (
      select *, min(case when hit then ms end) over (
        partition by ${key} order by ms range between current row and unbounded following) as hit_ms
      from ${relation}),
    inside as (select * from ahead where hit_ms - ${width} <= ms),
    opened as (
      select *, case when lag(ms) over (partition by ${key} order by ms, n) >= hit_ms - ${width} then 0 else 1 end as opens
      from inside)
    select *, sum(opens) over (partition by ${key} order by ms, n rows unbounded preceding) as pattern from opened)`;
}
