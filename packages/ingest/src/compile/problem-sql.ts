import { dialect } from '@samenbeeld/engine';
import { type Metric, metrics, ownValue, unitFitsMetric, unitsOfMetric } from '@samenbeeld/schema';
import type { SourceDescription } from '../description/description.ts';
import { fields } from '../fields.ts';
import type { Dictionary } from './dictionary.ts';
import type { MeaningSql } from './meaning-sql.ts';

/** Where an item's problem is, where it is in no dimension. */
export const problemAt = {
  value: -1,
  personalData: -2,
  flag: -3,
  span: -4,
  unfilled: -10,
} as const;

/** Columns that no record may leave empty; the unit is looked at by itself. */
export function requiredColumns(record: SourceDescription['record']): readonly string[] {
  const needed = Object.values(fields[record]).filter(({ required }) => required);
  return [...new Set(needed.flatMap(({ columns }) => columns[0] ?? []))].filter(
    (column) => column !== 'unit',
  );
}

const anyRequired = [
  ...new Set([...requiredColumns('observation'), ...requiredColumns('seizure')]),
];

/** The column that nothing fills, by the place of the problem; null where the problem is another. */
export function unfilledColumn(at: number): string | null {
  return at > problemAt.unfilled ? null : (anyRequired[problemAt.unfilled - at] ?? null);
}

interface Problem {
  readonly at: number;
  readonly when: string;
  readonly rule: string;
}

/** Whether a column of the record, given as SQL, is NULL; asked of the codes where a dimension alone fills it. */
function isNullSql(meanings: readonly (MeaningSql | null)[], filled: string): string {
  for (const meaning of meanings) {
    const place = [0, 1, 2, 3, 4].find((each) => meaning?.value(each) === filled);
    if (meaning && place !== undefined) return meaning.isNull(place);
  }
  return `${filled} is null`;
}

/**
 * SQL of the rule and the place of a problem, out of the column `broken` that holds both: nearly all items have none,
 * so that looking for it once is half the work.
 */
export const brokenParts: { readonly rule: string; readonly at: string } = {
  rule: "substr(broken, position(':' in broken) + 1)",
  at: "cast(substr(broken, 1, position(':' in broken) - 1) as INTEGER)",
};

/** Whether every row must name its publication, as those of a claim sheet do. */
function isClaimSheet({ columns }: SourceDescription): boolean {
  return columns.some(({ mappings }) =>
    mappings.some(({ to, required }) => required && to === 'publication'),
  );
}

function dimensionProblems(
  description: SourceDescription,
  dictionary: Dictionary,
  meanings: readonly (MeaningSql | null)[],
  filled: ReadonlyMap<string, string>,
): readonly Problem[] {
  const blank = isClaimSheet(description) ? "'claim.blank'" : "'field.blank'";
  // Where a part narrows the year, the part's cell says first what is wrong; a year that it narrows to nothing is none.
  const hasPart = [
    ...dictionary.dimensions.map(({ mapping }) => mapping),
    ...description.folds.flatMap(({ groups }) => Object.values(groups)),
  ].some(({ to }) => to === 'periodPart');
  const isNarrowed = (to: string): boolean => hasPart && /^period(?:Start|End)?$/.test(to);
  const own = dictionary.dimensions.flatMap(({ mapping, bound }, at) => {
    const field = ownValue(fields[description.record], mapping.to);
    const meaning = meanings[at];
    const isPart = mapping.to === 'periodPart';
    const value = isPart ? meaning?.value(0) : filled.get(field?.columns[0] ?? '');
    const needed = isPart || mapping.required || (field?.required && mapping.to !== 'unit');
    return [
      ...(meaning ? [{ at, when: meaning.unread, rule: "'cell.unread'" }] : []),
      ...(meaning?.problem ? [{ at, ...meaning.problem }] : []),
      ...(needed && value && !isNarrowed(mapping.to)
        ? [
            {
              at,
              when: isNullSql(meanings, value),
              rule: bound.rule.fill === null ? blank : "'field.unlabelled'",
            },
          ]
        : []),
    ];
  });
  const narrowed = dictionary.dimensions.flatMap(({ mapping }, at) => {
    const meaning = meanings[at];
    const value = filled.get(ownValue(fields[description.record], mapping.to)?.columns[0] ?? '');
    if (!meaning || !value || !isNarrowed(mapping.to)) return [];
    return [
      { at, when: meaning.isNull(0), rule: blank },
      { at, when: isNullSql(meanings, value), rule: "'period.invalid'" },
    ];
  });
  return [...own, ...narrowed];
}

/** A column of a record: its SQL, and the texts that there may be; null where cells are copied as they stand. */
interface FilledColumn {
  readonly sql: string;
  readonly texts: ReadonlySet<string> | null;
}

/**
 * SQL that holds where a unit is none that figures of the metric can be in: seizures in kilograms. null where each unit that there
 * may be fits each metric.
 */
export function unfitSql(metric: FilledColumn, unit: FilledColumn): string | null {
  const list = (codes: readonly string[]): string => codes.map(dialect.literal).join(', ');
  const unfitFor = (code: Metric): string | null => {
    if (unit.texts !== null) {
      const unfit = [...unit.texts].filter((each) => !unitFitsMetric(code, each));
      return unfit.length === 0 ? null : `${unit.sql} in (${list(unfit)})`;
    }
    const listed = `${unit.sql} not in (${list(unitsOfMetric(code))})`;
    // A price may be for an amount that no list has: `USD/10 g`.
    return unitFitsMetric(code, 'EUR/g')
      ? `${listed} and substr(${unit.sql}, 4, 1) <> '/'`
      : listed;
  };
  const alike = new Map<string, string[]>();
  for (const { code } of metrics) {
    const wrong = metric.texts?.has(code) === false ? null : unfitFor(code);
    if (wrong !== null) alike.set(wrong, [...(alike.get(wrong) ?? []), code]);
  }
  const cases = [...alike].map(
    ([wrong, codes]) => `when ${metric.sql} in (${list(codes)}) then ${wrong}`,
  );
  return cases.length === 0 ? null : `case ${cases.join(' ')} end`;
}

/**
 * SQL of the first rule an item breaks and where it does, as `place:rule`; NULL where it breaks none. In the order they
 * are named: its dimensions, fields that nothing is proved to fill, its flags, its value, its unit.
 */
export function problemSql(
  description: SourceDescription,
  dictionary: Dictionary,
  meanings: readonly (MeaningSql | null)[],
  filled: ReadonlyMap<string, string>,
  unproved: readonly string[],
  value: {
    readonly missing: string;
    readonly problem: string;
    readonly unit: string;
    readonly unfit: string | null;
    readonly flag: string | null;
  },
): string {
  const given = filled.get('missing');
  const problems: readonly Problem[] = [
    ...dimensionProblems(description, dictionary, meanings, filled),
    ...unproved.map((column) => ({
      at: problemAt.unfilled - anyRequired.indexOf(column),
      when: `${filled.get(column) ?? 'cast(NULL as VARCHAR)'} is null`,
      rule: "'field.unfilled'",
    })),
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
    { at: problemAt.value, when: isNullSql(meanings, value.unit), rule: "'unit.blank'" },
    ...(value.unfit === null
      ? []
      : [{ at: problemAt.value, when: value.unfit, rule: "'unit.unfit'" }]),
  ];
  const cases = problems.map(({ when, at, rule }) => `when ${when} then '${at}:' || ${rule}`);
  return `case ${cases.join(' ')} end`;
}
