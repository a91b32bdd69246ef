import type { Marking } from './cell.ts';
import type { Drawn } from './draw.ts';
import { awaited, plainly } from './kernel.ts';
import { isRefused, type Refused } from './refused.ts';

/** Draws an answer; a refusal is handed on as it is. */
export function drawAnswer<A extends { readonly kind: string }>(
  name: string,
  given: A | Refused,
  make: (answer: A) => Promise<Drawn>,
): Promise<Drawn | Refused> {
  const made = async (): Promise<Drawn | Refused> => {
    try {
      return isRefused(given) ? given : await make(given);
    } catch (error) {
      const { marking, picture } = given as Partial<Record<'marking' | 'picture', Marking>>;
      throw plainly(error, (marking ?? picture)?.language);
    }
  };
  return awaited(`chart.${name}(…)`, made());
}
