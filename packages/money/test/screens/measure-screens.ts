import type { PatternKind, TransactionWorld } from '@samenbeeld/exercise';
import {
  accountsBehind,
  findCycles,
  findDormantThenBusy,
  findFans,
  findPassThrough,
  findRoundTrips,
  findScatterGather,
  findStructuring,
  type Screen,
  type Transactions,
} from '@samenbeeld/money';

/** Every screen as it is called where nothing is known but the threshold of cash deposits and the home countries. */
export const screens: Readonly<Record<PatternKind, (data: Transactions) => Promise<Screen>>> = {
  structuring: (data) =>
    findStructuring(data, { threshold: 10_000, instruments: ['cash_deposit'] }),
  fan_in: (data) => findFans(data, { direction: 'in' }),
  fan_out: (data) => findFans(data, { direction: 'out' }),
  cycle: (data) => findCycles(data),
  round_trip: (data) => findRoundTrips(data, { home: ['NL', 'BE', 'LU', 'DE', 'FR'] }),
  pass_through: (data) => findPassThrough(data),
  scatter_gather: (data) => findScatterGather(data),
  dormant: (data) => findDormantThenBusy(data),
};

const request = { purpose: 'test', legalBasis: 'made-up data, art. 1', role: 'test' };

/** Pseudonyms of the accounts a screen names. */
export async function named(screen: Screen): Promise<ReadonlySet<string>> {
  return new Set((await accountsBehind(screen, request)).list());
}

/** How a screen does on accounts whose truth is known. */
export interface Measured {
  readonly kind: PatternKind;
  readonly patterns: number;
  /** Accounts that planted patterns of this kind should name, and how many of them the screen named. */
  readonly planted: number;
  readonly found: number;
  /** Accounts in no planted pattern at all, and how many of them the screen named. */
  readonly innocent: number;
  readonly wrong: number;
  /** All accounts that the screen named. */
  readonly flagged: number;
  readonly seconds: number;
}

/** Runs every screen over a world and holds its accounts against the truth. */
export async function measureScreens(
  data: Transactions,
  { planted, accounts }: TransactionWorld,
): Promise<readonly Measured[]> {
  const involved = new Set(planted.flatMap((pattern) => pattern.accounts));
  const measured: Measured[] = [];
  for (const kind of Object.keys(screens) as PatternKind[]) {
    const start = performance.now();
    const screen = await screens[kind](data);
    const seconds = (performance.now() - start) / 1000;
    const flagged = await named(screen);
    const truth = new Set(planted.filter((one) => one.kind === kind).flatMap((one) => one.named));
    measured.push({
      kind,
      patterns: screen.patterns.length,
      planted: truth.size,
      found: [...truth].filter((id) => flagged.has(id)).length,
      innocent: accounts.filter(({ id }) => !involved.has(id)).length,
      wrong: [...flagged].filter((id) => !involved.has(id)).length,
      flagged: flagged.size,
      seconds,
    });
  }
  return measured;
}

/** A table for a reader: recall, false positives, and how many of those named were planted for this pattern. */
export function shown(rows: readonly Measured[]): string {
  const share = (part: number, whole: number): string =>
    whole === 0 ? '     –' : `${((100 * part) / whole).toFixed(1).padStart(5)}%`;
  return rows
    .map(
      ({ kind, patterns, planted, found, innocent, wrong, flagged, seconds }) =>
        `  ${kind.padEnd(14)} recall ${share(found, planted)} of ${String(planted).padStart(4)}   false positives ${share(wrong, innocent)} (${String(wrong).padStart(4)})   precision ${share(found, flagged)}   ${String(patterns).padStart(5)} patterns   ${seconds.toFixed(2)} s`,
    )
    .join('\n');
}

/** The rows of several worlds together. */
export function together(worlds: readonly (readonly Measured[])[]): readonly Measured[] {
  return (worlds[0] ?? []).map((first, at) =>
    worlds.slice(1).reduce<Measured>((sum, world) => {
      const other = world[at] as Measured;
      return {
        kind: sum.kind,
        patterns: sum.patterns + other.patterns,
        planted: sum.planted + other.planted,
        found: sum.found + other.found,
        innocent: sum.innocent + other.innocent,
        wrong: sum.wrong + other.wrong,
        flagged: sum.flagged + other.flagged,
        seconds: sum.seconds + other.seconds,
      };
    }, first),
  );
}
