import type { PairAtStake } from '@samenbeeld/merge';
import { UsageError } from '@samenbeeld/schema';

/**
 * The pairs that an option names: keys, which stay while others are decided; or numbers and ranges of the list that was just
 * shown ("1,4-6"). Throws UsageError for what names none.
 */
export function chosenPairs(
  option: string,
  text: string,
  shown: readonly PairAtStake[],
  all: readonly PairAtStake[],
): readonly PairAtStake[] {
  return text.split(',').flatMap((part): readonly PairAtStake[] => {
    const named = part.trim();
    const known = all.find(({ pair }) => pair.key === named || pair.key === `same ${named}`);
    if (known) return [known];
    const [first = '', last = first] = named.split('-');
    const [from, to] = [Number(first), Number(last)];
    const found = shown.slice(from - 1, to);
    if (/^\d+$/u.test(first) && /^\d+$/u.test(last) && from >= 1 && found.length === to - from + 1)
      return found;
    throw new UsageError(
      shown.length === 0
        ? `--${option} names "${named}", and there is no pair.`
        : `--${option} takes numbers of the list (1 to ${shown.length}), ranges, or keys of pairs, not "${named}".`,
    );
  });
}
