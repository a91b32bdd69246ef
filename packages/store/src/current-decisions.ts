import { type Decision, inEach, listed, quoted, wrongUse } from '@samenbeeld/schema';
import { decidedByRole } from './standing-decisions.ts';

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function byTime(heads: readonly Decision[]): readonly Decision[] {
  return [...heads].sort((a, b) => compare(a.time, b.time) || compare(a.id, b.id));
}

/**
 * Whether the service that decided is one whose figures it decided on.
 *
 * @example
 * ```ts
 * import { isOriginator } from '@samenbeeld/store';
 * const takenOn = [{ id: 'c1', name: 'C001', says: { agencies: 'NL_CUST' } }];
 * const decision = { id: 'a', kind: 'conflict', subject: 'COC NLVLI 2021', verdict: 'keep c1', role: 'analyst', agency: 'NL_CUST', takenOn, time: '2026-01-01', reason: 'count', evidence: null, supersedes: null } as const;
 * isOriginator(decision) // => true
 * isOriginator({ ...decision, agency: 'NL_OM' }) // => false
 * ```
 */
export function isOriginator({ agency, takenOn }: Decision): boolean {
  return (takenOn ?? []).some(({ says }) => says['agencies']?.split('+').includes(agency ?? ''));
}

const groundsOf = ({ takenOn }: Decision): string => JSON.stringify(takenOn ?? null);
const isOneVerdict = (heads: readonly Decision[]): boolean =>
  new Set(heads.map(({ verdict }) => verdict)).size === 1;

/** What holds of decisions on one subject: what all say, else what the originators of its figures say; null where these differ too. */
function inForce(heads: readonly Decision[]): Decision | null {
  const last = byTime(heads).at(-1) as Decision;
  // A decision on figures that have changed since contradicts nobody.
  const own = heads.filter(
    (head) => !(head.takenOn && last.takenOn) || groundsOf(head) === groundsOf(last),
  );
  const originators = own.filter(isOriginator);
  const voices = isOneVerdict(own) ? own : originators;
  return voices.length > 0 && isOneVerdict(voices) ? (byTime(voices).at(-1) as Decision) : null;
}

/** The decisions on each subject and kind that no other supersedes, `reopen` left out. */
function headsOf(
  decisions: readonly Decision[],
  kind?: Decision['kind'],
): readonly (readonly Decision[])[] {
  const replaced = new Set(decisions.map(({ supersedes }) => supersedes));
  const heads = new Map<string, Decision[]>();
  for (const decision of decisions) {
    const undone = decision.verdict === 'reopen' && decision.supersedes !== null;
    if (replaced.has(decision.id) || undone || (kind && decision.kind !== kind)) continue;
    heads.set(decision.subject, [...(heads.get(decision.subject) ?? []), decision]);
  }
  return [...heads].sort(([a], [b]) => compare(a, b)).map(([, found]) => found);
}

/**
 * The decision in force for each subject: the one that none supersedes. A `reopen` leaves its subject without one. The
 * order of the list does not matter. Where services decide differently on the same figures, what the originator of one of these
 * figures says is in force, else none is (`disagreements` names them). Pairs of records are judged by `judgeSeizures`.
 *
 * Without a kind, a subject decided under two kinds is a UsageError.
 *
 * @example
 * ```ts
 * import { currentDecisions } from '@samenbeeld/store';
 * const first = { id: 'a', kind: 'conflict', subject: 'COC NLVLI 2021', verdict: 'keep c1', role: 'analyst', time: '2026-01-01', reason: 'count', evidence: null, supersedes: null } as const;
 * const undo = { ...first, id: 'b', verdict: 'reopen', supersedes: 'a' };
 * currentDecisions([first]).get('COC NLVLI 2021')?.id // => 'a'
 * currentDecisions([undo, first]).size // => 0
 * currentDecisions([first, { ...first, id: 'c', verdict: 'keep c2', role: 'magistrate' }]).size // => 0
 * ```
 */
export function currentDecisions(
  decisions: readonly Decision[],
  kind?: Decision['kind'],
): ReadonlyMap<string, Decision> {
  const current: [string, Decision][] = [];
  for (const found of headsOf(decisions, kind)) {
    const [{ subject }] = found as [Decision];
    const kinds = [...new Set(found.map((decision) => decision.kind))].sort();
    if (kinds.length > 1)
      throw wrongUse(
        '{subject} is beslist als {kinds}: vraag naar één soort.',
        '{subject} est tranché comme {kinds} : demandez une seule sorte.',
        '{subject} ist als {kinds} entschieden: Fragen Sie nach einer Art.',
        '{subject} is decided as {kinds}: ask for one kind.',
        {
          subject: quoted(subject),
          kinds: inEach((language) => listed(kinds, language)),
        },
      );
    const decision = inForce(found);
    if (decision) current.push([subject, decision]);
  }
  return new Map(current);
}

/**
 * Decisions on one subject that differ and of which none is in force, each group in the order given; those on pairs of records are
 * left out.
 *
 * @example
 * ```ts
 * import { disagreements } from '@samenbeeld/store';
 * const first = { id: 'a', kind: 'conflict', subject: 'COC NLVLI 2021', verdict: 'keep c1', role: 'analyst', time: '2026-01-01', reason: 'count', evidence: null, supersedes: null } as const;
 * disagreements([first, { ...first, id: 'c', verdict: 'keep c2', role: 'magistrate' }]).map((group) => group.map(({ id }) => id)) // => [['a', 'c']]
 * ```
 */
export function disagreements(decisions: readonly Decision[]): readonly (readonly Decision[])[] {
  const kinds = [...new Set(decisions.map(({ kind }) => kind))].sort();
  return kinds
    .filter((kind) => !decidedByRole.has(kind))
    .flatMap((kind) => headsOf(decisions, kind))
    .filter((heads) => inForce(heads) === null);
}
