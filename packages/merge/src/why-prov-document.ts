/** A literal of PROV-JSON: a plain value, or one with its type. */
export type ProvValue = string | number | boolean | { readonly $: string; readonly type: string };

type Attributes = Readonly<Record<string, ProvValue | readonly ProvValue[]>>;
type Records = Readonly<Record<string, Attributes>>;

/** The relations of PROV that a figure needs, each with the two ends it joins. */
export const provRelations = {
  wasGeneratedBy: ['prov:entity', 'prov:activity'],
  used: ['prov:activity', 'prov:entity'],
  wasDerivedFrom: ['prov:generatedEntity', 'prov:usedEntity'],
  wasAttributedTo: ['prov:entity', 'prov:agent'],
  wasAssociatedWith: ['prov:activity', 'prov:agent'],
} as const;

export type ProvRelation = keyof typeof provRelations;

/** A provenance graph as PROV-JSON writes it (W3C member submission of 24 April 2013). */
export interface ProvDocument
  extends Readonly<Record<'entity' | 'activity' | 'agent' | ProvRelation, Records>> {
  readonly prefix: Readonly<Record<string, string>>;
}

/** A name in the namespace of pictures: what PROV-N does not allow in a local name is percent-encoded. */
export function provName(kind: string, ...parts: readonly string[]): string {
  const local = parts
    .map((part) =>
      encodeURIComponent(part).replace(
        /[!'()*~]/g,
        (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
      ),
    )
    .join('/');
  return `sb:${kind}/${local}`;
}

/** A name as a value, such as a type or a role. */
export function provType(name: string): ProvValue {
  return { $: name, type: 'prov:QUALIFIED_NAME' };
}

/** Collects a graph: each thing once, each relation numbered in the order it was stated. */
export interface ProvBuilder {
  entity(id: string, attributes: Readonly<Record<string, ProvValue | null>>): string;
  activity(id: string, attributes: Readonly<Record<string, ProvValue | null>>): string;
  agent(id: string, attributes: Readonly<Record<string, ProvValue | null>>): string;
  relate(
    relation: ProvRelation,
    from: string,
    to: string,
    attributes?: Readonly<Record<string, ProvValue>>,
  ): void;
  document(): ProvDocument;
}

export function provBuilder(): ProvBuilder {
  const things = {
    entity: new Map(),
    activity: new Map(),
    agent: new Map(),
  } as const satisfies Record<string, Map<string, Attributes>>;
  const relations = new Map<string, { relation: ProvRelation; attributes: Attributes }>();
  const add =
    (kind: keyof typeof things) =>
    (id: string, attributes: Readonly<Record<string, ProvValue | null>>): string => {
      const known = Object.entries(attributes).flatMap(([key, value]) =>
        value === null ? [] : [[key, value] as const],
      );
      if (!things[kind].has(id)) things[kind].set(id, Object.fromEntries(known));
      return id;
    };
  return {
    entity: add('entity'),
    activity: add('activity'),
    agent: add('agent'),
    relate(relation, from, to, more = {}) {
      const [first, second] = provRelations[relation];
      const attributes = { [first]: from, [second]: to, ...more };
      relations.set(JSON.stringify([relation, attributes]), { relation, attributes });
    },
    document() {
      const of = (wanted: ProvRelation): Records =>
        Object.fromEntries(
          [...relations.values()]
            .filter(({ relation }) => relation === wanted)
            .map(({ attributes }, at) => [`_:${wanted}${at + 1}`, attributes]),
        );
      return {
        prefix: { sb: 'urn:samenbeeld:', xsd: 'http://www.w3.org/2001/XMLSchema#' },
        entity: Object.fromEntries(things.entity),
        activity: Object.fromEntries(things.activity),
        agent: Object.fromEntries(things.agent),
        wasGeneratedBy: of('wasGeneratedBy'),
        used: of('used'),
        wasDerivedFrom: of('wasDerivedFrom'),
        wasAttributedTo: of('wasAttributedTo'),
        wasAssociatedWith: of('wasAssociatedWith'),
      };
    },
  };
}
