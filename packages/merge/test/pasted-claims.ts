import { checkClaim } from '@samenbeeld/merge';
import type { Language, Observation } from '@samenbeeld/schema';
import { expect } from 'vitest';

/** Sentences of which something else may be said, with its source. */
const asked = [
  '7 ton cocaïne Zeeland 2023',
  '11500 kg cocaïne Vlissingen 2023',
  '2100 kg cocaine Vlissingen 2021',
  '8939 kg cocaine Vlissingen 2024',
  '7000 kg cocaine Vlissingen 2025',
  '4500 kg cocaine Vlissingen 2023',
  '4100 kg cocaine Vlissingen 2022',
  '10000 kg cocaine Vlissingen 2022',
];

/** What is offered with a source, pasted back in the language in which it was offered, stands; how many were pasted. */
export function pastedBack(
  published: readonly Observation[],
  spokenOf: (at: number) => readonly Language[],
): number {
  let pasted = 0;
  for (const [at, text] of asked.entries())
    for (const spoken of spokenOf(at)) {
      const offered = checkClaim(text, published, new Map()).mayBeSaid.map((one) => one[spoken]);
      for (const line of offered.filter((one) => / – /u.test(one))) {
        const { asItStands } = checkClaim(line, published, new Map(), spoken);
        expect([line, asItStands]).toEqual([line, true]);
        pasted += 1;
      }
    }
  return pasted;
}
