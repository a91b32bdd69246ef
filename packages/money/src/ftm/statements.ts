import { InputError, inFour, ownValue, type Shape, shape, takes } from '@samenbeeld/schema';
import { type FtmEntity, ftmEntityShape } from './ftm-entity.ts';
import { sha1 } from './namespace-id.ts';
import { ftmSchemata } from './schemata.ts';

/** One value that one dataset states of one entity; nothing is overwritten when entities turn out to be one. */
export interface FtmStatement {
  readonly canonical_id: string;
  readonly entity_id: string;
  readonly prop: string;
  readonly schema: string;
  readonly value: string;
  readonly dataset: string;
  readonly lang: string | null;
  /** As the source wrote it, where it was cleaned. */
  readonly original_value: string | null;
  readonly first_seen: string | null;
  readonly last_seen: string | null;
  readonly external: boolean;
  readonly origin: string | null;
  readonly id: string;
}

export interface StatementOptions {
  readonly dataset: string;
  /** ISO date on which the dataset was read. */
  readonly seen?: string;
  /** Which entity an entity was judged to be; itself where not given. */
  readonly canonical?: (id: string) => string;
}

/**
 * Entities as statements: one row a value, with the dataset that states it.
 *
 * Fields and ids are those of FollowTheMoney 4 (`id` = SHA-1 of dataset.entity.prop.value), so that rows of several datasets can
 * be put together, sorted, and taken apart again. `entitiesOf` makes entities of them.
 *
 * @example
 * ```ts
 * import { entitiesOf, ftmStatements } from '@samenbeeld/money';
 * const entity = { id: 'f1', schema: 'Company', properties: { name: ['Noorderlicht BV'] } };
 * const statements = ftmStatements([entity], { dataset: 'exercise', seen: '2026-01-01' });
 * statements.map(({ prop, value }) => [prop, value]) // => [['id', 'f1'], ['name', 'Noorderlicht BV']]
 * entitiesOf(statements) // => [{ id: 'f1', schema: 'Company', properties: { name: ['Noorderlicht BV'] } }]
 * ```
 */
export function ftmStatements(
  entities: readonly FtmEntity[],
  options: StatementOptions,
): readonly FtmStatement[] {
  takes(
    'ftmStatements',
    ['entities', entities, shape.list(ftmEntityShape)],
    ['options', options, shape.options],
  );
  const { dataset, seen, canonical = (id) => id } = options;
  return entities.flatMap(({ id, schema, properties }) => {
    const values = Object.entries(properties).flatMap(([prop, list]) =>
      list.map((value) => [prop, value] as const),
    );
    return [['id', id] as const, ...values].map(
      ([prop, value]): FtmStatement => ({
        canonical_id: canonical(id),
        entity_id: id,
        prop,
        schema,
        value,
        dataset,
        lang: null,
        original_value: null,
        first_seen: seen ?? null,
        last_seen: seen ?? null,
        external: false,
        origin: null,
        id: sha1(`${dataset}.${id}.${prop}.${value}`),
      }),
    );
  });
}

/** The narrower of two schemata of one entity: a fragment may call a company a legal entity. */
function narrower(id: string, one: string, other: string): string {
  if (one === other || ownValue(ftmSchemata, one)?.isA.includes(other)) return one;
  if (ownValue(ftmSchemata, other)?.isA.includes(one)) return other;
  throw new InputError(
    inFour(
      '{id} is vermeld als {one} en als {other}, die elkaar uitsluiten',
      '{id} est indiqué comme {one} et comme {other}, qui s’excluent',
      '{id} ist als {one} und als {other} angegeben, die einander ausschließen',
      '{id} is stated as {one} and as {other}, which exclude each other',
      { id, one, other },
    ),
    inFour(
      'herroep het oordeel dat er één van maakte, of verbeter het schema bij de bron',
      'retirez le jugement qui en a fait un seul, ou corrigez le schéma à sa source',
      'das Urteil zurücknehmen, das sie zu einem machte, oder das Schema an der Quelle berichtigen',
      'take back the judgement that made them one, or put the schema right at its source',
    ),
  );
}

/**
 * Entities by canonical id: values of all datasets together, each once, in the order of the statements.
 *
 * @throws InputError where one entity is of two schemata that exclude each other
 */
export function entitiesOf(statements: readonly FtmStatement[]): readonly FtmEntity[] {
  takes('entitiesOf', ['statements', statements, shape.list(ftmStatementShape)]);

  const found = new Map<
    string,
    { schema: string; readonly properties: Map<string, Set<string>> }
  >();
  for (const { canonical_id: id, prop, schema, value } of statements) {
    const entity = found.get(id) ?? { schema, properties: new Map<string, Set<string>>() };
    found.set(id, entity);
    entity.schema = narrower(id, entity.schema, schema);
    if (prop === 'id') continue;
    const values = entity.properties.get(prop) ?? new Set();
    entity.properties.set(prop, values.add(value));
  }
  return [...found].map(([id, { schema, properties }]) => ({
    id,
    schema,
    properties: Object.fromEntries([...properties].map(([prop, values]) => [prop, [...values]])),
  }));
}

export const ftmStatementShape: Shape = shape.record<FtmStatement>({
  canonical_id: shape.text,
  prop: shape.text,
  schema: shape.text,
  value: shape.text,
});
