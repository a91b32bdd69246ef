import { codeLists } from '@samenbeeld/ingest';
import { dependence } from './companions.ts';
import { alpha3Codes } from './iso3.ts';
import { measureOf } from './measures.ts';
import { labelsOf, shareOf } from './profile-column.ts';
import type { ColumnView, TableView } from './table-view.ts';
import type { Concept } from './vocabulary.ts';
import type { Weighed } from './weigh.ts';
import { writePlace } from './write-place.ts';

/** Columns that hold nothing where another of the same meaning does: SDMX gives labels a column of their own. */
function emptyBeside(
  columns: readonly ColumnView[],
): readonly (readonly [empty: ColumnView, beside: ColumnView])[] {
  return columns.flatMap((column) => {
    const top = column.meanings[0];
    if (!top || column.profile.filled > 0 || measureOf(column.profile.heading)) return [];
    const beside = columns.find(
      (other) =>
        other !== column &&
        other.profile.said > 0 &&
        other.meanings[0]?.concept === top.concept &&
        (other.meanings[0]?.heading?.score ?? 0) >= 0.6,
    );
    return beside ? [[column, beside] as const] : [];
  });
}

/** Meanings that a table has once: of several columns with it, one is taken. */
const once: readonly (readonly Concept[])[] = [
  ['period', 'date'],
  ['place', 'country'],
  ['substance'],
  ['offence', 'offenceKey'],
  ['unit'],
  ['flag'],
  ['note'],
  ['reference'],
];

/** Why a column gives way to another of the same meaning. */
export interface GivesWay {
  readonly ignore: string;
  readonly field: string | null;
  readonly decide: readonly string[];
}

/** A column after its rivals in the table have been looked at. */
export interface SettledColumn extends ColumnView {
  readonly gives?: GivesWay;
}

/** Figures whose heading names a measure: no code, whatever their digits look like. */
function isMeasure({ profile }: ColumnView): boolean {
  return shareOf(profile, profile.numbers.cells) > 0.8 && measureOf(profile.heading) !== null;
}

function first(view: ColumnView): Weighed | undefined {
  return view.meanings[0];
}

/** Part of the rows in which the column says something. */
function fullness({ profile }: ColumnView): number {
  return profile.rows > 0 ? profile.said / profile.rows : 0;
}

function resolvable(column: ColumnView): number {
  return first(column)?.content?.score ?? 0;
}

function isKey(column: ColumnView): boolean {
  const labels = labelsOf(column.profile).slice(0, 100);
  return (
    labels.filter((label) => /\d/.test(label) || label.length <= 3).length > labels.length * 0.8
  );
}

function givesWay(
  loser: ColumnView,
  winner: ColumnView,
  group: readonly Concept[],
  view: TableView,
): GivesWay | null {
  const relation = dependence(winner.profile, loser.profile);
  const name = `"${winner.profile.heading}"`;
  const keyed =
    first(winner)?.concept === 'offenceKey' &&
    loser.profile.words > 0 &&
    loser.profile.values.size < winner.profile.values.size * 8;
  if (group.includes('offence') && (keyed || relation === 'same' || relation === 'finer'))
    return {
      ignore: `the words of the key in ${name}, or a group of them`,
      field: null,
      decide: [],
    };
  if (group.includes('place')) {
    if (relation === 'same') {
      const named = labelsOf(winner.profile).every((label) => codeLists['places']?.has(label));
      if (named && !isKey(loser))
        return { ignore: `the place of ${name} in words`, field: null, decide: [] };
      const text = !isKey(loser) && view.record === 'observation';
      return text && isKey(winner)
        ? { ignore: '', field: 'placeNote', decide: [] }
        : { ignore: `the same place as in ${name}`, field: null, decide: [] };
    }
    if (relation === 'finer') return { ignore: `follows from ${name}`, field: null, decide: [] };
    return {
      ignore: `a second column of places beside ${name}`,
      field: null,
      decide: [`Both ${name} and "${loser.profile.heading}" hold places: which counts?`],
    };
  }
  if (relation === 'same') return { ignore: `says the same as ${name}`, field: null, decide: [] };
  if (relation === 'finer') return { ignore: `follows from ${name}`, field: null, decide: [] };
  if (group.includes('note') || group.includes('reference'))
    return { ignore: `a second column of ${group[0]} beside ${name}`, field: null, decide: [] };
  return {
    ignore: `a second column of ${group[0]} beside ${name}`,
    field: null,
    decide: [
      `Both ${name} and "${loser.profile.heading}" seem to hold the ${group[0]}: which counts?`,
    ],
  };
}

/** Part of the places that find a code: codes of the office as well as names. */
function solved({ profile }: ColumnView, { language, country }: TableView): number {
  const labels = labelsOf(profile).slice(0, 40);
  // Where names are all known, they are the better place: a person can read them.
  if (alpha3Codes(labels)) return 0.97;
  const writing = writePlace(labels, profile.heading, language, country);
  return writing.all > 0 ? writing.found / writing.all : 0;
}

/** Of rivals, the one that the cells support best: the finer, the one whose labels are known, the key of offences. */
function better(
  one: ColumnView,
  other: ColumnView,
  group: readonly Concept[],
  view: TableView,
): number {
  const key = (view: ColumnView): number => (first(view)?.concept === 'offenceKey' ? 1 : 0);
  if (group.includes('offence') && key(one) !== key(other)) return key(other) - key(one);
  const relation = dependence(one.profile, other.profile);
  if (relation === 'same' && group.includes('place'))
    return solved(other, view) - solved(one, view) || Number(isKey(other)) - Number(isKey(one));
  const full = fullness(one) - fullness(other);
  if (Math.abs(full) > 0.1) return full > 0 ? -1 : 1;
  if (relation === 'finer' && resolvable(one) > 0.2) return -1;
  if (relation === 'coarser' && resolvable(other) > 0.2) return 1;
  const known = resolvable(other) - resolvable(one);
  if (Math.abs(known) > 0.1) return known;
  return (first(other)?.confidence ?? 0) - (first(one)?.confidence ?? 0);
}

/** Settles which of several columns with one meaning is it, and what becomes of the others. */
export function settleColumns(
  columns: readonly ColumnView[],
  view: TableView,
): readonly SettledColumn[] {
  const gives = new Map<ColumnView, GivesWay>();
  for (const group of once) {
    const concepts = view.record === 'seizure' && group.includes('place') ? ['country'] : group;
    const rivals = columns.filter((column) => {
      const top = first(column);
      return (
        top !== undefined &&
        concepts.includes(top.concept) &&
        top.confidence >= (group.includes('offence') ? 0.35 : 0.5) &&
        column.profile.said > 0 &&
        !isMeasure(column)
      );
    });
    if (rivals.length < 2) continue;
    const [winner, ...losers] = [...rivals].sort((one, other) => better(one, other, group, view));
    if (!winner) continue;
    for (const loser of losers) {
      const found = givesWay(loser, winner, group, view);
      if (found) gives.set(loser, found);
    }
  }
  for (const [column, beside] of emptyBeside(columns))
    gives.set(column, {
      ignore: `empty, beside "${beside.profile.heading}"`,
      field: null,
      decide: [],
    });
  return columns.map((column) => {
    const found = gives.get(column);
    return found ? { ...column, gives: found } : column;
  });
}
