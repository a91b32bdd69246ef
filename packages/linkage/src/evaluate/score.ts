/** How well what was found agrees with what is true. A measure is null where it would divide by nothing. */
export interface Score {
  /** Found and true, found and not true, true and not found. */
  readonly tp: number;
  readonly fp: number;
  readonly fn: number;
  /** tp / (tp + fp) */
  readonly precision: number | null;
  /** tp / (tp + fn) */
  readonly recall: number | null;
  /** 2 tp / (2 tp + fp + fn) */
  readonly f1: number | null;
}

const share = (part: number, whole: number): number | null => (whole > 0 ? part / whole : null);

/** The measures from the counts. */
export function scoreOf(tp: number, fp: number, fn: number): Score {
  return {
    tp,
    fp,
    fn,
    precision: share(tp, tp + fp),
    recall: share(tp, tp + fn),
    f1: share(2 * tp, 2 * tp + fp + fn),
  };
}
