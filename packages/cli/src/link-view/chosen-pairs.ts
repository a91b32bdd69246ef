import type { PairAtStake } from '@samenbeeld/merge';
import { wrongUse } from '@samenbeeld/schema';

/** The pairs that can be named, and how. */
export interface NamedPairs {
  /** The pairs of the list as it is shown now. */
  readonly shown: readonly PairAtStake[];
  readonly all: readonly PairAtStake[];
  /** The number of each pair by its key; null where pairs go by key alone. */
  readonly numbers: ReadonlyMap<string, number> | null;
}

/**
 * The number of each pair by its key, in the order of the pairs as they are before anybody decided: a pair keeps its number
 * whatever is decided, as long as the files stay.
 *
 * @param undecided the pairs as though nothing were decided
 * @param all the pairs as they are
 */
export function pairNumbers(
  undecided: readonly PairAtStake[],
  all: readonly PairAtStake[],
): ReadonlyMap<string, number> {
  const keys = new Set([...undecided, ...all].map(({ pair }) => pair.key));
  return new Map([...keys].map((key, at) => [key, at + 1]));
}

/**
 * The pairs that an option names: keys; or numbers and ranges of the list ("1,4-6"). A number means a pair of the list or one
 * that was judged; a range those of the list. Throws UsageError for what names none.
 */
export function chosenPairs(
  option: string,
  text: string,
  { shown, all, numbers }: NamedPairs,
): readonly PairAtStake[] {
  const numberOf = ({ pair }: PairAtStake): number => numbers?.get(pair.key) ?? 0;
  const listed = shown.map(numberOf).sort((x, y) => x - y);
  return text.split(',').flatMap((part): readonly PairAtStake[] => {
    const named = part.trim();
    const known = all.find(({ pair }) => pair.key === named || pair.key === `same ${named}`);
    if (known) return [known];
    const [, first, last = first] = /^(\d+)(?:-(\d+))?$/u.exec(named) ?? [];
    if (first !== undefined && numbers === null)
      throw wrongUse(
        'Met --blind hebben paren geen nummers: --{option} vraagt hun sleutels, niet "{named}".',
        'Avec --blind, les paires n’ont pas de numéro : --{option} demande leurs clés, et non « {named} ».',
        'Mit --blind haben Paare keine Nummern: --{option} verlangt ihre Schlüssel, nicht „{named}“.',
        'With --blind pairs have no numbers: --{option} takes their keys, not "{named}".',
        { option, named },
      );
    const [from, to] = [Number(first), Number(last)];
    if (from >= 1 && from === to) {
      const one = all.find((pair) => numberOf(pair) === from);
      if (one && (listed.includes(from) || one.judged !== null)) return [one];
    } else if (from < to && listed.includes(from) && listed.includes(to))
      return shown
        .filter((pair) => numberOf(pair) >= from && numberOf(pair) <= to)
        .sort((x, y) => numberOf(x) - numberOf(y));
    throw shown.length === 0
      ? wrongUse(
          '--{option} noemt "{named}", en er is geen paar.',
          '--{option} nomme « {named} », et il n’y a aucune paire.',
          '--{option} nennt „{named}“, und es gibt kein Paar.',
          '--{option} names "{named}", and there is no pair.',
          { option, named },
        )
      : wrongUse(
          '--{option} vraagt nummers van de lijst ({first} tot {last}), reeksen of sleutels van paren, niet "{named}".',
          '--{option} demande des numéros de la liste ({first} à {last}), des plages ou des clés de paires, et non « {named} ».',
          '--{option} verlangt Nummern der Liste ({first} bis {last}), Bereiche oder Schlüssel von Paaren, nicht „{named}“.',
          '--{option} takes numbers of the list ({first} to {last}), ranges, or keys of pairs, not "{named}".',
          { option, named, first: String(listed[0]), last: String(listed.at(-1)) },
        );
  });
}
