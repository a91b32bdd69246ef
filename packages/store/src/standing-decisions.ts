import type { Decision } from '@samenbeeld/schema';

/**
 * Kinds of which each role decides a subject for itself, so that two persons can be asked to agree. Of all other kinds each
 * service does.
 */
export const decidedByRole: ReadonlySet<Decision['kind']> = new Set(['same-seizure']);

/**
 * A role as it is told apart from others: capitals, blanks and marks make no second person.
 *
 * @example
 * ```ts
 * import { roleKey } from '@samenbeeld/store';
 * roleKey('Analyst,  port desk') === roleKey('analyst port desk') // => true
 * ```
 */
export function roleKey(role: string): string {
  return role
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\p{P}\p{Cf}]+/gu, ' ')
    .trim();
}

/** Kinds of which a later line replaces an earlier one, whoever recorded it. */
const decidedByAnyone: ReadonlySet<Decision['kind']> = new Set(['release', 'repair']);

/** Who decides: a role, and the service it says it belongs to. */
export type Voice = Pick<Decision, 'kind' | 'role' | 'agency'>;

/**
 * Whether two decisions of one kind are one voice, which may replace what it said: the same service, or the same role where one of
 * them names no service. Of two records each role is a voice of its own.
 */
export function isSameVoice(a: Voice, b: Voice): boolean {
  if (decidedByAnyone.has(a.kind)) return true;
  const isService = !decidedByRole.has(a.kind) && Boolean(a.agency) && Boolean(b.agency);
  return isService ? a.agency === b.agency : roleKey(a.role) === roleKey(b.role);
}

/** What a voice said last on its subject and nothing replaced, a `reopen` too, in the order given. */
export function ownHeads(
  decisions: readonly Decision[],
  voice: Voice & Pick<Decision, 'subject'>,
): readonly Decision[] {
  const replaced = new Set(decisions.map(({ supersedes }) => supersedes));
  return decisions.filter(
    (decision) =>
      decision.kind === voice.kind &&
      decision.subject === voice.subject &&
      !replaced.has(decision.id) &&
      isSameVoice(decision, voice),
  );
}

/**
 * The decisions on a subject that no other supersedes, `reopen` left out, in the order given; with a role, those of that
 * role.
 *
 * @example
 * ```ts
 * import { standingDecisions } from '@samenbeeld/store';
 * const first = { id: 'a', kind: 'same-seizure', subject: 'same x y', verdict: 'same', role: 'customs analyst', time: '2026-01-01', reason: 'container', evidence: null, supersedes: null } as const;
 * const second = { ...first, id: 'b', role: 'police analyst' };
 * standingDecisions([first, second], 'same-seizure', 'same x y').map(({ id }) => id) // => ['a', 'b']
 * standingDecisions([first, second], 'same-seizure', 'same x y', 'Police analyst').map(({ id }) => id) // => ['b']
 * ```
 */
export function standingDecisions(
  decisions: readonly Decision[],
  kind: Decision['kind'],
  subject: string,
  role?: string,
): readonly Decision[] {
  const replaced = new Set(decisions.map(({ supersedes }) => supersedes));
  return decisions.filter(
    (decision) =>
      decision.kind === kind &&
      decision.subject === subject &&
      decision.verdict !== 'reopen' &&
      !replaced.has(decision.id) &&
      (role === undefined || roleKey(decision.role) === roleKey(role)),
  );
}
