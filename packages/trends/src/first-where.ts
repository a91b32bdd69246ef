/** By halving, the first whole number above `low` of which a test holds that fails and then holds; `high` where that is the first. */
export function firstWhere(test: (value: number) => boolean, low: number, high: number): number {
  let [fails, holds] = [low, high];
  while (holds - fails > 1) {
    const middle = Math.floor((fails + holds) / 2);
    if (test(middle)) holds = middle;
    else fails = middle;
  }
  return holds;
}
