import type { Cell } from './cell.ts';
import type { Claim } from './claim.ts';
import { anotherScope } from './explain/another-scope.ts';
import { cutoff } from './explain/cutoff.ts';
import type { Explanation, Rule } from './explain/explanation.ts';
import { relabelled } from './explain/relabelled.ts';
import { rounding } from './explain/rounding.ts';
import { slip } from './explain/slip.ts';
import { transposition } from './explain/transposition.ts';
import { otherAgency, unexplained } from './explain/unexplained.ts';
import { vintage } from './explain/vintage.ts';

/** From those that follow from other figures to "none". */
const rules: readonly Rule[] = [
  rounding,
  cutoff,
  vintage,
  transposition,
  slip,
  anotherScope,
  relabelled,
  otherAgency,
];

/**
 * The first explanation that fits why another claim differs from the governing one of its scope (joint total, rule 5);
 * `computed` where it follows from other figures, so that the governing claim may stand. A suspicion that does not
 * (a slip of a single digit) yields to an explanation that does.
 */
export function explainPair(
  governing: Claim,
  other: Claim,
  all: readonly Claim[],
  cell: Cell,
): Explanation {
  let suspected: Explanation | null = null;
  for (const rule of rules) {
    const found = rule(governing, other, all, cell);
    if (found?.computed) return found;
    suspected ??= found;
  }
  return suspected ?? unexplained(governing, other);
}
