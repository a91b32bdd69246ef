import { type Condition, meets, type CellConditions as Where } from '@samenbeeld/ingest';
import type { Decision } from '@samenbeeld/schema';
import type { LabelUse } from '../label-use.ts';
import type { SlipUse } from './cell-use.ts';

/** The text of a row's cell by heading, trimmed. */
export type ReadCell = (header: string) => string;

function tester(condition: Condition): (text: string) => boolean {
  if ('texts' in condition) {
    const texts = new Set(condition.texts);
    return (text) => texts.has(text);
  }
  return (text) => meets(text, condition);
}

/** Conditions made ready to be asked of many rows. */
export function rowTest(where: Where): (read: ReadCell) => boolean {
  const tests = Object.entries(where).map(
    ([header, condition]) => [header, tester(condition)] as const,
  );
  return (read) => tests.every(([header, test]) => test(read(header)));
}

interface Counted {
  readonly label: string;
  cells: number;
  readonly file: string;
  readonly line: number | null;
}

/** Counts the labels of columns, each with its first place. */
export class CellCount {
  readonly #columns = new Map<string, Map<string, Counted>>();

  add(column: string, label: string, cells: number, file: string, line: number | null): void {
    let known = this.#columns.get(column);
    if (!known) {
      known = new Map();
      this.#columns.set(column, known);
    }
    const before = known.get(label);
    if (before) before.cells += cells;
    else known.set(label, { label, cells, file, line });
  }

  get result(): ReadonlyMap<string, ReadonlyMap<string, LabelUse>> {
    return this.#columns;
  }
}

/** Counts what the cells say that corrections are about. */
export class SlipCount {
  readonly #known = new Map<
    Decision,
    { rows: number; from: number; to: number; others: Set<string> }
  >();

  add(decision: Decision, text: string, from: string, to: string): void {
    let known = this.#known.get(decision);
    if (!known) {
      known = { rows: 0, from: 0, to: 0, others: new Set() };
      this.#known.set(decision, known);
    }
    known.rows += 1;
    if (text === from) known.from += 1;
    else if (text === to) known.to += 1;
    else if (known.others.size < 5) known.others.add(text);
  }

  get result(): ReadonlyMap<Decision, SlipUse> {
    return new Map(
      [...this.#known].map(([decision, { others, ...counts }]) => [
        decision,
        { ...counts, others: [...others].sort() },
      ]),
    );
  }
}
