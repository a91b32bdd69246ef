import { type Issue, ownValue } from '@samenbeeld/schema';
import { type Binding, settleText } from './compile/binding.ts';
import type { Dictionary } from './compile/dictionary.ts';
import { problemAt, unfilledColumn } from './compile/problem-sql.ts';
import { showable } from './screen-personal-data.ts';
import type { TableHead } from './stage/staged-table.ts';

/** An item that was rejected, as the engine keeps it. */
export interface Rejected {
  readonly row_no: number;
  readonly line: number;
  readonly slot: number;
  readonly raw: string;
  readonly fate_rule: string;
  readonly problem_at: number;
  /** The cell of the dimension that has the problem, trimmed. */
  readonly cell: string | null;
}

interface Words {
  readonly message: string;
  readonly repair: string;
}

/** Two readings of a number such as 1.234. */
function ambiguous(cell: string, among: boolean): Words {
  const whole = cell.replace(/[.,]/, '');
  const decimal = cell.replace(',', '.');
  return among
    ? {
        message: `"${cell}" is a text among numbers of the spreadsheet, whose point says nothing of its mark: it is either ${whole} or ${decimal}`,
        repair: settleText,
      }
    : {
        message: `"${cell}" is either ${whole} or ${decimal}`,
        repair: 'declare decimalChar or groupChar for the column in the source description',
      };
}

function valueWords(rule: string, cell: string, binding: Binding<TableHead>, slot: number): Words {
  const mapping = binding.slots[slot]?.mapping;
  if (rule === 'number.ambiguous') return ambiguous(cell, Boolean(mapping?.decimalChar));
  if (rule === 'value.blank')
    return {
      message: 'the cell is empty, and the description does not say what that means',
      repair: 'fill the cell, or give the reason for "" under missingValues',
    };
  if (rule === 'unit.blank')
    return {
      message: `no unit is given for "${cell}"`,
      repair: binding.columns.some(({ rule }) => rule.mappings.some(({ to }) => to === 'unit'))
        ? 'fill the unit column'
        : 'write the unit beside the figure, such as kg; or state it under `set: { unit: … }` of the column',
    };
  if (rule === 'unit.unfit') {
    const metric = binding.slots[slot]?.sets['metric'];
    return {
      message: `the unit of "${cell}" measures something else than ${metric ?? 'the metric of the row'} does`,
      repair:
        'give the value column its own under `set: { metric: …, unit: … }`: it wins over columns of the row',
    };
  }
  if (rule === 'number.too-large')
    return {
      message: `"${cell}" is further from zero than a figure can be here: 1,000,000,000,000,000`,
      repair: 'correct the cell, or list it under missingValues with its reason',
    };
  if (rule === 'missing.contradicted')
    return {
      message: `"${cell}" is given, and the row says that the value is missing`,
      repair: 'empty one of the two cells',
    };
  if (rule === 'period.reversed')
    return {
      message: 'the period ends before it begins',
      repair: 'correct the first or the last day',
    };
  if (rule === 'period.invalid')
    return {
      message: `"${cell}" is not a day or period as the description expects it`,
      repair:
        'correct the cell, or the format in the column’s mapping; a row that is a total is left out under exclude',
    };
  const marks = [
    mapping?.groupChar ? `groups of three set off by "${mapping.groupChar}"` : 'no group marks',
    mapping?.as === 'integer' ? 'no decimals' : `a decimal "${mapping?.decimalChar ?? '.'}"`,
  ];
  return {
    message: `"${cell}" is not a number with ${marks.join(' and ')}`,
    repair: 'correct the cell, or list it under missingValues with its reason',
  };
}

/** What to do about an empty cell, by rule. */
const blankRepairs: Readonly<Record<string, string>> = {
  'claim.blank':
    'fill the cell; a row that `samenbeeld claims` proposed is nobody’s claim yet: confirm it with `samenbeeld claims TEXT --review --out SHEET.csv`',
  'field.blank':
    'fill the cell; or say under blank: what an empty cell means; or write `fill: down` where it means the label above; a row of totals is left out under `exclude`',
  'field.unlabelled':
    'state the label in the cell: the warning `cell.not-filled` says why it takes none from above',
};

/** What is said of a cell that is rejected and may not be shown, whatever the rule. */
export const withheldCell = 'the cell cannot be read; it looks like personal data and is not shown';

/** What is wrong with a rejected item, in words: file, line, column, cell, rule, repair. */
export function rejectedIssue(
  item: Rejected,
  binding: Binding<TableHead>,
  dictionary: Dictionary,
): Issue {
  const { table } = binding;
  const dimension = dictionary.dimensions[item.problem_at];
  const slot = binding.slots[item.slot];
  const cell = dimension ? item.cell : item.raw.trim();
  const number =
    dimension?.at ??
    dictionary[item.problem_at === problemAt.flag ? 'flags' : 'words'].get(slot?.name ?? '');
  const unfilled = unfilledColumn(item.problem_at);
  const blankRepair = ownValue(blankRepairs, item.fate_rule);
  const meaning = dictionary.meanings.get(number ?? -1)?.get(cell ?? '');
  const words: Words =
    meaning && 'rule' in meaning && meaning.rule === item.fate_rule
      ? meaning
      : unfilled !== null
        ? {
            message: `nothing fills ${unfilled} of this figure, and it may not be empty`,
            repair:
              'give it under `set:` of the value column, as a group of the fold, as a constant, or in a column that is there',
          }
        : blankRepair !== undefined
          ? {
              message: `the cell is empty, and ${dimension?.mapping.to} may not be`,
              repair: blankRepair,
            }
          : valueWords(item.fate_rule, cell ?? '', binding, item.slot);
  const value = showable(cell);
  const hidden = cell !== null && value === null;
  return {
    file: table.file,
    sheet: table.sheet,
    line: item.line,
    column: dimension?.bound.shown ?? slot?.shown ?? null,
    value,
    rule: item.fate_rule,
    severity: 'rejection',
    message: hidden ? withheldCell : words.message,
    repair: words.repair,
  };
}
