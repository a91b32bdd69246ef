import { withheldText } from '@samenbeeld/schema';
import { asList, asMap, asText, refuseCube } from './json-stat-dimension.ts';
import type { Json } from './json-tree.ts';

/** A data set and the name it goes by in its file; null where it is the only one and has none. */
export interface Dataset {
  readonly name: string | null;
  readonly json: ReadonlyMap<string, Json>;
}

/** The data sets of a file: one of version 2, those of a collection, or those of a bundle of version 1. */
export function jsonStatDatasets(file: string, json: Json): readonly Dataset[] {
  const root = asMap(json) ?? refuseCube(file, 'expected a JSON-stat object, found another value');
  const kind = asText(root.get('class'));
  if (root.has('error')) refuseCube(file, 'expected data, found an error message of the publisher');
  if (kind === 'dataset' || (root.has('dimension') && root.has('value'))) {
    return [{ name: null, json: root }];
  }
  if (kind === 'collection') {
    const items = asList(asMap(root.get('link'))?.get('item')) ?? [];
    const embedded = items.flatMap((item, at): Dataset[] => {
      const map = asMap(item);
      if (!map?.has('value')) return [];
      return [
        {
          name: withheldText(asText(map.get('href')) ?? asText(map.get('label')) ?? String(at)),
          json: map,
        },
      ];
    });
    if (embedded.length > 0) return embedded;
    refuseCube(file, 'expected data sets in the collection, found references to other files only');
  }
  const bundle = [...root].flatMap(([name, item]): Dataset[] => {
    const map = asMap(item);
    return map?.has('dimension') && map.has('value')
      ? [{ name: withheldText(name), json: map }]
      : [];
  });
  if (bundle.length > 0) return bundle;
  return refuseCube(file, 'expected a JSON-stat data set, found none');
}
