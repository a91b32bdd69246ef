import { type Cut, timeMark } from './cut-heading.ts';
import { type Role, roleOf } from './heading-roles.ts';
import { measureOf } from './measures.ts';
import type { TableView } from './table-view.ts';

/** Headings built alike that measure the same: one fold. */
export interface Group {
  readonly cuts: readonly Cut[];
  readonly roles: readonly Role[];
}

/** Groups of headings whose parts stand in the same places; measures make groups of their own. */
export function foldGroups(cuts: readonly Cut[], view: TableView): readonly Group[] {
  const shapes = new Map<string, Cut[]>();
  for (const cut of cuts) {
    const marks = cut.parts
      .map((part, at) => (at % 2 === 1 || part === timeMark ? part : ''))
      .join('\u0001');
    // What follows from other figures ("Évolution 2022/2023") is no kind of them.
    const isDerived = cut.time !== null && Boolean(measureOf(cut.profile.heading)?.ignore);
    // A bare year says nothing that a word beside another could be told from.
    const isBare = cut.parts.every((part) => part === timeMark || part.trim() === '');
    const key = `${isDerived}|${isBare}|${cut.parts.indexOf(timeMark)}|${cut.parts.length}|${cut.time?.as ?? ''}${cut.time?.format ?? ''}|${marks}`;
    const others = shapes.get(key);
    if (others) others.push(cut);
    else shapes.set(key, [cut]);
  }
  return [...shapes.values()].flatMap((alike): readonly Group[] => {
    const [first] = alike;
    if (!first) return [];
    const roles = first.parts.map((_, at) =>
      roleOf(
        alike.map(({ parts }) => parts[at] ?? ''),
        view,
      ),
    );
    const apart = roles.flatMap((role, at) => (role === 'measure' ? [at] : []));
    const sets = new Map<string, Cut[]>();
    for (const cut of alike) {
      const key = apart.map((at) => cut.parts[at]).join('\u0001');
      const others = sets.get(key);
      if (others) others.push(cut);
      else sets.set(key, [cut]);
    }
    return [...sets.values()].map((members) => ({
      cuts: members,
      roles: roles.map((role, at) =>
        role === 'measure'
          ? 'fixed'
          : new Set(members.map(({ parts }) => parts[at])).size > 1 || role !== 'fixed'
            ? role
            : 'fixed',
      ),
    }));
  });
}
