import { type Finding, paragraph, takes } from '@samenbeeld/schema';
import { optionsShape } from '../about.ts';
import {
  areasShape,
  type DisplacementAreas,
  type DisplacementDifference,
  type DisplacementDifferenceOptions,
  displacementDifference,
} from './displacement-difference.ts';
import { type DisplacementQuotient, displacementQuotient } from './displacement-quotient.ts';

/** The two measures of displacement side by side; the estimate and its interval are those of the difference. */
export interface Displacement extends Finding {
  readonly difference: DisplacementDifference;
  /** null where no buffer was given. */
  readonly quotient: DisplacementQuotient | null;
}

/**
 * How counts moved in a treated area and next to it, by the weighted difference and, with a buffer, by the quotient too.
 *
 * For one treated area, an area next to it and areas like them elsewhere. For a network of sites that may all be targets of
 * each other use `waterbed`. The difference holds with zeros and has an interval; the quotient is the older measure and is
 * read only where the treated area fell. See `displacementDifference` and `displacementQuotient` for their definitions.
 *
 * @throws RefusalError for kilograms or other measures, or a control that is a plausible target of displacement
 * @throws InputError as both of them
 * @example
 * ```ts
 * import { displacement } from '@samenbeeld/trends';
 * const [treated, control] = [{ before: 207, after: 110 }, { before: 308, after: 318 }];
 * const [buffer, bufferControl] = [{ before: 178, after: 157 }, { before: 150, after: 140 }];
 * const { estimate, difference, quotient } = displacement({ treated, control, buffer, bufferControl });
 * [estimate, difference.details.z?.toFixed(3), quotient?.estimate?.toFixed(4)] // => [-118, '-2.980', '0.2582']
 * ```
 */
export function displacement(
  areas: DisplacementAreas,
  options: DisplacementDifferenceOptions = {},
): Displacement {
  takes('displacement', ['areas', areas, areasShape], ['options', options, optionsShape]);

  const { treated, buffer, control } = areas;
  const difference = displacementDifference(areas, options);
  const quotient = buffer ? displacementQuotient(treated, buffer, control, options) : null;
  if (!quotient || !buffer) return { ...difference, kind: 'displacement', difference, quotient };
  const { label: _, ...unlabelled } = options;
  // What effort may explain is said once, at the end.
  const first = displacementDifference(areas, { ...options, controls: true });
  const second = displacementQuotient(treated, buffer, control, unlabelled);
  return {
    ...difference,
    kind: 'displacement',
    method: `${difference.method}; ${quotient.method}`,
    warnings: [...new Set([...difference.warnings, ...quotient.warnings])],
    says: paragraph(first.says, second.says),
    difference,
    quotient,
  };
}
