import type { JointTotal, MemberTotal } from './joint-total.ts';
import { expandPlace } from './places.ts';

/**
 * Whether there is a figure, be it contested or of services that each counted for themselves, rather than floors or nothing.
 *
 * @example
 * ```ts
 * import { hasFigure } from '@samenbeeld/schema';
 * hasFigure({ state: 'finds_only' }) // => false
 * ```
 */
export function hasFigure({ state }: Pick<MemberTotal, 'state'>): boolean {
  return state === 'reported' || state === 'undecided' || state === 'apart';
}

/**
 * Why the likeliest figure of a total, or of a member, is undecided: figures contradict each other (undecided), or only that
 * services each counted for themselves (apart), which contradicts nothing; null where it is not.
 *
 * @example
 * ```ts
 * import { openState } from '@samenbeeld/schema';
 * openState({ likely: 'undecided' }, [{ state: 'reported' }, { state: 'apart' }]) // => 'apart'
 * openState({ likely: 4776 }, [{ state: 'reported' }]) // => null
 * ```
 */
export function openState(
  { likely }: Pick<MemberTotal, 'likely'>,
  members: readonly Pick<MemberTotal, 'state'>[],
): 'undecided' | 'apart' | null {
  if (likely !== 'undecided') return null;
  const has = (one: MemberTotal['state']): boolean => members.some(({ state }) => state === one);
  return has('apart') && !has('undecided') ? 'apart' : 'undecided';
}

/**
 * The figure that a member of a total has together with others: the member has none by itself, and is not unreported.
 *
 * @example
 * ```ts
 * import { toldTogether } from '@samenbeeld/schema';
 * toldTogether({ together: [] }, 'NLVLI') // => null
 * ```
 */
export function toldTogether(
  { together }: Pick<JointTotal, 'together'>,
  place: string,
): MemberTotal | null {
  const holds = together.find(
    (entry) => hasFigure(entry) && expandPlace(entry.place).includes(place),
  );
  return holds ?? null;
}
