import { InputError } from '@samenbeeld/schema';
import { resolveCell } from './cell/resolve-cell.ts';
import type { Resolved } from './cell/resolved.ts';
import type { ConstantTexts } from './compile/field-sql.ts';
import type { Constant, SourceDescription } from './description/description.ts';
import { type Field, fields } from './fields.ts';

function unnamed(name: string, pattern: string, description: SourceDescription): Resolved {
  return {
    rule: 'file.name',
    message: `does not hold the ${name} as ${pattern}`,
    repair: `give the file its publisher's name back, or make ${name} a plain constant in ${description.file}`,
  };
}

function resolve(
  name: string,
  constant: Constant,
  text: string,
  field: Field,
  description: SourceDescription,
): Resolved {
  if ('value' in constant && field.kind !== 'time')
    return { values: field.columns.map(() => text || null) };
  if (text === '' && 'fromFile' in constant) return unnamed(name, constant.fromFile, description);
  return resolveCell(text, constant.mapping, field, description.language);
}

/**
 * The constants of a description as texts by column of the record, those in the file's name read from it, and the
 * parts of the name that belong to each record's key. Throws an InputError where the name does not hold them.
 */
export function fileConstants(
  description: SourceDescription,
  file: string,
): { readonly constants: ConstantTexts; readonly key: readonly string[] } {
  const constants: Record<string, string | null> = {};
  const key: string[] = [];
  for (const [name, constant] of Object.entries(description.constants)) {
    const field = fields[description.record][name];
    if (!field) continue;
    const named = 'fromFile' in constant;
    const text = named
      ? (new RegExp(constant.fromFile, 'u').exec(file)?.[1]?.trim() ?? '')
      : constant.value;
    const resolved = resolve(name, constant, text, field, description);
    if ('rule' in resolved)
      throw new InputError(`${named ? 'the file’s name' : name} ${resolved.message}`, {
        place: { file },
        repair: resolved.repair,
      });
    if (named) key.push(text);
    for (const [at, column] of field.columns.entries())
      constants[column] = resolved.values[at] ?? null;
  }
  return { constants, key };
}
