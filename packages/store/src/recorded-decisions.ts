import type { Decision } from '@samenbeeld/schema';
import type { DecisionDraft } from './decision-line.ts';
import { isSameVoice, ownHeads } from './standing-decisions.ts';

/** Decisions by what another may refer to, so that thousands can be checked against thousands. */
export class RecordedDecisions {
  readonly #byId = new Map<string, Decision>();
  readonly #bySubject = new Map<string, Decision[]>();
  readonly #successors = new Map<string, Decision>();

  constructor(decisions: readonly Decision[]) {
    for (const decision of decisions) this.add(decision);
  }

  add(decision: Decision): void {
    const { id, subject, supersedes } = decision;
    this.#byId.set(id, decision);
    const same = this.#bySubject.get(subject);
    if (same) same.push(decision);
    else this.#bySubject.set(subject, [decision]);
    if (supersedes !== null && !this.#successors.has(supersedes))
      this.#successors.set(supersedes, decision);
  }

  /** What keeps a decision from standing beside these; null where nothing does. */
  problemOf(draft: DecisionDraft, id: string): string | null {
    if (this.#byId.has(id)) return `${id} says the same`;
    const { subject, kind, supersedes } = draft;
    if (supersedes === null) {
      const said = this.#bySubject.get(subject) ?? [];
      const standing = ownHeads(said, draft)
        .filter(({ verdict }) => verdict !== 'reopen')
        .at(-1);
      return standing
        ? `"${subject}" is decided by ${standing.id} ("${standing.verdict}"): name it in "supersedes" to replace it`
        : null;
    }
    const former = this.#byId.get(supersedes);
    if (!former) return `it supersedes "${supersedes}", which is not recorded`;
    if (former.subject !== subject || former.kind !== kind)
      return `it supersedes ${former.id}, which is about ${former.kind} "${former.subject}"`;
    const successor = this.#successors.get(supersedes);
    if (successor)
      return `${supersedes} is already superseded by ${successor.id}: supersede that one instead`;
    if (!isSameVoice(former, draft))
      return `it supersedes ${former.id}, which "${former.role}"${former.agency ? ` of ${former.agency}` : ''} decided: each service replaces only what it said itself; record yours beside it, without "supersedes"`;
    return null;
  }
}
