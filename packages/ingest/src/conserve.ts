import { type Conservation, InputError } from '@samenbeeld/schema';
import type { Binding } from './compile/binding.ts';
import { cellText } from './compile/cell-text.ts';
import { meets } from './compile/conditions.ts';
import type { Mapping, SourceDescription } from './description/description.ts';
import { decimalOf, exactDecimal } from './exact-decimal.ts';

/** Items of one table by fate and rule, as the engine counts them. */
export interface FateCount {
  readonly part: number;
  readonly fate: 'accepted' | 'excluded' | 'rejected';
  readonly fate_rule: string | null;
  readonly items: number;
}

/** An accepted item that has a value. */
export interface AcceptedValue {
  readonly part: number;
  readonly row_no: number;
  readonly slot: number;
  readonly unit: string;
}

/** Records of one file and unit, as they stand in the picture's table. */
export interface RecordSum {
  readonly file: string;
  readonly unit: string | null;
  readonly records: number;
  /** Decimal text; null where no record has a value. */
  readonly total: string | null;
}

/** What the engine says about the items and records of some tables. */
export interface Tally {
  readonly fates: readonly FateCount[];
  readonly values: readonly AcceptedValue[];
  readonly sums: readonly RecordSum[];
}

/** The raw cell of a value, with a named correction of it applied. */
function valueCell(item: AcceptedValue, binding: Binding, description: SourceDescription): string {
  const slot = binding.slots[item.slot];
  const row = binding.table.rows[item.row_no];
  const raw = row?.cells[slot?.column.index ?? -1] ?? '';
  if (description.corrections.length === 0) return raw;
  const text = (header: string): string => {
    const bound = binding.columns.find(({ rule }) => rule.header === header);
    return cellText(row?.cells[bound?.column.index ?? -1]) ?? '';
  };
  const correction = description.corrections.find(
    ({ column, from, where }) =>
      column === slot?.header &&
      raw.trim() === from &&
      Object.entries(where).every(([header, condition]) => meets(text(header), condition)),
  );
  return correction?.to ?? raw;
}

function countBy(
  fates: readonly FateCount[],
  fate: FateCount['fate'],
): Readonly<Record<string, number>> {
  const counts = new Map<string, number>();
  for (const { fate_rule, items, ...item } of fates)
    if (item.fate === fate && fate_rule !== null)
      counts.set(fate_rule, (counts.get(fate_rule) ?? 0) + items);
  return Object.fromEntries([...counts].sort(([a], [b]) => (a < b ? -1 : 1)));
}

const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);

/** Raw sums by unit, read from the cells and not from the engine. */
function rawSums(
  values: readonly AcceptedValue[],
  bindings: readonly Binding[],
  description: SourceDescription,
): ReadonlyMap<string, bigint> {
  const sums = new Map<string, bigint>();
  const known = new Map<Mapping, Map<string, bigint>>();
  for (const item of values) {
    const binding = bindings[item.part];
    const mapping = binding?.slots[item.slot]?.mapping;
    if (!binding || !mapping) continue;
    const cell = valueCell(item, binding, description);
    const cells = known.get(mapping) ?? new Map<string, bigint>();
    known.set(mapping, cells);
    const value = cells.get(cell) ?? exactDecimal(cell, mapping, description.language);
    cells.set(cell, value);
    sums.set(item.unit, (sums.get(item.unit) ?? 0n) + value);
  }
  return sums;
}

/** Throws where the parts do not add up: the reader, the description or this program has lost something. */
function assertConserved(conservation: Conservation): void {
  const { lines, items, accepted, excluded, rejected, records, quantities, file } = conservation;
  const kinds = lines.title + lines.header + lines.footer + lines.blank + lines.data;
  const problems = [
    kinds === lines.total ? null : `${lines.total} lines, but their kinds add up to ${kinds}`,
    accepted + excluded + rejected === items
      ? null
      : `${items} items, but their fates add up to ${accepted + excluded + rejected}`,
    accepted === records ? null : `${accepted} accepted items, but ${records} records`,
    ...quantities.map(({ unit, raw, records: made }) =>
      raw === made ? null : `the cells hold ${raw} ${unit}, the records ${made}`,
    ),
  ].filter((problem) => problem !== null);
  if (problems.length > 0)
    throw new InputError(`the file is not conserved: ${problems.join('; ')}`, {
      place: { file },
      repair: 'report this file and its description; nothing of it may be used until it adds up',
    });
}

/** What became of the lines and items of one file (all its tables), checked. */
export function conserve(
  file: string,
  parts: readonly number[],
  bindings: readonly Binding[],
  description: SourceDescription,
  tally: Tally,
  notes: number,
): Conservation {
  const here = parts.flatMap((part) => bindings[part] ?? []);
  const fates = tally.fates.filter(({ part }) => parts.includes(part));
  const unread = here.flatMap(({ table, slots }) =>
    table.rejects.map(({ rule }) => ({ rule, items: slots.length })),
  );
  const total = (fate: FateCount['fate']): number =>
    sum(fates.flatMap((count) => (count.fate === fate ? count.items : [])));
  const rejections = { ...countBy(fates, 'rejected') };
  for (const { rule, items } of unread) rejections[rule] = (rejections[rule] ?? 0) + items;
  const raw = rawSums(
    tally.values.filter(({ part }) => parts.includes(part)),
    bindings,
    description,
  );
  const sums = tally.sums.filter((each) => each.file === file);
  const line = (kind: keyof Conservation['lines']): number =>
    sum(here.map(({ table }) => table.lines[kind]));
  const conservation: Conservation = {
    file,
    source: description.id,
    sha256: here[0]?.table.sha256 ?? '',
    lines: {
      total: line('total'),
      title: line('title'),
      header: line('header'),
      footer: line('footer'),
      blank: line('blank'),
      data: line('data'),
    },
    rows: sum(here.map(({ table }) => table.rows.length + table.rejects.length)),
    items: sum(
      here.map(({ table, slots }) => (table.rows.length + table.rejects.length) * slots.length),
    ),
    accepted: total('accepted'),
    excluded: total('excluded'),
    rejected: total('rejected') + sum(unread.map(({ items }) => items)),
    exclusions: countBy(fates, 'excluded'),
    rejections,
    notes,
    records: sum(sums.map(({ records }) => records)),
    quantities: [...raw]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([unit, scaled]) => ({
        unit,
        raw: decimalOf(scaled),
        records: trimmed(sums.find((each) => each.unit === unit)?.total ?? '0'),
      })),
  };
  assertConserved(conservation);
  return conservation;
}

/** Decimal text without zeros at the end. */
function trimmed(text: string): string {
  return text.includes('.') ? text.replace(/\.?0+$/, '') : text;
}
