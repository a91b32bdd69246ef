/**
 * How many pairs any of the passes `own` has and none of those before, by inclusion and exclusion; `together` counts the
 * pairs that all of some passes have. What is not together in few is not together in more.
 */
export async function countNew(
  together: (passes: readonly number[]) => Promise<number>,
  own: readonly number[],
  earlier: readonly number[],
): Promise<number> {
  const walk = async (
    chosen: readonly number[],
    rest: readonly number[],
    sign: 1 | -1,
  ): Promise<number> => {
    const count = await together(chosen);
    let sum = sign * count;
    if (count > 0)
      for (const [at, next] of rest.entries())
        sum += await walk([...chosen, next], rest.slice(at + 1), sign === 1 ? -1 : 1);
    return sum;
  };
  let sum = 0;
  for (const [at, pass] of own.entries())
    sum += await walk([pass], [...own.slice(at + 1), ...earlier], 1);
  return sum;
}
