import { readdir } from 'node:fs/promises';
import { isDeepStrictEqual } from 'node:util';
import { figureWords, parsePairSubject, recordsOfPair } from '@samenbeeld/merge';
import {
  type Conflict,
  type Decision,
  errorWords,
  type Finding,
  type Ground,
  type JointTotal,
  type Likely,
  type MemberTotal,
  type Observation,
  type Range90,
  type Seizure,
  type Text,
} from '@samenbeeld/schema';
import { openPicture, type Picture, repairPicture } from '@samenbeeld/store';
import {
  type BuiltState,
  builtState,
  type ConflictRow,
  type CountedInput,
  type DecisionRow,
  type FindingRow,
  type FoundValue,
  isBuilt,
} from './built-state.ts';

/** What a figure is of. Figures of different scope are never compared. */
export interface FigureScope {
  /** One place, or several joined by `+`. */
  readonly place: string;
  /** The area whose total it is, or is part of. */
  readonly complex: string;
  readonly period: string;
  readonly substance: string;
  readonly basis: string;
  readonly metric: string;
  readonly unit: string;
  readonly agencies: readonly string[] | null;
}

/** A figure of a picture as it stands: of an area, or of one port in it. */
export interface StandingFigure {
  readonly lowest: number | null;
  readonly likely: Likely;
  readonly highest: number | null;
  readonly interval90: Range90 | null;
  /** Of an area: what all of it together is at least and at most. */
  readonly atLeast: number | null;
  readonly atMost: number | null;
  readonly state: JointTotal['status'] | MemberTotal['state'];
  /** Places that report nothing. */
  readonly missing: readonly string[];
}

/** Why a figure moved: a record it rests on, a decision, or, where neither is known, an input that changed. */
export type FigureReason =
  | {
      readonly kind: 'record';
      readonly id: string;
      /** The record's own number ("C086"), or its id. */
      readonly name: string;
      /** `counts` and `set aside`: it was and is there, and one of the two figures does not rest on it. */
      readonly change: 'new' | 'gone' | 'changed' | 'counts' | 'set aside';
      readonly before: Text | null;
      readonly after: Text | null;
      readonly file: string;
      readonly line: number;
    }
  | {
      readonly kind: 'decision';
      readonly id: string;
      readonly change: DecisionChange['change'];
      readonly verdict: string;
    }
  | ({ readonly kind: 'input' } & InputChange);

/** A figure that moved, or that one of the two pictures has not. */
export interface FigureChange {
  /** The cell as decisions name it ("NLVLI COC seized_in_port quantity 2021"). */
  readonly cell: string;
  readonly scope: FigureScope;
  /** `not comparable`: of the same name, and of another unit, other places or services, or modelled where it was not. */
  readonly change: 'changed' | 'new' | 'gone' | 'not comparable';
  readonly before: StandingFigure | null;
  readonly after: StandingFigure | null;
  /** Unit before, where it is another. */
  readonly unitBefore: string;
  readonly isModelled: boolean;
  /** The first of them, decisions before records. */
  readonly because: readonly FigureReason[];
  /** How many there are. */
  readonly reasons: number;
}

/** How a contradiction stands; null where there is none. */
export type Standing = Exclude<Conflict['state'], 'apart'> | null;

/** A contradiction that appeared, went, or stands differently. */
export interface ContradictionChange {
  readonly subject: string;
  readonly scope: Pick<Conflict, 'place' | 'substance' | 'basis' | 'periodStart' | 'periodEnd'>;
  readonly before: Standing;
  /** As before where it stands as it did, between other claims. */
  readonly after: Standing;
  /** What is said of it now; of one that is gone, what was said. */
  readonly says: Text;
  readonly decision: string | null;
}

