import { readFile, writeFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { type Decision, inFour, quoted, type Text, UsageError } from '@samenbeeld/schema';
import {
  type DecisionDraft,
  decisionLine,
  decisionLink,
  draftProblem,
  recordedForm,
} from './decision-line.ts';
import { appendDurably, makeFolder, syncPath } from './durable.ts';
import { withFileLock } from './file-lock.ts';
import {
  type DecisionsFile,
  decisionsFileNow,
  endOfFile,
  supersedesOther,
  supersedesUnknown,
} from './read-decisions.ts';
import { isSameVoice, ownHeads } from './standing-decisions.ts';
import { notRecorded, unwritable } from './unwritable.ts';

/** Decisions by what another may refer to, so that thousands can be checked against thousands. */
class RecordedDecisions {
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
  problemOf(draft: DecisionDraft, id: string): Text | null {
    if (this.#byId.has(id))
      return inFour(
        '{id} zegt hetzelfde',
        '{id} dit la même chose',
        '{id} sagt dasselbe',
        '{id} says the same',
        { id },
      );
    const { subject, kind, supersedes } = draft;
    if (supersedes === null) {
      const said = this.#bySubject.get(subject) ?? [];
      const standing = ownHeads(said, draft)
        .filter(({ verdict }) => verdict !== 'reopen')
        .at(-1);
      return standing
        ? inFour(
            'over {subject} besliste {id} ({verdict}): noem die onder "supersedes" om haar te vervangen',
            '{subject} est tranché par {id} ({verdict}) : nommez-la sous « supersedes » pour la remplacer',
            'über {subject} entschied {id} ({verdict}): unter „supersedes“ nennen, um sie zu ersetzen',
            '{subject} is decided by {id} ({verdict}): name it in "supersedes" to replace it',
            { subject: quoted(subject), id: standing.id, verdict: quoted(standing.verdict) },
          )
        : null;
    }
    const former = this.#byId.get(supersedes);
    if (!former) return supersedesUnknown(supersedes);
    if (former.subject !== subject || former.kind !== kind) return supersedesOther(former);
    const successor = this.#successors.get(supersedes);
    if (successor)
      return inFour(
        '{supersedes} is al vervangen door {id}: vervang die',
        '{supersedes} est déjà remplacée par {id} : remplacez celle-ci',
        '{supersedes} ist schon durch {id} ersetzt: diese ersetzen',
        '{supersedes} is already superseded by {id}: supersede that one instead',
        { supersedes, id: successor.id },
      );
    if (!isSameVoice(former, draft))
      return inFour(
        'ze vervangt {id}, die {role} nam: elke dienst vervangt alleen wat zij zelf zei; leg de uwe ernaast vast, zonder "supersedes"',
        'elle remplace {id}, prise par {role} : chaque service ne remplace que ce qu’il a dit lui-même ; enregistrez la vôtre à côté, sans « supersedes »',
        'sie ersetzt {id}, die {role} traf: jede Stelle ersetzt nur, was sie selbst gesagt hat; die eigene daneben festhalten, ohne „supersedes“',
        'it supersedes {id}, which {role} decided: each service replaces only what it said itself; record yours beside it, without "supersedes"',
        { id: former.id, role: `${former.role}${former.agency ? ` (${former.agency})` : ''}` },
      );
    return null;
  }
}

/**
 * Records a decision as one more line of a `decisions.jsonl`, on disk when the promise resolves. Its id is a hash of what
 * it says. Nothing is ever changed or removed: a later decision supersedes.
 *
 * A UsageError refuses an empty or unknown field, a role that looks like a person, a decision on what is already decided
 * without `supersedes`, one that supersedes what is unknown, of another subject, or already superseded.
 *
 * @example
 * ```ts
 * import { appendDecision, currentDecisions, readDecisions } from '@samenbeeld/store';
 * const { mkdtemp } = await import('node:fs/promises');
 * const { tmpdir } = await import('node:os');
 * const path = `${await mkdtemp(`${tmpdir()}/decisions-`)}/decisions.jsonl`;
 * const draft = { kind: 'conflict', subject: 'COC NLVLI 2021', verdict: 'keep c1', role: 'analyst', time: '2026-01-01T09:00:00Z', reason: 'counting authority', evidence: null, supersedes: null } as const;
 * const first = await appendDecision(path, draft);
 * await appendDecision(path, { ...draft, verdict: 'reopen', reason: 'new figures', supersedes: first.id });
 * (await readDecisions(path)).length // => 2
 * currentDecisions(await readDecisions(path)).size // => 0
 * ```
 */
export async function appendDecision(path: string, draft: DecisionDraft): Promise<Decision> {
  const [decision] = await appendDecisions(path, [draft]);
  return decision as Decision;
}

/**
 * Records many decisions in one go, as `appendDecision` does one: in their order, each also against those before it. All
 * are recorded or, where one is refused or the disk is full, none. Who records at the same moment waits.
 *
 * @param drafts the decisions, or what makes them from those recorded so far while no other process records
 * @example
 * ```ts
 * import { appendDecisions, readDecisions } from '@samenbeeld/store';
 * const { mkdtemp } = await import('node:fs/promises');
 * const { tmpdir } = await import('node:os');
 * const path = `${await mkdtemp(`${tmpdir()}/decisions-`)}/decisions.jsonl`;
 * const draft = { kind: 'conflict', verdict: 'keep c1', role: 'analyst', time: '2026-01-01T09:00:00Z', reason: 'counting authority', evidence: null, supersedes: null } as const;
 * await appendDecisions(path, ['COC NLVLI 2021', 'COC NLVLI 2022'].map((subject) => ({ ...draft, subject })));
 * (await readDecisions(path)).map(({ subject }) => subject) // => ['COC NLVLI 2021', 'COC NLVLI 2022']
 * ```
 */
export async function appendDecisions(
  path: string,
  drafts: readonly DecisionDraft[] | ((recorded: DecisionsFile) => readonly DecisionDraft[]),
): Promise<readonly Decision[]> {
  const refuse = (problem: Text | null): void => {
    if (problem !== null) throw new UsageError(notRecorded(problem));
  };
  const check = (given: readonly DecisionDraft[]): void => {
    for (const draft of given) refuse(draftProblem(draft));
  };
  if (typeof drafts !== 'function') {
    check(drafts);
    if (drafts.length === 0) return [];
  }
  const fail = (error: NodeJS.ErrnoException): never => {
    throw unwritable(error, path);
  };
  await makeFolder(dirname(resolve(path))).catch(fail);
  for (;;) {
    const done = await withFileLock(path, async (isHeld) => {
      const file = await decisionsFileNow(path);
      const given = typeof drafts === 'function' ? drafts(file) : drafts;
      check(given);
      const recorded = new RecordedDecisions(file.decisions);
      let { head } = file;
      const lines: string[] = [];
      const decisions = given.map((draft): Decision => {
        const decision = recordedForm(draft);
        refuse(recorded.problemOf(draft, decision.id));
        recorded.add(decision);
        lines.push(`${decisionLine(decision, head)}\n`);
        head = decisionLink(decision.id, head);
        return decision;
      });
      if (decisions.length === 0) return decisions;
      const before = await readFile(path).catch(() => Buffer.alloc(0));
      const start = before.length === 0 || before.at(-1) === 0x0a ? '' : '\n';
      // Whoever took the lock for one that was left behind goes first.
      if (!(await isHeld())) return null;
      await appendDurably(path, start + lines.join('')).catch(fail);
      await syncPath(dirname(path));
      // A folder that takes no other file keeps its decisions all the same.
      await writeFile(endOfFile(path), `${head}\n`, { mode: 0o600 }).catch(() => undefined);
      return decisions;
    });
    if (done !== null) return done;
  }
}
