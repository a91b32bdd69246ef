import {
  compareDecimal,
  convertQuantity,
  groupBy,
  languages,
  type Observation,
  type Text,
} from '@samenbeeld/schema';
import { alike, figureWords } from './figure-words.ts';

/** A figure that both releases state, in units that differ: the same amount, and not the same figure unless declared. */
export interface OtherUnit {
  readonly earlier: Observation;
  readonly later: Observation;
  readonly says: Text;
}

function sameAmount(a: Observation, b: Observation): boolean {
  if (a.value === null || b.value === null || a.unit === b.unit) return false;
  if (!alike(a.wording, b.wording)) return false;
  try {
    return compareDecimal(convertQuantity(a.value, a.unit, b.unit).value, b.value) === 0;
  } catch {
    // Units of unlike kinds, or unknown ones, have no value in each other.
    return false;
  }
}

/**
 * Pairs the figures that each release lacks where all but the unit agrees and the amounts are equal once converted; a
 * figure with more than one such counterpart stays unpaired. `figure` names a row without its unit.
 */
export function otherUnits(
  gone: readonly Observation[],
  come: readonly Observation[],
  figure: (row: Observation) => string,
): readonly OtherUnit[] {
  const byFigure = groupBy(come, figure);
  const pairs = gone.flatMap((earlier) =>
    (byFigure.get(figure(earlier)) ?? [])
      .filter((later) => sameAmount(earlier, later))
      .map((later) => ({ earlier, later })),
  );
  const single = ({ earlier, later }: (typeof pairs)[number]): boolean =>
    pairs.filter((pair) => pair.earlier === earlier || pair.later === later).length === 1;
  return pairs.filter(single).map(({ earlier, later }) => {
    const [before, after] = [figureWords(earlier), figureWords(later)];
    const says = languages.map((language) => [
      language,
      `${before[language]} = ${after[language]}`,
    ]);
    return { earlier, later, says: Object.fromEntries(says) as Text };
  });
}
