import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { crosswalksOf, type KnownCrosswalk } from '@samenbeeld/harmonise';
import { loadSource, type SourceDescription } from '@samenbeeld/ingest';
import { wrongUse } from '@samenbeeld/schema';
import { catalogue, catalogueFolder, checkedSources } from '@samenbeeld/sources';

const read = new Map<string, { readonly state: string; readonly source: SourceDescription }>();

/** Sizes and times of the files in a folder: one that is written anew is read anew. */
function stateOf(folder: string): string {
  return readdirSync(folder)
    .map((name) => {
      const { size, mtimeMs } = statSync(join(folder, name));
      return `${name} ${size} ${mtimeMs}`;
    })
    .join('\n');
}

/** A source of the catalogue, read once as long as its files stay as they are. */
export function catalogueSource(id: string): SourceDescription {
  const folder = catalogueFolder(id);
  const state = stateOf(folder);
  const known = read.get(folder);
  if (known?.state === state) return known.source;
  const source = loadSource(folder, checkedSources());
  read.set(folder, { state, source });
  return source;
}

/**
 * A source by its id in the catalogue, or by the path of its source.yaml. Throws UsageError where there is none.
 *
 * @example
 * ```ts
 * import { findSource } from '@samenbeeld/answers';
 * findSource('unodc-prices').record // => 'observation'
 * ```
 */
export function findSource(name: string): SourceDescription {
  if (catalogue().includes(name)) return catalogueSource(name);
  if (existsSync(name)) return loadSource(name);
  if (/[\\/]|\.ya?ml$/u.test(name))
    throw wrongUse(
      'Er is geen bestand {name}. Geef het pad van een bronbeschrijving, of een id van de catalogus.',
      'Il n’y a pas de fichier {name}. Donnez le chemin d’une description de source, ou un id du catalogue.',
      'Es gibt keine Datei {name}. Geben Sie den Pfad einer Quellenbeschreibung an, oder eine ID des Katalogs.',
      'There is no file {name}. Give the path of a source description, or an id of the catalogue.',
      { name },
    );
  return catalogueSource(name);
}

/** All sources of the catalogue. */
export function allSources(): readonly SourceDescription[] {
  return catalogue().map(catalogueSource);
}

/** The crosswalks of the catalogue, for proposals. */
export function allCrosswalks(): readonly KnownCrosswalk[] {
  return allSources().flatMap(crosswalksOf);
}
