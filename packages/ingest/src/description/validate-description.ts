import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { expressionProblem } from '@samenbeeld/read';
import {
  englishQuoted,
  InputError,
  inFour,
  inSigns,
  isDay,
  listedTexts,
  quoted,
  type Text,
} from '@samenbeeld/schema';
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
): { readonly text: string; readonly problem: Text; readonly repair: Text } | null {
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

/** What the schema calls the kinds of values, in words. */
const typeWords: Readonly<Record<string, Text>> = {
  string: inFour('een tekst', 'un texte', 'ein Text', 'a text'),
  number: inFour('een getal', 'un nombre', 'eine Zahl', 'a number'),
  integer: inFour('een geheel getal', 'un nombre entier', 'eine ganze Zahl', 'a whole number'),
  boolean: inSigns('true/false'),
  null: inSigns('null'),
  array: inFour('een lijst', 'une liste', 'eine Liste', 'a list'),
  object: inFour(
    'sleutels met waarden',
    'des clés avec leurs valeurs',
    'Schlüssel mit Werten',
    'keys with values',
  ),
};

function wordsOf(error: ErrorObject): Text {
  const key: unknown =
    error.params['additionalProperty'] ??
    error.params['missingProperty'] ??
    error.params['allowedValues'];
  const said = { key: quoted(String(key)) };
  if (error.keyword === 'additionalProperties')
    return inFour(
      'heeft de onbekende sleutel {key}',
      'a la clé inconnue {key}',
      'hat den unbekannten Schlüssel {key}',
      'has the unknown key {key}',
      said,
    );
  if (error.keyword === 'required')
    return inFour('mist {key}', 'n’a pas {key}', 'hat kein {key}', 'lacks {key}', said);
  if (error.keyword === 'enum')
    return inFour(
      'moet een zijn van {list}',
      'doit être l’un de {list}',
      'muss eines sein von {list}',
      'must be one of {list}',
      { list: (key as readonly unknown[]).map(String).join(', ') },
    );
  if (error.keyword === 'type') {
    const types = [error.params['type'] as string | readonly string[]].flat();
    const names = types.map((type) => typeWords[type] ?? inSigns(type));
    return inFour(
      'moet dit zijn: {kinds}',
      'doit être {kinds}',
      'muss dies sein: {kinds}',
      'must be {kinds}',
      { kinds: listedTexts(names, 'or') },
    );
  }
  if (error.keyword === 'format' && error.params['format'] === 'date')
    return inFour(
      'moet een dag van de kalender zijn, zoals 2026-06-30',
      'doit être un jour du calendrier, comme 2026-06-30',
      'muss ein Tag des Kalenders sein, etwa 2026-06-30',
      'must be a day of the calendar, such as 2026-06-30',
    );
  return error.message === undefined ? notValid : schemaWords(error.message);
}

const notValid = inFour('is niet geldig', 'n’est pas valide', 'ist nicht gültig', 'is not valid');

/** What the validator says of a part: a quotation in the other languages. */
export function schemaWords(message: string): Text {
  return inFour(
    'voldoet niet aan het schema: {said}',
    'n’est pas conforme au schéma : {said}',
    'entspricht nicht dem Schema: {said}',
    '{said}',
    { said: englishQuoted(message) },
  );
}

/** Why YAML cannot be read. */
export function unreadableYaml(problem: Text): Text {
  return inFour(
    'de YAML is niet te lezen: {problem}',
    'le YAML ne se lit pas : {problem}',
    'das YAML ist nicht lesbar: {problem}',
    'the YAML cannot be read: {problem}',
    { problem },
  );
}

/** What is wrong with an expression of a file. */
export function expressionWords({
  text,
  problem,
}: {
  readonly text: string;
  readonly problem: Text;
}): Text {
  return inFour(
    'de uitdrukking {text} {problem}',
    'l’expression {text} {problem}',
    'der Ausdruck {text} {problem}',
    'the expression {text} {problem}',
    { text, problem },
  );
}

/**
 * Parses a description and checks it against the published JSON Schema. Throws an InputError with the line, the path
 * and what is wrong.
 */
export function validateDescription(text: string, file: string): Written {
  const { data, lineAt } = readYaml(text, (problem, line) => {
    throw new InputError(unreadableYaml(problem), {
      place: { file, line },
      repair: inFour(
        'verbeter de YAML; codes met voorloopnullen en teksten met `: ` of `#` hebben aanhalingstekens nodig',
        'corrigez le YAML ; les codes qui commencent par zéro et les textes avec `: ` ou `#` demandent des guillemets',
        'das YAML berichtigen; Codes mit führenden Nullen und Texte mit `: ` oder `#` brauchen Anführungszeichen',
        'correct the YAML; codes with leading zeros and texts with `: ` or `#` need quotes',
      ),
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
    throw new InputError(
      inSigns('{path}: {fault}', {
        path: path.join(' › '),
        fault: expressionWords(fault),
      }),
      { place, repair: fault.repair },
    );
  if (path[0] === 'handling' && path.length === 1 && error?.keyword === 'type')
    throw new InputError(
      inFour(
        'handling is {value}, wat niet zegt wie het mag lezen',
        'handling est {value}, ce qui ne dit pas qui peut le lire',
        'handling ist {value}, was nicht sagt, wer es lesen darf',
        'handling is {value}, which says nothing of who may read it',
        { value: quoted(String(partAt(data, path))) },
      ),
      {
        place,
        repair: inFour(
          'schrijf `handling: public`, of een object zoals `handling: { tlp: AMBER, audiences: [internal] }`',
          'écrivez `handling: public`, ou un objet comme `handling: { tlp: AMBER, audiences: [internal] }`',
          '`handling: public` schreiben oder ein Objekt wie `handling: { tlp: AMBER, audiences: [internal] }`',
          'write `handling: public`, or an object such as `handling: { tlp: AMBER, audiences: [internal] }`',
        ),
      },
    );
  if (path[0] === 'missingValues' && path.length === 2 && isNil(partAt(data, path)))
    throw new InputError(
      inFour(
        'missingValues zegt dat {mark} 0 is, en 0 is geen ontbrekend cijfer',
        'missingValues dit que {mark} vaut 0, et 0 n’est pas un chiffre manquant',
        'missingValues sagt, dass {mark} 0 ist, und 0 ist keine fehlende Zahl',
        'missingValues says that {mark} is 0, and 0 is no missing figure',
        { mark: quoted(path[1] ?? '') },
      ),
      {
        place,
        repair: path[1]
          ? inFour(
              'schrijf `zeroValues: [{mark}]` naast missingValues, en verwijder de regel hier',
              'écrivez `zeroValues: [{mark}]` à côté de missingValues, et supprimez la ligne ici',
              '`zeroValues: [{mark}]` neben missingValues schreiben und die Zeile hier entfernen',
              'write `zeroValues: [{mark}]` beside missingValues, and remove the line here',
              { mark: JSON.stringify(path[1]) },
            )
          : inFour(
              'schrijf `blank: 0` bij de kolom met cijfers, en verwijder de regel hier',
              'écrivez `blank: 0` à la colonne de chiffres, et supprimez la ligne ici',
              '`blank: 0` bei der Spalte mit Zahlen schreiben und die Zeile hier entfernen',
              'write `blank: 0` on the column of figures, and remove the line here',
            ),
      },
    );
  const list = path[0] === 'constants' && path.length === 2 ? partAt(data, path) : null;
  if (Array.isArray(list))
    throw new InputError(
      inFour(
        '{path} is een lijst, en een constante is één waarde',
        '{path} est une liste, et une constante est une seule valeur',
        '{path} ist eine Liste, und eine Konstante ist ein einziger Wert',
        '{path} is a list, and a constant is one value',
        { path: path.join(' › ') },
      ),
      {
        place,
        repair: inFour(
          'schrijf `{written}`; tussen meer codes staat een plus',
          'écrivez `{written}` ; plusieurs codes se joignent par un plus',
          '`{written}` schreiben; mehrere Codes verbindet ein Plus',
          'write `{written}`; a plus joins several codes',
          { written: `${path[1]}: ${list.map(String).join('+')}` },
        ),
      },
    );
  throw new InputError(
    inSigns('{path} {words}', {
      path:
        path.length > 0
          ? path.join(' › ')
          : inFour('de beschrijving', 'la description', 'die Beschreibung', 'the description'),
      words: error ? wordsOf(error) : notValid,
    }),
    {
      place,
      repair: inFour(
        'zie docs/source-descriptions.md; editors vullen de sleutels aan uit source-description.schema.json',
        'voyez docs/source-descriptions.md ; les éditeurs complètent les clés d’après source-description.schema.json',
        'siehe docs/source-descriptions.md; Editoren ergänzen die Schlüssel aus source-description.schema.json',
        'see docs/source-descriptions.md; editors complete the keys from source-description.schema.json',
      ),
    },
  );
}
