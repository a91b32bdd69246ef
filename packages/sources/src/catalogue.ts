import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { inFour, noneNamed, quoted, wrongUse } from '@samenbeeld/schema';

const root = fileURLToPath(new URL('../catalogue', import.meta.url));

/**
 * The ids of the sources in the catalogue, in code-unit order. Each is a folder with a description, its crosswalks, a
 * sample in the publisher's layout and what must become of it.
 *
 * @example
 * ```ts
 * import { catalogue } from '@samenbeeld/sources';
 * catalogue().includes('eurostat-crim-off-cat') // => true
 * ```
 */
export function catalogue(): readonly string[] {
  return readdirSync(root, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(`${root}/${entry.name}/source.yaml`))
    .map(({ name }) => name)
    .sort();
}

/**
 * The folder of a source in the catalogue, for `loadSource`. Throws a UsageError that names the nearest ids.
 *
 * @example
 * ```ts
 * import { catalogueFolder } from '@samenbeeld/sources';
 * catalogueFolder('unodc-prices').endsWith('catalogue/unodc-prices') // => true
 * ```
 */
export function catalogueFolder(id: string): string {
  if (/^[a-z\d][a-z\d-]*$/u.test(id) && existsSync(`${root}/${id}/source.yaml`))
    return `${root}/${id}`;
  const none = inFour(
    'Er is geen bron {id} in de catalogus; het pad van een source.yaml kan ook.',
    'Il n’y a pas de source {id} dans le catalogue ; le chemin d’un source.yaml convient aussi.',
    'Es gibt keine Quelle {id} im Katalog; auch der Pfad einer source.yaml ist möglich.',
    'There is no source {id} in the catalogue; the path of a source.yaml will do too.',
    { id: quoted(id) },
  );
  throw noneNamed(none, id, catalogue());
}

let checked: ReadonlyMap<string, never> | undefined;

/**
 * The descriptions of the catalogue as they were checked when the package was built, by the hash of their text, for `loadSource`: to
 * check them all again costs a command a second. Empty where the package was not built; what was written since is not among them.
 *
 * @example
 * ```ts
 * import { checkedSources } from '@samenbeeld/sources';
 * checkedSources() instanceof Map // => true
 * ```
 */
export function checkedSources(): ReadonlyMap<string, never> {
  const path = fileURLToPath(new URL('../dist/checked.json', import.meta.url));
  checked ??= new Map(
    existsSync(path) ? Object.entries<never>(JSON.parse(readFileSync(path, 'utf8'))) : [],
  );
  return checked;
}

/**
 * The samples of a source, in code-unit order: a few lines each as the publisher lays them out. Several are several
 * layouts of its files (other editions), or several formats of one.
 *
 * @example
 * ```ts
 * import { sampleFiles } from '@samenbeeld/sources';
 * sampleFiles('unodc-prices').length // => 1
 * ```
 */
export function sampleFiles(id: string): readonly string[] {
  const folder = catalogueFolder(id);
  return readdirSync(folder)
    .filter((name) => name.startsWith('sample'))
    .sort()
    .map((name) => `${folder}/${name}`);
}

/**
 * The file with the checks between sources of the catalogue, for `loadCrossChecks`.
 *
 * @example
 * ```ts
 * import { crossChecksFile } from '@samenbeeld/sources';
 * crossChecksFile().endsWith('catalogue/cross-checks.yaml') // => true
 * ```
 */
export function crossChecksFile(): string {
  return `${root}/cross-checks.yaml`;
}

/** The first sample of a source. Throws a UsageError where it has none. */
export function sampleFile(id: string): string {
  const [first] = sampleFiles(id);
  if (first === undefined)
    throw wrongUse(
      'De bron {id} heeft geen voorbeeldbestand.',
      'La source {id} n’a pas de fichier d’exemple.',
      'Die Quelle {id} hat keine Beispieldatei.',
      'The source {id} has no sample.',
      { id: quoted(id) },
    );
  return first;
}
