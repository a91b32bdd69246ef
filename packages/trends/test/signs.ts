import { type Finding, languages } from '@samenbeeld/schema';
import { expect } from 'vitest';

/** The words of each verdict, by language in the order nl, fr, de, en; none of another verdict may stand in the first sentence. */
export type Marks = Readonly<Record<string, readonly [RegExp, RegExp, RegExp, RegExp]>>;

/** The first sentence of a finding: verdicts speak there. */
export function firstSentence(says: string): string {
  return says.split(/(?<=[^\d])\. (?=[A-ZÀ-Ý])/)[0] ?? '';
}

/** Each language carries the mark of the verdict and of no other. */
export function speaksOf(finding: Finding, verdict: string, marks: Marks): void {
  for (const [i, language] of (['nl', 'fr', 'de', 'en'] as const).entries()) {
    const first = firstSentence(finding.says[language]);
    const found = Object.keys(marks).filter((name) => marks[name]?.[i]?.test(first));
    expect(found, finding.says[language]).toEqual([verdict]);
  }
}

/** Nothing unfinished stands in a sentence, and controls are spoken of. */
export function isWhole({ says }: Finding, controls = true): void {
  for (const language of languages) {
    expect(says[language]).not.toMatch(/undefined|NaN|Infinity|\$\{| {2}|\[object/);
    // In German a value may well be null.
    if (language !== 'de') expect(says[language]).not.toMatch(/\bnull\b/);
    if (controls) expect(says[language]).toMatch(/controles|contrôles|Kontrollen|controls/);
  }
  // A no-break space before the high marks, in French only.
  expect(says.fr).not.toMatch(/[^\u00a0] ?[;%](?![\u00a0\d])|[^\u00a0]:|\S[;]/);
}

/** Estimate and interval lie on the side of the reference that the verdict names. */
export function liesOn(
  { estimate, interval }: Pick<Finding, 'estimate' | 'interval'>,
  side: -1 | 0 | 1,
  reference: number,
): void {
  if (interval) {
    expect(interval.low).toBeLessThanOrEqual(interval.high);
    if (side > 0) expect(interval.low).toBeGreaterThan(reference);
    else if (side < 0) expect(interval.high).toBeLessThan(reference);
    else {
      expect(interval.low).toBeLessThanOrEqual(reference);
      expect(interval.high).toBeGreaterThanOrEqual(reference);
    }
    if (estimate !== null) {
      const grain = 1e-9 * (1 + Math.abs(estimate));
      expect(estimate).toBeGreaterThanOrEqual(interval.low - grain);
      expect(estimate).toBeLessThanOrEqual(interval.high + grain);
    }
  }
  if (estimate !== null && side !== 0) expect((estimate - reference) * side).toBeGreaterThan(0);
}
