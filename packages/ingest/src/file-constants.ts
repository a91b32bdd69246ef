import { InputError } from '@samenbeeld/schema';
import { resolveCell } from './cell/resolve-cell.ts';
import type { ConstantTexts } from './compile/field-sql.ts';
import type { SourceDescription } from './description/description.ts';
import { fields } from './fields.ts';

/**
 * The constants of a description as texts by column of the record, those in the file's name read from it, and the
 * parts of the name that belong to each record's key.
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
    if ('value' in constant) {
      for (const column of field.columns) constants[column] = constant.value || null;
      continue;
    }
    const text = new RegExp(constant.fromFile, 'u').exec(file)?.[1]?.trim() ?? '';
    const resolved = text
      ? resolveCell(text, constant.mapping, field, description.language)
      : {
          message: `does not hold the ${name} as ${constant.fromFile}`,
          repair: `give the file its publisher's name back, or make ${name} a plain constant in ${description.file}`,
        };
    if (!('values' in resolved))
      throw new InputError(`the file's name ${resolved.message}`, {
        place: { file },
        repair: resolved.repair,
      });
    key.push(text);
    for (const [at, column] of field.columns.entries()) constants[column] = resolved.values[at] ?? null;
  }
  const period = fields[description.record]['period'];
  if ('period' in description.constants && period) {
    const constant = description.constants['period'];
    if (constant && 'value' in constant) {
      const mapping = { as: 'period', to: 'period', formats: [], century: 2000 };
      const resolved = resolveCell(constant.value, mapping as never, period, description.language);
      if ('values' in resolved)
        for (const [at, column] of period.columns.entries()) constants[column] = resolved.values[at] ?? null;
    }
  }
  return { constants, key };
}
