import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { expressionProblem } from '@samenbeeld/read';
import { InputError, isDay } from '@samenbeeld/schema';
import type { ErrorObject, ValidateFunction } from 'ajv';
import { descriptionSchemaFile } from '../own-files.ts';
import { readYaml } from './read-yaml.ts';
import type { Written } from './written.ts';

const require = createRequire(import.meta.url);

/** A check that was compiled when the package was built, and the hash of the schema it was compiled from. */
interface CompiledSchema {
  readonly schema: string;
  readonly check: (formats: object, require: NodeJS.Require) => unknown;
}

/** The check of a schema that was compiled with the package; null where there is none, or of another schema. */
function keptCheck(file: string, text: string): CompiledSchema | null {
  const path = join(dirname(file), 'dist', `${basename(file, '.json')}.cjs`);
  if (!existsSync(path)) return null;
  const kept = require(path) as CompiledSchema;
  return kept.schema === createHash('sha256').update(text).digest('hex') ? kept : null;
}

/**
 * The check of a JSON Schema from its file, with every error; as it was compiled with its package, or compiled here. Formats
 * are `date`, a day of the calendar, and `regex`, an expression that is matched in linear time.
 */
export function compileSchema<Data>(file: string): ValidateFunction<Data> {
  const text = readFileSync(file, 'utf8');
  const formats = { regex: isRegex, date: isDay };
  const kept = keptCheck(file, text);
  if (kept) return kept.check(formats, require) as ValidateFunction<Data>;
  const { Ajv } = require('ajv') as typeof import('ajv');
  const ajv = new Ajv({ allErrors: true, strict: false, formats });
  return ajv.compile<Data>(JSON.parse(text));
}

let validator: ValidateFunction<Written> | undefined;

function validate(): ValidateFunction<Written> {
  validator ??= compileSchema<Written>(descriptionSchemaFile);
  return validator;
}

/** Whether a text is a regular expression that can be matched in linear time. */
export function isRegex(text: string): boolean {
  return expressionProblem(text) === null;
}

/** What stands at the path of an error of the JSON Schema. */
function partAt(data: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>(
    (part, key) => (typeof part === 'object' && part !== null ? Reflect.get(part, key) : undefined),
    data,
  );
}

/** An expression that is refused, with what is wrong with it; null where the error is another. */
export function refusedExpression(
  { keyword, params }: ErrorObject,
  data: unknown,
  path: readonly string[],
): { readonly text: string; readonly problem: string; readonly repair: string } | null {
  if (keyword !== 'format' || params['format'] !== 'regex') return null;
  const text = String(partAt(data, path));
  const problem = expressionProblem(text);
  return problem && { text, ...problem };
}

/** The keys that lead to the place of an error. */
export function pathOf({ instancePath }: ErrorObject): readonly string[] {
  return instancePath
    .split('/')
    .slice(1)
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'));
}

/** Whether what stands where a reason should is a nought. */
function isNil(value: unknown): boolean {
  return /^(?:0|nul|nil|null|zero|z[ée]ro|nihil|n[ée]ant)$/iu.test(String(value ?? 'null'));
}

/** The deepest error says most: a wrong branch of a `oneOf` fails higher up as well. */
function tellingError(errors: readonly ErrorObject[]): ErrorObject | undefined {
  const depth = ({ instancePath }: ErrorObject): number => instancePath.split('/').length;
  const telling = errors.filter(({ keyword }) => keyword !== 'oneOf' && keyword !== 'const');
  return [...(telling.length > 0 ? telling : errors)].sort((a, b) => depth(b) - depth(a))[0];
}

function wordsOf(error: ErrorObject): string {
  const key: unknown =
    error.params['additionalProperty'] ??
    error.params['missingProperty'] ??
    error.params['allowedValues'];
  if (error.keyword === 'additionalProperties') return `has the unknown key "${String(key)}"`;
  if (error.keyword === 'required') return `lacks "${String(key)}"`;
  if (error.keyword === 'enum')
    return `must be one of ${(key as readonly unknown[]).map(String).join(', ')}`;
  if (error.keyword === 'format' && error.params['format'] === 'date')
    return 'must be a day of the calendar, such as 2026-06-30';
  return error.message ?? 'is not valid';
}

/**
 * Parses a description and checks it against the published JSON Schema. Throws an InputError with the line, the path
 * and what is wrong.
 */
export function validateDescription(text: string, file: string): Written {
  const { data, lineAt } = readYaml(text, (problem, line) => {
    throw new InputError(`the YAML cannot be read: ${problem}`, {
      place: { file, line },
      repair: 'correct the YAML; codes with leading zeros and texts with `: ` or `#` need quotes',
    });
  });
  const check = validate();
  if (check(data)) return data;
  const error = tellingError(check.errors ?? []);
  const path = error ? pathOf(error) : [];
  const line = lineAt(path);
  const place = { file, ...(line !== undefined && { line }) };
  const fault = error && refusedExpression(error, data, path);
  if (fault)
    throw new InputError(`${path.join(' › ')}: the expression ${fault.text} ${fault.problem}`, {
      place,
      repair: fault.repair,
    });
  if (path[0] === 'handling' && path.length === 1 && error?.keyword === 'type')
    throw new InputError(
      `handling is "${String(partAt(data, path))}", which says nothing of who may read it`,
      {
        place,
        repair:
          'write `handling: public`, or an object such as `handling: { tlp: AMBER, audiences: [internal] }`',
      },
    );
  if (path[0] === 'missingValues' && path.length === 2 && isNil(partAt(data, path)))
    throw new InputError(`missingValues says that "${path[1]}" is 0, and 0 is no missing figure`, {
      place,
      repair: path[1]
        ? `write \`zeroValues: [${JSON.stringify(path[1])}]\` beside missingValues, and remove the line here`
        : 'write `blank: 0` on the column of figures, and remove the line here',
    });
  throw new InputError(
    `${path.length > 0 ? path.join(' › ') : 'the description'} ${error ? wordsOf(error) : 'is not valid'}`,
    {
      place,
      repair:
        'see docs/source-descriptions.md; editors complete the keys from source-description.schema.json',
    },
  );
}
