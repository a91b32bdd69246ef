export interface LinkProgress {
  readonly stage: 'records' | 'counting' | 'learning' | 'scoring';
  /** Of this stage: pairs while scoring, steps otherwise. */
  readonly done: number;
  readonly total: number;
  /** Seconds left in this stage; null until there is something to go by. */
  readonly secondsLeft: number | null;
}

/** Tells how far a stage is, with the time left by the pace so far. */
export function watchStage(
  stage: LinkProgress['stage'],
  total: number,
  tell: ((progress: LinkProgress) => void) | undefined,
): (done: number) => void {
  const start = performance.now();
  return (done) => {
    const passed = (performance.now() - start) / 1000;
    const secondsLeft = done > 0 ? (passed / done) * Math.max(0, total - done) : null;
    tell?.({ stage, done, total, secondsLeft });
  };
}
