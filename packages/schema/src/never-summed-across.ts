/**
 * Dimensions that no sum of figures may cross, whatever a check or a question names: kilograms and pieces, offences and
 * suspects, totals and means, offences and victims, wholesale and retail. A check whose own field is one of them (a total
 * of the market levels) crosses that one on purpose.
 *
 * @example
 * ```ts
 * import { neverSummedAcross } from '@samenbeeld/schema';
 * neverSummedAcross // => ['unit', 'metric', 'stat', 'countUnit', 'level']
 * ```
 */
export const neverSummedAcross = ['unit', 'metric', 'stat', 'countUnit', 'level'] as const;
