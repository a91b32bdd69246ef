import { logOdds, posterior } from './em.ts';
import type { Evidence, Learnt } from './learn-model.ts';
import { mostRules } from './pattern.ts';
import type { Capture } from './prior.ts';

/** What each rule found, by the model its pass came to. */
export function capturesOf(
  evidence: Pick<Evidence, 'passes' | 'byPass'>,
  training: Learnt['training'],
  u: readonly (readonly number[])[],
): ReadonlyMap<number, Capture> {
  const captures = new Map<number, { found: number; also: Map<number, number> }>();
  for (const { pass, result, without, each } of training) {
    const rule = evidence.passes[pass]?.rule ?? 0;
    const capture = captures.get(rule) ?? { found: 0, also: new Map<number, number>() };
    captures.set(rule, capture);
    const patterns = evidence.byPass.find((one) => one.pass === pass)?.patterns ?? [];
    for (const { places, count, also = 0 } of patterns) {
      const same = each * count * posterior(logOdds(places, result.share, result.m, u, without));
      capture.found += same;
      for (let other = 0; other < mostRules; other++)
        if (Math.floor(also / 2 ** other) % 2 === 1)
          capture.also.set(other, (capture.also.get(other) ?? 0) + same);
    }
  }
  return captures;
}
