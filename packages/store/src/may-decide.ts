import type { Decision } from '@samenbeeld/schema';
import { roleKey } from './standing-decisions.ts';

/**
 * Whether a decision is one of a role that may decide in a picture: its role, or the code of its service, is named. Where no role is
 * named every role may. Releases are bound to their originators instead, and settling a damaged file decides on no figure.
 *
 * @param deciding roles, and codes of services, as the picture file names them
 * @example
 * ```ts
 * import { mayDecide } from '@samenbeeld/store';
 * const said = { kind: 'conflict', role: 'Analyst,  port desk', agency: 'NL_CUST' } as const;
 * mayDecide(['analyst, port desk'], said) // => true
 * mayDecide(['NL_CUST'], said) // => true
 * mayDecide(['magistrate', 'NL_OM'], said) // => false
 * ```
 */
export function mayDecide(
  deciding: readonly string[],
  { kind, role, agency }: Pick<Decision, 'kind' | 'role' | 'agency'>,
): boolean {
  if (deciding.length === 0 || kind === 'release' || kind === 'repair') return true;
  return deciding.some((one) => one === agency || roleKey(one) === roleKey(role));
}
