import { detectPersonalData, InputError, inFour, ownValue, shape, takes } from '@samenbeeld/schema';
import { type FtmEntity, fitsType, ftmProblems } from './ftm-entity.ts';
import { type FtmSchema, ftmSchemata } from './schemata.ts';
import { entitiesOf, type FtmStatement, ftmStatements } from './statements.ts';

/** Something in a file that was not taken, and how often. */
export interface NotTaken {
  readonly schema: string;
  /** Absent where the whole entity was not taken. */
  readonly property?: string;
  readonly why:
    | 'person'
    | 'perhaps_person'
    | 'unused_schema'
    | 'unused_property'
    | 'personal_data'
    | 'no_value'
    | 'incomplete'
    | 'leads_to_nothing';
  readonly count: number;
}

/** Entities that were taken, each value with its dataset, and what was not. */
export interface FtmImport {
  readonly entities: readonly FtmEntity[];
  readonly statements: readonly FtmStatement[];
  readonly notTaken: readonly NotTaken[];
}

export interface ReadFtmOptions {
  /** Name under which the values are stated. */
  readonly dataset: string;
  /** ISO date on which the file was read. */
  readonly seen?: string;
  /** Name of the file, for messages. */
  readonly file?: string;
}

/**
 * Entities of a FollowTheMoney file: firms, accounts, ownership and payments.
 *
 * Names are taken letter by letter, in whatever script (`scriptsOf` tells which). Natural persons stay out, and so does any value
 * or id that looks like personal data. A bare LegalEntity may be a person: it is taken only with what a person has not, such as
 * a registration number, legal form or day of incorporation. Schemata and properties that are not used here are left too, and
 * values that are none of their type. All of it is counted. An ownership or payment that leads to what was not taken is
 * counted and not taken. Ids stay as they are: they are signed already.
 *
 * @param lines JSON lines, or one text of them; blank lines are skipped
 * @throws InputError for a line that is no entity
 * @example
 * ```ts
 * import { readFtm } from '@samenbeeld/money';
 * const line = '{"id":"f1","schema":"Company","properties":{"name":["北星航运有限公司","Beixing Shipping"],"ticker":["BX"]}}';
 * const { entities, notTaken } = readFtm(line, { dataset: 'exercise' });
 * entities[0]?.properties.name // => ['北星航运有限公司', 'Beixing Shipping']
 * notTaken // => [{ schema: 'Company', property: 'ticker', why: 'unused_property', count: 1 }]
 * ```
 */
export function readFtm(lines: string | Iterable<string>, options: ReadFtmOptions): FtmImport {
  takes(
    'readFtm',
    [
      'lines',
      lines,
      shape.either(
        shape.text,
        shape.made(
          inFour('regels', 'des lignes', 'Zeilen', 'lines'),
          inFour(
            'geef de tekst, of een lijst van haar regels',
            'donnez le texte, ou une liste de ses lignes',
            'den Text übergeben, oder eine Liste seiner Zeilen',
            'pass the text, or a list of its lines',
          ),
          Symbol.iterator,
        ),
      ),
    ],
    ['options', options, shape.options],
  );
  const { dataset, seen, file } = options;
  const counts = new Map<string, NotTaken>();
  const leave = (schema: string, why: NotTaken['why'], property?: string): void => {
    const key = [schema, why, property].join(' ');
    const count = (counts.get(key)?.count ?? 0) + 1;
    counts.set(key, { schema, ...(property === undefined ? {} : { property }), why, count });
  };
  const taken: FtmEntity[] = [];
  let line = 0;
  for (const text of typeof lines === 'string' ? lines.split('\n') : lines) {
    takes('readFtm', ['line', text, shape.text]);
    line += 1;
    if (text.trim() === '') continue;
    const entity = parseLine(text, { line, ...(file === undefined ? {} : { file }) });
    const schema = ownValue(ftmSchemata, entity.schema);
    if (schema && isPersonal(entity.id.replace(signature, ''), 'code'))
      leave(entity.schema, 'personal_data');
    else if (schema) taken.push(known(entity, schema, leave));
    else leave(entity.schema, entity.schema === 'Person' ? 'person' : 'unused_schema');
  }
  // Lines with one id are fragments of one entity.
  const entities = connected(
    entitiesOf(ftmStatements(taken, { dataset })).filter((entity) => isFirm(entity, leave)),
    leave,
  );
  const [problem] = ftmProblems(entities);
  if (problem !== undefined)
    throw new InputError(problem, {
      ...(file === undefined ? {} : { place: { file } }),
      repair: inFour(
        'verbeter de entiteit waar het bestand gemaakt is',
        'corrigez l’entité là où le fichier a été fait',
        'die Entität dort berichtigen, wo die Datei gemacht wurde',
        'put the entity right where the file was made',
      ),
    });
  return {
    entities,
    statements: ftmStatements(entities, { dataset, ...(seen === undefined ? {} : { seen }) }),
    notTaken: [...counts.values()],
  };
}

