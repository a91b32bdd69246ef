import {
  type AppliedOverride,
  assertComparable,
  type Comparable,
  type Comparison,
  type JointTotal,
  RefusalError,
  refusalText,
} from '@samenbeeld/schema';

/** A joint total once the comparability guard has seen what it adds. */
export interface ComparableSum {
  readonly total: JointTotal;
  /** Why the sum was not made, or null. */
  readonly refusal: RefusalError | null;
  /** The recorded decisions without which it would not have been made. */
  readonly overrides: readonly AppliedOverride[];
}

/**
 * Lets a joint total stand only where the comparability guard lets its addends be put together. Where it refuses, the
 * floor is the largest addend, which always holds, and likely and highest are none; the cause names the dimension and
 * the decision that would make the sum. Where decisions make it, they are among the causes.
 *
 * @param records what is added: the governing claims, or the seizures counted once
 * @param addends the lowest of each, in the unit of the total
 */
export function comparableSum(
  total: JointTotal,
  records: readonly Comparable[],
  addends: readonly number[],
  comparison: Omit<Comparison, 'for'>,
): ComparableSum {
  try {
    const { overrides } = assertComparable(records, { ...comparison, for: 'sum' });
    const causes = overrides.map(({ says, decision: { subject } }) => ({
      kind: 'override' as const,
      place: null,
      text: says,
      subject,
    }));
    return {
      total: causes.length === 0 ? total : { ...total, causes: [...total.causes, ...causes] },
      refusal: null,
      overrides,
    };
  } catch (error) {
    if (!(error instanceof RefusalError)) throw error;
    const { reported, causes } = total;
    const lowest = reported.lowest === null ? null : Math.max(0, ...addends);
    const likely = typeof reported.likely === 'string' ? reported.likely : null;
    const { subject } = error;
    // Which pair to decide first tells nothing of a sum that is not made.
    const { stakes: _stakes, ...rest } = total;
    return {
      refusal: error,
      overrides: [],
      total: {
        ...rest,
        reported: { lowest, likely, highest: null },
        total: { atLeast: lowest, atMost: null },
        causes: [
          ...causes,
          {
            kind: 'not_comparable',
            place: null,
            text: error.says ?? refusalText(error, 'sum'),
            ...(subject !== null && { subject }),
          },
        ],
      },
    };
  }
}
