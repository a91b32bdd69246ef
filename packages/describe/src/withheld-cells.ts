import { detectPersonalData, notShown } from '@samenbeeld/schema';
import type { Geometry } from './geometry.ts';
import type { Guess } from './guess.ts';

function withoutQuotes<T>(guess: Guess<T>): Guess<T> {
  return { ...guess, reason: guess.reason.replace(/"[^"]*"|“[^”]*”/gu, '"…"'), alternatives: [] };
}

function shown(line: string): string {
  return detectPersonalData(line, { column: 'free-text' }).length > 0 ? notShown : line;
}

/**
 * A layout as it may be told: lines around the table that look like data of persons are withheld, and where the table
 * holds some, no reason quotes a cell of it.
 */
export function withheldCells(geometry: Geometry, hasPersons: boolean): Geometry {
  const told: Geometry = {
    ...geometry,
    titleLines: geometry.titleLines.map(shown),
    footerLines: geometry.footerLines.map(shown),
  };
  if (!hasPersons) return told;
  return {
    ...told,
    title: withoutQuotes(told.title),
    header: withoutQuotes(told.header),
    footer: withoutQuotes(told.footer),
    quote: told.quote && withoutQuotes(told.quote),
    notes: told.notes.map((note) => note.replace(/"[^"]*"|“[^”]*”/gu, '"…"')),
  };
}
