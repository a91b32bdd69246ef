import { readFileSync } from 'node:fs';
import { compileSchema, pathOf } from '@samenbeeld/ingest';
import { InputError, type Place } from '@samenbeeld/schema';

/** A part of a JSON Schema, with what its part of a file is expected to be, in words, and how it is put right. */
interface SchemaPart {
  readonly $ref?: string;
  readonly type?: string;
  readonly expected?: string;
  readonly repair?: string;
  readonly examples?: readonly unknown[];
  readonly properties?: Readonly<Record<string, SchemaPart>>;
  readonly additionalProperties?: SchemaPart | boolean;
  readonly items?: SchemaPart;
  readonly definitions?: Readonly<Record<string, SchemaPart>>;
}

interface CheckedSchema {
  readonly root: SchemaPart;
  readonly check: ReturnType<typeof compileSchema>;
}

const compiled = new Map<string, CheckedSchema>();

function schemaOf(file: string): CheckedSchema {
  const known = compiled.get(file);
  if (known) return known;
  const root = JSON.parse(readFileSync(file, 'utf8')) as SchemaPart;
  const made = { root, check: compileSchema(file) };
  compiled.set(file, made);
  return made;
}

/** The part that a reference stands for, with the words that stand beside the reference. */
function resolved(part: SchemaPart | undefined, root: SchemaPart): SchemaPart {
  const name = part?.$ref?.split('/').at(-1);
  if (name === undefined) return part ?? {};
  return { ...root.definitions?.[name], ...part };
}

function partAt(root: SchemaPart, path: readonly string[]): SchemaPart {
  return path.reduce((part, key) => {
    const { properties, items, additionalProperties } = part;
    const more = typeof additionalProperties === 'object' ? additionalProperties : undefined;
    return resolved(properties?.[key] ?? (/^\d+$/u.test(key) ? items : undefined) ?? more, root);
  }, root);
}

function valueAt(data: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>(
    (value, key) =>
      typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined,
    data,
  );
}

/** "inputs[0].source" */
function shown(path: readonly string[]): string {
  return path
    .map((key) => (/^\d+$/u.test(key) ? `[${key}]` : `.${key}`))
    .join('')
    .replace(/^\./u, '');
}

const listed = (names: readonly string[]): string =>
  names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;

const kinds: Readonly<Record<string, string>> = {
  string: 'text',
  integer: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'keys with values',
};

function foundIn(value: unknown): string {
  return value === null || value === undefined ? 'none' : JSON.stringify(value).slice(0, 80);
}

/**
 * Holds the content of a file against a JSON Schema, whose parts say in `expected` and `repair` what stands there and how it is
 * put right. Throws an InputError for keys that are not known, then for whatever else is wrong.
 *
 * @param placeOf where a path of keys stands in the file
 * @param between asked when all keys are known and before values are looked at
 */
export function checkBySchema(
  data: unknown,
  schema: string,
  placeOf: (path: readonly string[]) => Place,
  between: () => void = () => {},
): void {
  const { root, check } = schemaOf(schema);
  const isRight = check(data);
  const errors = isRight ? [] : (check.errors ?? []);
  const refuse = (path: readonly string[], problem: string, repair: string): never => {
    throw new InputError(problem, { place: placeOf(path), repair });
  };
  const strange = errors.filter(({ keyword }) => keyword === 'additionalProperties');
  const [unknown] = strange;
  if (unknown) {
    const path = pathOf(unknown);
    const keys = strange
      .filter(({ instancePath }) => instancePath === unknown.instancePath)
      .map(({ params }) => String(params['additionalProperty']));
    const known = listed(Object.keys(partAt(root, path).properties ?? {}));
    refuse(
      path,
      `expected ${known}${path.length > 0 ? ` in ${shown(path)}` : ''}, found "${keys.join('", "')}"`,
      'remove it or correct its name',
    );
  }
  between();
  const [error] = errors;
  if (!error) return;
  const path = pathOf(error);
  if (error.keyword === 'required') {
    const ofPart = errors.filter(
      ({ keyword, instancePath }) => keyword === 'required' && instancePath === error.instancePath,
    );
    const missing = ofPart.map(({ params }) => String(params['missingProperty']));
    const whole = partAt(root, path);
    // Words lack a language: that is said of the words.
    if (whole.expected !== undefined)
      refuse(
        path,
        `expected ${whole.expected}, found none in ${missing.join(', ')}`,
        whole.repair ?? 'write them all',
      );
    const own = [...path, missing[0] ?? ''];
    const part = partAt(root, own);
    refuse(
      path,
      part.expected === undefined
        ? `expected ${shown(own)} as ${kinds[part.type ?? ''] ?? 'a value'}, found null`
        : `expected ${part.expected}, found none`,
      part.repair ?? `add a line such as "${own.at(-1)}: ${String(part.examples?.[0] ?? '…')}"`,
    );
  }
  // The deepest part that says what it is speaks for what stands in it.
  const at = [...path.keys(), path.length]
    .reverse()
    .find((length) => partAt(root, path.slice(0, length)).expected !== undefined);
  const told = at === undefined ? path : path.slice(0, at);
  const part = partAt(root, told);
  const inside = told.length > 1 ? ` at ${shown(told)}` : '';
  refuse(
    path,
    `expected ${part.expected ?? `${shown(path)} as ${kinds[part.type ?? ''] ?? 'a value'}`}${inside}, found ${foundIn(valueAt(data, told))}`,
    part.repair ?? `add a line such as "${path.at(-1)}: ${String(part.examples?.[0] ?? '…')}"`,
  );
}
