import type { Claim } from '../claim.ts';
import { say } from '../words.ts';
import type { Explanation } from './explanation.ts';

/** A find, an interim figure or one service's count is larger than the whole it belongs to. */
export function partExceedsWhole(whole: Claim, part: Claim): Explanation {
  return {
    type: 'part_exceeds_whole',
    computed: false,
    rests: [],
    text: say(
      {
        nl: '{part} ({who}) zou een deel zijn van {whole}, maar is meer.',
        fr: '{part} ({who}) devrait être une partie de {whole}, mais le dépasse.',
        de: '{part} ({who}) müsste ein Teil von {whole} sein, ist aber mehr.',
        en: '{part} ({who}) should be a part of {whole}, but is more.',
      },
      { part: part.value, whole: whole.value, who: { agencies: part.agencies } },
    ),
  };
}
