import {
  type ProvDocument,
  type ProvRelation,
  type ProvValue,
  provRelations,
} from './why-prov-document.ts';

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
