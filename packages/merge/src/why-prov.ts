import type { Observation, Seizure } from '@samenbeeld/schema';
import type { Why, WhyRole } from './why.ts';

/** A literal of PROV-JSON: a plain value, or one with its type. */
export type ProvValue = string | number | boolean | { readonly $: string; readonly type: string };

type Attributes = Readonly<Record<string, ProvValue | readonly ProvValue[]>>;
type Records = Readonly<Record<string, Attributes>>;

/** The relations of PROV that a figure needs, each with the two ends it joins. */
const provRelations = {
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
function provName(kind: string, ...parts: readonly string[]): string {
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
function provType(name: string): ProvValue {
  return { $: name, type: 'prov:QUALIFIED_NAME' };
}

/** Collects a graph: each thing once, each relation numbered in the order it was stated. */
interface ProvBuilder {
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

function provBuilder(): ProvBuilder {
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

type Row = Observation | Seizure;

/** Roles of claims that make the figure; the others were looked at and change nothing in it. */
const making: ReadonlySet<WhyRole> = new Set([
  'governing',
  'combined',
  'added',
  'rival',
  'apart',
  'find',
  'ceiling',
]);

const kindOf = (name: string) => ({ 'prov:type': provType(`sb:${name}`) });

function fileId({ source, origin }: Row): string {
  return provName('file', source, origin.file);
}

/** A sheet of figures from many papers has no publisher of its own. */
const isNamed = (publisher: string): boolean => publisher !== 'UNSPECIFIED';

/** Source descriptions, their publishers, the files, and the reading of each. */
function addFiles(graph: ProvBuilder, { files, sources }: Why): void {
  for (const { id, title, publisher, licence, citation, url } of sources) {
    const source = graph.entity(provName('source', id), {
      ...kindOf('SourceDescription'),
      'prov:label': title.en,
      'sb:licence': licence,
      'sb:citation': citation,
      'sb:url': url,
    });
    if (!isNamed(publisher)) continue;
    const agent = graph.agent(provName('publisher', publisher), {
      'prov:type': provType('prov:Organization'),
      'prov:label': publisher,
    });
    graph.relate('wasAttributedTo', source, agent);
  }
  const described = new Map(sources.map((source) => [source.id, source]));
  for (const { file, source, sha256 } of files) {
    const entity = graph.entity(provName('file', source, file), {
      ...kindOf('File'),
      'prov:label': file,
      'sb:sha256': sha256,
    });
    const reading = graph.activity(provName('ingest', source, file), kindOf('Ingest'));
    graph.relate('used', reading, entity);
    const description = described.get(source);
    if (!description) continue;
    graph.relate('used', reading, provName('source', source));
    if (isNamed(description.publisher))
      graph.relate('wasAttributedTo', entity, provName('publisher', description.publisher));
  }
}

/** A record with the raw cell and the file it was read from. */
function addRecord(graph: ProvBuilder, row: Row): string {
  const { id, source, origin, place, basis, unit } = row;
  const value = row.kind === 'seizure' ? row.quantity : row.value;
  const location = [origin.file, origin.sheet, `line ${origin.line}`, `column ${origin.column}`];
  const file = graph.entity(fileId(row), { ...kindOf('File'), 'prov:label': origin.file });
  const reading = graph.activity(provName('ingest', source, origin.file), kindOf('Ingest'));
  const cell = graph.entity(
    provName('cell', source, origin.file, origin.sheet ?? '', String(origin.line), origin.column),
    {
      ...kindOf('Cell'),
      'prov:value': origin.raw,
      'prov:location': location.filter((part) => part !== null).join(', '),
      'sb:line': origin.line,
      'sb:column': origin.column,
      'sb:sheet': origin.sheet,
    },
  );
  const record = graph.entity(provName('record', id), {
    ...kindOf(row.kind === 'seizure' ? 'Seizure' : 'Observation'),
    'prov:value': value,
    'sb:unit': unit,
    'sb:place': place,
    'sb:basis': basis,
    'sb:missing': row.missing,
    'sb:publication': row.kind === 'observation' ? row.publication : null,
  });
  graph.relate('wasDerivedFrom', cell, file);
  graph.relate('wasDerivedFrom', record, cell);
  graph.relate('wasGeneratedBy', record, reading);
  return record;
}

/** What is added of a record: itself, or what its conversion gave. */
function addConverted(graph: ProvBuilder, why: Why, id: string): string {
  const record = provName('record', id);
  const conversion = why.conversions.find((one) => one.record === id);
  if (!conversion) return record;
  const { from, to, factor } = conversion;
  const activity = graph.activity(provName('conversion', id, to.unit), {
    ...kindOf('Conversion'),
    'sb:factor': factor,
    'sb:fromUnit': from.unit,
    'sb:toUnit': to.unit,
  });
  const quantity = graph.entity(provName('quantity', id, to.unit), {
    ...kindOf('Quantity'),
    'prov:value': to.value,
    'sb:unit': to.unit,
  });
  graph.relate('used', activity, record);
  graph.relate('wasGeneratedBy', quantity, activity);
  graph.relate('wasDerivedFrom', quantity, record);
  return quantity;
}

/** Decisions by the roles that took them; a later one is a revision of the one it supersedes. */
function addDecisions(graph: ProvBuilder, why: Why, merge: string): void {
  const listed = new Set(why.decisions.map(({ decision }) => decision.id));
  for (const { decision, inForce } of why.decisions) {
    const { id, kind, subject, verdict, role, time, reason, evidence, supersedes } = decision;
    const entity = graph.entity(provName('decision', id), {
      ...kindOf('Decision'),
      'prov:label': `${verdict}: ${subject}`,
      'sb:kind': kind,
      'sb:verdict': verdict,
      'sb:reason': reason,
      'sb:evidence': evidence,
      'sb:inForce': inForce,
    });
    const taking = graph.activity(provName('deciding', id), {
      ...kindOf('Deciding'),
      'prov:startTime': time,
      'prov:endTime': time,
    });
    const agent = graph.agent(provName('role', role), { ...kindOf('Role'), 'prov:label': role });
    graph.relate('wasGeneratedBy', entity, taking);
    graph.relate('wasAssociatedWith', taking, agent);
    graph.relate('wasAttributedTo', entity, agent);
    if (supersedes !== null && listed.has(supersedes))
      graph.relate('wasDerivedFrom', entity, provName('decision', supersedes), {
        'prov:type': provType('prov:Revision'),
      });
    if (inForce) graph.relate('used', merge, entity, { 'prov:role': provType('sb:decision') });
  }
}

/**
 * The provenance of a figure as a W3C PROV graph, in PROV-JSON. Entities are the figure, its claims, records, raw
 * cells, files with their hashes, source descriptions, conflicts and decisions; activities are reading, conversion,
 * merging and deciding; agents are roles and publishers, never persons. Every record leads to a cell, a line and a file.
 *
 * Two graphs of one figure are the same, byte for byte.
 *
 * @param options the picture's marking, which then stands on the figure
 */
export function whyProv(
  why: Why,
  { marking = null }: { readonly marking?: string | null } = {},
): ProvDocument {
  const graph = provBuilder();
  const { total } = why;
  const { lowest, likely, highest } = total.reported;
  const figure = graph.entity(provName('figure', total.key), {
    ...kindOf('Figure'),
    'prov:label': total.key,
    'sb:lowest': lowest,
    'sb:likely': likely,
    'sb:highest': highest,
    'sb:atLeast': total.method ? null : total.total.atLeast,
    'sb:atMost': total.method ? null : total.total.atMost,
    'sb:unit': total.unit,
    'sb:status': total.status,
    'sb:marking': marking,
  });
  const merge = graph.activity(provName('merge', total.key), kindOf('Merge'));
  graph.relate('wasGeneratedBy', figure, merge);
  addFiles(graph, why);
  for (const { role, claim } of why.lines) {
    for (const row of claim.rows) addRecord(graph, row);
    const entity = graph.entity(provName('claim', claim.id), {
      ...kindOf('Claim'),
      'prov:value': claim.value,
      'sb:unit': claim.unit,
      'sb:wording': claim.wording,
      'sb:publishedOn': claim.publishedOn,
    });
    for (const row of claim.rows)
      graph.relate('wasDerivedFrom', entity, addConverted(graph, why, row.id));
    graph.relate('used', merge, entity, { 'prov:role': provType(`sb:${role}`) });
    if (making.has(role)) graph.relate('wasDerivedFrom', figure, entity);
  }
  for (const { role, seizure, into } of why.events) {
    addRecord(graph, seizure);
    const added = addConverted(graph, why, seizure.id);
    graph.relate('used', merge, added, { 'prov:role': provType(`sb:${role}`) });
    graph.relate('wasDerivedFrom', figure, added);
    if (into)
      graph.relate('used', merge, provName('record', into.id), {
        'prov:role': provType('sb:counted_instead'),
      });
  }
  for (const { key, type, state, explanation, claims } of why.conflicts) {
    const conflict = graph.entity(provName('conflict', key), {
      ...kindOf('Conflict'),
      'prov:label': explanation.en,
      'sb:type': type,
      'sb:state': state,
    });
    for (const id of claims) {
      const claim = why.lines.find((line) => line.claim.id === id);
      const event = why.events.find(({ seizure }) => seizure.id === id);
      if (claim) graph.relate('wasDerivedFrom', conflict, provName('claim', id));
      else if (event) graph.relate('wasDerivedFrom', conflict, provName('record', id));
    }
    graph.relate('used', merge, conflict, { 'prov:role': provType('sb:conflict') });
  }
  addDecisions(graph, why, merge);
  return graph.document();
}

function literal(value: ProvValue): string {
  if (typeof value === 'object') return `'${value.$}'`;
  if (typeof value === 'boolean') return `"${value}" %% xsd:boolean`;
  if (typeof value === 'number')
    return Number.isSafeInteger(value) ? String(value) : `"${value}" %% xsd:double`;
  return `"${value.replace(/[\\"]/g, '\\$&').replace(/\n/g, '\\n')}"`;
}

type Values = ProvValue | readonly ProvValue[];

/** Several values of one attribute are written one by one. */
function listed(values: Values): readonly ProvValue[] {
  return isList(values) ? values : [values];
}

function isList(values: Values): values is readonly ProvValue[] {
  return Array.isArray(values);
}

function attributesOf(
  attributes: Readonly<Record<string, Values>>,
  but: readonly string[],
): string {
  const shown = Object.entries(attributes)
    .filter(([key]) => !but.includes(key))
    .flatMap(([key, values]) => listed(values).map((value) => `${key}=${literal(value)}`));
  return shown.length === 0 ? '' : `, [${shown.join(', ')}]`;
}

const times = ['prov:startTime', 'prov:endTime'];

/** A local name in PROV-N: slashes of the names of pictures are allowed, so the name stands as it is. */
function activity(id: string, attributes: Readonly<Record<string, unknown>>): string {
  const [start, end] = times.map((key) => String(attributes[key] ?? '-'));
  return `activity(${id}, ${start}, ${end}`;
}

/** Activities and entities have a third place for a time, derivations three for the activity between; all unstated. */
const unstated: Readonly<Record<ProvRelation, string>> = {
  wasGeneratedBy: ', -',
  used: ', -',
  wasDerivedFrom: ', -, -, -',
  wasAttributedTo: '',
  wasAssociatedWith: ', -',
};

/**
 * A provenance graph in PROV-N, the notation of the W3C recommendation, for reading.
 *
 * @example
 * ```ts
 * import { provN } from '@samenbeeld/merge';
 * provN({ prefix: {}, entity: { 'sb:a': {} }, activity: {}, agent: {}, wasGeneratedBy: {}, used: {}, wasDerivedFrom: {}, wasAttributedTo: {}, wasAssociatedWith: {} }).split('\n')[1] // => '  entity(sb:a)'
 * ```
 */
export function provN(document: ProvDocument): string {
  const lines = [
    ...Object.entries(document.prefix).map(([name, uri]) => `prefix ${name} <${uri}>`),
    ...Object.entries(document.entity).map(([id, a]) => `entity(${id}${attributesOf(a, [])})`),
    ...Object.entries(document.activity).map(
      ([id, a]) => `${activity(id, a)}${attributesOf(a, times)})`,
    ),
    ...Object.entries(document.agent).map(([id, a]) => `agent(${id}${attributesOf(a, [])})`),
    ...(Object.keys(provRelations) as readonly ProvRelation[]).flatMap((relation) => {
      const ends = provRelations[relation];
      return Object.values(document[relation]).map(
        (a) =>
          `${relation}(${ends.map((end) => a[end]).join(', ')}${unstated[relation]}${attributesOf(a, ends)})`,
      );
    }),
  ];
  return ['document', ...lines.map((line) => `  ${line}`), 'endDocument', ''].join('\n');
}
