/** What an ingest is doing: bringing cells into the engine, finding out what they mean, writing records. */
export type IngestPhase = 'reading' | 'mapping' | 'writing';

/** How far an ingest is. */
export interface IngestProgress {
  readonly phase: IngestPhase;
  /** The file at hand; null where it is about all of them. */
  readonly file: string | null;
  /** Bytes of the files while reading, rows else. */
  readonly done: number;
  readonly total: number;
  /** Of the whole ingest, from 0 to 1. */
  readonly share: number;
  /** As the time gone by suggests; null where it is too early to tell. */
  readonly secondsLeft: number | null;
}

/** Share of the time that each phase takes, as measured on large files. */
const weights: Readonly<Record<IngestPhase, readonly [before: number, own: number]>> = {
  reading: [0, 0.35],
  mapping: [0.35, 0.2],
  writing: [0.55, 0.45],
};

/** Nobody reads faster. */
const every = 100;
const tooEarly = 0.02;

/** Tells how far an ingest is, now and then, and always at the end of a phase. */
export interface Reporter {
  readonly report: (phase: IngestPhase, file: string | null, done: number, total: number) => void;
}

/** A reporter that calls `tell` at most ten times a second; the clock is asked for the time left only. */
export function reporter(
  tell: ((progress: IngestProgress) => void) | undefined,
  clock: () => number = () => performance.now(),
): Reporter {
  if (!tell) return { report: () => undefined };
  const start = clock();
  let last = Number.NEGATIVE_INFINITY;
  return {
    report(phase, file, done, total) {
      const now = clock();
      if (now - last < every && done < total) return;
      last = now;
      const [before, own] = weights[phase];
      const share = Math.min(1, before + own * (total > 0 ? done / total : 1));
      const gone = (now - start) / 1000;
      const secondsLeft = share < tooEarly ? null : Math.round((gone / share) * (1 - share));
      tell({ phase, file, done, total, share, secondsLeft });
    },
  };
}