/** A decision that newly applies, or no longer does. */
export interface DecisionChange
  extends Pick<Decision, 'id' | 'kind' | 'subject' | 'verdict' | 'role' | 'agency' | 'time'> {
  readonly change: 'applies' | 'lapsed';
  /** What people call the claim that it keeps ("C086"). */
  readonly claim: string | null;
  /** Of one that no longer applies: what came of it; `other` where no more is known. */
  readonly because: 'replaced' | 'reopened' | 'vanished' | 'other' | null;
  /** The decision that replaced or reopened it, or that it replaces. */
  readonly by: string | null;
  /** What has changed since it was taken. */
  readonly says: Text | null;
}

/** An input that is new, gone, or holds other bytes. */
export interface InputChange {
  readonly source: string;
  readonly file: string;
  readonly change: 'new' | 'gone' | 'changed';
  /** How many records it gives, and gave; null where it is not there, or not told. */
  readonly records: { readonly before: number | null; readonly after: number | null };
}

/** An analysis that found something else, with its estimate and interval. */
export interface FindingChange {
  readonly finding: Pick<Finding, 'kind' | 'subject'> & { readonly unit: string };
  readonly before: FoundValue | null;
  readonly after: FoundValue | null;
}

/** What a built picture says otherwise than an earlier one. */
export interface Changes {
  /** The day the earlier picture is as of. */
  readonly since: string | null;
  readonly figures: readonly FigureChange[];
  readonly contradictions: readonly ContradictionChange[];
  /** Pairs of records to decide, that are new or gone, by their subject. */
  readonly pairs: { readonly new: readonly string[]; readonly gone: readonly string[] };
  readonly decisions: readonly DecisionChange[];
  readonly findings: readonly FindingChange[];
  readonly inputs: readonly InputChange[];
}

/** What changed since the picture that stood in a folder: it may have been the first, another picture's, or damaged. */
export type ChangesInFolder =
  | { readonly kind: 'first' }
  | { readonly kind: 'another picture'; readonly title: Text }
  | { readonly kind: 'unreadable'; readonly problem: Text }
  | ({ readonly kind: 'compared' } & Changes);

/** A figure with what it is of, what kind it is, and what it rests on. */
interface Cell {
  readonly name: string;
  readonly scope: FigureScope;
  readonly places: readonly string[];
  readonly isModelled: boolean;
  readonly figure: StandingFigure;
  readonly restsOn: ReadonlySet<string>;
  /** Subjects of decisions that may move it, as far as its cell names them. */
  readonly subjects: ReadonlySet<string>;
}

/** The records that a port's figure rests on, and those that contend for it. */
function recordsUnder(member: MemberTotal): readonly string[] {
  const { governing, combined, absorbed, finds, raisedBy = [], rivals, counted = [] } = member;
  return [
    // What finds add up to, and the sum of a table's parts, are named by their records.
    ...[governing ?? [], combined, absorbed, finds, raisedBy, rivals]
      .flat()
      .flatMap((id) => id.split(/[+ ]/u)),
    ...counted.flatMap(({ records }) => records),
  ];
}

function memberCell(total: JointTotal, member: MemberTotal): Cell {
  const { lowest, likely, highest, interval90 = null, state, subject, place } = member;
  const { complex, period, substance, basis, metric, unit, agencies } = total;
  return {
    name: subject,
    scope: { place, complex, period, substance, basis, metric, unit, agencies },
    places: place.split('+'),
    isModelled: total.method !== undefined,
    figure: {
      ...{ lowest, likely, highest, interval90, state },
      ...{ atLeast: null, atMost: null, missing: [] },
    },
    restsOn: new Set(recordsUnder(member)),
    subjects: new Set([subject]),
  };
}

