import {
  type Judgement,
  type RecordRef,
  replayJudgements,
  type Verdict,
} from '@samenbeeld/linkage';
import { type Decision, ownValue, type Seizure, type Text } from '@samenbeeld/schema';
import { roleKey } from '@samenbeeld/store';
import { recordsOf } from '../same-seizure/partition/record-pair.ts';
import { sayInFour } from '../words.ts';
import { type PairSubject, parsePairSubject } from './pair-subject.ts';
import type { LapsedJudgement } from './seizure-judgement.ts';

const letters = 'abcdefghijklmnop';

// FNV-1a of 64 bits (Fowler, Noll and Vo): to notice a change, not to hide anything.
const [offset, prime, size] = [0xcbf29ce484222325n, 0x100000001b3n, 64];

function hashOf(text: string): string {
  let hash = offset;
  for (const letter of text)
    hash = BigInt.asUintN(size, (hash ^ BigInt(letter.codePointAt(0) ?? 0)) * prime);
  return hash.toString(16).padStart(16, '0').slice(-12);
}

const written = /(?:^|; )seen ([a-p]{12}) ([a-p]{12})$/u;

/**
 * What one side of a pair says, as twelve letters: day, place, substance, weight and container, not the words around
 * them. Letters, so that nothing in a decision looks like somebody's number.
 */
function seizureFingerprint(rows: readonly Seizure[]): string {
  const said = rows
    .map(({ id, date, place, substance, quantity, unit, massBasis, containerKey }) =>
      JSON.stringify([id, date, place, substance, quantity, unit, massBasis, containerKey]),
    )
    .sort();
  return [...hashOf(said.join('\n'))].map((digit) => letters[Number.parseInt(digit, 16)]).join('');
}

/**
 * The evidence of a decision with what its two records say, so that a later build can tell whether they still say it.
 *
 * @param a rows of the first side of the subject
 * @param b rows of the second
 */
export function withSeen(
  evidence: string | null,
  a: readonly Seizure[],
  b: readonly Seizure[],
): string {
  const seen = `seen ${seizureFingerprint(a)} ${seizureFingerprint(b)}`;
  return evidence === null ? seen : `${evidence}; ${seen}`;
}

/** What the two records said when they were judged; null where a decision does not keep it. */
function readSeen(evidence: string | null): { readonly a: string; readonly b: string } | null {
  const [, a, b] = written.exec(evidence ?? '') ?? [];
  return a && b ? { a, b } : null;
}

/** Sides of pairs as linkage takes them: ids of seizures are unique whatever file they stand in. */
export const sideRef = (id: string): RecordRef => ({ table: 'seizure', id });

const verdicts: Readonly<Record<string, Verdict>> = {
  same: 'positive',
  different: 'negative',
  unsure: 'unsure',
  reopen: 'reopened',
};

/** A decision on two records as a judgement; roles that only differ in spelling are one. */
export function toJudgement(decision: Decision, { a, b }: PairSubject): Judgement {
  const { id, verdict, role, time, reason, evidence, supersedes } = decision;
  const seen = readSeen(evidence);
  return {
    id,
    a: sideRef(a),
    b: sideRef(b),
    verdict: ownValue(verdicts, verdict) ?? 'unsure',
    role: roleKey(role),
    time,
    reason,
    evidence,
    supersedes,
    ...(seen && { seen }),
  };
}

/** Decisions of kind `same-seizure` held against the records at hand. */
interface ReplayedDecisions {
  readonly applies: readonly Judgement[];
  readonly lapsed: readonly LapsedJudgement[];
}

/** Why a decision is not applied. */
const lapsedText = {
  gone: (records: string): Text =>
    sayInFour(
      '{records} staat niet (meer) in de gegevens',
      '{records} ne figure pas (ou plus) dans les données',
      '{records} steht nicht (mehr) in den Daten',
      '{records} is not, or no longer, in the data',
      { records },
    ),
  altered: (records: string): Text =>
    sayInFour(
      '{records} zegt nu iets anders dan toen dit werd beslist',
      '{records} dit autre chose qu’au moment de la décision',
      '{records} sagt jetzt etwas anderes als bei der Entscheidung',
      '{records} says something else now than when this was decided',
      { records },
    ),
  'not a pair': (): Text => ({
    nl: 'het onderwerp noemt geen twee meldingen',
    fr: 'l’objet ne nomme pas deux fiches',
    de: 'der Gegenstand nennt keine zwei Datensätze',
    en: 'the subject names no two records',
  }),
} as const;

/** Which decisions on pairs still apply to these records; `nameOf` names a record for a reader. */
export function replayDecisions(
  decisions: readonly Decision[],
  byId: ReadonlyMap<string, Seizure>,
  nameOf: (id: string) => string,
): ReplayedDecisions {
  const own = decisions.filter(({ kind }) => kind === 'same-seizure');
  const decisionOf = new Map(own.map((decision) => [decision.id, decision]));
  const replaced = new Set(own.map(({ supersedes }) => supersedes));
  const pairs = own.flatMap((decision) => {
    const pair = parsePairSubject(decision.subject);
    return pair ? [{ decision, pair }] : [];
  });
  const sides = new Set(pairs.flatMap(({ pair: { a, b } }) => [a, b]));
  const present = [...sides].flatMap((side) => {
    const rows = recordsOf(side).flatMap((id) => byId.get(id) ?? []);
    return rows.length === recordsOf(side).length
      ? [{ ...sideRef(side), fingerprint: seizureFingerprint(rows) }]
      : [];
  });
  const { applies, lapsed } = replayJudgements(
    pairs.map(({ decision, pair }) => toJudgement(decision, pair)),
    present,
  );
  const told = new Map<string, LapsedJudgement>();
  for (const one of lapsed) {
    const decision = decisionOf.get(one.judgement.id);
    if (!decision || one.kind === 'become one') continue;
    const records = one.kind === 'gone' ? one.missing : one.altered;
    const names = records
      .flatMap(({ id }) => recordsOf(id))
      .filter((id) => one.kind !== 'gone' || !byId.has(id))
      .map(nameOf)
      .join(', ');
    told.set(decision.id, { decision, because: one.kind, says: lapsedText[one.kind](names) });
  }
  for (const decision of own)
    if (
      !parsePairSubject(decision.subject) &&
      !replaced.has(decision.id) &&
      decision.verdict !== 'reopen'
    )
      told.set(decision.id, {
        decision,
        because: 'not a pair',
        says: lapsedText['not a pair'](),
      });
  return { applies, lapsed: own.flatMap(({ id }) => told.get(id) ?? []) };
}
