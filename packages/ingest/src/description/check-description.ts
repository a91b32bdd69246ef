import { ownValue } from '@samenbeeld/schema';
import { codeLists, isCode } from '../code-lists.ts';
import { type Field, fields } from '../fields.ts';
import { codeAdvice } from '../find-codes.ts';
import { checkFilled } from './check-filled.ts';
import type { Mapping } from './description.ts';
import { isFolded } from './is-folded.ts';
import { refuse, type Unhashed } from './refuse-description.ts';

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
    ...(mapping.otherwise?.to ? [mapping.otherwise.to] : []),
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