/** The cell of an area, and those of its ports and of ports that are reported together. */
function cellsOf(total: JointTotal): { readonly whole: Cell; readonly parts: readonly Cell[] } {
  const { complex, period, substance, basis, metric, unit, agencies, ceilings } = total;
  const { lowest, likely, highest, interval90 = null } = total.reported;
  const members = [...total.members, ...total.together];
  const parts = members.map((member) => memberCell(total, member));
  const whole: Cell = {
    name: total.key,
    scope: { place: complex, complex, period, substance, basis, metric, unit, agencies },
    places: total.members.map(({ place }) => place),
    isModelled: total.method !== undefined,
    figure: {
      ...{ lowest, likely, highest, interval90, state: total.status, missing: total.missing },
      // Of events nothing holds without a model.
      ...(total.method ? { atLeast: null, atMost: null } : total.total),
    },
    restsOn: new Set([
      ...members.flatMap(recordsUnder),
      ...ceilings
        .filter(({ inUse }) => inUse)
        .flatMap(({ whole: top, parts: off }) => [top, ...off]),
    ]),
    subjects: new Set([
      total.key,
      ...members.map(({ subject }) => subject),
      ...ceilings.map(({ key }) => key),
      ...total.causes.flatMap(({ subject }) => subject ?? []),
      // The key of a contradiction begins with its subject.
      ...total.conflicts.flatMap((key) => key.split(' · ')[0] ?? []),
    ]),
  };
  return { whole, parts };
}

const isOneScope = (a: Cell, b: Cell): boolean =>
  isDeepStrictEqual(a.scope, b.scope) &&
  isDeepStrictEqual(a.places, b.places) &&
  a.isModelled === b.isModelled;

/** The figures that moved, each area's once; a port's own where that of its area did not move. */
function movedCells(
  before: readonly JointTotal[],
  after: readonly JointTotal[],
): readonly (readonly [Cell | undefined, Cell | undefined])[] {
  const earlier = new Map(before.map((total) => [total.key, cellsOf(total)]));
  const keys = new Set(after.map(({ key }) => key));
  const gone = [...earlier].filter(([key]) => !keys.has(key)).map(([, { whole }]) => whole);
  return [
    ...after.flatMap((total): readonly (readonly [Cell | undefined, Cell | undefined])[] => {
      const now = cellsOf(total);
      const then = earlier.get(total.key);
      if (!then) return [[undefined, now.whole]];
      if (!isOneScope(then.whole, now.whole)) return [[then.whole, now.whole]];
      if (!isDeepStrictEqual(then.whole.figure, now.whole.figure)) return [[then.whole, now.whole]];
      const parts = new Map(then.parts.map((part) => [part.name, part]));
      const names = new Set(now.parts.map(({ name }) => name));
      return [
        ...now.parts.map((part) => [parts.get(part.name), part] as const),
        ...then.parts
          .filter(({ name }) => !names.has(name))
          .map((part) => [part, undefined] as const),
      ].filter(([old, part]) => !isDeepStrictEqual(old?.figure, part?.figure));
    }),
    ...gone.map((cell) => [cell, undefined] as const),
  ];
}

function stated(record: Observation | Seizure): Text {
  if (record.kind === 'observation') return figureWords(record);
  const { quantity: value, unit, missing } = record;
  return figureWords({ value, unit, missing, wording: record.wording ?? 'unmarked' });
}

/** A record without where it was read: a file may have been sorted anew. */
function said({ origin: _origin, ...record }: Observation | Seizure): unknown {
  return record;
}

/** What a decision on a pair of records speaks of. */
function pairRecords(subject: string): readonly string[] {
  const pair = parsePairSubject(subject);
  return pair ? recordsOfPair(pair) : [];
}

type RecordsById = ReadonlyMap<string, Observation | Seizure>;

/** A record under a figure, then and now, and what became of it. */
interface Touched {
  readonly change: Extract<FigureReason, { readonly kind: 'record' }>['change'];
  readonly was: Observation | Seizure | undefined;
  readonly is: Observation | Seizure | undefined;
  readonly known: Observation | Seizure;
}

function touchedRecord(
  id: string,
  [then, now]: readonly [Cell | undefined, Cell | undefined],
  records: readonly [RecordsById, RecordsById],
): Touched | null {
  const [was, is] = [records[0].get(id), records[1].get(id)];
  const known = is ?? was;
  if (!known) return null;
  if (!was || !is) return { change: was ? 'gone' : 'new', was, is, known };
  if (!isDeepStrictEqual(said(was), said(is))) return { change: 'changed', was, is, known };
  const [counted, counts] = [then?.restsOn.has(id), now?.restsOn.has(id)];
  if (counted === undefined || counts === undefined || counted === counts) return null;
  return { change: counts ? 'counts' : 'set aside', was, is, known };
}

