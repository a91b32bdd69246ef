import { basename } from 'node:path';
import { expression } from '@samenbeeld/read';
import { InputError, ownValue } from '@samenbeeld/schema';
import { resolveCell } from './cell/resolve-cell.ts';
import type { Resolved } from './cell/resolved.ts';
import type { ConstantTexts } from './compile/field-sql.ts';
import type { Constant, SourceDescription } from './description/description.ts';
import { type Field, fields } from './fields.ts';

type Where = 'name' | 'sheet' | 'title';

/** Where a constant is found, and the pattern that finds it; null where it is plain. */
function soughtIn(constant: Constant): { readonly where: Where; readonly pattern: string } | null {
  if ('fromFile' in constant) return { where: 'name', pattern: constant.fromFile };
  if ('fromSheet' in constant) return { where: 'sheet', pattern: constant.fromSheet };
  if ('fromTitle' in constant) return { where: 'title', pattern: constant.fromTitle };
  return null;
}

const repairs: Readonly<Record<Where, string>> = {
  name: "give the file its publisher's name back",
  sheet: 'name the sheets that hold tables in sheetName',
  title: 'fetch the file with the lines above its table',
};

function absent(
  name: string,
  { where, pattern }: NonNullable<ReturnType<typeof soughtIn>>,
  description: SourceDescription,
): Resolved {
  return {
    rule: `file.${where}`,
    message: `does not hold the ${name} as ${pattern}`,
    repair: `${repairs[where]}, or make ${name} a plain constant in ${description.file}`,
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
  const sought = soughtIn(constant);
  if (text === '' && sought) return absent(name, sought, description);
  return resolveCell(text, constant.mapping, field, description.language);
}

/** Where constants may be sought: the file's name, the sheet's, and the lines above the table. */
interface Titled {
  readonly file: string;
  readonly sheet: string | null;
  readonly titles?: readonly string[];
}

/**
 * The constants of a description as texts by column of the record, those in the name of the file or the sheet or in the
 * title read from it, and the parts of these that belong to each record's key. Throws an InputError where one is missing.
 */
export function fileConstants(
  description: SourceDescription,
  { file, sheet, titles }: Titled,
): { readonly constants: ConstantTexts; readonly key: readonly string[] } {
  // A pattern is written for the name; folders only tell files of one name apart.
  const texts = { name: basename(file), sheet: sheet ?? '', title: titles?.join('\n') ?? '' };
  const constants: Record<string, string | null> = {};
  const key: string[] = [];
  for (const [name, constant] of Object.entries(description.constants)) {
    const field = ownValue(fields[description.record], name);
    if (!field) continue;
    const sought = soughtIn(constant);
    const text = sought
      ? (expression(sought.pattern, 'm').find(texts[sought.where])?.groups[1]?.trim() ?? '')
      : 'value' in constant
        ? constant.value
        : '';
    const resolved = resolve(name, constant, text, field, description);
    if ('rule' in resolved)
      throw new InputError(`${sought ? `the file’s ${sought.where}` : name} ${resolved.message}`, {
        place: { file, ...(sheet === null ? {} : { sheet }) },
        repair: resolved.repair,
      });
    if (sought) key.push(text);
    for (const [at, column] of field.columns.entries())
      constants[column] = resolved.values[at] ?? null;
  }
  return { constants, key };
}
