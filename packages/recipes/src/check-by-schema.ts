import { readFileSync } from 'node:fs';
import { compileSchema, pathOf } from '@samenbeeld/ingest';
import {
  expectedFound,
  foundNone,
  InputError,
  inFour,
  joinWith,
  nearNames,
  oneOf,
  ownValue,
  type Place,
  quoted,
  type Text,
} from '@samenbeeld/schema';

/** A part of a JSON Schema, with the kind of thing that stands there and how it may be written. */
interface SchemaPart {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly enum?: readonly string[];
  readonly minItems?: number;
  readonly expected?: Kind;
  readonly write?: string;
  readonly examples?: readonly unknown[];
  readonly required?: readonly string[];
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

type Kind =
  | 'string'
  | 'integer'
  | 'number'
  | 'boolean'
  | 'array'
  | 'object'
  | 'files'
  | 'path'
  | 'day'
  | 'period'
  | 'words'
  | 'roles'
  | 'role'
  | 'id'
  | 'lowerId'
  | 'country'
  | 'step'
  | 'address'
  | 'grade'
  | 'sha256'
  | 'count'
  | 'above0'
  | 'from0'
  | 'scores'
  | 'allLanguages'
  | 'aLanguage';

/** What may stand in a part of a file: by the type of the part, or by the name that a schema gives in `expected`. */
export const kinds: Readonly<Record<Kind, Text>> = {
  string: inFour('tekst', 'texte', 'Text', 'text'),
  integer: inFour('geheel getal', 'nombre entier', 'ganze Zahl', 'a whole number'),
  number: inFour('getal', 'nombre', 'Zahl', 'a number'),
  boolean: inFour('true of false', 'true ou false', 'true oder false', 'true or false'),
  array: inFour('lijst', 'liste', 'Liste', 'a list'),
  object: inFour(
    'sleutels met waarden',
    'clés avec leurs valeurs',
    'Schlüssel mit Werten',
    'keys with values',
  ),
  files: inFour('lijst van bestanden', 'liste de fichiers', 'Liste von Dateien', 'a list of files'),
  path: inFour(
    'pad van een bestand',
    'chemin d’un fichier',
    'Pfad einer Datei',
    'the path of a file',
  ),
  day: inFour('dag', 'jour', 'Tag', 'a day'),
  period: inFour(
    'jaar, maand of dag',
    'année, mois ou jour',
    'Jahr, Monat oder Tag',
    'a year, a month or a day',
  ),
  words: inFour(
    'code of naam, of een lijst daarvan',
    'code ou nom, ou une liste de ceux-ci',
    'Code oder Name, oder eine Liste davon',
    'a code or a name, or a list of them',
  ),
  roles: inFour(
    'lijst van functies en diensten',
    'liste de fonctions et de services',
    'Liste von Funktionen und Stellen',
    'a list of roles and services',
  ),
  role: inFour('functie', 'fonction', 'Funktion', 'a function'),
  id: inFour(
    'korte naam zonder spaties',
    'nom court sans espaces',
    'kurzer Name ohne Leerzeichen',
    'a short name without spaces',
  ),
  lowerId: inFour(
    'korte naam in kleine letters',
    'nom court en minuscules',
    'kurzer Name in Kleinbuchstaben',
    'a short name in lower case',
  ),
  country: inFour(
    'landcode van twee letters',
    'code de pays à deux lettres',
    'Ländercode aus zwei Buchstaben',
    'the code of a country, of two letters',
  ),
  step: inFour(
    'id van één stap',
    'id d’une seule étape',
    'ID eines einzigen Schritts',
    'the id of one step',
  ),
  address: inFour(
    'adres dat met https:// begint',
    'adresse qui commence par https://',
    'Adresse, die mit https:// beginnt',
    'an address that begins with https://',
  ),
  grade: inFour(
    'beoordeling zoals B2: bron A tot X, informatie 1 tot 4',
    'cotation telle que B2 : source de A à X, information de 1 à 4',
    'Bewertung wie B2: Quelle A bis X, Information 1 bis 4',
    'a grade such as B2: source A to X, information 1 to 4',
  ),
  sha256: inFour(
    '64 hexadecimale cijfers, zoals sha256sum ze geeft',
    '64 chiffres hexadécimaux, tels que sha256sum les donne',
    '64 hexadezimale Ziffern, wie sha256sum sie ausgibt',
    '64 hexadecimal digits, as sha256sum prints them',
  ),
  count: inFour(
    'aantal geweigerde gegevens',
    'nombre de données refusées',
    'Anzahl abgelehnter Angaben',
    'a number of rejected items',
  ),
  above0: inFour(
    'getal groter dan 0',
    'nombre supérieur à 0',
    'Zahl größer als 0',
    'a number above 0',
  ),
  from0: inFour(
    'getal van 0 of meer',
    'nombre égal ou supérieur à 0',
    'Zahl ab 0',
    'a number of 0 or more',
  ),
  scores: inFour(
    'lijst van scores, een per criterium, null waar er geen is',
    'liste de notes, une par critère, null là où il n’y en a pas',
    'Liste von Werten, einer je Kriterium, null wo es keinen gibt',
    'a list of scores, one for each criterion, null where there is none',
  ),
  allLanguages: inFour(
    'woorden in nl, fr, de en en',
    'texte en nl, fr, de et en',
    'Worte in nl, fr, de und en',
    'words in nl, fr, de and en',
  ),
  aLanguage: inFour(
    'woorden in nl, fr, de of en',
    'texte en nl, fr, de ou en',
    'Worte in nl, fr, de oder en',
    'words in nl, fr, de or en',
  ),
};

/** What may stand in a part; null where only its parts say it. */
function kindOf(part: SchemaPart): Text | null {
  if (part.expected !== undefined) return kinds[part.expected];
  if (part.enum) return oneOf(part.enum);
  if (part.minItems !== undefined)
    return inFour(
      'lijst van {n} of meer',
      'liste de {n} ou plus',
      'Liste von {n} oder mehr',
      'a list of {n} or more',
      { n: part.minItems },
    );
  return ownValue(kinds, String(part.type)) ?? null;
}

/** What stands under a key: "audience as text". */
export const keyAs = (where: string, kind: Text): Text =>
  inFour('{where} als {kind}', '{kind} sous {where}', '{where} als {kind}', '{where} as {kind}', {
    where,
    kind,
  });

function partWords(path: readonly string[], part: SchemaPart): Text {
  const kind = kindOf(part) ?? kinds.string;
  return path.length === 0 ? kind : keyAs(shown(path), kind);
}

/** A line to write, or a part of one. */
export const writeLine = (line: string): Text =>
  inFour('schrijf `{line}`', 'écrivez `{line}`', '`{line}` schreiben', 'write `{line}`', { line });

/** Words lack some languages. */
export const noneIn = (lacking: readonly string[]): Text =>
  inFour('niets in {list}', 'rien en {list}', 'nichts in {list}', 'none in {list}', {
    list: lacking.join(', '),
  });

/** What stands in a file, as it is quoted. */
export function foundIn(value: unknown): string | Text {
  return value === null || value === undefined ? foundNone : JSON.stringify(value).slice(0, 80);
}

/** A line that puts a part right; what need not stand there may also go. */
function repairOf(path: readonly string[], root: SchemaPart): Text {
  const key = path.at(-1) ?? '';
  const part = partAt(root, path);
  const whole = partAt(root, path.slice(0, -1));
  const value = part.write ?? part.enum?.[0] ?? part.examples?.[0] ?? '…';
  const line = /^\d+$/u.test(key) ? String(value) : `${key}: ${String(value)}`;
  return ownValue(whole.properties ?? {}, key) && !whole.required?.includes(key)
    ? inFour(
        'schrijf `{line}`, of laat het weg',
        'écrivez `{line}`, ou supprimez la clé',
        '`{line}` schreiben oder weglassen',
        'write `{line}`, or leave it out',
        { line },
      )
    : writeLine(line);
}

/** The key that is meant by one that is not known, where one is near. */
function keyRepair(strange: readonly string[], known: readonly string[]): Text {
  const [near] = strange.flatMap((key) => nearNames(key, known));
  return near === undefined
    ? inFour(
        'verwijder de sleutel',
        'supprimez la clé',
        'den Schlüssel entfernen',
        'remove the key',
      )
    : inFour(
        'schrijf {near}, of verwijder de sleutel',
        'écrivez {near}, ou supprimez la clé',
        '{near} schreiben oder den Schlüssel entfernen',
        'write {near}, or remove the key',
        { near: quoted(near) },
      );
}

/**
 * Holds the content of a file against a JSON Schema, whose parts say by their type, or in `expected` and `write`, what stands
 * there and how it is written. Throws an InputError for keys that are not known, then for whatever else is wrong.
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
  const refuse = (path: readonly string[], problem: Text, repair: Text): never => {
    throw new InputError(problem, { place: placeOf(path), repair });
  };
  const strange = errors.filter(({ keyword }) => keyword === 'additionalProperties');
  const [unknown] = strange;
  if (unknown) {
    const path = pathOf(unknown);
    const keys = strange
      .filter(({ instancePath }) => instancePath === unknown.instancePath)
      .map(({ params }) => String(params['additionalProperty']));
    const known = Object.keys(partAt(root, path).properties ?? {});
    const names = `\`${known.join(', ')}\``;
    refuse(
      path,
      expectedFound(
        path.length === 0
          ? names
          : inFour(
              '{names} in {path}',
              '{names} dans {path}',
              '{names} in {path}',
              '{names} in {path}',
              { names, path: shown(path) },
            ),
        joinWith(keys.map(quoted), ', '),
      ),
      keyRepair(keys, known),
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
      refuse(path, expectedFound(partWords(path, whole), noneIn(missing)), repairOf(path, root));
    const own = [...path, missing[0] ?? ''];
    refuse(path, expectedFound(partWords(own, partAt(root, own)), foundNone), repairOf(own, root));
  }
  // The deepest part that says what it is speaks for what stands in it.
  const at = [...path.keys(), path.length]
    .reverse()
    .find((length) => kindOf(partAt(root, path.slice(0, length))) !== null);
  const told = path.slice(0, at);
  refuse(
    path,
    expectedFound(partWords(told, partAt(root, told)), foundIn(valueAt(data, told))),
    repairOf(told, root),
  );
}
