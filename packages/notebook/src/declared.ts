import { loadSource } from '@samenbeeld/ingest';
import type { Break, Coverage, Definition, DoubleCount, Source } from '@samenbeeld/schema';
import { catalogue, catalogueFolder } from '@samenbeeld/sources';

/** What the sources of a picture declare: breaks that a trend may not cross, and what their files cover in full. */
export interface Declared {
  readonly breaks: readonly Break[];
  readonly coverage: readonly Coverage[];
  readonly doubleCounts: readonly DoubleCount[];
  /** What each source counts. */
  readonly definitions: readonly Definition[];
}

/** Reads the declarations of the sources from the catalogue; of a source that it does not hold nothing is known. */
export function declaredBy(sources: readonly Source[]): Declared {
  const known = new Set(catalogue());
  const descriptions = sources
    .filter(({ id }) => known.has(id))
    .map(({ id }) => loadSource(catalogueFolder(id)));
  return {
    breaks: descriptions.flatMap(({ breaks }) => breaks),
    coverage: descriptions.flatMap(({ coverage }) => coverage),
    doubleCounts: descriptions.flatMap(({ doubleCounts = [] }) => doubleCounts),
    definitions: descriptions.flatMap(({ definitions }) => definitions),
  };
}
