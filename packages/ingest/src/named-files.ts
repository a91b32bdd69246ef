import { basename, resolve } from 'node:path';
import { InputError, shownFile, withheldText, wrongUse } from '@samenbeeld/schema';
import type { TableHead } from './stage/staged-table.ts';

/** A file, and what everything calls it: results do not depend on where it lies. */
export interface NamedFile {
  readonly path: string;
  /** Its name; beside another of that name with as many folders before it as tell them apart ("2023/pks.csv"). */
  readonly name: string;
}

const foldersOf = (path: string): readonly string[] =>
  resolve(path)
    .split(/[\\/]/)
    .filter((part) => part !== '');

function toldApart(paths: readonly string[]): readonly NamedFile[] {
  const parts = paths.map((path) => ({ path, parts: foldersOf(path) }));
  const most = Math.max(...parts.map(({ parts }) => parts.length));
  for (let last = 1; last <= most; last++) {
    const named = parts.map(({ path, parts }) => ({ path, name: parts.slice(-last).join('/') }));
    if (new Set(named.map(({ name }) => name)).size === paths.length) return named;
  }
  const twice = paths.find((path, at) =>
    paths.slice(at + 1).some((other) => resolve(other) === resolve(path)),
  );
  throw wrongUse(
    '{twice} is twee keer genoemd. Noem elk bestand één keer.',
    '{twice} est nommé deux fois. Nommez chaque fichier une fois.',
    '{twice} ist zweimal genannt. Nennen Sie jede Datei einmal.',
    '{twice} is named twice. Name each file once.',
    { twice: String(twice) },
  );
}

const byName = (a: NamedFile, b: NamedFile): number =>
  a.name < b.name ? -1 : a.name > b.name ? 1 : 0;

/** Names that may be shown; those that become alike by it are numbered, in the order of the names. */
function shownApart(files: readonly NamedFile[]): readonly NamedFile[] {
  const inOrder = [...files].sort(byName);
  const seen = new Map<string, number>();
  return inOrder.map(({ path, name }) => {
    const folders = name.split('/').slice(0, -1).map(withheldText);
    const shown = [...folders, shownFile(name)].join('/');
    const number = (seen.get(shown) ?? 0) + 1;
    seen.set(shown, number);
    return { path, name: number === 1 ? shown : shown.replace(/(\.[^.]*)?$/u, ` ${number}$1`) };
  });
}

/**
 * The files of one call by their names, in the order of these, whatever order they are given in. Throws a UsageError
 * where one file is named twice.
 *
 * @example
 * ```ts
 * import { namedFiles } from '@samenbeeld/ingest';
 * const paths = ['/police/2024/pks.csv', '/police/2023/pks.csv', '/police/2023/key.csv'];
 * namedFiles(paths).map(({ name }) => name) // => ['2023/pks.csv', '2024/pks.csv', 'key.csv']
 * ```
 */
export function namedFiles(paths: readonly string[]): readonly NamedFile[] {
  const groups = new Map<string, string[]>();
  for (const path of paths)
    groups.set(basename(path), [...(groups.get(basename(path)) ?? []), path]);
  return [...shownApart([...groups.values()].flatMap(toldApart))].sort(byName);
}

/** A table that was read by its file's own name, under the name by which everything calls the file. */
export function underName<Head extends TableHead>(head: Head, name: string): Head {
  if (head.file === name) return head;
  const named = <Told extends { readonly file: string }>(told: Told): Told => ({
    ...told,
    file: name,
  });
  return { ...named(head), notes: head.notes.map(named), rejects: head.rejects.map(named) };
}

/** Reads a file; an error that calls it by its own name is thrown anew under the name by which everything calls it. */
export async function readUnderName<Result>(
  { path, name }: NamedFile,
  read: () => Promise<Result>,
): Promise<Result> {
  try {
    return await read();
  } catch (error) {
    if (!(error instanceof InputError) || error.place.file !== shownFile(path)) throw error;
    if (error.place.file === name) throw error;
    const { problem, repair } = error.words;
    throw new InputError(problem, { place: { ...error.place, file: name }, repair });
  }
}
