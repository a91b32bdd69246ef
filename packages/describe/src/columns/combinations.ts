import { saysTotal } from '../totals/total-words.ts';
import { measureOf } from './measures.ts';

/** Parts of persons that never overlap; ages may. */
const disjoint: ReadonlySet<string> = new Set(['nationality', 'sex']);

/**
 * Whether names are those of persons by two things at once, each label of one with each of the other ("Germans Male" to "Foreigners
 * Female"): nobody is counted twice, and nobody is left out.
 */
export function areCombinations(names: readonly string[]): boolean {
  const all = new Set(names.map((name) => name.trim()));
  const [first = ''] = all;
  const words = first.split(/\s+/u);
  if (![...all].every((name) => disjoint.has(measureOf(name)?.name ?? ''))) return false;
  return words.slice(1).some((_, at) => {
    const begin = words.slice(0, at + 1).join(' ');
    const end = words.slice(at + 1).join(' ');
    const ends = [...all].flatMap((name) =>
      name.startsWith(`${begin} `) ? name.slice(begin.length + 1) : [],
    );
    const begins = [...all].flatMap((name) =>
      name.endsWith(` ${end}`) ? name.slice(0, -end.length - 1) : [],
    );
    return (
      begins.length > 1 &&
      ends.length > 1 &&
      begins.length * ends.length === all.size &&
      ![...begins, ...ends].some((label) => saysTotal(label)) &&
      begins.every((one) => ends.every((other) => all.has(`${one} ${other}`)))
    );
  });
}