function parseLine(
  text: string,
  place: { readonly line: number; readonly file?: string },
): FtmEntity {
  const wrong = (found: string): InputError =>
    new InputError(
      inFour(
        'verwacht: een entiteit met id, schema en properties; gevonden: {found}',
        'attendu : une entité avec id, schema et properties ; trouvé : {found}',
        'erwartet: eine Entität mit id, schema und properties; gefunden: {found}',
        'expected an entity with id, schema and properties, found {found}',
        { found },
      ),
      {
        place,
        repair: inFour(
          'schrijf één FollowTheMoney-entiteit per regel, als JSON',
          'écrivez une entité FollowTheMoney par ligne, en JSON',
          'je Zeile eine FollowTheMoney-Entität als JSON schreiben',
          'write one FollowTheMoney entity a line, as JSON',
        ),
      },
    );
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw wrong('no JSON');
  }
  if (typeof value !== 'object' || value === null) throw wrong('no object');
  const { id, schema, properties } = value as Readonly<Record<string, unknown>>;
  if (typeof id !== 'string' || id === '') throw wrong('no id');
  if (typeof schema !== 'string') throw wrong('no schema');
  if (typeof properties !== 'object' || properties === null) throw wrong('no properties');
  const isList = (list: unknown): list is readonly string[] =>
    Array.isArray(list) && list.every((item) => typeof item === 'string');
  if (!Object.values(properties).every(isList)) throw wrong('a property that is no list of texts');
  return { id, schema, properties: properties as FtmEntity['properties'] };
}

type Leave = (schema: string, why: NotTaken['why'], property?: string) => void;

/** What FollowTheMoney puts behind an id to sign it. */
const signature = /\.[0-9a-f]{40}$/;

function isPersonal(text: string, column: 'code' | 'free-text'): boolean {
  return detectPersonalData(text, { column }).length > 0;
}

/** Properties that a natural person has not. */
const ofFirms = [
  'registrationNumber',
  'vatCode',
  'legalForm',
  'sector',
  'incorporationDate',
  'dissolutionDate',
] as const;

/** Whether an entity holds what it must, and is no person under the schema of all legal entities. */
function isFirm({ schema, properties }: FtmEntity, leave: Leave): boolean {
  const { required, properties: defined } = ownValue(ftmSchemata, schema) as FtmSchema;
  const lacks = required.some(
    (name) => ownValue(defined, name)?.type !== 'entity' && !ownValue(properties, name),
  );
  if (lacks) leave(schema, 'incomplete');
  if (lacks || schema !== 'LegalEntity') return !lacks;
  const isTold = ofFirms.some((name) => properties[name]);
  if (!isTold) leave(schema, 'perhaps_person');
  return isTold;
}

/** The part of an entity that is used here and holds no personal data. */
function known(entity: FtmEntity, schema: FtmSchema, leave: Leave): FtmEntity {
  const kept = Object.entries(entity.properties).flatMap(([name, values]) => {
    const property = ownValue(schema.properties, name);
    if (!property) {
      leave(entity.schema, 'unused_property', name);
      return [];
    }
    const column =
      property.type === 'identifier' || property.type === 'number' ? 'code' : 'free-text';
    const clean = values.filter((text) => {
      if (property.type === 'entity') return true;
      const why = isPersonal(text, column)
        ? 'personal_data'
        : fitsType(text, property.type)
          ? null
          : 'no_value';
      if (why !== null) leave(entity.schema, why, name);
      return why === null;
    });
    return clean.length > 0 ? [[name, clean] as const] : [];
  });
  return { ...entity, properties: Object.fromEntries(kept) };
}

/** Without ownerships and payments that lead to nothing that was taken; optional references to nothing are left out. */
function connected(entities: readonly FtmEntity[], leave: Leave): readonly FtmEntity[] {
  const ids = new Set(entities.map(({ id }) => id));
  return entities.flatMap((entity) => {
    const schema = ownValue(ftmSchemata, entity.schema) as FtmSchema;
    const properties = Object.entries(entity.properties).flatMap(([name, values]) => {
      if (ownValue(schema.properties, name)?.type !== 'entity') return [[name, values] as const];
      const found = values.filter((id) => ids.has(id));
      if (found.length < values.length) leave(entity.schema, 'leads_to_nothing', name);
      return found.length > 0 ? [[name, found] as const] : [];
    });
    const kept = { ...entity, properties: Object.fromEntries(properties) };
    const lost = schema.required.some(
      (name) =>
        ownValue(schema.properties, name)?.type === 'entity' && !ownValue(kept.properties, name),
    );
    return lost ? [] : [kept];
  });
}
