/** Part of a sum of money that belongs to a claim; null is money that nobody claims. */
export interface Part {
  readonly claim: string | null;
  readonly cents: number;
}

/** What an account holds under a rule: money comes in, and the rule says whose money goes out. */
export interface Holding {
  put(part: Part): void;
  /** The parts of what is taken out; their sum is `cents`. */
  take(cents: number): readonly Part[];
  /** The parts of what is left. */
  left(): readonly Part[];
}

/** Parts with equal claims put together, claims in order, money that nobody claims last. */
export function together(parts: readonly Part[]): readonly Part[] {
  const sums = new Map<string | null, number>();
  for (const { claim, cents } of parts) sums.set(claim, (sums.get(claim) ?? 0) + cents);
  return [...sums]
    .filter(([, cents]) => cents > 0)
    .map(([claim, cents]) => ({ claim, cents }))
    .sort((a, b) => inOrder(a.claim, b.claim));
}

/** Below zero where one claim stands before another: in order of name, money that nobody claims last. */
export function inOrder(a: string | null, b: string | null): number {
  if (a === b) return 0;
  if (a === null || b === null) return a === null ? 1 : -1;
  return a < b ? -1 : 1;
}
