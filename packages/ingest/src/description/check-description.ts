import { InputError, ownValue, unitFitsMetric } from '@samenbeeld/schema';
import { codeLists, isCode } from '../code-lists.ts';
import { type Field, fields } from '../fields.ts';
import { codeAdvice } from '../find-codes.ts';
import type { Mapping, SourceDescription } from './description.ts';
import { isFolded } from './is-folded.ts';

/** A description as it is checked, before it gets its hash. */
type Unhashed = Omit<SourceDescription, 'sha256'>;

/** Refuses a description file for something that it says. */
function refuse(file: string, problem: string, repair: string): never {
  throw new InputError(problem, { place: { file }, repair });
}

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
function checkFilled(description: Unhashed, all: readonly (readonly [Mapping, string])[]): void {
  checkFilledOnce(description, all);
  checkEachValue(description);
  checkUnits(description);
}

function checkCode(file: string, list: string, code: string, where: string): void {
  if (isCode(list, code)) return;
  refuse(file, `${where} gives "${code}", which is no code of ${list}`, codeAdvice(list, code));
}

/** Codes a mapping can yield must be codes of the field's list. */
function checkMapping(file: string, mapping: Mapping, field: Field, where: string): void {
  if (mapping.list !== null && !ownValue(codeLists, mapping.list))
    refuse(
      file,
      `${where} names the list "${mapping.list}"`,
      `use one of ${Object.keys(codeLists).join(', ')}`,
    );
  if (mapping.decimalChar !== null && mapping.decimalChar === mapping.groupChar)
    refuse(
      file,
      `${where} names "${mapping.groupChar}" as decimal mark and as grouping mark`,
      'name it once: `as: integer` where it groups, without groupChar where it is the decimal mark',
    );
  if (!field.list) return;
  const fixed = [
    ...Object.values(mapping.codes),
    ...(mapping.crosswalk?.rows ?? []).flatMap(({ to }) => to ?? []),
    ...mapping.rules.flatMap(({ to }) => (/\$[\d<]/.test(to) ? [] : [to])),
    ...(mapping.otherwise && 'to' in mapping.otherwise ? [mapping.otherwise.to ?? []].flat() : []),
    ...(mapping.blank ? [mapping.blank] : []),
  ];
  for (const code of fixed) checkCode(file, field.list, code, where);
}

/** What stands for an empty cell of figures must be a figure, or a mark with its reason. */
function checkBlank({ file, missingValues }: Unhashed, { blank }: Mapping, where: string): void {
  if (blank === null) return;
  if (missingValues[''] !== undefined)
    refuse(
      file,
      `${where} says "${blank}" stands for an empty cell, and missingValues says "${missingValues['']}"`,
      'remove one of the two',
    );
  if (!/^\d+$/.test(blank) && ownValue(missingValues, blank) === undefined)
    refuse(
      file,
      `${where} says that an empty cell of figures means "${blank}"`,
      'write a whole number (`blank: "0"`) or a mark that missingValues lists; a reason goes there as `"": not_reported`',
    );
}

/** A mark that means nil says not why a figure is missing. */
function checkZeros({ file, missingValues, zeroValues = [] }: Unhashed): void {
  const both = zeroValues.find((mark) => ownValue(missingValues, mark) !== undefined);
  if (both !== undefined)
    refuse(
      file,
      `zeroValues says that "${both}" is nil, and missingValues says "${ownValue(missingValues, both)}"`,
      'remove one of the two',
    );
}

/** What is filled down must be a label, said once for the rows below it, and nothing else may stand for an empty cell. */
function checkFill({ file, columns, exclusions, totals }: Unhashed): void {
  const rules = [...exclusions, ...totals].map(({ rule }) => rule);
  for (const { header, fill, mappings } of columns) {
    if (!fill) continue;
    const where = `column "${header}"`;
    if (mappings.some(({ to }) => to === 'value'))
      refuse(
        file,
        `${where} fills figures down`,
        'remove `fill`: a figure that stands once for several rows would be counted once for each',
      );
    const blank = mappings.find((mapping) => mapping.blank !== null)?.blank;
    if (blank !== undefined)
      refuse(
        file,
        `${where} fills empty cells down and says that they mean "${blank}"`,
        'remove `fill` or `blank`',
      );
    const unknown = fill.across.find((rule) => !rules.includes(rule));
    if (unknown !== undefined)
      refuse(
        file,
        `${where} fills across "${unknown}", which is no rule of exclude or totals`,
        rules.length > 0 ? `use one of ${rules.join(', ')}` : 'write `fill: down`',
      );
  }
}

function checkNames(description: Unhashed): void {
  const { file, columns, folds, exclusions, totals, corrections, key } = description;
  const headers = new Set(columns.map(({ header }) => header));
  const named: readonly (readonly [string, readonly string[]])[] = [
    ...exclusions.map(
      ({ rule, where, columns: only }) =>
        [`exclude ${rule}`, [...Object.keys(where), ...only]] as const,
    ),
    ...totals.map(({ rule, column, within }) => [`totals ${rule}`, [column, ...within]] as const),
    ...corrections.map(
      ({ column, where }) =>
        [
          `the correction of ${column}`,
          [...(isFolded(column, folds) ? [] : [column]), ...Object.keys(where)],
        ] as const,
    ),
    ['key', key],
  ];
  for (const [where, names] of named)
    for (const name of names)
      if (!headers.has(name))
        refuse(
          file,
          `${where} names the column "${name}", which columns does not list`,
          `use one of ${[...headers].join(', ')}`,
        );
}

/** Checks what a JSON Schema cannot: that a description agrees with the code lists and with itself. */
export function checkDescription(description: Unhashed): void {
  const { file, columns, folds, constants } = description;
  checkCode(file, 'agencies', description.source.publisher, 'publisher');
  for (const one of description.source.programmes ?? [])
    checkCode(file, 'programmes', one, 'programme');
  const known = fields[description.record];
  const all = [
    ...columns.flatMap(({ header, mappings }) =>
      mappings.map((mapping) => [mapping, `column "${header}"`] as const),
    ),
    ...folds.flatMap(({ groups, value }, index) => [
      ...Object.values(groups).map((mapping) => [mapping, `fold ${index + 1}`] as const),
      [value, `fold ${index + 1}`] as const,
    ]),
  ];
  for (const [mapping, where] of all) {
    const field = ownValue(known, mapping.to);
    if (field) checkMapping(file, mapping, field, where);
    if (mapping.to === 'value') checkBlank(description, mapping, where);
    for (const [name, value] of Object.entries(mapping.set)) {
      const target = ownValue(known, name);
      if (!target)
        refuse(file, `${where} sets "${name}"`, `set one of ${Object.keys(known).join(', ')}`);
      if (target.list && value !== '') checkCode(file, target.list, value, where);
    }
  }
  for (const [name, constant] of Object.entries(constants)) {
    const field = ownValue(known, name);
    if (!field)
      refuse(file, `constant "${name}" is no field`, `use one of ${Object.keys(known).join(', ')}`);
    if (!('value' in constant)) checkMapping(file, constant.mapping, field, `constant ${name}`);
    if (field.list && 'value' in constant && constant.value !== '')
      checkCode(file, field.list, constant.value, `constant ${name}`);
  }
  checkFill(description);
  checkZeros(description);
  checkFilled(description, all);
  checkNames(description);
}
