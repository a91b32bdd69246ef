import type { Crosswalk, CrosswalkRow, Mapping } from './description.ts';

/** Whether a row of a crosswalk waits for a person: its note begins with "decide", as `describe` writes it. */
export function isUndecidedRow({ note }: CrosswalkRow): boolean {
  return /^decide\b/iu.test(note ?? '');
}

/** A crosswalk without the rows that wait for a person: they are evidence of nothing. */
export function decidedPart(crosswalk: Crosswalk): Crosswalk {
  return { ...crosswalk, rows: crosswalk.rows.filter((row) => !isUndecidedRow(row)) };
}

/** The row of a label that waits for a person, and for which no decision is recorded; undefined where there is none. */
export function undecidedRow(
  label: string,
  { crosswalk, decided = [], pad }: Mapping,
): CrosswalkRow | undefined {
  const text = pad === null ? label : label.padStart(pad, '0');
  if (decided.some(({ from }) => from === label || from === text)) return undefined;
  const row = crosswalk?.rows.find(({ from }) => from === text);
  return row && isUndecidedRow(row) ? row : undefined;
}
