/** Where money that begins in countries ends, as shares of all of it. */
export interface FlowParts {
  /** Stayed where it began. */
  readonly domestic: readonly number[];
  /** Came from abroad and stayed. */
  readonly inbound: readonly number[];
  /** Came from abroad and went on; counted each time it passes. */
  readonly through: readonly number[];
}

/**
 * Iterates flows until all has settled: of what begins in a country a share stays, the rest leaves by the gravity shares; of what
 * arrives a share settles, the rest leaves again. After Ferwerda, van Saase, Unger and Getzner 2020, *Sci Rep* 10:18552.
 */
export function decomposeFlows(
  origins: readonly number[],
  shares: readonly (readonly number[])[],
  { stays, settles }: { readonly stays: number; readonly settles: number },
): FlowParts {
  const size = origins.length;
  const domestic = origins.map((share) => share * stays);
  const inbound = new Array<number>(size).fill(0);
  const through = new Array<number>(size).fill(0);
  let moving = origins.map((share) => share * (1 - stays));
  while (moving.reduce((sum, share) => sum + share, 0) > 1e-12) {
    const arrived = moving.map((_, to) =>
      moving.reduce((sum, share, from) => sum + share * (shares[from]?.[to] as number), 0),
    );
    moving = arrived.map((share, at) => {
      inbound[at] = (inbound[at] as number) + share * settles;
      const onward = share * (1 - settles);
      through[at] = (through[at] as number) + onward;
      return onward;
    });
  }
  return { domestic, inbound, through };
}
