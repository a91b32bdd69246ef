import { readFileSync } from 'node:fs';
import { InputError } from '@samenbeeld/schema';
import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv';
import { LineCounter, parseDocument } from 'yaml';
import type { Written } from './written.ts';

let validator: ValidateFunction<Written> | undefined;

function validate(): ValidateFunction<Written> {
  if (!validator) {
    const path = new URL('../../source-description.schema.json', import.meta.url);
    const ajv = new Ajv({
      allErrors: true,
      strict: false,
      formats: { regex: isRegex },
    });
    validator = ajv.compile<Written>(JSON.parse(readFileSync(path, 'utf8')));
  }
  return validator;
}

/** Whether a text is a regular expression. */
export function isRegex(text: string): boolean {
  try {
    return Boolean(new RegExp(text, 'u'));
  } catch {
    return false;
  }
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
  return error.message ?? 'is not valid';
}

/**
 * Parses a description and checks it against the published JSON Schema. Throws an InputError with the line, the path
 * and what is wrong.
 */
export function validateDescription(text: string, file: string): Written {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const [syntax] = document.errors;
  if (syntax)
    throw new InputError(`the YAML cannot be read: ${syntax.message.split('\n')[0]}`, {
      place: { file, line: syntax.linePos?.[0]?.line ?? 1 },
      repair: 'correct the YAML; codes with leading zeros and texts with `: ` or `#` need quotes',
    });
  const data: unknown = document.toJS();
  const check = validate();
  if (check(data)) return data;
  const error = tellingError(check.errors ?? []);
  const path = (error?.instancePath ?? '')
    .split('/')
    .slice(1)
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'));
  const node = document.getIn(
    path.map((part) => (/^\d+$/.test(part) ? Number(part) : part)),
    true,
  );
  const offset = (node as { range?: readonly number[] } | undefined)?.range?.[0];
  if (path[0] === 'handling' && path.length === 1 && error?.keyword === 'type')
    throw new InputError(
      `handling is "${String(document.get('handling'))}", which says nothing of who may read it`,
      {
        place: { file, ...(offset !== undefined && { line: lines.linePos(offset).line }) },
        repair:
          'write `handling: public`, or an object such as `handling: { tlp: AMBER, audiences: [internal] }`',
      },
    );
  if (path[0] === 'missingValues' && path.length === 2 && isNil(document.getIn(path)))
    throw new InputError(`missingValues says that "${path[1]}" is 0, and 0 is no missing figure`, {
      place: { file, ...(offset !== undefined && { line: lines.linePos(offset).line }) },
      repair: path[1]
        ? `write \`zeroValues: [${JSON.stringify(path[1])}]\` beside missingValues, and remove the line here`
        : 'write `blank: 0` on the column of figures, and remove the line here',
    });
  throw new InputError(
    `${path.length > 0 ? path.join(' › ') : 'the description'} ${error ? wordsOf(error) : 'is not valid'}`,
    {
      place: { file, ...(offset !== undefined && { line: lines.linePos(offset).line }) },
      repair:
        'see docs/source-descriptions.md; editors complete the keys from source-description.schema.json',
    },
  );
}
