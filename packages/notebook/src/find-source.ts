import { existsSync } from 'node:fs';
import {
  crosswalksOf,
  type KnownCrosswalk,
  loadSource,
  type SourceDescription,
} from '@samenbeeld/ingest';
import { type Language, UsageError } from '@samenbeeld/schema';
import { catalogue, catalogueFolder } from '@samenbeeld/sources';
import { clearance } from '@samenbeeld/store';
import type { Marking } from './html.ts';

/** A source by its id in the catalogue, or by the path of its source.yaml. Throws UsageError where there is none. */
export function findSource(name: string): SourceDescription {
  if (catalogue().includes(name)) return loadSource(catalogueFolder(name));
  if (existsSync(name)) return loadSource(name);
  throw new UsageError(
    `There is no source "${name}". The catalogue has ${catalogue().join(', ')}; or give the path of a source.yaml.`,
  );
}

let loaded: readonly SourceDescription[] | null = null;

/** All sources of the catalogue, read once. */
export function allSources(): readonly SourceDescription[] {
  loaded ??= catalogue().map((id) => loadSource(catalogueFolder(id)));
  return loaded;
}

/** The crosswalks of the catalogue, for proposals. */
export function allCrosswalks(): readonly KnownCrosswalk[] {
  return allSources().flatMap(crosswalksOf);
}

/** The marking of what is shown of a source's files in the office that has them. */
export function markingOf({ source }: SourceDescription, language: Language): Marking {
  const { handling, synthetic } = source;
  return { banner: clearance(handling, 'internal', { synthetic }).banner, language };
}