function recordReason({ change, was, is, known }: Touched): FigureReason {
  return {
    ...{ kind: 'record', id: known.id, name: known.reference ?? known.id, change },
    ...{ before: was ? stated(was) : null, after: is ? stated(is) : null },
    ...{ file: known.origin.file, line: known.origin.line },
  };
}

/** Of a figure of many records so many reasons are named; a person looks at the rest in the records. */
const reasonsNamed = 12;

function reasonsOf(
  then: Cell | undefined,
  now: Cell | undefined,
  found: {
    readonly records: readonly [RecordsById, RecordsById];
    readonly decisions: readonly DecisionChange[];
    readonly inputs: readonly InputChange[];
  },
): Pick<FigureChange, 'because' | 'reasons'> {
  const ids = new Set([...(then?.restsOn ?? []), ...(now?.restsOn ?? [])]);
  const subjects = new Set([...(then?.subjects ?? []), ...(now?.subjects ?? [])]);
  const decided = found.decisions
    .filter(
      ({ subject }) => subjects.has(subject) || pairRecords(subject).some((id) => ids.has(id)),
    )
    .map(({ id, change, verdict }): FigureReason => ({ kind: 'decision', id, change, verdict }));
  const touched = [...ids]
    .flatMap((id) => touchedRecord(id, [then, now], found.records) ?? [])
    .sort(({ known: { origin: a } }, { known: { origin: b } }) =>
      a.file === b.file ? a.line - b.line : a.file < b.file ? -1 : 1,
    );
  const own = touched.filter(({ change }) => change !== 'counts' && change !== 'set aside');
  const told = decided.length + own.length > 0 ? own : touched;
  const reasons = decided.length + told.length;
  if (reasons === 0) {
    const inputs = found.inputs.map((input): FigureReason => ({ kind: 'input', ...input }));
    return { because: inputs, reasons: inputs.length };
  }
  const named = told.slice(0, Math.max(0, reasonsNamed - decided.length)).map(recordReason);
  return { because: [...decided, ...named], reasons };
}

async function figureChanges(
  before: BuiltState,
  after: BuiltState,
  found: { readonly decisions: readonly DecisionChange[]; readonly inputs: readonly InputChange[] },
): Promise<readonly FigureChange[]> {
  const moved = movedCells(before.totals, after.totals);
  const ids = [
    ...new Set(moved.flatMap((pair) => pair.flatMap((one) => [...(one?.restsOn ?? [])]))),
  ];
  const records = [await before.records(ids), await after.records(ids)] as const;
  return moved.map(([then, now]): FigureChange => {
    const cell = (now ?? then) as Cell;
    const change =
      then && now ? (isOneScope(then, now) ? 'changed' : 'not comparable') : now ? 'new' : 'gone';
    return {
      ...{ cell: cell.name, scope: cell.scope, change, isModelled: cell.isModelled },
      ...{ before: then?.figure ?? null, after: now?.figure ?? null },
      unitBefore: (then ?? cell).scope.unit,
      ...(change === 'not comparable'
        ? { because: [], reasons: 0 }
        : reasonsOf(then, now, { ...found, records })),
    };
  });
}

/** The worst first: what a person must decide, what one did, what is explained. */
const standings: readonly Standing[] = ['undecided', 'decided', 'explained'];

interface Contradiction {
  readonly standing: Standing;
  readonly keys: readonly string[];
  readonly row: ConflictRow;
}

