import type { Engine } from '@samenbeeld/engine';
import { type ColumnUse, detectPersonalData, type Issue } from '@samenbeeld/schema';
import type { Binding, BoundColumn } from './compile/binding.ts';
import { cellText } from './compile/cell-text.ts';
import type { Stage } from './compile/stage-table.ts';
import type { Parser } from './description/description.ts';
import type { ReadTable } from './read/table.ts';

const repair =
  'take the personal data out at the source and deliver the row again, or set screen: false for a column that cannot hold any';

/** The first detector that a text sets off, or null. */
export function detectorOf(text: string, column: ColumnUse): string | null {
  return detectPersonalData(text, { column })[0]?.detector ?? null;
}

/** A text that may be shown: unchanged, or null where a detector goes off. */
export function showable(text: string | null): string | null {
  return text === null || detectorOf(text, 'free-text') !== null ? null : text;
}

const figures: ReadonlySet<Parser> = new Set<Parser>(['integer', 'number', 'hash']);

/** What a column is for; null where it is not looked at. References and container numbers are kept as hashes only. */
function useOf({ rule, column }: BoundColumn, { rows }: ReadTable): ColumnUse | null {
  if (!rule.screen) return null;
  const kinds = rule.mappings.filter(({ screen }) => screen).map(({ as }) => as);
  if (rule.ignore === null && kinds.every((as) => as === 'hash')) return null;
  if (kinds.some((as) => as === 'string' || as === 'quantity')) return 'free-text';
  if (kinds.includes('code')) return 'code';
  if (kinds.some((as) => !figures.has(as))) return 'free-text';
  const words = rows.some(({ cells }) => /\p{L}/u.test(cells[column.index] ?? ''));
  return words && rule.ignore !== null ? 'free-text' : 'number';
}

/** Figures that are nobody's number: too short, or with one decimal mark. */
const plainFigure = /^(?:[\d.,' \u00a0\u202f+-]{1,10}|-?\d{1,9}[.,]\d+)$/u;

/** The rows of a table that hold what looks like personal data, and an issue for each; the value is never shown. */
export function screenRows(binding: Binding): {
  readonly rows: ReadonlyMap<number, string>;
  readonly issues: readonly Issue[];
} {
  const { table } = binding;
  const rows = new Map<number, string>();
  const issues: Issue[] = [];
  const columns = [
    ...binding.columns.map((bound) => ({ ...bound, use: useOf(bound, table) })),
    ...binding.slots.flatMap((slot) =>
      slot.header === null ? { ...slot, use: 'number' as const } : [],
    ),
  ];
  for (const { column, shown, use } of columns) {
    if (use === null) continue;
    const known = new Map<string, string | null>();
    for (const [index, row] of table.rows.entries()) {
      const text = cellText(row.cells[column.index]);
      if (text === null || (use === 'number' && plainFigure.test(text))) continue;
      let detector = known.get(text);
      if (detector === undefined) {
        detector = detectorOf(text, use);
        known.set(text, detector);
      }
      if (detector === null) continue;
      if (!rows.has(index)) rows.set(index, detector);
      issues.push({
        file: table.file,
        sheet: table.sheet,
        line: row.line,
        column: shown,
        value: null,
        rule: `personal-data.${detector}`,
        severity: 'rejection',
        message: `looks like personal data (${detector}); the whole row is kept out and the value is not shown`,
        repair,
      });
    }
  }
  return { rows, issues };
}

/** Notes the quarantined rows in the engine: their numbers and the detector, nothing else. */
export async function stageQuarantine(
  engine: Engine,
  stage: Stage,
  rows: ReadonlyMap<number, string>,
): Promise<void> {
  await engine.insert(
    stage.quarantine,
    [
      { name: 'row_no', type: 'INTEGER' },
      { name: 'detector', type: 'VARCHAR' },
    ],
    [...rows],
  );
}
