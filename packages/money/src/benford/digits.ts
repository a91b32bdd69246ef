export type DigitTest = 'first' | 'second' | 'first_two';

/** What a test of digits is: its classes, how often Benford expects each, and Nigrini's limits of the mean absolute deviation. */
export interface DigitLaw {
  readonly classes: readonly number[];
  /** Share of each class; they add up to 1. */
  readonly expected: readonly number[];
  /** Upper ends of close, acceptable and marginally acceptable conformity (Nigrini 2012, table 7.1). */
  readonly limits: readonly [number, number, number];
  /** Numbers from which the test is advised. */
  readonly advised: number;
  /** The class of a number, by its digits ("1250" for 12.5). */
  classOf(digits: string): number;
}

const from = (low: number, high: number): readonly number[] =>
  Array.from({ length: high - low + 1 }, (_, at) => low + at);
const share = (leading: number): number => Math.log10(1 + 1 / leading);

/** Benford 1938: P(d) = log10(1 + 1/d), for two digits read as one number. */
export const digitLaws: Readonly<Record<DigitTest, DigitLaw>> = {
  first: {
    classes: from(1, 9),
    expected: from(1, 9).map(share),
    limits: [0.006, 0.012, 0.015],
    advised: 300,
    classOf: (digits) => Number(digits.charAt(0)),
  },
  second: {
    classes: from(0, 9),
    expected: from(0, 9).map((second) =>
      from(1, 9).reduce((sum, first) => sum + share(first * 10 + second), 0),
    ),
    limits: [0.008, 0.01, 0.012],
    advised: 300,
    classOf: (digits) => Number(digits.charAt(1) || 0),
  },
  first_two: {
    classes: from(10, 99),
    expected: from(10, 99).map(share),
    limits: [0.0012, 0.0018, 0.0022],
    advised: 1000,
    classOf: (digits) => Number(digits.slice(0, 2).padEnd(2, '0')),
  },
};

/**
 * The significant digits of a number, without sign, point, leading and closing zeros: "125" of 12.5, "" of 0. Of fourteen
 * digits, so that 0.7 + 0.1 begins with 8.
 */
export function significantDigits(value: number): string {
  const [digits = ''] = Math.abs(value).toExponential(13).split('e');
  return digits.replace('.', '').replace(/0+$/, '');
}