/** Contradictions by their subject, each as its worst pair of claims stands. */
function contradictionsOf(rows: readonly ConflictRow[]): ReadonlyMap<string, Contradiction> {
  const bySubject = new Map<string, ConflictRow[]>();
  for (const row of rows.filter(({ state }) => state !== 'apart'))
    bySubject.set(row.subject, [...(bySubject.get(row.subject) ?? []), row]);
  return new Map(
    [...bySubject].map(([subject, own]) => {
      const standing = standings.find((one) => own.some(({ state }) => state === one)) ?? null;
      const worst = own.filter(({ state }) => state === standing);
      const keys = worst.map(({ key }) => key).sort();
      return [subject, { standing, keys, row: worst[0] as ConflictRow }];
    }),
  );
}

function contradictionChanges(
  before: readonly ConflictRow[],
  after: readonly ConflictRow[],
): readonly ContradictionChange[] {
  const [earlier, later] = [contradictionsOf(before), contradictionsOf(after)];
  const changes = [...new Set([...later.keys(), ...earlier.keys()])].sort().flatMap((subject) => {
    const [then, now] = [earlier.get(subject), later.get(subject)];
    const isMoved =
      then?.standing !== now?.standing ||
      (now?.standing === 'undecided' && !isDeepStrictEqual(then?.keys, now.keys));
    const { row } = (now ?? then) as Contradiction;
    const { place, substance, basis } = row;
    const scope = {
      place,
      substance,
      basis,
      periodStart: row.period_start,
      periodEnd: row.period_end,
    };
    const change: ContradictionChange = {
      ...{ subject, scope, before: then?.standing ?? null, after: now?.standing ?? null },
      says: JSON.parse(row.explanation) as Text,
      decision: now?.row.decision ?? null,
    };
    return isMoved ? [change] : [];
  });
  const rank = ({ before: then, after: now }: ContradictionChange): number =>
    Math.min(...[then, now].filter((one) => one !== null).map((one) => standings.indexOf(one)));
  return changes.toSorted((a, b) => rank(a) - rank(b));
}

const isStanding = (row: DecisionRow): boolean => row.in_force && row.applies;

function decisionChanges(
  before: readonly DecisionRow[],
  after: readonly DecisionRow[],
): readonly DecisionChange[] {
  const stood = new Set(before.filter(isStanding).map(({ id }) => id));
  const stands = new Set(after.filter(isStanding).map(({ id }) => id));
  const now = new Map(after.map((row) => [row.id, row]));
  const told = ({ id, kind, subject, verdict, role, agency, time, taken_on }: DecisionRow) => {
    const grounds = taken_on ? (JSON.parse(taken_on) as readonly Ground[]) : [];
    const [, kept] = verdict.split(' ');
    const claim = grounds.find((ground) => ground.id === kept)?.name ?? null;
    return { id, kind, subject, verdict, claim, role, agency: agency ?? null, time };
  };
  const lapsed = before
    .filter(({ id }) => stood.has(id) && !stands.has(id))
    .map((row): DecisionChange => {
      const next = after.find(({ supersedes }) => supersedes === row.id);
      const found = now.get(row.id);
      return {
        ...told(row),
        change: 'lapsed',
        because: next
          ? next.verdict === 'reopen'
            ? 'reopened'
            : 'replaced'
          : found
            ? 'other'
            : 'vanished',
        by: next?.id ?? null,
        says: found?.changed ? (JSON.parse(found.changed) as Text) : null,
      };
    });
  const applying = after
    .filter(({ id }) => stands.has(id) && !stood.has(id))
    .map((row): DecisionChange => {
      const by = row.supersedes ?? null;
      return { ...told(row), change: 'applies', because: null, by, says: null };
    });
  return [...lapsed, ...applying];
}

function inputChanges(
  before: readonly CountedInput[],
  after: readonly CountedInput[],
): readonly InputChange[] {
  const keyed = (inputs: readonly CountedInput[]) =>
    new Map(inputs.map((input) => [`${input.source} ${input.file}`, input]));
  const [earlier, later] = [keyed(before), keyed(after)];
  return [...new Set([...later.keys(), ...earlier.keys()])].sort().flatMap((key) => {
    const [then, now] = [earlier.get(key), later.get(key)];
    if (then?.sha256 === now?.sha256) return [];
    const { source, file } = (now ?? then) as CountedInput;
    const change = !then ? 'new' : !now ? 'gone' : 'changed';
    const records = { before: then?.records ?? null, after: now?.records ?? null };
    return [{ source, file, change, records }];
  });
}

