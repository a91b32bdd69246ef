import { foldText, type Issue, ownValue } from '@samenbeeld/schema';
import type { StagedBinding } from './compile/binding.ts';
import type { Dictionary } from './compile/dictionary.ts';
import type { SourceDescription } from './description/description.ts';
import { legendOf } from './legend.ts';
import type { Repeated } from './repeated-keys.ts';
import { showable } from './screen-personal-data.ts';
import type { TableHead } from './stage/staged-table.ts';

const alike = (text: string): string => foldText(text).replace(/\s+/gu, ' ').trim();

/**
 * Where the lines around a table say otherwise of its marks than the description does (`legend`): a mark that means
 * something else now would be read as it was before. Nothing where the description keeps no legend, or the format has no
 * such lines.
 */
function legendIssues(
  { file, sheet, titles, footers }: TableHead,
  description: Pick<SourceDescription, 'legend' | 'file'>,
): readonly Issue[] {
  const kept = Object.entries(description.legend ?? {});
  if (kept.length === 0 || (titles === undefined && footers === undefined)) return [];
  const said = legendOf([...(titles ?? []), ...(footers ?? [])]);
  const issue = (rule: string, mark: string, message: string, repair: string): Issue => ({
    file,
    sheet,
    line: null,
    column: null,
    value: mark,
    rule,
    severity: 'warning',
    message,
    repair,
  });
  const changed = kept.flatMap(([mark, text]): Issue[] => {
    const now = said.get(mark)?.text;
    if (now !== undefined && alike(now) === alike(text)) return [];
    return now === undefined
      ? [
          issue(
            'legend.absent',
            mark,
            `the file no longer says what "${mark}" means; it was "${text}", and it is read as before`,
            `ask the publisher whether "${mark}" still means it; if nothing explains it any more, remove it from legend in ${description.file}`,
          ),
        ]
      : [
          issue(
            'legend.changed',
            mark,
            `"${mark}" meant "${text}", and this file says "${now}": it is still read as before`,
            `correct what "${mark}" means under missingValues, zeroValues or flags, and under legend, in ${description.file}; an edition that meant the other needs a description of its own`,
          ),
        ];
  });
  const added = [...said.values()].flatMap(({ mark, text }): Issue[] =>
    ownValue(description.legend, mark) === undefined
      ? [
          issue(
            'legend.new',
            mark,
            `the file says what "${mark}" means ("${text}"), and the description does not know it`,
            `say what "${mark}" means under missingValues, zeroValues or flags, and under legend, in ${description.file}`,
          ),
        ]
      : [],
  );
  return [...changed, ...added];
}

type Told = Pick<Issue, 'rule' | 'message' | 'repair'> &
  Partial<Pick<Issue, 'line' | 'column' | 'value' | 'severity'>>;

/** Codes without an exact counterpart, one note each. */
function codeNotes({ texts }: StagedBinding, dictionary: Dictionary): readonly Told[] {
  return dictionary.dimensions.flatMap(({ at, bound }) =>
    [...(dictionary.meanings.get(at) ?? [])].flatMap(([text, meaning]): Told[] => {
      if (!('note' in meaning) || meaning.note === undefined) return [];
      const seen = texts.get(bound.column.index)?.seen.get(text);
      if (!seen || showable(text) === null) return [];
      return [
        {
          line: seen.line,
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
  { columns, slots, texts }: StagedBinding,
  { corrections }: SourceDescription,
): readonly Told[] {
  return corrections.flatMap(({ column, from, to, reason }): Told[] => {
    const bound =
      columns.find(({ rule }) => rule.header === column) ??
      slots.find(({ heading }) => heading === column);
    const seen = bound && texts.get(bound.column.index)?.seen.get(from);
    if (!seen) return [];
    return [
      {
        line: seen.line,
        column: bound.shown,
        value: from,
        rule: 'correction.applied',
        message: `read as "${to}" (${seen.rows} row${seen.rows > 1 ? 's' : ''}): ${reason}`,
        repair: 'none needed; the cell is kept as it stands',
      },
    ];
  });
}

/** Rows that say the same in every cell may be one row delivered twice. */
function repeatedRows({ count, lines }: Repeated['rows'][number]): readonly Told[] {
  const [first] = lines;
  if (first === undefined) return [];
  const shown = `${lines.join(', ')}${count > lines.length ? ', …' : ''}`;
  return [
    {
      line: first,
      severity: 'warning',
      rule: 'row.repeated',
      message: `${count} row${count > 1 ? 's repeat' : ' repeats'} an earlier one in every cell (line ${shown})`,
      repair: 'ask the publisher whether they are separate; both are kept',
    },
  ];
}

function roundedValues({ facts }: StagedBinding): readonly Told[] {
  const { count, line } = facts.rounded;
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
  binding: StagedBinding,
  dictionary: Dictionary,
  description: SourceDescription,
  repeated: Repeated['rows'][number],
): readonly Issue[] {
  const { table } = binding;
  const told = [
    ...codeNotes(binding, dictionary),
    ...correctionNotes(binding, description),
    ...roundedValues(binding),
    ...repeatedRows(repeated),
  ];
  return [
    ...table.notes,
    ...legendIssues(table, description),
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
