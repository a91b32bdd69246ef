import type { Mapping, SourceDescription } from './description.ts';

/** The name by which decisions call the column of a mapping: its heading, or the group of a fold. */
export function foldColumn(group: string): string {
  return `fold:${group}`;
}

/** Every coded mapping of a description, by the name that decisions give its column. */
export function codedMappings({
  columns,
  folds,
}: SourceDescription): readonly (readonly [column: string, mapping: Mapping])[] {
  return [
    ...columns.flatMap(({ header, mappings }) =>
      mappings.map((mapping) => [header, mapping] as const),
    ),
    ...folds.flatMap(({ groups }) =>
      Object.entries(groups).map(([name, mapping]) => [foldColumn(name), mapping] as const),
    ),
  ].filter(([, { as, to }]) => as === 'code' && to !== 'value');
}
