import { notShown } from '@samenbeeld/schema';
import type { Column, TableRecord } from '../column.ts';
import { thresholds } from '../thresholds.ts';

const keyed = 4;

function lower(text: string): string {
  const folded = text.toLowerCase();
  return folded.length === text.length ? folded : text;
}

/** A cell as it may be quoted: on one line, and broken where quotes would be escaped. */
function pieces(text: string): readonly string[] {
  return text
    .split(/["\\\r\n\t]+/u)
    .map((piece) => lower(piece.replace(/\s+/gu, ' ').trim()))
    .filter((piece) => piece.length >= keyed);
}

/** Without the signs at its end: a comma or a bracket behind a text is none of it. */
const bareEnd = (text: string): string => text.replace(/[^\p{L}\p{N}]+$/u, '');

const inWord = /[\p{L}\p{N}]/u;

function within(text: string, at: number): boolean {
  return (
    at > 0 && at < text.length && inWord.test(text[at - 1] ?? '') && inWord.test(text[at] ?? '')
  );
}

/** How much of a piece stands at a place of a text: all of it, or the beginning of one that was cut short; else 0. */
function lengthAt(text: string, at: number, piece: string, shown: ReadonlySet<string>): number {
  let same = 0;
  while (same < piece.length && text[at + same] === piece[same]) same += 1;
  if (same === piece.length) return within(text, at + same) ? 0 : same;
  return same >= thresholds.personTextCut && !shown.has(bareEnd(piece.slice(0, same))) ? same : 0;
}

/**
 * Takes texts out of whatever is told: a function that puts "(not shown)" where one of them stands, whole or cut short. Some of
 * `shown`, with which one of them may begin, are no text that was cut.
 */
export function withholder(
  withheld: readonly string[],
  shown: readonly string[] = [],
): (text: string) => string {
  const whole = new Set(shown.flatMap(pieces).map(bareEnd));
  const byStart = new Map<string, string[]>();
  for (const piece of new Set(withheld.flatMap(pieces))) {
    const start = piece.slice(0, keyed);
    const known = byStart.get(start);
    if (known) known.push(piece);
    else byStart.set(start, [piece]);
  }
  if (byStart.size === 0) return (text) => text;
  return (text) => {
    const folded = lower(text);
    let kept = '';
    let from = 0;
    for (let at = 0; at + keyed <= folded.length; ) {
      const candidates = byStart.get(folded.slice(at, at + keyed));
      const length =
        candidates && !within(folded, at)
          ? candidates.reduce(
              (most, piece) => Math.max(most, lengthAt(folded, at, piece, whole)),
              0,
            )
          : 0;
      if (length === 0) at += 1;
      else {
        kept += text.slice(from, at) + notShown;
        at += length;
        from = at;
      }
    }
    return from === 0 ? text : kept + text.slice(from);
  };
}

/**
 * The same record with every text in it, however deep, put through a function; an entry whose key it changes is left out.
 * What stands under a key of `kept` stays as it is.
 */
export function throughout<T>(
  value: T,
  change: (text: string) => string,
  kept: ReadonlySet<string> = new Set(),
): T {
  if (typeof value === 'string') return change(value) as T;
  if (Array.isArray(value))
    return value.map((item: unknown) => throughout(item, change, kept)) as T;
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, item]: [string, unknown]) => {
      if (kept.has(key)) return [[key, item]];
      return change(key) === key ? [[key, throughout(item, change, kept)]] : [];
    }),
  ) as T;
}

const kindOfEntry: ReadonlySet<string> = new Set(['entry']);

/**
 * A table without the withheld cells: they are quoted nowhere, no code is written for one of them, and nothing is left of
 * what was seen in the cells.
 */
export function withoutCells(
  { columns, ...table }: TableRecord,
  hide: (text: string) => string,
): TableRecord {
  const hidden = columns.map(
    (column): Column => ({
      ...column,
      headings: column.headings.map(hide),
      evidence: [],
      entries: throughout(
        column.entries.map((entry) =>
          entry.entry !== 'reading'
            ? entry
            : {
                ...entry,
                crosswalks: entry.crosswalks.map((crosswalk) => ({
                  ...crosswalk,
                  rows: crosswalk.rows.filter(({ from }) => hide(from) === from),
                })),
              },
        ),
        hide,
        kindOfEntry,
      ),
    }),
  );
  return { ...throughout(table, hide), columns: hidden };
}