function findingChanges(
  before: readonly FindingRow[],
  after: readonly FindingRow[],
): readonly FindingChange[] {
  const keyed = (rows: readonly FindingRow[]): ReadonlyMap<string, FindingRow> => {
    const seen = new Map<string, number>();
    return new Map(
      rows.map((row) => {
        const { kind, subject, unit, method, definition } = row;
        const key = JSON.stringify([kind, subject, unit, method, definition]);
        seen.set(key, (seen.get(key) ?? 0) + 1);
        return [`${key} ${seen.get(key)}`, row];
      }),
    );
  };
  const [earlier, later] = [keyed(before), keyed(after)];
  const value = (row: FindingRow | undefined): FoundValue | null =>
    row ? { estimate: row.estimate, low: row.low, high: row.high } : null;
  return [...new Set([...later.keys(), ...earlier.keys()])].flatMap((key) => {
    const [then, now] = [earlier.get(key), later.get(key)];
    const { kind, subject, unit } = (now ?? then) as FindingRow;
    const change = { finding: { kind, subject, unit } as FindingChange['finding'] };
    return isDeepStrictEqual(value(then), value(now))
      ? []
      : [{ ...change, before: value(then), after: value(now) }];
  });
}

/**
 * What a built picture says otherwise than an earlier one: figures that moved, with what moved them as far as that is known;
 * contradictions that came, went or stand differently; decisions that lapsed or newly apply. A figure is compared with the
 * one of the very same scope; what was a number and is undecided now is undecided.
 */
export async function changesSince(before: BuiltState, after: BuiltState): Promise<Changes> {
  const decisions = decisionChanges(before.decisions, after.decisions);
  const inputs = inputChanges(before.inputs, after.inputs);
  return {
    since: before.asOf,
    figures: await figureChanges(before, after, { decisions, inputs }),
    contradictions: contradictionChanges(before.conflicts, after.conflicts),
    pairs: {
      new: [...after.pairs].filter((key) => !before.pairs.has(key)),
      gone: [...before.pairs].filter((key) => !after.pairs.has(key)),
    },
    ...{ decisions, inputs },
    findings: findingChanges(before.findings, after.findings),
  };
}

/** That nothing has changed since a picture of that day. */
export function unchangedSince(since: string | null): ChangesInFolder {
  const pairs = { new: [], gone: [] };
  return {
    ...{ kind: 'compared', since, figures: [], contradictions: [], pairs },
    ...{ decisions: [], findings: [], inputs: [] },
  };
}

/** Of a picture in a folder: what it says, or what is wrong with one that cannot be read. */
async function readState(
  folder: string,
): Promise<{ readonly picture: Picture; readonly state: BuiltState | null } | Error> {
  try {
    const picture = await openPicture(folder);
    try {
      return { picture, state: isBuilt(picture) ? await builtState(picture) : null };
    } catch (error) {
      await picture.close();
      throw error;
    }
  } catch (error) {
    // Damaged, or of another version: a build replaces it all the same.
    return error instanceof Error ? error : new Error(String(error));
  }
}

/** What a picture says otherwise than the one in the folder that it is about to replace, or why that cannot be said. */
export async function changesInFolder(folder: string, after: BuiltState): Promise<ChangesInFolder> {
  const isThere = (await repairPicture(folder)) !== 'absent';
  if (!isThere || (await readdir(folder)).length === 0) return { kind: 'first' };
  const before = await readState(folder);
  if (before instanceof Error) return { kind: 'unreadable', problem: errorWords(before) };
  const { picture, state } = before;
  try {
    const { name, title } = picture.metadata;
    if (state === null || name !== after.name) return { kind: 'another picture', title };
    return { kind: 'compared', ...(await changesSince(state, after)) };
  } finally {
    await picture.close();
  }
}
