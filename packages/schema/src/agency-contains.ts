import { agencies } from './codes/agencies.ts';

/**
 * Whether an agency is another one or holds it as a part or a team member. Figures of an agency and of a team that
 * contains it are rival counts of the same work and never add. Throws UsageError for an unknown code.
 *
 * @example
 * ```ts
 * import { agencyContains } from '@samenbeeld/schema';
 * agencyContains('NL_HARC', 'NL_CUST') // => true
 * agencyContains('NL_CUST', 'NL_HARC') // => false
 * ```
 */
export function agencyContains(whole: string, part: string): boolean {
  const [outer, inner] = [agencies.get(whole), agencies.get(part)];
  return outer.code === inner.code || outer.contains.some((code) => agencyContains(code, part));
}
