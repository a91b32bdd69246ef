import { InputError } from '@samenbeeld/schema';
import { codeLists, isCode } from '../code-lists.ts';
import { type Field, fields } from '../fields.ts';
import { codeAdvice } from '../find-codes.ts';
import type { Mapping, SourceDescription } from './description.ts';

type Unhashed = Omit<SourceDescription, 'sha256'>;

function refuse(file: string, problem: string, repair: string): never {
  throw new InputError(problem, { place: { file }, repair });
}

function checkCode(file: string, list: string, code: string, where: string): void {
  if (isCode(list, code)) return;
  refuse(file, `${where} gives "${code}", which is no code of ${list}`, codeAdvice(list, code));
}

/** Codes a mapping can yield must be codes of the field's list. */
function checkMapping(file: string, mapping: Mapping, field: Field, where: string): void {
  if (mapping.list !== null && !codeLists[mapping.list])
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
    ...(mapping.otherwise?.to ? [mapping.otherwise.to] : []),
    ...(mapping.blank ? [mapping.blank] : []),
  ];
  for (const code of fixed) checkCode(file, field.list, code, where);
}

/** Fields with the same value on every record, and those that columns or folds fill. */
function checkFilled(description: Unhashed, all: readonly (readonly [Mapping, string])[]): void {
  const { file, constants } = description;
  const known = fields[description.record];
  const values = all.filter(([{ to }]) => to === 'value');
  if (values.length === 0)
    refuse(file, 'no column is mapped to value', 'map the column that holds the figures to value');
  const mapped = new Map<string, string>();
  for (const [{ to }, where] of all) {
    if (to === 'value') continue;
    const before = mapped.get(to);
    if (before !== undefined && before !== where && !where.startsWith('fold'))
      refuse(file, `${before} and ${where} both fill ${to}`, 'map one of them, or ignore it');
    mapped.set(to, where);
    if (constants[to])
      refuse(
        file,
        `${to} is a constant and is filled by ${where}`,
        'remove one; what an empty cell means goes into `blank:` of the column',
      );
  }
  const filled = new Set([...mapped.keys(), ...Object.keys(constants)]);
  if (filled.has('period')) for (const name of ['periodStart', 'periodEnd']) filled.add(name);
  if (filled.has('periodStart') && filled.has('periodEnd')) filled.add('period');
  for (const [name, field] of Object.entries(known)) {
    const set = values.every(
      ([{ as, set }]) => set[name] !== undefined || (name === 'unit' && as === 'quantity'),
    );
    if (field.required && !filled.has(name) && !set)
      refuse(file, `nothing fills ${name}`, `map a column to ${name}, or give it under constants`);
  }
}

function checkNames(description: Unhashed): void {
  const { file, columns, exclusions, totals, corrections, key } = description;
  const headers = new Set(columns.map(({ header }) => header));
  const named: readonly (readonly [string, readonly string[]])[] = [
    ...exclusions.map(
      ({ rule, where, columns: only }) =>
        [`exclude ${rule}`, [...Object.keys(where), ...only]] as const,
    ),
    ...totals.map(({ rule, column, within }) => [`totals ${rule}`, [column, ...within]] as const),
    ...corrections.map(
      ({ column, where }) =>
        [`the correction of ${column}`, [column, ...Object.keys(where)]] as const,
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
    const field = known[mapping.to];
    if (field) checkMapping(file, mapping, field, where);
    for (const [name, value] of Object.entries(mapping.set)) {
      const target = known[name];
      if (!target)
        refuse(file, `${where} sets "${name}"`, `set one of ${Object.keys(known).join(', ')}`);
      if (target.list && value !== '') checkCode(file, target.list, value, where);
    }
  }
  for (const [name, constant] of Object.entries(constants)) {
    const field = known[name];
    if (!field)
      refuse(file, `constant "${name}" is no field`, `use one of ${Object.keys(known).join(', ')}`);
    if (!('value' in constant)) checkMapping(file, constant.mapping, field, `constant ${name}`);
    if (field.list && 'value' in constant && constant.value !== '')
      checkCode(file, field.list, constant.value, `constant ${name}`);
  }
  checkFilled(description, all);
  checkNames(description);
}
