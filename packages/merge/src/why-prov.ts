import type { Observation, Seizure } from '@samenbeeld/schema';
import type { Why, WhyRole } from './why.ts';
import {
  type ProvBuilder,
  type ProvDocument,
  provBuilder,
  provName,
  provType,
} from './why-prov-document.ts';

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
