/** What a person decided, and why. Append-only: a later decision supersedes, nothing is erased. */
export interface Decision {
  readonly id: string;
  readonly kind:
    | 'conflict'
    | 'same-seizure'
    | 'same-measure'
    | 'crosswalk'
    | 'correction'
    | 'override'
    | 'release'
    | 'ceiling';
  /**
   * Stable key of what is decided (a conflict's `key`, a ceiling's `key`, a pair of seizure ids). Labels and slips are
   * written as `parseCrosswalkDecision` and `parseCorrectionDecision` read them.
   */
  readonly subject: string;
  /** `keep <claim>`, `same`, `different`, `unsure`, `accept`, `reject`, or `reopen` to undo. */
  readonly verdict: string;
  /** A role, never a person ("analyst, Benelux secretariat"). */
  readonly role: string;
  /** ISO time, as given; no clock is read while building. */
  readonly time: string;
  readonly reason: string;
  readonly evidence: string | null;
  /** Id of the decision this one replaces. */
  readonly supersedes: string | null;
}
