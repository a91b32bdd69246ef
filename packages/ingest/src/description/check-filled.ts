import { ownValue, unitFitsMetric } from '@samenbeeld/schema';
import { fields } from '../fields.ts';
import type { Mapping } from './description.ts';
import { refuse, type Unhashed } from './refuse-description.ts';

/** Figures of one column or fold, and the fields that its own headings fill. */
interface ValueColumn {
  readonly mapping: Mapping;
  readonly own: readonly string[];
  readonly where: string;
}

function valueColumns({ columns, folds }: Unhashed): readonly ValueColumn[] {
  return [
    ...columns.flatMap(({ header, mappings }) =>
      mappings.flatMap((mapping) =>
        mapping.to === 'value' ? [{ mapping, own: [], where: `column "${header}"` }] : [],
      ),
    ),
    ...folds.map(({ groups, value }, index) => ({
      mapping: value,
      own: Object.values(groups).map(({ to }) => to),
      where: `fold ${index + 1}`,
    })),
  ];
}

/** Names that are filled beside those given: a period holds its two ends, and they make it up. */
function withPeriods(names: Iterable<string>): ReadonlySet<string> {
  const filled = new Set(names);
  if (filled.has('period')) for (const name of ['periodStart', 'periodEnd']) filled.add(name);
  if (filled.has('periodStart') && filled.has('periodEnd')) filled.add('period');
  return filled;
}

/** What every record of the source is filled by, whichever value column it comes from. */
function filledEverywhere({ columns, constants }: Unhashed): readonly string[] {
  const mapped = columns.flatMap(({ mappings }) => mappings.map(({ to }) => to));
  const given = Object.entries(constants).filter(
    ([, constant]) => !('value' in constant && constant.value === ''),
  );
  return [...mapped.filter((to) => to !== 'value'), ...given.map(([name]) => name)];
}

/** A figure has only what its own column, its row and the constants say: each must fill what a record needs. */
function checkEachValue(description: Unhashed): void {
  const { file, record } = description;
  const everywhere = filledEverywhere(description);
  const values = valueColumns(description);
  if (values.length === 0)
    refuse(file, 'no column is mapped to value', 'map the column that holds the figures to value');
  for (const { mapping, own, where } of values) {
    const set = Object.entries(mapping.set).flatMap(([name, text]) => (text === '' ? [] : [name]));
    const unit = mapping.as === 'quantity' ? ['unit'] : [];
    const filled = withPeriods([...everywhere, ...own, ...set, ...unit]);
    for (const [name, field] of Object.entries(fields[record])) {
      if (!field.required || filled.has(name)) continue;
      const of = values.length > 1 ? ` of the figures of ${where}` : '';
      const group = where.startsWith('fold') ? `, take it from the heading with a group` : '';
      refuse(
        file,
        `nothing fills ${name}${of}`,
        values.length > 1
          ? `give it under \`set:\` of ${where}${group}, map a column to ${name}, give it under constants, or ignore a column whose figures are sums`
          : `map a column to ${name}, or give it under constants`,
      );
    }
  }
}

/** A metric and a unit that every figure of a value column gets must go together. */
function checkUnits(description: Unhashed): void {
  const { file, record, columns, constants } = description;
  if (record !== 'observation') return;
  const rows = columns.flatMap(({ mappings }) => mappings.map(({ to }) => to));
  for (const { mapping, own, where } of valueColumns(description)) {
    const given = (name: string): string | null => {
      const set = ownValue(mapping.set, name);
      if (set) return set;
      const constant = ownValue(constants, name);
      return rows.includes(name) || own.includes(name) || !constant || !('value' in constant)
        ? null
        : constant.value;
    };
    const [metric, unit] = [given('metric'), given('unit')];
    if (!metric || !unit || unitFitsMetric(metric, unit)) continue;
    // A figure may be printed with a unit of its own, which wins.
    if (mapping.as === 'quantity' && !mapping.set['unit']) continue;
    refuse(
      file,
      `the figures of ${where} would be ${metric} in ${unit}`,
      `give them their own under \`set: { metric: …, unit: … }\` of ${where}`,
    );
  }
}

/** No field of a record may be filled twice. */
function checkFilledOnce(
  { file, constants }: Unhashed,
  all: readonly (readonly [Mapping, string])[],
): void {
  const mapped = new Map<string, string>();
  for (const [{ to }, where] of all) {
    if (to === 'value') continue;
    const before = mapped.get(to);
    if (before !== undefined && before !== where && !where.startsWith('fold'))
      refuse(file, `${before} and ${where} both fill ${to}`, 'map one of them, or ignore it');
    mapped.set(to, where);
    if (ownValue(constants, to))
      refuse(
        file,
        `${to} is a constant and is filled by ${where}`,
        'remove one; what an empty cell means goes into `blank:` of the column',
      );
  }
}

/** Checks that each field a record needs is filled, once, and that a metric has a unit of its own kind. */
export function checkFilled(
  description: Unhashed,
  all: readonly (readonly [Mapping, string])[],
): void {
  checkFilledOnce(description, all);
  checkEachValue(description);
  checkUnits(description);
}
