import type { Issue } from '@samenbeeld/schema';
import type { Binding } from './compile/binding.ts';
import { cellText } from './compile/cell-text.ts';
import type { Dictionary } from './compile/dictionary.ts';
import type { SourceDescription } from './description/description.ts';
import { showable } from './screen-personal-data.ts';

type Told = Pick<Issue, 'rule' | 'message' | 'repair'> &
  Partial<Pick<Issue, 'line' | 'column' | 'value' | 'severity'>>;

/** Codes without an exact counterpart, one note each. */
function codeNotes({ table }: Binding, dictionary: Dictionary): readonly Told[] {
  return dictionary.dimensions.flatMap(({ at, bound }) =>
    [...(dictionary.meanings.get(at) ?? [])].flatMap(([text, meaning]): Told[] => {
      if (!('note' in meaning) || meaning.note === undefined) return [];
      const row = table.rows.find(({ cells }) => cellText(cells[bound.column.index]) === text);
      if (!row || showable(text) === null) return [];
      return [
        {
          line: row.line,
          column: bound.shown,
          value: text,
          rule: 'crosswalk.not-exact',
          message: meaning.note,
          repair: "none needed; the source's own words are kept",
        },
      ];
    }),
  );
}

function correctionNotes(
  { columns, table }: Binding,
  { corrections }: SourceDescription,
): readonly Told[] {
  return corrections.flatMap(({ column, from, to, reason }): Told[] => {
    const bound = columns.find(({ rule }) => rule.header === column);
    const rows = table.rows.filter(
      ({ cells }) => cellText(cells[bound?.column.index ?? -1]) === from,
    );
    const [first] = rows;
    if (!first || !bound) return [];
    return [
      {
        line: first.line,
        column: bound.shown,
        value: from,
        rule: 'correction.applied',
        message: `read as "${to}" (${rows.length} row${rows.length > 1 ? 's' : ''}): ${reason}`,
        repair: 'none needed; the cell is kept as it stands',
      },
    ];
  });
}

/** Rows that say the same in every cell may be one row delivered twice. */
function repeatedRows({ table }: Binding): readonly Told[] {
  const seen = new Map<string, number>();
  const repeats: number[] = [];
  for (const { cells, line } of table.rows) {
    const key = cells.map((cell) => cell ?? '').join('\u001f');
    if (seen.has(key)) repeats.push(line);
    else seen.set(key, line);
  }
  const [first] = repeats;
  if (first === undefined) return [];
  const shown = `${repeats.slice(0, 5).join(', ')}${repeats.length > 5 ? ', …' : ''}`;
  return [
    {
      line: first,
      severity: 'warning',
      rule: 'row.repeated',
      message: `${repeats.length} row${repeats.length > 1 ? 's repeat' : ' repeats'} an earlier one in every cell (line ${shown})`,
      repair: 'ask the publisher whether they are separate; both are kept',
    },
  ];
}

function roundedValues({ table, slots }: Binding): readonly Told[] {
  let count = 0;
  let line = 0;
  for (const row of table.rows)
    for (const { column } of slots)
      if (/[.,]\d{13,}|e-/i.test(row.cells[column.index] ?? '')) {
        if (count === 0) line = row.line;
        count += 1;
      }
  return count === 0
    ? []
    : [
        {
          line,
          rule: 'value.rounded',
          message: `${count} value${count > 1 ? 's have' : ' has'} more than 12 decimals and ${count > 1 ? 'are' : 'is'} rounded to 12`,
          repair: 'none needed; the cell is kept as it stands',
        },
      ];
}

/** What a person may want to know about a table although nothing is wrong. */
export function noteIssues(
  binding: Binding,
  dictionary: Dictionary,
  description: SourceDescription,
): readonly Issue[] {
  const { table } = binding;
  const told = [
    ...codeNotes(binding, dictionary),
    ...correctionNotes(binding, description),
    ...roundedValues(binding),
    ...repeatedRows(binding),
  ];
  return [
    ...table.notes,
    ...told.map(
      (issue): Issue => ({
        file: table.file,
        sheet: table.sheet,
        line: null,
        column: null,
        value: null,
        severity: 'note',
        ...issue,
      }),
    ),
  ];
}
