/** One thing that a decision was taken on, as it stood then: a claim, a definition, a declared break. */
export interface Ground {
  /** What it is told apart by: the id of the claim, definition or break. */
  readonly id: string;
  /** What people call it ("C086"). */
  readonly name: string;
  /** What it said, field by field ("value": "9650 kg"). */
  readonly says: Readonly<Record<string, string>>;
}

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
    | 'ceiling'
    | 'repair';
  /**
   * Stable key of what is decided (a conflict's `key`, a ceiling's `key`, a pair of seizure ids). Labels and slips are
   * written as `parseCrosswalkDecision` and `parseCorrectionDecision` read them.
   */
  readonly subject: string;
  /** `keep <claim>`, `same`, `different`, `unsure`, `accept`, `reject`, or `reopen` to undo. */
  readonly verdict: string;
  /** A role, never a person ("analyst, Benelux secretariat"). */
  readonly role: string;
  /** Code of the service the role belongs to ("NL_CUST"); absent where it does not say. */
  readonly agency?: string | null;
  /** Code of the frame of cooperation it was taken in ("HAZELDONK"); absent where it does not say. */
  readonly programme?: string | null;
  /**
   * Everything it was taken on, as it stood then; it lapses once one of these says something else, is gone, or has company.
   * Absent where it does not say.
   */
  readonly takenOn?: readonly Ground[] | null;
  /** ISO time, as given; no clock is read while building. */
  readonly time: string;
  readonly reason: string;
  readonly evidence: string | null;
  /** Id of the decision this one replaces. */
  readonly supersedes: string | null;
}
