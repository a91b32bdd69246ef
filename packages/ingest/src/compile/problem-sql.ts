import type { SourceDescription } from '../description/description.ts';
import { fields } from '../fields.ts';
import type { Dictionary } from './dictionary.ts';

/** Where an item's problem is, where it is in no dimension. */
export const problemAt = { value: -1, personalData: -2, flag: -3, span: -4 } as const;

interface Problem {
  readonly at: number;
  readonly when: string;
  readonly rule: string;
}

/**
 * SQL of the rule and the place of a problem, out of the column `broken` that holds both: nearly all items have none,
 * so that looking for it once is half the work.
 */
export const brokenParts: { readonly rule: string; readonly at: string } = {
  rule: "substr(broken, position(':' in broken) + 1)",
  at: "cast(substr(broken, 1, position(':' in broken) - 1) as INTEGER)",
};

function dimensionProblems(
  description: SourceDescription,
  dictionary: Dictionary,
  cell: (header: string) => string,
  filled: ReadonlyMap<string, string>,
): readonly Problem[] {
  return dictionary.dimensions.flatMap(({ at: number, mapping, bound }, at) => {
    const text = cell(bound.rule.header);
    const field = fields[description.record][mapping.to];
    const own = filled.get(field?.columns[0] ?? '');
    const needed = mapping.required || (field?.required && mapping.to !== 'unit');
    const blank = needed && own;
    return [
      ...(number < 0
        ? []
        : [
            {
              at,
              when: `${text} is not null and d${at}.text is null`,
              rule: "'cell.unread'",
            },
            { at, when: `d${at}.problem is not null`, rule: `d${at}.problem` },
          ]),
      ...(blank ? [{ at, when: `${own} is null`, rule: "'field.blank'" }] : []),
    ];
  });
}

/**
 * SQL of the first rule an item breaks and where it does, as `place:rule`; NULL where it breaks none. In the order they
 * are named: its dimensions, its flags, its value, its unit.
 */
export function problemSql(
  description: SourceDescription,
  dictionary: Dictionary,
  cell: (header: string) => string,
  filled: ReadonlyMap<string, string>,
  value: {
    readonly missing: string;
    readonly problem: string;
    readonly unit: string;
    readonly flag: string | null;
  },
): string {
  const given = filled.get('missing');
  const problems: readonly Problem[] = [
    ...dimensionProblems(description, dictionary, cell, filled),
    ...(value.flag === null
      ? []
      : [{ at: problemAt.flag, when: `${value.flag} is not null`, rule: value.flag }]),
    {
      at: problemAt.value,
      when: `${value.missing} is null and ${value.problem} is not null`,
      rule: value.problem,
    },
    ...(given
      ? [
          {
            at: problemAt.value,
            when: `i.read_value is not null and ${given} is not null`,
            rule: "'missing.contradicted'",
          },
        ]
      : []),
    { at: problemAt.value, when: `${value.unit} is null`, rule: "'unit.blank'" },
  ];
  const cases = problems.map(({ when, at, rule }) => `when ${when} then '${at}:' || ${rule}`);
  return `case ${cases.join(' ')} end`;
}
